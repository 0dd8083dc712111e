"""Which of several things a noun names, where size, looks or the room tell.

What does not belong here: names that are unambiguous, which are in the noun table.
"""

from __future__ import annotations

from consumers.lexicon.phrases.draft import Draft
from consumers.lexicon.words.measures import UNSAID

_TALL_LAMP = 1.1
"""Metres from which a lamp stands on the floor."""
_SOLID_PYRAMID = 8.0
"""Metres from which a pyramid is a building."""
_WIDE_SCREEN = 1.0
"""Metres from which a screen is no computer's."""
_BIG = 1.3

INDOORS = {"island": "kitchen island"}
"""What a word of the open names in a room."""


OUTDOORS = {"blanket": "picnic blanket"}
"""What a word of rooms names in the open: a blanket lies spread there."""


def sense(draft: Draft) -> str:
    """The noun that the draft's words mean: a 2 m lamp stands on the floor, a red pyramid is a
    plain solid, a big screen hangs on a wall."""
    extent, noun = draft.extent, draft.noun
    said = [extent.width, extent.height, extent.depth, extent.length]
    largest = max((metres for metres in said if metres is not None), default=0.0)
    tall = extent.height or (extent.length if extent.unnamed else None) or 0.0
    if noun == "lamp" and tall >= _TALL_LAMP:
        return "floor lamp"
    if noun == "pyramid" and draft.head == "pyramid" and largest < _SOLID_PYRAMID:
        looks = draft.color is not None or draft.material not in {None, "stone", "sand"}
        return "solid pyramid" if largest or looks else noun
    if noun == "airplane" and draft.head == "plane" and extent.width and extent.depth:
        return "flat plane"
    floored = {"striped", "carpet", "hall", "hallway", "narrow", "long", "persian", "patterned"}
    if draft.head == "runner" and noun == "person" and floored & set(draft.described):
        return "rug"
    if noun == "monitor" and draft.head in {"screen", "display"}:
        if largest >= _WIDE_SCREEN:
            return "projection screen"
        if largest == 0.0 and extent.factor >= _BIG:
            draft.extent = UNSAID  # the word told it from a desk's; it is a large one as it is
            return "projection screen"
    return noun
