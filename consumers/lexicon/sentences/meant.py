"""What people mean by a place of two things: who is "in a helmet" wears it.

What does not belong here: who stands there where grammar leaves it open (``attachment``).
"""

from __future__ import annotations

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.attachment import (
    CHAIRS,
    STANDING,
    is_alive,
    is_hangable,
    is_panel,
    is_table,
    is_tree,
    size_of,
)
from consumers.lexicon.words.gazetteer import noun_row
from schemas.decomposition import RelationKind as Kind

_WORN = frozenset({"helmet", "hat", "apron", "crown"})
_CLOTHS = frozenset({"blanket", "towel", "tablecloth", "beach towel", "scarf"})
"""What is laid over things."""
_PICTURES = frozenset({"picture frame", "clock", "poster", "mirror", "drawing"})
"""What hangs on walls only."""
_ROOMS = frozenset({"furniture", "building", "nature"})
_SLOPES = frozenset({"hill", "mountain", "volcano", "dune"})


_CARRIED = 1.2
"""Metres: what is no wider and no longer is held by people rather than that it holds them."""


def holds_guest(target: Phrase, guest: Phrase, host: Phrase) -> bool:
    """Whether a ``guest`` of somebody is in ``target`` and its ``host`` is not: "a woman with a
    goose in a basket"."""
    row = noun_row(target.noun)
    if row is None or not is_alive(host) or row.name in _WORN or row.category in _ROOMS:
        return False
    size, own = size_of(target), size_of(guest)
    return row.hollow and max(size[0], size[2]) <= _CARRIED and own[0] <= size[0] * 1.5


def told_kind(subject: Phrase, kind: Kind, target: Phrase) -> Kind:
    """What people mean by ``kind`` of these two: who is "in a yellow helmet" wears it, a cottage
    "below the hill" stands at its foot, a tree house "in an oak" is at its trunk."""
    row, other = noun_row(target.noun), noun_row(subject.noun)
    if row is None or other is None:
        return kind
    if kind is Kind.ON and is_alive(subject) and row.placement == "wall" and row.top is None:
        return Kind.IN_FRONT_OF  # "a teacher writing on the blackboard"
    if kind is Kind.ON and is_panel(target) and is_hangable(subject):
        return Kind.HANGING_FROM  # "six wrenches on a pegboard"
    if kind is Kind.IN and is_alive(subject) and row.name in _WORN:
        return Kind.NEXT_TO
    if kind is Kind.AROUND and other.category in {"kitchenware", "food"} and is_table(row):
        return Kind.ON
    if kind is Kind.UNDER and other.name in CHAIRS and is_table(row):
        return Kind.AROUND  # pushed under it
    if kind is Kind.ABOVE and other.name in _CLOTHS and row.category == "furniture":
        return Kind.ON  # "a blanket over its arm"
    if kind is Kind.BEHIND and row.name == "door":
        return Kind.NEXT_TO  # what its leaf hides when it is open
    backed = row.seat or row.name.endswith("bed")
    if kind is Kind.BEHIND and other.name in _PICTURES and backed:
        return Kind.ABOVE  # on the wall that the sofa stands at
    grounded = other.category in STANDING or other.name == "floor lamp"
    if kind is Kind.ABOVE and other.placement == "floor" and grounded:
        return Kind.NEXT_TO  # a floor lamp that "leans over" a chair
    if kind is Kind.UNDER and row.name in _SLOPES:
        return Kind.IN_FRONT_OF
    if kind in {Kind.IN, Kind.ON} and is_tree(row) and other.category in {"building", "structure"}:
        return Kind.NEXT_TO
    if kind is Kind.IN and is_tree(row) and is_alive(subject):
        return Kind.ON  # "a palm tree with a parrot in it"
    return kind
