"""The diffusers painter on the real packages, with a tiny Stable Diffusion 3 of random weights."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from consumers.handler import OutOfDeviceMemory, StepCancelled
from consumers.image.diffusers_engine import DiffusersPainter
from consumers.image.errors import (
    EmptyPrompt,
    NoPicture,
    NoPipeline,
    NoSuchDevice,
    PainterUnavailable,
    WeightsMissing,
)
from consumers.image.options import Value, read
from consumers.image.port import Picture, Wish
from schemas.errors import ScenestreamError
from schemas.recipe import Recipe
from tests.models import tiny_sd3
from tests.models.conftest import Watched

STEPS = 4
CAT = Recipe(noun="cat", label="cat", size=(0.3, 0.3, 0.5))


def wish(prompt: str = "a cat, front camera view", seed: int = 5, *, alone: bool = True) -> Wish:
    return Wish(prompt, CAT, alone, seed)


def painter(folder: Path, **options: Value) -> DiffusersPainter:
    return DiffusersPainter.load(str(folder), read({"steps": STEPS, **options}))


@pytest.fixture(scope="module")
def one(sd3: Path) -> DiffusersPainter:
    return painter(sd3)


def draw(painter: DiffusersPainter, *wishes: Wish) -> list[Picture | ScenestreamError]:
    return painter.paint(wishes, [Watched().watch() for _ in wishes])


def data(drawn: Picture | ScenestreamError) -> bytes:
    assert isinstance(drawn, Picture), drawn
    return drawn.data


def test_a_wish_becomes_a_picture_that_says_what_it_was_made_with(one: DiffusersPainter) -> None:
    (drawn,) = draw(one, wish())
    picture = Image.open(io.BytesIO(data(drawn)))
    assert (picture.size, picture.mode) == ((tiny_sd3.SIZE, tiny_sd3.SIZE), "RGB")
    assert picture.info["Description"] == "a cat, front camera view"
    assert isinstance(drawn, Picture)
    assert drawn.parameters["steps"] == STEPS
    assert drawn.parameters["dtype"] == "fp32"
    assert one.name == "diffusers:tiny-sd3"
    assert one.card.revision.startswith("sha256:")


def test_the_same_seed_gives_the_same_picture_and_another_one_another(
    one: DiffusersPainter,
) -> None:
    first, again, other = (draw(one, wish(seed=seed))[0] for seed in (5, 5, 6))
    assert data(first) == data(again)
    assert data(first) != data(other)


def test_a_picture_hardly_depends_on_what_it_is_drawn_with(one: DiffusersPainter) -> None:
    alone = draw(one, wish(seed=5))[0]
    _, together, _ = draw(one, wish("a table", 1), wish(seed=5), wish("a red chair", 2))
    pixels = [np.asarray(Image.open(io.BytesIO(data(d))), np.int16) for d in (alone, together)]
    assert np.abs(pixels[0] - pixels[1]).max() <= 1


def test_each_step_is_told_with_previews_on_the_way(one: DiffusersPainter) -> None:
    watched = Watched()
    one.paint([wish()], [watched.watch()])
    assert [fraction for fraction, _ in watched.told] == [0.2, 0.4, 0.6, 0.8]
    previews = [preview for _, preview in watched.told if preview]
    assert len(previews) == STEPS
    assert {Image.open(io.BytesIO(preview)).size for preview in previews} == {(256, 256)}
    assert max(len(preview) for preview in previews) < 30_000


def test_who_cancels_one_of_several_leaves_the_others_alone(one: DiffusersPainter) -> None:
    staying, leaving = Watched(), Watched(cancel_at=2)
    kept, gone = one.paint([wish(seed=1), wish(seed=2)], [staying.watch(), leaving.watch()])
    assert isinstance(gone, StepCancelled)
    assert len(leaving.told) == 2
    assert len(staying.told) == STEPS
    alone = np.asarray(Image.open(io.BytesIO(data(draw(one, wish(seed=1))[0]))), np.int16)
    assert np.abs(np.asarray(Image.open(io.BytesIO(data(kept))), np.int16) - alone).max() <= 1


def test_when_all_are_cancelled_it_stops_at_the_next_step(one: DiffusersPainter) -> None:
    watches = [Watched(cancel_at=1), Watched(cancel_at=2)]
    answers = one.paint([wish(seed=1), wish(seed=2)], [w.watch() for w in watches])
    assert all(isinstance(answer, StepCancelled) for answer in answers)
    assert [len(w.told) for w in watches] == [1, 2]
    assert isinstance(draw(one, wish())[0], Picture), "it draws on afterwards"


def test_cancelled_before_it_began_is_not_begun(one: DiffusersPainter) -> None:
    watched = Watched(cancel_at=0)
    (answer,) = one.paint([wish()], [watched.watch()])
    assert isinstance(answer, StepCancelled)
    assert watched.told == []


@pytest.mark.parametrize(
    "prompt",
    [
        "ein Stuhl für Käthe, 椅子, 🪑, كرسي",
        "a \x00 cat \x1b[31m \ud83d lost",
        "x",
        "a very long word " + "a" * 5_000,
    ],
)
def test_whatever_is_written_is_drawn(one: DiffusersPainter, prompt: str) -> None:
    assert isinstance(draw(one, wish(prompt))[0], Picture)


@pytest.mark.parametrize("prompt", ["", "   ", "\n\t\x00"])
def test_nothing_to_draw_is_said_and_leaves_the_others_alone(
    one: DiffusersPainter, prompt: str
) -> None:
    nothing, drawn = draw(one, wish(prompt), wish())
    assert isinstance(nothing, EmptyPrompt)
    assert isinstance(drawn, Picture)


def test_ten_thousand_words_keep_the_view_and_the_background(one: DiffusersPainter) -> None:
    end = "front camera view, placed on a white and empty background, detached"
    (drawn,) = draw(one, wish(f"{'very old ' * 5_000}cat, {end}"))
    said = Image.open(io.BytesIO(data(drawn))).info["Description"]
    assert said.startswith("very old very old")
    assert said.endswith(end)
    assert isinstance(drawn, Picture)
    assert drawn.parameters["words_left_out"] == 10_001 - len(said.removesuffix(end).split())
    assert len(one._loaded.pipeline.tokenizer_3(said).input_ids) <= 512


def test_weights_that_are_no_numbers_are_a_typed_failure(tmp_path: Path) -> None:
    import torch
    from diffusers import StableDiffusion3Pipeline

    broken = StableDiffusion3Pipeline.from_pretrained(tiny_sd3.make(tmp_path / "sound"))
    with torch.no_grad():
        broken.transformer.proj_out.bias.fill_(float("nan"))
    broken.save_pretrained(tmp_path / "broken")
    watched = Watched()
    (answer,) = painter(tmp_path / "broken").paint([wish()], [watched.watch()])
    assert isinstance(answer, NoPicture)
    assert "values that are no numbers" in str(answer)
    assert watched.told == [], "and it is found out at the first step"


def test_a_decoder_that_makes_no_numbers_is_a_typed_failure(tmp_path: Path) -> None:
    import torch
    from diffusers import StableDiffusion3Pipeline

    broken = StableDiffusion3Pipeline.from_pretrained(tiny_sd3.make(tmp_path / "sound"))
    with torch.no_grad():
        broken.vae.decoder.conv_out.bias.fill_(float("nan"))
    broken.save_pretrained(tmp_path / "broken")
    assert isinstance(draw(painter(tmp_path / "broken"), wish())[0], NoPicture)


def test_one_colour_everywhere_is_no_picture(tmp_path: Path) -> None:
    import torch
    from diffusers import StableDiffusion3Pipeline

    blank = StableDiffusion3Pipeline.from_pretrained(tiny_sd3.make(tmp_path / "sound"))
    with torch.no_grad():
        blank.vae.decoder.conv_out.weight.zero_()
        blank.vae.decoder.conv_out.bias.fill_(-1)
    blank.save_pretrained(tmp_path / "blank")
    (answer,) = draw(painter(tmp_path / "blank"), wish())
    assert isinstance(answer, NoPicture)
    assert "one colour everywhere" in str(answer)


@pytest.mark.parametrize("dtype", ["bf16", "fp32"])
@pytest.mark.parametrize("t5", ["on", "off"])
def test_it_runs_in_every_format_and_without_t5(sd3: Path, dtype: str, t5: str) -> None:
    made = painter(sd3, dtype=dtype, t5=t5, size=128)
    (drawn,) = draw(made, wish())
    assert Image.open(io.BytesIO(data(drawn))).size == (128, 128)
    assert (made._loaded.pipeline.text_encoder_3 is None) == (t5 == "off")
    assert isinstance(drawn, Picture)
    assert drawn.parameters.get("without") == ("text_encoder_3" if t5 == "off" else None)


def test_a_model_that_was_fetched_without_t5_runs_without(sd3: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(sd3, tmp_path / "lean"))
    shutil.rmtree(folder / "text_encoder_3")
    shutil.rmtree(folder / "tokenizer_3")
    assert isinstance(draw(painter(folder), wish())[0], Picture)
    with pytest.raises(WeightsMissing):
        painter(folder, t5="on")


def test_its_licence_is_what_its_files_say(sd3: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(sd3, tmp_path / "ours"))
    (folder / "README.md").write_text("---\nlicense: other\nlicense_name: acme-1\n---\n# Ours\n")
    card = painter(folder).card
    assert (card.name, card.licence, card.commercial) == ("ours", "LicenseRef-acme-1", "conditions")


def test_other_weights_have_another_revision(sd3: Path, tmp_path: Path) -> None:
    other = tiny_sd3.make(tmp_path / "other", seed=1)
    assert painter(sd3).card.revision != painter(other).card.revision


def break_index(folder: Path) -> None:
    (folder / "model_index.json").unlink()


def break_weights(folder: Path) -> None:
    (folder / "transformer" / "diffusion_pytorch_model.safetensors").unlink()


def cut_weights(folder: Path) -> None:
    file = folder / "vae" / "diffusion_pytorch_model.safetensors"
    file.write_bytes(file.read_bytes()[:1000])


def break_class(folder: Path) -> None:
    index = folder / "model_index.json"
    index.write_text(index.read_text().replace("SD3Transformer2DModel", "SD9Transformer"))


def break_json(folder: Path) -> None:
    (folder / "model_index.json").write_text("{")


def not_from_words(folder: Path) -> None:
    index = folder / "model_index.json"
    text = index.read_text()
    index.write_text(
        text.replace('"StableDiffusion3Pipeline"', '"StableDiffusion3Img2ImgPipeline"')
    )


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (break_index, NoPipeline),
        (break_weights, WeightsMissing),
        (cut_weights, WeightsMissing),
        (break_class, WeightsMissing),
        (break_json, PainterUnavailable),
        (not_from_words, NoPipeline),
    ],
)
def test_a_damaged_folder_says_what_is_wrong(
    sd3: Path, tmp_path: Path, damage: object, error: type[Exception]
) -> None:
    folder = Path(shutil.copytree(sd3, tmp_path / "damaged"))
    assert callable(damage)
    damage(folder)
    with pytest.raises(error, match=r"image engine diffusers:damaged can not start, .+: .+"):
        painter(folder)


def test_a_model_that_is_not_here_names_what_fetches_it() -> None:
    with pytest.raises(WeightsMissing) as caught:
        DiffusersPainter.load("stabilityai/stable-diffusion-3.5-medium", read({}))
    assert "DiffusionPipeline.download('stabilityai/stable-diffusion-3.5-medium')" in str(
        caught.value
    )
    assert "accept the licence there and set HF_TOKEN" in str(caught.value)


@pytest.mark.parametrize("device", ["cuda", "mps"])
def test_a_device_that_is_not_here_is_said(sd3: Path, device: str) -> None:
    import torch

    if getattr(torch.backends if device == "mps" else torch, device).is_available():
        pytest.skip(f"this machine has {device}")
    with pytest.raises(NoSuchDevice):
        painter(sd3, device=device)


def test_memory_that_runs_out_is_said_and_survived(
    one: DiffusersPainter, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    def starved(*args: object, **kwargs: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    with monkeypatch.context() as patched:
        patched.setattr(one._loaded.pipeline.transformer, "forward", starved)
        with pytest.raises(OutOfDeviceMemory, match="2 pictures of 64 x 64 pixels"):
            draw(one, wish(), wish())
    assert isinstance(draw(one, wish())[0], Picture)


def test_previews_have_the_colours_of_what_is_shown(sd3: Path) -> None:
    """A VAE whose latents hold the mean colours is read back by the matrix, whatever its scale."""
    import torch

    from consumers.image.previews import fitted

    mixing = torch.randn(16, 3, generator=torch.Generator().manual_seed(1))

    class Config:
        shift_factor, scaling_factor = 0.0609, 1.5305

    class Distribution:
        def __init__(self, mean: torch.Tensor) -> None:
            self.mean = mean

    class Encoded:
        def __init__(self, mean: torch.Tensor) -> None:
            self.latent_dist = Distribution(mean)

    class LinearVae:
        config, device, dtype = Config, torch.device("cpu"), torch.float32

        def encode(self, pixels: torch.Tensor) -> Encoded:
            small = torch.nn.functional.avg_pool2d(pixels, 8)
            return Encoded(torch.einsum("cr,brhw->bchw", mixing, small))

    class Pipeline:
        vae = LinearVae()

    projection = fitted(Pipeline(), torch)
    assert projection is not None
    red = torch.tensor([1.0, 0.2, 0.0]).view(1, 3, 1, 1).expand(1, 3, 64, 64)
    latents = (LinearVae().encode(red * 2 - 1).latent_dist.mean - 0.0609) * 1.5305
    shown = np.asarray(Image.open(io.BytesIO(projection.jpeg(latents[0].numpy()))), float)
    assert np.abs(shown.mean((0, 1)) - [255, 51, 0]).max() < 6
