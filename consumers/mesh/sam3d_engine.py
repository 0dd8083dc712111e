"""SAM 3D Objects in this process: ``sam3d``, or ``sam3d:/folder`` of its checkpoints.

The package comes from its own repository (https://github.com/facebookresearch/sam-3d-objects, its
``doc/setup.md``); these are its calls as of commit cf06676, which this engine relies on:

- Its notebook's ``Inference`` wants gradio, kaolin's viewer and a CONDA_PREFIX; the pipeline that
  it wraps is made here as it does: ``pipeline.yaml`` with ``workspace_dir`` and ``compile_model``
  set, through hydra. Importing the package runs ``sam3d_objects.init``, which is not published,
  unless LIDRA_SKIP_INIT is set.
- ``run(image, mask)`` puts a mask into the alpha channel as it comes, while the pipeline wants 0
  and 255: so the alpha is the mask here, and ``mask`` None.
- Filling holes, simplifying and baking render with nvdiffrast; without it the mesh keeps colours at
  its vertices, and all of its triangles. The views that are baked are rendered with inria's
  rasterizer, which its requirements do not install; gsplat, which they do, is an option that nobody
  passes on, and is set here.
- Its layout in the picture is not asked for: a scene has its own.
- Samplers have no callback; each step calls the generator's ``reverse_fn``, a torch module, whose
  hook is told. The seed is ``torch.manual_seed``'s, the whole process's: one mesh at a time.
- ``glb`` is a trimesh, turned from z up to y up; within half a unit of the origin.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import Any

import numpy as np
from PIL import Image
from pydantic import JsonValue

from consumers.handler import Watch
from consumers.mesh.cutout import cutout
from consumers.mesh.device import check_machine, device_faults, package, quiet, torch_with_gpu
from consumers.mesh.engine_errors import NothingMade, SculptorUnavailable
from consumers.mesh.errors import NoBackground, NoForeground
from consumers.mesh.finished import finished
from consumers.mesh.options import read
from consumers.mesh.phases import Phases, before
from consumers.mesh.picture import opened
from consumers.mesh.port import Made, Wish
from consumers.mesh.sam3_finder import INSTALL as INSTALL_SAM3
from consumers.mesh.sam3_finder import Finder
from consumers.mesh.sam3d_weights import (
    INDEX,
    MODEL,
    SAM3,
    Pipeline,
    gated,
    located,
    sam3_checkpoint,
)
from consumers.mesh.terms import check_territory, terms
from consumers.mesh.trellis_weights import local_torch_hub
from consumers.settings import EngineSettings
from consumers.weights import offline, short_name
from schemas.flow import Stage
from schemas.geometry_events import Sam3d
from schemas.provenance import ModelCard

KIND = "sam3d"
NEEDS_MIB = 32_000
"""Its own figure; a card that is sold as 32 GB has a little more."""
INSTALL = "install it as doc/setup.md of https://github.com/facebookresearch/sam-3d-objects says"
SHARES = {"find": 0.05, "structure": 0.35, "latents": 0.25, "decode": 0.05, "bake": 0.3}
"""Of the time that a mesh takes, roughly."""
FOREGROUND = Sam3d()


def load(model: str, settings: EngineSettings) -> Sam3dSculptor:
    """The engine, its weights on the device. Raises ``SculptorUnavailable``: what is missing."""
    os.environ.setdefault("LIDRA_SKIP_INIT", "true")
    torch = torch_with_gpu(_name(model), NEEDS_MIB)
    name, card, pipeline = _checked(model, settings)
    textured = find_spec("nvdiffrast") is not None
    with offline(), local_torch_hub(torch), quiet(), device_faults(name, torch):
        made = _made(name, pipeline, textured)
        checkpoint = sam3_checkpoint(pipeline.file.parent)
        finder = Finder(name, checkpoint) if checkpoint and find_spec("sam3") else None
    steps = read(settings.options.get(Stage.MESH, {})).steps
    return Sam3dSculptor(name, card, torch, made, finder, textured, steps)


def why_not(model: str, settings: EngineSettings) -> str:
    """What it lacks here, without importing anything; "" for nothing."""
    try:
        packages = {"sam3d_objects": INSTALL, "hydra": INSTALL, "omegaconf": INSTALL}
        check_machine(_name(model), packages, NEEDS_MIB)
        _checked(model, settings)
    except SculptorUnavailable as lacking:
        return lacking.told
    return ""


def _name(model: str) -> str:
    return f"{KIND}:{short_name(model)}" if model else KIND


def _checked(model: str, settings: EngineSettings) -> tuple[str, ModelCard, Pipeline]:
    name = _name(model)
    pipeline = located(name, model or MODEL)
    card = terms(KIND, pipeline.weights, INDEX)
    check_territory(name, card, settings.territory)
    return name, card, pipeline


def _made(engine: str, pipeline: Pipeline, textured: bool) -> Any:
    """The pipeline, as its own notebook makes it."""
    omegaconf = package("omegaconf", engine, INSTALL)
    hydra = package("hydra.utils", engine, INSTALL)
    package("sam3d_objects.pipeline.inference_pipeline_pointmap", engine, INSTALL)
    if textured and find_spec("diff_gaussian_rasterization") is None:
        _render_with_gsplat(engine)
    config = omegaconf.OmegaConf.load(str(pipeline.file))
    config.workspace_dir = str(pipeline.file.parent)
    config.rendering_engine = "nvdiffrast" if textured else "pytorch3d"
    config.compile_model = False
    try:
        return hydra.instantiate(config)
    # hydra's own, those of weights that are cut off, or of a part that would have to be downloaded.
    except (OSError, ValueError, KeyError, AttributeError, ImportError) as broken:
        reason = f"its pipeline can not be made ({type(broken).__name__}: {str(broken)[:200]})"
        raise SculptorUnavailable(engine, reason, gated(MODEL)) from broken


def _render_with_gsplat(engine: str) -> None:
    utils = package("sam3d_objects.model.backbone.tdfy_dit.utils.render_utils", engine, INSTALL)
    usual = utils.render_frames

    def render_frames(
        sample: Any, extrinsics: Any, intrinsics: Any, options: Any = None, **named: Any
    ) -> Any:
        chosen = {"backend": "gsplat", **(options or {})}
        return usual(sample, extrinsics, intrinsics, chosen, **named)

    utils.render_frames = render_frames


class Sam3dSculptor:
    """Makes meshes with SAM 3D Objects. ``load`` makes it. ``finder``: None without SAM 3;
    ``steps``: of each sampler, None: as its weights say."""

    needs_mib = NEEDS_MIB

    def __init__(
        self,
        name: str,
        card: ModelCard,
        torch: Any,
        pipeline: Any,
        finder: Finder | None,
        textured: bool,
        steps: int | None,
    ) -> None:
        self.name, self.card = name, card
        self._torch, self._pipeline = torch, pipeline
        self._finder, self._textured, self._steps = finder, textured, steps
        self._turn = threading.Lock()

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        """See the port. Cancelled between any two steps of sampling, and between phases."""
        with self._turn, quiet(), device_faults(self.name, self._torch):
            phases = Phases(watch, SHARES)
            phases.at("find")
            picture, by = self._found(wish)
            with self._listening(phases):
                outputs = self._pipeline.run(
                    np.array(picture),
                    None,
                    wish.seed,
                    with_mesh_postprocess=self._textured,
                    with_texture_baking=self._textured,
                    with_layout_postprocess=False,
                    use_vertex_color=not self._textured,
                    stage1_inference_steps=self._steps,
                    stage2_inference_steps=self._steps,
                )
            phases.at("bake", 1.0)
        if outputs.get("glb") is None:
            raise NothingMade(self.name)
        told: Mapping[str, JsonValue] = {
            "seed": wish.seed,
            "steps": self._steps,
            "found_by": by,
            "texture_baking": self._textured,
        }
        return finished(self.name, outputs["glb"], told)

    def _found(self, wish: Wish) -> tuple[Image.Image, str]:
        """The picture, its alpha 255 where the thing is and 0 elsewhere; and what found it."""
        find = wish.find or FOREGROUND
        words = find.text_prompt if find.mode == "text" else ""
        words = words or find.object_description or wish.prompt
        if find.mode != "foreground":
            picture = opened(wish.picture)
            mask = self._finding().named(picture, words, find.threshold)
            return _masked(picture, mask), "words"
        try:
            cut = cutout(wish.picture)
        except (NoForeground, NoBackground):
            if self._finder is None:
                raise
            picture = opened(wish.picture)
            return _masked(picture, self._finder.foreground(picture, find.threshold)), "SAM 3"
        return _masked(cut.picture, np.asarray(cut.picture)[:, :, 3] >= 128), cut.by

    def _finding(self) -> Finder:
        if self._finder is None:
            raise SculptorUnavailable(
                self.name,
                "to find a thing by its description it needs SAM 3, which is not here",
                f"{INSTALL_SAM3}; {gated(SAM3)}; or use the mode foreground",
            )
        return self._finder

    @contextlib.contextmanager
    def _listening(self, phases: Phases) -> Iterator[None]:
        pipeline = self._pipeline
        with (
            _steps(pipeline.models["ss_generator"], phases, "structure", self._steps),
            _steps(pipeline.models["slat_generator"], phases, "latents", self._steps),
            before(pipeline, "decode_slat", lambda: phases.at("decode")),
            before(pipeline, "postprocess_slat_output", lambda: phases.at("bake")),
        ):
            yield


@contextlib.contextmanager
def _steps(generator: Any, phases: Phases, phase: str, steps: int | None) -> Iterator[None]:
    """Within, each step of ``generator`` is one of ``phase``; ``steps`` None: as many as usual."""
    step = phases.counted(phase, steps or int(generator.inference_steps))
    hook = generator.reverse_fn.register_forward_pre_hook(lambda *_: step())
    try:
        yield
    finally:
        hook.remove()


def _masked(picture: Image.Image, mask: Any) -> Image.Image:
    """``picture`` with an alpha of the mask, (h, w). Raises ``NoForeground``."""
    if not mask.any():
        raise NoForeground
    alpha = Image.fromarray(np.where(mask, 255, 0).astype(np.uint8))
    whole = picture.convert("RGB")
    whole.putalpha(alpha)
    return whole
