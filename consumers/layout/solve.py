"""Laying out a whole scene: from wishes and relations to places that are certified.

Tries at most a handful of times: again with what failed first, then in a larger room where the
size is ours to choose, at last from a floor plan of the exact model. What contradicts itself is
settled before, what still fails is accounted for after. Adding to and changing a scene is
``revise``'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from consumers.layout.certify import certify, holds, row_holds, view_of
from consumers.layout.conflicts.account import unmet_of
from consumers.layout.conflicts.conflicts import settled
from consumers.layout.conflicts.limits import Case, has_room, possible, thing_limit
from consumers.layout.conflicts.rescue import floor_plan
from consumers.layout.model import Cause, Conflict, Layout, Placed, Proposal, Room
from consumers.layout.scenes.rooms import growable, grown, pile_height, room_for, walls_filled
from consumers.layout.search.audiences import with_audience
from consumers.layout.search.board import Board
from consumers.layout.search.candidates import circles_of
from consumers.layout.search.formations import formations_of, host_margins
from consumers.layout.search.goals import (
    ASIDE,
    PLACING,
    PROPOSED,
    SHELL,
    Goal,
    Habit,
    K,
    Plan,
    plan_of,
)
from consumers.layout.search.habits import (
    across_the_room,
    customary,
    making_way,
    margins_of,
    mounted,
    tight_carriers,
)
from consumers.layout.search.order import Order
from consumers.layout.search.ranks import ranks_of
from consumers.layout.search.runs import with_run
from consumers.layout.search.search import MANY, Search, noise_of
from consumers.layout.space.access import barred
from consumers.layout.space.kinds import COUNTERS, WORKED_AT
from consumers.layout.space.traits import Item, items_of
from schemas.decomposition import Decomposition, Relation
from schemas.ids import NodeId

CHANCES = 3
"""So many floor plans are tried, with fewer things each."""

FAIRNESS = 2
"""So often at most a scene is laid out again so that another wish gives way."""

SEATED = (K.NEAR, K.NEXT_TO, K.IN_FRONT_OF, K.BEHIND)
"""Relations of a chair to a table that mean it is drawn up to it."""

WALK_ROUND = (0.65, 0.65, 0.65, 0.0)
"""Metres wanted free to the left, right and front of rows behind each other."""

GROWTH = 1.18
GROWTHS_FOR_A_THING, PATIENT_GROWTHS = 10, 3

LAST = 99
"""The number of the attempt in which ways are freed at the cost of taste."""

CROWD = 120
"""From more things than this on, one attempt has to do, unless something has no place."""

FEW = 12
"""Up to so many things, a second attempt looks at more poses."""

PATIENCE = 30
"""So many things are placed again, all tries together, for a relation that does not hold."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be placed: all items, the new among them, what stands, what is asked.

    ``fixed``: the room keeps its size. ``settled``: contradictions among what was asked; what gave
    way is not in ``relations``.
    """

    items: Mapping[NodeId, Item]
    new: tuple[NodeId, ...]
    standing: tuple[Placed, ...]
    relations: tuple[Relation, ...]
    seed: int
    proposed: Mapping[NodeId, Proposal] = field(default_factory=dict)
    fixed: bool = True
    settled: tuple[Conflict, ...] = ()

    @property
    def asked(self) -> tuple[Relation, ...]:
        """All relations, those that gave way too."""
        return (*self.relations, *(r for c in self.settled for r in c.given_up))


def consistent(task: Task, room: Room) -> Task:
    """The task without relations that contradict others."""
    relations, conflicts = settled(task.relations, task.items, room)
    return replace(task, relations=relations, settled=conflicts)


@dataclass(frozen=True, slots=True)
class Result:
    """One attempt's board and what it failed at. ``hopeful``: another attempt may do better."""

    room: Room
    placed: dict[NodeId, Placed]
    unplaced: tuple[NodeId, ...]
    missed: tuple[Relation, ...]
    hopeful: bool
    barred: tuple[NodeId, ...]
    faults: int

    @property
    def rank(self) -> tuple[int, int, int]:
        return len(self.unplaced), len(self.missed), self.faults

    @property
    def troubled(self) -> frozenset[NodeId]:
        """Things to place first next time."""
        involved = {n for r in self.missed for n in (r.subject, *r.targets)}
        return frozenset(involved | set(self.unplaced) | set(self.barred))


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
    setting = decomposition.setting
    told = [r for r in decomposition.relations if r.kind in PLACING]
    placed = {r.subject for r in told} | {
        r.targets[0] for r in told if r.kind in ASIDE and r.targets
    }
    placed |= set(proposed)
    items = mounted(
        items_of(decomposition.wishes), placed, walled=setting.kind == "room" or bool(setting.walls)
    )
    fixed = not growable(setting)
    task = Task(items, tuple(items), (), decomposition.relations, seed, dict(proposed), fixed)
    plan = full_plan(task)
    ranks = [*ranks_of(formations_of(plan, items), items, plan.goals), *circles_of(plan, items)]
    pile = pile_height(decomposition.relations, items)
    usual = room_for(
        setting,
        items.values(),
        ranks,
        pile,
        walls_filled(decomposition.relations, items),
        decomposition.relations,
    )
    room = usual
    task = consistent(task, room)
    best = solve_in(task, room)
    most = PATIENT_GROWTHS if len(items) <= MANY else 1 if len(items) <= CROWD else 0
    for number in range(GROWTHS_FOR_A_THING if len(items) <= CROWD else 3):
        again = best.hopeful and number < tries_for(task) - 1
        patient = best.unplaced or again or (best.faults and number < most)
        if not patient or not growable(setting):
            break
        room = grown(usual, setting, GROWTH ** (number + 1))
        larger = attempt(task, room, number + 2, best.troubled)
        if larger.rank < best.rank:
            best = larger
    if best.faults and not fixed and len(items) <= MANY:
        last = attempt(replace(task, fixed=True), best.room, LAST, best.troubled)
        best = last if last.rank < best.rank else best
    return report(*fairly(task, rescued(task, best)))


