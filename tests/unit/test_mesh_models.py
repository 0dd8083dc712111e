"""What the mesh models share: cut-outs, phases, previews, finished files, terms, devices."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import trimesh
from PIL import Image

from consumers.gpu import driver_memory_mib
from consumers.handler import Context, OutOfDeviceMemory, Preview, StepCancelled, Watch
from consumers.mesh.cutout import cutout, u2net_is_here
from consumers.mesh.device import device_faults, package
from consumers.mesh.engine_errors import (
    BrokenMesh,
    NothingMade,
    OutsideTerritory,
    SculptorUnavailable,
)
from consumers.mesh.engines import MODULES
from consumers.mesh.errors import NoForeground, UnreadablePicture
from consumers.mesh.finished import finished
from consumers.mesh.phases import Phases, after, before
from consumers.mesh.terms import check_territory, terms
from consumers.mesh.voxels import SIDE, picture_of
from consumers.settings import EngineSettings
from consumers.weights import Weights
from schemas.provenance import ModelCard
from streams.artifacts import ArtifactStore
from tests.gltf.validator import validate
from tests.pictures import drawn, encoded
from tests.sculptors import Seen, machine


class Sampler:
    """Counts its steps."""

    def __init__(self) -> None:
        self.taken = 0

    def sample_once(self, size: int, *, scale: int = 1) -> int:
        self.taken += 1
        return size * scale


def test_what_a_sampler_does_is_heard_and_not_changed() -> None:
    sampler = Sampler()
    heard: list[int] = []
    made: list[int] = []
    with (
        before(sampler, "sample_once", lambda: heard.append(sampler.taken)),
        after(sampler, "sample_once", made.append),
    ):
        assert [sampler.sample_once(2, scale=3), sampler.sample_once(5)] == [6, 5]
    assert (heard, made) == ([0, 1], [6, 5])
    assert vars(sampler) == {"taken": 2}
    sampler.sample_once(1)
    assert len(heard) == 2


def test_nobody_listens_any_more_after_an_error() -> None:
    sampler = Sampler()

    def refuse() -> None:
        raise StepCancelled("stop")

    with pytest.raises(StepCancelled), before(sampler, "sample_once", refuse):
        sampler.sample_once(1)
    assert sampler.sample_once(1) == 1
    assert sampler.taken == 1


def test_phases_share_the_whole_and_never_go_back() -> None:
    seen = Seen()
    phases = Phases(seen.watch(), {"first": 1.0, "second": 3.0})
    step = phases.counted("first", 2)
    step()
    step()
    phases.at("second")
    phases.at("first", 1.0)
    phases.at("second", 0.5)
    phases.at("second", 7.0)
    assert seen.fractions == [0.0, 0.125, 0.25, 0.25, 0.625, 1.0]


def test_a_preview_goes_with_every_step_after_it() -> None:
    told: list[Preview | None] = []

    def tell(fraction: float, label: str, preview: Preview | None = None, /) -> None:
        told.append(preview)

    context = Context(ArtifactStore("memory://unused"), None, tell, lambda: False)
    phases = Phases(Watch(context), {"all": 1.0})
    for preview in (None, b"first", None, None, b"second", None):
        phases.at("all", 0.0, preview)
    assert told == [None, b"first", b"first", b"first", b"second", b"second"]


def test_a_picture_is_cut_out_by_what_it_brings_itself() -> None:
    clear = drawn().convert("RGBA")
    clear.putalpha(Image.new("L", clear.size, 0))
    clear.paste((90, 60, 40, 255), (40, 40, 120, 120))
    cut = cutout(encoded(clear), lambda picture: pytest.fail("it has an alpha"))
    assert cut.by == "alpha"
    assert np.asarray(cut.picture)[80, 80, 3] == 255


def test_a_remover_is_given_rgb_and_what_it_finds_counts() -> None:
    def whole(picture: Image.Image) -> Image.Image:
        assert picture.mode == "RGB"
        return picture.convert("RGBA")

    def nothing(picture: Image.Image) -> Image.Image:
        return Image.new("RGBA", picture.size, (0, 0, 0, 0))

    assert cutout(encoded(drawn()), whole).by == "remover"
    with pytest.raises(NoForeground):
        cutout(encoded(drawn()), nothing)


@pytest.mark.parametrize(
    ("picture", "error"),
    [
        (b"", UnreadablePicture),
        (b"\x89PNG\r\n\x1a\n", UnreadablePicture),
        (encoded(Image.new("RGB", (80, 80), "white")), NoForeground),
        (encoded(Image.new("RGBA", (80, 80), (9, 9, 9, 0))), NoForeground),
    ],
)
def test_a_picture_of_no_thing_is_refused(picture: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        cutout(picture)


def test_rembgs_model_is_looked_for_where_rembg_does(tmp_path: Path) -> None:
    (tmp_path / ".u2net").mkdir()
    (tmp_path / ".u2net" / "u2net.onnx").touch()
    assert u2net_is_here({"XDG_DATA_HOME": str(tmp_path)})
    assert u2net_is_here({"U2NET_HOME": str(tmp_path / ".u2net")})
    assert not u2net_is_here({"U2NET_HOME": str(tmp_path)})


def test_a_preview_shows_voxels_from_the_front_right_above() -> None:
    # A floor, and a post at its back left: x to the right, y away, z up.
    floor = np.array([(x, y, 0) for x in range(24) for y in range(24)])
    post = np.array([(x, y, z) for x in range(4) for y in range(20, 24) for z in range(24)])
    picture = np.asarray(Image.open(io.BytesIO(picture_of(np.concatenate([floor, post])))))
    assert picture.shape == (SIDE, SIDE)
    rows, columns = np.nonzero(picture < 255)
    top = columns[rows < rows.min() + 8]
    assert top.max() < (columns.min() + columns.max()) / 2


@pytest.mark.parametrize(
    "voxels", [np.zeros((0, 3), dtype=int), np.zeros((1, 3), dtype=int), np.eye(3, dtype=int) * 63]
)
def test_a_preview_can_be_made_of_next_to_nothing(voxels: np.ndarray) -> None:
    assert Image.open(io.BytesIO(picture_of(voxels))).size == (SIDE, SIDE)


def test_a_finished_mesh_is_smooth_across_its_seams() -> None:
    ball = trimesh.creation.icosphere(subdivisions=2)
    # Every face has vertices of its own, as behind a texture's seams.
    split = trimesh.Trimesh(
        ball.triangles.reshape(-1, 3),
        np.arange(len(ball.faces) * 3).reshape(-1, 3),
        process=False,
    )
    made = finished("clay", split, {"seed": 1})
    assert validate(made.glb).errors == 0
    scene = trimesh.load_scene(io.BytesIO(made.glb), file_type="glb", process=False)
    (loaded,) = scene.geometry.values()
    assert isinstance(loaded, trimesh.Trimesh)
    outward = np.einsum("ij,ij->i", loaded.vertex_normals, loaded.vertices)
    assert outward.min() > 0.99
    assert made.size == pytest.approx(tuple(ball.extents), rel=1e-5)
    assert (made.triangles, dict(made.parameters)) == (320, {"seed": 1})


@pytest.mark.parametrize(
    ("vertices", "faces", "error"),
    [
        (np.zeros((0, 3)), np.zeros((0, 3), dtype=int), NothingMade),
        (np.eye(3), np.zeros((0, 3), dtype=int), NothingMade),
        (np.full((3, 3), np.nan), np.array([[0, 1, 2]]), BrokenMesh),
        (np.full((3, 3), np.inf), np.array([[0, 1, 2]]), BrokenMesh),
        (np.ones((3, 3)), np.array([[0, 1, 2]]), BrokenMesh),
    ],
)
def test_a_mesh_that_is_none_is_refused(
    vertices: np.ndarray, faces: np.ndarray, error: type[Exception]
) -> None:
    with pytest.raises(error):
        finished("clay", SimpleNamespace(vertices=vertices, faces=faces), {})


def test_an_open_licence_holds_everywhere_and_asks_nobody() -> None:
    check_territory("clay", ModelCard(name="clay", licence="MIT"), "")


@pytest.mark.parametrize(("territory", "holds"), [("US", True), ("NO", True), ("AT", False)])
def test_a_licence_that_excludes_a_group_excludes_its_members(territory: str, holds: bool) -> None:
    model = ModelCard(name="clay", licence="LicenseRef-clay", excluded=("EU",))
    if holds:
        check_territory("clay", model, territory)
    else:
        with pytest.raises(OutsideTerritory, match=r"LicenseRef-clay\) does not hold in AT"):
            check_territory("clay", model, territory)


def test_a_model_of_the_hub_that_nobody_knows_has_its_engines_terms(tmp_path: Path) -> None:
    weights = Weights("somebody/hunyuan-finetuned", tmp_path, "abc")
    card = terms("hunyuan3d", weights, "config.yaml")
    assert card.excluded == ("EU", "GB", "KR")
    assert card.revision == "abc"


class Torch:
    """As far as faults go."""

    class cuda:  # noqa: N801 - torch's own name
        class OutOfMemoryError(RuntimeError):
            pass

        emptied = 0

        @classmethod
        def empty_cache(cls) -> None:
            cls.emptied += 1


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (Torch.cuda.OutOfMemoryError("CUDA out of memory. Tried"), OutOfDeviceMemory),
        (RuntimeError("CUDA error: out of memory\nmore"), OutOfDeviceMemory),
        (RuntimeError("CUBLAS_STATUS_ALLOC_FAILED when calling"), OutOfDeviceMemory),
        (RuntimeError("CUDA error: device-side assert triggered"), SystemExit),
        (RuntimeError("shapes do not match"), RuntimeError),
        (KeyError("steps"), KeyError),
    ],
)
def test_a_devices_faults_are_told_apart(raised: Exception, expected: type[BaseException]) -> None:
    with pytest.raises(expected) as told, device_faults("clay", Torch):
        raise raised
    assert type(told.value) is expected


def test_the_driver_is_asked_for_the_gpu_that_is_visible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "nvidia-smi"
    program.write_text(
        '#!/bin/sh\ncase "$*" in *--id=3*) echo 24564;; *) echo 8192; echo 99;; esac\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    assert driver_memory_mib() == 8192
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "3,1")
    assert driver_memory_mib() == 24_564
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "-1")
    assert driver_memory_mib() == 0
    program.write_text("#!/bin/sh\necho no devices were found; exit 6\n")
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES")
    assert driver_memory_mib() == 0
    program.unlink()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert driver_memory_mib() == 0


def test_a_package_that_is_not_there_is_named() -> None:
    with pytest.raises(SculptorUnavailable, match="its package no_such_thing can not be imported"):
        package("no_such_thing", "clay", "install it")


def test_the_engines_load_no_torch_before_they_are_asked() -> None:
    program = (
        "import sys\n"
        "from consumers.mesh import hunyuan3d_engine, trellis2_engine, trellis_engine\n"
        "print('torch' in sys.modules, 'trimesh' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.parametrize("kind", ["trellis", "trellis2", "hunyuan3d"])
def test_weights_that_do_not_load_are_told_of_as_what_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    settings = EngineSettings("memory://unused", tmp_path, tmp_path, territory="US")
    with machine(tmp_path, monkeypatch, STANDIN_FAULT="weights") as here:
        here.has_trellis()
        here.has_trellis2()
        here.has_hunyuan()
        module = import_module(MODULES[kind])
        with pytest.raises(
            SculptorUnavailable, match=r"do not load \(RuntimeError: Error\(s\) in"
        ) as no:
            module.load("", settings)
        assert "fetch them again: `hf download" in no.value.remedy
        assert os.environ.get("HF_HUB_OFFLINE") is None
        monkeypatch.setenv("STANDIN_FAULT", "")
        assert module.load("", settings).name.startswith(kind)
