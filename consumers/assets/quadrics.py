"""Fewer triangles: half-edge collapses in order of quadric error.

Garland and Heckbert's measure; every collapse moves a point onto a neighbour, so that positions and
texture coordinates stay those of the file. Seams collapse only along themselves and rims only along
themselves, neither opens. Many collapses that can not touch each other are made at once, over whole
arrays. What does not belong here: surfaces, materials, files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from consumers.assets.model import Floats, Ints, Mask
from consumers.assets.topology import Edges, boxes, edges, pieces
from consumers.greybox.vectors import cross, dot, least, length

RIM_WEIGHT = 20.0
"""How much more an edge's own place counts, where the surface or its texture ends."""
PASS_SHARE = 0.5
"""Of the candidates, those that a pass may use: the cheapest ones."""
MOST_PASSES = 200
LEAST_COSINE = 0.5
"""Between a face before and after a collapse: more would fold it."""
ROUNDS = 6
LAST_ROUND = 0.1
"""A round that adds no more than this to what is chosen is the last one."""
LEAST_TRIED = 64
_NEXT = [1, 2, 0]
"""The corner of a face behind each."""


@dataclass(slots=True)
class _State:
    """``points`` (k, 3) and the quadric of each, (k, 10); ``corners`` (m, 3) by points,
    ``wedges`` (m, 3) by what of a point a corner shows: a point on a seam has several."""

    points: Floats
    quadrics: Floats
    corners: Ints
    wedges: Ints


@dataclass(frozen=True, slots=True, eq=False)
class _Collapses:
    """Candidates: ``gone`` onto ``stays``, at most two wedges of it, at a ``cost``; ``uses``: the
    faces on their edge."""

    gone: Ints
    stays: Ints
    cost: Floats
    uses: Ints
    from_wedges: Ints
    to_wedges: Ints

    def of(self, chosen: Ints | Mask) -> _Collapses:
        return _Collapses(
            self.gone[chosen],
            self.stays[chosen],
            self.cost[chosen],
            self.uses[chosen],
            self.from_wedges[chosen],
            self.to_wedges[chosen],
        )


@dataclass(frozen=True, slots=True)
class Goal:
    """At most so many triangles, with points moved by at most ``most_error`` for that."""

    triangles: int
    most_error: float


def decimated(points: Floats, corners: Ints, wedges: Ints, goals: Sequence[Goal]) -> Iterator[Ints]:
    """The wedges of the faces that are left at each goal, one after the other.

    ``points`` (k, 3); ``corners``, ``wedges`` (m, 3): each face by its points, and by what of them
    it shows. Small pieces go when nothing can be moved any more. What stays is never nothing.
    """
    scale = float(np.ptp(points, axis=0).max()) or 1.0
    middle = points.mean(axis=0)
    state = _State((points - middle) / scale, np.zeros((len(points), 10)), corners, wedges)
    state.quadrics = _quadrics(state, edges(corners, len(points)))
    for goal in goals:
        _collapse_to(state, goal.triangles, goal.most_error / scale)
        if len(state.corners) > goal.triangles:
            _drop_pieces(state, goal.triangles, goal.most_error / scale)
        yield state.wedges


