"""How far a pose is from serving a goal, in metres: 0 = it holds.

One definition serves the search (a thousand poses of the subject, or of a target, at once) and the
certificate (one pose each). What is pleasing beyond holding is in ``scores``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from consumers.layout.model import Proposal, Room
from consumers.layout.search.goals import SHELL, Goal, Habit, K, Kind
from consumers.layout.space.bounds import back_distance, corner_distance, wall_distance
from consumers.layout.space.distances import asked_distance, at_distance, missed_by
from consumers.layout.space.geometry import Floats, angle_between, gaps
from consumers.layout.space.kinds import WORKED_AT
from consumers.layout.space.pairs import (
    AXES,
    LOOKS_AT,
    PAIRS,
    amid,
    around,
    at_its_front,
    before_a_seat,
    beside,
    between,
    facing,
    in_own_frame,
    next_to,
    not_before,
    over,
    under,
)
from consumers.layout.space.poses import Poses
from consumers.layout.space.traits import before_who_sits
from schemas.ids import NodeId

HOLDS = 0.02
"""A goal missed by less (metres) counts as kept."""


LEVELS = 0.5
"""Metres by which one of two things next to each other may stand above the other."""

AT_WALL = 0.3
"""Metres from a wall at which a thing has its back to it."""

LOFTY = frozenset({"wall", "ceiling", "air", "hung"})
"""Holds at which a thing is next to what stands lower."""

ANY = (K.NEXT_TO, K.NEAR, K.FACING, K.ABOVE)
"""Relations to several things that hold when they hold to one: next to the benches."""


@dataclass(frozen=True, slots=True)
class View:
    """What a goal is measured in: the room, each one's pose or poses, and who stands on whom."""

    room: Room
    poses: Mapping[NodeId, Poses]
    carriers: Mapping[NodeId, NodeId | None]

    def carried(self, poses: Poses) -> set[NodeId]:
        """Everything below ``poses``, down to the floor."""
        found: set[NodeId] = set()
        at = poses.on
        while at is not None and at not in found:
            found.add(at)
            at = self.carriers.get(at)
        return found


def misfit(goal: Goal, view: View) -> Floats | None:
    """Metres by which the goal is missed, per pose; None while a target has no place yet."""
    if goal.subject not in view.poses or any(t not in view.poses for t in goal.targets):
        return None
    subject = view.poses[goal.subject]
    targets = [view.poses[t] for t in goal.targets]
    if goal.at is not None:
        return _from_proposal(goal.at, subject)
    if not targets:
        return _to_room(goal, subject, view.room)
    if goal.kind is K.BETWEEN and len(targets) > 2:
        return amid(subject, targets)
    if goal.kind is K.BETWEEN and len(targets) > 1:
        return between(subject, targets[0], targets[1])
    if goal.kind in (K.ON, K.IN, K.STACKED):
        return _held(goal, subject, targets[0], view)
    if goal.kind is K.UNDER:
        return _nearest([under(subject, t) for t in targets])
    distance = asked_distance(goal)
    if distance is not None:
        return _nearest([at_distance(goal, subject, t, distance) for t in targets])
    if goal.kind in AXES:
        missed = beside(goal.kind, subject, targets, goal.fellows)
        at_desk = subject.item.small_seat and targets[0].item.noun in WORKED_AT
        if len(targets) > 1 and goal.turned:
            own = [_as_it_looks(goal.kind, subject, t, view.room) for t in targets]
            return np.minimum(missed, _nearest(own))  # before a row of lockers, as they look
        if len(targets) > 1:
            return missed
        if goal.kind is K.IN_FRONT_OF and before_who_sits(subject.item, targets[0].item):
            return before_a_seat(subject, targets[0])
        if goal.kind is K.BEHIND and at_desk:
            return np.minimum(missed, at_its_front(subject, targets[0]))
        if not goal.turned:
            return missed
        return np.minimum(missed, _as_it_looks(goal.kind, subject, targets[0], view.room))
    if goal.kind is K.AROUND:
        return _together([around(subject, t, len(goal.ring)) for t in targets])
    if goal.kind is K.NEXT_TO:
        return _nearest(
            [next_to(subject, t, goal.fellows) + _off_level(subject, t) for t in targets]
        )
    if goal.kind is K.FACING:
        return _nearest([facing(subject, t, goal.fellows) for t in targets])
    measure = PAIRS.get(goal.kind, PAIRS[K.NEXT_TO])
    each = [measure(subject, t) for t in targets]
    if goal.kind is K.OPPOSITE and len(targets) > 1:  # before all of a row, in line with any
        return _nearest(each) + _together([not_before(subject, t) for t in targets])
    return _nearest(each) if goal.kind in ANY else _together(each)


def _together(missed: Sequence[Floats]) -> Floats:
    return sum(missed[1:], missed[0])


def _nearest(missed: Sequence[Floats]) -> Floats:
    total = missed[0]
    for more in missed[1:]:
        total = np.minimum(total, more)
    return total


def _from_proposal(at: Proposal, subject: Poses) -> Floats:
    """Metres from a proposed place; a quarter turn from the proposed yaw counts as half one."""
    turned = 0.0 if at.yaw is None else 0.5 * angle_between(subject.yaw, at.yaw) / 90.0
    return np.hypot(subject.x - at.x, subject.z - at.z) + turned


