"""The painter for any text-to-image model that diffusers runs, Stable Diffusion 3.5 first.

Loads once, draws several wishes at once, tells of each at every step and lets each be cancelled,
refused or lost alone. What does not belong here: loading (``loading``), what is said on the way
(``denoising``), events.
"""

from __future__ import annotations

import io
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from pydantic import JsonValue

from consumers.cards import card
from consumers.handler import OutOfDeviceMemory, StepCancelled, Watch
from consumers.image.denoising import AllStopped, Denoising
from consumers.image.errors import EmptyPrompt, NoPicture, PictureRefused
from consumers.image.loading import Loaded, is_out_of_memory, load
from consumers.image.options import PaintOptions
from consumers.image.port import Picture, Wish
from consumers.image.previews import Floats
from consumers.image.prompts import Fitted
from consumers.image.reading import TOKENS, is_long, reader_of
from consumers.weights import short_name
from schemas.artifacts import PNG
from schemas.errors import ScenestreamError

ENGINE = "diffusers"
ALONE_NEGATIVE = "several objects, cropped, cut off, people, text, watermark, busy background"
"""What spoils a mesh, where a model takes such advice."""
STEPS = 50
"""Where neither the model nor its pipeline says."""
PLAIN = 1.5 / 255
"""A picture whose brightest and darkest value differ by less shows nothing."""
SEEDS = 2**63


class DeviceFailed(SystemExit):
    """The device computes no more for this process, which ends, so that a new one takes over."""


def alike(wish: Wish) -> Hashable:
    """Equal for wishes that any model of diffusers draws together: read up to the same length."""
    return is_long(wish.prompt)


@dataclass(frozen=True, slots=True)
class _Sitting:
    """One wish of those that are drawn together."""

    wish: Wish
    watch: Watch
    prompt: Fitted


