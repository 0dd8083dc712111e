"""Swept shapes: lathes, tubes and lofts, and the rings and curves they are swept along.

Boxes, balls and prisms are in ``solids``. Metres, Y up; every shape comes out closed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from consumers.greybox.mesh import Floats, Mesh, outward
from consumers.greybox.vectors import cross

Point = tuple[float, float, float]


def loft(rings: Sequence[Floats], closed: bool = False) -> Mesh:
    """A skin over rings of equally many points, ends capped; ``closed`` joins last to first."""
    count, around = len(rings), len(rings[0])
    vertices = np.concatenate(rings)
    spans = count if closed else count - 1
    row = np.arange(spans)[:, None] * around
    column = np.arange(around)[None, :]
    following = (column + 1) % around
    above = (np.arange(spans)[:, None] + 1) % count * around
    a, b = row + column, row + following
    c, d = above + following, above + column
    faces = [np.stack([a, b, c], -1).reshape(-1, 3), np.stack([a, c, d], -1).reshape(-1, 3)]
    if not closed:
        base = len(vertices)
        vertices = np.concatenate(
            [vertices, [rings[0].mean(axis=0)], [rings[-1].mean(axis=0)]], axis=0
        )
        step, after = np.arange(around), (np.arange(around) + 1) % around
        last = (count - 1) * around
        faces.append(np.stack([np.full(around, base), after, step], -1))
        faces.append(np.stack([np.full(around, base + 1), last + step, last + after], -1))
    return outward(Mesh(vertices, np.concatenate(faces)))


def lathe(
    profile: Sequence[tuple[float, float]],
    x: float = 0.0,
    y: float = 0.0,
    z: float = 0.0,
    n: int = 24,
) -> Mesh:
    """Revolve a (radius, height) profile about the vertical through (x, ., z), ends closed.

    A profile that runs up the outside and down the inside makes a hollow vessel.
    """
    radii = [r for r, _ in profile]
    heights = [h for _, h in profile]
    if radii[0] <= 0.0:
        radii, heights = radii[1:], heights[1:]
        low = profile[0][1]
    else:
        low = heights[0]
    if radii[-1] <= 0.0:
        radii, heights = radii[:-1], heights[:-1]
        high = profile[-1][1]
    else:
        high = heights[-1]
    rings = [ellipse(r, r, n, y=h) for r, h in zip(radii, heights, strict=True)]
    mesh = loft(rings)
    mesh.vertices[-2] = (0.0, low, 0.0)
    mesh.vertices[-1] = (0.0, high, 0.0)
    return outward(mesh).move(x, y, z)


def hoop(profile: Sequence[tuple[float, float]], n: int = 24) -> Mesh:
    """Revolve a closed (radius, height) outline about the y axis: a band, a rim, a tyre.

    Unlike a lathe's, the middle stays open.
    """
    line = np.asarray(profile, dtype=float)
    angle = np.arange(n) * (2.0 * np.pi / n)
    rings = [
        np.stack([line[:, 0] * np.sin(a), line[:, 1], line[:, 0] * np.cos(a)], axis=1)
        for a in angle
    ]
    return loft(rings, closed=True)


def eased(profile: Sequence[tuple[float, float]], steps: int = 3) -> list[tuple[float, float]]:
    """A lathe profile with smooth curves between its points."""
    line = curve([(r, y, 0.0) for r, y in profile], steps)
    return [(max(r, 0.0), y) for r, y, _ in line]


def ellipse(rx: float, rz: float, n: int, y: float = 0.0, x: float = 0.0, z: float = 0.0) -> Floats:
    """A level ring about (x, y, z)."""
    angle = np.arange(n) * (2.0 * np.pi / n)
    return np.stack([x + rx * np.sin(angle), np.full(n, y), z + rz * np.cos(angle)], axis=1)


def rounded(
    w: float, d: float, r: float, y: float = 0.0, x: float = 0.0, z: float = 0.0, n: int = 4
) -> Floats:
    """A level rounded rectangle of ``w`` by ``d`` about (x, y, z), ``n`` steps a corner."""
    r = min(r, w / 2 * 0.999, d / 2 * 0.999)
    ring = []
    for index, (sx, sz) in enumerate(((1, 1), (1, -1), (-1, -1), (-1, 1))):
        angles = np.deg2rad(np.linspace(0.0, 90.0, n + 1) + 90.0 * index)
        ring.append(
            np.stack(
                [
                    x + sx * (w / 2 - r) + r * np.sin(angles),
                    np.full(n + 1, y),
                    z + sz * (d / 2 - r) + r * np.cos(angles),
                ],
                axis=1,
            )
        )
    return np.concatenate(ring)


def curve(points: Sequence[Point], steps: int = 4) -> list[Point]:
    """A smooth line through the points (Catmull-Rom), ``steps`` pieces a span."""
    known = np.array([points[0], *points, points[-1]], dtype=float)
    line: list[Point] = []
    for i in range(1, len(known) - 2):
        p0, p1, p2, p3 = known[i - 1 : i + 3]
        for t in np.arange(steps) / steps:
            at = 0.5 * (
                2 * p1
                + (p2 - p0) * t
                + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
                + (3 * p1 - p0 - 3 * p2 + p3) * t**3
            )
            line.append((float(at[0]), float(at[1]), float(at[2])))
    line.append(points[-1])
    return line


def tube(
    points: Sequence[Point],
    radius: float | Sequence[float] | Sequence[tuple[float, float]],
    n: int = 10,
    closed: bool = False,
    tip: float = 0.6,
) -> Mesh:
    """A tube along a line of distinct points.

    ``radius``: one for all, one a point, or (sideways, upward) a point for an oval section.
    ``tip``: how far its ends bulge, in radii (0 = cut straight).
    """
    line = np.asarray(points, dtype=float)
    given = np.asarray(radius, dtype=float)
    radii = np.empty((len(line), 2))
    radii[:] = given[:, None] if given.ndim == 1 else given
    if closed:
        ahead = np.roll(line, -1, axis=0) - np.roll(line, 1, axis=0)
    else:
        ahead = np.gradient(line, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    frames = _frames(ahead)
    if closed:
        # The plane of a closed line is the same all round: no twist at the seam.
        level = cross(line[1] - line[0], line[2] - line[1])
        level /= np.linalg.norm(level)
        frames = [(cross(level, t), level) for t in ahead]
    angle = np.arange(n) * (2.0 * np.pi / n)
    circle = np.stack([np.cos(angle), np.sin(angle)], axis=1)

    def ring(i: int, shrink: float = 1.0, push: float = 0.0) -> Floats:
        side, up = frames[i]
        across = circle * radii[i] * shrink
        at: Floats = line[i] + push * ahead[i] * radii[i].min() + across @ np.stack([side, up])
        return at

    rings = [ring(i) for i in range(len(line))]
    if not closed and tip > 0.0:
        rings = [ring(0, 0.7, -0.7 * tip), *rings, ring(len(line) - 1, 0.7, 0.7 * tip)]
    mesh = loft(rings, closed)
    if not closed and tip > 0.0:
        mesh.vertices[-2] -= ahead[0] * radii[0].min() * 0.3 * tip
        mesh.vertices[-1] += ahead[-1] * radii[-1].min() * 0.3 * tip
    return mesh


def _frames(ahead: Floats) -> list[tuple[Floats, Floats]]:
    """A (side, up) pair at each point of a line, carried along it without twisting.

    The first pair takes world up as its up where it can, so that oval sections are predictable.
    """
    start = ahead[0]
    world = np.array([0.0, 1.0, 0.0]) if abs(start[1]) < 0.9 else np.array([0.0, 0.0, 1.0])
    side = cross(world, start)
    side /= np.linalg.norm(side)
    frames = []
    for direction in ahead:
        side = side - direction * float(side @ direction)
        side /= np.linalg.norm(side)
        frames.append((side, cross(direction, side)))
    return frames
