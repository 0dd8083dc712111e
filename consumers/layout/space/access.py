"""What people must get at: the fronts of furniture, free doors, seats turned to their table.

Judged from finished placements, on the grid of ``ways``; what the certificate says of it is in
``certify``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import atan2, degrees

import numpy as np

from consumers.layout.model import TOUCH, Placed, Room
from consumers.layout.search.board import lies_flat
from consumers.layout.space.geometry import Boxes, angle_between, gaps, turn_point
from consumers.layout.space.kinds import DINING
from consumers.layout.space.traits import Item
from consumers.layout.space.ways import (
    HEADROOM,
    STEP,
    Rect,
    Ways,
    boxes_of,
    is_door,
    swing_of,
    ways_of,
)
from schemas.ids import NodeId

REACH = 0.75
"""Metres from a thing within which a person stands who uses it."""

AT_TABLE = 0.5
"""A seat nearer to a table than this (metres) belongs to it."""

TURNED = 45.0
"""Degrees by which a seat may look past its table."""

BEDS = ("bed", "bunk bed", "crib", "mattress")


def needs_access(item: Item, placed: Placed) -> bool:
    """Whether people must reach it: cupboards, appliances, desks, seats, beds, shelves."""
    if placed.on is not None or placed.kind != "floor":
        return False
    used = item.category in ("furniture", "appliance") and item.placement == "floor"
    return used and (item.front or item.seat or item.noun in BEDS)


def places_at(item: Item, placed: Placed) -> list[Rect]:
    """Where who uses it may stand: before its front; at a seat, desk or bed at the sides, too."""
    if item.small_seat:
        sides: tuple[int, ...] = (0, 1, 2, 3)
    elif item.seat or item.noun in BEDS or item.noun == "desk":
        sides = (0, 1, 3) if item.front else (0, 1, 2, 3)
    else:
        sides = (0,)
    return [_beside(placed, side) for side in sides]


def _beside(placed: Placed, side: int) -> Rect:
    """The floor at one side: 0 = front, 1 = right (+x), 2 = back, 3 = left."""
    across, out = placed.size[0] / 2, placed.size[2] / 2
    if side % 2:
        across, out = out, across
    yaw = placed.yaw + 90.0 * side
    x, z = turn_point(0.0, out + REACH / 2, yaw)
    return placed.position.x + x, placed.position.z + z, yaw, across, REACH / 2


def unreached(
    ways: Ways, items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed]
) -> tuple[list[NodeId], int]:
    """What people can not get at, and how many things they must get at in all."""
    wanted = [n for n, p in placed.items() if needs_access(items[n], p)]
    lost = [n for n in wanted if not any(map(ways.reaches, places_at(items[n], placed[n])))]
    return lost, len(wanted)


def barred(
    room: Room, items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed]
) -> tuple[list[NodeId], int]:
    """Things and doors that people can not get at, and how many faults that are in all."""
    ways = ways_of(room, items, placed)
    lost, _ = unreached(ways, items, placed)
    doors = doors_of(items, placed)
    shut = [d for d in doors if in_the_swing(room, items, placed, d)]
    closed = ways.entrances - ways.open
    return [*shut, *(doors if closed else ()), *lost], len(shut) + closed + len(lost)


def in_the_swing(
    room: Room, items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed], door: NodeId
) -> list[NodeId]:
    """What stands in the way of a door."""
    swing = boxes_of([swing_of(placed[door])])
    return [
        n
        for n, p in placed.items()
        if n != door
        and p.position.y - room.y < HEADROOM
        and p.position.y - room.y + p.size[1] > STEP
        and not lies_flat(items[n], p.kind)
        and not items[n].stem
        and float(gaps(swing, _box(p))[0]) < -TOUCH
    ]


def doors_of(items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed]) -> list[NodeId]:
    return [n for n, p in placed.items() if is_door(items[n], p)]


def _box(placed: Placed) -> Boxes:
    p = placed.position
    return boxes_of([(p.x, p.z, placed.yaw, placed.size[0] / 2, placed.size[2] / 2)])


def seats_at_tables(
    items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed], seats: Iterable[NodeId]
) -> tuple[int, list[NodeId]]:
    """How many of the seats stand at a table, and which of those look past it."""
    tables = [p for n, p in placed.items() if items[n].noun in (*DINING, "desk")]
    count, astray = 0, []
    for node in seats:
        seat = placed[node]
        if not (items[node].small_seat and items[node].front and seat.kind in ("floor", "under")):
            continue
        near = [(float(gaps(_box(seat), _box(t))[0]), i) for i, t in enumerate(tables)]
        if near and min(near)[0] <= AT_TABLE:
            count += 1
            if not _looks_at(seat, tables[min(near)[1]]):
                astray.append(node)
    return count, astray


def _looks_at(seat: Placed, table: Placed) -> bool:
    """Whether a seat's front is turned to the nearest point of a table, or to its middle."""
    dx, dz = seat.position.x - table.position.x, seat.position.z - table.position.z
    right, ahead = turn_point(dx, dz, -table.yaw)
    inside = (
        float(np.clip(right, -table.size[0] / 2, table.size[0] / 2)),
        float(np.clip(ahead, -table.size[2] / 2, table.size[2] / 2)),
    )
    x, z = turn_point(inside[0] - right, inside[1] - ahead, table.yaw)
    return any(
        float(angle_between(seat.yaw, degrees(atan2(to_x, to_z)))) <= TURNED
        for to_x, to_z in ((x, z), (-dx, -dz))
    )
