"""The exact oracle: whether things and relations of one floor fit together, by HiGHS.

A mixed-integer model of what ``board`` and ``measures`` demand, with right-angled yaws. Two boxes
keep apart along one of four directions (big-M disjunctions with binaries: Castillo, Westerlund,
Emet and Westerlund, "Block layout design with unequal areas", Computers & Chemical Engineering 30,
2005); a binary turns a box by 90 degrees. HiGHS comes with scipy (``scipy.optimize.milp``).

As a proof the model is an outer one: whatever the layout would accept is a solution of it, so that
"impossible" is certain; things that may stand askew count by the square inside them. As a search it
is meant literally, and what it finds is measured again like any other layout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from math import hypot

import numpy as np

from consumers.layout.conflicts.limits import floor_bound
from consumers.layout.conflicts.linear import Expr, Program
from consumers.layout.conflicts.statements import Box, guide, state
from consumers.layout.model import Placed, Room
from consumers.layout.search.goals import HELD_BY, Goal, K
from consumers.layout.space.measures import HOLDS
from consumers.layout.space.poses import pose_of
from consumers.layout.space.traits import Item
from schemas.ids import NodeId

MOST = 12
"""So many things at most are looked at together: beyond, proofs take seconds."""

NODES = 300
"""Branches that HiGHS may look at, a bound that does not depend on the machine as time would."""

TOUCHING = 1e-3
"""Metres by which a proof lets boxes enter each other or the walls."""

STRADDLE = 2**-0.5
"""The square inside a circle, as a share of its radius."""


class Verdict(StrEnum):
    """What the solver found. UNKNOWN: nothing within its bound."""

    FITS = "fits"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Puzzle:
    """Things that are to stand together in ``room``, ``goals`` among them; ``standing`` is fixed.

    ``proof``: ask for impossibility, with everything in doubt allowed.
    """

    room: Room
    items: Mapping[NodeId, Item]
    things: tuple[NodeId, ...]
    goals: tuple[Goal, ...]
    standing: Mapping[NodeId, Placed] = field(default_factory=dict)
    proof: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict; where it FITS, the centre (x, z in metres) and whether it is turned, by id."""

    verdict: Verdict
    places: Mapping[NodeId, tuple[float, float, bool]] = field(default_factory=dict)


def solve(puzzle: Puzzle) -> Answer:
    """Ask HiGHS. Deterministic: bounded by branches, not by time."""
    program = Program()
    boxes = {node: _box(program, puzzle, node) for node in puzzle.things}
    ground = _ground(puzzle)
    slack = TOUCHING if puzzle.proof else 0.0
    for a, b in combinations(puzzle.things, 2):
        fixed = a in puzzle.standing and b in puzzle.standing
        if {a, b} <= ground and not fixed:
            _keep_apart(program, boxes[a], boxes[b], slack)
    # A measure adds up what is missed along each axis and to each side.
    within = HOLDS if puzzle.proof else HOLDS / 5
    for goal in puzzle.goals:
        if goal.subject in boxes and all(t in boxes for t in goal.targets):
            state(program, goal, boxes, puzzle.room, within)
            if not puzzle.proof:
                guide(program, goal, boxes)
    _order_equals(program, puzzle, boxes)
    return _answer(puzzle, boxes, *program.run(NODES))


def _answer(
    puzzle: Puzzle, boxes: Mapping[NodeId, Box], status: int, values: Sequence[float]
) -> Answer:
    if status == 2:
        return Answer(Verdict.IMPOSSIBLE)
    if status != 0:
        return Answer(Verdict.UNKNOWN)
    places = {
        node: (box.x.at(values), box.z.at(values), box.turned.at(values) > 0.5)
        for node, box in boxes.items()
        if node not in puzzle.standing
    }
    return Answer(Verdict.FITS, places)


