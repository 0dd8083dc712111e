"""How large a room should be for what is in it.

Sizes that were asked for are kept; the rest follows from the kind of room and its contents, with
space left to walk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import ceil, sqrt

from consumers.layout.model import ALL_SIDES, Room
from consumers.layout.scenes.lands import land_of
from consumers.layout.search.goals import SHELL
from consumers.layout.space.kinds import BACK_TO_WALL, SKY
from consumers.layout.space.land import RAILED, is_a
from consumers.layout.space.traits import Item, top_height
from schemas.decomposition import Relation, RelationKind, Setting
from schemas.ids import NodeId

LEAST: tuple[tuple[str, float, float], ...] = (
    ("bath", 2.8, 2.6),
    ("living", 5.0, 4.2),
    ("bed", 4.2, 4.0),
    ("kitchen", 4.2, 3.8),
    ("dining", 4.4, 4.0),
    ("office", 4.0, 3.6),
    ("study", 4.0, 3.6),
    ("class", 7.0, 6.0),
    ("carriage", 2.9, 10.0),
    ("subway car", 2.9, 10.0),
    ("train interior", 2.9, 10.0),
    ("bus interior", 2.6, 8.0),
    ("plane cabin", 3.8, 9.0),
    ("plane interior", 3.8, 9.0),
    ("submarine", 3.2, 6.5),
    ("deck", 6.0, 12.0),
    ("alley", 4.4, 8.0),
    ("prison yard", 11.0, 9.0),
    ("court", 9.0, 8.0),
    ("arena", 15.0, 12.0),
    ("colosseum", 15.0, 12.0),
    ("ruin", 9.0, 8.0),
    ("roof", 8.0, 7.0),
    ("hall", 6.0, 5.0),
    ("garage", 6.0, 6.0),
    ("museum", 8.0, 6.0),
    ("park", 13.0, 11.0),
    ("forest", 12.0, 11.0),
    ("beach", 12.0, 10.0),
    ("street", 15.0, 12.0),
    ("city", 20.0, 16.0),
    ("garden", 9.0, 8.0),
)
"""Least width and depth (metres) by a word in the setting's name."""

NOTCH = (0.45, 0.45)
"""The shares of its width and depth that an L-shaped room lacks at its back left."""

SHOULDER = 0.1
"""Metres between things along a wall."""

WALK = 0.7
"""Metres left free on each side of what stands in rows behind each other."""

CEILING = 2.7
HIGHEST = 6.0
"""Metres to which a room is raised for what is piled up in it."""

ASPECT = 1.2


def room_for(
    setting: Setting,
    items: Iterable[Item],
    ranks: Iterable[tuple[float, float]] = (),
    pile: float = 0.0,
    filled: tuple[float, float] = (0.0, 0.0),
    relations: Iterable[Relation] = (),
) -> Room:
    """A room of the asked size, or one that its contents fit in with space to walk.

    ``ranks``: width and depth (metres) of what stands in rows behind each other; ``pile``: the
    height of the highest pile; ``filled``: see ``walls_filled``; ``relations``: which tell how the
    ground lies.
    """
    things = list(items)
    walled = setting.kind == "room" or len(setting.walls) == len(ALL_SIDES)
    width, depth = _least(setting.name, walled)
    land, (broad, far) = land_of(setting, things, relations)
    aboard = land.lie == "platform"
    loose = [i for i in things if not (aboard and is_a(i, RAILED))]
    area = _floor_area(loose, walled) / (1 - NOTCH[0] * NOTCH[1] if setting.shape == "l" else 1)
    depth = max(depth, sqrt(area / ASPECT))
    width = max(width, sqrt(area / ASPECT) * ASPECT)
    standing = [i for i in loose if i.placement in ("floor", "outdoor") or not walled]
    margin = 1.2 if walled else 3.0
    width = max([width, *(i.span + margin for i in standing)])
    depth = max([depth, *(i.span + margin for i in standing)])
    width, depth = max(width, filled[0], broad), max(depth, filled[1], far)
    for wide, deep in () if aboard else ranks:
        width, depth = max(width, wide + 2 * WALK), max(depth, deep + 2 * WALK)
    if walled:
        along = _along_walls(things)
        if along > width + depth:
            # Half of what stands along walls has the back wall, a quarter each side.
            width, depth = max(width, along / 2), max(depth, along / 4)
    tallest = max((i.size[1] for i in things), default=0.0)
    height = CEILING
    if setting.kind == "room":
        height = max(CEILING, tallest + 0.4, min(pile + 0.1, HIGHEST))
    room = Room(
        kind=setting.kind,
        width=setting.width or _round_up(width),
        depth=setting.depth or _round_up(depth),
        height=setting.height or _round_up(height),
        walls=setting.walls,
        raised=setting.raised,
        land=land,
    )
    return _shaped(room, setting)


