"""What makes one free pose better than another: goals first, then custom and taste.

Costs are in "metres of annoyance": 1 = as bad as standing a metre from where custom wants it. Asked
relations outweigh everything else (``goals.ASKED``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from consumers.layout.model import Room
from consumers.layout.search.board import NICHE, NO_MARGINS, Board
from consumers.layout.search.goals import SHELL, Goal, Habit, K
from consumers.layout.search.tastes import house_cost
from consumers.layout.space.bounds import back_distance, beyond, corner_distance, endwise
from consumers.layout.space.geometry import Floats, angle_between, gaps, heading
from consumers.layout.space.kinds import PARTING, SPANNING
from consumers.layout.space.measures import HOLDS, View, misfit
from consumers.layout.space.pairs import MANY_LOOK, in_frame, looking_distance, over
from consumers.layout.space.poses import Poses
from schemas.ids import NodeId

MISSED = 25.0
"""Cost of an asked relation that does not hold at all, besides how far it is off."""

DIRECTED = (K.IN_FRONT_OF, K.BEHIND, K.LEFT_OF, K.RIGHT_OF)
TURNING = (K.FACING, K.AROUND, K.OPPOSITE, Habit.AT_SIDE, Habit.ACROSS, Habit.PROPOSED)

SHOWN = ("tv stand", "fireplace")
"""Things that are worth nothing from behind."""

BACK_TO_VIEWER = 4.0

BEFORE = 1.5
"""Cost of standing in front of furniture when asked to be next to it."""

HOST = 12.0
"""Cost of a metre that is missing where words ask for something to stand beside it."""

STARS = 160
"""So many poses, the best by the cheap costs, are looked at closely."""


def score(board: Board, found: Poses, goals: Sequence[Goal], noise: Floats) -> Floats:
    """The cost of each free pose. ``noise``: a small cost per pose, to vary by seed."""
    cost = noise[: len(found)] + goal_cost(board, found, goals)
    own = [g for g in goals if g.subject == found.item.id]
    told = any(g.fellows >= MANY_LOOK if g.kind is K.FACING else g.asked for g in own)
    cost += house_cost(board, found, told) + _turned(found, goals)
    apart = board.room_between(found)
    if apart.size:
        cost += _crowding(board, found, goals, apart)
    if len(found) > STARS and board.placed:
        close = np.argpartition(cost, STARS)[:STARS]
        kept = np.zeros(len(found), dtype=bool)
        kept[close] = True
        cost[~kept] = np.inf
        cost[kept] += _zones(board, found.only(kept), goals)
        return cost
    return cost + _zones(board, found, goals)


def goal_cost(board: Board, found: Poses, goals: Sequence[Goal]) -> Floats:
    """What the goals that the thing takes part in cost at each pose."""
    node = found.item.id
    view = View(board.room, {**board.poses, node: found}, {**board.carriers, node: found.on})
    cost = np.zeros(len(found))
    for goal in goals:
        missed = misfit(goal, view)
        if missed is None:
            cost = cost + _making_room(goal, found, board)
            continue
        cost = cost + goal.weight * missed
        if goal.asked:
            cost = cost + MISSED * (missed > HOLDS)
        subject, targets = view.poses[goal.subject], [view.poses[t] for t in goal.targets]
        if not targets:
            cost = cost + _squarely(goal, subject, board.room)
        elif goal.kind is K.BETWEEN and len(targets) > 1:
            cost = cost + 1.5 * _off_middle(subject, targets) + _turned_between(subject, targets)
        elif len(targets) == 1:
            cost = cost + _pleasing(goal, subject, targets[0])
        elif goal.kind in DIRECTED:
            cost = cost + _at_the_side_of_all(goal, subject, targets)
    return cost


def _making_room(goal: Goal, found: Poses, board: Board) -> Floats | float:
    """The first of two things that something is to stand between leaves the other its place."""
    if goal.kind is not Habit.APART or goal.targets != (found.item.id,) or goal.gap is None:
        return 0.0
    wide = (goal.gap + board.items[goal.subject].size[0]) / 2
    return 0.5 * np.abs(np.abs(found.x - board.room.x) - wide)


def _squarely(goal: Goal, subject: Poses, room: Room) -> Floats | float:
    """Right in the corner, right at the wall, right in the middle."""
    if goal.kind is K.IN_CORNER:
        return 1.5 * np.abs(corner_distance(room, subject.boxes)) + 0.2 * over(room.z - subject.z)
    side = SHELL.get(goal.source.targets[0]) if goal.source and goal.source.targets else None
    if goal.kind is K.AGAINST_WALL and subject.item.front:
        return 0.8 * np.minimum(back_distance(room, subject.boxes, side), 1.0)
    if goal.kind is K.AGAINST_WALL:
        return endwise(room, subject.boxes, side)
    if goal.kind is K.IN_CENTER:
        return 0.8 * np.hypot(subject.x - room.x, subject.z - room.z)
    return 0.0


def _off_middle(subject: Poses, targets: Sequence[Poses]) -> Floats:
    x = sum((t.x for t in targets), np.zeros(1)) / len(targets)
    z = sum((t.z for t in targets), np.zeros(1)) / len(targets)
    return np.hypot(subject.x - x, subject.z - z)


def _turned_between(subject: Poses, targets: Sequence[Poses]) -> Floats | float:
    """A hammock hangs from one to the other, a screen parts them."""
    noun = subject.item.noun
    if noun not in SPANNING and noun not in PARTING:
        return 0.0
    dx, dz = np.abs(targets[0].x - targets[1].x), np.abs(targets[0].z - targets[1].z)
    reach_x, reach_z = subject.boxes.reach
    along = (reach_x > reach_z) == (dx > dz)
    turned = along if noun in PARTING else ~along
    return np.asarray(1.5 * turned, dtype=np.float64)


def _at_the_side_of_all(goal: Goal, subject: Poses, targets: Sequence[Poses]) -> Floats:
    """In line with a whole row, and close to its end."""
    x = sum((t.x for t in targets), np.zeros(1)) / len(targets)
    z = sum((t.z for t in targets), np.zeros(1)) / len(targets)
    across = np.abs(subject.z - z if goal.kind in (K.LEFT_OF, K.RIGHT_OF) else subject.x - x)
    nearest = np.min(
        [np.broadcast_to(gaps(subject.boxes, t.boxes), across.shape) for t in targets], axis=0
    )
    return np.asarray(0.5 * across + 0.3 * over(nearest - 0.3))


def _pleasing(goal: Goal, subject: Poses, target: Poses) -> Floats | float:
    """The right distance and alignment of a relation that holds either way."""
    kind = goal.kind
    dx, dz = np.abs(subject.x - target.x), np.abs(subject.z - target.z)
    gap = (
        goal.gap if goal.gap is not None else 0.04 + 0.08 * max(subject.item.span, target.item.span)
    )
    off = 0.4 * np.abs(gaps(subject.boxes, target.boxes) - gap)
    if kind in (K.LEFT_OF, K.RIGHT_OF) and goal.turned:
        aside, ahead = in_frame(subject, target)
        across = np.abs(np.sin(np.radians(target.yaw))) > 0.999
        return off + np.where(across, 0.6 * np.minimum(np.abs(ahead), 2.0), 0.6 * dz)
    if kind in (K.LEFT_OF, K.RIGHT_OF):
        return off + 0.6 * dz
    if kind in (K.IN_FRONT_OF, K.BEHIND) and goal.turned:
        aside, ahead = in_frame(subject, target)
        wrong = ahead < 0 if kind is K.IN_FRONT_OF else ahead > 0
        return off + 0.6 * np.abs(aside) + 1.5 * wrong + _looks(subject, target, kind)
    if kind in (K.IN_FRONT_OF, K.BEHIND):
        return off + 0.6 * dx + _looks(subject, target, kind)
    if kind is K.NEXT_TO and target.item.front:
        aside, ahead = in_frame(subject, target)
        bulky = target.item.category in ("furniture", "appliance")
        before = bulky & (ahead > 0) & (np.abs(aside) < target.item.size[0] / 2)
        return off + 0.6 * np.minimum(np.abs(ahead), 1.0) + BEFORE * before
    if kind is K.NEXT_TO:
        return off + 0.5 * np.minimum(dx, dz) + 0.3 * (dz > dx)
    if kind is Habit.APART:
        return 4.0 * off + 8.0 * over(gap - gaps(subject.boxes, target.boxes)) + (dz > dx)
    if kind is K.OPPOSITE:
        right, _ = in_frame(subject, target)
        apart = gaps(subject.boxes, target.boxes)
        return 0.5 * np.abs(right) + (0.0 if goal.gap is not None else 0.3 * over(apart - 2.5))
    if kind is K.FACING:
        return _attentive(subject, target)
    if kind in (K.ABOVE, K.UNDER, K.IN_CENTER):
        return 1.5 * np.minimum(np.hypot(dx, dz), np.minimum(dx, dz) + 0.5)
    if kind in (K.AROUND, Habit.AT_FRONT):
        return off
    return 0.0


def _attentive(subject: Poses, target: Poses) -> Floats:
    """Facing from before, from not too far, and preferably at a right angle."""
    gap = gaps(subject.boxes, target.boxes)
    least = max(1.0, looking_distance(subject.item.size[0], target.item.size[0]))
    distant = 0.8 * over(least - gap) + 0.12 * over(gap - least)
    oblique = 0.3 * (np.abs((subject.yaw + 45.0) % 90.0 - 45.0) > 1.0)
    cost: Floats = distant + oblique
    if target.item.front:
        aside, _ = in_frame(subject, target)
        cost = cost + 0.25 * np.minimum(np.abs(aside), 2.0)
        seen_from = heading(subject.x - target.x, subject.z - target.z)
        cost = cost + 0.8 * over(angle_between(seen_from, target.yaw) - 40.0) / 45.0
    return cost


def _looks(subject: Poses, target: Poses, kind: object) -> Floats | float:
    """A seat or a screen in front of something is turned to it."""
    turned_to = subject.item.seat or subject.item.noun in ("tv", "tv stand", "fireplace")
    if kind is not K.IN_FRONT_OF or not turned_to:
        return 0.0
    if not (target.item.seat or target.item.top is not None or target.item.noun == "tv"):
        return 0.0
    to_it = target.yaw + 180.0 if target.item.front else 0.0
    return 0.8 * angle_between(subject.yaw, to_it) / 90.0


def _turned(found: Poses, goals: Sequence[Goal]) -> Floats | float:
    """To the viewer, all the more where others are asked to stand before or beside it."""
    item = found.item
    if found.kind == "floor" and item.noun in SHOWN:
        return np.where(angle_between(found.yaw, 0.0) < 45.0, BACK_TO_VIEWER, 0.0)
    if found.kind != "floor" or any(g.subject == item.id and g.kind in TURNING for g in goals):
        return 0.0
    away = angle_between(found.yaw, 180.0) / 90.0
    marked = any(g.asked and g.kind in DIRECTED and item.id in g.targets for g in goals)
    if not marked and any(
        g.kind in (Habit.ACROSS, K.OPPOSITE) and item.id in g.targets for g in goals
    ):
        return 0.9 * np.abs(away - 1.0)
    share = (
        3.0 if marked and item.front else 0.5 if item.front or item.size[0] >= item.size[2] else 0.0
    )
    return share * away


# Room to move.


def _friends(found: Poses, goals: Sequence[Goal]) -> set[NodeId]:
    """Who is asked to stand near it, or it to them."""
    own = found.item.id
    friends: set[NodeId] = set()
    for goal in goals:
        if goal.kind is not K.FACING:
            friends |= {*goal.targets, *goal.ring} if goal.subject == own else {goal.subject}
    return friends


def _crowding(board: Board, found: Poses, goals: Sequence[Goal], apart: Floats) -> Floats:
    """Things that have nothing to do with each other keep a person's width between them."""
    friends = _friends(found, goals)
    strangers = np.array([n not in friends for n in board.standing.ids])
    if found.kind == "floor":
        want = 0.65 if board.room.roofed else min(4.0, 0.8 + 0.35 * found.item.span)
        strangers &= board.standing.floor
        weight = 0.8
    else:
        want = 0.05 + 0.2 * found.item.span if found.kind != "wall" else 0.3
        weight = 0.5
    short = over(1.0 - apart[:, strangers] / want)
    crowded: Floats = weight * np.minimum(short.sum(axis=1), 4.0)
    return crowded


