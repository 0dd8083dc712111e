"""Which places lie how: where there is a road, a shore, a pitch or a railway line.

What belongs here: the names of such places, and how large one must be for what stands there. What
the parts of the ground are, and what belongs on which, is in ``space.land``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from consumers.layout.model import Land
from consumers.layout.space.kinds import words
from consumers.layout.space.land import (
    BANKED,
    FLOATING,
    PAVEMENT,
    RAILED,
    ROAD,
    TRACKS,
    is_a,
)
from consumers.layout.space.traits import Item
from schemas.decomposition import Relation, RelationKind, Setting

STREETS = words(
    "street, road, city street, highway, avenue, main street, boulevard, back street, suburb, "
    "street corner, neighborhood, neighbourhood, cul de sac, village street, shopping street"
)
SHORES = words(
    "harbor, harbour, port, dock, marina, pier, beach, seaside, shore, coast, sea shore, seashore, "
    "sandy beach, lakeside, riverside, river bank, riverbank, waterfront, promenade, beach bar, "
    "beach club, tropical beach, quay, lagoon"
)
WATERS = words("sea, ocean, lake, river, water, pond, open sea, sea shore")
"""Places that are all water, unless something stands on their land."""

BY_WATER = re.compile(r" (?:beach|harbou?r)$| by (?:a|the) \w+$")
"""Ends of names of shores: "camp by a lake", as the reader puts it."""

AFLOAT = words("island, desert island, iceberg, water lily, ice floe, oil rig, rock, buoy")
"""What stands in the water without swimming."""

PITCHES = words(
    "football pitch, football field, soccer field, soccer pitch, sports field, tennis court, "
    "basketball court, pitch, hockey field, playing field"
)
STATIONS = ("train station", "railway station", "metro station", "subway station", "platform",
            "underground station", "station")  # fmt: skip
"""How the names of places with rails end."""

PITCH = (24.0, 16.0)
"""Metres: the least width and depth of a pitch."""

LEAST_SHORE = (16.0, 7.0, 9.0)
"""Metres: the least width, depth of the land and depth of the water of a shore."""

BETWEEN = 1.2
"""Metres between houses along a road."""


def land_of(
    setting: Setting, items: Sequence[Item], relations: Iterable[Relation]
) -> tuple[Land, tuple[float, float]]:
    """How the setting's ground lies, and the least width and depth (metres) that takes."""
    name = setting.name.lower()
    found = Land(), (0.0, 0.0)
    if setting.kind == "room" and name.endswith(STATIONS):
        found = _platform(items)
    elif setting.kind == "outdoor" and not setting.walls and not setting.raised:
        if name in STREETS or name.endswith((" street", " road")):
            found = _street(items, relations)
        elif _is_shore(name, items):
            found = _shore(items)
        elif name in PITCHES:
            found = Land("pitch"), PITCH
    wide, deep = found[1]
    too_small = (setting.width or wide) < wide or (setting.depth or deep) < deep
    return (Land(), (0.0, 0.0)) if too_small else found


def _street(
    items: Sequence[Item], relations: Iterable[Relation]
) -> tuple[Land, tuple[float, float]]:
    """A road away from who looks, where houses stand on its left and right; else one before the
    houses."""
    houses = [i for i in items if i.category == "building"]
    ids = {i.id for i in houses}
    aside = {RelationKind.LEFT_OF, RelationKind.RIGHT_OF}
    flanked = any(r.kind in aside and not r.targets and r.subject in ids for r in relations)
    deepest = max((i.size[2] for i in houses), default=2.0)
    longest = max((i.span for i in items), default=0.0) + 2.0
    if flanked:
        broadest = max(i.size[0] for i in houses)
        side = sum(i.size[0] + BETWEEN for i in houses) / 2 + 0.5 * broadest + 2.0
        return Land("road"), (ROAD + 2 * (PAVEMENT + deepest + 0.8), max(side + 2.0, longest, 16.0))
    row = sum(i.size[0] + BETWEEN for i in houses) + 2.0
    return Land("street"), (max(row, longest, 18.0), ROAD + 2 * PAVEMENT + deepest + 0.8)


def _shore(items: Sequence[Item]) -> tuple[Land, tuple[float, float]]:
    afloat = [i for i in items if is_a(i, FLOATING)]
    ashore = [i for i in items if not is_a(i, FLOATING | BANKED)]
    wide, land, water = LEAST_SHORE
    water = max([water, *(0.75 * i.span + 1.5 for i in items if is_a(i, BANKED))])
    water = max([water, *(i.span + 4.0 for i in afloat)])
    land = max([land, *(i.span + 2.5 for i in ashore if i.placement != "surface")])
    room = [(i.size[0] + 1.5) * (i.size[2] + 1.5) for i in afloat]
    wide = max(wide, sum(room) / water)
    share = round(water / (water + land), 3)
    return Land("shore", share), (wide, land + water)


def _is_shore(name: str, items: Iterable[Item]) -> bool:
    """Whether a place of that name has land and water both."""
    if name in SHORES or BY_WATER.search(name):
        return True
    return name in WATERS and any(_is_ashore(i) for i in items)


def _is_ashore(item: Item) -> bool:
    """Whether it can not be where there is nothing but water."""
    return not (is_a(item, FLOATING | BANKED | AFLOAT) or item.category == "animal")


def _platform(items: Sequence[Item]) -> tuple[Land, tuple[float, float]]:
    trains = [i for i in items if is_a(i, RAILED)]
    if not trains:
        return Land(), (0.0, 0.0)
    long = sum(i.span + 0.6 for i in trains) + 2.0
    return Land("platform"), (long, TRACKS + 5.0)
