"""The search: one thing after the other to its best free pose, then a little reshuffling.

Greedy, without clock or randomness beyond the seed: the same input gives the same layout. What is
allowed is ``board``'s to say, what is good ``scores``'s, which poses there are ``holds``'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from consumers.layout.model import Placed
from consumers.layout.search.board import Board
from consumers.layout.search.candidates import ring_sets
from consumers.layout.search.carriers import inside_poses, top_poses
from consumers.layout.search.formations import (
    Block,
    Formation,
    along_walls,
    at_a_side,
    blocks_of,
    look_away,
    opposed_to,
    opposite_walls,
    split,
    to_the_far_wall,
)
from consumers.layout.search.goals import Goal, K, Kind, Plan
from consumers.layout.search.holds import free_batches
from consumers.layout.search.mending import CROWD, mend
from consumers.layout.search.order import Order
from consumers.layout.search.repack import repack
from consumers.layout.search.scores import MISSED, score
from consumers.layout.space.bounds import back_distance
from consumers.layout.space.geometry import Floats
from consumers.layout.space.measures import HOLDS, View, misfit
from consumers.layout.space.poses import Poses, pose_of
from consumers.layout.space.traits import Item, shelves
from schemas.ids import NodeId

ROUNDS, MANY = 2, 40
GAIN = 0.08
"""A thing is moved again only if that saves this much cost."""

TASTE = 1.2
"""A place that is worse by so much still looks right."""

NOISE = 0.12


ACROSS = (90.0, 270.0)
"""The yaws at which a row runs from the viewer to the back."""

BACKED = 0.2
"""Metres that the back of a row along a wall may be off it, as ``back_distance`` counts them."""


@dataclass(frozen=True, slots=True)
class Search:
    """One attempt. ``dense``: look at more poses.

    ``fixed``: the room can not grow, so that ways must be freed at the cost of taste.
    ``formations``: who is placed as one.
    """

    board: Board
    plan: Plan
    order: Order
    new: tuple[NodeId, ...]
    noise: Floats
    dense: bool = False
    fixed: bool = True
    formations: tuple[Formation, ...] = ()

    @property
    def leeway(self) -> float:
        """How much worse a place may be, by cost, that frees a way: any that keeps the words."""
        return 0.8 * MISSED if self.fixed else TASTE

    def run(self) -> None:
        """Place what can be placed; the rest is left off the board."""
        waiting = list(self.new)
        settled = False
        while waiting:
            node = self.order.next(waiting)
            if not settled and self.order.phase(node) > 0:
                self._settle()
                settled = True
            group = self._group(node, waiting)
            for member in group:
                waiting.remove(member)
            for member in self._place_group(group):
                if not self._repacked(member):
                    self._place(member)
        if not settled:
            self._settle()

    def goals_of(self, node: NodeId) -> list[Goal]:
        return list(self.order.about.get(node, ()))

    # One thing, or a row or ring of them.

    def _group(self, node: NodeId, waiting: Sequence[NodeId]) -> tuple[NodeId, ...]:
        """The thing with all that wait and are to be placed together with it."""
        formation = self._formation(node)
        goal = self._ring_goal(node)
        together = (
            (formation.members if formation else ())
            or (goal.ring if goal is not None else ())
            or (node,)
        )
        return tuple(n for n in together if n in waiting)

    def _formation(self, node: NodeId) -> Formation | None:
        return next((f for f in self.formations if node in f.members), None)

    def _ring_goal(self, node: NodeId) -> Goal | None:
        """The ring it stands in, unless another engine proposes a place for each member."""
        own = [g for g in self.goals_of(node) if g.subject == node]
        if any(g.at is not None for g in own):
            return None
        goals = (g for g in own if g.kind is K.AROUND)
        return next((g for g in goals if all(t in self.board.placed for t in g.targets)), None)

    def _place_group(self, group: tuple[NodeId, ...]) -> tuple[NodeId, ...]:
        """Place a row or ring as one; returns those who must find a place for themselves."""
        goal = self._ring_goal(group[0])
        formation = self._formation(group[0])
        if formation is not None and group == formation.members:
            return () if self._place_formation(formation) else group
        if goal is not None:
            return self._place_ring(group, goal)
        return group

    def _place_ring(self, group: tuple[NodeId, ...], goal: Goal) -> tuple[NodeId, ...]:
        """The members at even places of the first ring that has room for all, else the roomiest."""
        widest = max((self.board.items[n] for n in group), key=lambda item: item.span)
        roomiest: tuple[int, list[Placed]] = (0, [])
        for places in ring_sets(self.board, widest, goal, len(group)):
            free = self.board.free(places)
            count = min(len(free), len(group))
            if count > roomiest[0]:
                best = np.argsort(self._ring_cost(free, goal), kind="stable")[:count]
                roomiest = count, [free.at(int(i)) for i in sorted(best)]
            if count == len(group):
                break
        for node, place in zip(group, roomiest[1], strict=False):
            self.board.put(replace(place, id=node, size=self.board.items[node].size))
        return group[roomiest[0] :]

    def _ring_cost(self, free: Poses, goal: Goal) -> Floats:
        others = [g for g in self.goals_of(goal.subject) if g is not goal]
        return score(self.board, free, others, self._noise_for(free))

    def _place(self, node: NodeId) -> bool:
        best = self._best(self.board.items[node], self.goals_of(node))
        if best is not None:
            self.board.put(best[1])
        return best is not None

    def _repacked(self, node: NodeId) -> bool:
        """Whether it was put on the full top (or into the full bowl) that words ask for, by
        packing what is there."""
        goals = [g for g in self.goals_of(node) if g.subject == node and g.asked]
        if len(goals) != 1 or len(goals[0].targets) != 1:
            return False
        carrier, kind = goals[0].targets[0], goals[0].kind
        beside = self.board.placed.get(carrier) if kind is K.NEXT_TO else None
        if beside is not None and beside.on is not None and beside.kind == "top":
            carrier, kind = beside.on, K.ON  # "a cup next to the plate" on a small table
        if kind not in (K.ON, K.IN) or (beside is not None and not self._is_small(node)):
            return False
        if carrier not in self.board.placed or shelves(self.board.items[carrier]):
            return False
        if self._places_on(node, carrier, inside=kind is K.IN):
            return False
        loose = frozenset(n for n in self.new if self._only_held(n, kind))
        return repack(self.board, node, carrier, loose, kind="inside" if kind is K.IN else "top")

    def _is_small(self, node: NodeId) -> bool:
        return self.board.items[node].placement == "surface"

    def _places_on(self, node: NodeId, carrier: NodeId, *, inside: bool) -> int:
        """How many places are free for it on (in) that thing."""
        board, item = self.board, self.board.items[node]
        found = (
            inside_poses(board, item, carrier)
            if inside
            else top_poses(board, item, carrier, asked=True)
        )
        return len(board.free(found))

    def _only_held(self, node: NodeId, kind: Kind) -> bool:
        """Whether words say no more of it than what it stands on (in)."""
        goals = self.goals_of(node)
        return all(g.kind is kind and g.subject == node for g in goals if g.asked)

    def _best(
        self,
        item: Item,
        goals: Sequence[Goal],
        *,
        upright: bool = False,
        backed: Sequence[float] = (),
        turned: Sequence[float] = (),
    ) -> tuple[float, Placed] | None:
        """The best free place and its cost. ``upright``: facing the viewer or looking away;
        ``backed``: with its back to a wall, at one of these yaws; ``turned``: at one of these."""
        best: tuple[float, Placed] | None = None
        for batch in free_batches(self.board, item, goals, dense=self.dense):
            batch = batch.only(batch.yaw % 180.0 < 1.0) if upright else batch
            batch = batch.only(np.isin(batch.yaw, turned)) if turned else batch
            if backed:
                at_wall = back_distance(self.board.room, batch.boxes) < BACKED
                batch = batch.only(at_wall & np.isin(batch.yaw, backed))
            if not len(batch):
                continue
            cost = score(self.board, batch, goals, self._noise_for(batch))
            index = int(np.argmin(cost))
            if best is None or cost[index] < best[0]:
                best = float(cost[index]), batch.at(index)
        return best

    def _noise_for(self, batch: Poses) -> Floats:
        """A small cost that depends on the place alone, so that it does not depend on the batch."""
        at = (np.abs(batch.x * 7.3) + np.abs(batch.z * 13.7)) * 10 + (batch.x > 0) * 31
        noise: Floats = self.noise[at.astype(np.int64) % len(self.noise)]
        return noise

    def _place_formation(self, formation: Formation) -> bool:
        """All members as one thing, where each serves the words; False when that can not be.

        Rows that words ask for are kept even where other words are not.
        """
        items = {n: self.board.items[n] for n in formation.members}
        if len({i.placement for i in items.values()}) > 1:
            return False
        goals = self._joint_goals(formation.members)
        fewest, kept = len(items) + 1, list[Placed]()
        around, away = items | self._targets(goals), look_away(self.plan.goals)
        if len(formation.rows) > 1 and formation.members[0] in opposite_walls(
            self.plan.goals, self.board.items
        ):
            goals.append(to_the_far_wall(formation.members[0]))
            away |= frozenset(formation.members)
        opposed = opposed_to(formation, self.plan.goals)
        for block in blocks_of(formation, around, goals, away, opposed):
            for placed in self._spots_of(formation, block, goals):
                self.board.put(*split(placed, block, items, fixed=formation.upright))
                missed = self._missed(formation.members)
                if not missed:
                    return True
                stood = [self.board.take(n) for n in formation.members]
                if missed < fewest and not formation.company:
                    fewest, kept = missed, stood
        self.board.put(*kept)
        return bool(kept)

    def _spots_of(
        self, formation: Formation, block: Block, goals: Sequence[Goal]
    ) -> Iterator[Placed]:
        """Where the whole of it may stand, the best place first."""
        item, alone = block.item, len(formation.rows) == 1
        backed = along_walls(goals) if alone else ()
        found = self._best(item, goals, backed=backed) if backed else None
        found = found or self._best(item, goals, upright=formation.upright)
        if found is not None:
            yield found[1]
        if alone and at_a_side(goals):
            found = self._best(item, goals, turned=ACROSS)
            if found is not None:
                yield found[1]

    def _targets(self, goals: Sequence[Goal]) -> dict[NodeId, Item]:
        return {t: self.board.items[t] for g in goals for t in g.targets}

    def _missed(self, members: Sequence[NodeId]) -> int:
        """How many asked goals of placed things do not hold."""
        board = self.board
        view = View(board.room, board.poses, board.carriers)
        own = [g for g in self.plan.goals if g.asked and g.subject in members]
        found = [misfit(g, view) for g in own]
        return sum(m is not None and float(m.max()) > HOLDS for m in found)

    def _joint_goals(self, members: Sequence[NodeId]) -> list[Goal]:
        """The members' goals as the first one's, each once."""
        head = members[0]
        goals: dict[object, Goal] = {}
        for node in members:
            for goal in self.goals_of(node):
                if set(goal.targets) & set(members):
                    if goal.kind is K.OPPOSITE and goal.subject not in members:
                        led = replace(goal, targets=(head,))  # a screen opposite a row
                        goals.setdefault((led.kind, led.subject, led.targets), led)
                    continue
                own = goal.subject in members
                led = replace(goal, subject=head if own else goal.subject, ring=())
                goals.setdefault((led.kind, led.subject, led.targets), led)
        return list(goals.values())

    # Second thoughts.

    def _settle(self) -> None:
        """All furniture stands: better places, then free ways."""
        self._reshuffle()
        mend(self)

    def movable(self, node: NodeId) -> bool:
        """Whether it may be moved alone: new, on the floor or a door, in no row or ring."""
        placed = self.board.placed.get(node)
        if placed is None or node not in self.new or node in self._grouped():
            return False
        door = placed.kind == "wall" and self.board.items[node].noun == "door"
        return (placed.kind == "floor" or door) and not self.board.carried_by(node)

    def _grouped(self) -> set[NodeId]:
        rowed = {n for f in self.formations for n in f.members}
        return rowed | {
            n for goal in self.plan.goals if goal.ring for n in (*goal.ring, *goal.targets)
        }

    def costs(self, batch: Poses, goals: Sequence[Goal]) -> Floats:
        """What the poses of a batch cost."""
        return score(self.board, batch, goals, self._noise_for(batch))

    def _reshuffle(self) -> None:
        """Give each thing on the floor, now that all stand, a second choice."""
        rowed = self._grouped()
        rounds = ROUNDS if len(self.new) <= MANY else 1 if len(self.new) <= CROWD else 0
        for _ in range(rounds):
            moved = False
            for node in self.new:
                placed = self.board.placed.get(node)
                if placed is None or placed.kind != "floor" or node in rowed:
                    continue
                moved |= self._reconsider(node)
            if not moved:
                return

    def _reconsider(self, node: NodeId) -> bool:
        if self.board.carried_by(node):
            return False
        item, goals = self.board.items[node], self.goals_of(node)
        old = self.board.take(node)
        here = pose_of(item, old)
        cost = float(score(self.board, here, goals, self._noise_for(here))[0])
        best = self._best(item, goals)
        better = best is not None and best[0] < cost - GAIN
        self.board.put(best[1] if better and best is not None else old)
        return better


def noise_of(seed: int, attempt: int) -> Floats:
    """A table of small costs: the only thing that the seed changes."""
    return np.random.default_rng([abs(seed), attempt]).random(997) * NOISE
