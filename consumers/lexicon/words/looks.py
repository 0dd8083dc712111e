"""Colour and material words inside a sentence: where they begin and how far they reach.

The tables themselves are ``colors`` and ``materials``.
"""

from __future__ import annotations

from functools import cache, lru_cache

from consumers.lexicon.words.colors import color_table, modifiers, parse_color
from consumers.lexicon.words.materials import material_table, material_words
from consumers.lexicon.words.tokens import Line

_NOT_MATERIALS = frozenset({
    "light", "plant", "food", "skin", "paint", "cloud", "cloudy", "painted", "mirror", "candy",
    "edible", "fluffy", "glowing", "floral", "luminous", "snowy", "neon",
})  # fmt: skip
"""Words of the materials table that say something else in most sentences."""

_BASIC = (
    "red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "brown", "beige", "black",
    "gray", "white",
)  # fmt: skip


@lru_cache(maxsize=4096)
def _color(words: str) -> str | None:
    return parse_color(words)


@cache
def _materials() -> dict[str, str]:
    return {w: name for w, name in material_words().items() if w not in _NOT_MATERIALS}


def color_at(line: Line, index: int) -> tuple[str, int] | None:
    """The longest colour at ``index``: (``#rrggbb``, words read)."""
    first = line.at(index)
    if not (first.startswith("#") or first.isalpha()):
        return None
    for length in (4, 3, 2, 1):
        found = _color(line.span(index, index + length)) if index + length <= len(line) else None
        if found is not None:
            return found, length
    return None


def material_at(line: Line, index: int) -> tuple[str, int] | None:
    """The longest material at ``index``: (its name, words read)."""
    for length in (2, 1):
        if index + length <= len(line):
            found = _materials().get(line.span(index, index + length))
            if found is not None:
                return found, length
    return None


def tinted_at(line: Line, index: int) -> tuple[str, str, int] | None:
    """ "dark wood", "light oak": the material's own colour changed, the material, words read."""
    at = index
    while line.at(at) in modifiers():
        at += 1
    found = material_at(line, at) if at > index else None
    if found is None:
        return None
    own = material_table()[found[0]].color
    color = parse_color([*line.words[index:at], own])
    return (color, found[0], at - index + found[1]) if color is not None else None


def material_color(material: str) -> str | None:
    """The colour a material has of its own."""
    row = material_table().get(material)
    return row.color if row else None


@cache
def color_word(color: str) -> str:
    """The plain word nearest to ``#rrggbb``, for replies."""
    table = color_table()
    return min(_BASIC, key=lambda w: color_distance(color, table[w]))


def color_distance(first: str, second: str) -> float:
    """How far two sRGB colours look apart, 0 to about 3 (weighted RGB, "redmean")."""
    a = [int(first[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    b = [int(second[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    mean = (a[0] + b[0]) / 2
    red, green, blue = ((x - y) ** 2 for x, y in zip(a, b, strict=True))
    return float(((2 + mean) * red + 4 * green + (3 - mean) * blue) ** 0.5)
