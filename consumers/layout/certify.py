"""The certificate: an account, independent of the search, of whether a layout is sound.

It looks at finished placements only: pairs, bounds, support, doors, ways, fronts, seats, sizes, and
each relation that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from consumers.layout.model import TOUCH, Certificate, Placed, Room
from consumers.layout.search.board import lies_flat
from consumers.layout.search.goals import Goal
from consumers.layout.space.access import doors_of, in_the_swing, seats_at_tables, unreached
from consumers.layout.space.bounds import margin
from consumers.layout.space.geometry import Boxes, Floats, gaps
from consumers.layout.space.measures import HOLDS, View, misfit
from consumers.layout.space.poses import pose_of
from consumers.layout.space.supports import share_held, supported
from consumers.layout.space.traits import Item
from consumers.layout.space.ways import ways_of
from consumers.lexicon.words.nouns import noun_table
from schemas.ids import NodeId

SIZE_RANGE = 3.0


def certify(
    room: Room,
    items: Mapping[NodeId, Item],
    placed: Mapping[NodeId, Placed],
    new: Iterable[NodeId],
    kept: int = 0,
    total: int = 0,
) -> Certificate:
    """Check everything about the ``new`` things among ``placed``, and the ways between all."""
    fresh = [n for n in new if n in placed]
    pairs, gaps_found = _gaps_of_pairs(items, placed, set(fresh), roofed=room.roofed)
    colliding = [pair for pair, gap in gaps_found.items() if gap < -TOUCH]
    margins = {n: _margin(room, items[n], placed[n]) for n in fresh}
    outside = [n for n, margin in margins.items() if margin < -TOUCH]
    loose = [n for n in fresh if not supported(room, items, placed, n)]
    shares = [share_held(items[c.id], p, c) for p, c in _resting(placed, fresh)]
    ways = ways_of(room, items, placed)
    lost, fronts = unreached(ways, items, placed)
    doors = doors_of(items, placed)
    shut = [d for d in doors if in_the_swing(room, items, placed, d)]
    seats, astray = seats_at_tables(items, placed, fresh)
    faulty = [*(n for pair in colliding for n in pair), *outside, *loose, *shut, *lost, *astray]
    return Certificate(
        pairs=pairs,
        clearance=min(gaps_found.values(), default=float("inf")),
        collisions=len(colliding),
        out_of_bounds=len(outside),
        unsupported=len(loose),
        relations_kept=kept,
        relations_total=total,
        bounds_margin=min(margins.values(), default=float("inf")),
        support=min(shares, default=1.0),
        doors=len(doors),
        doors_free=len(doors) - len(shut),
        walkways=ways.entrances,
        walkways_free=ways.open,
        fronts=fronts,
        fronts_reachable=fronts - len(lost),
        seats=seats,
        seats_facing=seats - len(astray),
        sizes=sum(1 for n in fresh if items[n].noun),
        sizes_usual=sum(1 for n in fresh if items[n].noun and usual_size(items[n])),
        floating=sum(placed[n].kind == "air" for n in fresh),
        faulty=tuple(dict.fromkeys(faulty)),
    )


def _resting(
    placed: Mapping[NodeId, Placed], fresh: Iterable[NodeId]
) -> Iterator[tuple[Placed, Placed]]:
    """The things that stand on or in another one, each with what carries it."""
    for node in fresh:
        thing = placed[node]
        if thing.on is not None and thing.on in placed and thing.kind in ("top", "inside"):
            yield thing, placed[thing.on]


def view_of(room: Room, items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed]) -> View:
    """What goals are measured in, from finished placements."""
    return View(
        room,
        {n: pose_of(items[n], p) for n, p in placed.items()},
        {n: p.on for n, p in placed.items()},
    )


def holds(goal: Goal, view: View) -> bool:
    """Whether a goal is kept by finished placements."""
    missed = misfit(goal, view)
    return missed is not None and float(np.max(missed)) <= HOLDS


def row_holds(row: Sequence[NodeId], placed: Mapping[NodeId, Placed]) -> bool:
    """Whether the members stand in a straight line, none far from the next."""
    if any(n not in placed for n in row):
        return False
    points = np.array([(placed[n].position.x, placed[n].position.z) for n in row])
    ends = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(ends, full_matrices=False)
    off_line = np.abs(ends @ axes[1]) if len(row) > 2 else np.zeros(1)
    along = np.sort(ends @ axes[0])
    width = max(max(placed[n].size[0], placed[n].size[2]) for n in row)
    return bool(off_line.max() < 0.1 + 0.1 * width and np.diff(along).max() < 2.0 * width + 1.6)


def _gaps_of_pairs(
    items: Mapping[NodeId, Item],
    placed: Mapping[NodeId, Placed],
    new: set[NodeId],
    *,
    roofed: bool,
) -> tuple[int, dict[tuple[NodeId, NodeId], float]]:
    """How many pairs have a new thing, and the gaps (metres) of those that may not share space."""
    ids = list(placed)
    fresh = np.array([n in new for n in ids], dtype=bool)
    wanted = np.triu(fresh[:, None] | fresh[None, :], 1)
    free = np.array([lies_flat(items[n], placed[n].kind) for n in ids], dtype=bool)
    at = {n: i for i, n in enumerate(ids)}
    shared = free[:, None] | free[None, :]
    for n in ids:
        for below in _below(placed, n):
            shared[at[n], at[below]] = shared[at[below], at[n]] = True
    spread = {n for n in ids if not roofed and lies_flat(items[n], placed[n].kind)}
    under = [_sheltered(placed, n, spread) for n in ids]
    apart = _gap_table(items, list(placed.values()), under)
    pairs = zip(*np.nonzero(wanted & ~shared), strict=True)
    return int(wanted.sum()), {(ids[a], ids[b]): float(apart[a, b]) for a, b in pairs}


def _gap_table(
    items: Mapping[NodeId, Item], things: Sequence[Placed], sheltered: Sequence[bool]
) -> Floats:
    """The gap in space of every two things; what is sheltered may be in the room below others."""
    rows = [
        (p.position.x, p.position.z, p.yaw, p.size[0] / 2, p.size[2] / 2, p.position.y, p.size[1])
        for p in things
    ]
    x, z, yaw, half_w, half_d, low, high = np.array(rows, dtype=np.float64).reshape(-1, 7).T
    clear = np.array([items[p.id].clear for p in things])
    under = np.array(sheltered, dtype=bool)
    shades = np.array([items[p.id].shades for p in things], dtype=bool)
    above = low[:, None] + clear[:, None] * (under | shades[:, None]) - (low + high)
    boxes = Boxes(x, z, yaw, half_w, half_d)
    table: Floats = np.maximum(np.maximum(above, above.T), gaps(boxes.column, boxes))
    if not shades.any():
        return table
    half = np.array([items[p.id].stem / 2 for p in things])
    apart = gaps(Boxes(x, z, yaw, half, half).column, boxes)
    whole = low[:, None] - (low + high)
    stems = np.maximum(np.maximum(whole, whole.T), apart)
    table = np.where(shades[:, None], np.minimum(table, stems), table)
    return np.where(shades, np.minimum(table, stems.T), table)


def _sheltered(placed: Mapping[NodeId, Placed], node: NodeId, spread: set[NodeId]) -> bool:
    """Whether it, or what carries it, may stand under something; ``spread``: what lies flat on open
    ground, where there is as much room as beside it."""
    return any(placed[n].kind == "under" or n in spread for n in (node, *_below(placed, node)))


def _below(placed: Mapping[NodeId, Placed], node: NodeId) -> set[NodeId]:
    found: set[NodeId] = set()
    at = placed[node].on
    while at is not None and at in placed and at not in found:
        found.add(at)
        at = placed[at].on
    return found


def _margin(room: Room, item: Item, placed: Placed) -> float:
    """Metres to the nearest edge of the room, floor and ceiling included; negative: outside."""
    p = placed.position
    sides = float(margin(room, pose_of(item, placed).boxes)[0])
    above = room.y + room.height - p.y - placed.size[1] if room.roofed else sides
    return min(sides, above, p.y - room.y if p.y < room.y else sides)


def usual_size(item: Item) -> bool:
    """Whether each side is within the range of its class: a third to three times the table's."""
    known = noun_table()[item.noun].size
    return all(
        usual / SIZE_RANGE <= side <= usual * SIZE_RANGE
        for side, usual in zip(item.size, known, strict=True)
    )
