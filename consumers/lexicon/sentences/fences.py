"""Fences and hedges: of how many pieces one is that goes around a thing or around everything.

What does not belong here: what it is around, which the sentence says.
"""

from __future__ import annotations

from math import pi

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.attachment import size_of
from consumers.lexicon.words.gazetteer import noun_row

_BARRIERS = frozenset({"fence", "hedge", "stone wall", "brick wall", "barrier"})
_PIECES_AROUND_ALL, _FEWEST_PIECES, _MOST_PIECES = 10, 4, 16
"""Pieces of a fence around the whole of a scene, and around one thing of it."""
_GAP = 0.6
"""Metres between a thing and the fence around it."""


def pieces_around(barrier: Phrase, inside: Phrase | None) -> int:
    """Of how many pieces a fence or hedge is that goes around ``inside`` (None: around all there
    is); 1 for what is no such thing."""
    row = noun_row(barrier.noun)
    if row is None or row.name not in _BARRIERS:
        return 1
    if inside is None:
        return _PIECES_AROUND_ALL
    size = size_of(inside)
    around = pi * (max(size[0], size[2]) + 2 * _GAP)
    return min(_MOST_PIECES, max(_FEWEST_PIECES, round(around / size_of(barrier)[0])))
