"""TRELLIS.2 in this process: ``trellis2:microsoft/TRELLIS.2-4B``, or a folder of its weights.

The package comes from its own repository (https://github.com/microsoft/TRELLIS.2, its
``setup.sh``); these are its calls as of commit 5565d24, which this engine relies on:

- ``from_pretrained(path, config_file)`` loads an image encoder (DINOv3) and a background remover
  that ``pipeline.json`` names, each from a repository of its own, gated by its publisher.
- It keeps all but the model at work in main memory (``low_vram``). What is interrupted stays on
  the device: this engine puts it back.
- ``run`` returns a list of meshes; one of a cascade runs the shape's sampler twice.
- ``o_voxel.postprocess.to_glb`` takes tensors and gives a trimesh, z up turned to y up: -y becomes
  +Z. ``decimation_target`` counts triangles, whatever its text says. With ``remesh`` the surface is
  closed and single-sided, as its example and its demo have it. nvdiffrast, which bakes, takes
  16,777,216 triangles at most.
- Its example exports WebP, which Unity's importers refuse.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np
from PIL import Image
from pydantic import JsonValue

from consumers.handler import Watch
from consumers.mesh.cutout import cutout
from consumers.mesh.device import (
    check_machine,
    device_faults,
    package,
    quiet,
    torch_with_gpu,
)
from consumers.mesh.engine_errors import NothingMade, SculptorUnavailable
from consumers.mesh.errors import NoForeground
from consumers.mesh.finished import finished
from consumers.mesh.loading import loading
from consumers.mesh.options import FACES, SculptOptions, read
from consumers.mesh.phases import Phases, after, before
from consumers.mesh.port import Made, Wish
from consumers.mesh.terms import check_territory, terms
from consumers.mesh.trellis_weights import (
    INDEX,
    arguments,
    check_dinov2,
    check_models,
    check_repository,
    local_torch_hub,
    located,
)
from consumers.mesh.voxels import picture_of
from consumers.settings import EngineSettings
from consumers.weights import short_name
from schemas.flow import Stage
from schemas.provenance import ModelCard

KIND = "trellis2"
DEFAULT = "microsoft/TRELLIS.2-4B"
NEEDS_MIB = 22_500
"""Of a card that is sold as 24 GB; the drivers of some tell less."""
INSTALL = "install it as https://github.com/microsoft/TRELLIS.2 says (`. ./setup.sh --basic …`)"
GATED = "ask for access to it on its page, `hf auth login`"
SHARES = {"structure": 0.1, "shape": 0.35, "texture": 0.25, "decode": 0.1, "bake": 0.2}
"""Of the time that a mesh takes, roughly."""
NVDIFFRAST_FACES = 16_777_216
BOX = [[-0.5, -0.5, -0.5], [0.5, 0.5, 0.5]]
USUAL_STEPS = 12
LOADED = frozenset(
    (
        "sparse_structure_flow_model",
        "sparse_structure_decoder",
        "shape_slat_flow_model_512",
        "shape_slat_flow_model_1024",
        "shape_slat_decoder",
        "tex_slat_flow_model_512",
        "tex_slat_flow_model_1024",
        "tex_slat_decoder",
    )
)
"""Of the models that ``pipeline.json`` names: its ``model_names_to_load``."""


@dataclass(frozen=True, slots=True)
class Options:
    """How it samples and bakes. ``kind``: its ``pipeline_type``, voxels a side and how it gets
    there. ``steps``: of each sampler; None: as its weights say. ``faces``: triangles aimed at."""

    kind: str = "1024_cascade"
    steps: int | None = None
    faces: int = FACES
    texture_size: int = 2048

    @classmethod
    def of(cls, told: SculptOptions) -> Options:
        """With what a person set."""
        usual = cls()
        return cls(
            told.pipeline_type or usual.kind,
            told.steps,
            told.faces or usual.faces,
            told.texture_size or usual.texture_size,
        )


def load(model: str, settings: EngineSettings) -> Trellis2Sculptor:
    """The engine, its weights loaded. Raises ``SculptorUnavailable``: what is missing."""
    model = model or DEFAULT
    os.environ.setdefault("ATTN_BACKEND", "flash_attn" if find_spec("flash_attn") else "xformers")
    os.environ.setdefault("PYTORCH_CUDA_ALLOC_CONF", "expandable_segments:True")
    torch = torch_with_gpu(_name(model), NEEDS_MIB)
    name, card = _checked(model, settings)
    pipelines = package("trellis2.pipelines", name, INSTALL)
    postprocess = package("o_voxel.postprocess", name, INSTALL)
    with loading(name, model, torch), local_torch_hub(torch):
        pipeline = pipelines.Trellis2ImageTo3DPipeline.from_pretrained(model, config_file=INDEX)
        pipeline.cuda()
    options = Options.of(read(settings.options.get(Stage.MESH, {})))
    return Trellis2Sculptor(name, card, torch, pipeline, postprocess.to_glb, options)


def why_not(model: str, settings: EngineSettings) -> str:
    """What it lacks here, without importing anything; "" for nothing."""
    try:
        packages = {"trellis2": INSTALL, "o_voxel": INSTALL}
        check_machine(_name(model or DEFAULT), packages, NEEDS_MIB)
        _checked(model or DEFAULT, settings)
    except SculptorUnavailable as lacking:
        return lacking.told
    return ""


def _name(model: str) -> str:
    return f"{KIND}:{short_name(model)}"


def _checked(model: str, settings: EngineSettings) -> tuple[str, ModelCard]:
    """The engine's name and terms. Raises ``SculptorUnavailable`` unless all weights are here."""
    name = _name(model)
    weights = located(name, model)
    card = terms(KIND, weights, INDEX)
    check_territory(name, card, settings.territory)
    said = arguments(name, weights)
    check_models(name, weights, said, LOADED)
    for what, entry in (("image encoder", "image_cond_model"), ("remover", "rembg_model")):
        named = said.get(entry) or {}
        repository = str(named.get("args", {}).get("model_name", ""))
        if str(named.get("name", "")).startswith("DinoV2"):
            check_dinov2(name, repository)
        elif repository:
            check_repository(name, what, repository, GATED)
    return name, card