def solve_in(task: Task, room: Room) -> Result:
    """The better of two attempts in a room of this size: again with what failed first."""
    best = attempt(task, room, 0, frozenset())
    if best.unplaced or ((best.hopeful or (best.faults and task.fixed)) and len(task.new) <= CROWD):
        again = attempt(
            task, room, 1, best.troubled, dense=bool(best.unplaced) or len(task.new) <= FEW
        )
        best = again if again.rank < best.rank else best
    return best


def rescued(task: Task, result: Result) -> Result:
    """The result, or a better one that begins from a floor plan of the exact model."""
    case = case_of(task, result)
    hopeless = {n for n in result.unplaced if _alone_too_large(case, n)}
    waiting = [n for n in result.unplaced if n not in hopeless]
    if not waiting and not result.hopeful:
        return result
    tries = 0
    for many in range(len(waiting), -1 if result.hopeful and not waiting else 0, -1):
        left = {*hopeless, *waiting[many:]}
        wanted = [n for n in task.new if n not in left]
        if tries < CHANCES and has_room(case, wanted):
            tries += 1
            anchored = floor_plan(case, full_plan(task), wanted)
            if anchored:
                other = attempt(task, result.room, 0, frozenset(), dense=True, anchored=anchored)
                return other if other.rank < result.rank else result
    return result


def _alone_too_large(case: Case, node: NodeId) -> bool:
    limit = thing_limit(case, node)
    return limit is not None and limit.cause is not Cause.SPACE


def fairly(task: Task, result: Result) -> tuple[Task, Result]:
    """Of a conflict's relations the one said last gives way, where that costs nothing else.

    The search gives up what it comes to last, which is another order than that of the words.
    """
    for _ in range(FAIRNESS):
        swap = _unfair(task, result)
        if swap is None:
            break
        last = swap.relations[-1]
        kept = tuple(r for r in task.relations if r is not last)
        gone = replace(swap, given_up=(last,))
        other = replace(task, relations=kept, settled=(*task.settled, gone))
        found = solve_in(other, result.room)
        if (len(found.unplaced), len(found.missed) + 1) > result.rank:
            break
        task, result = other, found
    return task, result


def _unfair(task: Task, result: Result) -> Conflict | None:
    """A proven conflict of relations alone in which an earlier one than the last gave way."""
    if len(task.new) > FEW or not result.missed or result.unplaced:
        return None
    case = case_of(task, result)
    for unmet in unmet_of(case, full_plan(task), (), result.missed):
        conflict = unmet.conflict
        if conflict is None or not conflict.proven or len(conflict.relations) < 2:
            continue
        last = conflict.relations[-1]
        new = last.subject in task.new and not any(last is r for r in result.missed)
        if new and len(conflict.given_up) == 1 and conflict.room_for is None:
            return conflict
    return None


