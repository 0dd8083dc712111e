"""The shape of a place in words: "an L-shaped studio", "the kitchen is L-shaped"."""

from __future__ import annotations

import re
from typing import Literal

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words.wordclasses import GENERIC_PLACES

Shape = Literal["rectangle", "l"]

_L = r"l[ -]?shaped?"
_WITHIN = re.compile(rf"\b(?:{_L}|(?:shape|form) of (?:an|the letter) l)\b", re.IGNORECASE)
_TOLD = re.compile(
    rf"\b(?P<place>[a-z]+)(?:,? (?:that |which )?(?:is|has|in)?|,) ?"
    rf"(?:an )?{_L}\b,?(?P<more> and has)?",
    re.IGNORECASE,
)


def told_shape(text: str) -> tuple[Shape, str]:
    """The shape that words say of a place after naming it, and the text without those words.

    Only a place has such a shape: an L-shaped sofa keeps its words.
    """
    for found in _TOLD.finditer(text):
        place = found["place"].lower()
        if named_setting(place) is not None or place in GENERIC_PLACES:
            kept = f"{found['place']}{' has' if found['more'] else ''}"
            return "l", f"{text[: found.start()]}{kept}{text[found.end() :]}"
    return "rectangle", text


def phrase_shape(phrase: Phrase | None) -> Shape:
    """The shape in the very phrase that names the place."""
    return "l" if phrase is not None and _WITHIN.search(phrase.said) else "rectangle"
