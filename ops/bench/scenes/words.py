"""How the checker reads names and looks: nouns by their last words, colours by hue, materials.

Nothing of the engines' grammar is used: a name is what a person reads on the screen.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping, Sequence


def several(text: str) -> tuple[str, ...]:
    """The words of ``text``: how this folder writes long lists of them."""
    return tuple(text.split())


COLORS = frozenset(
    several(
        "red orange yellow green blue purple pink brown black white grey gray gold golden silver "
        "bronze"
    )
)
MATERIALS: Mapping[str, frozenset[str]] = {
    "wooden": frozenset(["wood", "oak", "pine", "walnut", "mahogany", "bamboo"]),
    "metal": frozenset(several("metal steel iron copper bronze brass chrome aluminum silver")),
    "glass": frozenset(["glass", "crystal"]),
    "stone": frozenset(["stone", "marble", "granite", "brick", "concrete"]),
    "marble": frozenset(["marble"]),
    "leather": frozenset(["leather"]),
    "bamboo": frozenset(["bamboo", "wood", "wicker"]),
    "paper": frozenset(["paper", "cardboard"]),
    "bronze": frozenset(["bronze", "copper", "brass"]),
    "gold": frozenset(["gold", "brass"]),
    "golden": frozenset(["gold", "brass"]),
    "silver": frozenset(["silver", "chrome", "steel", "aluminum"]),
}
"""Adjectives of the lists, and the materials that a person would call so."""
SAME = {"wood": "wooden"}
SIZE_WORDS = frozenset(
    several(
        "tiny little small mini miniature toy big large huge giant enormous tall long wide short "
        "low high model bigger smaller"
    )
)
"""Words that excuse a thing from its class's usual size."""
_CUT = frozenset(["of", "with", "for", "full"])


def tokens(text: str) -> tuple[str, ...]:
    """The words of a name, small, without numbers at the end ("chair 2")."""
    found = re.findall(r"[a-z']+|\d+", text.lower())
    while found and found[-1].isdigit():
        found.pop()
    return tuple(w.removesuffix("'s").replace("'", "") for w in found)


def head(words: Sequence[str]) -> tuple[str, ...]:
    """The words up to what a thing consists of: "bowl" of "bowl of fruit"."""
    for n, word in enumerate(words):
        if n and word in _CUT:
            return tuple(words[:n])
    return tuple(words)


def ends_with(name: str, noun: str) -> bool:
    """Whether a thing of that ``name`` is a ``noun``: a "red office chair 2" is a "chair".

    "Toy blocks" are a toy block as well: what counts is how many of them there are."""
    have, want = (tuple(w.removesuffix("s") for w in tokens(text)) for text in (name, noun))
    return have == want or (bool(want) and head(have)[-len(head(want)) :] == head(want))


def split_looks(phrase: str) -> tuple[tuple[str, ...], str]:
    """Colours and materials before a noun, and the noun: ("red",), "sofa"."""
    words = phrase.split()
    looks = []
    while len(words) > 1 and (SAME.get(words[0], words[0]) in MATERIALS or words[0] in COLORS):
        looks.append(SAME.get(words[0], words[0]))
        words.pop(0)
    return tuple(looks), " ".join(words)


def is_look(word: str) -> bool:
    """Whether ``word`` is a colour or a material of the lists."""
    return SAME.get(word, word) in MATERIALS or word in COLORS


def looks(look: str, *, color: str | None, material: str | None, name: str) -> bool:
    """Whether a thing of ``color`` (hex) and ``material`` would be called ``look``.

    A material that is not told (the kind's own) is taken at its name's word; a colour never is.
    """
    look = SAME.get(look, look)
    if look in COLORS and color is not None and is_color(color, look):
        return True
    if look not in MATERIALS:
        return False
    if material is None:
        return bool({look, "wood" if look == "wooden" else look} & set(tokens(name)))
    return material in MATERIALS[look]


def is_color(hexa: str, word: str) -> bool:
    """Whether people would call ``hexa`` (sRGB) by ``word``; neighbours overlap."""
    red, green, blue = (int(hexa[n : n + 2], 16) / 255 for n in (1, 3, 5))
    turn, strength, value = colorsys.rgb_to_hsv(red, green, blue)
    hue = turn * 360
    vivid = strength > 0.25 and value > 0.2
    match word:
        case "black":
            return value < 0.28
        case "white":
            return strength < 0.18 and value > 0.82
        case "grey" | "gray":
            return strength < 0.22 and 0.2 < value < 0.9
        case "silver":
            return strength < 0.22 and value > 0.5
        case "brown" | "bronze":
            return 5 <= hue <= 48 and value < 0.82 and strength > 0.2
        case "gold" | "golden":
            return 33 <= hue <= 62 and vivid
        case "pink":
            return (hue >= 290 or hue <= 20) and value > 0.65 and 0.08 < strength < 0.85
    low, high = _HUES[word]
    return vivid and (low <= hue <= high or low <= hue - 360 <= high)


_HUES = {
    "red": (-18.0, 16.0),
    "orange": (10.0, 45.0),
    "yellow": (40.0, 70.0),
    "green": (65.0, 175.0),
    "blue": (165.0, 262.0),
    "purple": (250.0, 325.0),
}
