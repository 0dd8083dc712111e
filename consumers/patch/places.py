"""Edits of place: moves, turns, and arrangements of several things among themselves.

Each goes as far as there is room; what stands in the way is told.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from consumers.layout import Fit, Placed, Unmet, relocate, room_of
from consumers.layout.model import Hold
from consumers.patch.draft import Draft
from consumers.patch.summing import the
from consumers.patch.together import above, goers
from schemas.decomposition import Relation
from schemas.edits import Move, Rotate
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.transform import add, euler, multiply, rotation, rounded, worlds

HELD = {
    "wall": "hangs on the wall", "ceiling": "hangs from the ceiling", "floor": "is on the floor",
    "top": "stands on something", "inside": "stands in something", "under": "is on the floor",
}  # fmt: skip
"""How people are told what keeps a thing where it is."""
ASIDE = 1.5
"""Metres that a thing may give way when it is turned or put where another stood."""
FAR = 4.0
"""Metres within which free floor is sought for what leaves its carrier."""
BEYOND = 0.5
"""The share of its way by which a thing that can not start on it may miss the end of it."""
TOGETHER = 2.5
"""Metres from the place of one thing at which it and what goes along with it may stand."""
SHORT = 0.03
"""Metres below which a move is none."""


def move(draft: Draft, edit: Move, seed: int) -> None:
    """A thing to where ``edit`` says."""
    if edit.by is not None and edit.floor:
        _at(draft, edit.node, edit.by, goers(draft, edit))
    elif edit.by is not None:
        _by(draft, edit.node, edit.by, goers(draft, edit))
    elif edit.to is not None and "@" in edit.to:
        _to_former(draft, edit.node, edit.to)
    elif edit.to is not None:
        _to(draft, edit.node, edit.to, swaps=edit.swaps)
    elif edit.floor:
        _down(draft, edit.node, edit.relation)
    elif edit.relation is not None:
        _related(draft, edit.node, edit.relation, seed, goers(draft, edit))


def rotate(draft: Draft, edit: Rotate) -> None:
    """A thing turned on the spot; it gives way a little where it would turn into another."""
    if edit.about != "up":
        _tilt(draft, edit)
        return
    node = draft.nodes[edit.node]
    degrees = edit.degrees
    if edit.facing is not None and edit.facing in draft.nodes:
        degrees += _towards(draft, edit.node, edit.facing)
    along = goers(draft, edit)
    fitting = draft.fitting(edit.node, along=along)
    if fitting is None:
        turned = Vec3(x=node.rotation.x, y=(node.rotation.y + degrees) % 360.0, z=node.rotation.z)
        draft.change(edit.node, rotation=rounded(turned, 4))
        draft.told.append(f"turned {node.name}")
        return
    old = fitting.old
    if old.kind == "wall":
        draft.unmet.append(
            f"{draft.name_of(node.id)} hangs on the wall and can not be turned away from it"
        )
        return
    fit = fitting.near(replace(old, yaw=(old.yaw + degrees) % 360.0), ASIDE)
    if not fit.moved:
        draft.unmet.append(f"there is no room to turn {draft.name_of(node.id)}: {_why(draft, fit)}")
        return
    draft.stand_all(fit.moved, along)
    aside = " and moved it aside, where it has room" if fit.blockers else ""
    draft.told += [f"turned {draft.nodes[n].name}{aside}" for n in (edit.node, *along)]


def _by(draft: Draft, node: NodeId, by: Vec3, along: Sequence[NodeId] = ()) -> None:
    name = draft.nodes[node].name
    fitting = draft.fitting(node, along=along)
    if fitting is None:
        world = worlds(draft.scene())
        draft.move_below(node, draft.nodes[node].parent_id, add(world[node].position, by), world)
        draft.told.append(f"moved {name}")
        return
    way = _allowed(fitting.old, by)
    if way == Vec3():
        draft.unmet.append(
            f"{draft.name_of(node)} {HELD.get(fitting.old.kind, 'is held')} and stays there"
        )
        return
    lifted = way.y > 0 and fitting.old.kind in ("floor", "top", "inside")
    if lifted:
        fitting.old = replace(fitting.old, kind="air", on=None)
    fit = fitting.slide(way)
    far = fit.share * _length(way)
    if not fit.moved or far < SHORT:
        across = math.hypot(fitting.room.width, fitting.room.depth)  # further there is nothing
        reach = BEYOND * min(_length(way), across)
        beyond = fitting.near(_shifted(fitting.old, way), reach)
        if beyond.moved:
            draft.stand_all(beyond.moved, along, keep=not lifted)
            _tell(draft, (node, *along), " past what is in the way")
            return
        draft.unmet.append(f"{draft.name_of(node)} can not go that way: {_why(draft, fit)}")
        return
    draft.stand_all(fit.moved, along, keep=not lifted)
    if fit.share < 1.0:
        _tell(draft, (node, *along), f" {far:.2g} m, as far as there is room")
        edge = fit.blockers == (fitting.old.on,) and fitting.old.on is not None
        why = f"{draft.name_of(fitting.old.on)} ends there" if edge else _why(draft, fit)
        draft.unmet.append(f"{draft.name_of(node)} could not go further: {why}")
    else:
        _tell(draft, (node, *along))


def _at(draft: Draft, node: NodeId, by: Vec3, along: Sequence[NodeId]) -> None:
    """To a place so far from here, whatever lies between; on the floor, or in the air above it."""
    fitting = draft.fitting(node, along=along)
    if fitting is None:
        _by(draft, node, by, along)
        return
    there = add(fitting.old.position, by)
    low = by.y == 0.0 or there.y - fitting.room.y < SHORT
    there = Vec3(x=there.x, y=fitting.room.y if low else there.y, z=there.z)
    kind: Hold = "floor" if low else "air"
    wanted = replace(fitting.old, position=there, on=None, kind=kind)
    fit = fitting.near(wanted, ASIDE)
    if not fit.moved:
        draft.unmet.append(f"{draft.name_of(node)} does not fit there: {_why(draft, fit)}")
        return
    draft.stand_all(fit.moved, along, keep=False)
    _tell(draft, (node, *along))
    at = fit.moved[0].position
    if math.dist((at.x, at.z), (there.x, there.z)) > SHORT:
        draft.unmet.append(
            f"{draft.name_of(node)} stands at x {at.x:.2f}, z {at.z:.2f} m, as near as it has room"
        )


def _tell(draft: Draft, nodes: Sequence[NodeId], how: str = "") -> None:
    draft.told += [f"moved {draft.nodes[n].name}{how}" for n in nodes]


def _length(way: Vec3) -> float:
    return math.hypot(way.x, way.y, way.z)


def _shifted(thing: Placed, way: Vec3) -> Placed:
    return replace(thing, position=add(thing.position, way))


def _allowed(old: Placed, by: Vec3) -> Vec3:
    """The part of a way that what holds the thing lets it go."""
    if old.kind == "wall":
        back = round(old.yaw) % 180 == 0
        return Vec3(x=by.x if back else 0.0, y=by.y, z=0.0 if back else by.z)
    if old.kind == "ceiling":
        return Vec3(x=by.x, z=by.z)
    if old.kind in ("floor", "top", "inside", "under") and by.y < 0:
        return Vec3(x=by.x, z=by.z)
    return by


def _to(draft: Draft, node: NodeId, other: NodeId, *, swaps: bool) -> None:
    """To where another stands, which comes here or has to give way."""
    name = draft.nodes[node].name
    if other == node:
        draft.unmet.append(f"{draft.name_of(node)} is there already")
        return
    if other not in draft.nodes:
        draft.unmet.append(f"{other} is not in the scene any more")
        return
    if other in above(draft, node) or node in above(draft, other):
        draft.unmet.append(
            f"{draft.name_of(node)} can not take that place: one of the two carries the other"
        )
        return
    first, second = draft.fitting(node, _with_guests(draft, other)), draft.fitting(other)
    if first is None or second is None:
        draft.unmet.append(f"{draft.name_of(node)} can not be moved that way")
        return
    there, here = second.old, first.old
    for thing, place in ((here, there), (there, here) if swaps else (here, there)):
        if place.on is not None and not _is_carried(thing, place, draft):
            draft.unmet.append(
                f"{draft.name_of(thing.id)} is too large for {draft.name_of(place.on)}"
            )
            return
    fit = first.near(_in_stead(here, there, first.room.y), ASIDE)
    if not fit.moved:
        draft.unmet.append(f"{draft.name_of(node)} does not fit there: {_why(draft, fit)}")
        return
    before = dict(draft.nodes)
    draft.stand(fit.moved[0], keep=False)
    coming = draft.fitting(other)
    wanted = _in_stead(there, here, first.room.y) if swaps else there
    reach = ASIDE if swaps else FAR
    gives = coming.strictly().near(wanted, reach) if coming is not None else Fit()
    if not gives.moved:
        draft.nodes = before
        draft.unmet.append(f"{draft.name_of(other)} does not fit there")
        return
    if swaps or gives.moved[0].position != there.position:
        draft.stand(gives.moved[0], keep=False)
    other_name = draft.nodes[other].name
    draft.told.append(
        f"swapped {the(name)} and {the(other_name)}"
        if swaps
        else f"moved {name} to where {the(other_name)} was"
    )
    draft.touch(node)


def _to_former(draft: Draft, node: NodeId, goal: NodeId) -> None:
    """To a place that something left, or as near to it as there is room."""
    place, fitting = draft.former.get(goal), draft.fitting(node)
    if place is None or fitting is None:
        draft.unmet.append(f"I do not know any more where {draft.name_of(node)} should go")
        return
    lost = place.on is not None and place.on not in draft.nodes
    if lost or (place.on is not None and not _is_carried(fitting.old, place, draft)):
        place = replace(
            place,
            on=None,
            kind="floor",
            position=place.position.model_copy(update={"y": fitting.room.y}),
        )
    p = place.position
    fit = fitting.near(_in_stead(fitting.old, place, fitting.room.y), ASIDE)
    if not fit.moved:
        draft.unmet.append(f"{draft.name_of(node)} has no room there: {_why(draft, fit)}")
        return
    draft.stand(fit.moved[0], keep=False)
    draft.touch(node)
    off = math.dist((fit.moved[0].position.x, fit.moved[0].position.z), (p.x, p.z))
    beside = ", as near as there is room" if off > SHORT else ""
    draft.told.append(f"put {draft.nodes[node].name} at that place{beside}")


def _with_guests(draft: Draft, node: NodeId) -> list[NodeId]:
    return [n for n in draft.scene().subtree(node) if n in draft.sizes]


def _is_carried(thing: Placed, place: Placed, draft: Draft) -> bool:
    """Whether a thing is no wider than what carries another, seen from above."""
    host = next(p for p in draft.standing() if p.id == place.on)
    sides = (sorted((p.size[0], p.size[2])) for p in (thing, host))
    return all(a <= b for a, b in zip(*sides, strict=True))


def _in_stead(thing: Placed, of: Placed, floor: float) -> Placed:
    """A thing held as another is, where that one is; it keeps its own turn on the floor.

    What does not hang by itself does not begin to: it comes to stand below.
    """
    hung = ("wall", "ceiling", "air")
    if of.kind in hung and thing.kind not in hung:
        p = of.position
        return replace(thing, position=Vec3(x=p.x, y=floor, z=p.z), on=None, kind="floor")
    on = of.on if of.on != thing.id else None
    yaw = of.yaw if of.kind == "wall" else thing.yaw
    return replace(thing, position=of.position, yaw=yaw, on=on, kind=of.kind)


def _down(draft: Draft, node: NodeId, relation: Relation | None) -> None:
    """To the floor, as near as it is free to what ``relation`` names or to what carries it now."""
    name = draft.nodes[node].name
    fitting = draft.fitting(node)
    carrier = fitting.old.on if fitting is not None else None
    goal = relation.targets[0] if relation is not None and relation.targets else carrier
    places = {p.id: p for p in draft.standing()}
    if fitting is None or (goal is None and fitting.old.kind == "floor"):
        draft.unmet.append(f"{draft.name_of(node)} is on the floor already")
        return
    at = places[goal].position if goal in places else fitting.old.position
    wanted = replace(
        fitting.old, position=Vec3(x=at.x, y=fitting.room.y, z=at.z), on=None, kind="floor"
    )
    fit = fitting.beside(wanted, FAR)
    if not fit.moved:
        draft.unmet.append(f"there is no free floor for {draft.name_of(node)}")
        return
    draft.stand(fit.moved[0], keep=False)
    draft.told.append(f"moved {name} to the floor")


def _related(
    draft: Draft, node: NodeId, relation: Relation, seed: int, along: Sequence[NodeId] = ()
) -> None:
    if node not in {p.id for p in draft.standing()}:
        draft.unmet.append(f"{draft.name_of(node)} can not be moved that way")
        return
    away = {n for goer in along for n in draft.scene().subtree(goer)}
    standing = [p for p in draft.standing() if p.id not in away]
    moved = relocate(room_of(draft.scene()), standing, draft.nouns, node, relation, seed=seed)
    if isinstance(moved, Unmet):
        draft.unmet.append(moved.reason)
        return
    old = next(p for p in standing if p.id == node)
    if (moved[0].position, moved[0].yaw) == (old.position, old.yaw):
        draft.unmet.append(f"{draft.name_of(node)} is there already")
        return
    if along:
        fitting = draft.fitting(node, along=along)
        fit = fitting.near(moved[0], TOGETHER) if fitting is not None else Fit()
        if not fit.moved:
            names = " and ".join(draft.name_of(n) for n in (node, *along)[:2])
            draft.unmet.append(f"there is no room for {names} together there: {_why(draft, fit)}")
            return
        moved = fit.moved
    draft.stand_all(moved, along, keep=False)
    _tell(draft, (node, *along))


def _towards(draft: Draft, node: NodeId, target: NodeId) -> float:
    """Degrees by which a thing is to turn so that it looks at another."""
    world = worlds(draft.scene())
    here, there = world[node], world[target]
    wanted = math.degrees(
        math.atan2(there.position.x - here.position.x, there.position.z - here.position.z)
    )
    return wanted - math.degrees(math.atan2(here.turned[0][2], here.turned[2][2]))


def _tilt(draft: Draft, edit: Rotate) -> None:
    """Turned about an axis of its own; it comes to lie on its lowest side, where it stood."""
    node = draft.nodes[edit.node]
    about = Vec3(x=edit.degrees) if edit.about == "side" else Vec3(z=edit.degrees)
    turned = euler(multiply(rotation(node.rotation), rotation(about)))
    width, height, depth = draft.sizes.get(edit.node, (0.0, 0.0, 0.0))
    side = depth if edit.about == "side" else width
    sin, cos = (f(math.radians(edit.degrees)) for f in (math.sin, math.cos))
    # The base's lower edge, and the middle of the thing, stay where they are.
    lift = abs(sin) * side / 2 + (height * -cos if cos < 0 else 0.0)
    slip = height * sin / 2
    off = Vec3(z=-slip, y=lift) if edit.about == "side" else Vec3(x=slip, y=lift)
    place = next((p for p in draft.standing() if p.id == edit.node), None)
    if place is not None and place.kind not in ("wall", "ceiling") and abs(edit.degrees) > 30:
        world = worlds(draft.scene())
        from_base = Vec3(y=off.y) if node.rotation.x or node.rotation.z else off
        yaw = math.radians(place.yaw)
        p = world[edit.node].position
        there = Vec3(
            x=p.x + from_base.x * math.cos(yaw) + from_base.z * math.sin(yaw),
            y=p.y + from_base.y,
            z=p.z + from_base.z * math.cos(yaw) - from_base.x * math.sin(yaw),
        )
        draft.move_below(edit.node, node.parent_id, there, world)
    draft.change(edit.node, rotation=rounded(turned, 4))
    draft.told.append(f"tilted {node.name}")


def _why(draft: Draft, fit: Fit) -> str:
    names = [draft.name_of(n) for n in fit.blockers[:2]]
    if not names:
        return "there is no room"
    return f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} in the way"
