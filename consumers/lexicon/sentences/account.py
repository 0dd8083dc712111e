"""What of a text was left unread: the words that change nothing of what is made of it.

A word is read when another in its place would have made another scene, and told when the scene
shows it in a name or a note. Whoever goes through a text can drop a word in many places; asking
what it did to the outcome finds them all, whichever dropped it. What belongs here: which words are
tried, and how those that did nothing are quoted. What does not: which words ask nothing and may do
nothing (``small``), and how a scene is made of words (``outcome`` is handed in).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Set
from itertools import groupby, pairwise

from consumers.lexicon.sentences import small
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.plurals import singular, word_classes
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind

Outcome = Callable[[Line], object]
"""What is made of a line, as a value that can be compared."""

MOST_TOLD = 4
"""Pieces that one note quotes; of more it says that there are more."""
_LONGEST_PIECE = 6
"""Words quoted of a piece."""
_LONGEST_WORD = 24
"""Letters quoted of a word."""
_WINDOW = 20
"""Words that are tried together at least, where the text has as many."""
_REFERRING = wc.PRONOUNS | {"its", "their", "his", "her", "each", "both", "other", "others", "same"}
"""Words that may be about what a sentence before named."""
_TRIED = 2500
"""Words that are read again at most: an endless text must stay cheap."""

_INVENTED = "zwuqx"
"""A word that nobody knows and that is no slip of another's."""
_ENDING = re.compile(r"(?:ing|ed|ly|er|est|s)$")


def note_of(pieces: Collection[str]) -> str:
    """The note that says that ``pieces`` were left out; "" where there are none."""
    if not pieces:
        return ""
    told = ", ".join(f'"{piece}"' for piece in list(pieces)[:MOST_TOLD])
    return f"Not understood, so left out: {told}{' and more' * (len(pieces) > MOST_TOLD)}."


def unread(
    line: Line, told: Collection[str], placed: Set[Kind], outcome: Outcome
) -> tuple[str, ...]:
    """The pieces of ``line`` that did nothing to ``outcome``, in the order said.

    ``told``: words that the outcome shows in its names and notes. ``placed``: how things of it
    stand to one another.
    """
    shown = {form for word in told for form in (word, singular(word))}
    left = _TRIED
    found: list[str] = []
    for start, stop in _windows(line):
        part = line.part(start, stop)
        asked = [at for at in range(len(part)) if _is_asked(part, at, shown)]
        if not asked:
            continue
        trial = _Trial(part, outcome, placed, left)
        lost = {at: span for at in asked if (span := trial.lost(at))}
        spans = [span for at, span in lost.items() if not _is_manner(part, at, lost)]
        found.extend(_pieces(part, {at for span in spans for at in span}))
        left = trial.left
    return tuple(dict.fromkeys(found))


class _Trial:
    """Readings of one part of a text with a word of it changed, while ``left`` words may be.

    ``read``: words with the next ones that did something once; they are not tried again.
    """

    def __init__(self, line: Line, outcome: Outcome, placed: Set[Kind], left: int) -> None:
        self.line, self.outcome, self.left = line, outcome, left - len(line)
        self.placed = placed
        self.read: set[tuple[str, ...]] = set()
        self.usual = outcome(line) if self.left >= 0 else None

    def lost(self, at: int) -> range:
        """The words that did nothing together with word ``at``, itself included; none where it
        did something."""
        said = self.line.words[at : at + 2]
        if said in self.read or not self._did_nothing(at):
            self.read.add(said)
            return range(0)
        if small.place_of(self.line, at) is not None:
            return range(_begin(self.line, at), _object_end(self.line, at))
        stop = at + (2 if small.completes(self.line, at + 1) else 1)
        begin = min(at, small.phrase_begin(self.line, stop - 1))
        whole = stop - begin > 1 and self._same(begin, "", stop - begin)
        return range(begin, stop) if whole else range(at, at + 1)

    def _did_nothing(self, at: int) -> bool:
        """Whether it is as much without word ``at``, or with any other in its place."""
        word = self.line.at(at)
        place = small.place_of(self.line, at)
        if place is not None:
            stands = place.kinds & self.placed
            alike = not stands or self._same(at, place.elsewhere, place.length)
            return alike and self._same(at, "")
        if small.is_number(word):
            return self._same(at, "12" if word == "11" else "11")
        if word in small.ARRANGED:
            return small.ARRANGED[word] not in self.placed and self._is_idle(at)
        if self._same(at, _invented(word)):
            return True
        return word not in small.GENERIC and self._is_idle(at)

    def _is_idle(self, at: int) -> bool:
        """Whether it is the same without word ``at``, or without the phrase that ends with it."""
        begin = small.phrase_begin(self.line, at)
        return self._same(at, "") or (begin < at and self._same(begin, "", at + 1 - begin))

    def _same(self, at: int, other: str, length: int = 1) -> bool:
        """Whether ``other`` ("" for nothing) instead of ``length`` words makes the same."""
        if self.left < len(self.line):
            return False
        self.left -= len(self.line)
        words = self.line.words
        changed = (*words[:at], *([other] if other else []), *words[at + length :])
        return self.outcome(Line(changed)) == self.usual


