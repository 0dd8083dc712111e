"""How items stand to one another, as seen from above and from the front: gaps, sides, over, under.

What belongs here: measures between two items. What does not: which items words mean, which is in
``references``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem


def gap(item: SceneItem, target: SceneItem) -> float:
    """Metres between two items' outlines on the ground, seen from above; below zero where they
    overlap, the more the nearer their middles are."""
    (ax, az), (bx, bz) = _reach(item), _reach(target)
    dx = abs(item.position.x - target.position.x) - ax - bx
    dz = abs(item.position.z - target.position.z) - az - bz
    if dx < 0 and dz < 0:
        return max(dx, dz)
    return math.hypot(max(0.0, dx), max(0.0, dz))


def _reach(item: SceneItem) -> tuple[float, float]:
    """Half of an item's extent along x and z, in metres, as it is turned."""
    sin, cos = abs(math.sin(math.radians(item.yaw))), abs(math.cos(math.radians(item.yaw)))
    width, _, depth = item.size
    return (width * cos + depth * sin) / 2, (width * sin + depth * cos) / 2


def is_within(item: SceneItem, target: SceneItem, spare: float = 0.0) -> bool:
    """Whether an item's middle is above or below a target, or ``spare`` metres beside it."""
    turn = math.radians(target.yaw)
    dx, dz = item.position.x - target.position.x, item.position.z - target.position.z
    x = dx * math.cos(turn) - dz * math.sin(turn)
    z = dx * math.sin(turn) + dz * math.cos(turn)
    return abs(x) <= target.size[0] / 2 + spare and abs(z) <= target.size[2] / 2 + spare


def is_on_side(item: SceneItem, kind: Kind, target: SceneItem) -> bool:
    """Whether an item is more to that side of a target than not, if not straight there."""
    dx, dz = item.position.x - target.position.x, item.position.z - target.position.z
    ways = {Kind.LEFT_OF: -dx, Kind.RIGHT_OF: dx, Kind.IN_FRONT_OF: -dz, Kind.BEHIND: dz}
    return ways.get(kind, 0.0) > 0.05


def stands_at(item: SceneItem, kind: Kind, target: SceneItem, items: Sequence[SceneItem]) -> bool:
    """Whether ``item`` stands in ``kind`` to ``target`` as a viewer would say."""
    dx, dz = item.position.x - target.position.x, item.position.z - target.position.z
    match kind:
        case Kind.ON | Kind.IN | Kind.STACKED:
            return item.on == target.id
        case Kind.UNDER:
            low = item.position.y < target.position.y + 0.5 * target.size[1]
            return low and item.on != target.id and is_within(item, target)
        case Kind.ABOVE:
            return (
                item.position.y >= target.position.y + target.size[1] - 0.05
                and item.on != target.id
                and is_within(item, target, 0.25)
            )
        case Kind.LEFT_OF:
            return dx < 0 and abs(dx) >= abs(dz)
        case Kind.RIGHT_OF:
            return dx > 0 and abs(dx) >= abs(dz)
        case Kind.IN_FRONT_OF:
            return dz < 0 and abs(dz) >= abs(dx)
        case Kind.BEHIND:
            return dz > 0 and abs(dz) >= abs(dx)
        case _:
            return item.on != target.id and target.on != item.id and gap(item, target) < 0.6
