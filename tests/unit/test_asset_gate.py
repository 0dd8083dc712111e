"""The asset gate: what comes in somehow goes out as an asset that clients load, or is refused."""

from __future__ import annotations

import base64
import random
import struct
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from consumers.assets.container import unpack
from consumers.assets.errors import (
    AssetRefused,
    HugeTexture,
    NotGlb,
    NothingThere,
    TooManyTriangles,
    UnreadableAsset,
)
from consumers.assets.findings import findings
from consumers.assets.gate import passed
from consumers.assets.limits import AssetLimits
from consumers.assets.model import Asset, Picture
from consumers.assets.placing import Size
from consumers.assets.reading import read
from consumers.assets.writing import write
from schemas.errors import Category
from tests.glbs import (
    Document,
    ball,
    changed,
    declared,
    mutated,
    of,
    png,
    rewritten,
    sphere,
    textured,
)

PLAIN, TEXTURED = write(ball()), write(textured())
ONE: Size = (1.0, 1.0, 1.0)


def asset_in(glb: bytes) -> Asset:
    return read(unpack(glb), 10**7).asset


def size_of(glb: bytes) -> Any:
    low, high = asset_in(glb).bounds
    return high - low


# Where it stands and how large it is.


def test_a_file_that_is_all_right_passes_byte_for_byte() -> None:
    first = passed(PLAIN, ONE, coarser=False)
    again = passed(first.glb, ONE, coarser=False)
    assert (again.glb, again.mended, again.fit) == (first.glb, (), "uniform")
    assert again.watertight


@pytest.mark.parametrize(
    ("wanted", "fit"),
    [
        ((1.0, 1.0, 1.0), "uniform"),
        ((0.5, 0.505, 0.498), "uniform"),
        ((2.0, 2.2, 1.9), "stretched"),
        ((1.0, 1.4, 1.0), "stretched"),
        ((1.0, 3.0, 1.0), "inside"),
        (None, "free"),
    ],
)
def test_a_mesh_is_brought_to_the_wanted_size_or_says_what_it_is(
    wanted: Size | None, fit: str
) -> None:
    off = ball(normals=None)
    moved = of(off.surfaces[0].positions * 37.0 + (5.0, -2.0, 3.0), off.surfaces[0].faces)
    asset = passed(write(moved), wanted, coarser=False)
    assert asset.fit == fit
    low, high = asset_in(asset.glb).bounds
    assert (high - low) == pytest.approx(asset.size, rel=1e-5)
    assert [low[0] + high[0], low[1], low[2] + high[2]] == pytest.approx([0, 0, 0], abs=1e-5)
    expected = np.array((1.0, 1.0, 1.0) if wanted is None else wanted)
    if fit == "inside":
        assert (np.array(asset.size) <= expected * 1.001).all()
        assert asset.size[0] == pytest.approx(asset.size[1], rel=1e-4)
    else:
        assert asset.size == pytest.approx(expected, rel=0.02)


def test_a_flat_thing_is_not_stretched_into_a_thick_one() -> None:
    sheet = of([[0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0]], [[0, 1, 2], [0, 2, 3]])
    asset = passed(write(sheet), (1.0, 1.0, 0.1), coarser=False)
    assert (asset.fit, asset.watertight) == ("inside", False)
    assert asset.size == pytest.approx((1.0, 1.0, 0.0), abs=1e-6)


def test_the_bounds_are_those_of_all_nodes_with_their_transforms() -> None:
    def turn(document: Document) -> None:
        document["nodes"][1]["scale"] = [2.0, 1.0, 1.0]
        document["nodes"][0]["rotation"] = [0.0, 0.0, 0.7071068, 0.7071068]
        document["nodes"][0]["translation"] = [0.0, 4.0, 0.0]

    asset = passed(changed(PLAIN, turn), (2.0, 1.0, 1.0), coarser=False)
    assert (asset.fit, asset.mended) == ("uniform", ())
    assert asset.size == pytest.approx((2.0, 1.0, 1.0), rel=1e-3)


# What stays of a file, and what does not.


