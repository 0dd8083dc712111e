"""How far a thing is from standing to another as a relation says, in metres: 0 = it does.

Every measure takes the poses of the subject and of one target; either may be many. Relations to
the room, to carriers and between two are in ``measures``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import pi, radians, tan

import numpy as np

from consumers.layout.search.goals import Habit, K, Kind
from consumers.layout.space.geometry import Floats, angle_between, gaps, heading, turn
from consumers.layout.space.kinds import WORKED_AT
from consumers.layout.space.poses import Poses
from consumers.layout.space.traits import Item

LOOKS_AT = 22.0
"""Degrees by which the front may miss what it faces."""

LOOK_PAST, MANY_LOOK = 39.0, 4
"""Degrees by which each of so many may miss what they all face."""

IN_LINE = 0.45
"""How far aside it may always be, as a share of how wide the two are together."""

CONE = 1.4
"""How far aside (as a share of how far away) a thing may be that is left of or behind another."""


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
    opening = 0.4 * target.item.size[1] if target.item.noun == "window" else 0.0
    raised = over(subject.top - target.y - opening)
    if target.kind in ("wall", "ceiling", "air"):
        return raised + over(gaps(subject.boxes, target.boxes) - 0.35)
    inside = over(away - 0.5 * target.item.span)
    return inside + (0.0 if subject.kind == "under" else np.minimum(1.0, raised))


def _above(subject: Poses, target: Poses) -> Floats:
    if subject.kind == "floor" and subject.on == target.item.id:
        return np.zeros(1)  # a bridge over a pond
    lower = over(target.top - 0.02 - subject.y)
    return lower + over(gaps(subject.boxes, target.boxes) - 0.45)


def _hanging(subject: Poses, target: Poses) -> Floats:
    return (0.0 if subject.on == target.item.id else 1.0) + 0.0 * (subject.x + target.x)


def _next_to(subject: Poses, target: Poses) -> Floats:
    return next_to(subject, target, 1)


def next_to(subject: Poses, target: Poses, fellows: int) -> Floats:
    """Of several that stand next to the same, not all can touch it."""
    more = min(2.0, 0.35 * (fellows - 1) * subject.item.span)
    apart = gaps(subject.boxes, target.boxes)
    return over(apart - far(subject, target, 0.3, 0.3, 3.0) - more)


def _near(subject: Poses, target: Poses) -> Floats:
    return over(gaps(subject.boxes, target.boxes) - far(subject, target, 1.2, 1.0))


AXES: dict[Kind, tuple[str, int]] = {
    K.LEFT_OF: ("x", -1),
    K.RIGHT_OF: ("x", 1),
    K.IN_FRONT_OF: ("z", -1),
    K.BEHIND: ("z", 1),
}
"""The world axis and the sign of the sides, as the viewer sees them."""


def beside(kind: Kind, subject: Poses, targets: Sequence[Poses], fellows: int = 1) -> Floats:
    """Wholly on one side of the targets along a world axis, in line with them, and not far.

    ``fellows``: how many are asked to stand there; the more, the deeper their place.
    """
    axis, sign = AXES[kind]
    more = (fellows - 1) * subject.item.span
    gap, off = sideways(subject, targets, axis, sign)
    least = 1.0 if axis == "x" else 2.6
    limit = max(far(subject, t, least, 0.7) for t in targets) + min(4.0, 0.6 * more)
    return over(-gap) + over(gap - limit) + off


def in_own_frame(kind: Kind, subject: Poses, target: Poses) -> Floats:
    """On the side of a thing that is its own front, back, left or right.

    Left and right are those of who looks at its front, as for what looks at the viewer.
    """
    right, ahead = in_frame(subject, target)
    wide, _, deep = target.item.size
    if kind in (K.LEFT_OF, K.RIGHT_OF):
        away, aside = (right if kind is K.LEFT_OF else -right), ahead
        own, across, limit = wide, deep, far(subject, target, 1.0, 0.7)
        reach = _extent_towards(subject, target, 90.0)
    else:
        away, aside = (ahead if kind is K.IN_FRONT_OF else -ahead), right
        own, across, limit = deep, wide, far(subject, target, 2.6, 0.7)
        reach = _extent_towards(subject, target, 0.0)
    gap = away - own / 2 - reach / 2
    off = np.abs(aside) - IN_LINE * (across + subject.item.span)
    return over(-gap) + over(gap - limit) + over(off)


def before_a_seat(subject: Poses, target: Poses) -> Floats:
    """On the table before who sits there, at arm's length."""
    right, ahead = in_frame(subject, target)
    gap = ahead - target.item.size[2] / 2
    return over(0.02 - gap) + over(gap - 0.75) + over(np.abs(right) - 0.6 * target.item.size[0])


