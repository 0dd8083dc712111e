"""Flat outlines: the polygons that prisms are cut from, their insets and their triangles.

Outlines are (x, y) points in metres, counter-clockwise, without repeating the first.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from consumers.greybox.mesh import Floats, Ints

Outline = Sequence[tuple[float, float]] | Floats


def circle(r: float, n: int = 24, x: float = 0.0, y: float = 0.0, squash: float = 1.0) -> Floats:
    """A regular polygon; ``squash`` scales its height."""
    angle = np.arange(n) * (2.0 * np.pi / n)
    return np.stack([x + r * np.cos(angle), y + r * squash * np.sin(angle)], axis=1)


def star(points: int, outer: float, inner: float, turn: float = 90.0) -> Floats:
    """A star with its first point at ``turn`` degrees; also a gear, a splash, a fir's tier."""
    angle = np.deg2rad(turn) + np.arange(2 * points) * (np.pi / points)
    r = np.where(np.arange(2 * points) % 2 == 0, outer, inner)
    return np.stack([r * np.cos(angle), r * np.sin(angle)], axis=1)


def sheet(w: float, h: float, r: float, n: int = 4, x: float = 0.0, y: float = 0.0) -> Floats:
    """A rounded rectangle standing on (x, y)."""
    r = min(r, w / 2 * 0.999, h / 2 * 0.999)
    pieces = []
    for index, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        angle = np.deg2rad(np.linspace(0.0, 90.0, n + 1) + 90.0 * index)
        cx, cy = x + sx * (w / 2 - r), y + h / 2 + sy * (h / 2 - r)
        pieces.append(np.stack([cx + r * np.cos(angle), cy + r * np.sin(angle)], axis=1))
    return np.concatenate(pieces)


def smooth(points: Sequence[tuple[float, float]], steps: int = 4) -> Floats:
    """A closed smooth outline through the points (Catmull-Rom)."""
    known = np.asarray(points, dtype=float)
    before, ahead, beyond = (np.roll(known, s, axis=0) for s in (1, -1, -2))
    pieces = []
    for t in np.arange(steps) / steps:
        pieces.append(
            0.5
            * (
                2 * known
                + (ahead - before) * t
                + (2 * before - 5 * known + 4 * ahead - beyond) * t**2
                + (3 * known - before - 3 * ahead + beyond) * t**3
            )
        )
    return np.stack(pieces, axis=1).reshape(-1, 2)


def inset(outline: Floats, amount: float) -> Floats:
    """The outline with every side moved inward by ``amount`` (mitred, spikes kept short)."""
    side = np.roll(outline, -1, axis=0) - outline
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    normal = np.stack([-side[:, 1], side[:, 0]], axis=1) * np.sign(area(outline))
    bisector = normal + np.roll(normal, 1, axis=0)
    grown = np.einsum("ij,ij->i", bisector, bisector)[:, None]
    moved: Floats = outline + amount * 2.0 * bisector / np.maximum(grown, 0.7)
    return moved


def area(outline: Floats) -> float:
    """Signed area, positive when counter-clockwise."""
    x, y = outline[:, 0], outline[:, 1]
    return float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2.0


def triangulate(outline: Floats) -> Ints:
    """Triangles of a simple polygon, by clipping ears; wound as the outline is."""
    flip = area(outline) < 0.0
    points = [(float(x), float(y)) for x, y in outline]
    left = list(range(len(points)))[:: -1 if flip else 1]
    triangles: list[tuple[int, int, int]] = []
    while len(left) > 3:
        ear = _best_ear(points, left)
        triangles.append((left[ear - 1], left[ear], left[(ear + 1) % len(left)]))
        del left[ear]
    triangles.append((left[0], left[1], left[2]))
    found = np.array(triangles, dtype=np.int64)
    return found[:, ::-1] if flip else found


def _best_ear(points: list[tuple[float, float]], left: list[int]) -> int:
    """The first corner that can be cut off; the bluntest one when rounding hides all ears."""
    widest, fallback = -np.inf, 0
    count = len(left)
    reflex = [
        points[left[i]]
        for i in range(count)
        if _turn(points[left[i - 1]], points[left[i]], points[left[(i + 1) % count]]) <= 0.0
    ]
    for i in range(count):
        a, b, c = points[left[i - 1]], points[left[i]], points[left[(i + 1) % count]]
        turn = _turn(a, b, c)
        if turn > widest:
            widest, fallback = turn, i
        if turn > 0.0 and not any(_inside(p, a, b, c) for p in reflex if p not in (a, b, c)):
            return i
    return fallback


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _inside(
    p: tuple[float, float],
    a: tuple[float, float],
    b: tuple[float, float],
    c: tuple[float, float],
) -> bool:
    return _turn(a, b, p) >= 0.0 and _turn(b, c, p) >= 0.0 and _turn(c, a, p) >= 0.0
