"""What trees share: trunks, limbs, leafy crowns. No noun of its own."""

from __future__ import annotations

from consumers.greybox.model import Draft, stuff
from consumers.greybox.sweeps import Point, curve, tube
from consumers.lexicon.words.materials import Material

BARK = stuff("wood", "#6b4a33")


def trunk(
    b: Draft, tall: float, r: float, bend: float = 0.02, surface: Material = BARK
) -> list[Point]:
    """A trunk of height ``tall`` that flares at its foot; returns its line."""
    dx, dz = b.rng.uniform(-bend, bend, 2)
    line = curve([(0, 0, 0), (dx, tall * 0.35, dz), (-dx, tall * 0.7, dz), (0, tall, 0)], 4)
    n = len(line) - 1
    radii = [
        r * (1.0 - 0.55 * i / n) * (1.5 if i == 0 else 1.12 if i == 1 else 1.0)
        for i in range(n + 1)
    ]
    b.add("trunk", tube(line, radii, 10, tip=0.0), surface)
    return line
