"""Where a scene is: the place that the words name or its things tell of, its size and its walls.

What belongs here: the setting of a decomposition. What does not: what is in it, which is in
``rules``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import sqrt

from consumers.layout.model import ALL_SIDES
from consumers.layout.scenes.rooms import pile_height
from consumers.layout.search.goals import SHELL
from consumers.layout.space.traits import items_of
from consumers.lexicon.sentences.expansion import Expanded
from consumers.lexicon.sentences.place_shapes import Shape, phrase_shape
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.settings import SettingRow, setting_table
from consumers.lexicon.sentences.terrain import water_here
from consumers.lexicon.words.gazetteer import noun_row
from schemas.decomposition import Relation, Setting, WallSide, Wish
from schemas.decomposition import RelationKind as Kind

_INDOORS = frozenset({"furniture", "appliance"})
_OUTDOORS = frozenset({"building", "vehicle", "nature"})
_OUTSIDE = re.compile(
    r"^(?:just |right )?outside (?:of )?(?:an?|the|my|our) "
    r"|\b(?:outdoors|out of doors|in the open(?: air)?|al fresco"
    r"|outside(?= ?(?:[.,;:!?]|$|with|and)))"
    r"|\b(?:outdoor|open air) (?:\w+ )?(?:cinema|theat(?:er|re)|gym|cafe|restaurant|classroom"
    r"|kitchen|bar|party|concert|scene|dining|library|market|office|stage|movie|wedding|event|museum)\b"
)
"""Words that put the whole scene into the open."""
_PICNIC = re.compile(r"\b(?:having|has|have|at|on|for) an? (?:\w+ )?picnic\b|\bpicnicking\b")
"""What people do in the open, where no other place is said."""
_OPEN_AIR = frozenset({"beach", "garden", "park", "street", "patio", "picnic", "camping", "farm"})
"""Words before a noun that say that such a thing is used outdoors ("beach umbrella")."""
_TO_WALLS = frozenset(
    {Kind.ON_WALL, Kind.AGAINST_WALL, Kind.IN_CORNER, Kind.HANGING_FROM}
)  # fmt: skip
_OPEN_GROUND = setting_table()["meadow"]
_BUILDING_SIZE = 6.0
"""Metres: an unknown thing larger than that is outdoors."""
_WALK = 0.75
"""Metres added to each side of a thing for the ways around it."""
_HEADROOM = 0.4
"""Metres left above the tallest thing; what needs more height than usual is given it."""
_SMALLEST_FACTOR = 0.2
_LONGEST_NAME = 40
_NAMES = {"room": "room", "outdoor": "meadow"}
_ENCLOSED = re.compile(
    r"\b(?:walled(?: in)?|enclosed by walls|surrounded by (?:\w+ ){0,2}walls)\b", re.IGNORECASE
)
_HOUSE_WALL = re.compile(
    r"\b(?:the|its|our|my) (?:\w+ )?(?:house|home|brick|stone|garden|yard|boundary|castle|city"
    r"|barn|garage|cottage|concrete|wooden|outer|outside) wall\b"
    r"|\bwall of the (?:house|barn|garage|cottage)\b",
    re.IGNORECASE,
)
_BOARDS = frozenset({"table", "round table", "desk", "coffee table", "side table", "workbench"})
"""A table that words name is the table that all is on."""
_TABLE_M, _MODEL_M = 0.9, 0.45
"""Metres: what is larger is on a table as a model, the largest of them so large."""
_MODELLED = frozenset({"building", "vehicle", "person", "animal", "nature", "plant"})
_TRAYS = frozenset({"tray", "cutting board", "platter", "serving board"})
_TRAY_M = 0.7
"""Metres: a scene that begins with a tray and has nothing larger is on a table."""
_ROUND_TABLE = 0.9
"""Metres of floor about a table that all is on."""
TABLETOP = "tabletop"
"""The setting in which all is on a table, and of its size."""


def _by_water(reading: Reading) -> SettingRow | None:
    """The harbour, where a pier tells of water and nothing else of a place."""
    pier = any(thing.phrase.noun == "jetty" for thing in reading.things)
    return setting_table()["harbor"] if pier and water_here(reading) is None else None


def is_tabletop(reading: Reading, expanded: Expanded) -> bool:
    """Whether all is on a table, by its name or since it is on a tray that stands nowhere."""
    if reading.setting is not None or reading.setting_phrase is not None:
        named = any(w.recipe.noun in _BOARDS for w in expanded.wishes)
        return not named and reading.setting is not None and reading.setting.name == TABLETOP
    if not expanded.wishes or expanded.wishes[0].recipe.noun not in _TRAYS:
        return False
    first = expanded.wishes[0].id
    placed = any(r.subject == first for r in expanded.relations)
    return not placed and all(max(w.recipe.size) < _TRAY_M for w in expanded.wishes)


def setting_told(reading: Reading, expanded: Expanded, shape: Shape, text: str) -> Setting:
    """The setting that ``reading`` of ``text`` tells of, large enough for what is ``expanded``."""
    row = reading.setting or _by_water(reading)
    if is_tabletop(reading, expanded):
        row = setting_table()[TABLETOP]
    elif row is not None and row.name == TABLETOP:
        row = None
    kind = row.kind if row is not None else _kind_by_contents(expanded, reading)
    if _OUTSIDE.search(text) or (row is None and _PICNIC.search(text)):
        kind = "outdoor"
    named = row if row is not None and row.kind == kind else None
    walls = _walls(named, expanded, text) if kind == "outdoor" else ()
    usual = row.size if row is not None else ((5.0, 4.0) if kind == "room" else _OPEN_GROUND.size)
    width, depth, height = _measured(reading, usual, _needed(expanded))
    if row is not None and row.name == TABLETOP:
        width, depth = _table(expanded)
    elif table := _shown_table(reading, expanded):
        width, depth = table[0] + _ROUND_TABLE, table[2] + _ROUND_TABLE
    elif named is not None and named.long and (width, depth) == (None, None):
        width = max(named.size[0], _widest(expanded))
    ground = row.ground if row is not None else None
    if ground is None and kind == "outdoor":
        ground = _OPEN_GROUND.ground
    if reading.ground is not None and kind == "outdoor":
        ground = reading.ground
    return Setting(
        kind="room" if kind == "room" else "outdoor",
        name=reading.setting_said or (row.name if row else _place_name(reading, kind)),
        width=width,
        depth=depth,
        height=height or _height(reading, named, expanded, indoors=kind == "room"),
        time=reading.time or "day",
        ground=ground,
        floor_color=reading.floor_color,
        wall_color=reading.wall_color if kind == "room" or walls else None,
        shape="l" if "l" in (shape, phrase_shape(reading.setting_phrase)) else "rectangle",
        walls=walls,
        raised=(named is not None and named.raised) or walls == ALL_SIDES,
    )


def _shown_table(reading: Reading, expanded: Expanded) -> tuple[float, float, float] | None:
    """The size of the table that a still life names, which is nearly all that there is to see."""
    still = reading.setting is not None and reading.setting.name == TABLETOP
    table = next((w for w in expanded.wishes if w.recipe.noun in _BOARDS), None)
    return table.recipe.size if still and table is not None else None


def _place_name(reading: Reading, kind: str) -> str:
    """What the place is called that is none of the known: "giant mushroom interior"."""
    phrase = reading.setting_phrase
    own = phrase is not None and phrase.head == "interior" and phrase.label != phrase.head
    return phrase.label[:_LONGEST_NAME] if own and phrase is not None else _NAMES[kind]


def _height(
    reading: Reading, row: SettingRow | None, expanded: Expanded, *, indoors: bool
) -> float | None:
    """Metres to the ceiling, or in the open to the top of walls; None: the layout chooses."""
    usual = row.height if row is not None else None
    if not indoors:
        return reading.ceiling or usual
    tallest = max((w.recipe.size[1] for w in expanded.wishes), default=0.0)
    tallest = max(tallest, pile_height(expanded.relations, items_of(expanded.wishes)))
    fits = usual is not None and tallest < usual - _HEADROOM
    return reading.ceiling or (usual if fits else None)


def _walls(row: SettingRow | None, expanded: Expanded, text: str) -> tuple[WallSide, ...]:
    """The sides that have a wall in the open: those of such a place, or of which the words tell."""
    if row is not None and row.walls:
        return row.walls
    if _ENCLOSED.search(text):
        return ALL_SIDES
    if not _HOUSE_WALL.search(text):
        return ()
    named = {SHELL.get(t) for r in expanded.relations if r.kind in _TO_WALLS for t in r.targets}
    sides = tuple(side for side in ALL_SIDES if side in named)
    at_any = any(r.kind in _TO_WALLS and not r.targets for r in expanded.relations)
    return sides or (("back",) if at_any else ())


def _widest(expanded: Expanded) -> float:
    """Metres that a long place is wide at least for what stands in it, with room to pass."""
    return max(
        (min(w.recipe.size[0], w.recipe.size[2]) + _WALK for w in expanded.wishes), default=0
    )


def _table(expanded: Expanded) -> tuple[float, float]:
    """Width and depth in metres of the table that a still life is on."""
    area = sum((w.recipe.size[0] + 0.08) * (w.recipe.size[2] + 0.08) for w in expanded.wishes)
    longest = max((max(w.recipe.size[0], w.recipe.size[2]) for w in expanded.wishes), default=0.0)
    depth = max(0.7, longest + 0.2, sqrt(2.0 * area))
    return round(1.5 * depth, 2), round(depth, 2)


def _kind_by_contents(expanded: Expanded, reading: Reading) -> str:
    """Outdoors when something stands there that only stands outdoors; a room is the usual case."""
    if reading.wall_color or (
        reading.setting_phrase and reading.setting_phrase.head in {"room", "interior"}
    ):
        return "room"
    held = {r.subject for r in expanded.relations if r.kind is Kind.IN and r.targets}
    known = [
        (row, max(w.recipe.size))
        for w in expanded.wishes
        if (row := noun_row(w.recipe.noun)) and w.id not in held
    ]
    rows = [row for row, size in known if size > 0.4 * max(row.size)]
    walled = any(not r.targets and r.kind in _TO_WALLS for r in expanded.relations)
    if walled and not any(r.category in _OUTDOORS for r in rows):
        return "room"
    big = [r for r in rows if r.placement == "outdoor" and max(r.size) > 2.0]
    if any(not w.recipe.known and max(w.recipe.size) > _BUILDING_SIZE for w in expanded.wishes):
        return "outdoor"
    if any(r.category in _OUTDOORS or r.category in {"plant", "structure"} for r in big):
        return "outdoor"
    if any(r.category in _INDOORS or r.placement in {"wall", "ceiling"} for r in rows):
        return "room"
    words = {w for wish in expanded.wishes for w in wish.recipe.label.split()[:-1]}
    return "outdoor" if words & _OPEN_AIR or any(r.placement == "outdoor" for r in rows) else "room"


def _needed(expanded: Expanded) -> float:
    """Square metres of floor that the things of a scene take, with room to walk between them."""
    standing = [
        w.recipe.size
        for w in expanded.wishes
        if (row := noun_row(w.recipe.noun)) is None or row.placement in {"floor", "outdoor"}
    ]
    return sum((wide + _WALK) * (deep + _WALK) for wide, _, deep in standing)


def _measured(
    reading: Reading, usual: tuple[float, float], needed: float
) -> tuple[float | None, float | None, float | None]:
    """Width, depth and height where the words say them, by measure or by "big" and "small".

    What is only called small is still as large as its things need it (``needed`` square metres).
    """
    phrase = reading.setting_phrase
    if phrase is None or not phrase.extent.said:
        return None, None, None
    extent = phrase.extent
    if extent.factor < _SMALLEST_FACTOR:
        return None, None, None  # "a toy store" is no toy
    if extent.factor != 1.0 or extent.stretch != (1.0, 1.0, 1.0):
        fitted = extent.fitted((usual[0], 2.7, usual[1]))
        tall = fitted[1] if extent.stretch[1] != 1.0 or extent.height else None
        if not (extent.width or extent.depth or extent.length) and fitted[0] * fitted[2] < needed:
            return None, None, tall
        return fitted[0], fitted[2], tall
    if extent.width is None:
        return extent.length, extent.depth, extent.height
    depth = extent.depth if extent.depth is not None else extent.length
    return extent.width, depth, extent.height


def on_named_table(reading: Reading, expanded: Expanded) -> Expanded:
    """A still life whose table is named: what stands nowhere is on it."""
    still = reading.setting is not None and reading.setting.name == TABLETOP
    table = next((w for w in expanded.wishes if w.recipe.noun in _BOARDS), None)
    if not still or table is None:
        return expanded
    placed = {r.subject for r in expanded.relations}
    loose = [
        w.id
        for w in expanded.wishes
        if w.id not in placed | {table.id} and max(w.recipe.size) < max(table.recipe.size)
    ]
    on = (Relation(kind=Kind.ON, subject=node, targets=(table.id,)) for node in loose)
    return replace(expanded, relations=(*expanded.relations, *on))


def on_table(expanded: Expanded) -> Expanded:
    """The things as they are on a table: small ones as they are; buildings, vehicles and who
    goes with them as models of one scale; other large ones (a pedestal, a backdrop) as small ones.
    """
    modelled = [w for w in expanded.wishes if _is_modelled(w)]
    largest = max((max(w.recipe.size) for w in modelled), default=0.0)
    common = _MODEL_M / largest if largest > _TABLE_M else 1.0
    return replace(
        expanded,
        wishes=tuple(
            _at_scale(w, common)
            if _is_modelled(w)
            else _at_scale(w, min(1.0, _MODEL_M / max(w.recipe.size)))
            for w in expanded.wishes
        ),
    )


def _is_modelled(wish: Wish) -> bool:
    """Whether it is on a table as a model of something else alone."""
    row = noun_row(wish.recipe.noun)
    small = max(wish.recipe.size) <= _MODEL_M
    return row is not None and row.category in _MODELLED and not small


def _at_scale(wish: Wish, share: float) -> Wish:
    """``wish`` at ``share`` of its size, but no smaller than a bead."""
    x, y, z = (round(max(0.01, share * side), 4) for side in wish.recipe.size)
    return wish.model_copy(update={"recipe": wish.recipe.model_copy(update={"size": (x, y, z)})})
