"""What sizes, kinds and the room rule out: a wish that fails for a reason that can be reckoned.

No search here and nothing moved: arithmetic on the wishes. Circles and the like are in
``contradictions``; what only a solver can tell is in ``conflicts``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from consumers.layout.model import ALL_SIDES, Cause, Conflict, Placed, Room
from consumers.layout.search.goals import HELD_BY, SHELL, K, Kind
from consumers.layout.search.habits import UNFIT, carrier_taste
from consumers.layout.space.traits import (
    Item,
    inner_region,
    rests_on,
    sits_on,
    top_height,
    top_region,
)
from schemas.decomposition import Relation
from schemas.ids import NodeId

INDOORS = (K.ON_WALL, K.AGAINST_WALL, K.HANGING_FROM)
"""Relations to the room that need walls or a ceiling."""

ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Case:
    """What was asked and what came of it. ``standing``: ids of what stood there before.

    ``moved``: the thing that is to be moved and stays where it is if that can not be.
    """

    room: Room
    items: Mapping[NodeId, Item]
    relations: Sequence[Relation]
    placed: Mapping[NodeId, Placed]
    standing: frozenset[NodeId] = frozenset()
    moved: NodeId | None = None


def relation_limit(case: Case, relation: Relation) -> Conflict | None:
    """Why this relation can not hold, by kinds and sizes; None where they do not forbid it."""
    named = (relation.subject, *relation.targets)
    if any(n not in case.items and n not in SHELL for n in named):
        return Conflict(Cause.MISSING, (relation,))
    subject = case.items[relation.subject]
    # A group that the subject belongs to itself ("the sofas under ..., one of them") is the others.
    others = [n for n in relation.targets if n != relation.subject] or list(relation.targets)
    target = case.items.get(others[0]) if others else None
    if target is None:
        limit = _shell_limit(case.room, relation, subject) or _loose_pile_limit(case, relation)
        return limit or _row_limit(case, relation)
    is_base = relation.kind is K.STACKED and relation.targets[0] == relation.subject
    if not is_base and _too_large(relation, subject, target):
        return Conflict(Cause.SIZE, (relation,), proven=not _by_luck(case, relation, target))
    return _pile_limit(case, relation) or _load_limit(case, relation, target)


def possible(relation: Relation, room: Room, items: Mapping[NodeId, Item]) -> bool:
    """Whether the relation may hold at all, by the sizes and kinds of those it names."""
    return relation_limit(Case(room, items, (relation,), {}), relation) is None


def _shell_limit(room: Room, relation: Relation, subject: Item) -> Conflict | None:
    side = SHELL.get(relation.targets[0], "") if relation.targets else ""
    missing = side in ALL_SIDES and side not in room.sides
    if not missing and not side:
        aloft = relation.kind is K.HANGING_FROM
        missing = relation.kind in INDOORS and not (room.roofed if aloft else room.walled)
    if missing:
        return Conflict(Cause.WALLS, (relation,))
    on_wall = relation.kind is K.ON_WALL or (relation.kind is K.ON and side not in ("", "floor"))
    if on_wall and subject.size[0] > max(room.width, room.depth) + ROUNDING:
        return Conflict(Cause.SIZE, (relation,))
    return None


def _too_large(relation: Relation, subject: Item, target: Item) -> bool:
    if relation.kind in (K.ON, K.STACKED):
        laid = relation.kind is K.ON and not target.hollow
        over = dwarfs(subject, target) or (laid and not rests_on(subject, target))
        return over and not target.flat
    if relation.kind is K.IN:
        return dwarfs(subject, target) or _not_in(subject, target)
    if relation.kind is K.UNDER and target.placement not in ("wall", "ceiling"):
        return not subject.flat and subject.size[1] > target.clear + ROUNDING
    return False


RAISED_BY = (*HELD_BY, K.HANGING_FROM, K.ABOVE, K.ON_WALL)
"""Relations by which a thing is off the ground, so that there may be room under it."""


def _by_luck(case: Case, relation: Relation, target: Item) -> bool:
    """Whether it might come true after all, by what carries the target or what it carries."""
    if relation.kind is K.IN:
        return not target.hollow
    raised = any(r.subject == target.id and r.kind in RAISED_BY for r in case.relations)
    several = len(set(relation.targets) - {relation.subject}) > 1  # under one of them will do
    there = case.placed.get(target.id)
    lifted = target.placement == "surface" or (there is not None and there.kind != "floor")
    return relation.kind is K.UNDER and (raised or several or lifted)


def _not_in(subject: Item, target: Item) -> bool:
    if not target.hollow:
        return target.size[1] >= 0.6 or target.span <= subject.span
    low_x, high_x, low_z, high_z = inner_region(target)
    upright = subject.size[1] > 1.2 * subject.span or subject.category == "plant"
    return not upright and not _fits(subject, high_x - low_x, high_z - low_z)


def _fits(item: Item, wide: float, deep: float) -> bool:
    small, large = sorted((item.size[0], item.size[2]))
    return small <= min(wide, deep) + ROUNDING and large <= max(wide, deep) + ROUNDING


def dwarfs(subject: Item, target: Item) -> bool:
    """Whether it is so much larger than the other that it would hang over too far."""
    small, large = sorted((subject.size[0], subject.size[2]))
    narrow, wide = sorted((target.size[0], target.size[2]))
    most = 0.9 / (1.0 - subject.overhang) if subject.perches else 2.0
    most = max(3.0, most) if sits_on(subject, target) else most
    return small > most * narrow or large > most * wide


def _pile_limit(case: Case, relation: Relation) -> Conflict | None:
    """Things on one another that reach the ceiling together, though none does alone."""
    if not case.room.roofed or relation.kind not in HELD_BY:
        return None
    pile = [relation]
    height = case.items[relation.subject].size[1]
    while True:
        targets = pile[-1].targets
        # On one of several is on whichever is low enough.
        below = case.items.get(targets[0]) if len(targets) == 1 else None
        if below is None or any(r.subject == below.id for r in pile):
            return None  # a circle, which is no pile
        height += top_height(below, "inside" if pile[-1].kind is K.IN else "top")
        if height > case.room.height + ROUNDING:
            return Conflict(Cause.HEIGHT, _as_said(pile, case.relations))
        under = [r for r in case.relations if r.subject == below.id and r.kind in HELD_BY]
        if not under or under[0] in pile:
            return None
        pile.append(under[0])


def _loose_pile_limit(case: Case, relation: Relation) -> Conflict | None:
    """Equal things in one pile that reach the ceiling: as few of them as do."""
    if not case.room.roofed or relation.kind is not K.STACKED:
        return None
    slot = case.items[relation.subject].slot
    pile = [
        r
        for r in case.relations
        if r.kind is K.STACKED and r.subject in case.items and not r.targets
        if case.items[r.subject].slot == slot and r.subject != relation.subject
    ]
    members, height = [relation], case.items[relation.subject].size[1]
    for one in _once(pile):
        members.append(one)
        height += top_height(case.items[one.subject])
        if height > case.room.height + ROUNDING:
            return Conflict(Cause.HEIGHT, _as_said(members, case.relations))
    return None


def _once(relations: Iterable[Relation]) -> list[Relation]:
    """The first of each subject's: what is said twice is still one thing."""
    return list({r.subject: r for r in reversed(list(relations))}.values())[::-1]


