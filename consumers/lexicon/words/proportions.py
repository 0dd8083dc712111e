"""Sizes said by comparison: "knee-high", "floor-to-ceiling", "car-sized", "twice as tall as a man".

What belongs here: compound size words before a noun, and comparisons after it. What does not:
measures with units and single size words, which are in ``measures``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from consumers.lexicon.words.gazetteer import noun_at, noun_row
from consumers.lexicon.words.measures import METRES, Extent, times_at
from consumers.lexicon.words.quantities import number_at
from consumers.lexicon.words.tokens import Line

_HEIGHTS = {
    "ankle": 0.12, "knee": 0.5, "thigh": 0.7, "hip": 0.95, "waist": 1.0, "chest": 1.3,
    "breast": 1.3, "shoulder": 1.45, "head": 1.75, "ceiling": 2.5, "room": 2.5, "counter": 0.9,
}  # fmt: skip
"""Metres: how high the tops of these are; after the tables of body sizes used for furniture."""
_LENGTHS = {
    "bite": 0.03, "finger": 0.08, "fist": 0.1, "palm": 0.1, "pocket": 0.12, "hand": 0.18,
    "travel": 0.15, "head": 0.25, "human": 1.75, "man": 1.75, "person": 1.75, "room": 4.0,
}  # fmt: skip
"""Metres: the longest side of a thing of that size."""
_FACTORS = {
    "half": 0.5, "double": 2.0, "triple": 3.0, "quarter": 0.25, "pint": 0.5, "child": 0.65,
    "kid": 0.65, "junior": 0.75, "doll": 0.15, "bar": 1.0, "medium": 1.0, "normal": 1.0,
    "full": 1.0, "life": 1.0, "standard": 1.0, "regular": 1.0, "good": 1.15, "decent": 1.15,
    "average": 1.0, "mid": 1.0, "fun": 0.6, "family": 1.3, "plus": 1.3, "large": 1.35,
    "king": 1.15, "queen": 1.0, "over": 1.6, "under": 0.6, "human": 1.0,
}  # fmt: skip
_EXTRA = {"extra", "super", "ultra", "mega", "xtra"}
_SIZED = {"size", "sized"}
_STRETCHED = {"width": 0, "wide": 0, "height": 1, "high": 1, "tall": 1, "length": 2, "long": 2,
              "depth": 2, "deep": 2}  # fmt: skip
_MEASURE = {
    "big": "", "large": "", "small": "", "size": "", "tall": "height", "high": "height",
    "height": "height", "wide": "width", "broad": "width", "width": "width", "long": "length",
    "length": "length", "deep": "depth", "depth": "depth", "diameter": "width",
}  # fmt: skip
_COMPARED = re.compile(
    rf"(?:, )?(?:about |roughly |nearly |almost )?(?:as ({'|'.join(_MEASURE)})|the (?:same |usual "
    r"|normal |regular |standard )?(size|height|width|length|depth))(?= |$)"
)
_MORE = {
    "bigger": ("", 1.25), "larger": ("", 1.25), "smaller": ("", 0.75), "taller": ("height", 1.25),
    "higher": ("height", 1.25), "shorter": ("height", 0.75), "lower": ("height", 0.75),
    "wider": ("width", 1.25), "narrower": ("width", 0.75), "longer": ("length", 1.25),
    "deeper": ("depth", 1.25),
}  # fmt: skip
_THAN = re.compile(
    rf"(?:, )?(?:(?:that|which) (?:is|are) )?(slightly |a (?:little|bit|tad) |somewhat |much |far "
    rf"|way |a lot )?({'|'.join(_MORE)}) than(?= )"
)
_WHOSE = re.compile(rf"(?:the|that) (?:\w+ ){{1,2}}'s ({'|'.join(_MEASURE)})(?= |$)")
_ITS = re.compile(rf"(?:of )?(?:the same |as )?(its|their|his|her) ({'|'.join(_MEASURE)})(?= |$)")
_SIDES = ("width", "height", "depth")
_NAMED = frozenset({"it", "them", "that", "those", "this"})
"""Pronouns for what a thing is compared with."""
_WHO = frozenset({"me", "us", "him", "her", "you", "people", "everyone"})
_PERSON = (0.5, 1.75, 0.3)
"""Metres: who says "taller than me"."""
_USUAL = re.compile(r"(?:(?:as|than) )?(?:usual|normal|that|before|average|standard)(?= |$)")
_LEAD = re.compile(r"(?:, )?(?:(?:that|which) (?:is|are) )?")


COUNTABLE_PARTS = frozenset({
    "tone", "seater", "seat", "storey", "story", "door", "drawer", "legged", "piece", "tier",
    "tiered", "level", "floor", "sided", "person", "man", "burner", "bedroom", "wheel", "wheeled",
    "shelf", "arm", "armed", "panel", "way", "lane", "masted", "headed", "eyed", "part", "slot",
    "poster", "string", "bulb", "blade", "leaf", "layer", "step", "pane", "pointed", "car",
})  # fmt: skip
"""What a number counts of one thing: "the two-tone car" is one car."""


def compound_size(line: Line, at: int, extent: Extent) -> tuple[Extent, str, int] | None:
    """A compound size word at ``at``: the extent with it, the noun it is like or "", words read."""
    word, second = line.at(at), line.at(at + 1)
    if line.span(at, at + 3) in {"floor to ceiling", "wall to wall"}:
        side = {"width": 3.5} if word == "wall" else {"height": 2.5}
        return replace(extent, **side), "", 3  # type: ignore[arg-type]
    if word in _EXTRA and second in {"large", "big", "small", "tall", "long", "wide", "high"}:
        if second in _STRETCHED:
            return _stretched(extent, _STRETCHED[second], 1.6), "", 2
        return replace(extent, factor=extent.factor * (0.5 if second == "small" else 1.6)), "", 2
    if second in {"high", "height", "tall", "deep"} and word in _HEIGHTS:
        return extent.with_axis("height", _HEIGHTS[word]), "", 2
    if word == "full" and second == "length":
        return extent.with_axis("height", 1.7), "", 2
    if word in {"double", "triple", "half"} and second in _STRETCHED:
        return _stretched(extent, _STRETCHED[second], _FACTORS[word]), "", 2
    if second in _SIZED and word in _LENGTHS:
        return replace(extent, longest=_LENGTHS[word]), "", 2
    if second in _SIZED and word in _FACTORS:
        return replace(extent, factor=extent.factor * _FACTORS[word]), "", 2
    known = noun_at(line, at)
    if known is not None and known.noun and line.at(at + known.length) in _SIZED:
        return extent, known.noun, known.length + 1
    return None


def counted_parts(line: Line, at: int) -> tuple[str, int, int] | None:
    """ "three-seater", "two storey", "4 drawer": the word, how many, words read; None for none."""
    number = number_at(line, at)
    if number is None:
        return None
    word = line.at(at + number[1])
    if not word.isalpha() or word in METRES or word in {"by", "x", "times", "or", "to", "of"}:
        return None
    return word, number[0], number[1] + 1


SAID = "said"
"""The axis of "twice that"."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Said of a thing beside another: ``factor`` times its ``axis`` ("" = its whole size, "color"
    = its looks). ``at``: the word that names the other one; -1 for what was named before."""

    axis: str
    factor: float
    at: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison: the extent with it by the table, the noun it is like or "", the index after
    it, and whom of the text it is beside, if anybody."""

    extent: Extent
    like: str
    stop: int
    beside: Beside | None = None


