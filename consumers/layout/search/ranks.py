"""How much of a room its rows take, with what they look at and the ways between.

What belongs here: sizes that a room has to have at least. Where rows go is ``search``'s to find.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consumers.layout.search.formations import AISLE, Formation, blocks_of
from consumers.layout.search.goals import Goal, K
from consumers.layout.space.pairs import looking_distance
from consumers.layout.space.traits import Item
from schemas.ids import NodeId

BESIDE_RUN = 0.4
"""Metres of wall that a run leaves at least."""


def ranks_of(
    formations: Sequence[Formation], items: Mapping[NodeId, Item], goals: Sequence[Goal] = ()
) -> list[tuple[float, float]]:
    """Width and depth (metres) of rows: of several, with what they face, which stands before them;
    of runs, which take no more than their length."""
    sizes = []
    for formation in formations:
        if formation.run:
            wide = next(blocks_of(formation, items, ())).item.size[0]
            sizes.append((wide + BESIDE_RUN - 2 * AISLE, 0.0))
        elif len(formation.rows) == 1 and not formation.company:
            wide, _, deep = next(blocks_of(formation, items, ())).item.size
            sizes.append((wide, deep))
        elif len(formation.rows) > 1 and not formation.company:
            wide, _, deep = next(blocks_of(formation, items, ())).item.size
            before = _faced(formation, items, goals)
            looking = _to_see(wide, _watched(formation, items, goals))
            sizes.append((max(wide, before[0]), deep + formation.aisle + before[1] + looking))
    return sizes


def _faced(
    formation: Formation, items: Mapping[NodeId, Item], goals: Sequence[Goal]
) -> tuple[float, float]:
    """Width, and depth with the way before it (metres), of what a formation faces; else zeros."""
    members = set(formation.members)
    faced = [
        items[t]
        for g in goals
        if g.kind in (K.FACING, K.OPPOSITE) and g.subject in members
        for t in g.targets
        if t in items and t not in members and items[t].placement in ("floor", "outdoor")
    ]
    if not faced:
        return 0.0, 0.0
    return max(i.size[0] for i in faced), max(i.size[2] for i in faced) + AISLE


def _watched(
    formation: Formation, items: Mapping[NodeId, Item], goals: Sequence[Goal]
) -> Item | None:
    """What all of a formation faces on a wall."""
    members = set(formation.members)
    seen = (
        items[t]
        for g in goals
        if g.kind is K.FACING and g.subject in members
        for t in g.targets
        if t in items and items[t].placement == "wall"
    )
    return next(seen, None)


def _to_see(wide: float, watched: Item | None) -> float:
    """Metres that a row so wide keeps from what it faces, so that its ends need not look aside."""
    return 0.0 if watched is None else looking_distance(wide, watched.size[0])
