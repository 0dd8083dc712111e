"""Places told by what they are a part of: "inside of a subway car", "the deck of a pirate ship".

What belongs here: such words as the name of the place itself ("subway car interior", "pirate ship
deck"), which ``settings`` knows. What does not: the insides of furniture and vessels, which hold
things as things ("inside the box").
"""

from __future__ import annotations

import re
from functools import cache

from consumers.lexicon.sentences.settings import named_setting, setting_table, spelled_settings
from consumers.lexicon.words.gazetteer import noun_at, noun_row
from consumers.lexicon.words.tokens import read

_A = r"(?:an?|the|my|our|this|one|some)"
_DECKS = (
    r"(?:upper |main |lower |wooden |old )?(?:deck|courtyard|back alley|alley|rooftop|back ?yard"
    r"|patio|terrace|balcony|ruins|cockpit|cargo hold|hold|engine room|cabin|control room|bridge)"
)
_OF = re.compile(
    rf"^(?P<lead>\W*(?:(?:on|in|at) )?)(?:{_A} )?(?P<part>{_DECKS}) of (?:an?|the|my|our) "
    r"(?P<whole>(?:(?!with )[a-z]+ ){0,2}?[a-z]+)(?=\s*(?:[,.:;]|with\b|has\b|at\b|in\b|on\b|$))",
    re.IGNORECASE,
)
"""A part of a building or vehicle that the text begins with is where everything is."""
_SET_APART = frozenset({"upper", "main", "lower", "wooden", "old"})
_BESIDE = frozenset({
    "alley", "back alley", "courtyard", "backyard", "back yard", "rooftop", "patio", "terrace",
    "balcony",
})  # fmt: skip
"""Parts at a building rather than in it: its own name would build it, too."""
_MODEL = re.compile(
    r"^\W*(?:an? )?(?:[a-z]+(?:[- ](?:sized|scale))? ){0,2}"
    r"(?:(?:tabletop|table top|miniature|model|tiny) (?:diorama|scene|model|display|landscape)"
    r"|diorama)"
    r" (?:of|showing|with) (?:an? |the )?(?:[a-z]+ )?[a-z]+(?= with\b|\s*[:,])",
    re.IGNORECASE,
)
"""A model of a place is on a table, whatever the place."""
_SHOT = re.compile(
    r"^\W*(?:an? |the )?(?:[a-z]+ )?(?:product (?:shot|photo|photograph|render)|packshot"
    r"|flat ?lay|still life|close ?-?up(?: shot| photo)?|macro(?: shot| photo)?)"
    r" (?:of|with|showing) ",
    re.IGNORECASE,
)
"""A picture of small things is of things on a table."""
_ON_DECK = re.compile(
    rf"\bon {_A} deck of (?:an?|the) (?P<whole>(?:[a-z]+ )?(?:ship|boat|yacht|galleon|ferry))\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"\b(?:{_A} )?(?:inside|interior) of (?:an?|the|my|our) (?P<of>WHOLE)\b"
    r"|^(?:we are |we're |i am |i'm )?(?:inside|on board of|on board|aboard) (?:an?|the)"
    r" (?P<in>WHOLE)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    rf"^(?:{_A} )?(?:inside|interior)(?: of)? (?:an?|the|my) (?P<whole>[^,.:;]{{3,40}}?)"
    r"(?P<end>\s*[,:;.]|\s+(?:with|there (?:is|are)|are|is)\b)",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"^(?:deep )?(?:under (?:the )?(?:sea|water|ocean|waves)|below the (?:sea|surface|waves)"
    r"|(?:on )?(?:an? |the )?(?:seabed|sea bed|sea floor|ocean floor)(?= with\b|\s*[:,])"
    r"|(?:at|on) the bottom of the (?:sea|ocean))\b",
    re.IGNORECASE,
)
_STILL = re.compile(r"^\W*(?:an? )?still[- ]life(?: (?:scene|painting))?\b", re.IGNORECASE)
_ON_SHIP = re.compile(
    r"^(?P<lead>\W*(?:(?:an?|the|my) )?)(?:\w+'?s )?(?P<part>cabin|galley)"
    r" (?:on|in|aboard|inside|of) (?:an?|the|my) (?:\w+ )?"
    r"(?:ship|boat|yacht|galleon|ferry|sailboat)(?=\s*(?:[,.:;]|with\b|$))",
    re.IGNORECASE,
)
"""A place aboard, whose ship is not in it."""
_ABOARD = re.compile(r"\b(?:ship|boat|yacht|galleon|ferry|deck)\b", re.IGNORECASE)
_ENDS = (
    (re.compile(r"\b(?:at|in|on|near|towards?|by) the (?:stern|aft|poop)\b", re.I), "at the back"),
    (re.compile(r"\b(?:at|in|near|towards?|by) the (?:bow|prow)\b", re.I), "at the front"),
)  # fmt: skip
_EDGE = re.compile(
    r"\b(?P<at>against|along|on|at|by|near|over|to|from) the (?:stone |glass |metal |wooden |low )?"
    r"(?:parapet|railings?|rails?|guard rail|battlements?|bulwarks?)\b(?! of)",
    re.IGNORECASE,
)
_RAISED = re.compile(r"\b(?:roof\w*|balcony|deck|terrace|battlements)\b", re.IGNORECASE)
_OWN_EDGE = re.compile(r"\b(?:an?|two|with) (?:\w+ )?(?:parapet|railing)s?\b", re.IGNORECASE)
"""A railing that is wished for as a thing."""
_OUTSIDE = re.compile(
    r" (?:parked |standing |just |right )?outside(?= ?(?:[.,;!?]|and\b|$))", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,.;:]| and (?=an?\b|the\b|some\b|\d|two\b|three\b|four\b|five\b|six\b)")
