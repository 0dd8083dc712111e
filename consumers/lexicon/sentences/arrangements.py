"""Things counted by their arrangement: "four rows of five desks", "a tower of four boxes".

What belongs here: the words up to the things. What does not: one group of things whose number is
usual ("a row of trees"), which is a noun phrase's own (``determiners``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.places import PYRAMID, place_at
from consumers.lexicon.sentences.reading import Link, Reading, Thing
from consumers.lexicon.sentences.settings import setting_of
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import guessed_size, noun_at, noun_row
from consumers.lexicon.words.plurals import is_plural
from consumers.lexicon.words.quantities import number_value, quantity
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind

_KINDS = {
    "row": Kind.IN_ROW, "line": Kind.IN_ROW, "column": Kind.IN_ROW, "stack": Kind.STACKED,
    "pile": Kind.STACKED, "tower": Kind.STACKED, "circle": Kind.AROUND, "ring": Kind.AROUND,
    "semicircle": Kind.AROUND,
    "group": None, "set": None, "cluster": None, "pair": None,
}  # fmt: skip
_USUALLY = 4
"""Things in a row where nobody says how many."""
_USUAL = {"row": Kind.IN_ROW, "stack": Kind.STACKED, "circle": Kind.AROUND}
_CUT_OFF = frozenset({"left", "right", "middle", "corner"})
"""Places that notes have without "on the" or "in the"."""
_APART = frozenset({
    "side", "back", "face", "shoulder", "nose", "bumper", "end", "front", "center", "centre",
    "stage", "head",
})  # fmt: skip
"""First words of an arrangement that look like a part of the noun phrase before them."""
_MOST_PILED = 12
"""Members that a pile is given by its height alone."""
_WORDS = "|".join(_KINDS)
_LINED = "|".join(word for word, kind in _KINDS.items() if kind is Kind.IN_ROW)
_ROWS = 2
"""Rows where nobody says how many."""
_GROUPS = re.compile(rf"(?:\w+ )?({_WORDS})s of(?= )")
_BARE_GROUPS = re.compile(rf"(?:the |some |neat |long |straight )*({_LINED})s of(?= )")
_ONE = re.compile(r"(?:an? |the |one )(?:\w+ )?(tower|column|line|queue|pyramid) of(?= )")
_SINGLE = {"tower": Kind.STACKED, "column": Kind.STACKED, "pyramid": Kind.STACKED,
           "line": Kind.IN_ROW, "queue": Kind.IN_ROW}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``groups`` of as many things as the phrase after says, each in ``kind`` by itself."""

    kind: Kind | None
    groups: int


@dataclass(frozen=True, slots=True)
class Things:
    """A noun phrase with its arrangement, if it has one, and the index after it."""

    phrase: Phrase
    stop: int
    arrangement: Arrangement | None = None


def things_at(line: Line, index: int) -> Things | None:
    """The noun phrase at ``index``; what is arranged ("four rows of five desks") counted."""
    arranged = arrangement_at(line, index)
    at = arranged[1] if arranged else index
    if line.at(at) in wc.ADVERBS and (quantity(line, at + 1) or line.at(at + 1) in wc.DETERMINERS):
        return None  # "maybe two trees": the phrase begins after it
    found = phrase_at(line, at)
    if found is None:
        return None
    for cut in range(at + 1, found[1]):
        ends = line.at(cut + 1) in STOPS or line.at(cut + 1) in {"", ","}
        telegram = ends and line.at(cut) in _CUT_OFF  # "rug middle"
        if telegram or (line.at(cut) in _APART and place_at(line, cut) is not None):
            found = phrase_at(line.part(0, cut), at) or found
            break
    found = _without_next(line, at, found) or found
    phrase, stop = found
    if "+part" in phrase.described and not phrase.noun and setting_of(phrase) is not None:
        # What a place has is there, and no part as a house's roof is: "a hallway with two doors".
        with_at = next(i for i in range(at, stop) if line.at(i) in {"with", "having"})
        phrase, stop = phrase_at(line.part(0, with_at), at) or found
    while phrase.head != "one" and stop - 1 > at and number_value(line.at(stop - 1)) is not None:
        stop -= 1  # "a bench two metres away": no number ends a phrase
    if arranged is None:
        usual = Arrangement(_USUAL[phrase.group], 1) if phrase.group else None
        return Things(phrase, stop, usual)
    each = max(1, phrase.count) if phrase.counted else _USUALLY
    total = max(1, arranged[0].groups) * each
    return Things(replace(phrase, count=total, counted=True, plural=True), stop, arranged[0])


def _without_next(line: Line, at: int, found: tuple[Phrase, int]) -> tuple[Phrase, int] | None:
    """The phrase without a noun that begins the next note of a telegram without punctuation: "desk
    by window chair at desk" has no window chair."""
    phrase, stop = found
    if not phrase.bare or set(line.words) & (STOPS | {",", "and", "a", "an", "with"}):
        return None
    first = noun_at(line, at)
    cut = at + (first.length if first is not None else stop)
    if first is None or cut >= stop or place_at(line, stop) is None or noun_at(line, cut) is None:
        return None
    return phrase_at(line.part(0, cut), at)


def note_arrangement(reading: Reading, index: int, arranged: Arrangement | None) -> None:
    """Note that thing ``index`` stands so among itself, where it is several."""
    thing = reading.things[index]
    if arranged is None or arranged.kind is None or thing.present or thing.count < 2:
        return
    link = Link(arranged.kind, index, spread="group", rows=arranged.groups)
    if link not in reading.links:
        reading.links.append(link)


def arrangement_at(line: Line, index: int) -> tuple[Arrangement, int] | None:
    """The arrangement whose words begin at ``index``, and the index of the things it is made of.

    They must be several, or else the words are the name of something.
    """
    single = line.match(_ONE, index)
    if single is not None and quantity(line, single[1]) is not None:
        shape = single[0].group(1)
        return Arrangement(_SINGLE[shape], PYRAMID if shape == "pyramid" else 1), single[1]
    bare = line.match(_BARE_GROUPS, index)
    if bare is not None and quantity(line, bare[1]) is None and noun_at(line, index) is None:
        return Arrangement(_KINDS[bare[0].group(1)], _ROWS), bare[1]
    found = quantity(line, index)
    groups = line.match(_GROUPS, index + found.length) if found else None
    if found is None or groups is None:
        return None
    pairs = groups[0].group(1) == "pair"
    if quantity(line, groups[1]) is None and (pairs or not is_plural(line.at(groups[1]))):
        return None
    return Arrangement(_KINDS[groups[0].group(1)], found.count), groups[1]


def pile_up(thing: Thing) -> None:
    """Make ``thing`` as many as a pile has that is as high as the words say."""
    extent = thing.phrase.extent
    if thing.phrase.group == "stack" and extent.height and not thing.present:
        thing.count, each = piled(thing.phrase)
        thing.phrase = replace(thing.phrase, extent=replace(extent, height=each))


def piled(pile: Phrase) -> tuple[int, float | None]:
    """How many a pile is of that is as high as said (metres), and how high each is then, or None
    for as high as such things usually are."""
    high = pile.extent.height or 0.0
    if pile.counted:
        return pile.count, high / max(1, pile.count)
    row = noun_row(pile.noun)
    usual = (row.size if row is not None else guessed_size(pile.label))[1]
    return max(2, min(_MOST_PILED, round(high / usual))), None
