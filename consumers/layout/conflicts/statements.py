"""What each relation says, as linear inequalities: ``measures`` and ``pairs`` for the exact model.

Every statement is implied by the measure it stands for: what is not linear in it (angles, lines) is
left out, so that a proof from these statements is one about the measures. ``guide`` adds what only
helps to find a floor plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from consumers.layout.conflicts.linear import Expr, Program
from consumers.layout.model import Room
from consumers.layout.search.goals import HELD_BY, SHELL, Goal, K, Kind
from consumers.layout.space.distances import asked_distance
from consumers.layout.space.measures import ANY
from consumers.layout.space.pairs import CONE, IN_LINE
from consumers.layout.space.traits import Item
from schemas.ids import NodeId

ASIDE = 0.35
"""How far aside (metres per metre ahead) a thing is still faced: a little less than measured."""

SIDEWAYS = (K.LEFT_OF, K.RIGHT_OF, K.IN_FRONT_OF, K.BEHIND)

NEARNESS: dict[Kind, tuple[float, float]] = {
    K.NEXT_TO: (0.3, 0.3),
    K.NEAR: (1.2, 1.0),
    K.AROUND: (0.5, 0.6),
    K.LEFT_OF: (1.0, 0.7),
    K.RIGHT_OF: (1.0, 0.7),
    K.IN_FRONT_OF: (2.6, 0.7),
    K.BEHIND: (2.6, 0.7),
}
"""How far apart ``pairs`` still counts: these metres, or this share of the larger thing if more."""

SIDES = ("back", "left", "right")


@dataclass(frozen=True, slots=True)
class Box:
    """A thing's unknowns, in metres: centre, and half extents along the world's axes.

    ``reach``: what it fills for sure; ``far``: what it fills at most (more, where it may be
    askew). ``askew``: gaps to it are then measured along its own axes, not the room's.
    """

    item: Item
    x: Expr
    z: Expr
    reach_x: Expr
    reach_z: Expr
    far_x: Expr
    far_z: Expr
    turned: Expr
    askew: bool = False


def state(
    program: Program, goal: Goal, boxes: Mapping[NodeId, Box], room: Room, within: float
) -> None:
    """Demand ``goal``, missed by at most ``within`` metres."""
    subject = boxes[goal.subject]
    targets = [boxes[t] for t in goal.targets]
    if goal.at is not None or asked_distance(goal) is not None:
        return
    if not targets:
        _to_room(program, goal, subject, room, within)
    elif goal.kind is K.BETWEEN:
        if len(targets) == 2:
            _between(program, subject, targets[0], targets[1], within)
    elif goal.turned or goal.kind is K.IN_CENTER:
        return  # its own sides count, too, however it is turned; its middle may be above it
    elif goal.kind in SIDEWAYS:
        for target in targets:
            _beside(program, goal, subject, target, within, near=len(targets) == 1)
    elif len(targets) == 1 or goal.kind not in ANY:
        for target in targets:
            _to_thing(program, goal, subject, target, within)


def guide(program: Program, goal: Goal, boxes: Mapping[NodeId, Box]) -> None:
    """Let a right-angled subject look at what it should face: ahead of it, and not far aside."""
    if goal.kind is not K.FACING or len(goal.targets) != 1:
        return
    a, b = boxes[goal.subject], boxes[goal.targets[0]]
    dx, dz = b.x.minus(a.x), b.z.minus(a.z)
    ways = []
    for ahead, aside, turned in ((dz, dx, False), (dx, dz, True)):
        as_turned = a.turned.times(-1.0).plus(1.0) if turned else a.turned
        for sign in (1.0, -1.0):
            most = ahead.times(sign * ASIDE)
            ways.append([aside.minus(most), aside.times(-1.0).minus(most)])
            if a.turned.terms:
                ways[-1].append(as_turned)
    program.one_group(ways)


def _to_thing(program: Program, goal: Goal, a: Box, b: Box, within: float) -> None:
    kind, dx, dz = goal.kind, a.x.minus(b.x), a.z.minus(b.z)
    flat = a.item.flat or b.item.flat
    if kind in (K.NEXT_TO, K.NEAR, K.AROUND, K.AGAINST_WALL):
        near = K.NEXT_TO if kind is K.AGAINST_WALL else kind
        limit = _limit(near, a, b, within + _fellows(goal, a))
        program.within(dx, a.far_x.plus(b.far_x).plus(limit))
        program.within(dz, a.far_z.plus(b.far_z).plus(limit))
    elif kind in HELD_BY and not flat:
        program.within(dx, a.far_x.plus(b.far_x))
        program.within(dz, a.far_z.plus(b.far_z))
    elif kind is K.UNDER and not flat and b.item.placement not in ("wall", "ceiling"):
        program.within(dx, 0.5 * b.item.span + within)
        program.within(dz, 0.5 * b.item.span + within)
    elif kind is K.IN_CENTER:
        program.within(dx, 0.15 * b.item.span + within)
        program.within(dz, 0.15 * b.item.span + within)


def _beside(program: Program, goal: Goal, a: Box, b: Box, within: float, *, near: bool) -> None:
    """On that side of it; in line with it and not far, where it is the only one."""
    sideways = goal.kind in (K.LEFT_OF, K.RIGHT_OF)
    sign = 1.0 if goal.kind in (K.RIGHT_OF, K.BEHIND) else -1.0
    dx, dz = a.x.minus(b.x), a.z.minus(b.z)
    along, across = (dx, dz) if sideways else (dz, dx)
    least = a.reach_x.plus(b.reach_x) if sideways else a.reach_z.plus(b.reach_z)
    far_x, far_z = a.far_x.plus(b.far_x), a.far_z.plus(b.far_z)
    length, breadth = (far_x, far_z) if sideways else (far_z, far_x)
    away = along.times(sign)
    program.at_most(least.minus(away), within)
    if not near:
        return
    program.at_most(away.minus(length), _limit(goal.kind, a, b, within + _fellows(goal, a)))
    aside = breadth.times(2 * IN_LINE).plus(away.times(CONE))
    program.within(across, aside.plus(within + _fellows(goal, a)))


def _fellows(goal: Goal, a: Box) -> float:
    """Metres that those who stand with it at the same target may push it away."""
    return (
        (max(goal.fellows, len(goal.ring)) - 1) * a.item.span if goal.ring or goal.fellows else 0.0
    )


def _limit(kind: Kind, a: Box, b: Box, within: float) -> float:
    """How far apart still counts; askew boxes may be farther apart along the room's axes."""
    least, share = NEARNESS[kind]
    limit = max(least, share * max(a.item.span, b.item.span)) + within
    return limit * (1.5 if a.askew or b.askew else 1.0)