def _zones(board: Board, found: Poses, goals: Sequence[Goal]) -> Floats:
    """What stands in the way of what wants room, either way round, and room beyond the walls."""
    if found.kind not in ("floor", "wall"):
        return np.zeros(len(found))
    friends = _friends(found, goals)
    there = board.standing
    stranger = np.array([n not in friends for n in there.ids], dtype=bool) & ~there.flat
    cost = np.zeros(len(found))
    margins = board.margins.get(found.item.id, NO_MARGINS)
    host = any(g.asked and g.kind in DIRECTED and found.item.id in g.targets for g in goals)
    if any(margins) and not found.item.flat:
        zone = found.boxes.grown(*(np.full(len(found), m) for m in margins))
        cost += (HOST if host else 3.0) * beyond(board.room, zone)
        if len(there.ids):
            low = found.y if margins[2] <= NICHE else np.full(len(found), board.room.y)
            meets = (low[:, None] < there.top) & (there.y < found.top[:, None]) & stranger
            cost += 3.0 * (over(-gaps(zone.column, there.boxes)) * meets).sum(axis=1)
    if found.kind == "floor" and (there.zoned & stranger).any() and not found.item.flat:
        meets = (found.y[:, None] < there.top) & (there.low < found.top[:, None])
        meets &= stranger & there.zoned
        cost += 3.0 * (over(-gaps(found.boxes.column, there.zones)) * meets).sum(axis=1)
    return cost
