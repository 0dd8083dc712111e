"""Edits of size, and what a new size or a new thing means for its place and for what it carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from consumers.layout import Fitting, Placed, Unmet, relocate, room_of, top_of
from consumers.patch.draft import Draft, Size
from schemas.decomposition import Relation, RelationKind
from schemas.edits import Resize
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Node
from schemas.transform import local_position, rounded, worlds

WAY = 3.0
"""Metres that a thing may be moved to have room for its new size."""


@dataclass(frozen=True, slots=True)
class Guest:
    """What stands on a thing, before that changes. ``scale``: of its node, in the world."""

    place: Placed
    scale: Vec3


@dataclass(frozen=True, slots=True)
class Hosting:
    """A thing before its size changes: lifted off the board (None: it is no thing), its size in
    metres, and its guests."""

    fitting: Fitting | None
    size: Size
    guests: tuple[Guest, ...]

    @classmethod
    def of(cls, draft: Draft, node: NodeId) -> Hosting:
        known = worlds(draft.scene())
        own = [p for p in draft.standing() if p.on == node]
        guests = tuple(Guest(p, known[p.id].scale) for p in own)
        size = draft.sizes.get(node, (1.0, 1.0, 1.0))
        return cls(draft.fitting(node, _with_all(draft, guests)), size, guests)


def resize(draft: Draft, edit: Resize, seed: int) -> None:
    """A thing larger or smaller, its base on what it stands on; guests keep size and place."""
    before, hosting = draft.copy(), Hosting.of(draft, edit.node)
    node, factors = draft.nodes[edit.node], edit.factors
    (x, y, z), (width, height, depth) = factors, hosting.size
    draft.change(edit.node, scale=_times(node.scale, factors))
    draft.sizes[edit.node] = (width * x, height * y, depth * z)
    if not fitted(draft, edit.node, hosting, seed, f"made {node.name} {_told(factors)}"):
        why = draft.unmet[len(before.unmet) :]
        draft.restore(before)
        draft.unmet += why


def fitted(draft: Draft, node: NodeId, before: Hosting, seed: int, told: str) -> bool:
    """Find a place for a thing whose size has changed, and for its guests.

    False, with the reason in ``unmet``, where there is none.
    """
    _keep_guests(draft, node, before.guests)
    name, moved = draft.nodes[node].name, False
    if before.fitting is not None:
        now = replace(before.fitting.old, size=draft.sizes[node])
        wanted = _held(now, before.size, before.fitting.room.y)
        fit = before.fitting.near(wanted, WAY)
        if not fit.moved:
            names = " and ".join(draft.name_of(n) for n in fit.blockers[:2])
            draft.unmet.append(f"there is no room for that at {name}: {names} would be in the way")
            return False
        there = fit.moved[0].position
        moved = rounded(there, 3) != rounded(wanted.position, 3)
        if there != now.position:
            draft.stand(fit.moved[0])
    draft.told.append(f"{told} and moved it to where it has room" if moved else told)
    for guest in before.guests:
        _seat(draft, node, guest.place, seed)
    return True


def _with_all(draft: Draft, guests: Sequence[Guest]) -> list[NodeId]:
    scene = draft.scene()
    return [n for g in guests for n in scene.subtree(g.place.id) if n in draft.sizes]


def _held(thing: Placed, old: tuple[float, float, float], floor: float) -> Placed:
    """Where a thing with another size is held as before: at its wall, below its ceiling."""
    p, grown = thing.position, [b - a for a, b in zip(old, thing.size, strict=True)]
    if thing.kind == "ceiling":
        return replace(thing, position=Vec3(x=p.x, y=p.y - grown[1], z=p.z))
    if thing.kind == "wall":
        out = grown[2] / 2
        dx, dz = {90: (out, 0.0), 270: (-out, 0.0)}.get(round(thing.yaw), (0.0, -out))
        y = p.y if p.y - floor < 0.05 else max(floor, p.y - grown[1] / 2)
        return replace(thing, position=Vec3(x=p.x + dx, y=y, z=p.z + dz))
    return thing


def _keep_guests(draft: Draft, node: NodeId, guests: Sequence[Guest]) -> None:
    """Give guests their world place and size back after the scale below them has changed."""
    world = worlds(draft.scene())[node]
    for guest in guests:
        own = draft.nodes[guest.place.id]
        if own.parent_id != node:
            continue
        turned = round(own.rotation.y / 90.0) % 2 == 1
        below, was = world.scale, guest.scale
        x, z = (below.z, below.x) if turned else (below.x, below.z)
        draft.nodes[own.id] = own.model_copy(
            update={
                "position": rounded(local_position(world, guest.place.position), 4),
                "scale": rounded(Vec3(x=was.x / x, y=was.y / below.y, z=was.z / z)),
            }
        )


def _seat(draft: Draft, carrier: NodeId, guest: Placed, seed: int) -> None:
    """Put a guest back on its carrier's top, or down beside it where it has no room there."""
    name = draft.nodes[guest.id].name
    place = next(p for p in draft.standing() if p.id == carrier)
    top = top_of(draft.nouns.get(carrier, ""), place)
    fitting = draft.fitting(guest.id)
    if fitting is None:
        return
    if top is not None and guest.kind == "top":
        p = guest.position
        wanted = replace(guest, position=Vec3(x=p.x, y=place.position.y + top, z=p.z))
        fitting.old = replace(guest, on=None)
        fit = fitting.near(wanted, 1.0)
        if fit.moved:
            draft.stand(fit.moved[0])
            return
    elif guest.kind != "top":
        return
    for kind in (RelationKind.ON, RelationKind.NEXT_TO):
        if kind is RelationKind.ON and top is None:
            continue
        relation = Relation(kind=kind, subject=guest.id, targets=(carrier,))
        standing = draft.standing()
        moved = relocate(
            room_of(draft.scene()), standing, draft.nouns, guest.id, relation, seed=seed
        )
        if not isinstance(moved, Unmet):
            draft.stand(moved[0], keep=False)
            draft.told.append(f"put {name} where it has room")
            return
    draft.unmet.append(f"{name} has no room any more")


def _told(factors: tuple[float, float, float]) -> str:
    wide, high, deep = factors
    if wide == high == deep:
        return "bigger" if wide > 1 else "smaller"
    words = []
    if wide != 1:
        words.append("wider" if wide > 1 else "narrower")
    if high != 1:
        words.append("taller" if high > 1 else "lower")
    if deep != 1:
        words.append("deeper" if deep > 1 else "less deep")
    return " and ".join(words)


def _times(scale: Vec3, factors: tuple[float, float, float]) -> Vec3:
    x, y, z = factors
    return rounded(Vec3(x=scale.x * x, y=scale.y * y, z=scale.z * z))


def own_scale(draft: Draft, node: Node) -> Vec3:
    """The local scale that makes a node's world scale 1: meshes come in metres."""
    parent = node.parent_id
    outer = worlds(draft.scene())[parent].scale if parent is not None else Vec3(x=1, y=1, z=1)
    return rounded(Vec3(x=1 / outer.x, y=1 / outer.y, z=1 / outer.z))
