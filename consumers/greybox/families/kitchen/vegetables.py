"""Vegetables, bread, cheese and eggs."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.kitchen.food_parts import GREEN, fruit
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, leaf, prism, ring, rod
from consumers.greybox.sweeps import Point, curve, lathe, loft, tube


def tomato(b: Draft) -> None:
    n = 30
    a = np.arange(n) * (2 * pi / n)
    rings = []
    for r, y in (
        (0.1, 0.02),
        (0.32, 0.02),
        (0.46, 0.2),
        (0.5, 0.45),
        (0.46, 0.7),
        (0.32, 0.86),
        (0.12, 0.83),
    ):
        k = r * (1 + 0.035 * np.cos(5 * a))
        rings.append(np.stack([k * np.sin(a), np.full(n, y), k * np.cos(a)], axis=1))
    b.add("fruit", loft(rings).scale(b.w, b.h, b.d), None, 70)
    for i in range(5):
        b.add(
            "leaves",
            leaf(0.3 * b.w, 0.1 * b.w, 0.5, 0.12, 0.5).yaw(72 * i).move(0, 0.84 * b.h),
            GREEN,
            70,
        )
    b.add("stalk", rod((0, 0.83 * b.h, 0), (0.02 * b.w, b.h, 0), 0.035 * b.w, n=6), GREEN)


def carrot(b: Draft) -> None:
    r = b.w / 2
    root = lathe(
        [
            (0.06 * r, 0),
            (0.3 * r, 0.1 * b.d),
            (0.62 * r, 0.32 * b.d),
            (0.9 * r, 0.54 * b.d),
            (r, 0.64 * b.d),
            (0.7 * r, 0.7 * b.d),
            (0.2 * r, 0.69 * b.d),
        ],
        n=18,
    ).pitch(-90)
    b.add("root", root.move(0, r, 0.5 * b.d))
    for z, k in ((0.3, 0.46), (0.2, 0.62), (0.08, 0.78), (0.0, 0.86), (-0.1, 0.98)):
        b.add(
            "rings", ring(k * r * 0.94, 0.03 * r, n=18).pitch(90).move(0, r, z * b.d), b.tone(0.8)
        )
    for i in range(9):
        a = i * 2.4
        line: list[Point] = [
            (0, r, -0.18 * b.d),
            (0.4 * r * sin(a), r + 0.5 * r * cos(a) * 0.9, -0.32 * b.d),
            (0.9 * r * sin(a), r + 0.9 * r * cos(a), (-0.42 - 0.02 * (i % 4)) * b.d),
        ]
        b.add(
            "leaves",
            tube(
                curve(line, 3),
                [0.1 * r, 0.1 * r, 0.1 * r, 0.14 * r, 0.22 * r, 0.26 * r, 0.1 * r],
                6,
            ),
            GREEN,
        )


def pumpkin(b: Draft) -> None:
    n = 50
    a = np.arange(n) * (2 * pi / n)
    rings = []
    for r, y in (
        (0.12, 0.06),
        (0.3, 0.0),
        (0.44, 0.14),
        (0.5, 0.38),
        (0.46, 0.62),
        (0.34, 0.79),
        (0.12, 0.76),
    ):
        k = r * (0.86 + 0.14 * np.abs(np.cos(5 * a)) ** 0.6)
        rings.append(np.stack([k * np.sin(a), np.full(n, y), k * np.cos(a)], axis=1))
    b.add("fruit", loft(rings).scale(b.w, b.h, b.d), None, 50)
    stem = curve([(0, 0.74 * b.h, 0), (0, 0.86 * b.h, 0), (0.06 * b.w, b.h * 0.97, 0.02 * b.d)], 3)
    b.add(
        "stalk",
        tube(
            stem,
            [0.08 * b.w, 0.06 * b.w, 0.05 * b.w, 0.045 * b.w, 0.045 * b.w, 0.045 * b.w, 0.05 * b.w],
            6,
        ),
        stuff("plant", "#6b7a3a"),
        30,
    )


def bread(b: Draft) -> None:
    arch = [
        (0.5, 0),
        (0.5, 0.5),
        (0.46, 0.72),
        (0.3, 0.93),
        (0, 1.0),
        (-0.3, 0.93),
        (-0.46, 0.72),
        (-0.5, 0.5),
        (-0.5, 0),
    ]
    b.add("loaf", prism([(x * b.w, y * b.h * 0.96) for x, y in arch], b.d, 0.07 * b.d))
    for z in (-0.28, -0.1, 0.08, 0.26):
        cut = ball(0.3 * b.w, 0.05 * b.h, 0.035 * b.d).yaw(24)
        b.add("cuts", cut.move(0, 0.945 * b.h, z * b.d), stuff("food", "#f0d8a8"))
    b.add("base", box(b.w * 0.99, 0.08 * b.h, b.d * 0.96), b.tone(0.75))


def cheese(b: Draft) -> None:
    wedge = [(-b.w / 2, -b.d * 0.02), (b.w / 2, b.d / 2), (b.w / 2, -b.d / 2)]
    b.add("cheese", prism(wedge, b.h, 0.04 * b.h).pitch(-90).move(0, b.h / 2))
    dark = b.tone(0.78)
    for x, y, r in ((0.1, 0.6, 0.16), (0.3, 0.3, 0.13), (-0.15, 0.36, 0.1), (0.38, 0.74, 0.08)):
        face = (b.d * (0.24 + 0.5 * x)) * 0.96
        hole = cylinder(r * b.h, 0.03 * b.h, n=18).pitch(90).yaw(-27)
        b.add("holes", hole.move(x * b.w, y * b.h, face - 0.004 * b.d), dark)
    for x, z, r in ((0.25, 0.1, 0.13), (0.05, -0.04, 0.08), (0.36, -0.24, 0.1)):
        b.add("holes", cylinder(r * b.h, 0.03 * b.h, x * b.w, 0.985 * b.h, z * b.d, n=18), dark)
    b.add("rind", box(0.03 * b.w, b.h * 0.98, b.d * 0.98, 0.49 * b.w), stuff("food", "#d9932a"))


def egg(b: Draft) -> None:
    t = np.linspace(0, pi, 13)
    fruit(
        b,
        [
            (float(max(0.0, sin(k)) * (1 - 0.16 * -cos(k)) * 0.97), float(0.5 - 0.5 * cos(k)))
            for k in t
        ],
        "egg",
    )


MODELS: dict[str, Family] = {
    "tomato": tomato,
    "carrot": carrot,
    "pumpkin": pumpkin,
    "bread": bread,
    "cheese": cheese,
    "egg": egg,
}
