"""``InferencePipelinePointMap`` of the stand-in: the real one's signature, checks and order."""

from __future__ import annotations

import os
from collections import OrderedDict
from types import SimpleNamespace
from typing import Any

import numpy as np
import shapes
import standin
import torch
from PIL import Image

from sam3d_objects.model.backbone.tdfy_dit.utils import postprocessing_utils

PARTS = ("ss_generator", "slat_generator", "ss_decoder", "slat_decoder_gs", "slat_decoder_mesh")


class Module:
    """As much of a torch module as hooks need."""

    def __init__(self) -> None:
        self._hooks: OrderedDict[int, Any] = OrderedDict()

    def register_forward_pre_hook(self, hook: Any) -> Any:
        key = id(hook)
        self._hooks[key] = hook
        return SimpleNamespace(remove=lambda: self._hooks.pop(key, None))

    def __call__(self, *arguments: Any) -> None:
        for hook in list(self._hooks.values()):
            hook(self, arguments)


class Generator:
    def __init__(self) -> None:
        self.reverse_fn = Module()
        self.inference_steps = 25

    def sample(self, inference_steps: int | None) -> None:
        for number in range(inference_steps or self.inference_steps):
            self.reverse_fn(number)
            standin.step(number)


class InferencePipelinePointMap:
    def __init__(
        self,
        *,
        workspace_dir: str = "",
        rendering_engine: str = "nvdiffrast",
        compile_model: bool = False,
        depth_model: Any = None,
        dtype: str = "bfloat16",
        **paths: str,
    ) -> None:
        wanted = {f"{part}_{kind}_path" for part in PARTS for kind in ("config", "ckpt")}
        if set(paths) != wanted:
            raise TypeError(f"unexpected or missing arguments: {set(paths) ^ wanted}")
        for path in paths.values():
            with open(os.path.join(workspace_dir, path)) as file:
                if file.read() == "cut off":
                    raise ValueError("PytorchStreamReader failed reading zip archive")
        self.rendering_engine, self.compile_model = rendering_engine, compile_model
        self.models = {"ss_generator": Generator(), "slat_generator": Generator()}
        standin.record(
            "sam3d.load", workspace=workspace_dir, engine=rendering_engine, compile=compile_model
        )

    def run(
        self,
        image: Any,
        mask: Any = None,
        seed: int | None = None,
        stage1_only: bool = False,
        with_mesh_postprocess: bool = True,
        with_texture_baking: bool = True,
        with_layout_postprocess: bool = True,
        use_vertex_color: bool = False,
        stage1_inference_steps: int | None = None,
        stage2_inference_steps: int | None = None,
        use_stage1_distillation: bool = False,
        use_stage2_distillation: bool = False,
        pointmap: Any = None,
        decode_formats: Any = None,
        estimate_plane: bool = False,
    ) -> dict[str, Any]:
        if mask is not None:
            image = np.concatenate([np.array(image)[..., :3], np.array(mask)[..., None]], axis=-1)
        image = np.array(image)
        assert image.ndim == 3
        assert image.shape[-1] == 4
        assert image.dtype == np.uint8
        share = float((image[..., 3] == 255).mean())
        standin.record(
            "sam3d.run",
            seed=seed,
            size=image.shape[:2],
            mask=round(share, 4),
            alphas=len(np.unique(image[..., 3])),
            layout=with_layout_postprocess,
        )
        if seed is not None:
            torch.manual_seed(seed)
        self.models["ss_generator"].sample(stage1_inference_steps)
        self.models["slat_generator"].sample(stage2_inference_steps)
        slat = shapes.body_of(Image.fromarray(image), torch.initial_seed())
        outputs = self.decode_slat(slat, ["gaussian", "mesh"])
        outputs = self.postprocess_slat_output(
            outputs, with_mesh_postprocess, with_texture_baking, use_vertex_color
        )
        return {**outputs, "scale": None, "rotation": None, "translation": None, "pointmap": None}

    def decode_slat(self, slat: Any, formats: list[str]) -> dict[str, Any]:
        if standin.fault() == "nomesh":
            return {"gaussian": [SimpleNamespace(body=slat)]}
        return {name: [SimpleNamespace(body=slat)] for name in formats}

    def postprocess_slat_output(
        self,
        outputs: dict[str, Any],
        with_mesh_postprocess: bool,
        with_texture_baking: bool,
        use_vertex_color: bool,
    ) -> dict[str, Any]:
        outputs["glb"] = None
        if "mesh" in outputs:
            outputs["glb"] = postprocessing_utils.to_glb(
                outputs["gaussian"][0],
                outputs["mesh"][0],
                simplify=0.95,
                texture_size=1024,
                verbose=False,
                with_mesh_postprocess=with_mesh_postprocess,
                with_texture_baking=with_texture_baking,
                use_vertex_color=use_vertex_color,
                rendering_engine=self.rendering_engine,
            )
        outputs["gs"] = outputs["gaussian"][0]
        return outputs
