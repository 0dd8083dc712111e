"""Goals: the relations that a layout serves, asked for or customary, in one form.

What belongs here: turning the words' relations into goals per thing (groups resolved, shell ids
read), and what each goal means for how a thing is held. How well a pose serves a goal is measured
in ``measures``; which goals custom adds is in ``habits``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from consumers.layout.model import Proposal
from consumers.layout.space.traits import Item
from schemas.decomposition import Relation, RelationKind
from schemas.ids import NodeId

K = RelationKind


class Habit(StrEnum):
    """Customs that words do not name. All are in the target's own frame (front = local +z).

    ``AT_FAR``: before the middle of the far wall.
    """

    AT_FRONT = "at_front"
    AT_SIDE = "at_side"
    AT_HAND = "at_hand"
    ACROSS = "across"
    BENEATH = "beneath"
    APART = "apart"
    SET = "set"
    ON_SIDE_WALL = "on_side_wall"
    PROPOSED = "proposed"
    AT_FAR = "at_far"


Kind = RelationKind | Habit

HELD_BY = (K.ON, K.IN, K.STACKED)
"""Relations that say what carries the subject."""

ASIDE = (K.LEFT_OF, K.RIGHT_OF, K.IN_FRONT_OF, K.BEHIND)
"""Relations to a side of a thing."""

PLACING = frozenset(K) - {K.FACING}
"""Relations that say where the subject stands, not only how it is turned."""


@dataclass(frozen=True, slots=True)
class Goal:
    """``subject`` should stand in ``kind`` to ``targets``. ``weight``: cost of a metre's miss.

    ``gap``: metres between the two that look right. ``source``: the relation that asked for it;
    None = custom. ``ring``: all who stand around the same target, in order. ``at``: the place that
    another engine proposes. ``fellows``: how many are asked to stand so to the same targets.
    ``turned``: the target's own sides count as well as those that the viewer sees.
    """

    kind: Kind
    subject: NodeId
    targets: tuple[NodeId, ...] = ()
    weight: float = 1.0
    gap: float | None = None
    source: Relation | None = None
    ring: tuple[NodeId, ...] = ()
    at: Proposal | None = None
    fellows: int = 1
    turned: bool = False

    @property
    def asked(self) -> bool:
        return self.source is not None


PROPOSED = 8.0
"""The weight of another engine's proposal: more than taste, less than what the words ask for."""

ASKED = 60.0
"""The weight of a goal that the words ask for: more than all taste together."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All goals, and the groups that are placed as one: rows (in order, left to right)."""

    goals: tuple[Goal, ...]
    rows: tuple[tuple[NodeId, ...], ...]
    dangling: tuple[Relation, ...]


def plan_of(
    items: Mapping[NodeId, Item], new: Iterable[NodeId], relations: Sequence[Relation]
) -> Plan:
    """The goals of ``relations`` for the ``new`` among ``items``.

    ``dangling``: relations whose subject or targets are no items. Relations whose subject is not
    new are left out: what stands already is not moved by them.
    """
    movable = set(new)
    goals: list[Goal] = []
    dangling: list[Relation] = []
    rings = _rings(relations, movable)
    stacks = _stacks(relations, items, movable)
    alike = Counter((r.kind, r.targets) for r in relations)
    for relation in relations:
        targets = tuple(t for t in relation.targets if t not in SHELL)
        if relation.subject not in items or any(t not in items for t in targets):
            dangling.append(relation)
        elif relation.subject in movable and relation.kind is not K.IN_ROW:
            targets = tuple(t for t in targets if t != relation.subject)
            if relation.kind is K.STACKED:
                below = stacks.get(relation.subject)
                targets = () if below is None else (below,)
            ring = rings.get(relation.targets, ()) if relation.kind is K.AROUND else ()
            goals.append(
                Goal(
                    relation.kind,
                    relation.subject,
                    targets,
                    ASKED,
                    gap=relation.distance,
                    source=relation,
                    ring=ring,
                    fellows=alike[relation.kind, relation.targets],
                    turned=_is_turned(relation, relations, items),
                )
            )
    return Plan(tuple(goals), _rows(relations, items, movable), tuple(dangling))


