"""From a word and what was said of it to a recipe, with the noun table's defaults filled in."""

from __future__ import annotations

from consumers.lexicon.words.nouns import noun_table
from schemas.recipe import Recipe

UNKNOWN_SIZE = (0.5, 0.5, 0.5)
"""Metres: what a thing that the table does not know gets when nobody says its size."""


def recipe_for(
    noun: str,
    label: str,
    size: tuple[float, float, float] | None = None,
    color: str | None = None,
    material: str | None = None,
    seed: int = 0,
) -> Recipe:
    """The recipe of ``noun`` ("" = unknown). ``size`` in metres; None = the table's."""
    known = noun_table().get(noun)
    return Recipe(
        noun=noun if known else "",
        label=label,
        size=size or (known.size if known else UNKNOWN_SIZE),
        color=color,
        material=material,
        seed=seed,
    )
