"""TRELLIS.2 by its contract: ``tests/standins/packages`` speaks its packages' interface."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from consumers.handler import OutOfDeviceMemory, StepCancelled
from consumers.mesh.engine_errors import BrokenMesh, NothingMade, SculptorUnavailable
from consumers.mesh.port import Wish
from consumers.mesh.trellis2_engine import LOADED, Options, Trellis2Sculptor, load, why_not
from consumers.settings import EngineSettings
from tests.gltf.validator import validate
from tests.pictures import drawn, encoded
from tests.sculptors import COMMIT, DINOV3, RMBG, TRELLIS, TRELLIS2, Machine, Seen, machine

CASCADE = [
    "sparse_structure_flow_model",
    "shape_slat_flow_model_512",
    "shape_slat_flow_model_1024",
    "tex_slat_flow_model_1024",
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    with machine(tmp_path, monkeypatch) as ready:
        ready.has_trellis2()
        yield ready


@pytest.fixture
def settings(tmp_path: Path) -> EngineSettings:
    return EngineSettings("memory://unused", tmp_path, tmp_path)


@pytest.fixture
def engine(here: Machine, settings: EngineSettings) -> Trellis2Sculptor:
    return load("", settings)


def test_it_loads_from_the_cache_alone_parts_of_other_repositories_included(
    here: Machine, engine: Trellis2Sculptor
) -> None:
    assert engine.name == f"trellis2:{TRELLIS2}"
    assert (engine.card.revision, engine.card.licence) == (COMMIT, "MIT")
    assert any("nvdiffrast" in condition for condition in engine.card.conditions)
    assert os.environ["PYTORCH_CUDA_ALLOC_CONF"] == "expandable_segments:True"
    assert {call["repo"] for call in here.calls("hf_hub_download")} == {
        TRELLIS2, TRELLIS, DINOV3, RMBG,
    }  # fmt: skip


def test_the_models_that_are_looked_for_are_those_that_it_loads(
    engine: Trellis2Sculptor,
) -> None:
    pipelines = import_module("trellis2.pipelines")
    assert frozenset(pipelines.Trellis2ImageTo3DPipeline.model_names_to_load) == LOADED


def test_a_mesh_is_a_valid_glb_of_the_budget_without_webp(
    here: Machine, engine: Trellis2Sculptor
) -> None:
    made = engine.sculpt(Wish(encoded(drawn()), "a vase", seed=7), Seen().watch())
    report = validate(made.glb)
    assert (report.errors, report.warnings) == (0, 0), report.messages
    assert b"webp" not in made.glb
    assert 0 < made.triangles <= 10_000
    assert made.size[0] / made.size[1] == pytest.approx(6 / 13, rel=0.1)
    assert made.parameters["seed"] == 7
    assert made.parameters["pipeline_type"] == "1024_cascade"
    assert here.calls("trellis2.simplify")[0]["target"] == 16_777_216
    (baked,) = here.calls("o_voxel.to_glb")
    assert (baked["decimation_target"], baked["remesh"]) == (10_000, True)
    assert [call["model"] for call in here.calls("trellis2.sample")] == CASCADE


def test_an_opaque_picture_is_cut_out_by_the_pipelines_own_model(
    here: Machine, engine: Trellis2Sculptor
) -> None:
    made = engine.sculpt(Wish(encoded(drawn())), Seen().watch())
    assert made.parameters["background"] == "remover"
    assert here.calls("trellis2.rembg")[0]["mode"] == "RGB"


def test_progress_counts_the_steps_of_each_round_of_a_cascade(engine: Trellis2Sculptor) -> None:
    seen = Seen()
    engine.sculpt(Wish(encoded(drawn())), seen.watch())
    assert seen.fractions == sorted(seen.fractions)
    assert (seen.fractions[0], seen.fractions[-1]) == (0.0, 1.0)
    assert len(set(seen.fractions)) >= 4 * 6
    assert len(seen.previews) == 1


@pytest.mark.parametrize("at", [0.0, 0.05, 0.3, 0.5, 0.7])
def test_cancelled_it_leaves_nothing_on_the_device_and_makes_the_next_mesh(
    here: Machine, engine: Trellis2Sculptor, at: float
) -> None:
    watch = Seen(stop=lambda fraction: fraction >= at).watch()
    with pytest.raises(StepCancelled):
        engine.sculpt(Wish(encoded(drawn())), watch)
    assert engine._pipeline.on_device() == []
    # The stand-in's device has no room for two models.
    assert engine.sculpt(Wish(encoded(drawn())), Seen().watch()).triangles > 0


def test_a_pipeline_that_keeps_all_on_the_device_is_left_there(
    here: Machine, settings: EngineSettings
) -> None:
    here.has_trellis2(low_vram=False)
    engine = load("", settings)
    on_device = engine._pipeline.on_device()
    with pytest.raises(StepCancelled):
        engine.sculpt(Wish(encoded(drawn())), Seen(stop=lambda fraction: True).watch())
    assert engine._pipeline.on_device() == on_device != []


@pytest.mark.parametrize(
    ("fault", "error"),
    [("nan", BrokenMesh), ("empty", NothingMade), ("oom", OutOfDeviceMemory)],
)
def test_what_goes_wrong_is_a_typed_error_and_the_engine_lives_on(
    engine: Trellis2Sculptor,
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
    error: type[Exception],
) -> None:
    monkeypatch.setenv("STANDIN_FAULT", fault)
    with pytest.raises(error):
        engine.sculpt(Wish(encoded(drawn())), Seen().watch())
    monkeypatch.setenv("STANDIN_FAULT", "")
    assert engine.sculpt(Wish(encoded(drawn())), Seen().watch()).triangles > 0


@pytest.mark.parametrize(
    ("kind", "models"),
    [
        ("512", [CASCADE[0], CASCADE[1], "tex_slat_flow_model_512"]),
        ("1024", [CASCADE[0], *CASCADE[2:]]),
        ("1536_cascade", CASCADE),
    ],
)
def test_each_of_its_resolutions_ends_at_one(
    here: Machine, engine: Trellis2Sculptor, kind: str, models: list[str]
) -> None:
    engine._options = Options(kind=kind)
    seen = Seen()
    engine.sculpt(Wish(encoded(drawn())), seen.watch())
    assert [call["model"] for call in here.calls("trellis2.sample")] == models
    assert seen.fractions[-1] == 1.0


def refused(settings: EngineSettings) -> str:
    with pytest.raises(SculptorUnavailable) as missing:
        load("", settings)
    return missing.value.told


@pytest.mark.parametrize(("model", "what"), [(DINOV3, "image encoder"), (RMBG, "remover")])
def test_a_gated_model_that_is_missing_is_named_with_what_to_do(
    here: Machine, settings: EngineSettings, model: str, what: str
) -> None:
    (here.snapshot(model) / "config.json").unlink()
    told = refused(settings)
    assert f"its {what} ({model}) is not on this machine" in told
    assert "ask for access to it on its page" in told
    assert f"`hf download {model}`" in told


def test_a_part_of_another_repository_that_is_missing_is_named(
    here: Machine, settings: EngineSettings
) -> None:
    (here.snapshot(TRELLIS) / "ckpts" / "ss_dec.safetensors").unlink()
    told = refused(settings)
    assert "its sparse_structure_decoder" in told
    assert f"`hf download {TRELLIS} --include 'ckpts/ss_dec.*'`" in told


def test_a_card_of_16_gb_is_too_small(
    here: Machine, settings: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.has_gpu(16_376)
    assert "it needs 22500 MiB of GPU memory and the device has 16376" in why_not("", settings)
    here.has_gpu(24_564)
    assert why_not("", settings) == ""
    monkeypatch.setenv("STANDIN_CUDA_MIB", "16376")
    assert "it needs 22500 MiB of GPU memory and the device has 16376" in refused(settings)
