"""Sizes that follow from what is asked to be on a thing, where nobody says them.

A blanket that things are put on lies spread out and is not folded; a thing that no table knows is
as large as what stands on it needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import sqrt

from consumers.layout.search.packing import packed
from consumers.lexicon.sentences.expansion import Expanded
from consumers.lexicon.words.nouns import Noun, noun_table
from schemas.decomposition import Relation, Wish
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

FOLDED, SPREAD = "blanket", "beach towel"
"""The noun of folded cloth, and the one of cloth that lies flat."""

CLOTH = (1.8, 1.5)
"""Width and depth (metres) of a spread blanket."""

STANDIN = (0.6, 0.6, 0.6)
"""The size of a thing of which nothing is known."""

LITTLE = (0.2, 0.2, 0.2)
"""The size of such a thing that lies on another."""

SLABS = frozenset({"block", "cake"})
"""What is made as long as what lies on it."""

NATURAL = frozenset({"rock"})
"""What nature makes in every size: a lighthouse stands on a large rock, a gull on a small one."""

HIGH = 2.0
"""Metres up to which a rock grows with what is on it."""

PLINTHS = frozenset({"pedestal"})
"""What is made as large as the one thing that it shows."""

ROPES = (0.7, 1.5, 0.45)
"""The size of a swing on ropes, metres."""

EDGE = 0.1
"""Metres by which a plinth is wider than what stands on it."""

RACKED = 0.35
"""Metres: what is smaller goes into racks and holders that are as small."""

WIDEST = 1.5
"""So much wider than usual a table is that has to hold what is asked on it."""

ELBOWS = 1.08
"""So much of a bench each of those takes who sit on it, as a share of their own width."""

LONGEST_BOARD, DEEPEST_BOARD = 1.8, 0.4
"""Metres to which a shelf on a wall grows with what stands on it."""

CROWDED = 1.3
"""As much more than the area of what is on it the top of a table has at least."""

STICKING = 0.95
"""The share of the longest thing on it that a table is long at least."""

_BESIDE = (Kind.NEXT_TO, Kind.LEFT_OF, Kind.RIGHT_OF)

LOOSE = 1.6
"""As much more than the area of what stands on it a surface has."""


def spread(expanded: Expanded) -> Expanded:
    """The wishes with carriers in sizes that hold what words put on them."""
    things = {w.id: w for w in expanded.wishes}
    load: dict[str, list[Wish]] = {}
    lying = {r.subject for r in expanded.relations if r.kind in (Kind.ON, Kind.IN) and r.targets}
    carried: dict[NodeId, NodeId] = {}
    for relation in expanded.relations:
        if relation.kind is Kind.ON and relation.targets and relation.subject in things:
            carried[relation.subject] = relation.targets[0]
            load.setdefault(relation.targets[0], []).append(things[relation.subject])
    for relation in expanded.relations:
        board = carried.get(relation.targets[0]) if relation.targets else None
        beside = relation.kind in _BESIDE and relation.subject in things.keys() - carried.keys()
        if board is not None and beside and _is_shelf(things.get(board)):
            load[board].append(things[relation.subject])
    upon = {r.subject for r in expanded.relations if r.kind in (Kind.ON, Kind.IN)
            and any(t in things and things[t].recipe.known for t in r.targets)}  # fmt: skip
    for node in (upon & things.keys()) - load.keys():
        things[node] = _little(things[node])
    hung = {r.subject for r in expanded.relations if r.kind is Kind.HANGING_FROM and r.targets}
    for node in hung & things.keys():
        things[node] = _on_ropes(things[node])
    relations = tuple(_in_unknown(r, things) for r in expanded.relations)
    for relation in set(relations) - set(expanded.relations):
        rack = things[relation.targets[0]]
        inside = [things[r.subject] for r in relations if r.targets == relation.targets]
        things[rack.id] = _rack(rack, inside)
    wishes = tuple(
        _holding(w, load[w.id], w.id in lying) if w.id in load else w for w in things.values()
    )
    return replace(expanded, wishes=wishes, relations=relations)


def _is_shelf(wish: Wish | None) -> bool:
    """Whether it is a board on a wall, where also what is beside the things on it stands."""
    return wish is not None and wish.recipe.noun == "shelf"


def _in_unknown(relation: Relation, things: Mapping[NodeId, Wish]) -> Relation:
    """Small things "in a rack" that no table knows are on it, since a stand-in is solid."""
    if relation.kind is not Kind.IN or not {relation.subject, *relation.targets} <= things.keys():
        return relation
    holder = things[relation.targets[0]].recipe if relation.targets else None
    small = max(things[relation.subject].recipe.size) < RACKED
    if holder is None or holder.known or not small:
        return relation
    return relation.model_copy(update={"kind": Kind.ON})


def _rack(wish: Wish, guests: Sequence[Wish]) -> Wish:
    """A stand-in as large as the small things need that it holds."""
    wide, deep = (side + 0.1 for side in _surface(guests, (0.0, 0.0)))
    high = round(max(0.04, 0.5 * max(g.recipe.size[1] for g in guests)), 2)
    recipe = wish.recipe
    size = (min(recipe.size[0], wide), min(recipe.size[1], high), min(recipe.size[2], deep))
    return wish.model_copy(update={"recipe": recipe.model_copy(update={"size": size})})


def _little(wish: Wish) -> Wish:
    """A thing of which nothing is known but that it lies on or in another is a small one."""
    recipe = wish.recipe
    if recipe.known or recipe.size != STANDIN:
        return wish
    return wish.model_copy(update={"recipe": recipe.model_copy(update={"size": LITTLE})})


def _on_ropes(wish: Wish) -> Wish:
    """A swing that hangs from a branch is a seat on ropes and has no frame on the ground."""
    recipe = wish.recipe
    if recipe.noun != "swing" or recipe.size != noun_table()["swing"].size:
        return wish
    return wish.model_copy(update={"recipe": recipe.model_copy(update={"size": ROPES})})


def _holding(wish: Wish, guests: Sequence[Wish], lies_on_another: bool) -> Wish:
    recipe = wish.recipe
    if recipe.noun == FOLDED and recipe.size == noun_table()[FOLDED].size and not lies_on_another:
        flat = noun_table()[SPREAD]
        wide, deep = _surface(guests, CLOTH)
        size = (wide, flat.size[1], deep)
        recipe = recipe.model_copy(update={"noun": SPREAD, "size": size})
    elif recipe.noun in NATURAL and recipe.size == noun_table()[recipe.noun].size:
        wide, deep = _surface(guests, (recipe.size[0], recipe.size[2]))
        factor = max(1.0, wide / recipe.size[0], deep / recipe.size[2])
        high = min(recipe.size[1] * factor, HIGH)
        size = (recipe.size[0] * factor, max(high, recipe.size[1]), recipe.size[2] * factor)
        recipe = recipe.model_copy(update={"size": size})
    elif recipe.noun in PLINTHS and recipe.size == noun_table()[recipe.noun].size:
        shown = (max(g.recipe.size[0], g.recipe.size[2]) for g in guests)
        wide = max(recipe.size[0], EDGE + max(shown))
        size = (round(wide, 2), recipe.size[1], round(wide, 2))
        recipe = recipe.model_copy(update={"size": size})
    elif not recipe.known and recipe.size == STANDIN:
        least, high = (LITTLE[0], 0.3 * LITTLE[1]) if lies_on_another else STANDIN[:2]
        wide, deep = _surface(guests, (least, least))
        recipe = recipe.model_copy(update={"size": (wide, high, deep)})
    elif recipe.noun in SLABS and recipe.size == noun_table()[recipe.noun].size:
        wide, deep = _surface(guests, (recipe.size[0], recipe.size[2]))
        recipe = recipe.model_copy(update={"size": (wide, recipe.size[1], deep)})
    elif recipe.noun == "shelf" and recipe.size[::2] == noun_table()["shelf"].size[::2]:
        recipe = recipe.model_copy(update={"size": _lengthened(recipe.size, guests)})
    elif (row := noun_table().get(recipe.noun)) is not None and _is_board(row, recipe.size):
        recipe = recipe.model_copy(update={"size": _widened(recipe.size, guests)})
    elif row is not None and row.seat and recipe.size == row.size and len(guests) > 1:
        wide = min(WIDEST * recipe.size[0], sum(ELBOWS * g.recipe.size[0] for g in guests))
        size = (round(max(recipe.size[0], wide), 2), *recipe.size[1:])
        recipe = recipe.model_copy(update={"size": size})
    return wish.model_copy(update={"recipe": recipe})


def _is_board(row: Noun, size: tuple[float, float, float]) -> bool:
    """Whether it is a table, a desk or the like, as large as nobody said."""
    carries = row.category == "furniture" and row.top == 1.0 and not row.seat
    return carries and row.placement == "floor" and size[::2] == row.size[::2]


def _lengthened(
    size: tuple[float, float, float], guests: Sequence[Wish]
) -> tuple[float, float, float]:
    """A board on a wall (metres) that the guests stand side by side on, up to a length."""
    sizes = [g.recipe.size for g in guests]
    long = sum(max(wide, deep) for wide, _, deep in sizes) * 1.1
    deep = max(min(wide, deep) for wide, _, deep in sizes)
    wide = min(max(size[0], long), LONGEST_BOARD)
    return round(wide, 2), size[1], round(min(max(size[2], deep), DEEPEST_BOARD), 2)


def _widened(
    size: tuple[float, float, float], guests: Sequence[Wish]
) -> tuple[float, float, float]:
    """``size`` (metres) of furniture that the guests have room on, ``WIDEST`` times as wide and
    deep at most; as it is where they have."""
    sizes = [g.recipe.size for g in guests]
    longest = max(max(wide, deep) for wide, _, deep in sizes)
    area = sum(wide * deep for wide, _, deep in sizes)
    if STICKING * longest > WIDEST * size[0] or area > WIDEST**2 * size[0] * size[2]:
        return size  # which is told
    grown = min(WIDEST, max(1.0, sqrt(CROWDED * area / (size[0] * size[2]))))
    while grown < WIDEST and not _has_room(size[0] * grown, size[2] * grown, guests):
        grown = min(WIDEST, grown + 0.05)
    wide = max(size[0] * grown, min(WIDEST * size[0], STICKING * longest))
    deep = wide if size[0] == size[2] else size[2] * grown
    return round(wide, 2), size[1], round(deep, 2)


def _has_room(wide: float, deep: float, guests: Sequence[Wish]) -> bool:
    """Whether the guests stand side by side on a top of that size (metres)."""
    sides = [(g.recipe.size[0], g.recipe.size[2]) for g in guests]
    return packed((0.0, wide, 0.0, deep), sides) is not None


def _surface(guests: Sequence[Wish], least: tuple[float, float]) -> tuple[float, float]:
    """Width and depth (metres) of a surface for the guests, half as wide again as deep."""
    sizes = [g.recipe.size for g in guests]
    deep = sqrt(LOOSE * sum(wide * deep for wide, _, deep in sizes) / 1.5)
    longest = max(max(wide, deep) for wide, _, deep in sizes)
    broadest = max(min(wide, deep) for wide, _, deep in sizes)
    wide = max(least[0], 1.05 * longest, 1.5 * deep)
    return round(wide, 2), round(max(least[1], 1.05 * broadest, deep), 2)
