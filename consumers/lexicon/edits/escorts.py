"""What goes with a thing that is moved, without being told: the stand that holds it, the seats that
stand at it.

What belongs here: which things these are. What does not: where they go, which is in ``moving``, and
what people name along ("the table with its chairs"), which is in ``sets``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.sets import companions
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem
from schemas.ids import NodeId

_STANDS = re.compile(
    r"\b(?:tripod|easel|(?:mic|microphone|music|light|camera|lamp|note|book|cake) stand)$"
)
"""Nouns of what only holds another thing, which is not moved without it."""
_OFF = re.compile(r"\b(?:off|from|down|alone|only|just|itself|without|floor|ground)\b")
_LEAVES = frozenset({Kind.ON, Kind.IN, Kind.UNDER, Kind.ABOVE, Kind.ON_WALL, Kind.STACKED})
"""Places to which a thing goes by itself, off what holds it."""


def with_stands(items: Sequence[SceneItem], tail: Line, finder: Finder) -> list[SceneItem]:
    """``items``, with what they stand on in the stead of those that only such a thing holds: "bring
    the camera a metre closer" is said of its tripod."""
    place = next((p for at in range(len(tail)) if (p := place_at(tail, at)) is not None), None)
    leaves = place is not None and place[0].kind in _LEAVES
    if leaves or _OFF.search(tail.text) is not None:
        return list(items)
    held = {i.id: i for i in finder.items}
    stands = [held.get(i.on) if i.on is not None else None for i in items]
    return [
        stand if stand is not None and _STANDS.search(stand.noun) else item
        for item, stand in zip(items, stands, strict=True)
    ]


def held_by_stand(stand: SceneItem, items: Iterable[SceneItem]) -> list[SceneItem]:
    """What such a stand holds; nothing where ``stand`` is another thing."""
    return [i for i in items if i.on == stand.id] if _STANDS.search(stand.noun) else []


def seats_along(
    items: Sequence[SceneItem], tail: Line, finder: Finder
) -> Mapping[NodeId, Sequence[NodeId]]:
    """The seats that stand at each table or desk of ``items`` and go along when it is moved; none
    where the words name a seat or say that it goes alone."""
    if _OFF.search(tail.text) is not None or _names_seat(tail):
        return {}
    going = {i.id for i in items}
    them = {i.id: [c.id for c in companions(i, finder) if _is_seat(c)] for i in items}
    free = {owner: [n for n in seats if n not in going] for owner, seats in them.items()}
    return {owner: seats for owner, seats in free.items() if seats}


def _is_seat(item: SceneItem) -> bool:
    row = noun_row(item.noun)
    return row is not None and row.seat


def _names_seat(tail: Line) -> bool:
    found = (phrase_at(tail, at) for at in range(len(tail)))
    rows = (noun_row(p[0].noun) for p in found if p is not None and p[0].noun)
    return any(row is not None and row.seat for row in rows)
