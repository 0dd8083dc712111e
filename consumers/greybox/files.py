"""The file of a recipe's model. The painter and the sculptor of one wish ask for the same one.

What does not belong here: how a model is built (``build``) and written (``glb``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from schemas.recipe import Recipe

REMEMBERED = 32
"""Some megabytes. A batch's pictures are painted first, its meshes made thereafter."""


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """``size``: metres (x, y, z); ``triangles``: how many."""

    glb: bytes
    size: tuple[float, float, float]
    triangles: int


@lru_cache(REMEMBERED)
def built(recipe: Recipe) -> BuiltFile:
    """The recipe's file, made once while it is remembered. Raises what ``build`` raises."""
    model = build(recipe)
    low, high = model.bounds
    width, height, depth = (float(v) for v in high - low)
    return BuiltFile(to_glb(model), (width, height, depth), model.triangles)
