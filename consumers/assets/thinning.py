"""A mesh of far more triangles than anybody can see, made small enough to be worked on.

What hangs together within a cell of a fine grid becomes one point: quick, in little memory, and
what was closed stays closed. It is for the hundredfold too many, where a collapse of edges
(``quadrics``) would take minutes and gigabytes; that brings what is left here to its budget. What
does not belong here: how many there are to be in the end (``gate``).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from consumers.assets.model import Asset, Floats, Ints, Surface
from consumers.assets.topology import Soup, edges, soup

Indices = npt.NDArray[np.int32]
"""Half as large as ``Ints``: there are three of them for each of millions of faces."""

FINEST = 1024
"""Cells along the longest side, at most: of a thing of a metre, each is a millimetre."""
COARSEST = 16
SHRINKS = 0.8
"""How much coarser each try is, at least, than the one before."""
MOST_PIECES = 3
"""Pieces in a cell, on average: of more (leaves, dust) those of a cell are one point."""
CRUMB = 0.35
"""Of what a piece has points on average: smaller ones are none of their own."""
PATCHES = 32
"""Along a texture: what becomes one point, but lies half of such a patch apart in the texture, is
of two pieces of it, which meet there and keep their own coordinates."""
MOST_FLAPS = 0.02
"""Of the faces: where more lie back to back, they are leaves, and no accident."""


def thinned(asset: Asset, most: int) -> Asset:
    """The asset with at most about ``most`` triangles, each of its points one that it had.

    All positions are numbers. Normals are left out. Where nothing would be left, it stays whole.
    """
    whole = soup(asset)
    number, chosen = _merged(whole, most)
    places = whole.points[chosen]
    corners = number[whole.corners]
    a, b, c = corners.T
    keep = (a != b) & (b != c) & (c != a)
    if not keep.any():
        return asset
    keep[np.flatnonzero(keep)[_flaps(corners[keep], len(places))]] = False
    point = np.full(len(whole.positions), -1)
    point[whole.faces] = corners
    bounds = np.append(whole.first, len(whole.positions))
    surfaces = []
    for index, surface in enumerate(asset.surfaces):
        here = slice(bounds[index], bounds[index + 1])
        faces = surface.faces[keep[whole.owner == index]]
        if len(faces):
            surfaces.append(_thin(surface, faces, point[here], places))
    return replace(asset, surfaces=tuple(surfaces))


def _merged(whole: Soup, most: int) -> tuple[Ints, Ints]:
    """What each point becomes, by number; and of each of those one of its points."""
    cells = FINEST
    while True:
        number, chosen = _cells(whole.points, cells)
        if cells <= COARSEST or 2 * len(chosen) <= most:  # a closed surface has two faces a point
            break
        cells = max(COARSEST, int(cells * min(SHRINKS, (most / (2 * len(chosen))) ** 0.5)))
    start, end = _sides(whole.corners)
    within = number[start] == number[end]
    ones = np.ones(int(within.sum()), np.int8)
    shape = (len(whole.points), len(whole.points))
    graph = coo_array((ones, (start[within], end[within])), shape=shape)
    count, piece = connected_components(graph, directed=False)
    if count > MOST_PIECES * len(chosen):
        return number, chosen
    return _counted(_joined(piece, count, start, end)[piece])


def _sides(corners: Ints) -> tuple[Indices, Indices]:
    """The two points of each side; of the two sides that faces share, of one."""
    small = corners.astype(np.int32)
    start, end = small.ravel(), small[:, [1, 2, 0]].ravel()
    once = start < end
    return start[once], end[once]


def _joined(piece: Ints, count: int, start: Indices, end: Indices) -> Ints:
    """What each piece becomes: crumbs, which tangle the surface, are of the largest beside them.

    ``start``, ``end``: the two points of each side.
    """
    size = np.bincount(piece, minlength=count)
    largest = np.zeros(count, np.int64)
    for one, other in ((start, end), (end, start)):
        here, there = piece[one], piece[other]
        beside = (size[here] < CRUMB * len(piece) / count) & (size[there] > size[here])
        here, there = here[beside], there[beside]
        np.maximum.at(largest, here, size[there] * count + there)
    to = np.where(largest > 0, largest % count, np.arange(count))
    while not (to[to] == to).all():  # each is of a larger one, so that this ends
        to = to[to]
    return to


def _cells(points: Floats, cells: int) -> tuple[Ints, Ints]:
    """The number of each point's cell; and of each cell one of its points."""
    low = points.min(axis=0)
    side = float(np.ptp(points, axis=0).max()) / cells or 1.0
    key = np.zeros(len(points), np.int64)
    for axis in range(3):
        key *= 2 * cells
        key += ((points[:, axis] - low[axis]) / side).astype(np.int64)
    return _counted(key)


def _flaps(corners: Ints, points: int) -> Ints:
    """Pairs of faces back to back that hang on an edge of others: what became of a tip."""
    found = edges(corners, points)
    uses = found.uses[found.of].reshape(-1, 3)
    likely = np.flatnonzero(((uses == 2).sum(axis=1) == 2) & (uses > 2).any(axis=1))
    low, middle, high = np.sort(corners[likely], axis=1).T
    edge, _ = _counted(low * points + middle)
    face, _ = _counted(edge * points + high)
    flaps: Ints = likely[np.bincount(face, minlength=len(face))[face] == 2]
    return flaps if len(flaps) <= MOST_FLAPS * len(corners) else flaps[:0]


def _thin(surface: Surface, faces: Ints, point: Ints, places: Floats) -> Surface:
    """The surface of these faces, with one corner for all of one point and one piece of its
    texture; ``point``: what each of its vertices became."""
    corner, chosen = _counted(point)
    for uv in surface.uv.values():
        away = np.clip(np.rint((uv - uv[chosen][corner]) * PATCHES), -1000, 1000).astype(np.int64)
        corner, chosen = _counted((corner << 22) + (away[:, 0] << 11) + away[:, 1])
    thin = replace(surface, normals=None).taking(chosen, corner[faces])
    return replace(thin, positions=places[point[chosen]]).compact()


def _counted(key: Ints) -> tuple[Ints, Ints]:
    """Equal keys as one number; and of each number one that has it."""
    _, chosen, number = np.unique(key, return_index=True, return_inverse=True)
    return number.ravel(), chosen
