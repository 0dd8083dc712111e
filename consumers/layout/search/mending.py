"""Second thoughts about ways: what bars a front, a door or the way in is moved aside.

Works on the furniture, before anything stands on it. A thing is moved only to a place that is
nearly as good to it and serves what the words ask for as well as before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np

from consumers.layout.model import Placed
from consumers.layout.search.board import Board
from consumers.layout.search.goals import Goal
from consumers.layout.search.holds import free_batches
from consumers.layout.space.access import barred, places_at
from consumers.layout.space.geometry import Floats, gaps
from consumers.layout.space.poses import Poses, pose_of
from consumers.layout.space.ways import boxes_of, swing_of
from schemas.ids import NodeId

LOOKS, FEWER = 90, 24
"""So many floors are flooded at most, all moves together; ``FEWER`` in a ``CROWD`` of things."""

CROWD = 120

PLACES = 14
"""So many places, the best by taste, are tried for a thing."""

APART = 0.35
"""Metres between the places tried, so that they are different ones."""


class Mover(Protocol):
    """What a search offers: its board, whom it may move, and what it thinks of places."""

    @property
    def board(self) -> Board: ...

    @property
    def leeway(self) -> float: ...

    def movable(self, node: NodeId) -> bool: ...

    def goals_of(self, node: NodeId) -> list[Goal]: ...

    def costs(self, batch: Poses, goals: Sequence[Goal]) -> Floats: ...


def mend(search: Mover) -> None:
    """Move what is in the way, one thing at a time, as long as that frees something.

    Where the room may still grow, only to places that are almost as good by taste.
    """
    board = search.board
    looks = LOOKS if len(board.placed) <= CROWD else FEWER
    lost, count = barred(board.room, board.items, board.placed)
    while count and looks > 0:
        for node in _suspects(search, lost):
            looks, better = _aside(search, node, count, looks)
            if better or looks <= 0:
                break
        else:
            return
        lost, count = barred(board.room, board.items, board.placed)


def _suspects(search: Mover, lost: Sequence[NodeId]) -> Iterator[NodeId]:
    """Who stands in the way of what is not reached, then what is not reached itself."""
    board = search.board
    found: dict[NodeId, None] = {}
    for node in lost:
        item, placed = board.items[node], board.placed[node]
        door = item.noun == "door"
        rects = [swing_of(placed)] if door else places_at(item, placed)
        near = gaps(boxes_of(rects).column, board.standing.boxes).min(axis=0)
        order = np.argsort(near, kind="stable")
        around = [board.standing.ids[i] for i in order if near[i] < 0.3]
        found |= dict.fromkeys(n for n in around if n != node)
    found |= dict.fromkeys(lost)
    yield from (n for n in found if search.movable(n))


def _aside(search: Mover, node: NodeId, count: int, looks: int) -> tuple[int, bool]:
    """Move ``node`` to the best place that bars less; it stays where there is none."""
    board = search.board
    item, goals = board.items[node], search.goals_of(node)
    old = board.take(node)
    limit = float(search.costs(pose_of(item, old), goals)[0]) + search.leeway
    for place in _places(search, node, limit, goals):
        board.put(place)
        looks -= 1
        if barred(board.room, board.items, board.placed)[1] < count:
            return looks, True
        board.take(node)
        if looks <= 0:
            break
    board.put(old)
    return looks, False


def _places(search: Mover, node: NodeId, limit: float, goals: Sequence[Goal]) -> list[Placed]:
    """Places for a thing, the best first, none close to one before it."""
    rated: list[tuple[float, int, Placed]] = []
    for batch in free_batches(search.board, search.board.items[node], goals, dense=False):
        costs = search.costs(batch, goals)
        order = np.argsort(costs, kind="stable")[: 12 * PLACES]
        rated += [(float(costs[i]), len(rated) + n, batch.at(int(i))) for n, i in enumerate(order)]
    rated.sort(key=lambda r: r[:2])
    kept: list[Placed] = []
    for cost, _, place in rated:
        if cost > limit or len(kept) >= PLACES:
            break
        if all(_differs(place, other) for other in kept):
            kept.append(place)
    return kept


def _differs(a: Placed, b: Placed) -> bool:
    dx, dz = a.position.x - b.position.x, a.position.z - b.position.z
    return abs(dx) + abs(dz) > APART or abs(a.yaw - b.yaw) > 1.0
