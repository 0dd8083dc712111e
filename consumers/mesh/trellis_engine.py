"""TRELLIS in this process: ``trellis:microsoft/TRELLIS-image-large``, or a folder of its weights.

The package comes from its own repository (https://github.com/microsoft/TRELLIS, its ``setup.sh``);
these are its calls as of commit 6b0d647, which this engine relies on:

- The kernels are chosen when it is imported. Of ATTN_BACKEND it knows ``flash_attn``, ``xformers``,
  ``sdpa`` and ``naive``; ``flash-attn``, as its example has it, is silently taken for the default.
- ``TrellisImageTo3DPipeline.from_pretrained(path)`` has no switch to stay offline, and fetches
  DINOv2 besides (``trellis_weights``). ``rembg`` fetches u2net with the first picture that has no
  alpha: such a picture is cut out before (``cutout``), and ``preprocess_image`` only crops it.
- It prints, on standard output, when it is imported.
- Samplers have no callback; each step is one ``sample_once``, which is listened to.
- The seed is ``torch.manual_seed``'s, the whole process's: one mesh at a time.
- ``to_glb`` turns z up to y up: -y, the front of what it was trained on, becomes +Z. Its bake (100
  views, 2,500 rounds) can not be stopped in the middle. ``simplify``: the share of triangles to go.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import Any

import numpy as np
from PIL import Image
from pydantic import JsonValue

from consumers.handler import Watch
from consumers.mesh.cutout import Remove, cutout, u2net_is_here
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
    local_torch_hub,
    located,
)
from consumers.mesh.voxels import picture_of
from consumers.settings import EngineSettings
from consumers.weights import short_name
from schemas.flow import Stage
from schemas.provenance import ModelCard

KIND = "trellis"
DEFAULT = "microsoft/TRELLIS-image-large"
NEEDS_MIB = 15_000
"""Of a card that is sold as 16 GB; the drivers of some tell less."""
INSTALL = "install it as https://github.com/microsoft/TRELLIS says (`. ./setup.sh --basic …`)"
SHARES = {"structure": 0.2, "latents": 0.3, "decode": 0.05, "bake": 0.45}
"""Of the time that a mesh takes, roughly."""
MOST_SIMPLIFIED = 0.98
"""More than this its own demo does not offer."""


@dataclass(frozen=True, slots=True)
class Options:
    """How it samples and bakes: its demo's figures. ``faces``: triangles aimed at."""

    steps: int = 12
    structure_strength: float = 7.5
    latents_strength: float = 3.0
    faces: int = FACES
    texture_size: int = 1024

    @classmethod
    def of(cls, told: SculptOptions) -> Options:
        """With what a person set."""
        usual = cls()
        return replace(
            usual,
            steps=told.steps or usual.steps,
            faces=told.faces or usual.faces,
            texture_size=told.texture_size or usual.texture_size,
        )


def load(model: str, settings: EngineSettings) -> TrellisSculptor:
    """The engine, its weights on the device. Raises ``SculptorUnavailable``: what is missing."""
    model = model or DEFAULT
    os.environ.setdefault("ATTN_BACKEND", "flash_attn" if find_spec("flash_attn") else "xformers")
    # What "auto" finds out by trying pays only where shapes repeat.
    os.environ.setdefault("SPCONV_ALGO", "native")
    torch = torch_with_gpu(_name(model), NEEDS_MIB)
    name, card = _checked(model, settings)
    pipelines = package("trellis.pipelines", name, INSTALL)
    postprocessing = package("trellis.utils.postprocessing_utils", name, INSTALL)
    with loading(name, model, torch), local_torch_hub(torch):
        pipeline = pipelines.TrellisImageTo3DPipeline.from_pretrained(model)
        pipeline.cuda()
    options = Options.of(read(settings.options.get(Stage.MESH, {})))
    return TrellisSculptor(name, card, torch, pipeline, postprocessing.to_glb, options)