def walls_filled(
    relations: Iterable[Relation], items: Mapping[NodeId, Item]
) -> tuple[float, float]:
    """Least width and depth (metres) of a room for what is asked to be along its named walls."""
    along = {"back": 0.0, "left": 0.0, "right": 0.0}
    for relation in relations:
        side = SHELL.get(relation.targets[0], "") if relation.targets else ""
        at_wall = relation.kind in (RelationKind.ON_WALL, RelationKind.AGAINST_WALL)
        if at_wall and side in along and relation.subject in items:
            along[side] += items[relation.subject].size[0] + SHOULDER
    return along["back"], max(along["left"], along["right"])


def pile_height(relations: Iterable[Relation], items: Mapping[NodeId, Item]) -> float:
    """Metres to the top of the highest pile of things on one another; 0 where there is none."""
    below = {
        r.subject: r.targets[0]
        for r in relations
        if r.kind in (RelationKind.ON, RelationKind.STACKED) and len(r.targets) == 1
    }
    highest = 0.0
    for node in below:
        height, at, seen = 0.0, node, {node}
        if node in items:
            height = items[node].size[1]
        while (at := below.get(at, NodeId(""))) in items and at not in seen:
            seen.add(at)
            height += top_height(items[at])
        highest = max(highest, height)
    return highest


def _shaped(room: Room, setting: Setting) -> Room:
    """The room with the notch that an L-shape has; outdoors there are no shapes."""
    if setting.shape != "l" or not room.roofed:
        return room
    return replace(room, notch=(round(NOTCH[0] * room.width, 2), round(NOTCH[1] * room.depth, 2)))


def growable(setting: Setting) -> bool:
    """Whether any side is ours to choose."""
    return setting.width is None or setting.depth is None


def grown(room: Room, setting: Setting, factor: float) -> Room:
    """The room, larger where its size was not asked for."""
    width = room.width if setting.width is not None else _round_up(room.width * factor)
    depth = room.depth if setting.depth is not None else _round_up(room.depth * factor)
    return _shaped(replace(room, width=width, depth=depth), setting)


def _least(name: str, walled: bool) -> tuple[float, float]:
    for word, width, depth in LEAST:
        if word in name.lower():
            return width, depth
    return (4.4, 4.0) if walled else (9.0, 8.0)


def _floor_area(things: Iterable[Item], walled: bool) -> float:
    """Square metres of floor that the things and the ways between them take."""
    total = 0.0
    for item in things:
        on_floor = item.placement in ("floor", "outdoor") or (
            not walled and item.placement in ("wall", "ceiling")
        )
        if on_floor and not item.flat and item.noun not in SKY:
            way = 0.35 if item.small_seat or item.span < 0.5 else 0.7
            way = way if walled else 1.0 + 0.25 * item.span
            total += (item.size[0] + way) * (item.size[2] + way)
    return 1.3 * total + (3.0 if walled else 0.0)


def _along_walls(things: Iterable[Item]) -> float:
    return 1.25 * sum(i.size[0] for i in things if i.noun in BACK_TO_WALL) + 0.6


def _round_up(metres: float) -> float:
    return ceil(metres * 10 - 1e-6) / 10
