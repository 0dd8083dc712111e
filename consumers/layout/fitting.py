"""A thing of a furnished room at a given place or size: as near to it as it stands free.

What belongs here: moving a certain way, turning on the spot, growing, and the nearest free place to
a wanted one. What does not: places that a relation names, which are ``revise``'s. What stood in
another thing's way before (a hand put it there) may go on to; nothing else may begin to.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from consumers.layout.model import Hold, Placed, Room
from consumers.layout.revise import along
from consumers.layout.search.board import SLACK, Board
from consumers.layout.space.bounds import margin
from consumers.layout.space.geometry import turn_point
from consumers.layout.space.poses import Poses, pose_of
from consumers.layout.space.traits import Item, inner_region, known_item, top_height, top_region
from schemas.ids import NodeId
from schemas.model import Vec3

STEPS = 40
"""Parts of a way at which a thing may stop where the whole way is not free."""
RING = 0.08
"""Metres between the rings of places that are tried around a wanted one."""
SETTLE = 3.0
"""Metres within which a free place for what stands in another thing is sought."""
ROUND = 24
"""Places tried on each ring."""


@dataclass(frozen=True, slots=True)
class Fit:
    """``moved``: the thing (first) and what it carries, in their new places; empty where there is
    no room. ``share``: of the way that was wanted. ``blockers``: what is in the way of all of it;
    the room itself is None among them."""

    moved: tuple[Placed, ...] = ()
    share: float = 1.0
    blockers: tuple[NodeId | None, ...] = ()


def top_of(noun: str, thing: Placed) -> float | None:
    """Metres from a thing's base to where others stand on it; None where nothing can."""
    item = known_item(thing.id, noun, thing.size)
    return None if item.top is None else top_height(item)


