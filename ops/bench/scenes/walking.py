"""Where a person 0.6 m wide can walk: from the door, or the open front, to what is to be used."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ops.bench.scenes.view import Box, Floats, Thing, View
from ops.bench.scenes.words import ends_with, several

HALF_WIDTH = 0.3
"""Metres: half of a walkway's 0.6 m."""
REACH = 0.9
"""Metres from which a front can be used."""
HEADROOM = 1.8
"""Metres: what hangs higher is no obstacle."""
STEP_OVER = 0.03
"""Metres: what lies lower is walked over."""
USED_FROM_THE_FRONT = several(
    "wardrobe cupboard cabinet fridge refrigerator oven stove dishwasher sink bookshelf "
    "bookcase dresser sideboard toilet counter shelf fireplace desk workbench console"
)
USED_FROM_ANYWHERE = several("chair armchair sofa couch stool bench bed table")
TRUNKS = ["tree", "umbrella", "lamp", "parasol", "palm"]
"""What stands on a foot much thinner than its box: a third of it."""
OPEN_SHARE = 0.5
"""Of the floor that is free to stand on, so much must be reached from the entrance."""


@dataclass(frozen=True, eq=False)
class Ground:
    """A grid over the floor. ``free``: a person can stand there; ``reached``: and get there."""

    spots: Floats
    free: npt.NDArray[np.bool_]
    reached: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, view: View) -> Ground:
        low, high = view.place.bounds() if view.place.floors else (np.zeros(2), np.zeros(2))
        step = 0.05 if float(np.max(high - low)) <= 8.0 else 0.1 if np.max(high - low) < 25 else 0.4
        xs = np.arange(low[0] + step / 2, high[0], step)
        zs = np.arange(low[1] + step / 2, high[1], step)
        spots = np.stack(np.meshgrid(xs, zs, indexing="ij"), axis=-1)
        flat = spots.reshape(-1, 2)
        clear = view.place.holds(flat) if view.place.floors else np.zeros(len(flat), bool)
        for wall in view.place.walls:
            clear &= distance(flat, wall) >= HALF_WIDTH - step / 2
        for thing in obstacles(view):
            clear &= distance(flat, _foot(thing)) >= HALF_WIDTH - step / 2
        free = clear.reshape(spots.shape[:2])
        return cls(spots, free, _flood(free, _entrance(view, spots, free, step)))

    def complaint(self) -> str:
        """What is wrong with the way in; "" when nothing is."""
        if not self.free.any():
            return "there is nowhere to stand"
        if not self.reached.any():
            return "nobody can get in"
        share = float(self.reached.sum() / self.free.sum())
        if share < OPEN_SHARE:
            return f"from the entrance only {share:.0%} of the free floor can be reached"
        return ""

    def is_reached(self, near: npt.NDArray[np.bool_]) -> bool:
        """Whether one of the spots marked in ``near`` can be got to."""
        return bool((self.reached & near).any())


def distance(points: Floats, box: Box) -> Floats:
    """Metres of each point (x, z) from a footprint; 0 within."""
    shape = box.footprint()
    apart = points - box.spot
    total = np.zeros(len(points))
    for half in ((shape[1] - shape[0]) / 2, (shape[3] - shape[0]) / 2):
        length = max(float(np.hypot(*half)), 1e-9)
        total += np.maximum(np.abs(apart @ half) / length - length, 0.0) ** 2
    return np.asarray(np.sqrt(total))


def obstacles(view: View) -> list[Thing]:
    """What is in the way of a walking person."""
    floor = view.place.floor
    return [
        t
        for t in view.things
        if t.box.base - floor < HEADROOM
        and t.box.top - floor > STEP_OVER
        and not any(ends_with(t.name, n) for n in ("door", "bridge", "hill", "pond", "stream"))
    ]


def _foot(thing: Thing) -> Box:
    if any(ends_with(thing.name, n) or ends_with(thing.label, n) for n in TRUNKS):
        return Box(thing.box.middle, thing.box.axes, thing.box.half * np.array([0.33, 1.0, 0.33]))
    return thing.box


def _entrance(
    view: View, spots: Floats, free: npt.NDArray[np.bool_], step: float
) -> Sequence[tuple[int, int]]:
    doors = [t for t in view.things if ends_with(t.name, "door")]
    if doors:
        near = np.min([distance(spots.reshape(-1, 2), d.box) for d in doors], axis=0)
        start = (near.reshape(free.shape) <= HALF_WIDTH + REACH / 2) & free
        return [(int(x), int(z)) for x, z in np.argwhere(start)]
    depth = round(HALF_WIDTH / step) + 1
    return [(int(x), int(z)) for x, z in np.argwhere(free[:, :depth])]


def _flood(free: npt.NDArray[np.bool_], starts: Sequence[tuple[int, int]]) -> npt.NDArray[np.bool_]:
    reached = np.zeros_like(free)
    waiting = deque(starts)
    for at in starts:
        reached[at] = True
    wide, deep = free.shape
    while waiting:
        x, z = waiting.popleft()
        for nx, nz in ((x + 1, z), (x - 1, z), (x, z + 1), (x, z - 1)):
            if 0 <= nx < wide and 0 <= nz < deep and free[nx, nz] and not reached[nx, nz]:
                reached[nx, nz] = True
                waiting.append((nx, nz))
    return reached


def fronts(view: View, ground: Ground) -> tuple[list[str], int]:
    """What can not be used, in words, and how many things can: cupboards and the like from their
    front, seats, beds and tables from some side."""
    shut: list[str] = []
    usable = 0
    flat = ground.spots.reshape(-1, 2)
    for t in view.things:
        if abs(t.box.base - view.place.floor) > 0.02:
            continue
        sides = _used_from(t)
        if sides is None:
            continue
        near = distance(flat, t.box) <= REACH
        if sides == "front":
            ahead = (flat - t.box.spot) @ t.front
            near &= ahead > t.box.half[2] * 0.9
        if ground.is_reached(near.reshape(ground.free.shape)):
            usable += 1
        else:
            shut.append(f"nobody can get to the {sides} of {t.name}")
    return shut, usable


def _used_from(t: Thing) -> str | None:
    if any(ends_with(t.name, n) for n in USED_FROM_THE_FRONT):
        return "front"
    return "side" if any(ends_with(t.name, n) for n in USED_FROM_ANYWHERE) else None
