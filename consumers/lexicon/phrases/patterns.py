"""The patterns that words give a thing: striped, plaid, polka dot, floral, and their colours.

As with shapes, a recipe carries them in the words of its label. What does not belong here: how a
pattern is drawn, which is in ``consumers/greybox/surfaces``.
"""

from __future__ import annotations

import re
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
    "checkerboard": "checkered", "checker": "checkered", "checks": "checkered",
    "plaid": "plaid", "tartan": "plaid", "gingham": "plaid", "flannel": "plaid",
    "dotted": "dotted", "spotted": "dotted", "spotty": "dotted", "polka": "dotted",
    "dots": "dotted", "dot": "dotted", "spots": "dotted",
    "floral": "floral", "flowered": "floral", "flowery": "floral",
    "zigzag": "zigzag", "chevron": "zigzag", "herringbone": "zigzag",
    "camouflage": "camouflage", "camo": "camouflage",
    "starry": "starry", "leopard": "leopard", "cheetah": "leopard",
}  # fmt: skip
PATTERN_WORDS = frozenset(_WORDS)
_OTHERWISE = frozenset({"stripe", "dot", "dots", "spots", "checker", "leopard", "cheetah",
                        "flannel", "stripes", "starry", "checks"})  # fmt: skip
"""Words that also name things; alone in a label, or last in it, they say no pattern."""
_SAID_AS = {
    "striped": "striped", "checkered": "checkered", "plaid": "plaid", "dotted": "polka dot",
    "floral": "floral", "zigzag": "zigzag", "camouflage": "camouflage", "starry": "starry",
    "leopard": "leopard print",
}  # fmt: skip
_PATTERNED = re.compile(
    r"(?:(?:with|in|having) )?(?:(?:a|an|some) )?(?P<colors>(?:[a-z]+ ){0,4}?)(?:polka )?"
    rf"(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?P<kind> (?:pattern|print|"
    r"fabric|cloth|design|patterned|style|squares|lines))?(?= |$)"
)


def patterned_at(line: Line, index: int) -> tuple[str, str | None, int] | None:
    """A pattern said of a thing ("with blue stripes", "in plaid", "blue and white striped"): words
    for its label, the first colour said, and the index after it."""
    found = line.match(_PATTERNED, index)
    if found is None:
        return None
    match, stop = found
    between = [w for w in match["colors"].split() if w not in {"and", "of"}]
    colors = colors_in(" ".join(between))
    if between and not colors:
        return None
    name = _SAID_AS[_WORDS[match["word"]]]
    return " ".join([*between, name]), colors[0] if colors else None, stop


def without_pattern(label: str) -> str:
    """``label`` without the words of its pattern."""
    return " ".join(w for w in label.split() if w not in _WORDS and w != "print") or label


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