def _between(program: Program, s: Box, a: Box, b: Box, within: float) -> None:
    """Along each axis no farther out than the ends, but for standing aside of the line."""
    aside = 0.3 * max(s.item.span, a.item.span, b.item.span) + 2 * within
    for at, one, other in ((s.x, a.x, b.x), (s.z, a.z, b.z)):
        ordered = [
            [
                low.minus(high),
                low.times(0.72).plus(high.times(0.28)).minus(at).plus(-aside),
                at.minus(low.times(0.28)).minus(high.times(0.72)).plus(-aside),
            ]
            for low, high in ((one, other), (other, one))
        ]
        program.one_group(ordered)


def _to_room(program: Program, goal: Goal, s: Box, room: Room, within: float) -> None:
    side = SHELL.get(goal.source.targets[0]) if goal.source and goal.source.targets else None
    if goal.kind is K.FACING:
        return  # which way it is turned, and not where it stands
    to_walls = side in SIDES or goal.kind in (K.AGAINST_WALL, K.ON_WALL, K.IN_CORNER)
    if room.notch is not None and to_walls and side != "right":
        return  # an L has further walls and corners, near its middle
    if side in SIDES or goal.kind in (K.AGAINST_WALL, K.ON_WALL):
        there = [w for w in room.sides if side not in SIDES or w == side]
        if there and s.item.placement != "ceiling":
            walls = [_from_wall(s, room, w) for w in there]
            program.one_of([wall.plus(-0.06 - within) for wall in walls])
        return
    dx, dz = s.x.minus(room.x), s.z.minus(room.z)
    match goal.kind:
        case K.IN_CORNER:
            limit = 0.3 if room.walled else 0.15 * min(room.width, room.depth)
            for away, reach, half in (
                (dx, s.far_x, room.width / 2),
                (dz, s.far_z, room.depth / 2),
            ):
                out = reach.times(-1.0).plus(half - limit - within)
                program.one_of([out.minus(away), out.plus(away)])
        case K.IN_CENTER:
            program.within(dx, 0.12 * room.width + within)
            program.within(dz, 0.12 * room.depth + within)
        case K.LEFT_OF:
            program.at_most(dx, within - room.width / 8)
        case K.RIGHT_OF:
            program.at_most(dx.times(-1.0), within - room.width / 8)
        case K.IN_FRONT_OF:
            program.at_most(dz, within - room.depth / 8)
        case K.BEHIND:
            program.at_most(dz.times(-1.0), within - room.depth / 8)


def _from_wall(s: Box, room: Room, side: str | None) -> Expr:
    """Metres from the footprint to a wall."""
    if side == "back":
        return s.z.plus(s.far_z).times(-1.0).plus(room.back)
    if side == "left":
        return s.x.minus(s.far_x).plus(-room.left)
    return s.x.plus(s.far_x).times(-1.0).plus(room.right)
