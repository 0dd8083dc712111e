"""TRELLIS by its contract: ``tests/standins/packages`` speaks its package's interface."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

from consumers.handler import OutOfDeviceMemory, StepCancelled
from consumers.mesh.engine_errors import BrokenMesh, NothingMade, SculptorUnavailable
from consumers.mesh.errors import NoForeground
from consumers.mesh.port import Wish
from consumers.mesh.trellis_engine import TrellisSculptor, load, why_not
from consumers.settings import EngineSettings
from tests.gltf.validator import validate
from tests.pictures import drawn, encoded
from tests.sculptors import COMMIT, TRELLIS, Machine, Seen, machine


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    with machine(tmp_path, monkeypatch) as ready:
        ready.has_trellis()
        yield ready


@pytest.fixture
def settings(tmp_path: Path) -> EngineSettings:
    return EngineSettings("memory://unused", tmp_path, tmp_path)


@pytest.fixture
def engine(here: Machine, settings: EngineSettings) -> TrellisSculptor:
    return load("", settings)


def test_it_loads_from_the_cache_alone_with_the_kernels_that_are_there(
    here: Machine, engine: TrellisSculptor
) -> None:
    assert engine.name == f"trellis:{TRELLIS}"
    assert (engine.card.name, engine.card.revision) == (TRELLIS, COMMIT)
    assert engine.card.licence == "MIT"
    assert any("nvdiffrast" in condition for condition in engine.card.conditions)
    assert (os.environ["ATTN_BACKEND"], os.environ["SPCONV_ALGO"]) == ("xformers", "native")
    (encoder,) = here.calls("torch.hub.load")
    assert encoder["source"] == "local"
    assert here.calls("trellis.from_pretrained")[0]["path"] == TRELLIS


def test_what_it_prints_is_not_on_standard_output(
    here: Machine, settings: EngineSettings, capsys: pytest.CaptureFixture[str]
) -> None:
    load("", settings)
    told = capsys.readouterr()
    assert told.out == ""
    assert "[SPARSE] Backend: spconv, Attention: xformers" in told.err


def test_a_folder_of_weights_is_named_by_its_last_part(
    here: Machine, settings: EngineSettings, tmp_path: Path
) -> None:
    (tmp_path / "large").symlink_to(here.snapshot(TRELLIS))
    engine = load(str(tmp_path / "large"), settings)
    assert engine.name == "trellis:large"
    assert engine.card.licence == "MIT"
    assert engine.card.revision.startswith("sha256:")


def test_a_mesh_is_a_valid_glb_of_the_budget_and_says_how_it_was_made(
    here: Machine, engine: TrellisSculptor
) -> None:
    seen = Seen()
    made = engine.sculpt(Wish(encoded(drawn()), "a vase", seed=7), seen.watch())
    report = validate(made.glb)
    assert (report.errors, report.warnings) == (0, 0), report.messages
    assert 0 < made.triangles <= 10_000
    width, height, _ = made.size
    # The vase is 6 units wide and 13 high in its picture.
    assert width / height == pytest.approx(6 / 13, rel=0.1)
    assert made.parameters["seed"] == 7
    assert made.parameters["background"] == "colour"
    assert made.parameters["sparse_structure_sampler"] == {"steps": 12, "cfg_strength": 7.5}
    (run,) = here.calls("trellis.run")
    assert (run["seed"], run["mode"], run["size"]) == (7, "RGB", [518, 518])
    assert run["formats"] == ["gaussian", "mesh"]
    assert run["device"] == "cuda"
    samples = [(call["steps"], call["cfg_strength"]) for call in here.calls("trellis.sample")]
    assert samples == [(12, 7.5), (12, 3.0)]
    (bake,) = here.calls("trellis.to_glb")
    assert bake["simplify"] == pytest.approx(1 - 10_000 / bake["faces"])
    assert bake["texture_size"] == 1024


def test_the_front_of_the_picture_is_up_and_y_is_up(engine: TrellisSculptor) -> None:
    wide = Image.new("RGB", (200, 200), "white")
    wide.paste((200, 30, 30), (20, 80, 180, 120))
    made = engine.sculpt(Wish(encoded(wide)), Seen().watch())
    scene = trimesh.load_scene(io.BytesIO(made.glb), file_type="glb")
    assert scene.extents[0] > 2 * scene.extents[1]
    assert made.size == pytest.approx(tuple(scene.extents), rel=1e-5)


def test_progress_runs_over_all_phases_with_a_picture_of_the_voxels(
    engine: TrellisSculptor,
) -> None:
    seen = Seen()
    engine.sculpt(Wish(encoded(drawn())), seen.watch())
    assert seen.fractions == sorted(seen.fractions)
    assert (seen.fractions[0], seen.fractions[-1]) == (0.0, 1.0)
    assert len(seen.fractions) >= 2 * 12 + 3
    (preview,) = seen.previews
    picture = np.asarray(Image.open(io.BytesIO(preview)))
    assert (picture < 255).mean() > 0.02


@pytest.mark.parametrize("at", [0.0, 0.1, 0.35, 0.5])
def test_cancelled_it_stops_at_the_next_step_and_makes_the_next_mesh(
    here: Machine, engine: TrellisSculptor, at: float
) -> None:
    seen = Seen(stop=lambda fraction: fraction >= at)
    with pytest.raises(StepCancelled):
        engine.sculpt(Wish(encoded(drawn())), seen.watch())
    assert len([fraction for fraction in seen.fractions if fraction >= at]) == 1
    assert here.calls("trellis.to_glb") == []
    assert engine.sculpt(Wish(encoded(drawn())), Seen().watch()).triangles > 0


def test_the_same_seed_gives_the_same_bytes_and_another_another_mesh(
    engine: TrellisSculptor,
) -> None:
    one, same, other = (
        engine.sculpt(Wish(encoded(drawn()), seed=seed), Seen().watch()) for seed in (1, 1, 2)
    )
    assert one.glb == same.glb
    assert one.glb != other.glb


def test_the_engines_own_remover_is_taken_when_its_weights_are_here(
    here: Machine, settings: EngineSettings
) -> None:
    here.has_u2net()
    made = load("", settings).sculpt(Wish(encoded(drawn())), Seen().watch())
    assert made.parameters["background"] == "remover"
    assert here.calls("rembg.remove")[0]["session"] == "u2net"


def test_a_transparent_background_is_the_pictures_own(engine: TrellisSculptor) -> None:
    picture = drawn().convert("RGBA")
    picture.putalpha(
        Image.fromarray(np.where(np.asarray(picture)[:, :, 1] > 250, 0, 255).astype("u1"))
    )
    made = engine.sculpt(Wish(encoded(picture)), Seen().watch())
    assert made.parameters["background"] == "alpha"


@pytest.mark.parametrize("alpha", [0, 120])
def test_a_picture_of_nothing_is_refused_before_the_model_runs(
    here: Machine, engine: TrellisSculptor, alpha: int
) -> None:
    ghost = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    ghost.paste((200, 0, 0, alpha), (20, 20, 40, 40))
    with pytest.raises(NoForeground):
        engine.sculpt(Wish(encoded(ghost)), Seen().watch())
    assert here.calls("trellis.run") == []


@pytest.mark.parametrize(
    ("fault", "error", "told"),
    [
        ("nan", BrokenMesh, "vertices are no numbers"),
        ("empty", NothingMade, "none of its voxels is filled"),
        ("unsuccessful", NothingMade, "its mesh is empty"),
        ("oom", OutOfDeviceMemory, "does not fit into the device's memory"),
    ],
)
def test_what_goes_wrong_is_a_typed_error_and_the_engine_lives_on(
    here: Machine,
    engine: TrellisSculptor,
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
    error: type[Exception],
    told: str,
) -> None:
    monkeypatch.setenv("STANDIN_FAULT", fault)
    with pytest.raises(error, match=told):
        engine.sculpt(Wish(encoded(drawn())), Seen().watch())
    monkeypatch.setenv("STANDIN_FAULT", "")
    assert engine.sculpt(Wish(encoded(drawn())), Seen().watch()).triangles > 0


def test_memory_that_ran_out_is_given_back(
    here: Machine, engine: TrellisSculptor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDIN_FAULT", "oom")
    with pytest.raises(OutOfDeviceMemory):
        engine.sculpt(Wish(encoded(drawn())), Seen().watch())
    assert len(here.calls("torch.cuda.empty_cache")) == 1


def test_a_lost_device_ends_the_process(
    engine: TrellisSculptor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDIN_FAULT", "lost")
    with pytest.raises(SystemExit, match="lost its device: CUDA error"):
        engine.sculpt(Wish(encoded(drawn())), Seen().watch())


def test_a_bug_of_the_package_is_not_taken_for_a_picture_of_nothing(
    engine: TrellisSculptor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDIN_FAULT", "raise")
    with pytest.raises(ValueError, match="a bug of the package"):
        engine.sculpt(Wish(encoded(drawn())), Seen().watch())


def refused(settings: EngineSettings, model: str = "") -> str:
    with pytest.raises(SculptorUnavailable) as missing:
        load(model, settings)
    assert "`--engine mesh=greybox` needs nothing" in str(missing.value)
    return missing.value.told


def test_each_thing_that_is_missing_is_named_with_what_brings_it(
    here: Machine, settings: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(settings, "owner/other") == (
        "the weights owner/other are not on this machine: `hf download owner/other`"
    )
    with monkeypatch.context() as changed:
        changed.setenv("STANDIN_CUDA_MIB", "0")
        assert "torch sees no CUDA device" in refused(settings)
        changed.setenv("STANDIN_CUDA_MIB", "8192")
        assert "it needs 15000 MiB of GPU memory and the device has 8192" in refused(settings)
    (here.folder / "torch" / "hub" / "checkpoints" / "dinov2_vitl14_reg4_pretrain.pth").unlink()
    assert "torch.hub.load('facebookresearch/dinov2', 'dinov2_vitl14_reg')" in refused(settings)


def test_a_file_of_the_weights_that_is_missing_is_named(
    here: Machine, settings: EngineSettings
) -> None:
    (here.snapshot(TRELLIS) / "ckpts" / "slat_decoder_rf.safetensors").unlink()
    assert "its slat_decoder_rf is not whole: ckpts/slat_decoder_rf.safetensors" in refused(
        settings
    )


@pytest.mark.parametrize("text", ["", "[]", '{"args": {"models": []}}', "\xff"])
def test_an_index_that_is_none_is_refused(
    here: Machine, settings: EngineSettings, text: str
) -> None:
    (here.snapshot(TRELLIS) / "pipeline.json").write_bytes(text.encode("latin-1"))
    assert "is not such a model's" in refused(settings)


def test_a_package_that_does_not_import_is_named(
    here: Machine, settings: EngineSettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "broken" / "trellis").mkdir(parents=True)
    (tmp_path / "broken" / "trellis" / "__init__.py").write_text(
        "raise OSError('libcudart.so.11: cannot open shared object file')"
    )
    monkeypatch.syspath_prepend(str(tmp_path / "broken"))
    told = refused(settings)
    assert "its package trellis.pipelines can not be imported (libcudart.so.11" in told
    assert "https://github.com/microsoft/TRELLIS" in told


def test_why_not_asks_nobody_and_imports_nothing(here: Machine, settings: EngineSettings) -> None:
    assert "the NVIDIA driver shows no GPU" in why_not("", settings)
    here.has_gpu(8192)
    assert "it needs 15000 MiB" in why_not("", settings)
    here.has_gpu()
    assert why_not("", settings) == ""
    assert "owner/other are not on this machine" in why_not("owner/other", settings)
    assert here.calls() == []


def test_no_gpu_is_visible_to_a_process_that_hides_them(
    here: Machine, settings: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.has_gpu()
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert "the NVIDIA driver shows no GPU" in why_not("", settings)
