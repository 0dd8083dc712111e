"""Builds the model of a recipe: picks the noun's family, lets it draw, fits the result exactly.

What each noun looks like is in ``families``; how recipes come about in ``recipes``.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from consumers.greybox.families.people.posture import laid, seated
from consumers.greybox.families.shaped import shaped
from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, Family, Model, Part
from consumers.greybox.standin import stand_in
from consumers.greybox.surfaces.dressing import dressed
from consumers.greybox.variety import main_color
from consumers.lexicon.phrases.postures import SITTING, posture_in
from consumers.lexicon.phrases.shapes import shape_in
from consumers.lexicon.words.materials import Material, material_table
from consumers.lexicon.words.nouns import noun_table
from schemas.recipe import Recipe


class UnknownNounError(ValueError):
    """The recipe names a noun that has no model."""

    def __init__(self, noun: str) -> None:
        self.noun = noun
        super().__init__(
            f"no greybox model for the noun {noun!r}: use a name of the noun table, "
            'or noun="" for a labelled stand-in'
        )


class UnknownMaterialError(ValueError):
    """The recipe names a material that the materials table does not have."""

    def __init__(self, material: str) -> None:
        self.material = material
        super().__init__(
            f"no material {material!r}: use a name of the materials table, "
            "or None for the noun's own"
        )


def build(recipe: Recipe) -> Model:
    """The model of a recipe, exactly ``recipe.size`` large; equal recipes give equal models.

    UnknownNounError, UnknownMaterialError (both ValueError) when the recipe names what is not in
    the tables.
    """
    main = surface_of(recipe)
    family = shaped(recipe.noun, shape_in(recipe.label, recipe.noun)) or _family(recipe.noun)
    draft = Draft(
        *recipe.size,
        main=main,
        rng=np.random.Generator(np.random.PCG64(recipe.seed & 0xFFFFFFFF)),
        label=recipe.label,
        seed=recipe.seed,
    )
    family(draft)
    parts = draft.parts()
    held = posture_in(recipe.label, recipe.noun)
    if held:
        parts = seated(parts) if held == SITTING else laid(parts)
    return Model(recipe, dressed(_fitted(parts, recipe.size), recipe, main))


def surface_of(recipe: Recipe) -> Material:
    """The surface of the main part: the recipe's wish, else the noun's own."""
    if recipe.material is not None and recipe.material not in material_table():
        raise UnknownMaterialError(recipe.material)
    noun = noun_table().get(recipe.noun)
    if recipe.material is not None:
        return material_table()[recipe.material].colored(recipe.color)
    own = material_table()[noun.material if noun else "plastic"]
    usual = main_color(recipe) or (noun.color if noun else "#c9bfae")
    return own.colored(recipe.color or usual)


@cache
def families() -> dict[str, Family]:
    """Every noun that has a model, to what draws it."""
    from consumers.greybox.families import catalogue

    return catalogue()


def _family(noun: str) -> Family:
    if noun == "":
        return stand_in
    try:
        return families()[noun]
    except KeyError:
        raise UnknownNounError(noun) from None


def _fitted(parts: tuple[Part, ...], size: tuple[float, float, float]) -> tuple[Part, ...]:
    """The parts scaled a little along each axis to ``size``, centred on the base."""
    low = np.min([p.mesh.vertices.min(axis=0) for p in parts], axis=0)
    high = np.max([p.mesh.vertices.max(axis=0) for p in parts], axis=0)
    factor = np.array(size) / (high - low)
    origin = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])
    return tuple(
        replace(p, mesh=Mesh((p.mesh.vertices - origin) * factor, p.mesh.faces)) for p in parts
    )
