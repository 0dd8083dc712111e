"""The certificate: an account, independent of the search, of whether a layout is sound.

It looks at finished placements only: pairs, bounds, support, and each relation that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np

from consumers.layout.board import lies_flat
from consumers.layout.geometry import gaps
from consumers.layout.goals import Goal
from consumers.layout.measures import HOLDS, View, misfit
from consumers.layout.model import TOUCH, Certificate, Placed, Room
from consumers.layout.poses import pose_of
from consumers.layout.traits import Item, top_height
from schemas.ids import NodeId

LEVEL = 0.005
"""Metres by which a thing's base may miss what it stands on."""


def certify(
    room: Room,
    items: Mapping[NodeId, Item],
    placed: Mapping[NodeId, Placed],
    new: Iterable[NodeId],
    kept: int,
    total: int,
) -> Certificate:
    """Check everything about the ``new`` things among ``placed``."""
    fresh = [n for n in new if n in placed]
    pairs = _pairs(placed, set(fresh))
    clearances = [c for c in (_clearance(items, placed, a, b) for a, b in pairs) if c is not None]
    return Certificate(
        pairs=len(pairs),
        clearance=min(clearances, default=float("inf")),
        collisions=sum(1 for c in clearances if c < -TOUCH),
        out_of_bounds=sum(1 for n in fresh if not _inside(room, items[n], placed[n])),
        unsupported=sum(1 for n in fresh if not _supported(room, items, placed, n)),
        relations_kept=kept,
        relations_total=total,
    )


def view_of(room: Room, items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed]) -> View:
    """What goals are measured in, from finished placements."""
    return View(
        room,
        {n: pose_of(items[n], p) for n, p in placed.items()},
        {n: p.on for n, p in placed.items()},
    )


def holds(goal: Goal, view: View) -> bool:
    """Whether a goal is kept by finished placements."""
    missed = misfit(goal, view)
    return missed is not None and float(np.max(missed)) <= HOLDS


def row_holds(row: Sequence[NodeId], placed: Mapping[NodeId, Placed]) -> bool:
    """Whether the members stand in a straight line, none far from the next."""
    if any(n not in placed for n in row):
        return False
    points = np.array([(placed[n].position.x, placed[n].position.z) for n in row])
    ends = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(ends, full_matrices=False)
    off_line = np.abs(ends @ axes[1]) if len(row) > 2 else np.zeros(1)
    along = np.sort(ends @ axes[0])
    width = max(max(placed[n].size[0], placed[n].size[2]) for n in row)
    return bool(off_line.max() < 0.1 + 0.1 * width and np.diff(along).max() < 2.0 * width + 1.6)


def _pairs(placed: Mapping[NodeId, Placed], new: set[NodeId]) -> list[tuple[NodeId, NodeId]]:
    return [(a, b) for a, b in combinations(placed, 2) if a in new or b in new]


def _clearance(
    items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed], a: NodeId, b: NodeId
) -> float | None:
    """The gap between two things in space; None where they may share it."""
    rug = any(lies_flat(items[n], placed[n].kind) for n in (a, b))
    if rug or b in _below(placed, a) or a in _below(placed, b):
        return None
    low_a, low_b = placed[a].position.y, placed[b].position.y
    top_a, top_b = low_a + placed[a].size[1], low_b + placed[b].size[1]
    if placed[a].kind == "under":
        low_b += items[b].clear
    if placed[b].kind == "under":
        low_a += items[a].clear
    level = max(low_a - top_b, low_b - top_a)
    apart = gaps(pose_of(items[a], placed[a]).boxes, pose_of(items[b], placed[b]).boxes)
    return float(max(level, apart[0]))


def _below(placed: Mapping[NodeId, Placed], node: NodeId) -> set[NodeId]:
    found: set[NodeId] = set()
    at = placed[node].on
    while at is not None and at in placed and at not in found:
        found.add(at)
        at = placed[at].on
    return found


def _inside(room: Room, item: Item, placed: Placed) -> bool:
    reach_x, reach_z = (float(v[0]) for v in pose_of(item, placed).boxes.reach)
    p = placed.position
    kept = abs(p.x - room.x) + reach_x <= room.width / 2 + TOUCH
    kept = kept and abs(p.z - room.z) + reach_z <= room.depth / 2 + TOUCH
    tall = room.walled and p.y + placed.size[1] > room.y + room.height + TOUCH
    return kept and not tall and p.y >= room.y - TOUCH


def _supported(
    room: Room, items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed], node: NodeId
) -> bool:
    thing = placed[node]
    y = thing.position.y - room.y
    if thing.kind in ("floor", "under"):
        return abs(y) <= LEVEL
    if thing.kind == "air":
        return True
    if thing.kind == "ceiling":
        return abs(y + thing.size[1] - room.height) <= LEVEL
    if thing.kind == "wall":
        return _back_on_wall(room, thing)
    carrier = placed.get(thing.on) if thing.on is not None else None
    if carrier is None:
        return False
    apart = gaps(pose_of(items[node], thing).boxes, pose_of(items[carrier.id], carrier).boxes)
    if thing.kind == "hung":
        return float(apart[0]) <= LEVEL
    above = thing.position.y - carrier.position.y
    if thing.kind == "top":
        return abs(above - top_height(items[carrier.id])) <= LEVEL and float(apart[0]) < 0
    return 0 <= above <= carrier.size[1] and float(apart[0]) < 0


def _back_on_wall(room: Room, thing: Placed) -> bool:
    half = thing.size[2] / 2
    away = {
        180.0: room.back - thing.position.z - half,
        90.0: thing.position.x - room.left - half,
        270.0: room.right - thing.position.x - half,
    }
    return abs(away.get(round(thing.yaw, 3), 1.0)) <= LEVEL
