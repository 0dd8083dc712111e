"""How triangles hang together: welded corners, edges, components, whether a surface is closed.

Files double vertices where normals or texture coordinates break; here corners at one place are one
point. What does not belong here: changing anything (``soundness``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from consumers.assets.model import Asset, Floats, Ints, Mask
from consumers.greybox.vectors import cross, dot, length

_ODD = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64
)


@dataclass(frozen=True, slots=True, eq=False)
class Soup:
    """All triangles of an asset in one list.

    ``positions`` (n, 3) and ``faces`` (m, 3) of all surfaces behind each other; ``owner`` (m,):
    the surface of each face; ``first``: where each surface's vertices begin. ``corners`` (m, 3):
    the faces again, by welded points, of which there are ``points`` (k, 3).
    """

    positions: Floats
    faces: Ints
    owner: Ints
    first: Ints
    corners: Ints
    points: Floats

    @property
    def diagonal(self) -> float:
        """Of the box around it."""
        return float(np.linalg.norm(np.ptp(self.points, axis=0)))


def soup(asset: Asset) -> Soup:
    """The asset's triangles, welded across its surfaces. All positions are numbers."""
    sizes = [len(surface.positions) for surface in asset.surfaces]
    first = np.cumsum([0, *sizes[:-1]])
    positions = np.concatenate([surface.positions for surface in asset.surfaces])
    faces = np.concatenate(
        [surface.faces + start for surface, start in zip(asset.surfaces, first, strict=True)]
    )
    owner = np.repeat(np.arange(len(sizes)), [len(surface.faces) for surface in asset.surfaces])
    welded, chosen = weld(positions)
    return Soup(positions, faces, owner, first, welded[faces], positions[chosen])


def weld(rows: npt.NDArray[Any]) -> tuple[Ints, Ints]:
    """Equal rows as one: for each row the number of what it is, for each of those a row.

    Equal to the bit as 32-bit floats, which is what files have.
    """
    exact = np.ascontiguousarray(rows, dtype="<f4") + np.float32(0.0)  # -0 is 0
    words = exact.view(np.uint32)
    mixed = np.zeros(len(words), np.uint64)
    for column in range(words.shape[1]):
        word = words[:, column].astype(np.uint64)
        mixed = (mixed ^ (mixed >> np.uint64(31))) * _ODD[3] + word * _ODD[column % 3]
    _, chosen, number = np.unique(mixed, return_index=True, return_inverse=True)
    number = number.ravel()
    if not (exact[chosen][number] == exact).all():  # two rows with one hash
        _, chosen, number = np.unique(exact, axis=0, return_index=True, return_inverse=True)
    return number.ravel(), chosen


def is_closed(corners: Ints) -> bool:
    """Whether every edge is walked as often one way as the other."""
    start, end = corners.ravel(), corners[:, [1, 2, 0]].ravel()
    count = int(corners.max(initial=0)) + 1
    there, back = start * count + end, end * count + start
    there.sort()
    back.sort()
    return bool((there == back).all())


def volumes(points: Floats, corners: Ints, group: Ints, groups: int) -> Floats:
    """The signed volume of each group of faces, about the middle of all."""
    about = points - points.mean(axis=0)
    a, b, c = (about[corners[:, side]] for side in range(3))
    each = dot(a, cross(b, c)) / 6.0
    return np.asarray(np.bincount(group, each, groups))


def areas(points: Floats, corners: Ints) -> Floats:
    """The area of each face."""
    a, b, c = (points[corners[:, side]] for side in range(3))
    return np.asarray(length(cross(b - a, c - a)) / 2.0)


def pieces(corners: Ints, points: int) -> tuple[int, Ints]:
    """How many pieces hang together by their points, and the piece of each face."""
    start = np.concatenate([corners[:, 0], corners[:, 1]])
    end = np.concatenate([corners[:, 1], corners[:, 2]])
    graph = coo_array((np.ones(len(start)), (start, end)), shape=(points, points))
    _, labels = connected_components(graph, directed=False)
    kinds, piece = np.unique(labels[corners[:, 0]], return_inverse=True)
    return len(kinds), piece.ravel()


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """The undirected edges of a list of faces; side k of a face runs from its corner k.

    ``ends`` (e, 2): points, the smaller first. ``uses`` (e,): sides on it. ``of`` (3 m,): the edge
    of each side, sides of a face behind each other. ``first``, ``last`` (e,): two of its sides,
    the same where there is only one.
    """

    ends: Ints
    uses: Ints
    of: Ints
    first: Ints
    last: Ints


def edges(corners: Ints, points: int) -> Edges:
    """The edges of faces over so many points."""
    start, end = corners.ravel(), corners[:, [1, 2, 0]].ravel()
    keys = np.minimum(start, end) * points + np.maximum(start, end)
    order = np.argsort(keys)
    ordered = keys[order]
    new = np.ones(len(keys), dtype=bool)
    new[1:] = ordered[1:] != ordered[:-1]
    begins = np.flatnonzero(new)
    uses = np.diff(np.append(begins, len(keys)))
    of = np.empty(len(keys), np.int64)
    of[order] = np.cumsum(new) - 1
    ends = np.stack(np.divmod(ordered[begins], points), axis=1)
    # By number, since sorting leaves open in which order equal ones come.
    first, last = np.minimum.reduceat(order, begins), np.maximum.reduceat(order, begins)
    return Edges(ends, uses, of, first, last)


def boxes(points: Floats, corners: Ints, group: Ints, groups: int) -> tuple[Floats, Floats]:
    """The lowest and highest corners, (groups, 3), of each group of faces."""
    low, high = np.full((groups, 3), np.inf), np.full((groups, 3), -np.inf)
    order = np.argsort(group, kind="stable")
    begins = np.searchsorted(group[order], np.arange(groups))
    at = points[corners[order]]
    low = np.minimum.reduceat(at.min(axis=1), begins)
    high = np.maximum.reduceat(at.max(axis=1), begins)
    return low, high


def kept(asset: Asset, keep: Mask) -> list[Ints]:
    """Each surface's faces of which ``keep``, over all faces of the soup, says so."""
    bounds = np.cumsum([len(surface.faces) for surface in asset.surfaces])[:-1]
    masks = np.split(keep, bounds)
    return [surface.faces[mask] for surface, mask in zip(asset.surfaces, masks, strict=True)]
