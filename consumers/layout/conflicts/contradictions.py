"""Wishes that contradict each other by what they say, whatever the room and the sizes.

Circles ("a left of b, b left of a"), things that carry themselves, one thing in two places, more
seats than a table has sides for. Found before anything is placed, so that the search serves what
can be had. What sizes and the room rule out is in ``limits``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import atan, floor, pi

from consumers.layout.model import Cause, Conflict
from consumers.layout.search.goals import HELD_BY, SHELL, K
from consumers.layout.space.traits import Item
from schemas.decomposition import Relation
from schemas.ids import NodeId

Items = Mapping[NodeId, Item]

SIDES = (K.LEFT_OF, K.RIGHT_OF, K.IN_FRONT_OF, K.BEHIND)

DRAWN_BACK = 0.17
"""Metres by which a seat may be drawn back from its table and still be at it."""


@dataclass(frozen=True, slots=True)
class Step:
    """``low`` comes before ``high`` along an axis, because of these relations."""

    low: NodeId
    high: NodeId
    because: tuple[Relation, ...]


def contradiction(relations: Sequence[Relation], items: Items) -> Conflict | None:
    """The smallest set of relations that can not hold together, or None. Its members are in the
    order in which they were said."""
    known = [r for r in relations if _known(r, items)]
    for find in (_in_itself, _in_two_places, _in_a_circle, _at_a_full_table):
        conflict = find(known, items)
        if conflict is not None:
            return conflict
    return None


def _known(relation: Relation, items: Items) -> bool:
    return relation.subject in items and all(t in items or t in SHELL for t in relation.targets)


def _in_itself(relations: Sequence[Relation], items: Items) -> Conflict | None:
    for r in relations:
        if set(r.targets) == {r.subject} and r.kind is not K.IN_ROW:
            return Conflict(Cause.ITSELF, (r,))
    return None


# One thing in two places.


def _in_two_places(relations: Sequence[Relation], items: Items) -> Conflict | None:
    places: dict[NodeId, list[Relation]] = {}
    for r in relations:
        places.setdefault(r.subject, []).append(r)
    carried = {r.subject for r in relations if r.kind in HELD_BY}
    for own in places.values():
        for n, b in enumerate(own):
            for a in own[:n]:
                if _excluded(a, b, items, carried) or _excluded(b, a, items, carried):
                    return Conflict(Cause.PLACES, (a, b))
    return _facing_both_ways(relations) or _row_and_pile(relations, items)


def _excluded(a: Relation, b: Relation, items: Items, carried: set[NodeId]) -> bool:
    """Whether one thing can not stand in both. ``carried``: what stands on something itself."""
    below = _carrier(a, items)
    if below is None:
        return False
    if b.kind is K.UNDER or b.kind in SIDES:
        return below in b.targets
    if b.kind in (K.ON_WALL, K.HANGING_FROM):
        return all(t in SHELL for t in b.targets)
    other = _carrier(b, items)
    grounded = [items[n].placement in ("floor", "outdoor") for n in (below, other) if n]
    apart = other is not None and other != below and not {below, other} & carried
    return apart and all(grounded)


def _carrier(relation: Relation, items: Items) -> NodeId | None:
    """What the subject stands on or in, where that is a thing that it can not stand beside."""
    if relation.kind not in HELD_BY or len(relation.targets) != 1:
        return None
    below = items.get(relation.targets[0])
    return None if below is None or below.flat else below.id


def _facing_both_ways(relations: Sequence[Relation]) -> Conflict | None:
    """One thing that faces two others which stand at opposite sides of it."""
    looks = [r for r in relations if r.kind is K.FACING and len(r.targets) == 1]
    steps = {axis: list(_steps(relations, axis)) for axis in "xz"}
    for n, b in enumerate(looks):
        for a in looks[:n]:
            if a.subject != b.subject or a.targets == b.targets:
                continue
            for axis in "xz":
                for one, other in ((a, b), (b, a)):
                    low = _direct(steps[axis], one.targets[0], a.subject)
                    high = _direct(steps[axis], a.subject, other.targets[0])
                    if low and high:
                        members = (a, b, *low, *high)
                        return Conflict(Cause.PLACES, _as_said(members, relations))
    return None


def _row_and_pile(relations: Sequence[Relation], items: Items) -> Conflict | None:
    """Equal things that are to stand in a row and on one another."""
    groups: dict[tuple[str, tuple[NodeId, ...]], tuple[list[Relation], list[Relation]]] = {}
    for r in relations:
        if r.kind in (K.IN_ROW, K.STACKED):
            both = groups.setdefault((items[r.subject].slot, r.targets), ([], []))
            both[r.kind is K.STACKED].append(r)
    for row, pile in groups.values():
        shared = {r.subject for r in row} & {r.subject for r in pile}
        two = [n for n in dict.fromkeys(r.subject for r in row) if n in shared][:2]
        if len(two) == 2:
            members = [r for r in (*row, *pile) if r.subject in two]
            return Conflict(Cause.PLACES, _as_said(members, relations))
    return None


def _direct(steps: Sequence[Step], low: NodeId, high: NodeId) -> tuple[Relation, ...]:
    return next((s.because for s in steps if (s.low, s.high) == (low, high)), ())


# Circles.


def _in_a_circle(relations: Sequence[Relation], items: Items) -> Conflict | None:
    """The smallest circle along left to right, front to back, upwards, or from carrier to load."""
    found: list[tuple[Relation, ...]] = []
    for axis in "xzyh":
        circle = _smallest_circle(_with_between(list(_steps(relations, axis)), relations))
        if circle:
            found.append(_needed(circle, partial(_turns, axis)))
    if not found:
        return None
    return Conflict(Cause.CIRCLE, _as_said(min(found, key=len), relations))


def _turns(axis: str, relations: Sequence[Relation]) -> bool:
    return bool(_smallest_circle(_with_between(list(_steps(relations, axis)), relations)))


def _needed(
    members: Sequence[Relation], fails: Callable[[Sequence[Relation]], bool]
) -> tuple[Relation, ...]:
    """The members without which they would not fail (deletion filtering)."""
    kept = list(members)
    for member in members:
        fewer = [m for m in kept if m is not member]
        if fails(fewer):
            kept = fewer
    return tuple(kept)


def _steps(relations: Sequence[Relation], axis: str) -> Iterator[Step]:
    """x: left before right. z: front before back. y: low before high. h: carrier before load."""
    after = {
        "x": (K.RIGHT_OF,),
        "z": (K.BEHIND,),
        "y": (*HELD_BY, K.ABOVE),
        "h": (*HELD_BY, K.HANGING_FROM),
    }[axis]
    before = {"x": K.LEFT_OF, "z": K.IN_FRONT_OF, "y": K.UNDER, "h": None}[axis]
    for r in relations:
        for target in r.targets:
            if target in SHELL or target == r.subject:
                continue
            if r.kind is before:
                yield Step(r.subject, target, (r,))
            elif r.kind in after:
                yield Step(target, r.subject, (r,))


def _with_between(steps: list[Step], relations: Sequence[Relation]) -> list[Step]:
    """Also what follows for one between two, where these stand one after the other."""
    more: list[Step] = []
    for r in relations:
        if r.kind is K.BETWEEN and len(r.targets) == 2:
            for low, high in (r.targets, r.targets[::-1]):
                way = _way(steps, low, high)
                if way:
                    because = (r, *(b for s in way for b in s.because))
                    more += [Step(low, r.subject, because), Step(r.subject, high, because)]
    return steps + more


def _smallest_circle(steps: Sequence[Step]) -> tuple[Relation, ...]:
    best: tuple[Relation, ...] = ()
    for step in steps:
        back = _way(steps, step.high, step.low)
        if back:
            members = tuple(dict.fromkeys([*step.because, *(b for s in back for b in s.because)]))
            if not best or len(members) < len(best):
                best = members
    return best


def _way(steps: Sequence[Step], start: NodeId, end: NodeId) -> list[Step]:
    """The shortest chain of steps from one to the other; empty where there is none."""
    came: dict[NodeId, Step] = {}
    front = [start]
    while front and end not in came:
        reached = [s for s in steps if s.low in front and s.high not in came and s.high != start]
        came |= {s.high: s for s in reversed(reached)}
        front = [s.high for s in reached]
    chain: list[Step] = []
    while end in came and end != start:
        chain.insert(0, came[end])
        end = came[end].low
    return chain


# Seats at a table.


def _at_a_full_table(relations: Sequence[Relation], items: Items) -> Conflict | None:
    rings: dict[tuple[NodeId, ...], list[Relation]] = {}
    for r in relations:
        if r.kind is K.AROUND and len(r.targets) == 1 and items[r.subject].small_seat:
            rings.setdefault(r.targets, []).append(r)
    for (target,), ring in rings.items():
        table = items.get(target)
        if table is None or table.top is None or table.flat:
            continue
        most = seats_at(table, max(items[r.subject].size[0] for r in ring))
        if len(ring) > most:
            return Conflict(Cause.SEATS, tuple(ring[: most + 1]), room_for=most)
    return None


def seats_at(table: Item, width: float) -> int:
    """How many seats of this width (metres) go around a table, in one row, a little drawn back."""
    wide, deep = (side + 2 * DRAWN_BACK for side in (table.size[0], table.size[2]))
    if "round" in table.noun:
        return max(1, floor(pi / atan(width / min(wide, deep))))
    return 2 * (floor(wide / width + 1e-6) + floor(deep / width + 1e-6))


def _as_said(members: Sequence[Relation], relations: Sequence[Relation]) -> tuple[Relation, ...]:
    wanted = {id(m) for m in members}
    return tuple(r for r in relations if id(r) in wanted)
