"""Audiences: many seats alike that nobody gave a place look at what there is to see.

Pupils at the board, a congregation at the altar, spectators at the stage or the screen: in rows,
with what they watch at the far wall. Custom, not physics: words always win, and who sits at a table
looks at nothing. How rows are placed as one is in ``formations``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil, sqrt

from consumers.layout.search.goals import Goal, Habit, K, Plan
from consumers.layout.space.kinds import words
from consumers.layout.space.traits import Item
from schemas.ids import NodeId

SEEN = (
    words("stage"),
    words("altar"),
    words("projection screen"),
    words("blackboard, whiteboard"),
    words("pulpit"),
    words("arch"),
)
"""What an audience watches: of several kinds the first that is there."""

SEATS = words("pew, theater seat, student desk, school desk")
"""What stands before something to see even where it is few."""

DESKS, SCHOOL = words("desk"), words("blackboard, whiteboard")
"""Many desks before a board are pupils'."""

FEW, MANY = 3, 6
"""So many of ``SEATS`` are an audience at least, and so many other seats."""

BREADTH = 1.8
"""So many times as many stand side by side as behind each other."""

AISLE_BETWEEN = 2
"""So many pews stand side by side, with the aisle between them."""

TURNED, AT_FAR, BESIDE = 4.0, 3.0, 1.5
"""What a metre off (or 45 degrees) costs: for the rows, for what they watch, and for who speaks."""

SPEAKERS = words("pulpit, pedestal, microphone")
SPEAKING = words("teacher, professor, lecturer, priest, pastor, speaker, judge, instructor")
"""Where who speaks to an audience stands, near what it watches."""


def with_audience(
    plan: Plan, items: Mapping[NodeId, Item], new: Collection[NodeId], told: Collection[NodeId]
) -> Plan:
    """The plan with the rows and looks of its audience among the ``new`` things; as it is where
    there is none.

    ``told``: who has a place, by words or custom; those who stand in rows of their kind alone, and
    nothing more is said of, may still be turned.
    """
    seen = _seen(items, plan)
    if not seen:
        return plan
    watchers = _watchers(plan, {n: items[n] for n in new}, told)
    if not watchers:
        return plan
    rows = [row for row in plan.rows if set(row) <= set(watchers)]
    if not rows:
        rows = _in_rows(watchers, items[watchers[0]])
    kept = tuple(row for row in plan.rows if row not in rows)
    goals = [*plan.goals, *_one_behind_the_other(rows, plan)]
    goals += [Goal(K.FACING, n, (seen[0],), TURNED, fellows=len(watchers)) for n in watchers]
    if not any(g.subject == seen[0] and g.asked for g in plan.goals):
        goals.append(Goal(Habit.AT_FAR, seen[0], (), AT_FAR))
    placed = {g.subject for g in plan.goals}
    goals += [
        Goal(K.NEAR, n, (seen[0],), BESIDE)
        for n in new
        if _speaks(items[n]) and n not in placed and n not in (*seen, *watchers)
    ]
    return replace(plan, goals=tuple(goals), rows=(*kept, *rows))


def _seen(items: Mapping[NodeId, Item], plan: Plan) -> list[NodeId]:
    """What there is to watch of the first kind there is, where only one is there."""
    for kind in SEEN:
        there = [n for n, item in items.items() if item.noun in kind]
        if there:
            return there if len(there) == 1 else []
    return []


def _watchers(plan: Plan, items: Mapping[NodeId, Item], told: Collection[NodeId]) -> list[NodeId]:
    """The largest company of seats that nothing but rows is said of."""
    own: dict[NodeId, list[Goal]] = {}
    for goal in plan.goals:
        own.setdefault(goal.subject, []).append(goal)
    rowed = {n: row for row in plan.rows for n in row}
    pupils = DESKS if any(item.noun in SCHOOL for item in items.values()) else frozenset[str]()
    companies: dict[tuple[str, tuple[float, float, float]], list[NodeId]] = {}
    for node, item in items.items():
        if _speaks(item):
            continue
        free = node not in told if node not in rowed else _only_rowed(own.get(node, ()), rowed)
        if free and (item.noun in SEATS or item.noun in pupils or item.small_seat):
            companies.setdefault((item.noun, item.size), []).append(node)
    enough = [
        members
        for (noun, _), members in companies.items()
        if len(members) >= (FEW if noun in SEATS else MANY)
    ]
    return max(enough, key=len, default=[])


def _speaks(item: Item) -> bool:
    """Whether it is who speaks to an audience, or where they do: "the teacher's desk"."""
    return item.noun in SPEAKERS or bool(SPEAKING & set(item.name.lower().split()))


def _only_rowed(goals: Sequence[Goal], rowed: Mapping[NodeId, tuple[NodeId, ...]]) -> bool:
    """Whether a thing's own goals say no more than that its row is behind another row."""
    behind = (K.BEHIND, K.IN_FRONT_OF)
    return all(g.kind in behind and g.targets and set(g.targets) <= rowed.keys() for g in goals)


def _in_rows(members: Sequence[NodeId], item: Item) -> list[tuple[NodeId, ...]]:
    """The hindmost row, nearest to the viewer, first: it is the one that may be shorter. One left
    over has no row."""
    deep = max(1, round(sqrt(len(members) / BREADTH)))
    wide = AISLE_BETWEEN if item.noun == "pew" else ceil(len(members) / deep)
    over = len(members) % wide
    rows = [tuple(members[i : i + wide]) for i in range(over, len(members), wide)]
    return [tuple(members[:over]), *rows] if over > 1 else rows


def _one_behind_the_other(rows: Sequence[tuple[NodeId, ...]], plan: Plan) -> list[Goal]:
    """Goals that link the rows where no words do."""
    linked = {g.subject for g in plan.goals if g.kind in (K.BEHIND, K.IN_FRONT_OF)}
    if any(row[0] in linked for row in rows):
        return []
    return [Goal(K.BEHIND, after[0], (row[0],)) for row, after in pairwise(rows)]
