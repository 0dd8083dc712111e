"""Another size of the place itself: "make the room bigger", "2 m wider", "raise the ceiling".

What belongs here: which sides of the place change, and by how much. A thing of the scene that is
called so goes first: in a street, "make the garage bigger" is about the building.
"""

from __future__ import annotations

import re
from math import sqrt

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words.measures import area_at, length_at, times_at
from consumers.lexicon.words.tokens import Line
from schemas.edits import Reshape, SceneItem

Sides = tuple[float, float, float]

_PLACES = (
    r"room|scene|space|place|area|ground|terrain|floor|floor ?space|floor ?plan|lawn|world|plot"
)
_OVERHEAD = r"ceilings?|walls|roof"
_ASKED = re.compile(
    r"(?:(?:please|now|ok|okay|and|then|can you|could you|i want|i would like|i need|we need|let us"
    r"|make|have|give|get|set|change|turn|enlarge|expand|extend|grow|increase|stretch|widen|broaden"
    r"|deepen|lengthen|shrink|reduce|decrease|narrow|shorten|raise|lower|heighten|lift|double|halve"
    r"|resize|scale|the size of|the width of|the depth of|the length of|the height of|us|me|to|of"
    r"|that|more|some|a lot|lots|a bit|a little|much|less|all|a) )*"
)
_OF = re.compile(
    rf"(?:the |this |my |our |whole |entire |that )*(?P<place>{_PLACES}|{_OVERHEAD})\b"
)
_OWN = re.compile(r"(?:the |this |my |our |whole |entire |that )+")
_TAIL = re.compile(
    r"(?: |to|be|is|are|it|should|must|could|can|needs?|has|have|looks?|feels?|seems?|gets?|a|an"
    r"|the|bit|little|lot|much|way|far|even|still|too|very|more|about|around|by|as|so|and|,|in|up|down"
    r"|out|size|height|width|length|depth|all|sides|each|side|every|please|now|again|here|instead"
    r"|then|than|tiny|slightly|somewhat|rather|quite|it is|thanks|for|me|us|this|what|of|[.!])*"
)
_GROWS = re.compile(
    r"\b(?:bigger|larger|big|large|roomier|roomy|spacious|huge|deep|long|enlarge|expand|extend|grow"
    r"|increase"
    r"|more (?:room|space|floor)|wider|widen|wide|broader|broaden|deeper|deepen|longer|lengthen"
    r"|higher|taller|raise|heighten|lift|high|tall|stretch|double)\b"
)
_SHRINKS = re.compile(
    r"\b(?:smaller|small|tinier|tiny|shrink|reduce|decrease|narrower|narrow|shorter|shorten|cramped"
    r"|lower|low|less (?:room|space)|halve|compact|cosier|shallower|tighter|tight)\b"
)
_LESS = re.compile(r"\b(?:less|not so|not as) (?:wide|high|tall|deep|long|big|large|spacious)\b")
_TOWARDS = re.compile(
    r"\b(?:(?:to|on|at|towards) (?:the )?|)(?:(?P<x>left|right)|(?P<z>back|front|rear))(?: side)?\b"
)
_WHICH = (
    "How large shall it be? Say for example: make the room 6 by 5 m, or: make the room 1 m wider"
)
_ENLARGING = re.compile(
    r"\b(?:enlarge|expand|extend|grow|stretch|widen|broaden|deepen|lengthen|shrink|narrow|shorten"
    r"|resize)\b"
)
_TOO = re.compile(r"\b(?:too|so) (?=\w)")
_AXES = (
    re.compile(r"\b(?:wider|widen|width|wide|broader?|broaden|narrow(?:er)?)\b"),
    re.compile(r"\b(?:higher|high|taller|tall|height|raise|heighten|lift|lower|low|ceilings?)\b"),
    re.compile(r"\b(?:deeper|deepen|deep|depth|longer|lengthen|long|length|shorter|shorten"
               r"|shallower)\b"),
)  # fmt: skip
_SIDE = {"width": 0, "height": 1, "depth": 2, "length": 2}
_MORE = re.compile(r"\b(?:by|more|\w+er|widen|deepen|lengthen|extend|raise|lift)\b(?! to\b)")
_TO = re.compile(r"\bto\b")
_STEP, _LITTLE, _MUCH = 1.25, 1.1, 1.6
"""Factors on each side of the floor: half as much again as floor, a fifth more, and 2.5 times."""


def reshape(line: Line, finder: Finder) -> Reshape | str | None:
    """The change of the place's own size that ``line`` asks for; what is asked back where it does
    not say which; None where it asks for none."""
    at = _place_at(line, finder)
    if at is None or not any(is_shell(item) for item in finder.items):
        return None
    start, stop = at
    said = _sideways(line.part(0, start), line.part(stop, len(line)))
    line = Line((*line.words[:stop], *said.split()))
    measured = _measured(line, start, stop)
    if measured is not None:
        return measured
    steps = _by_steps(line.text) if _says_no_more(said) else None
    if steps is None and _ENLARGING.search(line.span(0, start)):
        return _WHICH
    return steps


