"""Small holes of a mesh, and the triangles that close them.

Only holes with a single, short rim are closed, over vertices that are there: a large one may be
meant (a vase has a mouth). What does not belong here: looking for anything else.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from consumers.assets.model import Ints
from consumers.assets.topology import Soup, edges, pieces

LONGEST_RIM = 32
"""Edges of a rim."""
WIDEST = 0.05
"""Of a hole, in diagonals of the whole."""
OPEN_SHARE = 0.15
"""A piece with more of its sides open than this is a sheet, or a leaf, and no body with a hole."""
MOST_RIMS = 20_000
"""Edges of all rims together; a mesh with more is no closed one with holes."""


def patches(whole: Soup) -> list[tuple[int, Ints]]:
    """The faces that close small holes, by the vertices of the soup, and the surface of each."""
    found = edges(whole.corners, len(whole.points))
    rim = found.first[found.uses == 1]
    if not len(rim) or len(rim) > MOST_RIMS:
        return []
    count, piece = pieces(whole.corners, len(whole.points))
    share = np.bincount(piece[rim // 3], minlength=count) / (3 * np.bincount(piece))
    rim = rim[share[piece[rim // 3]] <= OPEN_SHARE]
    starts, ends = whole.corners.ravel(), np.roll(whole.corners, -1, axis=1).ravel()
    vertices = whole.faces.ravel()
    owners = np.repeat(whole.owner, 3)
    following: dict[int, int] = {}
    for side in rim.tolist():
        if int(starts[side]) in following:
            following[int(starts[side])] = -1  # two rims meet: which goes where is not to be told
        else:
            following[int(starts[side])] = side
    taken: set[int] = set()
    filled = []
    for side in rim.tolist():
        loop = list(_loop(side, following, ends, taken))
        if not 3 <= len(loop) <= LONGEST_RIM or ends[loop[-1]] != starts[loop[0]]:
            continue
        owner = set(owners[loop].tolist())
        span = np.ptp(whole.points[starts[loop]], axis=0)
        if len(owner) == 1 and float(np.linalg.norm(span)) <= WIDEST * whole.diagonal:
            filled.append((owner.pop(), _fan(vertices[loop])))
    return filled


def _loop(side: int, following: dict[int, int], ends: Ints, taken: set[int]) -> Iterator[int]:
    """The rim's sides from this one on, as long as it is short and nobody has been there."""
    for _ in range(LONGEST_RIM + 1):
        if side < 0 or side in taken:
            return
        taken.add(side)
        yield side
        side = following.get(int(ends[side]), -1)


def _fan(rim: Ints) -> Ints:
    """Triangles over a rim, wound against it."""
    back = rim[::-1]
    return np.stack([np.full(len(rim) - 2, back[0]), back[1:-1], back[2:]], axis=1)
