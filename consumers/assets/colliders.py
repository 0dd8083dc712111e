"""Convex bodies around an asset, for physics: simple enough for every engine of games.

What does not belong here: splitting one piece into convex ones; a piece is one body.
"""

from __future__ import annotations

import numpy as np
from scipy.spatial import ConvexHull, QhullError

from consumers.assets.limits import Colliders
from consumers.assets.model import Asset, Floats, Ints, Surface
from consumers.assets.topology import boxes, pieces, soup

MOST_PARTS = 8
DIRECTIONS = 96
"""In which a body's corners are looked for: a hull of so many has fewer than 255 triangles, which
is as many as game engines take."""
THINNEST_M = 1e-3


def collider(asset: Asset, kind: Colliders) -> Asset:
    """The bodies: a surface each, without materials, in the asset's own frame."""
    whole = soup(asset)
    groups = [whole.points]
    if kind == "parts":
        count, piece = pieces(whole.corners, len(whole.points))
        low, high = boxes(whole.points, whole.corners, piece, count)
        order = np.argsort(-(high - low).prod(axis=1), kind="stable")
        groups = [whole.points[np.unique(whole.corners[piece == p])] for p in order[:MOST_PARTS]]
        if count > MOST_PARTS:  # what is left goes into the last one
            rest = np.isin(piece, order[MOST_PARTS - 1 :])
            groups[-1] = whole.points[np.unique(whole.corners[rest])]
    name = f"{asset.name} collider"
    bodies = [_hull(points) for points in groups]
    return Asset(
        name,
        asset.head,
        tuple(
            Surface(f"{name} {number}" if len(bodies) > 1 else name, points, faces)
            for number, (points, faces) in enumerate(bodies, start=1)
        ),
    )


def _hull(points: Floats) -> tuple[Floats, Ints]:
    """A convex body around points: their hull, or their box where they have no volume."""
    directions = _directions()
    corners = points[np.unique(np.argmax(points @ directions.T, axis=0))]
    try:
        hull = ConvexHull(corners)
    except (QhullError, ValueError):  # flat, or too few
        return _box(points)
    used, faces = np.unique(hull.simplices, return_inverse=True)
    faces = faces.reshape(-1, 3)
    at = corners[used]
    # Qhull leaves the winding open: outward is away from the middle.
    a, b, c = (at[faces[:, side]] for side in range(3))
    inward = np.einsum("ij,ij->i", np.cross(b - a, c - a), a - at.mean(axis=0)) < 0.0
    return at, np.where(inward[:, None], faces[:, ::-1], faces)


def _directions() -> Floats:
    """Evenly spread over the sphere, the six axes among them."""
    number = np.arange(DIRECTIONS) + 0.5
    height = 1.0 - 2.0 * number / DIRECTIONS
    turn = np.pi * (1.0 + 5.0**0.5) * number
    width = np.sqrt(1.0 - height**2)
    spread = np.stack([width * np.cos(turn), height, width * np.sin(turn)], axis=1)
    return np.concatenate([spread, np.eye(3), -np.eye(3)])


def _box(points: Floats) -> tuple[Floats, Ints]:
    low, high = points.min(axis=0), points.max(axis=0)
    high = np.maximum(high, low + THINNEST_M)
    at = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)]) * (high - low) + low
    quads = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
    return at, np.array([t for a, b, c, d in quads for t in ((a, b, c), (a, c, d))])
