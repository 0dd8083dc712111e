"""How the ground of a place lies, and what stands on which part of it.

A street has a road between pavements, a harbour water beside its quay, a pitch its lines, a station
rails along its platform. Parts are told from the room alone, so that a scene read back has them
where they were. What does not belong here: which place lies how, which is in ``lands``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from consumers.layout.model import Room
from consumers.layout.space.geometry import Floats, angle_between
from consumers.layout.space.kinds import words
from consumers.layout.space.pairs import over
from consumers.layout.space.poses import Poses
from consumers.layout.space.traits import Item

ROAD, PAVEMENT = 6.4, 2.6
"""Metres: the width of a road with two lanes, and of the pavement on each side."""

TRACKS, GAUGE = 3.6, 1.5
"""Metres: the width of a bed of rails, and from rail to rail."""

DASH = 2.4
"""Metres: the length of a lane mark, and of the gap after it."""

LINE = 0.12
"""Metres: how wide lines and rails are."""

MOST_DASHES = 14

FLOATING = words(
    "boat, sailboat, canoe, kayak, ship, ferry, tugboat, pirate ship, longship, raft, gondola, "
    "submarine, yacht, swan, fish, shark, dolphin, whale, octopus, jellyfish, buoy, fishing boat, "
    "life raft, island, desert island, iceberg, water lily, ice floe, oil rig"
)
"""What is on or in the water where there is any, by its noun or its model."""

BANKED = words("jetty, bridge")
"""What stands half on the land and half in the water."""

DRIVING = words(
    "car, limousine, sports car, taxi, police car, jeep, van, ambulance, truck, fire truck, bus, "
    "tram, motorcycle, scooter, school bus, go kart"
)
"""What is on a road, by its noun or its model."""

ON_ROAD = DRIVING | words("pothole, traffic cone, manhole, speed bump, road, barrier, crosswalk")

RAILED = words("train, railway carriage, freight wagon, subway car, tram")
"""What is on rails, by its noun or its model."""

COUPLED = 0.05
"""The share of a carriage's length that is between two of a train."""

ENDS = words("soccer goal, basketball hoop, hockey goal")
"""What stands at the ends of a pitch and looks at its middle."""

WRONG = 2.0
"""Cost of a metre on ground where such a thing does not belong."""

ASKEW = 2.0
"""Cost of a right angle to where such a thing usually looks there."""

KERB = 0.3
"""Cost of a metre between a house and the pavement before it."""

OFFSHORE = 0.2
"""Cost of a metre between a boat and the land."""

SAME_END = 6.0
"""Cost of a second goal at one end."""

Kind = Literal["road", "pavement", "mark", "water", "bed", "rail"]


@dataclass(frozen=True, slots=True)
class Tract:
    """A part of the ground: its middle from the room's, and its sides along x and z, metres."""

    kind: Kind
    x: float
    z: float
    wide: float
    deep: float


def tracts(room: Room, beyond: float) -> tuple[Tract, ...]:
    """The parts of the room's ground besides its main one; ``beyond``: how far they go on outside
    its edges, as a share of its sides."""
    wide, deep = room.width * beyond, room.depth * beyond
    match room.land.lie:
        case "road":
            return tuple(_road(wide, deep, 0.0, along=True))
        case "street":
            return tuple(_road(wide, deep, road_middle(room) - room.z, along=False))
        case "shore":
            front = shoreline(room) - room.z
            return (Tract("water", 0.0, (front + deep / 2) / 2, wide, deep / 2 - front),)
        case "pitch":
            return tuple(_pitch(room.width * 0.94, room.depth * 0.92))
        case "platform":
            return tuple(_rails(room.width, track_middle(room) - room.z))
    return ()


def _road(wide: float, deep: float, at: float, *, along: bool) -> Iterator[Tract]:
    """A road with its pavements and the marks between its lanes, from front to back when
    ``along``, else from left to right; ``at``: where its middle is across."""
    long = deep if along else wide

    def part(kind: Kind, across: float, broad: float, middle: float, length: float) -> Tract:
        if along:
            return Tract(kind, across, middle, broad, length)
        return Tract(kind, middle, across, length, broad)

    yield part("road", at, ROAD, 0.0, long)
    for side in (-1, 1):
        yield part("pavement", at + side * (ROAD + PAVEMENT) / 2, PAVEMENT, 0.0, long)
    count = min(MOST_DASHES, int(long / (2 * DASH)))
    for i in range(count):
        yield part("mark", at, LINE, (i + 0.5 - count / 2) * 2 * DASH, DASH)