def _sideways(before: Line, after: Line) -> str:
    """The words after the place, with the side that it shall grow to as the axis that it is on: to
    the left it gets wider. Nobody sees which of its two sides moved."""
    if _ENLARGING.search(before.text) is None:
        return after.text
    return _TOWARDS.sub(lambda found: "width" if found["x"] else "depth", after.text)


def painted(rest: Line, items: list[SceneItem], finder: Finder) -> list[SceneItem]:
    """What takes the colour where ``rest`` begins with the room itself: its walls, and not all that
    is in it; else ``items``."""
    named = phrase_at(rest, 0, plain=True)
    walls = [i for i in finder.items if is_shell(i) and "wall" in i.name.lower()]
    whole = named is not None and named[0].head == "room"
    return walls if walls and whole else items


def _place_at(line: Line, finder: Finder) -> tuple[int, int] | None:
    """Where the place is named, with only words of asking before it."""
    asked = line.match(_ASKED, 0)
    at = asked[1] if asked else 0
    found = line.match(_OF, at)
    named = phrase_at(line, at, plain=True)
    if found is not None and not (named is not None and named[0].noun and named[1] > found[1]):
        return at, found[1]  # and no "floor lamp"
    if line.at(at) == "it" and any(is_shell(item) for item in finder.touched()):
        return at, at + 1
    own = line.match(_OWN, at)
    if own is None:
        lacks = re.fullmatch(
            r".*\bmore (?:room|space|floor space)(?: here| in here)?[ .!]*", line.text
        )
        return (
            (0, 0) if lacks and re.match(r"(?:i|we) (?:need|want)|make|give", line.text) else None
        )
    if named is None or named_setting(named[0].head) is None or finder.find(named[0]):
        return None
    return at, named[1]


def _says_no_more(tail: str) -> bool:
    """Whether the words after the place are of its size alone: "the floor brown" is a colour."""
    rest = _SHRINKS.sub(" ", _GROWS.sub(" ", _LESS.sub(" ", tail)))
    rest = re.sub(
        r"\b(?:twice|double|half|times|percent|\d+(?:\.\d+)?|two|three|four|as)\b", " ", rest
    )
    return _TAIL.fullmatch(rest) is not None


def _axes(text: str) -> list[int]:
    """The sides that are named: 0 width, 1 height, 2 depth."""
    return [side for side, said in enumerate(_AXES) if said.search(text)]


def _measured(line: Line, start: int, stop: int) -> Reshape | None:
    """ "8 by 6 m", "6 m wide and 5 m deep", "2 m wider", "to 3 m"."""
    size: list[float | None] = [None, None, None]
    by = [0.0, 0.0, 0.0]
    at, known = stop, False
    while at < len(line):
        area = area_at(line, at, bare=True)
        if area is not None and len(area[0]) >= 2:
            size[0], size[2] = area[0][0], area[0][1]
            size[1] = area[0][2] if len(area[0]) > 2 else None
            return Reshape(size=(size[0], size[1], size[2]))
        length = length_at(line, at)
        if length is None:
            at += 1
            continue
        metres, axis, words = length
        after = line.span(at + words, at + words + 2)
        named = _SIDE.get(axis or "")
        sides = [named] if named is not None else _axes(f"{after} {line.span(0, start)}")
        sides = sides or _axes(line.text)
        if len(sides) != 1:
            return None
        step = f"{line.span(max(0, at - 1), at)} {after} {line.at(0)}"
        more = _MORE.search(step) is not None and line.at(at - 1) != "to"
        less = _SHRINKS.search(f"{after} {line.span(0, start)}") is not None
        if more:
            by[sides[0]] += -metres if less else metres
        else:
            size[sides[0]] = metres
        known, at = True, at + words
    if not known:
        return None
    return Reshape(size=(size[0], size[1], size[2]), by=(by[0], by[1], by[2]))


def _by_steps(text: str) -> Reshape | None:
    """ "bigger", "a bit wider", "twice as big", "too low"."""
    words = Line(tuple(text.split()))
    times = next((t for at in range(len(words)) if (t := times_at(words, at))), None)
    share = re.search(r"(\d+(?:\.\d+)?) percent", text)
    grows, shrinks = _GROWS.search(text), _SHRINKS.search(text)
    if grows is None and shrinks is None:
        return None
    up = grows is not None and (shrinks is None or grows.start() < shrinks.start())
    if _LESS.search(text):
        up = False
    elif _TOO.search(text):
        up = not up
    step = _LITTLE if amounts.is_little(text) else _MUCH if amounts.is_much(text) else _STEP
    factor = step if up else 1.0 / step
    axes = _axes(text)
    if times is not None or "double" in text or "halve" in text:
        exact = times[0] if times is not None else 0.5 if "halve" in text else 2.0
        # Twice as big is twice the floor.
        factor = exact if axes else sqrt(exact)
    elif share is not None:
        factor = max(0.05, 1.0 + (1 if up else -1) * float(share.group(1)) / 100.0)
    sides = axes or [0, 2]
    x, y, z = (round(factor, 4) if side in sides else 1.0 for side in range(3))
    return Reshape(factors=(x, y, z))
