"""The embedded engine's own models at the gate: their builders' guarantees hold for every noun."""

from __future__ import annotations

import pytest

from consumers.assets.gate import passed
from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from consumers.greybox.recipes import recipe_for
from consumers.lexicon.words.nouns import noun_table

NOUNS = list(noun_table())
DRAWN = [noun.name for noun in noun_table().values() if not noun.model]
"""Nouns drawn in a way of their own."""
SHEETS = 12
"""Tests that the nouns are spread over."""


@pytest.mark.parametrize("sheet", range(SHEETS))
def test_models_pass_as_they_are(sheet: int) -> None:
    nouns = NOUNS[sheet::SHEETS]
    mended = []
    for noun in nouns:
        recipe = recipe_for(noun, noun)
        glb = to_glb(build(recipe))
        asset = passed(glb, recipe.size, coarser=False)
        assert asset.watertight, noun
        assert asset.fit == "uniform", noun
        assert asset.size == pytest.approx(recipe.size, rel=0.02), noun
        if asset.glb != glb:
            mended.append((noun, asset.mended))
    assert mended == []


@pytest.mark.parametrize("noun", DRAWN[::20])
def test_their_levels_are_coarser_and_stay_closed(noun: str) -> None:
    recipe = recipe_for(noun, noun)
    asset = passed(to_glb(build(recipe)), recipe.size)
    first, second = (lod.triangles / asset.triangles for lod in asset.lods)
    assert first <= 0.55
    assert second <= min(0.4, first)
    for lod in asset.lods:
        coarse = passed(lod.glb, coarser=False)
        assert coarse.watertight, noun
        # What is thin beside the whole (a pedal, a blade) may go in a level seen from far away.
        shares = [side / max(coarse.size) for side in coarse.size]
        wanted = [side / max(recipe.size) for side in recipe.size]
        assert shares == pytest.approx(wanted, abs=0.2), noun
