"""Sizes that follow from what is asked to be in or under a thing, where nobody says them.

A bowl is as wide as the fruit in it needs; a suitcase that is asked under a bench is a small one.
What is made as large as usual by its noun may change, what words measure never does. Every change
is told. What stands *on* a thing is ``spreading``'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import ceil, floor, pi

from consumers.layout.search.packing import packed
from consumers.layout.space.kinds import CLOSED, DINING
from consumers.layout.space.traits import Item, inner_region, item_of, shelves, spans
from consumers.lexicon.sentences.expansion import Expanded
from consumers.lexicon.words.nouns import noun_table
from schemas.decomposition import Relation, Wish
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

LAYERS, TALL = 3, 0.92
"""So many layers of things lie in another at most, up to this share of its height."""

BUNCHED = 0.3
"""How wide each of several flowers is, as a share of what they stand in."""

WIDER = 1.6
"""So many times as large as usual a vessel is that has to hold what is asked in it."""

VESSELS = frozenset({"kitchenware", "tool", "decor"})
"""Categories of what is made in every size: bowls, baskets, vases."""

HIGHER = {"bunk bed": 1.55, "bed": 1.15, "picnic table": 1.15, "bench": 1.15}
"""So many times as high as usual a thing is that has to stand over another; else not higher."""

FIXED = frozenset({"furniture", "appliance", "vehicle", "building", "person"})
"""Categories of what is as large as people need it."""

LEAST_IN, LEAST_UNDER = 0.33, 0.5
"""The share of its usual size down to which a thing is made smaller to be in or under another."""

SEATED = 0.75
"""The share of their height down to which people are drawn in to sit in a vehicle."""

SPANNED, BROAD = 1.6, 0.35
"""How long and how broad a bridge is, as shares of the breadth and length of what it spans."""

ELBOW = 0.08
"""Metres between chairs at a table."""

LONGEST_TABLE, WIDEST_ROUND = 6.0, 2.2
"""Metres up to which tables grow with those who sit at them."""

RING_OUT = 0.5
"""Metres by which the ring of chairs is wider than a round table."""

CLEARANCE = 0.02
"""Metres left between a thing and what is over it."""

Factors = dict[NodeId, tuple[float, float, float]]
"""By how much each thing grows along its width, height and depth."""


def nested(expanded: Expanded) -> Expanded:
    """The wishes in sizes that let things be in and under each other as the words say."""
    wishes = {w.id: w for w in expanded.wishes}
    notes: list[str] = []
    low = {r.subject for r in expanded.relations if r.kind is Kind.UNDER and r.targets}
    for kind in (Kind.UNDER, Kind.IN):
        for target, named in _hosts(expanded.relations, kind, wishes).items():
            host, guests = wishes[target], [wishes[g] for g in named]
            wanted, shrunk = (
                _within(host, guests, lidded=target in low)
                if kind is Kind.IN
                else _below(host, guests)
            )
            if not wanted:
                continue
            for node, factors in wanted.items():
                wishes[node] = _resized(wishes[node], factors)
            if shrunk:
                notes.append(_told(kind, wishes[target], [wishes[g] for g in shrunk]))
    for relation in expanded.relations:
        both = (relation.subject, *relation.targets)
        if relation.kind is Kind.ABOVE and len(both) == 2 and wishes.keys() >= {*both}:
            bridge, water = wishes[relation.subject], wishes[relation.targets[0]]
            reaches = not item_of(bridge).shades and _is_usual(bridge)
            if reaches and spans(item_of(bridge), item_of(water)):
                wishes[bridge.id] = _resized(bridge, _to_span(bridge, water))
    for table, seats in _hosts(expanded.relations, Kind.AROUND, wishes).items():
        long = _for_seats(wishes[table], [item_of(wishes[s]) for s in seats])
        if long is not None:
            wishes[table] = _resized(wishes[table], long)
    made = _with_slots(expanded.wishes, wishes)
    return replace(expanded, wishes=made, notes=(*expanded.notes, *dict.fromkeys(notes)))


def _hosts(
    relations: Iterable[Relation], kind: Kind, wishes: Mapping[NodeId, Wish]
) -> dict[NodeId, list[NodeId]]:
    """What is asked to be in (or under) each thing."""
    found: dict[NodeId, list[NodeId]] = {}
    for relation in relations:
        named = (relation.subject, *relation.targets)
        if relation.kind is kind and len(relation.targets) == 1 and wishes.keys() >= {*named}:
            found.setdefault(relation.targets[0], []).append(relation.subject)
    return found


def _within(holder: Wish, guests: Sequence[Wish], *, lidded: bool) -> tuple[Factors, list[NodeId]]:
    """Factors by which a vessel grows and what is in it shrinks, and who shrinks.

    ``lidded``: what is in it may be no higher than it.
    """
    item, lying = item_of(holder), [g for g in guests if not _is_slender(g)]
    if not item.hollow or shelves(item):
        return {}, []
    stems = [g for g in guests if _is_slender(g)]
    if len(stems) > 1 and not lying:
        thin = min(1.0, BUNCHED * min(item.size[0], item.size[2]) / item_of(stems[0]).span)
        return ({g.id: (thin, 1.0, thin) for g in stems} if thin < 1.0 else {}), []
    lidded = lidded or item.noun in CLOSED
    share = _room_in(item, [item_of(g) for g in lying], lidded=lidded) if lying else 1.0
    grow = 1.0
    if share < 1.0 and item.category in VESSELS and item.noun not in CLOSED and _is_usual(holder):
        grow = min(WIDER, 1.0 / share)
    share = min(1.0, floor(share * grow * 1000) / 1000)
    smaller = lying if share < 1.0 else []
    least = max((_least(g, LEAST_IN) for g in smaller), default=0.0)
    if share < least or not all(_is_usual(g) for g in smaller):
        return {}, []
    factors: Factors = {g.id: (share,) * 3 for g in smaller}
    if grow > 1.0:
        factors[holder.id] = (grow,) * 3
    return factors, [g.id for g in smaller]


def _room_in(item: Item, guests: Sequence[Item], *, lidded: bool) -> float:
    """The factor (0-1) at which the guests lie in ``item``, side by side and on one another."""
    factors = (f / 100 for f in range(100, 9, -2))
    return next((f for f in factors if _lies_in(item, guests, f, lidded=lidded)), 0.1)


def _lies_in(item: Item, guests: Sequence[Item], factor: float, *, lidded: bool) -> bool:
    highest = factor * max(g.size[1] for g in guests)
    if lidded and highest > TALL * item.size[1]:
        return False
    left, right, front, back = inner_region(item)
    wide, deep = right - left, back - front
    for guest in guests:
        small, large = sorted((factor * guest.size[0], factor * guest.size[2]))
        if small > min(wide, deep) or large > max(wide, deep):
            return False
    layers = max(1, min(LAYERS, int(TALL * item.size[1] / highest)))
    sides = [(factor * g.size[0], factor * g.size[2]) for g in guests]
    sides.sort(key=lambda s: -s[0] * s[1])
    return packed(inner_region(item), sides[: ceil(len(sides) / layers)], 0.0) is not None


def _below(roof: Wish, guests: Sequence[Wish]) -> tuple[Factors, list[NodeId]]:
    """Factors by which a thing rises and what is under it shrinks, and who shrinks."""
    item = item_of(roof)
    tall = [g for g in guests if not item_of(g).flat and g.recipe.size[1] > item.clear]
    if not tall or not item.clear:
        return {}, []
    highest = max(g.recipe.size[1] for g in tall) + CLEARANCE
    rise = min(highest / item.clear, HIGHER.get(item.noun, 1.0)) if _is_usual(roof) else 1.0
    room = item.clear * rise - CLEARANCE
    smaller = [g for g in tall if g.recipe.size[1] > room + 1e-6]
    shares = {g.id: floor(room / g.recipe.size[1] * 1000) / 1000 for g in smaller}
    if any(shares[g.id] < _least(g, LEAST_UNDER) or not _is_usual(g) for g in smaller):
        return {}, []
    factors: Factors = {g.id: (shares[g.id],) * 3 for g in smaller}
    if rise > 1.0:
        factors[roof.id] = (1.0, rise, 1.0)
    return factors, [g.id for g in smaller]


def _for_seats(table: Wish, seats: Sequence[Item]) -> tuple[float, float, float] | None:
    """Factors by which a table is long (a round one wide) enough for all around it, or None."""
    item = item_of(table)
    if item.noun not in DINING or not _is_usual(table) or not all(s.small_seat for s in seats):
        return None
    place = max(s.size[0] for s in seats) + ELBOW
    if item.noun == "round table":
        by = min(WIDEST_ROUND, len(seats) * place / pi - RING_OUT) / item.size[0]
        return (by, 1.0, by) if by > 1.0 else None
    side = ceil((len(seats) - 2) / 2) * place
    by = min(LONGEST_TABLE, side) / item.size[0]
    return (by, 1.0, 1.0) if by > 1.0 else None


def _to_span(bridge: Wish, water: Wish) -> tuple[float, float, float]:
    """Factors by which a bridge is as long as what is below it needs, and leaves some to see."""
    wide, high, deep = bridge.recipe.size
    short, long = sorted((water.recipe.size[0], water.recipe.size[2]))
    lengthwise = min(1.0, SPANNED * short / max(wide, deep))
    across = min(1.0, BROAD * long / min(wide, deep))
    factors = (lengthwise, across) if wide >= deep else (across, lengthwise)
    return factors[0], max(lengthwise, 1.0 / high), factors[1]


def _is_slender(wish: Wish) -> bool:
    """Whether it stands in the mouth of what it is in, as flowers do in a vase."""
    item = item_of(wish)
    return item.category == "plant" and item.noun != "log"


def _is_usual(wish: Wish) -> bool:
    """Whether it is as large as its noun says, so that no words measure it."""
    row = noun_table().get(wish.recipe.noun)
    return row is not None and row.size == wish.recipe.size


def _least(wish: Wish, usual: float) -> float:
    """Down to which share of its size it may be made smaller."""
    category = item_of(wish).category
    if category == "person":
        return SEATED
    return 1.0 if category in FIXED else usual


def _resized(wish: Wish, factors: tuple[float, float, float]) -> Wish:
    wide, high, deep = (
        round(side * by, 4) for side, by in zip(wish.recipe.size, factors, strict=True)
    )
    recipe = wish.recipe.model_copy(update={"size": (wide, high, deep)})
    return wish.model_copy(update={"recipe": recipe})


def _with_slots(old: Sequence[Wish], new: Mapping[NodeId, Wish]) -> tuple[Wish, ...]:
    """The new wishes; what differs from those it was equal to has a slot of its own kind."""
    taken: dict[str, list[Wish]] = {}
    made: list[Wish] = []
    for was in old:
        wish = new[was.id]
        alike = taken.setdefault(was.slot, [])
        twin = next((a for a in alike if a.recipe == wish.recipe), None)
        slot = twin.slot if twin is not None else was.slot
        if twin is None and alike:
            slot = f"{was.slot}-fitted-{len(alike)}"
        wish = wish.model_copy(update={"slot": slot})
        if twin is None:
            alike.append(wish)
        made.append(wish)
    return tuple(made)


def _told(kind: Kind, host: Wish, smaller: Sequence[Wish]) -> str:
    """What was made smaller, in words for people."""
    label, high = smaller[0].recipe.label, max(w.recipe.size[1] for w in smaller)
    who = f"The {label}" if len(smaller) == 1 else f"Each {label}"
    where = "in" if kind is Kind.IN else "under"
    return f"{who} is a small one, {high:.2f} m high, to fit {where} the {host.recipe.label}."
