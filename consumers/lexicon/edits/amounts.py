"""How far, how much and which way: directions, degrees, size factors and light, from words.

Frame as in ``schemas.decomposition``: left is -X, behind is +Z; metres and degrees.
"""

from __future__ import annotations

import re

from consumers.lexicon.words.measures import length_at
from consumers.lexicon.words.quantities import number_value
from consumers.lexicon.words.tokens import Line
from schemas.model import Vec3

_WAYS: tuple[tuple[str, tuple[float, float, float]], ...] = (
    (r"left(?:wards?)?", (-1, 0, 0)),
    (r"right(?:wards?)?", (1, 0, 0)),
    (
     r"forwards?|to the front|toward(?:s)? (?:me|us|the (?:front|viewer|camera))|closer to me"
     r"|nearer", (0, 0, -1)),
    (
     r"back(?:wards?)?|to the back|away from (?:me|us|the (?:viewer|camera))|(?:further|farther)"
     r"(?: away)?(?! (?:to the )?(?:left|right|up|down|forward|front|back|over|along|apart|towards?"
     r"|into?|inwards?|outwards?)\w*)", (0, 0, 1)),
    (r"up(?:wards?)?|higher", (0, 1, 0)),
    (r"down(?:wards?)?|lower", (0, -1, 0)),
)  # fmt: skip
_LITTLE = re.compile(r"\b(?:a (?:little|bit|tiny bit|touch|smidge|tad)|slightly|somewhat|little)\b")
_MUCH = re.compile(r"\b(?:a lot|far|much|way|significantly|considerably)\b")
_DEGREES = re.compile(
    r"(?:by |about )?(\d+(?:\.\d+)?|ninety|forty five|thirty|sixty) ?(?:degrees?|deg)\b"
)
_COUNTER = re.compile(
    r"\b(?:counter ?clockwise|anti ?clockwise|counter clock wise|to the left|left)\b"
)
_NUMBER = r"(\d+(?:\.\d+)?|one|two|three|four|five|six|ten|half|twenty|thirty|fifty)"
_HALF = (
    r"(?<!other )half(?! of (?!its|their)| (?:the|them|all|my|our|these|those)"
    r" (?!size|height|width|length|depth|original|usual|scale))|halve"
)
"""The factor, and not half of several things: "half the chairs red"."""
_HALVES = re.compile(r"\b(one|two|three|four|five|\d+) and a half\b")
"""A number and a half, of which the half is another word."""
_GROWS = re.compile(
    r"\b(?:bigger|larger|taller|wider|longer|huge|giant|enormous|massive|big|large|gigantic|higher"
    r"|thicker|grow|enlarge|increase|expand|up|tall)\b"
)
_SHRINKS = re.compile(
    r"\b(?:smaller|shorter|narrower|tiny|small|little|thinner|shrink|reduce|decrease|down|miniature"
    r"|short|lower|compact)\b"
)


_SIDED = re.compile(
    r"\b(?:of|to|from|beside|behind|near|at|by|than) the (?:left|right|front|back|middle) "
    r"(?!(?:side|hand|by|a|an|and|about|then|please|until|end|edge|direction|of|again|now|in|just"
    r"|some|half|but|so|as|too|instead|wall|corner)\b)[a-z]+"
)
"""A side that tells which thing is meant: "the right of the right desk"."""
_TOO_LITTLE_OF = re.compile(
    r"\btoo (?:little|much|many|few) (?!(?:for|to|in|on|at|here|there|now|again|please|and|but|or"
    r"|so|then|than|still|make)\b)[a-z]"
)
"""What a thing has too little of, which says nothing of its size: "too little sun"."""
_A_LITTLE = re.compile(r"\ba (?:little|tiny)(?: bit)?(?= \w)")
"""By how much, and no size."""


def shift(line: Line) -> Vec3 | None:
    """The way and distance a thing is to go ("2 m to the left, a bit back"), metres; None: none."""
    x = y = z = 0.0
    text = _SIDED.sub(lambda found: found.group().split()[0], line.text)
    for pattern, (dx, dy, dz) in _WAYS:
        if re.search(rf"\b(?:{pattern})\b(?! (?:of|side of|wall|corner))", text):
            x, y, z = x + dx, y + dy, z + dz
    if (x, y, z) == (0.0, 0.0, 0.0):
        return None
    far = distance(line)
    return Vec3(x=x * far, y=y * far, z=z * far)


def distance(line: Line, usual: float = 1.0) -> float:
    """The distance that is said, metres; ``usual`` where none is."""
    for at in range(len(line)):
        found = length_at(line, at)
        if found is not None:
            return min(100.0, found[0])
    if _LITTLE.search(line.text):
        return 0.3 * usual
    return 2.0 * usual if _MUCH.search(line.text) else usual


def is_little(text: str) -> bool:
    """Whether the words say that it is only by a little."""
    return _LITTLE.search(text) is not None


def is_much(text: str) -> bool:
    """Whether the words say that it is by a lot."""
    return _MUCH.search(text) is not None


def strength(text: str) -> float:
    """How strongly something is to be done: 1 as usual, less for "a bit", more for "a lot"."""
    if is_little(text):
        return 0.5
    return 1.6 if is_much(text) else 1.0


def degrees(text: str) -> float | None:
    """The angle that is said; None where none is."""
    found = _DEGREES.search(text)
    if found is None:
        return None
    said = number_value(found.group(1)) if found.group(1) != "forty five" else 45.0
    return (said or 90.0) % 720.0


