"""Moves over to a place: to the other side of the room or of a thing, to the wall or the corner
opposite, to coordinates.

What belongs here: where that is. What does not: other ways to go, which are in
``moving``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.pointing import edge_gap
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.contents import carries
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
_END_OF = re.compile(
    r"(?:over |along |up |down )?(?:to|on|onto|at|towards?|in) (?:the |its )?"
    r"(?:(?:far|very|extreme|outer) )*(?:(?P<end>left|right|front|back)(?: hand)? (?:end|edge)"
    r"(?: of)?|(?P<middle>middle|center|centre) of)(?= )"
)
_OUT_OF_WAY = re.compile(
    r"^(?:(?:a bit|a little|somewhere|please) )*out of (?:the|my|our|everyones?|their) way"
    r"(?: please| a bit| now|[.!])*$"
)
_RIM = 0.03
"""Metres left between a thing at the end of a top and its edge."""
_AT_WALL = 0.25
"""Metres between a thing and the wall that it stands at, at most."""
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


def to_end(items: Sequence[SceneItem], tail: Line, finder: Finder) -> list[Move]:
    """ "to the far left end of the bench": along the top of what carries a thing, or onto it first.
    Left and right are those of who stands before it. None where it can not carry the thing."""
    found = next((f for at in range(len(tail)) if (f := tail.match(_END_OF, at))), None)
    target = phrase_at(tail, found[1]) if found is not None else None
    goals = finder.find(target[0]) if target is not None else []
    if found is None or not goals or not items:
        return []
    goal, moves = goals[0], list[Move]()
    for item in items:
        held = item.on == goal.id
        if item.id == goal.id or not (held or carries(goal.noun, item.noun)):
            return []
        if found[0]["middle"]:
            middle = Relation(kind=Kind.IN_CENTER, subject=item.id, targets=(goal.id,))
            moves.append(Move(node=item.id, relation=middle))
            continue
        if not held:
            onto = Relation(kind=Kind.ON, subject=item.id, targets=(goal.id,))
            moves.append(Move(node=item.id, relation=onto))
        moves.append(Move(node=item.id, by=_along(item, goal, found[0]["end"], held=held)))
    return moves


def _along(item: SceneItem, goal: SceneItem, side: str, *, held: bool) -> Vec3:
    """The way, in metres, to a side of the top of ``goal``; its whole width where the thing is not
    on it yet, to go as far as that reaches."""
    lengthways = abs(math.cos(math.radians(goal.yaw))) > 0.7  # as who looks into the room sees it
    seen = 180.0 if lengthways else goal.yaw
    turn = math.radians(seen + {"left": 0.0, "right": 180.0, "back": 90.0}.get(side, 270.0))
    x, z = math.cos(turn), -math.sin(turn)
    across_ = side in {"left", "right"}
    half, own = (n / 2 for n in (goal.size[0], item.size[0])) if across_ else (
        n / 2 for n in (goal.size[2], item.size[2]))  # fmt: skip
    dx, dz = item.position.x - goal.position.x, item.position.z - goal.position.z
    far = half - own - _RIM - (dx * x + dz * z) if held else half
    return Vec3(x=round(x * far, 3) + 0.0, z=round(z * far, 3) + 0.0)


def out_of_way(items: Sequence[SceneItem], tail: Line, finder: Finder) -> list[Move]:
    """ "out of the way": to a wall, or where a thing stands at one already, into a corner; none
    where there are no walls."""
    walls = [i for i in finder.items if is_shell(i) and "wall" in i.name.lower()]
    if _OUT_OF_WAY.search(tail.text) is None or not walls:
        return []
    return [Move(node=i.id, relation=Relation(kind=_retreat(i, walls), subject=i.id))
            for i in items]  # fmt: skip


def _retreat(item: SceneItem, walls: Sequence[SceneItem]) -> Kind:
    reach = min(item.size[0], item.size[2]) / 2 + _AT_WALL
    near = min(edge_gap(item, wall) for wall in walls)
    return Kind.IN_CORNER if near <= reach else Kind.AGAINST_WALL


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
