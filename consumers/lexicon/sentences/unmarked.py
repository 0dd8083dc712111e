"""Lists without a mark between their nouns: "a room with bed desk wardrobe lamp".

What belongs here: setting the commas that are left out. What does not: compounds ("coffee table"),
which the gazetteer knows.
"""

from __future__ import annotations

from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at, noun_row
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line

_BEFORE = frozenset({"with", "has", "have", ":", ",", "and", "containing", "including", "w"})
_FEWEST, _SURELY = 3, 4
"""Nouns one after the other that are a list: after a word that begins one, and anywhere."""
_ALIVE = frozenset({"person", "animal"})


def marked(line: Line) -> Line:
    """``line`` with commas between nouns that only stand one after the other."""
    words: list[str] = []
    line = _after_setting(line)
    at = 0
    while at < len(line):
        begins = line.at(at - 1) in _BEFORE
        units = _units(line, at, begins=begins)
        enough = _FEWEST if begins else _SURELY
        if len(units) < enough:
            stop = units[0] if units else at + 1
            words.extend(line.words[at:stop])
            at = stop
            continue
        for start, stop in zip((at, *units[:-1]), units, strict=True):
            words.extend((*line.words[start:stop], ","))
        words.pop()
        at = units[-1]
    return line if len(words) == len(line) else Line(tuple(words), line.truncated)


def _after_setting(line: Line) -> Line:
    """ "bedroom bed desk lamp" as "bedroom with bed desk lamp"."""
    if named_setting(line.at(0)) is None or len(_units(line, 1, begins=True)) < _FEWEST:
        return line
    known = noun_at(line, 0)
    if known is not None and known.length > 1:
        return line  # "kitchen table ..."
    return Line((line.at(0), "with", *line.words[1:]), line.truncated)


def _units(line: Line, at: int, *, begins: bool) -> list[int]:
    """Where each of the nouns ends that stand one after the other from ``at`` on; ``begins``:
    whether a list is awaited there, so that a person is one of it ("with a pirate" and no ship)."""
    stops: list[int] = []
    while at < len(line):
        many = quantity(line, at) if stops else None
        start = at + (many.length if many is not None else 0)
        found = noun_at(line, start)
        if found is None or not found.noun or not _is_thing(line, start):
            break
        if not stops and named_setting(line.at(at)) is not None:
            break  # "kitchen table lamp"
        row = noun_row(found.noun)
        if row is not None and row.category in _ALIVE and not begins:
            break
        at = start + found.length
        stops.append(at)
    return stops


def _is_thing(line: Line, at: int) -> bool:
    """Whether a noun stands for a thing, and not rather for what one is like."""
    word = line.at(at)
    like = word in wc.PARTS | wc.ABSTRACT or word in wc.SHELL or word in wc.LIGHT_HEADS
    looks = color_at(line, at) is not None or material_at(line, at) is not None
    return not (like or looks)
