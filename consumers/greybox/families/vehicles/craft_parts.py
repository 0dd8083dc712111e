"""What craft on water and in the air share. No noun of its own."""

from __future__ import annotations

from math import pi, sin

import numpy as np

from consumers.greybox.mesh import Mesh
from consumers.greybox.sweeps import loft
from consumers.lexicon.words.materials import Material

PANE = Material("pane", "#22303c", 0.08, 0.1)


def hull(
    w: float,
    h: float,
    d: float,
    hollow: float = 0.0,
    sheer: float = 0.25,
    stern: float = 0.7,
    both: bool = False,
) -> Mesh:
    """A boat's hull along z, bow at +Z, deck height ``h``; ``hollow``: 0 = decked over,
    towards 1 = open and ever wider inside; ``both``: its stern is a second bow."""
    stations = np.linspace(-0.5, 0.5, 13)
    rows = [(0.0, 0.06), (0.0, 0.5), (0.35, 0.86), (1.0, 1.0)]
    if hollow:
        rows += [(1.0, 0.9), (0.5, 0.76), (1.0 - hollow, 0.4), (1.0 - hollow, 0.05)]
    rings = []
    for y, k in rows:
        right, left = [], []
        for t in stations:
            fore = abs(t * 2) if both else max(0.0, t * 2)
            beam = (1 - fore**2.2) * (stern + (1 - stern) * min(1.0, (t + 0.5) * 2.2))
            rise = h * sheer * fore**2 * y
            point = (
                w / 2 * max(beam, 0.015) * k,
                h * (1 - sheer) * y + rise,
                d * t * (0.88 + 0.12 * y),
            )
            right.append(point)
            left.append((-point[0], point[1], point[2]))
        rings.append(np.array(right + left[::-1]))
    return loft(rings)


def sail(points: list[tuple[float, float]], belly: float, thick: float) -> Mesh:
    """A triangular or square sail in the plane x = 0, (z, y) corners, bulging towards +X."""
    corners = np.array(points)
    n = 9
    grid = np.linspace(0, 1, n)
    rings = []
    for t in grid:
        a = corners[0] + (corners[1] - corners[0]) * t
        c = corners[-1] + (corners[2] - corners[-1]) * t
        out = belly * sin(pi * t)
        line = []
        for u in np.linspace(0, 1, 6):
            p = a + (c - a) * u
            line.append((out * sin(pi * u), p[1], p[0]))
        rings.append(np.array(line + [(x - thick, y, z) for x, y, z in line[::-1]]))
    return loft(rings)
