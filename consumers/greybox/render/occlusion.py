"""Ambient occlusion: how much of the sky a point sees, judged from the picture's own depths.

Worked out at half resolution with a few looks around each point, smoothed, and read back so that it
does not bleed over outlines. What does not belong here: the sun's shadows (``shadow``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from consumers.greybox.render.camera import Camera
from consumers.greybox.render.drawable import Floats, Ints
from consumers.greybox.render.fragments import Fragments
from consumers.greybox.vectors import dot

LOOKS, FEW_LOOKS, LARGE = 14, 9, 65_536
"""Looks around each point; fewer in pictures of less than ``LARGE`` pixels, which show less."""
TILE = 4


@dataclass(frozen=True, eq=False)
class Occlusion:
    """``openness``: (h, w) 0..1 on a grid of every ``step``-th pixel; ``depth``: (h, w) metres;
    ``top``, ``left``: which row and column of that grid these begin with."""

    openness: Floats
    depth: Floats
    step: int
    top: int
    left: int

    def at(self, fragments: Fragments, width: int) -> Floats:
        """Openness at fragments, (f,): the four grid points around, those at its depth first.

        What is clear (glass, crystal) may lie beyond the grid, which is as large as what is solid:
        the grid's edge, where nothing is, speaks for it.
        """
        rows, columns = self.openness.shape
        y = np.clip(fragments.pixel // width / self.step - self.top, 0, rows - 1)
        x = np.clip(fragments.pixel % width / self.step - self.left, 0, columns - 1)
        top, left = y.astype(np.int32), x.astype(np.int32)
        down, across = (y - top).astype(np.float32), (x - left).astype(np.float32)
        total = np.full(len(fragments), 1e-4, dtype=np.float32)
        value = total.copy()
        depth = fragments.depth.astype(np.float32)
        for row, column, weight in (
            (top, left, (1 - down) * (1 - across)),
            (top, left + 1, (1 - down) * across),
            (top + 1, left, down * (1 - across)),
            (top + 1, left + 1, down * across),
        ):
            flat = np.minimum(row, rows - 1) * columns + np.minimum(column, columns - 1)
            apart = np.abs(self.depth.ravel()[flat] / depth - 1.0)
            share = (weight + 0.01) * np.maximum(1.0 - apart * 40.0, 1e-4)
            total += share
            value += share * self.openness.ravel()[flat]
        return value / total


def occlusion(
    nearness: Floats, facing: Floats, camera: Camera, size: tuple[int, int], radius: float
) -> Occlusion:
    """Openness of what the camera sees.

    ``nearness``: (height, width), 1 / depth, 0 = nothing; ``facing``: (height, width, 3) normals on
    the eye's side; ``radius``: metres within which things shade each other.
    """
    width, height = size
    step = 2 if width * height > 300_000 else 1
    near = nearness[::step, ::step]
    down, across = _around(near)
    near, facing = near[down, across], facing[::step, ::step][down, across]
    rows, columns = near.shape
    y, x = np.mgrid[down, across] * step + 0.5
    seen = near > 0.0
    depth = np.where(seen, 1.0 / np.where(seen, near, 1.0), 1e6).astype(np.float32)
    rays = camera.rays(x.ravel(), y.ravel(), size).astype(np.float32)
    place = rays.reshape(rows, columns, 3) * depth[:, :, None]
    chosen = np.flatnonzero(seen)
    blocked = _blocked(
        chosen,
        place.reshape(-1, 3),
        facing.reshape(-1, 3),
        depth.ravel(),
        (rows, columns),
        radius,
        0.22 * max(width, height) / step,
        camera.scale(height) / step,
        LOOKS if width * height >= LARGE else FEW_LOOKS,
    )
    field = np.zeros(rows * columns, dtype=np.float32)
    field[chosen] = blocked
    openness = 1.0 - _smoothed(field.reshape(rows, columns), depth)
    return Occlusion(openness, depth, step, down.start, across.start)


def _around(near: Floats) -> tuple[slice, slice]:
    """The rows and the columns where something is seen, and some more: the rest need no looking
    at. All of them where nothing is."""
    found = []
    for axis, end in ((1, near.shape[0]), (0, near.shape[1])):
        some = np.flatnonzero(near.any(axis=axis))
        first, last = (int(some[0]), int(some[-1])) if len(some) else (0, end - 1)
        found.append(slice(max(first - TILE, 0), min(last + TILE + 1, end)))
    return found[0], found[1]


def _blocked(
    chosen: Ints,
    place: Floats,
    facing: Floats,
    depth: Floats,
    shape: tuple[int, int],
    radius: float,
    farthest: float,
    scale: float,
    looks: int,
) -> Floats:
    """What part of the sky is blocked at the chosen grid points, (c,)."""
    rows, columns = shape
    row, column = chosen // columns, chosen % columns
    here, normal = place.take(chosen, axis=0), facing.take(chosen, axis=0).astype(np.float32)
    slack = 0.002 * depth[chosen]
    reach = np.clip(radius * scale / depth[chosen], 2.0, farthest).astype(np.float32)
    # Neighbours look in different directions; smoothing over a tile then joins all of them.
    turn = ((row % TILE) * TILE + column % TILE) * np.float32(2.0 * np.pi / TILE**2)
    cosine, sine = np.cos(turn).astype(np.float32), np.sin(turn).astype(np.float32)
    total = np.zeros(len(chosen), dtype=np.float32)
    for number in range(looks):
        share = (number + 0.5) / looks
        length, angle = share, number * 2.399963
        across, down = length * np.cos(angle), length * np.sin(angle)
        x = column + np.rint((across * cosine - down * sine) * reach).astype(np.int64)
        y = row + np.rint((across * sine + down * cosine) * reach).astype(np.int64)
        np.clip(y, 0, rows - 1, out=y)
        np.clip(x, 0, columns - 1, out=x)
        offset = place.take(y * columns + x, axis=0) - here
        squared = dot(offset, offset)
        above = dot(offset, normal) - slack
        fade = np.maximum(1.0 - squared / np.float32(radius * radius), 0.0)
        total += np.maximum(above, 0.0) / np.sqrt(squared + 1e-6) * fade
    return np.asarray(np.clip(total * np.float32(1.9 / looks), 0.0, 0.92))


def _smoothed(field: Floats, depth: Floats) -> Floats:
    """A tile-sized mean that leaves out what lies at another depth."""
    total = np.zeros_like(field)
    weight = np.zeros_like(field)
    padded, depths = np.pad(field, 2, mode="edge"), np.pad(depth, 2, mode="edge")
    rows, columns = field.shape
    inverse = 25.0 / depth
    for down in range(TILE):
        for across in range(TILE):
            window = slice(down, down + rows), slice(across, across + columns)
            like = np.maximum(1.0 - np.abs(depths[window] * inverse - 25.0), 1e-3)
            total += padded[window] * like
            weight += like
    return np.asarray(ndimage.uniform_filter(total / weight, 2))
