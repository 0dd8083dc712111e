"""Machines on which a mesh model could run: the stand-ins for its packages, weights, a GPU.

The weights are empty files where the real ones lie, and where the stand-ins look for them as the
packages do (``tests/standins/packages``).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from consumers.handler import Context, Preview, Watch
from streams.artifacts import ArtifactStore

STANDINS = Path(__file__).parent / "standins" / "packages"
COMMIT = "25e0d31ffbebe4b5a97464dd851910efc3002d96"
TRELLIS = "microsoft/TRELLIS-image-large"
TRELLIS2 = "microsoft/TRELLIS.2-4B"
HUNYUAN = "tencent/Hunyuan3D-2"
SAM3D, SAM3 = "facebook/sam-3d-objects", "facebook/sam3"
SAM3D_PARTS = (
    "ss_generator",
    "slat_generator",
    "ss_decoder",
    "slat_decoder_gs",
    "slat_decoder_mesh",
)
DINOV3, RMBG = "facebook/dinov3-vitl16-pretrain-lvd1689m", "briaai/RMBG-2.0"
SAMPLER = {"name": "FlowEulerGuidanceIntervalSampler", "args": {"sigma_min": 1e-5}}


@dataclass(frozen=True, slots=True)
class Machine:
    """``env``: what processes on it are started with; ``calls`` of the packages, in order."""

    folder: Path

    @property
    def env(self) -> dict[str, str]:
        return {
            "PYTHONPATH": str(STANDINS),
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HF_HUB_CACHE": str(self.hub),
            "TORCH_HOME": str(self.folder / "torch"),
            "U2NET_HOME": str(self.folder / "u2net"),
            "HY3DGEN_MODELS": str(self.folder / "hy3dgen"),
            "STANDIN_CALLS": str(self.folder / "calls.ndjson"),
            "STANDIN_HOLD": str(self.hold),
        }

    @property
    def hub(self) -> Path:
        return self.folder / "hub"

    @property
    def hold(self) -> Path:
        """While it is there, samplers wait in their second step."""
        return self.folder / "hold"

    def calls(self, what: str = "") -> list[dict[str, Any]]:
        """The calls of ``what``, or all."""
        file = self.folder / "calls.ndjson"
        lines = file.read_text().splitlines() if file.exists() else []
        told = [json.loads(line) for line in lines]
        return [call for call in told if not what or call["call"] == what]

    def snapshot(self, model: str) -> Path:
        """Where ``model``'s files lie in the hub's cache."""
        return self.hub / f"models--{model.replace('/', '--')}" / "snapshots" / COMMIT

    def has(self, model: str, *files: str, **content: str) -> Path:
        """Put files of ``model`` into the hub's cache; ``content`` by name without its suffix."""
        snapshot = self.snapshot(model)
        repository = snapshot.parents[1]
        (repository / "refs").mkdir(parents=True, exist_ok=True)
        (repository / "refs" / "main").write_text(COMMIT)
        for file in files:
            (snapshot / file).parent.mkdir(parents=True, exist_ok=True)
            (snapshot / file).write_text(content.get(file.split(".")[0], "{}"))
        return snapshot

    def has_gpu(self, mib: int = 81_920) -> None:
        """The driver's program says so; the stand-in for torch has its own setting."""
        program = self.folder / "bin" / "nvidia-smi"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\necho {mib}\n")
        program.chmod(0o755)

    def has_u2net(self) -> None:
        (self.folder / "u2net").mkdir()
        (self.folder / "u2net" / "u2net.onnx").touch()

    def has_dinov2(self) -> None:
        code = self.folder / "torch" / "hub" / "facebookresearch_dinov2_main"
        code.mkdir(parents=True)
        (code / "hubconf.py").touch()
        weights = self.folder / "torch" / "hub" / "checkpoints"
        weights.mkdir()
        (weights / "dinov2_vitl14_reg4_pretrain.pth").touch()

    def has_trellis(self) -> Path:
        """Everything that TRELLIS loads."""
        self.has_dinov2()
        parts = {
            name: f"ckpts/{name}"
            for name in ("sparse_structure_decoder", "sparse_structure_flow_model",
                         "slat_decoder_gs", "slat_decoder_mesh", "slat_decoder_rf",
                         "slat_flow_model")
        }  # fmt: skip
        said = {
            "models": parts,
            "image_cond_model": "dinov2_vitl14_reg",
            "sparse_structure_sampler": {**SAMPLER, "params": {"steps": 25, "cfg_strength": 5.0}},
            "slat_sampler": {**SAMPLER, "params": {"steps": 25, "cfg_strength": 5.0}},
        }
        return self.has(TRELLIS, "pipeline.json", *both(parts), pipeline=json.dumps({"args": said}))

    def has_trellis2(self, low_vram: bool = True) -> Path:
        """Everything that TRELLIS.2 loads: a part of it is TRELLIS's."""
        own = ("sparse_structure_flow_model", "shape_slat_flow_model_512", "tex_slat_decoder",
               "shape_slat_flow_model_1024", "shape_slat_decoder", "tex_slat_flow_model_512",
               "tex_slat_flow_model_1024")  # fmt: skip
        parts = {name: f"ckpts/{name}" for name in own}
        elsewhere = f"{TRELLIS}/ckpts/ss_dec"
        unused = {"shape_slat_encoder": "ckpts/encoder"}
        params = {"params": {"steps": 6}}
        said = {
            "models": {**parts, "sparse_structure_decoder": elsewhere, **unused},
            "sparse_structure_sampler": {**SAMPLER, **params},
            "shape_slat_sampler": {**SAMPLER, **params},
            "tex_slat_sampler": {**SAMPLER, **params},
            "image_cond_model": {"name": "DinoV3FeatureExtractor", "args": {"model_name": DINOV3}},
            "rembg_model": {"name": "BiRefNet", "args": {"model_name": RMBG}},
            "low_vram": low_vram,
        }
        for other in (DINOV3, RMBG):
            self.has(other, "config.json")
        self.has(TRELLIS, "ckpts/ss_dec.json", "ckpts/ss_dec.safetensors")
        file = json.dumps({"args": said})
        return self.has(TRELLIS2, "pipeline.json", *both(parts), pipeline=file)

    def has_hunyuan(self, *parts: str) -> Path:
        """``parts``: subfolders; all of the fast ones and the painter's when none is named."""
        usual = ("hunyuan3d-dit-v2-0-turbo", "hunyuan3d-vae-v2-0-turbo", "hunyuan3d-delight-v2-0",
                 "hunyuan3d-paint-v2-0-turbo")  # fmt: skip
        files: list[str] = []
        for part in parts or usual:
            shapes = "dit" in part or "vae" in part
            names = ("config.yaml", "model.fp16.safetensors") if shapes else ("model_index.json",)
            files += [f"{part}/{name}" for name in names]
        return self.has(HUNYUAN, *files)

    def has_sam3d(self) -> Path:
        """Everything that SAM 3D Objects loads; the folder of its ``pipeline.yaml``."""
        files = [f"{part}.{kind}" for part in SAM3D_PARTS for kind in ("yaml", "ckpt")]
        target = "sam3d_objects.pipeline.inference_pipeline_pointmap.InferencePipelinePointMap"
        said = [f"_target_: {target}", "dtype: bfloat16"]
        for part in SAM3D_PARTS:
            said += [f"{part}_config_path: {part}.yaml", f"{part}_ckpt_path: {part}.ckpt"]
        snapshot = self.has(SAM3D, *(f"checkpoints/{file}" for file in files))
        (snapshot / "checkpoints" / "pipeline.yaml").write_text("\n".join([*said, ""]))
        return snapshot / "checkpoints"

    def has_sam3(self) -> None:
        self.has(SAM3, "sam3.pt")


