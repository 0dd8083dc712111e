"""Pizza and burgers."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.kitchen.food_parts import GREEN
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, blob, box, cylinder, ring
from consumers.greybox.sweeps import lathe, loft
from consumers.lexicon.words.materials import Material


def pizza(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "crust",
        lathe(
            [
                (0.9 * r, 0),
                (0.97 * r, 0.1 * b.h),
                (r, 0.4 * b.h),
                (0.97 * r, 0.75 * b.h),
                (0.9 * r, 0.75 * b.h),
                (0.86 * r, 0.4 * b.h),
            ],
            n=40,
        ),
        stuff("food", "#c98f4a"),
    )
    b.add("sauce", cylinder(0.9 * r, 0.12 * b.h, 0, 0.36 * b.h, n=36), stuff("food", "#b5342a"))
    b.add("cheese", blob(b.rng, 0.86 * r, 0.2 * b.h, 0.86 * r, 0, 0.42 * b.h, 0, 0.03, 2, 6))
    for i in range(11):
        k, a = (0.0, 0.0) if i == 0 else (0.36, i * 1.57) if i < 5 else (0.68, i * 1.05)
        b.add(
            "salami",
            cylinder(0.13 * r, 0.2 * b.h, k * r * sin(a), 0.55 * b.h, k * r * cos(a), n=16),
            stuff("food", "#a8342c"),
        )
        b.add(
            "basil",
            ball(0.08 * r, 0.1 * b.h, 0.045 * r, 0, 0.7 * b.h, 0, detail=1)
            .yaw(i * 50)
            .move(0.52 * r * sin(a + 0.6), 0, 0.52 * r * cos(a + 0.6)),
            GREEN,
        )
        b.add(
            "olives",
            ring(
                0.035 * r,
                0.016 * r,
                0.28 * r * sin(i * 2.4) * (1 + i / 8),
                0.72 * b.h,
                0.28 * r * cos(i * 2.4) * (1 + i / 8),
                10,
            ),
            stuff("food", "#2b2a26"),
        )
    for i in range(4):
        b.add(
            "cuts",
            box(0.01 * r, 0.04 * b.h, 1.9 * r, 0, 0.6 * b.h).yaw(45 * i),
            stuff("food", "#c98f4a"),
        )


def burger(b: Draft) -> None:
    bun = b.main
    b.add(
        "bun",
        lathe([(0.4, 0), (0.46, 0.03), (0.48, 0.12), (0.46, 0.2), (0.3, 0.22)], n=28).scale(
            b.w, b.h, b.d
        ),
        bun,
    )
    n = 36
    a = np.arange(n) * (2 * pi / n)
    lettuce = []
    for r, y in ((0.3, 0.22), (0.5, 0.24), (0.5, 0.29), (0.3, 0.29)):
        lettuce.append(
            np.stack(
                [
                    r * (1 + 0.03 * np.sin(7 * a)) * np.sin(a),
                    y + (0.035 * np.sin(11 * a) if r > 0.4 else 0 * a),
                    r * (1 + 0.03 * np.sin(7 * a)) * np.cos(a),
                ],
                axis=1,
            )
        )
    b.add("lettuce", loft(lettuce).scale(b.w, b.h, b.d), stuff("plant", "#7fb84a"), 70)
    b.add(
        "patty",
        lathe([(0.42, 0.28), (0.485, 0.32), (0.485, 0.43), (0.42, 0.47)], n=28).scale(
            b.w, b.h, b.d
        ),
        stuff("food", "#5a3322"),
    )
    _burger_top(b, bun)


def _burger_top(b: Draft, bun: Material) -> None:
    b.add(
        "cheese",
        box(0.74 * b.w, 0.025 * b.h, 0.74 * b.d, 0, 0.465 * b.h).yaw(20),
        stuff("food", "#f5b92a"),
    )
    b.add(
        "tomato",
        cylinder(0.44 * b.w, 0.06 * b.h, 0, 0.485 * b.h, n=26).scale(1, 1, b.d / b.w),
        stuff("food", "#d9342a"),
    )
    b.add(
        "bun",
        lathe(
            [
                (0.4, 0.54),
                (0.48, 0.55),
                (0.49, 0.62),
                (0.45, 0.78),
                (0.34, 0.91),
                (0.18, 0.985),
                (0, 1.0),
            ],
            n=30,
        ).scale(b.w, b.h, b.d),
        bun,
    )
    for i in range(22):
        k, t = 0.36 * ((i + 0.5) / 22) ** 0.5, i * 2.4
        y = float(np.interp(k, [0, 0.18, 0.34, 0.45], [1.0, 0.985, 0.91, 0.78]))
        b.add(
            "sesame",
            ball(0.02 * b.w, 0.014 * b.h, 0.013 * b.d, detail=1)
            .yaw(i * 40)
            .move(k * b.w * sin(t), y * b.h, k * b.d * cos(t)),
            stuff("food", "#fbefd0"),
        )


MODELS: dict[str, Family] = {
    "pizza": pizza,
    "burger": burger,
}