class DiffusersPainter:
    """Implements ``consumers.image.port.Painter``. ``needs_mib``: of a GPU's memory."""

    def __init__(self, loaded: Loaded, options: PaintOptions) -> None:
        own = loaded.habit
        self._loaded, self._options = loaded, options
        self._reader = reader_of(loaded.pipeline, loaded.call, own)
        usual = own.steps or int(loaded.call.get("num_inference_steps") or STEPS)
        self._steps = options.steps or usual
        self._guidance = own.guidance if options.guidance is None else options.guidance
        self.name = f"{ENGINE}:{loaded.snapshot.model}"
        self.card = card(loaded.snapshot.model, loaded.snapshot.revision, loaded.snapshot.licence)
        self.batch = loaded.plan.batch
        self.needs_mib = 0 if loaded.device.kind == "cpu" else loaded.plan.needs_mib

    @classmethod
    def load(cls, model: str, options: PaintOptions, most_mib: int = 0) -> DiffusersPainter:
        """The painter of ``model``, a name of the hub or a folder; ``loading.load`` says what it
        raises."""
        return cls(load(model, f"{ENGINE}:{short_name(model)}", options, most_mib), options)

    def alike(self, wish: Wish) -> Hashable:
        return alike(wish)

    def paint(
        self, wishes: Sequence[Wish], watches: Sequence[Watch]
    ) -> list[Picture | ScenestreamError]:
        answers: dict[int, Picture | ScenestreamError] = {}
        sitting: dict[int, _Sitting] = {}
        for place, (wish, watch) in enumerate(zip(wishes, watches, strict=True)):
            try:
                watch.check()
                sitting[place] = _Sitting(wish, watch, self._reader.fitted(wish.prompt))
            except (StepCancelled, EmptyPrompt) as failed:
                answers[place] = failed
        if sitting:
            drawn = self._draw(list(sitting.values()))
            answers.update(zip(sitting, drawn, strict=True))
        return [answers[place] for place in range(len(wishes))]

    def _draw(self, sitting: Sequence[_Sitting]) -> list[Picture | ScenestreamError]:
        denoising = Denoising([one.watch for one in sitting], self._steps, self._loaded.projection)
        pictures: Floats | None = None
        refused: Sequence[bool] = ()
        try:
            drawn = self._loaded.pipeline(**self._asked(sitting, denoising))
            pictures = np.asarray(drawn.images, np.float32)
            refused = getattr(drawn, "nsfw_content_detected", None) or ()
        except AllStopped:
            self._loaded.pipeline.maybe_free_model_hooks()
        except RuntimeError as error:
            self._failed(error, len(sitting))
        answers: list[Picture | ScenestreamError] = []
        for place, one in enumerate(sitting):
            picture = pictures[place] if pictures is not None else None
            if place in denoising.stopped:
                answers.append(denoising.stopped[place])
            elif len(refused) > place and refused[place]:
                answers.append(PictureRefused(self.name))
            else:
                lost = place in denoising.lost
                answers.append(self._picture(one, None if lost else picture))
        return answers

    def _asked(self, sitting: Sequence[_Sitting], denoising: Denoising) -> dict[str, Any]:
        """The arguments of the pipeline's call, of those that it takes."""
        loaded = self._loaded
        generator = loaded.torch.Generator
        wanted: dict[str, Any] = {
            "prompt": [one.prompt.text for one in sitting],
            "num_inference_steps": self._steps,
            "guidance_scale": self._guidance,
            "height": loaded.size,
            "width": loaded.size,
            # Of the CPU: its numbers are the same on every machine.
            "generator": [generator("cpu").manual_seed(one.wish.seed % SEEDS) for one in sitting],
            "output_type": "np",
            "callback_on_step_end": denoising,
            "callback_on_step_end_tensor_inputs": ["latents"],
            **loaded.habit.more,
        }
        if self._guidance is None or self._guidance > 1:
            wanted["negative_prompt"] = [self._negative(one.wish) for one in sitting]
        if self._reader.told:
            wanted[TOKENS] = self._reader.most(sitting[0].wish.prompt)
        takes = loaded.call
        return {
            name: value for name, value in wanted.items() if name in takes and value is not None
        }

    def _negative(self, wish: Wish) -> str:
        if self._options.negative is not None:
            return self._options.negative
        return ALONE_NEGATIVE if wish.alone else ""

    def _failed(self, error: RuntimeError, count: int) -> None:
        """Raises what ``error``, of torch, means."""
        if is_out_of_memory(error):
            self._loaded.pipeline.maybe_free_model_hooks()
            if self._loaded.device.kind == "cuda":
                self._loaded.torch.cuda.empty_cache()
            size = self._loaded.size
            what = f"{count} picture{'s' if count > 1 else ''} of {size} x {size} pixels"
            raise OutOfDeviceMemory(what, str(error).splitlines()[0]) from error
        if "CUDA error" in str(error):
            raise DeviceFailed(f"{self._loaded.device.name} failed: {error}") from error
        raise error

    def _picture(self, one: _Sitting, picture: Floats | None) -> Picture | ScenestreamError:
        """``picture``: of shape (height, width, 3), 0-1; None where there is none."""
        dtype = self._loaded.plan.dtype
        if picture is None or not np.isfinite(picture).all():
            return NoPicture(self.name, "values that are no numbers", dtype)
        if np.ptp(picture) < PLAIN:
            return NoPicture(self.name, "one colour everywhere", dtype)
        return Picture(_png(picture, one.prompt.text), PNG, parameters=self._parameters(one))

    def _parameters(self, one: _Sitting) -> dict[str, JsonValue]:
        """What, beside prompt and seed, the picture depends on."""
        said = {
            "steps": self._steps,
            "guidance": self._guidance,
            "size": self._loaded.size,
            "dtype": self._loaded.plan.dtype,
            "negative": self._negative(one.wish),
            "without": ", ".join(self._loaded.plan.without),
            "words_left_out": one.prompt.dropped,
            **self._loaded.habit.more,
        }
        return {name: value for name, value in said.items() if value not in (None, "", 0)}


def _png(picture: Floats, prompt: str) -> bytes:
    """``picture``: (height, width, 3), 0-1."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    note = PngInfo()
    note.add_itxt("Description", prompt)
    file = io.BytesIO()
    pixels = np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)
    # Noise hardly gets smaller by compressing it harder, only later.
    Image.fromarray(pixels).save(file, "PNG", pnginfo=note, compress_level=3)
    return file.getvalue()
