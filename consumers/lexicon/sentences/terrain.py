"""Parts of the ground that places have anyway: the road of a street, the quay of a harbour.

What belongs here: which words name them where, and the water that is a thing of its own. What does
not: where they lie, which is the layout's.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import Line


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WET = _set("water sea ocean lake river surf waves shallows")
_ASHORE = _set("quay quayside shore bank riverbank waterside waterfront wharf sand land beach")
_PARTS: dict[str, frozenset[str]] = {
    "street": _set("road pavement sidewalk street kerb curb roadside carriageway tarmac footpath"),
    "square": _set("pavement cobbles square"),
    "harbor": _WET | _ASHORE,
    "beach": _WET | _ASHORE,
    "train station": _set("platform track tracks rails"),
    "stadium": _set("pitch field court grass turf"),
    "gas station": _set("forecourt tarmac"),
}
"""What is underfoot at the places of a row of the settings."""

_ANYWHERE = frozenset[str]().union(*_PARTS.values())

WATERS = frozenset({"lake", "pond", "river", "sea", "swimming pool", "moat", "canal"})
"""Nouns of water that is a thing of the scene."""

_COASTS = frozenset({"shore", "coast", "seaside", "sea shore", "seashore"})
_BY_WATER = frozenset({"sea", "ocean", "lake", "river", "lagoon", "water", "waterside"})
"""Places that another place may be beside: a camp by a lake."""


def is_underfoot(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase names a part of the ground that the scene's place has."""
    row = reading.setting
    said = phrase.plural or phrase.looks or phrase.extent.said or phrase.part
    if row is None or said or not (phrase.definite or phrase.bare):
        return False
    own = any(thing.phrase.head == phrase.head for thing in reading.things)
    return not own and phrase.head in _PARTS.get(row.name, frozenset())


def is_ground(reading: Reading, phrase: Phrase) -> bool:
    """Whether a thing is a part of the ground that the place has anyway: "a station with a
    platform", "a street with pavements"."""
    row = reading.setting
    if row is None or phrase.looks or phrase.extent.said or (phrase.counted and phrase.count > 2):
        return False
    plain = phrase.noun in {"", "stage", "road", "railway track"} and phrase.label == phrase.head
    return plain and singular(phrase.head) in _PARTS.get(row.name, frozenset()) - _WET - _ASHORE


def water_here(reading: Reading) -> Phrase | None:
    """The water that is a thing of the scene, as a phrase that means it; None where none is."""
    for thing in reading.things:
        row = noun_row(thing.phrase.noun)
        if row is not None and WATERS & {row.name, row.model}:
            return replace(thing.phrase, definite=True, counted=False)
    return None


def at_water(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The water that the phrase tells of without naming it: "on the bank", "on the water"."""
    if not phrase.definite or phrase.many or phrase.head not in _WET | _ASHORE:
        return None
    water = water_here(reading)
    return None if water is None or water.head == phrase.head else water


def is_ashore(phrase: Phrase) -> bool:
    """Whether the phrase names what is beside water, not the water."""
    return phrase.head in _ASHORE


def is_told(line: Line, at: int) -> bool:
    """Whether word ``at``, or what it introduces, is a part of the ground of a place that the text
    names: "on the quay" of a harbour."""
    while line.at(at) in wc.PREPOSITIONS or line.at(at) in wc.DETERMINERS:
        at += 1
    word = singular(line.at(at))
    if word not in _ANYWHERE:
        return False
    spans = (line.span(i, i + n) for i in range(len(line)) for n in (1, 2))
    rows = (named_setting(other) for other in spans if other != word)
    return any(row is not None and word in _PARTS.get(row.name, ()) for row in rows)


def by_water(reading: Reading, said: str) -> str:
    """How the place is called that is beside the water ``said``: "camp by a lake"; "" for none."""
    row = reading.setting
    said = "sea" if said in _COASTS else said
    dry = row is not None and row.kind == "outdoor" and row.ground != "water"
    if not dry or said not in _BY_WATER or not reading.setting_said:
        return ""
    if row is None or row.name == "beach" or " by " in reading.setting_said:
        return ""
    return f"{reading.setting_said} by {'the' if said in {'sea', 'ocean', 'water'} else 'a'} {said}"
