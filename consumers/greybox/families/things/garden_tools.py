"""Tools with long handles, ladders, buckets and cans."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, STEEL
from consumers.greybox.families.things.tool_parts import HANDLE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, ring, rod
from consumers.greybox.sweeps import curve, lathe, loft, rounded, tube


def _long_handle(b: Draft, low: float, r: float, color: str = "#b07a45") -> None:
    b.add("handle", cylinder(r, b.h - low, 0, low, 0, n=12), stuff("wood", color))


def shovel(b: Draft) -> None:
    _long_handle(b, 0.24 * b.h, 0.07 * b.w)
    blade = []
    for y, w, z in (
        (0.0, 0.06, 0.1),
        (0.05, 0.32, 0.14),
        (0.12, 0.46, 0.1),
        (0.24, 0.5, 0.0),
        (0.26, 0.4, -0.02),
        (0.29, 0.1, -0.02),
    ):
        blade.append(rounded(2 * w * b.w, 0.14 * b.d, 0.06 * b.d, y * b.h, 0, z * b.d, 2))
    b.add("blade", loft(blade))
    b.add("socket", cylinder(0.1 * b.w, 0.12 * b.h, 0, 0.24 * b.h, top=0.085 * b.w, n=12))
    b.add(
        "grip",
        tube([(-0.26 * b.w, 0.985 * b.h, 0), (0.26 * b.w, 0.985 * b.h, 0)], 0.075 * b.w, 10),
        stuff("wood", "#8a5a34"),
    )
    for s in (-1, 1):
        b.add(
            "grip",
            rod((0, 0.9 * b.h, 0), (s * 0.22 * b.w, 0.98 * b.h, 0), 0.06 * b.w),
            stuff("wood", "#8a5a34"),
        )


def rake(b: Draft) -> None:
    _long_handle(b, 0.08 * b.h, 0.035 * b.w)
    b.add("bar", box(b.w, 0.022 * b.h, 0.16 * b.d, 0, 0.06 * b.h))
    for i in range(12):
        x = (i - 5.5) * b.w / 12
        tooth = curve([(x, 0.07 * b.h, 0), (x, 0.04 * b.h, 0.28 * b.d), (x, 0.0, 0.42 * b.d)], 3)
        b.add("teeth", tube(tooth, 0.012 * b.w, 6))
    for s in (-1, 1):
        b.add("bar", rod((s * 0.3 * b.w, 0.07 * b.h, 0), (0, 0.16 * b.h, 0), 0.016 * b.w, n=6))
    b.add("socket", cylinder(0.05 * b.w, 0.08 * b.h, 0, 0.1 * b.h, n=12))


def broom(b: Draft) -> None:
    _long_handle(b, 0.24 * b.h, 0.035 * b.w, "#8a5a34")
    rings = []
    for y, w, d in (
        (0.0, 1.0, 1.0),
        (0.1, 0.9, 0.95),
        (0.2, 0.62, 0.85),
        (0.26, 0.3, 0.6),
        (0.3, 0.14, 0.4),
    ):
        rings.append(rounded(w * b.w, d * b.d, 0.3 * b.d * d, y * b.h, n=3))
    b.add("bristles", loft(rings))
    for y, w in ((0.16, 0.76), (0.21, 0.58)):
        band = rounded(w * b.w, 0.9 * b.d, 0.3 * b.d, y * b.h, n=3)
        b.add(
            "binding",
            tube(
                [(float(p[0]), float(p[1]), float(p[2])) for p in band], 0.03 * b.w, 6, closed=True
            ),
            stuff("fabric", "#c9343a"),
        )
    for i in range(17):
        x = (i - 8) * 0.056
        b.add(
            "straws",
            rod(
                (x * b.w * 1.02, 0.0, 0.48 * b.d),
                (x * b.w * 0.6, 0.2 * b.h, 0.44 * b.d),
                0.012 * b.w,
                n=5,
            ),
            b.tone(0.8),
        )


def ladder(b: Draft) -> None:
    for lean, steps in ((1, 8), (-1, 3)):
        for s in (-1, 1):
            foot = (s * 0.46 * b.w, 0.0, lean * 0.46 * b.d)
            top = (s * 0.34 * b.w, 0.97 * b.h, lean * 0.03 * b.d)
            b.add("rails", rod(foot, top, 0.045 * b.w, n=8))
            b.add("feet", box(0.13 * b.w, 0.03 * b.h, 0.13 * b.w, foot[0], 0, foot[2]), BLACK)
        for i in range(steps):
            t = (i + 1) / (steps + 0.6)
            y, z, x = t * 0.97 * b.h, lean * b.d * (0.46 - 0.43 * t), b.w * (0.46 - 0.12 * t)
            if lean > 0:
                b.add("steps", box(2 * x, 0.016 * b.h, 0.09 * b.d, 0, y, z), b.tone(0.85))
            else:
                b.add("steps", rod((-x, y, z), (x, y, z), 0.026 * b.w, n=6), b.tone(0.85))
    b.add(
        "top", box(0.84 * b.w, 0.035 * b.h, 0.2 * b.d, 0, 0.965 * b.h), stuff("plastic", "#e0652a")
    )


def bucket(b: Draft) -> None:
    r = 0.48 * min(b.w, b.d)
    tall = 0.74 * b.h
    outside = [
        (0.68, 0),
        (0.7, 0.04),
        (0.94, 0.94),
        (1.0, 0.95),
        (1.0, 1.0),
        (0.93, 1.0),
        (0.7, 0.1),
    ]
    b.add("bucket", lathe([(r * x, tall * y) for x, y in outside], n=30))
    for y, k in ((0.3, 0.79), (0.62, 0.88)):
        b.add("ribs", ring(r * k, r * 0.02, y=tall * y, n=30), b.tone(0.85))
    arch = [
        (r * 1.02 * cos(a), tall * 0.92 + 0.33 * b.h * sin(a), 0.0)
        for a in [pi * i / 12 for i in range(13)]
    ]
    b.add("handle", tube(arch, 0.025 * r, 7), STEEL)
    b.add("grip", rod((-0.22 * r, b.h * 0.995, 0), (0.22 * r, b.h * 0.995, 0), 0.06 * r), HANDLE)
    b.add("ears", ball(0.08 * r, x=r * 1.0, y=tall * 0.92, z=0, detail=1).pair(), STEEL)


def watering_can(b: Draft) -> None:
    """Its spout points towards +Z."""
    r, tall = 0.46 * b.w, 0.58 * b.h
    z = -0.14 * b.d
    b.add(
        "can",
        lathe(
            [
                (r * 0.98, 0),
                (r, 0.03 * b.h),
                (r * 0.92, tall),
                (r * 0.8, tall + 0.04 * b.h),
                (r * 0.5, tall + 0.05 * b.h),
                (r * 0.44, tall),
            ],
            0,
            0,
            z,
            28,
        ),
    )
    for y in (0.06, 0.5):
        b.add("bands", ring(r * (1.0 - 0.1 * y), 0.02 * b.h, 0, y * b.h, z, 28), b.tone(0.8))
    spout = curve(
        [(0, 0.12 * b.h, z + r * 0.8), (0, 0.3 * b.h, z + r * 1.6), (0, 0.74 * b.h, 0.38 * b.d)], 4
    )
    b.add(
        "spout",
        tube(spout, [0.16 * r * (1.5 - 0.9 * i / (len(spout) - 1)) for i in range(len(spout))], 10),
    )
    rose = lathe([(0.14 * r, 0), (0.5 * r, 0.1 * b.d), (0.5 * r, 0.12 * b.d)], n=18).pitch(62)
    b.add("rose", rose.move(0, 0.72 * b.h, 0.36 * b.d), BRASS)
    b.add("brace", rod((0, tall, z + r * 0.8), (0, 0.6 * b.h, 0.26 * b.d), 0.06 * r), b.tone(0.8))
    top = curve(
        [
            (0, tall, z + 0.6 * r),
            (0, b.h * 0.96, z + 0.2 * r),
            (0, b.h * 0.8, z - 1.0 * r),
            (0, 0.3 * b.h, z - 1.15 * r),
            (0, 0.16 * b.h, z - 0.9 * r),
        ],
        4,
    )
    b.add("handle", tube(top, 0.09 * r, 8), b.tone(0.8))


MODELS: dict[str, Family] = {
    "shovel": shovel,
    "rake": rake,
    "broom": broom,
    "ladder": ladder,
    "bucket": bucket,
    "watering can": watering_can,
}
