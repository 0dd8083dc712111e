"""The outlines that words give a thing: round, oval, square, hexagonal, heart-shaped, L-shaped.

One table serves understanding (a square table has equal sides) and the greybox models, which find
the shape in the words of a recipe. What does not belong here: how a shape is drawn, which is in
``consumers/greybox/families/shaped``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from consumers.lexicon.words.nouns import Noun

Shape = Literal[
    "", "round", "oval", "square", "rectangular", "triangular", "pentagonal", "hexagonal",
    "octagonal", "half-round", "heart", "star", "L", "U",
]  # fmt: skip

_WORDS: dict[str, Shape] = {
    "round": "round", "circular": "round", "circle": "round", "disc": "round", "disk": "round",
    "oval": "oval", "elliptical": "oval", "ellipse": "oval", "egg": "oval", "oblong": "oval",
    "kidney": "oval", "square": "square", "rectangular": "rectangular",
    "rectangle": "rectangular", "triangular": "triangular", "triangle": "triangular",
    "pentagonal": "pentagonal", "pentagon": "pentagonal", "hexagonal": "hexagonal",
    "hexagon": "hexagonal", "octagonal": "octagonal", "octagon": "octagonal",
    "semicircular": "half-round", "semicircle": "half-round", "crescent": "half-round",
    "heart": "heart", "star": "star", "l": "L", "corner": "L", "sectional": "L", "u": "U",
    "horseshoe": "U",
}  # fmt: skip
SHAPES = frozenset({
    "round", "circular", "oval", "elliptical", "oblong", "square", "rectangular", "triangular",
    "pentagonal", "hexagonal", "octagonal", "semicircular",
})  # fmt: skip
"""Adjectives; the other words are shapes only before "shaped" or in "the shape of a ..."."""
_EVEN = frozenset({
    "round", "square", "triangular", "pentagonal", "hexagonal", "octagonal", "heart", "star",
})  # fmt: skip
_CORNERED = frozenset({"sofa", "desk", "table", "kitchen island", "bench", "coffee table"})


@lru_cache(maxsize=4096)
def shape_in(label: str, noun: str = "") -> Shape:
    """The shape that the words of ``label`` say; "" when they say none.

    ``noun``: a corner sofa is L-shaped, a corner table is not.
    """
    words = label.split()
    for at, word in enumerate(words):
        following = words[at + 1 : at + 2]
        shaped = following == ["shaped"] or words[max(0, at - 5) : at][:1] == ["shaped"]
        of_it = "shape" in words[:at] or "form" in words[:at] or "shaped" in words[:at]
        if word in _WORDS and (word in SHAPES or shaped or of_it):
            return _WORDS[word]
    if {"corner", "sectional"} & set(words) and noun in {"sofa", "desk"}:
        return "L"
    return ""


def shaped_size(
    size: tuple[float, float, float], shape: Shape, row: Noun | None
) -> tuple[float, float, float]:
    """The usual size in metres of a thing of that shape whose usual size is ``size``.

    An even shape keeps the area of the face it is seen from; an L or U needs room for its arms.
    """
    w, h, d = size
    if shape in {"L", "U"} and row is not None and row.name in _CORNERED:
        return (w * (1.35 if shape == "L" else 1.6), h, d * 1.9)
    if shape in _EVEN:
        if row is not None and row.placement == "wall":
            side = round((w * h) ** 0.5, 4)
            return (side, side, d)
        side = round((w * d) ** 0.5, 4)
        return (side, h, side)
    return size
