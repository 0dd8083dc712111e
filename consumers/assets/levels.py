"""Fewer triangles: a mesh within its budget, and its coarser levels of detail.

What does not belong here: how many triangles there may be (``gate``), and which of them go
(``quadrics``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from consumers.assets.model import Asset, Floats, Ints, Surface
from consumers.assets.quadrics import Goal, decimated
from consumers.assets.shading import shaded
from consumers.assets.topology import is_closed, weld


@dataclass(frozen=True, slots=True)
class Level:
    """At most so many triangles; ``most_error``: how far surfaces may be moved for that, and how
    large a piece may be that is left out, as a share of the whole's diagonal."""

    triangles: int
    most_error: float


def levels(asset: Asset, wanted: Sequence[Level]) -> list[Asset]:
    """The asset at each level, each coarser than the one before, or as coarse as it may be.

    Shading is worked out anew; texture coordinates, colours, materials and the order of surfaces
    stay. Closed surfaces stay closed.
    """
    low, high = asset.bounds
    diagonal = float(np.linalg.norm(high - low))
    rows, groups = _rows(asset)
    wedge, chosen = weld(rows)
    at = rows[chosen][:, :3]
    point, of_point = weld(np.column_stack([at, groups[chosen]]))
    first = np.cumsum([0, *(len(surface.positions) for surface in asset.surfaces)])
    faces = np.concatenate(
        [wedge[s.faces + start] for s, start in zip(asset.surfaces, first[:-1], strict=True)]
    )
    goals = [Goal(level.triangles, level.most_error * diagonal) for level in wanted]
    return [
        shaded(_asset(asset, chosen[wedges], first))
        for wedges in decimated(at[of_point], point[faces], faces, goals)
    ]


def _rows(asset: Asset) -> tuple[Floats, Floats]:
    """What makes a corner: its position, texture coordinates, colour and surface; and with which
    other surfaces' corners it may be one point.

    A surface that is closed by itself meets no other: parts that only touch stay apart.
    """
    width = max(3 + 2 * len(s.uv) + (0 if s.colors is None else 4) for s in asset.surfaces) + 1
    rows, groups = [], []
    for number, surface in enumerate(asset.surfaces):
        columns = [surface.positions, *(uv for _, uv in sorted(surface.uv.items()))]
        if surface.colors is not None:
            columns.append(surface.colors)
        whole = np.zeros((len(surface.positions), width))
        given = np.concatenate(columns, axis=1)
        whole[:, : given.shape[1]], whole[:, -1] = given, number
        rows.append(whole)
        alone = len(asset.surfaces) == 1 or is_closed(weld(surface.positions)[0][surface.faces])
        groups.append(np.full(len(whole), number + 1.0 if alone else 0.0))
    return np.concatenate(rows), np.concatenate(groups)


def _asset(asset: Asset, corners: Ints, first: Ints) -> Asset:
    """The asset of which only faces with these ``corners`` are left; ``first``: where each
    surface's vertices begin."""
    owner = np.searchsorted(first, corners[:, 0], side="right") - 1
    surfaces: list[Surface] = []
    for number, surface in enumerate(asset.surfaces):
        faces = corners[owner == number] - first[number]
        if len(faces):
            surfaces.append(replace(surface, faces=faces, normals=None).compact())
    return replace(asset, surfaces=tuple(surfaces))
