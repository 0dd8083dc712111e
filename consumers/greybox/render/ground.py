"""The backdrop, and the shadows that things throw on the bare ground below them.

The ground has no colour or edge of its own: it is the backdrop, darkened. What does not belong
here: floors and lawns, which are drawables like any other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from consumers.greybox.render.camera import Camera
from consumers.greybox.render.drawable import Floats
from consumers.greybox.render.light import Rgb
from consumers.greybox.render.raster import nearness_of, visible
from consumers.greybox.render.shadow import ShadowMap

LEAST_GRID, MOST_GRID = 96, 160
"""Cells along the map of what is close above the ground: half of what a picture has pixels."""


@dataclass(frozen=True, eq=False)
class Contact:
    """How close things come to the ground: ``darkness``, (n, n) 0..1, over a square of the ground
    with its low corner at ``corner`` (x, z) and ``cell`` metres a cell."""

    darkness: Floats
    corner: Floats
    cell: float

    def at(self, position: Floats) -> Floats:
        """Darkness at ground points, (f,), smooth between the cells; 0 outside."""
        row = (position[:, 2] - self.corner[1]) / self.cell - 0.5
        column = (position[:, 0] - self.corner[0]) / self.cell - 0.5
        return np.asarray(
            ndimage.map_coordinates(self.darkness, [row, column], order=1, mode="constant")
        )


def contact(triangles: Floats, level: float, grid: int = MOST_GRID) -> Contact:
    """The contact map of world triangles, (t, 3, 3), on the ground at height ``level``.

    ``grid``: cells along a side."""
    points = triangles.reshape(-1, 3)
    low, high = points.min(axis=0), points.max(axis=0)
    extent = max(float(high[0] - low[0]), float(high[2] - low[2]), 1e-3)
    # Room around the things for the darkness to fade out in.
    span = extent * 2.0
    corner = (low[[0, 2]] + high[[0, 2]] - span) / 2.0
    cell = span / grid
    screen = np.empty_like(triangles)
    screen[:, :, 0] = (triangles[:, :, 0] - corner[0]) / cell
    screen[:, :, 1] = (triangles[:, :, 2] - corner[1]) / cell
    tall = max(float(high[1]) - level, 1e-6)
    screen[:, :, 2] = 1.05 - np.clip((triangles[:, :, 1] - level) / tall, 0.0, 1.0)
    keys = visible(screen, (grid, grid)).reshape(grid, grid)
    gap = np.where(keys > 0, (1.05 - nearness_of(keys)) * tall, np.inf)
    tight = np.exp(-gap / (0.05 * extent + 1e-9))
    loose = np.exp(-gap / (0.45 * extent + 1e-9))
    # Rims would be too faint after the blur of a thin leg: the tight part is kept strong.
    tight = np.minimum(ndimage.gaussian_filter(tight, 0.014 * grid) * 1.5, 1.0)
    loose = ndimage.gaussian_filter(loose, 0.055 * grid)
    return Contact(1.0 - (1.0 - 0.62 * tight) * (1.0 - 0.38 * loose), corner, cell)


def backdrop(top: Rgb, bottom: Rgb, size: tuple[int, int]) -> Floats:
    """A smooth vertical run of two displayable linear colours, (pixels, 3)."""
    width, height = size
    t = (np.arange(height) + 0.5)[:, None] / height
    t = t * t * (3.0 - 2.0 * t)
    rows = np.asarray(top) * (1.0 - t) + np.asarray(bottom) * t
    # Eight bits show bands in so smooth a run; a fixed pattern of half a step breaks them up.
    pattern = (np.arange(width)[None, :] * 0.7549 + np.arange(height)[:, None] * 0.5698) % 1.0
    picture = rows[:, None, :] + (pattern[:, :, None] - 0.5) * 0.004
    return np.asarray(np.clip(picture, 0.0, 1.0).reshape(-1, 3))


def ground_shade(
    camera: Camera,
    size: tuple[int, int],
    level: float,
    where: Floats,
    *,
    touch: Contact,
    shadow: ShadowMap | None = None,
) -> Floats:
    """What remains of the backdrop's light, (pixels,), where it shows the ground.

    ``where``: (pixels,) how much of the backdrop is seen; pixels at 0 are left at 1.
    """
    remains = np.ones(len(where))
    pixel = np.flatnonzero(where > 0.0)
    x, y = pixel % size[0] + 0.5, pixel // size[0] + 0.5
    rays = camera.rays(x, y, size)
    fall = camera.eye[1] - level
    below = (rays[:, 1] * np.sign(fall) < -1e-6) & (fall != 0.0)
    pixel, rays = pixel[below], rays[below]
    position = np.asarray(camera.eye) + rays * (-fall / rays[:, 1])[:, None]
    shade = 1.0 - touch.at(position)
    if shadow is not None:
        up = np.broadcast_to(np.array([0.0, 1.0, 0.0]), position.shape)
        shade *= 1.0 - 0.30 * (1.0 - shadow.lit(position, up))
    remains[pixel] = shade
    return remains
