"""Unity's built-in meshes as glTF has them: positions, normals and triangles, at scale 1. Pure.

Right-handed, counter-clockwise seen from outside, metres, the origin in the middle.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

Vertex = tuple[float, float, float]
AROUND, ARC = 32, 8
"""Sides of what is round, and rings of a quarter of its outline."""


@dataclass(frozen=True, slots=True)
class Shape:
    """``triangles``: indices, three for each; as many ``normals`` as ``positions``."""

    positions: tuple[Vertex, ...]
    normals: tuple[Vertex, ...]
    triangles: tuple[int, ...]


@cache
def shape(kind: str) -> Shape:
    """The mesh of a primitive's shape."""
    match kind:
        case "cube":
            return _cube()
        case "plane":
            return _flat(5.0, lambda a, b: (a, 0.0, -b), (0.0, 1.0, 0.0))
        case "quad":  # Unity's looks along -Z
            return _flat(0.5, lambda a, b: (-a, b, 0.0), (0.0, 0.0, -1.0))
        case "cylinder":
            return _lathe(
                [(0.0, -1.0, 0.0, -1.0), (0.5, -1.0, 0.0, -1.0)],
                [(0.5, -1.0, 1.0, 0.0), (0.5, 1.0, 1.0, 0.0)],
                [(0.5, 1.0, 0.0, 1.0), (0.0, 1.0, 0.0, 1.0)],
            )
        case "capsule":
            return _lathe([*_arc(-90, 0, -0.5), *_arc(0, 90, 0.5)])
        case _:
            return _lathe([*_arc(-90, 0, 0.0), *_arc(0, 90, 0.0)[1:]])


Outline = list[tuple[float, float, float, float]]
"""From bottom to top: radius, height, and the normal's radial and upward parts."""


def _arc(begin: int, end: int, height: float) -> Outline:
    steps = [math.radians(begin + (end - begin) * n / ARC) for n in range(ARC + 1)]
    return [
        (0.5 * math.cos(a), height + 0.5 * math.sin(a), math.cos(a), math.sin(a)) for a in steps
    ]


def _lathe(*outlines: Outline) -> Shape:
    positions: list[Vertex] = []
    normals: list[Vertex] = []
    triangles: list[int] = []
    for outline in outlines:
        begin = len(positions)
        for radius, height, out, up in outline:
            for n in range(AROUND + 1):
                angle = 2 * math.pi * n / AROUND
                x, z = math.sin(angle), math.cos(angle)
                positions.append((radius * x, height, radius * z))
                normals.append((out * x, up, out * z))
        triangles += _bands(outline, begin)
    return Shape(tuple(positions), tuple(normals), tuple(triangles))


def _bands(outline: Outline, begin: int) -> list[int]:
    """Two triangles a side between each ring and the next; one where a ring is a point."""
    found: list[int] = []
    for ring in range(len(outline) - 1):
        lower, upper = (outline[ring + n][0] > 1e-9 for n in (0, 1))
        for n in range(AROUND):
            a = begin + ring * (AROUND + 1) + n
            b = a + AROUND + 1
            if lower:
                found += (a, a + 1, b + 1)
            if upper:
                found += (a, b + 1, b)
    return found


def _flat(half: float, at: Callable[[float, float], Vertex], normal: Vertex) -> Shape:
    corners = [(-half, -half), (half, -half), (half, half), (-half, half)]
    positions = tuple(at(a, b) for a, b in corners)
    return Shape(positions, (normal,) * 4, (0, 1, 2, 0, 2, 3))


def _cube() -> Shape:
    positions: list[Vertex] = []
    normals: list[Vertex] = []
    triangles: list[int] = []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            begin = len(positions)
            corners = [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]
            for a, b in corners if sign > 0 else corners[::-1]:
                place = [0.0] * 3
                place[axis], place[(axis + 1) % 3], place[(axis + 2) % 3] = sign / 2, a, b
                positions.append((place[0], place[1], place[2]))
                out = [0.0] * 3
                out[axis] = sign
                normals.append((out[0], out[1], out[2]))
            triangles += [begin + n for n in (0, 1, 2, 0, 2, 3)]
    return Shape(tuple(positions), tuple(normals), tuple(triangles))
