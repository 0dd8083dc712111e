"""Why a wish can not be had: the smallest set of wishes that can not hold together.

First what can be reckoned (``limits``); then the exact model (``exact``) is asked whether what
failed and what it is linked to fit together, and each member is left away in turn to see whether
it takes part (deletion filtering: Chinneck and Dravnieks, "Locating minimal infeasible constraint
sets", ORSA Journal on Computing 3, 1991). Where nothing is proven, that is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from consumers.layout.conflicts.contradictions import contradiction
from consumers.layout.conflicts.exact import MOST, Puzzle, Verdict, solve
from consumers.layout.conflicts.limits import (
    Case,
    dwarfs,
    on_floor,
    possible,
    relation_limit,
    thing_limit,
)
from consumers.layout.model import Cause, Conflict, Room
from consumers.layout.search.goals import Goal, K, Plan
from consumers.layout.space.traits import Item
from schemas.decomposition import Relation
from schemas.ids import NodeId

PATIENCE = 700
"""So many pairs of things are looked at, all models together, for all failures of one scene."""

MOST_UNKNOWN = 2
"""After so many that reached the solver's bound no more are: these are the slow ones."""

HALL = 8.0
"""So many times larger a room is as good as one without walls."""


def settled(
    relations: Sequence[Relation], items: Mapping[NodeId, Item], room: Room
) -> tuple[tuple[Relation, ...], tuple[Conflict, ...]]:
    """The relations without those that contradict others, and why each of these had to go.

    Of a contradiction's members the one that was said last gives way. What is impossible by itself
    contradicts no other: it is left to fail.
    """
    able = [r for r in relations if _may_contradict(r, items) or possible(r, room, items)]
    found: list[Conflict] = []
    while (conflict := contradiction(able, items)) is not None:
        last = conflict.relations[-1]
        able = [r for r in able if r is not last]
        found.append(replace(conflict, given_up=(last,)))
    gone = [r for c in found for r in c.given_up]
    return tuple(r for r in relations if not _holds(gone, r)), tuple(found)


def _may_contradict(relation: Relation, items: Mapping[NodeId, Item]) -> bool:
    """Whether what it contradicts is to be named even where it is impossible by itself: a thing on
    itself, or one that only sticks out too far ("the crate on the box, the box on the crate")."""
    if set(relation.targets) == {relation.subject}:
        return True
    both = [items[n] for n in (relation.subject, *relation.targets) if n in items]
    return relation.kind is K.ON and len(both) == 2 and not dwarfs(both[0], both[1])


