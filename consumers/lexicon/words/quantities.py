"""How many: digits, number words, "a dozen", "a couple of", "at least three", "five or six".

What does not belong here: sizes and distances, which are in ``measures``; groups of things
("four rows of five"), which are in ``determiners``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

from consumers.lexicon.words.tokens import Line

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "last": -1,
}  # fmt: skip
_NUMERAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
SEVERAL = 3
"""What "several", "a few" and a bare plural come to."""

MOST = 1_000_000
"""The largest count that is told apart; a scene holds far fewer."""

_VAGUE: tuple[tuple[str, int], ...] = (
    (r"half a dozen|a half dozen", 6),
    (r"(?:a couple of|a couple|couple of) dozens?", 24),
    (r"a baker's dozen|a baker 's dozen", 13),
    (r"dozens", 24),
    (r"(?:a |one )?dozen", 12),
    (r"hundreds", 100),
    (r"thousands", 1000),
    (r"millions|billions", MOST),
    (r"(?:a |the |another )?couple", 2),
    (r"(?:a |one |the |another )?(?:matching |identical )?pair", 2),
    (r"(?:a |the )?trio", 3),
    (r"(?:a |the )?(?:quartet|foursome)", 4),
    (r"several|(?:a |the |just a |quite a )?few|(?:a )?(?:small )?handful|some of|various"
     r"|a (?:small )?number|multiple", SEVERAL),
    (r"(?:a )?bunch", SEVERAL),
    (r"(?:a )?(?:whole )?lot|lots(?: and lots)?|(?:a )?plenty|many|loads|tons|numerous|countless"
     r"|a (?:large|great|good|huge|big) number|heaps|innumerable", 5),
)  # fmt: skip
_PATTERNS = [(re.compile(rf"(?:{text})(?: of)?(?= )"), count) for text, count in _VAGUE]
_ANY_VAGUE = re.compile(rf"(?:{'|'.join(text for text, _ in _VAGUE)})(?: of)?(?= )")
_ABOUT = re.compile(
    r"(?:(?:at )?(?:least|most)|no (?:fewer|less|more) than|(?:more|fewer|less) than|up to"
    r"|as many as|roughly|approximately|approx|nearly|almost|exactly|precisely|just|only|some"
    r"|over|under|around|about|close to|a total of|an? (?:minimum|maximum) of|between)(?= )"
)
"""Words before a number that leave it what it is. Those that may also begin a place ("around two
tables") come here only where no place was read."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """``count`` things, said in ``length`` words; ``exact`` when a number was named."""

    count: int
    length: int
    exact: bool = True


def quantity(line: Line, index: int) -> Quantity | None:
    """The quantity that begins at word ``index``; "a" and "an" alone are no quantity."""
    about = line.match(_ABOUT, index)
    if about is not None:
        found = _ranged(line, about[1], between=line.at(index) == "between")
        return (
            Quantity(found.count, about[1] - index + found.length, exact=False) if found else None
        )
    if line.at(index) in {"a", "an"} and line.at(index + 1) in SCALES:
        found = _ranged(line, index + 1)
        return Quantity(found.count, found.length + 1) if found else None
    for pattern, count in _PATTERNS if line.match(_ANY_VAGUE, index) else ():
        vague = line.match(pattern, index)
        if vague is not None:
            length = _or_so(line, vague[1]) - index
            return Quantity(count, length, exact=count not in (SEVERAL, 5))
    return _ranged(line, index)


def number_value(word: str) -> float | None:
    """The value of one number word or numeral."""
    if _NUMERAL.fullmatch(word):
        return float(word[:12])
    if word in UNITS:
        return float(UNITS[word])
    return float(TENS[word]) if word in TENS else None


def number_at(line: Line, index: int) -> tuple[int, int] | None:
    """A whole number in digits or words ("two hundred and fifty"): its value and words read."""
    word = line.at(index)
    at = index
    total = group = 0
    while True:
        word = line.at(at)
        if word in SCALES and (at == index or group or total):
            scaled = max(1, group) * SCALES[word]
            group, total = (scaled, total) if word == "hundred" else (0, total + scaled)
        elif word.isascii() and word.isdigit() and at == index:
            group = int(word[:9])
        elif word in TENS and group % 100 == 0 and not _digits(line, index, at):
            group += TENS[word]
        elif word in UNITS and _fits(UNITS[word], group) and not _digits(line, index, at):
            group += UNITS[word]
        elif word == "and" and line.at(at - 1) in SCALES and _small(line.at(at + 1)):
            pass
        else:
            break
        at += 1
    return (min(MOST, total + group), at - index) if at > index else None


def _small(word: str) -> bool:
    return word in UNITS or word in TENS


def _digits(line: Line, index: int, at: int) -> bool:
    """Whether the number that began at ``index`` is in digits and has no scale yet ("3 two")."""
    return at > index and line.at(at - 1).isdigit()


def _fits(unit: int, group: int) -> bool:
    """Whether a unit can follow what was read: "twenty five", "hundred two", but no "two two"."""
    return group == 0 or (group % 10 == 0 and 0 < unit < (10 if group % 100 else 20))


def _ranged(line: Line, index: int, *, between: bool = False) -> Quantity | None:
    """A number, or the middle of two: "five or six", "3 to 5", "between 3 and 5", "two dozen"."""
    first = number_at(line, index)
    if first is None:
        return None
    value, length = first
    joins = {"or", "to", "and"} if between else {"or", "to"}
    exact = True
    if line.at(index + length) in joins:
        second = number_at(line, index + length + 1)
        if second is not None and second[0] > value:
            value, length = ceil((value + second[0]) / 2), length + 1 + second[1]
            exact = False
    if line.at(index + length) in {"dozen", "score"}:
        value *= 12 if line.at(index + length) == "dozen" else 20
        length += 1 + (line.at(index + length + 1) == "of")
    elif line.at(index + length) == "odd":
        length += 1
    return Quantity(value, _or_so(line, index + length) - index, exact=exact)


def _or_so(line: Line, at: int) -> int:
    """The index after "or so", "or more" at ``at``."""
    so = line.at(at) == "or" and line.at(at + 1) in {"so", "more", "less", "fewer"}
    return at + 2 if so else at
