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
_SOLIDS = frozenset({"cube", "sphere", "cone", "cylinder", "torus", "capsule", "prism"})
"""What a pyramid beside is a plain solid, too."""
_SCREENS = frozenset({"tv", "tv stand", "game controller", "sofa", "bed"})
"""What a console to play with is beside; without, it is one to steer by."""
_SIDES = frozenset({Kind.LEFT_OF, Kind.RIGHT_OF})
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
    shop = stores_in(reading) and phrase.plural and bool(own & _SIDES)
    if not (own & _STANDING or full or shop or (phrase.plural and not own)):
        return phrase
    return replace(phrase, noun="shelving unit" if stores_in(reading) else "bookshelf")


def told_apart(phrase: Phrase, reading: Reading, index: int) -> Phrase:
    """``phrase`` as what its place makes of it: a curtain between two beds stands, an umbrella that
    people or chairs are under is a parasol."""
    kinds = {link.kind for link in reading.links if link.subject == index}
    over = any(k.kind is Kind.UNDER and index in k.targets for k in reading.links)
    if phrase.noun == "curtain" and Kind.BETWEEN in kinds:
        return replace(phrase, noun="room divider")
    others = {t.phrase.noun for t in reading.things if t.phrase is not phrase}
    if phrase.noun == "pyramid" and others & _SOLIDS and not phrase.extent.said:
        return replace(phrase, noun="solid pyramid")
    played = any(t.phrase.noun in _SCREENS for t in reading.things)
    if phrase.noun == "game console" and phrase.head == "console" and not played and not (
        kinds & {Kind.ON, Kind.IN, Kind.UNDER}):  # fmt: skip
        return replace(phrase, noun="control panel")
    if phrase.noun == "umbrella" and (over or _outdoors(reading)) and not phrase.extent.said:
        return replace(phrase, noun="beach umbrella")
    return phrase


def _outdoors(reading: Reading) -> bool:
    return reading.setting is not None and reading.setting.name in {"beach", "patio"}


def stores_in(reading: Reading) -> bool:
    """Whether the setting is one that keeps goods on shelves."""
    return reading.setting is not None and reading.setting.name in _STORES
