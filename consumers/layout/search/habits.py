"""Habits: which things belong together, and how much room each wants around it.

Custom, not physics: a nightstand stands beside a bed, a picture hangs above a sofa. What words ask
for always wins over these; hard rules are ``board``'s.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from consumers.layout.search.board import Margins
from consumers.layout.search.customs import CARRIERS, CUSTOMS, TV_STANDS
from consumers.layout.search.goals import Goal, Habit, K, Kind
from consumers.layout.space.kinds import COUNTERS, DINING, PARTING, WORKED_AT
from consumers.layout.space.pairs import SET_ASIDE
from consumers.layout.space.traits import Item
from schemas.ids import NodeId

SITTING = 0.9
"""Metres that who sits at a desk takes before it."""

STEADY = frozenset({
    "lamp", "desk lamp", "oil lamp", "lantern", "candle", "candlestick", "vase", "fan", "monitor",
})  # fmt: skip
"""What nobody stands on a bed, which gives way."""

UNFIT = 6.0
"""The taste from which nobody would put a thing on another without being told."""

STOOLS, STOOL, ELBOW = frozenset({"bar stool", "stool"}), 0.42, 0.12
"""What stands before counters, how wide it is, and the metres between two."""

TV = "tv"

SILL = "sill"
"""In the name of a shelf that belongs below a window."""

TIGHT = 0.2
"""The share of a carrier's area from which several things on it must be placed with care."""


def mounted(
    items: Mapping[NodeId, Item], told: Collection[NodeId], *, walled: bool
) -> dict[NodeId, Item]:
    """The things, televisions on the wall where there is one and nothing that carries them.

    ``told``: who has a place by words.
    """
    carried = not walled or any(item.noun in TV_STANDS for item in items.values())
    return {
        n: replace(item, placement="wall")
        if item.noun == TV and not carried and n not in told
        else item
        for n, item in items.items()
    }


def carrier_taste(item: Item, carrier: Item) -> float:
    """How unfitting it is to put ``item`` on ``carrier``: 0 = its very place."""
    for things, carriers in CARRIERS:
        if item.noun in things:
            if carrier.noun in carriers:
                return 0.35 * carriers.index(carrier.noun)
            break
    if not carrier.worktop or (item.noun in STEADY and carrier.noun.endswith("bed")):
        return 9.0
    unfit = {"furniture": 2.0, "appliance": 3.0}.get(carrier.category, 5.0)
    return unfit + (1.0 if carrier.size[1] > 1.2 else 0.0) + (0.3 if carrier.area < 0.2 else 0.0)


def across_the_room(goals: Sequence[Goal], items: Mapping[NodeId, Item]) -> list[Goal]:
    """What hangs opposite of what hangs does so from one side wall to the other: the back wall has
    the open front before it."""
    return [
        Goal(Habit.ON_SIDE_WALL, target, (), 12.0)
        for g in goals
        if g.kind is K.OPPOSITE and g.asked and items[g.subject].placement == "wall"
        for target in g.targets
        if items[target].placement == "wall"
    ]


def customary(
    items: Mapping[NodeId, Item],
    new: Sequence[NodeId],
    told: set[NodeId],
    near: Mapping[NodeId, NodeId],
    asked: Sequence[Goal] = (),
) -> list[Goal]:
    """Goals that custom adds for the ``new`` things; those in ``told`` know their place.

    ``asked``: the goals that words gave.

    ``near``: what a thing should stand near or next to; a seat near a table is drawn up to it.
    """
    goals: list[Goal] = []
    seats = _drawn_up(items, new, told, near)
    taken: dict[tuple[str, Kind, NodeId], int] = {}
    for node in new:
        if node in told:
            continue
        item = items[node]
        windows = [n for n, other in items.items() if other.noun == "window"]
        if SILL in item.name and windows:
            goals.append(Goal(K.UNDER, node, (windows[0],), 5.0, 0.0))
        for things, kind, wanted, weight, gap in CUSTOMS:
            if item.noun not in things:
                continue
            target = _least_taken(items, node, wanted, (item.noun, kind), taken)
            if target is not None:
                goals.append(Goal(kind, node, (target,), weight, gap))
    at_tables = [*asked, *seats]
    return [*goals, *seats, *_laid(items, new, [g for g in at_tables if g.kind is K.AROUND])]


def _laid(items: Mapping[NodeId, Item], new: Sequence[NodeId], seats: Sequence[Goal]) -> list[Goal]:
    """Plates, forks and glasses at the places of those who sit at tables, one of each a seat."""
    at_tables = [
        g.subject
        for g in seats
        if g.targets and items[g.targets[0]].noun in DINING and items[g.subject].small_seat
    ]
    goals: list[Goal] = []
    for noun in SET_ASIDE:
        alike = [n for n in new if items[n].noun == noun]
        if 1 < len(alike) <= len(at_tables):
            pairs = zip(alike, at_tables, strict=False)
            goals += [Goal(Habit.SET, node, (seat,), 4.0) for node, seat in pairs]
    return goals


def making_way(goals: Sequence[Goal], items: Mapping[NodeId, Item]) -> list[Goal]:
    """Goals that leave room between two things for what is asked to stand there."""
    return [
        Goal(Habit.APART, goal.targets[1], (goal.targets[0],), 3.0, _breadth(goal, goals, items))
        for goal in goals
        if goal.kind is K.BETWEEN and len(goal.targets) == 2
    ]


