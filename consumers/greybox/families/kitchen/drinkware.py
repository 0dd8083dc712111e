"""Cups, glasses, jugs and teapots."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.kitchen.dish_parts import turned
from consumers.greybox.mesh import Floats
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, cylinder, ring
from consumers.greybox.sweeps import curve, eased, lathe, tube

COFFEE = stuff("food", "#4a2a18")


def cup(b: Draft) -> None:
    """Its handle towards +X."""
    r = b.d / 2
    x = -b.w / 2 + r
    profile = [
        (0.7, 0),
        (0.74, 0.03),
        (0.96, 0.2),
        (1.0, 0.5),
        (1.0, 0.97),
        (0.96, 1.0),
        (0.9, 0.97),
        (0.9, 0.4),
        (0.6, 0.12),
    ]
    b.add("cup", lathe([(r * k, b.h * y) for k, y in profile], x, 0, 0, 32), None, 60)
    b.add("coffee", cylinder(r * 0.9, 0.02 * b.h, x, 0.84 * b.h, n=32), COFFEE)
    ear = curve(
        [
            (x + 0.92 * r, 0.8 * b.h, 0),
            (b.w / 2 - 0.06 * b.w, 0.8 * b.h, 0),
            (b.w / 2 - 0.05 * b.w, 0.4 * b.h, 0),
            (x + 0.9 * r, 0.28 * b.h, 0),
        ],
        4,
    )
    b.add("handle", tube(ear, [(0.075 * b.d, 0.05 * b.d)] * len(ear), 8))


def glass(b: Draft) -> None:
    turned(
        b, "glass", [(0.74, 0), (0.78, 0.02), (0.98, 0.98), (0.95, 1.0), (0.9, 0.97), (0.72, 0.1)]
    )
    b.add(
        "water",
        cylinder(0.36 * b.w, 0.5 * b.h, 0, 0.11 * b.h, top=0.42 * b.w, n=28).scale(1, 1, b.d / b.w),
        stuff("water", "#9fd0e6"),
    )


def wine_glass(b: Draft) -> None:
    turned(
        b,
        "glass",
        [
            (0.8, 0),
            (0.78, 0.015),
            (0.2, 0.04),
            (0.1, 0.08),
            (0.09, 0.4),
            (0.3, 0.46),
            (0.8, 0.56),
            (1.0, 0.7),
            (0.96, 0.85),
            (0.84, 1.0),
            (0.79, 1.0),
            (0.91, 0.84),
            (0.94, 0.7),
            (0.74, 0.57),
        ],
    )
    b.add(
        "wine",
        lathe([(0.1, 0.49), (0.36, 0.58), (0.46, 0.69), (0.46, 0.72)], n=28).scale(b.w, b.h, b.d),
        stuff("food", "#7a1530"),
    )


def jug(b: Draft) -> None:
    """Its spout towards -X, its handle towards +X."""
    r = b.d / 2
    x = -b.w / 2 + r * 1.12
    profile = [
        (0.62, 0),
        (0.66, 0.02),
        (0.96, 0.22),
        (1.0, 0.38),
        (0.78, 0.66),
        (0.6, 0.8),
        (0.66, 0.98),
        (0.62, 1.0),
        (0.54, 0.96),
        (0.5, 0.8),
        (0.66, 0.6),
        (0.8, 0.36),
        (0.5, 0.1),
    ]

    def lipped(v: Floats) -> Floats:
        high = np.clip((v[:, 1] / b.h - 0.78) / 0.22, 0, 1)
        out = np.clip(-v[:, 0] / r, 0, 1) ** 3
        v[:, 0] -= 0.5 * r * high * out
        v[:, 1] += 0.04 * b.h * high * out
        return v

    b.add(
        "jug",
        lathe(eased([(r * k, b.h * 0.96 * y) for k, y in profile], 3), n=32).warp(lipped).move(x),
        None,
        60,
    )
    ear = curve(
        [
            (x + 0.55 * r, 0.86 * b.h, 0),
            (x + 1.05 * r, 0.92 * b.h, 0),
            (b.w / 2 - 0.06 * b.w, 0.66 * b.h, 0),
            (x + 1.1 * r, 0.36 * b.h, 0),
            (x + 0.9 * r, 0.28 * b.h, 0),
        ],
        4,
    )
    b.add("handle", tube(ear, [(0.1 * b.d, 0.06 * b.d)] * len(ear), 9))
    for y, k in ((0.5, 0.9), (0.54, 0.87)):
        b.add("bands", ring(r * k, 0.025 * r, x, y * b.h * 0.96, 0, 32), b.tone(0.6))


def teapot(b: Draft) -> None:
    """Its spout towards -X."""
    r = b.d / 2
    x = 0.04 * b.w
    b.add(
        "pot",
        lathe(
            eased(
                [
                    (0.55 * r, 0),
                    (0.58 * r, 0.03 * b.h),
                    (0.9 * r, 0.18 * b.h),
                    (r, 0.4 * b.h),
                    (0.86 * r, 0.62 * b.h),
                    (0.5 * r, 0.76 * b.h),
                ],
                3,
            ),
            x,
            n=32,
        ),
    )
    b.add(
        "lid",
        lathe(
            [
                (0.54 * r, 0.73 * b.h),
                (0.54 * r, 0.77 * b.h),
                (0.3 * r, 0.86 * b.h),
                (0.1 * r, 0.88 * b.h),
                (0, 0.88 * b.h),
            ],
            x,
            n=28,
        ),
        b.tone(1.2),
    )
    b.add("knob", ball(0.14 * r, 0.06 * b.h, 0.14 * r, x, 0.935 * b.h, 0), b.tone(1.2))
    _teapot_spout(b, r, x)


def _teapot_spout(b: Draft, r: float, x: float) -> None:
    spout = curve(
        [
            (x - 0.8 * r, 0.26 * b.h, 0),
            (x - 1.3 * r, 0.4 * b.h, 0),
            (x - 1.42 * r, 0.7 * b.h, 0),
            (-b.w / 2 + 0.03 * b.w, 0.84 * b.h, 0),
        ],
        4,
    )
    b.add(
        "spout",
        tube(
            spout,
            [r * (0.26 - 0.15 * i / (len(spout) - 1)) for i in range(len(spout))],
            12,
            tip=0.0,
        ),
    )
    ear = curve(
        [
            (x + 0.8 * r, 0.66 * b.h, 0),
            (x + 1.3 * r, 0.76 * b.h, 0),
            (b.w / 2 - 0.03 * b.w, 0.5 * b.h, 0),
            (x + 1.2 * r, 0.22 * b.h, 0),
            (x + 0.85 * r, 0.22 * b.h, 0),
        ],
        4,
    )
    b.add("handle", tube(ear, 0.1 * r, 9))
    for i in range(8):
        a = pi * i / 4
        b.add(
            "flowers",
            ball(
                0.08 * r,
                0.04 * b.h,
                0.08 * r,
                x + 0.99 * r * sin(a),
                0.42 * b.h,
                0.99 * r * cos(a),
                detail=1,
            ),
            stuff("ceramic", "#f2d46a" if i % 2 else "#f4f1ea"),
        )


MODELS: dict[str, Family] = {
    "cup": cup,
    "glass": glass,
    "wine glass": wine_glass,
    "jug": jug,
    "teapot": teapot,
}
