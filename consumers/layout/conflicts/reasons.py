"""What people are told of wishes that can not be had: who takes part, what gave way, what helps.

What belongs here: sentences. Why something can not be is found in ``conflicts``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consumers.layout.conflicts.limits import Case
from consumers.layout.conflicts.naming import joined, named, numbered, the
from consumers.layout.model import Cause, Conflict, Room
from consumers.layout.search.goals import SHELL, K
from consumers.layout.space.traits import Item
from schemas.decomposition import Relation, RelationKind
from schemas.ids import NodeId

PHRASES: dict[RelationKind, str] = {
    K.ON: "on",
    K.IN: "in",
    K.UNDER: "under",
    K.ABOVE: "above",
    K.NEXT_TO: "next to",
    K.NEAR: "near",
    K.LEFT_OF: "to the left of",
    K.RIGHT_OF: "to the right of",
    K.IN_FRONT_OF: "in front of",
    K.BEHIND: "behind",
    K.BETWEEN: "between",
    K.AROUND: "around",
    K.FACING: "facing",
    K.AGAINST_WALL: "against a wall",
    K.IN_CORNER: "in a corner",
    K.IN_CENTER: "in the middle",
    K.ON_WALL: "on a wall",
    K.HANGING_FROM: "hanging from",
    K.IN_ROW: "in a row",
    K.STACKED: "stacked on",
    K.OPPOSITE: "opposite",
}

ALONE: dict[RelationKind, str] = {
    K.LEFT_OF: "on the left",
    K.RIGHT_OF: "on the right",
    K.IN_FRONT_OF: "in the foreground",
    K.BEHIND: "in the background",
    K.HANGING_FROM: "hanging from the ceiling",
    K.STACKED: "in a pile",
    K.AROUND: "in a ring",
    K.FACING: "facing the viewer",
    K.ON: "on the floor",
}
"""Relations to the room that read otherwise than those to a thing."""

WALLS = {"back": "the back wall", "left": "the left wall", "right": "the right wall"}

STAYS = "it stays where it is"

STANDS = {True: "it stands elsewhere", False: "they stand elsewhere"}
"""What became of one, or of several, that are not where they were wanted."""

MOST_NAMED = 6
"""So many members are named one by one; more are counted."""


def reason(conflict: Conflict, case: Case) -> str:
    """The conflict for people: one or two sentences and, where something helps, a remedy."""
    match conflict.cause:
        case Cause.MISSING:
            return _missing(conflict, case)
        case Cause.SIZE | Cause.HEIGHT if conflict.things:
            return _too_large_for_room(conflict, case)
        case Cause.SIZE | Cause.WALLS if len(conflict.relations) == 1:
            return _one_relation(conflict, case)
        case Cause.SEATS | Cause.LOAD:
            return _crowd(conflict, case)
        case Cause.SPACE if conflict.left_out:
            return _no_place(conflict, case)
        case _:
            return _together(conflict, case)


def _missing(conflict: Conflict, case: Case) -> str:
    relation = conflict.relations[0]
    named_in = (relation.subject, *relation.targets)
    gone = next(n for n in named_in if n not in case.items and n not in SHELL)
    if gone == relation.subject:
        return f"There is no {gone!r} in the scene."
    return f"I could not put {clause(relation, case.items)}: there is no {gone!r} in the scene."


def _too_large_for_room(conflict: Conflict, case: Case) -> str:
    (node,) = conflict.things
    item, room = case.items[node], case.room
    wide, high, deep = item.size
    who = named(conflict.left_out or conflict.things, case.items)
    one = len(conflict.left_out) < 2
    is_, it = ("is", "it") if one else ("are", "them")
    if conflict.cause is Cause.HEIGHT:
        size, there = f"{high:.1f} m high", f"{room.height:.1f} m"
    else:
        size, there = f"{wide:.1f} x {deep:.1f} m", f"{room.width:.1f} x {room.depth:.1f} m"
    where = _ground(case)
    need = "a higher room" if conflict.cause is Cause.HEIGHT else f"a larger {where}"
    smaller = "lower" if conflict.cause is Cause.HEIGHT else "smaller"
    return (
        f"{_capital(who)} {is_} {size} and the {where} only {there}, so I left {it} out. "
        f"Ask for {need} or a {smaller} {item.noun or numbered(item.name)[0]}."
    )


def _lacking(relation: Relation, room: Room) -> str:
    """What the place lacks for the relation, after "there"."""
    side = SHELL.get(relation.targets[0], "") if relation.targets else ""
    if side in room.sides or (relation.kind is K.HANGING_FROM and not side):
        return "is no ceiling"
    return "is no such wall" if room.walled else "are no walls"


def _one_relation(conflict: Conflict, case: Case) -> str:
    relation = conflict.relations[0]
    subject = case.items[relation.subject]
    many = [r.subject for r in conflict.given_up] or [relation.subject]
    who = named(many, case.items)
    said = f"{_capital(who)} can not be {place(relation, case.items)}"
    elsewhere = STAYS if case.moved else STANDS[len(many) == 1]
    if conflict.cause is Cause.WALLS:
        no = _lacking(relation, case.room)
        return f"{said}: there {no} outdoors; {elsewhere}. Ask for a room to have that."
    wide, high, deep = subject.size
    target = case.items.get(relation.targets[0]) if relation.targets else None
    if target is None:
        return f"{said}: {wide:.1f} m are wider than any wall here; {elsewhere}."
    help_ = f"Make {who} smaller or {_the(target)} larger to have that."
    below = f"{target.clear:.1f} m of room" if target.clear else "no room"
    there = f"{target.size[0]:.1f} x {target.size[2]:.1f} m"
    if relation.kind is K.UNDER:
        help_ = help_ if target.clear else ""
        why = f"{_the(target)} has {below} below, and {_the(subject)} is {high:.1f} m high"
    elif relation.kind is K.IN and not target.hollow:
        why, help_ = f"nothing of that size fits in {_the(target)}", ""
    else:
        why = f"{wide:.1f} x {deep:.1f} m is too large for its {there}"
    return f"{said}: {why}; {elsewhere}. {help_}".strip()


def _crowd(conflict: Conflict, case: Case) -> str:
    """More than one thing has room for: how many it has, and what becomes of the others."""
    gone = conflict.given_up or conflict.relations[-1:]
    first = gone[0]
    many = [r.subject for r in case.relations if alike(r, first, case.items)]
    target = case.items[first.targets[0]]
    size = f"{target.size[0]:.1f} x {target.size[2]:.1f} m"
    where = f"{PHRASES[first.kind]} {_the(target)} ({size})"
    help_ = f"A larger {target.noun or numbered(target.name)[0]} takes more."
    if len(many) > 2 and len(many) > len(gone):
        return f"{_only(conflict, case, many, where)}; {_rest(len(gone) == 1)}. {help_}"
    who = named([r.subject for r in gone], case.items)
    if not conflict.proven:
        return f"I found no room {where} for {who} too; {STANDS[len(gone) == 1]}. {help_}"
    both = named([r.subject for r in conflict.relations], case.items)
    do = f"do not {_all(len(conflict.relations))} have room {where}"
    stands = "stands" if len(gone) == 1 else "stand"
    return f"{_capital(both)} {do}; {who} {stands} elsewhere. {help_}"


def _only(conflict: Conflict, case: Case, many: Sequence[NodeId], where: str) -> str:
    """How many of equal things are where all should be; sure to be the most only for seats."""
    least = len(many) - len(conflict.given_up)
    noun = named(many, case.items).removeprefix("the ")
    if conflict.cause is Cause.LOAD:
        return f"I found room {where} for only {least} of the {noun}"
    return f"Only {least} of the {noun} {'has' if least == 1 else 'have'} room {where}"


def _rest(one: bool) -> str:
    return "the other one stands elsewhere" if one else "the others stand elsewhere"


def _no_place(conflict: Conflict, case: Case) -> str:
    """Things for which the floor has no place beside the others."""
    gone = conflict.left_out
    where = _where(case)
    it = "it" if len(gone) == 1 else "them"
    out = STAYS if case.moved else f"I left {named(gone, case.items)} out"
    more = _ground(case)
    total = [n for n, i in case.items.items() if i.slot == case.items[gone[0]].slot]
    same = all(case.items[n].slot == case.items[gone[0]].slot for n in conflict.things)
    if same and len(total) > len(gone) and not conflict.relations:
        noun = named(total, case.items).removeprefix("the ")
        fitting = len(total) - len(gone)
        left = f"I left {len(gone)} out" if len(gone) > 1 else "I left one out"
        # That so many do not fit is one thing, that no more than these do is another.
        most = conflict.proven and len(conflict.things) == fitting + 1
        fit = f"Only {fitting} of the {noun} {'fits' if fitting == 1 else 'fit'} {where}"
        found = f"I found places for only {fitting} of the {noun} {where}"
        return f"{fit if most else found}; {left}. Ask for a larger {more} to have all."
    members = list(dict.fromkeys([*conflict.things, *_things(conflict.relations, case.items)]))
    both = _all(len(members))
    if conflict.proven and len(members) > 1:
        kept = grouped(conflict.relations, case.items)
        with_ = f", with {joined(kept)}," if kept else ""
        do = f"do not {both} fit {where}"
        return (
            f"{_capital(named(members, case.items, sizes=True))}{with_} {do}; {out}. "
            f"Ask for a larger {more} to have {both}."
        )
    return (
        f"I found no free place for {named(gone, case.items)} {where}, "
        f"so {STAYS if case.moved else f'I left {it} out'}. "
        f"Ask for a larger {more} or for fewer things."
    )


def _together(conflict: Conflict, case: Case) -> str:
    """Relations that can not hold together, and which of them gave way."""
    members = conflict.relations
    clauses = grouped(members, case.items)
    if len(clauses) > MOST_NAMED:
        clauses = [*clauses[:MOST_NAMED], f"{len(clauses) - MOST_NAMED} more such wishes"]
    gave_up = STAYS if case.moved else _gave_up(conflict)
    around = "" if conflict.cause is not Cause.SPACE else f" {_where(case)}"
    if conflict.things and conflict.cause is Cause.SPACE:
        around = f" beside {named(conflict.things, case.items)}{around}"
    if conflict.cause is Cause.HEIGHT:
        return (
            f"{_capital(joined(clauses))} would go through the ceiling at "
            f"{case.room.height:.1f} m; {gave_up}. Ask for a higher room to have "
            f"{'that' if len(members) == 1 else 'all'}."
        )
    if conflict.cause is Cause.ITSELF:
        return f"{_capital(_by_itself(members[0], case.items))}; {gave_up}."
    if not conflict.proven:
        given = grouped(conflict.given_up, case.items)
        with_ = "" if len(members) < 2 else " together with the rest"
        stays = " It stays where it is." if case.moved else ""
        return f"I found no way to have {joined(given)}{with_}{around}; there may be one.{stays}"
    both = f" {_all(len(clauses))}" if len(clauses) > 1 else ""
    help_ = f" Ask for a larger {_ground(case)} to have {both.strip() or 'that'}."
    return (
        f"{_capital(joined(clauses))} can not{both} be{around}; {gave_up}."
        f"{help_ if conflict.cause is Cause.SPACE else ''}"
    )


def _by_itself(relation: Relation, items: Mapping[NodeId, Item]) -> str:
    return f"{_the(items[relation.subject])} can not be {PHRASES[relation.kind]} itself"


def _gave_up(conflict: Conflict) -> str:
    """Which of the members gave way, by its place among them."""
    members, gone = conflict.relations, conflict.given_up
    if len(members) == 1 or not gone or len(gone) == len(members):
        return "I gave that up"
    places = [n for n, r in enumerate(members) if any(r is g for g in gone)]
    if len(places) != 1 or len(gone) > 1:
        return "I gave some of that up"
    if places[0] == len(members) - 1:
        return f"I gave up the {'second' if len(members) == 2 else 'last'}"
    return f"I gave up the {ORDINALS[places[0]] if places[0] < len(ORDINALS) else 'one between'}"


ORDINALS = ("first", "second", "third", "fourth", "fifth")


def grouped(relations: Sequence[Relation], items: Mapping[NodeId, Item]) -> list[str]:
    """A clause for each, but one for all that say the same of equal things."""
    groups: list[list[Relation]] = []
    for relation in relations:
        same = [g for g in groups if alike(g[0], relation, items) and relation.subject in items]
        if same:
            same[0].append(relation)
        else:
            groups.append([relation])
    return [
        clause(g[0], items)
        if len(g) == 1
        else f"{named([r.subject for r in g], items)} {place(g[0], items)}"
        for g in groups
    ]


def alike(a: Relation, b: Relation, items: Mapping[NodeId, Item]) -> bool:
    """Whether two relations say the same of equal things."""
    if (a.kind, a.targets) != (b.kind, b.targets):
        return False
    slots = [items[r.subject].slot if r.subject in items else r.subject for r in (a, b)]
    return slots[0] == slots[1]


def clause(relation: Relation, items: Mapping[NodeId, Item]) -> str:
    """ "the lamp to the left of the sofa"."""
    subject = items.get(relation.subject)
    name = _the(subject) if subject else f"the {relation.subject}"
    return f"{name} {place(relation, items)}"


def place(relation: Relation, items: Mapping[NodeId, Item]) -> str:
    """ "to the left of the sofa", "in a corner"."""
    kind = relation.kind
    others = [t for t in relation.targets if t != relation.subject]
    side = SHELL.get(others[0], "") if others else ""
    if side in WALLS:
        on = "on" if kind in (K.ON, K.ON_WALL, K.HANGING_FROM, K.ABOVE) else "against"
        return f"{'facing' if kind is K.FACING else on} {WALLS[side]}"
    if not others or (others[0] in SHELL and kind in ALONE):
        return ALONE.get(kind, PHRASES[kind])
    if kind is K.AGAINST_WALL:
        return f"against {_the(items[others[0]])}" if others[0] in items else PHRASES[kind]
    names = [_the(items[t]) if t in items else f"the {t}" for t in others]
    return f"{_onto(kind)} {joined(names)}"


def _onto(kind: RelationKind) -> str:
    return {K.ON_WALL: "on", K.IN_ROW: "in a row with", K.IN_CENTER: "in the middle of"}.get(
        kind, PHRASES[kind]
    )


def _the(item: Item) -> str:
    return the(item.name)


def _things(relations: Sequence[Relation], items: Mapping[NodeId, Item]) -> list[NodeId]:
    return [n for r in relations for n in (r.subject, *r.targets) if n in items]


def _where(case: Case) -> str:
    room = case.room
    size = f"{room.width:.1f} x {room.depth:.1f} m"
    return f"in the room of {size}" if room.roofed else f"on the ground of {size}"


def _ground(case: Case) -> str:
    return "room" if case.room.roofed else "ground"


def _all(many: int) -> str:
    return "both" if many == 2 else "all"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
