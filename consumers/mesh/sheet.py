"""A closed mesh from a flat outline and a depth: two sheets joined along the rim.

The outline is filled with one planar triangulation; the front sheet is that triangulation lifted,
the back sheet the same one lowered, and the vertices of the rim are shared. So the mesh is closed
whatever the triangulation looks like, as long as no inner edge joins two rim vertices: such edges
are split in the middle. What does not belong here: pictures and depths.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from scipy.spatial import Delaunay

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.integer]

ROUNDS = 7
"""How often missing sides of the outline are halved until the triangulation has them."""


def closed_sheets(
    polygons: Sequence[Floats], inner: Floats, depth: Callable[[Floats], Floats], least: float
) -> tuple[Floats, Ints]:
    """Vertices (n, 3), in outline coordinates with z towards the front, and faces (m, 3).

    ``polygons``: the outline, holes included; ``inner``: (k, 2) further points inside it;
    ``depth``: half of the depth at points; ``least``: what it is at least, off the rim. Seen from
    the front (y up), faces turn counter-clockwise; y down, as in pictures, turns them over.
    """
    points, triangles = _filled(polygons, inner)
    rim, triangles = _rim(points, triangles)
    points, triangles, added = _split_across(points, triangles, rim)
    rim = np.concatenate([rim, np.zeros(added, dtype=bool)])
    used = np.zeros(len(points), dtype=bool)
    used[triangles] = True
    front = np.cumsum(used) - 1
    inside = used & ~rim
    count = int(used.sum())
    back = np.where(inside, count + np.cumsum(inside) - 1, front)
    height = np.where(rim, 0.0, np.maximum(depth(points), least))
    upper = np.column_stack([points, height])[used]
    lower = np.column_stack([points, -height])[inside]
    faces = np.concatenate([front[triangles], back[triangles][:, ::-1]])
    return np.concatenate([upper, lower]), faces


def _filled(polygons: Sequence[Floats], inner: Floats) -> tuple[Floats, Ints]:
    """A triangulation of the outline's inside that follows its sides (as far as halving goes)."""
    rings = list(polygons)
    for _ in range(ROUNDS):
        corners = np.concatenate(rings)
        points = np.concatenate([corners, inner])
        triangles = Delaunay(points).simplices.astype(np.int64)
        have = np.unique(_edge_keys(triangles, len(points)))
        halved, start, missing = [], 0, False
        for ring in rings:
            index = np.arange(len(ring)) + start
            following = np.roll(index, -1)
            start += len(ring)
            key = np.minimum(index, following) * len(points) + np.maximum(index, following)
            absent = ~np.isin(key, have)
            missing |= bool(absent.any())
            middle = (ring + np.roll(ring, -1, axis=0))[absent] / 2.0
            halved.append(np.insert(ring, np.flatnonzero(absent) + 1, middle, axis=0))
        if not missing:
            break
        rings = halved
    else:
        corners = np.concatenate(rings)
        points = np.concatenate([corners, inner])
        triangles = Delaunay(points).simplices.astype(np.int64)
    middle = points[triangles].mean(axis=1)
    a, b, c = np.moveaxis(points[triangles], 1, 0)
    turn = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
    triangles[turn < 0.0] = triangles[turn < 0.0][:, ::-1]
    kept = within(middle, rings) & (np.abs(turn) > 1e-9)
    return points, triangles[kept]


def within(points: Floats, rings: Sequence[Floats]) -> npt.NDArray[np.bool_]:
    """Which points lie inside, by the even-odd rule."""
    start = np.concatenate(list(rings))
    end = np.concatenate([np.roll(ring, -1, axis=0) for ring in rings])
    rise = end[:, 1] - start[:, 1]
    lean = (end[:, 0] - start[:, 0]) / np.where(rise == 0.0, 1.0, rise)
    crossings = np.zeros(len(points), dtype=np.int64)
    for part in np.array_split(np.arange(len(points)), max(1, len(points) * len(start) // 2**20)):
        x, y = points[part, 0][:, None], points[part, 1][:, None]
        spans = (start[:, 1] <= y) != (end[:, 1] <= y)
        left = x < start[:, 0] + (y - start[:, 1]) * lean
        crossings[part] = (spans & left).sum(axis=1)
    return np.asarray(crossings % 2 == 1)


def _rim(points: Floats, triangles: Ints) -> tuple[npt.NDArray[np.bool_], Ints]:
    """Which points are on the rim, and the triangles without those that have no neighbour."""
    keys = _edge_keys(triangles, len(points)).reshape(3, -1)
    _, number, uses = np.unique(keys, return_inverse=True, return_counts=True)
    outer = (uses[number] == 1).reshape(3, -1)
    alone = outer.all(axis=0)
    rim = np.zeros(len(points), dtype=bool)
    for side in range(3):
        lone = outer[side] & ~alone
        rim[triangles[lone, side]] = True
        rim[triangles[lone, (side + 1) % 3]] = True
    return rim, triangles[~alone]


def _split_across(
    points: Floats, triangles: Ints, rim: npt.NDArray[np.bool_]
) -> tuple[Floats, Ints, int]:
    """Inner edges between two rim points get a new point in the middle; also how many."""
    keys = _edge_keys(triangles, len(points))
    edges, number, uses = np.unique(keys, return_inverse=True, return_counts=True)
    low, high = np.divmod(edges, len(points))
    across = (uses > 1) & rim[low] & rim[high]
    fresh = np.where(across, len(points) + np.cumsum(across) - 1, -1)
    halves = (points[low[across]] + points[high[across]]) / 2.0
    middle = fresh[number].reshape(3, -1).T
    split = (middle >= 0).sum(axis=1)
    parts = [triangles[split == 0]]
    for count in (1, 2, 3):
        chosen = split == count
        parts.append(_parted(triangles[chosen], middle[chosen], count))
    return np.concatenate([points, halves]), np.concatenate(parts), int(across.sum())


def _parted(triangles: Ints, middle: Ints, count: int) -> Ints:
    """Triangles with new points on ``count`` of their sides (side k runs from corner k)."""
    if not len(triangles):
        return triangles
    # Turn each triangle until its sides with new points come first.
    first = np.argmax((middle >= 0) & (np.roll(middle, 1, axis=1) < 0), axis=1)
    turn = (first[:, None] + np.arange(3)) % 3
    a, b, c = np.take_along_axis(triangles, turn, axis=1).T
    p, q, r = np.take_along_axis(middle, turn, axis=1).T
    patterns = {
        1: ((a, p, c), (p, b, c)),
        2: ((p, b, q), (a, p, q), (a, q, c)),
        3: ((a, p, r), (p, b, q), (r, q, c), (p, q, r)),
    }
    return np.concatenate([np.stack(corners, axis=1) for corners in patterns[count]])


def _edge_keys(triangles: Ints, count: int) -> Ints:
    """One number for each side of each triangle, sides first: (3 * m,)."""
    start = triangles.T.ravel()
    end = np.roll(triangles, -1, axis=1).T.ravel()
    return np.minimum(start, end) * count + np.maximum(start, end)
