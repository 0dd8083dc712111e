"""What people leave out where they ask for new things: "a chair next to the first one", "two
cushions for the sofa, red ones", "a painting between the two".

What belongs here: giving such words the noun or the place in the phrase that they lack. What does
not: adding the things, which is in ``additions``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line
from consumers.lexicon.words.wordclasses import DETERMINERS
from schemas.edits import SceneItem

_TOO = re.compile(r"(?: ,)? (?:as well|too|also)(?: please)?$")
_THAT_ONE = re.compile(
    r"(?:the|that|this) (?:(?:very )?first|last|second|third|other|old|existing|present|original"
    r"|left|right)(?: one)?(?= (?:,|and|with)|$)"
)
_ONE = re.compile(r"(?:that|this) one(?= (?:,|and|with)|$)")
_ANOTHER = re.compile(r"(?:another(?: one)?|a second(?: one)?|one(?: more)?)(?= )")
_THOSE = re.compile(r"(?:the|those|these) (?:two|both|other two|others|first two)(?= (?:,|and)|$)")
_OLD = frozenset({"old", "existing", "present", "original", "very"})
_BEFORE_LOOKS = frozenset({"more", "second", "third", "fourth", "fifth", "other", "new", "of"})
_BOTH = re.compile(r"both(?: of)?(?: the)?(?= \w)")


def completed(rest: Line, finder: Finder) -> Line:
    """``rest``, the words of what is to be added or put, with what they leave out."""
    rest = Line(tuple(_TOO.sub("", rest.text).split()))
    first = phrase_at(rest, 0)
    if first is None:
        return rest
    rest = _again(_each(rest, first[1]), first)
    if first[0].definite or first[0].pronoun or not first[0].head:
        return rest
    return _named(_looked(rest, first), first[0], finder)


def _each(rest: Line, start: int) -> Line:
    """ "(a phone) on both desks" as "on each desk": one for each of them."""
    for at in range(start, len(rest)):
        found = rest.match(_BOTH, at)
        if found is None or "between" in rest.words[:at] or not _is_place(rest, start, at):
            continue
        whole = phrase_at(rest, at)
        if whole is None or whole[0].pronoun or not whole[0].plural:
            continue
        stop = whole[1]
        one = singular(rest.at(stop - 1))
        words = rest.words
        return Line((*words[:at], "each", *words[found[1] : stop - 1], one, *words[stop:]))
    return rest


def _again(rest: Line, first: tuple[Phrase, int]) -> Line:
    """ "(a teddy bear on the bed and) another one on the box" as "a teddy bear on the box"."""
    phrase, stop = first
    if phrase.definite or phrase.pronoun or phrase.counted:
        return rest
    kind = [w for w in rest.words[:stop] if w not in DETERMINERS]
    for at in range(stop, len(rest) - 1):
        found = rest.match(_ANOTHER, at) if rest.at(at - 1) in {"and", ","} else None
        if found is not None and place_at(rest, found[1]) is not None:
            return Line((*rest.words[:at], "a", *kind, *rest.words[found[1] :]))
    return rest


def _is_place(rest: Line, start: int, stop: int) -> bool:
    """Whether the words that end at ``stop`` are those of a place: "next to"."""
    places = (place_at(rest, n) for n in range(max(start, stop - 4), stop))
    return any(place is not None and place[1] == stop for place in places)


def _looked(rest: Line, first: tuple[Phrase, int]) -> Line:
    """ "two cushions ..., red ones" and "a chair ..., in blue" as "two red cushions ..."."""
    commas = [n for n in range(first[1], len(rest)) if rest.at(n) == ","]
    if not commas or first[0].looks:
        return rest
    at = commas[-1]
    start = at + 1
    while rest.at(start) in {"a", "an", "in", "both", "all"}:
        start += 1
    said = attributes_at(rest, start)
    if said is None or not (said[0].color or said[0].material):
        return rest
    stop = said[1] + (1 if rest.at(said[1]) in {"one", "ones"} else 0)
    if stop < len(rest):
        return rest
    begin = _looks_begin(rest)
    words = rest.words
    return Line((*words[:begin], *words[start : said[1]], *words[begin:at]))


def _looks_begin(rest: Line) -> int:
    """Where the words of looks begin in the phrase that ``rest`` begins with."""
    number = quantity(rest, 0)
    at = number.length if number else 1 if rest.at(0) in DETERMINERS else 0
    while rest.at(at) in _BEFORE_LOOKS:
        at += 1
    return at


def _named(rest: Line, kind: Phrase, finder: Finder) -> Line:
    """ "next to the lamp" and "next to the old" as "next to the first one", where lamps are added
    to lamps; "between the two" as "between the two paintings"."""
    alike = _alike(kind, finder)
    for at in range(2, len(rest)) if alike else ():
        one, many = rest.match(_THAT_ONE, at) or rest.match(_ONE, at), rest.match(_THOSE, at)
        if many is not None and len(alike) > 1:
            words = tuple(w for w in rest.words[at : many[1]] if w not in {"both", "two"})
            number = ("two",) if len(alike) == 2 or "two" in many[0].group() else ()
            words = ("the", *number) if "others" not in words else ("the",)
            return Line((*rest.words[:at], *words, plural(kind.head), *rest.words[many[1] :]))
        again = _same(rest, at, kind)
        if one is None and again is None:
            continue
        stop = one[1] if one is not None else again or at
        said = [w for w in rest.words[at:stop] if w not in {*_OLD, "one", *kind.head.split()}]
        if len(said) == 1 or len(alike) == 1:
            said = ["the", "first"]
        return Line((*rest.words[:at], *said, "one", *rest.words[stop:]))
    return rest


def _same(rest: Line, at: int, kind: Phrase) -> int | None:
    """The index after "the lamp" at ``at``, where a lamp is added; None for other words."""
    found = phrase_at(rest, at) if rest.at(at) in {"the", "that", "this", "my"} else None
    if found is None or found[0].head != kind.head or found[0].plural or found[0].quantifier:
        return None
    return found[1]


def for_kind(rest: Line, finder: Finder) -> Finder:
    """The finder for whom "the first one" is of the kind that ``rest`` begins with."""
    first = phrase_at(rest, 0)
    alike = _alike(first[0], finder) if first else []
    named = (*finder.named, *(i.id for i in alike[:1]))
    return replace(finder, named=named) if alike else finder


def _alike(kind: Phrase, finder: Finder) -> list[SceneItem]:
    return [i for i in finder.items if kind.noun and i.noun == kind.noun]
