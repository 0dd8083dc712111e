"""People who sit on chairs, benches and thrones, lie in beds, and do either where words say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from consumers.lexicon.phrases.postures import LYING, SITTING, Posture, can_bend, postured
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.nouns import Noun
from schemas.decomposition import Relation, Wish
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

_SITS = r"(?:sits?|sitting|seated|sat|squatting|cross ?-?legged)\b"
_LIES = r"(?:lying|lies|asleep|sleeping|sleeps|napping|sunbathing)\b"
_WHO = r"(?: who| that)?(?: is| are| was| were)?(?: [a-z]+ly)? "
_SITS_ON_BED = re.compile(_SITS + r"(?: \w+){1,4} (?:bed|mattress|hammock|lounger)\b")
_BEDS = frozenset({"mattress", "stretcher", "sun lounger", "hammock", "operating table", "coffin",
                   "sarcophagus"})  # fmt: skip

_SPREAD = frozenset({"blanket", "picnic blanket", "beach towel", "yoga mat"})
"""What is spread on the ground to sit on."""

_AT_TABLES = frozenset({Kind.AROUND, Kind.NEXT_TO, Kind.NEAR, Kind.BEHIND, Kind.IN_FRONT_OF})


def with_sitters(
    wishes: Sequence[Wish],
    relations: Sequence[Relation],
    noun_of: Callable[[NodeId], str],
    text: str,
) -> tuple[Wish, ...]:
    """The wishes, people on seats sitting, those in beds lying unless it is said that they sit.

    ``noun_of``: the noun of a thing that is there or is wished for, or "". Where ``text`` says
    right after naming people that they sit or lie, they do, on the ground; not at a table, where
    they need chairs, of which nothing is said.
    """
    posed: dict[NodeId, Posture] = {}
    for relation in relations:
        nouns = {noun_of(t) for t in relation.targets}
        if relation.kind in (Kind.ON, Kind.IN) and any(is_bed(noun) for noun in nouns):
            posed[relation.subject] = SITTING if _SITS_ON_BED.search(text) else LYING
        elif relation.kind in (Kind.ON, Kind.IN) and any(
            is_seat(noun) or noun in _SPREAD for noun in nouns
        ):
            posed[relation.subject] = SITTING
    at_tables = {
        r.subject
        for r in relations
        if r.kind in _AT_TABLES and any(_is_high(noun_of(t)) for t in r.targets)
    }
    for wish in wishes:
        if can_bend(wish.recipe.noun) and wish.id not in posed.keys() | at_tables:
            posed[wish.id] = _said_of(wish, text)
    return tuple(_postured(w, posed[w.id]) if posed.get(w.id) else w for w in wishes)


def _said_of(wish: Wish, text: str) -> Posture:
    """The posture that follows the words for somebody: "two kids sitting on the ground"."""
    named = re.escape(wish.prompt.split()[-1].lower())
    if re.search(rf"\b{named}{_WHO}{_SITS}", text):
        return SITTING
    return LYING if re.search(rf"\b{named}{_WHO}{_LIES}", text) else ""


def _postured(wish: Wish, posture: Posture) -> Wish:
    recipe = postured(wish.recipe, posture)
    if recipe == wish.recipe:
        return wish
    told = {
        "recipe": recipe,
        "slot": f"{wish.slot}-{posture}",
        "prompt": f"{posture} {wish.prompt}",
    }
    return wish.model_copy(update=told)


def is_bed(noun: str) -> bool:
    """Whether people lie in it."""
    row = noun_row(noun)
    named = noun.split()[-1:] == ["bed"] and row is not None and row.category == "furniture"
    return named or noun in _BEDS


def is_worked_at(row: Noun | None) -> bool:
    """Whether people stand or sit behind it: a counter, a desk, a workbench."""
    furniture = row is not None and row.category == "furniture" and row.placement == "floor"
    return furniture and row is not None and row.top == 1.0 and not row.seat and row.size[1] > 0.6


def is_seat(noun: str) -> bool:
    """Whether people sit on it."""
    row = noun_row(noun)
    return row is not None and row.seat


def _is_high(noun: str) -> bool:
    """Whether it is furniture that people do not sit at on the ground."""
    row = noun_row(noun)
    return row is not None and row.top is not None and not row.seat and row.size[1] > 0.5
