"""What of the words of a scene was left unread, told in a note of its plan.

What belongs here: what of a plan counts as made of the words, and which of them it shows. Which
words are tried, and how, is in ``consumers/lexicon/sentences/account``.
"""

from __future__ import annotations

from collections.abc import Callable

from consumers.lexicon.sentences.account import note_of, unread
from consumers.lexicon.sentences.mending import mended
from consumers.lexicon.words.tokens import Line, read
from schemas.decomposition import Decomposition

_SHAPED = frozenset({"l", "shape", "shaped"})
"""Words that the shape of a place is told in."""


def accounted(line: Line, planned: Callable[[Line], Decomposition]) -> Decomposition:
    """What ``planned`` makes of ``line``, with a note of the words that did nothing to it."""
    plan = planned(line)
    if not plan.wishes:
        return plan
    placed = {relation.kind for relation in plan.relations}

    def outcome(other: Line) -> object:
        return _made(plan if other.words == line.words else planned(other))

    left = unread(mended(line)[0], _shown(plan), placed, outcome)
    note = note_of(left)
    return plan.model_copy(update={"notes": (*plan.notes, note)}) if note else plan


def _shown(plan: Decomposition) -> set[str]:
    """The words of names and notes, which a person sees."""
    names = [plan.name, plan.setting.name, *plan.notes, *(w.recipe.label for w in plan.wishes)]
    words = {word for name in names for word in read(name).words}
    return words | (_SHAPED if plan.setting.shape == "l" else set())


def _made(plan: Decomposition) -> object:
    """What a person gets of ``plan``: all but the words of the wishes, which are verbatim."""
    things = [(wish.id, wish.name, wish.recipe) for wish in plan.wishes]
    return plan.name, plan.setting, things, plan.relations, plan.lights, plan.notes
