"""Where inside an outline a mesh has its points.

Along the rim, where a body is roundest, they follow it in rows; further in they form a triangular
pattern; in thin parts they mark the middle line, whose roundness hangs on it. What does not belong
here: the triangles between them (``sheet``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from consumers.mesh.sheet import within
from consumers.mesh.thickness import Thickness

Floats = npt.NDArray[np.floating]

ROWS = (0.35, 1.0)
"""How far the rows along the rim are from it, in spacings."""

THIN = 1.9
"""Parts of less half width, in spacings, have no room for rows and pattern."""


def inner_points(polygons: Sequence[Floats], spacing: float, body: Thickness) -> Floats:
    """Points inside the outline, (k, 2), about ``spacing`` pixels apart; ``body``: the same
    silhouette's fields."""
    corners = np.concatenate(list(polygons))
    rows = np.concatenate(
        [_row(polygon, spacing, share, body) for polygon in polygons for share in ROWS]
    )
    pattern = _wide(_pattern(corners, spacing), spacing, body)
    pattern = pattern[field_at(body.rim, pattern) > (ROWS[-1] + 0.5) * spacing]
    line = _middle_line(body, spacing)
    points = np.concatenate([rows, pattern, line])
    return points[within(points, polygons)]


def field_at(field: Floats, points: Floats) -> Floats:
    """A field's values at points, (n, 2) as (x, y), smooth between pixels."""
    return np.asarray(
        ndimage.map_coordinates(field, [points[:, 1], points[:, 0]], order=1, mode="nearest")
    )


def _row(polygon: Floats, spacing: float, share: float, body: Thickness) -> Floats:
    """Points beside a polygon, at a fixed distance from it."""
    following = np.roll(polygon, -1, axis=0)
    along = following - polygon
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    inward = np.stack([along[:, 1], -along[:, 0]], axis=1) / length[:, None]
    points = (polygon + following) / 2.0 + inward * (share * spacing)
    # In narrow bends the row would run into itself or into the other side.
    points = points[field_at(body.rim, points) > 0.85 * share * spacing]
    return _apart(_wide(points, spacing, body), 0.6 * spacing)


def _apart(points: Floats, least: float) -> Floats:
    """Points in order, without those closer than ``least`` to the last one that was kept."""
    kept: list[int] = []
    for number, (x, y) in enumerate(points.tolist()):
        if kept:
            last = points[kept[-1]]
            if (x - last[0]) ** 2 + (y - last[1]) ** 2 < least * least:
                continue
        kept.append(number)
    return points[kept]


def _wide(points: Floats, spacing: float, body: Thickness) -> Floats:
    return points[field_at(body.half_width, points) >= THIN * spacing]


def _pattern(corners: Floats, spacing: float) -> Floats:
    low, high = corners.min(axis=0), corners.max(axis=0)
    row_step = spacing * 0.866
    rows, columns = int((high[1] - low[1]) / row_step) + 2, int((high[0] - low[0]) / spacing) + 2
    row, column = (grid.ravel() for grid in np.mgrid[0:rows, 0:columns])
    # A little off centre: symmetric patterns have ties, which rounding would settle.
    x = low[0] + (column + 0.5 * (row % 2) - 0.213) * spacing
    return np.stack([x, low[1] + (row + 0.137) * row_step], axis=1)


def _middle_line(body: Thickness, spacing: float) -> Floats:
    """Points along the middle of thin parts."""
    ridge = (body.rim >= ndimage.maximum_filter(body.rim, 3)) & (body.rim > 1.2)
    ridge &= (body.half_width < THIN * spacing) & (body.rim >= 0.7 * body.half_width)
    row, column = np.nonzero(ridge)
    cells = np.stack([row, column], axis=1) // (0.9 * spacing)
    _, number, crowd = np.unique(cells, axis=0, return_inverse=True, return_counts=True)
    number = number.ravel()
    x = np.bincount(number, weights=column, minlength=len(crowd)) / np.maximum(crowd, 1)
    y = np.bincount(number, weights=row, minlength=len(crowd)) / np.maximum(crowd, 1)
    return np.stack([x, y], axis=1)
