"""Where in the house, the garden, on the table such a thing usually stands, as costs per pose.

Taste about one thing alone. Goals and the room between things are weighed in ``scores``.
"""

from __future__ import annotations

from math import cos, log2, radians, sin, tan

import numpy as np

from consumers.layout.model import ALL_SIDES, Room
from consumers.layout.search.board import Board
from consumers.layout.search.habits import carrier_taste
from consumers.layout.search.hanging import usual_height
from consumers.layout.space.bounds import back_distance, corner_distance, wall_distance
from consumers.layout.space.geometry import Floats, angle_between, gaps, turn
from consumers.layout.space.kinds import BACK_TO_WALL, IN_CORNER, IN_MIDDLE
from consumers.layout.space.land import land_cost
from consumers.layout.space.pairs import over
from consumers.layout.space.poses import Poses
from consumers.layout.space.traits import Item

ASIDE, DOWN = 28.0, 30.0
"""From how far to the right of the front and from how high, degrees, pictures are taken."""

SHOWS, HIDDEN, HIDDEN_IN_ROOM = 0.6, 1.5, 0.5
"""What is hidden up to this share of its height is out of sight, and what that costs."""

UNSEEN = 0.8
"""Cost of hanging on the right wall, which pictures of a scene, taken from the front right, leave
out, where nobody says where it is to hang."""


def house_cost(board: Board, found: Poses, told: bool) -> Floats:
    item, room = found.item, board.room
    if found.kind == "wall":
        return _on_wall(board, found, told)
    if found.kind in ("ceiling", "air"):
        sway = 0.25 if found.kind == "ceiling" else 0.05
        return sway * np.hypot(found.x - room.x, found.z - room.z)
    if found.kind in ("top", "inside", "hung") and found.on is not None:
        return _on_carrier(board, found, told)
    if found.kind == "under":
        return np.zeros(len(found))
    enclosed = len(room.sides) == len(ALL_SIDES)
    cost = _indoors(item, found, room, told) if enclosed else _outdoors(board, found)
    if enclosed:
        cost = cost + HIDDEN_IN_ROOM * _out_of_sight(board, found)
    if room.land.lie:
        alike = [p.position.x for n, p in board.placed.items() if board.items[n].noun == item.noun]
        cost = cost + land_cost(item, found, room, np.array(alike))
    return cost + (6.0 if item.placement == "surface" and not room.is_table else 0.0)


def _indoors(item: Item, found: Poses, room: Room, told: bool) -> Floats:
    dx, dz = found.x - room.x, found.z - room.z
    cost = _in_the_way(item, found, room)
    if item.noun in BACK_TO_WALL:
        share = 0.8 if told else 2.5
        return cost + share * np.minimum(back_distance(room, found.boxes), 1.4) + 0.12 * np.abs(dx)
    if told:
        return cost + 0.05 * np.hypot(dx, dz)
    if item.noun in IN_CORNER:
        corner = np.minimum(over(corner_distance(room, found.boxes) - 0.1), 1.2)
        return cost + 0.8 * corner + 0.7 * wall_distance(room, found.boxes) + 0.25 * over(-dz)
    if item.noun in IN_MIDDLE:
        return cost + 0.55 * np.hypot(dx, dz)
    if item.category in ("furniture", "appliance", "structure", "decor"):
        return cost + 0.35 * np.minimum(wall_distance(room, found.boxes), 1.5) + 0.2 * over(-dz)
    return cost + 0.25 * np.hypot(dx, dz - 0.1 * room.depth)


def _in_the_way(item: Item, found: Poses, room: Room) -> Floats:
    """Tall things in the open front, or towards it, hide the room from who looks in.

    More so on the right: pictures of a scene are taken from the front right.
    """
    depth = (found.z - room.front) / room.depth
    broad = min(item.size[1], 2.5) * min(item.size[0], 1.5)
    towering = 1.6 * max(0.0, item.size[1] - 1.3)
    aside = over(found.x - room.x) / room.width
    return 3.0 * broad * over(0.25 - depth) + towering * (over(0.75 - depth) + 0.8 * aside)


def _outdoors(board: Board, found: Poses) -> Floats:
    """Tall things behind, low things before, all about the middle, and nothing out of sight."""
    item, room = found.item, board.room
    dx, dz = found.x - room.x, found.z - room.z
    if item.noun in IN_MIDDLE or room.is_table:
        return (1.0 if room.is_table else 0.12) * np.hypot(dx, dz)
    height = min(1.0, max(-1.0, log2(max(item.size[1], 0.1) / 1.6) / 2))
    wanted = 0.3 * height * room.depth
    return 0.1 * np.abs(dz - wanted) + 0.06 * np.abs(dx) + HIDDEN * _out_of_sight(board, found)


def _out_of_sight(board: Board, found: Poses) -> Floats:
    """1 where something that stands hides all but the top of it from who takes a picture, else 0.

    The ground below the line of sight runs through the footprint of what hides it, whose top is
    above the line there.
    """
    there = board.standing
    if not there.ids:
        return np.zeros(len(found))
    across, along = sin(radians(ASIDE)), -cos(radians(ASIDE))
    reach_x, reach_z = there.boxes.reach
    dx, dz = there.boxes.x - found.x[:, None], there.boxes.z - found.z[:, None]
    near = np.maximum((dx - reach_x) / across, (dz + reach_z) / along)
    far = np.minimum((dx + reach_x) / across, (dz - reach_z) / along)
    seen = (found.y + SHOWS * found.item.size[1])[:, None]
    above = there.top > seen + np.maximum(near, 0.0) * tan(radians(DOWN))
    return np.asarray(((near > 0.0) & (near < far) & above).any(axis=1), dtype=np.float64)


def _on_wall(board: Board, found: Poses, told: bool) -> Floats:
    room = board.room
    at_back = angle_between(found.yaw, 180.0) < 1.0
    aside = np.where(at_back, np.abs(found.x - room.x), np.abs(found.z - room.z))
    height = np.abs(found.y - usual_height(board, found.item))
    unseen = np.where(found.x > room.x, 0.5 if told else UNSEEN, 0.5)
    return 0.15 * aside + np.where(at_back, 0.0, unseen) + 0.8 * height + _close_above(board, found)


def _close_above(board: Board, found: Poses) -> Floats:
    """Right above furniture, where it is in the way of what may stand there."""
    there = board.standing
    if not there.ids:
        return np.zeros(len(found))
    over_it = gaps(found.boxes.column, there.boxes) < 0.0
    close = (found.y[:, None] - there.top < 0.6) & there.floor
    return 0.6 * np.asarray((over_it & close).any(axis=1), dtype=np.float64)


def _on_carrier(board: Board, found: Poses, told: bool) -> Floats:
    assert found.on is not None
    carrier, placed = board.items[found.on], board.placed[found.on]
    right, ahead = turn(found.x - placed.position.x, found.z - placed.position.z, -placed.yaw)
    unfit = 0.0 if told else carrier_taste(found.item, carrier)
    looks = placed.yaw if carrier.front else 180.0
    turned = 0.3 * angle_between(found.yaw, looks) / 90.0
    high = found.item.size[1] > 0.25 and carrier.front and not carrier.seat
    back = 0.25 * carrier.size[2] if high and found.item.size[2] < 0.6 * carrier.size[2] else 0.0
    away = np.hypot(right, ahead + back)
    if found.on in board.tight:
        return unfit + turned + 0.5 * (carrier.span - away)
    return unfit + turned + 0.8 * away
