"""A word of the last command said otherwise: "I meant blue", "a bowl instead", "make that two",
"not on the table, on the floor".

What belongs here: reading a whole request as such. What does not: the command that it amends, and
what becomes of it, which are in ``consumers/patch/restating.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from consumers.lexicon.edits.commands import command_at
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.measures import length_at
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line

Amended = Literal["look", "number", "thing", "place"]

_LONGEST = 14
_SIGHS = (
    r"oh|ah|oops|ops|whoops|hmm+|hm|uh|um|wait|sorry|ok|okay|well|argh|damn|no|nope|nah|yes|yeah"
    r"|but|and|then|please|my bad|stop|hold on|hang on|nvm|never mind|nevermind|you know what"
)
_MARKS = (
    r"actually|or rather|rather(?! than)|or better|better|i meant|i mean|i said|i wanted|instead"
    r"|on second thoughts?|make (?:it|that|them)|correction|in fact|i would rather have|or"
    r"|scratch that|let us (?:say|make it)|rather say|i think|maybe|perhaps|only|just"
)
_BEGUN = re.compile(rf"(?:(?:{_SIGHS}|{_MARKS}|[,.!]) )*")
_MARKED = re.compile(
    r"\b(?:actually|or rather|rather|i meant|i mean|i said|i wanted|instead|on second thoughts?"
    r"|correction|scratch that|no|nope|nah|wait|sorry|oops|whoops)\b"
)
"""Marks of a correction, and no further wish as "maybe a lamp" is."""
_ENDED = re.compile(
    r"(?: [,.!])*(?: (?:instead|rather|i mean|i meant|i said|actually|after all|then|please"
    r"|thanks|sorry|of them|of those|(?:is|was|would be|will be) (?:enough|fine|good|ok|okay|plenty"
    r"|better|perfect|right|enough i think)|better|[,.!]))*$"
)
_NOT = re.compile(
    rf"(?:(?:{_SIGHS}|actually|i said|i meant|[,.!]) )*(?:not (?=\w)"
    rf"|no (?=[a-z]+ (?:, )?[a-z]+ better))"
)
_NOT_THAT = re.compile(r"(?:, )?(?:and )?(?:not|instead of|rather than)(?= )")
_BUT = re.compile(
    r"(?: ?[,.!])?(?: (?:but|rather|i meant|i mean|i said|instead|make it|please))*(?= |$)"
)
_MADE = re.compile(r"\bmake (?:it|that|them)\b")
_ONE = re.compile(r"(?:(?:an?|the|some) )?(?P<looks>.+) ones?$")
_SO = re.compile(
    r"(?:(?:no|it is|that is|but|please|maybe|ok|okay|,) )*not (?:so|that|quite so|as"
    r"|too) (?P<adj>big"
    r"|large|huge|small|little|tiny|tall|high|low|wide|narrow|long|short|deep|bright|dark|thick|fat"
    r"|thin)(?: as (?:all )?(?:that|this))?(?: please| now| [.!])*$"
)
_BACK_TO = re.compile(
    r"(?:(?:no|ok|okay|please|actually|now|and|can you|could you|,) )*(?:(?:change|turn|paint|set"
    r"|put"
    r"|make|bring|go|switch|take|get|let us go|colou?r) (?:(?:it|them|that|this|those"
    r"|everything) )?)?"
    r"back (?:to|into|in)(?: being| the| its)?(?= )"
)
_OPPOSITE = {
    "big": "smaller", "large": "smaller", "huge": "smaller", "small": "bigger", "little": "bigger",
    "tiny": "bigger", "tall": "shorter", "high": "lower", "low": "higher", "wide": "narrower",
    "narrow": "wider", "long": "shorter", "short": "taller", "deep": "shallower",
    "fat": "thinner", "bright": "darker", "dark": "brighter", "thick": "thinner", "thin": "thicker",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rather:
    """The last command with ``rest`` in the stead of what it said of that kind."""

    rest: Line
    kind: Amended


@dataclass(frozen=True, slots=True)
class Denied:
    """What was just done is not wanted: "not a vase", "not green"."""

    rest: Line


def amending(line: Line) -> Rather | Denied | None:
    """What ``line`` wants the last command to have said, if it wants that and no more."""
    if not 0 < len(line) <= _LONGEST:
        return None
    denied = _not_but(line)
    if denied is not None:
        return denied
    rest, marks = bare(line)
    told = _without_other(rest)
    if told is not None:
        return Rather(_looks_of_one(told), kind_of_words(told) or "thing")
    kind = kind_of_words(rest) if len(rest) else None
    if kind in {"look", "thing"} and _MADE.search(marks) is not None:
        return None  # "make it white" says all by itself
    if kind == "number":
        return Rather(rest, kind)
    one = _ONE.fullmatch(rest.text) is not None
    marked = _MARKED.search(marks) is not None or one
    return Rather(_looks_of_one(rest), kind) if marked and kind in {"look", "thing"} else None


def _without_other(rest: Line) -> Line | None:
    """ "a van, not a car", "blue not green" without what is not meant; None for other words."""
    for at in range(1, len(rest) - 1):
        found = rest.match(_NOT_THAT, at)
        if found is None:
            continue
        kind = kind_of_words(rest.part(0, at))
        same = kind in {"look", "thing"} and kind == kind_of_words(rest.part(found[1], len(rest)))
        return rest.part(0, at) if same else None
    return None


def bare(line: Line) -> tuple[Line, str]:
    """``line`` without the marks of a correction around it, and those marks."""
    begun = line.match(_BEGUN, 0)
    start = begun[1] if begun else 0
    rest = line.part(start, len(line))
    ended = _ENDED.search(rest.text)
    end = ended.group() if ended else ""
    kept = rest.text[: len(rest.text) - len(end)] if end else rest.text
    return Line(tuple(kept.split())), f"{line.span(0, start)} {end}"


def not_so(line: Line) -> str:
    """The command in "not so big": "make it a bit smaller"; "" for other words."""
    found = _SO.fullmatch(line.text)
    return f"make it a bit {_OPPOSITE[found['adj']]}" if found else ""


def back_to(line: Line) -> str:
    """The command in "change it back to wood", "back to green": to look so; "" for other words."""
    found = line.match(_BACK_TO, 0)
    if found is None:
        return ""
    rest, _ = bare(line.part(found[1], len(line)))
    looks = attributes_at(rest, 0)
    return f"make it {rest.text}" if looks is not None and looks[1] == len(rest) else ""


def kind_of_words(rest: Line) -> Amended | None:
    """What ``rest`` names and no more: looks, a number, a new thing or a place."""
    if command_at(rest, 0) is not None and attributes_at(rest, 0) is None:
        return None
    if length_at(rest, 0) is not None:
        return None  # "20 cm" is of what was measured
    said = quantity(rest, 0)
    if said is not None and said.length == len(rest) and rest.at(0) not in {"a", "an", "another"}:
        return "number"
    looks = attributes_at(_looks_of_one(rest), 0)
    if looks is not None and looks[1] == len(_looks_of_one(rest)):
        return "look"
    place = place_at(rest, 0)
    if place is not None:
        named = phrase_at(rest, place[1])
        ends = named[1] if place[0].targeted and named is not None else place[1]
        return "place" if ends == len(rest) else None
    named = phrase_at(rest, 0)
    if named is None or named[1] < len(rest) or not _is_new(named[0], rest):
        return None
    return "thing"


def _is_new(phrase: Phrase, rest: Line) -> bool:
    fresh = rest.at(0) in {"a", "an", "some"} or quantity(rest, 0) is not None
    known = phrase.noun or phrase.head not in wc.ABSTRACT
    return bool(fresh and known and not phrase.definite and not phrase.pronoun)


def _looks_of_one(rest: Line) -> Line:
    """ "a red one" as "red"."""
    one = _ONE.fullmatch(rest.text)
    return Line(tuple(one["looks"].split())) if one else rest


def _not_but(line: Line) -> Rather | Denied | None:
    """ "not green, blue", "not on the table, on the floor", "not a vase"."""
    found = line.match(_NOT, 0)
    if found is None:
        return None
    rest = line.part(found[1], len(line))
    for stop in range(1, len(rest) + 1):
        kind = kind_of_words(rest.part(0, stop))
        if kind is None:
            continue
        if all(not w[0].isalnum() or w == "please" for w in rest.words[stop:]):
            return Denied(rest.part(0, stop)) if kind in {"look", "thing"} else None
        but = _BUT.match(f" {rest.part(stop, len(rest)).text}")
        if rest.at(stop) not in {",", ".", "but", "i", "rather", "!"} or but is None:
            continue
        other = Line(tuple(f" {rest.part(stop, len(rest)).text}"[but.end() :].split()))
        other, _ = bare(other)
        if len(other) and kind_of_words(other) == kind:
            return Rather(_looks_of_one(other), kind)
    return None
