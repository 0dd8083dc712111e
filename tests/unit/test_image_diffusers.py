"""The diffusers painter on a GPU, by a stand-in that speaks the interface of diffusers and torch
(``tests/standins/painting``). ``tests/models`` runs it on the real ones, on the CPU."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from consumers.handler import Context, OutOfDeviceMemory, Preview, StepCancelled, Watch
from consumers.image.diffusers_engine import DeviceFailed, DiffusersPainter
from consumers.image.errors import (
    AccessRefused,
    DeviceTooSmall,
    NoPipeline,
    NoSuchDevice,
    PackageMissing,
    PictureRefused,
    WeightsMissing,
)
from consumers.image.handler import tasks
from consumers.image.lodged import LodgedPainter
from consumers.image.options import Value, read
from consumers.image.port import Picture, Wish
from consumers.residency import Residency
from consumers.settings import EngineSettings
from schemas.errors import ScenestreamError
from schemas.flow import Stage
from schemas.recipe import Recipe
from streams.artifacts import ArtifactStore
from tests.painting import FLUX, MILLION, SDXL, model, painting, sd35

CAT = Recipe(noun="cat", label="cat", size=(0.3, 0.3, 0.5))


@pytest.fixture(autouse=True)
def _gpu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with painting(monkeypatch):
        yield


@dataclass
class Told:
    fractions: list[float] = field(default_factory=list)
    previews: list[bytes] = field(default_factory=list)
    stop_after: int | None = None

    def watch(self) -> Watch:
        def cancelled() -> bool:
            return self.stop_after is not None and len(self.fractions) >= self.stop_after

        return Watch(Context(ArtifactStore("memory://x"), None, self._tell, cancelled), "a cat")

    def _tell(self, fraction: float, label: str, preview: Preview | None = None, /) -> None:
        self.fractions.append(fraction)
        if callable(preview):
            self.previews.append(preview())


def painter(folder: Path, **options: Value) -> DiffusersPainter:
    return DiffusersPainter.load(str(folder), read(options))


def pipeline() -> Any:
    return sys.modules["diffusers"].MADE[-1]


def wish(prompt: str = "a cat", seed: int = 3, *, alone: bool = True) -> Wish:
    return Wish(prompt, CAT, alone, seed)


def draw(by: DiffusersPainter, *wishes: Wish) -> list[Picture | ScenestreamError]:
    return by.paint(wishes, [Told().watch() for _ in wishes])


def test_sd35_medium_is_asked_as_its_publisher_advises(tmp_path: Path) -> None:
    by = painter(sd35(tmp_path))
    (drawn,) = draw(by, wish("a cat, front camera view"))
    assert isinstance(drawn, Picture)
    (asked,) = pipeline().calls
    assert (asked["num_inference_steps"], asked["guidance_scale"]) == (40, 4.5)
    assert (asked["height"], asked["width"], asked["max_sequence_length"]) == (1024, 1024, 256)
    assert [g.seed for g in asked["generator"]] == [3]
    assert [g.device for g in asked["generator"]] == ["cpu"]
    assert "several objects" in asked["negative_prompt"][0]
    assert pipeline().placed == ["cuda"]
    assert pipeline().vae.sliced
    assert pipeline().asked["dtype"] == "bfloat16"
    assert by.name == "diffusers:stable-diffusion-3.5-medium"
    assert drawn.parameters["steps"] == 40


def test_what_a_person_sets_goes_before_what_the_publisher_advises(tmp_path: Path) -> None:
    by = painter(sd35(tmp_path), steps="12", guidance=3, size=512, negative="dogs", dtype="fp16")
    (drawn,) = draw(by, wish())
    (asked,) = pipeline().calls
    assert (asked["num_inference_steps"], asked["guidance_scale"]) == (12, 3)
    assert (asked["height"], asked["negative_prompt"]) == (512, ["dogs"])
    assert pipeline().asked["dtype"] == "float16"
    assert isinstance(drawn, Picture)
    assert Image.open(io.BytesIO(drawn.data)).size == (512, 512)
    assert drawn.parameters["negative"] == "dogs"


@pytest.mark.parametrize(
    ("free_mib", "placed", "without"),
    [
        (24_000, ["cuda"], False),  # everything: 15,000 MiB and what it works with
        (13_000, ["model:cuda"], False),  # T5 has room while nothing else is there
        (9_500, ["cuda"], True),  # no room for T5, but for the rest
        (7_000, ["model:cuda"], True),
    ],
)
def test_what_does_not_fit_takes_turns_and_t5_goes_first(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    free_mib: int,
    placed: list[str],
    without: bool,
) -> None:
    monkeypatch.setenv("STANDIN_CUDA_MIB", str(free_mib))
    by = painter(sd35(tmp_path))
    assert pipeline().placed == placed
    assert ("text_encoder_3" in pipeline().asked) == without
    assert by.needs_mib <= free_mib
    assert by._loaded.projection is not None
    (drawn,) = draw(by, wish())
    assert isinstance(drawn, Picture)
    assert ("without" in drawn.parameters) == without


def test_a_gpu_that_is_too_small_says_by_how_much_and_what_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDIN_CUDA_MIB", "5000")
    with pytest.raises(DeviceTooSmall) as caught:
        painter(sd35(tmp_path))
    assert caught.value.has_mib == 5000
    assert caught.value.needs_mib == pytest.approx(4272 + 2501, abs=2)
    assert "set offload to sequential in [engines.image]" in str(caught.value)
    assert "--engine image=greybox" in str(caught.value)
    painter(tmp_path / "stable-diffusion-3.5-medium", offload="sequential", t5="off")
    assert pipeline().placed == ["sequential:cuda"]


def test_how_many_go_at_once_is_what_memory_is_left_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = sd35(tmp_path)
    monkeypatch.setenv("STANDIN_CUDA_MIB", "21000")
    assert 1 < painter(folder).batch < 8
    monkeypatch.setenv("STANDIN_CUDA_MIB", "80000")
    assert painter(folder).batch == 8
    assert painter(folder, batch=2).batch == 2


def test_memory_that_ran_out_is_given_back_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDIN_FAULT", "oom")
    by = painter(sd35(tmp_path))
    with pytest.raises(OutOfDeviceMemory, match="2 pictures of 1024 x 1024 pixels"):
        draw(by, wish(), wish())
    assert sys.modules["torch"].cuda.emptied == 1
    assert pipeline().freed == 1
    assert isinstance(draw(by, wish())[0], Picture)


def test_a_device_that_fails_ends_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = painter(sd35(tmp_path))
    monkeypatch.setenv("STANDIN_FAULT", "lost")
    with pytest.raises(DeviceFailed, match="Stand-in GPU failed"):
        draw(by, wish())


def test_a_refused_picture_is_its_own_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDIN_FAULT", "refused")
    refused, drawn = draw(painter(sd35(tmp_path)), wish(seed=1), wish(seed=2))
    assert isinstance(refused, PictureRefused)
    assert isinstance(drawn, Picture)


def test_progress_is_told_of_each_and_who_leaves_leaves_alone(tmp_path: Path) -> None:
    by = painter(sd35(tmp_path), steps=16)
    stays, leaves = Told(), Told(stop_after=5)
    drawn, left = by.paint([wish(seed=1), wish(seed=2)], [stays.watch(), leaves.watch()])
    assert isinstance(drawn, Picture)
    assert isinstance(left, StepCancelled)
    assert (len(stays.fractions), len(leaves.fractions)) == (16, 5)
    assert stays.fractions == sorted(stays.fractions)
    assert stays.fractions[-1] < 1
    assert len(stays.previews) == 8
    assert Image.open(io.BytesIO(stays.previews[0])).size == (256, 256)


def test_any_seed_is_taken(tmp_path: Path) -> None:
    drawn = draw(painter(sd35(tmp_path), steps=1), wish(seed=2**70), wish(seed=-(2**65) - 4))
    assert all(isinstance(one, Picture) for one in drawn)


def test_sdxl_reads_77_tokens_and_keeps_the_background(tmp_path: Path) -> None:
    folder = model(
        tmp_path / "stable-diffusion-xl-base-1.0", "StableDiffusionXLPipeline", SDXL, suffix=".fp16"
    )
    end = "front camera view, placed on a white background, completely detached"
    (drawn,) = draw(painter(folder), wish("old " * 200 + f"cat, {end}"))
    (asked,) = pipeline().calls
    assert len(asked["prompt"][0].split()) == 75
    assert asked["prompt"][0].endswith(end)
    assert "max_sequence_length" not in asked
    assert (asked["num_inference_steps"], asked["guidance_scale"]) == (30, 5.0)
    assert pipeline().asked["variant"] == "fp16"
    assert isinstance(drawn, Picture)
    assert drawn.parameters["words_left_out"] == 201 + len(end.split()) - 75


def test_flux_takes_no_negative_prompt_and_shows_no_previews(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDIN_CUDA_MIB", "30000")
    folder = model(tmp_path / "FLUX.1-schnell", "FluxPipeline", FLUX, t5="tokenizer_2")
    by = painter(folder)
    told = Told()
    (drawn,) = by.paint([wish()], [told.watch()])
    (asked,) = pipeline().calls
    assert isinstance(drawn, Picture)
    assert (asked["num_inference_steps"], asked["guidance_scale"]) == (4, 0.0)
    assert asked["max_sequence_length"] == 256
    assert len(told.fractions) == 4
    assert told.previews == []


def test_long_prompts_are_read_at_length_and_drawn_apart(tmp_path: Path) -> None:
    by = painter(sd35(tmp_path))
    long = wish("very " * 300 + "old cat")
    assert by.alike(long) != by.alike(wish())
    draw(by, long)
    (asked,) = pipeline().calls
    assert asked["max_sequence_length"] == 512
    assert len(asked["prompt"][0].split()) == 302


def test_a_pipeline_without_callbacks_draws_all_the_same(tmp_path: Path) -> None:
    by = painter(model(tmp_path / "old", "OldPipeline", {"unet": 10 * MILLION}))
    assert isinstance(draw(by, wish())[0], Picture)
    (asked,) = pipeline().calls
    assert (asked["num_inference_steps"], asked["height"]) == (20, 1024)


def test_a_pipeline_that_wants_a_picture_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoPipeline, match="InpaintPipeline does not draw from words alone"):
        painter(model(tmp_path / "inpaint", "InpaintPipeline", {"unet": MILLION}))


def test_access_that_is_refused_names_page_token_and_licence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setenv("STANDIN_FAULT", "gated")
    with pytest.raises(AccessRefused) as caught:
        DiffusersPainter.load("stabilityai/x", read({"download": True}))
    for part in ("https://huggingface.co/stabilityai/x", "HF_TOKEN", "licence", "hf auth login"):
        assert part in str(caught.value)


def test_what_can_not_be_fetched_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setenv("STANDIN_FAULT", "no network")
    with pytest.raises(WeightsMissing, match=r"can not be fetched \(Cannot reach the hub"):
        DiffusersPainter.load("stabilityai/x", read({"download": True}))


def test_a_missing_package_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(PackageMissing, match=r"pip install 'scenestream\[image\]'"):
        painter(sd35(tmp_path))


@pytest.mark.parametrize(
    ("build", "said"), [("13.0", "torch sees no GPU"), (None, "torch is built without CUDA")]
)
def test_no_gpu_where_one_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build: str | None, said: str
) -> None:
    import torch

    monkeypatch.setenv("STANDIN_CUDA_MIB", "0")
    monkeypatch.setattr(torch.version, "cuda", build)
    with pytest.raises(NoSuchDevice, match=said):
        painter(sd35(tmp_path), device="cuda")
    with pytest.raises(NoSuchDevice, match="the CPU does not compute in fp16"):
        painter(tmp_path / "stable-diffusion-3.5-medium", dtype="fp16")


@pytest.mark.parametrize("sharers", [1, 2])
def test_it_takes_no_more_than_its_processs_part_of_a_gpu(tmp_path: Path, sharers: int) -> None:
    """All of the GPU is free while its neighbour has not loaded yet, too."""
    settings = EngineSettings(
        "memory://x",
        tmp_path,
        tmp_path,
        {Stage.IMAGE: f"diffusers:{sd35(tmp_path)}"},
        residency=Residency(24_000, sharers),
    )
    engine = tasks(settings)["draw"].engine  # type: ignore[attr-defined]
    assert pipeline().placed == [["cuda"], ["model:cuda"]][sharers - 1]
    assert 0 < engine.needs_mib <= 24_000 // sharers
    assert engine.batch == [8, 1][sharers - 1]


def test_a_part_that_is_too_small_says_whose_it_is(tmp_path: Path) -> None:
    with pytest.raises(DeviceTooSmall, match=r"5000 MiB free") as caught:
        DiffusersPainter.load(str(sd35(tmp_path)), read({}), 5_000)
    assert "this process's part, by --workers and SCENESTREAM_DEVICE_MIB" in str(caught.value)


def test_it_makes_room_on_a_gpu_that_it_shares(tmp_path: Path) -> None:
    settings = EngineSettings(
        "memory://x",
        tmp_path,
        tmp_path,
        {Stage.IMAGE: f"diffusers:{sd35(tmp_path)}"},
        options={Stage.IMAGE: {"steps": 2}},
        residency=Residency(24_000),
    )
    engine = tasks(settings)["draw"].engine  # type: ignore[attr-defined]
    assert isinstance(engine, LodgedPainter)
    assert (engine.name, engine.batch) == ("diffusers:stable-diffusion-3.5-medium", 8)
    assert engine.needs_mib > 15_000
    assert settings.residency is not None
    other = settings.residency.admit("trellis", lambda: object(), 16_000)
    assert settings.residency.loaded == ("trellis",)
    (drawn,) = engine.paint([wish()], [Told().watch()])
    assert isinstance(drawn, Picture)
    assert settings.residency.loaded == (f"diffusers:{tmp_path}/stable-diffusion-3.5-medium",)
    assert other.needs_mib == 16_000
