"""What birds share: beaks, eyes, legs, wings. No noun of its own."""

from __future__ import annotations

from math import sin

from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, stuff
from consumers.greybox.solids import ball
from consumers.greybox.sweeps import Point, curve, tube

BEAK = stuff("skin", "#f0a02a")


DARK = stuff("skin", "#1a1a1c")


WHITE = stuff("feathers", "#f8f6f0")


def beak(
    b: Draft, y: float, z: float, size: float, hook: bool = False, color: str = "#f0a02a"
) -> None:
    """A beak rooted at (0, y, z), ``size`` long."""
    tip: Point = (0, y - (0.55 if hook else 0.12) * size, z + size * (0.8 if hook else 1.0))
    line = [(0.0, y, z), (0.0, y + (0.12 if hook else -0.02) * size, z + 0.5 * size), tip]
    radii = [(0.34 * size, 0.36 * size), (0.24 * size, 0.24 * size), (0.03 * size, 0.03 * size)]
    b.add(
        "beak",
        tube(
            curve(line, 3),
            [radii[0], radii[0], radii[1], radii[1], radii[1], radii[2], radii[2]],
            8,
            tip=0.2,
        ),
        stuff("skin", color),
    )


def eyes(b: Draft, x: float, y: float, z: float, r: float) -> None:
    b.add("eyes", ball(r, x=x, y=y, z=z, detail=1).pair(), DARK)


def wing(long: float, tall: float, thick: float) -> Mesh:
    """A folded wing along -Z from its shoulder at the origin."""
    line = curve([(0, 0, 0), (0, -0.12 * tall, -0.45 * long), (0, -0.1 * tall, -long)], 3)
    n = len(line) - 1
    return tube(
        line,
        [
            (
                thick * (1 - 0.8 * i / n),
                tall * 0.5 * (0.75 + 0.5 * sin(2 * i / n) - 0.95 * (i / n) ** 3),
            )
            for i in range(n + 1)
        ],
        10,
    )
