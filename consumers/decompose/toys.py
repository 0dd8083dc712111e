"""Toys among toys: the wagons of a toy train are no taller than it is.

What belongs here: what a room with toys has in their size though no word says so. What does not:
things called toys, whose size the phrase tells, and models on a table, which are ``whereabouts``'s.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.sentences.expansion import Expanded
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.words.gazetteer import noun_row
from schemas.decomposition import Wish

_TOYS = frozenset({"toy", "lego", "figurine", "playmobil", "duplo"})
"""Words of a label that make a toy of it."""
_PLAYED_IN = frozenset({"kids room"})
"""Settings in which what is far too large for a room is a toy."""
_ABROAD = frozenset({"garage", "hangar", "train station", "museum", "photo studio"})
"""Rooms in which vehicles stand as they are."""
_MADE = frozenset({"vehicle", "building"})
_TOY_M, _LIFE_M = 0.35, 1.9
"""Metres: how long the longest of such toys is; what is longer is no toy as it is."""


def with_toys(expanded: Expanded, reading: Reading) -> Expanded:
    """The things with vehicles and houses in the size of the toys around them, all at one scale."""
    row = reading.setting
    if row is not None and (row.kind == "outdoor" or row.name in _ABROAD):
        return expanded
    told = any(_TOYS & set(w.recipe.label.split()) for w in expanded.wishes)
    if not told and (row is None or row.name not in _PLAYED_IN):
        return expanded
    large = [w for w in expanded.wishes if _is_life_size(w)]
    longest = max((max(w.recipe.size) for w in large), default=1.0)
    ids = {w.id for w in large}
    return replace(
        expanded,
        wishes=tuple(_scaled(w, _TOY_M / longest) if w.id in ids else w for w in expanded.wishes),
    )


def _is_life_size(wish: Wish) -> bool:
    row = noun_row(wish.recipe.noun)
    made = row is not None and row.category in _MADE and row.placement == "outdoor"
    return made and max(wish.recipe.size) > _LIFE_M


def _scaled(wish: Wish, share: float) -> Wish:
    x, y, z = (round(max(0.02, share * side), 4) for side in wish.recipe.size)
    return wish.model_copy(update={"recipe": wish.recipe.model_copy(update={"size": (x, y, z)})})
