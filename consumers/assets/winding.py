"""Which triangles of a mesh are wound inward, and are to be turned.

What does not belong here: turning them.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from consumers.assets.model import Ints, Mask
from consumers.assets.topology import Edges, Soup, boxes, edges, volumes
from consumers.greybox.vectors import cross

OPEN_SHARE = 0.1
"""A piece with more of its edges open than this has no inside to speak of."""


def turned(whole: Soup, closed: bool) -> Mask:
    """The faces that are to be turned; ``closed``: every edge is walked both ways.

    Neighbours are made to agree first; then each piece whose volume is negative is turned, unless
    it lies within another one, whose cavity it may be.
    """
    found = edges(whole.corners, len(whole.points))
    count, piece, flip = _agreeing(whole.corners, found, closed)
    signs = np.where(flip, -1.0, 1.0)
    signed = _signed_volumes(whole, piece, count, signs)
    # Of what is closed only whole bodies are turned: parts of them would open it.
    most_open = 0.0 if closed else OPEN_SHARE
    inward = (signed < 0.0) & (_open_shares(found, piece, count) <= most_open)
    if not inward.any():
        return flip
    if signed.sum() >= 0.0:
        inward &= ~_within_another(whole, piece, count)
    return np.asarray(flip ^ inward[piece])


def _agreeing(corners: Ints, found: Edges, closed: bool) -> tuple[int, Ints, Mask]:
    """Pieces that hang together by edges of two faces, and which faces to turn within them."""
    pairs = found.uses == 2
    left, right = found.first[pairs] // 3, found.last[pairs] // 3
    shape = (len(corners), len(corners))
    graph = coo_array((np.ones(len(left)), (left, right)), shape=shape).tocsr()
    count, piece = connected_components(graph, directed=False)
    flip = np.zeros(len(corners), dtype=bool)
    if closed:
        return count, piece, flip
    start = corners.ravel()
    first, last = found.first[pairs], found.last[pairs]
    same = start[first] == start[last]
    for number in np.unique(piece[left[same]]):
        _spread(graph, corners, int(np.argmax(piece == number)), flip)
        members = piece == number
        if flip[members].sum() * 2 > members.sum():  # the fewer are wrong
            flip[members] = ~flip[members]
        own = members[left]
        if (same ^ flip[left] ^ flip[right])[own].any():  # a band with one side has no outside
            flip[members] = False
    return count, piece, flip


def _spread(graph: coo_array, corners: Ints, root: int, flip: Mask) -> None:
    """From face to neighbouring face: one that does not agree with where it came from is turned."""
    order, before = breadth_first_order(graph, root, directed=False)
    sides = {face: _sides(corners[face]) for face in order.tolist()}
    for face, origin in zip(order[1:].tolist(), before[order[1:]].tolist(), strict=True):
        disagrees = bool(sides[face] & sides[origin])
        flip[face] = flip[origin] != disagrees


def _sides(face: Ints) -> set[tuple[int, int]]:
    a, b, c = face.tolist()
    return {(a, b), (b, c), (c, a)}


def _signed_volumes(whole: Soup, piece: Ints, count: int, signs: Mask) -> Mask:
    """Of each piece, about its own middle, as its faces are to be wound."""
    corners = np.where(signs[:, None] < 0.0, whole.corners[:, ::-1], whole.corners)
    flux = volumes(whole.points, corners, piece, count)
    # Of an open piece the volume depends on where it is measured from: its own middle.
    a, b, c = (whole.points[corners[:, side]] for side in range(3))
    normal = cross(b - a, c - a) / 6.0
    total = np.stack([np.bincount(piece, normal[:, axis], count) for axis in range(3)], axis=1)
    size = np.bincount(piece, minlength=count)[:, None]
    mean = (a + b + c) / 3.0 - whole.points.mean(axis=0)
    middle = np.stack([np.bincount(piece, mean[:, axis], count) for axis in range(3)], axis=1)
    return np.asarray(flux - np.einsum("ij,ij->i", middle / size, total))


def _open_shares(found: Edges, piece: Ints, count: int) -> Mask:
    """The share of each piece's sides that do not lie on an edge of two faces."""
    where = np.repeat(piece, 3)
    rim = np.bincount(where, found.uses[found.of] != 2, count)
    return np.asarray(rim / np.maximum(np.bincount(where, minlength=count), 1))


def _within_another(whole: Soup, piece: Ints, count: int) -> Mask:
    """Pieces whose box lies in that of a larger one."""
    low, high = boxes(whole.points, whole.corners, piece, count)
    size = (high - low).prod(axis=1)
    inside = np.zeros(count, dtype=bool)
    for other in np.argsort(-size)[:200]:
        held = (low >= low[other]).all(axis=1) & (high <= high[other]).all(axis=1)
        inside |= held & (size < size[other])
    return inside
