"""Plants in pots, and pots."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.plants.plant_parts import STEM
from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, blob, box, leaf, rod
from consumers.greybox.sweeps import curve, lathe, loft, tube

SOIL = stuff("dirt", "#4a3626")


POT = stuff("terracotta")


def pot(b: Draft, r: float, tall: float, name: str = "pot", own: bool = False) -> None:
    """A flower pot filled with soil, standing at the origin; ``own``: in the main surface."""
    profile = [
        (0.66, 0.0),
        (0.68, 0.02),
        (0.9, 0.78),
        (1.0, 0.78),
        (1.0, 1.0),
        (0.9, 1.0),
        (0.86, 0.86),
        (0.84, 0.84),
    ]
    b.add(name, lathe([(r * x, tall * y) for x, y in profile], n=28), None if own else POT)
    b.add(
        "soil",
        lathe([(r * 0.86, tall * 0.8), (r * 0.88, tall * 0.9), (0, tall * 0.94)], n=20),
        SOIL,
    )


def potted_plant(b: Draft) -> None:
    r, tall = 0.3 * min(b.w, b.d), 0.34 * b.h
    pot(b, r, tall)
    for i in range(17):
        turn = i * 137.5
        up = i / 16
        stem = 0.1 * b.h + 0.24 * b.h * up
        long = min(b.w, b.d) * (0.5 - 0.2 * up) * b.rng.uniform(0.9, 1.1)
        blade = leaf(long, long * 0.42, 0.45 - 0.3 * up, 0.06, 0.7 + 0.9 * up)
        b.add(
            "leaves" if i % 2 else "young leaves",
            blade.yaw(turn).move(0, tall * 0.9 + stem, 0),
            b.tone(1.0 if i % 2 else 1.18),
            70,
        )
        a = turn * pi / 180
        b.add(
            "stems",
            rod(
                (0, tall * 0.8, 0),
                (0.02 * r * sin(a), tall * 0.92 + stem, 0.02 * r * cos(a)),
                0.035 * r,
                n=6,
            ),
            STEM,
        )


def cactus(b: Draft) -> None:
    pot(b, 0.42 * min(b.w, b.d), 0.26 * b.h)
    r = 0.24 * min(b.w, b.d)
    trunk_line = [(0.0, 0.2 * b.h, 0.0), (0.0, 0.6 * b.h, 0.0), (0.0, 0.92 * b.h, 0.0)]
    b.add("trunk", _ribbed(trunk_line, r, 10), crease=25)
    for s, y, top in ((-1, 0.46, 0.78), (1, 0.56, 0.86)):
        arm = curve(
            [
                (s * r * 0.5, y * b.h, 0),
                (s * b.w * 0.34, (y + 0.02) * b.h, 0),
                (s * b.w * 0.42, (y + 0.12) * b.h, 0),
                (s * b.w * 0.42, top * b.h, 0),
            ],
            3,
        )
        b.add("arms", tube(arm, r * 0.55, 12))
    for i in range(40):
        a, y = i * 2.4, 0.3 + 0.6 * i / 40
        p = (r * 0.95 * sin(a), y * b.h, r * 0.95 * cos(a))
        b.add(
            "spines",
            rod(p, (p[0] * 1.3, p[1] + 0.01 * b.h, p[2] * 1.3), 0.025 * r, 0.008 * r, n=4),
            stuff("bone"),
        )
    for i in range(6):
        petal = (
            ball(r * 0.12, r * 0.3, r * 0.06).pitch(40).move(0, 0.97 * b.h, r * 0.16).yaw(60 * i)
        )
        b.add("flower", petal, stuff("plant", "#e04f8a"))


def _ribbed(line: list[tuple[float, float, float]], r: float, ribs: int) -> Mesh:
    rings = []
    ys = np.linspace(line[0][1], line[-1][1], 9)
    for i, y in enumerate(ys):
        k = 1.0 if i < 6 else (0.93, 0.75, 0.4)[i - 6]
        a = np.arange(ribs * 4) * (2 * pi / (ribs * 4))
        reach = r * k * (1.0 + 0.08 * np.cos(a * ribs))
        rings.append(np.stack([reach * np.sin(a), np.full(len(a), y), reach * np.cos(a)], axis=1))
    return loft(rings)


def bonsai(b: Draft) -> None:
    clay = stuff("ceramic", "#3f5f6a")
    b.add("tray", box(b.w * 0.8, 0.16 * b.h, b.d * 0.8, 0, 0.02 * b.h, bevel=0.02 * b.h), clay)
    for s in (-1, 1):
        b.add("tray", box(0.1 * b.w, 0.04 * b.h, b.d * 0.6, s * 0.28 * b.w), clay)
    b.add("moss", ball(b.w * 0.36, 0.06 * b.h, b.d * 0.36, 0, 0.17 * b.h, 0), stuff("moss"))
    bark = stuff("wood", "#6b4a33")
    trunk = curve(
        [
            (-0.06 * b.w, 0.14 * b.h, 0),
            (0.06 * b.w, 0.34 * b.h, 0.02 * b.d),
            (-0.08 * b.w, 0.52 * b.h, 0),
            (0.04 * b.w, 0.76 * b.h, 0),
        ],
        4,
    )
    n = len(trunk) - 1
    b.add("trunk", tube(trunk, [0.07 * b.w * (1 - 0.65 * i / n) for i in range(n + 1)], 9), bark)
    for x, y, z, r in (
        (0.28, 0.52, 0.05, 0.2),
        (-0.3, 0.66, -0.04, 0.21),
        (0.06, 0.88, 0, 0.24),
        (0.16, 0.72, 0.2, 0.16),
    ):
        b.add(
            "trunk",
            rod((0, (y - 0.08) * b.h, 0), (x * b.w * 0.8, y * b.h, z * b.d), 0.025 * b.w),
            bark,
        )
        b.add(
            "leaves",
            blob(b.rng, r * b.w, 0.12 * b.h, r * b.w * 0.85, x * b.w, y * b.h, z * b.d, 0.12, 2, 5),
        )


def flower_pot(b: Draft) -> None:
    pot(b, 0.5, 1.0, own=True)


MODELS: dict[str, Family] = {
    "potted plant": potted_plant,
    "cactus": cactus,
    "bonsai": bonsai,
    "flower pot": flower_pot,
}
