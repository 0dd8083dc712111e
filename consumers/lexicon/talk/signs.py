"""Emoji: what they show as words where they stand for a word, and the reply where there are none.

What belongs here: signs of Unicode by their names. What does not: what the words mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from consumers.lexicon.edits.items import listed, with_article
from consumers.lexicon.words.gazetteer import named
from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.plurals import plural
from consumers.lexicon.words.tokens import Line

NO_WORDS = "I read words, not signs. Say for example: a living room with a red sofa."
_MOST_KINDS = 6
_MOST_SIGNS = 40
_NO_THINGS = frozenset(
    {"sign", "face", "hand", "person", "heart", "symbol", "button", "eye", "mark"}
)
"""What the names of signs say of signs."""
_SHAPES = frozenset({"circle", "square", "diamond"})
"""Signs that are there for their colour: a red circle."""
_JOINED = re.compile(r"[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]")
"""Marks that choose how the sign before them is drawn."""
_WANTS_WORD = re.compile(
    r"(?:\b(?:the|an?|my|some|one|two|three|four|five|six|\d+|it|them|to|with|of|on|and|all|every"
    r"|remove|add|delete|move)|[+,]|^)\s*$",
    re.IGNORECASE,
)
"""What comes before a sign that stands for a word; after a noun it only repeats it."""


def about_signs(text: str) -> str | None:
    """The reply to a text of emoji alone, with what they may mean; None where there are words."""
    signs = [c for c in text[:200] if unicodedata.category(c) == "So"]
    if not signs:
        return None
    counts = Counter(found for sign in signs if (found := _pictured(sign)))
    if not counts:
        return NO_WORDS
    kinds = counts.most_common(_MOST_KINDS)
    wished = [with_article(k) if n == 1 else f"{n} {plural(k)}" for k, n in kinds]
    return f"I read words, not signs. If you mean {listed(wished)}, say it in words."


def signs_read(text: str) -> str:
    """``text`` with the emoji that stand for a word as that word: "remove the [television]"; the
    others, which only colour what is said, are left as they are."""
    if text.isascii() or not any(c.isalpha() for c in text):
        return text
    told = ""
    many = 0
    for sign in _JOINED.sub("", text):
        is_sign = unicodedata.category(sign) == "So" and many < _MOST_SIGNS
        many += is_sign
        wanted = is_sign and (_is_shape(sign) or _WANTS_WORD.search(told[-24:]))
        word = _word(sign) if wanted else ""
        told += f" {word} " if word else sign
    return told if many else text


def _word(sign: str) -> str:
    """The thing or the colour that an emoji shows; "" for a face or a gesture."""
    if _is_shape(sign):
        words = unicodedata.name(sign, "").lower().split()
        return next((w for w in words if color_at(Line((w,)), 0) is not None), "")
    return _pictured(sign)


def _is_shape(sign: str) -> bool:
    return unicodedata.name(sign, "").lower().rpartition(" ")[2] in _SHAPES


def _pictured(sign: str) -> str:
    """The thing that an emoji shows, by the words of its Unicode name."""
    words = unicodedata.name(sign, "").lower().split()
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            found = named(" ".join(words[start : start + length]))
            if found is not None and found.noun and found.name not in _NO_THINGS:
                return found.name
    return ""
