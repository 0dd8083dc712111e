"""A noun phrase while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from consumers.lexicon.words.gazetteer import Found
from consumers.lexicon.words.measures import (
    UNSAID,
    Extent,
)
from consumers.lexicon.words.proportions import Beside

LONGEST_LABEL = 6
"""Words kept of a label; the wish's prompt keeps them all."""


@dataclass
class Draft:
    """A noun phrase while it is being read.

    ``pieces``: (words, kind) in order. ``pairs``: how many pairs were counted. ``owner``: whose it
    is ("the fireplace's"). ``parts``: a counted part that describes it ("three-seater").
    ``beside``: what it is compared with. ``alone``: another phrase begins after "each".
    """

    pieces: list[tuple[str, str]] = field(default_factory=list)
    head: str = ""
    noun: str = ""
    plural: bool = False
    definite: bool = False
    determined: bool = False
    each: bool = False
    count: int | None = None
    quantifier: str = ""
    vague: bool = False
    color: str | None = None
    colors: list[str] = field(default_factory=list)
    material: str | None = None
    extent: Extent = UNSAID
    described: list[str] = field(default_factory=list)
    group: str = ""
    grouped: bool = False
    pairs: int = 0
    groups: int = 1
    grouped_as: str = ""
    owner: Found | None = None
    parts: tuple[str, int] | None = None
    rank: str = ""
    ordinal: int = 0
    like: str = ""
    beside: Beside | None = None
    alone: bool = False
    tail: str = ""

    def label(self) -> str:
        """Describing words and head, in the order said, the head in the singular."""
        words = [text for text, _ in self.pieces]
        kept = words[-LONGEST_LABEL:]
        return " ".join([*kept, self.tail] if self.tail else kept)
