"""From a reading to wishes with ids and relations between them.

What belongs here: counting out ("two chairs" are two wishes), pairing ("a lamp on each table"),
and the ids that relations name. What does not: reading the words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import sqrt

from consumers.lexicon.phrases.phrases import Phrase, indoors, outdoors
from consumers.lexicon.phrases.recipes_of import recipe_of
from consumers.lexicon.sentences.carcasses import told_apart, upright
from consumers.lexicon.sentences.comparisons import compare
from consumers.lexicon.sentences.places import PYRAMID, SOME_ROWS
from consumers.lexicon.sentences.portions import shared_out
from consumers.lexicon.sentences.reading import Link, Look, Reading, Thing
from consumers.lexicon.sentences.turns import rows_face_to_face, turned, turned_away
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.looks import color_word
from consumers.lexicon.words.measures import SIZE_WORDS
from consumers.lexicon.words.naming import Names
from schemas.decomposition import Relation, Wish
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

MOST_WISHES = 80
"""Things one scene is given; what goes beyond is left out, and a note says so."""

MOST_ALIKE = 40
"""Copies that one phrase is given, unless it says how many for each of another's: more would not
be a scene that anybody can look at."""

_ABREAST = 1.8
"""So many times as many stand side by side as behind each other, where words say "in rows"."""

_NESTED = 4
"""Shares of shares that are counted: each table has a plate, each plate a fork."""

_BASE_ONLY = frozenset({Kind.ON, Kind.IN})
"""Of a stack only the lowest is on the table."""
_ONE_HOLDER = frozenset({Kind.ON, Kind.IN, Kind.HANGING_FROM, Kind.FACING, Kind.STACKED})
_ONE_EACH = frozenset({Kind.UNDER, Kind.ABOVE, Kind.BEHIND, Kind.IN_FRONT_OF, Kind.OPPOSITE})
"""As many subjects as targets stand so one to each ("two chairs behind two desks")."""


@dataclass(frozen=True, slots=True)
class Expanded:
    """Wishes and relations; ``members``: the node ids of each thing of the reading."""

    wishes: tuple[Wish, ...]
    relations: tuple[Relation, ...]
    members: tuple[tuple[NodeId, ...], ...]
    notes: tuple[str, ...] = ()


def expand(reading: Reading, *, taken: Collection[str] = (), seed: int = 0) -> Expanded:
    """Count the things of ``reading`` out. ``taken``: node ids that are used already."""
    compare(reading, seed)
    counts = _counts(reading)
    names = Names(taken)
    wishes: list[Wish] = []
    members: list[tuple[NodeId, ...]] = []
    notes: list[str] = []
    walled = _is_walled(reading)
    for thing, count in zip(reading.things, counts, strict=True):
        if thing.present or thing.implied:
            members.append(thing.nodes)
            continue
        if thing.alias is not None:
            of, member = thing.alias
            alone = members[of][member:][: max(1, thing.count)]
            members.append(alone or members[of][-1:])
            continue
        room = MOST_WISHES - len(wishes)
        room = room if reading.dealt_out(len(members)) else min(MOST_ALIKE, room)
        if count > room:
            notes.append(f"Left out {count - room} of {count}: {thing.phrase.label}.")
        if walled:
            thing.phrase = indoors(thing.phrase)
        elif reading.setting is not None:
            thing.phrase = outdoors(thing.phrase)
        thing.phrase = upright(thing.phrase, reading, len(members))
        thing.phrase = told_apart(thing.phrase, reading, len(members))
        made = _wishes(thing, min(count, room), names, seed)
        wishes.extend(made)
        members.append(tuple(w.id for w in made))
    relations: list[Relation] = []
    for link in _stacks(reading.links, members):
        relations.extend(r for r in _relations(link, members) if r not in relations)
    relations = rows_face_to_face(_topped(_settled(relations)))
    return Expanded(tuple(wishes), tuple(relations), tuple(members), tuple(notes))


def _is_walled(reading: Reading) -> bool:
    """Whether it is a room, by its name or, where there is none, by what stands in it."""
    if reading.setting is not None:
        return reading.setting.kind == "room"
    rows = [noun_row(t.phrase.noun) for t in reading.things]
    return any(r is not None and r.category == "appliance" for r in rows)


def _settled(relations: list[Relation]) -> list[Relation]:
    """Without what others say better: where a stack stands, what a circle is around."""
    upper = {r.subject for r in relations if r.kind is Kind.STACKED and r.targets}
    ringed = {r.subject for r in relations if r.kind is Kind.AROUND and r.targets}
    return [
        r
        for r in relations
        if (r.subject not in upper or r.kind not in _BASE_ONLY)
        and (r.subject not in ringed or r.kind is not Kind.AROUND or r.targets)
    ]


def _topped(relations: list[Relation]) -> list[Relation]:
    """What is put on the lowest of a pile is on its highest: "a mug on the books"."""
    above = {r.targets[0]: r.subject for r in relations if r.kind is Kind.STACKED and r.targets}
    found: list[Relation] = []
    for relation in relations:
        if relation.kind is Kind.ON and relation.targets and relation.subject not in above.values():
            top, seen = relation.targets[0], {relation.subject}
            while top in above and above[top] not in seen:
                top = above[top]
                seen.add(top)
            relation = relation.model_copy(update={"targets": (top, *relation.targets[1:])})
        found.append(relation)
    return found


def _counts(reading: Reading) -> list[int]:
    """How many of each: those "on each table" are as many times as there are tables."""
    counts = [len(t.nodes) if t.present else t.count for t in reading.things]
    for _ in range(_NESTED):
        before = list(counts)
        _count_shares(reading, counts)
        if counts == before:
            break
    return counts


def _count_shares(reading: Reading, counts: list[int]) -> None:
    """Bring ``counts`` up to what one step of "each", "per" and "on each side" makes of them."""
    for link in reading.links:
        if reading.things[link.subject].present:
            continue
        if link.targets and reading.things[link.targets[0]].per == link.subject:
            continue  # "each on its own desk": the desks are counted by what is on them
        holders = sum(counts[t] for t in _dealt_to(link))
        if reading.things[link.subject].dealt and link.each and link.targets:
            counts[link.subject] = max(counts[link.subject], holders)
        elif link.each and holders > 1:
            multiplied = reading.things[link.subject].count * holders
            counts[link.subject] = (
                max(1, holders - 1)
                if link.kind is Kind.BETWEEN
                else max(counts[link.subject], multiplied)
            )
        elif link.spread == "sides" and counts[link.subject] == 1:
            counts[link.subject] = 2
        elif link.spread == "corners" and counts[link.subject] == 1:
            counts[link.subject] = 4
    for index, thing in enumerate(reading.things):
        if thing.per is not None:
            counts[index] = thing.count * max(1, counts[thing.per])


def _dealt_to(link: Link) -> tuple[int, ...]:
    """The things of which every one has its own: "each table" may be round ones and square ones."""
    return link.targets[:1] if link.kind is Kind.BETWEEN else link.targets


def _wishes(thing: Thing, count: int, names: Names, seed: int) -> list[Wish]:
    if not thing.variants or count < 2:
        recipe = recipe_of(thing.phrase, seed)
        slot = names.slot(recipe) if count else ""
        return [
            Wish(id=node, name=name, slot=slot, recipe=recipe, prompt=thing.phrase.said)
            for node, name in names.members(thing.phrase.label, count)
        ]
    looks = [thing.variants[min(place, len(thing.variants) - 1)] for place in range(count)]
    made: list[Wish] = []
    for look, alike in groupby(looks):
        said = _variant_word(look)
        extent = look.extent if look.extent.said else thing.phrase.extent
        phrase = replace(
            thing.phrase,
            color=look.color or thing.phrase.color,
            material=look.material or thing.phrase.material,
            extent=extent.by_word(SIZE_WORDS[look.size]) if look.size else extent,
            label=f"{said} {_plain(thing.phrase)}".strip() if said else thing.phrase.label,
        )
        recipe = recipe_of(phrase, seed)
        prompt = f"{said} {thing.phrase.said}".strip()
        made.extend(
            Wish(id=node, name=name, slot=names.slot(recipe), recipe=recipe, prompt=prompt)
            for node, name in names.members(phrase.label, len(list(alike)))
        )
    return made


def _plain(phrase: Phrase) -> str:
    """The label without colours, which each member has of its own."""
    return phrase.head if phrase.colors else phrase.label


def _variant_word(look: Look) -> str:
    said = color_word(look.color) if look.color else look.material or ""
    return f"{look.size} {said}".strip()


def _stacks(links: Sequence[Link], members: Sequence[tuple[NodeId, ...]]) -> list[Link]:
    """``links``, with a stack for every holder where each has one ("a pile of balls beside every
    cannon"), and what is put onto a stack on its highest."""
    dealt = {
        k.subject: sum(len(members[t]) for t in _dealt_to(k)) for k in links if k.each and k.targets
    }
    return [
        replace(k, rows=dealt[k.subject])
        if k.kind is Kind.STACKED and k.spread == "group" and k.rows == 1 and k.subject in dealt
        else k
        for k in links
    ]


def _piled(link: Link, members: Sequence[tuple[NodeId, ...]]) -> list[Relation] | None:
    """ "three books stacked on a chair": the first on it, each other on the one before."""
    subjects = members[link.subject]
    if link.kind is not Kind.STACKED or not link.targets or link.spread or len(subjects) < 2:
        return None
    if link.each and len(members[link.targets[0]]) > 1:
        return None
    first = Relation(kind=Kind.ON, subject=subjects[0], targets=members[link.targets[0]][:1])
    return [first, *_arranged(Kind.STACKED, list(subjects))]


def _relations(link: Link, members: Sequence[tuple[NodeId, ...]]) -> list[Relation]:
    subjects = members[link.subject]
    targets = [members[t] for t in link.targets]
    if not subjects or any(not t for t in targets):
        return []
    piled = _piled(link, members)
    if piled is not None:
        return piled
    if link.spread == "group":
        everyone = [*subjects, *(n for group in targets for n in group)]
        return _placed(link, _arranged(link.kind, everyone, link.rows))
    if link.spread in {"mutual", "backs"}:
        everyone = [*subjects, *(n for group in targets for n in group)]
        return turned(link.spread == "backs", link.kind, everyone)
    if link.spread == "walls" or link.corners:
        return shared_out(link, subjects)
    if link.spread == "away" and targets:
        return [r for node in subjects for r in turned_away(node, targets[0])]
    if link.spread == "sides" and targets:
        holders = _flat(targets) if link.each else targets[0]
        return [
            Relation(
                kind=Kind.LEFT_OF if i % 2 == 0 else Kind.RIGHT_OF,
                subject=node,
                targets=_at_sides(link, i, len(subjects), holders),
            )
            for i, node in enumerate(subjects)
        ]
    if not targets:
        kind = link.kind if link.spread != "sides" else None
        sides = (Kind.LEFT_OF, Kind.RIGHT_OF)
        alone = [
            Relation(kind=kind or sides[i % 2], subject=node, targets=link.walls)
            for i, node in enumerate(subjects)
        ]
        return _placed(link, alone)
    return _placed(link, _paired(link, subjects, targets))


def _at_sides(link: Link, at: int, many: int, holders: tuple[NodeId, ...]) -> tuple[NodeId, ...]:
    """Whose side the ``at``-th of ``many`` is at: of all, of one, or where each has its own, of
    its own ("four stalls, each with a crate on either side")."""
    if not link.each:
        return holders if len(holders) > 2 else holders[:1]
    share = max(1, many // len(holders))
    return (holders[min(at // share, len(holders) - 1)],)


def _placed(link: Link, relations: list[Relation]) -> list[Relation]:
    """``relations`` with the distance that the words give."""
    if link.distance is None:
        return relations
    return [r.model_copy(update={"distance": link.distance}) for r in relations]


def _arranged(kind: Kind, nodes: list[NodeId], rows: int = 1) -> list[Relation]:
    """An arrangement among themselves: a row names its members once, a stack goes up one by one.

    Of several rows each begins behind the beginning of the one before.
    """
    if len(nodes) < 2:
        return []
    if rows == SOME_ROWS:
        rows = max(1, round(sqrt(len(nodes) / _ABREAST)))
    if kind is Kind.IN_ROW and 1 < rows < len(nodes):
        long = -(-len(nodes) // rows)
        parts = [nodes[at : at + long] for at in range(0, len(nodes), long)]
        lined = [r for part in parts for r in _arranged(kind, part)]
        behind = [
            Relation(kind=Kind.BEHIND, subject=later[0], targets=(earlier[0],))
            for earlier, later in pairwise(parts)
        ]
        return lined + behind
    if kind is Kind.STACKED and rows == PYRAMID:
        piles = _pyramid(nodes)
        lined = _arranged(Kind.IN_ROW, [pile[0] for pile in piles])
        return lined + [relation for pile in piles for relation in _arranged(kind, pile)]
    if kind is Kind.STACKED and 1 < rows < len(nodes):
        high = -(-len(nodes) // rows)
        piles = [nodes[at : at + high] for at in range(0, len(nodes), high)]
        return [relation for pile in piles for relation in _arranged(kind, pile)]
    if kind in {Kind.BEHIND, Kind.ABOVE}:
        return [
            Relation(kind=kind, subject=rear, targets=(fore,)) for rear, fore in pairwise(nodes)
        ]
    if kind is Kind.STACKED:
        return [
            Relation(kind=kind, subject=upper, targets=(lower,)) for lower, upper in pairwise(nodes)
        ]
    if kind is Kind.AROUND:
        return [Relation(kind=kind, subject=node) for node in nodes]
    return [Relation(kind=kind, subject=nodes[0], targets=tuple(nodes[1:]))]


def _pyramid(nodes: list[NodeId]) -> list[list[NodeId]]:
    """The piles of a pyramid, left to right, each from the ground up: every level is one shorter
    than the one below it."""
    base = next(n for n in range(1, len(nodes) + 1) if n * (n + 1) // 2 >= len(nodes))
    piles: list[list[NodeId]] = [[] for _ in range(base)]
    left = list(nodes)
    for level in range(base):
        start = level // 2
        for column in range(start, start + base - level):
            if left:
                piles[column].append(left.pop(0))
    return piles


def _flat(groups: Sequence[tuple[NodeId, ...]]) -> tuple[NodeId, ...]:
    return tuple(n for group in groups for n in group)


def _paired(
    link: Link, subjects: tuple[NodeId, ...], targets: list[tuple[NodeId, ...]]
) -> list[Relation]:
    flat = _flat(targets)
    if link.kind is Kind.BETWEEN:
        first = (targets[0][0], targets[1][0]) if len(targets) > 1 else flat[:2]
        if len(targets) == 1 and len(flat) > 2 and len(subjects) == len(flat) - 1:
            return [
                Relation(kind=link.kind, subject=n, targets=two)
                for n, two in zip(subjects, pairwise(flat), strict=True)
            ]  # one in every gap
        return [Relation(kind=link.kind, subject=n, targets=first) for n in subjects]
    holders = flat if link.each else targets[0]
    shared = (
        link.each
        or (link.kind in _ONE_HOLDER and len(subjects) > 1)
        or (link.kind in _ONE_EACH and len(subjects) == len(holders) and len(targets) == 1)
    )
    if shared and len(holders) > 1:
        share = max(1, -(-len(subjects) // len(holders)))
        return [
            Relation(
                kind=link.kind, subject=n, targets=(holders[min(i // share, len(holders) - 1)],)
            )
            for i, n in enumerate(subjects)
        ]
    aim = holders[:1] if link.kind in _ONE_HOLDER else flat
    return [Relation(kind=link.kind, subject=n, targets=aim) for n in subjects]
