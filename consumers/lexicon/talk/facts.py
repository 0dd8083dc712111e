"""What is true of a scene's things: how far, beside, above, facing, how big the room is. Pure.

Measured on boxes, which is what the things' sizes give. Directions are as in
``schemas.decomposition``: left is -X and behind is +Z, as seen from the scene's front. What does
not belong here: words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from consumers.lexicon.edits.items import is_shell, things
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem

NEAR_M = 0.6
"""A gap up to which a thing is next to another."""
ASIDE_M = 3.0
"""How far to a side a thing may stand and still be said to be there."""
FLAT_M = 0.06
"""What is no higher can be stood on without being carried: a rug."""
TOUCHING_M = 0.05
FACING_DEG = 35.0


@dataclass(frozen=True, slots=True)
class Box:
    """A thing's bounds, axis-aligned, in metres."""

    left: float
    right: float
    front: float
    back: float
    low: float
    high: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.front + self.back) / 2


def box(item: SceneItem) -> Box:
    """The bounds of ``item`` as it is turned."""
    turn = math.radians(item.yaw)
    c, s = abs(math.cos(turn)), abs(math.sin(turn))
    half_x = (item.size[0] * c + item.size[2] * s) / 2
    half_z = (item.size[0] * s + item.size[2] * c) / 2
    x, y, z = item.position.x, item.position.y, item.position.z
    return Box(x - half_x, x + half_x, z - half_z, z + half_z, y, y + item.size[1])


def gap(first: SceneItem, second: SceneItem) -> float:
    """Metres between the nearest edges of two things, heights included; 0 where they touch."""
    a, b = box(first), box(second)
    return math.hypot(
        max(0.0, a.left - b.right, b.left - a.right),
        max(0.0, a.front - b.back, b.front - a.back),
        max(0.0, a.low - b.high, b.low - a.high),
    )


def covered(item: SceneItem, by: SceneItem) -> float:
    """The share of the item's ground, 0 to 1, that lies below or above the other's."""
    a, b = box(item), box(by)
    wide = min(a.right, b.right) - max(a.left, b.left)
    deep = min(a.back, b.back) - max(a.front, b.front)
    if wide <= 0 or deep <= 0:
        return 0.0
    area = (a.right - a.left) * (a.back - a.front)
    return wide * deep / area if area > 0 else 1.0


def stands(item: SceneItem, kind: Kind, target: SceneItem, items: Sequence[SceneItem]) -> bool:
    """Whether ``item`` stands in ``kind`` to ``target`` as a person who looks would say."""
    a, b = box(item), box(target)
    match kind:
        case Kind.ON | Kind.IN | Kind.STACKED:
            return item.on == target.id or _is_on_flat(item, target)
        case Kind.UNDER:
            below = covered(item, target) > 0.5 and a.high <= b.high and item.on != target.id
            return below or target.on == item.id or _is_on_flat(target, item)
        case Kind.ABOVE:
            return covered(item, target) > 0.3 and a.low >= b.high and item.on != target.id
        case Kind.LEFT_OF:
            return a.right <= b.left + TOUCHING_M and _aside(item, target, items)
        case Kind.RIGHT_OF:
            return a.left >= b.right - TOUCHING_M and _aside(item, target, items)
        case Kind.IN_FRONT_OF:
            return a.back <= b.front + TOUCHING_M and _aside(item, target, items)
        case Kind.BEHIND:
            return a.front >= b.back - TOUCHING_M and _aside(item, target, items)
        case Kind.FACING:
            return faces(item, target)
        case Kind.OPPOSITE:
            return faces(item, target) and faces(target, item)
        case _:
            return _is_beside(item, target)


def between(item: SceneItem, first: SceneItem, second: SceneItem) -> bool:
    """Whether ``item`` stands between two others, on the ground as seen from above."""
    if item.on in (first.id, second.id):
        return False
    (x, z), (ax, az), (bx, bz) = box(item).middle, box(first).middle, box(second).middle
    long = math.hypot(bx - ax, bz - az)
    if long < 1e-6:
        return False
    along = ((x - ax) * (bx - ax) + (z - az) * (bz - az)) / long**2
    off = abs((x - ax) * (bz - az) - (z - az) * (bx - ax)) / long
    return 0.1 < along < 0.9 and off < max(0.4, 0.25 * long)


