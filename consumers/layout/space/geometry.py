"""Rectangles seen from above: turning, reach along the axes, and the gap between two of them.

Arrays in, arrays out (numpy broadcasting), so that a thousand candidate poses are measured against
all things at once. Metres and yaw degrees in the canonical frame; heights are the caller's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Boxes:
    """Rectangles: centres ``x``, ``z``, ``yaw`` in degrees, half width and half depth.

    What follows from them is worked out once.
    """

    x: Floats
    z: Floats
    yaw: Floats
    half_w: Floats
    half_d: Floats

    def only(self, mask: Mask) -> Boxes:
        """Those that the mask keeps."""
        fields = (self.x, self.z, self.yaw, self.half_w, self.half_d)
        return Boxes(*(values[mask] for values in fields))

    @cached_property
    def column(self) -> Boxes:
        """The same boxes as a column, to be measured against a row of others."""
        fields = (self.x, self.z, self.yaw, self.half_w, self.half_d)
        return Boxes(*(values[:, None] for values in fields))

    @cached_property
    def cos(self) -> Floats:
        return np.cos(np.radians(self.yaw))

    @cached_property
    def sin(self) -> Floats:
        return np.sin(np.radians(self.yaw))

    @cached_property
    def square(self) -> bool:
        """Whether all yaws are right angles."""
        return not np.any(np.abs((self.yaw + 45.0) % 90.0 - 45.0) >= 1e-9)

    @cached_property
    def reach(self) -> tuple[Floats, Floats]:
        """Half extents along the world's x and z."""
        cos, sin = np.abs(self.cos), np.abs(self.sin)
        return cos * self.half_w + sin * self.half_d, sin * self.half_w + cos * self.half_d

    def grown(self, left: Floats, right: Floats, front: Floats, back: Floats) -> Boxes:
        """Each box with margins (metres) at its own sides: left is local -x, front local +z."""
        along_x, along_z = (right - left) / 2, (front - back) / 2
        return replace(
            self,
            x=self.x + along_x * self.cos + along_z * self.sin,
            z=self.z + along_z * self.cos - along_x * self.sin,
            half_w=self.half_w + (left + right) / 2,
            half_d=self.half_d + (front + back) / 2,
        )


def turn_point(x: float, z: float, yaw: float) -> tuple[float, float]:
    """Local (x, z) of something turned by ``yaw`` degrees, along the world's axes."""
    cos, sin = math.cos(math.radians(yaw)), math.sin(math.radians(yaw))
    return x * cos + z * sin, z * cos - x * sin


def turn(x: Floats | float, z: Floats | float, yaw: Floats | float) -> tuple[Floats, Floats]:
    """As ``turn_point``, for arrays."""
    angle = np.radians(yaw)
    cos, sin = np.cos(angle), np.sin(angle)
    return np.asarray(x * cos + z * sin), np.asarray(z * cos - x * sin)


def heading(dx: Floats, dz: Floats) -> Floats:
    """The yaw (0-360 degrees) that looks along (dx, dz)."""
    return np.degrees(np.arctan2(dx, dz)) % 360.0


def angle_between(a: Floats | float, b: Floats | float) -> Floats:
    """The smallest turn between two yaws, 0-180 degrees."""
    return np.asarray(np.abs((np.asarray(a) - b + 180.0) % 360.0 - 180.0))


def gaps(a: Boxes, b: Boxes) -> Floats:
    """The largest gap along any face normal of either box (separating axes).

    Positive: they are at least this far apart. Negative: they overlap, by this depth.
    """
    dx, dz = b.x - a.x, b.z - a.z
    if a.square and b.square:
        (ax, az), (bx, bz) = a.reach, b.reach
        return np.maximum(np.abs(dx) - (ax + bx), np.abs(dz) - (az + bz))
    cos = np.abs(a.cos * b.cos + a.sin * b.sin)
    sin = np.abs(a.cos * b.sin - a.sin * b.cos)
    across = np.maximum(
        np.abs(dx * a.cos - dz * a.sin) - (a.half_w + b.half_w * cos + b.half_d * sin),
        np.abs(dx * a.sin + dz * a.cos) - (a.half_d + b.half_w * sin + b.half_d * cos),
    )
    along = np.maximum(
        np.abs(dx * b.cos - dz * b.sin) - (b.half_w + a.half_w * cos + a.half_d * sin),
        np.abs(dx * b.sin + dz * b.cos) - (b.half_d + a.half_w * sin + a.half_d * cos),
    )
    return np.maximum(across, along)
