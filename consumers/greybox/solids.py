"""Simple closed shapes: bevelled boxes, cushions, cylinders, balls, prisms, leaves.

Swept shapes are in ``sweeps``. Metres, Y up; a shape that stands has its origin at the centre of
its base, one that floats (ball, blob) at its centre.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from consumers.greybox.mesh import Floats, Ints, Mesh, outward
from consumers.greybox.outlines import Outline, inset, triangulate
from consumers.greybox.sweeps import Point, lathe, tube
from consumers.greybox.vectors import cross, dot


def box(
    w: float,
    h: float,
    d: float,
    x: float = 0.0,
    y: float = 0.0,
    z: float = 0.0,
    bevel: float | None = None,
) -> Mesh:
    """A box standing on (x, y, z), its edges cut by ``bevel`` (default: a little)."""
    least = min(w, h, d)
    cut = min(0.12 * least, 0.02 * max(w, h, d)) if bevel is None else min(bevel, 0.45 * least)
    signs, axes, faces = _chamfered()
    half = np.array([w, h, d]) / 2
    corners = signs * np.where(axes, half, half - cut)
    return Mesh(corners + np.array([x, y + h / 2, z]), faces)


@cache
def _chamfered() -> tuple[Floats, NDArray[np.bool_], Ints]:
    """Signs, on-face flags and faces of a box whose every edge and corner is cut.

    Each of the 8 corners has one vertex a face it touches: index = 3 * corner + axis.
    """
    corner = np.array([(i & 1, i >> 1 & 1, i >> 2 & 1) for i in range(8)]) * 2.0 - 1.0
    signs = np.repeat(corner, 3, axis=0)
    on_face = np.tile(np.eye(3, dtype=bool), (8, 1))
    faces: list[tuple[int, int, int]] = []
    for axis in range(3):
        one, two = (bit for bit in (1, 2, 4) if bit != 1 << axis)
        for side in (0, 1 << axis):
            quad = [3 * (side | bits) + axis for bits in (0, one, one | two, two)]
            faces += [(quad[0], quad[1], quad[2]), (quad[0], quad[2], quad[3])]
    for axis in range(3):
        others = [a for a in range(3) if a != axis]
        for bits in (0, 1 << others[0], 1 << others[1], (1 << others[0]) | (1 << others[1])):
            near, far = bits, bits | 1 << axis
            quad = [3 * near + others[0], 3 * far + others[0], 3 * far + others[1]]
            faces += [(quad[0], quad[1], quad[2]), (quad[0], quad[2], 3 * near + others[1])]
    faces += [(3 * c, 3 * c + 1, 3 * c + 2) for c in range(8)]
    # A convex shape about the origin: a face whose normal points inward is turned round.
    found = np.array(faces, dtype=np.int64)
    place = signs * np.where(on_face, 1.0, 0.8)
    a, b, c = (place[found[:, i]] for i in range(3))
    inward = dot(cross(b - a, c - a), a + b + c) < 0
    found[inward] = found[inward][:, ::-1]
    return signs, on_face, found


def soft(
    w: float,
    h: float,
    d: float,
    x: float = 0.0,
    y: float = 0.0,
    z: float = 0.0,
    r: float | None = None,
    puff: float = 0.0,
) -> Mesh:
    """A box with round edges of radius ``r``, standing on (x, y, z): upholstery, plastic, dough.

    ``puff`` bulges its faces outward by that share of the half extent, as a cushion's.
    """
    least = min(w, h, d)
    radius = 0.3 * least if r is None else min(r, 0.495 * least)
    # Narrow edges do not show more than one step.
    grid, faces = _rounded_grid(fine=radius > 0.1 * max(w, h, d) or puff > 0.0)
    half = np.array([w, h, d]) / 2
    core = half - radius
    place = np.sign(grid) * core + radius * grid / np.linalg.norm(grid, axis=1, keepdims=True)
    if puff:
        flat = place / half
        rise = np.prod(1.0 - np.sort(flat**2, axis=1)[:, :2], axis=1, keepdims=True)
        place = place * (1.0 - puff) + place * puff * (0.4 + 0.6 * rise) / 1.0
    return Mesh(place + np.array([x, y + h / 2, z]), faces)


@cache
def _rounded_grid(fine: bool) -> tuple[Floats, Ints]:
    """The surface of a cube of 6 x 6 (or 4 x 4) nodes a face, crowded at the edges."""
    nodes = np.array(
        [-1.0, -0.42, -0.001, 0.001, 0.42, 1.0] if fine else [-1.0, -0.001, 0.001, 1.0]
    )
    last = len(nodes) - 1
    index: dict[tuple[int, int, int], int] = {}
    quads: list[list[tuple[int, int, int]]] = []
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        for side in (0, last):
            for i in range(last):
                for j in range(last):
                    quad = []
                    for di, dj in ((0, 0), (1, 0), (1, 1), (0, 1)):
                        node = [0, 0, 0]
                        node[axis], node[u], node[v] = side, i + di, j + dj
                        quad.append((node[0], node[1], node[2]))
                    quads.append(quad if side else quad[::-1])
    faces = []
    for quad in quads:
        a, b, c, d = (index.setdefault(node, len(index)) for node in quad)
        faces += [(a, b, c), (a, c, d)]
    return nodes[np.array(list(index))], np.array(faces, dtype=np.int64)


def cylinder(
    r: float,
    h: float,
    x: float = 0.0,
    y: float = 0.0,
    z: float = 0.0,
    top: float | None = None,
    n: int = 20,
) -> Mesh:
    """An upright cylinder on (x, y, z), or a cone frustum with radius ``top`` above."""
    end = r if top is None else top
    cut = min(0.12 * max(r, end), 0.2 * h)
    low, high = max(r - cut, 0.3 * r), max(end - cut, 0.3 * end)
    return lathe([(low, 0.0), (r, cut), (end, h - cut), (high, h)], x, y, z, n)


def rod(p: Point, q: Point, r: float, end: float | None = None, n: int = 10) -> Mesh:
    """A round bar from ``p`` to ``q``, its radius running from ``r`` to ``end``."""
    return tube([p, q], [r, r if end is None else end], n, tip=0.25)


def disc(r: float, depth: float, x: float, y: float, z: float, n: int = 20) -> Mesh:
    """A cylinder along z about (x, y, z): a dial, a knob, a headlight."""
    return cylinder(r, depth, n=n).move(0, -depth / 2).pitch(90).move(x, y, z)


def axle(r: float, width: float, x: float, y: float, z: float, n: int = 20) -> Mesh:
    """A cylinder along x about (x, y, z): a wheel, a roller."""
    return cylinder(r, width, n=n).move(0, -width / 2).roll(90).move(x, y, z)


def ring(
    r: float, thick: float, x: float = 0.0, y: float = 0.0, z: float = 0.0, n: int = 24
) -> Mesh:
    """A level torus about (x, y, z): ``r`` to the middle of the tube of radius ``thick``."""
    angle = np.arange(n) * (2.0 * np.pi / n)
    line = [(r * float(np.sin(a)), 0.0, r * float(np.cos(a))) for a in angle]
    return tube(line, thick, 8, closed=True).move(x, y, z)


def ball(
    rx: float,
    ry: float | None = None,
    rz: float | None = None,
    x: float = 0.0,
    y: float = 0.0,
    z: float = 0.0,
    detail: int = 2,
) -> Mesh:
    """An ellipsoid about (x, y, z)."""
    vertices, faces = _icosphere(detail)
    radii = np.array([rx, rx if ry is None else ry, rx if rz is None else rz])
    return Mesh(vertices * radii + np.array([x, y, z]), faces)


def blob(
    rng: np.random.Generator,
    rx: float,
    ry: float,
    rz: float,
    x: float = 0.0,
    y: float = 0.0,
    z: float = 0.0,
    rough: float = 0.12,
    detail: int = 2,
    waves: float = 2.5,
) -> Mesh:
    """An ellipsoid about (x, y, z) that swells and dips by about ``rough`` of its radius."""
    vertices, faces = _icosphere(detail)
    swell = np.zeros(len(vertices))
    for octave in range(3):
        for _ in range(3):
            way = rng.normal(size=3) * waves * (1.0 + octave)
            swell += np.sin(vertices @ way + rng.uniform(0.0, 6.28)) / (1.0 + octave) / 2.2
    stretched = vertices * (1.0 + rough * np.clip(swell, -1.5, 1.5))[:, None]
    return Mesh(stretched * np.array([rx, ry, rz]) + np.array([x, y, z]), faces)


@cache
def _icosphere(detail: int) -> tuple[Floats, Ints]:
    """A unit sphere of 20 * 4**detail triangles."""
    g = (1.0 + 5.0**0.5) / 2.0
    vertices = [
        (-1, g, 0), (1, g, 0), (-1, -g, 0), (1, -g, 0), (0, -1, g), (0, 1, g),
        (0, -1, -g), (0, 1, -g), (g, 0, -1), (g, 0, 1), (-g, 0, -1), (-g, 0, 1),
    ]  # fmt: skip
    faces = [
        (0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4),
        (11, 10, 2), (10, 7, 6), (7, 1, 8), (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8),
        (3, 8, 9), (4, 9, 5), (2, 4, 11), (6, 2, 10), (8, 6, 7), (9, 8, 1),
    ]  # fmt: skip
    points = [np.array(v) / np.linalg.norm(v) for v in vertices]
    for _ in range(detail):
        middles: dict[tuple[int, int], int] = {}

        def middle(a: int, b: int, middles: dict[tuple[int, int], int] = middles) -> int:
            edge = (min(a, b), max(a, b))
            if edge not in middles:
                between = points[a] + points[b]
                middles[edge] = len(points)
                points.append(between / np.linalg.norm(between))
            return middles[edge]

        finer = []
        for a, b, c in faces:
            ab, bc, ca = middle(a, b), middle(b, c), middle(c, a)
            finer += [(a, ab, ca), (b, bc, ab), (c, ca, bc), (ab, bc, ca)]
        faces = finer
    return np.array(points), np.array(faces, dtype=np.int64)


def prism(outline: Outline, depth: float, bevel: float = 0.0) -> Mesh:
    """An outline in the xy plane made ``depth`` thick along z, centred on z = 0.

    ``bevel`` cuts the rims of both faces; it must be small against the outline's details.
    """
    flat = np.asarray(outline, dtype=float)
    cap = triangulate(flat)
    half = depth / 2
    bevel = min(bevel, 0.45 * depth)
    layers = [(flat, -half), (flat, half)]
    if bevel > 0.0:
        small = inset(flat, bevel)
        layers = [(small, -half), (flat, bevel - half), (flat, half - bevel), (small, half)]
    n = len(flat)
    vertices = np.concatenate([np.column_stack([o, np.full(n, z)]) for o, z in layers])
    here = np.arange(n)
    after = (here + 1) % n
    faces = [cap[:, ::-1], cap + n * (len(layers) - 1)]
    for low in range(len(layers) - 1):
        a, b = here + n * low, after + n * low
        faces += [np.stack([a, b, b + n], -1), np.stack([a, b + n, a + n], -1)]
    return outward(Mesh(vertices, np.concatenate(faces)))


def leaf(
    length: float, width: float, droop: float = 0.3, thick: float = 0.02, rise: float = 0.5
) -> Mesh:
    """A thin pointed leaf from the origin along +Z, rising at first, then drooping.

    ``droop`` and ``rise`` are slopes as shares of its length; ``thick`` a share of its width.
    """
    t = np.linspace(0.0, 1.0, 5)
    line: Sequence[Point] = [
        (0.0, float(length * (rise * s - (droop + rise) * s * s)), float(length * s)) for s in t
    ]
    shape = (0.15, 0.85, 1.0, 0.66, 0.06)
    return tube(line, [(width / 2 * s, width * max(thick, 0.01)) for s in shape], 4, tip=0.0)
