"""The gate's own judge agrees with the Khronos validator, and what passes is valid to it."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from consumers.assets.container import unpack
from consumers.assets.errors import AssetRefused, NotGlb
from consumers.assets.findings import findings
from consumers.assets.gate import passed
from consumers.assets.limits import AssetLimits
from consumers.assets.writing import write
from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from consumers.greybox.recipes import recipe_for
from tests.glbs import ball, changed, mutated, rewritten, textured
from tests.gltf.validator import validate

PLAIN, TEXTURED = write(ball()), write(textured())
CHAIR = to_glb(build(recipe_for("chair", "red chair")))
CORPUS = 600
LEAST_AGREEMENT = 0.98


def is_fine(glb: bytes) -> bool:
    """The gate's own opinion."""
    try:
        return not findings(unpack(glb))
    except NotGlb:
        return False


@pytest.mark.parametrize("glb", [PLAIN, TEXTURED, CHAIR], ids=["plain", "textured", "chair"])
def test_what_is_written_here_is_valid_to_both(glb: bytes) -> None:
    report = validate(glb)
    assert (report.errors, report.warnings) == (0, 0), report.messages
    assert is_fine(glb)


def put(*path: Any, value: Any) -> Callable[[dict[str, Any]], None]:
    """Sets the member that ``path`` leads to."""

    def change(document: dict[str, Any]) -> None:
        owner = document
        for name in path[:-1]:
            owner = owner[name]
        owner[path[-1]] = value

    return change


WRONG: dict[str, Callable[[dict[str, Any]], None]] = {
    "no version": put("asset", value={}),
    "accessor too long": put("accessors", 0, "count", value=10**6),
    "accessor unaligned": put("accessors", 0, "byteOffset", value=2),
    "unknown component type": put("accessors", 0, "componentType", value=5124),
    "view too long": put("bufferViews", 0, "byteLength", value=10**7),
    "buffer too long": put("buffers", 0, "byteLength", value=10**7),
    "bad minimum": put("accessors", 0, "min", value=[0.0, 0.0, 0.0]),
    "no bounds": lambda d: d["accessors"][0].pop("min"),
    "no such accessor": put("meshes", 0, "primitives", 0, "attributes", "POSITION", value=99),
    "no such material": put("meshes", 0, "primitives", 0, "material", value=9),
    "no primitives": put("meshes", 0, "primitives", value=[]),
    "indices are floats": put("meshes", 0, "primitives", 0, "indices", value=0),
    "no such child": put("nodes", 1, "children", value=[7]),
    "own child": put("nodes", 1, "children", value=[1]),
    "loop": lambda d: put("nodes", 0, "children", value=[1])(d),
    "scene of a child": put("scenes", 0, "nodes", value=[0, 1]),
    "no such scene": put("scene", value=4),
    "matrix of fifteen": put("nodes", 0, "matrix", value=[1.0] * 15),
    "matrix without volume": put("nodes", 0, "matrix", value=[0.0] * 15 + [1.0]),
    "matrix and more": lambda d: d["nodes"][0].update(
        matrix=np.eye(4).ravel().tolist(), scale=[1.0, 1.0, 1.0]
    ),
    "rotation not of length 1": put("nodes", 0, "rotation", value=[1.0, 1.0, 0.0, 0.0]),
    "unknown mode": put("meshes", 0, "primitives", 0, "mode", value=8),
    "required and unused": put("extensionsRequired", value=["KHR_x"]),
    "empty list": put("cameras", value=[]),
}


@pytest.mark.parametrize("name", WRONG)
def test_both_see_what_is_wrong(name: str) -> None:
    glb = changed(PLAIN, WRONG[name])
    assert validate(glb).errors > 0
    assert not is_fine(glb)


LOOKS: dict[str, Callable[[dict[str, Any]], None]] = {
    "no such texture": put(
        "materials", 0, "pbrMetallicRoughness", "baseColorTexture", "index", value=3
    ),
    "no such image": put("textures", 0, "source", value=3),
    "image is a jpeg": put("images", 0, "mimeType", value="image/jpeg"),
    "image is webp": put("images", 0, "mimeType", value="image/webp"),
    "image in two places": put("images", 0, "uri", value="skin.png"),
    "too metallic": put("materials", 0, "pbrMetallicRoughness", "metallicFactor", value=1.5),
    "colour of three": put(
        "materials", 0, "pbrMetallicRoughness", "baseColorFactor", value=[1.0, 1.0, 1.0]
    ),
    "second coordinates": put(
        "materials", 0, "pbrMetallicRoughness", "baseColorTexture", "texCoord", value=1
    ),
}


@pytest.mark.parametrize("name", LOOKS)
def test_both_see_what_is_wrong_with_looks(name: str) -> None:
    glb = changed(TEXTURED, LOOKS[name])
    assert validate(glb).errors > 0
    assert not is_fine(glb)


@pytest.mark.parametrize(
    "change",
    [
        put("materials", 0, "alphaMode", value="SOLID"),
        put("samplers", value=[{"magFilter": 1}]),
        put("bufferViews", 0, "target", value=3),
    ],
)
def test_what_only_warns_there_is_wrong_here(change: Callable[[dict[str, Any]], None]) -> None:
    glb = changed(TEXTURED, change)
    report = validate(glb)
    assert (report.errors, report.warnings) == (0, 1)
    assert not is_fine(glb)


def no_number(values: Any) -> None:
    values[3, 1] = np.nan


def too_high(values: Any) -> None:
    values[5] = 60_000


def short(values: Any) -> None:
    values[2] *= 0.5


@pytest.mark.parametrize(("accessor", "change"), [(0, no_number), (1, short), (2, too_high)])
def test_both_look_into_the_arrays(accessor: int, change: Callable[[Any], None]) -> None:
    glb = rewritten(PLAIN, accessor, change)
    assert validate(glb).errors > 0
    assert not is_fine(glb)


def test_both_agree_on_files_that_were_changed_at_random() -> None:
    """What the validator only warns of may be wrong here; all else is judged alike."""
    rng = random.Random(6)
    lenient, strict = [], []
    for number in range(CORPUS):
        glb = mutated((PLAIN, TEXTURED, CHAIR)[number % 3], rng)
        report, fine = validate(glb), is_fine(glb)
        if fine and report.errors:
            lenient.append(report.messages[0])
        elif not fine and not report.errors and not report.warnings:
            strict.append(number)
    assert len(lenient) + len(strict) <= (1.0 - LEAST_AGREEMENT) * CORPUS, (lenient, strict)


def test_what_passes_the_gate_is_valid_whatever_was_changed() -> None:
    rng = random.Random(7)
    refused = 0
    for number in range(150):
        glb = mutated((PLAIN, TEXTURED, CHAIR)[number % 3], rng)
        try:
            asset = passed(glb, (0.4, 0.8, 0.4), AssetLimits(colliders="hull"))
        except AssetRefused:
            refused += 1
            continue
        files = [asset.glb, asset.collider or PLAIN, *(lod.glb for lod in asset.lods)]
        if asset.glb == glb and not is_fine(glb):
            pytest.fail(f"{number}: an invalid file passed as it is")
        for file in files:
            report = validate(file)
            assert report.errors == 0 or file == glb, (number, report.messages, asset.mended)
    assert refused < 75
