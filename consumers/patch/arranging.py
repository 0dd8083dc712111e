"""Several things of the floor put anew among themselves: in a row, in a ring, apart, together."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from consumers.layout import Fitting, Placed, Room, room_of
from consumers.lexicon.edits.sets import is_table_noun
from consumers.patch.draft import Draft
from consumers.patch.summing import listed
from schemas.edits import Arrange
from schemas.ids import NodeId
from schemas.model import Vec3

GAP = 0.2
"""Metres between neighbours of a row."""
GRID = 0.25
"""Metres between the lines and middles that are tried."""
WIDEST = 6.0
"""Metres from the first middle at which trying ends."""
WIDER = 10
"""Radii that are tried for a ring about a thing."""
SHORT = 0.03
SEATED = 0.04
"""Metres between a table's edge and a seat at it."""
CLOSE = 0.06
"""Metres by which a thing may miss its place in a form."""

Rows = list[Placed]


def arrange(draft: Draft, edit: Arrange) -> None:
    """The things of ``edit`` in its form; what hangs or stands on others stays where it is."""
    standing = {p.id: p for p in draft.standing()}
    things = [standing[n] for n in edit.nodes if n in standing and standing[n].kind == "floor"]
    if len(things) < 2:
        draft.unmet.append("it takes two things that stand on the floor to arrange them")
        return
    if edit.form in ("spread", "gather"):
        _scale(draft, things, edit.factor)
        return
    room = room_of(draft.scene())
    fittings = {t.id: draft.fitting(t.id, _others(draft, t.id, things)) for t in things}
    middle = standing.get(edit.around) if edit.around is not None else None
    plans = _rows(room, things, wall=edit.wall)
    if edit.form == "circle":
        seats = middle is not None and is_table_noun(draft.nouns.get(middle.id, ""))
        plans = _rings(room, things, middle, snug=seats)
    for wanted in plans:
        if _stand_so(wanted, standing):
            names = listed([draft.nodes[t.id].name for t in things])
            draft.unmet.append(f"{names} stand so already")
            return
        if all(_fits(fittings[place.id], place) for place in wanted):
            for place in wanted:
                draft.stand(place)
            form = "a circle" if edit.form == "circle" else "a row"
            names = listed([draft.nodes[t.id].name for t in things])
            draft.told.append(f"put {names} in {form}")
            return
    names = listed([draft.nodes[t.id].name for t in things])
    draft.unmet.append(f"there is no free place where {names} fit in such a form")


def _others(draft: Draft, node: NodeId, things: Sequence[Placed]) -> list[NodeId]:
    scene = draft.scene()
    away = [n for t in things if t.id != node for n in scene.subtree(t.id)]
    return [n for n in away if n in draft.sizes]


def _fits(fitting: Fitting | None, place: Placed) -> bool:
    return fitting is not None and bool(fitting.near(place, 0.0).moved)


def _middle(things: Sequence[Placed]) -> tuple[float, float]:
    many = len(things)
    return sum(t.position.x for t in things) / many, sum(t.position.z for t in things) / many


def _rows(room: Room, things: Sequence[Placed], *, wall: bool) -> Iterator[Rows]:
    """Rows along x, the nearest to where the things are first; those along the wall at it."""
    ordered = sorted(things, key=lambda t: (t.position.x, t.id))
    x, z = _middle(things)
    depth = max(t.size[2] for t in things)
    lines = [0.0] if wall else [*_offsets()]
    for line in lines:
        for shift in _offsets():
            at = room.back - depth / 2 if wall else z + line
            yield _row(ordered, x + shift, at, back=room.back if wall else None)
    if not wall:  # too long for the room's width: one behind the other
        for line in lines:
            yield from (_file(ordered, x + line, z + shift) for shift in _offsets())


def _row(ordered: Sequence[Placed], x: float, z: float, *, back: float | None) -> Rows:
    whole = sum(t.size[0] for t in ordered) + GAP * (len(ordered) - 1)
    at, row = x - whole / 2, []
    for thing in ordered:
        there = z if back is None else back - thing.size[2] / 2
        p = Vec3(x=round(at + thing.size[0] / 2, 4), y=thing.position.y, z=round(there, 4))
        row.append(replace(thing, position=p, yaw=180.0))
        at += thing.size[0] + GAP
    return row


