"""Small repeating pictures of grains and prints, as PNG files; each is made once in a process.

Grains are tints from white down, multiplied with a part's colour, so that one file serves all
colours; prints bring their colours. What does not belong here: which thing has which.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from consumers.greybox.mesh import Floats, Ints
from consumers.greybox.surfaces import grains, prints

TONES = 16
"""Steps of brightness in a grain: four bits a pixel."""

FAINT = 0.45
"""The contrast of a faint grain, as a share of the full one."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A picture that repeats.

    ``png``: the file; ``width``, ``height``: metres that one repeat covers along and across the
    grain (sideways and upward for prints); ``mean``: a grain's mean linear RGB, by which a part's
    colour is made up for it, None for prints, which show their own colours; ``upright``: it is
    never turned.
    """

    png: bytes
    width: float
    height: float
    mean: tuple[float, float, float] | None
    upright: bool


@dataclass(frozen=True, slots=True)
class Grain:
    """How a material's grain is drawn: ``draw``, ``dark``: the sRGB factor of its darkest tone,
    ``width`` and ``height`` of a repeat in metres, whether it is ``upright``."""

    draw: Callable[[], Floats]
    dark: tuple[float, float, float]
    width: float
    height: float
    upright: bool = False


_WOOD = (0.62, 0.54, 0.46)
_GREY = (0.55, 0.55, 0.55)
_SOFT = (0.74, 0.74, 0.75)

GRAINS: dict[str, Grain] = {
    "wood": Grain(grains.wood, _WOOD, 0.9, 0.30),
    "oak": Grain(lambda: grains.wood(6.0, 1.5), _WOOD, 0.9, 0.30),
    "pine": Grain(lambda: grains.wood(3.0, 1.2), (0.72, 0.62, 0.5), 0.9, 0.30),
    "walnut": Grain(lambda: grains.wood(6.0, 1.8), (0.5, 0.44, 0.4), 0.9, 0.30),
    "mahogany": Grain(lambda: grains.wood(8.0, 0.8), (0.6, 0.52, 0.48), 0.9, 0.30),
    "bamboo": Grain(lambda: grains.strands(30.0, 0.4), (0.66, 0.62, 0.5), 0.4, 0.2),
    "wicker": Grain(grains.plait, (0.42, 0.36, 0.3), 0.16, 0.16, True),
    "straw": Grain(grains.strands, (0.55, 0.46, 0.34), 0.3, 0.3),
    "steel": Grain(lambda: grains.strands(40.0, 0.16), _SOFT, 0.4, 0.4),
    "aluminum": Grain(lambda: grains.strands(40.0, 0.16), _SOFT, 0.4, 0.4),
    "rust": Grain(lambda: grains.patches(0.8), (0.42, 0.36, 0.34), 0.5, 0.5),
    "stone": Grain(grains.rubble, (0.52, 0.52, 0.54), 0.8, 0.8),
    "marble": Grain(grains.veins, (0.45, 0.46, 0.5), 0.9, 0.9),
    "granite": Grain(lambda: grains.speckle(0.9, 0.6), (0.5, 0.49, 0.49), 0.3, 0.3),
    "concrete": Grain(lambda: grains.speckle(0.7, 0.2, 0.16), _GREY, 0.9, 0.9),
    "plaster": Grain(lambda: grains.patches(0.2), (0.84, 0.83, 0.81), 0.8, 0.8),
    "asphalt": Grain(lambda: grains.speckle(0.7, 0.6), (0.45, 0.45, 0.45), 0.5, 0.5),
    "clay": Grain(lambda: grains.patches(0.35), (0.66, 0.62, 0.6), 0.4, 0.4),
    "terracotta": Grain(lambda: grains.patches(0.3), (0.68, 0.62, 0.6), 0.4, 0.4),
    "fabric": Grain(grains.weave, (0.66, 0.66, 0.67), 0.12, 0.12, True),
    "cotton": Grain(lambda: grains.weave(22), (0.76, 0.76, 0.77), 0.12, 0.12, True),
    "linen": Grain(lambda: grains.weave(16, 0.3), (0.64, 0.63, 0.61), 0.10, 0.10, True),
    "velvet": Grain(lambda: grains.patches(0.35), (0.78, 0.76, 0.78), 0.35, 0.35),
    "denim": Grain(grains.twill, (0.58, 0.6, 0.66), 0.10, 0.10, True),
    "wool": Grain(grains.knit, (0.56, 0.55, 0.55), 0.20, 0.20, True),
    "leather": Grain(grains.hide, (0.76, 0.73, 0.71), 0.18, 0.18),
    "fur": Grain(lambda: grains.strands(3.5, 0.3), (0.8, 0.78, 0.77), 0.16, 0.16),
    "grass": Grain(grains.turf, (0.5, 0.56, 0.42), 0.8, 0.8),
    "moss": Grain(grains.turf, (0.5, 0.56, 0.42), 0.4, 0.4),
    "sand": Grain(lambda: grains.speckle(0.7, 0.3, 0.12), (0.66, 0.62, 0.56), 0.5, 0.5),
    "dirt": Grain(lambda: grains.speckle(1.2, 0.6, 0.2), (0.45, 0.42, 0.4), 0.6, 0.6),
    "water": Grain(grains.ripples, (0.62, 0.72, 0.8), 1.2, 1.2),
}  # fmt: skip
"""Each material of the table that has a grain worth showing."""

PRINTS: dict[str, Callable[[], Ints]] = {
    "striped": prints.striped, "checkered": prints.checkered, "plaid": prints.plaid,
    "dotted": prints.dotted, "floral": prints.floral, "zigzag": prints.zigzag,
    "camouflage": prints.camouflage, "starry": prints.starry, "leopard": prints.leopard,
    "brick": prints.bricks,
}  # fmt: skip


@lru_cache(maxsize=256)
def grain_tile(material: str, scale: float, faint: bool = False) -> Tile:
    """The tile of a material's grain, ``scale`` times its natural size; ``faint``: with less
    contrast, as on pale and painted things."""
    grain = GRAINS[material]
    png, mean = _grain_picture(material, faint)
    return Tile(png, grain.width * scale, grain.height * scale, mean, grain.upright)


@lru_cache(maxsize=256)
def print_tile(pattern: str, colors: tuple[str, ...], width: float, height: float) -> Tile:
    """The tile of a print in ``colors`` (sRGB, its own first), ``width`` by ``height`` metres."""
    palette = [int(c[i : i + 2], 16) for c in colors for i in (1, 3, 5)]
    return Tile(_png(_print_numbers(pattern), palette), width, height, None, True)


@cache
def _grain_picture(material: str, faint: bool) -> tuple[bytes, tuple[float, float, float]]:
    grain = GRAINS[material]
    dark = 1.0 - (1.0 - np.array(grain.dark)) * (FAINT if faint else 1.0)
    numbers = np.rint(grain.draw() * (TONES - 1)).astype(np.int64)
    share = np.linspace(0.0, 1.0, TONES)[:, None]
    tones = np.rint(255.0 * (dark * (1.0 - share) + share)).astype(np.int64)
    light = (tones / 255.0) ** 2.2
    mean = light[numbers].reshape(-1, 3).mean(axis=0)
    return _png(numbers, tones.ravel().tolist()), (float(mean[0]), float(mean[1]), float(mean[2]))


@cache
def _print_numbers(pattern: str) -> Ints:
    return PRINTS[pattern]()


def _png(numbers: Ints, palette: list[int]) -> bytes:
    from PIL import Image

    picture = Image.fromarray(numbers.astype(np.uint8), "P")
    picture.putpalette(palette)
    file = io.BytesIO()
    picture.save(file, "PNG", bits=4, compress_level=9)
    return file.getvalue()
