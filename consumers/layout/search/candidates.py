"""Where a thing might stand: candidate poses on the floor, a wall, the ceiling, in the air.

Generous and cheap: most candidates are not free, and ``board`` throws those out. Places on, in,
under and hanging from other things are in ``carriers``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

import numpy as np

from consumers.layout.model import Placed, Proposal
from consumers.layout.search.board import Board
from consumers.layout.search.goals import Goal, Habit, K, Plan
from consumers.layout.search.rings import Spot, hub, ring, ring_width
from consumers.layout.space.distances import asked_distance
from consumers.layout.space.geometry import Floats, heading, turn_point
from consumers.layout.space.kinds import BACK_TO_WALL, WORKED_AT
from consumers.layout.space.pairs import AXES
from consumers.layout.space.poses import Poses, pose_of, poses
from consumers.layout.space.traits import Item
from schemas.ids import NodeId

Row = tuple[float, float, float, float]
"""x, y, z, yaw."""

FINEST, MOST = 0.3, 15


def yaws_of(item: Item) -> tuple[float, ...]:
    """The right angles worth trying, the one that faces the viewer first."""
    if item.front or item.seat:
        return (180.0, 90.0, 270.0, 0.0)
    long = abs(item.size[0] - item.size[2]) > 0.05 * item.span
    if long and item.noun in BACK_TO_WALL:
        return (180.0, 90.0, 270.0)
    return (180.0, 90.0) if long else (180.0,)


def floor_poses(board: Board, item: Item, goals: Sequence[Goal], *, dense: bool) -> Poses:
    """Candidates on the floor: a grid that ends at the walls, and places at other things."""
    room = board.room
    blocks: list[Floats] = []
    for yaw in yaws_of(item):
        reach_x, reach_z = (v for v in item_reach(item, yaw))
        xs = evenly(room.left + reach_x, room.right - reach_x, dense)
        zs = evenly(room.front + reach_z, room.back - reach_z, dense)
        if not len(xs) or not len(zs):
            continue
        if room.notch is not None:
            xs = np.concatenate([xs, [room.inner_x + reach_x]])
            zs = np.concatenate([zs, [room.inner_z - reach_z]])
        grid_x, grid_z = (g.ravel() for g in np.meshgrid(xs, zs))
        blocks.append(_block(grid_x, grid_z, room.y, yaw))
        if item.noun in BACK_TO_WALL and room.walled:
            blocks.append(_along_wall(board, reach_x, reach_z, yaw))
    rows = list(_at_targets(board, item, goals))
    if dense:
        for placed in board.placed.values():
            if placed.kind == "floor":
                rows.extend(_around_box(board, item, placed, (0.0, 0.05), yaws_of(item)))
    if rows:
        blocks.append(np.array(rows, dtype=np.float64))
    table = np.concatenate(blocks) if blocks else np.zeros((0, 4))
    found = Poses(item, table[:, 0], table[:, 1], table[:, 2], table[:, 3])
    return _with_exact_looks(board, found, goals)


def item_reach(item: Item, yaw: float) -> tuple[float, float]:
    """Half extents along the world's x and z at a right-angled ``yaw``."""
    half_w, half_d = item.size[0] / 2, item.size[2] / 2
    return (half_w, half_d) if yaw % 180.0 < 1.0 else (half_d, half_w)


def _block(x: Floats, z: Floats, y: float, yaw: float) -> Floats:
    return np.stack([x, np.full(len(x), y), z, np.full(len(x), yaw)], axis=1)


def evenly(low: float, high: float, dense: bool = False) -> Floats:
    """Coordinates from ``low`` to ``high``, both included; none where that is no range."""
    if high < low - 1e-6:
        return np.zeros(0)
    steps = min(MOST + 8 * dense, max(1, ceil((high - low) / (FINEST * (0.7 if dense else 1.0)))))
    return np.linspace(low, max(low, high), steps + 1)


def _along_wall(board: Board, reach_x: float, reach_z: float, yaw: float) -> Floats:
    """Places with the back to the wall behind it that touch what stands along that wall."""
    room = board.room
    if yaw == 180.0:
        xs = _touching(board, reach_x, "x")
        return _block(xs, np.full(len(xs), room.back - reach_z), room.y, yaw)
    if yaw == 0.0:
        return np.zeros((0, 4))
    zs = _touching(board, reach_z, "z")
    x = room.left + reach_x if yaw == 90.0 else room.right - reach_x
    return _block(np.full(len(zs), x), zs, room.y, yaw)


def _touching(board: Board, reach: float, axis: str) -> Floats:
    """Coordinates at which something of this reach touches what stands there."""
    there = board.standing
    if not there.ids:
        return np.zeros(0)
    reach_x, reach_z = there.boxes.reach
    middle, extent = (there.boxes.x, reach_x) if axis == "x" else (there.boxes.z, reach_z)
    middle, extent = middle[there.floor], extent[there.floor]
    return np.concatenate([middle - extent - reach - 0.02, middle + extent + reach + 0.02])


