"""A building or place that was named as a thing but is where everything else is.

What belongs here: telling so once all was read ("I want to see a sushi restaurant. There's a long
counter."). What does not: a setting that the grammar itself shows ("in a restaurant"), which
``reader`` and ``standing`` note as they read.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.reading import Reading, Thing
from consumers.lexicon.sentences.settings import setting_of
from consumers.lexicon.words.gazetteer import noun_at, noun_row
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind

_INDOORS = frozenset({"furniture", "appliance", "kitchenware", "food"})
_OUTDOORS = frozenset({"building", "vehicle", "nature"})
_WALLED = frozenset({"wall", "walls", "ceiling"})
"""Words that tell of a room."""
_AHEAD = 30
"""Words looked over for what stands in a place."""
_TO_WALLS = frozenset({Kind.ON_WALL, Kind.AGAINST_WALL, Kind.IN_CORNER, Kind.HANGING_FROM})


def take_place_named(reading: Reading) -> None:
    """Take a place that is named first and stands nowhere as the setting and not as a thing."""
    if not reading.things or reading.setting is not None:
        return
    first, *others = reading.things
    phrase = first.phrase
    found = setting_of(phrase)
    if found is None or found[0] is None or first.present or first.count > 1 or phrase.many:
        return
    row = found[0]
    named = {i for link in reading.links for i in (link.subject, *link.targets)}
    if 0 in named or phrase.extent.said:
        return
    alone = row.building in {"with", "seen"} and not others
    around = bool(others) and (
        row.building == "with"
        if row.kind == "outdoor"
        else row.building in {"with", "in"}
        and ((phrase.bare and _are_walled(reading)) or _are_indoors([t.phrase for t in others]))
    )
    if not (alone or around):
        return
    reading.setting, reading.setting_said = found[0], found[1]
    reading.setting_phrase = phrase
    keep_things(reading, range(1, len(reading.things)))


def take_place_alone(reading: Reading, after: Line) -> None:
    """Take a building that the first sentence names by itself as the setting, where furniture
    comes ``after`` it: "Build a small bakery. A glass counter in front"."""
    phrase = reading.things[0].phrase
    found = setting_of(phrase)
    if reading.setting is not None or reading.links or found is None or found[0] is None:
        return
    named = (noun_at(after, at) for at in range(min(_AHEAD, len(after))))
    rows = [row for f in named if f is not None and (row := noun_row(f.noun)) is not None]
    if phrase.many or found[0].kind != "room" or found[0].building not in {"with", "in"}:
        return
    indoors = [r for r in rows if r.category in _INDOORS and r.placement in {"floor", "surface"}]
    open_air = any(r.category in _OUTDOORS and max(r.size) > 1.0 for r in rows)
    if not _WALLED & set(after.words) and (len(indoors) < 2 or open_air):
        return
    reading.setting, reading.setting_said, reading.setting_phrase = found[0], found[1], phrase
    reading.things.clear()


def _are_walled(reading: Reading) -> bool:
    """Whether something is said to be at a wall, in a corner or under a ceiling."""
    return any(link.kind in _TO_WALLS and not link.targets for link in reading.links)


def keep_things(reading: Reading, kept: Collection[int]) -> None:
    """Leave only the things ``kept`` (indices), and the links among them."""
    places = {old: new for new, old in enumerate(sorted(kept))}
    reading.things = [_moved(reading.things[i], places) for i in sorted(kept)]
    reading.links = [
        replace(k, subject=places[k.subject], targets=tuple(places[t] for t in k.targets))
        for k in reading.links
        if k.subject in places and all(t in places for t in k.targets)
    ]


def _moved(thing: Thing, places: dict[int, int]) -> Thing:
    """``thing`` with what it says of other things by their new indices."""
    alias = None if thing.alias is None else (places.get(thing.alias[0], 0), thing.alias[1])
    per = None if thing.per is None else places.get(thing.per)
    return replace(thing, alias=alias, per=per)


def _are_indoors(phrases: list[Phrase]) -> bool:
    rows = [row for p in phrases if (row := noun_row(p.noun)) is not None]
    if any(r.category in _OUTDOORS and max(r.size) > 1.0 for r in rows):
        return False
    return any(
        (r.category in _INDOORS and r.placement != "outdoor") or r.placement in {"wall", "ceiling"}
        for r in rows
    )
