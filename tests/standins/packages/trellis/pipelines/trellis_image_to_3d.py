"""``TrellisImageTo3DPipeline`` of the stand-in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import rembg
import shapes
import standin
import torch
from PIL import Image

from . import samplers
from .base import Pipeline


class MeshExtractResult:
    def __init__(self, vertices: Any, faces: Any) -> None:
        self.vertices, self.faces = torch.Tensor(vertices), torch.Tensor(faces)
        self.success = len(vertices) != 0 and len(faces) != 0


class TrellisImageTo3DPipeline(Pipeline):
    @staticmethod
    def from_pretrained(path: str) -> TrellisImageTo3DPipeline:
        loaded = Pipeline.from_pretrained(path)
        pipeline = TrellisImageTo3DPipeline()
        pipeline.__dict__ = loaded.__dict__
        args = loaded._pretrained_args
        for kind in ("sparse_structure_sampler", "slat_sampler"):
            sampler = getattr(samplers, args[kind]["name"])(**args[kind]["args"])
            setattr(pipeline, kind, sampler)
            setattr(pipeline, f"{kind}_params", args[kind]["params"])
        encoder = torch.hub.load(
            "facebookresearch/dinov2", args["image_cond_model"], pretrained=True
        )
        pipeline.models["image_cond_model"] = encoder
        pipeline.rembg_session = None
        return pipeline

    def preprocess_image(self, input: Image.Image) -> Image.Image:
        if input.mode == "RGBA" and not np.all(np.array(input)[:, :, 3] == 255):
            output = input
        else:
            if self.rembg_session is None:
                self.rembg_session = rembg.new_session("u2net")
            output = rembg.remove(input.convert("RGB"), session=self.rembg_session)
        pixels = np.array(output)
        box = np.argwhere(pixels[:, :, 3] > 0.8 * 255)
        left, top = np.min(box[:, 1]), np.min(box[:, 0])
        right, bottom = np.max(box[:, 1]), np.max(box[:, 0])
        half = int(max(right - left, bottom - top) * 1.2) // 2
        x, y = (left + right) / 2, (top + bottom) / 2
        square = output.crop((x - half, y - half, x + half, y + half))
        square = np.array(square.resize((518, 518), Image.Resampling.LANCZOS), dtype=np.float32)
        return Image.fromarray((square[:, :, :3] * square[:, :, 3:4] / 255).astype(np.uint8))

    def get_cond(self, image: list[Image.Image]) -> dict[str, Any]:
        assert all(isinstance(one, Image.Image) for one in image)
        return {"cond": image[0], "neg_cond": None}

    def sample_sparse_structure(
        self,
        cond: dict[str, Any],
        num_samples: int = 1,
        sampler_params: dict[str, Any] = {},  # noqa: B006
    ) -> torch.Tensor:
        model = self.models["sparse_structure_flow_model"]
        params = {**self.sparse_structure_sampler_params, **sampler_params}
        self.sparse_structure_sampler.sample(model, None, **cond, **params, verbose=True)
        voxels = shapes.body_of(cond["cond"], torch.initial_seed()).voxels(64)
        numbered = np.concatenate([np.zeros((len(voxels), 1), dtype=int), voxels], axis=1)
        return torch.Tensor(numbered)

    def sample_slat(
        self,
        cond: dict[str, Any],
        coords: Any,
        sampler_params: dict[str, Any] = {},  # noqa: B006
    ) -> Any:
        params = {**self.slat_sampler_params, **sampler_params}
        self.slat_sampler.sample(
            self.models["slat_flow_model"], coords, **cond, **params, verbose=True
        )
        return shapes.body_of(cond["cond"], torch.initial_seed())

    def decode_slat(self, slat: Any, formats: list[str]) -> dict[str, list[Any]]:
        mesh = slat.mesh()
        if standin.fault() == "unsuccessful":
            mesh.vertices, mesh.faces = np.zeros((0, 3)), np.zeros((0, 3), dtype=int)
        made = {
            "mesh": [MeshExtractResult(mesh.vertices, mesh.faces)],
            "gaussian": [SimpleNamespace(body=slat)],
            "radiance_field": [None],
        }
        return {name: made[name] for name in formats}

    def run(
        self,
        image: Image.Image,
        num_samples: int = 1,
        seed: int = 42,
        sparse_structure_sampler_params: dict[str, Any] = {},  # noqa: B006
        slat_sampler_params: dict[str, Any] = {},  # noqa: B006
        formats: list[str] = ["mesh", "gaussian", "radiance_field"],  # noqa: B006
        preprocess_image: bool = True,
    ) -> dict[str, list[Any]]:
        standin.record(
            "trellis.run",
            seed=seed,
            size=image.size,
            mode=image.mode,
            formats=formats,
            device=str(self.device),
        )
        if preprocess_image:
            image = self.preprocess_image(image)
        cond = self.get_cond([image])
        torch.manual_seed(seed)
        coords = self.sample_sparse_structure(cond, num_samples, sparse_structure_sampler_params)
        slat = self.sample_slat(cond, coords, slat_sampler_params)
        return self.decode_slat(slat, formats)