def case_of(task: Task, result: Result) -> Case:
    standing = frozenset(p.id for p in task.standing)
    return Case(result.room, task.items, task.relations, result.placed, standing)


def tries_for(task: Task) -> int:
    """How often to try again for a relation: the more things, the less often."""
    return max(1, min(3, PATIENCE // max(1, len(task.new))))


def attempt(
    task: Task,
    room: Room,
    number: int,
    first: frozenset[NodeId],
    *,
    dense: bool = False,
    anchored: Sequence[Placed] = (),
) -> Result:
    """One run of the search, and what it failed at. ``anchored``: new things placed already."""
    plan = full_plan(task)
    margins = {n: margins_of(item, plan.goals, task.items) for n, item in task.items.items()}
    formations = formations_of(plan, task.items)
    for host, wanted in host_margins(formations, task.items, plan, room.width).items():
        left, right, front, back = (
            max(*sides) for sides in zip(margins[host], wanted, strict=True)
        )
        margins[host] = left, right, front, back
    margins |= {f.members[0]: WALK_ROUND for f in formations if len(f.rows) > 1}
    board = Board(room, task.items, margins, tight_carriers(plan.goals, task.items) | first)
    board.put(*task.standing, *anchored)
    kept = {p.id for p in anchored}
    waiting = tuple(n for n in task.new if n not in kept)
    noise = noise_of(task.seed, number)
    order = Order(task.items, plan, first)
    Search(board, plan, order, waiting, noise, dense, task.fixed, formations).run()
    unplaced = tuple(n for n in task.new if n not in board.placed)
    missed = missed_of(task, plan, room, board.placed)
    hopeful = any(possible(r, room, task.items) for r in missed)
    lost, faults = barred(room, task.items, board.placed)
    return Result(room, dict(board.placed), unplaced, missed, hopeful, tuple(lost), faults)


def full_plan(task: Task) -> Plan:
    """The asked goals and those that custom adds."""
    plan = plan_of(task.items, task.new, task.relations)
    told = {r.subject for r in task.relations if r.kind in PLACING}
    told |= {n for row in plan.rows for n in row} | set(task.proposed)
    near = {
        r.subject: r.targets[0]
        for r in task.relations
        if r.kind in SEATED and r.targets and _draws_up(task, r)
    }
    custom = customary(task.items, task.new, told, near, plan.goals)
    apart = [*making_way(plan.goals, task.items), *across_the_room(plan.goals, task.items)]
    near_to = [
        Goal(Habit.PROPOSED, n, (), PROPOSED, at=place)
        for n, place in task.proposed.items()
        if n in task.items
    ]
    whole = replace(plan, goals=(*plan.goals, *apart, *custom, *near_to))
    drawn_up = {g.subject for g in custom}
    seated = with_audience(whole, task.items, task.new, told | drawn_up)
    return with_run(seated, task.items, task.new, told)


def _draws_up(task: Task, relation: Relation) -> bool:
    """Whether such a relation says that a seat is drawn up: behind a desk is where people sit,
    before a counter they may stand in rows."""
    target = task.items.get(relation.targets[0])
    if target is None:
        return False
    behind, before = relation.kind is K.BEHIND, relation.kind is K.IN_FRONT_OF
    return target.noun in WORKED_AT if behind else not (before and target.noun in COUNTERS)


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
    case = replace(case_of(task, result), relations=task.asked)
    unmet = unmet_of(case, full_plan(task), result.unplaced, result.missed, task.settled)
    asked = _asked(task)
    certificate = certify(
        result.room,
        task.items,
        result.placed,
        task.new,
        kept=len(asked) - len(result.missed) - sum(len(c.given_up) for c in task.settled),
        total=len(asked),
    )
    fresh = {n: p for n, p in result.placed.items() if n in set(task.new)}
    return Layout(result.room, fresh, unmet, certificate)


def _asked(task: Task) -> Sequence[Relation]:
    """The relations that this task is answerable for."""
    new = set(task.new)
    return [r for r in task.asked if r.subject in new or not _known(task, r)]


def _known(task: Task, relation: Relation) -> bool:
    named: Iterable[NodeId] = (relation.subject, *relation.targets)
    return all(n in task.items or n in SHELL for n in named)
