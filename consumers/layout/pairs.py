"""How far a thing is from standing to another as a relation says, in metres: 0 = it does.

Every measure takes the poses of the subject and of one target; either may be many. Relations to
the room, to carriers and between two are in ``measures``.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from consumers.layout.geometry import Floats, angle_between, gaps, heading, turn
from consumers.layout.goals import Habit, K, Kind
from consumers.layout.poses import Poses

LOOKS_AT = 22.0
"""Degrees by which the front may miss what it faces."""


def over(values: Floats) -> Floats:
    """The positive part."""
    return np.maximum(values, 0.0)


def far(subject: Poses, target: Poses, least: float, share: float, most: float = 8.0) -> float:
    """How far apart (metres) still counts, for things of these sizes."""
    return min(most, max(least, share * max(subject.item.span, target.item.span)))


def under(subject: Poses, target: Poses) -> Floats:
    away = np.hypot(subject.x - target.x, subject.z - target.z)
    if subject.item.flat:
        return over(away - 0.35 * max(target.item.span, subject.item.span))
    raised = over(subject.top - target.y)
    if target.kind in ("wall", "ceiling", "air"):
        return raised + over(gaps(subject.boxes, target.boxes) - 0.35)
    inside = over(away - 0.5 * target.item.span)
    return inside + (0.0 if subject.kind == "under" else np.minimum(1.0, raised))


def _above(subject: Poses, target: Poses) -> Floats:
    lower = over(target.top - 0.02 - subject.y)
    return lower + over(gaps(subject.boxes, target.boxes) - 0.45)


def _hanging(subject: Poses, target: Poses) -> Floats:
    return (0.0 if subject.on == target.item.id else 1.0) + 0.0 * (subject.x + target.x)


def _next_to(subject: Poses, target: Poses) -> Floats:
    apart = gaps(subject.boxes, target.boxes)
    return over(apart - far(subject, target, 0.3, 0.3, 3.0))


def _near(subject: Poses, target: Poses) -> Floats:
    return over(gaps(subject.boxes, target.boxes) - far(subject, target, 1.2, 1.0))


def _beside(axis: str, sign: int) -> Callable[[Poses, Poses], Floats]:
    """Wholly on one side of the target along a world axis, in line with it, and not far."""

    def measure(subject: Poses, target: Poses) -> Floats:
        gap, off = sideways(subject, target, axis, sign)
        limit = far(subject, target, 1.0 if axis == "x" else 2.6, 0.7)
        return over(-gap) + over(gap - limit) + off

    return measure


def sideways(subject: Poses, target: Poses, axis: str, sign: int) -> tuple[Floats, Floats]:
    """Metres between the two along a world axis, and how far the subject is out of line."""
    (sx, sz), (tx, tz) = subject.boxes.reach, target.boxes.reach
    dx, dz = subject.x - target.x, subject.z - target.z
    along, across = (dx, dz) if axis == "x" else (dz, dx)
    reach_along, reach_across = (sx + tx, sz + tz) if axis == "x" else (sz + tz, sx + tx)
    return sign * along - reach_along, over(np.abs(across) - 0.7 * reach_across)


def between(subject: Poses, a: Poses, b: Poses) -> Floats:
    ax, az = b.x - a.x, b.z - a.z
    length = np.maximum(np.hypot(ax, az), 1e-6)
    px, pz = subject.x - a.x, subject.z - a.z
    along = (px * ax + pz * az) / length
    aside = np.abs(px * az - pz * ax) / length
    off_middle = over(np.abs(along - length / 2) - 0.22 * length)
    return off_middle + over(aside - 0.3 * max(subject.item.span, a.item.span, b.item.span))


def _around(subject: Poses, target: Poses) -> Floats:
    apart = over(gaps(subject.boxes, target.boxes) - far(subject, target, 0.5, 0.6))
    if not subject.item.seat:
        return apart
    aside, ahead = in_frame(target, subject)
    return apart + over(np.abs(aside) - 0.45 * target.item.span) + over(-ahead)


def _facing(subject: Poses, target: Poses) -> Floats:
    wanted = heading(target.x - subject.x, target.z - subject.z)
    return over(angle_between(subject.yaw, wanted) - LOOKS_AT) / 45.0


def _opposite(subject: Poses, target: Poses) -> Floats:
    """Before the target's front, however far, the subject's own front (if any) turned to it."""
    looks = subject.item.front or subject.item.seat
    turned = _facing(subject, target) if looks else np.zeros(1)
    if not (target.item.front or target.item.seat):
        return turned + over(-gaps(subject.boxes, target.boxes))
    right, ahead = in_frame(subject, target)
    gap = ahead - (target.item.size[2] + subject.item.size[2]) / 2
    return turned + over(-gap) + over(np.abs(right) - 0.3 * (subject.item.span + target.item.span))


def _centered(subject: Poses, target: Poses) -> Floats:
    away = np.hypot(subject.x - target.x, subject.z - target.z)
    return over(away - 0.15 * target.item.span)


# Customs, in the target's own frame.


def in_frame(subject: Poses, target: Poses) -> tuple[Floats, Floats]:
    """The subject's centre in the target's frame: metres to its local +x and +z."""
    return turn(subject.x - target.x, subject.z - target.z, -target.yaw)


def _at_front(subject: Poses, target: Poses) -> Floats:
    right, ahead = in_frame(subject, target)
    behind = over(target.item.size[2] / 2 - ahead)
    return 0.6 * np.abs(right) + behind + over(gaps(subject.boxes, target.boxes) - 0.6)


def _at_side(subject: Poses, target: Poses) -> Floats:
    _, ahead = in_frame(subject, target)
    backs = np.abs((ahead - subject.item.size[2] / 2) + target.item.size[2] / 2)
    turned = angle_between(subject.yaw, target.yaw) / 90.0 if subject.item.front else 0.0
    apart = np.abs(gaps(subject.boxes, target.boxes) - 0.06)
    return apart + np.minimum(backs, 1.5) + turned


def _at_hand(subject: Poses, target: Poses) -> Floats:
    """Beside it, to the right of who sits before it."""
    right, ahead = in_frame(subject, target)
    apart = np.abs(gaps(subject.boxes, target.boxes) - 0.04)
    return apart + over(right) + np.abs(ahead)


def _across(subject: Poses, target: Poses) -> Floats:
    right, ahead = in_frame(subject, target)
    gap = ahead - target.item.size[2] / 2 - subject.item.size[2] / 2
    turned = angle_between(subject.yaw, target.yaw + 180.0) / 90.0
    return 0.5 * np.abs(right) + over(2.0 - gap) + over(gap - 4.2) + turned


def _beneath(subject: Poses, target: Poses) -> Floats:
    return np.hypot(subject.x - target.x, subject.z - target.z)


def _apart(subject: Poses, target: Poses) -> Floats:
    """In line with each other, with room for something between (how much, ``scores`` says)."""
    dx, dz = np.abs(subject.x - target.x), np.abs(subject.z - target.z)
    return np.minimum(dx, dz)


PAIRS: dict[Kind, Callable[[Poses, Poses], Floats]] = {
    K.ABOVE: _above,
    K.HANGING_FROM: _hanging,
    K.NEXT_TO: _next_to,
    K.NEAR: _near,
    K.AGAINST_WALL: _next_to,
    K.LEFT_OF: _beside("x", -1),
    K.RIGHT_OF: _beside("x", 1),
    K.IN_FRONT_OF: _beside("z", -1),
    K.BEHIND: _beside("z", 1),
    K.BETWEEN: _next_to,
    K.AROUND: _around,
    K.FACING: _facing,
    K.IN_CENTER: _centered,
    K.OPPOSITE: _opposite,
    Habit.APART: _apart,
    Habit.AT_FRONT: _at_front,
    Habit.AT_SIDE: _at_side,
    Habit.AT_HAND: _at_hand,
    Habit.ACROSS: _across,
    Habit.BENEATH: _beneath,
}
