"""Which way a thing is to turn: by so many degrees, or to face another.

What belongs here: from a verb and the words after the thing to a turn. What does not: tilts, which
are in ``rearranging``.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.tokens import Line
from schemas.edits import Rotate, SceneItem

_FACED = re.compile(r"\b(?:fac(?:e|es|ing)|towards?|to|at)\b")
_SWITCHED = re.compile(r"(?:back )?(?:on|off)\b")


def turned(item: SceneItem, verb: str, tail: Line, finder: Finder) -> Rotate | Phrase | str:
    """The turn that the words ask for; the phrase of what it is to face, where there is no such
    thing; why it can not be done, for people."""
    for at in range(len(tail) if _FACED.search(f"{verb} {tail.text}") else 0):
        found = phrase_at(tail, at)
        named = found is not None and not found[0].pronoun
        targets = finder.find(found[0]) if found and named else []
        if targets and targets[0].id != item.id:
            away = 180.0 if re.search(r"\baway\b", tail.text) else 0.0
            return Rotate(node=item.id, facing=targets[0].id, degrees=away)
        if found and named and found[0].definite and found[0].noun and not targets:
            return found[0]
    if _SWITCHED.match(tail.text) and not len(tail) > 2:
        return f"{item.name} can not be switched on or off; lamps can."
    return Rotate(node=item.id, degrees=amounts.turn(Line((*verb.split(), *tail.words))))
