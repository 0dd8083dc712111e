"""How thick a thing is at each point of its silhouette.

Every part is taken to be as deep as it is wide there: a pole is round, a body is plump, and wide
bodies get a flat face with rounded edges. What does not belong here: triangles (``sheet``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

Floats = npt.NDArray[np.floating]
Mask = npt.NDArray[np.bool_]

GRID = 256
"""Local widths vary slowly: they are worked out on a copy of at most this size."""

LEVELS = 22

DEEPEST = 0.2
"""Half of the greatest depth, as a share of the silhouette's longer side."""


@dataclass(frozen=True, eq=False)
class Thickness:
    """Three (h, w) fields, in pixels: ``depth``, half of the depth, 0 outside; ``half_width`` of
    the part that each pixel belongs to; ``rim``, the distance to the outline, 0 outside."""

    depth: Floats
    half_width: Floats
    rim: Floats


def thickness(inside: Mask) -> Thickness:
    """How thick the thing with this silhouette, (h, w), is."""
    rim = np.maximum(np.asarray(ndimage.distance_transform_edt(np.pad(inside, 1)))[1:-1, 1:-1], 0.0)
    rows, columns = np.nonzero(inside)
    extent = float(max(np.ptp(rows), np.ptp(columns)) + 1)
    step = max(1, -(-max(inside.shape) // GRID))
    width = _local_half_width(inside[::step, ::step]) * step
    grid_row, grid_column = np.mgrid[0 : inside.shape[0], 0 : inside.shape[1]] / step
    radius = ndimage.map_coordinates(width, [grid_row, grid_column], order=1, mode="nearest")
    widest = DEEPEST * extent
    half_width, radius = radius, np.maximum(np.minimum(radius, widest), 1e-6)
    # Half a pixel: the rim lies between the last pixel inside and the first outside.
    reach = np.minimum(np.maximum(rim - 0.5, 0.0), radius)
    depth = np.sqrt(np.maximum(radius**2 - (radius - reach) ** 2, 0.0))
    # The distance to the outline has creases along a body's middle lines; thin parts need theirs.
    body = np.clip(radius / widest * 1.5 - 0.4, 0.0, 1.0) * np.clip(
        1.6 * reach / radius - 0.4, 0.0, 1.0
    )
    fine, coarse = _mean_inside(depth, inside, 1.2), _mean_inside(depth, inside, 0.028 * extent)
    smooth = fine + (coarse - fine) * body
    return Thickness(np.where(inside, smooth, 0.0), half_width, rim)


def _local_half_width(inside: Mask) -> Floats:
    """The radius of the largest disc inside the silhouette that covers each pixel, smoothed.

    A disc of radius r fits over a pixel where the silhouette, shrunk by r and grown by r again,
    still has it; radii are tried from the thinnest to the thickest.
    """
    rim = np.asarray(ndimage.distance_transform_edt(np.pad(inside, 1)))[1:-1, 1:-1]
    thickest = float(rim.max())
    width = np.where(inside, np.minimum(rim, 1.0), 0.0)
    for radius in np.geomspace(1.0, max(thickest, 1.0), LEVELS):
        core = rim >= radius - 1e-9
        if core.any():
            grown = np.asarray(ndimage.distance_transform_edt(~core)) < radius
            width[grown & inside] = radius
    smooth = _mean_inside(width, inside, 0.12 * thickest + 0.8)
    # Smoothing must not fatten a thin part beside a thick one by much.
    smooth = np.minimum(smooth, 1.6 * width)
    nearest = np.asarray(
        ndimage.distance_transform_edt(~inside, return_distances=False, return_indices=True)
    )
    return np.asarray(smooth[tuple(nearest)])


def _mean_inside(values: Floats, inside: Mask, sigma: float) -> Floats:
    """A Gaussian mean that what lies outside has no part in."""
    weight = ndimage.gaussian_filter(inside.astype(np.float64), sigma)
    total = ndimage.gaussian_filter(np.where(inside, values, 0.0), sigma)
    return np.asarray(np.where(inside, total / np.maximum(weight, 1e-6), 0.0))
