"""Formations: things that are placed as one, in rows side by side and one behind the other.

Rows that words ask for; such rows behind each other, with aisles; and companies: several alike that
are asked to stand on the same side of the same thing, which people expect in line along it.
Where the whole goes is ``search``'s to find.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from consumers.layout.model import Placed, Size
from consumers.layout.search.board import NO_MARGINS, Margins
from consumers.layout.search.goals import ASKED, SHELL, Goal, K, Plan
from consumers.layout.search.runs import is_run
from consumers.layout.space.geometry import turn_point
from consumers.layout.space.land import COUPLED, RAILED, is_a
from consumers.layout.space.pairs import AXES
from consumers.layout.space.traits import Item
from schemas.decomposition import Relation
from schemas.ids import NodeId
from schemas.model import Vec3

AISLE = 0.72
"""Metres between rows that people must get at: a person's width, and a little."""

USED = ("furniture", "appliance")
"""Categories of what people must get at."""

GAPS = (0.3, 0.12, 0.02)
"""Gaps in a row, as shares of its widest member: the first that leaves room is taken."""

WIDEST_GAP = 1.5
"""Metres between neighbours at most."""

RUN_GAP = 0.005
"""Metres between the units of a run."""

LONGEST = 1.3
"""So much longer than what it stands along a company's row may be."""

LONGEST_SHARE = 0.85
"""The share of a room's width that a row takes at most without need."""

DRAWN_UP = (K.AROUND, K.BEHIND, K.NEXT_TO, K.NEAR, K.IN_FRONT_OF)
"""How chairs are asked to stand at desks."""

SIDES = (K.RIGHT_OF, K.LEFT_OF, K.IN_FRONT_OF, K.BEHIND)
"""Who stands at a thing's own left, right, front and back while it faces the viewer."""

WALL_YAWS = {"back": 180.0, "left": 90.0, "right": 270.0}
"""The yaw of what has its back to each wall."""

Rows = tuple[tuple[NodeId, ...], ...]


@dataclass(frozen=True, slots=True)
class Formation:
    """``rows``: the one nearest to the viewer first, each from the viewer's left to right.

    ``upright``: it must face the viewer or look away. ``company``: nobody asked for rows.
    ``aisle``: metres between its rows at least, where seats are drawn up to its members.
    ``run``: its members touch, with their backs in one line. ``file``: it is one train.
    """

    rows: Rows
    upright: bool = False
    company: bool = False
    aisle: float = 0.0
    run: bool = False
    file: bool = False

    @property
    def members(self) -> tuple[NodeId, ...]:
        return tuple(n for row in self.rows for n in row)


FAR = (NodeId("room-back-wall"),)
"""What those look at whose backs the viewer sees."""


@dataclass(frozen=True, slots=True)
class Block:
    """A formation as one thing that behaves as its first member, and where each member is in it.

    ``spots``: per member the centre in the block's frame (metres to its local +x and +z).
    ``turned``: the members that look the other way: rows back to back.
    """

    item: Item
    spots: Mapping[NodeId, tuple[float, float]]
    turned: frozenset[NodeId] = frozenset()


def formations_of(plan: Plan, items: Mapping[NodeId, Item]) -> tuple[Formation, ...]:
    """The rows of a plan, linked where one stands behind another, and its companies."""
    rows = [
        replace(f, aisle=_aisle(f, plan, items), run=is_run([items[n].noun for n in f.members]))
        for f in _linked(plan)
    ]
    rows = [_in_file(f, items) for f in rows]
    taken = {n for f in rows for n in f.members}
    return (*rows, *_companies(plan.goals, items, taken))


def _in_file(formation: Formation, items: Mapping[NodeId, Item]) -> Formation:
    """A row of what runs on rails: one behind the other."""
    if len(formation.rows) > 1 or not all(is_a(items[n], RAILED) for n in formation.members):
        return formation
    return replace(formation, rows=tuple((n,) for n in formation.members), file=True)


def _linked(plan: Plan) -> list[Formation]:
    """The rows, those that are said to stand behind each other in one formation."""
    row_of = {n: row for row in plan.rows for n in row}
    behind: dict[tuple[NodeId, ...], tuple[NodeId, ...]] = {}
    for goal in plan.goals:
        if goal.kind not in (K.BEHIND, K.IN_FRONT_OF) or len(goal.targets) != 1:
            continue
        back, front = row_of.get(goal.subject), row_of.get(goal.targets[0])
        if goal.kind is K.IN_FRONT_OF:
            back, front = front, back
        if back and front and back != front and front not in behind:
            behind[front] = back
    firsts = [row for row in plan.rows if row not in behind.values()]
    found: list[Formation] = []
    for row in firsts:
        chain = [row]
        while chain[-1] in behind:
            chain.append(behind[chain[-1]])
        found.append(Formation(tuple(chain), upright=len(chain) > 1))
    circled = [row for row in plan.rows if all(row not in f.rows for f in found)]
    return [*found, *(Formation((row,)) for row in circled)]


