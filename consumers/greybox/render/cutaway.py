"""Opening a room for a look from outside: which walls and ceilings are left out.

A side of the scene counts as walled when tall things stand along most of it, close to its edge. A
walled side that faces the camera is left out, with what hangs on it, and so is a ceiling below the
camera. What does not belong here: where the camera stands (``scene``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from consumers.greybox.render.drawable import Floats, Ints, Mask
from consumers.greybox.render.soup import Soup

SLAB = 0.06
"""How deep the strip along a side is, as a share of the room's longer side; see also DEEPEST."""

DEEPEST = 0.4
"""Metres: no wall is thicker, whatever the room's size."""

TALL, ALONG = 0.6, 0.5
"""What a wall reaches of the scene's height, and walls together of their side's length."""

TOUCH = 0.02
"""Metres between pieces that touch."""

HUNG, GROUND = 0.25, 0.07
"""The shares of the scene's height from which on things at a wall may hang on it, and below which
they stand on the floor."""

FURNISHED = 1.5
"""Metres from a side within which what stands on the floor there is looked at."""

BROAD = 0.5
"""So many times as long as high a piece of a wall is at least: people in a row are no wall."""


@dataclass(frozen=True, eq=False)
class _Pieces:
    """Connected pieces of the soup: ``label`` per triangle, ``low`` and ``high`` corner of each."""

    label: Ints
    low: Floats
    high: Floats


def opened(soup: Soup, eye: Floats, azimuth: float) -> Ints:
    """Indices of the triangles to keep so that a camera at ``eye`` sees into the room.

    ``azimuth``: the camera's direction from the scene, degrees from +Z towards +X.
    """
    everything = np.arange(len(soup))
    if not len(soup):
        return everything
    pieces = _pieces(soup)
    low, high = pieces.low.min(axis=0), pieces.high.max(axis=0)
    span = np.maximum(high - low, 1e-9)
    deep = min(SLAB * float(max(span[0], span[2])), DEEPEST)
    kept = np.ones(len(soup), dtype=bool)
    swing = np.radians(azimuth)
    for axis, towards_eye in ((0, np.sin(swing)), (2, np.cos(swing))):
        if abs(float(towards_eye)) < 0.2:
            continue
        upper = bool(towards_eye > 0.0)
        outside = eye[axis] > high[axis] if upper else eye[axis] < low[axis]
        if outside:
            kept &= ~_wall(soup, pieces, axis, upper, low, high, deep)
    if eye[1] > high[1]:
        kept &= ~_ceiling(soup, pieces, low, high, min(deep, 0.2 * float(span[1])))
    # A scene that is nothing but walls is shown as it is.
    return everything[kept] if kept.any() else everything


def _wall(
    soup: Soup, pieces: _Pieces, axis: int, upper: bool, low: Floats, high: Floats, deep: float
) -> Mask:
    """Which triangles make the wall on one side; none if the side has no wall."""
    along = 2 - axis
    height = low[1] + TALL * (high[1] - low[1])
    if upper:
        edge = pieces.low[:, axis] >= high[axis] - deep
        near = soup.points[:, :, axis].min(axis=1) >= high[axis] - deep
    else:
        edge = pieces.high[:, axis] <= low[axis] + deep
        near = soup.points[:, :, axis].max(axis=1) <= low[axis] + deep
    extent = pieces.high - pieces.low
    broad = extent[:, along] >= BROAD * extent[:, 1]
    standing = edge & broad & (pieces.high[:, 1] >= height)
    length = float(high[along] - low[along])
    if _covered(pieces.low[standing, along], pieces.high[standing, along]) >= ALONG * length:
        beside = _beside(pieces, axis, upper, low, high) & ~standing
        at_back = beside & (pieces.low[:, 2] <= low[2] + DEEPEST / 2) & (axis == 0)
        on_floor = _standing_there(pieces, beside, low, high) | at_back
        hung = edge & ~on_floor & (pieces.high[:, 1] >= low[1] + HUNG * (high[1] - low[1]))
        hung |= _touching(pieces, beside & ~on_floor & ~hung, hung)
        return np.asarray(hung[pieces.label])
    # Walls of one piece: the strip of the shell that lies along this side.
    shell = _spanning(pieces, low, high) & (pieces.high[:, 1] >= height)
    rising = soup.points[:, :, 1].max(axis=1) > low[1] + 0.02 * (high[1] - low[1])
    return np.asarray(shell[pieces.label] & near & rising)


