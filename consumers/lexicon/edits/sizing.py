"""How large a thing of the scene shall become: "20% taller", "2 m wide", "as big as the sofa".

What belongs here: from words to factors on width, height and depth. Plain amounts are in
``amounts``. Furniture grows along the side that is named alone; a tree or a cat grows as a whole,
unless the words say "only".
"""

from __future__ import annotations

import re

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.recipes_of import is_solid, runs_long
from consumers.lexicon.words.measures import area_at, length_at
from consumers.lexicon.words.quantities import number_value
from consumers.lexicon.words.tokens import Line
from schemas.edits import Resize, SceneItem

Factors = tuple[float, float, float]

ANOTHER_SIZE = re.compile(
    r"(?:an? )?(?:much |bit |slightly )?(?:bigger|larger|smaller|taller|shorter|wider"
    r"|longer) (?=\w)"
)
_AXIS = {
    "width": re.compile(r"\b(?:wid(?:e|er|th|en)|broad(?:er|en)?|narrow(?:er)?)\b"),
    "height": re.compile(
        r"\b(?:tall(?:er)?|high(?:er)?|heights?|short(?:er|en)|low(?:er)?|heighten)\b"
    ),
    "depth": re.compile(r"\b(?:deep(?:er)?|depths?|deepen|shallow(?:er)?)\b"),
    "length": re.compile(r"\b(?:long(?:er)?|lengths?|lengthen)\b"),
    "girth": re.compile(r"\b(?:thick(?:er)?|thin(?:ner)?|slim(?:mer)?|fat(?:ter)?)\b"),
}
_AS = re.compile(
    r"(?:(?:just |exactly |about )?(?:as|so) (big|large|tall|high|wide|long|deep|small|short) as"
    r"|(?:to )?(?:be )?(?:the )?same (size|height|width|depth|length|dimensions?)"
    r"(?: as| of| like)?|(?:to )?the (size|height|width|depth|length) of"
    r"|match(?:es)?(?: the (size|height|width) of)?)(?= )"
)
_TIMES = re.compile(r"\b(twice|double|half|three times|four times|two times|five times)\b(?: as)?")
_TIMES_OF = {
    "twice": 2.0, "double": 2.0, "half": 0.5, "two times": 2.0, "three times": 3.0,
    "four times": 4.0, "five times": 5.0,
}  # fmt: skip
_ONLY = re.compile(r"\b(?:only|just)\b")
_LESS = re.compile(r"narrower|shorter|lower|shallower|thinner|smaller")
_MORE = re.compile(
    rf"\b(?:wider|broader|taller|higher|deeper|longer|thicker|bigger|larger|{_LESS.pattern})\b"
)
_SHRINKS = re.compile(r"\b(?:narrower|narrow|shallower|thinner|slimmer|thin|slim)\b")
_STEP = re.compile(
    r"(?:increase|extend|raise|lengthen|widen|heighten|deepen|stretch|grow|enlarge|expand"
    r"|(?P<less>decrease|reduce|shorten|narrow|shrink|lower|cut|trim))\b.*\bby\b"
)
_FLAT = 0.12
"""Metres of depth below which a thing is flat, so that it is as wide and high as people say."""
_CENTIMETRES = 15.0
"""From which number a side without a unit is in centimetres."""
_NOT_SO = re.compile(r"(?:,? ?\b(?:but|and) )?\bnot (?:any |so )?\w+er\b")
_TOO = re.compile(r"\btoo (\w+)")
_GROWS_OR_IS = re.compile(r"\b(?:wide|broad|deep|thick|fat|long)\b")
_THAN = re.compile(
    r"(?:(?:just|only|exactly|about|slightly|much|way|still|is|be|to be|a (?:little|bit)) )*"
    r"(?P<than>bigger|larger|taller|higher|wider|longer|deeper|smaller|shorter|lower|narrower)"
    r" than(?= )"
)
_GROWS = re.compile(r"\b(?:wider|widen|broader|deeper|deepen|lengthen|fatter|thicker)\b")


