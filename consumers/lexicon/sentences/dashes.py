"""Dashes between words: "living room - sofa and tv", "a tub -- mirror above it".

What belongs here: a dash as the colon or comma that it stands for. Dashes between numbers and
before numbers ("six pillars - three on each side") are read in ``notation`` and as nothing.
"""

from __future__ import annotations

import re

from consumers.lexicon.sentences.settings import spelled_settings
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import read

_DASH = re.compile(r"(?<=[^\W\d_])(?:[ \t]+(?:-{1,3}|–|—)[ \t]+|[ \t]*—[ \t]*)(?=[^\W\d_])")
_HEADING = re.compile(
    r"(?:^|[\n.:;])\s*(?:(?:a|an|the|my|our)\s+)?((?:[^\W\d_]+\s+){0,3}[^\W\d_]+)$"
)
_TITLE = re.compile(r"([^\W\d_]+(?: [^\W\d_]+){0,3})\s*(?:[:\n]|$)")
_AHEAD = 40
"""Characters after a dash that tell what it goes on to."""


def with_dashes_read(text: str) -> str:
    """``text`` with dashes between words as colons and commas."""
    return _DASH.sub(_said, text)


def _said(found: re.Match[str]) -> str:
    after = read(found.string[found.end() :][:_AHEAD])
    if quantity(after, 0) or color_at(after, 0) or material_at(after, 0):
        return found[0]  # what counts or describes what was named just before goes on about it
    heading = _HEADING.search(found.string[: found.start()])
    named = " ".join(heading[1].lower().split()) if heading else ""
    words = named.split(" ")
    ahead = _TITLE.match(found.string, found.end())
    if heading and ahead and ahead[1].lower() in spelled_settings():
        return " "  # "shopping list - kids room:"
    tails = (" ".join(words[start:]) for start in range(len(words)))
    return ": " if any(tail in spelled_settings() for tail in tails) else ", "
