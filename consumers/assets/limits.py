"""What assets may be at most, as the operator sets it. Light: settings import it.

What does not belong here: what the gate does about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Colliders = Literal["none", "hull", "parts"]
COLLIDERS: tuple[Colliders, ...] = get_args(Colliders)

SMALL_M, LARGE_M = 0.3, 3.0
VERTICES = 1.5
"""For each triangle that is read at most: of a closed surface there is half of one, or three where
triangles share none; then half as many triangles are read."""


@dataclass(frozen=True, slots=True)
class AssetLimits:
    """``triangles``: of an asset of ordinary size, at its finest level; seven tenths of it for what
    is smaller than 0.3 m, twice as many for what is larger than 3 m. ``texture_px``: the longer
    side of a texture. ``colliders``: "hull", one convex body an asset; "parts", one for each of its
    pieces, eight at most. ``most_triangles``: of a mesh that is looked at at all, with
    ``VERTICES`` for each; of 10 million it takes 2.4 GB.
    """

    triangles: int = 10_000
    texture_px: int = 2048
    colliders: Colliders = "none"
    most_triangles: int = 12_000_000

    def budget(self, longest_m: float) -> int:
        """Triangles of an asset whose longest side is so many metres."""
        if longest_m < SMALL_M:
            return self.triangles * 7 // 10
        return self.triangles * 2 if longest_m > LARGE_M else self.triangles


USUAL = AssetLimits()