def _collapse_to(state: _State, target: int, most_error: float) -> None:
    refused: set[int] = set()
    count = len(state.points)
    for _ in range(MOST_PASSES):
        if len(state.corners) <= target:
            return
        found = edges(state.corners, count)
        candidates = _cheapest(_candidates(state, found, most_error**2, refused))
        sound, ring = _judged(state, found, candidates)
        chosen = _apart(state, candidates, sound, ring, (len(state.corners) - target + 1) // 2)
        if len(chosen):
            refused.clear()  # what was wrong with a collapse may be gone with its neighbours
            _collapse(state, candidates.of(chosen))
        elif sound.all():
            return
        wrong = candidates.of(~sound)
        if len(wrong.gone):
            refused.update((wrong.gone * count + wrong.stays).tolist())


def _drop_pieces(state: _State, target: int, most_size: float) -> None:
    """Leave out whole pieces, the smallest first, as long as they are small."""
    count, piece = pieces(state.corners, len(state.points))
    low, high = boxes(state.points, state.corners, piece, count)
    size = np.linalg.norm(high - low, axis=1)
    faces = np.bincount(piece, minlength=count)
    order = np.argsort(size, kind="stable")
    left = len(state.corners) - np.cumsum(faces[order])
    goes = (size[order] <= most_size) & (left + faces[order] > target)
    goes[-1] = False
    keep = ~np.isin(piece, order[goes])
    state.corners, state.wedges = state.corners[keep], state.wedges[keep]


def _quadrics(state: _State, found: Edges) -> Floats:
    """Of each point: the sum of squared distances to the planes of its faces, and of its rims."""
    a, b, c = (state.points[state.corners[:, side]] for side in range(3))
    normal = cross(b - a, c - a)
    twice = length(normal)[:, None]
    unit = normal / np.maximum(twice, 1e-30)
    total = np.zeros((len(state.points), 10))
    planes = _plane(unit, a) * (twice / 2.0)
    for side in range(3):
        _add(total, state.corners[:, side], planes)
    ends = found.ends[rims := _is_rim(state, found)]
    along = state.points[ends[:, 1]] - state.points[ends[:, 0]]
    wall = cross(along, unit[found.first[rims] // 3])
    reach = length(wall)[:, None]
    planes = _plane(wall / np.maximum(reach, 1e-30), state.points[ends[:, 0]])
    planes *= RIM_WEIGHT * (along**2).sum(axis=1, keepdims=True)
    _add(total, ends[:, 0], planes)
    _add(total, ends[:, 1], planes)
    # A mean over the area around it, so that costs are squared distances.
    weight = np.zeros((len(state.points), 1))
    for side in range(3):
        weight[:, 0] += np.bincount(state.corners[:, side], twice[:, 0] / 2.0, len(weight))
    return np.asarray(total / np.maximum(weight, 1e-12))


def _is_rim(state: _State, found: Edges) -> Mask:
    """Edges where the surface ends, or where its texture or material does."""
    starts, ends = state.wedges.ravel(), state.wedges[:, _NEXT].ravel()
    left = np.sort(np.stack([starts[found.first], ends[found.first]]), axis=0)
    right = np.sort(np.stack([starts[found.last], ends[found.last]]), axis=0)
    return np.asarray((found.uses != 2) | (left != right).any(axis=0))


def _plane(unit: Floats, point: Floats) -> Floats:
    x, y, z = unit.T
    d = -(unit * point).sum(axis=1)
    return np.stack([x * x, x * y, x * z, x * d, y * y, y * z, y * d, z * z, z * d, d * d], axis=1)


def _add(total: Floats, where: Ints, planes: Floats) -> None:
    for column in range(10):
        total[:, column] += np.bincount(where, planes[:, column], len(total))


def _errors(quadrics: Floats, points: Floats) -> Floats:
    x, y, z = points.T
    q = quadrics.T
    along_x = q[0] * x + 2.0 * (q[1] * y + q[2] * z + q[3])
    along_y = q[4] * y + 2.0 * (q[5] * z + q[6])
    return np.asarray(along_x * x + along_y * y + (q[7] * z + 2.0 * q[8]) * z + q[9])


def _candidates(state: _State, found: Edges, limit: float, refused: set[int]) -> _Collapses:
    """Every collapse that keeps seams and rims, within the error that is allowed."""
    count = len(state.points)
    rim = np.zeros(count, dtype=bool)
    rim[found.ends[found.uses == 1]] = True
    tangled = np.zeros(count, dtype=bool)
    tangled[found.ends[found.uses > 2]] = True
    shown = np.zeros(int(state.wedges.max()) + 1, dtype=bool)
    shown[state.wedges] = True
    home = np.zeros(len(shown), np.int64)
    home[state.wedges] = state.corners
    parts = np.bincount(home[shown], minlength=count)
    low, high = _of_ends(state, found)
    gone, stays = np.concatenate([found.ends, found.ends[:, ::-1]]).T
    from_wedges, to_wedges = np.concatenate([low, high]), np.concatenate([high, low])
    uses = np.concatenate([found.uses, found.uses])
    split = from_wedges[:, 0] != from_wedges[:, 1]
    fits = (uses <= 2) & ~tangled[gone] & (parts[gone] == 1 + split)
    fits &= split | (to_wedges[:, 0] == to_wedges[:, 1])
    fits &= ~rim[gone] | (uses == 1)
    if refused:
        fits &= ~np.isin(gone * count + stays, np.fromiter(refused, np.int64))
    at = np.flatnonzero(fits)
    cost = _errors(state.quadrics[gone[at]] + state.quadrics[stays[at]], state.points[stays[at]])
    at, cost = at[cost <= limit], np.maximum(cost[cost <= limit], 0.0)
    return _Collapses(gone[at], stays[at], cost, uses[at], from_wedges[at], to_wedges[at])


def _of_ends(state: _State, found: Edges) -> tuple[Ints, Ints]:
    """What of its two ends each edge shows on its two sides: (e, 2) of the one with the smaller
    number, and of the other."""
    starts, wedges = state.corners.ravel(), state.wedges.ravel()
    next_wedges = state.wedges[:, _NEXT].ravel()
    low, high = np.empty((2, len(found.ends), 2), wedges.dtype)
    for column, side in enumerate((found.first, found.last)):
        begins = starts[side] == found.ends[:, 0]
        here, there = wedges[side], next_wedges[side]
        low[:, column] = np.where(begins, here, there)
        high[:, column] = np.where(begins, there, here)
    return low, high


def _cheapest(found: _Collapses) -> _Collapses:
    """The cheaper ones, in order, and of each point the cheapest alone."""
    order = np.argsort(found.cost, kind="stable")
    order = order[: max(int(PASS_SHARE * len(order)), LEAST_TRIED)]
    first = np.full(int(found.gone.max(initial=-1)) + 1, len(order))
    first[found.gone[order[::-1]]] = np.arange(len(order))[::-1]
    return found.of(order[np.sort(first[first < len(order)])])


def _apart(state: _State, found: _Collapses, sound: Mask, ring: _Ring, needed: int) -> Ints:
    """Which of the candidates, cheapest first, are made: no two share a face or make one edge."""
    gone, count, never = found.gone, len(state.points), len(found.gone)
    free = sound.copy()
    chosen = np.zeros(never, dtype=bool)
    for _ in range(ROUNDS):
        rank = np.full(count, never)
        rank[gone[free]] = np.flatnonzero(free)
        best = free & (_least_around(state.corners, rank)[gone] == np.arange(never))
        chosen |= best
        if best.sum() <= LAST_ROUND * chosen.sum():
            break
        taken = np.zeros(count, dtype=bool)
        taken[gone[chosen]] = True
        free &= ~_any_around(state.corners, taken)[gone]
    made = chosen[ring.owner]
    owner, key = ring.owner[made], ring.edge[made]
    order = np.lexsort((owner, key))
    again = np.zeros(len(order), dtype=bool)
    again[1:] = key[order[1:]] == key[order[:-1]]
    chosen[owner[order[again]]] = False
    return np.flatnonzero(chosen)[:needed]


def _least_around(corners: Ints, values: Ints) -> Ints:
    """The least value of each point and its neighbours."""
    around = least(values[corners])
    result = values.copy()
    for side in range(3):
        np.minimum.at(result, corners[:, side], around)
    return result


def _any_around(corners: Ints, marked: Mask) -> Mask:
    result = marked.copy()
    a, b, c = corners.T
    result[corners[marked[a] | marked[b] | marked[c]]] = True
    return result


@dataclass(frozen=True, slots=True, eq=False)
class _Ring:
    """The edges that collapses would make anew: ``edge`` by its number, ``owner`` the collapse."""

    owner: Ints
    edge: Ints


def _judged(state: _State, found: Edges, all_: _Collapses) -> tuple[Mask, _Ring]:
    """Which collapses, each alone, keep the surface a surface and fold no face."""
    count = len(state.points)
    number = np.full(count, -1)
    number[all_.gone] = np.arange(len(all_.gone))
    face, side = np.nonzero(number[state.corners] >= 0)
    at = state.corners[face]
    which = number[at[np.arange(len(face)), side]]
    to = all_.stays[which]
    before = state.points[at]
    after = before.copy()
    after[np.arange(len(face)), side] = state.points[to]
    old, new = _normals(before), _normals(after)
    lengths = np.sqrt(dot(old, old) * dot(new, new))
    folded = (dot(old, new) < LEAST_COSINE * lengths) | (lengths < 1e-20)
    folded &= (at[:, 0] != to) & (at[:, 1] != to) & (at[:, 2] != to)
    bad = np.bincount(which[folded], minlength=len(all_.gone)) > 0
    # Points next to both ends: one for each face between them, or the surface would pinch.
    ring = np.concatenate([at[np.arange(len(face)), (side + step) % 3] for step in (1, 2)])
    owner, neighbour = np.divmod(_distinct(np.concatenate([which, which]) * count + ring), count)
    other = all_.stays[owner]
    keys = found.ends[:, 0] * count + found.ends[:, 1]
    wanted = np.minimum(other, neighbour) * count + np.maximum(other, neighbour)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    there = keys[place] == wanted
    common = np.bincount(owner[there], minlength=len(all_.gone))
    fresh = ~there & (other != neighbour)
    return ~bad & (common == all_.uses), _Ring(owner[fresh], wanted[fresh])


def _distinct(values: Ints) -> Ints:
    """Each value once, in order: several times quicker than ``np.unique`` for many."""
    values.sort()
    new = np.ones(len(values), dtype=bool)
    new[1:] = values[1:] != values[:-1]
    return values[new]


def _normals(triangles: Floats) -> Floats:
    """Their vectors, twice their areas long."""
    p, q = triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]
    return cross(p, q)


def _collapse(state: _State, chosen: _Collapses) -> None:
    to = np.arange(len(state.points))
    to[chosen.gone] = chosen.stays
    wedge_to = np.arange(int(state.wedges.max()) + 1)
    wedge_to[chosen.from_wedges] = chosen.to_wedges
    corners, wedges = to[state.corners], wedge_to[state.wedges]
    a, b, c = (corners[:, side] for side in range(3))
    keep = (a != b) & (b != c) & (c != a)
    state.corners, state.wedges = corners[keep], wedges[keep]
    np.add.at(state.quadrics, chosen.stays, state.quadrics[chosen.gone])