def compared(line: Line, at: int, extent: Extent) -> Compared | None:
    """A comparison after a noun.

    "twice as long as usual", "three times as tall as a door", "the size of a car", "half its
    height", "taller than the shelf".
    """
    than = line.match(_THAN, at)
    if than is not None:
        return _than(line, than, extent)
    lead = line.match(_LEAD, at)
    start = lead[1] if lead else at
    times = times_at(line, start)
    factor = times[0] if times else 1.0
    after = start + (times[1] if times else 0)
    if times and line.at(after) in {"that", "it"}:
        as_said = replace(extent, factor=extent.factor * factor)
        return Compared(as_said, "", after + 1, Beside(SAID, factor, after))
    after += bool(times) and line.span(after, after + 2) in {"of the", "of its", "of their"}
    whose = line.match(_WHOSE, after)
    if whose is not None and (times or line.at(after - 1) in {"as", "of"}):
        axis = _MEASURE[whose[0].group(1)]
        return Compared(_by(extent, axis, factor), "", whose[1], Beside(axis, factor, after))
    own = line.match(_ITS, after)
    if own is not None and (times or line.at(after) in {"as", "of", "the"}):
        axis = _MEASURE[own[0].group(2)]
        beside = Beside(axis, factor, own[1] - 2)
        return Compared(_by(extent, axis, factor), "", own[1], beside)
    found = line.match(_COMPARED, after)
    if found is None:
        return None
    axis = _MEASURE[found[0].group(1) or found[0].group(2)]
    stop = found[1]
    usual = line.match(_USUAL, stop)
    if usual is not None:
        return Compared(_by(extent, axis, factor), "", usual[1])
    if line.at(stop) in {"as", "of"}:
        found_beside, known = _beside(line, stop + 1, extent, axis, factor)
        named = known or found_beside.beside is not None
        told = named or (times is not None and found_beside.stop > stop + 1)
        return found_beside if told else None
    if times is None and "same" not in found[0].group():
        return None
    return Compared(_by(extent, axis, factor), "", stop, Beside(axis, factor, -1))


