"""Triangle meshes of the greybox models: vertices, faces, moves, joins and shading normals.

Shapes are made in ``solids`` and ``sweeps``; colour lives in ``model``, files in ``glb``. Every
mesh here is closed and wound counter-clockwise seen from outside, and every operation keeps it so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consumers.greybox.vectors import cross, dot, length

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """A closed surface: ``vertices`` (n, 3) in metres, Y up; ``faces`` (m, 3) vertex indices."""

    vertices: Floats
    faces: Ints

    def __add__(self, other: Mesh) -> Mesh:
        return join((self, other))

    def move(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Mesh:
        return Mesh(self.vertices + np.array([x, y, z]), self.faces)

    def scale(self, x: float = 1.0, y: float = 1.0, z: float = 1.0) -> Mesh:
        """Scale about the origin; factors are positive (``mirror`` is the way to flip)."""
        return Mesh(self.vertices * np.array([x, y, z]), self.faces)

    def mirror(self) -> Mesh:
        """The mirror image across the plane x = 0, still wound outward."""
        return Mesh(self.vertices * np.array([-1.0, 1.0, 1.0]), self.faces[:, ::-1])

    def pair(self) -> Mesh:
        """This and its mirror image: a left and a right of something."""
        return self + self.mirror()

    def pitch(self, degrees: float) -> Mesh:
        """Turn about the x axis: +Y towards +Z."""
        return self._turn(1, 2, degrees)

    def yaw(self, degrees: float) -> Mesh:
        """Turn about the y axis: +Z towards +X."""
        return self._turn(2, 0, degrees)

    def roll(self, degrees: float) -> Mesh:
        """Turn about the z axis: +X towards +Y."""
        return self._turn(0, 1, degrees)

    def warp(self, bend: Callable[[Floats], Floats]) -> Mesh:
        """Apply ``bend`` to a copy of the vertices; it must not turn the surface inside out."""
        return Mesh(bend(self.vertices.copy()), self.faces)

    def _turn(self, a: int, b: int, degrees: float) -> Mesh:
        angle = np.deg2rad(degrees)
        cos, sin = float(np.cos(angle)), float(np.sin(angle))
        turned = self.vertices.copy()
        turned[:, a] = cos * self.vertices[:, a] - sin * self.vertices[:, b]
        turned[:, b] = sin * self.vertices[:, a] + cos * self.vertices[:, b]
        return Mesh(turned, self.faces)


def join(meshes: Iterable[Mesh]) -> Mesh:
    """One mesh of several, side by side; nothing is welded."""
    listed = list(meshes)
    starts = np.cumsum([0, *(len(m.vertices) for m in listed[:-1])])
    return Mesh(
        np.concatenate([m.vertices for m in listed]),
        np.concatenate([m.faces + start for m, start in zip(listed, starts, strict=True)]),
    )


def outward(mesh: Mesh) -> Mesh:
    """The mesh, its winding reversed when its signed volume is negative."""
    a, b, c = (mesh.vertices[mesh.faces[:, i]] for i in range(3))
    volume = float(np.einsum("ij,ij->", a, cross(b, c)))
    return mesh if volume >= 0.0 else Mesh(mesh.vertices, mesh.faces[:, ::-1])


@dataclass(frozen=True, slots=True, eq=False)
class Shaded:
    """A mesh ready to draw: unit ``normals`` a vertex, vertices doubled along creases.

    ``sources``: which vertex of the mesh each one came from.
    """

    vertices: Floats
    normals: Floats
    faces: Ints
    sources: Ints


def shade(mesh: Mesh, crease: float) -> Shaded:
    """Smooth normals, weighted by area, but split where faces meet at more than ``crease`` degrees.

    Area weights keep the large faces of a bevelled box flat while its bevels read as round.
    """
    corners = mesh.vertices[mesh.faces]
    weighted = cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    unit = weighted / np.maximum(length(weighted), 1e-30)[:, None]

    owner = mesh.faces.ravel()
    order = np.argsort(owner, kind="stable")
    counts = np.bincount(owner, minlength=len(mesh.vertices))
    first = np.cumsum(counts) - counts
    spread = counts[owner[order]]
    left = np.repeat(order, spread)
    within = np.arange(len(left)) - np.repeat(np.cumsum(spread) - spread, spread)
    right = order[np.repeat(first[owner[order]], spread) + within]
    left_face, right_face = left // 3, right // 3
    cosines = dot(unit.take(left_face, axis=0), unit.take(right_face, axis=0))
    smooth = cosines >= np.cos(np.deg2rad(crease))
    left, right_face = left[smooth], right_face[smooth]
    normals = np.stack(
        [np.bincount(left, weighted[right_face, axis], len(owner)) for axis in range(3)], axis=1
    )
    size = length(normals)[:, None]
    unit_normals: Floats = normals / np.maximum(size, 1e-30)
    unit_normals[size[:, 0] <= 1e-30] = (0.0, 1.0, 0.0)

    steps = np.round((unit_normals + 1.0) * 500.0).astype(np.int64)
    keys = ((owner * 1001 + steps[:, 0]) * 1001 + steps[:, 1]) * 1001 + steps[:, 2]
    _, chosen, slot = np.unique(keys, return_index=True, return_inverse=True)
    sources = owner[chosen]
    return Shaded(mesh.vertices[sources], unit_normals[chosen], slot.reshape(-1, 3), sources)
