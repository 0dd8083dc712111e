"""Places: "on", "to the left of", "in the corner", "on each side of", "side by side".

What belongs here: the words of a relation up to its target. What does not: the target (a noun
phrase) and who stands there, which is in ``reading``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.measures import length_at
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.quantities import number_value
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

Spread = Literal[
    "", "sides", "mutual", "group", "shell", "act", "corners", "implied", "away", "backs",
    "walls", "edges",
]  # fmt: skip

PYRAMID = -1
"""Number of rows of a stack that is a pyramid."""

SOME_ROWS = 0
"""Number of rows where words say that there are several and not how many."""

_WALLS = {
    "left": "room-left-wall", "west": "room-left-wall", "right": "room-right-wall",
    "east": "room-right-wall", "back": "room-back-wall", "rear": "room-back-wall",
    "far": "room-back-wall", "north": "room-back-wall",
}  # fmt: skip
"""Words for the walls of a room as seen from its open front, which is no wall."""
_WALLED = frozenset({Kind.AGAINST_WALL, Kind.ON_WALL, Kind.IN_CORNER, Kind.FACING})
_ASIDE = (NodeId("room-left-wall"), NodeId("room-right-wall"))
_OWN_BACK = re.compile(r"(?:its|their|the) backs? (?:to|against)")
BACK = NodeId("room-back-wall")
"""Which wall it is that something faces where nobody says so."""


@dataclass(frozen=True, slots=True)
class Place:
    """A relation's words. ``targeted``: a noun phrase follows that names the target.

    ``spread``: "act": the subject does something to the target, so it must just have been named;
    "sides": one on the left and one on the right of the
    target; "mutual": of each other; "group": an arrangement of the subjects among themselves;
    "shell": to the room itself; "corners": one in every corner; "implied": to what was named;
    "walls": shared out to ``walls``; "edges": all along them, or around the open.
    "away": turned from the target; "backs": turned from each other.
    ``kind`` None: where the thing stands anyway ("on the floor"). ``walls``: which of the room's.
    ``corners``: which ones, as "left back" and the like. ``ends``: at an end of the target.
    ``fore``: at the front wall, which no room has. ``distance``: metres between edges.
    ``rows``: how many rows the subjects stand in, or ``SOME_ROWS``; ``long``: how many in each,
    where said.
    ``every``: so many on each side, and not in all. ``either``: so, where they are more than two.
    """

    kind: Kind | None
    targeted: bool
    spread: Spread = ""
    walls: tuple[NodeId, ...] = ()
    distance: float | None = None
    rows: int = 1
    long: int = 0
    every: bool = False
    either: bool = False
    beside: bool = False
    other: bool = False
    corners: tuple[str, ...] = ()
    ends: bool = False
    fore: bool = False


_APART = frozenset({
    Kind.LEFT_OF, Kind.RIGHT_OF, Kind.IN_FRONT_OF, Kind.BEHIND, Kind.NEAR, Kind.NEXT_TO,
    Kind.OPPOSITE, Kind.ABOVE, Kind.AROUND, Kind.AGAINST_WALL,
})  # fmt: skip
"""Places that may be so many metres away."""
_LEAD = re.compile(r"(?:at a distance of|at least|within|about|around|roughly|some|exactly)(?= )")
_EVERY = re.compile(
    r"(?:placed |standing |spaced )?(?:every|at(?= .{1,12} intervals)|at intervals of"
    r"|(?:evenly )?spaced)(?= )"
)
_AWAY = re.compile(r"(?:further |farther )?(?:away from|apart from|distance from|from|off)(?= )")
_ROUND_THING = re.compile(r"round (?!the |a |it|them|an |this |that |each )")


def place_at(line: Line, index: int) -> tuple[Place, int] | None:
    """The relation whose words begin at ``index`` and the index after them."""
    if line.at(index) == "round" and line.match(_ROUND_THING, index):
        return None
    if line.at(index) == "overhead" and noun_at(line, index + 1) is not None:
        return None  # "an overhead lamp"
    rows, any_of_them = _rows()
    if line.match(any_of_them, index) is None:
        return None  # nearly every word: one pattern is asked instead of a hundred
    for pattern, place in rows:
        found = line.match(pattern, index)
        if found is not None and not _names_side(line, place, found[1]):
            return _exactly(place, found[0].group()), found[1]
    return None


_SIDED = frozenset({"shoulder", "arm", "hand", "wing", "paw", "foot", "knee", "wrist", "hip"})
"""Parts of which somebody has a left and a right one."""


_SAID_AFTER = frozenset({"stand", "lies", "lie", "stands"})
"""Verbs after a place that are names of things elsewhere."""


def _names_side(line: Line, place: Place, stop: int) -> bool:
    """ "on the left nightstand" is no place to the left, "in the middle chair" no middle, "at a
    corner table" no corner."""
    word = line.at(stop - 1)
    if place.kind is Kind.IN_CENTER and not place.targeted and word in {"middle", "center"}:
        return noun_at(line, stop) is not None and line.at(stop) not in _SAID_AFTER
    if place.kind is Kind.IN_CORNER and place.spread == "shell" and word == "corner":
        return line.at(stop - 2) == "a" and noun_at(line, stop) is not None
    sided = place.kind in {Kind.LEFT_OF, Kind.RIGHT_OF} and not place.targeted
    if not sided or line.at(stop - 1) not in {"left", "right"}:
        return False
    opens = line.at(stop) in _SAID_AFTER and (
        line.at(stop + 1) in wc.DETERMINERS or number_value(line.at(stop + 1)) is not None
    )
    if (
        place.spread != "shell"
        and not opens
        and singular(line.at(stop)) in wc.PARTS | wc.SPOTS | _SIDED
    ):
        return True  # "on its left shoulder"
    known = None if opens else noun_at(line, stop)
    if known is not None:  # "a wardrobe on the left a desk on the right", without the article
        across = {"left": "right", "right": "left"}[line.at(stop - 1)]
        said = line.span(stop + known.length, stop + known.length + 3)
        return said not in {f"on the {across}", f"to the {across}"}
    return line.at(stop) in {"one", "ones"}


