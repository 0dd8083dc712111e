"""Hunyuan3D-2 by its contract: ``tests/standins/packages`` speaks its package's interface."""

from __future__ import annotations

import json
import struct
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from consumers.handler import OutOfDeviceMemory, StepCancelled
from consumers.mesh.engine_errors import NothingMade, OutsideTerritory, SculptorUnavailable
from consumers.mesh.hunyuan3d_engine import HunyuanSculptor, load, why_not
from consumers.mesh.port import Wish
from consumers.settings import EngineSettings
from tests.gltf.validator import validate
from tests.pictures import drawn, encoded
from tests.sculptors import COMMIT, HUNYUAN, Machine, Seen, machine


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    with machine(tmp_path, monkeypatch) as ready:
        yield ready


@pytest.fixture
def settings(tmp_path: Path) -> EngineSettings:
    return EngineSettings("memory://unused", tmp_path, tmp_path, territory="US")


@pytest.fixture
def engine(here: Machine, settings: EngineSettings) -> HunyuanSculptor:
    here.has_hunyuan()
    return load("", settings)


def document(glb: bytes) -> dict[str, list[dict[str, object]]]:
    (length,) = struct.unpack_from("<I", glb, 12)
    read: dict[str, list[dict[str, object]]] = json.loads(glb[20 : 20 + length])
    return read


def test_it_loads_the_fastest_shaper_with_its_decoder_and_the_painter(
    here: Machine, engine: HunyuanSculptor
) -> None:
    assert engine.name == f"hunyuan3d:{HUNYUAN}"
    assert (engine.card.name, engine.card.revision) == (HUNYUAN, COMMIT)
    assert engine.card.excluded == ("EU", "GB", "KR")
    (shape,) = here.calls("hy3dgen.from_pretrained")
    assert (shape["subfolder"], shape["device"]) == ("hunyuan3d-dit-v2-0-turbo", "cuda")
    assert len(here.calls("hy3dgen.enable_flashvdm")) == 1
    assert len(here.calls("hy3dgen.paint.from_pretrained")) == 1
    assert engine.needs_mib == 15_000


def test_a_mesh_is_a_valid_painted_glb_of_the_budget(
    here: Machine, engine: HunyuanSculptor
) -> None:
    made = engine.sculpt(Wish(encoded(drawn()), "a vase", seed=7), Seen().watch())
    report = validate(made.glb)
    assert (report.errors, report.warnings) == (0, 0), report.messages
    assert len(document(made.glb)["images"]) == 1
    assert 0 < made.triangles <= 10_000
    assert made.size[0] / made.size[1] == pytest.approx(6 / 13, rel=0.1)
    (shape,) = here.calls("hy3dgen.shape")
    assert (shape["seed"], shape["steps"], shape["mode"]) == (7, 5, "RGBA")
    assert (shape["guidance_scale"], shape["octree_resolution"]) == (5.0, 256)
    mended = [call["call"] for call in here.calls() if "Remover" in call["call"]]
    assert mended == ["hy3dgen.FloaterRemover", "hy3dgen.DegenerateFaceRemover"]
    assert here.calls("hy3dgen.FaceReducer")[0]["max_facenum"] == 10_000
    assert here.calls("hy3dgen.paint")[0]["mode"] == "RGBA"
    assert made.parameters["texture"] == "hunyuan3d-paint-v2-0-turbo"