def faces(item: SceneItem, target: SceneItem) -> bool:
    """Whether the item's front points at the target."""
    b, turn = box(target), math.radians(item.yaw)
    x, z = item.position.x, item.position.z
    # The nearest point of the target along the item's view, so that a wide one is met anywhere.
    dx = min(max(x, b.left), b.right) - x
    dz = min(max(z, b.front), b.back) - z
    if math.hypot(dx, dz) < 1e-6:
        return False
    ahead = (dx * math.sin(turn) + dz * math.cos(turn)) / math.hypot(dx, dz)
    return ahead >= math.cos(math.radians(FACING_DEG))


def looked_at(item: SceneItem, items: Sequence[SceneItem]) -> SceneItem | None:
    """The nearest thing on the ground that the item's front points at."""
    seen = [i for i in things(items) if i.id != item.id and i.on != item.id and i.id != item.on]
    ahead = [i for i in seen if i.on is None and i.size[1] > FLAT_M and faces(item, i)]
    return min(ahead, key=lambda i: gap(item, i), default=None)


def room(items: Sequence[SceneItem]) -> tuple[float, float, float] | None:
    """Width, depth and height in metres of the room; None without a floor.

    In the open the height is that of the walls, 0 where there are none.
    """
    floors = [box(i) for i in items if is_shell(i) and _is(i, "floor", "ground", "terrain")]
    if not floors:
        return None
    walls = [i for i in items if is_shell(i) and _is(i, "wall")]
    wide = max(f.right for f in floors) - min(f.left for f in floors)
    deep = max(f.back for f in floors) - min(f.front for f in floors)
    around = [box(w) for w in walls if in_the_open(items)]
    if around:  # the ground goes on behind its walls
        wide = min(wide, max(b.right for b in around) - min(b.left for b in around))
        long = max(b.back for b in around) - min(b.front for b in around)
        deep = min(deep, long) if len(around) > 1 else deep
    return wide, deep, max((w.size[1] for w in walls), default=0.0)


def in_the_open(items: Sequence[SceneItem]) -> bool:
    """Whether the floor is a ground, or a roof or deck under the sky."""
    return any(is_shell(i) and _is(i, "ground", "terrain", "open floor") for i in items)


def side(item: SceneItem, items: Sequence[SceneItem]) -> str:
    """Where in the scene: "on the left at the back", by thirds of the floor."""
    bounds = room(items) or (6.0, 5.0, 0.0)
    x, z = item.position.x / (bounds[0] / 2), item.position.z / (bounds[1] / 2)
    across = "on the left" if x < -0.33 else "on the right" if x > 0.33 else "in the middle"
    along = " at the back" if z > 0.33 else " at the front" if z < -0.33 else ""
    return across + along


def volume(item: SceneItem) -> float:
    """Cubic metres of its box."""
    return item.size[0] * item.size[1] * item.size[2]


def _is(item: SceneItem, *words: str) -> bool:
    return any(word in item.name.lower() for word in words)


def _is_on_flat(item: SceneItem, target: SceneItem) -> bool:
    """Whether it stands on a thing that is too flat to carry anything: a rug."""
    flat = target.size[1] <= FLAT_M
    return flat and item.on is None and item.size[1] > FLAT_M and covered(item, target) > 0.5


def _is_beside(item: SceneItem, target: SceneItem) -> bool:
    """Next to each other at one height: both on the ground, or on the same thing."""
    if item.on != target.on or min(item.size[1], target.size[1]) <= FLAT_M:
        return False
    return gap(item, target) < NEAR_M


def _aside(item: SceneItem, target: SceneItem, items: Sequence[SceneItem]) -> bool:
    """Whether it is near enough to be on one of its sides, and not on something else there."""
    if item.on != target.on and item.on is not None:
        return False
    a, b = box(item), box(target)
    beside = min(
        max(0.0, a.left - b.right, b.left - a.right), max(0.0, a.front - b.back, b.front - a.back)
    )
    return beside < NEAR_M and gap(item, target) < ASIDE_M