def measured_place_at(line: Line, index: int) -> tuple[Place, int] | None:
    """ "1 m behind", "3 m away from", "20 cm apart": a place with its distance in metres."""
    every = line.match(_EVERY, index)
    spaced = length_at(line, every[1]) if every else None
    if every is not None and spaced is not None:
        stop = every[1] + spaced[2]
        stop += line.at(stop) in {"apart", "intervals"}
        return Place(Kind.IN_ROW, False, "group", distance=spaced[0], every=True), stop
    lead = line.match(_LEAD, index)
    start = lead[1] if lead else index
    length = length_at(line, start)
    if length is None or length[1] is not None:
        return None
    metres, stop = length[0], start + length[2]
    if line.at(stop - 1) == "in" and place_at(line, stop - 1):
        stop -= 1  # "two metres in front of"
    if line.at(stop) == "apart":
        return Place(Kind.IN_ROW, False, "group", distance=metres), stop + 1
    found = place_at(line, stop)
    away = line.match(_AWAY, stop)
    if found is None and away is not None:
        found = Place(Kind.NEAR, True), away[1]
    if found is not None and found[0].kind is Kind.ON_WALL:
        found = replace(found[0], kind=Kind.AGAINST_WALL), found[1]  # "1.5 m from the wall"
    if found is None or found[0].kind not in _APART:
        return None
    return replace(found[0], distance=metres), found[1]


def away_at(line: Line, index: int) -> tuple[float, int] | None:
    """ "exactly 40 cm away", said of the place before it: metres and the index after it."""
    lead = line.match(_LEAD, index)
    start = lead[1] if lead else index
    length = length_at(line, start)
    stop = start + length[2] if length is not None else 0
    following = line.at(stop + 1)
    ends = following in STOPS or following in {"", ",", "and"}
    if length is None or line.at(stop) not in {"away", "off"} or not ends:
        return None
    return length[0], stop + 1