def _beside(pieces: _Pieces, axis: int, upper: bool, low: Floats, high: Floats) -> Mask:
    """Which pieces, other than floors, are as near to a side as furniture along it is."""
    extent = pieces.high - pieces.low
    broad = (extent[:, [0, 2]] > ALONG * (high - low)[[0, 2]]).all(axis=1)
    if upper:
        return np.asarray((pieces.low[:, axis] >= high[axis] - FURNISHED) & ~broad)
    return np.asarray((pieces.high[:, axis] <= low[axis] + FURNISHED) & ~broad)


def _standing_there(pieces: _Pieces, some: Mask, low: Floats, high: Floats) -> Mask:
    """Which of ``some`` pieces stand on the floor, or on each other down to it: a chair's back,
    what is on a desk. What hangs on the wall touches none of them."""
    found: Mask = some & (pieces.low[:, 1] <= low[1] + GROUND * (high[1] - low[1]))
    fresh = found
    while fresh.any():
        fresh = _touching(pieces, some & ~found, fresh)
        found = found | fresh
    return found


def _touching(pieces: _Pieces, some: Mask, others: Mask) -> Mask:
    """Which of ``some`` pieces touch one of the ``others``."""
    low, high = pieces.low[others] - TOUCH, pieces.high[others] + TOUCH
    found = np.zeros(len(some), dtype=bool)
    for index in np.flatnonzero(some):
        meets = (pieces.low[index] <= high).all(axis=1) & (pieces.high[index] >= low).all(axis=1)
        found[index] = meets.any()
    return found


def _ceiling(soup: Soup, pieces: _Pieces, low: Floats, high: Floats, deep: float) -> Mask:
    """Which triangles make a ceiling: flat pieces, or faces of a shell, over half of the room."""
    area = float((high[0] - low[0]) * (high[2] - low[2]))
    extent = pieces.high - pieces.low
    flat = (pieces.low[:, 1] >= high[1] - deep) & (extent[:, 0] * extent[:, 2] >= ALONG * area)
    top = (soup.points[:, :, 1].min(axis=1) >= high[1] - deep) & (soup.facing[:, 1] < -0.9)
    shell = _spanning(pieces, low, high)
    downward = top & shell[pieces.label]
    if not downward.any():
        return np.asarray(flat[pieces.label])
    corners = soup.points[downward]
    sides = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    if 0.5 * float(np.abs(sides[:, 1]).sum()) < ALONG * area:
        return np.asarray(flat[pieces.label])
    roof = (soup.points[:, :, 1].min(axis=1) >= high[1] - deep) & shell[pieces.label]
    return np.asarray(flat[pieces.label] | roof)


def _spanning(pieces: _Pieces, low: Floats, high: Floats) -> Mask:
    """Which pieces reach across the whole scene, both ways."""
    share = (pieces.high - pieces.low)[:, [0, 2]] / np.maximum(high - low, 1e-9)[[0, 2]]
    return np.asarray(share.min(axis=1) >= 0.9)


def _covered(starts: Floats, ends: Floats) -> float:
    """The length that intervals cover together."""
    total, reached = 0.0, -np.inf
    for start, end in sorted(zip(starts.tolist(), ends.tolist(), strict=True)):
        total += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _pieces(soup: Soup) -> _Pieces:
    """The soup's connected pieces; triangles of one drawable that share a point are connected."""
    points = soup.points.reshape(-1, 3)
    extent = float(np.ptp(points, axis=0).max())
    rounded = np.round(points / max(extent * 1e-6, 1e-12)).astype(np.int64)
    owner = np.repeat(soup.owner, 3)
    order = np.lexsort((rounded[:, 2], rounded[:, 1], rounded[:, 0], owner))
    ordered = np.column_stack([owner, rounded])[order]
    fresh = np.concatenate([[True], (ordered[1:] != ordered[:-1]).any(axis=1)])
    point = np.empty(len(points), dtype=np.int64)
    point[order] = np.cumsum(fresh) - 1
    corner = point.reshape(-1, 3)
    count = int(point.max()) + 1
    links = sparse.coo_matrix(
        (
            np.ones(2 * len(corner), dtype=np.int8),
            (np.repeat(corner[:, 0], 2), corner[:, 1:].ravel()),
        ),
        shape=(count, count),
    )
    pieces, of_point = csgraph.connected_components(links, directed=False)
    label = of_point[corner[:, 0]].astype(np.int64)
    low, high = np.full((pieces, 3), np.inf), np.full((pieces, 3), -np.inf)
    np.minimum.at(low, label, soup.points.min(axis=1))
    np.maximum.at(high, label, soup.points.max(axis=1))
    return _Pieces(label, low, high)
