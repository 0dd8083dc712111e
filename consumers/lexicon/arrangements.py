"""Things counted by their arrangement: "four rows of five desks", "a tower of four boxes".

What belongs here: the words up to the things. What does not: one group of things whose number is
usual ("a row of trees"), which is a noun phrase's own (``determiners``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from consumers.lexicon.quantities import quantity
from consumers.lexicon.tokens import Line
from schemas.decomposition import RelationKind as Kind

_KINDS = {
    "row": Kind.IN_ROW, "line": Kind.IN_ROW, "column": Kind.IN_ROW, "stack": Kind.STACKED,
    "pile": Kind.STACKED, "tower": Kind.STACKED, "circle": Kind.AROUND, "ring": Kind.AROUND,
    "group": None, "set": None, "cluster": None, "pair": None,
}  # fmt: skip
_WORDS = "|".join(_KINDS)
_GROUPS = re.compile(rf"(?:\w+ )?({_WORDS})s of(?= )")
_ONE = re.compile(r"(?:an? |the |one )(?:\w+ )?(tower|column|line|queue|pyramid) of(?= )")
_SINGLE = {"tower": Kind.STACKED, "column": Kind.STACKED, "pyramid": Kind.STACKED,
           "line": Kind.IN_ROW, "queue": Kind.IN_ROW}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``groups`` of as many things as the phrase after says, each in ``kind`` by itself."""

    kind: Kind | None
    groups: int


def arrangement_at(line: Line, index: int) -> tuple[Arrangement, int] | None:
    """The arrangement whose words begin at ``index``, and the index of the things it is made of.

    They must be counted ("of five desks"), or else the words are the name of something.
    """
    single = line.match(_ONE, index)
    if single is not None and quantity(line, single[1]) is not None:
        return Arrangement(_SINGLE[single[0].group(1)], 1), single[1]
    found = quantity(line, index)
    groups = line.match(_GROUPS, index + found.length) if found else None
    if found is None or groups is None or quantity(line, groups[1]) is None:
        return None
    return Arrangement(_KINDS[groups[0].group(1)], found.count), groups[1]
