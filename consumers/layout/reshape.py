"""A furnished place in another size: where its things are then, and whether they still fit.

The middle of the place stays where it is. What is at a wall goes along with that wall, and what
stands close to such a thing goes along with it (the chair of a desk); all else stays. What belongs
here: places and checks. What does not: the nodes of the shell, which are in ``scenes.shell``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from consumers.layout.model import Placed, Room
from consumers.layout.revise import held
from consumers.layout.search.board import SLACK, Board
from consumers.layout.space.bounds import margin, to_wall, walls_of
from consumers.layout.space.geometry import gaps
from consumers.layout.space.poses import pose_of
from consumers.layout.space.traits import Item, known_item
from schemas.ids import NodeId
from schemas.model import Vec3

AT_WALL = 0.25
"""Metres up to which a thing is at a wall."""
CLOSE = 0.6
"""Metres up to which a thing stands close to another, with which it goes along: a drawn-up chair
leaves about so much of a desk."""
SMALLEST = 1.2
"""Metres of width, depth and height that no place has less of."""


@dataclass(frozen=True, slots=True)
class Reshaped:
    """The place in its new size and where its things are in it. ``share``: of the change that was
    wanted; ``blockers``: what is in the way of the rest, None for walls and edges."""

    room: Room
    things: tuple[Placed, ...]
    share: float = 1.0
    blockers: tuple[NodeId | None, ...] = ()


def reshape(
    room: Room,
    size: tuple[float, float, float],
    existing: Sequence[Placed],
    nouns: Mapping[NodeId, str],
) -> Reshaped:
    """The place with ``size`` (width, height, depth; metres), or as near to it as its things allow
    that stood free before. ``nouns``: what the things are."""
    things = held(room, existing, nouns)
    items = {p.id: known_item(p.id, nouns.get(p.id, ""), p.size) for p in things}
    before = _in_the_way(room, things, items)
    blockers: tuple[NodeId | None, ...] = ()
    for step in range(8, 0, -1):
        share = step / 8
        new = _sized(room, size, share)
        moved = _kept_inside(new, things, _gone_along(room, new, things, items), items)
        found = _in_the_way(new, moved, items) - before
        if not found:
            return Reshaped(new, moved, share, blockers)
        blockers = tuple(dict.fromkeys(thing for pair in sorted(found, key=str) for thing in pair))
    return Reshaped(room, tuple(things), 0.0, blockers)


def _sized(room: Room, size: tuple[float, float, float], share: float) -> Room:
    """The place on its way to ``size``; a notch keeps its share of it."""
    now = (room.width, room.height, room.depth)
    width, height, depth = (
        round(max(SMALLEST, old + (new - old) * share), 4)
        for old, new in zip(now, size, strict=True)
    )
    notch = room.notch and (
        round(room.notch[0] * width / room.width, 4),
        round(room.notch[1] * depth / room.depth, 4),
    )
    return replace(room, width=width, height=height, depth=depth, notch=notch)


def _gone_along(
    room: Room, new: Room, things: Sequence[Placed], items: Mapping[NodeId, Item]
) -> list[Placed]:
    """The things where they are when the walls are elsewhere."""
    ways = {p.id: _with_walls(room, new, items[p.id], p) for p in things if p.on is None}
    at_walls = {node: way for node, way in ways.items() if way is not None}
    by_id, below = {p.id: p for p in things}, {p.id: p.on for p in things}
    moved: list[Placed] = []
    for thing in things:
        root = by_id[_root(thing.id, below)]
        way = at_walls.get(root.id)
        if way is None and root.kind == "floor":
            host = _closest(root, [by_id[n] for n in at_walls], items)
            way = at_walls[host] if host is not None else None
        p, by = thing.position, way or Vec3()
        y = by.y if way is not None and at_walls.get(root.id) is way else 0.0
        there = Vec3(x=round(p.x + by.x, 4), y=round(p.y + y, 4), z=round(p.z + by.z, 4))
        moved.append(replace(thing, position=there) if there != p else thing)
    return moved


def _kept_inside(
    new: Room, things: Sequence[Placed], moved: Sequence[Placed], items: Mapping[NodeId, Item]
) -> tuple[Placed, ...]:
    """``moved`` where what a smaller place would leave outside comes in with what it carries, and
    a rug stays that would go into a wall."""
    by: dict[NodeId, tuple[float, float]] = {}
    for old, thing in zip(things, moved, strict=True):
        if thing.on is not None or thing.kind != "floor":
            continue
        boxes = pose_of(items[thing.id], thing).boxes
        p = thing.position
        if items[thing.id].flat and float(margin(new, boxes)[0]) < -SLACK:
            p = old.position
        reach_x, reach_z = (float(reach[0]) for reach in boxes.reach)
        x = _within(p.x, new.x, new.width / 2 - reach_x)
        z = _within(p.z, new.z, new.depth / 2 - reach_z)
        by[thing.id] = (x - thing.position.x, z - thing.position.z)
    below = {p.id: p.on for p in moved}
    return tuple(_shifted(p, *by.get(_root(p.id, below), (0.0, 0.0))) for p in moved)


def _root(node: NodeId, below: Mapping[NodeId, NodeId | None]) -> NodeId:
    """What carries a thing in the end; itself where nothing does."""
    seen = {node}
    while (under := below.get(node)) is not None and under in below and under not in seen:
        node = under
        seen.add(node)
    return node


def _within(value: float, middle: float, most: float) -> float:
    """``value``, or the nearest that is no further than ``most`` from ``middle``."""
    return min(max(value, middle - most), middle + most) if most > 0 else value


def _shifted(thing: Placed, x: float, z: float) -> Placed:
    p = thing.position
    there = Vec3(x=round(p.x + x, 4), y=p.y, z=round(p.z + z, 4))
    return replace(thing, position=there) if x or z else thing


def _with_walls(room: Room, new: Room, item: Item, thing: Placed) -> Vec3 | None:
    """Where the walls that a thing is at take it; None for what is at none."""
    boxes = pose_of(item, thing).boxes
    near = [
        (old.name, 0.0 if old.is_back else now.at - old.at, now.at - old.at if old.is_back else 0.0)
        for old, now in zip(walls_of(room), walls_of(new), strict=True)
        if float(to_wall(old, boxes)[0]) <= AT_WALL
    ]
    if {"left", "right"} <= {name for name, _, _ in near}:  # as wide as the room: it stays there
        near = [found for found in near if found[0] == "back"]
    up = new.height - room.height if thing.kind == "ceiling" else 0.0
    if not near and not up:
        return None
    return Vec3(x=sum(x for _, x, _ in near), y=up, z=sum(z for _, _, z in near))


def _closest(
    thing: Placed, others: Sequence[Placed], items: Mapping[NodeId, Item]
) -> NodeId | None:
    """The nearest of ``others`` on the floor that a thing stands close to."""
    standing = [p for p in others if p.kind == "floor" and p.id != thing.id]
    boxes = pose_of(items[thing.id], thing).boxes
    away = [(float(gaps(boxes, pose_of(items[p.id], p).boxes)[0]), p.id) for p in standing]
    nearest = min(away, default=(np.inf, None), key=lambda found: found[0])
    return nearest[1] if nearest[0] <= CLOSE else None


def _in_the_way(
    room: Room, things: Sequence[Placed], items: Mapping[NodeId, Item]
) -> set[tuple[NodeId, NodeId | None]]:
    """Pairs of things that enter one another; with None, those that leave the place."""
    board = Board(room, items, {})
    found: set[tuple[NodeId, NodeId | None]] = set()
    for thing in things:
        if thing.on is not None:
            continue  # it goes along with what carries it
        pose = pose_of(items[thing.id], thing)
        if float(margin(room, pose.boxes)[0]) < -SLACK or _is_too_high(room, thing):
            found.add((thing.id, None))
        apart = board.room_between(pose)
        if apart.size:
            ids = board.standing.ids
            found |= {(thing.id, ids[i]) for i in np.flatnonzero(apart[0] < -SLACK)}
        board.put(thing)
    return found


def _is_too_high(room: Room, thing: Placed) -> bool:
    """Whether a thing is through the ceiling, where there is one."""
    return room.roofed and thing.position.y + thing.size[1] > room.y + room.height + SLACK
