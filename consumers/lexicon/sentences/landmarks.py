"""Settings and things that a place's words may be about either way: "in front of the museum".

What belongs here: what the name of a place at a place is, and a side that stands by itself.
What does not: who stands there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon.phrases.boundaries import is_deed
from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.attachment import guest_kind, plausible
from consumers.lexicon.sentences.places import BACK, Place, place_at
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.sentences.settings import setting_of
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind


def is_building(phrase: Phrase) -> bool:
    """Whether a setting's phrase is a thing one can stand in front of ("a museum", no "beach")."""
    found = setting_of(phrase)
    row = found[0] if found else None
    return bool(phrase.noun) or (row is not None and row.kind == "room")


def is_inside(phrase: Phrase) -> bool:
    """Whether the name is a setting's only where things are in it ("in a tower")."""
    found = setting_of(phrase)
    return found is not None and found[0] is not None and found[0].building == "in"


def centre_of(place: Place, phrase: Phrase) -> Place:
    """ "in the middle of" a table is on it, of several things is between them."""
    if phrase.many and phrase.quantifier != "each":
        return Place(Kind.BETWEEN, True)
    if phrase.head.split()[-1] in _LAID:
        return Place(Kind.ON, True)
    kind = guest_kind(phrase, None, first=True)
    if kind not in {Kind.ON, Kind.IN} and plausible(None, Kind.ON, phrase):
        kind = Kind.ON  # "in the middle of the bridge"
    return Place(kind if kind in {Kind.ON, Kind.IN} else Kind.NEAR, True)


_AISLES = frozenset({"aisle", "gangway", "walkway"})
_WATERS = frozenset(
    {"sea", "ocean", "water", "lake", "river", "bay", "sunset", "sunrise", "horizon"}
)


def is_aisle(phrase: Phrase) -> bool:
    """Whether it is only the way between things: "pews on each side of the aisle"."""
    return not phrase.noun and phrase.head in _AISLES and not phrase.counted


def along_aisle(place: Place) -> Place:
    """Where it is in the room that something is in, beside or at the end of the aisle."""
    if place.spread == "sides":
        return replace(place, targeted=False)
    if place.ends:
        return Place(Kind.AGAINST_WALL, False, "shell", walls=(BACK,))
    return Place(Kind.IN_CENTER, False, "shell")


def is_view(phrase: Phrase) -> bool:
    """Whether it is what one looks at from where one is: "chairs facing the sea"."""
    return phrase.head in _WATERS and (phrase.definite or phrase.bare)


_LAID = frozenset({"blanket", "mat", "cloth", "sheet", "towel"})
"""What lies spread where things are put in its middle."""
_SIDES = {"left": Kind.LEFT_OF, "right": Kind.RIGHT_OF, "middle": Kind.IN_CENTER}
_BARE_WALL = re.compile(
    r"(?:(?:left|right|back|far|rear) )?(?:left |right )?corner(?= [,.;\n]|$)"
    r"|(?:left|right|back|far|rear) wall(?= |$)"
)


def deed_at(line: Line, at: int, *, several: bool = False) -> tuple[Place, int] | None:
    """ "a girl pushes him": what somebody does to another, at whom that is then; ``several`` do it
    without an "s"."""
    told = wc.VERBS | wc.HAVING | wc.COPULA | wc.PREPOSITIONS
    does = is_deed(line, at) or (several and is_deed(line, at, several=True))
    if line.at(at) in told or not does or line.at(at - 1) in wc.PREPOSITIONS:
        return None
    return Place(Kind.NEXT_TO, True, "act"), at + 1


def names_side(line: Line, at: int) -> bool:
    """Whether a wall or a corner stands at ``at`` without its "on the": "bed: back wall"."""
    return line.match(_BARE_WALL, at) is not None or line.at(at) in _SIDES


def side_at(line: Line, at: int, state: Sentence) -> tuple[Place, int] | None:
    """ "tub left, sink right": a side by itself, as people note rooms down."""
    wall = state.open and place_at(line, at) is None and (
        not state.joined or line.at(at - 1) == ",")  # fmt: skip
    found = line.match(_BARE_WALL, at) if wall and state.subjects else None
    if found is not None and state.joined and line.at(found[1]) not in {*STOPS, "", ",", "with"}:
        found = None  # "a sofa, left wall a tv"
    if found is not None:  # "bunk bed left wall"
        said = found[0].group().split()
        on = place_at(Line(("in" if "corner" in said else "on", "the", *said)), 0)
        return None if on is None else (on[0], found[1])
    kind = _SIDES.get(line.at(at))
    following = line.at(at + 1)
    ends = following in STOPS or following in {"", ",", "and"}
    if kind is None or not ends or not state.subjects or not state.open or state.joined:
        return None
    return Place(kind, False, "shell"), at + 1