def _as_it_looks(kind: Kind, subject: Poses, target: Poses, room: Room) -> Floats:
    """In front of (behind) a thing as it looks itself, where it does not look at the viewer; at its
    sides where it has its back to a wall at the viewer's left or right."""
    turned = angle_between(target.yaw, 180.0) > LOOKS_AT
    if kind in (K.LEFT_OF, K.RIGHT_OF):
        across = np.abs(np.sin(np.radians(target.yaw))) > 0.999
        turned = across & (back_distance(room, target.boxes) < AT_WALL)
    if not target.item.front or not turned.any():
        return np.full(1, np.inf)
    return np.where(turned, in_own_frame(kind, subject, target), np.inf)


def _off_level(subject: Poses, target: Poses) -> Floats:
    """Metres by which one stands too high or low to be next to the other. What hangs is next to
    what stands below it."""
    if {subject.kind, target.kind} & LOFTY:
        return np.zeros(1)
    return over(np.maximum(subject.y - target.top, target.y - subject.top) - LEVELS)


def _constant(value: float, poses: Poses) -> Floats:
    return np.full(len(poses), value)


# To the room.

TOWARDS = {"back": 0.0, "right": 90.0, "left": 270.0}
"""The yaw that looks at each wall; everything else of the room is where the viewer is, at 180."""


def _to_room(goal: Goal, subject: Poses, room: Room) -> Floats:
    side = SHELL.get(goal.source.targets[0]) if goal.source and goal.source.targets else None
    kind = goal.kind
    if kind is Habit.ON_SIDE_WALL:
        return 1.0 - np.abs(np.sin(np.radians(subject.yaw)))
    if kind is K.FACING:
        return over(angle_between(subject.yaw, TOWARDS.get(side or "", 180.0)) - LOOKS_AT) / 45.0
    if kind is K.IN_CORNER and side:
        return _to_place(kind, subject, room) + _off_walls(goal, subject, room)
    hung = kind in (K.ON, K.ON_WALL, K.HANGING_FROM, K.ABOVE) or subject.item.placement == "wall"
    if side in ("back", "left", "right") and hung:
        kind = K.ON_WALL
    elif side in ("back", "left", "right"):
        kind = K.AGAINST_WALL
    if kind is K.ON:
        return _constant(0.0 if subject.kind == "floor" else 1.0, subject)
    if kind is K.HANGING_FROM:
        return _constant(0.0 if subject.kind == "ceiling" else 1.0, subject)
    if kind is K.ABOVE:
        return _constant(0.0 if subject.kind in LOFTY else 1.0, subject)
    if kind is K.ON_WALL:
        if side and side not in room.sides:
            return _constant(1.0, subject)
        held = _constant(0.0 if subject.kind == "wall" else 1.0, subject)
        if side:  # what hangs on the wall beside it may touch it with its edge
            held = held + over(angle_between(subject.yaw, TOWARDS[side] + 180.0) - 1.0) / 45.0
        return held + over(wall_distance(room, subject.boxes, side) - 0.05)
    if kind is K.AGAINST_WALL:
        if not room.walled or (side and side not in room.sides):
            return _constant(1.0, subject)
        away = wall_distance(room, subject.boxes, side)
        distance = asked_distance(goal)
        return over(away - 0.06) if distance is None else missed_by(away, distance)
    return _to_place(kind, subject, room)


def _off_walls(goal: Goal, subject: Poses, room: Room) -> Floats:
    """Metres from the walls whose corner is meant, beyond what a corner lets pass."""
    named = goal.source.targets if goal.source is not None else ()
    sides = [SHELL[t] for t in named if SHELL.get(t) in room.sides]
    return sum((over(wall_distance(room, subject.boxes, s) - 0.3) for s in sides), np.zeros(1))


def _to_place(kind: Kind, subject: Poses, room: Room) -> Floats:
    dx, dz = subject.x - room.x, subject.z - room.z
    if kind is Habit.AT_FAR:
        behind = over(room.depth / 3 - dz)
        return np.abs(dx) + (wall_distance(room, subject.boxes, "back") if room.walled else behind)
    if kind is K.IN_CORNER:
        limit = 0.3 if room.walled else 0.15 * min(room.width, room.depth)
        return over(corner_distance(room, subject.boxes) - limit)
    if kind is K.IN_CENTER:
        return over(np.abs(dx) - 0.12 * room.width) + over(np.abs(dz) - 0.12 * room.depth)
    if kind is K.LEFT_OF:
        return over(dx + room.width / 8)
    if kind is K.RIGHT_OF:
        return over(room.width / 8 - dx)
    if kind is K.IN_FRONT_OF:
        return over(dz + room.depth / 8)
    if kind is K.BEHIND:
        return over(room.depth / 8 - dz)
    if kind is K.AROUND:
        return over(0.2 - np.hypot(dx, dz))
    return _constant(0.0, subject)


# To other things.


def _held(goal: Goal, subject: Poses, target: Poses, view: View) -> Floats:
    below = view.carried(subject)
    if target.item.id in below and (goal.kind is not K.STACKED or subject.on == target.item.id):
        return _constant(0.0, subject) + 0.0 * target.x
    if target.item.flat and goal.kind is K.ON:
        return over(gaps(subject.boxes, target.boxes) + 0.2 * min(subject.item.span, 1.0))
    return 1.0 + over(gaps(subject.boxes, target.boxes))
