"""The determiners of a noun phrase: articles, numbers, quantifiers, "a row of"."""

from __future__ import annotations

import re

from consumers.lexicon.phrases.draft import Draft
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.measures import (
    METRES,
    SIZE_WORDS,
    STRETCH_WORDS,
    area_at,
    length_at,
)
from consumers.lexicon.words.plurals import is_plural, plural, singular
from consumers.lexicon.words.proportions import COUNTABLE_PARTS, counted_parts
from consumers.lexicon.words.quantities import (
    ORDINALS,
    TENS,
    UNITS,
    Quantity,
    number_value,
    quantity,
)
from consumers.lexicon.words.tokens import STOPS, Line

_GROUPS = {
    "row": ("row", 4), "line": ("row", 4), "stack": ("stack", 3), "pile": ("stack", 3),
    "heap": ("stack", 3), "circle": ("circle", 6), "ring": ("circle", 6), "bundle": ("", 3),
    "semicircle": ("circle", 6), "group": ("", 3), "set": ("", 3), "cluster": ("", 3),
    "collection": ("", 4), "herd": ("", 5), "flock": ("", 5), "pack": ("", 4), "family": ("", 3),
    "crowd": ("", 6), "series": ("row", 4), "array": ("row", 4), "number": ("", 3),
    "bunch": ("", 3), "school": ("", 5), "choir": ("", 6), "team": ("", 5), "gang": ("", 4),
    "troupe": ("", 5), "squad": ("", 5), "army": ("", 8), "swarm": ("", 6), "queue": ("row", 4),
    "fleet": ("", 4), "audience": ("", 6),
}  # fmt: skip
_KINDS_OF = "|".join([*_GROUPS, *(plural(word) for word in _GROUPS)])
_GROUP = re.compile(rf"(?:a |an |the |one )?(?:\w+ )??({'|'.join(_GROUPS)}) of(?= )")
_SEVERAL = re.compile(rf"(?:\w+ )??({_KINDS_OF}) of(?= )")
_GRID = re.compile(
    r"(?:an? |the )?(\d+) (?:by|x) (\d+) "
    r"(?:grid|array|matrix|block|arrangement|pattern|field) of(?= )"
)
_ONE_FORM = frozenset({"sheep", "fish", "deer", "people", "cattle", "geese", "moose", "bison"})
"""Nouns whose plural is their singular."""
_AMOUNT = re.compile(
    rf"(?:\d+(?:\.\d+)?|half an?|an?|{'|'.join([*UNITS, *TENS])}) "
    rf"(?:kg|kilos?|kilograms?|grams?|g|lbs?|pounds?|ounces?|oz|tons?|tonnes?|lit(?:er|re)s?|l|ml"
    rf"|gallons?|pints?|{'|'.join(METRES)}) of(?= )"
)
_QUANTIFIERS = frozenset({"all", "each", "every", "both", "another", "other", "no", "any"})


def read_determiners(line: Line, index: int, draft: Draft) -> int:
    """Read articles, numbers and quantifiers at ``index``; the index of the first other word."""
    at = index
    while True:
        word = line.at(at)
        if word == "something" and line.at(at + 1) == "like":
            at += 2
            continue
        if word in {"one", "ones"} and draft.ordinal:
            return at  # "the first one (red)": no number
        after_half = line.at(at + 2) if word == "half" and line.at(at + 1) in {"a", "an"} else ""
        if after_half and after_half not in METRES and after_half != "dozen":
            draft.determined = True
            at += 2
            continue
        after = (
            _grid(line, at, draft)
            or _amount(line, at, draft)
            or _group(line, at, draft)
            or _count(line, at, draft)
        )
        if after is not None:
            at = after
        elif word in _QUANTIFIERS:
            draft.quantifier = {"every": "each", "any": "all"}.get(word, word)
            draft.each = draft.each or word in {"each", "every"}
            draft.definite = draft.definite or word in wc.DEFINITE
            draft.determined = True
            at += 1
            if word == "each" and _begins_another(line, at):
                draft.alone = True
                return at  # "in front of each two logs"
        elif word == "own" and draft.determined:
            draft.definite, draft.quantifier = False, draft.quantifier or "own"
            at += 1
        elif (
            word in {"only", "sole"} and draft.determined and line.at(at + 1) not in {"one", "ones"}
        ):
            at += 1  # "the only chair"
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
    """Whether "this", "that" or "its" stands alone, as a pronoun; "extra" before a size, too."""
    following = line.at(at + 1)
    if line.at(at) == "extra":
        return following in SIZE_WORDS or following in STRETCH_WORDS
    return line.at(at) in {"this", "that", "these", "those", "her"} and (
        following == ""
        or following in STOPS
        or following in {"a", "an"}  # "on top of that a pyramid"
        or following in wc.PREPOSITIONS
        or following in wc.COPULA
        or following in wc.CONJUNCTIONS
    )


