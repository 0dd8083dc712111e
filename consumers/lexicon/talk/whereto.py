"""Where the words after a verb of going or standing end: "over to the car", "from here to the bar".

What does not belong here: who goes there, which is in ``doers``.
"""

from __future__ import annotations

import re

from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.tokens import Line

_LOOSE = re.compile(
    r"(?:over|down|up|back|along|straight|right|just|out|quickly|slowly|happily|quietly|again"
    r"|directly|away|obviously|now|proudly|\w{3,}ing|\w{3,}ly|together|ball|chess|cards|football"
    r"|soccer|music|tag|catch|games?|hide and seek|himself|herself|itself|themselves"
    r"|around)(?= |$)"
)
"""Words between a verb and a place, where they begin no place themselves."""
FROM = re.compile(r"(?:out of|out from|from|off)(?= )")
_WAS = re.compile(
    r"^(?:.* )?where (?:it|he|she|they|(?:the|my|our|that) [a-z ]+?) (?:was|were|stood|sat|lay|hung"
    r"|used to (?:be|stand|sit|lie|hang)|had been)(?: before| once| earlier| originally)?$"
)
"""A place that something left."""
_PAST = frozenset({"down", "up", "past", "through", "across", "by"})
_ONLY_UP = frozenset({"over", "up", "down", "around"})
"""Words that are a place only before a thing."""
_TO = re.compile(r"(?:all the way |right |up |over |down |back |across )*(?:to|towards?)(?= )")


def beside(where: str) -> str:
    """A place for what is not there yet: beside what somebody goes to."""
    return f"next to {where.split(' ', 1)[1]}" if where.startswith("to ") else where


def whereto(rest: Line, *, by_way: bool = True) -> str:
    """The place at which words after a verb end, as "to the car" or "on the bookcase"; "" for
    none. ``by_way``: what it comes from or through is no place."""
    at = 0
    while at < len(rest):
        if rest.at(at) == "where":
            return rest.span(at, len(rest)) if _WAS.search(rest.text) else ""
        led = rest.match(FROM, at) if by_way else None
        origin = phrase_at(rest, led[1]) if led else None
        if origin is not None and whereto(rest.part(origin[1], len(rest))):
            at = origin[1]
            continue
        away = rest.at(at) == "away" and rest.at(at + 1) == "from"
        if away:
            return rest.span(at, len(rest))
        to = rest.match(_TO, at)
        named = phrase_at(rest, to[1]) if to is not None else None
        if to is not None and named is not None and not named[0].bare:
            return f"to {rest.span(to[1], len(rest))}"
        place = place_at(rest, at)
        onto = place is not None and place[0].targeted and phrase_at(rest, place[1]) is not None
        if onto or (place is not None and rest.at(at) not in _ONLY_UP):
            return _lying(rest, at)
        led = rest.match(FROM, at)
        origin = phrase_at(rest, led[1]) if led else None
        if origin is not None:
            at = origin[1]
            continue
        passed = phrase_at(rest, at + 1) if rest.at(at) in _PAST else None
        if passed is not None and not passed[0].bare:
            return f"to {rest.span(at + 1, len(rest))}"  # "down the slide"
        loose = rest.match(_LOOSE, at)
        if loose is None:
            return ""
        at = loose[1]
    return ""


def _lying(rest: Line, at: int) -> str:
    """The words of a place from ``at`` on, of which the last counts: "through the door to the
    bar"."""
    for n in range(at + 1, len(rest)):
        to = rest.match(_TO, n)
        before = phrase_at(rest, n - 1) if n > at + 1 else None
        if to is not None and before is not None and rest.at(at) in {"through", "across", "past"}:
            return f"to {rest.span(to[1], len(rest))}"
    return rest.span(at, len(rest))
