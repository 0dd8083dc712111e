"""Poses: many candidate places of one thing, held in the same way, as arrays.

What belongs here: the value itself. Where candidates come from is ``candidates``; which of them is
good is ``measures`` and ``scores``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from consumers.layout.model import Hold, Placed
from consumers.layout.space.geometry import Boxes, Floats, Mask
from consumers.layout.space.traits import Item
from schemas.ids import NodeId
from schemas.model import Vec3


@dataclass(frozen=True)
class Poses:
    """Bases' centres (metres, world) and yaws (degrees) of ``item``, all held alike."""

    item: Item
    x: Floats
    y: Floats
    z: Floats
    yaw: Floats
    kind: Hold = "floor"
    on: NodeId | None = None

    def __len__(self) -> int:
        return len(self.x)

    @cached_property
    def boxes(self) -> Boxes:
        """The footprints."""
        half_w = np.full(len(self.x), self.item.size[0] / 2)
        half_d = np.full(len(self.x), self.item.size[2] / 2)
        return Boxes(self.x, self.z, self.yaw, half_w, half_d)

    @property
    def top(self) -> Floats:
        """Heights of the upper ends, world metres."""
        return self.y + self.item.size[1]

    def only(self, mask: Mask) -> Poses:
        """Those that the mask keeps."""
        return replace(self, x=self.x[mask], y=self.y[mask], z=self.z[mask], yaw=self.yaw[mask])

    def at(self, index: int) -> Placed:
        """One of them as a placed thing."""
        x, y, z = (round(float(a[index]), 6) + 0.0 for a in (self.x, self.y, self.z))
        yaw = round(float(self.yaw[index]) % 360.0, 6)
        position = Vec3(x=x, y=y, z=z)
        return Placed(self.item.id, position, yaw, self.item.size, self.on, self.kind)


def pose_of(item: Item, placed: Placed) -> Poses:
    """A placed thing as a single pose."""
    p = placed.position
    x, y, z, yaw = (np.array([v]) for v in (p.x, p.y, p.z, placed.yaw))
    return Poses(item, x, y, z, yaw, placed.kind, placed.on)


def poses(
    item: Item,
    rows: Sequence[tuple[float, float, float, float]],
    kind: Hold = "floor",
    on: NodeId | None = None,
) -> Poses:
    """Poses of (x, y, z, yaw) rows."""
    table = np.array(rows, dtype=np.float64).reshape(-1, 4)
    return Poses(item, table[:, 0], table[:, 1], table[:, 2], table[:, 3], kind, on)
