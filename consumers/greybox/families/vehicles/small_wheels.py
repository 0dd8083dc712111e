"""Scooters, skateboards, wheelbarrows, and a wheel alone."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.families.vehicles.cycle_parts import TIRE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, box, prism, ring, rod, soft
from consumers.greybox.sweeps import Point, curve, lathe, loft, rounded, tube


def scooter(b: Draft) -> None:
    r = 0.09 * b.h
    front, rear = 0.5 * b.d - r, -0.5 * b.d + r
    for z in (front, rear):
        b.add("tires", axle(r, 0.07 * b.w, 0, r, z, 18), TIRE)
        b.add("rims", axle(r * 0.6, 0.09 * b.w, 0, r, z, 12), STEEL)
    b.add("deck", soft(0.3 * b.w, 0.03 * b.h, 0.56 * b.d, 0, r * 1.1, -0.08 * b.d, 0.012 * b.h))
    b.add(
        "grip tape",
        box(0.24 * b.w, 0.006 * b.h, 0.46 * b.d, 0, r * 1.1 + 0.028 * b.h, -0.1 * b.d),
        BLACK,
    )
    top: Point = (0, 0.97 * b.h, 0.24 * b.d)
    b.add(
        "frame",
        tube(
            curve(
                [
                    (0, r * 1.2, 0.16 * b.d),
                    (0, r * 1.6, 0.26 * b.d),
                    (0, r * 3.2, front - 0.06 * b.d),
                ],
                3,
            ),
            0.05 * b.w,
            8,
        ),
    )
    b.add("column", rod((0, r * 1.9, front - 0.02 * b.d), top, 0.035 * b.w), STEEL)
    for s in (-1, 1):
        b.add(
            "column",
            rod(
                (s * 0.07 * b.w, r, front),
                (s * 0.06 * b.w, r * 2.1, front - 0.02 * b.d),
                0.025 * b.w,
            ),
            STEEL,
        )
    b.add(
        "column",
        rod((-0.44 * b.w, top[1], top[2]), (0.44 * b.w, top[1], top[2]), 0.03 * b.w),
        STEEL,
    )
    for s in (-1, 1):
        b.add(
            "grips",
            rod((s * 0.3 * b.w, top[1], top[2]), (s * 0.49 * b.w, top[1], top[2]), 0.045 * b.w),
        )
    arc = [(0.0, r + r * 1.2 * sin(a), rear - r * 1.2 * cos(a)) for a in (0.6, 1.1, 1.6, 2.1)]
    b.add("fender", tube(arc, [(0.07 * b.w, 0.01 * b.h)] * 4, 8), STEEL)


def skateboard(b: Draft) -> None:
    r = 0.24 * b.h
    y = 0.62 * b.h
    line = curve(
        [
            (0, y + 0.32 * b.h, -0.48 * b.d),
            (0, y + 0.02 * b.h, -0.33 * b.d),
            (0, y, 0),
            (0, y + 0.02 * b.h, 0.33 * b.d),
            (0, y + 0.32 * b.h, 0.48 * b.d),
        ],
        4,
    )
    n = len(line) - 1
    wide = [b.w / 2 * (1 - 0.75 * abs(2 * i / n - 1) ** 6) for i in range(n + 1)]
    b.add("deck", tube(line, [(w, 0.055 * b.h) for w in wide], 12))
    b.add(
        "grip tape",
        tube(
            [(x, py + 0.035 * b.h, z) for x, py, z in line],
            [(w * 0.95, 0.045 * b.h) for w in wide],
            12,
        ),
        BLACK,
    )
    for z in (-0.26, 0.26):
        b.add("trucks", box(0.26 * b.w, 0.2 * b.h, 0.07 * b.d, 0, 0.38 * b.h, z * b.d), STEEL)
        b.add("trucks", axle(0.08 * b.h, 0.8 * b.w, 0, r * 1.1, z * b.d, 8), STEEL)
        b.add(
            "wheels",
            axle(r, 0.18 * b.w, 0.38 * b.w, r, z * b.d, 16).pair(),
            stuff("plastic", "#f2c02a"),
        )


def wheelbarrow(b: Draft) -> None:
    r = 0.26 * b.h
    z = b.d / 2 - r
    steps = [
        (0.5, 0.3, 0.36, 0.02),
        (0.56, 0.34, 0.4, 0.02),
        (0.98, 0.6, 0.98, 0.06),
        (1.0, 0.61, 1.0, 0.06),
        (0.94, 0.57, 0.98, 0.06),
        (0.5, 0.3, 0.46, 0.02),
    ]
    rings = [
        rounded(b.w * w, b.d * d, 0.12 * b.w, b.h * y, 0, s * b.d + 0.05 * b.d, 3)
        for w, d, y, s in steps
    ]
    b.add("tray", loft(rings))
    b.add("tire", ring(r * 0.82, r * 0.18, n=22).roll(90).scale(1.5, 1, 1).move(0, r, z), TIRE)
    b.add("rim", axle(r * 0.66, 0.08 * b.w, 0, r, z, 16), stuff("paint", "#d9a441"))
    for s in (-1, 1):
        line = curve(
            [
                (s * 0.07 * b.w, r, z),
                (s * 0.22 * b.w, 0.4 * b.h, 0.1 * b.d),
                (s * 0.34 * b.w, 0.56 * b.h, -0.3 * b.d),
                (s * 0.36 * b.w, 0.8 * b.h, -0.49 * b.d),
            ],
            3,
        )
        b.add("frame", tube(line, 0.03 * b.w, 8), DARK_METAL)
        b.add("grips", rod(line[-3], line[-1], 0.045 * b.w), BLACK)
        leg = curve(
            [(s * 0.3 * b.w, 0.48 * b.h, -0.12 * b.d), (s * 0.32 * b.w, 0.02 * b.h, -0.18 * b.d)], 2
        )
        b.add("frame", tube(leg, 0.03 * b.w, 8), DARK_METAL)


def wheel(b: Draft) -> None:
    """A car's wheel on its edge, its face towards +X."""
    r = min(b.h, b.d) / 2
    outline = [
        (0.6 * r, -0.42),
        (0.92 * r, -0.5),
        (0.99 * r, -0.36),
        (r, 0.0),
        (0.99 * r, 0.36),
        (0.92 * r, 0.5),
        (0.6 * r, 0.42),
    ]
    b.add("tire", lathe([(k, y * b.w) for k, y in outline], n=32).roll(-90).move(0, r))
    for i in range(24):
        lug = box(b.w * 0.74, 0.035 * r, 0.12 * r, 0, r * 0.985).pitch(15 * i)
        b.add("tread", lug.move(0, r), b.tone(0.8))
    b.add("rim", axle(0.62 * r, 0.9 * b.w, 0, r, 0, 28), DARK_METAL)
    for i in range(5):
        spoke = prism(
            [(-0.1 * r, 0), (0.1 * r, 0), (0.07 * r, 0.6 * r), (-0.07 * r, 0.6 * r)],
            0.94 * b.w,
            0.02 * r,
        )
        b.add("spokes", spoke.yaw(90).pitch(72 * i).move(0, r), stuff("aluminum"))
    b.add(
        "rim lip",
        ring(0.6 * r, 0.05 * r, n=28).roll(90).move(0.45 * b.w, r).pair(),
        stuff("aluminum"),
    )
    b.add("hub", axle(0.16 * r, 0.99 * b.w, 0, r, 0, 14), stuff("aluminum"))
    for i in range(5):
        a = 2 * pi * (i + 0.5) / 5
        b.add(
            "nuts",
            axle(0.03 * r, 0.97 * b.w, 0, r + 0.24 * r * cos(a), 0.24 * r * sin(a), 6),
            DARK_METAL,
        )


MODELS: dict[str, Family] = {
    "scooter": scooter,
    "skateboard": skateboard,
    "wheelbarrow": wheelbarrow,
    "wheel": wheel,
}