def resized(
    item: SceneItem, verb: str, tail: Line, finder: Finder, aspect: str = ""
) -> Resize | None:
    """The change of size that the words ask for; None when they ask for none.

    ``aspect``: which side was named before the thing ("the height of the shelf").
    """
    tail = Line(tuple(_NOT_SO.sub("", tail.text).split()))
    two = _two_sides(item, verb, tail, finder, aspect)
    if two is not None:
        return two
    like = _like(item, tail, finder) or _than(item, tail, finder)
    if like is not None:
        return like
    text = f"{aspect} {verb} {tail.text}".strip()
    axes = [name for name, said in _AXIS.items() if said.search(text)]
    plan = _footprint(item, tail)
    if plan is not None:
        return _resize(item, plan)
    measured = _measured(item, verb, tail, axes)
    if measured is not None:
        return _resize(item, measured)
    several = _several(item, text)
    if several is not None:
        return _resize(item, several)
    factor = amounts.factor(tail, verb, item.size[1])
    if factor is None:
        factor = _by_axis(text)
    if factor is None:
        return None
    sides = _sides(item, axes)
    if not sides or (is_solid(item.noun) and not _ONLY.search(text) and "height" in axes):
        return Resize(node=item.id, factor=factor)
    return _resize(item, _stretched(sides, factor))


def _two_sides(
    item: SceneItem, verb: str, tail: Line, finder: Finder, aspect: str
) -> Resize | None:
    """ "as tall as the door and as wide as the desk": each side as it is said."""
    at = next((n for n, word in enumerate(tail.words) if word == "and"), None)
    if at is None or "as" not in tail.words[at:] or "as" not in tail.words[:at]:
        return None
    one = resized(item, verb, tail.part(0, at), finder, aspect)
    other = resized(item, verb, tail.part(at + 1, len(tail)), finder)
    if one is None or other is None or one.factors[0] == one.factors[1] == one.factors[2]:
        return None
    x, y, z = (a * b for a, b in zip(one.factors, other.factors, strict=True))
    return _resize(item, (x, y, z))


def is_like(tail: Line) -> bool:
    """Whether ``tail`` begins with a size as another thing has it: "twice as tall as the lamp"."""
    times = tail.match(_TIMES, 0)
    if tail.at(0) in {"match", "matches"}:
        return False  # looks, rather
    return any(tail.match(_AS, at) is not None for at in {0, times[1] if times else 0})


def _several(item: SceneItem, text: str) -> Factors | None:
    """ "wider and lower": each side by its own step; None for fewer than two sides."""
    if re.search(r"\d|percent|twice|times|half", text):
        return None
    steps: dict[int, float] = {}
    said = [w for w in text.split() if w.endswith("er") and _MORE.fullmatch(w)]
    for word in said:
        for side in _sides(item, [name for name, axis in _AXIS.items() if axis.fullmatch(word)]):
            steps[side] = 1 / 1.5 if _LESS.fullmatch(word) else 1.5
    if len(said) < 2 or not steps:
        return None
    x, y, z = (steps.get(side, 1.0) for side in range(3))
    return x, y, z


def _by_axis(text: str) -> float | None:
    step = 1.2 if amounts.is_little(text) else 2.0 if amounts.is_much(text) else 1.5
    too = _TOO.search(text)
    if too is not None:  # "too thin" is to be thicker
        said = too.group(1)
        return step if _SHRINKS.search(said) else 1.0 / step if _GROWS_OR_IS.search(said) else None
    if _SHRINKS.search(text):
        return 1.0 / step
    return step if _GROWS.search(text) else None


def _sides(item: SceneItem, axes: list[str]) -> set[int]:
    """Which sides the names mean: 0 width, 1 height, 2 depth."""
    longest = 0 if item.size[0] >= item.size[2] else 2
    meant = {"width": {0}, "height": {1}, "depth": {2}, "length": {longest}, "girth": {0, 2}}
    return {side for name in axes for side in meant[name]}


def _stretched(sides: set[int], factor: float) -> Factors:
    x, y, z = (factor if side in sides else 1.0 for side in range(3))
    return x, y, z


def _footprint(item: SceneItem, tail: Line) -> Factors | None:
    """The factors to "2 by 1 m": width and depth and, as the third, height; width and height of
    what hangs flat on a wall. None where no such size is said."""
    found = next((f for at in range(len(tail)) if (f := area_at(tail, at, bare=True))), None)
    if found is None:
        return None
    order = (0, 1, 2) if item.size[2] < _FLAT and len(found[0]) == 2 else (0, 2, 1)
    factors = [1.0, 1.0, 1.0]
    for side, metres in zip(order, found[0], strict=False):
        factors[side] = _bounded(metres / item.size[side])
    return factors[0], factors[1], factors[2]


def _plain_number(tail: Line, at: int, axes: list[str]) -> tuple[float, str | None, int] | None:
    """ "(the height) to 2": metres without a unit, or centimetres where they would be too many."""
    named = tail.at(at) == "to" and len(axes) == 1
    value = number_value(tail.at(at + 1)) if named and at + 2 >= len(tail) else None
    if value is None or tail.at(at + 1) == "half":
        return None
    return (value / 100.0 if value >= _CENTIMETRES else value), None, 2


