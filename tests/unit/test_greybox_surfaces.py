"""Surfaces: grain and prints by the words, in true scale, small, and the same every time."""

from __future__ import annotations

import io
import json
import struct
from typing import Any

import numpy as np
import pytest
from PIL import Image

from consumers.greybox.build import build, surface_of
from consumers.greybox.glb import linear, to_glb
from consumers.greybox.mesh import Floats, Mesh, shade
from consumers.greybox.model import Model, Part
from consumers.greybox.recipes import recipe_for
from consumers.greybox.render.drawable import Bytes
from consumers.greybox.solids import box, cylinder
from consumers.greybox.surfaces.tiles import GRAINS, PRINTS, Tile, grain_tile, print_tile
from consumers.greybox.surfaces.unwrap import unwrapped
from consumers.lexicon.phrases.patterns import colors_in, pattern_in
from consumers.prompt.rules import parse_object
from ops.bench.scenes.session import Session, engines

COLORS = ("#c8322f", "#ffffff", "#22aa44", "#111111", "#3355aa")


def picture(tile: Tile) -> Bytes:
    with Image.open(io.BytesIO(tile.png)) as image:
        return np.asarray(image.convert("RGB"))


def document_of(model: Model) -> dict[str, Any]:
    data = to_glb(model)
    length = struct.unpack_from("<I", data, 12)[0]
    loaded: dict[str, Any] = json.loads(data[20 : 20 + length])
    return loaded


def part(model: Model, name: str) -> Part:
    return next(p for p in model.parts if p.name == name)


def stretch(mesh: Mesh, tile: Tile) -> tuple[Floats, float]:
    """The areas in the tile's metres as shares of the true ones: each face's, and of all."""
    shaded, uv = unwrapped(mesh, shade(mesh, 50.0), tile)
    a, b, c = (shaded.vertices[shaded.faces[:, i]] for i in range(3))
    true = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    flat = uv * (tile.width, tile.height)
    p, q, r = (flat[shaded.faces[:, i]] for i in range(3))
    shown = np.abs((q - p)[:, 0] * (r - p)[:, 1] - (q - p)[:, 1] * (r - p)[:, 0])
    return np.asarray(shown / true), float(shown.sum() / true.sum())


@pytest.mark.parametrize("material", list(GRAINS))
def test_a_grain_repeats_without_a_seam_and_shows(material: str) -> None:
    tones = picture(grain_tile(material, 1.0))[:, :, 0].astype(float)
    assert tones.std() > 2.0
    for field in (tones, tones.T):
        inner = np.abs(np.diff(field, axis=0)).mean(axis=1)
        assert np.abs(field[0] - field[-1]).mean() <= 1.2 * inner.max() + 1.0


@pytest.mark.parametrize("pattern", list(PRINTS))
def test_a_print_shows_its_own_colours_and_no_others(pattern: str) -> None:
    shown = {tuple(c) for c in picture(print_tile(pattern, COLORS, 1.0, 1.0)).reshape(-1, 3)}
    given = {tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in COLORS}
    assert len(shown) >= 2
    assert shown <= given


def test_a_tile_is_a_few_kilobytes() -> None:
    grains = [len(grain_tile(material, 1.0).png) for material in GRAINS]
    prints = [len(print_tile(pattern, COLORS, 1.0, 1.0).png) for pattern in PRINTS]
    assert max(grains) <= 9_000
    assert max(prints) <= 4_000


@pytest.mark.parametrize(
    "mesh", [box(1.0, 0.4, 0.7), cylinder(0.3, 1.0, n=24)], ids=["box", "cylinder"]
)
@pytest.mark.parametrize("tile", [grain_tile("wood", 1.0), grain_tile("fabric", 1.0)])
def test_a_tile_keeps_its_metres_on_a_mesh(mesh: Mesh, tile: Tile) -> None:
    shares, whole = stretch(mesh, tile)
    assert whole == pytest.approx(1.0, abs=0.12)
    assert shares.min() > 0.4
    assert shares.max() < 1.6


@pytest.mark.parametrize("mesh", [box(0.1, 1.0, 0.1), cylinder(0.05, 1.0)], ids=["box", "round"])
def test_grain_runs_along_the_longest_side(mesh: Mesh) -> None:
    tile = grain_tile("wood", 1.0)
    shaded, uv = unwrapped(mesh, shade(mesh, 50.0), tile)
    side = np.abs(shaded.normals[:, 0]) > 0.9
    span_u, span_v = np.ptp(uv[side] * (tile.width, tile.height), axis=0)
    assert span_u > 0.9
    assert span_v < 0.2