def test_extras_generator_and_materials_go_through_a_mend() -> None:
    asset = passed(TEXTURED, (2.0, 2.0, 2.0))
    for glb in (asset.glb, *(lod.glb for lod in asset.lods)):
        document = declared(glb)
        assert document["asset"]["extras"] == {"kept": [1, 2]}
        assert document["asset"]["generator"] == "a test"
        assert document["materials"][0]["pbrMetallicRoughness"]["metallicFactor"] == 0.0
        assert len(document["images"]) == 1


def adding(name: str, *members: Document) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document.setdefault(name, []).extend(members)

    return change


def second_scene(document: Document) -> None:
    document["scenes"].append({"nodes": [0]})
    document["nodes"].append({"mesh": 0})
    document["scenes"][1]["nodes"] = [len(document["nodes"]) - 1]


def light(document: Document) -> None:
    document["extensionsUsed"] = ["KHR_lights_punctual"]
    document["extensions"] = {"KHR_lights_punctual": {"lights": [{"type": "point"}]}}


def mirror(document: Document) -> None:
    document["nodes"][0]["scale"] = [-1.0, 1.0, 1.0]


def camera(document: Document) -> None:
    perspective = {"yfov": 1.0, "znear": 0.1}
    document["cameras"] = [{"type": "perspective", "perspective": perspective}]


def morph(document: Document) -> None:
    primitive = document["meshes"][0]["primitives"][0]
    primitive["targets"] = [{"POSITION": primitive["attributes"]["POSITION"]}]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (camera, "1 camera left out"),
        (light, "KHR_lights_punctual left out"),
        (second_scene, "one of 2 scenes kept"),
        (mirror, "a mirrored mesh was turned right side out"),
        (morph, "shapes to blend into left out"),
        (lambda d: d.pop("scenes") and d.pop("scene"), "a scene was put around the nodes"),
        (adding("skins", {"joints": [0]}), "1 skin left out"),
        (adding("animations", {"channels": [], "samplers": []}), "1 animation left out"),
    ],
)
def test_what_a_still_thing_has_no_use_for_stays_behind_and_is_said(
    change: Callable[[Document], object], said: str
) -> None:
    asset = passed(changed(PLAIN, change), ONE, coarser=False)
    assert any(said in note for note in asset.mended), asset.mended
    document = declared(asset.glb)
    gone = {"cameras", "skins", "animations", "extensions", "extensionsUsed"}
    assert not gone & document.keys()
    assert (len(document["scenes"]), asset.triangles) == (1, 352)
    assert asset.watertight


def test_sparse_arrays_are_written_out() -> None:
    def sparse(document: Document) -> None:
        accessors, views = document["accessors"], document["bufferViews"]
        place = {"bufferView": len(views), "componentType": 5123}
        accessors[0]["sparse"] = {"count": 1, "indices": place, "values": {"bufferView": 0}}
        views.append({"buffer": 0, "byteOffset": views[2]["byteOffset"] + 2, "byteLength": 2})

    asset = passed(changed(PLAIN, sparse), ONE, coarser=False)
    assert "sparse arrays were written out" in asset.mended
    assert not any("sparse" in accessor for accessor in declared(asset.glb)["accessors"])


# Bad input: mended, or refused in so many words.


def nowhere(share: float) -> Callable[[Any], None]:
    def change(values: Any) -> None:
        values[: max(1, int(share * len(values)))] = np.nan

    return change


def test_a_few_vertices_that_are_no_numbers_are_left_out() -> None:
    asset = passed(rewritten(PLAIN, 0, nowhere(0.0)), ONE, coarser=False)
    assert "16 triangles with corners that are nowhere left out" in asset.mended
    assert np.isfinite(size_of(asset.glb)).all()


@pytest.mark.parametrize("share", [0.5, 1.0])
def test_many_vertices_that_are_no_numbers_are_refused(share: float) -> None:
    with pytest.raises(AssetRefused, match="corners that are no numbers"):
        passed(rewritten(PLAIN, 0, nowhere(share)), ONE)


