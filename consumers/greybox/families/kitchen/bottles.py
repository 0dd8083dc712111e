"""Bottles, jars and cans."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.kitchen.dish_parts import WOOD, turned
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import cylinder
from consumers.greybox.sweeps import hoop, lathe, tube


def bottle(b: Draft) -> None:
    turned(
        b,
        "bottle",
        [
            (0.9, 0),
            (0.98, 0.02),
            (1.0, 0.05),
            (1.0, 0.58),
            (0.94, 0.65),
            (0.6, 0.74),
            (0.38, 0.8),
            (0.36, 0.93),
            (0.42, 0.935),
            (0.42, 0.96),
            (0.34, 0.965),
        ],
    )
    b.add(
        "content",
        lathe([(0.4, 0.02), (0.46, 0.05), (0.46, 0.56), (0.4, 0.62), (0.1, 0.64)], n=24).scale(
            b.w, b.h, b.d
        ),
        stuff("food", "#2a1420"),
    )
    b.add(
        "label",
        hoop([(0.49, 0.18), (0.508, 0.18), (0.508, 0.46), (0.49, 0.46)], n=32).scale(b.w, b.h, b.d),
        stuff("paper", "#f2e8d2"),
    )
    b.add(
        "stripe",
        hoop([(0.49, 0.38), (0.512, 0.38), (0.512, 0.42), (0.49, 0.42)], n=32).scale(b.w, b.h, b.d),
        stuff("paint", "#8f2a38"),
    )
    b.add(
        "cork",
        cylinder(0.16 * b.w, 0.07 * b.h, 0, 0.93 * b.h, n=16).scale(1, 1, b.d / b.w),
        stuff("cardboard"),
    )


def jar(b: Draft) -> None:
    turned(
        b,
        "jar",
        [(0.84, 0), (0.96, 0.03), (1.0, 0.1), (1.0, 0.68), (0.9, 0.78), (0.78, 0.82), (0.78, 0.86)],
    )
    for i in range(26):
        a, y = i * 2.4, 0.08 + 0.022 * i
        r = 0.3 * (i % 4) / 3
        color = ("#c98f4a", "#a8652a", "#d9b070")[i % 3]
        b.add(
            f"cookies {color}",
            cylinder(0.17 * b.w, 0.06 * b.h, n=12)
            .pitch(20 * sin(i * 1.7))
            .move(r * b.w * sin(a), y * b.h, r * b.d * cos(a)),
            stuff("food", color),
        )
    lid = lathe(
        [
            (0.44, 0.84),
            (0.46, 0.86),
            (0.46, 0.94),
            (0.42, 0.97),
            (0.12, 0.98),
            (0.1, 1.0),
            (0, 1.0),
        ],
        n=28,
    )
    b.add("lid", lid.scale(b.w, b.h, b.d), WOOD)


def can(b: Draft) -> None:
    turned(b, "can", [(0.78, 0), (0.84, 0.015), (0.98, 0.07), (0.98, 0.88), (0.84, 0.95)])
    lid = stuff("aluminum", "#c9ced2")
    b.add(
        "ends",
        lathe([(0.4, 0.945), (0.43, 0.95), (0.43, 0.99), (0.405, 1.0), (0.39, 0.975)], n=32).scale(
            b.w, b.h, b.d
        ),
        lid,
        60,
    )
    b.add(
        "ends",
        lathe([(0.38, 0.0), (0.42, 0.004), (0.43, 0.02), (0.4, 0.02)], n=32).scale(b.w, b.h, b.d),
        lid,
    )
    b.add("tab", cylinder(0.11 * b.w, 0.02 * b.h, 0, 0.975 * b.h, 0.06 * b.d, n=16), lid)
    wave = [
        (0.495 * b.w * sin(a), (0.46 + 0.09 * sin(2 * a)) * b.h, 0.495 * b.d * cos(a))
        for a in [2 * pi * i / 36 for i in range(36)]
    ]
    b.add(
        "wave",
        tube(wave, [(0.012 * b.w, 0.07 * b.h)] * 36, 8, closed=True),
        stuff("paint", "#f4f1ea"),
    )


MODELS: dict[str, Family] = {
    "bottle": bottle,
    "jar": jar,
    "can": can,
}
