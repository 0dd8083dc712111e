"""The determiners of a noun phrase: articles, numbers, quantifiers, "a row of"."""

from __future__ import annotations

import re

from consumers.lexicon import wordclasses as wc
from consumers.lexicon.draft import Draft
from consumers.lexicon.gazetteer import noun_at
from consumers.lexicon.measures import (
    METRES,
    area_at,
    length_at,
)
from consumers.lexicon.plurals import is_plural
from consumers.lexicon.quantities import ORDINALS, quantity
from consumers.lexicon.tokens import STOPS, Line

_GROUPS = {
    "row": ("row", 4), "line": ("row", 4), "stack": ("stack", 3), "pile": ("stack", 3),
    "heap": ("stack", 3), "circle": ("circle", 6), "ring": ("circle", 6), "group": ("", 3),
    "set": ("", 3), "cluster": ("", 3), "collection": ("", 4), "herd": ("", 5), "flock": ("", 5),
    "pack": ("", 4), "family": ("", 3), "crowd": ("", 6), "series": ("row", 4),
    "array": ("row", 4), "number": ("", 3), "bunch": ("", 3), "school": ("", 5),
}  # fmt: skip
_GROUP = re.compile(rf"(?:a |an |the |one )?(?:\w+ )??({'|'.join(_GROUPS)}) of(?= )")
_QUANTIFIERS = frozenset({"all", "each", "every", "both", "another", "other", "no", "any"})


def read_determiners(line: Line, index: int, draft: Draft) -> int:
    """Read articles, numbers and quantifiers at ``index``; the index of the first other word."""
    at = index
    while True:
        word = line.at(at)
        if word == "something" and line.at(at + 1) == "like":
            at += 2
            continue
        after = _group(line, at, draft) or _count(line, at, draft)
        if after is not None:
            at = after
        elif word in _QUANTIFIERS:
            draft.quantifier = {"every": "each", "any": "all"}.get(word, word)
            draft.each = draft.each or word in {"each", "every"}
            draft.definite = draft.definite or word in wc.DEFINITE
            draft.determined = True
            at += 1
        elif word in ORDINALS and draft.determined:
            draft.ordinal = ORDINALS[word]
            at += 1
        elif word in wc.DETERMINERS and not _ends_here(line, at):
            draft.definite = draft.definite or (word in wc.DEFINITE and word != "'s")
            draft.determined = True
            at += 1
        elif word == "of" and (draft.count is not None or draft.quantifier) and at > index:
            at += 1
        else:
            return at


def _ends_here(line: Line, at: int) -> bool:
    """Whether "this", "that" or "its" stands alone, as a pronoun."""
    following = line.at(at + 1)
    return line.at(at) in {"this", "that", "these", "those"} and (
        following == ""
        or following in STOPS
        or following in wc.PREPOSITIONS
        or following in wc.COPULA
        or following in wc.CONJUNCTIONS
    )


def _group(line: Line, at: int, draft: Draft) -> int | None:
    found = line.match(_GROUP, at)
    if found is None or any(noun_at(line, i) and _long(line, i) for i in (at, at + 1)):
        return None
    ahead = range(found[1], min(found[1] + 5, len(line)))
    if not any(is_plural(line.at(i)) or quantity(line, i) for i in ahead):
        return None
    group, usual = _GROUPS[found[0].group(1)]
    draft.group, draft.determined, draft.grouped = group, True, True
    draft.count = draft.count if draft.count not in (None, 1) else usual
    return found[1]


def _long(line: Line, at: int) -> bool:
    found = noun_at(line, at)
    return found is not None and found.length >= 3


def _count(line: Line, at: int, draft: Draft) -> int | None:
    if length_at(line, at) or area_at(line, at) or line.at(at + 1) in METRES:
        return None
    found = quantity(line, at)
    if found is None or (draft.count is not None and not draft.grouped):
        return None
    after = line.at(at + found.length)
    if line.at(at) == "one" and (
        not after or after in STOPS or after in wc.PREPOSITIONS or after in wc.CONJUNCTIONS
    ):
        if after != "of":
            return None
    elif line.at(at) == "one" and after in wc.COPULA:
        return None
    if after in {"percent", "degrees", "times", "x", "by"}:
        return None
    draft.count, draft.determined, draft.grouped = found.count, True, False
    draft.paired = "pair" in line.span(at, at + found.length)
    return at + found.length
