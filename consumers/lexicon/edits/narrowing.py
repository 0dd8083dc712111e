"""Places at one of several things that are told apart by more words: "next to the microscope on the
middle bench", "on every table except the one nearest to the bar".

What belongs here: finding which are meant. What does not: what is put there, which ``additions``
reads.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import Selection, select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.tokens import Line


def narrowed(rest: Line, finder: Finder) -> tuple[Line, Finder]:
    """``rest`` without the words that tell which of several things a place is at, and the finder
    that knows only those of them; both as they are where there are no such words."""
    for at in range(1, len(rest)):
        place = place_at(rest, at)
        target = phrase_at(rest, place[1]) if place and place[0].targeted else None
        if place is None or target is None or target[0].pronoun:
            continue
        if not (target[0].definite or target[0].quantifier in {"all", "each"}):
            continue
        fitting = finder.every(target[0])
        chosen = select(rest.part(place[1], len(rest)), 0, finder) if len(fitting) > 1 else None
        stop = place[1] + chosen.stop if chosen else 0
        if chosen is None or stop <= target[1] or not _narrows(chosen, len(fitting)):
            continue
        hidden = {i.id for i in fitting} - {i.id for i in chosen.items}
        kept = tuple(i for i in finder.items if i.id not in hidden)
        words = (*rest.words[: target[1]], *rest.words[stop:])
        return Line(words), replace(finder, items=kept)
    return rest, finder


def _narrows(chosen: Selection, many: int) -> bool:
    return not chosen.missing and 0 < len(chosen.items) < many
