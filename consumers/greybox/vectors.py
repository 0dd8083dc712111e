"""Sums over rows of three numbers, as quick for few rows as for many.

numpy's own (``cross``, ``linalg.norm``, a sum along an axis of three) take several times as long,
and such sums are half of what a picture of ten thousand points costs.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[Any]


def dot(a: Rows, b: Rows) -> Rows:
    """The dot product of each row of ``a``, (n, k), with that of ``b``: (n,)."""
    return np.asarray(np.einsum("ij,ij->i", a, b))


def length(rows: Rows) -> Rows:
    """How long each row of (n, k) is: (n,)."""
    return np.asarray(np.sqrt(dot(rows, rows)))


def largest(rows: Rows) -> Rows:
    """The largest number of each row of (..., 3): (...)."""
    return np.asarray(np.maximum(np.maximum(rows[..., 0], rows[..., 1]), rows[..., 2]))


def least(rows: Rows) -> Rows:
    """The least number of each row of (..., 3): (...)."""
    return np.asarray(np.minimum(np.minimum(rows[..., 0], rows[..., 1]), rows[..., 2]))


def cross(a: Rows, b: Rows) -> Rows:
    """The cross product of (..., 3) with (..., 3), at a right angle to both."""
    ax, ay, az = a[..., 0], a[..., 1], a[..., 2]
    bx, by, bz = b[..., 0], b[..., 1], b[..., 2]
    x = ay * bz - az * by
    result = np.empty((*x.shape, 3), x.dtype)
    result[..., 0] = x
    result[..., 1] = az * bx - ax * bz
    result[..., 2] = ax * by - ay * bx
    return result
