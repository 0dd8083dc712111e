"""What people mean by "on", "next to" and the like, in metres: tolerant, and written down here.

Each function takes things (and the place) and says whether the words fit what is seen. ``kept``
counts a line of a list ("lamp on table"): one instance a subject, one for a whole row or circle.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from ops.bench.scenes.view import Floats, Place, Thing, depth, gap, over
from ops.bench.scenes.words import ends_with, several

HOLLOW = several(
    "chair armchair sofa couch bed bench stool throne hammock boat ship swing shelf bookshelf "
    "bookcase rack box chest basket bowl bathtub tub sink pot pan bin crate bucket hill "
    "mountain branch tree bush castle house hut cabin tent pond lake river stream fountain "
    "well cart car truck wheelbarrow stall oven stove fridge cupboard cabinet wardrobe case "
    "toilet horse cushion pillow stack pile nest cup mug glass vase cooler umbrella tower "
    "rock log stump barrel rover dragon"
)
"""Things with an upper side that is not the top of their box: seats, hollows, slopes, shelves."""
LEVEL = 0.005
"""Metres: "on" means the base is that near to a flat top."""
FLAT = 0.03
"""Metres: lower things (rugs, blankets) are stood upon where they lie."""


def is_on(a: Thing, b: Thing, place: Place) -> bool:
    """The middle of ``a`` is over ``b`` and its base on ``b``'s top, within 5 mm; on a seat, a
    slope or a shelf anywhere between its base and its top."""
    if not over(a.box.spot, b.box, slack=LEVEL):
        return False
    if abs(a.box.base - b.box.top) <= LEVEL:
        return True
    if b.box.top - b.box.base < FLAT:  # a rug: it lies below what stands on the floor there
        return abs(a.box.base - b.box.base) <= FLAT
    hollow = any(ends_with(b.name, n) or ends_with(b.label, n) for n in HOLLOW)
    return hollow and b.box.base - LEVEL <= a.box.base <= b.box.top + LEVEL


def is_in(a: Thing, b: Thing, place: Place) -> bool:
    """The middle of ``a`` is over ``b`` and its base not above ``b``'s top."""
    return over(a.box.spot, b.box, slack=LEVEL) and (
        b.box.base - LEVEL <= a.box.base <= b.box.top + LEVEL
    )


def is_under(a: Thing, b: Thing, place: Place) -> bool:
    """``a`` is lower than ``b`` and its middle below ``b``, or half a metre beside; a rug lies
    below some of ``b``."""
    if a.box.top - a.box.base < FLAT:
        return gap(a.box, b.box) == 0 and a.box.base <= b.box.base + FLAT
    return over(a.box.spot, b.box, slack=0.5) and a.box.top <= b.box.top


def is_above(a: Thing, b: Thing, place: Place) -> bool:
    """``a`` begins higher than ``b`` ends (10 cm less will do) and is over it, or as near as half
    of ``b``'s length and 0.6 m; a bridge and a parasol stand on the ground and have ``b`` below."""
    standing = any(ends_with(a.label, n) for n in ("bridge", "parasol", "umbrella"))
    if standing and over(b.box.spot, a.box):
        return b.box.top <= a.box.top
    slack = max(0.6, b.longest / 2)
    return a.box.base >= b.box.top - 0.1 and (
        over(a.box.spot, b.box, slack=slack) or gap(a.box, b.box) == 0
    )


def is_next_to(a: Thing, b: Thing, place: Place) -> bool:
    """At most a metre between them, a third of the longer one for large things; not one upon the
    other."""
    reach = max(1.0, 0.35 * max(a.longest, b.longest))
    apart = gap(a.box, b.box)
    return apart <= reach and not (apart == 0 and is_on(a, b, place))


def is_near(a: Thing, b: Thing, place: Place) -> bool:
    """At most 2.5 m between them, or the length of the longer one."""
    return gap(a.box, b.box) <= max(2.5, max(a.longest, b.longest))


def _towards(a: Thing, b: Thing, way: Floats, cone: float) -> bool:
    """Whether ``a`` lies from ``b`` in the direction ``way``, within ``cone`` degrees."""
    offset = a.box.spot - b.box.spot
    length = float(np.hypot(*offset))
    if length < 1e-6:
        return False
    return float(offset @ way) / length >= math.cos(math.radians(cone))


def _beside(a: Thing, b: Thing, way: Floats) -> bool:
    """Whether ``a`` is on that side of ``b``: past its middle, and no further aside than one and
    a half times as far as it is away, or than both are long."""
    offset = a.box.spot - b.box.spot
    step = float(offset @ way)
    across = float(np.abs(offset @ np.array([-way[1], way[0]])))
    clear = 0.15 * (a.longest + b.longest) / 2
    return step > clear and across <= max(1.5 * step, (a.longest + b.longest) / 2)


def is_left_of(a: Thing, b: Thing, place: Place) -> bool:
    """On the viewer's left of ``b``."""
    return _beside(a, b, np.array([-1.0, 0.0]))


def is_right_of(a: Thing, b: Thing, place: Place) -> bool:
    """On the viewer's right of ``b``."""
    return _beside(a, b, np.array([1.0, 0.0]))