def _aisle(formation: Formation, plan: Plan, items: Mapping[NodeId, Item]) -> float:
    """Metres between rows of desks: who sits there needs a chair, and a way behind it."""
    members = set(formation.members)
    drawn_up = [
        items[g.subject].size[2]
        for g in plan.goals
        if g.kind in DRAWN_UP and items[g.subject].small_seat and members & set(g.targets)
    ]
    return AISLE + max(drawn_up) if drawn_up and not members & _subjects(plan) else 0.0


def _subjects(plan: Plan) -> set[NodeId]:
    """Who is drawn up to something."""
    return {g.subject for g in plan.goals if g.kind is K.AROUND}


def _companies(
    goals: Sequence[Goal], items: Mapping[NodeId, Item], taken: set[NodeId]
) -> Iterator[Formation]:
    """Equal things on the floor of which words say nothing but on which side of what they are."""
    groups: dict[object, list[NodeId]] = {}
    told: dict[NodeId, list[Goal]] = {}
    for goal in goals:
        told.setdefault(goal.subject, []).append(goal)
    for node, own in told.items():
        item = items[node]
        sides = [g for g in own if g.asked and g.kind in AXES and g.targets and g.gap is None]
        alone = len(own) == len(sides) == 1 and node not in taken
        if alone and item.placement in ("floor", "outdoor") and not item.flat:
            key = (sides[0].kind, sides[0].targets, item.slot, item.size)
            groups.setdefault(key, []).append(node)
    named = {t for g in goals if g.asked for t in g.targets}
    for members in groups.values():
        if len(members) > 1 and not named & set(members):
            yield Formation((tuple(members),), upright=True, company=True)


def blocks_of(
    formation: Formation,
    items: Mapping[NodeId, Item],
    goals: Sequence[Goal],
    away: frozenset[NodeId] = frozenset(),
    opposed: frozenset[NodeId] = frozenset(),
) -> Iterator[Block]:
    """The formation as one thing, in the shapes worth trying, the most pleasing first.

    ``away``: who are asked to look at the far wall, see ``look_away``; ``opposed``: who look at a
    row behind them, see ``opposed_to``.
    """
    shapes = [formation.rows]
    if formation.company:
        shapes = _shapes(formation.members, items, goals)
    if formation.run:
        yield _flush(_block(formation.rows, items, RUN_GAP, frozenset(), 0.0), items)
    if formation.file:
        coupled = COUPLED * max(items[n].span for n in formation.members)
        yield _block(formation.rows, items, 0.0, frozenset(), coupled, loose=False)
        return
    widest = max(items[n].size[0] for n in formation.members)
    for rows in shapes:
        for share in GAPS:
            gap = min(WIDEST_GAP, share * widest)
            yield _block(rows, items, gap, away | opposed, formation.aisle)


def _flush(block: Block, items: Mapping[NodeId, Item]) -> Block:
    """The block of one row with the backs of all its members in one line."""
    back = block.item.size[2] / 2
    spots = {n: (x, items[n].size[2] / 2 - back) for n, (x, _) in block.spots.items()}
    return replace(block, spots=spots)


def opposed_to(formation: Formation, goals: Sequence[Goal]) -> frozenset[NodeId]:
    """Who of the first of two rows is asked to face the other row."""
    if len(formation.rows) != 2:
        return frozenset()
    first, second = (set(row) for row in formation.rows)
    asked = (g for g in goals if g.kind is K.FACING and g.asked and g.subject in first)
    return frozenset(first) if any(set(g.targets) & second for g in asked) else frozenset()


def along_walls(goals: Sequence[Goal]) -> tuple[float, ...]:
    """The yaws at which a row that is asked to be against a wall has its long side there."""
    asked = [g for g in goals if g.kind is K.AGAINST_WALL and g.asked and not g.targets]
    if not asked:
        return ()
    named = asked[0].source.targets if asked[0].source is not None else ()
    sides = [WALL_YAWS[SHELL[t]] for t in named if SHELL.get(t) in WALL_YAWS]
    return tuple(sides or WALL_YAWS.values())


def at_a_side(goals: Sequence[Goal]) -> bool:
    """Whether it is asked to be at the left or the right of the scene, along which it may run."""
    return any(g.kind in (K.LEFT_OF, K.RIGHT_OF) and g.asked and not g.targets for g in goals)


def look_away(goals: Sequence[Goal]) -> frozenset[NodeId]:
    """Who is asked to look at the far wall; rows look at the viewer where nobody says so."""
    return frozenset(
        g.subject
        for g in goals
        if g.kind is K.FACING and g.source is not None and g.source.targets == FAR
    )


def opposite_walls(goals: Sequence[Goal], items: Mapping[NodeId, Item]) -> frozenset[NodeId]:
    """What something on a wall is opposite: the only wall that rows may look at is the far one."""
    return frozenset(
        t
        for g in goals
        if g.kind is K.OPPOSITE and items[g.subject].placement == "wall"
        for t in g.targets
    )


