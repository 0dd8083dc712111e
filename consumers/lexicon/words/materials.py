"""The materials table: what things are made of, and how that looks.

One table serves understanding ("wooden" means wood) and the greybox models (roughness, colour).
Colours by name are in ``colors``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Material:
    """A surface.

    ``color``: sRGB ``#rrggbb``. ``roughness``, ``metallic``: 0 to 1, as glTF has them.
    ``opacity``: 1 = solid. ``glow``: the share of its colour that it gives off as light.
    ``words``: adjectives and other names that mean this material.
    """

    name: str
    color: str
    roughness: float
    metallic: float
    opacity: float = 1.0
    glow: float = 0.0
    words: tuple[str, ...] = ()

    def colored(self, color: str | None) -> Material:
        """The same surface in another colour; None keeps its own."""
        return self if color is None else replace(self, color=color)


@cache
def material_table() -> dict[str, Material]:
    """Every material by its name, in the file's order."""
    text = files("consumers.lexicon.words").joinpath("materials.toml").read_text("utf-8")
    table: dict[str, Material] = {}
    for name, row in tomllib.loads(text).items():
        row["words"] = tuple(row.get("words", ()))
        table[name] = Material(name=name, **row)
    return table


@cache
def material_words() -> dict[str, str]:
    """Every word that names a material ("wood", "wooden") to the material's name.

    ValueError when the file gives one word to two materials.
    """
    meant: dict[str, str] = {}
    for material in material_table().values():
        for word in (material.name, *material.words):
            if meant.setdefault(word, material.name) != material.name:
                raise ValueError(
                    f"materials.toml: {word!r} names both {meant[word]} and {material.name}"
                )
    return meant
