"""Where a noun phrase goes on and where it ends: questions about the next word.

What belongs here: predicates on a place in a sentence. What does not: reading into a phrase.
"""

from __future__ import annotations

from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import Found, noun_at
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.measures import (
    SIZE_WORDS,
    STRETCH_WORDS,
    area_at,
    measures_at,
    times_at,
)
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.quantities import number_value
from consumers.lexicon.words.tokens import STOPS, Line


def goes_on(line: Line, at: int) -> bool:
    """Whether a noun phrase can go on at ``at``."""
    word = line.at(at)
    if word in {",", "and"}:
        return describes(line, at + 1)
    if word == "" or not (word[0].isalnum() or word == "#"):
        return False
    if word in {"one", "ones"}:
        return True
    if is_deed(line, at):
        return False
    if noun_at(line, at) is not None:
        return not (word in wc.VERBS and noun_at(line, at, counted=True) is None)
    closed = (
        word in wc.PREPOSITIONS
        or word in wc.COPULA
        or word in wc.CONJUNCTIONS
        or word in wc.DETERMINERS
        or word in wc.PRONOUNS
        or word in wc.FUNCTION
        or word in wc.HAVING
        or word in wc.ADVERBS
        or (word in wc.VERBS and not (word.endswith(("ing", "ed")) and goes_on(line, at + 1)))
    )
    return not closed


_DONE_TO = frozenset({"him", "her", "it", "them", "the", "a", "an", "his", "its", "their"})


def is_deed(line: Line, at: int, *, several: bool = False) -> bool:
    """Whether a word is what somebody does to another: "a girl pushes him", or, of ``several``,
    "two goblins carry a chest"."""
    word = line.at(at)
    does = (several or word.endswith("s")) and not word.endswith("ss")
    does = does and line.at(at + 1) in _DONE_TO
    return does and "VERB" in word_classes(word) and noun_at(line, at) is None


def opens_list(line: Line, at: int) -> bool:
    """Whether a verb before what stands at a place is at ``at``: "behind the counter stand two
    bakers", which names no counter stand."""
    following = line.at(at + 1)
    known = following in wc.DETERMINERS or number_value(following) is not None
    return line.at(at) in {"stand", "stands", "rest", "rests", "lie", "sit"} and known


def describes(line: Line, at: int) -> bool:
    """Whether a describing word stands at ``at`` with the phrase going on after it."""
    word = line.at(at)
    if number_value(word) is not None and line.at(at + 1) in SIZE_WORDS:
        return False  # "a big bed, two small tables"
    measured = area_at(line, at) or measures_at(line, at)
    if measured is not None:
        return goes_on(line, at + measured[1])
    if number_value(word) is not None:
        return False  # "hay, two chickens"
    if color_at(line, at) or material_at(line, at):
        return noun_at(line, at) is None or goes_on(line, at + 1)
    if word in SIZE_WORDS or word in STRETCH_WORDS:
        return True
    return "ADJ" in word_classes(word) and noun_at(line, at) is None and goes_on(line, at + 1)


COMPARATIVES = frozenset({
    "taller", "shorter", "higher", "lower", "wider", "broader", "narrower", "longer", "deeper",
    "shallower", "thicker", "thinner", "slimmer", "fatter", "darker", "brighter", "lighter",
    "heavier", "rounder", "nicer", "prettier", "warmer", "cooler", "colder",
    "match", "upside", "float", "hover",
})  # fmt: skip
"""Words that after a head compare it with what it is now ("make the rug thinner")."""


def is_predicate(line: Line, at: int, head: Found | None) -> bool:
    """Whether what follows a head is said of it ("make the sofa blue"), no part of its name."""
    word = line.at(at)
    if word in SIZE_WORDS or word in STRETCH_WORDS or times_at(line, at) is not None:
        return True
    if word in COMPARATIVES:
        return True
    color, material = color_at(line, at), material_at(line, at)
    length = max(color[1] if color else 0, material[1] if material else 0)
    if length == 0:
        return False
    return noun_at(line, at) is None or (head is not None and not goes_on(line, at + length))


def is_verb_here(line: Line, at: int) -> bool:
    """Whether a word that may be a verb is one, after a noun: "a cat sleeping on", "it runs."."""
    word, following = line.at(at), line.at(at + 1)
    ending = word.endswith(("ing", "ed", "s")) and not word.endswith("ss")
    return ending and (
        following == ""
        or following in STOPS
        or following in wc.PREPOSITIONS
        or following in wc.ADVERBS
        or following in wc.DETERMINERS
        or following in {",", "and"}
    )


def is_head(line: Line, at: int, classes: frozenset[str]) -> bool:
    """Whether the word may be the head: it is a noun, and no adjective with a noun after it."""
    return not ("ADJ" in classes and goes_on(line, at + 1))


def ends_in_color(line: Line, at: int, known: Found) -> bool:
    """ "the wall light blue" names a wall and a colour, no wall light."""
    if known.length < 2 or line.at(at + known.length - 1) != "light":
        return False
    color = color_at(line, at + known.length - 1)
    return color is not None and color[1] > 1
