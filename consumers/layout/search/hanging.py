"""Where a thing might hang or float: candidate poses on the walls, the ceiling, in the air."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from consumers.layout.model import Placed
from consumers.layout.search.board import SLACK, Board
from consumers.layout.search.candidates import Row, evenly, item_reach, yaws_of
from consumers.layout.search.goals import Goal, K
from consumers.layout.space.bounds import walls_of
from consumers.layout.space.kinds import FLUTTERING
from consumers.layout.space.poses import Poses, poses
from consumers.layout.space.traits import Item

GAP_UNDER = 0.05
"""Metres left above what stands under a hung thing."""
EYE = 1.5
"""Height (metres) of a picture's middle."""


SMALL = 0.5
"""Metres of span up to which what flies is as low as a songbird."""


def wall_poses(board: Board, item: Item, goals: Sequence[Goal]) -> Poses:
    """Candidates on the walls, at the heights where such a thing hangs."""
    half_w, half_d = item.size[0] / 2, item.size[2] / 2
    rows: list[Row] = []
    heights = _hanging_heights(board, item, goals)
    partners = list(_partners(board, item, goals))
    for wall in walls_of(board.room):
        along = [*evenly(wall.low + half_w, wall.high - half_w)]
        along += [p.position.x if wall.is_back else p.position.z for p in partners]
        low, high = wall.low + half_w - SLACK, wall.high - half_w + SLACK
        along = [v for v in along if low <= v <= high]
        out = wall.at + (half_d if wall.yaw == 90.0 else -half_d)
        if wall.is_back:
            rows.extend((x, y, out, wall.yaw) for y in heights for x in along)
        else:
            rows.extend((out, y, z, wall.yaw) for y in heights for z in along)
    return poses(item, rows, "wall")


def _partners(board: Board, item: Item, goals: Sequence[Goal]) -> Iterator[Placed]:
    for goal in goals:
        others = goal.targets if goal.subject == item.id else (goal.subject,)
        yield from (board.placed[t] for t in others if t in board.placed)


def usual_height(board: Board, item: Item) -> float:
    """Where the base of a hung thing usually is, world metres."""
    room, height = board.room, item.size[1]
    if item.noun == "door" or height > 0.8 * room.height:
        return room.y
    middle = {
        "window": 1.5,
        "shelf": 1.45,
        "clock": 1.85,
        "air conditioner": room.height - 0.4,
    }.get(item.noun, EYE)
    if item.noun == "curtain":
        middle = room.height - 0.15 - height / 2
    return room.y + max(0.0, min(middle - height / 2, room.height - height - 0.1))


def _hanging_heights(board: Board, item: Item, goals: Sequence[Goal]) -> list[float]:
    highest = board.room.y + board.room.height - item.size[1]
    usual = usual_height(board, item)
    usual = max(usual, min(highest, board.room.y + _headroom(board, item, goals)))
    heights = [usual]
    for goal in goals:
        if goal.kind is K.UNDER and goal.subject == item.id and not goal.asked:
            roofs = (board.placed[t] for t in goal.targets if t in board.placed)
            heights.extend(r.position.y - item.size[1] for r in roofs)
    for placed in _partners(board, item, goals):
        top = placed.position.y + placed.size[1]
        heights.extend(h for h in (top + 0.2, top + 0.05, usual) if h <= highest)
    if item.noun != "door":
        low = board.room.y + _headroom(board, item, goals)
        heights.extend(h for h in (usual + 0.35, usual - 0.35) if low <= h <= highest)
    return list(dict.fromkeys(round(h, 4) for h in heights))


def _headroom(board: Board, item: Item, goals: Sequence[Goal]) -> float:
    """Metres that what is wanted under ``item`` needs: a sink under a window."""
    under = [g.subject for g in goals if g.kind is K.UNDER and item.id in g.targets]
    return max((board.items[n].size[1] + GAP_UNDER for n in under), default=0.0)


def ceiling_poses(board: Board, item: Item, goals: Sequence[Goal]) -> Poses:
    """Candidates hanging from the ceiling."""
    return _overhead(board, item, goals, board.room.y + board.room.height - item.size[1], "ceiling")


def air_poses(board: Board, item: Item, goals: Sequence[Goal]) -> Poses:
    """Candidates in the air: above what the thing should be above, else at its own height."""
    lifted = [
        p.position.y + p.size[1] + min(0.5, 0.1 + 0.2 * p.size[1])
        for p in _partners(board, item, goals)
    ]
    high = board.room.y + _altitude(board, item)
    return _overhead(board, item, goals, max(lifted, default=high), "air")


def _altitude(board: Board, item: Item) -> float:
    """Metres from the ground to the base of what is in the air: small things fly lower, and
    nothing through a ceiling."""
    size = item.size
    high = 1.2 if item.noun in FLUTTERING else 3.0 if item.span < SMALL else 6.0 + 0.5 * size[1]
    return min(high, max(0.0, board.room.height - size[1] - 0.3)) if board.room.roofed else high


def _overhead(
    board: Board, item: Item, goals: Sequence[Goal], y: float, kind: Literal["ceiling", "air"]
) -> Poses:
    room = board.room
    rows: list[Row] = []
    for yaw in yaws_of(item)[:2]:
        reach_x, reach_z = item_reach(item, yaw)
        for x in evenly(room.left + reach_x, room.right - reach_x):
            rows.extend((x, y, z, yaw) for z in evenly(room.front + reach_z, room.back - reach_z))
        rows.append((room.x, y, room.z, yaw))
        rows.extend((p.position.x, y, p.position.z, yaw) for p in _partners(board, item, goals))
    return poses(item, rows, kind)
