"""How large and how far: "2 m wide", "50 cm tall", "5 by 4 m", "big", "twice as big".

Lengths come out in metres. What does not belong here: counts, which are in ``quantities``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from consumers.lexicon.words.plurals import is_plural
from consumers.lexicon.words.quantities import TENS, UNITS, number_at, number_value
from consumers.lexicon.words.tokens import Line
from consumers.lexicon.words.wordclasses import CONJUNCTIONS, COPULA, HAVING, PREPOSITIONS, VERBS

METRES = {
    "m": 1.0, "meter": 1.0, "meters": 1.0, "metre": 1.0, "metres": 1.0, "mtr": 1.0, "mtrs": 1.0,
    "cm": 0.01, "cms": 0.01, "centimeter": 0.01, "centimeters": 0.01, "centimetre": 0.01,
    "centimetres": 0.01, "mm": 0.001, "millimeter": 0.001, "millimeters": 0.001,
    "millimetre": 0.001, "millimetres": 0.001, "km": 1000.0, "kilometer": 1000.0,
    "kilometers": 1000.0, "kilometre": 1000.0, "kilometres": 1000.0,
    "ft": 0.3048, "foot": 0.3048, "feet": 0.3048, "inch": 0.0254, "inches": 0.0254,
    "yard": 0.9144, "yards": 0.9144, "yd": 0.9144, "yds": 0.9144,
}  # fmt: skip

SIZE_WORDS = {
    "tiny": 0.45, "minuscule": 0.35, "microscopic": 0.3, "miniature": 0.3, "mini": 0.5,
    "little": 0.7, "small": 0.7, "smaller": 0.7, "smallish": 0.8, "compact": 0.8, "petite": 0.7,
    "big": 1.35, "bigger": 1.35, "large": 1.35, "larger": 1.35, "oversized": 1.6, "sizable": 1.3,
    "huge": 1.8, "enormous": 2.0, "giant": 2.2, "gigantic": 2.4, "massive": 2.0, "immense": 2.0,
    "colossal": 2.6, "towering": 2.0, "monumental": 2.2, "spacious": 1.25, "grand": 1.4,
    "vast": 1.8, "cramped": 0.7, "roomy": 1.25, "teeny": 0.4, "wee": 0.6, "mammoth": 2.2,
    "humongous": 2.4, "ginormous": 2.4, "jumbo": 1.7, "hefty": 1.3, "dainty": 0.7, "chunky": 1.2,
    "bulky": 1.25, "supersized": 1.8, "undersized": 0.6, "mega": 2.0, "modest": 0.85,
}  # fmt: skip
TELLING = (0.5, 1.75)
"""Factors beyond which a word says more of a small or living thing; see ``recipes_of``."""
TOY_WORDS = {"toy": 0.06, "model": 0.08, "lego": 0.06, "figurine": 0.08}
"""Factors for a toy of something large; see ``Extent.fitted``."""

STRETCH_WORDS: dict[str, tuple[float, float, float]] = {
    "tall": (1.0, 1.35, 1.0), "high": (1.0, 1.35, 1.0), "low": (1.0, 0.65, 1.0),
    "short": (1.0, 0.75, 1.0), "wide": (1.35, 1.0, 1.0), "broad": (1.35, 1.0, 1.0),
    "long": (1.4, 1.0, 1.0), "narrow": (0.65, 1.0, 1.0), "slim": (0.75, 1.0, 0.75),
    "thin": (0.7, 1.0, 0.7), "skinny": (0.7, 1.0, 0.7), "thick": (1.3, 1.0, 1.3),
    "fat": (1.35, 1.0, 1.35), "deep": (1.0, 1.0, 1.3), "slender": (0.7, 1.0, 0.7),
}  # fmt: skip

_AXES = {
    "wide": "width", "width": "width", "across": "width", "broad": "width", "breadth": "width",
    "tall": "height", "high": "height", "height": "height", "thick": "thick",
    "thickness": "thick", "deep": "depth", "depth": "depth", "long": "length",
    "length": "length", "diameter": "diameter", "side": "diameter", "square": "diameter",
    "size": None,
}  # fmt: skip
_AXIS = (
    "wide|width|across|broad|breadth|tall|high|height|deep|depth|long|length|diameter|thickness"
    "|thick"
)
_UNIT = "|".join(sorted(METRES, key=len, reverse=True))
_WORDS = "|".join([*TENS, *UNITS])
_NUM = (
    rf"(\d+(?:\.\d+)?|half|(?:(?:a|one|two|three|four|five|six|seven|eight|nine) hundred"
    rf"(?: and)?(?: (?:{'|'.join(TENS)}))?(?: (?:{'|'.join(UNITS)}))?)"
    rf"|(?:{'|'.join(TENS)}) (?:one|two|three|four|five|six|seven|eight|nine)|{_WORDS}|an?"
    r"|a couple of|a few)"
)
_AREA = re.compile(
    rf"{_NUM} (?:({_UNIT}) )?(?:by|x|times) {_NUM}(?: ({_UNIT}))?(?: (?:by|x|times) {_NUM}"
    rf"(?: ({_UNIT}))?)?(?= |$)"
)
_BARE_AREA = re.compile(rf"{_NUM} (?:by|x) {_NUM}(?: (?:by|x) {_NUM})?(?= |$)")
_ABOUT = (
    r"(?:about |around |roughly |approximately |approx |exactly |nearly |almost |at least "
    r"|at most |over |under |only |just |up to |some )?"
)
_LENGTH = re.compile(
    rf"{_ABOUT}(?:{_NUM} (?:to|or) )?{_NUM}( and a half| and a quarter)?(?: an?)?"
    rf" (?:(?:square )({_UNIT})|({_UNIT}))( and a half)?"
    rf"(?:(?: and)? (\d{{1,2}})(?: (cm|centimet(?:er|re)s?|inch|inches)|(?= (?:{_AXIS})(?: |$))))?"
    rf"(?:(?: in)?(?: total| overall)? ({_AXIS})"
    r"|( a side| on (?:a|each|every) side| per side| square))?"
    r"(?= |$)"
)
_UNITLESS = re.compile(rf"{_NUM} ({_AXIS})(?= |$)")
_MORE = re.compile(r"(?:, and|,|and|by|x|with a) ")
_AFTER_MEASURE = PREPOSITIONS | CONJUNCTIONS | HAVING | COPULA | VERBS
"""Words that may follow a measure that stands after what it measures."""
_TIMES = {"twice": 2.0, "double": 2.0, "triple": 3.0, "thrice": 3.0, "half": 0.5}
_SHARES = {
    "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "a quarter": 0.25,
    "one quarter": 0.25, "three quarters": 0.75, "a fifth": 0.2, "a tenth": 0.1,
    "one and a half times": 1.5,
}  # fmt: skip
_SHARE = re.compile(rf"({'|'.join(_SHARES)})(?= (?:as|of (?:the|its|their)|its|the|their) )")


@dataclass(frozen=True, slots=True)
class Extent:
    """What words say of a size: metres by axis where measured, else factors on the usual size.

    ``factor``: all that was said, of which ``telling`` is the share that one word like "giant" or
    "tiny" gave: how much that is depends on the kind of thing, which "twice as big" does not.
    ``length``: along the longer level side, or along whichever side is the longest where no word
    said which (``unnamed``: "a 2 m lamp"). ``longest``: of the longest side, the others following.
    ``thick``: of the shortest side. ``area``: width and depth were said as "2 by 3 m".
    """

    factor: float = 1.0
    telling: float = 1.0
    stretch: tuple[float, float, float] = (1.0, 1.0, 1.0)
    width: float | None = None
    height: float | None = None
    depth: float | None = None
    length: float | None = None
    longest: float | None = None
    unnamed: bool = False
    thick: float | None = None
    area: bool = False

    @property
    def said(self) -> bool:
        """Whether the words said anything of the size at all."""
        return self != UNSAID

    def fitted(
        self, usual: tuple[float, float, float], *, solid: bool = False
    ) -> tuple[float, float, float]:
        """The size in metres of a thing whose usual size is ``usual`` (w, h, d).

        One measured axis scales the others along when ``solid`` (a statue, a tree) and leaves
        them be otherwise (a table only grows wider).
        """
        sides = [u * s * self.factor for u, s in zip(usual, self.stretch, strict=True)]
        if self.longest is not None:
            sides = [side * self.longest / max(sides) for side in sides]
        measured = [self.width, self.height, self.depth]
        if self.length is not None:
            longest = 0 if self.depth is not None or sides[0] >= sides[2] else 2
            longest = 1 if self.unnamed and sides[1] > sides[longest] else longest
            measured[longest] = measured[longest] or self.length
        if self.thick is not None:
            thin = sides.index(min(sides))
            measured[thin] = measured[thin] or self.thick
        given = [m / s for m, s in zip(measured, sides, strict=True) if m is not None]
        along = given[0] if solid and len(given) == 1 else 1.0
        whole = [s * along if m is None else m for s, m in zip(sides, measured, strict=True)]
        w, h, d = (min(500.0, max(0.005, value)) for value in whole)
        return (round(w, 4), round(h, 4), round(d, 4))

    def with_axis(self, axis: str, metres: float) -> Extent:
        """This extent with one more measurement."""
        if axis == "diameter":
            return replace(self, width=metres, depth=metres)
        return replace(self, **{axis: metres})  # type: ignore[arg-type]

    def with_axes(self, measured: Iterable[tuple[str | None, float]]) -> Extent:
        """This extent with further measurements; one without an axis is the length."""
        extent = self
        for axis, metres in measured:
            extent = extent.with_axis(axis or "length", metres)
            extent = replace(extent, unnamed=extent.unnamed or axis is None)
        return extent

    def with_sides(self, sides: Sequence[float]) -> Extent:
        """This extent with a footprint ("2 by 3 m") and, as the third, a height."""
        extent = replace(self, width=sides[0], depth=sides[1], area=True)
        return extent.with_axis("height", sides[2]) if len(sides) > 2 else extent

    def by_word(self, factor: float) -> Extent:
        """This extent with a size word's factor ("big", "tiny")."""
        says_more = factor <= TELLING[0] or factor >= TELLING[1]
        return replace(
            self,
            factor=self.factor * factor,
            telling=self.telling * (factor if says_more else 1.0),
        )


