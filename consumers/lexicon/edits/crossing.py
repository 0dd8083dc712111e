"""Moves over to a place: to the other side of the room or of a thing, to the wall or the corner
opposite, to coordinates.

What belongs here: where that is. What does not: other ways to go, which are in
``moving``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.pointing import edge_gap
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.coordinates import AXES
from consumers.lexicon.words.quantities import number_value
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import Relation
from schemas.decomposition import RelationKind as Kind
from schemas.edits import Edit, Move, Rotate, SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3

_FAR_SIDE = re.compile(
    r"(?:to|on|onto|over to) (?:the )?(?:other|opposite|far) (?:side|end)(?: of)?(?= |$)"
)
_OTHER_CORNER = re.compile(
    r"(?:(?:in|into|to|at) (?:the |an)?(?:other|opposite|(?:a )?different) corner(?: of the (?:room"
    r"|garden|scene))?|(?:to )?(?:somewhere|anywhere|someplace) else|elsewhere"
    r"|to another (?:place|spot))(?= |$)"
)
_OPPOSITE_WALL = re.compile(
    r"(?:(?:up |over |back )?(?:against|along|to|at|on|onto) )(?:the |an? )?(?:opposite|other|far"
    r"|facing)(?: side)? wall(?: of the room| instead| please|[.!])*$"
)
_OPPOSITE = {"back": "front", "left": "right", "right": "left"}
ROOMS = frozenset({"room", "scene", "bedroom", "kitchen", "office", "garden", "house", "place"})


def plotted(items: Sequence[SceneItem], tail: Line) -> list[Move]:
    """ "to x=2 z=-1": to those metres, as ``words.coordinates`` says them; on the floor where no
    height is said. A second thing stands as far from the first as it does now."""
    wanted = {axis: value for axis in AXES if (value := _number(tail, axis)) is not None}
    if not wanted or not items:
        return []
    at = items[0].position
    x, z = wanted.get(AXES[0], at.x), wanted.get(AXES[2], at.z)
    y = wanted.get(AXES[1])
    return [
        Move(
            node=i.id,
            by=Vec3(
                x=round(x - at.x, 4),
                y=round(y - i.position.y, 4) if y is not None else 0.0,
                z=round(z - at.z, 4),
            ),
            floor=True,
        )
        for i in items
    ]


def _number(tail: Line, axis: str) -> float | None:
    at = next((n for n, word in enumerate(tail.words) if word == axis), None)
    if at is None:
        return None
    sign = -1.0 if tail.at(at + 1) == "minus" else 1.0
    value = number_value(tail.at(at + 1 + (sign < 0)))
    return None if value is None else sign * value


def across(items: Sequence[SceneItem], tail: Line, finder: Finder) -> Sequence[Edit]:
    """ "to the other side of the room", "on the far side of the desk": as far beyond its middle as
    the thing is before it now."""
    if any(tail.match(_OPPOSITE_WALL, at) for at in range(len(tail))):
        return [edit for i in items for edit in _to_opposite_wall(i, finder)]
    if any(tail.match(_OTHER_CORNER, at) for at in range(len(tail))):
        return [_to_other_corner(i, finder) for i in items]
    found = next((f for at in range(len(tail)) if (f := tail.match(_FAR_SIDE, at))), None)
    target = phrase_at(tail, found[1]) if found and tail.at(found[1] - 1) == "of" else None
    whole = target is None or target[0].head in ROOMS
    floor = [i for i in finder.items if is_shell(i) and "wall" not in i.name.lower()]
    goals = floor if whole else finder.find(target[0]) if target else []
    if found is None or not goals:
        return []
    return [_mirrored(i, goals[0]) for i in items if i.id != goals[0].id]


def _to_opposite_wall(item: SceneItem, finder: Finder) -> list[Edit]:
    """From the wall that a thing is nearest to, over to the one across; to the open front of the
    room, facing in, from its back wall. None where there are no walls."""
    walls = [i for i in finder.items if is_shell(i) and "wall" in i.name.lower()]
    named = {str(w.id).removeprefix("room-").removesuffix("-wall"): w for w in walls}
    near = min(
        (side for side in named if side in _OPPOSITE),
        key=lambda side: edge_gap(item, named[side]),
        default=None,
    )
    if near is None:
        return []
    if near != "back":
        across = (NodeId(f"room-{_OPPOSITE[near]}-wall"),)
        relation = Relation(kind=Kind.AGAINST_WALL, subject=item.id, targets=across)
        return [Move(node=item.id, relation=relation)]
    floor = next((i for i in finder.items if is_shell(i) and "floor" in i.id), None)
    if floor is None:
        return []
    edge = floor.position.z - floor.size[2] / 2 + item.size[2] / 2
    turn = Rotate(node=item.id, degrees=180.0)
    return [Move(node=item.id, by=Vec3(z=round(edge - item.position.z, 3))), turn]


def _to_other_corner(item: SceneItem, finder: Finder) -> Move:
    """To the corner on the other side of the room, or across the ground where there are no walls;
    from the middle of a side to either."""
    floors = [i for i in finder.items if is_shell(i) and "wall" not in i.name.lower()]
    middle = floors[0].position if floors else Vec3()
    walls = {i.id for i in finder.items if is_shell(i)}
    side = "right" if item.position.x < middle.x else "left"
    named = [NodeId(f"room-{side}-wall")]
    if item.position.z > middle.z:
        named.append(NodeId("room-back-wall"))
    if not walls >= set(named):
        return Move(node=item.id, by=Vec3(x=round(2 * (middle.x - item.position.x), 3)))
    corner = Relation(kind=Kind.IN_CORNER, subject=item.id, targets=tuple(named))
    return Move(node=item.id, relation=corner)


def _mirrored(item: SceneItem, goal: SceneItem) -> Move:
    dx, dz = goal.position.x - item.position.x, goal.position.z - item.position.z
    along = abs(dx) >= abs(dz)
    by = Vec3(x=round(2 * dx, 3)) if along else Vec3(z=round(2 * dz, 3))
    return Move(node=item.id, by=by)
