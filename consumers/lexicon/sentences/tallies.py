"""Numbers after the things they count: "books, three of them", "pigeons (four)", "chairs: six".

What belongs here: putting such a number before its noun, where phrases have it. What does not:
numbers that go on to a place or a look ("two on the left", "three of them red"), which single out
members.
"""

from __future__ import annotations

import re

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.notation import NUMBERING
from consumers.lexicon.words.plurals import is_plural
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import STOPS, Line

_HEDGE = re.compile(r"(?:say|about|maybe|perhaps|roughly|just|only|let us say|like)(?= )")
_OF_THEM = re.compile(
    r"(?:of (?:them|these|those)|in (?:all|total)|(?:in )?total|altogether|pieces|pcs)(?= |$)"
)
_LOOSE = frozenset({"a", "an", "some", "any"})
_FURTHEST = 14
"""Words looked back over for the noun."""


def counts_before(line: Line) -> Line:
    """``line`` with every number that follows its noun moved before it."""
    at = 1
    while at < len(line):
        moved = _moved(line, at)
        line = moved if moved is not None else line
        at += 1
    return line


def _moved(line: Line, at: int) -> Line | None:
    """``line`` with the number that is set apart at ``at`` moved, None where there is none."""
    mark = line.at(at)
    if mark not in {",", ":", NUMBERING} and _HEDGE.match(mark) is None and (
        quantity(line, at) is None):  # fmt: skip
        return None
    start = at + (mark in {",", ":", NUMBERING})
    while (hedge := line.match(_HEDGE, start)) is not None:
        start = hedge[1]
    number = quantity(line, start)
    if number is None:
        return None
    stop = start + number.length
    stop -= line.at(stop - 1) == "of"  # "half a dozen of them"
    of_them = line.match(_OF_THEM, stop)
    stop = of_them[1] if of_them else stop
    if not _is_set_apart(line, mark, stop, of_them=of_them is not None):
        return None
    found = _counted(line, at, adjacent=mark != NUMBERING and of_them is None)
    if found is None or (number.count == 1 and mark not in {NUMBERING, ":"}):
        return None
    begin = found + (line.at(found) in _LOOSE)
    begin += line.at(begin) in wc.DEFINITE
    rest = line.words[stop:]
    if rest[:1] == (",",) and place_at(line, stop + 1) is not None:
        rest = rest[1:]  # "mushrooms, a dozen, around a stump"
    kept = line.words[found:begin] if line.at(found) not in _LOOSE else ()
    words = (*line.words[:found], *kept, *line.words[start : start + number.length],
             *line.words[begin:at], *rest)  # fmt: skip
    return Line(words, line.truncated)


def _is_set_apart(line: Line, mark: str, stop: int, *, of_them: bool) -> bool:
    """Whether a number that ends before ``stop`` stands by itself after ``mark``."""
    following = line.at(stop)
    ends = following in STOPS or following in {"", ","}
    if mark == NUMBERING:
        return True
    if of_them:
        return ends or following == "and"
    return ends and mark in {",", ":"}


def _counted(line: Line, at: int, *, adjacent: bool) -> int | None:
    """Where the phrase begins that a number at ``at`` counts: one without a number of its own.

    ``adjacent``: it must end there. Otherwise the last plural one will do.
    """
    several: list[int] = []
    start = next((i + 1 for i in range(at - 1, -1, -1) if line.at(i) in STOPS), 0)
    index = max(start, at - _FURTHEST)
    before = line.part(0, at)
    while index < at:
        found = phrase_at(before, index)
        if found is None:
            index += 1
            continue
        phrase, stop = found
        plural = phrase.plural or is_plural(line.at(stop - 1))
        if _is_open(phrase) and (plural or (stop == at and not adjacent and not several)):
            several.append(index)
        if stop == at and several[-1:] == [index]:
            return index
        index = max(stop, index + 1)
    return several[-1] if several and not adjacent else None


def _is_open(phrase: Phrase) -> bool:
    """Whether the phrase leaves open how many there are."""
    return not (phrase.pronoun or phrase.counted or phrase.quantifier)
