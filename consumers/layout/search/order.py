"""The order in which things are placed: carriers and hosts before guests, the weighty first.

Follows from the plan alone, so that it is worked out once for a search.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from consumers.layout.search.goals import HELD_BY, Goal, K, Plan
from consumers.layout.space.traits import Item, spans
from schemas.ids import NodeId

LARGE = 0.15
"""Square metres from which a carried thing counts as furniture (a table on a rug)."""

TO_WALLS = (K.UNDER, K.FACING, K.IN_FRONT_OF, K.NEXT_TO, K.LEFT_OF, K.RIGHT_OF, K.OPPOSITE)
"""Relations of furniture to what is in a wall, which has to be there first."""

Rank = tuple[int, int, int, float]
"""Phase, promotion, openings first, and the weight: the least is placed next."""


class Order:
    """Who comes next. ``first``: things to place before others of their phase."""

    def __init__(self, items: Mapping[NodeId, Item], plan: Plan, first: Collection[NodeId]) -> None:
        self.items = items
        self.plan = plan
        self.first = first

    @cached_property
    def about(self) -> Mapping[NodeId, Sequence[Goal]]:
        """The goals that each thing takes part in."""
        found: dict[NodeId, dict[int, Goal]] = {}
        for number, goal in enumerate(self.plan.goals):
            for node in (goal.subject, *goal.targets):
                found.setdefault(node, {})[number] = goal
        return {node: tuple(goals.values()) for node, goals in found.items()}

    @cached_property
    def ranks(self) -> Mapping[NodeId, Rank]:
        return {node: self._rank(node) for node in self.items}

    @cached_property
    def needs(self) -> Mapping[NodeId, tuple[frozenset[NodeId], frozenset[NodeId]]]:
        """What should stand before each thing: by any goal, and by those that were asked for."""
        return {
            node: (self._targets(node, False), self._targets(node, True)) for node in self.items
        }

    def next(self, waiting: Sequence[NodeId]) -> NodeId:
        """The weightiest thing all of whose targets stand; in a circle, the weightiest of all."""
        unplaced = set(waiting)
        ready = [n for n in waiting if unplaced.isdisjoint(self.needs[n][0])]
        ready = ready or [n for n in waiting if unplaced.isdisjoint(self.needs[n][1])]
        return min(ready or waiting, key=self.ranks.__getitem__)

    def phase(self, node: NodeId) -> int:
        """0: stands by itself; 1: hangs, or stands under something; 2: is carried."""
        return self.ranks[node][0]

    def _own(self, node: NodeId) -> list[Goal]:
        return [g for g in self.about.get(node, ()) if g.subject == node]

    def _targets(self, node: NodeId, asked: bool) -> frozenset[NodeId]:
        goals = (g for g in self._own(node) if g.asked or not asked)
        return frozenset(t for g in goals for t in g.targets if t != node)

    def _phase(self, node: NodeId) -> int:
        item = self.items[node]
        held = [g for g in self._own(node) if g.asked]
        carried = any(g.kind in HELD_BY and g.targets for g in held)
        if item.placement == "surface" or (carried and item.area < LARGE):
            return 2
        if self._is_landmark(node):
            return 0
        hung = item.placement in ("wall", "ceiling") or any(
            g.kind in (K.ON_WALL, K.HANGING_FROM)
            or (g.kind is K.ABOVE and not self._spans(g))
            or (g.kind is K.UNDER and not self._is_below_the_wall(g))
            for g in held
        )
        return 1 if hung else 0

    def _is_landmark(self, node: NodeId) -> bool:
        """Whether it is in a wall and furniture stands where it is: a door, a window that a desk
        is under, a screen that rows of seats face."""
        item = self.items[node]
        if item.placement != "wall" or self._leans_on_furniture(node):
            return False
        seen = (
            g
            for g in self.about.get(node, ())
            if (g.asked or g.kind is K.FACING) and node in g.targets and g.kind in TO_WALLS
        )
        return item.noun == "door" or any(
            self.items[g.subject].placement in ("floor", "outdoor") for g in seen
        )

    def _leans_on_furniture(self, node: NodeId) -> bool:
        """Whether words put it where some furniture is."""
        return any(g.asked and g.targets for g in self._own(node))

    def _spans(self, goal: Goal) -> bool:
        """Whether it is a bridge over something low."""
        below = [self.items[t] for t in goal.targets]
        return bool(below) and all(spans(self.items[goal.subject], b) for b in below)

    def _is_below_the_wall(self, goal: Goal) -> bool:
        return all(self.items[t].placement == "wall" for t in goal.targets)

    def _rank(self, node: NodeId) -> Rank:
        item, own, phase = self.items[node], self._own(node), self._phase(node)
        guests = {g.subject for g in self.about.get(node, ()) if node in g.targets}
        asked = [g for g in own if g.asked]
        opening = item.noun in ("door", "fireplace") or (item.placement == "wall" and phase == 0)
        area = item.area + sum(self.items[n].area for n in guests)
        weight = area * (2.0 if asked else 1.0)
        ringed = any(g.ring or (g.kind is K.ABOVE and self._spans(g)) for g in own)
        corner = any(g.kind is K.IN_CORNER for g in asked)
        early = node in self.first or corner or (bool(asked) and phase == 2)
        promoted = 0 if ringed else 1 if early else 2
        return phase, promoted, 0 if opening else 1, -round(weight, 6)