def _exactly(place: Place, said: str) -> Place:
    """``place`` with the wall, corner or number of rows that its words name."""
    if place.spread == "shell" and place.kind in _WALLED:
        named = [_WALLS[w] for w in _OWN_BACK.sub("", said).split() if w in _WALLS]
        if place.kind is Kind.FACING and ("wall" in said or "corner" in said):
            named = named or [BACK]
        if not named and place.kind is Kind.AGAINST_WALL and "end" in said.split():
            named = [BACK]  # "at the end of the courtyard"
        sides = sorted(dict.fromkeys(named), key=lambda wall: wall == "room-back-wall")
        fore = bool({"front", "south"} & set(said.split()))
        if place.kind is Kind.IN_CORNER and fore:
            return replace(place, corners=_corners({*said.split(), "front"}))
        place = replace(place, fore=fore and place.kind is not Kind.FACING)
        return replace(place, walls=tuple(NodeId(wall) for wall in sides)) if sides else place
    words = set(said.split())
    if place.kind in {Kind.LEFT_OF, Kind.RIGHT_OF} and place.spread == "shell":
        return replace(place, beside=said.split()[-3:-1] == ["to", "the"])
    if place.kind is Kind.RIGHT_OF and "other" in words:
        return replace(place, other=True, ends=bool({"end", "ends"} & words))
    if place.spread == "walls":
        walls = [NodeId(_WALLS[w]) for w in said.split() if w in _WALLS]
        if not walls:
            walls = [*_ASIDE, BACK] if words & {"every", "all", "three"} else list(_ASIDE)
        return replace(place, walls=tuple(dict.fromkeys(walls)),
                       every=bool({"each", "every"} & words))  # fmt: skip
    if place.spread == "corners" and place.kind is Kind.IN_CORNER:
        return replace(place, corners=_corners(words), every=bool({"each", "every"} & words))
    ends = bool({"end", "ends"} & words)
    if place.spread == "sides":
        return replace(place, every=bool({"each", "every"} & words), either="either" in words,
                       ends=ends)  # fmt: skip
    if place.kind in {Kind.LEFT_OF, Kind.RIGHT_OF, Kind.NEXT_TO} and ends:
        return replace(place, ends=True)
    if place.kind is Kind.STACKED and "pyramid" in said:
        return replace(place, rows=PYRAMID)
    if place.kind in {Kind.IN_ROW, Kind.STACKED} and place.spread == "group":
        numbers = [int(n) for w in said.split() if (n := number_value(w)) is not None and n > 1]
        if not numbers:
            unsaid = place.kind is Kind.IN_ROW and words & {"rows", "lines", "columns"}
            return replace(place, rows=SOME_ROWS) if unsaid else place
        return replace(place, rows=numbers[0], long=numbers[1] if len(numbers) > 1 else 0)
    return place


def _corners(words: set[str]) -> tuple[str, ...]:
    """The corners that are named: "left back", "right front"; none where any will do."""
    several = "corners" in words or bool(words & {"each", "every", "both"})
    sides = [side for side in ("left", "right") if side in words] or ["left", "right"]
    depths = ["front"] if words & {"front", "near"} else []
    depths += ["back"] if words & {"back", "rear", "far"} else []
    if not several:
        return tuple(f"{side} {depth}" for side in sides for depth in depths)[:1]
    if words & {"opposite", "diagonally", "opposing"}:
        return "left back", "right front"
    if depths or len(sides) == 1:
        depths = depths or ["back", "front"]
        return tuple(f"{side} {depth}" for depth in depths for side in sides)
    if words & {"two", "2", "both"} and not words & {"all"}:
        return "left back", "right back"
    return ("left back", "right back", "left front") if words & {"three", "3"} else ()


@cache
def _rows() -> tuple[tuple[tuple[re.Pattern[str], Place], ...], re.Pattern[str]]:
    """The patterns in their order with their places, and one for where any of them matches."""
    table = tomllib.loads(
        files("consumers.lexicon.sentences").joinpath("places.toml").read_text("utf-8")
    )
    fragments: dict[str, str] = table["fragments"]
    rows, texts = [], []
    for row in table["place"]:
        said = row["said"]
        for name, text in fragments.items():
            said = said.replace("{" + name + "}", text)
        kind = None if row["kind"] == "none" else Kind(row["kind"])
        place = Place(kind, row.get("target", True), row.get("spread", ""))
        rows.append((re.compile(rf"{fragments['NEARLY']}(?:{said})(?= |$)"), place))
        texts.append(f"(?:{said})")
    any_of_them = re.compile(rf"{fragments['NEARLY']}(?:{'|'.join(texts)})(?= |$)")
    return tuple(rows), any_of_them