def to_the_far_wall(node: NodeId) -> Goal:
    """That it looks at the far wall."""
    asked = Relation(kind=K.FACING, subject=node, targets=FAR)
    return Goal(K.FACING, node, (), ASKED, source=asked)


def host_margins(
    formations: Sequence[Formation], items: Mapping[NodeId, Item], plan: Plan, width: float
) -> dict[NodeId, Margins]:
    """The room (metres) wanted free at one side of what a company stands beside.

    ``width``: the room's; what is longer stands in one more row.
    """
    found: dict[NodeId, Margins] = {}
    for formation in formations:
        head = next((g for g in plan.goals if g.subject == formation.members[0]), None)
        if not formation.company or head is None:
            continue
        across = AXES[head.kind][0] == "x"
        sizes = [b.item.size for b in blocks_of(formation, items, plan.goals)][:: len(GAPS)]
        fitting = [s for s in sizes if s[2 if across else 0] <= LONGEST_SHARE * width]
        deep = (fitting or sizes)[0][0 if across else 2] + 0.1
        for target in head.targets:
            sides = list(found.get(target, NO_MARGINS))
            sides[SIDES.index(head.kind)] = deep
            found[target] = (sides[0], sides[1], sides[2], sides[3])
    return found


def _shapes(
    members: Sequence[NodeId], items: Mapping[NodeId, Item], goals: Sequence[Goal]
) -> list[Rows]:
    """In as few rows as are not much longer than what they stand along, or one row more."""
    goal = next(g for g in goals if g.subject in members)
    across = AXES[goal.kind][0] == "x"
    targets = [items[t] for t in goal.targets]
    item = items[members[0]]
    along = sum(t.size[2 if across else 0] for t in targets)
    own = item.size[2] if across else item.size[0]
    fit = max(4, int(LONGEST * (along + own) / (own * (1 + GAPS[1]))))
    least = ceil(len(members) / fit)
    counts = [n for n in (least, least + 1) if n <= len(members)]
    return [_files(members, n) if across else _ranks(members, n) for n in counts]


def _ranks(members: Sequence[NodeId], count: int) -> Rows:
    """In ``count`` rows, one behind the other."""
    long = ceil(len(members) / count)
    return tuple(tuple(members[i : i + long]) for i in range(0, len(members), long))


def _files(members: Sequence[NodeId], count: int) -> Rows:
    """In ``count`` files side by side: rows of so many, one behind the other."""
    return tuple(tuple(members[i : i + count]) for i in range(0, len(members), count))


def _block(
    rows: Rows,
    items: Mapping[NodeId, Item],
    gap: float,
    away: frozenset[NodeId],
    least: float,
    *,
    loose: bool = True,
) -> Block:
    """The block of these rows, with ``gap`` metres between neighbours, ``least`` between rows;
    ``away``: who look at the far wall, which counts where the first row does not; not ``loose``:
    nobody walks between rows."""
    lines = [[items[n] for n in row] for row in rows]
    widths = [sum(i.size[0] for i in line) + gap * (len(line) - 1) for line in lines]
    depths = [max(i.size[2] for i in line) for line in lines]
    used = any(i.seat or i.front or i.category in USED for line in lines for i in line)
    whole = rows[0][0] in away and away != frozenset(rows[0])
    turned = frozenset() if whole else away & {n for row in rows for n in row}
    aisle = max(AISLE if used and not turned else 0.1, gap, least) if loose else least
    depth = sum(depths) + aisle * (len(lines) - 1)
    size: Size = (max(widths), max(i.size[1] for line in lines for i in line), depth)
    spots: dict[NodeId, tuple[float, float]] = {}
    z = depth / 2
    for line, wide, deep in zip(lines, widths, depths, strict=True):
        x = wide / 2
        for item in line:
            spots[item.id] = x - item.size[0] / 2, z - deep / 2
            x -= item.size[0] + gap
        z -= deep + aisle
    return Block(replace(lines[0][0], size=size), spots, turned)


def split(
    placed: Placed, block: Block, items: Mapping[NodeId, Item], *, fixed: bool
) -> list[Placed]:
    """The members' places in a placed block: on a wall flush with it, at the ceiling hung from it.

    ``fixed``: the first row is the one nearest to the viewer, even where the block looks away.
    """
    turned = fixed and placed.yaw < 1.0
    found = []
    for node, (x, z) in block.spots.items():
        item = items[node]
        flush = (item.size[2] - block.item.size[2]) / 2 if placed.kind == "wall" else None
        raised = block.item.size[1] - item.size[1] if placed.kind == "ceiling" else 0.0
        local = flush if flush is not None else -z if turned else z
        dx, dz = turn_point(x, local, placed.yaw)
        position = Vec3(
            x=round(placed.position.x + dx, 6),
            y=round(placed.position.y + raised, 6),
            z=round(placed.position.z + dz, 6),
        )
        yaw = (placed.yaw + 180.0) % 360.0 if node in block.turned else placed.yaw
        found.append(replace(placed, id=node, position=position, size=item.size, yaw=yaw))
    return found