def _extent_towards(subject: Poses, target: Poses, side: float) -> Floats:
    """Metres that the subject takes along a direction of the target: degrees from its front."""
    turned = np.radians(subject.yaw - target.yaw - side)
    wide, _, deep = subject.item.size
    return np.asarray(np.abs(np.sin(turned)) * wide + np.abs(np.cos(turned)) * deep)


def at_its_front(subject: Poses, target: Poses) -> Floats:
    """Drawn up to where people sit at a desk, whichever way that stands."""
    right, ahead = in_frame(subject, target)
    out = ahead - (target.item.size[2] + subject.item.size[2]) / 2
    beside_it = np.abs(right) - 0.5 * target.item.size[0]
    return over(-out) + over(out - 0.6) + over(beside_it)


def sideways(
    subject: Poses, targets: Sequence[Poses], axis: str, sign: int
) -> tuple[Floats, Floats]:
    """Metres from the targets along a world axis, and how far the subject is out of line.

    The further away, the wider is what still counts as that side, as people see it.
    """
    low, high, left, right = _extent(targets[0], axis)
    for target in targets[1:]:
        a, b, c, d = _extent(target, axis)
        low, high = np.minimum(low, a), np.maximum(high, b)
        left, right = np.minimum(left, c), np.maximum(right, d)
    near, end, begin, stop = _extent(subject, axis)
    gap = near - high if sign > 0 else low - end
    aside = np.abs((begin + stop) / 2 - (left + right) / 2)
    away = np.abs((near + end) / 2 - (low + high) / 2)
    return gap, over(aside - np.maximum(IN_LINE * ((stop - begin) + (right - left)), CONE * away))


def _extent(thing: Poses, axis: str) -> tuple[Floats, Floats, Floats, Floats]:
    """From and to along the axis, and across it."""
    reach_x, reach_z = thing.boxes.reach
    x, z = (thing.x - reach_x, thing.x + reach_x), (thing.z - reach_z, thing.z + reach_z)
    return (*x, *z) if axis == "x" else (*z, *x)


def between(subject: Poses, a: Poses, b: Poses) -> Floats:
    ax, az = b.x - a.x, b.z - a.z
    length = np.maximum(np.hypot(ax, az), 1e-6)
    px, pz = subject.x - a.x, subject.z - a.z
    along = (px * ax + pz * az) / length
    aside = np.abs(px * az - pz * ax) / length
    off_middle = over(np.abs(along - length / 2) - 0.22 * length)
    return off_middle + over(aside - 0.3 * max(subject.item.span, a.item.span, b.item.span))


def amid(subject: Poses, targets: Sequence[Poses]) -> Floats:
    """Between more than two: about the middle of them all."""
    x, z = (sum((v for v in c), np.zeros(1)) / len(targets) for c in _centres(targets))
    spread = np.zeros(1)
    for target in targets:
        spread = np.maximum(spread, np.hypot(target.x - x, target.z - z))
    return over(np.hypot(subject.x - x, subject.z - z) - 0.45 * spread)


def _centres(targets: Sequence[Poses]) -> tuple[list[Floats], list[Floats]]:
    return [t.x for t in targets], [t.z for t in targets]


def around(subject: Poses, target: Poses, count: int = 1) -> Floats:
    """``count``: how many of its kind stand around the target; the more, the wider the ring."""
    near = far(subject, target, 0.5, 0.6) + ring_room(subject.item, target.item, count)
    apart = over(gaps(subject.boxes, target.boxes) - near)
    if not subject.item.seat:
        return apart
    aside, ahead = in_frame(target, subject)
    return apart + over(np.abs(aside) - 0.45 * target.item.span) + over(-ahead)


