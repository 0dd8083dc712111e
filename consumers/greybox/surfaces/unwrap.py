"""Laying a repeating tile on a mesh, in metres: around round pieces, from six sides on others.

Grain follows the longest side of each connected piece, so that legs have it upright and boards
along. What does not belong here: the tiles.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from consumers.greybox.mesh import Floats, Ints, Mesh, Shaded
from consumers.greybox.surfaces.tiles import Tile
from consumers.greybox.vectors import cross

_SIDEWAYS = np.array([2, 0, 0])
_UPWARD = np.array([1, 2, 1])
"""For faces across x, y and z: the axes that run sideways and upward as one looks at them."""

ROUND = 0.45
"""Pieces with less of their upright faces square to the axes than this are round."""


@dataclass(frozen=True, slots=True, eq=False)
class _Pieces:
    """The connected pieces of a mesh: ``of_face`` (m,), and each one's ``low`` and ``high``."""

    of_face: Ints
    low: Floats
    high: Floats


def unwrapped(mesh: Mesh, shaded: Shaded, tile: Tile) -> tuple[Shaded, Floats]:
    """The shaded mesh with vertices doubled where the tile has seams, and (n, 2) coordinates in
    tiles, v downward as glTF has it."""
    pieces = _pieces(mesh)
    corners = shaded.vertices[shaded.faces]
    normal = cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    axis = np.argmax(np.abs(normal), axis=1)
    around = _round(pieces, normal)[pieces.of_face] & (axis != 1)
    across, up, turned = _axes(pieces, axis, tile.upright)
    rows = np.arange(len(corners))[:, None]
    three = np.arange(3)[None, :]
    place = corners - pieces.low[pieces.of_face][:, None]
    if tile.upright:
        place = corners
    u = place[rows, three, across[:, None]]
    v = place[rows, three, up[:, None]]
    chart = np.repeat((axis * 2 + turned)[:, None], 3, axis=1)
    if around.any():
        u[around], v[around], wraps = _cylinder(
            corners[around], pieces, pieces.of_face[around], tile
        )
        chart[around] = 8 + wraps
    offset = 0.37 * pieces.of_face[:, None] if not tile.upright else 0.0
    uv = np.stack([u / tile.width + offset, offset - v / tile.height], axis=-1).reshape(-1, 2)
    key = shaded.faces.ravel() * 16 + chart.ravel()
    _, chosen, slot = np.unique(key, return_index=True, return_inverse=True)
    kept = shaded.faces.ravel()[chosen]
    split = Shaded(
        shaded.vertices[kept], shaded.normals[kept], slot.reshape(-1, 3), shaded.sources[kept]
    )
    return split, uv[chosen]


def _axes(pieces: _Pieces, axis: Ints, upright: bool) -> tuple[Ints, Ints, Ints]:
    """For each face the axes along the tile's width and height, and whether they were swapped."""
    across, up = _SIDEWAYS[axis], _UPWARD[axis]
    if upright:
        return across, up, np.zeros(len(axis), dtype=np.int64)
    extent = (pieces.high - pieces.low)[pieces.of_face]
    rows = np.arange(len(axis))
    swapped = extent[rows, up] > extent[rows, across]
    return np.where(swapped, up, across), np.where(swapped, across, up), swapped.astype(np.int64)


def _round(pieces: _Pieces, normal: Floats) -> NDArray[np.bool_]:
    """Which pieces stand round: as wide as deep, their upright faces turned every way."""
    count = len(pieces.low)
    level = np.hypot(normal[:, 0], normal[:, 2])
    square = np.maximum(np.abs(normal[:, 0]), np.abs(normal[:, 2])) > 0.98 * level
    steep = np.abs(normal[:, 1]) < level
    total = np.bincount(pieces.of_face, level * steep, count)
    straight = np.bincount(pieces.of_face, level * (steep & square), count)
    extent = pieces.high - pieces.low
    even = np.abs(extent[:, 0] - extent[:, 2]) < 0.1 * np.maximum(extent[:, 0], extent[:, 2])
    return np.asarray(even & (straight < ROUND * total))


def _cylinder(
    corners: Floats, pieces: _Pieces, piece: Ints, tile: Tile
) -> tuple[Floats, Floats, Ints]:
    """Metres along and across the grain at faces' corners, (k, 3) each, and on which side of the
    seam; prints run around, grain up what is tall."""
    middle = (pieces.low + pieces.high)[piece] / 2.0
    off = corners - middle[:, None]
    angle = np.arctan2(off[:, :, 0], off[:, :, 2])
    # A corner on the axis has no angle of its own: it takes that of the others.
    heart = np.hypot(off[:, :, 0], off[:, :, 2]) < 1e-9
    mean = np.arctan2(off[:, :, 0].sum(axis=1), off[:, :, 2].sum(axis=1))[:, None]
    angle = np.where(heart, mean, angle)
    wraps = np.rint((mean - angle) / (2.0 * np.pi)).astype(np.int64)
    radius = (pieces.high - pieces.low)[piece][:, [0, 2]].max(axis=1) / 2.0
    tall = (pieces.high - pieces.low)[piece][:, 1] > 2.0 * radius
    upward = (tall & (not tile.upright))[:, None]
    repeat = np.where(upward, tile.height, tile.width)
    # A whole number of repeats goes round, so that there is no seam to see.
    repeats = np.maximum(np.rint(2.0 * np.pi * radius[:, None] / repeat), 1.0)
    around = (angle / (2.0 * np.pi) + wraps) * repeats * repeat
    low = 0.0 if tile.upright else pieces.low[piece][:, None, 1]
    up = corners[:, :, 1] - low
    return np.where(upward, up, around), np.where(upward, around, up), wraps + 1


def _pieces(mesh: Mesh) -> _Pieces:
    count = len(mesh.vertices)
    start, end = mesh.faces[:, [0, 1]].ravel(), mesh.faces[:, [1, 2]].ravel()
    links = sparse.coo_matrix((np.ones(len(start), dtype=np.int8), (start, end)), (count, count))
    pieces, of_vertex = csgraph.connected_components(links, directed=False)
    low, high = np.full((pieces, 3), np.inf), np.full((pieces, 3), -np.inf)
    np.minimum.at(low, of_vertex, mesh.vertices)
    np.maximum.at(high, of_vertex, mesh.vertices)
    return _Pieces(of_vertex[mesh.faces[:, 0]].astype(np.int64), low, high)