def _row_limit(case: Case, relation: Relation) -> Conflict | None:
    """Equal things in a line that is longer than the room from corner to corner."""
    if relation.kind is not K.IN_ROW:
        return None
    slot = case.items[relation.subject].slot
    row = _once(
        r
        for r in case.relations
        if r.kind is K.IN_ROW and r.subject in case.items and not r.targets
        if case.items[r.subject].slot == slot
    )
    sides = [min(case.items[r.subject].size[0], case.items[r.subject].size[2]) for r in row]
    inner = hypot(*(max(0.0, s - min(sides)) for s in (case.room.width, case.room.depth)))
    for many in range(2, len(row) + 1):
        # From the first one's middle to the last one's; a row may be a little crooked.
        apart = (sum(sides[:many]) - max(sides[:many])) * STRAIGHT
        if apart > inner + ROUNDING:
            return Conflict(Cause.SPACE, tuple(row[:many]))
    return None


STRAIGHT = 0.9
"""The share of its members' widths that a row that counts as straight is long at least."""


def _load_limit(case: Case, relation: Relation, target: Item) -> Conflict | None:
    """More on (or in, or under) one thing than has room there."""
    if relation.kind not in (K.ON, K.IN, K.UNDER) or target.flat:
        return None
    alike = _once(
        r
        for r in case.relations
        if r.kind is relation.kind and r.targets[:1] == (target.id,) and r.subject in case.items
    )
    if len(alike) < 2:
        return None
    wide, deep = _room_at(relation, target)
    fitting = [r for r in alike if _fits(case.items[r.subject], wide, deep)]
    fitting.sort(key=lambda r: (r is not relation, -case.items[r.subject].area))
    total, members = 0.0, []
    for one in fitting if target.noun != "bookshelf" else ():
        total += case.items[one.subject].area
        members.append(one)
        if total > wide * deep + ROUNDING:
            piled = any(_may_be_piled(case.items[r.subject]) for r in members)
            proven = not piled and not (target.hollow and relation.kind is K.ON)
            return Conflict(Cause.LOAD, _as_said(members, case.relations), proven=proven)
    return None


