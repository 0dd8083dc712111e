"""``Hunyuan3DPaintPipeline`` of the stand-in; its rasterizer is compiled apart."""

from __future__ import annotations

import os

import custom_rasterizer  # noqa: F401
import numpy as np
import shapes
import standin
import trimesh
from PIL import Image


class Hunyuan3DPaintPipeline:
    @classmethod
    def from_pretrained(
        cls, model_path: str, subfolder: str = "hunyuan3d-paint-v2-0-turbo"
    ) -> Hunyuan3DPaintPipeline:
        standin.record("hy3dgen.paint.from_pretrained", model_path=model_path, subfolder=subfolder)
        if not os.path.exists(model_path):
            from huggingface_hub import snapshot_download

            for part in ("hunyuan3d-delight-v2-0", subfolder):
                snapshot_download(repo_id=model_path, allow_patterns=[f"{part}/*"])
        return cls()

    def __call__(self, mesh: trimesh.Trimesh, image: Image.Image) -> trimesh.Trimesh:
        standin.record("hy3dgen.paint", faces=len(mesh.faces), mode=image.mode)
        if not np.asarray(image)[:, :, 3].any():
            raise ValueError("Image is fully transparent")
        made = shapes.textured(mesh, shapes.body_of(image, 0).colour, 2048)
        texture = made.visual.material.baseColorTexture
        material = trimesh.visual.texture.SimpleMaterial(image=texture, diffuse=(255, 255, 255))
        made.visual = trimesh.visual.TextureVisuals(
            uv=made.visual.uv, image=texture, material=material
        )
        return made