def turn(line: Line) -> float:
    """Degrees clockwise seen from above; a quarter turn where no angle is said."""
    text = line.text
    said = degrees(text)
    if said is not None:
        angle = said
    elif re.search(r"\b(?:around|upside|half a turn|half turn|other way|backwards?|180)\b", text):
        angle = 180.0
    elif "full" in text.split():
        angle = 360.0
    elif _LITTLE.search(text):
        angle = 30.0
    else:
        angle = 90.0
    angle %= 720.0
    return -angle if _COUNTER.search(text) else angle


def factor(line: Line, verb: str = "", height: float = 0.0) -> float | None:
    """The factor on the size that the words say; None when they say none.

    ``height``: the thing's present height in metres, for "2 m tall".
    """
    text = f"{verb} {line.text}".strip()
    if _TOO_LITTLE_OF.search(text) is not None:
        return None
    exact = _exact(text)
    if exact is not None:
        return exact
    for at in range(len(line)):
        measured = length_at(line, at)
        if measured is not None and height > 0 and measured[1] in {"height", None}:
            return min(99.0, max(0.02, measured[0] / height))
    too = re.search(r"\btoo (\w+)", text)
    if too is not None and (_GROWS.search(too.group(1)) or _SHRINKS.search(too.group(1))):
        return 1.0 / 1.5 if _GROWS.search(too.group(1)) else 1.5
    step = 1.2 if _LITTLE.search(re.sub(r"\blittle(?: |$)(?!bit)", "", text) + (
        " a little" if re.search(r"\ba little\b", text) else "")) else 1.5  # fmt: skip
    step = (
        2.0
        if _MUCH.search(text)
        or re.search(r"\b(?:huge|giant|enormous|gigantic|massive|tiny)\b", text)
        else step
    )
    plain = _A_LITTLE.sub("", text)
    if _SHRINKS.search(plain) and not re.search(r"\b(?:bigger|larger|taller|scale up)\b", text):
        return 1.0 / step
    return step if _GROWS.search(text) else None


def _exact(text: str) -> float | None:
    text = _HALVES.sub(lambda found: f"{(number_value(found.group(1)) or 1.0) + 0.5:g}", text)
    percent = re.search(rf"{_NUMBER} ?percent", text)
    smaller = _SHRINKS.search(text) is not None
    if percent:
        share = (number_value(percent.group(1)) or 50.0) / 100.0
        if re.search(r"\b(?:to|at) \d+(?:\.\d+)? ?percent", text):
            return min(99.0, max(0.02, share))
        return max(0.02, 1.0 - share) if smaller else min(99.0, 1.0 + share)
    times = re.search(
        rf"{_NUMBER} ?(?:times|x)\b|(?:factor of|scale(?: it)?(?: by| to)?|by) {_NUMBER}(?! ?(?:m"
        rf"|cm|meters?|metres?|percent|ft|feet)\b)",
        text,
    )
    if times:
        said = times.group(1) or times.group(2) or ""
        value = 0.5 if said == "half" else number_value(said) or 1.0
        return min(99.0, max(0.02, 1.0 / value if smaller and value > 1 else value))
    for words, value in (
        (r"twice|doubl\w*", 2.0),
        (r"tripl\w*|thrice", 3.0),
        (_HALF, 0.5),
        (r"quarter", 0.25),
    ):
        if re.search(rf"\b(?:{words})\b", text):
            return value
    return None


def brightness(text: str) -> float | None:
    """The factor on the scene's light that the words say; None when they say none."""
    strong = 0.35 if _LITTLE.search(text) else 1.0
    exact = _exact_light(text)
    if exact is not None:
        return exact
    if re.search(r"\b(?:off|out|pitch black|pitch dark)\b", text):
        return 0.1
    if re.search(
        r"\b(?:dark(?:er|en)?|dim(?:mer)?|less light|less bright|darken|lower|reduce|decrease"
        r"|down|softer|moody|gloomy)\b",
        text,
    ):
        return round(1.0 - 0.5 * strong, 3)
    if re.search(
        r"\b(?:bright(?:er|en)?|more light|lighter|lighten|illuminate|light up|up|raise|increase"
        r"|on|well lit)\b",
        text,
    ):
        return round(1.0 + 0.5 * strong, 3)
    return None


def _exact_light(text: str) -> float | None:
    """ "brighter by 50 percent", "twice as bright", "dim to 20 percent"."""
    darker = re.search(
        r"\b(?:dark\w*|dim\w*|less|lower|reduce|decrease|down|softer|darken)\b", text
    )
    percent = re.search(r"(?:(to|at) )?(\d+(?:\.\d+)?) percent", text)
    if percent:
        share = min(10.0, float(percent.group(2)) / 100.0)
        if percent.group(1):
            return round(max(0.02, share), 3)
        return round(max(0.02, 1.0 - share), 3) if darker else round(1.0 + share, 3)
    times = re.search(rf"\b(twice|double|half|{_NUMBER} times) (?:as|the|brighter)\b", text)
    if times is None:
        return None
    said = times.group(1).split()[0]
    value = {"twice": 2.0, "double": 2.0, "half": 0.5}.get(said) or number_value(said) or 2.0
    return round(1.0 / value if darker and value > 1 else value, 3)
