"""The canonical frame in glTF's terms: Unity's left-handed frame, mirrored in X. Pure.

glTF's frame is right-handed, Y up, metres; Unity's importers mirror X, so that is what is undone
here. A mesh's own GLB is in glTF's frame already: below a mirrored node it stands as the client
shows it. Angles become quaternions (x, y, z, w); colours become linear.
"""

from __future__ import annotations

import math

from schemas.model import Vec3
from schemas.scene import Color
from schemas.transform import Matrix, rotation

Quaternion = tuple[float, float, float, float]
NO_TURN: Quaternion = (0.0, 0.0, 0.0, 1.0)
HALF_TURN: Quaternion = (0.0, 1.0, 0.0, 0.0)
"""About Y: Unity's lights shine along +Z, glTF's along -Z."""
LUX = math.pi
"""Of a light of Unity's intensity 1: its diffuse surfaces are not divided by pi, glTF's are."""


def mirrored(position: Vec3) -> tuple[float, float, float]:
    """A point or a direction of the canonical frame, in glTF's."""
    return (0.0 - position.x, position.y, position.z)


def turned(euler: Vec3) -> Quaternion:
    """A rotation of the canonical frame (Unity's Euler degrees), in glTF's."""
    x, y, z, w = quaternion(rotation(euler))
    return (x, 0.0 - y, 0.0 - z, w)


def quaternion(m: Matrix) -> Quaternion:
    """The unit quaternion of a rotation matrix."""
    four = (
        m[0][0] - m[1][1] - m[2][2],
        m[1][1] - m[0][0] - m[2][2],
        m[2][2] - m[0][0] - m[1][1],
        m[0][0] + m[1][1] + m[2][2],
    )
    most = max(range(4), key=four.__getitem__)
    length = math.sqrt(1.0 + four[most])
    found = [0.0] * 4
    found[most] = length / 2
    if most == 3:
        for i in range(3):
            j, k = (i + 1) % 3, (i + 2) % 3
            found[i] = (m[k][j] - m[j][k]) / (2 * length)
    else:
        i, j, k = most, (most + 1) % 3, (most + 2) % 3
        found[j] = (m[j][i] + m[i][j]) / (2 * length)
        found[k] = (m[k][i] + m[i][k]) / (2 * length)
        found[3] = (m[k][j] - m[j][k]) / (2 * length)
    size = math.sqrt(sum(c * c for c in found))
    x, y, z, w = (c / size for c in found)
    return (x, y, z, w)


def linear(color: Color) -> tuple[float, float, float]:
    """The colour's linear red, green and blue, each 0-1."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (
        color.r, color.g, color.b
    ))  # fmt: skip
    return (r, g, b)
