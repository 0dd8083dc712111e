"""Which part of a model shows which tile: materials their grain, patterned things their print.

What does not belong here: how tiles are drawn or laid on.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from consumers.greybox.model import Part, toned
from consumers.greybox.surfaces.tiles import GRAINS, Tile, grain_tile, print_tile
from consumers.lexicon.phrases.patterns import Pattern, colors_in, pattern_in
from consumers.lexicon.words.materials import Material
from schemas.recipe import Recipe

CREAM, NIGHT = "#f2ead8", "#2b2f38"

_BRICK = (0.5, 0.30)
"""Metres of two bricks' length and four courses' height."""

_ONE_BRICK = 0.5
"""Metres: what is smaller is a brick itself, as is a part of that name."""

PALE = 0.78
"""How light a colour is on which full grain would look like dirt."""
_SHOWS_WHEN_PALE = frozenset({"marble", "fabric", "cotton", "linen", "wool"})

_BLOOMS = ("#e0607a", "#f2c23a", "#5f8f4a", "#7f9bd0")


def dressed(parts: Iterable[Part], recipe: Recipe, main: Material) -> tuple[Part, ...]:
    """The parts with tiles; ``main``: the surface that ``recipe`` asks for, which its words may
    give a pattern."""
    pattern = pattern_in(recipe.label)
    return tuple(replace(p, tile=_tile(p, recipe, main, pattern)) for p in parts)


def _tile(part: Part, recipe: Recipe, main: Material, pattern: Pattern) -> Tile | None:
    surface = part.material
    if part.texture is not None or (surface.opacity < 1.0 and surface.name != "water"):
        return None
    if pattern and surface.name == main.name and _tone_of(surface.color, main.color):
        side = _repeat(recipe.size, pattern)
        return print_tile(pattern, _colors(pattern, surface.color, recipe), side, side)
    if surface.glow > 0.0:
        return None
    if surface.name == "brick":
        if part.name.startswith("brick") or max(recipe.size) < _ONE_BRICK:
            return None
        c = surface.color
        return print_tile("brick", (c, toned(c, 0.88), toned(c, 1.1), "#c9c0b2"), *_BRICK)
    if surface.name in GRAINS:
        pale = _light(surface.color) > PALE and surface.name not in _SHOWS_WHEN_PALE
        return grain_tile(surface.name, _scale(recipe.size), faint=pale)
    return None


def _scale(size: tuple[float, float, float]) -> float:
    """Grain grows a little with a thing: nobody sees single fibres on a barn. Steps of a quarter
    octave keep the number of tiles small."""
    wanted = min(max((max(size) / 1.2) ** 0.5, 0.4), 4.0)
    return float(2.0 ** (round(4.0 * math.log2(wanted)) / 4.0))


def _repeat(size: tuple[float, float, float], pattern: Pattern) -> float:
    """Metres after which a print repeats: some five times over a thing's face."""
    low, middle, high = sorted(size)
    face = math.sqrt(middle * high) if low < 0.2 * middle else middle
    shares = {"plaid": 0.24, "floral": 0.45, "camouflage": 0.6, "leopard": 0.5}
    return float(min(max(face * shares.get(pattern, 0.26), 0.012), 0.9))


def _colors(pattern: Pattern, ground: str, recipe: Recipe) -> tuple[str, ...]:
    """The colours of a print on ``ground``: those that were said, else what goes with it."""
    said = [c for c in colors_in(recipe.label) if c != recipe.color]
    other = said[0] if said else (NIGHT if _light(ground) > 0.86 else CREAM)
    match pattern:
        case "plaid":
            band = said[0] if said else toned(ground, 0.45 if _light(ground) > 0.25 else 1.5)
            return ground, _between(ground, band), band, said[1] if len(said) > 1 else CREAM
        case "floral":
            petals = (said[0] if said else _BLOOMS[0], *_BLOOMS[1:])
            return (ground if recipe.color else CREAM, *petals)
        case "camouflage":
            own = ground if recipe.color else "#6f7048"
            return own, toned(own, 0.62), toned(own, 1.35), NIGHT
        case "leopard":
            return ground if recipe.color else "#c8924f", NIGHT, "#8a5a2c"
        case _:
            return ground, other


def _tone_of(color: str, main: str) -> bool:
    """Whether ``color`` is ``main``, darker or lighter."""
    mine, its = _channels(color), _channels(main)
    spread = [a - b for a, b in zip(mine, its, strict=True)]
    return max(spread) - min(spread) <= 60 and max(map(abs, spread)) <= 80


def _light(color: str) -> float:
    """How light a colour looks, 0 to 1."""
    red, green, blue = _channels(color)
    return (0.3 * red + 0.59 * green + 0.11 * blue) / 255.0


def _between(one: str, other: str) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{(a + b) // 2:02x}" for a, b in pairs)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
