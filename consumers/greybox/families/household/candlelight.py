"""Candles, candlesticks, chandeliers and lanterns."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, ring, rod
from consumers.greybox.sweeps import curve, lathe, tube


def chandelier(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add("rose", lathe([(r * 0.05, 0.94 * b.h), (r * 0.16, 0.98 * b.h), (r * 0.16, b.h)]))
    b.add("chain", cylinder(r * 0.02, 0.3 * b.h, 0, 0.66 * b.h, n=8))
    core = [
        (0, 0),
        (0.06, 0.03),
        (0.02, 0.08),
        (0.16, 0.2),
        (0.07, 0.3),
        (0.1, 0.4),
        (0.05, 0.46),
        (0.09, 0.56),
        (0.03, 0.68),
    ]
    b.add("core", lathe([(r * x, b.h * y) for x, y in core], n=18))
    crystal = stuff("crystal", "#eef4f8")
    for i in range(8):
        a = i * pi / 4
        s, c = sin(a), cos(a)
        arm = curve(
            [
                (0.08 * r * s, 0.3 * b.h, 0.08 * r * c),
                (0.45 * r * s, 0.14 * b.h, 0.45 * r * c),
                (0.84 * r * s, 0.2 * b.h, 0.84 * r * c),
                (0.86 * r * s, 0.36 * b.h, 0.86 * r * c),
            ],
            3,
        )
        b.add("arms", tube(arm, 0.022 * r, 6))
        x, z = 0.86 * r * s, 0.86 * r * c
        b.add(
            "cups",
            lathe(
                [(0.03 * r, 0.36 * b.h), (0.1 * r, 0.4 * b.h), (0.1 * r, 0.42 * b.h)], x, 0, z, 10
            ),
        )
        b.add("candles", cylinder(0.045 * r, 0.13 * b.h, x, 0.41 * b.h, z, n=8), stuff("wax"))
        b.add(
            "flames",
            ball(0.045 * r, 0.05 * b.h, 0.045 * r, x, 0.58 * b.h, z, detail=1),
            stuff("light", "#ffd98a"),
        )
        b.add("drops", ball(0.03 * r, 0.05 * b.h, 0.03 * r, x, 0.3 * b.h, z, detail=0), crystal, 5)
        b.add(
            "drops",
            ball(0.03 * r, 0.05 * b.h, 0.03 * r, x * 0.5, 0.1 * b.h, z * 0.5, detail=0),
            crystal,
            5,
        )


def lantern(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add("base", box(b.w, 0.07 * b.h, b.d))
    b.add("base", box(b.w * 0.8, 0.04 * b.h, b.d * 0.8, 0, 0.06 * b.h))
    b.add("glass", box(b.w * 0.72, 0.5 * b.h, b.d * 0.72, 0, 0.1 * b.h), stuff("glass", "#ffe9b8"))
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add(
                "frame",
                box(
                    0.09 * b.w, 0.52 * b.h, 0.09 * b.d, sx * 0.37 * b.w, 0.09 * b.h, sz * 0.37 * b.d
                ),
            )
    b.add("frame", box(b.w * 0.9, 0.05 * b.h, b.d * 0.9, 0, 0.6 * b.h))
    roof = lathe(
        [(r * 1.25, 0.64 * b.h), (r * 0.5, 0.76 * b.h), (r * 0.45, 0.82 * b.h), (0, 0.84 * b.h)],
        n=4,
    ).yaw(45)
    b.add("roof", roof, crease=20)
    b.add("handle", ring(0.34 * r, 0.05 * r).pitch(90).move(0, 0.9 * b.h), crease=60)
    b.add("candle", cylinder(0.2 * r, 0.24 * b.h, 0, 0.1 * b.h), stuff("wax"))
    b.add(
        "flame", ball(0.12 * r, 0.08 * b.h, 0.12 * r, 0, 0.41 * b.h, 0), stuff("light", "#ffb53a")
    )


def candle(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "wax",
        lathe(
            [
                (r * 0.97, 0),
                (r, 0.02 * b.h),
                (r, 0.76 * b.h),
                (r * 0.9, 0.79 * b.h),
                (r * 0.7, 0.76 * b.h),
            ]
        ),
    )
    for _ in range(5):
        a = b.rng.uniform(0, 2 * pi)
        long = b.h * b.rng.uniform(0.1, 0.3)
        at = (r * 0.97 * sin(a), 0.77 * b.h - long, r * 0.97 * cos(a))
        b.add("drips", rod(at, (at[0], 0.77 * b.h, at[2]), r * 0.11, r * 0.08), b.tone(1.3))
    b.add("wick", cylinder(r * 0.05, 0.1 * b.h, 0, 0.76 * b.h, n=6), BLACK)
    flame = lathe(
        [
            (0, 0.82 * b.h),
            (r * 0.2, 0.86 * b.h),
            (r * 0.22, 0.9 * b.h),
            (r * 0.1, 0.96 * b.h),
            (0, b.h),
        ],
        n=12,
    )
    b.add("flame", flame, stuff("light", "#ffc04a"))


def candlestick(b: Draft) -> None:
    r = 0.5 * min(b.w, b.d)
    b.add(
        "foot",
        lathe(
            [
                (r, 0),
                (r, 0.03 * b.h),
                (r * 0.4, 0.1 * b.h),
                (r * 0.16, 0.14 * b.h),
                (r * 0.28, 0.24 * b.h),
                (r * 0.14, 0.32 * b.h),
                (r * 0.14, 0.56 * b.h),
                (r * 0.44, 0.62 * b.h),
                (r * 0.44, 0.64 * b.h),
            ],
            n=20,
        ),
    )
    for s in (-1, 1):
        arm = curve(
            [
                (0, 0.4 * b.h, 0),
                (s * 0.24 * b.w, 0.34 * b.h, 0),
                (s * 0.4 * b.w, 0.42 * b.h, 0),
                (s * 0.42 * b.w, 0.55 * b.h, 0),
            ]
        )
        b.add("arms", tube(arm, r * 0.12, 8))
    for x, y in ((-0.42, 0.54), (0.0, 0.62), (0.42, 0.54)):
        at = x * b.w
        b.add(
            "cups",
            lathe(
                [(r * 0.1, 0), (r * 0.42, 0.04 * b.h), (r * 0.42, 0.06 * b.h)], at, y * b.h, 0, 14
            ),
        )
        b.add("candles", cylinder(r * 0.22, 0.24 * b.h, at, (y + 0.04) * b.h, n=12), stuff("wax"))
        b.add(
            "flames",
            ball(r * 0.14, 0.045 * b.h, r * 0.14, at, (y + 0.33) * b.h, 0, detail=1),
            stuff("light", "#ffc04a"),
        )


MODELS: dict[str, Family] = {
    "chandelier": chandelier,
    "lantern": lantern,
    "candle": candle,
    "candlestick": candlestick,
}
