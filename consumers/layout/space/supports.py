"""Whether each thing is held: by the floor, a wall, the ceiling, or what carries it.

Judged from finished placements, independent of how they were found.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from consumers.layout.model import Placed, Room
from consumers.layout.space.bounds import walls_of
from consumers.layout.space.geometry import gaps, turn, turn_point
from consumers.layout.space.poses import pose_of
from consumers.layout.space.traits import Item, top_height, top_region
from schemas.ids import NodeId

LEVEL = 0.005
"""Metres by which a thing's base may miss what it stands on."""

SAMPLES = 9
"""So many points along each side of a base are looked at for what is below them."""


def supported(
    room: Room, items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed], node: NodeId
) -> bool:
    """Whether the thing is held as its ``kind`` says."""
    thing = placed[node]
    y = thing.position.y - room.y
    if thing.kind in ("floor", "under"):
        return abs(y) <= LEVEL
    if thing.kind == "air":
        return True
    if thing.kind == "ceiling":
        return abs(y + thing.size[1] - room.height) <= LEVEL
    if thing.kind == "wall":
        return back_on_wall(room, thing)
    carrier = placed.get(thing.on) if thing.on is not None else None
    if carrier is None:
        return False
    above = thing.position.y - carrier.position.y
    if thing.kind == "hung":
        apart = gaps(pose_of(items[node], thing).boxes, pose_of(items[carrier.id], carrier).boxes)
        touches = -LEVEL <= above + thing.size[1] <= carrier.size[1] + LEVEL
        return float(apart[0]) <= LEVEL and touches
    if thing.kind == "top":
        return abs(above - top_height(items[carrier.id])) <= LEVEL and centred(thing, carrier)
    return 0 <= above <= carrier.size[1] and centred(thing, carrier)


def centred(thing: Placed, carrier: Placed) -> bool:
    """Whether the thing's middle is over its carrier, so that it does not tip."""
    x, z = _local(carrier, thing.position.x, thing.position.z)
    return abs(x) <= carrier.size[0] / 2 + LEVEL and abs(z) <= carrier.size[2] / 2 + LEVEL


def share_held(item: Item, thing: Placed, carrier: Placed) -> float:
    """The share of a thing's base that has the surface of its carrier (``item``) below it, 0-1."""
    half_w, half_d = carrier.size[0] / 2, carrier.size[2] / 2
    region = (-half_w, half_w, -half_d, half_d) if thing.kind == "inside" else top_region(item)
    steps = ((np.arange(SAMPLES) + 0.5) / SAMPLES - 0.5)[:, None]
    dx, dz = turn(steps * thing.size[0], steps.T * thing.size[2], thing.yaw)
    away = thing.position.x - carrier.position.x, thing.position.z - carrier.position.z
    x, z = turn(away[0] + dx, away[1] + dz, -carrier.yaw)
    held = (x >= region[0] - LEVEL) & (x <= region[1] + LEVEL)
    held &= (z >= region[2] - LEVEL) & (z <= region[3] + LEVEL)
    return float(held.mean())


def _local(carrier: Placed, x: float, z: float) -> tuple[float, float]:
    return turn_point(x - carrier.position.x, z - carrier.position.z, -carrier.yaw)


def back_on_wall(room: Room, thing: Placed) -> bool:
    """Whether its back is flat on a wall, over its whole width."""
    x, z, half_w, half_d = thing.position.x, thing.position.z, thing.size[0] / 2, thing.size[2] / 2
    for wall in walls_of(room):
        out, along = (wall.at - z, x) if wall.is_back else (abs(wall.at - x), z)
        flat = round(thing.yaw, 3) == wall.yaw and abs(out - half_d) <= LEVEL
        if flat and wall.low - LEVEL <= along - half_w and along + half_w <= wall.high + LEVEL:
            return True
    return False
