"""The outline of a soft mask as closed polygons: marching squares, smoothed, thinned out.

Coordinates are pixels, x to the right, y down; pixel (row 0, column 0) has its centre at (0, 0).
What does not belong here: filling the outline with triangles (``sheet``).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.integer]

# For each cell (bits: 1 top left, 2 top right, 4 bottom right, 8 bottom left inside) the cell's
# sides (0 top, 1 right, 2 bottom, 3 left) that segments run from and to, the inside on one hand.
_SEGMENTS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 0), (1, 2)), 6: ((0, 2),),
    7: ((3, 2),), 8: ((2, 3),), 9: ((2, 0),), 10: ((0, 1), (2, 3)), 11: ((2, 1),), 12: ((1, 3),),
    13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip


def outlines(soft: Floats, *, tolerance: float, spacing: float, least_area: float) -> list[Floats]:
    """Closed polygons, each (n, 2), where the mask crosses one half; holes are polygons too.

    A side (dx, dy) has the inside towards (dy, -dx).

    ``tolerance``: pixels that a polygon may stray from the outline; ``spacing``: longest side;
    ``least_area``: square pixels below which a polygon is left out.
    """
    polygons = []
    for loop in _loops(np.pad(soft, 1)):
        smooth = _smoothed(loop - 1.0)
        thin = smooth[_corners(smooth, tolerance)]
        if len(thin) >= 3 and abs(area(thin)) >= least_area:
            polygons.append(_divided(thin, spacing))
    return polygons


def area(polygon: Floats) -> float:
    """The signed area of a closed polygon."""
    x, y = polygon[:, 0], polygon[:, 1]
    return float(0.5 * np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def _loops(field: Floats) -> list[Floats]:
    """The closed lines where the field crosses one half, one point for each crossed grid edge."""
    rows, columns = field.shape
    inside = (field >= 0.5).astype(np.int8)
    case = inside[:-1, :-1] + 2 * inside[:-1, 1:] + 4 * inside[1:, 1:] + 8 * inside[1:, :-1]
    follow: dict[int, int] = {}
    for code, segments in _SEGMENTS.items():
        row, column = np.nonzero(case == code)
        for start, end in segments:
            starts = _edge_number(row, column, start, rows, columns).tolist()
            ends = _edge_number(row, column, end, rows, columns).tolist()
            follow.update(zip(starts, ends, strict=True))
    loops = []
    while follow:
        first, current = follow.popitem()
        chain = [first]
        while current != first:
            chain.append(current)
            current = follow.pop(current)
        loops.append(_places(np.array(chain), field))
    return sorted(loops, key=lambda loop: (-len(loop), float(loop[0, 0]), float(loop[0, 1])))


def _edge_number(row: Ints, column: Ints, side: int, rows: int, columns: int) -> Ints:
    """Level grid edges are counted first, then the upright ones."""
    if side in (0, 2):
        return (row + (side == 2)) * columns + column
    return rows * columns + row * columns + column + (side == 1)


def _places(edges: Ints, field: Floats) -> Floats:
    """Where on their grid edges the field is one half, (n, 2)."""
    rows, columns = field.shape
    upright = edges >= rows * columns
    row, column = np.divmod(edges % (rows * columns), columns)
    here = field[row, column]
    there = field[row + upright, column + ~upright]
    share = np.clip((0.5 - here) / (there - here), 0.02, 0.98)
    return np.stack(
        [column + np.where(upright, 0.0, share), row + np.where(upright, share, 0.0)], 1
    )


def _smoothed(loop: Floats) -> Floats:
    """Without the steps of a hard mask; a one-pixel step spreads over about five points."""
    if len(loop) < 12:
        return loop
    for _ in range(2):
        loop = 0.25 * np.roll(loop, 1, axis=0) + 0.5 * loop + 0.25 * np.roll(loop, -1, axis=0)
    return loop


def _corners(loop: Floats, tolerance: float) -> Ints:
    """Which points to keep so that no other strays farther than the tolerance (Douglas-Peucker)."""
    count = len(loop)
    far = int(np.argmax(((loop - loop[0]) ** 2).sum(axis=1)))
    closed = np.concatenate([loop, loop[:1]])
    kept = {0, far}
    stack = [(0, far), (far, count)]
    while stack:
        start, end = stack.pop()
        if end - start < 2:
            continue
        along = closed[end] - closed[start]
        away = closed[start + 1 : end] - closed[start]
        length = float(np.hypot(along[0], along[1]))
        if length > 0.0:
            stray = np.abs(along[0] * away[:, 1] - along[1] * away[:, 0]) / length
        else:
            stray = np.hypot(away[:, 0], away[:, 1])
        worst = int(np.argmax(stray))
        if stray[worst] > tolerance:
            middle = start + 1 + worst
            kept.add(middle)
            stack += [(start, middle), (middle, end)]
    return np.array(sorted(kept))


def _divided(polygon: Floats, spacing: float) -> Floats:
    """The same polygon with its long sides divided evenly."""
    following = np.roll(polygon, -1, axis=0)
    lengths = np.hypot(*(following - polygon).T)
    parts = np.maximum(np.ceil(lengths / spacing), 1).astype(np.int64)
    start = np.repeat(np.arange(len(polygon)), parts)
    step = np.arange(len(start)) - np.repeat(np.cumsum(parts) - parts, parts)
    share = (step / parts[start])[:, None]
    return np.asarray(polygon[start] * (1.0 - share) + following[start] * share)
