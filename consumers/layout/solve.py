"""Laying out a whole scene: from wishes and relations to places that are certified.

Tries at most a handful of times: again with what failed first, then in a larger room where the
size is ours to choose. Adding to and changing a scene is ``revise``'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from consumers.layout.board import Board
from consumers.layout.certify import certify, holds, row_holds, view_of
from consumers.layout.goals import PLACING, PROPOSED, SHELL, Goal, Habit, K, Plan, plan_of
from consumers.layout.habits import customary, making_way, margins_of, tight_carriers
from consumers.layout.model import Layout, Placed, Proposal, Room, Unmet
from consumers.layout.reasons import possible, why_unmet, why_unplaced
from consumers.layout.rooms import growable, grown, room_for
from consumers.layout.search import Search, noise_of
from consumers.layout.traits import Item, items_of
from schemas.decomposition import Decomposition, Relation
from schemas.ids import NodeId

SEATED = (K.NEAR, K.NEXT_TO, K.IN_FRONT_OF)
"""Relations of a chair to a table that mean it is drawn up to it."""

GROWTH = 1.18
GROWTHS_FOR_A_THING = 10

FEW = 12
"""Up to so many things, a second attempt looks at more poses."""

PATIENCE = 30
"""So many things are placed again, all tries together, for a relation that does not hold."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be placed: all items, the new among them, what stands, what is asked."""

    items: Mapping[NodeId, Item]
    new: tuple[NodeId, ...]
    standing: tuple[Placed, ...]
    relations: tuple[Relation, ...]
    seed: int
    proposed: Mapping[NodeId, Proposal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """One attempt's board and what it failed at. ``hopeful``: another attempt may do better."""

    room: Room
    placed: dict[NodeId, Placed]
    unplaced: tuple[NodeId, ...]
    missed: tuple[Relation, ...]
    hopeful: bool

    @property
    def rank(self) -> tuple[int, int]:
        return len(self.unplaced), len(self.missed)

    @property
    def troubled(self) -> frozenset[NodeId]:
        """Things to place first next time."""
        involved = {n for r in self.missed for n in (r.subject, *r.targets)}
        return frozenset(involved | set(self.unplaced))


def lay_out(
    decomposition: Decomposition,
    *,
    seed: int = 0,
    proposed: Mapping[NodeId, Proposal] = MappingProxyType({}),
) -> Layout:
    """Place every wish of ``decomposition``, keeping its relations where that is possible.

    ``proposed``: places of another engine, in the scene's world frame; places near them are
    preferred, but no rule is broken for them. Deterministic: the same wishes, proposals and seed
    give the same layout. What could not be done is in ``unmet``; what is in ``placed`` is always
    sound, which ``certificate`` attests.
    """
    items = items_of(decomposition.wishes)
    setting = decomposition.setting
    task = Task(items, tuple(items), (), decomposition.relations, seed, dict(proposed))
    best = solve_in(task, room_for(setting, items.values()))
    for number in range(GROWTHS_FOR_A_THING):
        patient = best.unplaced or (best.hopeful and number < tries_for(task) - 1)
        if not patient or not growable(setting):
            break
        room = grown(room_for(setting, items.values()), setting, GROWTH ** (number + 1))
        larger = attempt(task, room, number + 2, best.troubled)
        if larger.rank < best.rank:
            best = larger
    return report(task, best)


def solve_in(task: Task, room: Room) -> Result:
    """The better of two attempts in a room of this size: again with what failed first."""
    best = attempt(task, room, 0, frozenset())
    if best.unplaced or best.hopeful:
        again = attempt(
            task, room, 1, best.troubled, dense=bool(best.unplaced) or len(task.new) <= FEW
        )
        best = again if again.rank < best.rank else best
    return best


def tries_for(task: Task) -> int:
    """How often to try again for a relation: the more things, the less often."""
    return max(1, min(3, PATIENCE // max(1, len(task.new))))


def attempt(
    task: Task, room: Room, number: int, first: frozenset[NodeId], *, dense: bool = False
) -> Result:
    """One run of the search, and what it failed at."""
    plan = full_plan(task)
    margins = {n: margins_of(item, plan.goals, task.items) for n, item in task.items.items()}
    board = Board(room, task.items, margins, tight_carriers(plan.goals, task.items) | first)
    board.put(*task.standing)
    Search(board, plan, task.new, noise_of(task.seed, number), first, dense).run()
    unplaced = tuple(n for n in task.new if n not in board.placed)
    missed = missed_of(task, plan, room, board.placed)
    hopeful = any(possible(r, room, task.items) for r in missed)
    return Result(room, dict(board.placed), unplaced, missed, hopeful)


def full_plan(task: Task) -> Plan:
    """The asked goals and those that custom adds."""
    plan = plan_of(task.items, task.new, task.relations)
    told = {r.subject for r in task.relations if r.kind in PLACING}
    told |= {n for row in plan.rows for n in row} | set(task.proposed)
    near = {r.subject: r.targets[0] for r in task.relations if r.kind in SEATED and r.targets}
    custom = customary(task.items, task.new, told, near)
    apart = making_way(plan.goals, task.items)
    near_to = [
        Goal(Habit.PROPOSED, n, (), PROPOSED, at=place)
        for n, place in task.proposed.items()
        if n in task.items
    ]
    return Plan((*plan.goals, *apart, *custom, *near_to), plan.rows, plan.dangling)


def missed_of(
    task: Task, plan: Plan, room: Room, placed: Mapping[NodeId, Placed]
) -> tuple[Relation, ...]:
    """The asked relations of new things that do not hold."""
    view = view_of(room, task.items, placed)
    failed = {id(g.source) for g in plan.goals if g.source is not None and not holds(g, view)}
    crooked = {n for row in plan.rows if not row_holds(row, placed) for n in row}
    return tuple(
        r
        for r in task.relations
        if id(r) in failed or r in plan.dangling or (r.kind is K.IN_ROW and r.subject in crooked)
    )


def report(task: Task, result: Result) -> Layout:
    """The layout with its certificate and, in words, what was not met."""
    unmet = [Unmet(None, why_unplaced(task.items[n], result.room), n) for n in result.unplaced]
    unmet += [
        Unmet(r, why_unmet(r, result.room, task.items, result.placed), r.subject)
        for r in result.missed
    ]
    asked = _asked(task)
    certificate = certify(
        result.room,
        task.items,
        result.placed,
        task.new,
        kept=len(asked) - len(result.missed),
        total=len(asked),
    )
    fresh = {n: p for n, p in result.placed.items() if n in set(task.new)}
    return Layout(result.room, fresh, tuple(unmet), certificate)


def _asked(task: Task) -> Sequence[Relation]:
    """The relations that this task is answerable for."""
    new = set(task.new)
    return [r for r in task.relations if r.subject in new or not _known(task, r)]


def _known(task: Task, relation: Relation) -> bool:
    named: Iterable[NodeId] = (relation.subject, *relation.targets)
    return all(n in task.items or n in SHELL for n in named)
