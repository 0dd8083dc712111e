"""Unity's rotations, written from its documentation and from nothing of ours.

A quaternion is (x, y, z, w). Euler degrees turn about Z, then X, then Y, all of the fixed axes.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
IDENTITY: Array = np.array([0.0, 0.0, 0.0, 1.0])


def product(a: Array, b: Array) -> Array:
    """The turn ``b``, then the turn ``a``."""
    av, aw, bv, bw = a[:3], a[3], b[:3], b[3]
    return np.append(aw * bv + bw * av + np.cross(av, bv), aw * bw - av @ bv)


def from_euler(degrees: Array) -> Array:
    """``Quaternion.Euler``."""
    about = []
    for axis in range(3):
        half = math.radians(degrees[axis]) / 2
        quaternion = np.zeros(4)
        quaternion[axis], quaternion[3] = math.sin(half), math.cos(half)
        about.append(quaternion)
    return product(about[1], product(about[0], about[2]))


def matrix(q: Array) -> Array:
    """The 3x3 rotation: each column is where the quaternion takes that axis."""
    conjugate = q * np.array([-1.0, -1.0, -1.0, 1.0])
    columns = [product(product(q, np.append(axis, 0.0)), conjugate)[:3] for axis in np.eye(3)]
    return np.array(columns).T


def to_euler(q: Array) -> Array:
    """``eulerAngles``: degrees, each in [0, 360). Looking straight up or down, z is 0."""
    m = matrix(q)
    x = math.asin(max(-1.0, min(1.0, -m[1, 2])))
    if math.hypot(m[0, 2], m[2, 2]) > 1e-6:
        y, z = math.atan2(m[0, 2], m[2, 2]), math.atan2(m[1, 0], m[1, 1])
    else:
        y, z = math.atan2(-m[2, 0], m[0, 0]), 0.0
    return np.degrees([x, y, z]) % 360.0
