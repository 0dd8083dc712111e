"""People who sit on chairs, benches and thrones, lie in beds, and do either where words say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from consumers.lexicon.phrases.postures import LYING, SITTING, Posture, can_bend, postured
from consumers.lexicon.words.gazetteer import noun_row
from schemas.decomposition import Relation, Wish
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

_SITS = re.compile(r"\b(?:sits?|sitting|seated|sat|squatting|cross ?-?legged)\b")

_LIES = re.compile(r"\b(?:lying|lies|asleep|sleeping|sleeps|napping|sunbathing)\b")
_SITS_ON_BED = re.compile(_SITS.pattern + r"(?: \w+){1,4} (?:bed|mattress|hammock|lounger)\b")
_BEDS = frozenset({"mattress", "stretcher", "sun lounger", "hammock", "operating table", "coffin",
                   "sarcophagus"})  # fmt: skip

_AT_TABLES = frozenset({Kind.AROUND, Kind.NEXT_TO, Kind.NEAR, Kind.BEHIND, Kind.IN_FRONT_OF})


def with_sitters(
    wishes: Sequence[Wish],
    relations: Sequence[Relation],
    noun_of: Callable[[NodeId], str],
    text: str,
) -> tuple[Wish, ...]:
    """The wishes, people on seats sitting, those in beds lying unless it is said that they sit.

    ``noun_of``: the noun of a thing that is there or is wished for, or "". Where ``text`` says that
    somebody sits or lies and it is of one kind of people, these do, on the ground; not at a table,
    where they need chairs, of which nothing is said.
    """
    said: Posture = SITTING if _SITS.search(text) else LYING if _LIES.search(text) else ""
    posed: dict[NodeId, Posture] = {}
    for relation in relations:
        nouns = {noun_of(t) for t in relation.targets}
        if relation.kind in (Kind.ON, Kind.IN) and any(_is_bed(noun) for noun in nouns):
            posed[relation.subject] = SITTING if _SITS_ON_BED.search(text) else LYING
        elif relation.kind in (Kind.ON, Kind.IN) and any(_is_seat(noun) for noun in nouns):
            posed[relation.subject] = SITTING
    people = {w.slot for w in wishes if can_bend(w.recipe.noun)}
    if said and len(people) == 1 and not posed:
        at_tables = {
            r.subject
            for r in relations
            if r.kind in _AT_TABLES and any(_is_high(noun_of(t)) for t in r.targets)
        }
        posed = {w.id: said for w in wishes if w.id not in at_tables}
    return tuple(_postured(w, posed[w.id]) if w.id in posed else w for w in wishes)


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


def _is_bed(noun: str) -> bool:
    row = noun_row(noun)
    named = noun.split()[-1:] == ["bed"] and row is not None and row.category == "furniture"
    return named or noun in _BEDS


def _is_seat(noun: str) -> bool:
    row = noun_row(noun)
    return row is not None and row.seat


def _is_high(noun: str) -> bool:
    """Whether it is furniture that people do not sit at on the ground."""
    row = noun_row(noun)
    return row is not None and row.top is not None and not row.seat and row.size[1] > 0.5