def _may_be_piled(item: Item) -> bool:
    return item.size[1] < min(item.size[0], item.size[2])


def _room_at(relation: Relation, target: Item) -> tuple[float, float]:
    """Width and depth (metres) of where things stand on, in or under another."""
    if relation.kind is K.UNDER:
        return target.size[0] + 0.5 * target.span, target.size[2] + 0.5 * target.span
    region = inner_region(target) if relation.kind is K.IN else top_region(target)
    return region[1] - region[0], region[3] - region[2]


def thing_limit(case: Case, node: NodeId) -> Conflict | None:
    """Why a thing has no place in the room, by its own size or by all areas together."""
    item, room = case.items[node], case.room
    if room.roofed and item.size[1] > room.height + ROUNDING:
        return Conflict(Cause.HEIGHT, things=(node,))
    hung = (item.placement == "wall" and room.walled) or (
        item.placement == "ceiling" and room.roofed
    )
    across = not hung
    if across and not _fits(item, room.width, room.depth):
        return Conflict(Cause.SIZE, things=(node,))
    if item.placement == "wall" and item.size[0] > max(room.width, room.depth) + ROUNDING:
        return Conflict(Cause.SIZE, things=(node,))
    return _area_limit(case, node)


def _area_limit(case: Case, node: NodeId) -> Conflict | None:
    """The fewest things, this one among them, that have more area than the floor."""
    standing = [n for n in case.items if n != node and on_floor(case, n)]
    standing.sort(key=lambda n: -case.items[n].area)
    members, total = [], 0.0
    for one in [node, *standing] if on_floor(case, node) else ():
        members.append(one)
        total += case.items[one].area
        if total > case.room.width * case.room.depth + ROUNDING:
            return Conflict(Cause.SPACE, things=tuple(n for n in case.items if n in members))
    return None


def has_room(case: Case, nodes: Iterable[NodeId]) -> bool:
    """Whether the floor has as much area as what of these must stand on it."""
    standing = [*nodes, *case.standing]
    total = sum(case.items[n].area for n in standing if on_floor(case, n))
    return total <= case.room.width * case.room.depth + ROUNDING


def on_floor(case: Case, node: NodeId) -> bool:
    """Whether the thing can only stand on the floor, beside whatever else does."""
    item = case.items[node]
    there = case.placed.get(node) if node in case.standing else None
    if there is not None:
        return there.kind == "floor" and not item.flat
    kinds = {r.kind for r in case.relations if r.subject == node}
    return not kinds & HELD and floor_bound(item, kinds, case.items)


HELD = {*HELD_BY, K.UNDER, K.ABOVE, K.ON_WALL, K.HANGING_FROM}


def floor_bound(item: Item, kinds: Collection[Kind], items: Mapping[NodeId, Item]) -> bool:
    """Whether a thing with these wishes, none to be carried, can stand on nothing but the floor."""
    if item.flat or any(k in LIFTED for k in kinds):
        return False
    if item.placement == "surface":
        if K.IN_CENTER in kinds:
            return False
        others = (other for other in items.values() if other.id != item.id)
        return not any(carrier_taste(item, o) < UNFIT and o.area >= 0.9 * item.area for o in others)
    return item.placement in ("floor", "outdoor")


LIFTED = (K.UNDER, K.ABOVE, K.ON_WALL, K.HANGING_FROM)


def _as_said(members: Sequence[Relation], relations: Sequence[Relation]) -> tuple[Relation, ...]:
    wanted = {id(m) for m in members}
    return tuple(r for r in relations if id(r) in wanted)
