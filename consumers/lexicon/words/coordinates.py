"""Notations of people who build levels: "a platform 10x10", "to x=2 z=-1", "at (1, 0, 2)".

What belongs here: such characters as words that ``measures`` and ``moving`` read. What does not:
what stands where.
"""

from __future__ import annotations

import re

AXES = ("xaxis", "yaxis", "zaxis")
"""Words before the numbers of a place, in metres; "minus" stands before those below zero."""
_N = r"-?\d+(?:\.\d+)?"
_P = r"\d+(?:\.\d+)?"
_AREA = re.compile(
    rf"(?<![\w.:#-])({_P})\s?[x×*]\s?({_P})(?:\s?[x×*]\s?({_P}))?"
    r"(?=\s+(?:wall|room|platform|floor|plane|box|cube|table|rug|carpet|stage|ground|block|area"
    r"|slab)s?\b|\s*(?:$|[.,;!?)])|\s+(?:in|on|at|and|near|next|under|behind|with|please"
    r"|instead|to)\b)"
)
"""Sides without a unit after a thing, or before one that has a floor plan; no "3x3 grid"."""
_CENTIMETRES = 30.0
"""From which number on sides without a unit are in centimetres."""
_LEAD = (
    r"(?P<lead>\b(?:to|at|on|position(?:ed)?|coordinates?|coords?|location|point|spot)\b"
    r"(?:\s+(?:the\s+)?(?:position|coordinates?|coords?|location|point|spot|world))*)\s*[:=]?\s*"
)
_NAMED = re.compile(
    rf"{_LEAD}\(?(?P<axes>(?:[xyz]\s*[:=]?\s*{_N}(?:\s?m\b)?\s*(?:,|;|and\b)?\s*){{1,3}})\)?"
)
_EACH = re.compile(rf"([xyz])\s*[:=]?\s*({_N})")
_TUPLE = re.compile(
    rf"{_LEAD}(?:\(\s*({_N})\s*[,;]\s*({_N})(?:\s*[,;]\s*({_N}))?\s*\)"
    rf"|({_N})\s*,\s*({_N})\s*,\s*({_N})(?![\w.]))"
)


def plotted(text: str) -> str:
    """``text`` (lower case) with sides and places in numbers said in words."""
    if not any(char.isdigit() for char in text):
        return text
    text = _NAMED.sub(_named, text)
    if "," in text or ";" in text:
        text = _TUPLE.sub(_tuple, text)
    return _AREA.sub(_area, text)


def _area(found: re.Match[str]) -> str:
    sides = [side for side in found.groups() if side]
    unit = "cm" if float(sides[0]) >= _CENTIMETRES else "m"
    return f"{' x '.join(sides)} {unit}"


def _named(found: re.Match[str]) -> str:
    each = _EACH.findall(found["axes"])
    marked = "=" in found["axes"] or ":" in found["axes"]
    if len({axis for axis, _ in each}) < len(each) or (len(each) < 2 and not marked):
        return found.group()
    return f"to {_said(dict(each))} "


def _tuple(found: re.Match[str]) -> str:
    numbers = [n for n in found.groups()[1:] if n]
    names = "xyz" if len(numbers) == 3 else "xz"
    return f"to {_said(dict(zip(names, numbers, strict=True)))} "


def _said(place: dict[str, str]) -> str:
    parts = [f"{axis}axis {place[axis].replace('-', 'minus ')}" for axis in "xyz" if axis in place]
    return " ".join(parts)
