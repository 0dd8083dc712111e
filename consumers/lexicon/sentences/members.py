"""Single members of a group: "one", "the other", "the first", "the left one", "one of them".

What belongs here: the words, and which member they mean. What does not: whose member it is, which
``discourse`` knows.
"""

from __future__ import annotations

import re

from consumers.lexicon.phrases.boundaries import goes_on
from consumers.lexicon.sentences.manners import manner_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.predicates import predicate_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.measures import times_at
from consumers.lexicon.words.quantities import ORDINALS, number_value
from consumers.lexicon.words.tokens import STOPS, Line

OTHERS = 99
"""Where the members begin that no words have singled out: "the other three"."""
NEXT = 0
"""The first member that no words have singled out yet ("one", "the other", "another")."""

MIDDLE = 50
"""The member in the middle, however many there are."""

_SIDES = {"left": 1, "leftmost": 1, "right": -1, "rightmost": -1, "middle": MIDDLE, "front": 1,
          "nearest": 1, "nearer": 1, "closest": 1, "closer": 1, "furthest": -1, "farthest": -1,
          "rear": -1, "central": MIDDLE,
          "top": -1, "bottom": 1, "upper": -1, "lower": 1, "former": 1, "latter": -1,
          "back": -1, "bigger": 1, "larger": 1, "taller": 1, "smaller": -1,
          "shorter": -1, "biggest": 1, "largest": 1, "tallest": 1, "smallest": -1,
          "shortest": -1}  # fmt: skip
_GROUP = r"(?: of (?:them|these|those|the (?:two|three|four|five|six|pair|lot)))?"
_NUMBERED = "|".join([*ORDINALS, *_SIDES])
_RUN = re.compile(
    r"(?:the )?(?P<end>first|last|other|lower|upper|bottom|top|left|right|front|back) "
    r"(?P<many>two|three|four|five|six|2|3|4|5|6)"
    r"(?: of (?:them|these))?(?= |$)"
)
"""Several members from one end on: "between the first two"."""
_MEMBER = re.compile(
    rf"(?:(?:the )?(?P<named>{_NUMBERED})(?: one)?{_GROUP}"
    rf"|(?:the other|another)(?: one)?{_GROUP}|the one|one{_GROUP})(?= |$)"
)


def _is_told(line: Line, at: int) -> bool:
    """Whether what is said of the member stands at ``at``, and no noun: "one open and ..."."""
    said = predicate_at(line, at) if noun_at(line, at) is None else None
    if said is None or said[0].looks is not None:
        return False
    following = line.at(said[1])
    return following in STOPS or following in {"", ",", "and"} or following in wc.HAVING


def run_at(line: Line, index: int) -> tuple[int, int, int] | None:
    """Members "the first two" named at ``index``: (the first of them, how many), the index after.

    None where a noun follows ("the first two chairs").
    """
    found = line.match(_RUN, index)
    if found is None:
        return None
    following = line.at(found[1])
    ends = following in STOPS or following in {"", ",", "and"} or following in wc.COPULA
    if not ends and place_at(line, found[1]) is None:
        return None
    many = number_value(found[0].group("many")) or 2
    if found[0].group("end") == "other":
        return OTHERS, int(many), found[1]
    from_first = ORDINALS.get(end := found[0].group("end"), _SIDES.get(end, 1)) > 0
    return (0 if from_first else -int(many)), int(many), found[1]


def member_at(line: Line, index: int) -> tuple[int, int] | None:
    """A member named at ``index``: (1 the first, -1 the last, ``NEXT``), and the index after.

    None where the words go on to a noun ("the first chair") or deal something out ("one on each
    side").
    """
    found = line.match(_MEMBER, index)
    if found is None:
        return None
    among = place_at(line, index)
    if among is not None and among[0].spread == "group":
        return None  # "one behind the other"
    named, stop = found[0].group("named"), found[1]
    following = line.at(stop)
    if named is not None and line.at(index) != "the" and (
        named not in ORDINALS or following not in wc.HAVING):  # fmt: skip
        return None  # "first one with books, second with toys"
    if following in {"for", "per", "of"}:
        return None  # "one for each", "one of its branches"
    ends = following in STOPS or following in {"", ",", "and"}
    place = place_at(line, stop)
    if place is not None and place[0].spread in {"sides", "corners"}:
        return None
    if place is not None and place[0].targeted and line.at(place[1]) in {"each", "every"}:
        return None  # "one on each slide"
    opens = line.at(stop - 1) == "one" and number_value(following) is not None
    closed = ends or opens or place is not None or following in wc.COPULA or following in wc.HAVING
    closed = closed or times_at(line, stop) is not None or _is_told(line, stop)
    closed = closed or manner_at(line, stop) is not None or (
        named is not None and color_at(line, stop) is not None)  # fmt: skip
    if not closed and (goes_on(line, stop) and following not in wc.VERBS):
        return None
    if named is None:
        return NEXT, stop
    return ORDINALS.get(named) or _SIDES[named], stop
