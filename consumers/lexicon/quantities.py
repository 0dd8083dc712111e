"""How many: digits, number words, "a dozen", "a couple of", "several".

What does not belong here: sizes and distances, which are in ``measures``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from consumers.lexicon.tokens import Line

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "last": -1,
}  # fmt: skip
_NUMERAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
SEVERAL = 3
"""What "several", "a few" and a bare plural come to."""

_VAGUE: tuple[tuple[str, int], ...] = (
    (r"half a dozen", 6),
    (r"(?:two|a couple of|a couple|couple of) dozens?", 24),
    (r"(?:a|one) dozen|dozens?", 12),
    (r"a hundred|hundreds", 100),
    (r"a thousand|thousands", 1000),
    (r"(?:a |the )?couple", 2),
    (r"(?:a |one |the )?(?:matching |identical )?pair", 2),
    (r"(?:a |the )?trio", 3),
    (r"several|(?:a |the |just a |quite a )?few|(?:a )?handful|some of|various|a number", SEVERAL),
    (r"(?:a )?bunch", SEVERAL),
    (r"(?:a )?lot|lots|(?:a )?plenty|many|loads|tons|numerous|countless|plenty", 5),
)
_PATTERNS = [(re.compile(rf"(?:{text})(?: of)?(?= )"), count) for text, count in _VAGUE]


@dataclass(frozen=True, slots=True)
class Quantity:
    """``count`` things, said in ``length`` words; ``exact`` when a number was named."""

    count: int
    length: int
    exact: bool = True


def quantity(line: Line, index: int) -> Quantity | None:
    """The quantity that begins at word ``index``; "a" and "an" alone are no quantity."""
    for pattern, count in _PATTERNS:
        found = line.match(pattern, index)
        if found is not None:
            return Quantity(count, found[1] - index, exact=count not in (SEVERAL, 5))
    return _number(line, index)


def number_value(word: str) -> float | None:
    """The value of one number word or numeral."""
    if _NUMERAL.fullmatch(word):
        return float(word[:12])
    if word in UNITS:
        return float(UNITS[word])
    return float(TENS[word]) if word in TENS else None


def _number(line: Line, index: int) -> Quantity | None:
    word = line.at(index)
    if word.isascii() and word.isdigit():
        return Quantity(int(word[:6]), 1)
    if word in UNITS:
        if line.at(index + 1) == "hundred":
            return Quantity(UNITS[word] * 100, 2)
        return Quantity(UNITS[word], 1)
    if word in TENS:
        unit = UNITS.get(line.at(index + 1), 0)
        return Quantity(TENS[word] + unit, 2) if 0 < unit < 10 else Quantity(TENS[word], 1)
    return None
