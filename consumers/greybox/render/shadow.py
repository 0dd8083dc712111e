"""The sun's shadows: a depth picture from the sun, looked up with a soft edge.

Edges are sharp where a thing touches its shadow and soften with the distance between the two. What
does not belong here: darkening of crevices (``occlusion``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from consumers.greybox.render.drawable import Floats
from consumers.greybox.render.light import Sun
from consumers.greybox.render.raster import nearness_of, visible
from consumers.greybox.vectors import cross

WIDEST = 14
"""Widest half shadow, in texels each way."""

BLOCK = 4
"""Texels along a block of the coarse picture that tells plain light and plain shade apart."""

TAPS, FEW_TAPS, FINE = 40, 20, 512
"""Looks at the map for each point near an edge: maps less than ``FINE`` texels wide are of small
pictures, where half of them look the same."""


@dataclass(frozen=True, eq=False)
class ShadowMap:
    """Heights (metres towards the sun, above ``floor``) of what the sun sees first.

    ``axes``: rows right, up, towards the sun; ``corner``: (right, up) at texel (0, 0); ``texel``:
    metres along a texel; ``heights``: (n, n), very low where nothing stands; ``lowest`` and
    ``highest``: their range around each block of texels.
    """

    axes: Floats
    corner: Floats
    floor: float
    texel: float
    heights: Floats
    lowest: Floats
    highest: Floats
    softness: float

    def lit(self, position: Floats, facing: Floats) -> Floats:
        """What part of the sun reaches points, (f,), 0..1; ``facing``: their unit face normals."""
        local = (position @ self.axes.T).astype(np.float32)
        column = (local[:, 0] - self.corner[0]) / self.texel
        row = (local[:, 1] - self.corner[1]) / self.texel
        tilt = (facing @ self.axes.T).astype(np.float32)
        upright = np.maximum(tilt[:, 2], 0.08)
        # How fast the receiving plane itself rises from texel to texel: without it, a wide
        # look-up would find the plane in its own shadow.
        lean = np.clip(-tilt[:, :2] / upright[:, None], -6.0, 6.0) * self.texel
        slope = np.abs(lean[:, 0]) + np.abs(lean[:, 1])
        height = local[:, 2] - self.floor + 0.6 * self.texel + 0.5 * slope
        result = np.ones(len(position), dtype=np.float32)
        count = len(self.heights)
        inside = (column >= 0) & (column < count) & (row >= 0) & (row < count)
        inside &= tilt[:, 2] > 0.0
        some = np.flatnonzero(inside)
        block = (row[some] // BLOCK).astype(np.int64), (column[some] // BLOCK).astype(np.int64)
        slack = slope[some] * (WIDEST + 1)
        dark = height[some] + slack < self.lowest[block]
        plain = dark | (height[some] - slack >= self.highest[block])
        result[some[dark]] = 0.0
        edge = some[~plain]
        result[edge] = self._soft(
            row[edge], column[edge], height[edge].astype(np.float32), lean[edge].astype(np.float32)
        )
        result[tilt[:, 2] <= 0.0] = 0.0
        return result

    def _soft(self, row: Floats, column: Floats, height: Floats, lean: Floats) -> Floats:
        """Light at points near a shadow's edge: how many of the texels around them are lower."""
        disc = _disc(TAPS if len(self.heights) >= FINE else FEW_TAPS)
        padded = np.pad(self.heights, WIDEST + 1, "edge")
        width = padded.shape[1]
        texels = padded.ravel()
        # float32 and one-dimensional: these few lines are a good part of what a picture costs.
        row = (row + (WIDEST + 1)).astype(np.float32)
        column = (column + (WIDEST + 1)).astype(np.float32)
        lean_across, lean_down = np.ascontiguousarray(lean[:, 0]), np.ascontiguousarray(lean[:, 1])

        def above(across: Floats, down: Floats) -> Floats:
            """How far the thing over a neighbouring texel is above the receiving plane there."""
            place = (row + down).astype(np.int32) * width + (column + across).astype(np.int32)
            plane = height + lean_across * across + lean_down * down
            return np.asarray(texels.take(place) - plane)

        gap = np.zeros(len(row), dtype=np.float32)
        hits = np.zeros(len(row), dtype=np.float32)
        for across, down in disc[::3] * WIDEST:
            over = above(across, down)
            hits += over > 0.0
            gap += np.maximum(over, 0.0)
        penumbra = self.softness * gap / np.maximum(hits, 1.0) / self.texel
        radius = np.clip(penumbra, 1.5, WIDEST).astype(np.float32)
        blocked = np.zeros(len(row), dtype=np.float32)
        for across, down in disc:
            blocked += above(across * radius, down * radius) > 0.0
        return 1.0 - blocked / np.float32(len(disc))


def shadow_map(triangles: Floats, sun: Sun, resolution: int) -> ShadowMap | None:
    """The shadow map of world triangles, (t, 3, 3); None where nothing casts a shadow."""
    if not len(triangles):
        return None
    towards = sun.direction
    aside = np.array([0.0, 0.0, -1.0]) if abs(towards[1]) > 0.95 else np.array([0.0, 1.0, 0.0])
    right = cross(aside, towards)
    right /= np.linalg.norm(right)
    axes = np.stack([right, cross(towards, right), towards])
    local = triangles @ axes.T
    low, high = local.reshape(-1, 3).min(axis=0), local.reshape(-1, 3).max(axis=0)
    texel = max(float((high - low)[:2].max()), 1e-6) / (resolution - 2 * WIDEST - 2)
    corner = low[:2] - texel * (WIDEST + 1)
    floor = float(low[2]) - max(1e-3, 1e-3 * float(high[2] - low[2]))
    screen = np.empty_like(local)
    screen[:, :, :2] = (local[:, :, :2] - corner) / texel
    screen[:, :, 2] = local[:, :, 2] - floor
    keys = visible(screen, (resolution, resolution))
    # Where nothing stands, the sun sees far below everything.
    heights = np.where(keys > 0, nearness_of(keys), np.float32(-1e9))
    heights = heights.reshape(resolution, resolution)
    blocks = resolution // BLOCK
    around = 2 * (WIDEST // BLOCK + 1) + 1
    lowest = ndimage.minimum_filter(_by_block(heights, np.minimum, blocks), around, mode="nearest")
    highest = ndimage.maximum_filter(_by_block(heights, np.maximum, blocks), around, mode="nearest")
    pad = ((0, 1), (0, 1))
    return ShadowMap(
        axes, corner, floor, texel, heights,
        np.pad(lowest, pad, "edge"), np.pad(highest, pad, "edge"), sun.softness,
    )  # fmt: skip


def _by_block(heights: Floats, join: np.ufunc, blocks: int) -> Floats:
    """What ``join`` makes of each block of texels, (blocks, blocks)."""
    rows = heights[: blocks * BLOCK].reshape(blocks, BLOCK, -1)
    joined = rows[:, 0]
    for row in range(1, BLOCK):
        joined = join(joined, rows[:, row])
    result = joined[:, : blocks * BLOCK : BLOCK]
    for column in range(1, BLOCK):
        result = join(result, joined[:, column : blocks * BLOCK : BLOCK])
    return np.asarray(result)


def _disc(count: int) -> Floats:
    """Points spread evenly over the unit disc, by the golden angle."""
    number = np.arange(count)
    radius, angle = np.sqrt((number + 0.5) / count), number * 2.399963
    spiral = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return np.asarray(spiral.astype(np.float32))
