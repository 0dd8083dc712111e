"""How words sound, for slips that a dictionary of letters does not tell: "chare" is a chair.

What belongs here: a key of consonants and the distance of two spellings. What does not: which words
are known, which is in ``sentences/mending``.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SPELT = (
    ("sch", "sk"), ("ch", "C"), ("sh", "S"), ("th", "T"), ("ck", "k"), ("ph", "f"), ("gh", "g"),
    ("wh", "w"), ("kn", "n"), ("wr", "r"), ("qu", "kw"), ("x", "ks"), ("v", "f"), ("z", "s"),
)  # fmt: skip
"""Spellings of one sound, in order."""
_SOFT = re.compile(r"c(?=[eiy])")
_TWICE = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("", "", "aeiouyh")


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """The consonants that ``word`` is heard by: "chair" and "chare" are both "Cr"."""
    heard = _SOFT.sub("s", word)
    for spelt, plain in _SPELT:
        heard = heard.replace(spelt, plain)
    heard = heard.replace("c", "k")
    return heard[:1] + _TWICE.sub(r"\1", heard[1:].translate(_VOWELS))


def distance(first: str, second: str) -> int:
    """Letters lost, added, mistaken or swapped with the next between two spellings."""
    rows = [list(range(len(second) + 1))]
    for i, one in enumerate(first, 1):
        row = [i]
        for j, other in enumerate(second, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (one != other))
            if i > 1 and j > 1 and (one, first[i - 2]) == (second[j - 2], other):
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