def _at_targets(board: Board, item: Item, goals: Sequence[Goal]) -> Iterator[Row]:
    for goal in goals:
        if goal.at is not None:
            yield from _about(board, item, goal.at)
        distance = asked_distance(goal)
        if distance is not None and not goal.targets:
            yield from _from_walls(board, item, distance)
        others = goal.targets if goal.subject == item.id else (goal.subject,)
        standing = [board.placed[t] for t in others if t in board.placed]
        if goal.subject == item.id and len(standing) > 1 and goal.kind in AXES:
            yield from _beside_all(board, item, goal, standing)
            for placed in standing if goal.turned else ():
                steps = gap_steps(goal, item, placed)
                yield from _around_box(board, item, placed, steps, yaws_of(item))
        elif goal.kind is K.BETWEEN and len(standing) > 2 and goal.subject == item.id:
            yield from _amid(board, item, standing)
        elif goal.kind is K.BETWEEN and len(standing) > 1 and goal.subject == item.id:
            yield from _between_rows(board, item, standing[0], standing[1])
        else:
            for placed in standing:
                steps = gap_steps(goal, item, placed)
                yield from _around_box(board, item, placed, steps, yaws_of(item))


def _about(board: Board, item: Item, at: Proposal) -> Iterator[Row]:
    """At a proposed place, and a little beside it."""
    turned = () if at.yaw is None else (at.yaw % 360.0,)
    steps = (0.0, 0.05, -0.05, 0.15, -0.15)
    for yaw in dict.fromkeys((*turned, *yaws_of(item))):
        yield from ((at.x + dx, board.room.y, at.z + dz, yaw) for dx in steps for dz in steps)


def _from_walls(board: Board, item: Item, distance: float) -> Iterator[Row]:
    """At this distance (metres) from each wall."""
    room = board.room
    for yaw in yaws_of(item):
        reach_x, reach_z = item_reach(item, yaw)
        for z in evenly(room.front + reach_z, room.back - reach_z):
            yield room.left + distance + reach_x, room.y, float(z), yaw
            yield room.right - distance - reach_x, room.y, float(z), yaw
        for x in evenly(room.left + reach_x, room.right - reach_x):
            yield float(x), room.y, room.back - distance - reach_z, yaw


def _beside_all(board: Board, item: Item, goal: Goal, standing: Sequence[Placed]) -> Iterator[Row]:
    """On one side of several things, in the middle before them all or before one of them."""
    axis, sign = AXES[goal.kind]
    boxes = [(pose_of(board.items[p.id], p).boxes.reach, p.position) for p in standing]
    at_x = axis == "x"
    edges = [
        (p.x if at_x else p.z) + sign * float(reach[0 if at_x else 1][0]) for reach, p in boxes
    ]
    edge = max(edges) if sign > 0 else min(edges)
    mids = [p.z if at_x else p.x for _, p in boxes]
    for yaw in yaws_of(item):
        reach_x, reach_z = item_reach(item, yaw)
        for gap in gap_steps(goal, item, standing[0]):
            out = edge + sign * (gap + (reach_x if at_x else reach_z))
            for across in ((min(mids) + max(mids)) / 2, *mids):
                yield (out, board.room.y, across, yaw) if at_x else (across, board.room.y, out, yaw)


def _amid(board: Board, item: Item, standing: Sequence[Placed]) -> Iterator[Row]:
    x = sum(p.position.x for p in standing) / len(standing)
    z = sum(p.position.z for p in standing) / len(standing)
    steps = (0.0, 0.2, -0.2, 0.5, -0.5)
    for yaw in yaws_of(item):
        yield from ((x + dx, board.room.y, z + dz, yaw) for dx in steps for dz in steps)


def gap_steps(goal: Goal, item: Item, other: Placed) -> tuple[float, ...]:
    """The distances (metres) worth trying beside the other one of a goal."""
    distance = asked_distance(goal)
    if distance is not None:
        return (distance,)
    span = max(item.span, other.size[0], other.size[2])
    if goal.kind in (K.UNDER, Habit.BENEATH, K.IN_CENTER, K.ON):
        return (-1.0,)
    if goal.kind is Habit.ACROSS:
        return (2.0, 1.5, 2.5, 3.0)
    if goal.kind is K.OPPOSITE:
        return (1.6, 1.0, 2.4, 0.5, 3.4, 5.0)
    if goal.kind in (K.NEAR, K.FACING):
        return (0.3, 0.7, 0.25 * span, 0.8 * span)
    if goal.gap is not None:
        return (goal.gap, goal.gap / 2, goal.gap + 0.15)
    near = (0.06, 0.0, 0.04 + 0.06 * span, 0.3 * span)
    directed = goal.kind in (K.LEFT_OF, K.RIGHT_OF, K.IN_FRONT_OF, K.BEHIND)
    far = (0.04 + 0.08 * span, min(2.0, 0.55 * span), min(2.5, 0.9 * span))
    return (*near, *far) if directed else near


