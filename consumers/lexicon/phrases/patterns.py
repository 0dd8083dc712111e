"""The patterns that words give a thing: striped, plaid, polka dot, floral, and their colours.

As with shapes, a recipe carries them in the words of its label. What does not belong here: how a
pattern is drawn, which is in ``consumers/greybox/surfaces``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.tokens import Line

Pattern = Literal[
    "", "striped", "checkered", "plaid", "dotted", "floral", "zigzag", "camouflage", "starry",
    "leopard",
]  # fmt: skip

_WORDS: dict[str, Pattern] = {
    "striped": "striped", "stripy": "striped", "stripey": "striped", "stripes": "striped",
    "stripe": "striped", "pinstripe": "striped", "pinstriped": "striped",
    "checkered": "checkered", "chequered": "checkered", "checked": "checkered",
    "checkerboard": "checkered", "checker": "checkered",
    "plaid": "plaid", "tartan": "plaid", "gingham": "plaid", "flannel": "plaid",
    "dotted": "dotted", "spotted": "dotted", "spotty": "dotted", "polka": "dotted",
    "dots": "dotted", "dot": "dotted", "spots": "dotted",
    "floral": "floral", "flowered": "floral", "flowery": "floral",
    "zigzag": "zigzag", "chevron": "zigzag", "herringbone": "zigzag",
    "camouflage": "camouflage", "camo": "camouflage",
    "starry": "starry", "leopard": "leopard", "cheetah": "leopard",
}  # fmt: skip
_OTHERWISE = frozenset({"stripe", "dot", "dots", "spots", "checker", "leopard", "cheetah",
                        "flannel", "stripes", "starry"})  # fmt: skip
"""Words that also name things; alone in a label, or last in it, they say no pattern."""


@lru_cache(maxsize=4096)
def pattern_in(label: str) -> Pattern:
    """The pattern that the words of ``label`` say; "" when they say none."""
    words = label.split()
    for at, word in enumerate(words):
        said = _WORDS.get(word)
        head = at == len(words) - 1 and "with" not in words
        if said and not (word in _OTHERWISE and head):
            return said
    return ""


@lru_cache(maxsize=4096)
def colors_in(label: str) -> tuple[str, ...]:
    """The colours that the words of ``label`` say, sRGB, each once, in order."""
    line = Line(tuple(label.split()))
    found: list[str] = []
    at = 0
    while at < len(line):
        color = color_at(line, at)
        if color is not None and color[0] not in found:
            found.append(color[0])
        at += color[1] if color is not None else 1
    return tuple(found)