def _measured(item: SceneItem, verb: str, tail: Line, axes: list[str]) -> Factors | None:
    """The factors to sizes in metres along the sides that are named; None without one."""
    factors: list[float] = [1.0, 1.0, 1.0]
    known = False
    more = f"{verb} {tail.text}"
    for at in range(len(tail)):
        found = length_at(tail, at) or _plain_number(tail, at, axes)
        if found is None or (known and found[1] is None):
            continue
        metres, axis, _ = found
        named = [axis] if axis in {"width", "height", "depth", "length"} else axes[:1]
        sides = _sides(item, [name for name in named if name])
        if axis == "diameter":
            sides = {0, 2}
        if not sides or "girth" in named:
            break
        side = min(sides)
        factor = _bounded(_goal(item.size[side], metres, more) / item.size[side])
        level = sides <= {0, 2} and runs_long(item.noun)
        if is_solid(item.noun) and not level and not _ONLY.search(tail.text):
            return factor, factor, factor
        factors = [factor if n in sides else old for n, old in enumerate(factors)]
        known = True
    return (factors[0], factors[1], factors[2]) if known else None


def _goal(now: float, metres: float, text: str) -> float:
    """The size in metres that "2 m" or "50 cm longer" is, of a side that has ``now`` metres."""
    step = _STEP.match(text)
    if step is not None:  # "increase (the width) by 30 cm"
        return max(0.02, now - metres) if step["less"] else now + metres
    more = _MORE.search(text)
    if more is None:
        return metres
    return now - metres if _LESS.search(more.group()) else now + metres


def _like(item: SceneItem, tail: Line, finder: Finder) -> Resize | None:
    """ "as big as the sofa", "twice as tall as the lamp", "the same height as the other"."""
    for at in range(len(tail)):
        found = tail.match(_AS, at)
        target = phrase_at(tail, found[1]) if found else None
        if found is None or target is None:
            continue
        kind = next((g for g in found[0].groups() if g), "size")
        goals = [i for i in finder.find(target[0]) if i.id != item.id]
        goals = goals or [i for i in finder.fitting(target[0]) if i.id != item.id]
        if not goals:
            return None
        times = _TIMES.search(tail.span(0, at))
        share = _TIMES_OF[times.group(1)] if times else 1.0
        axes = [name for name, said in _AXIS.items() if said.search(kind)]
        sides = _sides(item, axes)
        if not sides:
            return Resize(
                node=item.id, factor=_bounded(share * max(goals[0].size) / max(item.size))
            )
        side = min(sides)
        of = max(goals[0].size[0], goals[0].size[2]) if "length" in axes else goals[0].size[side]
        factor = _bounded(share * of / item.size[side])
        if is_solid(item.noun):
            return Resize(node=item.id, factor=factor)
        return _resize(item, _stretched(sides, factor))
    return None


def _than(item: SceneItem, tail: Line, finder: Finder) -> Resize | None:
    """ "taller than the sofa", "20 cm wider than the table": past it, by a tenth or as said."""
    for at in range(len(tail)):
        found = tail.match(_THAN, at)
        target = phrase_at(tail, found[1]) if found else None
        goals = [i for i in finder.find(target[0]) if i.id != item.id] if target else []
        if found is None or not goals:
            continue
        word = found[0].group("than")
        sides = _sides(item, [name for name, said in _AXIS.items() if said.search(word)])
        less = _LESS.fullmatch(word) is not None
        by = next((f[0] for n in range(at) if (f := length_at(tail, n))), None)
        side = min(sides, default=max(range(3), key=lambda n: item.size[n]))
        of = goals[0].size[side] if sides else max(goals[0].size)
        wanted = of + (-by if less else by) if by is not None else of * (0.9 if less else 1.1)
        there = item.size[side] <= wanted if less else item.size[side] >= wanted
        factor = 1.0 if there and by is None else _bounded(max(0.02, wanted) / item.size[side])
        if not sides or is_solid(item.noun):
            return Resize(node=item.id, factor=factor)
        return _resize(item, _stretched(sides, factor))
    return None


def _bounded(factor: float) -> float:
    return round(min(99.0, max(0.02, factor)), 4)


def _resize(item: SceneItem, factors: Factors) -> Resize:
    """One factor where all three agree, else one for each side."""
    x, y, z = factors
    if x == y == z:
        return Resize(node=item.id, factor=x)
    return Resize(node=item.id, factor=1.0, axes=factors)
