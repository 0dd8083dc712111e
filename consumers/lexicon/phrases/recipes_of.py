"""From a noun phrase to the recipe of what it wishes for.

What does not belong here: how a recipe is built, which is in ``consumers/greybox``.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from math import log10

from consumers.greybox.recipes import recipe_for
from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.phrases.postures import posture_in, postured_size
from consumers.lexicon.phrases.shapes import shape_in, shaped_size
from consumers.lexicon.words.gazetteer import guessed_size, noun_row
from consumers.lexicon.words.measures import UNSAID, Extent
from consumers.lexicon.words.nouns import Noun
from schemas.recipe import Recipe

Size = tuple[float, float, float]

_FURNISHING = frozenset({"furniture", "appliance", "structure", "electronics"})
_LIVING = frozenset({"animal", "person", "toy"})
_TOY_SIZE = 0.3
"""Metres: the longest side of a toy of something."""
_TOYS = frozenset({"toy", "model", "lego", "figurine"})
_YOUNG = frozenset({"baby", "newborn"})
_GROWN = 0.5
"""The share of an animal's size that its young have."""
_SEAT = 0.62
"""Metres of width for each who sits on a sofa or bench; ``_ARMS`` for both armrests together."""
_ARMS = 0.35
_ODD = 0.3
"""How much likelier (powers of ten, all sides together) another order of sides must be."""
_STOREY = 3.1
"""Metres: the height of a storey of a house."""
_LAID_OUT = frozenset({"building", "plant", "nature", "kitchenware"})
"""Categories in which some things are as long as one lays them out."""
_LONG, _LOW = 1.8, 0.25
"""Such things are so many times as long as they are wide and high, or so much lower than wide."""
_EVEN_SHAPES = frozenset({"round", "square"})
_SOLID_SHAPES = frozenset({"cube", "sphere", "ball", "die"})


def recipe_of(phrase: Phrase, seed: int = 0) -> Recipe:
    """The recipe of one of the things that ``phrase`` names; sizes in metres."""
    row = noun_row(phrase.noun)
    usual = row.size if row is not None else guessed_size(phrase.label)
    words = set(phrase.label.split())
    shape = shape_in(phrase.label, phrase.noun)
    usual = shaped_size(usual, shape, row)
    usual = postured_size(usual, posture_in(phrase.label, phrase.noun))
    like = noun_row(phrase.like)
    if like is not None:
        factor = max(like.size) / max(usual)
        usual = (usual[0] * factor, usual[1] * factor, usual[2] * factor)
    usual = _with_parts(usual, phrase, row)
    extent = _told(phrase.extent, usual, row)
    if shape in _EVEN_SHAPES:
        extent = _even(extent, row)
    if row is not None and row.name in _SOLID_SHAPES:
        extent = _alike_all_round(extent)
    extent = _in_order(_seen(extent, usual), usual)
    along = extent.height is None and runs_long(phrase.noun)
    size = extent.fitted(usual, solid=is_solid(phrase.noun, extent) and not along)
    if words & _YOUNG and row is not None and row.category == "animal" and not extent.said:
        size = (size[0] * _GROWN, size[1] * _GROWN, size[2] * _GROWN)
    toy = bool(phrase.noun and words & _TOYS) and not set(phrase.noun.split()) & _TOYS
    if toy or ("miniature" in words and max(usual) > 1.0):
        size = _toy(size)
    return recipe_for(
        phrase.noun,
        phrase.label,
        size=size,
        color=phrase.color,
        material=phrase.material,
        seed=seed,
    )


def is_solid(noun: str, extent: Extent = UNSAID) -> bool:
    """Whether a measure of one side tells the others: of a statue, not of a shelf or a curtain."""
    row = noun_row(noun)
    if row is None or (extent.unnamed and row.category == "electronics"):
        return True  # a 55 inch screen
    flat = row.category == "decor" and min(row.size) < 0.12 * max(row.size)
    return row.category not in _FURNISHING and not flat