def _than(line: Line, than: tuple[re.Match[str], int], extent: Extent) -> Compared | None:
    """ "taller than a door", "slightly bigger than usual"."""
    axis, factor = _MORE[than[0].group(2)]
    how = (than[0].group(1) or "").strip()
    if how in {"much", "far", "way", "a lot"}:
        factor = factor * 1.5 if factor > 1 else factor / 1.5
    elif how:
        factor = 1.1 if factor > 1 else 0.9
    usual = line.match(_USUAL, than[1])
    if usual is not None:
        return Compared(_by(extent, axis, factor), "", usual[1])
    beside, known = _beside(line, than[1], extent, axis, factor)
    return beside if known or beside.beside else None


def _beside(line: Line, at: int, extent: Extent, axis: str, factor: float) -> tuple[Compared, bool]:
    """The extent beside the thing named at ``at``, as ``compared`` gives it; if that is known."""
    other, after = _noun_after(line, at)
    word = line.at(at)
    if word in _WHO:
        side = _PERSON[("width", "height", "depth").index(axis)] if axis in _SIDES else None
        told = extent.with_axis(axis, side * factor) if side else _by(extent, axis, factor)
        return Compared(told, "", at + 1), True
    named = word in _NAMED or (word == "the" and line.at(at + 1).isalpha())
    beside = Beside(axis, factor, at) if named else None
    if word in _NAMED:
        return Compared(_by(extent, axis, factor), "", at + 1, beside), False
    row = noun_row(other)
    if row is None:
        end = after if beside is None else _words_named(line, at)
        return Compared(_by(extent, axis, factor), "", end, beside), False
    if axis in _SIDES:
        side = row.size[_SIDES.index(axis)]
        return Compared(extent.with_axis(axis, side * factor), "", after, beside), True
    if axis == "length":
        longer = max(row.size[0], row.size[2])
        return Compared(extent.with_axis(axis, longer * factor), "", after, beside), True
    grown = replace(extent, factor=extent.factor * factor)
    return Compared(grown, other, after, beside), True


def _words_named(line: Line, at: int) -> int:
    """The index after "the other (one)" or "the <word>" at ``at``."""
    stop = at + 2
    return stop + (line.at(at + 1) in {"other", "first", "second"} and line.at(stop) == "one")


def _noun_after(line: Line, at: int) -> tuple[str, int]:
    """The noun of the table within a few words of ``at`` and the index after it, or "" and how
    far an article goes."""
    skipped = at
    while line.at(skipped) in {"a", "an", "the", "my", "your", "grown", "full", "small", "big"}:
        skipped += 1
    known = noun_at(line, skipped)
    if known is None or not known.noun:
        return "", skipped + (1 if skipped > at and line.at(skipped).isalpha() else 0)
    return known.noun, skipped + known.length


def _by(extent: Extent, axis: str, factor: float) -> Extent:
    if axis == "":
        return replace(extent, factor=extent.factor * factor)
    return _stretched(extent, _STRETCHED[axis], factor)


def _stretched(extent: Extent, side: int, factor: float) -> Extent:
    """Longer by ``factor`` along one side; 2 is the length, which is the width of most things."""
    x, y, z = extent.stretch
    if side == 1:
        return replace(extent, stretch=(x, y * factor, z))
    return replace(extent, stretch=(x * factor, y, z))
