"""What vessels and surfaces take: one flower a vase, cut so that it fits; a cup on a table.

What does not belong here: who stands where (``attachment``).
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.words.gazetteer import noun_row

VASES = frozenset({"vase", "flower pot"})
"""Vessels that hold one plant, cut to fit."""


_FOR_ONE = frozenset({
    "pedestal", "column", "pillar", "tripod", "easel", "bollard", "post", "egg cup", "saucer",
    "candlestick", "pot", "cage", "stool",
})  # fmt: skip
_ROOM_FOR_MORE = 3.0
"""So many times as much room as a thing needs is room for several."""
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


def carries_more(holder: Phrase, guest: Phrase | None) -> bool:
    """Whether it is there to put things on: a nightstand, a shelf, and neither bed nor chair, which
    are for who is alive and for what is soft."""
    row, other = noun_row(holder.noun), None if guest is None else noun_row(guest.noun)
    if row is None or row.top is None or "bed" in row.name:
        return False
    soft = other is not None and other.material in {"cotton", "fabric", "wool"}
    alive = other is not None and other.category in {"person", "animal"}
    return not row.seat or soft or alive


def cut_to_fit(host: Phrase, guest: Phrase) -> Phrase:
    """A plant cut so that a vase can hold it; other things as they are."""
    row, other = noun_row(host.noun), noun_row(guest.noun)
    if row is None or other is None or row.name not in VASES or other.category != "plant":
        return guest
    factor = min(1.0, 2.2 * row.size[1] / other.size[1], 0.9 * row.size[0] / other.size[0])
    return replace(guest, extent=replace(guest.extent, factor=guest.extent.factor * factor))


def for_one(host: Phrase, guest: Phrase) -> bool:
    """Whether such a thing carries or holds one, so that several have one each: busts on plinths,
    cups on saucers, birds in cages."""
    row, other = noun_row(host.noun), noun_row(guest.noun)
    if row is None or other is None or row.seat or row.category == "building":
        return False
    if row.name in _FOR_ONE or row.name.endswith(" stand") or row.name in VASES:
        return True
    room, size = row.size[0] * row.size[2], other.size[0] * other.size[2]
    return row.category not in {"furniture", "vehicle"} and room < _ROOM_FOR_MORE * size


def holds_one(host: Phrase) -> bool:
    """Whether what "a vase of flowers" holds is put into it as one."""
    return host.noun in VASES