@pytest.mark.parametrize(
    ("label", "pattern"),
    [
        ("striped rug", "striped"),
        ("polka dot cup", "dotted"),
        ("red plaid sofa", "plaid"),
        ("tartan blanket", "plaid"),
        ("floral curtain", "floral"),
        ("checkered vase", "checkered"),
        ("camo tent", "camouflage"),
        ("leopard print sofa", "leopard"),
        ("leopard", ""),
        ("wooden chair", ""),
        ("", ""),
    ],
)
def test_a_pattern_is_read_from_the_words(label: str, pattern: str) -> None:
    assert pattern_in(label) == pattern


def test_the_colours_of_a_pattern_are_those_that_were_said() -> None:
    _, recipe = parse_object("a red and white striped umbrella")
    said = [linear(c) for c in colors_in(recipe.label)]
    assert len(said) == 2
    model = build(recipe)
    tiles = [p.tile for p in model.parts if p.tile is not None and p.tile.mean is None]
    shown = {tuple(c) for t in tiles for c in picture(t).reshape(-1, 3)}
    assert {linear(f"#{r:02x}{g:02x}{b:02x}") for r, g, b in shown} >= set(said)


def test_a_patterned_sofa_keeps_its_plain_feet() -> None:
    model = build(parse_object("a plaid sofa")[1])
    cushions, feet = part(model, "cushions").tile, part(model, "feet").tile
    assert cushions is not None
    assert cushions.mean is None
    assert feet is not None
    assert feet.mean is not None


def test_grain_keeps_the_colour_that_was_asked_for() -> None:
    recipe = recipe_for("table", "blue wooden table", color="#3a6fc4", material="wood")
    model = build(recipe)
    tile = part(model, "top").tile
    assert tile is not None
    assert tile.mean is not None
    entry = next(
        m
        for m in document_of(model)["materials"]
        if m["name"] == f"wood {surface_of(recipe).color}"
    )
    factor = entry["pbrMetallicRoughness"]["baseColorFactor"][:3]
    assert np.array(factor) * tile.mean == pytest.approx(np.array(linear("#3a6fc4")), abs=1e-3)


def test_glass_and_lamps_stay_plain() -> None:
    for noun, name in (("wine glass", "bowl"), ("lamp", "shade")):
        model = build(recipe_for(noun, noun))
        clear = [p for p in model.parts if p.material.opacity < 1.0 or p.material.glow > 0.0]
        assert clear, name
        assert all(p.tile is None for p in clear)


def test_a_picture_is_in_the_file_once() -> None:
    document = document_of(build(recipe_for("chair", "chair")))
    assert len(document["meshes"]) >= 3
    assert len(document["images"]) == 1
    assert document["samplers"][document["textures"][0]["sampler"]]["wrapS"] == 10497


def test_a_patterned_thing_has_the_same_bytes_every_time() -> None:
    recipe = parse_object("a floral armchair")[1]
    assert to_glb(build(recipe)) == to_glb(build(recipe))


@pytest.mark.parametrize(
    ("wish", "label"),
    [
        ("a rug with blue stripes", "blue striped rug"),
        ("a red armchair with white dots", "red white polka dot armchair"),
        ("a sofa in plaid", "plaid sofa"),
        ("a blanket with a floral pattern", "floral blanket"),
        ("a table with flowers", "table"),
        ("a sofa in the corner", "sofa"),
    ],
)
def test_a_pattern_said_after_its_thing_is_in_the_label(wish: str, label: str) -> None:
    assert parse_object(wish)[0] == label


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("make the sofa striped", "striped sofa"),
        ("make the rug plaid", "plaid rug"),
        ("give the sofa a floral pattern", "floral sofa"),
        ("the sofa should be checkered", "checkered sofa"),
        ("make the sofa blue and white striped", "blue white striped sofa"),
    ],
)
def test_an_edit_gives_a_thing_a_pattern(said: str, label: str) -> None:
    session = Session(engines())
    session.say("a room with a sofa and a rug")
    session.say(said)
    assert label in {recipe.label for recipe in session.recipes.values()}


def test_another_pattern_takes_the_place_of_the_first() -> None:
    session = Session(engines())
    for said in ("a room with a striped sofa", "make the sofa plaid", "make the sofa red"):
        session.say(said)
    labels = [recipe.label for recipe in session.recipes.values()]
    assert labels[-2:] == ["plaid sofa", "red plaid sofa"]


def test_pale_wood_has_fainter_grain_and_a_single_brick_no_mortar() -> None:
    contrast = [
        float(picture(grain_tile("wood", 1.0, faint=faint))[:, :, 0].std())
        for faint in (False, True)
    ]
    assert contrast[1] < 0.6 * contrast[0]
    pale = build(recipe_for("chair", "white chair", color="#f5f5f3"))
    seat = part(pale, "seat").tile
    assert seat is not None
    assert seat.png == grain_tile("wood", 1.0, faint=True).png
    assert all(p.tile is None for p in build(recipe_for("brick", "brick")).parts)
