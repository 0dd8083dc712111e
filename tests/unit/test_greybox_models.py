"""Every noun's model: closed, exactly as large as asked, the same every time, valid as a file."""

from __future__ import annotations

import json
import struct
from functools import cache
from typing import Any

import numpy as np
import pytest

from consumers.greybox.build import UnknownMaterialError, UnknownNounError, build, surface_of
from consumers.greybox.glb import linear, to_glb
from consumers.greybox.mesh import Floats, Mesh
from consumers.greybox.model import Model
from consumers.greybox.recipes import UNKNOWN_SIZE, recipe_for
from consumers.greybox.render import drawables_from_glb, render_object
from consumers.image.greybox_engine import ALONE_PX
from consumers.lexicon.words.nouns import noun_table
from schemas.recipe import Recipe

NOUNS = [noun.name for noun in noun_table().values() if not noun.model]
"""Nouns drawn in a way of their own."""
AS_ANOTHER = [noun.name for noun in noun_table().values() if noun.model]
SHEETS = 8
"""Tests that the nouns drawn as another are spread over."""
ORGANIC = ["tree", "rock", "bush", "cloud", "bookshelf"]


@cache
def model_of(noun: str) -> Model:
    return build(recipe_for(noun, noun))


def is_closed(mesh: Mesh) -> bool:
    """Every edge is walked once each way."""
    faces = mesh.faces
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    count = len(mesh.vertices)
    there, back = edges[:, 0] * count + edges[:, 1], edges[:, 1] * count + edges[:, 0]
    return len(np.unique(there)) == len(there) and set(there.tolist()) == set(back.tolist())


def volume(mesh: Mesh) -> float:
    a, b, c = (mesh.vertices[mesh.faces[:, i]] for i in range(3))
    return float(np.einsum("ij,ij->", a, np.cross(b, c))) / 6.0


def height_at(model: Model, x: float, z: float) -> float:
    """The highest surface above a point of the ground, or minus infinity."""
    best = -np.inf
    for part in model.parts:
        a, b, c = (part.mesh.vertices[part.mesh.faces[:, i]] for i in range(3))
        area = cross(b - a, c - a)
        solid = np.abs(area) > 1e-12
        a, b, c, area = a[solid], b[solid], c[solid], area[solid]
        point = np.array([x, 0.0, z])
        u = cross(point - a, c - a) / area
        v = cross(b - a, point - a) / area
        inside = (u >= 0) & (v >= 0) & (u + v <= 1)
        heights = a[:, 1] + u * (b[:, 1] - a[:, 1]) + v * (c[:, 1] - a[:, 1])
        best = max(best, float(heights[inside].max(initial=-np.inf)))
    return best


def cross(p: Floats, q: Floats) -> Floats:
    """The level part of a cross product."""
    result: Floats = p[:, 0] * q[:, 2] - p[:, 2] * q[:, 0]
    return result


def document_of(data: bytes) -> dict[str, Any]:
    length = struct.unpack_from("<I", data, 12)[0]
    loaded: dict[str, Any] = json.loads(data[20 : 20 + length])
    return loaded


@pytest.mark.parametrize("noun", NOUNS)
def test_a_model_is_closed_and_turned_outward(noun: str) -> None:
    for part in model_of(noun).parts:
        assert np.isfinite(part.mesh.vertices).all(), part.name
        assert is_closed(part.mesh), part.name
        assert volume(part.mesh) > 0.0, part.name


@pytest.mark.parametrize("noun", NOUNS)
def test_a_model_is_as_large_as_asked_and_stands_on_the_ground(noun: str) -> None:
    low, high = model_of(noun).bounds
    size = np.array(noun_table()[noun].size)
    assert high - low == pytest.approx(size, abs=1e-6)
    assert low == pytest.approx([-size[0] / 2, 0.0, -size[2] / 2], abs=1e-6)