_IN_THE_OPEN = re.compile(
    r"\b(?:outdoors?|open air|al fresco)\b|^\W*(?:just |right )?outside\b", re.IGNORECASE
)
_FURNISHED = ("subway car interior", "bus interior", "airplane cabin")
"""Settings of vehicles that furniture tells the inside of: "a train carriage with four tables"."""
_AROUND_IT = re.compile(
    r"\b(?:in front|next to|beside|behind|outside|parked|road|street|station|platform|meadow"
    r"|desert|runway|tracks?|rails)\b",
    re.IGNORECASE,
)
_DOMED = re.compile(r" (?:under|beneath|below) (?:the|its|a) (?:\w+ )?dome\b", re.IGNORECASE)
_FURNITURE = frozenset({"furniture", "appliance"})
_LARGE_M = 1.6
"""Metres: what is larger may be a place by its inside."""


def with_insides_read(text: str) -> str:
    """``text`` with parts of buildings and vehicles named as places."""
    told = _UNDER.sub("underwater world", text, count=1)
    told = _SHOT.sub("tabletop: ", told, count=1)
    told = _STILL.sub("tabletop", told, count=1)
    told = _ON_SHIP.sub(lambda m: f"{m['lead']}ship {m['part']}", told, count=1)
    told = _whole().sub(_as_interior, told)
    told = _furnished(told)
    told = _MODEL.sub("tabletop diorama", told, count=1)
    told = _OF.sub(_as_part, told, count=1)
    told = _ON_DECK.sub(lambda m: f"on the {m['whole']} deck", told)
    told = _INSIDE.sub(_as_room, told, count=1)
    if re.search(r"\b(?:observatory|planetarium)\b", told, re.IGNORECASE):
        told = _DOMED.sub("", told)  # it is the room's own
    if _ABOARD.search(told):
        for end, words in _ENDS:
            told = end.sub(words, told)
    if _RAISED.search(told) and not _OWN_EDGE.search(told):
        told = _EDGE.sub(lambda m: f"{m['at']} the wall", told)
    return told


