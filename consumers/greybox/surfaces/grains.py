"""The grain of materials, as a square field of brightness that repeats: wood, weave, stone, hide.

Each function gives (SIDE, SIDE) floats, 0 the darkest and 1 the lightest; the first axis runs
across the grain, the second along it. All of them are the same in every process.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from consumers.greybox.mesh import Floats

SIDE = 128
"""Pixels along a tile."""


def wood(rings: float = 5.0, wild: float = 1.0) -> Floats:
    """Long wavering year rings and short dark pores."""
    waver = noise(3, 9.0, 40.0) * 0.9 * wild
    phase = _across() * rings + waver
    ring = (phase - np.floor(phase)) ** 1.6
    pores = np.clip(noise(5, 0.7, 7.0) - 1.0, 0.0, 2.0)
    return _limited(0.86 - 0.42 * ring + 0.10 * noise(7, 1.2, 22.0) - 0.22 * pores)


def weave(threads: int = 16, unevenness: float = 0.12) -> Floats:
    """Plain weave: threads that go over and under each other."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] * (threads / SIDE)
    over = (np.floor(x) + np.floor(y)) % 2.0
    level, upright = np.abs(np.sin(np.pi * y)), np.abs(np.sin(np.pi * x))
    body = np.where(over > 0.5, level * (0.72 + 0.28 * upright), upright * (0.6 + 0.28 * level))
    return _limited(0.35 + 0.6 * body + unevenness * noise(11, 1.5, 6.0) * 0.5)


def twill(threads: int = 20) -> Floats:
    """Denim's diagonal ribs."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] * (threads / SIDE)
    rib = 0.5 + 0.5 * np.sin(2.0 * np.pi * (x + y) * 0.5)
    return _limited(0.4 + 0.45 * rib + 0.12 * noise(13, 0.8, 0.8))


def knit(stitches: int = 12) -> Floats:
    """Rows of knitted V's."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] * (stitches / SIDE)
    slant = np.abs((x % 1.0) - 0.5)
    strand = np.abs(np.sin(np.pi * (y + slant * 1.2)))
    edge = np.clip(np.abs(np.sin(np.pi * x)) * 2.2, 0.0, 1.0)
    return _limited(0.25 + 0.65 * strand * (0.55 + 0.45 * edge) + 0.05 * noise(17, 1.0, 1.0))


def hide(cells: int = 260) -> Floats:
    """Leather's pebbles between fine creases."""
    near, second = _cells(cells, 19)
    return _limited(0.35 + 0.6 * np.clip((second - near) / 3.2, 0.0, 1.0) + 0.06 * noise(23, 5, 5))


def speckle(size: float = 0.9, depth: float = 0.3, broad: float = 0.10) -> Floats:
    """Grains of many tones: granite, concrete, sand, asphalt."""
    return _limited(0.72 + depth * 0.5 * noise(29, size, size) + broad * noise(31, 9.0, 9.0))


def rubble(stones: int = 34) -> Floats:
    """Rock of irregular faces with dark cracks."""
    near, second = _cells(stones, 37)
    crack = np.clip((second - near) / 2.6, 0.0, 1.0)
    return _limited(0.5 + 0.24 * crack + 0.10 * noise(41, 7.0, 7.0) + 0.06 * noise(43, 0.9, 0.9))


def veins() -> Floats:
    """Marble: pale, with a few soft dark veins."""
    bent = noise(47, 14.0, 14.0) + 0.35 * noise(53, 5.0, 5.0)
    vein = np.exp(-((np.abs(bent) / 0.10) ** 1.2))
    broad = np.exp(-((np.abs(noise(59, 18.0, 18.0)) / 0.3) ** 2))
    return _limited(0.97 - 0.40 * vein - 0.12 * broad + 0.02 * noise(61, 3.0, 3.0))


def plait(strands: int = 8) -> Floats:
    """Wickerwork: canes around stakes, each row the other way."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] * (strands / SIDE)
    shift = np.floor(y) % 2.0
    cane = np.abs(np.sin(np.pi * y)) ** 0.6
    bulge = 0.5 + 0.5 * np.sin(2.0 * np.pi * (x * 0.5 + 0.5 * shift))
    return _limited(0.18 + 0.74 * cane * (0.4 + 0.6 * bulge) + 0.05 * noise(67, 0.8, 3.0))


def strands(length: float = 9.0, depth: float = 0.34) -> Floats:
    """Fine strands all one way: straw, fur, brushed metal."""
    return _limited(0.74 + depth * 0.5 * noise(71, 0.75, length) + 0.08 * noise(73, 6.0, 14.0))


def turf() -> Floats:
    """Grass from above: tufts and dark gaps."""
    return _limited(0.62 + 0.26 * noise(79, 2.4, 1.1) * 0.7 + 0.16 * noise(83, 8.0, 8.0))


def ripples() -> Floats:
    """Small waves on water."""
    crest = np.exp(-(np.abs(noise(89, 4.5, 9.0)) / 0.35))
    return _limited(0.74 + 0.24 * crest + 0.06 * noise(97, 6.0, 6.0))


def patches(depth: float = 0.22) -> Floats:
    """Soft cloudy tones: plaster, clay, rust, velvet."""
    soft = 0.6 * noise(101, 7.0, 7.0) + 0.4 * noise(103, 2.5, 2.5)
    return _limited(0.82 + depth * 0.5 * soft)


def noise(seed: int, across: float, along: float) -> Floats:
    """Smooth noise that repeats, mean 0 and deviation 1; sizes of its lumps in pixels."""
    raw = np.random.Generator(np.random.PCG64(seed)).normal(size=(SIDE, SIDE))
    smooth = ndimage.gaussian_filter(raw, (across, along), mode="wrap")
    return np.asarray((smooth - smooth.mean()) / smooth.std())


def _cells(count: int, seed: int) -> tuple[Floats, Floats]:
    """Distances in pixels to the nearest and second nearest of scattered points, repeating."""
    from scipy.spatial import cKDTree

    points = np.random.Generator(np.random.PCG64(seed)).uniform(0.0, SIDE, (count, 2))
    rows, columns = np.mgrid[0:SIDE, 0:SIDE]
    pixels = np.stack([rows, columns], axis=-1).reshape(-1, 2)
    distance, _ = cKDTree(points, boxsize=SIDE).query(pixels, k=2)
    return distance[:, 0].reshape(SIDE, SIDE), distance[:, 1].reshape(SIDE, SIDE)


def _across() -> Floats:
    return np.repeat((np.arange(SIDE) / SIDE)[:, None], SIDE, axis=1)


def _limited(field: Floats) -> Floats:
    return np.clip(field, 0.0, 1.0)
