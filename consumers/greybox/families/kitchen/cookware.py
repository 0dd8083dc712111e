"""Pots, pans, cauldrons, boards and trays."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK
from consumers.greybox.families.kitchen.dish_parts import WOOD
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, blob, box, cylinder, ring, rod
from consumers.greybox.sweeps import curve, eased, lathe, loft, rounded, tube


def pot(b: Draft) -> None:
    r = b.d / 2
    tall = 0.72 * b.h
    b.add(
        "pot",
        lathe(
            [
                (0.9 * r, 0),
                (0.98 * r, 0.04 * b.h),
                (0.98 * r, tall * 0.96),
                (r, tall),
                (0.94 * r, tall),
                (0.94 * r, 0.1 * b.h),
            ],
            n=36,
        ),
        None,
        60,
    )
    b.add(
        "lid",
        lathe(
            [
                (0.99 * r, tall),
                (0.99 * r, tall + 0.02 * b.h),
                (0.7 * r, tall + 0.12 * b.h),
                (0.2 * r, tall + 0.16 * b.h),
                (0, tall + 0.16 * b.h),
            ],
            n=36,
        ),
        stuff("glass", "#c9d6dc"),
    )
    b.add("lid rim", ring(0.98 * r, 0.02 * b.h, y=tall + 0.01 * b.h, n=36))
    b.add(
        "knob",
        lathe(
            [
                (0.05 * r, tall + 0.14 * b.h),
                (0.06 * r, 0.92 * b.h),
                (0.16 * r, 0.96 * b.h),
                (0.14 * r, b.h),
                (0, b.h),
            ],
            n=16,
        ),
        BLACK,
    )
    for s in (-1, 1):
        ear = curve(
            [
                (s * 0.95 * r, 0.52 * b.h, -0.34 * r),
                (s * b.w * 0.49, 0.53 * b.h, -0.3 * r),
                (s * b.w * 0.49, 0.53 * b.h, 0.3 * r),
                (s * 0.95 * r, 0.52 * b.h, 0.34 * r),
            ],
            4,
        )
        b.add("handles", tube(ear, 0.05 * b.h, 8), BLACK)


def pan(b: Draft) -> None:
    r = b.w / 2
    z = -b.d / 2 + r
    b.add(
        "pan",
        lathe(
            [
                (0.74 * r, 0),
                (0.8 * r, 0.05 * b.h),
                (r, 0.68 * b.h),
                (0.98 * r, 0.7 * b.h),
                (0.94 * r, 0.66 * b.h),
                (0.76 * r, 0.14 * b.h),
            ],
            0,
            0,
            z,
            40,
        ),
        None,
        60,
    )
    line = curve(
        [
            (0, 0.5 * b.h, z + r * 0.94),
            (0, 0.7 * b.h, z + r * 1.3),
            (0, 0.9 * b.h, b.d / 2 - 0.02 * b.d),
        ],
        4,
    )
    b.add("handle", tube(line, [(0.07 * b.w, 0.09 * b.h)] * len(line), 10), WOOD)
    b.add(
        "egg white",
        blob(b.rng, 0.46 * r, 0.06 * b.h, 0.42 * r, 0.1 * r, 0.18 * b.h, z, 0.16, 2, 3),
        stuff("food", "#fbf8ee"),
    )
    b.add(
        "yolk",
        ball(0.17 * r, 0.14 * b.h, 0.17 * r, 0.1 * r, 0.22 * b.h, z),
        stuff("food", "#f5b82a"),
    )


def cauldron(b: Draft) -> None:
    r = min(b.w * 0.88, b.d) / 2
    y = 0.1 * b.h
    tall = b.h - y
    profile = [
        (0.3, 0),
        (0.7, 0.1),
        (0.98, 0.36),
        (1.0, 0.52),
        (0.84, 0.78),
        (0.78, 0.88),
        (0.92, 1.0),
        (0.84, 1.0),
        (0.72, 0.88),
        (0.86, 0.5),
        (0.5, 0.2),
    ]
    b.add("cauldron", lathe(eased([(r * k, y + tall * v) for k, v in profile], 3), n=32), None, 60)
    b.add(
        "brew", cylinder(0.8 * r, 0.02 * b.h, 0, y + 0.76 * tall, n=30), stuff("light", "#6fd04a")
    )
    for x, z, k in ((0.3, 0.2, 0.12), (-0.2, 0.35, 0.09), (-0.35, -0.2, 0.14), (0.1, -0.3, 0.08)):
        b.add(
            "bubbles", ball(k * r, x=x * r, y=y + 0.79 * tall, z=z * r), stuff("light", "#8fe06a")
        )
    for i in range(3):
        a = 2 * pi * i / 3 + 0.5
        b.add(
            "feet",
            rod(
                (0.6 * r * sin(a), 0.01 * b.h, 0.6 * r * cos(a)),
                (0.5 * r * sin(a), 0.26 * b.h, 0.5 * r * cos(a)),
                0.07 * r,
                0.12 * r,
            ),
        )
    b.add(
        "rings",
        ring(0.16 * r, 0.035 * r, n=16).pitch(90).move(b.w / 2 - 0.2 * r, y + 0.66 * tall).pair(),
    )


def cutting_board(b: Draft) -> None:
    deep = 0.8 * b.d
    z = b.d / 2 - deep / 2
    b.add(
        "board",
        loft(
            [
                rounded(b.w * k, deep * k, 0.1 * b.w, y * b.h, 0, z, 4)
                for k, y in ((0.98, 0), (1, 0.15), (1, 0.85), (0.98, 1.0))
            ]
        ),
    )
    b.add(
        "handle",
        loft(
            [
                rounded(0.3 * b.w * k, 0.26 * b.d, 0.12 * b.w, y * b.h, 0, -0.37 * b.d, 4)
                for k, y in ((0.96, 0), (1, 0.15), (1, 0.85), (0.96, 1.0))
            ]
        ),
    )
    b.add("hole", cylinder(0.06 * b.w, 1.002 * b.h, 0, 0, -0.43 * b.d, n=18), b.tone(0.35))
    for x in (-0.33, 0.0, 0.33):
        b.add(
            "strips",
            box(0.1 * b.w, 1.003 * b.h, deep * 0.97, x * b.w, 0, z, bevel=0.05 * b.h),
            b.tone(0.82),
        )


def tray(b: Draft) -> None:
    r = 0.12 * b.d
    steps = [(0.92, 0.0), (0.94, 0.04), (1.0, 0.9), (0.99, 1.0), (0.96, 0.95), (0.9, 0.2)]
    b.add(
        "tray",
        loft([rounded(b.w * k, b.d - b.w * (1 - k), r, y * b.h, n=5) for k, y in steps]),
        None,
        60,
    )
    for s in (-1, 1):
        slot = box(0.03 * b.w, 0.3 * b.h, 0.3 * b.d, s * 0.475 * b.w, 0.55 * b.h)
        b.add("grips", slot, b.tone(0.45))


MODELS: dict[str, Family] = {
    "pot": pot,
    "pan": pan,
    "cauldron": cauldron,
    "cutting board": cutting_board,
    "tray": tray,
}