def _box(program: Program, puzzle: Puzzle, node: NodeId) -> Box:
    """The variables of a thing: its centre, and a binary where turning changes its footprint."""
    item, room = puzzle.items[node], puzzle.room
    there = puzzle.standing.get(node)
    if there is not None:
        reach_x, reach_z = (float(r[0]) for r in pose_of(item, there).boxes.reach)
        wide, deep = Expr(const=reach_x), Expr(const=reach_z)
        askew = min(there.yaw % 90.0, -there.yaw % 90.0) > 0.01
        here = Expr(const=there.position.x), Expr(const=there.position.z)
        if askew and puzzle.proof:
            least = Expr(const=STRADDLE * min(item.size[0], item.size[2]) / 2)
            return Box(item, *here, least, least, wide, deep, Expr(), askew)
        return Box(item, *here, wide, deep, wide, deep, Expr(), askew)
    half_w, half_d = item.size[0] / 2, item.size[2] / 2
    askew = puzzle.proof and _askew(puzzle, node)
    x = program.variable(room.left, room.right)
    z = program.variable(room.front, room.back)
    if askew or (puzzle.proof and not upright(item)):
        inner = min(half_w, half_d) * (STRADDLE if askew else 1.0)
        outer = hypot(half_w, half_d) if askew else max(half_w, half_d)
        extents = (Expr(const=inner), Expr(const=inner), Expr(const=outer), Expr(const=outer))
        box = Box(item, x, z, *extents, Expr(), askew)
    else:
        turned = program.binary() if abs(half_w - half_d) > 1e-9 else Expr()
        wide = turned.times(half_d - half_w).plus(half_w)
        deep = turned.times(half_w - half_d).plus(half_d)
        box = Box(item, x, z, wide, deep, wide, deep, turned)
    slack = TOUCHING if puzzle.proof else 0.0
    for at, reach, low, high in (
        (x, box.reach_x, room.left, room.right),
        (z, box.reach_z, room.front, room.back),
    ):
        program.at_most(reach.minus(at), slack - low)
        program.at_most(at.plus(reach), high + slack)
    return box


def _askew(puzzle: Puzzle, node: NodeId) -> bool:
    """Whether the layout may turn it by other than right angles."""
    kinds = (K.FACING, K.AROUND)
    return any(g.subject == node and g.kind in kinds for g in puzzle.goals)


def upright(item: Item) -> bool:
    """Whether it is a thing that stands: what hangs on walls turns with them."""
    return item.placement in ("floor", "outdoor")


def _ground(puzzle: Puzzle) -> set[NodeId]:
    """What surely stands on the floor, and in each other's way; on tops things may be piled."""
    found: set[NodeId] = set()
    for node in puzzle.things:
        item, there = puzzle.items[node], puzzle.standing.get(node)
        own = [g for g in puzzle.goals if g.subject == node]
        held = next((g for g in own if g.kind in HELD_BY and g.targets), None)
        if held is not None and puzzle.items[held.targets[0]].flat:
            held = None
        if item.flat or (there is not None and there.kind not in ("floor", "under")):
            continue
        bound = held is None and floor_bound(item, {g.kind for g in own}, puzzle.items)
        if there is not None or bound:
            found.add(node)
    raised = set(puzzle.things) - found
    # What is to be beside a thing that is carried may be carried, too.
    return found - {g.subject for g in puzzle.goals if any(t in raised for t in g.targets)}


def _keep_apart(program: Program, a: Box, b: Box, slack: float) -> None:
    """The four ways in which two boxes do not share space, one of which is taken."""
    reach_x, reach_z = a.reach_x.plus(b.reach_x), a.reach_z.plus(b.reach_z)
    program.one_of(
        [
            reach_x.plus(a.x).minus(b.x).plus(-slack),
            reach_x.plus(b.x).minus(a.x).plus(-slack),
            reach_z.plus(a.z).minus(b.z).plus(-slack),
            reach_z.plus(b.z).minus(a.z).plus(-slack),
        ]
    )


def _order_equals(program: Program, puzzle: Puzzle, boxes: Mapping[NodeId, Box]) -> None:
    """Equal things that no goal tells apart stand from left to right: fewer cases to refute."""
    named = {n for g in puzzle.goals for n in (g.subject, *g.targets)}
    last: dict[tuple[float, ...], NodeId] = {}
    for node in puzzle.things:
        item = puzzle.items[node]
        if node in named or node in puzzle.standing or not upright(item):
            continue
        alike = tuple(np.round(item.size, 6))
        if alike in last:
            program.at_most(boxes[last[alike]].x.minus(boxes[node].x), 0.0)
        last[alike] = node
