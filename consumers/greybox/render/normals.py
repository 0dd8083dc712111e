"""Shading normals for meshes that bring none: smooth surfaces with crisp edges.

What does not belong here: meshes that bring normals, whose own are used as they are.
"""

from __future__ import annotations

import numpy as np

from consumers.greybox.render.drawable import Floats, Ints
from consumers.greybox.vectors import cross

CREASE_COSINE = 0.766
"""Faces that meet at less than 40 degrees read as one smooth surface."""

CROWD = 48
"""Above this many faces at one point (a cone's tip), comparing all pairs costs more than it shows:
such corners keep their face's normal."""


def face_vectors(vertices: Floats, faces: Ints) -> Floats:
    """Face normals, (m, 3), as long as twice the face's area; zero for a degenerate face."""
    corners = vertices[faces]
    return cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])


def creased_normals(vertices: Floats, faces: Ints) -> Floats:
    """Unit normals, (m, 3, 3): one for every corner of every face.

    A corner's normal is the area-weighted mean over those faces at the same point (by position, so
    that seams of split vertices do not show) whose direction is within the crease angle.
    """
    area_vectors = face_vectors(vertices, faces)
    lengths = np.linalg.norm(area_vectors, axis=1, keepdims=True)
    units = area_vectors / np.maximum(lengths, 1e-30)
    points = _welded(vertices)[faces].ravel()

    order = np.argsort(points, kind="stable")
    crowd = np.bincount(points)
    starts = np.cumsum(crowd) - crowd
    degree = crowd[points]
    degree[degree > CROWD] = 0
    corner = np.repeat(np.arange(len(points)), degree)
    step = np.arange(len(corner)) - np.repeat(np.cumsum(degree) - degree, degree)
    neighbour = order[starts[points[corner]] + step] // 3
    own = corner // 3
    smooth = np.einsum("ij,ij->i", units[own], units[neighbour]) > CREASE_COSINE
    corner, neighbour = corner[smooth], neighbour[smooth]

    total = np.stack(
        [
            np.bincount(corner, weights=area_vectors[neighbour, axis], minlength=len(points))
            for axis in range(3)
        ],
        axis=1,
    )
    size = np.linalg.norm(total, axis=1, keepdims=True)
    flat = np.repeat(units, 3, axis=0)
    normals = np.where(size > 1e-30, total / np.maximum(size, 1e-30), flat)
    return np.asarray(normals.reshape(-1, 3, 3))


def _welded(vertices: Floats) -> Ints:
    """For each vertex the number of its position; positions within a millionth of the mesh's size
    are one."""
    extent = float(np.ptp(vertices, axis=0).max(initial=0.0)) if len(vertices) else 0.0
    grid = np.round(vertices / max(extent * 1e-6, 1e-12)).astype(np.int64)
    _, numbers = np.unique(grid, axis=0, return_inverse=True)
    return np.asarray(numbers.ravel())