def _file(ordered: Sequence[Placed], x: float, z: float) -> Rows:
    whole = sum(t.size[2] for t in ordered) + GAP * (len(ordered) - 1)
    at, file = z - whole / 2, []
    for thing in ordered:
        p = Vec3(x=round(x, 4), y=thing.position.y, z=round(at + thing.size[2] / 2, 4))
        file.append(replace(thing, position=p, yaw=180.0))
        at += thing.size[2] + GAP
    return file


def _stand_so(wanted: Rows, standing: Mapping[NodeId, Placed]) -> bool:
    """Whether all stand where they are to stand; of things alike it does not matter which."""
    now = [standing[place.id].position for place in wanted]
    return all(
        any(math.dist((p.x, p.z), (place.position.x, place.position.z)) < CLOSE for p in now)
        for place in wanted
    )


def _rings(
    room: Room, things: Sequence[Placed], about: Placed | None, *, snug: bool = False
) -> Iterator[Rows]:
    """Rings that look inwards, about a thing, or about the middle of them and then elsewhere.

    ``snug``: as near to the thing as seats are to their table."""
    x, z = _middle(things) if about is None else (about.position.x, about.position.z)
    many = len(things)
    span = max(math.hypot(t.size[0], t.size[2]) for t in things) + GAP
    radius = max(0.6, span / (2 * math.sin(math.pi / many)) if many > 2 else span / 2)
    ordered = sorted(things, key=lambda t: math.atan2(t.position.x - x, t.position.z - z))
    if about is not None:
        least = max(radius, (math.hypot(about.size[0], about.size[2]) + span) / 2)
        if snug:
            first = ordered[0].position
            least = max(
                (min(about.size[0], about.size[2]) + max(t.size[2] for t in things)) / 2 + SEATED,
                min(t.size[0] for t in things) / (2 * math.sin(math.pi / max(2, many))),
            )
            start = math.degrees(math.atan2(first.x - x, first.z - z))
            for far in (least, 1.08 * least, 1.16 * least):
                yield [
                    _on_ring(t, x, z, far, start + 360.0 * i / many) for i, t in enumerate(ordered)
                ]
        for turn in range(12 * WIDER):
            far, angle = least * (1.0 + 0.15 * (turn // 12)), 360.0 / many * (turn % 12) / 12
            yield [_on_ring(t, x, z, far, angle + 360.0 * i / many) for i, t in enumerate(ordered)]
        return
    for dx in _offsets():
        for dz in _offsets():
            if abs(x + dx - room.x) < room.width / 2 and abs(z + dz - room.z) < room.depth / 2:
                yield [
                    _on_ring(t, x + dx, z + dz, radius, 360.0 * i / many)
                    for i, t in enumerate(ordered)
                ]


def _on_ring(thing: Placed, x: float, z: float, radius: float, angle: float) -> Placed:
    turn = math.radians(angle)
    p = Vec3(
        x=round(x + radius * math.sin(turn), 4),
        y=thing.position.y,
        z=round(z + radius * math.cos(turn), 4),
    )
    return replace(thing, position=p, yaw=(angle + 180.0) % 360.0)


def _offsets() -> Iterator[float]:
    yield 0.0
    for step in range(1, int(WIDEST / GRID) + 1):
        yield step * GRID
        yield -step * GRID


def _scale(draft: Draft, things: Sequence[Placed], factor: float) -> None:
    """Each further from the middle of them all, or nearer to it, as far as there is room."""
    x, z = _middle(things)

    def far(thing: Placed) -> float:
        return math.hypot(thing.position.x - x, thing.position.z - z)

    moved = []
    for thing in sorted(things, key=far, reverse=factor > 1):
        by = Vec3(x=(thing.position.x - x) * (factor - 1), z=(thing.position.z - z) * (factor - 1))
        fitting = draft.fitting(thing.id)
        fit = fitting.slide(by) if fitting is not None else None
        if fit is not None and fit.moved and fit.share * math.hypot(by.x, by.z) > SHORT:
            draft.stand(fit.moved[0])
            moved.append(draft.nodes[thing.id].name)
    way = "further apart" if factor > 1 else "closer together"
    if moved:
        draft.told.append(f"moved {listed(moved)} {way}")
    else:
        draft.unmet.append(f"there is no room to move them {way}")
