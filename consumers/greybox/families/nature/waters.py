"""Ponds, islands, icebergs and clouds."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.nature.terrain_parts import cut
from consumers.greybox.mesh import Floats
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, blob, cylinder, leaf, rod
from consumers.greybox.sweeps import curve, loft, tube


def island(b: Draft) -> None:
    b.add("water", cylinder(0.5, 0.05, n=40), stuff("water"))
    b.add("sand", ball(0.4, 0.16, 0.36, 0, 0.03, 0, detail=3))
    b.add("grass", ball(0.26, 0.1, 0.22, -0.03, 0.13, -0.02), stuff("grass"))
    line = curve([(0.02, 0.2, 0), (0.06, 0.5, 0.01), (0.13, 0.84, 0)], 4)
    b.add(
        "trunk",
        tube(line, [0.022 - 0.001 * i for i in range(len(line))], 9),
        stuff("wood", "#8f7350"),
    )
    for i in range(8):
        frond = leaf(0.24, 0.07, 1.1, 0.05, 0.9).yaw(45 * i)
        b.add(
            "fronds" if i % 2 else "young fronds",
            frond.move(0.13, 0.84, 0),
            stuff("plant", "#4c9a45" if i % 2 else "#62ad55"),
            70,
        )
    for x, z in ((0.12, 0.03), (0.15, -0.02)):
        b.add("coconuts", ball(0.02, 0.06, 0.02, x, 0.8, z, detail=1), stuff("wood", "#5a3d28"))
    b.add("rocks", blob(b.rng, 0.07, 0.13, 0.06, -0.26, 0.08, 0.14, 0.2, 1), stuff("stone"), 24)


def pond(b: Draft) -> None:
    n = 30
    a = np.arange(n) * (2 * pi / n)
    wob = 1 + 0.1 * np.sin(a * 2 + 1) + 0.06 * np.sin(a * 3)

    def ringed(k: float, y: float) -> Floats:
        return np.stack(
            [b.w / 2 * k * wob * np.sin(a), np.full(n, y), b.d / 2 * k * wob * np.cos(a)], axis=1
        )

    b.add(
        "bank",
        loft(
            [
                ringed(1.0, 0),
                ringed(1.0, 0.25 * b.h),
                ringed(0.95, 0.45 * b.h),
                ringed(0.86, 0.4 * b.h),
                ringed(0.8, 0.1 * b.h),
            ]
        ),
        stuff("grass", "#6f8a4a"),
        70,
    )
    b.add("water", loft([ringed(0.88, 0.12 * b.h), ringed(0.88, 0.34 * b.h)]))
    for i in range(20):
        t = a[(i * 3) % n] + 0.05 * i
        k = (0.93 + 0.04 * (i % 3)) * (1 + 0.1 * sin(t * 2 + 1) + 0.06 * sin(t * 3))
        r = b.rng.uniform(0.1, 0.19)
        b.add(
            "stones",
            blob(
                b.rng,
                r,
                min(r * 0.6, 0.4 * b.h),
                r,
                b.w / 2 * k * sin(t),
                0.36 * b.h,
                b.d / 2 * k * cos(t),
                0.15,
                1,
            ),
            stuff("stone"),
            24,
        )
    for x, z, r in ((-0.2, 0.1, 0.17), (-0.1, 0.2, 0.13), (0.22, -0.12, 0.16), (0.1, 0.0, 0.1)):
        b.add(
            "lily pads",
            cylinder(r, 0.06 * b.h, x * b.w, 0.33 * b.h, z * b.d, n=14),
            stuff("plant", "#4f9a4a"),
        )
    for i in range(6):
        petal = ball(0.03, 0.13 * b.h, 0.02).pitch(32).move(0, 0.52 * b.h, 0.04).yaw(60 * i)
        b.add("lilies", petal.move(-0.2 * b.w, 0, 0.1 * b.d), stuff("plant", "#f2b5cf"))
    for i in range(7):
        x, z = -0.38 * b.w + 0.03 * i * b.w * 0.3, -0.26 * b.d - 0.02 * i
        b.add(
            "reeds",
            rod((x, 0.3 * b.h, z), (x + 0.02, (0.8 + 0.05 * (i % 3)) * b.h, z), 0.015, 0.006, n=5),
            stuff("plant", "#6a8a3a"),
        )


def cloud(b: Draft) -> None:
    lumps = [
        (0, 0.45, 0, 0.4, 0.44),
        (-0.28, 0.32, 0.06, 0.27, 0.32),
        (0.29, 0.34, -0.04, 0.28, 0.34),
        (0.12, 0.32, 0.24, 0.24, 0.3),
        (-0.14, 0.34, -0.24, 0.24, 0.3),
        (-0.44, 0.2, 0, 0.15, 0.2),
        (0.46, 0.22, 0.03, 0.15, 0.21),
    ]
    for x, y, z, r, tall in lumps:
        b.add("cloud", cut(ball(r * 0.75, tall, r, x, y, z, detail=2), 0.04))


def iceberg(b: Draft) -> None:
    b.add("water", cylinder(0.5, 0.05, n=36), stuff("water", "#3f7fa8"))
    for x, z, r, tall, seed in (
        (0, 0, 0.36, 0.95, 0),
        (0.22, 0.1, 0.2, 0.5, 1),
        (-0.24, 0.06, 0.18, 0.62, 2),
    ):
        mesh = blob(b.rng, r, tall, r * 0.9, x, 0.02, z, 0.2, 2, 2.2)
        b.add(
            "ice" if seed < 2 else "pale ice",
            cut(mesh, 0.01),
            stuff("snow", b.main.color) if seed == 0 else stuff("snow", "#eef8fb"),
            18,
        )


MODELS: dict[str, Family] = {
    "island": island,
    "pond": pond,
    "cloud": cloud,
    "iceberg": iceberg,
}
