"""What an asset consists of beside its mesh: coarser levels of detail, a collider.

What belongs here: facts that go into events and into the library. What does not: how such files
are made (``consumers/assets``), and where an asset comes from (``provenance``).
"""

from __future__ import annotations

from typing import Literal

from schemas.artifacts import ArtifactRef
from schemas.model import Frozen

Fit = Literal["uniform", "stretched", "inside", "free"]
"""How a mesh was brought to the size that was wanted.

``uniform``: by one factor, and it is within 2 % of what was wanted. ``stretched``: by a factor for
each axis. ``inside``: by one factor, as large as the wanted box allows, since its proportions are
others. ``free``: no size was wanted.
"""


class Lod(Frozen):
    """A coarser level of an asset: a GLB of the same size, place and materials. ``triangles`` of
    it; where nothing could be left out, ``mesh`` is that of the level before."""

    mesh: ArtifactRef
    triangles: int