@pytest.mark.parametrize("sheet", range(SHEETS))
def test_a_noun_drawn_as_another_is_closed_and_of_its_own_size(sheet: int) -> None:
    for noun in AS_ANOTHER[sheet::SHEETS]:
        model = build(recipe_for(noun, noun))
        low, high = model.bounds
        assert high - low == pytest.approx(np.array(noun_table()[noun].size), abs=1e-6), noun
        assert all(is_closed(p.mesh) and volume(p.mesh) > 0.0 for p in model.parts), noun
        assert 100 <= model.triangles <= 9000, noun


@pytest.mark.parametrize("noun", NOUNS)
def test_a_model_stays_light(noun: str) -> None:
    assert 100 <= model_of(noun).triangles <= 9000


@pytest.mark.parametrize("noun", [name for name in NOUNS if noun_table()[name].top is not None])
def test_things_can_stand_where_the_table_says(noun: str) -> None:
    row = noun_table()[noun]
    assert row.top is not None
    near = [
        height_at(model_of(noun), x * row.size[0], z * row.size[2])
        for x, z in ((0.003, 0.002), (0.09, 0.07))
    ]
    assert max(near) == pytest.approx(row.top * row.size[1], abs=0.04 * row.size[1])


@pytest.mark.parametrize("noun", NOUNS)
def test_a_model_follows_an_unusual_size(noun: str) -> None:
    x, y, z = noun_table()[noun].size
    size = (x * 1.6, y * 0.7, z * 1.1)
    model = build(recipe_for(noun, noun, size=size))
    low, high = model.bounds
    assert high - low == pytest.approx(np.array(size), abs=1e-6)
    assert all(volume(part.mesh) > 0.0 for part in model.parts)


@pytest.mark.parametrize("noun", NOUNS[::7])
def test_the_same_recipe_gives_the_same_bytes(noun: str) -> None:
    recipe = recipe_for(noun, noun, seed=7)
    assert to_glb(build(recipe)) == to_glb(build(recipe))


@pytest.mark.parametrize("noun", ORGANIC)
def test_another_seed_gives_another_shape(noun: str) -> None:
    first, second = (build(recipe_for(noun, noun, seed=seed)) for seed in (1, 2))
    assert to_glb(first) != to_glb(second)


@pytest.mark.parametrize("noun", ["sofa", "vase", "tree", "car"])
def test_colour_and_material_show_on_the_main_part(noun: str) -> None:
    recipe = recipe_for(noun, noun, color="#c8322f", material="velvet")
    surfaces = {(p.material.color, p.material.name) for p in build(recipe).parts}
    assert ("#c8322f", "velvet") in surfaces


@pytest.mark.parametrize(
    ("color", "striped"),
    [("#ffffff", False), ("#111111", False), ("#808080", True), ("#d98c40", True)],
)
def test_a_cats_stripes_are_darker_than_its_coat_and_plain_ones_have_none(
    color: str, striped: bool
) -> None:
    parts = {part.name: part for part in build(recipe_for("cat", "cat", color=color)).parts}
    assert ("stripes" in parts) == striped
    if striped:
        assert sum(bytes.fromhex(parts["stripes"].material.color[1:])) < sum(
            bytes.fromhex(color[1:])
        )


def test_a_material_without_a_colour_brings_its_own() -> None:
    assert surface_of(recipe_for("chair", "golden chair", material="gold")).color == "#e0b03a"
    assert surface_of(recipe_for("chair", "chair")).color == noun_table()["chair"].color


def test_an_unknown_noun_says_what_to_do() -> None:
    recipe = Recipe(noun="flux capacitor", label="x", size=(1, 1, 1))
    with pytest.raises(UnknownNounError, match="labelled stand-in"):
        build(recipe)


def test_an_unknown_material_says_what_to_do() -> None:
    recipe = recipe_for("chair", "chair", material="unobtainium")
    with pytest.raises(UnknownMaterialError, match="materials table"):
        build(recipe)


