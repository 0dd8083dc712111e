"""Settings and things that a place's words may be about either way: "in front of the museum".

What belongs here: what the name of a place at a place is. What does not: who stands there.
"""

from __future__ import annotations

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.attachment import guest_kind
from consumers.lexicon.sentences.places import Place
from consumers.lexicon.sentences.settings import setting_of
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
    if phrase.many:
        return Place(Kind.BETWEEN, True)
    kind = guest_kind(phrase, None, first=True)
    return Place(kind if kind in {Kind.ON, Kind.IN} else Kind.NEAR, True)
