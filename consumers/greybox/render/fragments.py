"""From the z-buffer to surface points: which points of which triangles are worth shading.

A picture has four samples a pixel, so that edges come out smooth. A pixel whose samples all see
one triangle is shaded once, at its middle; only pixels on an edge are shaded sample by sample.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from consumers.greybox.render.camera import Camera
from consumers.greybox.render.drawable import Floats, Ints
from consumers.greybox.render.raster import Keys, triangle_of, visible
from consumers.greybox.render.soup import Projected, Soup

SAMPLES = ((0.375, 0.125), (0.875, 0.375), (0.125, 0.625), (0.625, 0.875))
"""Where in a pixel its samples lie: no two share a row or a column, so that nearly level and
nearly upright edges are smoothed best."""
_BY_ROW = np.argsort([down for _, down in SAMPLES])
_FROM_ROW = np.argsort(_BY_ROW)
_OFFSETS = np.array([SAMPLES[number][0] for number in _BY_ROW]), 0.5


@dataclass(frozen=True, eq=False)
class Fragments:
    """Surface points to shade; ``f`` of them.

    ``pixel``: (f,) picture index; ``sample``: (f,) 0..3, or -1 for all four samples of the pixel;
    ``triangle``: (f,) index into the soup; ``weights``: (f, 3) of the triangle's corners;
    ``position``: (f, 3) world; ``depth``: (f,) metres in front of the camera; ``footprint``: (f,)
    area of uv space under one pixel.
    """

    pixel: Ints
    sample: Ints
    triangle: Ints
    weights: Floats
    position: Floats
    depth: Floats
    footprint: Floats

    def __len__(self) -> int:
        return len(self.pixel)

    def spread(self, values: Floats) -> Floats:
        """Each fragment's value on its samples: (4, pixels) is read, (f,) means come back."""
        whole = self.sample < 0
        result = np.empty(len(self), dtype=np.float32)
        result[whole] = values[:, self.pixel[whole]].mean(axis=0)
        result[~whole] = values[self.sample[~whole], self.pixel[~whole]]
        return result

    def dim(self, values: Floats, factor: Floats) -> None:
        """Multiply the fragments' samples of ``values``, (4, pixels), in place by (f,) factors."""
        whole = self.sample < 0
        values[:, self.pixel[whole]] *= factor[whole]
        values[self.sample[~whole], self.pixel[~whole]] *= factor[~whole]

    def share(self) -> Floats:
        """How much of its pixel each fragment covers: 1 or a quarter."""
        return np.where(self.sample < 0, np.float32(1.0), np.float32(0.25))


def sampled(
    projected: Projected,
    size: tuple[int, int],
    *,
    behind: Keys | None = None,
    before: Keys | None = None,
) -> Keys:
    """The z-buffers of the four samples, (4, pixels); limits as in ``raster.visible``.

    Samples lie a quarter of a row apart: they are the points of a picture four times as high.
    """
    width, height = size
    screen = projected.screen * (1.0, 4.0, 1.0)
    limits = (None if keys is None else keys[_BY_ROW] for keys in (behind, before))
    behind, before = (
        None if keys is None else keys.reshape(4, height, width).swapaxes(0, 1).ravel()
        for keys in limits
    )
    keys = visible(screen, (width, 4 * height), _OFFSETS, behind=behind, before=before)
    by_row = keys.reshape(height, 4, width).swapaxes(0, 1).reshape(4, -1)
    return by_row[_FROM_ROW]


def resolve(
    keys: Keys, projected: Projected, soup: Soup, camera: Camera, size: tuple[int, int]
) -> Fragments:
    """The surface points that the z-buffers see."""
    width = size[0]
    seen = np.flatnonzero(keys.any(axis=0))
    triangles = triangle_of(keys[:, seen])
    alike = (triangles == triangles[0]).all(axis=0)
    sample, column = np.nonzero((triangles >= 0) & ~alike)
    pixel = np.concatenate([seen[alike], seen[column]])
    number = np.concatenate([triangles[0, alike], triangles[sample, column]])
    samples = np.concatenate([np.full(int(alike.sum()), -1), sample]).astype(np.int8)
    shift = np.array([*SAMPLES, (0.5, 0.5)])[samples]
    x = (pixel % width + shift[:, 0]).astype(np.float64)
    y = (pixel // width + shift[:, 1]).astype(np.float64)

    used = np.flatnonzero(np.bincount(number, minlength=len(projected.source)))
    place = np.zeros(len(projected.source), np.int64)
    place[used] = np.arange(len(used))
    place = place[number]
    planes, uv_area = _planes(projected, soup, used)
    mine = planes.take(place, axis=0)
    mixed = mine[:, 0] * x[:, None] + mine[:, 1] * y[:, None] + mine[:, 2]
    mixed = np.maximum(mixed, 0.0)
    nearness = np.maximum(mixed[:, 0] + mixed[:, 1] + mixed[:, 2], 1e-12)
    weights = mixed / nearness[:, None]
    cut = number >= projected.uncut
    if cut.any():
        weights[cut] = np.einsum("ni,nij->nj", weights[cut], projected.weights[number[cut]])
    depth = 1.0 / nearness
    position = camera.rays(x, y, size) * depth[:, None] + np.asarray(camera.eye)
    footprint = uv_area[place] * depth**3
    return Fragments(
        pixel, samples, projected.source[number],
        weights.astype(np.float32), position, depth, footprint,
    )  # fmt: skip


def _planes(projected: Projected, soup: Soup, used: Ints) -> tuple[Floats, Floats]:
    """For the used triangles: (u, 3, 3), the plane over the screen (by x, by y, at 0) of each
    corner's weight times nearness, and (u,), the area of uv space a pixel covers where the nearness
    is 1."""
    x, y, q = np.moveaxis(projected.screen[used], 2, 0)
    after, last = np.array([1, 2, 0]), np.array([2, 0, 1])
    area = (x[:, 1] - x[:, 0]) * (y[:, 2] - y[:, 0]) - (x[:, 2] - x[:, 0]) * (y[:, 1] - y[:, 0])
    scale = q / np.where(area != 0.0, area, 1.0)[:, None]
    planes = np.stack(
        [
            (y[:, after] - y[:, last]) * scale,
            (x[:, last] - x[:, after]) * scale,
            (x[:, after] * y[:, last] - x[:, last] * y[:, after]) * scale,
        ],
        axis=1,
    )
    uv = projected.weights[used] @ soup.uv[projected.source[used]]
    corners = np.concatenate([uv, np.ones_like(q)[:, :, None]], axis=2) * q[:, :, None]
    uv_area = np.abs(np.linalg.det(corners) / np.where(area != 0.0, area, 1.0))
    return planes, uv_area
