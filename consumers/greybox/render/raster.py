"""Which triangle each point of a picture sees: a z-buffer filled a scan line at a time.

Every triangle is cut into scan lines, every scan line into picture points ("fragments"), all by
whole-array steps; the nearest fragment of a point wins in one indexed maximum. A fragment's key has
its nearness in the upper 32 bits and its triangle's number in the lower, so that one comparison
settles both, and ties always fall the same way.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from consumers.greybox.render.drawable import Floats, Ints
from consumers.greybox.vectors import largest, least

Keys = npt.NDArray[np.uint64]

CHUNK = 1 << 19
"""Fragments handled at once; the working arrays then stay near the cache's size."""


def visible(
    screen: Floats,
    size: tuple[int, int],
    offset: tuple[float | Floats, float] = (0.5, 0.5),
    *,
    behind: Keys | None = None,
    before: Keys | None = None,
) -> Keys:
    """Keys of the nearest triangles, (height * width,), 0 where there is none.

    ``screen``: (t, 3, 3) corners as pixel x, pixel y and a nearness > 0 that is linear on the
    screen (1 / depth in perspective). ``offset``: where in its pixel each point lies; a list of
    x are those of the first rows, and so on. ``behind``
    and ``before`` keep only fragments strictly farther than, and strictly nearer than, those keys.
    """
    width, height = size
    keys = np.zeros(width * height, dtype=np.uint64)
    lines = _scan_lines(screen, size, offset)
    if lines is None:
        return keys
    triangle, start, count, nearness, slope = lines
    ends = np.cumsum(count)
    cuts = np.searchsorted(ends, np.arange(CHUNK, int(ends[-1]) + CHUNK, CHUNK), side="left") + 1
    first = 0
    for cut in np.unique(np.minimum(cuts, len(count))):
        part = slice(first, int(cut))
        first = int(cut)
        index, key = _fragments(
            triangle[part], start[part], count[part], nearness[part], slope[part]
        )
        for bound, nearer in ((behind, False), (before, True)):
            if bound is not None:
                limit = bound[index] >> np.uint64(32)
                depth = key >> np.uint64(32)
                keep = depth > limit if nearer else depth < limit
                index, key = index[keep], key[keep]
        np.maximum.at(keys, index, key)
    return keys


def nearness_of(keys: Keys) -> npt.NDArray[np.float32]:
    """The nearness part of keys; 0 where nothing is seen."""
    return (keys >> np.uint64(32)).astype(np.uint32).view(np.float32)


def triangle_of(keys: Keys) -> Ints:
    """The triangle part of keys; -1 where nothing is seen."""
    return (keys & np.uint64(0xFFFFFFFF)).astype(np.int64) - 1


def _scan_lines(
    screen: Floats, size: tuple[int, int], offset: tuple[float | Floats, float]
) -> tuple[Ints, Ints, Ints, Floats, Floats] | None:
    """Non-empty scan lines: triangle, first point's index, number of points, nearness at the first
    point, and its change from point to point."""
    width, height = size
    order = np.argsort(screen[:, :, 1], axis=1, kind="stable")
    corners = np.take_along_axis(screen, order[:, :, None], axis=1)
    x, y, q = corners[:, :, 0], corners[:, :, 1], corners[:, :, 2]
    top = np.clip(np.ceil(y[:, 0] - offset[1]), 0, height).astype(np.int64)
    bottom = np.clip(np.ceil(y[:, 2] - offset[1]), 0, height).astype(np.int64)
    seen = (bottom > top) & (largest(x) > 0.0) & (least(x) < width)
    area = (x[:, 1] - x[:, 0]) * (y[:, 2] - y[:, 0]) - (x[:, 2] - x[:, 0]) * (y[:, 1] - y[:, 0])
    kept = np.flatnonzero(seen & (area != 0.0))
    rows = bottom[kept] - top[kept]
    if not len(kept):
        return None
    triangle = np.repeat(kept, rows)
    line = np.arange(len(triangle)) - np.repeat(np.cumsum(rows) - rows - top[kept], rows)
    level = line + offset[1]

    def along(a: int, b: int) -> Floats:
        rise = y[:, b] - y[:, a]
        lean = (x[:, b] - x[:, a]) / np.where(rise > 0.0, rise, 1.0)
        return np.asarray(x[triangle, a] + (level - y[triangle, a]) * lean[triangle])

    long_side = along(0, 2)
    short_side = np.where(level < y[triangle, 1], along(0, 1), along(1, 2))
    shifts = np.atleast_1d(offset[0])
    shift = shifts[line % len(shifts)]
    left = np.clip(np.ceil(np.minimum(long_side, short_side) - shift), 0, width)
    right = np.clip(np.ceil(np.maximum(long_side, short_side) - shift), 0, width)
    count = (right - left).astype(np.int64)
    full = np.flatnonzero(count > 0)
    if not len(full):
        return None
    triangle, line, left, count = triangle[full], line[full], left[full], count[full]
    shift = shift[full]
    slope_x, slope_y = _slopes(x, y, q, area, triangle)
    across = left + shift - x[triangle, 0]
    down = line + offset[1] - y[triangle, 0]
    # Clamped to the triangle's own range: the slope of a sliver is mostly rounding.
    low, high = least(q)[triangle], largest(q)[triangle]
    nearness = np.clip(q[triangle, 0] + across * slope_x + down * slope_y, low, high)
    last = np.clip(nearness + (count - 1) * slope_x, low, high)
    change = (last - nearness) / np.maximum(count - 1, 1)
    return triangle, line * width + left.astype(np.int64), count, nearness, change


def _slopes(x: Floats, y: Floats, q: Floats, area: Floats, triangle: Ints) -> tuple[Floats, Floats]:
    inverse = 1.0 / np.where(area != 0.0, area, 1.0)
    q1, q2 = q[:, 1] - q[:, 0], q[:, 2] - q[:, 0]
    slope_x = (q1 * (y[:, 2] - y[:, 0]) - q2 * (y[:, 1] - y[:, 0])) * inverse
    slope_y = (q2 * (x[:, 1] - x[:, 0]) - q1 * (x[:, 2] - x[:, 0])) * inverse
    return slope_x[triangle], slope_y[triangle]


def _fragments(
    triangle: Ints, start: Ints, count: Ints, nearness: Floats, slope: Floats
) -> tuple[Ints, Keys]:
    """The scan lines' fragments: picture point and key of each."""
    before = np.cumsum(count) - count
    step = np.arange(int(count.sum())) - np.repeat(before, count)
    index = np.repeat(start, count) + step
    depth = np.repeat(nearness, count) + step * np.repeat(slope, count)
    key = depth.astype(np.float32).view(np.uint32).astype(np.uint64) << np.uint64(32)
    key |= np.repeat((triangle + 1).astype(np.uint64), count)
    return index, key
