"""How many of a kind there shall be: "only one book", "fewer chairs", "twice as many crates".

What belongs here: from such words to which things go and how many come. What does not: "add two
chairs", which says how many come.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from consumers.lexicon.edits.items import bare_label, from_below, is_shell
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

MOST = 100
NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|fifteen|twenty"
    r"|\d{1,3})"
)
_EXACTLY = re.compile(
    r"(?:(?:please|i|we|just|want|would|like|need|keep|leave|have|make (?:it|that|them)|only|there"
    r"|should|must|to|in all|be|is|are|let|exactly|in total) )*"
)
_MARKED = re.compile(r"\b(?:only|exactly|just|should be|in total|in all|make (?:it|that|them))\b")
_TIMES = re.compile(
    r"(?:(double|triple|halve|half|twice|three times)(?: the)? (?:the )?(?:number|amount|count) of"
    r"|(twice|three times|four times|half) as many|(double|triple|halve) the(?= \w+s\b))(?= |$)"
)
_FEWER = re.compile(
    rf"(?:(?P<few>a (?:few|bit|couple)(?: of)?|{NUMBER}) )?(?:fewer|less)"
    r"(?: of (?:them|those|these))?(?: (?:please|now|[.!]))*(?= |$)"
)
_FACTORS = {
    "double": 2.0,
    "twice": 2.0,
    "triple": 3.0,
    "three times": 3.0,
    "four times": 4.0,
    "halve": 0.5,
    "half": 0.5,
}


@dataclass(frozen=True, slots=True)
class Count:
    """``present``: the things of the kind there are; ``wanted``: how many there shall be."""

    present: Sequence[SceneItem]
    wanted: int

    @property
    def surplus(self) -> Sequence[SceneItem]:
        """What there are too many of: those that came last."""
        return from_below(self.present)[self.wanted :]

    @property
    def lacking(self) -> int:
        return max(0, min(MOST, self.wanted) - len(self.present))


def counted(line: Line, finder: Finder) -> Count | None:
    """What ``line`` says of how many there shall be; None when it says no such thing."""
    start = line.match(_EXACTLY, 0)
    at = start[1] if start else 0
    times = line.match(_TIMES, at)
    if times is not None:
        present, stop = _kind(line, times[1], finder)
        said = next(g for g in times[0].groups() if g)
        named = phrase_at(line, times[1])
        of_size = times[0].group(3) is not None and not (named and named[0].plural)
        if present and stop >= len(line) and not of_size:  # "double the sofa"
            return Count(present, max(0, round(len(present) * _FACTORS[said])))
        return None
    fewer = line.match(_FEWER, at)
    if fewer is not None:
        return _fewer(line, fewer[0].group("few") or "", fewer[1], finder)
    if start is None or _MARKED.search(start[0].group()) is None:
        return None
    found = phrase_at(line, at)
    if found is None or not found[0].counted or found[0].definite or found[1] < len(line):
        return None
    present = _all(found[0], finder)
    return Count(present, found[0].count) if present else None


def _fewer(line: Line, said: str, stop: int, finder: Finder) -> Count | None:
    """So many less of a kind, or of what was spoken of last: "two fewer"."""
    found = quantity(Line(tuple(said.split())), 0) if said else None
    few = found.count if found is not None and found.count else 1
    if stop >= len(line):
        present = _spoken_of(finder) if said else []
    else:
        present, end = _kind(line, stop, finder)
        present = present if end >= len(line) else []
    return Count(present, max(0, len(present) - few)) if len(present) > 1 else None


def _spoken_of(finder: Finder) -> Sequence[SceneItem]:
    """All of the kind of what was touched last."""
    kinds = {kind_of(i) for i in finder.touched() if not is_shell(i)}
    return [i for i in finder.items if kind_of(i) in kinds]


def _kind(line: Line, at: int, finder: Finder) -> tuple[Sequence[SceneItem], int]:
    found = phrase_at(line, at)
    return (_all(found[0], finder), found[1]) if found else ((), at)


def _all(phrase: Phrase, finder: Finder) -> list[SceneItem]:
    found = [] if phrase.pronoun else [i for i in finder.every(phrase) if not is_shell(i)]
    called = Counter(bare_label(i) for i in found)
    several = [name for name, many in called.items() if many > 1]
    if len(called) > 1 and len(several) == 1 and not phrase.described:
        return [i for i in found if bare_label(i) == several[0]]  # not the teacher's desk
    return found
