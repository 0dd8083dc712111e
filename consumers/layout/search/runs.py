"""Runs: the units of a kitchen stand side by side at the wall, their backs in one line.

Custom, not physics: a unit that words give a place is left there, and so are kitchens of two units.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from consumers.layout.search.goals import K, Plan
from consumers.layout.space.kinds import words
from consumers.layout.space.traits import Item
from schemas.ids import NodeId

ORDER = ("fridge", "freezer", "cabinet", "kitchen sink", "dishwasher", "oven", "stove")
"""The units from left to right; cabinets that are left over end the run."""

COOKING = words("fridge, oven, stove, dishwasher")
"""What makes a row of units a kitchen's."""

LEAST = 3
"""So many units make a run."""

LONGEST = 5.4
"""Metres; what is beyond stands elsewhere."""


def is_run(nouns: Collection[str]) -> bool:
    """Whether things of these nouns in a row are a kitchen's units."""
    return len(nouns) >= LEAST and set(nouns) <= set(ORDER) and bool(set(nouns) & COOKING)


def with_run(
    plan: Plan, items: Mapping[NodeId, Item], new: Sequence[NodeId], told: Collection[NodeId]
) -> Plan:
    """The plan with the ``new`` units of a kitchen in a row: those of which nothing is said, and
    those that are all at the same wall. ``told``: who has a place already."""
    units = [n for n in new if items[n].noun in ORDER]
    groups: dict[tuple[NodeId, ...] | None, list[NodeId]] = {}
    for node in units:
        wall = _wall_of(node, plan) if node in told else None
        if node not in told or wall is not None:
            groups.setdefault(wall, []).append(node)
    runs = [tuple(_in_order(g, items)) for g in groups.values()]
    kinds = [{items[n].noun for n in run} for run in runs]
    whole = [run for run, nouns in zip(runs, kinds, strict=True)
             if len(nouns) >= LEAST and is_run([items[n].noun for n in run])]  # fmt: skip
    return replace(plan, rows=(*plan.rows, *whole))


def _wall_of(node: NodeId, plan: Plan) -> tuple[NodeId, ...] | None:
    """The walls that a unit is asked to stand against, where nothing else is said of it."""
    own = [g for g in plan.goals if g.subject == node and g.asked]
    rowed = any(node in row for row in plan.rows)
    if rowed or len(own) != 1 or own[0].kind is not K.AGAINST_WALL or own[0].source is None:
        return None
    return own[0].source.targets


def _in_order(units: Sequence[NodeId], items: Mapping[NodeId, Item]) -> list[NodeId]:
    """One of each kind as in ``ORDER``, then the others, as far as a run is long."""
    first: dict[str, NodeId] = {}
    for node in units:
        first.setdefault(items[node].noun, node)
    begin = [first[noun] for noun in ORDER if noun in first]
    run: list[NodeId] = []
    long = 0.0
    for node in (*begin, *(n for n in units if n not in begin)):
        long += items[node].size[0]
        if long <= LONGEST:
            run.append(node)
    return run
