"""``Hunyuan3DDiTFlowMatchingPipeline`` of the stand-in, and where it looks for weights."""

from __future__ import annotations

import os
from typing import Any

import numpy as np
import shapes
import standin
import torch
import trimesh


def smart_load_model(model_path: str, subfolder: str, use_safetensors: bool, variant: str) -> str:
    base = os.environ.get("HY3DGEN_MODELS", "~/.cache/hy3dgen")
    folder = os.path.expanduser(os.path.join(base, model_path, subfolder))
    if not os.path.exists(folder):
        from huggingface_hub import snapshot_download

        folder = os.path.join(snapshot_download(model_path, [f"{subfolder}/*"]), subfolder)
    file = f"model.{variant}.{'safetensors' if use_safetensors else 'ckpt'}"
    if not os.path.exists(os.path.join(folder, file)):
        raise FileNotFoundError(f"Model file {folder}/{file} not found")
    return folder


class Hunyuan3DDiTFlowMatchingPipeline:
    @classmethod
    def from_pretrained(
        cls,
        model_path: str,
        device: str = "cuda",
        dtype: Any = None,
        use_safetensors: bool = True,
        variant: str = "fp16",
        subfolder: str = "hunyuan3d-dit-v2-0",
        **kwargs: Any,
    ) -> Hunyuan3DDiTFlowMatchingPipeline:
        standin.record(
            "hy3dgen.from_pretrained",
            model_path=model_path,
            subfolder=subfolder,
            use_safetensors=use_safetensors,
            device=device,
        )
        standin.check_weights()
        smart_load_model(model_path, subfolder, use_safetensors, variant)
        pipeline = cls()
        pipeline.model_path, pipeline.use_safetensors = model_path, use_safetensors
        return pipeline

    def enable_flashvdm(
        self,
        enabled: bool = True,
        adaptive_kv_selection: bool = True,
        topk_mode: str = "mean",
        mc_algo: str = "mc",
        replace_vae: bool = True,
    ) -> None:
        standin.record("hy3dgen.enable_flashvdm", mc_algo=mc_algo)
        decoders = {
            "Hunyuan3D-2": ("tencent/Hunyuan3D-2", "hunyuan3d-vae-v2-0-turbo"),
            "Hunyuan3D-2mini": ("tencent/Hunyuan3D-2mini", "hunyuan3d-vae-v2-mini-turbo"),
        }
        name = self.model_path.split("/")[-1]
        if replace_vae and name in decoders:
            smart_load_model(*decoders[name], self.use_safetensors, "fp16")

    def __call__(
        self,
        image: Any = None,
        num_inference_steps: int = 50,
        timesteps: Any = None,
        sigmas: Any = None,
        eta: float = 0.0,
        guidance_scale: float = 5.0,
        generator: Any = None,
        box_v: float = 1.01,
        octree_resolution: int = 384,
        mc_level: float = 0.0,
        mc_algo: str | None = None,
        num_chunks: int = 8000,
        output_type: str = "trimesh",
        enable_pbar: bool = True,
        **kwargs: Any,
    ) -> list[trimesh.Trimesh | None]:
        callback, callback_steps = kwargs.pop("callback", None), kwargs.pop("callback_steps", None)
        if kwargs:  # the real one swallows them; an engine that says them expects something
            raise TypeError(f"__call__() got unexpected keyword arguments: {sorted(kwargs)}")
        seed = generator.initial_seed()
        standin.record(
            "hy3dgen.shape",
            seed=seed,
            steps=num_inference_steps,
            mode=image.mode,
            guidance_scale=guidance_scale,
            octree_resolution=octree_resolution,
        )
        rows, columns = np.nonzero(np.asarray(image.convert("RGBA"))[:, :, 3])
        if rows.max() == rows.min() or columns.max() == columns.min():
            raise ValueError("input image is empty")
        for i in range(num_inference_steps):
            standin.step(i)
            if callback is not None and i % callback_steps == 0:
                callback(i, torch.Tensor([i]), None)
        if standin.fault() in ("empty", "nan"):
            return [None]  # of what has no surface, its extractor prints a traceback
        body = shapes.body_of(image, seed)
        mesh = body.mesh()
        # y up, the front on +z.
        upright = trimesh.Trimesh(mesh.vertices[:, [0, 2, 1]] * (1, 1, -1), mesh.faces)
        upright.metadata["body"] = body
        return [upright]
