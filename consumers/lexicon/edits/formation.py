"""Which of several things stand at the corners, the edge, the ends or inside of what they form.

"the corner cubes" of nine in a square are four, "the outer ones" eight, "the end posts" of a row
two. Seen from above, world axes. What does not belong here: rows by number (``rows``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from schemas.edits import SceneItem

_WORDS = {
    "corner": "corner",
    "outer": "edge", "outermost": "edge", "outside": "edge", "edge": "edge", "border": "edge",
    "inner": "inside", "innermost": "inside", "inside": "inside", "central": "inside",
    "end": "end",
}  # fmt: skip
SPOT_WORDS = frozenset(_WORDS)
"""All words that name such a spot."""
_FIELD = 5
_DEEP = 0.5
"""Things that stand in a field, at the least, and how deep that is by how wide."""
_NEAR = 0.15
"""Part of the whole's extent within which a thing stands at its border."""


def at_spot(
    words: Sequence[str], items: Sequence[SceneItem], many: int = 0
) -> list[SceneItem] | None:
    """Those of ``items`` that stand where one of ``words`` says; None where none says a spot.

    ``many``: how many of them are meant, where it is said: "the inner two" of four in a row.
    """
    spot = next((_WORDS[w] for w in words if w in _WORDS), None)
    if spot is None or len(items) < 2:
        return None
    if many and spot in {"inside", "edge"}:
        near = sorted(items, key=lambda i: _off_centre(i, items))
        meant = near[:many] if spot == "inside" else near[-many:]
        return [i for i in items if i in meant]
    xs, zs = [i.position.x for i in items], [i.position.z for i in items]
    across = {i.id: _is_outer(i.position.x, xs) for i in items}
    along = {i.id: _is_outer(i.position.z, zs) for i in items}
    if spot == "edge":
        return [i for i in items if across[i.id] or along[i.id]]
    if spot == "inside":
        return [i for i in items if not (across[i.id] or along[i.id])]
    if spot == "corner":
        return [i for i in items if across[i.id] and along[i.id]]
    longer = across if max(xs) - min(xs) >= max(zs) - min(zs) else along
    return [i for i in items if longer[i.id]]


def _off_centre(item: SceneItem, items: Sequence[SceneItem]) -> float:
    """Metres from the middle of what ``items`` form."""
    x = sum(i.position.x for i in items) / len(items)
    z = sum(i.position.z for i in items) / len(items)
    return math.hypot(item.position.x - x, item.position.z - z)


def _is_outer(value: float, values: Sequence[float]) -> bool:
    spare = _NEAR * (max(values) - min(values))
    return value <= min(values) + spare or value >= max(values) - spare


def from_middle(fitting: Sequence[SceneItem]) -> list[SceneItem]:
    """The items from the middle one of their row, pile or line into the depth outwards; of what
    spreads both ways, from the one in the middle of all."""
    if _is_field(fitting):
        x, z = (
            (max(values) + min(values)) / 2
            for values in ([i.position.x for i in fitting], [i.position.z for i in fitting])
        )
        return sorted(fitting, key=lambda i: math.hypot(i.position.x - x, i.position.z - z))

    def spread(axis: str) -> float:
        along = [getattr(i.position, axis) for i in fitting]
        return float(max(along) - min(along))

    axis = max(("x", "z", "y"), key=spread)
    row = sorted(fitting, key=lambda i: getattr(i.position, axis))
    middle = len(row) // 2
    return sorted(row, key=lambda i: abs(row.index(i) - middle))


def _is_field(fitting: Sequence[SceneItem]) -> bool:
    """Whether items stand spread over a ground rather than in a row: five and more, about as deep
    as wide."""
    if len(fitting) < _FIELD:
        return False
    wide, deep = (
        max(values) - min(values)
        for values in ([i.position.x for i in fitting], [i.position.z for i in fitting])
    )
    return min(wide, deep) > _DEEP * max(wide, deep)
