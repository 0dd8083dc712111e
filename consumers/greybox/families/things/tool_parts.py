"""What tools share. No noun of its own."""

from __future__ import annotations

import numpy as np

from consumers.greybox.mesh import Mesh
from consumers.greybox.model import stuff
from consumers.greybox.outlines import Outline
from consumers.greybox.solids import prism

HANDLE = stuff("wood", "#b07a45")


GRIP = stuff("rubber", "#23262a")


def flat(outline: Outline, thick: float, bevel: float = 0.0) -> Mesh:
    """A prism of an (x, z) outline that lies on the ground, z towards +Z."""
    points = np.asarray(outline, dtype=float) * [1.0, -1.0]
    return prism(points, thick, bevel).pitch(-90).move(0, thick / 2)
