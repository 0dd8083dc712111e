"""The embedded decomposition: a sentence to wishes and relations by grammar and tables, no model.

What belongs here: the scene as a whole (setting, furnishing an empty one, its name, its notes).
The grammar is in ``consumers/lexicon``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.decompose.accounting import accounted
from consumers.decompose.essence import add_essence
from consumers.decompose.nesting import nested
from consumers.decompose.seating import seated, with_long_counters
from consumers.decompose.spreading import spread
from consumers.decompose.toys import with_toys
from consumers.decompose.trains import with_moats, with_trains
from consumers.decompose.variety import with_variety
from consumers.decompose.whereabouts import is_tabletop, on_named_table, on_table, setting_told
from consumers.lexicon.sentences import compounds
from consumers.lexicon.sentences.alike import same_kind
from consumers.lexicon.sentences.brackets import with_brackets_read
from consumers.lexicon.sentences.dashes import with_dashes_read
from consumers.lexicon.sentences.expansion import Expanded, expand
from consumers.lexicon.sentences.insides import with_insides_read, with_outside_read
from consumers.lexicon.sentences.lettering import without_lettering
from consumers.lexicon.sentences.place_shapes import Shape, told_shape
from consumers.lexicon.sentences.reader import read_scene
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.scenery import keep_things, take_place_named
from consumers.lexicon.sentences.settings import setting_table
from consumers.lexicon.sentences.sitters import with_sitters
from consumers.lexicon.talk.courtesy import without_courtesy
from consumers.lexicon.words.tokens import MAX_WORDS, Line, read
from schemas.decomposition import Decomposition, Relation, Setting
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

EMPTY = "The place is left empty, as asked."
"""The note of a decomposition that has no wishes because none were wanted."""
BEFORE_DOOR = "The scene is the room inside, so what is outside stands at its open front."
_EMPTY = re.compile(
    r"\b(?:(?:completely |totally |entirely )?(?:empty|bare|vacant|unfurnished)"
    r"|nothing (?:else )?(?:in|inside|on) it|with nothing|without anything|no furniture)\b"
)
_LONGEST_NAME = 40
_SIDES = {
    (NodeId("room-left-wall"),): Kind.LEFT_OF,
    (NodeId("room-right-wall"),): Kind.RIGHT_OF,
}
"""Where what is along the sides of a place without walls is."""


def decompose(text: str, *, seed: int = 0) -> Decomposition:
    """What ``text`` asks for; every text gives a valid decomposition.

    ``notes`` say what was guessed, left out or not understood. ``seed`` varies organic shapes.
    Sizes in metres; the directions of ``schemas.decomposition``.
    """
    text, written = without_lettering(text)
    text = with_brackets_read(with_dashes_read(without_courtesy(text)))
    text, before_door = with_outside_read(with_insides_read(text))
    shape, text = told_shape(text)
    told = (*written, BEFORE_DOOR) if before_door else written
    return accounted(read(text), lambda line: _planned(line, shape, seed, told))


def _planned(line: Line, shape: Shape, seed: int, told: tuple[str, ...]) -> Decomposition:
    """What ``line`` asks for in a place of ``shape``; ``told``: notes on the text before it."""
    reading = read_scene(line)
    notes = [*reading.notes, *(f"Left out, as asked: {p.label}." for p in reading.left_out), *told]
    if line.truncated:
        notes.append(f"Only the first {MAX_WORDS} words were read.")
    take_place_named(reading)
    if not reading.things and _is_empty(line, reading):
        notes.append(EMPTY)
    elif not reading.things:
        _furnish(reading, notes)
    else:
        add_essence(reading, notes)
    expanded = with_long_counters(nested(spread(_posed(expand(reading, seed=seed), line.text))))
    expanded = with_moats(with_trains(with_toys(expanded, reading)))
    if is_tabletop(reading, expanded):
        expanded = on_table(expanded)
    expanded = with_variety(on_named_table(reading, expanded))
    notes.extend(expanded.notes)
    unknown = sorted({w.recipe.label for w in expanded.wishes if not w.recipe.known})
    if unknown:
        notes.append(f"No model of its own, so shown as a stand-in: {', '.join(unknown[:8])}.")
    plainly = compounds.note_of(wish.recipe for wish in expanded.wishes)
    notes.extend([plainly] if plainly else [])
    setting = setting_told(reading, expanded, shape, line.text)
    return Decomposition(
        name=_name(reading, setting, expanded),
        setting=setting,
        wishes=expanded.wishes,
        relations=_sensible(expanded, setting, line.text),
        lights=tuple(reading.lights[:8]),
        notes=tuple(notes),
    )


def _posed(expanded: Expanded, text: str) -> Expanded:
    """Those on seats sit, and those of whom it is said."""
    nouns = {w.id: w.recipe.noun for w in expanded.wishes}
    wishes = with_sitters(
        expanded.wishes, expanded.relations, lambda node: nouns.get(node, ""), text
    )
    return replace(expanded, wishes=wishes)


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
    one = "an" if said[:1] in "aeiou" else "a"
    notes.append(f"The words name only the place, so it holds what {one} {said} usually has.")


def _sensible(expanded: Expanded, setting: Setting, text: str) -> tuple[Relation, ...]:
    """Relations to walls and ceilings as they are; outdoors the layout says that there are none."""
    if setting.kind == "room" or "back" in setting.walls:
        backed = {r.targets[0] for r in expanded.relations if r.kind is Kind.BEHIND and r.targets}
        return tuple(
            _in_the_open(r) if r.subject in backed and _is_said_loosely(r, text) else r
            for r in seated(expanded)
        )
    aloft = "overhead" in text and "ceiling" not in text
    walled = "wall" in text
    return tuple(_in_the_open(r, aloft=aloft, walled=walled) for r in expanded.relations)


def _is_said_loosely(relation: Relation, text: str) -> bool:
    """Whether "at the back" was said and no wall, so that there may be something behind."""
    return _is_at_back(relation) and "back wall" not in text and "against" not in text


def _is_at_back(relation: Relation) -> bool:
    """ "at the back" of a place without walls."""
    return relation.kind is Kind.AGAINST_WALL and relation.targets == ("room-back-wall",)


def _in_the_open(relation: Relation, *, aloft: bool = False, walled: bool = True) -> Relation:
    """``relation`` as it is where there are no walls: what is at the back is behind all else, and
    what is overhead (``aloft``) is in the air; sides of which no wall is told (``walled``) are the
    left and right of the scene."""
    if aloft and relation.kind is Kind.HANGING_FROM and not relation.targets:
        return relation.model_copy(update={"kind": Kind.ABOVE})
    if not walled and relation.kind is Kind.AGAINST_WALL and relation.targets in _SIDES:
        return relation.model_copy(update={"kind": _SIDES[relation.targets], "targets": ()})
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