@dataclass
class Seen:
    """What an engine tells, each preview once; cancelled when ``stop`` says so of a fraction."""

    stop: Callable[[float], bool] = lambda fraction: False
    fractions: list[float] = field(default_factory=list)
    previews: list[bytes] = field(default_factory=list)

    def watch(self) -> Watch:
        store = ArtifactStore("memory://unused")
        return Watch(Context(store, None, self._tell, self._cancelled), "a vase")

    def _tell(self, fraction: float, label: str, preview: Preview | None = None, /) -> None:
        self.fractions.append(fraction)
        if preview is not None:
            shown = preview if isinstance(preview, bytes) else preview()
            if shown not in self.previews:
                self.previews.append(shown)

    def _cancelled(self) -> bool:
        return bool(self.fractions) and self.stop(self.fractions[-1])


def both(parts: Mapping[str, str]) -> list[str]:
    return [f"{path}.{kind}" for path in parts.values() for kind in ("json", "safetensors")]


@contextmanager
def machine(folder: Path, monkeypatch: pytest.MonkeyPatch, **env: str) -> Iterator[Machine]:
    """This process on such a machine; afterwards the packages are gone again."""
    here = Machine(folder)
    for name in ("ATTN_BACKEND", "SPCONV_ALGO", "PYTORCH_CUDA_ALLOC_CONF", "LIDRA_SKIP_INIT"):
        monkeypatch.setenv(name, "")  # so that what engines set is taken back
        monkeypatch.delenv(name)
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    for name, value in {**here.env, **env}.items():
        monkeypatch.setenv(name, value)
    names = {path.stem for path in STANDINS.iterdir()}
    before = {name: module for name, module in sys.modules.items() if _top(name) in names}
    for name in before:
        del sys.modules[name]
    monkeypatch.syspath_prepend(str(STANDINS))
    try:
        yield here
    finally:
        for name in [name for name in sys.modules if _top(name) in names]:
            del sys.modules[name]
        sys.modules.update(before)


def _top(module: str) -> str:
    return module.partition(".")[0]
