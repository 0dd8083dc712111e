"""The last command with another number: "add two bookcases ... three", "90 degrees, no 45".

What does not belong here: how many there shall be in all, which is in ``correcting``.
"""

from __future__ import annotations

from consumers.lexicon.edits.commands import Clause
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line


def recounted(last: Clause, new: Line) -> Line | None:
    """``last`` with the number that ``new`` is alone; None where it says none, or names none."""
    said = quantity(new, 0)
    if said is None or said.length != len(new):
        return None
    words = last.rest.words
    if words[:1] in (("a",), ("an",)):
        return Line((*last.verb.split(), *new.words, *words[1:]))
    for at in range(len(words) - 1, -1, -1):  # the last number is the one on the tongue
        old = quantity(last.rest.part(at, len(words)), 0)
        if old is not None and old.length:
            return Line((*last.verb.split(), *words[:at], *new.words, *words[at + old.length :]))
    return None
