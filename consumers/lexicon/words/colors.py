"""Colour words: "navy", "dark red", "pale sky blue" to sRGB.

What a thing is made of is in ``materials``; a word may stand in both ("gold").
"""

from __future__ import annotations

import colorsys
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_BLENDS = tuple(
    {first, last}
    for pair in (
        "blue green",
        "blue gray",
        "blue grey",
        "blue purple",
        "blue violet",
        "red orange",
        "red brown",
        "red purple",
        "red violet",
        "yellow green",
        "yellow orange",
        "green gray",
        "green grey",
        "pink orange",
        "pink purple",
        "gray brown",
        "grey brown",
        "purple gray",
        "purple grey",
        "brown orange",
        "green brown",
        "gray beige",
        "grey beige",
    )
    for first, last in (pair.split(),)
)
"""Neighbours that name one colour between them; other pairs are two colours ("red, white")."""
_HUES = frozenset({
    "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "beige", "black", "gray",
    "grey", "white",
})  # fmt: skip
"""Plain colours, which may follow the name of one of theirs."""
_HEX = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Modifier:
    """``mix``: the share of white (> 0) or black (< 0) mixed in; ``saturation``: a factor."""

    mix: float
    saturation: float


@cache
def color_table() -> dict[str, str]:
    """Every colour word (and two-word colour) to ``#rrggbb``, synonyms included."""
    rows = _rows()
    table: dict[str, str] = dict(rows["colors"])
    table.update({word: table[meant] for word, meant in rows["synonyms"].items()})
    return table


@cache
def modifiers() -> dict[str, Modifier]:
    """Words that change the colour after them: "dark", "pale", ..."""
    return {word: Modifier(**row) for word, row in _rows()["modifiers"].items()}


def parse_color(words: str | Sequence[str]) -> str | None:
    """The sRGB ``#rrggbb`` that the words name, e.g. "dark red"; None when they name no colour.

    The words must be a colour and nothing else: modifiers, then one colour of the table or a hex
    value. "-ish" endings count ("reddish"), hyphens are spaces, case does not matter.
    """
    text = words if isinstance(words, str) else " ".join(words)
    parts = text.lower().replace("-", " ").split()
    changes: list[Modifier] = []
    while parts:
        found = _named(" ".join(parts))
        if found is not None:
            for change in reversed(changes):
                found = _changed(found, change)
            return found
        found = _hued(parts) or _blended(parts)
        if found is not None:
            for change in reversed(changes):
                found = _changed(found, change)
            return found
        if parts[0] not in modifiers():
            return None
        changes.append(modifiers()[parts.pop(0)])
    return None


def _hued(parts: Sequence[str]) -> str | None:
    """ "sage green", "mustard yellow": a colour by name and the plain hue that it is of."""
    first = " ".join(parts[:-1])
    if len(parts) < 2 or parts[-1] not in _HUES or first in _HUES:
        return None
    return color_table().get(first)


def _blended(parts: Sequence[str]) -> str | None:
    """ "greyish blue", "blue-green": a colour with a share of the one before it."""
    last = _named(" ".join(parts[1:]))
    first = _stem(parts[0]) or _named(parts[0]) if last is not None else None
    ish = parts[0].endswith("ish")
    if last is None or first is None or not (ish or {parts[0], parts[-1]} in _BLENDS):
        return None
    share = 0.4 if ish else 0.5
    pairs = ((first[i : i + 2], last[i : i + 2]) for i in (1, 3, 5))
    return "#" + "".join(f"{round(int(a, 16) * share + int(b, 16) * (1 - share)):02x}"
                         for a, b in pairs)  # fmt: skip


@cache
def _rows() -> dict[str, dict[str, Any]]:
    text = files("consumers.lexicon.words").joinpath("colors.toml").read_text("utf-8")
    return tomllib.loads(text)


def _named(word: str) -> str | None:
    table = color_table()
    if word in table:
        return table[word]
    if _HEX.fullmatch(word):
        return word
    own = _stem(word)
    return _changed(own, Modifier(mix=0.08, saturation=0.75)) if own is not None else None


def _stem(word: str) -> str | None:
    """The colour that "reddish" is of: the ending doubles a consonant or swallows an e."""
    stem = word.removesuffix("ish")
    guesses = (stem, stem[:-1], stem + "e") if stem != word else ()
    return next((color_table()[guess] for guess in guesses if guess in color_table()), None)


def _changed(color: str, change: Modifier) -> str:
    red, green, blue = (int(color[i : i + 2], 16) / 255.0 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if change.mix >= 0.0:
        lightness += (1.0 - lightness) * change.mix
    else:
        lightness *= 1.0 + change.mix
    mixed = colorsys.hls_to_rgb(hue, lightness, min(1.0, saturation * change.saturation))
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in mixed)