def test_indices_without_a_vertex_are_left_out_or_refused() -> None:
    def some(values: Any) -> None:
        values[:6] = 60_000

    def many(values: Any) -> None:
        values[::2] = 60_000

    asset = passed(rewritten(PLAIN, 2, some), ONE, coarser=False)
    assert "2 triangles without a vertex left out" in asset.mended
    with pytest.raises(NothingThere, match="name no vertex"):
        passed(rewritten(PLAIN, 2, many), ONE)


def requiring(extension: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document["extensionsUsed"] = document["extensionsRequired"] = [extension]

    return change


def external(document: Document) -> None:
    document["buffers"][0]["uri"] = "http://example.invalid/mesh.bin"


@pytest.mark.parametrize(
    ("glb", "refusal", "said"),
    [
        (b"", NotGlb, "does not begin"),
        (b"glTF", NotGlb, "does not begin"),
        (b"<html>404</html>", NotGlb, "does not begin"),
        (PLAIN[: len(PLAIN) // 2], NotGlb, "ends after"),
        (PLAIN[:4] + struct.pack("<I", 1) + PLAIN[8:], NotGlb, "glTF 1"),
        (PLAIN[:20] + b"?" + PLAIN[21:], NotGlb, "JSON can not be read"),
        (changed(PLAIN, lambda d: d.update(meshes=[], nodes=[])), NothingThere, "no triangles"),
        (changed(PLAIN, external), NothingThere, "outside the file"),
        (
            changed(PLAIN, requiring("KHR_draco_mesh_compression")),
            UnreadableAsset,
            "compressed with KHR_draco",
        ),
        (changed(PLAIN, requiring("EXT_odd")), UnreadableAsset, "requires EXT_odd"),
        (
            changed(PLAIN, lambda d: d["accessors"][2].update(count=60_000_000)),
            TooManyTriangles,
            "20,000,000 triangles",
        ),
        (write(of(sphere()[0] * 0.0, sphere()[1])), NothingThere, "has an area"),
    ],
)
def test_what_can_not_be_mended_is_refused_with_cause_and_remedy(
    glb: bytes, refusal: type[AssetRefused], said: str
) -> None:
    with pytest.raises(refusal, match=said) as raised:
        passed(glb, ONE)
    assert raised.value.category is Category.BAD_INPUT
    assert "make it again with other words" in str(raised.value)


def test_a_mesh_of_too_many_triangles_gets_fewer() -> None:
    points, faces = sphere(60, 120)
    asset = passed(write(of(points, faces)), ONE, AssetLimits(triangles=1000))
    assert asset.triangles == 1000
    assert asset.watertight
    assert "14,160 triangles became 1,000" in asset.mended
    assert [lod.triangles for lod in asset.lods] == [400, 120]
    assert size_of(asset.glb) == pytest.approx(ONE, rel=0.02)


def test_budgets_go_by_size() -> None:
    limits = AssetLimits(triangles=10_000)
    assert [limits.budget(m) for m in (0.1, 1.0, 10.0)] == [7_000, 10_000, 20_000]


# Random damage.


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_changed_a_file_is_valid_or_refused(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(40):
        try:
            asset = passed(mutated(rng.choice((PLAIN, TEXTURED)), rng), ONE, coarser=False)
        except AssetRefused:
            continue
        assert findings(unpack(asset.glb)) == []
        assert np.isfinite(asset.size).all()


# Textures.


def shown(glb: bytes) -> tuple[str, bytes]:
    picture = asset_in(glb).pictures[0]
    return picture.media_type, picture.data


@pytest.mark.parametrize(
    ("data", "kind", "becomes"),
    [
        (png(), "image/png", "image/png"),
        (png((64, 64), "RGB", "JPEG"), "image/jpeg", "image/jpeg"),
        (png((64, 64), "RGB", "JPEG"), "image/png", "image/jpeg"),
        (png((64, 64), "RGB", "WEBP"), "image/webp", "image/jpeg"),
        (png((64, 64), "CMYK", "JPEG"), "image/jpeg", "image/jpeg"),
        (png((64, 64), "I;16"), "image/png", "image/jpeg"),
        (png((300, 100)), "image/png", "image/jpeg"),
        (png((64, 64), "RGBA"), "image/png", "image/png"),
    ],
)
def test_textures_become_what_every_client_reads(data: bytes, kind: str, becomes: str) -> None:
    from io import BytesIO

    from PIL import Image

    glb = write(textured(Picture(data, kind, "skin")))
    asset = passed(glb, ONE, AssetLimits(texture_px=256), coarser=False)
    found, bytes_ = shown(asset.glb)
    image = Image.open(BytesIO(bytes_))
    assert found == becomes
    assert image.mode in ("L", "RGB", "RGBA")
    assert max(image.size) <= 256
    assert findings(unpack(asset.glb)) == []


def test_16_bits_a_channel_keep_their_brightness() -> None:
    from io import BytesIO

    from PIL import Image

    file = BytesIO()
    Image.fromarray(np.full((16, 16), 32_896, np.uint16)).save(file, "PNG")
    glb = write(textured(Picture(file.getvalue(), "image/png")))
    _, data = shown(passed(glb, ONE, coarser=False).glb)
    assert np.asarray(Image.open(BytesIO(data)).convert("L")) == pytest.approx(128, abs=2)


@pytest.mark.parametrize("data", [b"no picture", png()[:40], png((64, 64), kind="JPEG")[:300]])
def test_a_texture_that_can_not_be_decoded_is_left_out(data: bytes) -> None:
    asset = passed(write(textured(Picture(data, "image/png"))), ONE, coarser=False)
    assert any("can not be decoded" in note for note in asset.mended)
    document = declared(asset.glb)
    assert "images" not in document
    assert "baseColorTexture" not in document["materials"][0]["pbrMetallicRoughness"]


def test_a_picture_outside_the_file_is_left_out_and_one_in_base64_is_taken_in() -> None:
    def elsewhere(document: Document) -> None:
        document["images"] = [{"uri": "skin.png"}]

    def inside(document: Document) -> None:
        body = base64.b64encode(png()).decode()
        document["images"] = [{"uri": f"data:image/png;base64,{body}"}]

    asset = passed(changed(TEXTURED, elsewhere), ONE, coarser=False)
    assert any("lies outside the file" in note for note in asset.mended)
    assert "images" not in declared(asset.glb)
    taken = passed(changed(TEXTURED, inside), (2.0, 2.0, 2.0), coarser=False)
    assert shown(taken.glb) == ("image/png", png())


def test_a_huge_texture_is_made_smaller_or_refused_before_it_is_decoded() -> None:
    head = png((8, 8))
    described = b"IHDR" + struct.pack(">II", 20_000, 20_000) + head[24:29]
    huge = head[:12] + described + struct.pack(">I", zlib.crc32(described)) + head[33:]
    with pytest.raises(HugeTexture, match="more than 67,108,864 pixels"):
        passed(write(textured(Picture(huge, "image/png"))), ONE)


# Colliders.


@pytest.mark.parametrize("kind", ["hull", "parts"])
def test_a_collider_is_convex_and_around_everything(kind: Any) -> None:
    points, faces = sphere()
    two = of(
        np.concatenate([points, points + np.array([3.0, 0.0, 0.0])]),
        np.concatenate([faces, faces + len(points)]),
    )
    asset = passed(write(two), (4.0, 1.0, 1.0), AssetLimits(colliders=kind), coarser=False)
    assert asset.collider is not None
    bodies = asset_in(asset.collider).surfaces
    assert len(bodies) == (1 if kind == "hull" else 2)
    assert all("collider" in body.name for body in bodies)
    for body in bodies:
        a, b, c = (body.positions[body.faces[:, side]] for side in range(3))
        normal = np.cross(b - a, c - a)
        heights = np.einsum("ij,kij->ki", normal, body.positions[:, None] - a)
        assert heights.max() <= 1e-6
        assert len(body.faces) <= 255
    assert size_of(asset.collider) == pytest.approx(asset.size, rel=0.02)


def test_a_flat_thing_has_a_box_for_a_collider() -> None:
    sheet = of([[0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0]], [[0, 1, 2], [0, 2, 3]])
    asset = passed(write(sheet), None, AssetLimits(colliders="hull"), coarser=False)
    assert asset.collider is not None
    assert asset_in(asset.collider).triangles == 12
