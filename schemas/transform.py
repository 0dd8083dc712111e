"""Local and world transforms of the canonical frame, as Unity computes them.

Column vectors; a rotation is ``Ry @ Rx @ Rz`` of Euler degrees (Unity applies Z, then X,
then Y). The matrices have the same form in Unity's left-handed frame as in a right-handed one.
A world scale is Unity's ``lossyScale``: the diagonal of the world matrix seen in the world
rotation's axes, which is exact unless a rotated child stands under an unevenly scaled parent.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Node, Scene

Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]
IDENTITY: Matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def multiply(a: Matrix, b: Matrix) -> Matrix:
    """The 3x3 product ``a @ b``."""
    return tuple(  # type: ignore[return-value]
        tuple(sum(a[i][k] * b[k][j] for k in range(3)) for j in range(3)) for i in range(3)
    )


def transpose(m: Matrix) -> Matrix:
    """The transpose, which of a rotation is its inverse."""
    return tuple(zip(*m, strict=True))  # type: ignore[return-value]


def turn(m: Matrix, v: Vec3) -> Vec3:
    """``m @ v``."""
    x, y, z = (row[0] * v.x + row[1] * v.y + row[2] * v.z for row in m)
    return Vec3(x=x, y=y, z=z)


def rotation(euler: Vec3) -> Matrix:
    """The rotation matrix of Euler degrees."""
    (cx, sx), (cy, sy), (cz, sz) = (
        (math.cos(math.radians(a)), math.sin(math.radians(a))) for a in (euler.x, euler.y, euler.z)
    )
    rx: Matrix = ((1, 0, 0), (0, cx, -sx), (0, sx, cx))
    ry: Matrix = ((cy, 0, sy), (0, 1, 0), (-sy, 0, cy))
    rz: Matrix = ((cz, -sz, 0), (sz, cz, 0), (0, 0, 1))
    return multiply(ry, multiply(rx, rz))


def euler(m: Matrix) -> Vec3:
    """Euler degrees of a rotation matrix; at the poles (x = +-90) z is taken as 0."""
    sin_x = max(-1.0, min(1.0, -m[1][2]))
    x = math.asin(sin_x)
    if abs(sin_x) < 1.0 - 1e-9:
        y, z = math.atan2(m[0][2], m[2][2]), math.atan2(m[1][0], m[1][1])
    else:
        y, z = math.atan2(-m[2][0], m[0][0]), 0.0
    return Vec3(x=math.degrees(x), y=math.degrees(y), z=math.degrees(z))


@dataclass(frozen=True, slots=True)
class World:
    """Where a node is in the world: ``linear`` = rotation and scale (and shear, where parents
    force it), ``turned`` = the rotation alone, ``position`` in metres."""

    position: Vec3
    turned: Matrix
    linear: Matrix

    @property
    def scale(self) -> Vec3:
        """Unity's ``lossyScale``."""
        seen = multiply(transpose(self.turned), self.linear)
        return Vec3(x=seen[0][0], y=seen[1][1], z=seen[2][2])


ROOT = World(Vec3(), IDENTITY, IDENTITY)


def scaled(m: Matrix, s: Vec3) -> Matrix:
    """``m @ diag(s)``."""
    return tuple((r[0] * s.x, r[1] * s.y, r[2] * s.z) for r in m)  # type: ignore[return-value]


def below(parent: World, node: Node) -> World:
    """The world transform of ``node``, whose parent has ``parent``'s."""
    local = rotation(node.rotation)
    offset = turn(parent.linear, node.position)
    return World(
        position=add(parent.position, offset),
        turned=multiply(parent.turned, local),
        linear=multiply(parent.linear, scaled(local, node.scale)),
    )


def lengths(m: Matrix) -> Vec3:
    """How long the axes of a node are in the world: its size, even where parents shear it."""
    x, y, z = (math.hypot(*column) for column in zip(*m, strict=True))
    return Vec3(x=x, y=y, z=z)


def worlds(scene: Scene) -> dict[NodeId, World]:
    """Every node's world transform."""
    known: dict[NodeId, World] = {}

    def place(node: Node) -> World:
        if node.id not in known:
            parent = ROOT if node.parent_id is None else place(scene.nodes[node.parent_id])
            known[node.id] = below(parent, node)
        return known[node.id]

    for node in scene.nodes.values():
        place(node)
    return known


def add(a: Vec3, b: Vec3) -> Vec3:
    return Vec3(x=a.x + b.x, y=a.y + b.y, z=a.z + b.z)


def subtract(a: Vec3, b: Vec3) -> Vec3:
    return Vec3(x=a.x - b.x, y=a.y - b.y, z=a.z - b.z)


def inverse(m: Matrix) -> Matrix:
    """The inverse; ``ZeroDivisionError`` where a scale is 0."""
    (a, b, c), (d, e, f), (g, h, i) = m
    cofactors = (e * i - f * h, f * g - d * i, d * h - e * g)
    det = a * cofactors[0] + b * cofactors[1] + c * cofactors[2]
    return (
        (cofactors[0] / det, (c * h - b * i) / det, (b * f - c * e) / det),
        (cofactors[1] / det, (a * i - c * g) / det, (c * d - a * f) / det),
        (cofactors[2] / det, (b * g - a * h) / det, (a * e - b * d) / det),
    )


def local_position(parent: World, world: Vec3) -> Vec3:
    """The local position below ``parent`` of the world point ``world``."""
    return turn(inverse(parent.linear), subtract(world, parent.position))


def rounded(v: Vec3, digits: int = 6) -> Vec3:
    """``v`` without the noise of float arithmetic (and without -0.0)."""
    x, y, z = (round(c, digits) + 0.0 for c in (v.x, v.y, v.z))
    return Vec3(x=x, y=y, z=z)
