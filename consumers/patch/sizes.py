"""Edits of size, and what a new size or a new thing means for its place and for what it carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from consumers.layout import Fitting, Placed, Unmet, held, relocate, room_of, top_of, turn_point
from consumers.patch.draft import Draft, Size, scale_below
from schemas.decomposition import Relation, RelationKind
from schemas.edits import Resize
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import ONE, Node
from schemas.transform import ROOT, lengths, local_position, rounded, worlds

WAY = 3.0
"""Metres that a thing may be moved to have room for its new size."""
SHIFT = 1.0
"""Metres that a guest may be moved on its carrier's top."""


@dataclass(frozen=True, slots=True)
class Guest:
    """What stands on a thing, before that changes. ``origin``, ``scale``: its node's, world."""

    place: Placed
    origin: Vec3
    scale: Vec3


@dataclass(frozen=True, slots=True)
class Hosting:
    """A thing before its size changes: lifted off the board (None: it is no thing), its size and
    ``lift`` (``Draft.lift``) in metres, and its guests."""

    fitting: Fitting | None
    size: Size
    lift: float
    guests: tuple[Guest, ...]

    @classmethod
    def of(cls, draft: Draft, node: NodeId) -> Hosting:
        known = worlds(draft.scene())
        own = [
            p for p in held(room_of(draft.scene()), draft.standing(), draft.nouns) if p.on == node
        ]
        guests = tuple(Guest(p, known[p.id].position, lengths(known[p.id].linear)) for p in own)
        size = draft.sizes.get(node, (1.0, 1.0, 1.0))
        return cls(draft.fitting(node, _with_all(draft, guests)), size, draft.lift(node), guests)


def resize(draft: Draft, edit: Resize, seed: int) -> None:
    """A thing larger or smaller, its base on what it stands on; guests keep size and place."""
    if all(abs(factor - 1.0) < 1e-4 for factor in edit.factors):
        draft.unmet.append(f"{draft.name_of(edit.node)} has such a size already")
        return
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
    keep_guests(draft, node, before.guests)
    moved = False
    if before.fitting is not None:
        now = replace(before.fitting.old, size=draft.sizes[node])
        wanted = _held(now, before.size, before.fitting.room.y)
        fit = before.fitting.near(wanted, WAY)
        if not fit.moved:
            names = " and ".join(draft.name_of(n) for n in fit.blockers[:2])
            this = draft.name_of(node)
            draft.unmet.append(f"there is no room for that: {names} would be in the way of {this}")
            return False
        there = fit.moved[0].position
        moved = rounded(there, 3) != rounded(wanted.position, 3)
        if there != now.position or draft.lift(node) != before.lift:
            draft.stand(fit.moved[0])
    draft.told.append(f"{told} and moved it to where it has room" if moved else told)
    for guest in before.guests:
        if not _seat(draft, node, guest.place, before, seed):
            standing = draft.name_of(guest.place.id)
            draft.unmet.append(
                f"{draft.name_of(node)} stays as it is: there would be no room left for {standing}"
            )
            return False
    draft.touch(node)  # and not its guests: "it" is what has another size
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


def keep_guests(draft: Draft, node: NodeId, guests: Sequence[Guest]) -> None:
    """Give guests their world place and size back after the scale below them has changed."""
    world = worlds(draft.scene())[node]
    for guest in guests:
        own = draft.nodes[guest.place.id]
        if own.parent_id != node:
            continue
        draft.nodes[own.id] = own.model_copy(
            update={
                "position": rounded(local_position(world, guest.origin), 4),
                "scale": scale_below(world, own.rotation, guest.scale),
            }
        )


def _seat(draft: Draft, carrier: NodeId, guest: Placed, before: Hosting, seed: int) -> bool:
    """Put a guest back on or in its carrier, or down beside it where it has no room there."""
    fitting = draft.fitting(guest.id)
    if fitting is None or before.fitting is None:
        return True
    if not _hosted(guest, before.fitting.old):
        return True  # a hand hung it there, away from the thing: it stays where it is
    host = next(p for p in draft.standing() if p.id == carrier)
    wanted = _seat_on(draft, guest, host, before)
    if wanted is not None:
        fitting.old = replace(guest, on=None)
        fit = fitting.near(wanted, 0.0 if guest.kind != "top" else SHIFT)
        if fit.moved and _hosted(fit.moved[0], host):
            draft.stand(fit.moved[0])
            return True
    return _reseat(draft, carrier, guest, seed)


def _hosted(guest: Placed, host: Placed) -> bool:
    """Whether the middle of a guest is over its host."""
    dx, dz = guest.position.x - host.position.x, guest.position.z - host.position.z
    x, z = turn_point(dx, dz, -host.yaw)
    return abs(x) <= host.size[0] / 2 + 1e-3 and abs(z) <= host.size[2] / 2 + 1e-3


def _seat_on(draft: Draft, guest: Placed, host: Placed, before: Hosting) -> Placed | None:
    """The guest where it was on its host's top, or, in the host, at the same share of its size."""
    p, noun = guest.position, draft.nouns.get(host.id, "")
    if guest.kind == "top":
        top = top_of(noun, host)
        if top is None:
            return None
        return replace(guest, position=Vec3(x=p.x, y=host.position.y + top, z=p.z))
    if before.fitting is None or before.fitting.nouns.get(host.id, "") != noun:
        return None
    old = before.fitting.old.position
    x, z = turn_point(p.x - old.x, p.z - old.z, -host.yaw)
    wide, high, deep = (b / a for a, b in zip(before.size, host.size, strict=True))
    x, z = turn_point(x * wide, z * deep, host.yaw)
    at = host.position
    there = Vec3(x=at.x + x, y=at.y + (p.y - old.y) * high, z=at.z + z)
    fits = all(a <= b for a, b in zip(sorted(guest.size), sorted(host.size), strict=True))
    return replace(guest, position=rounded(there, 4)) if fits else None


def _reseat(draft: Draft, carrier: NodeId, guest: Placed, seed: int) -> bool:
    """Wherever a guest has room at its carrier, or on the floor near it."""
    name = draft.nodes[guest.id].name
    kinds = (RelationKind.ON, RelationKind.NEXT_TO)
    for kind in kinds if guest.kind == "top" else (RelationKind.IN, *kinds):
        relation = Relation(kind=kind, subject=guest.id, targets=(carrier,))
        moved = relocate(
            room_of(draft.scene()), draft.standing(), draft.nouns, guest.id, relation, seed=seed
        )
        if not isinstance(moved, Unmet):
            draft.stand(moved[0], keep=False)
            draft.told.append(f"put {name} where it has room")
            return True
    fitting = draft.fitting(guest.id)
    if fitting is None:
        return True
    at = guest.position
    down = replace(guest, position=Vec3(x=at.x, y=fitting.room.y, z=at.z), on=None, kind="floor")
    fit = fitting.beside(down, WAY)
    if fit.moved:
        draft.stand(fit.moved[0], keep=False)
        draft.told.append(f"put {name} on the floor")
    return bool(fit.moved)


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
    above = worlds(draft.scene())[parent] if parent is not None else ROOT
    return scale_below(above, node.rotation, ONE)
