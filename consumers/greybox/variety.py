"""How people of one kind differ, and cars and houses: the colours of clothes, hair, skin, paint, by
the recipe's seed.

The first of each is how such a one looks when there is one of them.
"""

from __future__ import annotations

from schemas.recipe import Recipe

_PAINT = (None, "#3a5f9a", "#e2e3e0", "#4a4d52", "#8a8f94", "#2f6f5f")
_WALLS = (None, "#d9b98c", "#b9c8cf", "#cdb4a6", "#e6e2d6", "#c2c9a8")

_CLOTHES = (None, "#b5523f", "#5f8a57", "#d0a94a", "#7d6aa8", "#e4e0d6")
_LEGS = ("#3b4a63", "#4a4238", "#2f3238", "#6b5f4c", "#3d5560", "#54453f")
_HAIR = (None, "#1f1a17", "#b58a4a", "#7a7672", "#8f4a26", "#2b211c")
_SKIN = ("#e0ac8a", "#8d5a3c", "#f0c8a8", "#c68a62", "#5f3d2a", "#d9a27c")


VARIED = {
    **dict.fromkeys(("person", "woman", "child"), _CLOTHES),
    "car": _PAINT,
    "house": _WALLS,
}
"""Nouns whose models differ by seed, and their main colours."""


def main_color(recipe: Recipe) -> str | None:
    """The main colour of one of several; None: as the noun table says."""
    colors = VARIED.get(recipe.noun)
    return colors[recipe.seed % len(colors)] if colors else None


def legs_of(seed: int, usual: str) -> str:
    """The colour of trousers; ``usual`` where there is one person."""
    at = seed % len(_LEGS)
    return _LEGS[at] if at else usual


def hair_of(seed: int, usual: str) -> str:
    return _HAIR[seed % len(_HAIR)] or usual


def skin_of(seed: int) -> str:
    return _SKIN[seed % len(_SKIN)]