def _breadth(goal: Goal, goals: Sequence[Goal], items: Mapping[NodeId, Item]) -> float:
    """Metres that what stands between two things needs from one to the other, with all that is
    to stand around it."""
    item = items[goal.subject]
    ringed = (g for g in goals if g.kind is K.AROUND and g.targets == (goal.subject,))
    guests = max((items[g.subject].span + 0.3 for g in ringed), default=0.0)
    return item.size[2 if item.noun in PARTING else 0] + 0.3 + 2 * guests


def tight_carriers(goals: Sequence[Goal], items: Mapping[NodeId, Item]) -> frozenset[NodeId]:
    """Carriers of several things that take up much of their top."""
    load: dict[NodeId, list[float]] = {}
    for goal in goals:
        if goal.kind in (K.ON, K.IN) and goal.targets:
            load.setdefault(goal.targets[0], []).append(items[goal.subject].area)
    return frozenset(
        node
        for node, areas in load.items()
        if len(areas) > 1 and sum(areas) > TIGHT * items[node].area
    )


def _least_taken(
    items: Mapping[NodeId, Item],
    node: NodeId,
    wanted: tuple[str, ...],
    use: tuple[str, Kind],
    taken: dict[tuple[str, Kind, NodeId], int],
) -> NodeId | None:
    """The first kind of ``wanted`` that is there; of several, the one least used so far."""
    for noun in wanted:
        if noun.startswith("-") and any(i.noun == noun[1:] for i in items.values()):
            return None
        there = [n for n, other in items.items() if other.noun == noun and n != node]
        if there:
            chosen = min(there, key=lambda n: taken.get((*use, n), 0))
            taken[(*use, chosen)] = taken.get((*use, chosen), 0) + 1
            return chosen
    return None


def _drawn_up(
    items: Mapping[NodeId, Item],
    new: Sequence[NodeId],
    told: set[NodeId],
    near: Mapping[NodeId, NodeId],
) -> list[Goal]:
    """Chairs drawn up to the table they are near; those without a place, each table its share."""
    seats = [n for n in new if items[n].small_seat]
    desks = [n for n, item in items.items() if item.noun in WORKED_AT]
    tables = [n for n, item in items.items() if item.noun in DINING]
    counters = [n for n, item in items.items() if item.noun in COUNTERS]
    rings: dict[NodeId, list[NodeId]] = {}
    for seat in seats:
        if near.get(seat) in (*desks, *tables, *counters):
            rings.setdefault(near[seat], []).append(seat)
    for seat in seats:
        if seat in told:
            continue
        free = [c for c in counters if len(rings.get(c, ())) < places_before(items[c].size[0])]
        if free and items[seat].noun in STOOLS:
            rings.setdefault(min(free, key=lambda c: len(rings.get(c, ()))), []).append(seat)
            continue
        empty = [d for d in desks if d not in rings]
        if empty and (items[seat].noun == "office chair" or not tables):
            rings[empty[0]] = [seat]
        elif tables:
            table = min(tables, key=lambda t: len(rings.get(t, ())) / items[t].area)
            if len(rings.get(table, ())) < _seats_of(items[table]):
                rings.setdefault(table, []).append(seat)
    return [
        Goal(K.AROUND, seat, (table,), 4.0, 0.05, ring=tuple(ring))
        for table, ring in rings.items()
        for seat in ring
    ]


def places_before(wide: float) -> int:
    """How many sit before a counter that is so wide (metres)."""
    return max(2, int((wide + ELBOW) / (STOOL + ELBOW)))


def _seats_of(table: Item) -> int:
    return max(2, int(2 * (table.size[0] + table.size[2]) / 0.6))


def margins_of(item: Item, goals: Iterable[Goal], items: Mapping[NodeId, Item]) -> Margins:
    """The room ``item`` wants free around it, for people and for what will stand there."""
    left, right, front, back = _walking(item)
    for goal in goals:
        if not goal.targets or goal.targets[0] != item.id:
            continue
        guest = items[goal.subject]
        if guest.placement in ("wall", "ceiling"):
            continue
        need = guest.size[2] + (0.1 if goal.gap is None else goal.gap)
        beside = guest.size[0] + (0.1 if goal.gap is None else goal.gap)
        if goal.kind is K.AROUND and not (item.front and guest.small_seat):
            need = guest.span + (0.08 if guest.seat else 0.5)
            left, right, front, back = (max(m, need) for m in (left, right, front, back))
        elif goal.kind in (K.IN_FRONT_OF, Habit.AT_FRONT, K.AROUND):
            front = max(front, need)
        elif goal.kind is K.BEHIND:
            used = SITTING if guest.noun in WORKED_AT else 0.0
            back = max(back, need + used)
        elif goal.kind is K.LEFT_OF:
            right = max(right, beside)
        elif goal.kind is K.RIGHT_OF:
            left = max(left, beside)
        elif goal.kind is K.ON and guest.span > item.size[0]:
            left, right = (max(m, (guest.span - item.size[0]) / 2) for m in (left, right))
    return left, right, front, back


def _walking(item: Item) -> Margins:
    if item.placement in ("surface", "wall", "ceiling") or item.flat:
        return (0.0, 0.0, 0.35 if item.placement == "wall" else 0.0, 0.0)
    if item.noun in ("bed", "bunk bed"):
        return (0.55, 0.55, 0.6, 0.0)
    if item.noun in ("wardrobe", "fridge", "oven", "bookshelf", "dresser", "cabinet", "desk"):
        return (0.0, 0.0, 0.7, 0.0)
    if item.front and item.category in ("furniture", "appliance"):
        return (0.0, 0.0, 0.4, 0.0)
    return (0.0, 0.0, 0.0, 0.0)
