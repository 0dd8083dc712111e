"""Shelves that stand: "shelves full of potions along the wall" are no boards on it.

What belongs here: telling furniture with shelves from a board, by what is said of it once all was
read. What does not: the words of one phrase, which are in ``phrases/senses``.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.reading import Reading
from schemas.decomposition import RelationKind as Kind

_HUNG = frozenset({Kind.ON_WALL, Kind.ABOVE, Kind.ON, Kind.HANGING_FROM, Kind.IN})
_STANDING = frozenset({Kind.AGAINST_WALL, Kind.IN_CORNER, Kind.IN_ROW, Kind.AROUND, Kind.IN_CENTER})
_BOARDS = frozenset({"floating", "wall", "hanging", "mounted"})
_STORES = frozenset({"garage", "attic", "shop", "laundry room", "laboratory", "barn", "house"})
"""Settings whose shelves are of metal."""


def upright(phrase: Phrase, reading: Reading, index: int) -> Phrase:
    """``phrase`` of thing ``index``: as furniture, where it is a shelf that stands on the floor."""
    if phrase.noun != "shelf" or phrase.head != "shelf" or set(phrase.described) & _BOARDS:
        return phrase
    own = {link.kind for link in reading.links if link.subject == index}
    if own & _HUNG or phrase.extent.said:
        return phrase
    full = any(link.kind is Kind.IN and index in link.targets for link in reading.links)
    if not (own & _STANDING or full or (phrase.plural and not own)):
        return phrase
    stores = reading.setting is not None and reading.setting.name in _STORES
    return replace(phrase, noun="shelving unit" if stores else "bookshelf")
