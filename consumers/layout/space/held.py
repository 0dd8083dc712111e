"""How things of a scene that was read back are held, from where they are and what they are.

A scene says only what carries a thing; that a cat is under the table or a door in its wall follows
from the nouns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from consumers.layout.model import TOUCH, Hold, Placed, Room
from consumers.layout.space.geometry import gaps
from consumers.layout.space.poses import pose_of
from consumers.layout.space.supports import LEVEL, back_on_wall, centred
from consumers.layout.space.traits import Item, top_height
from schemas.ids import NodeId


def held_as(room: Room, things: Sequence[Placed], items: Mapping[NodeId, Item]) -> list[Placed]:
    """The things with their ``kind`` as it must be, given what each is."""
    placed = {p.id: p for p in things}
    return [replace(p, kind=_hold(room, p, placed, items)) for p in things]


def _hold(
    room: Room, thing: Placed, placed: Mapping[NodeId, Placed], items: Mapping[NodeId, Item]
) -> Hold:
    carrier = placed.get(thing.on) if thing.on is not None else None
    if carrier is not None:
        above = thing.position.y - carrier.position.y
        if abs(above - top_height(items[carrier.id])) <= LEVEL:
            return "top"
        below = above < -LEVEL or not centred(thing, carrier)
        return "hung" if below and above + thing.size[1] <= carrier.size[1] + LEVEL else "inside"
    if items[thing.id].placement == "wall" and back_on_wall(room, thing):
        return "wall"
    if thing.kind == "floor" and any(_under(thing, other, items) for other in placed.values()):
        return "under"
    return thing.kind


def _under(thing: Placed, other: Placed, items: Mapping[NodeId, Item]) -> bool:
    """Whether a thing on the floor stands in the free space below another one."""
    above = items[other.id]
    if other.id == thing.id or items[thing.id].flat or thing.size[1] > above.clear:
        return False
    apart = gaps(pose_of(items[thing.id], thing).boxes, pose_of(above, other).boxes)
    away = np.hypot(thing.position.x - other.position.x, thing.position.z - other.position.z)
    return float(apart[0]) < -TOUCH and float(away) >= above.stem / 2