def _invented(word: str) -> str:
    ending = _ENDING.search(word)
    return _INVENTED + (ending.group() if ending else "")


def _is_asked(line: Line, at: int, shown: Collection[str]) -> bool:
    """Whether something is lost when word ``at`` does nothing."""
    word = line.at(at)
    if not word[0].isalnum() or word in shown or singular(word) in shown:
        return False
    if small.is_number(word) and singular(line.at(at + 1)) in shown:
        return False  # what is counted is there
    return not small.asks_nothing(line, at)


def _is_manner(line: Line, at: int, lost: Collection[int]) -> bool:
    """Whether word ``at`` is a verb whose place was read: "a cat sleeping on the sofa"."""
    if "VERB" not in word_classes(line.at(at)) or small.goes_along(line.at(at - 1)):
        return False
    if line.at(at + 1) in wc.DETERMINERS and small.follows_place(line, at):
        return True
    after = at + 1
    while line.at(after) in wc.ADVERBS:
        after += 1
    if line.at(after) not in wc.PREPOSITIONS | {"with", "side"}:
        return False
    while after not in lost and small.goes_along(line.at(after)):
        after += 1
    return after < len(line) and after not in lost and line.at(after)[0].isalnum()


def _windows(line: Line) -> Iterator[tuple[int, int]]:
    """Spans of whole sentences that are tried together: one that goes on about what was named
    before ("it", "the other") stays with it."""
    begin, ends = 0, [at + 1 for at in range(len(line)) if line.at(at) in STOPS]
    for end, following in pairwise([*ends, len(line)]):
        apart = line.at(end - 1) not in {":", ";"} and not _goes_on(line, end, following)
        if end - begin >= _WINDOW and apart:
            yield begin, end
            begin = end
    if begin < len(line):
        yield begin, len(line)


def _goes_on(line: Line, start: int, stop: int) -> bool:
    """Whether the sentence from ``start`` to ``stop`` may be about what one before it named."""
    return any(
        line.at(at) in _REFERRING
        or (small.place_of(line, at) is not None and small.is_boundary(line.at(at + 1)))
        for at in range(start, stop)
    )


def _pieces(line: Line, found: Collection[int]) -> Iterator[str]:
    """Words ``found`` as pieces: what stands together, or with small words alone between."""
    kept = set(found)
    for at in found:
        before = at - 1
        while before not in kept and small.goes_along(line.at(before)):
            before -= 1
        if line.at(before) in wc.COPULA and before - 1 in kept:
            before -= 1  # "doors are green"
        kept.update(range(before + 1, at) if before in kept else ())
    runs = groupby(enumerate(sorted(kept)), key=lambda pair: pair[1] - pair[0])
    for _, run in runs:
        words = [line.at(at)[:_LONGEST_WORD] for _, at in run]
        yield " ".join(words[:_LONGEST_PIECE])


def _begin(line: Line, at: int) -> int:
    """The index of the "on" that introduces word of place ``at`` ("on the left"), or ``at``."""
    before = at - 1
    while line.at(before) in wc.DETERMINERS:
        before -= 1
    return before if line.at(before) in small.LIGHT else at


def _object_end(line: Line, at: int) -> int:
    """The index after what the word of place ``at`` is said of: "over the sofa"."""
    first = at + 1
    while small.goes_along(line.at(first)):
        first += 1
    stop = first
    while stop - first < _LONGEST_PIECE // 2 and not small.is_boundary(line.at(stop)):
        stop += 1
    return stop if stop > first else at + 1