def is_in_front_of(a: Thing, b: Thing, place: Place) -> bool:
    """On the side that ``b`` looks to, or between it and the viewer."""
    return _beside(a, b, b.front) or _beside(a, b, np.array([0.0, -1.0]))


def is_behind(a: Thing, b: Thing, place: Place) -> bool:
    """On the side that ``b`` turns its back to, or beyond it as the viewer sees it; a chair at
    its desk is behind it, too."""
    if ends_with(b.label, "desk") and ends_with(a.label, "chair"):
        return _beside(a, b, b.front) or _beside(a, b, np.array([0.0, 1.0]))
    return _beside(a, b, -b.front) or _beside(a, b, np.array([0.0, 1.0]))


def is_facing(a: Thing, b: Thing, place: Place) -> bool:
    """``a`` looks at ``b``: no more than 40 degrees past its middle, or straight at some of it. A
    desk looks where people look who sit at it, whose side is its front."""
    if ends_with(a.label, "desk"):
        return _towards(b, a, -a.front, 40.0) or _ahead(a, b, -a.front)
    if _towards(b, a, a.front, 40.0):
        return True
    return _ahead(a, b, a.front)


def _ahead(a: Thing, b: Thing, way: Floats) -> bool:
    """Whether something of ``b`` lies straight ahead of ``a`` in a direction, within 12 m."""
    steps = np.linspace(0.0, 12.0, 121)
    return any(over(a.box.spot + way * s, b.box) for s in steps)


def is_opposite(a: Thing, b: Thing, place: Place) -> bool:
    """``a`` stands before ``b`` and they look at each other."""
    return _towards(a, b, b.front, 60.0) and is_facing(a, b, place)


def is_off(a: Thing, b: Thing, place: Place) -> bool:
    """``a`` is not on ``b`` any more."""
    return not is_on(a, b, place) and a.parent != b.id


def hangs_from(a: Thing, b: Thing, place: Place) -> bool:
    """``a`` touches ``b`` (5 cm) and is clear of the ground."""
    return depth(a.box, b.box) >= -0.05 and a.box.base > place.floor + 0.05


PAIRS: Mapping[str, Callable[[Thing, Thing, Place], bool]] = {
    "on": is_on,
    "in": is_in,
    "under": is_under,
    "above": is_above,
    "next_to": is_next_to,
    "near": is_near,
    "left_of": is_left_of,
    "right_of": is_right_of,
    "in_front_of": is_in_front_of,
    "behind": is_behind,
    "facing": is_facing,
    "opposite": is_opposite,
    "off": is_off,
    "hanging": hangs_from,
}


def against_wall(a: Thing, place: Place) -> bool:
    """At most 12 cm from a wall."""
    return any(gap(a.box, wall) <= 0.12 for wall in place.walls)


def _against(a: Thing, place: Place, way: tuple[float, float]) -> bool:
    """At most 12 cm from the wall that lies furthest in a direction (x, z)."""
    if not place.walls:
        return False
    wall = max(place.walls, key=lambda w: float(w.spot @ np.array(way)))
    return gap(a.box, wall) <= 0.12


def against_left_wall(a: Thing, place: Place) -> bool:
    """At the wall on the viewer's left."""
    return _against(a, place, (-1.0, 0.0))


def against_right_wall(a: Thing, place: Place) -> bool:
    """At the wall on the viewer's right."""
    return _against(a, place, (1.0, 0.0))


def in_corner(a: Thing, place: Place) -> bool:
    """No further from a corner of the floor than its own half and 0.7 m along each side."""
    low, high = place.bounds()
    to_side = np.minimum(a.box.spot - low, high - a.box.spot) - a.box.reach[[0, 2]]
    return bool(np.all(to_side <= 0.7))


def in_center(a: Thing, place: Place) -> bool:
    """The middle is no further from the floor's than a fifth of its sides, and half a metre."""
    low, high = place.bounds()
    return bool(np.all(np.abs(a.box.spot - (low + high) / 2) <= 0.5 + 0.1 * (high - low)))


def on_wall(a: Thing, place: Place) -> bool:
    """Its box touches a wall (5 cm)."""
    return any(gap(a.box, wall) <= 0.05 for wall in place.walls)


def hanging(a: Thing, place: Place) -> bool:
    """Its top is at the ceiling (5 cm)."""
    return place.ceiling is not None and abs(a.box.top - place.ceiling) <= 0.05


def on_floor(a: Thing, place: Place) -> bool:
    """Its base is on the floor (5 mm)."""
    return abs(a.box.base - place.floor) <= LEVEL


ALONE: Mapping[str, Callable[[Thing, Place], bool]] = {
    "against_wall": against_wall,
    "against_left_wall": against_left_wall,
    "against_right_wall": against_right_wall,
    "in_corner": in_corner,
    "in_center": in_center,
    "on_wall": on_wall,
    "hanging": hanging,
    "on_floor": on_floor,
}


