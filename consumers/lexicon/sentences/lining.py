"""Lists that say how their things are lined up: "from left to right: a, b, c", "front row: ...".

What belongs here: the heads of such lists, and the rows that come of them. What does not: rows that
are counted ("two rows of three desks", ``arrangements``) and places ("in a row", ``places``).
"""

from __future__ import annotations

import re
from itertools import pairwise

from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.reading import Link, Reading
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind

_ORDER = re.compile(
    r"(?:standing |arranged |lined up |placed |ordered |in order )?(?:from )?"
    r"(?:(?P<left>left to right)|right to left)(?= |$)"
)
_ROW = re.compile(
    r"(?:in |on )?(?:the )?(?P<which>front|first|second|middle|third|fourth|back|rear|last) "
    r"(?:row|line|rank)(?: :| ,| -)?(?= )"
)
_DEPTHS = {"front": 0, "first": 0, "second": 1, "middle": 1, "third": 2, "fourth": 3, "back": 9,
           "rear": 9, "last": 9}  # fmt: skip
"""How far back a row stands."""


def order_end(line: Line, at: int) -> int:
    """The index after "from left to right" at ``at``, or ``at``."""
    found = line.match(_ORDER, at)
    return at if found is None else found[1]


def heads_row(line: Line) -> bool:
    """Whether the text begins with "front row" and what stands there."""
    return line.match(_ROW, 0) is not None


class Lining:
    """Reads heads of lined-up lists; ``reading`` is shared with the reader.

    ``rows``: (how far back, the things) of every row told of. ``began``: the first thing of the
    present list; None where none has begun.
    """

    def __init__(self, line: Line, reading: Reading) -> None:
        self.line, self.reading = line, reading
        self.rows: list[tuple[int, list[int]]] = []
        self.began: int | None = None
        self.depth: int | None = None
        self.backwards = False

    def read(self, at: int, state: Sentence) -> int | None:
        """Read "from left to right" or "front row" at ``at``; the index after it."""
        ordered = self.line.match(_ORDER, at)
        if ordered is not None:
            self.backwards = ordered[0].group("left") is None
            self.began = min(state.subjects, default=len(self.reading.things))
            return ordered[1]
        row = self.line.match(_ROW, at)
        if row is None or (state.subjects and not state.joined) or not self._names_row(row[1]):
            return None
        self.end()
        self.began, self.depth = len(self.reading.things), _DEPTHS[row[0].group("which")]
        state.begin_list()
        state.front = None
        return row[1]

    def _names_row(self, stop: int) -> bool:
        """Whether things come right after the head: "front row: three cars", "sit four men"."""
        word = self.line.at(stop)
        return word not in STOPS and word not in wc.PREPOSITIONS and place_at(
            self.line, stop) is None  # fmt: skip

    def end(self) -> None:
        """End the list that a head began, and line its things up."""
        if self.began is None:
            return
        new = range(self.began, len(self.reading.things))
        kept = {k.subject for k in self.reading.links if set(k.targets) & set(new)}
        listed = [i for i in new if i not in kept and self.reading.things[i].alias is None]
        listed = listed[::-1] if self.backwards else listed
        self._line_up(listed)
        if self.depth is not None and listed:
            self.rows.append((self.depth, listed))
        self.began, self.depth, self.backwards = None, None, False

    def _line_up(self, listed: list[int]) -> None:
        several = len(listed) > 1 or any(self.reading.things[i].count > 1 for i in listed)
        if listed and several:
            self.reading.links.append(
                Link(Kind.IN_ROW, listed[0], tuple(listed[1:]), spread="group")
            )

    def close(self) -> None:
        """Put every row behind the one before it."""
        self.end()
        ordered = [things for _, things in sorted(self.rows, key=lambda row: row[0])]
        for nearer, further in pairwise(ordered):
            self.reading.links.append(Link(Kind.BEHIND, further[0], (nearer[0],)))
