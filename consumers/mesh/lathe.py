"""Turned things: a silhouette that mirrors itself is revolved around its middle.

What belongs here: whether a silhouette may be revolved, and the solid. What does not: any other
way to give a silhouette depth (``sheet``).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.integer]

MIRROR = 0.97
"""How much of a turned thing's silhouette and its mirror image are the same."""

BOXY = 0.93
"""A silhouette that fills its bounding box more than this is a box, not a can."""

STRAIGHT = 0.8
"""The share of a silhouette's rows that are as wide as any: with more it is a cupboard."""

HUE_GAP = 14.0
"""How different in mean colour (0..255) the two halves of a turned thing may be."""

SEGMENTS = 48


def turned(soft: Floats, picture: Image.Image) -> bool:
    """Whether a silhouette, (h, w), is plausibly that of a turned thing; ``picture``: RGBA of the
    same size."""
    solid = soft >= 0.5
    rows, columns = np.nonzero(solid)
    box = solid[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    if float(box.mean()) > BOXY:
        return False
    wide = box.sum(axis=1)
    if float((wide >= 0.97 * wide.max()).mean()) > STRAIGHT:
        return False
    mirrored = box[:, ::-1]
    if _likeness(box) < MIRROR:
        return False
    width = box.shape[1] - np.argmax(box, axis=1) - np.argmax(mirrored, axis=1)
    if float((box.sum(axis=1) < 0.97 * width - 1.0).mean()) > 0.02:
        return False
    colors = np.asarray(picture, dtype=np.float32)[:, :, :3]
    hue = colors - colors.mean(axis=2, keepdims=True)
    middle = (columns.min() + columns.max()) / 2.0
    left = np.median(hue[rows[columns < middle], columns[columns < middle]], axis=0)
    right = np.median(hue[rows[columns > middle], columns[columns > middle]], axis=0)
    return float(np.abs(left - right).max()) <= HUE_GAP


def _likeness(box: npt.NDArray[np.bool_]) -> float:
    """How much of a mask and its mirror image are the same, at best.

    Pixels put the axis up to one pixel off the middle, which counts in thin poles.
    """
    mask = np.pad(box, ((0, 0), (2, 2)))
    mirrored = mask[:, ::-1]
    shifted = [np.roll(mirrored, shift, axis=1) for shift in (-2, -1, 0, 1, 2)]
    return max(float((mask & other).sum() / (mask | other).sum()) for other in shifted)


def revolved(soft: Floats, max_triangles: int) -> tuple[Floats, Ints]:
    """The closed solid of revolution of a silhouette: vertices (n, 3) in pixels (x right, y down,
    z to the front) and faces (m, 3), counter-clockwise from outside with y up."""
    solid = soft >= 0.5
    rows = np.flatnonzero(solid.any(axis=1))
    columns = np.flatnonzero(solid.any(axis=0))
    middle = (columns[0] + columns[-1]) / 2.0
    radius = soft[rows[0] : rows[-1] + 1].sum(axis=1) / 2.0
    if len(radius) > 8:
        radius = ndimage.gaussian_filter1d(radius, 0.8, mode="nearest")
    radius = np.maximum(radius, 0.4)
    segments = int(np.clip(max_triangles // 24, 8, SEGMENTS))
    most = max(3, (max_triangles - 2 * segments) // (2 * segments) + 1)
    heights, radii = _profile(rows[0] - 0.0 + np.arange(len(radius)), radius, most)
    # Rows are centres of pixels: the ends lie half a pixel beyond.
    heights[0] -= 0.5
    heights[-1] += 0.5
    angle = np.arange(segments) * (2.0 * np.pi / segments)
    ring = np.stack([np.sin(angle), np.zeros(segments), np.cos(angle)], axis=1)
    layers = ring[None] * radii[:, None, None]
    layers[:, :, 1] = heights[:, None]
    layers[:, :, 0] += middle
    ends = np.array([[middle, heights[0], 0.0], [middle, heights[-1], 0.0]])
    return np.concatenate([layers.reshape(-1, 3), ends]), _faces(len(heights), segments)


def _profile(heights: Floats, radius: Floats, most: int) -> tuple[Floats, Floats]:
    """The fewest points that follow the profile, at most so many: the worst fit is added first."""
    kept = [0, len(radius) - 1]
    while len(kept) < min(most, len(radius)):
        fitted = np.interp(np.arange(len(radius)), kept, radius[kept])
        stray = np.abs(fitted - radius)
        worst = int(np.argmax(stray))
        if stray[worst] < 0.3:
            break
        kept = sorted([*kept, worst])
    return heights[kept].astype(np.float64), radius[kept]


def _faces(layers: int, segments: int) -> Ints:
    index = np.arange(layers * segments).reshape(layers, segments)
    upper, lower = index[:-1], index[1:]
    upper_next, lower_next = np.roll(upper, -1, axis=1), np.roll(lower, -1, axis=1)
    top, bottom = layers * segments, layers * segments + 1
    first, last = index[0], index[-1]
    strips = [
        np.stack([upper, lower, lower_next], axis=2).reshape(-1, 3),
        np.stack([upper, lower_next, upper_next], axis=2).reshape(-1, 3),
        np.stack([np.full(segments, top), first, np.roll(first, -1)], axis=1),
        np.stack([np.full(segments, bottom), np.roll(last, -1), last], axis=1),
    ]
    return np.concatenate(strips)
