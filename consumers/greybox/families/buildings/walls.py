"""Walls, fences, stairs, columns and pedestals."""

from __future__ import annotations

from math import pi

import numpy as np

from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, prism
from consumers.greybox.sweeps import lathe, loft


def wall(b: Draft) -> None:
    b.add("mortar", box(b.w * 0.99, b.h * 0.98, b.d * 0.86), stuff("concrete", "#b9b2a6"))
    rows = max(4, min(16, round(b.h / 0.18)))
    columns = max(2, min(16, round(b.w / 0.36)))
    tall, long = b.h / rows, b.w / columns
    for r in range(rows):
        odd = r % 2
        for c in range(columns + odd):
            x0, x1 = (
                max(-b.w / 2, -b.w / 2 + (c - 0.5 * odd) * long),
                min(b.w / 2, -b.w / 2 + (c + 1 - 0.5 * odd) * long),
            )
            tone = int(b.rng.integers(3))
            brick = box(
                x1 - x0 - 0.06 * tall,
                tall * 0.9,
                b.d,
                (x0 + x1) / 2,
                r * tall + tall * 0.05,
                bevel=0.06 * tall,
            )
            b.add(f"bricks {tone}", brick, b.tone((0.9, 1.0, 1.1)[tone]))


def fence(b: Draft) -> None:
    count = max(5, min(24, round(b.w / 0.16)))
    step = b.w / count
    for i in range(count):
        x = (i + 0.5 - count / 2) * step
        w = step * 0.62
        picket = prism(
            [(-w / 2, 0), (w / 2, 0), (w / 2, b.h * 0.88), (0, b.h), (-w / 2, b.h * 0.88)],
            b.d * 0.28,
            0.004,
        )
        b.add("pickets", picket.move(x, 0, b.d * 0.2))
    for y in (0.2, 0.66):
        b.add("rails", box(b.w, 0.08 * b.h, b.d * 0.3, 0, y * b.h, -b.d * 0.05), b.tone(0.92))
    for x in (-0.5, 0.0, 0.5):
        b.add(
            "posts", box(b.d, b.h * 0.96, b.d * 0.6, x * (b.w - b.d), 0, -b.d * 0.2), b.tone(0.92)
        )


def stairs(b: Draft) -> None:
    """Rising away from the front."""
    steps = max(3, round(b.h / 0.18))
    rise, run = b.h / steps, b.d / steps
    for i in range(steps):
        z = b.d / 2 - run * (i + 0.5)
        b.add("risers", box(b.w * 0.94, rise * (i + 1) - rise * 0.2, run, 0, 0, z), b.tone(1.35))
        b.add(
            "treads",
            box(
                b.w,
                rise * 0.22,
                run * 1.1,
                0,
                rise * (i + 1) - rise * 0.22,
                min(z + run * 0.05, b.d / 2 - run * 0.55),
            ),
        )


def column(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "base",
        box(b.w, 0.04 * b.h, b.d)
        + lathe(
            [
                (r * 0.95, 0.04 * b.h),
                (r * 0.95, 0.06 * b.h),
                (r * 0.76, 0.085 * b.h),
                (r * 0.7, 0.09 * b.h),
            ]
        ),
    )
    rings = []
    a = np.arange(48) * (2 * pi / 48)
    for y, k in ((0.08, 0.7), (0.4, 0.69), (0.7, 0.64), (0.91, 0.58)):
        reach = r * k * (1 - 0.05 * (np.cos(a * 12) > 0.2))
        rings.append(np.stack([reach * np.sin(a), np.full(48, y * b.h), reach * np.cos(a)], axis=1))
    b.add("shaft", loft(rings), None, 25)
    b.add(
        "capital",
        lathe(
            [
                (r * 0.6, 0.9 * b.h),
                (r * 0.66, 0.92 * b.h),
                (r * 0.9, 0.955 * b.h),
                (r * 0.9, 0.965 * b.h),
            ]
        )
        + box(b.w, 0.04 * b.h, b.d, 0, 0.96 * b.h),
    )


def pedestal(b: Draft) -> None:
    b.add(
        "plinth", box(b.w, 0.1 * b.h, b.d) + box(b.w * 0.9, 0.06 * b.h, b.d * 0.9, 0, 0.095 * b.h)
    )
    b.add("body", box(b.w * 0.78, 0.74 * b.h, b.d * 0.78, 0, 0.15 * b.h))
    b.add("panel", box(b.w * 0.54, 0.5 * b.h, b.d * 0.8, 0, 0.26 * b.h), b.tone(0.93))
    b.add(
        "top",
        box(b.w * 0.88, 0.05 * b.h, b.d * 0.88, 0, 0.87 * b.h)
        + box(b.w, 0.09 * b.h, b.d, 0, 0.91 * b.h),
    )


MODELS: dict[str, Family] = {
    "wall": wall,
    "fence": fence,
    "stairs": stairs,
    "column": column,
    "pedestal": pedestal,
}
