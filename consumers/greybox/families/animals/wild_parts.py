"""What fish, reptiles and insects share: bodies, fins, eyes. No noun of its own."""

from __future__ import annotations

from collections.abc import Sequence

from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, stuff
from consumers.greybox.outlines import smooth
from consumers.greybox.solids import ball, prism
from consumers.greybox.sweeps import Point, curve, tube

DARK = stuff("skin", "#1a1a1c")


WHITE = stuff("skin", "#f4f2ec")


def fin(points: Sequence[tuple[float, float]], thick: float) -> Mesh:
    """A flat fin; the points are (z, y), the mesh stands in the plane x = 0."""
    return prism(smooth(points, 3), thick, thick * 0.3).yaw(-90)


def torso(
    b: Draft,
    points: Sequence[Point],
    radii: Sequence[tuple[float, float]],
    n: int = 18,
    name: str = "body",
) -> None:
    """A body along a smooth line; radii are given at the points and blended between them."""
    line = curve(list(points), 4)
    blended = curve([(w, h, float(i)) for i, (w, h) in enumerate(radii)], 4)
    b.add(name, tube(line, [(max(w, 0.004), max(h, 0.004)) for w, h, _ in blended], n))


def eyes(b: Draft, x: float, y: float, z: float, r: float, white: bool = False) -> None:
    if white:
        b.add("eyes", ball(r, x=x, y=y, z=z, detail=1).pair(), WHITE)
        b.add("pupils", ball(r * 0.6, x=x + r * 0.5, y=y, z=z + r * 0.45, detail=1).pair(), DARK)
    else:
        b.add("eyes", ball(r, x=x, y=y, z=z, detail=1).pair(), DARK)
