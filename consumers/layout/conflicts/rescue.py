"""A second chance: a floor plan of the exact model, where the search found no place.

The plan holds what the model knows, right-angled places of what stands on the floor; the search
puts the rest in and on it, and the result is measured like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from consumers.layout.conflicts.exact import MOST, Puzzle, Verdict, solve
from consumers.layout.conflicts.limits import Case, on_floor
from consumers.layout.model import Placed
from consumers.layout.search.board import Board
from consumers.layout.search.goals import Goal, Plan
from consumers.layout.search.holds import SIDEWAYS
from consumers.layout.search.scores import score
from consumers.layout.space.poses import poses
from schemas.ids import NodeId


def floor_plan(case: Case, plan: Plan, new: Sequence[NodeId]) -> list[Placed]:
    """Places of the ``new`` things on the floor, free of each other; empty where none is found."""
    new = [n for n in new if _stands(case, n)]
    standing = {n: p for n, p in case.placed.items() if n in case.standing and p.kind == "floor"}
    things = (*new, *standing)
    if not new or len(things) > MOST:
        return []
    known = set(things)
    goals = tuple(g for g in plan.goals if g.asked and known.issuperset((g.subject, *g.targets)))
    puzzle = Puzzle(case.room, case.items, things, goals, standing, proof=False)
    answer = solve(puzzle)
    if answer.verdict is not Verdict.FITS:
        return []
    board = Board(case.room, case.items, {})
    board.put(*standing.values())
    # Twice: what a thing should face may have had no place yet when its turn came.
    for node in (*answer.places, *answer.places):
        if node in board.placed:
            board.take(node)
        mine = [g for g in plan.goals if node in (g.subject, *g.targets)]
        placed = _turned(board, case, node, answer.places[node], mine)
        if placed is None:
            return []
        board.put(placed)
    return [board.placed[n] for n in new]


def _stands(case: Case, node: NodeId) -> bool:
    """Whether it is to stand on the floor: it must, or nothing but its neighbours says where."""
    kinds = {r.kind for r in case.relations if r.subject == node}
    item = case.items[node]
    beside = item.placement == "surface" and kinds and kinds <= SIDEWAYS
    return on_floor(case, node) or bool(beside)


def _turned(
    board: Board,
    case: Case,
    node: NodeId,
    place: tuple[float, float, bool],
    goals: Sequence[Goal],
) -> Placed | None:
    """The thing at its place, turned to the side that serves its goals; None if not free."""
    x, z, across = place
    yaws = (90.0, 270.0) if across else (180.0, 0.0)
    found = board.free(poses(case.items[node], [(x, case.room.y, z, yaw) for yaw in yaws]))
    if not len(found):
        return None
    cost = score(board, found, goals, np.zeros(len(found)))
    return replace(found.at(int(np.argmin(cost))), id=node)