def why_not(model: str, settings: EngineSettings) -> str:
    """What it lacks here, without importing anything; "" for nothing."""
    try:
        check_machine(_name(model or DEFAULT), {"trellis": INSTALL}, NEEDS_MIB)
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
    check_models(name, weights, said)
    check_dinov2(name, str(said.get("image_cond_model", "")))
    return name, card


class TrellisSculptor:
    """Makes meshes with TRELLIS. ``load`` makes it."""

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
        self._remove = _rembg(name) if u2net_is_here() else None
        self._turn = threading.Lock()

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        """See the port. Cancelled between any two steps of sampling, and between phases."""
        cut = cutout(wish.picture, self._remove)
        with self._turn, quiet(), device_faults(self.name, self._torch):
            phases = Phases(watch, SHARES)
            outputs = self._sampled(self._prepared(cut.picture), wish.seed, phases)
            mesh, look = outputs["mesh"][0], outputs["gaussian"][0]
            if not mesh.success:
                raise NothingMade(self.name)
            phases.at("bake")
            simplify = min(max(0.0, 1.0 - self._options.faces / len(mesh.faces)), MOST_SIMPLIFIED)
            baked = self._to_glb(
                look,
                mesh,
                simplify=simplify,
                texture_size=self._options.texture_size,
                verbose=False,
            )
            phases.at("bake", 1.0)
        told = {**self._told(wish.seed), "background": cut.by, "simplify": round(simplify, 4)}
        return finished(self.name, baked, told)

    def _prepared(self, picture: Image.Image) -> Any:
        """As its encoder takes pictures: cropped, square, on black."""
        try:
            return self._pipeline.preprocess_image(picture)
        except ValueError as error:
            # Of no pixel that is solid enough numpy finds no least one.
            if "zero-size array" in str(error):
                raise NoForeground from error
            raise

    def _sampled(self, picture: Any, seed: int, phases: Phases) -> Any:
        """Gaussians for the look and a mesh for the shape, lists of one by name."""
        options = self._options
        with self._listening(phases):
            return self._pipeline.run(
                picture,
                seed=seed,
                formats=["gaussian", "mesh"],
                preprocess_image=False,
                sparse_structure_sampler_params={
                    "steps": options.steps,
                    "cfg_strength": options.structure_strength,
                },
                slat_sampler_params={
                    "steps": options.steps,
                    "cfg_strength": options.latents_strength,
                },
            )

    @contextlib.contextmanager
    def _listening(self, phases: Phases) -> Iterator[None]:
        pipeline, steps = self._pipeline, self._options.steps
        structure, latents = phases.counted("structure", steps), phases.counted("latents", steps)

        def occupied(coordinates: Any) -> None:
            # (n, 4): a sample's number, then its voxel of 64 a side, z up.
            voxels = np.asarray(coordinates.cpu().numpy())[:, 1:]
            if not len(voxels):
                raise NothingMade(self.name, "none of its voxels is filled")
            phases.at("structure", 1.0, picture_of(voxels))

        with (
            before(pipeline.sparse_structure_sampler, "sample_once", structure),
            after(pipeline, "sample_sparse_structure", occupied),
            before(pipeline.slat_sampler, "sample_once", latents),
            before(pipeline, "decode_slat", lambda: phases.at("decode")),
        ):
            yield

    def _told(self, seed: int) -> Mapping[str, JsonValue]:
        options = self._options
        return {
            "seed": seed,
            "sparse_structure_sampler": {
                "steps": options.steps,
                "cfg_strength": options.structure_strength,
            },
            "slat_sampler": {"steps": options.steps, "cfg_strength": options.latents_strength},
            "texture_size": options.texture_size,
        }


def _rembg(engine: str) -> Remove:
    """The remover that its pipeline would use; loaded now."""
    rembg = package("rembg", engine, INSTALL)
    session = rembg.new_session("u2net")

    def remove(picture: Image.Image) -> Image.Image:
        removed: Image.Image = rembg.remove(picture, session=session)
        return removed

    return remove
