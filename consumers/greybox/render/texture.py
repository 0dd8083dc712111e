"""Looking up textures: sRGB bytes to linear colour, smooth, without shimmer in the distance.

What does not belong here: where on the texture a picture point falls (``fragments``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from consumers.greybox.render.drawable import Bytes, Floats, Ints

_CODES = np.arange(256) / 255.0
SRGB_TO_LINEAR: Floats = np.where(
    _CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4
).astype(np.float32)
"""Linear intensity of each sRGB byte."""


@dataclass(frozen=True, eq=False)
class Texture:
    """A texture with its halved copies, finest first; each (h, w, 4), linear, float32."""

    levels: tuple[Floats, ...]

    def at(self, uv: Floats, footprint: Floats) -> Floats:
        """Colours, (n, 4), at texture coordinates (n, 2) that repeat outside 0..1.

        ``footprint``: the area of uv space that each picture point covers, (n,).
        """
        height, width = self.levels[0].shape[:2]
        texels = np.maximum(footprint * (height * width), 1e-12)
        level = np.clip(np.round(0.5 * np.log2(texels)), 0, len(self.levels) - 1).astype(np.int64)
        colors = np.empty((len(uv), 4), dtype=np.float32)
        for number in np.unique(level):
            chosen = level == number
            colors[chosen] = _bilinear(self.levels[number], uv[chosen])
        return colors


def prepared(texture: Bytes) -> Texture:
    """A texture ready for look-ups, from sRGB bytes (h, w, 3 or 4)."""
    height, width, channels = texture.shape
    finest = np.ones((height, width, 4), dtype=np.float32)
    finest[:, :, :3] = SRGB_TO_LINEAR[texture[:, :, :3]]
    if channels == 4:
        finest[:, :, 3] = texture[:, :, 3] / np.float32(255.0)
    levels = [finest]
    while max(levels[-1].shape[:2]) > 1:
        levels.append(_halved(levels[-1]))
    return Texture(tuple(levels))


def _halved(level: Floats) -> Floats:
    for axis in (0, 1):
        length = level.shape[axis]
        if length > 1:
            even = np.take(level, np.arange(0, length - length % 2, 2), axis=axis)
            odd = np.take(level, np.arange(1, length, 2), axis=axis)
            level = (even + odd) * np.float32(0.5)
    return level


def _bilinear(level: Floats, uv: Floats) -> Floats:
    height, width = level.shape[:2]
    x = uv[:, 0] * width - 0.5
    y = uv[:, 1] * height - 0.5
    left, top = np.floor(x), np.floor(y)
    across, down = (x - left)[:, None], (y - top)[:, None]
    columns, rows = left.astype(np.int64), top.astype(np.int64)

    def texel(row: Ints, column: Ints) -> Floats:
        return np.asarray(level[row % height, column % width])

    upper = texel(rows, columns) * (1 - across) + texel(rows, columns + 1) * across
    lower = texel(rows + 1, columns) * (1 - across) + texel(rows + 1, columns + 1) * across
    return np.asarray(upper * (1 - down) + lower * down)
