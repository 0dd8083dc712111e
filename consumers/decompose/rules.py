"""The embedded decomposition: a sentence to wishes and relations by grammar and tables, no model.

What belongs here: the scene as a whole (setting, furnishing an empty one, its name, its notes).
The grammar is in ``consumers/lexicon``.
"""

from __future__ import annotations

import re

from consumers.decompose.nesting import nested
from consumers.decompose.spreading import spread
from consumers.layout.scenes.rooms import pile_height
from consumers.layout.space.traits import items_of
from consumers.lexicon.sentences.alike import same_kind
from consumers.lexicon.sentences.brackets import with_brackets_read
from consumers.lexicon.sentences.dashes import with_dashes_read
from consumers.lexicon.sentences.expansion import Expanded, expand
from consumers.lexicon.sentences.place_shapes import Shape, phrase_shape, told_shape
from consumers.lexicon.sentences.reader import read_scene
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.scenery import keep_things, take_place_named
from consumers.lexicon.sentences.settings import SettingRow, setting_table
from consumers.lexicon.talk.courtesy import without_courtesy
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.tokens import MAX_WORDS, Line, read
from schemas.decomposition import Decomposition, Relation, Setting
from schemas.decomposition import RelationKind as Kind

_INDOORS = frozenset({"furniture", "appliance"})
_OUTDOORS = frozenset({"building", "vehicle", "nature"})
EMPTY = "The place is left empty, as asked."
"""The note of a decomposition that has no wishes because none were wanted."""
_EMPTY = re.compile(
    r"\b(?:(?:completely |totally |entirely )?(?:empty|bare|vacant|unfurnished)"
    r"|nothing (?:else )?(?:in|inside|on) it|with nothing|without anything|no furniture)\b"
)
_OUTSIDE = re.compile(
    r"^(?:just |right )?outside (?:of )?(?:an?|the|my|our) "
    r"|\b(?:outdoors|out of doors|in the open(?: air)?|al fresco"
    r"|outside(?= ?(?:[.,;:!?]|$|with|and)))"
    r"|\b(?:outdoor|open air) (?:\w+ )?(?:cinema|theat(?:er|re)|gym|cafe|restaurant|classroom"
    r"|kitchen|bar|party|concert|scene|dining|library|market|office|stage|movie|wedding|event|museum)\b"
)
"""Words that put the whole scene into the open."""
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


def decompose(text: str, *, seed: int = 0) -> Decomposition:
    """What ``text`` asks for; every text gives a valid decomposition.

    ``notes`` say what was guessed, left out or not understood. ``seed`` varies organic shapes.
    Sizes in metres; the directions of ``schemas.decomposition``.
    """
    shape, text = told_shape(with_brackets_read(with_dashes_read(without_courtesy(text))))
    line = read(text)
    reading = read_scene(line)
    notes = [*reading.notes, *(f"Left out, as asked: {p.label}." for p in reading.left_out)]
    if line.truncated:
        notes.append(f"Only the first {MAX_WORDS} words were read.")
    take_place_named(reading)
    if not reading.things and _is_empty(line, reading):
        notes.append(EMPTY)
    elif not reading.things:
        _furnish(reading, notes)
    expanded = nested(spread(expand(reading, seed=seed)))
    notes.extend(expanded.notes)
    unknown = sorted({w.recipe.label for w in expanded.wishes if not w.recipe.known})
    if unknown:
        notes.append(f"No model of its own, so shown as a stand-in: {', '.join(unknown[:8])}.")
    setting = _setting(reading, expanded, shape, line.text)
    return Decomposition(
        name=_name(reading, setting, expanded),
        setting=setting,
        wishes=expanded.wishes,
        relations=_sensible(expanded, setting, line.text),
        lights=tuple(reading.lights[:8]),
        notes=tuple(notes),
    )


def _is_empty(line: Line, reading: Reading) -> bool:
    """Whether the words ask for a place with nothing in it."""
    place = reading.setting is not None or reading.setting_phrase is not None
    return place and _EMPTY.search(line.text) is not None


def _furnish(reading: Reading, notes: list[str]) -> None:
    """Give a setting that was named without things what such a place usually has."""
    row = reading.setting
    if row is None:
        named = reading.setting_phrase is not None or reading.lights or reading.time
        if not named:
            notes.append("No thing to build was found in the words.")
            return
        row = setting_table()["living room"]
    usual = read_scene(read(row.typical))
    kept = [
        i
        for i, thing in enumerate(usual.things)
        if not any(same_kind(thing.phrase, phrase) for phrase in reading.left_out)
    ]
    keep_things(usual, kept)
    reading.things, reading.links = usual.things, usual.links
    said = reading.setting_said or row.name
    notes.append(f"The words name only the place, so it holds what a {said} usually has.")