def _pitch(wide: float, deep: float) -> Iterator[Tract]:
    """The lines around a pitch, through its middle and before its ends."""
    for side in (-1, 1):
        yield Tract("mark", 0.0, side * deep / 2, wide + LINE, LINE)
        yield Tract("mark", side * wide / 2, 0.0, LINE, deep)
        box = 0.16 * wide
        yield Tract("mark", side * (wide / 2 - box), 0.0, LINE, 0.6 * deep)
        for end in (-1, 1):
            yield Tract("mark", side * (wide - box) / 2, end * 0.3 * deep, box, LINE)
    yield Tract("mark", 0.0, 0.0, LINE, deep)
    half = 0.13 * deep
    for side in (-1, 1):
        yield Tract("mark", 0.0, side * half, 2 * half, LINE)
        yield Tract("mark", side * half, 0.0, LINE, 2 * half)


def _rails(wide: float, at: float) -> Iterator[Tract]:
    yield Tract("bed", 0.0, at, wide, TRACKS)
    for side in (-1, 1):
        yield Tract("rail", 0.0, at + side * GAUGE / 2, wide, LINE)


def road_middle(room: Room) -> float:
    """The z of the middle of a road from left to right."""
    return room.front + PAVEMENT + ROAD / 2


def shoreline(room: Room) -> float:
    """The z from which on there is water."""
    return room.back - room.land.share * room.depth


def track_middle(room: Room) -> float:
    """The z of the middle between the rails."""
    return room.back - 0.3 - TRACKS / 2


def is_a(item: Item, kinds: frozenset[str]) -> bool:
    """Whether the thing is one of ``kinds``, by its noun or by what it is drawn as."""
    return item.noun in kinds or item.model in kinds


def land_cost(item: Item, found: Poses, room: Room, others: Floats) -> Floats:
    """What it costs to stand on each part of the ground; ``others``: the x of things of its noun
    that stand already."""
    match room.land.lie:
        case "road":
            return _by_road(item, found, found.x - room.x, along=True)
        case "street":
            return _by_road(item, found, found.z - road_middle(room), along=False)
        case "shore":
            return _by_water(item, found, shoreline(room))
        case "pitch" if is_a(item, ENDS):
            return _at_end(found, room, others)
        case "platform":
            return _by_rails(item, found, track_middle(room))
    return np.zeros(len(found))


def _by_road(item: Item, found: Poses, across: Floats, *, along: bool) -> Floats:
    """Vehicles in a lane, houses behind the pavement with their fronts to it, nothing else on the
    road; ``across``: how far the middle is from the road's."""
    reach = found.boxes.reach[0 if along else 1]
    away, half = np.abs(across), ROAD / 2
    if is_a(item, DRIVING):
        lane = np.abs(away - ROAD / 4)
        ahead = np.abs(np.sin(np.radians(found.yaw - (0.0 if along else 90.0))))
        return WRONG * over(away + reach - half) + 0.2 * lane + ASKEW * ahead
    if item.category == "building":
        into = over(half + PAVEMENT + reach - away)
        gap = over(away - reach - half - PAVEMENT)
        front = np.where(across < 0, 90.0, 270.0) if along else np.where(across > 0, 180.0, 0.0)
        turned = ASKEW * angle_between(found.yaw, front) / 90.0
        return WRONG * into + KERB * gap + turned + (0.0 if along else 4.0 * (across < 0))
    if is_a(item, ON_ROAD):
        return np.zeros(len(found))
    off = over(half + reach - away)
    return WRONG * off + 0.5 * KERB * over(away - half - PAVEMENT)


def _by_water(item: Item, found: Poses, line: float) -> Floats:
    """Boats and fish in the water, everything else on the land."""
    reach = found.boxes.reach[1]
    if is_a(item, FLOATING):
        near = found.z - reach - line
        return WRONG * over(0.3 - near) + OFFSHORE * over(near - 0.5)
    if is_a(item, BANKED):
        across = np.abs(np.sin(np.radians(found.yaw)))
        return 0.8 * WRONG * np.abs(found.z - 0.7 * reach - line) + ASKEW * across
    return WRONG * over(found.z + reach - line)


def _at_end(found: Poses, room: Room, others: Floats) -> Floats:
    """At the left or the right end of a pitch, in its middle, looking along it."""
    dx = found.x - room.x
    inwards = np.where(dx < 0, 90.0, 270.0)
    off = 0.47 * room.width - np.abs(dx)
    taken = np.zeros(len(found))
    for x in others:
        taken = taken + (np.sign(dx) == np.sign(x - room.x))
    turned = ASKEW * angle_between(found.yaw, inwards) / 90.0
    return np.asarray(np.abs(off) + 0.5 * np.abs(found.z - room.z) + turned + SAME_END * taken)


def _by_rails(item: Item, found: Poses, middle: float) -> Floats:
    reach = found.boxes.reach[1]
    if is_a(item, RAILED):
        across = np.abs(np.cos(np.radians(found.yaw)))
        return 2 * WRONG * np.abs(found.z - middle) + 2 * ASKEW * across
    return WRONG * over(found.z + reach - (middle - TRACKS / 2))
