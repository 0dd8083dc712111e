"""What vessels and surfaces take: one flower a vase, cut so that it fits; a cup on a table.

What does not belong here: who stands where (``attachment``).
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.words.gazetteer import noun_row

VASES = frozenset({"vase", "flower pot"})
"""Vessels that hold one plant, cut to fit."""


_DRINKS = frozenset({"coffee", "tea", "cappuccino", "latte", "chocolate", "cocoa", "juice",
                     "lemonade"})  # fmt: skip


def is_drink(phrase: Phrase) -> bool:
    """Whether it is a drink without a number: "a coffee" is a cup of it, in "a pot of coffee" it is
    what fills the pot."""
    return phrase.head.split()[-1] in _DRINKS and not phrase.counted


def carries(holder: str, guest: str) -> bool:
    """Whether a thing of the noun ``guest`` usually goes onto one of the noun ``holder``."""
    row, other = noun_row(holder), noun_row(guest)
    return row is not None and other is not None and row.top is not None and (
        other.placement == "surface")  # fmt: skip


def cut_to_fit(host: Phrase, guest: Phrase) -> Phrase:
    """A plant cut so that a vase can hold it; other things as they are."""
    row, other = noun_row(host.noun), noun_row(guest.noun)
    if row is None or other is None or row.name not in VASES or other.category != "plant":
        return guest
    factor = min(1.0, 2.2 * row.size[1] / other.size[1], 0.9 * row.size[0] / other.size[0])
    return replace(guest, extent=replace(guest.extent, factor=guest.extent.factor * factor))


def holds_one(host: Phrase) -> bool:
    """Whether what "a vase of flowers" holds is put into it as one."""
    return host.noun in VASES