def _is_turned(
    relation: Relation, relations: Sequence[Relation], items: Mapping[NodeId, Item]
) -> bool:
    """Whether "in front of" and "left of" may be meant as the target stands, not as it is seen.

    Front and back are then its own, unless it is to look at what is behind it. Left and right are,
    where it has its back to a wall at the viewer's left or right, and no wall is named for the
    subject itself.
    """
    kind, subject = relation.kind, relation.subject
    if kind not in ASIDE or set(relation.targets) & {*SHELL}:
        return False
    if len(relation.targets) != 1:
        turning = kind in (K.IN_FRONT_OF, K.BEHIND) and bool(relation.targets)
        return turning and all(items[t].front for t in relation.targets if t in items)
    target = relation.targets[0]
    if not items[target].front:
        return False
    if kind in (K.IN_FRONT_OF, K.BEHIND):
        looks = any(
            r.kind is K.FACING and r.subject == target and subject in r.targets for r in relations
        )
        return not (kind is K.BEHIND and looks)
    walls = {
        r.subject: {SHELL.get(t) for t in r.targets} for r in relations if set(r.targets) & {*SHELL}
    }
    return bool(walls.get(target, set()) & {"left", "right"}) and subject not in walls


SHELL: dict[NodeId, str] = {
    NodeId("room"): "",
    NodeId("room-floor"): "floor",
    NodeId("room-back-wall"): "back",
    NodeId("room-left-wall"): "left",
    NodeId("room-right-wall"): "right",
    NodeId("room-floor-2"): "floor",
    NodeId("room-inner-back-wall"): "back",
    NodeId("room-inner-left-wall"): "left",
}
"""The ids of a scene's shell and the side of the room each one is; the last three are an L's."""


def _rings(
    relations: Sequence[Relation], movable: set[NodeId]
) -> dict[tuple[NodeId, ...], tuple[NodeId, ...]]:
    rings: dict[tuple[NodeId, ...], list[NodeId]] = {}
    for relation in relations:
        if relation.kind is K.AROUND and relation.subject in movable:
            members = rings.setdefault(relation.targets, [])
            if relation.subject not in members:
                members.append(relation.subject)
    return {targets: tuple(members) for targets, members in rings.items()}


def _groups(
    relations: Sequence[Relation], kind: RelationKind, items: Mapping[NodeId, Item]
) -> list[list[NodeId]]:
    """Subjects of ``kind`` with their targets, merged where they meet; without targets, by slot."""
    groups: list[list[NodeId]] = []
    loose: dict[str, list[NodeId]] = {}
    for relation in relations:
        if relation.kind is not kind or relation.subject not in items:
            continue
        if not relation.targets:
            loose.setdefault(items[relation.subject].slot, []).append(relation.subject)
            continue
        members = [relation.subject, *(t for t in relation.targets if t in items)]
        met = [g for g in groups if set(g) & set(members)]
        merged = list(dict.fromkeys([n for g in met for n in g] + members))
        groups = [g for g in groups if g not in met] + [merged]
    return groups + _loose_groups(loose)


def _loose_groups(loose: Mapping[str, list[NodeId]]) -> list[list[NodeId]]:
    """Untargeted members: one group per slot, but singles of different slots stand together."""
    groups = [list(dict.fromkeys(g)) for g in loose.values() if len(g) > 1]
    singles = [g[0] for g in loose.values() if len(g) == 1]
    return groups + ([singles] if singles else [])


def _rows(
    relations: Sequence[Relation], items: Mapping[NodeId, Item], movable: set[NodeId]
) -> tuple[tuple[NodeId, ...], ...]:
    groups = _groups(relations, K.IN_ROW, items)
    kept = [tuple(n for n in g if n in movable) for g in groups]
    return tuple(row for row in kept if len(row) > 1)


def _stacks(
    relations: Sequence[Relation], items: Mapping[NodeId, Item], movable: set[NodeId]
) -> dict[NodeId, NodeId]:
    """Who stands on whom: a target carries its first subject, that one the next.

    Where no target is named, the widest is at the bottom.
    """
    below: dict[NodeId, NodeId] = {}
    above: dict[NodeId, NodeId] = {}
    stacked = [r for r in relations if r.kind is K.STACKED and r.subject in movable]
    for relation in stacked:
        others = (t for t in relation.targets if t in items and t != relation.subject)
        base = next(others, None)
        while base in above and base is not None:
            base = above[base]
        if base is not None and base != relation.subject and relation.subject not in below:
            below[relation.subject], above[base] = base, relation.subject
    loose = [r for r in stacked if not r.targets]
    for group in _groups(loose, K.STACKED, items):
        pile = sorted(group, key=lambda n: -round(items[n].area, 4))
        below.update(zip(pile[1:], pile, strict=False))
    return below