def _around_box(
    board: Board, item: Item, other: Placed, steps: Sequence[float], yaws: Sequence[float]
) -> Iterator[Row]:
    """At the four sides of a standing thing, in line with its middle or flush with its ends."""
    y = board.room.y
    half_w, half_d = other.size[0] / 2, other.size[2] / 2
    p = other.position
    right_x, right_z = turn_point(1.0, 0.0, other.yaw)
    for yaw in yaws:
        reach_x, reach_z = item_reach(item, yaw)
        world = (yaw + 180.0 + other.yaw) % 360.0
        for gap in steps:
            spots = [(0.0, 0.0)] if gap < 0 else _sides(half_w, half_d, reach_x, reach_z, gap)
            for x, z in spots:
                yield p.x + x * right_x - z * right_z, y, p.z + x * right_z + z * right_x, world


def _sides(
    half_w: float, half_d: float, reach_x: float, reach_z: float, gap: float
) -> Iterator[tuple[float, float]]:
    out_x, out_z = half_w + reach_x + gap, half_d + reach_z + gap
    for along in (0.0, half_w - reach_x, reach_x - half_w):
        yield along, out_z
        yield along, -out_z
    for along in (0.0, half_d - reach_z, reach_z - half_d):
        yield out_x, along
        yield -out_x, along


def ring_sets(board: Board, item: Item, goal: Goal, count: int) -> Iterator[Poses]:
    """Sets of places around the goal's target (or an empty middle), the most fitting set first.

    Later sets are wider, turned, or have more places than ``count``.
    """
    room = board.room
    target = board.items[goal.targets[0]] if goal.targets else hub(item, count)
    x, y, z, turned = room.x, room.y, room.z, 180.0
    if goal.targets:
        center = board.placed[goal.targets[0]]
        x, z, turned = center.position.x, center.position.z, center.yaw
    near = goal.gap if goal.gap is not None else ring_gap(item, target) if goal.targets else 0.0
    squarely = (item.front or item.seat) and count in (1, 2, 4)
    turns = (0.0, 180.0 / count) if squarely else (180.0 / count, 0.0)
    for more in range(5):
        for wider in (0.0, 0.25 * item.span):
            for turn_by in turns:
                spots = ring(target, item, count + more, near + wider, turn_by)
                rows = [_from_frame(s, x, z, turned, y) for s in spots]
                yield poses(item, rows)


def circles_of(plan: Plan, items: Mapping[NodeId, Item]) -> list[tuple[float, float]]:
    """Width and depth (metres) of the rings that words ask for, with what they are around."""
    found: list[tuple[float, float]] = []
    for goal in plan.goals:
        if goal.kind is not K.AROUND or len(goal.ring) < 3 or goal.ring[0] != goal.subject:
            continue
        guest = max((items[n] for n in goal.ring), key=lambda item: item.span)
        target = items[goal.targets[0]] if goal.targets else None
        gap = ring_gap(guest, target) if target is not None else 0.0
        wide = ring_width(target, guest, len(goal.ring), gap)
        found.append((wide, wide))
    return found


def ring_gap(item: Item, target: Item) -> float:
    """Metres between a thing and what it stands around."""
    if item.small_seat and target.top is not None:
        return 0.04
    return min(2.5, 0.12 + 0.25 * max(item.span, 0.3 * target.span))


def _from_frame(spot: Spot, x: float, z: float, turned: float, y: float) -> Row:
    dx, dz = turn_point(spot.x, spot.z, turned)
    return x + dx, y, z + dz, (spot.yaw + turned) % 360.0


def _between_rows(board: Board, item: Item, a: Placed, b: Placed) -> Iterator[Row]:
    for share in (0.5, 0.45, 0.55, 0.4, 0.6):
        x = a.position.x + share * (b.position.x - a.position.x)
        z = a.position.z + share * (b.position.z - a.position.z)
        for yaw in yaws_of(item):
            for aside in (0.0, 0.1, -0.1):
                yield x, board.room.y, z + aside, yaw
                yield x + aside, board.room.y, z, yaw


def _with_exact_looks(board: Board, found: Poses, goals: Sequence[Goal]) -> Poses:
    """The poses, and a copy of each that looks straight at what the thing should face."""
    for goal in goals:
        if goal.kind is K.FACING and goal.asked and goal.subject == found.item.id and goal.targets:
            target = board.placed.get(goal.targets[0])
            if target is None or not len(found):
                continue
            p = target.position
            yaw = heading(p.x - found.x, p.z - found.z)
            if found.item.noun in WORKED_AT:
                yaw = (yaw + 180.0) % 360.0
            x, y, z = (np.tile(a, 2) for a in (found.x, found.y, found.z))
            return Poses(found.item, x, y, z, np.concatenate([found.yaw, yaw]))
    return found