def _by_water(reading: Reading) -> SettingRow | None:
    """The harbour, where a pier tells of water and nothing else of a place."""
    pier = any(thing.phrase.noun == "jetty" for thing in reading.things)
    return setting_table()["harbor"] if pier else None


def _setting(reading: Reading, expanded: Expanded, shape: Shape, text: str) -> Setting:
    row = reading.setting or _by_water(reading)
    kind = row.kind if row is not None else _kind_by_contents(expanded, reading)
    if _OUTSIDE.search(text):
        kind = "outdoor"
    usual = row.size if row is not None else ((5.0, 4.0) if kind == "room" else _OPEN_GROUND.size)
    width, depth, height = _measured(reading, usual, _needed(expanded))
    height = height or (reading.ceiling if kind == "room" else None)
    tallest = max((w.recipe.size[1] for w in expanded.wishes), default=0.0)
    piled = pile_height(expanded.relations, items_of(expanded.wishes))
    tallest = max(tallest, piled)
    usual_height = row.height if row is not None and kind == "room" else None
    if height is None and usual_height is not None and tallest < usual_height - _HEADROOM:
        height = usual_height
    name = reading.setting_said or (row.name if row else ("room" if kind == "room" else "meadow"))
    ground = row.ground if row is not None else None
    if ground is None and kind == "outdoor":
        ground = _OPEN_GROUND.ground
    if reading.ground is not None and kind == "outdoor":
        ground = reading.ground
    return Setting(
        kind=kind,
        name=name,
        width=width,
        depth=depth,
        height=height,
        time=reading.time or "day",
        ground=ground,
        floor_color=reading.floor_color,
        wall_color=reading.wall_color if kind == "room" else None,
        shape="l" if "l" in (shape, phrase_shape(reading.setting_phrase)) else "rectangle",
    )


def _kind_by_contents(expanded: Expanded, reading: Reading) -> str:
    """Outdoors when something stands there that only stands outdoors; a room is the usual case."""
    if reading.wall_color or (reading.setting_phrase and reading.setting_phrase.head == "room"):
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


def _sensible(expanded: Expanded, setting: Setting, text: str) -> tuple[Relation, ...]:
    """Relations to walls and ceilings as they are; outdoors the layout says that there are none."""
    if setting.kind == "room":
        backed = {r.targets[0] for r in expanded.relations if r.kind is Kind.BEHIND and r.targets}
        return tuple(
            _in_the_open(r) if r.subject in backed and _is_said_loosely(r, text) else r
            for r in expanded.relations
        )
    aloft = "overhead" in text and "ceiling" not in text
    return tuple(_in_the_open(r, aloft=aloft) for r in expanded.relations)


def _is_said_loosely(relation: Relation, text: str) -> bool:
    """Whether "at the back" was said and no wall, so that there may be something behind."""
    return _is_at_back(relation) and "back wall" not in text and "against" not in text


def _is_at_back(relation: Relation) -> bool:
    """ "at the back" of a place without walls."""
    return relation.kind is Kind.AGAINST_WALL and relation.targets == ("room-back-wall",)


def _in_the_open(relation: Relation, *, aloft: bool = False) -> Relation:
    """``relation`` as it is where there are no walls: what is at the back is behind all else, and
    what is overhead (``aloft``) is in the air."""
    if aloft and relation.kind is Kind.HANGING_FROM and not relation.targets:
        return relation.model_copy(update={"kind": Kind.ABOVE})
    if not _is_at_back(relation):
        return relation
    return relation.model_copy(update={"kind": Kind.BEHIND, "targets": ()})


def _name(reading: Reading, setting: Setting, expanded: Expanded) -> str:
    """A title: the setting as said, else the first things."""
    phrase = reading.setting_phrase
    if phrase is not None and (reading.setting or phrase.label != phrase.head):
        return phrase.label[:_LONGEST_NAME].strip().title()
    labels = list(dict.fromkeys(w.recipe.label for w in expanded.wishes))[:2]
    return " and ".join(labels)[:_LONGEST_NAME].strip().capitalize() or setting.name.title()
