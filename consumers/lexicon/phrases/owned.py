"""Parts that a thing is said to have: "with a red roof and a chimney".

What belongs here: which words after a thing are parts of it. What does not: things beside it, which
are in ``sentences.guests``.
"""

from __future__ import annotations

import re

from consumers.lexicon.phrases.determiners import read_determiners
from consumers.lexicon.phrases.draft import Draft
from consumers.lexicon.phrases.modifiers import read_words
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import named, noun_row
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import Line

_WITH = re.compile(r"(?:, )?(?:with|having|and)(?= )")
_OF_BUILDINGS = frozenset({"window", "roof", "chimney", "balcony", "porch", "door"})
_BUILT = frozenset({"building", "vehicle", "structure", "toy"})
_FURNISHED = frozenset({"furniture", "appliance"})


def parts_after(line: Line, at: int, draft: Draft) -> int | None:
    """ "with a red roof and a chimney": parts of the thing, which are no things of their own."""
    lead = line.match(_WITH, at)
    if lead is None or (line.at(lead[1] - 1) == "and" and draft.described[-1:] != ["+part"]):
        return None
    part = Draft()
    start = read_determiners(line, lead[1], part)
    stop = read_words(line, start, part)
    if singular(part.head.split()[-1] if part.head else "") == "scale" and not _is_alive(draft):
        return None  # "a counter with a pair of scales", which are no dragon's
    if singular(part.head) not in wc.PARTS or part.head == "" or draft.head in wc.GENERIC_PLACES:
        return None
    if not _has_such(draft.head, singular(part.head)):
        return None
    if draft.described[-1:] != ["+part"]:
        draft.described.append("+part")
    return stop


def _is_alive(draft: Draft) -> bool:
    row = noun_row(draft.noun)
    return row is not None and row.category in {"animal", "person"}


def _has_such(head: str, part: str) -> bool:
    """Whether a thing may have such a part: an ink pot has no window."""
    found = named(head.split()[-1]) if head else None
    row = noun_row(found.noun) if found is not None else None
    if part not in _OF_BUILDINGS or row is None:
        return True
    return row.category in _BUILT or (part == "door" and row.category in _FURNISHED)