def test_a_recipe_takes_the_tables_size_or_the_one_given() -> None:
    assert recipe_for("chair", "chair").size == noun_table()["chair"].size
    assert recipe_for("chair", "chair", size=(1, 2, 3)).size == (1, 2, 3)
    assert recipe_for("flux capacitor", "flux capacitor").size == UNKNOWN_SIZE
    assert not recipe_for("flux capacitor", "flux capacitor").known


def test_a_stand_in_carries_its_label_as_a_picture_and_in_the_file() -> None:
    recipe = recipe_for("", "flux capacitor")
    model = build(recipe)
    label = next(part for part in model.parts if part.name == "label")
    assert label.texture is not None
    assert label.texture.png.startswith(b"\x89PNG")
    document = document_of(to_glb(model))
    assert document["scenes"][0]["name"] == "flux capacitor"
    assert document["images"][0]["mimeType"] == "image/png"
    other = build(recipe_for("", "time machine"))
    assert to_glb(other) != to_glb(model)


@pytest.mark.parametrize("label", ["", "ä", "日本", "a" * 200, "one two three four five six"])
@pytest.mark.parametrize("size", [(0.5, 0.5, 0.5), (0.1, 3.0, 0.1), (4.0, 0.2, 1.0)])
def test_a_stand_in_takes_any_words_and_size(label: str, size: tuple[float, float, float]) -> None:
    low, high = build(recipe_for("", label, size=size)).bounds
    assert high - low == pytest.approx(np.array(size), abs=1e-6)


@pytest.mark.parametrize(
    ("color", "light"),
    [
        ("#000000", (0.0, 0.0, 0.0)),
        ("#ffffff", (1.0, 1.0, 1.0)),
        ("#808080", (0.215861, 0.215861, 0.215861)),
        ("#0a0000", (0.003035, 0.0, 0.0)),
    ],
)
def test_colours_are_written_in_linear_light(color: str, light: tuple[float, float, float]) -> None:
    assert linear(color) == pytest.approx(light, abs=1e-6)


@pytest.mark.parametrize("noun", ["chair", "lamp", "wine glass"])
def test_a_file_is_complete(noun: str) -> None:
    data = to_glb(model_of(noun))
    magic, version, length = struct.unpack_from("<4sII", data)
    assert (magic, version, length) == (b"glTF", 2, len(data))
    document = document_of(data)
    assert Recipe(**document["asset"]["extras"]["recipe"]) == model_of(noun).recipe
    pictures = {image["bufferView"] for image in document.get("images", [])}
    views = [v for n, v in enumerate(document["bufferViews"]) if n not in pictures]
    assert all(view["target"] in (34962, 34963) for view in views)
    named = [*document["nodes"], *document["meshes"], *document["materials"]]
    assert all(entry["name"] for entry in named)
    metals = [m["pbrMetallicRoughness"]["baseColorFactor"] for m in document["materials"]]
    assert all(len(color) == 4 for color in metals)


@pytest.mark.parametrize("sheet", range(SHEETS))
def test_what_is_partly_clear_is_drawn_as_the_painter_draws_it(sheet: int) -> None:
    """Layers of glass lie where nothing solid is, and ask there how much of the sky is seen."""
    drawn = 0
    for noun in NOUNS[sheet::SHEETS]:
        file = to_glb(model_of(noun))
        if any(m.get("alphaMode") == "BLEND" for m in document_of(file)["materials"]):
            drawn += 1
            picture = render_object(drawables_from_glb(file), ALONE_PX, closed=True)
            assert np.ptp(np.asarray(picture.convert("L"))) > 20, noun
    assert drawn > 0


def test_glass_is_blended_and_lamps_glow() -> None:
    glass = document_of(to_glb(model_of("wine glass")))["materials"]
    assert any(m.get("alphaMode") == "BLEND" for m in glass)
    lamp = document_of(to_glb(model_of("lamp")))["materials"]
    assert any("emissiveFactor" in m for m in lamp)
