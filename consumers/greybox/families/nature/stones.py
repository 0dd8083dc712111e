"""Rocks, crystals, the moon, and fire in a ring of stones."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.household.fireplace import flames
from consumers.greybox.families.nature.terrain_parts import cut
from consumers.greybox.mesh import Floats
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, blob, rod
from consumers.greybox.sweeps import lathe, tube


def rock(b: Draft) -> None:
    b.add("rock", cut(blob(b.rng, 0.5, 0.42, 0.5, 0, 0.3, 0, 0.16, 2, 2.0), 0.0), None, 24)
    for x, z, r in ((0.42, 0.34, 0.16), (-0.46, 0.26, 0.12)):
        b.add(
            "pebbles",
            cut(blob(b.rng, r, r * 0.8, r, x, r * 0.5, z, 0.16, 1, 2.0), 0.0),
            b.tone(0.88),
            24,
        )


def campfire(b: Draft) -> None:
    for i in range(9):
        a = 2 * pi * i / 9
        r = 0.13 * b.w * b.rng.uniform(0.8, 1.05)
        b.add(
            "stones",
            blob(b.rng, r, r * 0.75, r, 0.4 * b.w * sin(a), r * 0.55, 0.4 * b.d * cos(a), 0.14, 1),
            stuff("stone"),
            24,
        )
    for i in range(6):
        a = 2 * pi * i / 6
        log = rod(
            (0.3 * b.w * sin(a), 0.05 * b.h, 0.3 * b.d * cos(a)),
            (-0.05 * b.w * sin(a), 0.42 * b.h, -0.05 * b.d * cos(a)),
            0.05 * b.w,
            0.045 * b.w,
        )
        b.add("logs", log)
    b.add(
        "embers",
        ball(0.24 * b.w, 0.06 * b.h, 0.24 * b.d, 0, 0.04 * b.h, 0),
        stuff("light", "#c9401a"),
    )
    flames(b, 0.34 * b.w, 0.95 * b.h, 0.06 * b.h)


def crystal(b: Draft) -> None:
    base = blob(b.rng, 0.44, 0.12, 0.4, 0, 0.06, 0, 0.16, 2)
    b.add("rock", cut(base, 0.0), stuff("stone", "#5f5b66"), 24)
    spikes = (
        (0, 0, 0, 0.15, 1.0),
        (0.2, 0.06, 24, 0.1, 0.66),
        (-0.2, 0.04, -22, 0.11, 0.72),
        (0.05, 0.22, 12, 0.09, 0.5),
        (-0.08, -0.2, -10, 0.09, 0.56),
        (0.3, -0.12, 40, 0.07, 0.42),
        (-0.3, 0.16, -38, 0.07, 0.38),
    )
    for i, (x, z, lean, r, tall) in enumerate(spikes):
        shard = (
            lathe([(r * 0.8, 0), (r, tall * 0.66), (0, tall)], n=6)
            .yaw(25 * i)
            .roll(-lean)
            .move(x, 0.04, z)
        )
        b.add(
            "crystals" if i % 2 == 0 else "pale crystals",
            shard,
            b.tone(1.0 if i % 2 == 0 else 1.3),
            15,
        )


def moon(b: Draft) -> None:
    b.add("moon", blob(b.rng, 0.5, 0.5, 0.5, 0, 0.5, 0, 0.008, 3, 3))
    for i in range(18):
        up = 1 - 2 * (i + 0.5) / 18
        a = i * 2.4
        out = (1 - up * up) ** 0.5
        way = np.array([out * sin(a), up, out * cos(a)])
        r = b.rng.uniform(0.05, 0.13)
        rim = tube(_circle(way, r, 0.497 * (1 - 0.3 * r)), 0.016, 5, closed=True)
        b.add("craters", rim.move(0, 0.5), b.tone(0.92))
        x, y, z = (float(k) for k in way * (0.502 - r * 0.9))
        floor = ball(r * 0.94, x=x, y=y + 0.5, z=z, detail=1)
        b.add("floors", floor, b.tone(0.8))


def _circle(way: Floats, r: float, far: float) -> list[tuple[float, float, float]]:
    side = np.cross(way, [0.3, 0.9, 0.1])
    side /= np.linalg.norm(side)
    other = np.cross(way, side)
    points = []
    for k in range(16):
        t = 2 * pi * k / 16
        p = way * far * (1 - r * r * 1.4) + r * (cos(t) * side + sin(t) * other)
        points.append((float(p[0]), float(p[1]), float(p[2])))
    return points


MODELS: dict[str, Family] = {
    "rock": rock,
    "campfire": campfire,
    "crystal": crystal,
    "moon": moon,
}