def ring_room(guest: Item, target: Item, count: int) -> float:
    """Metres by which ``count`` things side by side keep a ring away from what it is around."""
    if count < 3:
        return 0.0
    return max(0.0, 0.65 * guest.span / tan(pi / count) - min(target.size[0], target.size[2]) / 2)


def looking_distance(wide: float, seen: float) -> float:
    """Metres from which the ends of a row, ``wide`` metres, look at what is ``seen`` metres wide,
    straight at some of it or not far past its middle."""
    return wide / 2 / tan(radians(LOOK_PAST)) if wide > seen else 0.0


def facing(subject: Poses, target: Poses, fellows: int = 1) -> Floats:
    """0 where the front is turned to the target's middle.

    ``fellows``: how many are asked to face it; many stand in rows and look straight at some of it,
    or a little past its middle.
    """
    wanted = heading(target.x - subject.x, target.z - subject.z)
    if subject.item.noun in WORKED_AT:
        wanted = (wanted + 180.0) % 360.0
    if fellows < MANY_LOOK:
        return over(angle_between(subject.yaw, wanted) - LOOKS_AT) / 45.0
    missed = over(angle_between(subject.yaw, wanted) - LOOK_PAST) / 45.0
    aside, ahead = in_frame(target, subject)
    ahead = -ahead if subject.item.noun in WORKED_AT else ahead
    turned = np.radians(target.yaw - subject.yaw)
    wide, _, deep = target.item.size
    half = (np.abs(np.cos(turned)) * wide + np.abs(np.sin(turned)) * deep) / 2
    return np.where((ahead > 0) & (np.abs(aside) <= half), 0.0, missed)


def _facing(subject: Poses, target: Poses) -> Floats:
    return facing(subject, target)


def _opposite(subject: Poses, target: Poses) -> Floats:
    """Before the target's front, however far, the subject's own front (if any) turned to it."""
    looks = subject.item.front or subject.item.seat
    turned = _facing(subject, target) if looks else np.zeros(1)
    if not (target.item.front or target.item.seat):
        return turned + over(-gaps(subject.boxes, target.boxes))
    right, ahead = in_frame(subject, target)
    gap = ahead - (target.item.size[2] + subject.item.size[2]) / 2
    return turned + over(-gap) + over(np.abs(right) - 0.3 * (subject.item.span + target.item.span))


def not_before(subject: Poses, target: Poses) -> Floats:
    """Metres by which it is not ahead of the target's front, if that has one."""
    if not (target.item.front or target.item.seat):
        return np.zeros(1)
    _, ahead = in_frame(subject, target)
    return over((target.item.size[2] + subject.item.size[2]) / 2 - ahead)


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


SET_ASIDE: dict[str, tuple[float, float]] = {
    "plate": (0.0, 0.15),
    "bowl": (0.0, 0.15),
    "fork": (-0.18, 0.15),
    "knife": (0.18, 0.15),
    "spoon": (0.22, 0.15),
    "wine glass": (0.16, 0.34),
    "glass": (0.16, 0.34),
    "cup": (0.16, 0.34),
}
"""Where each thing lies for who sits at a table: metres to the right and ahead of the chair."""


def _set(subject: Poses, target: Poses) -> Floats:
    """At its place before who sits there."""
    right, ahead = in_frame(subject, target)
    aside, out = SET_ASIDE.get(subject.item.noun, (0.0, 0.15))
    return np.hypot(right - aside, ahead - target.item.size[2] / 2 - out)


PAIRS: dict[Kind, Callable[[Poses, Poses], Floats]] = {
    K.ABOVE: _above,
    K.HANGING_FROM: _hanging,
    K.NEXT_TO: _next_to,
    K.NEAR: _near,
    K.AGAINST_WALL: _next_to,
    K.BETWEEN: _next_to,
    K.AROUND: around,
    K.FACING: _facing,
    K.IN_CENTER: _centered,
    K.OPPOSITE: _opposite,
    Habit.APART: _apart,
    Habit.AT_FRONT: _at_front,
    Habit.AT_SIDE: _at_side,
    Habit.AT_HAND: _at_hand,
    Habit.ACROSS: _across,
    Habit.BENEATH: _beneath,
    Habit.SET: _set,
}
