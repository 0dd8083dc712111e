"""From a noun phrase to the recipe of what it wishes for.

What does not belong here: how a recipe is built, which is in ``consumers/greybox``.
"""

from __future__ import annotations

from consumers.greybox.recipes import recipe_for
from consumers.lexicon.gazetteer import guessed_size, noun_row
from consumers.lexicon.phrases import Phrase
from schemas.recipe import Recipe

_FURNISHING = frozenset({"furniture", "appliance", "structure", "electronics"})
_TOY_SIZE = 0.3
"""Metres: the longest side of a toy of something."""


def recipe_of(phrase: Phrase, seed: int = 0) -> Recipe:
    """The recipe of one of the things that ``phrase`` names; sizes in metres."""
    row = noun_row(phrase.noun)
    usual = row.size if row is not None else guessed_size(phrase.label)
    like = noun_row(phrase.like)
    if like is not None:
        factor = max(like.size) / max(usual)
        usual = (usual[0] * factor, usual[1] * factor, usual[2] * factor)
    size = phrase.extent.fitted(usual, solid=is_solid(phrase.noun))
    if phrase.noun and set(phrase.label.split()) & {"toy", "model", "lego", "figurine"}:
        size = _toy(size)
    return recipe_for(
        phrase.noun,
        phrase.label,
        size=size,
        color=phrase.color,
        material=phrase.material,
        seed=seed,
    )


def is_solid(noun: str) -> bool:
    """Whether such a thing grows as a whole when one side of it does: a tree, and no table."""
    row = noun_row(noun)
    return row is None or row.category not in _FURNISHING


def _toy(size: tuple[float, float, float]) -> tuple[float, float, float]:
    """A toy's size: no longer than a toy is, whatever it is a toy of."""
    factor = min(1.0, _TOY_SIZE / max(size))
    return (size[0] * factor, size[1] * factor, size[2] * factor)