UNSAID = Extent()
"""The extent of which nothing was said."""


def length_at(line: Line, index: int) -> tuple[float, str | None, int] | None:
    """A measured length at ``index``: (metres, axis word or None, words read)."""
    found = line.match(_LENGTH, index)
    if found is None:
        return None
    low, number, more, square, unit, half, small, small_unit, axis, side = found[0].groups()
    metre = METRES[unit or square]
    value = _value(number) if low is None else (_value(low) + _value(number)) / 2
    metres = metre * (value + (0.25 if more and "quarter" in more else 0.5 if more or half else 0))
    if small:
        metres += float(small) * (METRES[small_unit] if small_unit else _SMALLER[metre == 1.0])
    if square:
        return metres**0.5, "square", found[1] - index
    return metres, "diameter" if side else _AXES.get(axis or ""), found[1] - index


_SMALLER = {True: 0.01, False: 0.0254}
"""Metres of the unit that follows unsaid: "1 m 80" in centimetres, "6 feet 2" in inches."""


def measures_at(line: Line, index: int) -> tuple[tuple[tuple[str | None, float], ...], int] | None:
    """Measures in a row at ``index``, "6 m wide and 4 deep": (axis, metres) of each, words read.

    A measure without a unit has the one said before it.
    """
    first = length_at(line, index)
    if first is None or first[1] == "square":
        return None
    found: list[tuple[str | None, float]] = [(first[1], first[0])]
    at = index + first[2]
    while found[-1][0] is not None:
        join = line.match(_MORE, at)
        start = join[1] if join else at
        following = length_at(line, start)
        bare = line.match(_UNITLESS, start) if following is None else None
        if bare is not None and any(is_plural(line.at(i)) for i in range(bare[1], bare[1] + 3)):
            bare = None  # "a metre wide and two high chairs"
        if (
            join
            and "with" in join[0].group()
            and _goes_on(line, start + (following or (0, "", 0))[2])
        ):
            break  # "a room 2.4 m high with a 6 m tall tree": the tree's
        if following is not None and following[1] not in {None, "square"}:
            found.append((following[1], following[0]))
            at = start + following[2]
        elif bare is not None:
            unit = 1.0 if _unit_before(line, at) is None else METRES[_unit_before(line, at) or "m"]
            found.append((_AXES[bare[0].group(2)], _value(bare[0].group(1)) * unit))
            at = bare[1]
        else:
            break
    return tuple(found), at - index


