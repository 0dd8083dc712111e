"""SAM 3D Objects by its contract: ``tests/standins/packages`` speaks its package's interface."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh
from PIL import Image, ImageDraw

from consumers.handler import Context, OutOfDeviceMemory, Preview, StepCancelled, Watch
from consumers.mesh import engines
from consumers.mesh.engine_errors import NothingMade, SculptorUnavailable
from consumers.mesh.errors import NoForeground
from consumers.mesh.port import Wish
from consumers.mesh.sam3_finder import NotInPicture
from consumers.mesh.sam3d_engine import Sam3dSculptor, load, why_not
from consumers.registry import usual_mesh_engine
from consumers.settings import EngineSettings
from schemas.flow import Stage
from schemas.geometry_events import Sam3d
from streams.artifacts import ArtifactStore
from tests.gltf.validator import validate
from tests.pictures import drawn, encoded
from tests.sculptors import COMMIT, SAM3D, Machine, machine


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    with machine(tmp_path, monkeypatch) as ready:
        ready.has_sam3d()
        yield ready


@pytest.fixture
def settings(tmp_path: Path) -> EngineSettings:
    return EngineSettings("memory://unused", tmp_path, tmp_path)


@pytest.fixture
def engine(here: Machine, settings: EngineSettings) -> Sam3dSculptor:
    return load("", settings)


@pytest.fixture
def finding(here: Machine, settings: EngineSettings) -> Sam3dSculptor:
    """The engine with SAM 3 beside it."""
    here.has_sam3()
    return load("", settings)


def watch(told: list[float] | None = None, cancelled: Callable[[], bool] = lambda: False) -> Watch:
    def tell(fraction: float, label: str, preview: Preview | None = None, /) -> None:
        if told is not None:
            told.append(fraction)

    return Watch(Context(ArtifactStore("memory://unused"), None, tell, cancelled), "a vase")


def read(glb: bytes) -> Any:
    """Its one mesh, by another reader."""
    return trimesh.load(trimesh.util.wrap_as_stream(glb), file_type="glb", force="mesh")


def red_and_blue() -> bytes:
    """Two things: a photo without a plain background."""
    picture = Image.new("RGB", (200, 100), (230, 230, 230))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((20, 20, 60, 80), fill=(200, 30, 30))
    pen.rectangle((120, 40, 190, 80), fill=(30, 60, 200))
    return encoded(picture)


def test_it_loads_as_its_notebook_does(here: Machine, engine: Sam3dSculptor) -> None:
    assert engine.name == "sam3d"
    assert (engine.card.name, engine.card.revision) == (SAM3D, COMMIT)
    assert engine.card.licence == "LicenseRef-SAM"
    assert any("trade controls" in condition for condition in engine.card.conditions)
    (loaded,) = here.calls("sam3d.load")
    assert loaded["workspace"] == str(here.snapshot(SAM3D) / "checkpoints")
    assert (loaded["engine"], loaded["compile"]) == ("nvdiffrast", False)
    assert engines.backends_of(engine) == ("sam3d",)


def test_a_folder_of_weights_is_named_by_its_last_part(
    here: Machine, settings: EngineSettings
) -> None:
    for folder in (here.snapshot(SAM3D), here.snapshot(SAM3D) / "checkpoints"):
        engine = load(str(folder), settings)
        assert engine.name == f"sam3d:{folder.name}"
        assert engine.card.licence == "LicenseRef-SAM"
        assert engine.card.revision.startswith("sha256:")


def test_a_mesh_has_the_pictures_looks_and_is_baked(here: Machine, engine: Sam3dSculptor) -> None:
    told: list[float] = []
    made = engine.sculpt(Wish(encoded(drawn()), seed=7), watch(told))
    report = validate(made.glb)
    assert report.errors == 0
    assert made.size[1] == pytest.approx(0.9, abs=0.02)
    mesh = read(made.glb)
    assert mesh.visual.material.baseColorTexture.size == (1024, 1024)
    (run,) = here.calls("sam3d.run")
    assert (run["seed"], run["layout"]) == (7, False)
    assert run["alphas"] == 2  # 0 and 255, as the pipeline wants them
    assert 0.2 < run["mask"] < 0.6
    (render,) = here.calls("sam3d.render")
    assert render["backend"] == "gsplat"  # inria's rasterizer is not installed
    assert made.parameters == {
        "seed": 7, "steps": None, "found_by": "colour", "texture_baking": True,
    }  # fmt: skip
    assert told == sorted(told)
    assert told[0] == 0.0
    assert told[-1] == pytest.approx(1.0)
    assert len(told) > 50  # each step of both samplers is told


def test_without_nvdiffrast_colours_are_at_the_vertices(
    here: Machine, settings: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "nvdiffrast", None)
    engine = load("", settings)
    made = engine.sculpt(Wish(encoded(drawn())), watch())
    mesh = read(made.glb)
    assert len(np.unique(mesh.visual.vertex_colors, axis=0)) == 1
    assert here.calls("sam3d.load")[0]["engine"] == "pytorch3d"
    assert here.calls("sam3d.render") == []
    assert made.parameters["texture_baking"] is False


def test_its_steps_can_be_set(here: Machine, settings: EngineSettings) -> None:
    engine = load("", replace(settings, options={Stage.MESH: {"steps": 4}}))
    told: list[float] = []
    made = engine.sculpt(Wish(encoded(drawn())), watch(told))
    assert len(here.calls("step")) == 8
    assert made.parameters["steps"] == 4
    assert told[-1] == pytest.approx(1.0)


def test_the_same_seed_gives_the_same_mesh(engine: Sam3dSculptor) -> None:
    def of(seed: int) -> bytes:
        return engine.sculpt(Wish(encoded(drawn()), seed=seed), watch()).glb

    assert of(3) == of(3) != of(4)


WORDS = {
    "the red box": ("red", Sam3d(mode="object_description", object_description="the red box")),
    "a blue box": ("blue", Sam3d(mode="object_description", object_description="a blue box")),
    "text_prompt": ("blue", Sam3d(mode="text", text_prompt="blue", object_description="red")),
    "the prompt": ("red", Sam3d(mode="object_description")),
    "the best of two": (
        "red", Sam3d(mode="object_description", object_description="red and blue boxes"),
    ),
}  # fmt: skip
SHARES = {"red": 41 * 61 / 20_000, "blue": 71 * 41 / 20_000}


@pytest.mark.parametrize("words", WORDS)
def test_a_thing_is_found_by_words(words: str, here: Machine, finding: Sam3dSculptor) -> None:
    colour, find = WORDS[words]
    wish = Wish(red_and_blue(), "red things", find=find)
    assert finding.sculpt(wish, watch()).parameters["found_by"] == "words"
    assert here.calls("sam3d.run")[0]["mask"] == pytest.approx(SHARES[colour], abs=1e-4)
    assert here.calls("sam3.prompt")[0]["threshold"] == 0.5


def test_what_is_not_there_or_not_sure_enough_is_told(
    here: Machine, finding: Sam3dSculptor
) -> None:
    for find in (
        Sam3d(mode="object_description", object_description="a green box"),
        Sam3d(mode="object_description", object_description="a blue box", threshold=0.7),
    ):
        with pytest.raises(NotInPicture, match=r"nothing in the picture is 'a .*box'.*; describe"):
            finding.sculpt(Wish(red_and_blue(), find=find), watch())
    assert [call["threshold"] for call in here.calls("sam3.prompt")] == [0.5, 0.7]


def test_words_need_sam_3(engine: Sam3dSculptor) -> None:
    find = Sam3d(mode="object_description", object_description="a red box")
    with pytest.raises(SculptorUnavailable) as missing:
        engine.sculpt(Wish(red_and_blue(), find=find), watch())
    told = str(missing.value)
    assert "needs SAM 3, which is not here" in told
    assert "hf download facebook/sam3" in told
    assert "licence" in told


def test_what_no_colour_tells_from_the_background_is_asked_of_sam_3(
    here: Machine, settings: EngineSettings
) -> None:
    empty, speck = Image.new("RGB", (100, 100), "white"), Image.new("RGB", (100, 100), "white")
    ImageDraw.Draw(speck).rectangle((50, 50, 51, 51), fill=(200, 30, 30))
    with pytest.raises(NoForeground):
        load("", settings).sculpt(Wish(encoded(speck)), watch())
    here.has_sam3()
    finding = load("", settings)
    assert finding.sculpt(Wish(encoded(speck)), watch()).parameters["found_by"] == "SAM 3"
    assert here.calls("sam3d.run")[0]["mask"] == pytest.approx(4 / 10_000)
    with pytest.raises(NoForeground):
        finding.sculpt(Wish(encoded(empty)), watch())
    assert {call["prompt"] for call in here.calls("sam3.prompt")} == {"background"}


def test_the_pictures_own_alpha_comes_first(here: Machine, finding: Sam3dSculptor) -> None:
    picture = drawn(mode="RGBA")
    alpha = Image.new("L", picture.size, 0)
    ImageDraw.Draw(alpha).ellipse((40, 40, 120, 120), fill=255)
    picture.putalpha(alpha)
    made = finding.sculpt(Wish(encoded(picture)), watch())
    assert made.parameters["found_by"] == "alpha"
    assert here.calls("sam3.prompt") == []


def test_it_is_cancelled_between_two_steps(here: Machine, engine: Sam3dSculptor) -> None:
    told: list[float] = []
    with pytest.raises(StepCancelled):
        engine.sculpt(Wish(encoded(drawn())), watch(told, lambda: bool(told) and told[-1] > 0.2))
    assert 0.2 < told[-1] < 0.25
    assert len(here.calls("step")) < 25
    assert engine.sculpt(Wish(encoded(drawn())), watch()).triangles > 0  # no hook is left behind


@pytest.mark.parametrize(
    ("fault", "error"),
    [("oom", OutOfDeviceMemory), ("nomesh", NothingMade), ("lost", SystemExit)],
)
def test_what_goes_wrong_in_it_is_typed(
    fault: str, error: type[BaseException], engine: Sam3dSculptor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDIN_FAULT", fault)
    with pytest.raises(error):
        engine.sculpt(Wish(encoded(drawn())), watch())


def test_what_is_missing_is_told_before_anything_is_loaded(
    here: Machine, settings: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.has_gpu(40_000)
    assert why_not("", settings) == ""
    assert "huggingface.co/facebook/sam-3d-objects" in why_not("/no/folder", settings)
    here.has_gpu(24_000)
    assert "needs 32000 MiB" in why_not("", settings)
    here.has_gpu(40_000)
    folder = here.snapshot(SAM3D) / "checkpoints"
    (folder / "ss_decoder.ckpt").unlink()
    lacking = "its weights are not whole: ss_decoder.ckpt is not in"
    assert lacking in why_not("", settings)
    with pytest.raises(SculptorUnavailable, match=r"ss_decoder\.ckpt"):
        load("", settings)
    (folder / "pipeline.yaml").write_text("_target_: os.system\ncommand: ls\n")
    assert "would run os.system" in why_not("", settings)
    (folder / "pipeline.yaml").unlink()
    assert "has no pipeline.yaml" in why_not("", settings)
    assert here.calls("sam3d.load") == []


def test_weights_that_are_cut_off_are_told_as_such(here: Machine, settings: EngineSettings) -> None:
    (here.snapshot(SAM3D) / "checkpoints" / "slat_generator.ckpt").write_text("cut off")
    with pytest.raises(SculptorUnavailable, match=r"PytorchStreamReader.*hf download"):
        load("", settings)


@pytest.mark.parametrize(
    ("chosen", "kept_as"),
    [
        ("auto", "sam3d"),
        ("greybox", "greybox"),
        ("greybox,auto", "greybox"),
        ("remote:http://me:secret@host", "remote:http://host"),
    ],
)
def test_the_library_keeps_each_engines_meshes_apart(
    chosen: str, kept_as: str, here: Machine, settings: EngineSettings
) -> None:
    told = replace(settings, engines={Stage.MESH: chosen})
    assert usual_mesh_engine(replace(settings, engines={})) == "auto"  # without a GPU
    here.has_gpu()
    assert usual_mesh_engine(told) == kept_as


def test_without_its_package_the_remedy_is_told(
    here: Machine, settings: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sam3d_objects", None)
    with pytest.raises(SculptorUnavailable, match=r"doc/setup\.md"):
        load("", settings)