class Trellis2Sculptor:
    """Makes meshes with TRELLIS.2. ``load`` makes it."""

    needs_mib = NEEDS_MIB

    def __init__(
        self,
        name: str,
        card: ModelCard,
        torch: Any,
        pipeline: Any,
        to_glb: Any,
        options: Options,
    ) -> None:
        self.name, self.card = name, card
        self._torch, self._pipeline, self._to_glb = torch, pipeline, to_glb
        self._options = options
        self._turn = threading.Lock()

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        """See the port. Cancelled between any two steps of sampling, and between phases."""
        with self._turn, quiet(), device_faults(self.name, self._torch), self._tidy():
            cut = cutout(wish.picture, self._remove)
            phases = Phases(watch, SHARES)
            mesh = self._sampled(self._prepared(cut.picture), wish.seed, phases)
            if not len(mesh.faces):
                raise NothingMade(self.name)
            phases.at("bake")
            baked = self._baked(mesh)
            phases.at("bake", 1.0)
        return finished(self.name, baked, {**self._told(wish.seed), "background": cut.by})

    def _prepared(self, picture: Image.Image) -> Any:
        """As its encoder takes pictures: cropped, square, on black."""
        try:
            return self._pipeline.preprocess_image(picture)
        except ValueError as error:
            # Of no pixel that is solid enough numpy finds no least one.
            if "zero-size array" in str(error):
                raise NoForeground from error
            raise

    def _remove(self, picture: Image.Image) -> Image.Image:
        """The background away by the pipeline's own model, as ``preprocess_image`` would."""
        pipeline = self._pipeline
        if pipeline.low_vram:
            pipeline.rembg_model.to(pipeline.device)
        removed: Image.Image = pipeline.rembg_model(picture)
        if pipeline.low_vram:
            pipeline.rembg_model.cpu()
        return removed

    def _sampled(self, picture: Any, seed: int, phases: Phases) -> Any:
        """A mesh with the voxels that colour it."""
        steps = {} if self._options.steps is None else {"steps": self._options.steps}
        with self._listening(phases):
            return self._pipeline.run(
                picture,
                seed=seed,
                sparse_structure_sampler_params=steps,
                shape_slat_sampler_params=steps,
                tex_slat_sampler_params=steps,
                preprocess_image=False,
                pipeline_type=self._options.kind,
            )[0]

    def _baked(self, mesh: Any) -> Any:
        mesh.simplify(NVDIFFRAST_FACES)
        return self._to_glb(
            vertices=mesh.vertices,
            faces=mesh.faces,
            attr_volume=mesh.attrs,
            coords=mesh.coords,
            attr_layout=mesh.layout,
            voxel_size=mesh.voxel_size,
            aabb=BOX,
            decimation_target=self._options.faces,
            texture_size=self._options.texture_size,
            remesh=True,
            remesh_band=1,
            remesh_project=0,
            verbose=False,
        )

    @contextlib.contextmanager
    def _listening(self, phases: Phases) -> Iterator[None]:
        pipeline = self._pipeline
        rounds = 2 if self._options.kind.endswith("cascade") else 1
        of_structure, of_shape, of_texture = self._steps()
        structure = phases.counted("structure", of_structure)
        shape = phases.counted("shape", rounds * of_shape)
        texture = phases.counted("texture", of_texture)

        def occupied(coordinates: Any) -> None:
            # (n, 4): a sample's number, then its voxel of 32 or 64 a side, z up.
            voxels = np.asarray(coordinates.cpu().numpy())[:, 1:]
            if not len(voxels):
                raise NothingMade(self.name, "none of its voxels is filled")
            phases.at("structure", 1.0, picture_of(voxels))

        with (
            before(pipeline.sparse_structure_sampler, "sample_once", structure),
            after(pipeline, "sample_sparse_structure", occupied),
            before(pipeline.shape_slat_sampler, "sample_once", shape),
            before(pipeline.tex_slat_sampler, "sample_once", texture),
            before(pipeline, "decode_latent", lambda: phases.at("decode")),
        ):
            yield

    @contextlib.contextmanager
    def _tidy(self) -> Iterator[None]:
        """Whatever ends the work early, no model stays on the device that would not have."""
        try:
            yield
        except BaseException:
            pipeline = self._pipeline
            if pipeline.low_vram:
                for part in (*pipeline.models.values(), pipeline.image_cond_model):
                    part.cpu()
                pipeline.rembg_model.cpu()
                self._torch.cuda.empty_cache()
            raise

    def _steps(self) -> tuple[int, int, int]:
        """Of its three samplers."""
        pipeline, told = self._pipeline, self._options.steps
        usual = (
            pipeline.sparse_structure_sampler_params,
            pipeline.shape_slat_sampler_params,
            pipeline.tex_slat_sampler_params,
        )
        structure, shape, texture = (told or int(of.get("steps", USUAL_STEPS)) for of in usual)
        return structure, shape, texture

    def _told(self, seed: int) -> Mapping[str, JsonValue]:
        return {
            "seed": seed,
            "pipeline_type": self._options.kind,
            "steps": list(self._steps()),
            "decimation_target": self._options.faces,
            "texture_size": self._options.texture_size,
            "remesh": True,
        }
