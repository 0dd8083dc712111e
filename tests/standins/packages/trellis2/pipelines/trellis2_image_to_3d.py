"""``Trellis2ImageTo3DPipeline`` of the stand-in. Its models know on which device they are: off the
pipeline's they refuse to work, and two of them on it are one too many."""

from __future__ import annotations

import json
import os
from types import SimpleNamespace
from typing import Any

import numpy as np
import shapes
import standin
import torch
from PIL import Image


class Part:
    """A model. Two at a time on the device are one too many in a card of 24 GB."""

    def __init__(self, name: str) -> None:
        self.name, self.device, self.low_vram = name, "cpu", False

    def to(self, device: Any) -> None:
        self.device = str(device)

    def cpu(self) -> None:
        self.device = "cpu"

    def work(self) -> None:
        if self.device != "cuda":
            raise RuntimeError(f"{self.name} is on {self.device}: expected all on cuda")


class Encoder(Part):
    """``DinoV3FeatureExtractor``: takes the model's files from the hub's cache."""

    def __init__(self, model_name: str) -> None:
        from huggingface_hub import hf_hub_download

        super().__init__("image_cond_model")
        if not os.path.isdir(model_name):
            hf_hub_download(model_name, "config.json")
        self.image_size = 512

    def __call__(self, image: list[Image.Image]) -> Image.Image:
        self.work()
        return image[0]


class BiRefNet(Encoder):
    def __call__(self, image: Image.Image) -> Image.Image:
        self.work()
        standin.record("trellis2.rembg", mode=image.mode)
        away = np.asarray(image.convert("RGB")).min(axis=2) > 240
        image.putalpha(Image.fromarray(np.where(away, 0, 255).astype(np.uint8)))
        return image


class FlowEulerGuidanceIntervalSampler:
    def __init__(self, sigma_min: float) -> None:
        self.sigma_min, self.step = sigma_min, 0

    def sample_once(
        self, model: Any, x_t: Any, t: float, t_prev: float, cond: Any = None, **kwargs: Any
    ) -> SimpleNamespace:
        unknown = set(kwargs) - {
            "neg_cond",
            "guidance_strength",
            "guidance_interval",
            "guidance_rescale",
            "concat_cond",
        }
        if unknown:
            raise TypeError(f"{model.name}.forward() got an unexpected keyword argument: {unknown}")
        model.work()
        standin.step(self.step)
        self.step += 1
        return SimpleNamespace(pred_x_prev=x_t)

    def sample(
        self,
        model: Any,
        noise: Any,
        cond: Any,
        neg_cond: Any,
        steps: int = 50,
        rescale_t: float = 1.0,
        guidance_strength: float = 3.0,
        guidance_interval: tuple[float, float] = (0.0, 1.0),
        verbose: bool = True,
        tqdm_desc: str = "Sampling",
        **kwargs: Any,
    ) -> None:
        standin.record("trellis2.sample", model=model.name, steps=steps, desc=tqdm_desc)
        self.step = 0
        for number in range(steps):
            self.sample_once(
                model,
                noise,
                1 - number / steps,
                1 - (number + 1) / steps,
                cond,
                neg_cond=neg_cond,
                guidance_strength=guidance_strength,
                guidance_interval=guidance_interval,
                **kwargs,
            )


class MeshWithVoxel:
    def __init__(self, body: shapes.Body, resolution: int) -> None:
        mesh = body.mesh()
        self.body = body
        self.vertices, self.faces = torch.Tensor(mesh.vertices), torch.Tensor(mesh.faces)
        self.coords, self.attrs = torch.Tensor(np.zeros((1, 3))), torch.Tensor(np.zeros((1, 6)))
        self.coords.body = body
        self.voxel_size = 1 / resolution
        self.layout = {
            "base_color": slice(0, 3),
            "metallic": slice(3, 4),
            "roughness": slice(4, 5),
            "alpha": slice(5, 6),
        }

    def simplify(
        self,
        target: int = 1000000,
        verbose: bool = False,
        options: dict[str, Any] = {},  # noqa: B006
    ) -> None:
        standin.record("trellis2.simplify", target=target)


