"""A greybox model: named parts, each a closed mesh with a surface; and the draft they are made in.

Shapes are in ``solids`` and ``sweeps``, what a noun looks like in ``families``, files in ``glb``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from consumers.greybox.mesh import Floats, Mesh, Shaded, join, shade
from consumers.greybox.surfaces.tiles import Tile
from consumers.lexicon.words.materials import Material, material_table
from schemas.recipe import Recipe

SMOOTH = 50.0
"""Degrees between faces up to which a surface is shaded as round."""


@dataclass(frozen=True, slots=True, eq=False)
class Texture:
    """A picture over a part's front: ``png`` bytes, ``uv`` (n, 2) a vertex of the part's mesh."""

    png: bytes
    uv: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One named piece: closed ``mesh``, its surface, and the angle where its edges stay sharp.

    ``texture``: a picture on its front; ``tile``: one that repeats all over it; not both.
    """

    name: str
    mesh: Mesh
    material: Material
    crease: float = SMOOTH
    texture: Texture | None = None
    tile: Tile | None = None

    def shaded(self) -> Shaded:
        return shade(self.mesh, self.crease)


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What ``build`` makes: parts in metres, Y up, front +Z, origin at the centre of the base."""

    recipe: Recipe
    parts: tuple[Part, ...]

    @property
    def bounds(self) -> tuple[Floats, Floats]:
        """The lowest and the highest corner."""
        lows = np.array([p.mesh.vertices.min(axis=0) for p in self.parts])
        highs = np.array([p.mesh.vertices.max(axis=0) for p in self.parts])
        return lows.min(axis=0), highs.max(axis=0)

    @property
    def triangles(self) -> int:
        return sum(len(p.mesh.faces) for p in self.parts)


@dataclass(slots=True)
class Draft:
    """A model being made.

    ``w``, ``h``, ``d``: the wanted size in metres, which a family designs to (the result is then
    fitted exactly). ``main``: the surface the recipe asks for. ``rng``: seeded by the recipe, as is
    what differs by ``seed`` itself.
    """

    w: float
    h: float
    d: float
    main: Material
    rng: np.random.Generator
    label: str = ""
    seed: int = 0
    pieces: dict[str, list[Mesh]] = field(default_factory=dict)
    looks: dict[str, tuple[Material, float]] = field(default_factory=dict)
    textures: dict[str, Texture] = field(default_factory=dict)

    def add(
        self, name: str, mesh: Mesh, surface: Material | None = None, crease: float = SMOOTH
    ) -> None:
        """Add a piece; pieces of one name become one part, with the surface the first one had."""
        self.pieces.setdefault(name, []).append(mesh)
        self.looks.setdefault(name, (self.main if surface is None else surface, crease))

    def tone(self, factor: float) -> Material:
        """The main surface, darker (< 1) or lighter (> 1)."""
        return self.main.colored(toned(self.main.color, factor))

    def parts(self) -> tuple[Part, ...]:
        return tuple(
            Part(name, join(meshes), *self.looks[name], self.textures.get(name))
            for name, meshes in self.pieces.items()
        )


Family = Callable[[Draft], None]
"""Draws one noun into a draft."""


def stuff(name: str, color: str | None = None) -> Material:
    """A surface of the materials table, in another colour if one is given."""
    return material_table()[name].colored(color)


def toned(color: str, factor: float) -> str:
    """An sRGB colour darkened (< 1) or moved towards white (> 1)."""
    channels = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    if factor <= 1.0:
        changed = [c * factor for c in channels]
    else:
        changed = [c + (255 - c) * min(1.0, factor - 1.0) for c in channels]
    return "#" + "".join(f"{round(c):02x}" for c in changed)
