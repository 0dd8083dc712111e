"""How a thing may be held, given what is asked and what it is: the batches of poses to choose from.

What words ask for comes alone and first; only where that leaves no free pose do the usual places
of such things come in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consumers.layout.search.board import Board
from consumers.layout.search.candidates import floor_poses
from consumers.layout.search.carriers import (
    hung_poses,
    inside_poses,
    setting_poses,
    spanning_poses,
    top_poses,
    under_poses,
)
from consumers.layout.search.goals import SHELL, Goal, Habit, K
from consumers.layout.search.habits import UNFIT, carrier_taste
from consumers.layout.search.hanging import air_poses, ceiling_poses, wall_poses
from consumers.layout.space.bounds import wall_distance
from consumers.layout.space.kinds import FLUTTERING, SKY
from consumers.layout.space.poses import Poses
from consumers.layout.space.traits import Item, before_who_sits, shelves, spans
from schemas.ids import NodeId

OFF_WALLS = 0.5
"""Metres from every wall at which nothing on a wall is above a thing any more."""

MOST_CARRIERS = 5

SIDEWAYS = {
    K.NEXT_TO,
    K.NEAR,
    K.LEFT_OF,
    K.RIGHT_OF,
    K.IN_FRONT_OF,
    K.BEHIND,
    K.BETWEEN,
    K.AROUND,
    K.FACING,
    K.OPPOSITE,
}
"""Relations between things on the same level."""
NEARBY = {K.NEXT_TO, K.NEAR, K.AROUND}


def free_batches(board: Board, item: Item, goals: Sequence[Goal], *, dense: bool) -> list[Poses]:
    """The free poses, by hold; empty when there is no place at all."""
    own = [g for g in goals if g.subject == item.id]
    wanted = [p for p in (board.free(b) for b in _asked(board, item, own, dense)) if len(p)]
    if wanted:
        return wanted
    beneath = (board.free(b) for b in _beneath(board, item, own))
    shaded = [p for p in beneath if len(p)]
    under = [g for g in goals if g.kind is K.UNDER and item.id in g.targets]
    usual = (board.free(b) for b in _usual(board, item, [*own, *under], dense))
    return [*shaded, *(p for p in usual if len(p))]


def _beneath(board: Board, item: Item, own: Sequence[Goal]) -> Iterator[Poses]:
    """Below what is over the things that this one should stand beside: near a rug under a tree."""
    beside = {t for g in own if g.asked and g.kind in NEARBY for t in g.targets}
    spots = [
        p.position
        for t in beside
        if (p := board.placed.get(t)) and (p.on is None or board.items[p.on].flat)
    ]
    for node, roof in board.placed.items():
        above = board.items[node]
        if node in beside or above.flat or above.clear <= item.size[1]:
            continue
        at, wide = roof.position, above.span / 2
        if any(abs(s.x - at.x) < wide and abs(s.z - at.z) < wide for s in spots):
            yield under_poses(board, item, node)


def _asked(board: Board, item: Item, goals: Sequence[Goal], dense: bool) -> Iterator[Poses]:
    """The batches in which an asked hold is true. None when nothing says how it is held."""
    for goal in goals:
        if goal.asked:
            yield from _hold_of(board, item, goal, goals, dense)


def _hold_of(
    board: Board, item: Item, goal: Goal, goals: Sequence[Goal], dense: bool
) -> Iterator[Poses]:
    target = goal.targets[0] if goal.targets else None
    if target is None:
        yield from _at_shell(board, item, goal, goals, dense)
    elif target not in board.placed:
        return
    elif goal.kind in (K.ON, K.STACKED) or (
        goal.kind is K.IN_CENTER and _carries(board, item, target)
    ):
        yield from _on_top(board, item, target, goals)
    elif goal.kind is K.IN:
        yield inside_poses(board, item, target)
    elif goal.kind is K.UNDER and not item.flat:
        yield under_poses(board, item, target)
    elif goal.kind is K.HANGING_FROM:
        yield hung_poses(board, item, target)
    elif goal.kind is K.IN_FRONT_OF and before_who_sits(item, board.items[target]):
        yield setting_poses(board, item, target)
    elif goal.kind is K.ABOVE and spans(item, board.items[target]):
        yield spanning_poses(board, item, target)
    elif goal.kind is K.ABOVE and _stands_there(board, item, target):
        yield wall_poses(board, item, goals)
        yield top_poses(board, item, target, asked=True)
    elif goal.kind is K.ABOVE and not _has_its_place(board, item):
        yield air_poses(board, item, [goal])


def _has_its_place(board: Board, item: Item) -> bool:
    """Whether there is a wall or a ceiling for what hangs on such."""
    room = board.room
    return (item.placement == "wall" and room.walled) or (
        item.placement == "ceiling" and room.roofed
    )


def _stands_there(board: Board, item: Item, target: NodeId) -> bool:
    """Whether what hangs on walls above furniture (a mirror) stands on it, since it has no wall."""
    below, placed = board.items[target], board.placed[target]
    free = placed.kind == "floor" and below.top is not None and not below.seat
    if item.placement != "wall" or not board.room.walled or not free:
        return False
    away = wall_distance(board.room, board.poses[target].boxes)
    return float(away[0]) > OFF_WALLS


def _on_top(board: Board, item: Item, target: NodeId, goals: Sequence[Goal]) -> Iterator[Poses]:
    """On the target's top; where that is full, on its boards or on an equal thing there."""
    top = top_poses(board, item, _pile_top(board, target, goals), asked=True)
    yield top
    yield from (p for p in _settings(board, item, goals) if p.on == target)
    if any(g.kind is K.STACKED for g in goals) or len(board.free(top)):
        return
    if shelves(board.items[target]):
        yield inside_poses(board, item, target)
    if item.pileable:
        for node in board.carried_by(target):
            if board.items[node].slot == item.slot and board.placed[node].kind in ("top", "inside"):
                yield top_poses(board, item, node, asked=False)