class Trellis2ImageTo3DPipeline:
    model_names_to_load = [  # noqa: RUF012
        "sparse_structure_flow_model",
        "sparse_structure_decoder",
        "shape_slat_flow_model_512",
        "shape_slat_flow_model_1024",
        "shape_slat_decoder",
        "tex_slat_flow_model_512",
        "tex_slat_flow_model_1024",
        "tex_slat_decoder",
    ]

    @classmethod
    def from_pretrained(
        cls, path: str, config_file: str = "pipeline.json"
    ) -> Trellis2ImageTo3DPipeline:
        from huggingface_hub import hf_hub_download

        standin.record("trellis2.from_pretrained", path=path)
        standin.check_weights()
        is_local = os.path.exists(f"{path}/{config_file}")
        config = f"{path}/{config_file}" if is_local else hf_hub_download(path, config_file)
        with open(config) as file:
            args = json.load(file)["args"]
        pipeline = cls()
        pipeline.models = {}
        for name, part in args["models"].items():
            if name not in cls.model_names_to_load:
                continue
            if not os.path.exists(f"{path}/{part}.safetensors"):
                owner, repository, *rest = (
                    part.split("/") if part.count("/") > 1 else (*path.split("/"), part)
                )
                hf_hub_download(f"{owner}/{repository}", f"{'/'.join(rest)}.safetensors")
            pipeline.models[name] = Part(name)
        for kind in ("sparse_structure_sampler", "shape_slat_sampler", "tex_slat_sampler"):
            setattr(pipeline, kind, FlowEulerGuidanceIntervalSampler(**args[kind]["args"]))
            setattr(pipeline, f"{kind}_params", args[kind]["params"])
        pipeline.image_cond_model = Encoder(**args["image_cond_model"]["args"])
        pipeline.rembg_model = BiRefNet(**args["rembg_model"]["args"])
        pipeline.low_vram = args.get("low_vram", True)
        pipeline.device = "cpu"
        return pipeline

    def cuda(self) -> None:
        self.device = "cuda"
        if not self.low_vram:
            for part in (*self.models.values(), self.image_cond_model, self.rembg_model):
                part.to("cuda")

    def on_device(self) -> list[str]:
        parts = (*self.models.values(), self.image_cond_model, self.rembg_model)
        return [part.name for part in parts if part.device == "cuda"]

    def preprocess_image(self, input: Image.Image) -> Image.Image:
        assert input.mode == "RGBA", "the engine cuts out before"
        box = np.argwhere(np.array(input)[:, :, 3] > 0.8 * 255)
        left, top = np.min(box[:, 1]), np.min(box[:, 0])
        right, bottom = np.max(box[:, 1]), np.max(box[:, 0])
        half = int(max(right - left, bottom - top)) // 2
        x, y = (left + right) / 2, (top + bottom) / 2
        square = np.array(input.crop((x - half, y - half, x + half, y + half)), dtype=np.float32)
        return Image.fromarray((square[:, :, :3] * square[:, :, 3:4] / 255).astype(np.uint8))

    def _work(self, part: Part, call: Any) -> Any:
        if self.low_vram:
            part.to(self.device)
            if len(self.on_device()) > 1:
                raise torch.cuda.OutOfMemoryError(f"CUDA out of memory: {self.on_device()}")
        made = call()
        if self.low_vram:
            part.cpu()
        return made

    def get_cond(self, image: list[Image.Image], resolution: int) -> dict[str, Any]:
        self.image_cond_model.image_size = resolution
        cond = self._work(self.image_cond_model, lambda: self.image_cond_model(image))
        return {"cond": cond, "neg_cond": None}

    def sample_sparse_structure(
        self,
        cond: dict[str, Any],
        resolution: int,
        num_samples: int = 1,
        sampler_params: dict[str, Any] = {},  # noqa: B006
    ) -> torch.Tensor:
        model = self.models["sparse_structure_flow_model"]
        params = {**self.sparse_structure_sampler_params, **sampler_params}
        self._work(
            model,
            lambda: self.sparse_structure_sampler.sample(
                model, None, **cond, **params, verbose=True, tqdm_desc="Sampling sparse structure"
            ),
        )
        voxels = shapes.body_of(cond["cond"], torch.initial_seed()).voxels(resolution)
        return torch.Tensor(np.concatenate([np.zeros((len(voxels), 1), int), voxels], axis=1))

    def _shape(self, cond: dict[str, Any], model: Part, given: dict[str, Any]) -> None:
        params = {**self.shape_slat_sampler_params, **given}
        self._work(
            model,
            lambda: self.shape_slat_sampler.sample(
                model,
                None,
                **cond,
                **params,
                verbose=True,
                tqdm_desc="Sampling shape SLat",
            ),
        )

    def decode_latent(self, shape_slat: Any, tex_slat: Any, resolution: int) -> list[MeshWithVoxel]:
        self._work(self.models["shape_slat_decoder"], lambda: None)
        self._work(self.models["tex_slat_decoder"], lambda: None)
        return [MeshWithVoxel(shape_slat, resolution)]

    def run(
        self,
        image: Image.Image,
        num_samples: int = 1,
        seed: int = 42,
        sparse_structure_sampler_params: dict[str, Any] = {},  # noqa: B006
        shape_slat_sampler_params: dict[str, Any] = {},  # noqa: B006
        tex_slat_sampler_params: dict[str, Any] = {},  # noqa: B006
        preprocess_image: bool = True,
        return_latent: bool = False,
        pipeline_type: str | None = None,
        max_num_tokens: int = 49152,
    ) -> list[MeshWithVoxel]:
        standin.record("trellis2.run", seed=seed, pipeline_type=pipeline_type, mode=image.mode)
        kind = pipeline_type or "1024_cascade"
        if kind not in ("512", "1024", "1024_cascade", "1536_cascade"):
            raise ValueError(f"Invalid pipeline type: {kind}")
        if preprocess_image:
            image = self.preprocess_image(image)
        torch.manual_seed(seed)
        cond_512 = self.get_cond([image], 512)
        cond = cond_512 if kind == "512" else self.get_cond([image], 1024)
        self.sample_sparse_structure(
            cond_512, 64 if kind == "1024" else 32, num_samples, sparse_structure_sampler_params
        )
        if kind.endswith("cascade"):
            self._shape(
                cond_512, self.models["shape_slat_flow_model_512"], shape_slat_sampler_params
            )
        size = "512" if kind == "512" else "1024"
        self._shape(cond, self.models[f"shape_slat_flow_model_{size}"], shape_slat_sampler_params)
        body = shapes.body_of(image, torch.initial_seed())
        texturing = self.models[f"tex_slat_flow_model_{size}"]
        self._work(
            texturing,
            lambda: self.tex_slat_sampler.sample(
                texturing,
                None,
                concat_cond=body,
                **cond,
                **{**self.tex_slat_sampler_params, **tex_slat_sampler_params},
                verbose=True,
                tqdm_desc="Sampling texture SLat",
            ),
        )
        torch.cuda.empty_cache()
        return self.decode_latent(body, None, int(kind.split("_")[0]))