def with_outside_read(text: str) -> tuple[str, bool]:
    """``text`` with a thing "outside" of a furnished room at its open front; whether one is.

    "A barber shop with three chairs, a striped pole outside" is the shop and no meadow.
    """
    parts = [part for part in _CLAUSE.split(text) if part and part.strip()]
    if not parts or not _OUTSIDE.search(text) or _IN_THE_OPEN.search(text):
        return text, False
    inside = [part for part in parts if not _OUTSIDE.search(part)]
    if not (_names_room(parts[0]) and any(map(_has_furniture, inside))):
        return text, False
    return _OUTSIDE.sub(" at the front", text), True


def _names_room(part: str) -> bool:
    words = re.findall(r"[a-z']+", part.lower())
    tails = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, i + 4))
    rows = (named_setting(tail) for tail in tails)
    return any(row is not None and row.kind == "room" for row in rows)


def _has_furniture(part: str) -> bool:
    line = read(part)
    found = (noun_at(line, at) for at in range(len(line)))
    rows = (noun_row(n.noun) for n in found if n is not None)
    return any(
        r is not None and (r.category in _FURNITURE or r.placement in {"wall", "ceiling"})
        for r in rows
    )


def _furnished(text: str) -> str:
    """ "a train carriage with four tables and eight seats" is its inside."""
    found = _vehicle().match(text)
    if found is None or _AROUND_IT.search(text):
        return text
    first = re.split(r"[,.;]| and ", text[found.end() :].strip(" :"))[0]
    if not _has_furniture(first):
        return text
    return f"{found['of']} interior{text[found.end('of') :]}"


def _as_interior(found: re.Match[str]) -> str:
    """The place alone where the text begins with it, else "in" it."""
    if found["in"] and named_setting(found["in"].lower()) is not None:
        return found[0]  # "inside a submarine" is read as such
    name = f"{found['of'] or found['in']} interior"
    return f"in the {name}" if found.string[: found.start()].strip() else name


def _as_part(found: re.Match[str]) -> str:
    """ "upper deck of a ship" is the ship deck, "back alley of a restaurant" an alley."""
    words = found["part"].lower().split()
    part = " ".join(words[1:] if words[0] in _SET_APART else words)
    whole = "" if part in _BESIDE else f"{found['whole']} "
    return f"{found['lead']}{whole}{part}"


def _as_room(found: re.Match[str]) -> str:
    """ "inside a giant mushroom:" is a room of that name; "inside the box" is none."""
    whole = found["whole"].strip()
    line = read(whole)
    known = [n for at in range(len(line)) if (n := noun_at(line, at)) is not None]
    row = noun_row(known[-1].noun) if known else None
    named = whole.lower() in spelled_settings()  # "inside a castle" is read as such
    small = named or (row is not None and max(row.size) < _LARGE_M and "giant" not in whole.lower())
    if small or len(line) > 3 or line.at(len(line) - 1) in {"room", "interior"}:
        return found[0]
    end = found["end"]
    return f"{whole} interior{': ' if end.strip()[0].isalpha() and 'with' not in end else ''}{end}"


@cache
def _vehicle() -> re.Pattern[str]:
    names = {of for row in _FURNISHED for of in setting_table()[row].inside}
    whole = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"\W*(?:{_A} )?(?P<of>(?:(?!with |and )[a-z]+ )?(?:{whole}))(?: with\b|\s*[:,])",
        re.IGNORECASE,
    )


@cache
def _whole() -> re.Pattern[str]:
    names = {of for row in setting_table().values() for of in row.inside}
    whole = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    looks = r"(?:(?!with |and )[a-z]+ )?"
    return re.compile(_WITHIN.pattern.replace("WHOLE", f"{looks}(?:{whole})"), re.IGNORECASE)