def row(things: Sequence[Thing]) -> bool:
    """Middles on a line (15 cm and a tenth of their size), no step thrice as long as another."""
    if len(things) < 2:
        return False
    spots = np.array([t.box.spot for t in things])
    middle = spots.mean(axis=0)
    _, _, axes = np.linalg.svd(spots - middle)
    off = np.abs((spots - middle) @ axes[1])
    steps = np.diff(np.sort((spots - middle) @ axes[0]))
    size = max(t.longest for t in things)
    return bool(off.max() <= 0.15 + 0.1 * size and steps.max() <= 3 * max(steps.min(), 0.05))


def stacked(things: Sequence[Thing]) -> bool:
    """Some lie upon others of them, all on one heap."""
    bases = [t.box.base for t in things]
    low = [t for t in things if t.box.base <= min(bases) + LEVEL]
    high = [t for t in things if t not in low]
    return bool(high) and all(
        any(o is not t and abs(t.box.base - o.box.top) <= 0.01 for o in things) for t in high
    )


def around(things: Sequence[Thing], target: Thing, place: Place) -> bool:
    """Near ``target`` and on more than one side: no open angle of 200 degrees or more (of three
    and more), on two sides of it (of two)."""
    if not all(is_near(t, target, place) for t in things):
        return False
    offsets = [t.box.spot - target.box.spot for t in things]
    angles = np.sort([math.degrees(math.atan2(o[1], o[0])) % 360 for o in offsets])
    if len(angles) == 1:
        return True
    open_angle = float(np.max(np.diff(np.append(angles, angles[0] + 360))))
    return open_angle <= (200.0 if len(angles) > 2 else 275.0)


def between(a: Thing, ones: Sequence[Thing], others: Sequence[Thing]) -> bool:
    """``a``'s middle is between some two of them, or the middles of the groups: on the way from
    one to the other, and off the line by no more than a third of it and 0.75 m."""
    pairs = [
        (o.box.spot, p.box.spot) for o in ones for p in others if o is not p and a not in (o, p)
    ]
    if ones and others and [o.id for o in ones] != [p.id for p in others]:
        pairs.append(
            (
                np.mean([o.box.spot for o in ones], axis=0),
                np.mean([p.box.spot for p in others], axis=0),
            )
        )
    for start, end in pairs:
        line = end - start
        length = float(np.hypot(*line))
        if length < 1e-6:
            continue
        offset = a.box.spot - start
        share = float(offset @ line) / length**2
        off = abs(float(offset @ np.array([-line[1], line[0]]))) / length
        if 0.08 <= share <= 0.92 and off <= max(0.75, length / 3):
            return True
    return False


def kept(
    kind: str, subjects: Sequence[Thing], targets: Sequence[Sequence[Thing]], place: Place
) -> list[bool]:
    """Whether a line of a list holds, an answer an instance. ``kind`` with "~" at its end wants
    another target for each subject."""
    if not subjects:
        return [False]
    if kind in ("row", "stacked"):
        return [row(subjects) if kind == "row" else stacked(subjects)]
    if kind == "around":
        return [_all_around(subjects, targets[0], place)]
    if kind == "between":
        others = targets[1] if len(targets) > 1 else targets[0]
        return [between(s, targets[0], others) for s in subjects]
    if not targets:
        return [ALONE[kind](s, place) for s in subjects]
    holds = PAIRS[kind.removesuffix("~")]
    if kind == "off":
        return [all(holds(s, t, place) for t in targets[0]) for s in subjects]
    table = [[t is not s and holds(s, t, place) for t in targets[0]] for s in subjects]
    if kind == "on":
        _pile_up(subjects, table, place)
    if kind.endswith("~"):
        paired = matching(table)
        return [n in paired for n in range(len(subjects))]
    return [any(line) for line in table]


def _pile_up(subjects: Sequence[Thing], table: list[list[bool]], place: Place) -> None:
    """What lies on another of its own kind is on whatever that is on: three planks on a bench may
    lie in a pile."""
    for _ in subjects:
        for n, s in enumerate(subjects):
            for m, below in enumerate(subjects):
                if m != n and is_on(s, below, place):
                    table[n] = [a or b for a, b in zip(table[n], table[m], strict=True)]


def _all_around(subjects: Sequence[Thing], targets: Sequence[Thing], place: Place) -> bool:
    """Around one target, or each subject at its nearest one and those around it."""
    if not targets:
        return False
    near: dict[str, list[Thing]] = {}
    for s in subjects:
        nearest = min(targets, key=lambda t: gap(s.box, t.box))
        near.setdefault(nearest.id, []).append(s)
    return all(around(near.get(t.id, []), t, place) for t in targets if near.get(t.id))


def matching(table: Sequence[Sequence[bool]]) -> dict[int, int]:
    """The largest one-to-one choice of a column for each row."""
    taken: dict[int, int] = {}

    def seek(at: int, seen: set[int]) -> bool:
        for column, fits in enumerate(table[at]):
            if not fits or column in seen:
                continue
            seen.add(column)
            if column not in taken or seek(taken[column], seen):
                taken[column] = at
                return True
        return False

    for at in range(len(table)):
        seek(at, set())
    return {at: column for column, at in taken.items()}
