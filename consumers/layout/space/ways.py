"""Where a person can walk: a grid of the floor, and what of it is reached from the entrances.

A walker is ``WIDTH`` wide: a cell is free when its middle keeps half of that from everything that
stands in the way. The entrance is a door; without one the open front of a room, or any edge
without a wall. Which things must be reached, and from where, is in ``access``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from consumers.layout.model import Placed, Room
from consumers.layout.space.geometry import Boxes, Floats, Mask, turn_point
from consumers.layout.space.traits import Item
from schemas.ids import NodeId

WIDTH = 0.6
"""Metres that a person needs to walk (as in building codes for a passage inside a room)."""

FINEST, MOST = 0.05, 240
"""The side of a cell in metres; and the most cells along a side, beyond which cells are larger."""

HEADROOM = 1.9
"""What hangs higher (metres) is walked under."""

STEP = 0.06
"""What is lower (metres), such as a rug or a road, is walked over."""

SWING = 0.9
"""Metres before a door that its leaf and who comes in need."""

POCKET = 0.3
"""Less than this share of the free floor is no way into a room."""

Rect = tuple[float, float, float, float, float]
"""Centre x, z, yaw, half width, half depth: metres, degrees."""


@dataclass(frozen=True)
class Ways:
    """``free``: cells that a person can stand on; ``reached``: those reached from an entrance.

    Rows run along z from the front, columns along x from the left. ``open``: of the ``entrances``,
    how many lead to the same, largest part of the floor.
    """

    xs: Floats
    zs: Floats
    free: Mask
    reached: Mask
    entrances: int
    open: int

    def reaches(self, rect: Rect) -> bool:
        """Whether someone can get to a place in the rectangle."""
        window = _window(self.xs, self.zs, rect, 0.0)
        if window is None:
            return False
        rows, columns = window
        reached = self.reached[rows, columns]
        return bool((reached & (_away(self.xs[columns], self.zs[rows], rect) <= 1e-9)).any())


def ways_of(room: Room, items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed]) -> Ways:
    """The ways between the placed things."""
    cell = max(FINEST, max(room.width, room.depth) / MOST)
    xs = _middles(room.left, room.right, cell)
    zs = _middles(room.front, room.back, cell)
    free = np.ones((len(zs), len(xs)), dtype=bool)
    half = WIDTH / 2 - 1e-9
    if "left" in room.sides:
        free &= (xs >= room.left + half)[None, :]
    if "right" in room.sides:
        free &= (xs <= room.right - half)[None, :]
    if "back" in room.sides:
        free &= (zs <= room.back - half)[:, None]
    for rect in _obstacles(room, items, placed):
        window = _window(xs, zs, rect, WIDTH / 2)
        if window is not None:
            rows, columns = window
            free[rows, columns] &= _away(xs[columns], zs[rows], rect) >= WIDTH / 2 - 1e-9
    doors = [swing_of(p) for p in placed.values() if is_door(items[p.id], p)]
    return _flooded(room, xs, zs, free, doors)


def is_door(item: Item, placed: Placed) -> bool:
    """Whether it is a door in a wall."""
    return item.noun == "door" and placed.kind == "wall"


def swing_of(door: Placed) -> Rect:
    """The floor before a door, as wide as it is."""
    x, z = turn_point(0.0, door.size[2] / 2 + SWING / 2, door.yaw)
    return door.position.x + x, door.position.z + z, door.yaw, door.size[0] / 2, SWING / 2


def boxes_of(rects: Sequence[Rect]) -> Boxes:
    """Rectangles as boxes."""
    x, z, yaw, half_w, half_d = np.array(rects, dtype=np.float64).reshape(-1, 5).T
    return Boxes(x, z, yaw, half_w, half_d)


def blocks(room: Room, item: Item, placed: Placed) -> bool:
    """Whether a thing is in the way of who walks."""
    base = placed.position.y - room.y
    if placed.on is not None or base > HEADROOM or base + placed.size[1] <= STEP or item.flat:
        return False
    return placed.kind != "wall" or placed.size[2] > WIDTH / 2


def _obstacles(
    room: Room, items: Mapping[NodeId, Item], placed: Mapping[NodeId, Placed]
) -> Iterator[Rect]:
    if room.notch is not None:
        wide, deep = room.notch
        yield room.left + wide / 2, room.back - deep / 2, 0.0, wide / 2, deep / 2
    for node, thing in placed.items():
        item = items[node]
        if blocks(room, item, thing):
            stands = item.stem and item.clear > WIDTH
            half_w, half_d = (
                (item.stem / 2,) * 2 if stands else (thing.size[0] / 2, thing.size[2] / 2)
            )
            yield thing.position.x, thing.position.z, thing.yaw, half_w, half_d


def _middles(low: float, high: float, cell: float) -> Floats:
    count = max(1, round((high - low) / cell))
    return np.asarray(low + (np.arange(count) + 0.5) * ((high - low) / count), dtype=np.float64)


def _window(xs: Floats, zs: Floats, rect: Rect, around: float) -> tuple[slice, slice] | None:
    """The rows and columns that the rectangle, grown by ``around``, may touch."""
    x, z, _, half_w, half_d = rect
    reach = float(np.hypot(half_w, half_d)) + around
    left, right = np.searchsorted(xs, (x - reach, x + reach))
    front, back = np.searchsorted(zs, (z - reach, z + reach))
    if left >= right or front >= back:
        return None
    return slice(int(front), int(back)), slice(int(left), int(right))


def _away(xs: Floats, zs: Floats, rect: Rect) -> Floats:
    """Metres from each cell's middle to the rectangle; 0 inside."""
    x, z, yaw, half_w, half_d = rect
    cos, sin = np.cos(np.radians(yaw)), np.sin(np.radians(yaw))
    dx, dz = (xs - x)[None, :], (zs - z)[:, None]
    aside = np.maximum(np.abs(dx * cos - dz * sin) - half_w, 0.0)
    ahead = np.maximum(np.abs(dx * sin + dz * cos) - half_d, 0.0)
    away: Floats = np.hypot(aside, ahead)
    return away


def _flooded(room: Room, xs: Floats, zs: Floats, free: Mask, doors: Sequence[Rect]) -> Ways:
    """Flood the free cells from the entrances."""
    parts, _ = ndimage.label(free)
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    touched = [_parts_in(parts, xs, zs, rect) for rect in doors]
    if not doors:
        ends = {"back": parts[-1], "left": parts[:, 0], "right": parts[:, -1]}
        edges = [parts[0], *(edge for side, edge in ends.items() if side not in room.sides)]
        touched = [set(np.concatenate(edges).tolist()) - {0}]
    known = sorted(set().union(*touched), key=lambda part: (-int(sizes[part]), part))
    main = known[0] if known else 0
    reached = (parts == main) & free
    pocket = sizes[main] < POCKET * sizes.sum()
    leading = 0 if pocket else sum(main in t for t in touched if main)
    return Ways(xs, zs, free, reached, len(touched), leading)


def _parts_in(parts: Mask, xs: Floats, zs: Floats, rect: Rect) -> set[int]:
    window = _window(xs, zs, rect, 0.0)
    if window is None:
        return set()
    rows, columns = window
    inside = _away(xs[columns], zs[rows], rect) <= 1e-9
    return {int(part) for part in parts[rows, columns][inside]} - {0}
