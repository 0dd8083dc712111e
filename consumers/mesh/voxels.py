"""A small picture of the voxels that a model takes the thing to fill: how it looks by now.

What does not belong here: pictures of meshes (``consumers.greybox.render``).
"""

from __future__ import annotations

import io
import math

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

SIDE = 128
"""Pixels of the picture."""
YAW, PITCH = math.radians(30.0), math.radians(20.0)
LIGHT = np.array([-0.4, -0.75, 0.53])
"""Towards the light, in the models' frame: from the front left, above."""


def picture_of(filled: npt.NDArray[np.integer]) -> bytes:
    """A PNG of voxels ``filled`` (n, 3), seen from the front, a little from its right and above.

    The models' frame: x to the right, y away from who looks, z up. Of none it is empty.
    """
    canvas = np.full((SIDE, SIDE), 255, dtype=np.uint8)
    if len(filled):
        _splat(canvas, *_seen(filled))
    file = io.BytesIO()
    Image.fromarray(canvas).save(file, "PNG")
    return file.getvalue()


def _seen(
    filled: npt.NDArray[np.integer],
) -> tuple[npt.NDArray[np.floating], npt.NDArray[np.floating], float]:
    """Voxels at the surface as (right, up, towards us), centred; their grey; pixels a voxel."""
    low = filled.min(axis=0)
    grid = np.zeros(tuple(filled.max(axis=0) - low + 5), dtype=np.float32)
    inside = filled - low + 2
    grid[tuple(inside.T)] = 1.0
    slopes = np.gradient(ndimage.gaussian_filter(grid, 1.0))
    normal = -np.stack([slope[tuple(inside.T)] for slope in slopes], axis=1)
    length = np.linalg.norm(normal, axis=1)
    surface = length > 0.02
    normal, points = normal[surface] / length[surface, None], inside[surface].astype(np.float64)
    light = np.clip(normal @ LIGHT, 0.0, 1.0)
    centre = (np.asarray(grid.shape) - 1) / 2.0
    x, y, z = (points - centre).T
    right, away = x * math.cos(YAW) + y * math.sin(YAW), y * math.cos(YAW) - x * math.sin(YAW)
    up, towards = z * math.cos(PITCH) + away * math.sin(PITCH), -away * math.cos(PITCH)
    towards = towards + z * math.sin(PITCH)
    scale = (SIDE - 12) / max(float(np.linalg.norm(grid.shape)), 1.0)
    return np.stack([right, up, towards], axis=1), 70.0 + 165.0 * light, scale


def _splat(
    canvas: npt.NDArray[np.uint8],
    points: npt.NDArray[np.floating],
    grey: npt.NDArray[np.floating],
    scale: float,
) -> None:
    """Draw a square for each point, the nearest last."""
    half = max(1, math.ceil(scale * 0.8))
    offsets = np.arange(-half, half + 1)
    dy, dx = (part.ravel() for part in np.meshgrid(offsets, offsets))
    order = np.argsort(points[:, 2], kind="stable")
    column = np.rint(SIDE / 2 + points[order, 0] * scale).astype(int)
    row = np.rint(SIDE / 2 - points[order, 1] * scale).astype(int)
    rows = np.clip(row[:, None] + dy, 0, SIDE - 1)
    columns = np.clip(column[:, None] + dx, 0, SIDE - 1)
    canvas[rows, columns] = grey[order].astype(np.uint8)[:, None]