def runs_long(noun: str) -> bool:
    """Whether a level measure of such a thing says nothing of its other sides: a hedge that is
    10 m long is no higher than others, nor is a house that is 12 m wide."""
    row = noun_row(noun)
    if row is None or row.category not in _LAID_OUT:
        return False
    wide, high, deep = row.size
    longest, other = max(wide, deep), min(wide, deep)
    long = longest >= _LONG * max(other, high) or high < _LOW * other
    return (row.category == "building" and high < 2 * longest) or long


def _told(extent: Extent, usual: Size, row: Noun | None) -> Extent:
    """``extent`` with words like "giant" and "tiny" meaning what people mean of such a thing.

    They mean more of something small ("a giant mushroom" is larger than a man) and, when they make
    smaller, of a large animal or toy; a tiny house is still one to live in.
    """
    said = extent.telling
    middle = (usual[0] * usual[1] * usual[2]) ** (1.0 / 3.0)
    if said == 1.0:
        return extent
    power = 1.0
    if said > 1.0 and middle < 1.0:
        power = 1.0 + 1.2 * log10(1.0 / middle)
    elif said < 1.0 and middle > 1.0 and row is not None and row.category in _LIVING:
        power = 1.0 + 1.2 * log10(middle)
    return replace(extent, factor=extent.factor * said ** (power - 1.0))


def _with_parts(usual: Size, phrase: Phrase, row: Noun | None) -> Size:
    """The usual size with counted parts: seats make a sofa wider, storeys a house taller."""
    if phrase.parts is None or row is None:
        return usual
    part, count = phrase.parts
    few = min(count, 60)
    if part in {"seater", "seat", "person"} and row.category == "furniture" and row.seat:
        return (_ARMS + _SEAT * few, usual[1], usual[2])
    if part in {"storey", "story", "level", "floor"} and row.category == "building":
        return (usual[0], _STOREY * few + 1.0, usual[2])
    return usual


def _even(extent: Extent, row: Noun | None) -> Extent:
    """One measured side of a round or square thing is also the other."""
    hung = row is not None and row.placement == "wall"
    second = extent.height if hung else extent.depth
    side = extent.width or extent.length or second
    if side is None or (extent.width is not None and second is not None):
        return extent
    if hung:
        return replace(extent, length=None, width=side, height=side)
    return replace(extent, length=None, width=side, depth=side)


def _alike_all_round(extent: Extent) -> Extent:
    """One measured side of a cube or a ball is every side."""
    if extent.stretch != (1.0, 1.0, 1.0):
        most = max(extent.stretch, key=lambda share: abs(share - 1.0))
        extent = replace(extent, factor=extent.factor * most, stretch=(1.0, 1.0, 1.0))
    side = extent.width or extent.length or extent.depth or extent.height
    others = (extent.width, extent.height, extent.depth)
    if side is None or any(other not in {None, side} for other in others):
        return extent
    return replace(extent, length=None, width=side, height=side, depth=side)


def _seen(extent: Extent, usual: Size) -> Extent:
    """ "120 x 80 cm" said of a picture or a door is its width and height."""
    w, h, d = usual
    if extent.width is None or extent.depth is None or d > 0.3 * min(w, h):
        return extent
    if extent.height is None:
        return replace(extent, height=extent.depth, depth=None)
    return replace(extent, height=extent.depth, depth=extent.height) if extent.area else extent


def _in_order(extent: Extent, usual: Size) -> Extent:
    """Three sides said in a row, "210 x 90 x 30", in the order that such things have them."""
    sides = (extent.width, extent.depth, extent.height)
    if not extent.area or None in sides:
        return extent
    told = [side for side in sides if side is not None]

    def odd(order: tuple[float, ...]) -> float:
        w, h, d = usual
        return sum(abs(log10(a / b)) for a, b in zip(order, (w, d, h), strict=True))

    best = min(permutations(told), key=odd)
    if odd(best) > odd(tuple(told)) - _ODD:
        return extent
    return replace(extent, width=best[0], depth=best[1], height=best[2])


def _toy(size: Size) -> Size:
    """A toy's size: no longer than a toy is, whatever it is a toy of."""
    factor = min(1.0, _TOY_SIZE / max(size))
    return (size[0] * factor, size[1] * factor, size[2] * factor)