class Fitting:
    """One thing of a room, with what it carries, lifted off the board to be put down again."""

    def __init__(
        self,
        room: Room,
        existing: Sequence[Placed],
        nouns: Mapping[NodeId, str],
        node: NodeId,
        ignored: frozenset[NodeId] = frozenset(),
        goers: Sequence[NodeId] = (),
    ) -> None:
        """KeyError when ``node`` is not among ``existing``. ``ignored``: what is about to go;
        ``goers``: what goes along with the thing as if it were carried."""
        self.room, self.nouns = room, nouns
        present = [p for p in existing if p.id not in ignored]
        self.items = {p.id: known_item(p.id, nouns.get(p.id, ""), p.size) for p in present}
        self.board = Board(room, self.items, {})
        self.board.put(*present)
        self.old = self.board.placed[node]
        carried = list(self.board.carried_by(node))
        for goer in goers:
            carried += [goer, *self.board.carried_by(goer)] if goer in self.board.placed else []
        self.carried = [self.board.placed[n] for n in dict.fromkeys(carried) if n != node]
        group = (self.old, *self.carried)
        self._upright = False
        self._before = {p.id: self._entered(self.items[p.id], p, group) for p in group}
        self._outside = {
            p.id: self._margin(self.items[p.id], p)
            for p in group
            if not self._is_inside(self.items[p.id], p)
        }
        for thing in group:
            self.board.take(thing.id)

    def beside(self, wanted: Placed, reach: float) -> Fit:
        """At the nearest place to ``wanted`` where it is held as that says and enters nothing, not
        even what stands there now above its legs."""
        self._upright = True
        return self.strictly().near(wanted, reach)

    def settled(self) -> Fit:
        """The nearest place where it enters nothing, not even what it stands in now."""
        return self.strictly().near(self.old, SETTLE)

    def strictly(self) -> Fitting:
        """From now on it may enter nothing, not even what it stands in now."""
        self._before = dict.fromkeys(self._before, ())
        return self

    def slide(self, by: Vec3) -> Fit:
        """As much of the way ``by`` (metres) as is free."""
        for step in range(STEPS, 0, -1):
            share = step / STEPS
            p = self.old.position
            there = Vec3(x=p.x + share * by.x, y=p.y + share * by.y, z=p.z + share * by.z)
            moved = self._group(replace(self.old, position=there))
            if self._is_free(moved):
                return Fit(moved, share, self._stops(by, step + 1) if share < 1.0 else ())
        return Fit((), 0.0, self._stops(by, 1))

    def near(self, wanted: Placed, reach: float) -> Fit:
        """At ``wanted``, or the nearest free place up to ``reach`` metres from it."""
        moved = self._group(wanted)
        if self._is_free(moved):
            return Fit(moved)
        blockers = self.blockers(moved)
        for ring in range(1, int(reach / RING) + 1):
            for part in range(ROUND):
                angle = 2.0 * math.pi * part / ROUND
                p, far = wanted.position, ring * RING
                there = Vec3(
                    x=round(p.x + far * math.sin(angle), 4),
                    y=p.y,
                    z=round(p.z + far * math.cos(angle), 4),
                )
                moved = self._group(replace(wanted, position=there))
                if self._is_free(moved):
                    return Fit(moved, blockers=blockers)
        return Fit((), 0.0, blockers)

    def blockers(self, moved: Sequence[Placed]) -> tuple[NodeId | None, ...]:
        """What things in these places would enter; None for the room's walls and edges."""
        found: list[NodeId | None] = []
        for thing in moved:
            item = self._item(thing)
            found += [n for n in self._entered(item, thing) if n not in self._before[thing.id]]
            if not self._is_inside(item, thing) and not self._is_no_further_out(item, thing):
                found.append(None)
        return tuple(dict.fromkeys(found))

    def _stops(self, by: Vec3, step: int) -> tuple[NodeId | None, ...]:
        """What is in the way at a step of the way; the edge of its carrier counts as that."""
        p, share = self.old.position, step / STEPS
        there = Vec3(x=p.x + share * by.x, y=p.y + share * by.y, z=p.z + share * by.z)
        found = self.blockers(self._group(replace(self.old, position=there)))
        return found or ((self.old.on,) if self.old.on is not None else ())

    def _group(self, new: Placed) -> tuple[Placed, ...]:
        return along(self.old, new, self.carried)

    def _item(self, thing: Placed) -> Item:
        return known_item(thing.id, self.nouns.get(thing.id, ""), thing.size)

    def _is_free(self, moved: Sequence[Placed]) -> bool:
        return not self.blockers(moved) and self._is_held(moved[0]) and self._stays_down(moved)

    def _stays_down(self, moved: Sequence[Placed]) -> bool:
        """Whether nothing that goes along leaves the floor it stands on by itself."""
        return all(
            now.position.y - was.position.y <= SLACK or was.position.y > self.room.y + SLACK
            for was, now in zip(self.carried, moved[1:], strict=True)
        )

    def _is_held(self, thing: Placed) -> bool:
        """Whether the carrier it had still is below its middle."""
        carrier = self.board.placed.get(thing.on) if thing.on is not None else None
        if carrier is None or thing.kind not in ("top", "inside"):
            return True
        item = self.items[carrier.id]
        left, right, front, back = (inner_region if thing.kind == "inside" else top_region)(item)
        dx, dz = thing.position.x - carrier.position.x, thing.position.z - carrier.position.z
        x, z = turn_point(dx, dz, -carrier.yaw)
        near = 1e-3
        was = self.old.on == thing.on and self.old.position == thing.position
        return was or (left - near <= x <= right + near and front - near <= z <= back + near)

    def _is_inside(self, item: Item, thing: Placed) -> bool:
        return bool(self.board.inside(pose_of(item, thing))[0])

    def _is_no_further_out(self, item: Item, thing: Placed) -> bool:
        """Whether it was outside already, and is as near to the room as before."""
        was = self._outside.get(thing.id)
        return was is not None and self._margin(item, thing) >= was - SLACK

    def _margin(self, item: Item, thing: Placed) -> float:
        return float(margin(self.room, pose_of(item, thing).boxes)[0])

    def _entered(self, item: Item, thing: Placed, but: Sequence[Placed] = ()) -> tuple[NodeId, ...]:
        """What a thing would enter; what stands on the floor may stand below a table's top."""
        below = thing.kind == "floor" and not self._upright
        holds: tuple[Hold, ...] = ("floor", "under") if below else (thing.kind,)
        entered = [self._gaps(item, replace(thing, kind=hold)) for hold in holds]
        away = {p.id for p in but}
        both = (n for n in entered[0] if all(n in e for e in entered) and n not in away)
        return tuple(sorted(both))  # told in one order in every process

    def _gaps(self, item: Item, thing: Placed) -> set[NodeId]:
        pose: Poses = pose_of(item, thing)
        apart = self.board.room_between(pose)
        if not apart.size:
            return set()
        ids = self.board.standing.ids
        return {ids[i] for i in np.flatnonzero(apart[0] < -SLACK)}
