"""Printed and laid patterns, as a square of colour numbers that repeats.

Each function gives (SIDE, SIDE) integers: 0 is the thing's own colour, 1 and up are the others of
its pattern. The first axis runs down, the second sideways.
"""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.mesh import Floats, Ints
from consumers.greybox.surfaces.grains import SIDE, noise

Grid = tuple[Floats, Floats]


def striped() -> Ints:
    """Even upright stripes."""
    _, x = _grid(2)
    return (x % 1.0 >= 0.5).astype(np.int64)


def checkered() -> Ints:
    y, x = _grid(2)
    return ((np.floor(x) + np.floor(y)) % 2.0).astype(np.int64)


def plaid() -> Ints:
    """Broad bands both ways, darker where they cross, and a thin bright line on each.

    0 ground, 1 one band, 2 two bands, 3 the line.
    """
    y, x = _grid(1)
    bands = _between(x, 0.10, 0.46).astype(np.int64) + _between(y, 0.10, 0.46)
    line = _between(x, 0.70, 0.745) | _between(y, 0.70, 0.745)
    return np.where(line, 3, bands)


def dotted() -> Ints:
    """Dots in offset rows."""
    y, x = _grid(2)
    shift = 0.5 * (np.floor(y) % 2.0)
    near = ((x + shift) % 1.0 - 0.5) ** 2 + (y % 1.0 - 0.5) ** 2
    return (near < 0.27**2).astype(np.int64)


def floral() -> Ints:
    """Flowers of five petals between leaves. 1 petals, 2 their hearts, 3 leaves, 4 buds."""
    drawn = np.zeros((SIDE, SIDE), dtype=np.int64)
    for cx, cy, r, turn in ((0.27, 0.28, 0.15, 0.2), (0.76, 0.74, 0.17, 0.9), (0.78, 0.2, 0.1, 0)):
        for side in (0.6, 2.6, 4.6):
            a = side + turn
            _spot(drawn, cx + 1.25 * r * cos(a), cy + 1.25 * r * sin(a), 0.62 * r, 0.27 * r, a, 3)
        for k in range(5):
            a = turn + 2.0 * pi * k / 5
            _spot(drawn, cx + 0.55 * r * cos(a), cy + 0.55 * r * sin(a), 0.5 * r, 0.36 * r, a, 1)
        _spot(drawn, cx, cy, 0.26 * r, 0.26 * r, 0.0, 2)
    for cx, cy in ((0.25, 0.78), (0.52, 0.5), (0.5, 0.95), (0.03, 0.52)):
        _spot(drawn, cx, cy, 0.05, 0.025, 0.7, 3)
        _spot(drawn, cx + 0.03, cy - 0.03, 0.034, 0.034, 0.0, 4)
    return drawn


def zigzag() -> Ints:
    y, x = _grid(2)
    return ((y + np.abs(x % 1.0 - 0.5)) % 1.0 >= 0.5).astype(np.int64)


def camouflage() -> Ints:
    """Patches of four tones."""
    drawn = np.zeros((SIDE, SIDE), dtype=np.int64)
    for number, seed in ((1, 107), (2, 109), (3, 113)):
        drawn[noise(seed, 6.0, 9.0) > 0.75] = number
    return drawn


def starry() -> Ints:
    """Five-pointed stars in offset rows."""
    y, x = _grid(2)
    shift = 0.5 * (np.floor(y) % 2.0)
    dx, dy = (x + shift) % 1.0 - 0.5, y % 1.0 - 0.5
    angle, radius = np.arctan2(dx, -dy), np.hypot(dx, dy)
    sector = np.abs((angle / (2 * pi / 5) + 0.5) % 1.0 - 0.5) * 2.0
    return (radius < 0.33 / (1.0 + 1.5 * sector)).astype(np.int64)


def leopard() -> Ints:
    """Dark broken rings around darker hearts. 1 rings, 2 hearts."""
    drawn = np.zeros((SIDE, SIDE), dtype=np.int64)
    random = np.random.Generator(np.random.PCG64(127))
    for k in range(16):
        cx, cy = (k % 4 + 0.3 + 0.4 * random.random()) / 4, (k // 4 + 0.5 * random.random()) / 4
        turn = 6.28 * random.random()
        for arc in (0.0, 1.5, 3.4, 4.7):
            a = turn + arc
            _spot(drawn, cx + 0.07 * cos(a), cy + 0.07 * sin(a), 0.026, 0.045, a, 1)
        _spot(drawn, cx, cy, 0.04, 0.05, turn, 2)
    return drawn


def bricks() -> Ints:
    """Four courses of bricks in running bond. 0 to 2 bricks of three tones, 3 mortar."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    row = np.floor(y * 4).astype(np.int64)
    along = (x * 2 + 0.5 * (row % 2)) % 2.0
    column = np.floor(along).astype(np.int64)
    mortar = (y * 4 % 1.0 < 0.13) | (along % 1.0 < 0.045)
    tone = (row * 5 + column * 7 + row * column) % 3
    return np.where(mortar, 3, tone)


def _grid(count: int) -> Grid:
    y, x = np.mgrid[0:SIDE, 0:SIDE] * (count / SIDE)
    return y, x


def _between(values: Floats, low: float, high: float) -> Ints:
    return np.asarray((values % 1.0 >= low) & (values % 1.0 < high))


def _spot(drawn: Ints, x: float, y: float, rx: float, ry: float, turn: float, number: int) -> None:
    """Draw an oval about (x, y), turned by radians; what leaves the tile comes in again."""
    row, column = (np.mgrid[0:SIDE, 0:SIDE] + 0.5) / SIDE
    dx = (column - x + 0.5) % 1.0 - 0.5
    dy = (row - y + 0.5) % 1.0 - 0.5
    along, across = dx * cos(turn) + dy * sin(turn), dy * cos(turn) - dx * sin(turn)
    drawn[(along / rx) ** 2 + (across / ry) ** 2 < 1.0] = number