def test_files_that_the_post_processors_leave_go_with_the_mesh(
    engine: HunyuanSculptor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    engine.sculpt(Wish(encoded(drawn())), Seen().watch())
    watch = Seen(stop=lambda fraction: fraction > 0.5).watch()
    with pytest.raises(StepCancelled):
        engine.sculpt(Wish(encoded(drawn())), watch)
    assert list((tmp_path / "tmp").iterdir()) == []
    assert tempfile.tempdir == str(tmp_path / "tmp")


@pytest.mark.parametrize("lacks", ["weights", "memory"])
def test_without_the_painter_a_mesh_has_the_things_colour(
    here: Machine, settings: EngineSettings, monkeypatch: pytest.MonkeyPatch, lacks: str
) -> None:
    if lacks == "weights":
        here.has_hunyuan("hunyuan3d-dit-v2-0-turbo", "hunyuan3d-vae-v2-0-turbo")
    else:
        here.has_hunyuan()
        monkeypatch.setenv("STANDIN_CUDA_MIB", "8192")
    engine = load("", settings)
    assert engine.needs_mib == 6_000
    seen = Seen()
    made = engine.sculpt(Wish(encoded(drawn())), seen.watch())
    assert here.calls("hy3dgen.paint") == []
    assert seen.fractions[-1] == 1.0
    report = validate(made.glb)
    assert (report.errors, report.warnings) == (0, 0), report.messages
    (material,) = document(made.glb)["materials"]
    pbr = material["pbrMetallicRoughness"]
    assert isinstance(pbr, dict)
    red, green, blue, alpha = pbr["baseColorFactor"]
    # The vase is brown, with a blue ball on it; linear, its red of 133 is 0.23.
    assert red > 3 * max(green, blue)
    assert red == pytest.approx(0.23, abs=0.03)
    assert alpha == 1.0
    assert made.parameters["texture"] == "none: the picture's mean colour"


@pytest.mark.parametrize(
    ("parts", "chosen", "steps", "fast"),
    [
        (("hunyuan3d-dit-v2-0",), "hunyuan3d-dit-v2-0", 50, False),
        (("hunyuan3d-dit-v2-0", "hunyuan3d-dit-v2-0-turbo"), "hunyuan3d-dit-v2-0-turbo", 5, False),
        (("hunyuan3d-dit-v2-0-fast",), "hunyuan3d-dit-v2-0-fast", 30, False),
    ],
)
def test_the_fastest_shaper_that_is_whole_is_taken(
    here: Machine,
    settings: EngineSettings,
    parts: tuple[str, ...],
    chosen: str,
    steps: int,
    fast: bool,
) -> None:
    here.has_hunyuan(*parts)
    made = load("", settings).sculpt(Wish(encoded(drawn())), Seen().watch())
    assert here.calls("hy3dgen.from_pretrained")[0]["subfolder"] == chosen
    assert here.calls("hy3dgen.shape")[0]["steps"] == steps
    assert bool(here.calls("hy3dgen.enable_flashvdm")) is fast
    assert made.parameters["num_inference_steps"] == steps


def test_weights_where_its_own_package_looks_first_are_found(
    here: Machine, settings: EngineSettings
) -> None:
    part = here.folder / "hy3dgen" / HUNYUAN / "hunyuan3d-dit-v2-0-turbo"
    part.mkdir(parents=True)
    (part / "config.yaml").touch()
    (part / "model.fp16.ckpt").touch()
    engine = load("", settings)
    assert here.calls("hy3dgen.from_pretrained")[0]["use_safetensors"] is False
    assert engine.card.excluded == ("EU", "GB", "KR")


def test_progress_comes_with_each_step_and_a_picture_before_painting(
    engine: HunyuanSculptor,
) -> None:
    seen = Seen()
    engine.sculpt(Wish(encoded(drawn())), seen.watch())
    assert seen.fractions == sorted(seen.fractions)
    assert (seen.fractions[0], seen.fractions[-1]) == (0.0, 1.0)
    assert len(seen.fractions) >= 5 + 3
    assert len(seen.previews) == 1


@pytest.mark.parametrize("at", [0.0, 0.1, 0.3])
def test_cancelled_it_stops_at_the_next_step(
    here: Machine, engine: HunyuanSculptor, at: float
) -> None:
    seen = Seen(stop=lambda fraction: fraction >= at)
    with pytest.raises(StepCancelled):
        engine.sculpt(Wish(encoded(drawn())), seen.watch())
    assert len([fraction for fraction in seen.fractions if fraction >= at]) == 1
    assert here.calls("hy3dgen.FaceReducer") == []
    assert engine.sculpt(Wish(encoded(drawn())), Seen().watch()).triangles > 0


@pytest.mark.parametrize(
    ("fault", "error"),
    [("nan", NothingMade), ("empty", NothingMade), ("oom", OutOfDeviceMemory)],
)
def test_what_goes_wrong_is_a_typed_error_and_the_engine_lives_on(
    engine: HunyuanSculptor,
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
    error: type[Exception],
) -> None:
    monkeypatch.setenv("STANDIN_FAULT", fault)
    with pytest.raises(error):
        engine.sculpt(Wish(encoded(drawn())), Seen().watch())
    monkeypatch.setenv("STANDIN_FAULT", "")
    assert engine.sculpt(Wish(encoded(drawn())), Seen().watch()).triangles > 0


def test_an_opaque_picture_is_cut_out_before_by_its_own_remover_or_by_colour(
    here: Machine, settings: EngineSettings
) -> None:
    here.has_hunyuan()
    by_colour = load("", settings).sculpt(Wish(encoded(drawn())), Seen().watch())
    here.has_u2net()
    by_remover = load("", settings).sculpt(Wish(encoded(drawn())), Seen().watch())
    assert by_colour.parameters["background"] == "colour"
    assert by_remover.parameters["background"] == "remover"


@pytest.mark.parametrize("territory", ["", "DE", "EU", "GB", "KR", "FR", "RE"])
def test_it_does_not_start_where_its_licence_does_not_hold_or_nobody_says_where_it_is(
    here: Machine, settings: EngineSettings, territory: str
) -> None:
    here.has_hunyuan()
    here.has_gpu()
    elsewhere = replace(settings, territory=territory)
    with pytest.raises(OutsideTerritory) as refused:
        load("", elsewhere)
    told = str(refused.value)
    if territory:
        assert f"does not hold in {territory}" in told
    else:
        assert "does not hold in EU, GB, KR, and nobody says where this process runs" in told
        assert "SCENESTREAM_TERRITORY=US" in told
    assert "greybox" in told
    assert "does not hold" in why_not("", elsewhere)
    assert here.calls() == []


def test_copying_its_weights_into_a_folder_escapes_no_licence(
    here: Machine, settings: EngineSettings, tmp_path: Path
) -> None:
    here.has_hunyuan()
    (tmp_path / "mine").symlink_to(here.snapshot(HUNYUAN))
    with pytest.raises(OutsideTerritory):
        load(str(tmp_path / "mine"), replace(settings, territory="FR"))
    engine = load(str(tmp_path / "mine"), settings)
    assert engine.name == "hunyuan3d:mine"
    # A folder's fast decoder its package would look for on the hub.
    assert here.calls("hy3dgen.enable_flashvdm") == []


def test_what_is_missing_is_named_with_what_brings_it(
    here: Machine, settings: EngineSettings
) -> None:
    with pytest.raises(SculptorUnavailable, match=r"hf download tencent/Hunyuan3D-2 --include"):
        load("", settings)
    here.has(HUNYUAN, "hunyuan3d-dit-v2-0-turbo/config.yaml")
    with pytest.raises(SculptorUnavailable, match=r"none of hunyuan3d-dit-v2-0-turbo, .* is whole"):
        load("", settings)
    assert "shows no GPU" in why_not("", settings)  # nobody should fetch weights for nothing
    here.has_gpu()
    assert "is whole" in why_not("", settings)