def _pile_top(board: Board, target: NodeId, goals: Sequence[Goal]) -> NodeId:
    """What a thing asked onto ``target`` really stands on: a stack's member stands on the stack."""
    stacked = next((g.targets[0] for g in goals if g.kind is K.STACKED and g.targets), None)
    return stacked if stacked in board.placed and stacked is not None else target


def _carries(board: Board, item: Item, target: NodeId) -> bool:
    below = board.items[target]
    return item.placement == "surface" and below.top is not None and not below.flat


def _at_shell(
    board: Board, item: Item, goal: Goal, goals: Sequence[Goal], dense: bool
) -> Iterator[Poses]:
    side = SHELL.get(goal.source.targets[0], "") if goal.source and goal.source.targets else ""
    on_wall = side in ("back", "left", "right") and goal.kind in (K.ON, K.HANGING_FROM, K.ABOVE)
    if goal.kind is K.ON_WALL or on_wall:
        if board.room.walled:
            yield wall_poses(board, item, goals)
    elif goal.kind is K.HANGING_FROM:
        if board.room.roofed:
            yield ceiling_poses(board, item, goals)
    elif goal.kind is K.ON:
        yield floor_poses(board, item, goals, dense=dense)
    elif goal.kind is K.ABOVE and not goal.targets and not _has_its_place(board, item):
        yield air_poses(board, item, [])  # "in the sky"


def _usual(board: Board, item: Item, goals: Sequence[Goal], dense: bool) -> Iterator[Poses]:
    if item.placement == "wall" and board.room.walled:
        yield wall_poses(board, item, goals)
        return
    if item.placement == "ceiling" and board.room.roofed:
        yield ceiling_poses(board, item, goals)
        return
    if item.noun in SKY | FLUTTERING and not board.room.roofed and not _sideways(goals):
        yield air_poses(board, item, [])
        return
    for carrier in _levels(board, item, goals):
        yield top_poses(board, item, carrier, asked=False)
    yield from _settings(board, item, goals)
    if item.placement == "surface" and not _grounded(goals):
        for carrier in _carriers(board, item):
            yield top_poses(board, item, carrier, asked=False)
    yield floor_poses(board, item, goals, dense=dense)


def _settings(board: Board, item: Item, goals: Sequence[Goal]) -> Iterator[Poses]:
    """Places before the seats where custom lays such things."""
    for goal in goals:
        if goal.kind is Habit.SET and goal.subject == item.id and goal.targets[0] in board.placed:
            yield setting_poses(board, item, goal.targets[0])


def _sideways(goals: Sequence[Goal]) -> bool:
    return any(g.asked and g.kind in SIDEWAYS for g in goals)


def _grounded(goals: Sequence[Goal]) -> bool:
    """Whether the words put it somewhere that only the floor can be."""
    floor = (K.IN_CORNER, K.AGAINST_WALL)
    return any(g.asked and g.kind in floor for g in goals)


def _levels(board: Board, item: Item, goals: Sequence[Goal]) -> list[NodeId]:
    """What carries the things that this one should stand beside; people stand at tables, not on
    them: "two men next to the chess board"."""
    found: list[NodeId] = []
    for goal in goals:
        if goal.kind in SIDEWAYS:
            standing = [board.placed[t] for t in goal.targets if t in board.placed]
            found.extend(p.on for p in standing if p.kind == "top" and p.on is not None)
    shared = [n for n in dict.fromkeys(found) if not board.items[n].flat]
    return [n for n in shared if item.category != "person" or not board.items[n].worktop]


def _carriers(board: Board, item: Item) -> list[NodeId]:
    """Furniture that such a thing is put on, the most fitting first, of equals the emptiest."""
    tastes = []
    for node in board.placed:
        below = board.items[node]
        taste = carrier_taste(item, below)
        if node != item.id and taste < UNFIT and below.area >= 0.9 * item.area:
            tastes.append((taste, len(board.carried_by(node)), node))
    tastes.sort(key=lambda found: found[:2])
    return [node for _, _, node in tastes[:MOST_CARRIERS]]
