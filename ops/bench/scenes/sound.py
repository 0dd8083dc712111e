"""Whether a scene is one that people could walk into: nothing enters anything, all is inside and
held, doors open, one can walk in and get to what is to be used, sizes are those of life.

Every check gives complaints in words; none means sound.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from ops.bench.scenes.relations import FLAT, HOLLOW, LEVEL
from ops.bench.scenes.view import Thing, View, depth, gap, over
from ops.bench.scenes.walking import Ground, fronts
from ops.bench.scenes.words import SIZE_WORDS, ends_with, several, tokens
from schemas.ids import NodeId

MILLIMETRE = 0.001
AIRBORNE = several(
    "bird seagull gull pigeon owl bat dragon fairy butterfly bee cloud sun moon star balloon "
    "kite airplane plane helicopter drone saucer ufo rainbow rocket spaceship ghost angel "
    "planet hummingbird parrot dragonfly snowflake bubble"
)
"""What may be in the air by itself."""
ROOFS = several(
    "table desk workbench counter bench tree umbrella parasol lamp gazebo pavilion arch gate "
    "tent bridge bed chair hammock rainbow canopy stall swing slide island tower bandstand "
    "piano stop"
)
"""What has room below it, within its box."""
SWING = 0.9
"""Metres before a door that must be free."""
DOORS = ("door",)


@dataclass(frozen=True)
class Sound:
    """Complaints by kind; shares as (right, all)."""

    collisions: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()
    doors: tuple[str, ...] = ()
    walkway: str = ""
    fronts: tuple[str, ...] = ()
    front_count: int = 0
    sizes: tuple[str, ...] = ()
    size_count: int = 0

    def said(self) -> list[str]:
        """All complaints."""
        rest = (self.walkway,) if self.walkway else ()
        return [
            *self.collisions, *self.outside, *self.unheld, *self.doors, *rest, *self.fronts,
            *self.sizes,
        ]  # fmt: skip


@dataclass(frozen=True)
class Excused:
    """``floating``: ids that were asked to be above something; ``measured``: with a size said."""

    floating: frozenset[str] = field(default_factory=frozenset)
    measured: frozenset[str] = field(default_factory=frozenset)


def check(
    view: View,
    classes: Mapping[str, tuple[float, float, float, float]],
    excused: Excused = Excused(),
) -> Sound:
    """Everything about a scene that needs no words."""
    ground = Ground.of(view)
    shut, reachable = fronts(view, ground)
    sized = [(t, row) for t in view.things if (row := class_of(t, classes)) is not None]
    return Sound(
        collisions=tuple(collisions(view)),
        outside=tuple(outside(view)),
        unheld=tuple(unheld(view, excused.floating)),
        doors=tuple(blocked_doors(view)),
        walkway=ground.complaint(),
        fronts=tuple(shut),
        front_count=len(shut) + reachable,
        sizes=tuple(missized((t, r) for t, r in sized if t.id not in excused.measured)),
        size_count=len(sized),
    )


def is_flat(thing: Thing) -> bool:
    """A rug and the like: it may be stood upon."""
    return thing.box.top - thing.box.base < FLAT


def has_roof(thing: Thing) -> bool:
    return any(ends_with(thing.name, n) or ends_with(thing.label, n) for n in ROOFS)


def collisions(view: View) -> list[str]:
    """Boxes that enter each other by more than a millimetre.

    Not: what is in or on the other by the scene's hierarchy and stays within a hollow, a seat or
    its top; what lies flat; what stands below another's top, where that has room below it.
    """
    found = []
    above = {t.id: view.carriers(t) for t in view.things}
    for a, b in combinations(view.things, 2):
        if is_flat(a) or is_flat(b):
            continue
        deep = depth(a.box, b.box)
        if deep <= MILLIMETRE or _contained(a, b, above) or _contained(b, a, above):
            continue
        if _below(a, b) or _below(b, a):
            continue
        found.append(f"{a.name} and {b.name} enter each other by {deep * 1000:.0f} mm")
    return found


def _contained(a: Thing, b: Thing, above: Mapping[NodeId, set[str]]) -> bool:
    hollow = any(ends_with(b.name, n) or ends_with(b.label, n) for n in HOLLOW) or not b.known
    return b.id in above[a.id] and hollow


def _below(a: Thing, b: Thing) -> bool:
    return has_roof(b) and a.box.top <= b.box.top - 0.02 and a.box.base < b.box.top / 2


def outside(view: View) -> list[str]:
    """Things that are not wholly over the floor, below it, or above the ceiling."""
    found = []
    ceiling = view.place.ceiling
    for t in view.things:
        corners = t.box.footprint()
        shares = np.array(
            [[x, z] for x in (0, 0.25, 0.5, 0.75, 1) for z in (0, 0.25, 0.5, 0.75, 1)]
        )
        points = corners[0] + shares @ np.array([corners[1] - corners[0], corners[3] - corners[0]])
        if not view.place.holds(points).all():
            found.append(f"{t.name} stands out of bounds")
        elif t.box.base < view.place.floor - LEVEL:
            found.append(f"{t.name} is sunk in the floor")
        elif ceiling is not None and t.box.top > ceiling + LEVEL:
            found.append(f"{t.name} goes through the ceiling")
    return found


def unheld(view: View, floating: frozenset[str]) -> list[str]:
    """Things that nothing holds: not the floor, another's top or inside, a wall, the ceiling, or
    what they hang from. A thing on another has its middle over it."""
    return [
        f"{t.name} hangs in the air, {t.box.base - view.place.floor:.2f} m up"
        for t in view.things
        if not held(t, view, floating)
    ]


def held(t: Thing, view: View, floating: frozenset[str]) -> bool:
    place = view.place
    if abs(t.box.base - place.floor) <= LEVEL or t.id in floating:
        return True
    if place.ceiling is not None and abs(t.box.top - place.ceiling) <= 0.02:
        return True
    if any(gap(t.box, wall) <= 0.02 for wall in place.walls):
        return True
    if any(ends_with(t.name, n) or ends_with(t.label, n) for n in AIRBORNE):
        return True
    return any(_holds(b, t) for b in view.things if b is not t)


def _holds(b: Thing, t: Thing) -> bool:
    if abs(t.box.base - b.box.top) <= LEVEL and over(t.box.spot, b.box, slack=LEVEL):
        return True
    if abs(t.box.top - b.box.base) <= 0.02 and gap(t.box, b.box) == 0:
        return True  # it hangs below
    if t.parent != b.id:
        return False
    hollow = any(ends_with(b.name, n) or ends_with(b.label, n) for n in HOLLOW) or not b.known
    within = b.box.base - LEVEL <= t.box.base <= b.box.top + LEVEL
    if hollow and within and over(t.box.spot, b.box, slack=LEVEL):
        return True
    return depth(t.box, b.box) >= -LEVEL and t.box.top <= b.box.top + LEVEL  # hung at its side


def blocked_doors(view: View) -> list[str]:
    """Doors with something in the 0.9 m before them, over their width, below 2 m."""
    found = []
    for door in view.things:
        if not any(ends_with(door.name, n) for n in DOORS):
            continue
        for t in view.things:
            if t is door or is_flat(t) or t.box.base - view.place.floor > 2.0:
                continue
            offset = (t.box.spot - door.box.spot) @ np.array(
                [[door.front[1], door.front[0]], [-door.front[0], door.front[1]]]
            )
            reach = _reach_along(t, door)
            before = door.box.half[2] < offset[1] + reach[1] and (
                offset[1] - reach[1] < door.box.half[2] + SWING - MILLIMETRE
            )
            if before and abs(offset[0]) < door.box.half[0] + reach[0] - MILLIMETRE:
                found.append(f"{t.name} stands in the way of the {door.name}")
    return found


def _reach_along(t: Thing, door: Thing) -> tuple[float, float]:
    """Half the extent of ``t`` across and along the door's front."""
    spread = t.box.footprint() - t.box.spot
    across = np.abs(spread @ np.array([door.front[1], -door.front[0]])).max()
    return float(across), float(np.abs(spread @ door.front).max())


def class_of(
    t: Thing, classes: Mapping[str, tuple[float, float, float, float]]
) -> tuple[float, float, float, float] | None:
    """The row of the most special noun that its name ends with; None where a word excuses it."""
    if SIZE_WORDS & {*tokens(t.name), *tokens(t.label)}:
        return None
    fitting = [noun for noun in classes if ends_with(t.name, noun)]
    return classes[max(fitting, key=len)] if fitting else None


def missized(sized: Iterable[tuple[Thing, tuple[float, float, float, float]]]) -> list[str]:
    """Things beyond their class's usual size (by more than a twentieth)."""
    found = []
    for t, (h_low, h_high, l_low, l_high) in sized:
        high, long = float(2 * t.box.reach[1]), t.longest
        fits = h_low * 0.95 <= high <= h_high * 1.05
        fits = fits and l_low * 0.95 <= long <= l_high * 1.05
        if not fits:
            found.append(f"{t.name} is {high:.2f} m high and {long:.2f} m long")
    return found