def _goes_on(line: Line, at: int) -> bool:
    """Whether what was measured is still to be named: "(a 6 m tall) tree"."""
    word = line.at(at)
    return word.isalpha() and word not in _AFTER_MEASURE


def _unit_before(line: Line, at: int) -> str | None:
    """The unit said last before ``at``, within one measure's reach."""
    return next((line.at(i) for i in range(at - 1, max(-1, at - 8), -1) if line.at(i) in METRES),
                None)  # fmt: skip


def area_at(line: Line, index: int, *, bare: bool = False) -> tuple[tuple[float, ...], int] | None:
    """ "5 by 4 m" at ``index``: metres (x, z[, y]) and words read; ``bare`` allows no unit."""
    found = line.match(_AREA, index)
    units = [found[0].group(i) for i in (2, 4, 6)] if found is not None else []
    if found is not None and any(units):
        last = METRES[units[2] or units[1] or units[0]]
        sides = [
            _value(number) * METRES.get(unit or "", last)
            for number, unit in zip((found[0].group(i) for i in (1, 3, 5)), units, strict=True)
            if number
        ]
        return tuple(sides), found[1] - index
    found = line.match(_BARE_AREA, index) if bare else None
    if found is None or not found[0].group()[0].isdigit():
        return None
    return tuple(_value(g) for g in found[0].groups() if g), found[1] - index


def times_at(line: Line, index: int) -> tuple[float, int] | None:
    """ "twice", "three times", "half", "2 x" at ``index``: (factor, words read)."""
    word = line.at(index)
    if word in _TIMES:
        return _TIMES[word], 1
    share = line.match(_SHARE, index)
    if share is not None:
        return _SHARES[share[0].group()], share[1] - index
    value = number_value(word)
    if value and line.at(index + 1) in {"times", "x"}:
        return value, 2
    return None


def _value(number: str) -> float:
    if number in {"a", "an"}:
        return 1.0
    if number in {"half", "a couple of", "a few"}:
        return {"half": 0.5, "a couple of": 2.0, "a few": 3.0}[number]
    exact = number_value(number)
    if exact is not None:
        return exact
    words = Line(tuple(number.split()))
    counted = number_at(words, 1 if words.at(0) == "a" else 0)
    return float(counted[0]) if counted else 0.0
