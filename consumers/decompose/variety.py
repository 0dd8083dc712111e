"""People of one kind who do not look alike, cars and houses: a market's ten are of three looks.

Each look is a model of its own, which an engine makes once; so there are few. What does not belong
here: how looks differ, which is the greybox's, or the seed's of another engine.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from consumers.greybox.variety import VARIED
from consumers.lexicon.sentences.expansion import Expanded
from schemas.decomposition import LOOK, Wish

LOOKS = 3
"""So many models are made of several people of one kind at most."""

_DRESSED_ALIKE = frozenset({
    "player", "footballer", "goalkeeper", "soldier", "guard", "waiter", "waitress", "chef", "cook",
    "nurse", "doctor", "surgeon", "officer", "firefighter", "monk", "nun", "dancer", "builder",
    "worker", "miner", "sailor", "astronaut", "referee", "athlete", "twin", "triplet", "clone",
    "mannequin", "bridesmaid", "scout", "policeman", "singer", "chorister",
})  # fmt: skip
"""Heads of what wears one dress."""


def with_variety(expanded: Expanded) -> Expanded:
    """The wishes with several looks for those of one slot of whom no colour is said."""
    often = Counter(w.slot for w in expanded.wishes if _differ(w))
    taken = {w.slot for w in expanded.wishes}
    seen: Counter[str] = Counter()
    made: list[Wish] = []
    for wish in expanded.wishes:
        look = seen[wish.slot] % min(LOOKS, often[wish.slot]) if often[wish.slot] > 1 else 0
        seen[wish.slot] += 1
        slot = f"{wish.slot}{LOOK}{look + 1}"
        if look and slot not in taken:
            recipe = wish.recipe.model_copy(update={"seed": wish.recipe.seed + look})
            wish = wish.model_copy(update={"recipe": recipe, "slot": slot})
        made.append(wish)
    return replace(expanded, wishes=tuple(made))


def _differ(wish: Wish) -> bool:
    recipe = wish.recipe
    plain = recipe.color is None and recipe.material is None
    return plain and recipe.noun in VARIED and not _DRESSED_ALIKE & set(recipe.label.split())
