"""Fruit."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.kitchen.food_parts import GREEN, fruit
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import star
from consumers.greybox.solids import ball, blob, leaf, prism, rod
from consumers.greybox.sweeps import curve, lathe, tube

STALK = stuff("wood", "#6b4a2a")


def _stalk(b: Draft, y: float, tall: float, leaves: int = 1) -> None:
    b.add(
        "stalk",
        tube(
            curve(
                [
                    (0, y * b.h, 0),
                    (0.01 * b.w, (y + tall * 0.6) * b.h, 0),
                    (0.05 * b.w, (y + tall) * b.h, 0),
                ],
                3,
            ),
            0.03 * b.w,
            7,
        ),
        STALK,
    )
    for i in range(leaves):
        blade = leaf(0.4 * b.w, 0.2 * b.w, 0.4, 0.08, 0.6).yaw(70 + 140 * i)
        b.add("leaf", blade.move(0, (y + 0.5 * tall) * b.h, 0), GREEN, 70)


def apple(b: Draft) -> None:
    fruit(
        b,
        [
            (0, 0.06),
            (0.3, 0.0),
            (0.66, 0.1),
            (0.94, 0.36),
            (1.0, 0.56),
            (0.86, 0.78),
            (0.5, 0.87),
            (0.2, 0.83),
            (0, 0.74),
        ],
    )
    _stalk(b, 0.74, 0.26)


def pear(b: Draft) -> None:
    fruit(
        b,
        [
            (0, 0.03),
            (0.3, 0.0),
            (0.8, 0.1),
            (1.0, 0.28),
            (0.92, 0.44),
            (0.62, 0.62),
            (0.46, 0.76),
            (0.3, 0.86),
            (0, 0.88),
        ],
    )
    _stalk(b, 0.85, 0.15)


def orange(b: Draft) -> None:
    b.add("fruit", blob(b.rng, b.w / 2, b.h / 2, b.d / 2, 0, b.h / 2, 0, 0.004, 3, 14))
    b.add(
        "star",
        prism(star(5, 0.09 * b.w, 0.045 * b.w), 0.03 * b.h).pitch(-90).move(0, 0.99 * b.h),
        GREEN,
    )


def lemon(b: Draft) -> None:
    shape = lathe(
        [
            (0, 0),
            (0.08, 0.02),
            (0.12, 0.07),
            (0.36, 0.2),
            (0.5, 0.45),
            (0.46, 0.7),
            (0.24, 0.88),
            (0.1, 0.95),
            (0.06, 0.99),
            (0, 1.0),
        ],
        n=24,
    )
    b.add("fruit", shape.move(0, -0.5).pitch(90).scale(b.w, b.h, b.d).move(0, b.h / 2), None, 70)


def banana(b: Draft) -> None:
    for k, (tilt, dz) in enumerate(((-22, -0.2), (8, 0.06), (36, 0.26))):
        line = curve(
            [(-0.48, 0.24, 0), (-0.3, 0.04, 0), (0, -0.04, 0), (0.3, 0.06, 0), (0.46, 0.28, 0)], 4
        )
        n = len(line) - 1
        radii = [0.085 * (0.3 + 0.7 * sin(pi * (0.08 + 0.86 * i / n)) ** 0.7) for i in range(n + 1)]
        fruit = tube(line, radii, 6).pitch(tilt).move(0, 0.1 + 0.02 * k, dz * 0.5)
        b.add("bananas", fruit, None, 40)
        tip = (
            tube([line[-1], (0.5, 0.34, 0)], [0.03, 0.02], 6)
            .pitch(tilt)
            .move(0, 0.1 + 0.02 * k, dz * 0.5)
        )
        b.add("tips", tip, STALK)
        b.add(
            "tips",
            ball(0.03, x=-0.5, y=0.27, z=0, detail=1).pitch(tilt).move(0, 0.1 + 0.02 * k, dz * 0.5),
            STALK,
        )


def grapes(b: Draft) -> None:
    r = 0.1
    for i in range(34):
        t = i / 33
        wide = 0.36 * (1 - t) ** 0.7
        a = i * 2.4
        b.add(
            "grapes" if i % 3 else "dark grapes",
            ball(
                r,
                x=wide * cos(a),
                y=r + 0.3 * (1 - t) * abs(sin(a)) * 0.9,
                z=-0.34 + 0.74 * t + 0.02 * sin(a),
                detail=1,
            ),
            b.tone(1.0 if i % 3 else 0.8),
        )
    b.add(
        "stalk",
        tube(curve([(0, 0.3, -0.3), (0, 0.46, -0.44), (0.06, 0.44, -0.54)], 3), 0.03, 7),
        STALK,
    )
    b.add("leaf", leaf(0.34, 0.3, 0.3, 0.04, 0.3).yaw(120).move(0.02, 0.4, -0.42), GREEN, 70)


def strawberry(b: Draft) -> None:
    fruit(
        b,
        [
            (0, 0.0),
            (0.16, 0.02),
            (0.5, 0.2),
            (0.86, 0.5),
            (1.0, 0.68),
            (0.86, 0.82),
            (0.4, 0.88),
            (0, 0.87),
        ],
    )
    for i in range(34):
        t = (i + 0.5) / 34
        y = 0.08 + 0.7 * t
        r = 0.5 * float(np.interp(y, [0.02, 0.2, 0.5, 0.68, 0.82], [0.16, 0.5, 0.86, 1.0, 0.86]))
        a = i * 2.4
        b.add(
            "seeds",
            ball(
                0.02 * b.w,
                0.03 * b.h,
                0.02 * b.d,
                r * b.w * sin(a),
                y * b.h,
                r * b.d * cos(a),
                detail=0,
            ),
            stuff("food", "#f5d77a"),
        )
    for i in range(7):
        b.add(
            "leaves",
            leaf(0.44 * b.w, 0.2 * b.w, 0.5, 0.1, 0.3).yaw(360 * i / 7).move(0, 0.87 * b.h),
            GREEN,
            70,
        )
    b.add("stalk", rod((0, 0.86 * b.h, 0), (0.02 * b.w, b.h, 0), 0.04 * b.w, n=6), GREEN)


def pineapple(b: Draft) -> None:
    tall = 0.62
    b.add(
        "core",
        lathe(
            [(0.2, 0), (0.36, 0.03), (0.46, 0.2), (0.47, 0.36), (0.38, 0.56), (0.2, tall)], n=24
        ).scale(b.w, b.h, b.d),
        b.tone(0.7),
    )
    for row in range(9):
        y = 0.04 + 0.064 * row
        r = float(np.interp(y, [0, 0.2, 0.36, 0.56, 0.62], [0.36, 0.45, 0.46, 0.38, 0.26]))
        for k in range(11):
            a = 2 * pi * (k + 0.5 * (row % 2)) / 11
            knob = ball(0.115 * b.w, 0.036 * b.h, 0.06 * b.d, 0, 0, r * b.w, detail=0)
            b.add("scales", knob.yaw(57.3 * a).move(0, y * b.h), None, 15)
    for i in range(19):
        up = i / 18
        blade = leaf(0.36 * b.h * (0.6 + 0.4 * up), 0.17 * b.w, 0.25, 0.1, 1.6 + 4 * up)
        slim = 1 / (1.8 + 2.6 * up)
        b.add(
            "leaves",
            blade.scale(1, 0.34, 0.9 * slim + 0.3).yaw(137.5 * i).move(0, (tall - 0.02) * b.h, 0),
            GREEN,
            70,
        )


def watermelon(b: Draft) -> None:
    b.add("fruit", ball(b.w / 2, b.h / 2, b.d / 2, 0, b.h / 2, 0, detail=3))
    for i in range(9):
        a = 2 * pi * i / 9
        line = []
        for t in np.linspace(0.06, pi - 0.06, 15):
            wob = a + 0.06 * sin(7 * t + i)
            line.append(
                (
                    0.5 * b.w * sin(t) * sin(wob),
                    b.h / 2 + 0.5 * b.h * sin(t) * cos(wob),
                    0.5 * b.d * cos(t),
                )
            )
        b.add(
            "stripes",
            tube(
                line,
                [(0.045 * b.w * sin(0.12 + 0.97 * t), 0.006 * b.w) for t in np.linspace(0, pi, 15)],
                6,
            ),
            b.tone(0.55),
        )
    b.add(
        "stalk",
        tube(
            curve(
                [
                    (0, b.h / 2, -b.d / 2),
                    (0, 0.6 * b.h, -0.53 * b.d),
                    (0.03 * b.w, 0.66 * b.h, -0.52 * b.d),
                ],
                3,
            ),
            0.02 * b.w,
            6,
        ),
        STALK,
    )


MODELS: dict[str, Family] = {
    "apple": apple,
    "pear": pear,
    "orange": orange,
    "lemon": lemon,
    "banana": banana,
    "grapes": grapes,
    "strawberry": strawberry,
    "pineapple": pineapple,
    "watermelon": watermelon,
}
