"""The edges of a room: what lies inside, how far it is to walls and corners.

Rectangles seen from above (``Boxes``), arrays in and out, metres in the canonical frame. An
L-shaped room is its whole rectangle without the notch at its back left.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from consumers.layout.model import Room
from consumers.layout.space.geometry import Boxes, Floats, angle_between, gaps, turn

FAR = 9.0
"""Metres: further away than any wall that matters."""


@dataclass(frozen=True, slots=True)
class Wall:
    """A wall's inner face. ``name``: its side; ``yaw``: where things on it look.

    ``at``: its x (side walls) or z (back walls); it reaches from ``low`` to ``high`` on the other.
    """

    name: str
    yaw: float
    at: float
    low: float
    high: float

    @property
    def is_back(self) -> bool:
        return self.yaw == 180.0


def walls_of(room: Room) -> tuple[Wall, ...]:
    """The walls of a room, those of its rectangle first; outdoors those that there are."""
    if not room.roofed:
        return tuple(wall for wall in edges_of(room) if wall.name in room.sides)
    right = Wall("right", 270.0, room.right, room.front, room.back)
    if room.notch is None:
        back = Wall("back", 180.0, room.back, room.left, room.right)
        return back, Wall("left", 90.0, room.left, room.front, room.back), right
    return (
        Wall("back", 180.0, room.back, room.inner_x, room.right),
        Wall("left", 90.0, room.left, room.front, room.inner_z),
        right,
        Wall("back", 180.0, room.inner_z, room.left, room.inner_x),
        Wall("left", 90.0, room.inner_x, room.inner_z, room.back),
    )


def notch_of(room: Room) -> Boxes | None:
    """What an L-shaped room lacks of its rectangle."""
    if room.notch is None:
        return None
    wide, deep = room.notch
    one = np.ones(1)
    return Boxes(
        (room.left + wide / 2) * one,
        (room.back - deep / 2) * one,
        0.0 * one,
        wide / 2 * one,
        deep / 2 * one,
    )


def margin(room: Room, boxes: Boxes) -> Floats:
    """Metres from each box to the nearest edge of the room; negative: it lies outside."""
    reach_x, reach_z = boxes.reach
    aside = room.width / 2 - np.abs(boxes.x - room.x) - reach_x
    along = room.depth / 2 - np.abs(boxes.z - room.z) - reach_z
    nearest = np.minimum(aside, along)
    notch = notch_of(room)
    return nearest if notch is None else np.minimum(nearest, gaps(boxes, notch))


def beyond(room: Room, boxes: Boxes) -> Floats:
    """Metres by which boxes reach into walls; before the open front half a metre is free."""
    reach_x, reach_z = boxes.reach
    out = np.maximum(np.abs(boxes.x - room.x) + reach_x - room.width / 2, 0.0)
    out = out + np.maximum(boxes.z + reach_z - room.back, 0.0)
    porch = 0.5 if room.walled else 0.0
    out = out + np.maximum(room.front - porch - (boxes.z - reach_z), 0.0)
    notch = notch_of(room)
    return out if notch is None else out + np.maximum(-gaps(boxes, notch), 0.0)


def wall_distance(room: Room, boxes: Boxes, side: str | None = None) -> Floats:
    """Metres from each box to the wall of that name, or to the nearest."""
    nearest = np.full(np.shape(boxes.x), np.inf)
    for wall in walls_of(room):
        if side is None or wall.name == side:
            nearest = np.minimum(nearest, to_wall(wall, boxes))
    return nearest


def to_wall(wall: Wall, boxes: Boxes) -> Floats:
    """Metres from each box to a wall's face; infinite beside its ends."""
    reach_x, reach_z = boxes.reach
    if wall.is_back:
        away, across = wall.at - boxes.z - reach_z, boxes.x
    elif wall.name == "left":
        away, across = boxes.x - reach_x - wall.at, boxes.z
    else:
        away, across = wall.at - boxes.x - reach_x, boxes.z
    before = (across >= wall.low) & (across <= wall.high) & (away > -1e-2)
    return np.where(before, away, np.inf)


def corners_of(room: Room) -> tuple[tuple[float, float], ...]:
    """The corners (x, z) that a thing can stand in."""
    front = ((room.left, room.front), (room.right, room.front))
    if room.notch is None:
        return (*front, (room.left, room.back), (room.right, room.back))
    return (
        *front,
        (room.right, room.back),
        (room.left, room.inner_z),
        (room.inner_x, room.back),
    )


def corner_distance(room: Room, boxes: Boxes) -> Floats:
    """Metres from each box to the nearest corner, the larger of the two ways."""
    reach_x, reach_z = boxes.reach
    nearest = np.full(np.shape(boxes.x), np.inf)
    for x, z in corners_of(room):
        to_side, to_end = np.abs(boxes.x - x) - reach_x, np.abs(boxes.z - z) - reach_z
        nearest = np.minimum(nearest, np.maximum(to_side, to_end))
    return nearest


def back_distance(room: Room, boxes: Boxes, side: str | None = None) -> Floats:
    """Metres from a thing's back to the wall behind it; a lot where there is none, or another than
    the one of the name ``side``.

    The back wall counts as nearer than the sides, so that things stand there first.
    """
    back_x, back_z = turn(0.0, -boxes.half_d, boxes.yaw)
    x, z = boxes.x + back_x, boxes.z + back_z
    nearest = np.full(np.shape(boxes.x), FAR)
    for wall in walls_of(room) or edges_of(room):
        facing = angle_between(boxes.yaw, wall.yaw) < 1.0
        across = x if wall.is_back else z
        away = wall.at - z if wall.is_back else np.abs(x - wall.at) + 0.12
        there = facing & (across >= wall.low) & (across <= wall.high) & (away > -1e-2)
        there &= side is None or wall.name == side
        nearest = np.where(there, np.minimum(nearest, away), nearest)
    return nearest


def endwise(room: Room, boxes: Boxes, side: str | None) -> Floats:
    """1 where a long thing has its end at the wall of that name, or the nearest, else 0."""
    reach_x, reach_z = boxes.reach
    away = [wall_distance(room, boxes, name) for name in ("left", "right", "back")]
    aside = np.minimum(away[0], away[1]) < away[2]
    if side in ("left", "right", "back"):
        aside = np.full(np.shape(boxes.x), side != "back")
    ends = np.where(aside, reach_x > 1.2 * reach_z, reach_z > 1.2 * reach_x)
    return np.asarray(ends, dtype=np.float64)


def edges_of(room: Room) -> tuple[Wall, ...]:
    """The edges of a rectangle that are walls, or would be in a room."""
    return (
        Wall("back", 180.0, room.back, room.left, room.right),
        Wall("left", 90.0, room.left, room.front, room.back),
        Wall("right", 270.0, room.right, room.front, room.back),
    )
