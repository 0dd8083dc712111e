"""The board: what stands where so far, and which poses are still free.

Hard rules only: inside the room, in nothing else's space, carried things on their carrier. Which
free pose is best is ``scores``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from consumers.layout.model import Hold, Placed, Room
from consumers.layout.space.bounds import margin
from consumers.layout.space.geometry import Boxes, Floats, Mask, gaps
from consumers.layout.space.poses import Poses, pose_of
from consumers.layout.space.traits import Item
from consumers.layout.space.ways import STEP, blocks, boxes_of, is_door, swing_of
from schemas.ids import NodeId

SLACK = 2e-4
"""Metres that count as nothing, so that things may touch."""

NICHE = 0.4
"""A thing on a wall that wants more metres free before it wants them from the floor up."""

Margins = tuple[float, float, float, float]
"""Metres wanted free at a thing's own left (-x), right, front (+z) and back."""


@dataclass(frozen=True, slots=True)
class Standing:
    """All placed things as arrays, in one order."""

    ids: tuple[NodeId, ...]
    boxes: Boxes
    zones: Boxes
    zoned: Mask
    y: Floats
    low: Floats
    top: Floats
    clear: Floats
    shades: Mask
    stems: Boxes
    flat: Mask
    floor: Mask
    sheltered: Mask


