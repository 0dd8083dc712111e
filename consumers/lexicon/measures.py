"""How large and how far: "2 m wide", "50 cm tall", "5 by 4 m", "big", "twice as big".

Lengths come out in metres. What does not belong here: counts, which are in ``quantities``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from consumers.lexicon.quantities import number_value
from consumers.lexicon.tokens import Line

METRES = {
    "m": 1.0, "meter": 1.0, "meters": 1.0, "metre": 1.0, "metres": 1.0,
    "cm": 0.01, "centimeter": 0.01, "centimeters": 0.01, "centimetre": 0.01, "centimetres": 0.01,
    "mm": 0.001, "millimeter": 0.001, "millimeters": 0.001,
    "km": 1000.0, "ft": 0.3048, "foot": 0.3048, "feet": 0.3048,
    "inch": 0.0254, "inches": 0.0254, "yard": 0.9144, "yards": 0.9144,
}  # fmt: skip

SIZE_WORDS = {
    "tiny": 0.45, "minuscule": 0.35, "microscopic": 0.3, "miniature": 0.3, "mini": 0.5,
    "little": 0.7, "small": 0.7, "smaller": 0.7, "smallish": 0.8, "compact": 0.8, "petite": 0.7,
    "big": 1.35, "bigger": 1.35, "large": 1.35, "larger": 1.35, "oversized": 1.6, "sizable": 1.3,
    "huge": 1.8, "enormous": 2.0, "giant": 2.2, "gigantic": 2.4, "massive": 2.0, "immense": 2.0,
    "colossal": 2.6, "towering": 2.0, "monumental": 2.2, "spacious": 1.25, "grand": 1.4,
    "vast": 1.8, "cramped": 0.7, "roomy": 1.25,
}  # fmt: skip
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
    "wide": "width", "width": "width", "across": "width", "broad": "width",
    "tall": "height", "high": "height", "height": "height",
    "deep": "depth", "depth": "depth",
    "long": "length", "length": "length",
    "diameter": "diameter", "thick": "height",
}  # fmt: skip
_UNIT = "|".join(sorted(METRES, key=len, reverse=True))
_NUM = r"(\d+(?:\.\d+)?|" + "|".join(
    ["half", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
     "twelve", "fifteen", "twenty", "thirty", "fifty"]
) + r"|an?)"  # fmt: skip
_AREA = re.compile(
    rf"{_NUM} (?:({_UNIT}) )?(?:by|x) {_NUM} (?:({_UNIT}) )?(?:(?:by|x) {_NUM} )?({_UNIT})(?= |$)"
)
_BARE_AREA = re.compile(rf"{_NUM} (?:by|x) {_NUM}(?: (?:by|x) {_NUM})?(?= |$)")
_LENGTH = re.compile(
    rf"(?:about |around |roughly |approximately |exactly )?{_NUM}(?: and a half| an?)?"
    rf" (?:(?:square )({_UNIT})|({_UNIT}))(?: in)?(?: (wide|width|across|broad|tall|high|height"
    r"|deep|depth|long|length|diameter|thick))?(?= |$)"
)
_TIMES = {"twice": 2.0, "double": 2.0, "triple": 3.0, "thrice": 3.0, "half": 0.5}


@dataclass(frozen=True, slots=True)
class Extent:
    """What words say of a size: metres by axis where measured, else factors on the usual size."""

    factor: float = 1.0
    stretch: tuple[float, float, float] = (1.0, 1.0, 1.0)
    width: float | None = None
    height: float | None = None
    depth: float | None = None
    length: float | None = None

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
        measured = [self.width, self.height, self.depth]
        if self.length is not None:
            longest = 0 if self.depth is not None or sides[0] >= sides[2] else 2
            measured[longest] = measured[longest] or self.length
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


UNSAID = Extent()
"""The extent of which nothing was said."""


def length_at(line: Line, index: int) -> tuple[float, str | None, int] | None:
    """A measured length at ``index``: (metres, axis word or None, words read)."""
    found = line.match(_LENGTH, index)
    if found is None:
        return None
    number, square, unit, axis = found[0].groups()
    metres = _value(number) * METRES[unit or square]
    if "and a half" in found[0].group():
        metres += 0.5 * METRES[unit or square]
    if square:
        return metres**0.5, "square", found[1] - index
    return metres, _AXES.get(axis or ""), found[1] - index


def area_at(line: Line, index: int, *, bare: bool = False) -> tuple[tuple[float, ...], int] | None:
    """ "5 by 4 m" at ``index``: metres (x, z[, y]) and words read; ``bare`` allows no unit."""
    found = line.match(_AREA, index)
    if found is not None:
        first, unit1, second, unit2, third, unit = found[0].groups()
        last = METRES[unit]
        sides = [_value(first) * METRES.get(unit1 or "", last),
                 _value(second) * METRES.get(unit2 or "", last)]  # fmt: skip
        if third:
            sides.append(_value(third) * last)
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
    value = number_value(word)
    if value and line.at(index + 1) in {"times", "x"}:
        return value, 2
    return None


def _value(number: str) -> float:
    if number in {"a", "an"}:
        return 1.0
    if number == "half":
        return 0.5
    return number_value(number) or 0.0