def _begins_another(line: Line, at: int) -> bool:
    """Whether another phrase begins at ``at``: "on each a lamp", "in front of each two logs"."""
    many = number_value(line.at(at))
    return line.at(at) in {"a", "an"} or (many is not None and many > 1)


def _group(line: Line, at: int, draft: Draft) -> int | None:
    found = line.match(_GROUP, at)
    if found is None or any(noun_at(line, i) and _long(line, i) for i in (at, at + 1)):
        return None
    ahead = range(found[1], min(found[1] + 5, len(line)))
    if not any(
        is_plural(line.at(i)) or line.at(i) in _ONE_FORM or quantity(line, i) for i in ahead
    ):
        return None
    group, usual = _GROUPS[found[0].group(1)]
    draft.group, draft.determined, draft.grouped = group, True, True
    draft.count = draft.count if draft.count not in (None, 1) else usual
    return found[1]


def _amount(line: Line, at: int, draft: Draft) -> int | None:
    """ "5 kg of flour", "ten feet of rope", "a litre of milk": an amount of one thing."""
    found = line.match(_AMOUNT, at)
    if found is None:
        return None
    draft.determined = True
    return found[1]


def _grid(line: Line, at: int, draft: Draft) -> int | None:
    """ "a 3x4 grid of crates": three rows of four."""
    found = line.match(_GRID, at)
    if found is None:
        return None
    rows, members = (int(number[:4]) for number in found[0].groups())
    draft.groups, draft.grouped_as, draft.count = rows, "row", rows * members
    draft.determined = True
    return found[1]


def _groups(line: Line, at: int, draft: Draft, count: int) -> int | None:
    """ "four rows of five desks", the number being read: how many groups and members in each."""
    found = line.match(_SEVERAL, at)
    if found is None:
        return None
    members = quantity(line, found[1])
    if members is None and not any(
        is_plural(line.at(i)) for i in range(found[1], min(found[1] + 5, len(line)))
    ):
        return None
    group, usual = _GROUPS[singular(found[0].group(1))]
    draft.groups, draft.determined = count, True
    draft.grouped_as = group or singular(found[0].group(1))
    draft.count = count * (members.count if members else usual)
    return found[1] + (members.length if members else 0)


def _long(line: Line, at: int) -> bool:
    found = noun_at(line, at)
    return found is not None and found.length >= 3


def _count(line: Line, at: int, draft: Draft) -> int | None:
    if length_at(line, at) or area_at(line, at) or line.at(at + 1) in METRES:
        return None
    if line.at(at - 1) in {"a", "an"} and draft.determined and counted_parts(line, at):
        return None  # "a three-seater sofa"
    found = quantity(line, at)
    if found is None or (draft.count is not None and not draft.grouped):
        return None
    if not found.exact and any(_long(line, i) for i in (at, at + 1)):
        return None  # "a bunch of grapes"
    after = line.at(at + found.length)
    if line.at(at) == "one" and line.at(at - 1) == "other" and noun_at(line, at + 1) is None:
        return None  # "the other one black"
    if (
        line.at(at) == "one"
        and found.length == 1
        and (not after or after in STOPS or after in wc.PREPOSITIONS or after in wc.CONJUNCTIONS)
    ):
        if after != "of":
            return None
    elif line.at(at) == "one" and after in wc.COPULA:
        return None
    if after in {"percent", "degrees", "times", "x", "by"} or _is_part(line, at, found):
        return None
    several = _groups(line, at + found.length, draft, found.count)
    if several is not None:
        return several
    draft.count, draft.determined, draft.grouped = found.count, True, False
    draft.vague = not found.exact
    stop = at + found.length
    if line.at(stop) in {"pair", "pairs", "couple", "couples"} and line.at(stop + 1) == "of":
        draft.pairs, draft.count = found.count, 2 * found.count
        return stop + 2
    draft.pairs = 1 if "pair" in line.span(at, stop) else 0
    return stop


def _is_part(line: Line, at: int, found: Quantity) -> bool:
    """Whether a number describes, as in "two-tone car": one thing's number and a word in the
    singular, a singular noun after it."""
    parts = counted_parts(line, at)
    if parts is None or parts[1] < 2 or parts[2] != found.length + 1 or is_plural(parts[0]):
        return False
    head = noun_at(line, at + parts[2])
    return parts[0] in COUNTABLE_PARTS and head is not None and not head.plural