class Explainer:
    """Finds the conflicts behind what failed in one case, within one bound for all of it."""

    def __init__(self, case: Case, plan: Plan) -> None:
        self.case = case
        self.goals = tuple(g for g in plan.goals if g.asked)
        self._solved = self._given_up = 0

    def of_thing(self, node: NodeId) -> Conflict:
        """Why a thing has no place."""
        limit = thing_limit(self.case, node)
        if limit is not None:
            small = limit.cause is Cause.SPACE and len(limit.things) <= MOST
            return self._smallest(limit.things, (), {node}, None) if small else limit
        beside = self._beside() if on_floor(self.case, node) else ()
        for things in _windows([node], [*self._linked([node]), *beside]):
            goals = self._among(things)
            if self._impossible(things, goals):
                return self._smallest(things, goals, {node}, None)
        near = [n for n in self.case.items if n == node or n in beside[: MOST - 1]]
        return Conflict(Cause.SPACE, things=tuple(near), proven=False)

    def of_relation(self, relation: Relation) -> Conflict:
        """Why a relation does not hold."""
        limit = relation_limit(self.case, relation)
        if limit is not None:
            return limit
        named = [n for n in (relation.subject, *relation.targets) if n in self.case.items]
        linked = self._linked(named)
        own = next((g for g in self.goals if g.source is relation), None)
        for things in _windows(named, [*linked, *self._beside()]):
            goals = self._among(things)
            if own in goals and self._impossible(things, goals):
                return self._smallest(things, goals, set(named), own)
        load = self._load(relation)
        if len(load) > 1:
            return Conflict(Cause.LOAD, load[:MOST], proven=False)
        near = [g.source for g in self._among(linked[:MOST])]
        members = tuple(r for r in self.case.relations if r is relation or _holds(near, r))
        return Conflict(Cause.SPACE, members[:MOST], proven=False)

    def _load(self, relation: Relation) -> tuple[Relation, ...]:
        """All that is asked to be on, in or under the same thing."""
        if relation.kind not in (K.ON, K.IN, K.UNDER) or not relation.targets:
            return ()
        said = (relation.kind, relation.targets)
        return tuple(r for r in self.case.relations if (r.kind, r.targets) == said)

    def _smallest(
        self,
        things: tuple[NodeId, ...],
        goals: tuple[Goal, ...],
        keep: set[NodeId],
        own: Goal | None,
    ) -> Conflict:
        """Leave each thing and each goal away in turn, the last said first; what stays counts."""
        for node in reversed(things):
            fewer = tuple(n for n in things if n != node)
            left = tuple(g for g in goals if node not in (g.subject, *g.targets))
            if node not in keep and self._impossible(fewer, left):
                things, goals = fewer, left
        for goal in reversed(goals):
            left = tuple(g for g in goals if g is not goal)
            if goal is not own and self._impossible(things, left):
                goals = left
        sources = [g.source for g in goals]
        relations = tuple(r for r in self.case.relations if _holds(sources, r))
        named = {n for r in relations for n in (r.subject, *r.targets)}
        others = tuple(n for n in self.case.items if n in things and n not in named)
        anywhere = relations and not others and self._impossible(things, goals, HALL)
        return Conflict(Cause.PLACES if anywhere else Cause.SPACE, relations, others)

    def _impossible(
        self, things: tuple[NodeId, ...], goals: tuple[Goal, ...], larger: float = 1.0
    ) -> bool:
        """Whether it is proven, in a room so many times as wide and deep; False also where the
        bound is reached."""
        if self._solved >= PATIENCE or self._given_up >= MOST_UNKNOWN:
            return False
        case = self.case
        room = replace(case.room, width=larger * case.room.width, depth=larger * case.room.depth)
        standing = {n: case.placed[n] for n in things if n in case.standing}
        verdict = solve(Puzzle(room, case.items, things, goals, standing)).verdict
        self._solved += len(things) ** 2
        self._given_up += verdict is Verdict.UNKNOWN
        return verdict is Verdict.IMPOSSIBLE

    def _linked(self, start: Sequence[NodeId]) -> list[NodeId]:
        """These and all that relations link them to, the nearest first."""
        found = list(start)
        for node in found:
            for goal in self.goals:
                names = (goal.subject, *goal.targets)
                if node in names:
                    found += [n for n in names if n not in found]
        return found

    def _beside(self) -> tuple[NodeId, ...]:
        """What takes up the floor, the largest first."""
        taken = [n for n in self.case.items if on_floor(self.case, n)]
        return tuple(sorted(taken, key=lambda n: -round(self.case.items[n].area, 6)))

    def _among(self, things: Sequence[NodeId]) -> tuple[Goal, ...]:
        known = set(things)
        return tuple(g for g in self.goals if known.issuperset((g.subject, *g.targets)))


def _windows(start: Sequence[NodeId], others: Sequence[NodeId]) -> list[tuple[NodeId, ...]]:
    """``start`` with ever more of the others, the first ones first: small models are quick."""
    ordered = tuple(dict.fromkeys([*start, *others]))[:MOST]
    least = len(dict.fromkeys(start))
    sizes = [least + more for more in (0, 1, 2, 4, 7) if least + more < len(ordered)]
    return [ordered[:size] for size in (*sizes, len(ordered))]


def _holds(relations: Sequence[Relation | None], relation: Relation) -> bool:
    """Whether this very relation is among them: one said twice is two wishes."""
    return any(r is relation for r in relations)