class Board:
    """Placed things of one room; items and margins of all that may come.

    ``tight``: carriers so full that what stands on them should start at the edges.
    """

    def __init__(
        self,
        room: Room,
        items: Mapping[NodeId, Item],
        margins: Mapping[NodeId, Margins],
        tight: Collection[NodeId] = (),
    ) -> None:
        self.room = room
        self.items = items
        self.margins = margins
        self.tight = tight
        self.placed: dict[NodeId, Placed] = {}
        self.poses: dict[NodeId, Poses] = {}
        self._standing: Standing | None = None

    @property
    def carriers(self) -> dict[NodeId, NodeId | None]:
        return {node: p.on for node, p in self.placed.items()}

    def put(self, *things: Placed) -> None:
        for thing in things:
            self.placed[thing.id] = thing
            self.poses[thing.id] = pose_of(self.items[thing.id], thing)
        self._standing = None

    def take(self, node: NodeId) -> Placed:
        """Take a thing off; things that stand on it must be gone already."""
        self._standing = None
        del self.poses[node]
        return self.placed.pop(node)

    @property
    def standing(self) -> Standing:
        if self._standing is None:
            self._standing = self._gather()
        return self._standing

    def _gather(self) -> Standing:
        placed = list(self.placed.values())
        items = [self.items[p.id] for p in placed]
        both = list(zip(items, placed, strict=True))
        x, y, z, yaw, half_w, half_d = (
            np.array(
                [
                    (p.position.x, p.position.y, p.position.z, p.yaw, p.size[0] / 2, p.size[2] / 2)
                    for p in placed
                ],
                dtype=np.float64,
            )
            .reshape(-1, 6)
            .T
        )
        boxes = Boxes(x, z, yaw, half_w, half_d)
        margins = np.array([self.margins.get(p.id, NO_MARGINS) for p in placed]).reshape(-1, 4)
        walls = np.array([p.kind == "wall" for p in placed], dtype=bool)
        return Standing(
            ids=tuple(p.id for p in placed),
            boxes=boxes,
            zones=boxes.grown(*margins.T),
            zoned=np.any(margins > 0, axis=1),
            y=y,
            low=np.where((margins[:, 2] > NICHE) & walls, np.minimum(y, self.room.y), y),
            top=y + np.array([p.size[1] for p in placed]),
            clear=np.array([i.clear for i in items]),
            shades=np.array([i.shades for i in items], dtype=bool),
            stems=Boxes(x, z, yaw, *(np.array([i.stem / 2 for i in items]),) * 2),
            flat=np.array([lies_flat(i, p.kind) for i, p in both], dtype=bool),
            floor=np.array([p.kind == "floor" for p in placed], dtype=bool),
            sheltered=np.array([self.sheltered(p.id) for p in placed], dtype=bool),
        )

    def touching(self, poses: Poses) -> set[NodeId]:
        """Placed things that the poses may enter: what carries them, and what they carry."""
        own = poses.item.id
        friends = {own}
        at = poses.on
        while at is not None and at not in friends:
            friends.add(at)
            at = self.placed[at].on if at in self.placed else None
        for node in self.placed:
            below, seen = self.placed[node].on, {node}
            while below is not None and below not in seen:
                if below == own:
                    friends.add(node)
                seen.add(below)
                below = self.placed[below].on if below in self.placed else None
        return friends

    def room_between(self, poses: Poses) -> Floats:
        """Gaps (metres) of each pose to each placed thing; infinite where they can not meet."""
        there = self.standing
        if not there.ids:
            return np.full((len(poses), 0), np.inf)
        below = poses.kind == "under" or self.sheltered(poses.on)
        bottom = there.y + np.where(there.shades | below, there.clear, 0.0)
        if not len(poses) or lies_flat(poses.item, poses.kind):
            return np.full((len(poses), len(there.ids)), np.inf)
        friends = self.touching(poses)
        near = ~there.flat & np.array([node not in friends for node in there.ids])
        near &= (bottom < float(poses.top.max()) - SLACK) & (
            float(poses.y.min()) < there.top - SLACK
        )
        free_below = there.sheltered | poses.item.shades
        base = poses.y[:, None] + np.where(free_below, poses.item.clear, 0.0)[near]
        meets = (base < there.top[near] - SLACK) & (bottom[near] < poses.top[:, None] - SLACK)
        found = np.full((len(poses), len(there.ids)), np.inf)
        apart = gaps(poses.boxes.column, there.boxes.only(near))
        found[:, near] = np.where(meets, apart, np.inf)
        return self._off_stems(poses, found, friends)

    def _off_stems(self, poses: Poses, found: Floats, friends: set[NodeId]) -> Floats:
        """``found``, and the gaps to the stems of what has room below all around."""
        there = self.standing
        low = there.y < poses.top.max() - SLACK
        low &= ~there.flat & np.array([n not in friends for n in there.ids], dtype=bool)
        stems = low & there.shades
        if stems.any():
            stem = there.stems.only(stems)
            found[:, stems] = np.minimum(found[:, stems], gaps(poses.boxes.column, stem))
        if poses.item.shades and low.any():
            half = np.full(len(poses), poses.item.stem / 2)
            own = Boxes(poses.x, poses.z, poses.yaw, half, half)
            low &= there.top > float(poses.y.min()) + SLACK
            found[:, low] = np.minimum(found[:, low], gaps(own.column, there.boxes.only(low)))
        return found

    def inside(self, poses: Poses) -> Mask:
        """Which poses lie wholly in the room."""
        room = self.room
        kept = margin(room, poses.boxes) >= -SLACK
        if room.roofed:
            kept &= poses.top <= room.y + room.height + SLACK
        return kept & (poses.y >= room.y - SLACK)

    def free(self, poses: Poses) -> Poses:
        """The poses that break no hard rule."""
        inside = poses.only(self.inside(poses))
        apart = self.room_between(inside)
        found = self._off_trunks(inside.only(np.all(apart >= -SLACK, axis=1)))
        return found.only(self._clear_of_doors(found))

    def _off_trunks(self, poses: Poses) -> Poses:
        """The poses that are in no trunk, of what is on a thing that lies below a tree."""
        if poses.on is None or not self.sheltered(poses.on):
            return poses
        for node, placed in self.placed.items():
            stem = self.items[node].stem
            if stem and len(poses):
                trunk = Item(node, "", "", "", (stem, placed.size[1], stem), "floor")
                poses = poses.only(gaps(poses.boxes, pose_of(trunk, placed).boxes) > 0.0)
        return poses

    def _clear_of_doors(self, poses: Poses) -> Mask:
        """Which poses leave every door's swing free; a door without room for one is let in."""
        item = poses.item
        if item.noun == "door" and poses.kind == "wall":
            return self._opens(poses)
        kept = np.ones(len(poses), dtype=bool)
        solid = poses.kind in ("floor", "under") and not item.flat and item.size[1] > STEP
        doors = [p for p in self.placed.values() if is_door(self.items[p.id], p)] if solid else []
        if not doors or item.stem:
            return kept
        apart = gaps(poses.boxes.column, boxes_of([swing_of(d) for d in doors]))
        return np.asarray(np.all(apart >= -SLACK, axis=1))

    def _opens(self, poses: Poses) -> Mask:
        """At which poses a door's swing is free of what stands, and not beyond a wall; else all."""
        swings = boxes_of([swing_of(poses.at(i)) for i in range(len(poses))])
        kept = margin(self.room, swings) >= -0.2
        solid = [p for p in self.placed.values() if blocks(self.room, self.items[p.id], p)]
        if solid:
            at = [self.standing.ids.index(p.id) for p in solid]
            kept &= np.all(gaps(swings.column, self.standing.boxes)[:, at] >= -SLACK, axis=1)
        return kept if kept.any() else np.ones(len(poses), dtype=bool)

    def sheltered(self, node: NodeId | None) -> bool:
        """Whether it may stand under something, itself or by what carries it: a blanket lies in the
        open as the ground does, so that what is on it fits below a tree as what is beside it."""
        seen: set[NodeId] = set()
        while node is not None and node in self.placed and node not in seen:
            kind = self.placed[node].kind
            if kind == "under" or (not self.room.roofed and lies_flat(self.items[node], kind)):
                return True
            seen.add(node)
            node = self.placed[node].on
        return False

    def carried_by(self, node: NodeId) -> list[NodeId]:
        """Everything that stands on ``node``, directly or not, carriers first."""
        found = [node]
        for at in found:
            found.extend(n for n, p in self.placed.items() if p.on == at)
        return found[1:]


NO_MARGINS: Margins = (0.0, 0.0, 0.0, 0.0)


def lies_flat(item: Item, kind: Hold) -> bool:
    """Whether it lies on the floor as a rug does, so that things may stand over it."""
    return item.flat and kind == "floor"
