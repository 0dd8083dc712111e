"""Words that want a thing as it was: "give the rug its old colour back", "to its original height".

What belongs here: reading a whole request as such a wish. What does not: which states there were,
which ``consumers/patch/restoring.py`` knows, and places, which ``consumers/patch/returning.py``
puts things back to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from consumers.lexicon.edits.commands import without_politeness
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.tokens import Line

Aspect = Literal["look", "size", "turn", "all"]

_ASPECTS: tuple[tuple[str, Aspect], ...] = (
    ("colou?rs?|looks?|materials?|shades?|tones?|paint|appearance", "look"),
    ("sizes?|heights?|widths?|depths?|lengths?|dimensions?|scale|proportions?", "size"),
    ("rotations?|orientations?|angles?|directions?|facing", "turn"),
    ("state|self|version|form", "all"),
)
_NAMES = "|".join(words for words, _ in _ASPECTS)
_FIRST = re.compile(r"\b(?:original(?:ly)?|first|initial(?:ly)?|start|beginning|outset)\b")
_OLD = rf"(?:old|original|previous|former|first|initial|earlier|usual) (?P<aspect>{_NAMES})"
_END = r"(?: (?:again|back|please|now|thanks|instead|[.!]))*"
_VERB = re.compile(
    r"(?:give|put|make|return|restore|change|set|bring|get|reset|revert|turn|paint|scale|resize"
    r"|i want|should (?:have|get)|take)(?= )"
)
_ITS = re.compile(
    rf"(?:back )?(?:(?:to|in|into|have|has|get) )?(?:its|their|his|her|the) {_OLD}{_END}"
)
_BARE = re.compile(rf"(?:(?:and|now) )*back to (?:its|their|the|his|her) {_OLD}{_END}")
_OF = re.compile(rf"(?:the |its )?{_OLD} of(?= )")
_WAS = re.compile(
    r"(?:back )?(?:to )?(?:how|the way|what|like|as) (?:it|they|he|she) (?:was|were|looked"
    r"|had been)"
    r"(?: (?:before|originally|initially|first|at first|at the (?:start|beginning)"
    rf"|in the beginning))?{_END}"
    r"|(?:back )?(?:to|like|as)(?: (?:how|it|was|at|in|its|their|the))*"
    rf" (?:original|old|initial|start|beginning)(?: (?:state|self|version|form))?{_END}"
)
_RESET = re.compile(r"(?:restore|reset)(?= )")
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Restore:
    """``phrase``: the thing (None: what was spoken of); ``aspect``: what of it shall be as it was;
    ``first``: as at the start, else as before its last change."""

    phrase: Phrase | None
    aspect: Aspect
    first: bool


def restoring(line: Line) -> Restore | None:
    """What ``line`` wants to be as it was, if it wants that and no more."""
    said = without_politeness(line)
    if not len(said) or len(said) > _LONGEST:
        return None
    bare = _BARE.fullmatch(said.text)
    first = _FIRST.search(said.text) is not None
    if bare is not None:
        return Restore(None, _aspect(bare["aspect"]), first)
    verb = said.match(_VERB, 0)
    start = verb[1] if verb else 0
    back = said.at(start) == "back"
    start += back
    of = said.match(_OF, start) if verb else None
    if of is not None:
        named = phrase_at(said, of[1])
        ends = named is not None and re.fullmatch(
            _END, f" {said.span(named[1], len(said))}".rstrip()
        )
        return Restore(named[0], _aspect(of[0]["aspect"]), first) if named and ends else None
    named = phrase_at(said, start, plain=True)
    if named is None or not named[0].definite:
        return None
    tail = said.part(named[1], len(said)).text
    its = _ITS.fullmatch(tail)
    if its is not None and (verb is not None or "back" in tail.split()):
        return Restore(named[0], _aspect(its["aspect"]), first)
    if verb is None or named[0].pronoun:
        return None  # "put it back to how it was" takes the last change back
    if _WAS.fullmatch(tail) or (said.match(_RESET, 0) and re.fullmatch(_END, f" {tail}".rstrip())):
        return Restore(named[0], "all", first)
    return None


def _aspect(word: str) -> Aspect:
    return next(aspect for words, aspect in _ASPECTS if re.fullmatch(words, word))
