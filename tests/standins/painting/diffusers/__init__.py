"""A stand-in for diffusers 0.42: pipelines from folders, as far as the painter asks them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch

from . import utils as utils

MADE: list[Any] = []
"""The pipelines that were loaded, the last one last."""


def _fault() -> str:
    return os.environ.get("STANDIN_FAULT", "")


class CLIPTokenizer:
    """A token a word, and one at each end."""

    def __call__(self, text: str) -> Any:
        return SimpleNamespace(input_ids=[0, *(1 for _ in text.split()), 2])


class T5Tokenizer(CLIPTokenizer):
    pass


class Vae:
    config = SimpleNamespace(scaling_factor=1.0, shift_factor=None)
    dtype = torch.bfloat16

    def __init__(self) -> None:
        self.device, self.sliced = "cpu", False

    def enable_slicing(self) -> None:
        self.sliced = True

    def to(self, device: str) -> Vae:
        self.device = device
        return self

    def encode(self, pixels: torch.Tensor) -> Any:
        assert pixels.device == self.device
        count, _, high, wide = pixels.shape
        means = pixels.array.reshape(count, 3, high // 8, 8, wide // 8, 8).mean((3, 5))
        latents = torch.Tensor(np.concatenate([means, means[:, :1]], 1), self.device)
        return SimpleNamespace(latent_dist=SimpleNamespace(mean=latents))


class _Pipeline:
    STEPS = 50

    def __init__(self, folder: Path, asked: dict[str, Any], parts: dict[str, Any]) -> None:
        self.folder, self.asked, self.calls = folder, asked, []
        self.placed: list[str] = []
        self.freed = 0
        self.vae = Vae()
        for name, part in parts.items():
            if name.startswith("tokenizer"):
                setattr(self, name, part)

    def to(self, device: str) -> _Pipeline:
        self.placed.append(device)
        self.vae.to(device)
        return self

    def enable_model_cpu_offload(self, device: str) -> None:
        self.placed.append(f"model:{device}")

    def enable_sequential_cpu_offload(self, device: str) -> None:
        self.placed.append(f"sequential:{device}")

    def set_progress_bar_config(self, disable: bool) -> None:
        assert disable

    def maybe_free_model_hooks(self) -> None:
        self.freed += 1

    def run(self, given: dict[str, Any]) -> Any:
        self.calls.append({name: v for name, v in given.items() if name != "self"})
        count, steps = len(given["prompt"]), given["num_inference_steps"] or self.STEPS
        if _fault() == "oom" and count > 1:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        if _fault() == "lost":
            raise RuntimeError("CUDA error: an illegal memory access was encountered")
        seeds = [generator.seed for generator in given["generator"]]
        latents = torch.Tensor(np.array([np.full((4, 8, 8), seed % 7) for seed in seeds]))
        told = {"latents": self.packed(latents)}
        callback = given.get("callback_on_step_end")
        for step in range(steps):
            if callback is not None:
                told = callback(self, step, 1.0, told)
        side = given["height"] or 64
        rows = np.linspace(0, 1, side)[None, :, None, None] * np.ones((count, 1, side, 3))
        images = np.abs(rows - np.array(seeds).reshape(-1, 1, 1, 1) % 5 / 10).astype(np.float32)
        refused = [_fault() == "refused" and at == 0 for at in range(count)]
        return SimpleNamespace(images=images, nsfw_content_detected=refused)

    def packed(self, latents: torch.Tensor) -> torch.Tensor:
        return latents


class StableDiffusion3Pipeline(_Pipeline):
    def __call__(
        self,
        prompt: Any = None,
        height: int | None = None,
        width: int | None = None,
        num_inference_steps: int = 28,
        guidance_scale: float = 7.0,
        negative_prompt: Any = None,
        generator: Any = None,
        output_type: str = "pil",
        callback_on_step_end: Any = None,
        callback_on_step_end_tensor_inputs: Any = ("latents",),
        max_sequence_length: int = 256,
        skip_guidance_layers: Any = None,
    ) -> Any:
        return self.run(locals())


class StableDiffusionXLPipeline(_Pipeline):
    def __call__(
        self,
        prompt: Any = None,
        prompt_2: Any = None,
        height: int | None = None,
        width: int | None = None,
        num_inference_steps: int = 50,
        guidance_scale: float = 5.0,
        negative_prompt: Any = None,
        generator: Any = None,
        output_type: str = "pil",
        callback_on_step_end: Any = None,
        callback_on_step_end_tensor_inputs: Any = ("latents",),
        **kwargs: Any,
    ) -> Any:
        assert not kwargs
        return self.run(locals())


class FluxPipeline(_Pipeline):
    def __call__(
        self,
        prompt: Any = None,
        height: int | None = None,
        width: int | None = None,
        num_inference_steps: int = 28,
        guidance_scale: float = 3.5,
        generator: Any = None,
        output_type: str = "pil",
        callback_on_step_end: Any = None,
        callback_on_step_end_tensor_inputs: Any = ("latents",),
        max_sequence_length: int = 512,
    ) -> Any:
        return self.run(locals())

    def _unpack_latents(self) -> None:
        """It has one: its latents are rows of patches."""

    def packed(self, latents: torch.Tensor) -> torch.Tensor:
        return torch.Tensor(latents.array.reshape(len(latents.array), 16, 16))


class OldPipeline(_Pipeline):
    """As pipelines of the community are: without a callback."""

    def __call__(
        self,
        prompt: Any = None,
        height: int | None = None,
        width: int | None = None,
        num_inference_steps: int = 20,
        generator: Any = None,
        output_type: str = "pil",
    ) -> Any:
        return self.run(locals())


class InpaintPipeline(_Pipeline):
    def __call__(self, prompt: Any, image: Any, mask_image: Any) -> Any:
        raise NotImplementedError


class DiffusionPipeline:
    @staticmethod
    def from_pretrained(
        folder: str,
        *,
        dtype: str,
        variant: str | None,
        local_files_only: bool,
        **parts: Any,
    ) -> Any:
        assert local_files_only
        index = json.loads((Path(folder) / "model_index.json").read_text())
        kinds = {"CLIPTokenizer": CLIPTokenizer, "T5Tokenizer": T5Tokenizer}
        own = {n: kinds[p[1]]() for n, p in index.items() if isinstance(p, list) and p[1] in kinds}
        asked = {"dtype": dtype, "variant": variant, **parts}
        made = globals()[index["_class_name"]](Path(folder), asked, {**own, **parts})
        MADE.append(made)
        return made

    @staticmethod
    def download(model: str) -> str:
        from huggingface_hub.errors import GatedRepoError, LocalEntryNotFoundError

        if _fault() == "gated":
            raise GatedRepoError("403 Client Error: Access to this model is restricted")
        raise LocalEntryNotFoundError("Cannot reach the hub: check your connection")
