"""Hunyuan3D-2 in this process: ``hunyuan3d:tencent/Hunyuan3D-2``, ``…-2mini``, or a folder.

Its licence does not hold in the European Union, the United Kingdom and South Korea, for what it
makes either: the engine starts only where the operator says that it is elsewhere (``terms``).

The package comes from its own repository (https://github.com/Tencent-Hunyuan/Hunyuan3D-2); these
are its calls as of commit 9bcf302, which this engine relies on:

- Shape: ``Hunyuan3DDiTFlowMatchingPipeline``. A picture without alpha is taken for a thing that
  fills it: pictures are cut out before (``cutout``). It takes a generator, so that seeds are a
  mesh's own. ``callback`` needs ``callback_steps``, and what it returns is ignored: it raises.
- Where no surface can be found, also of NaN, it prints a traceback and returns ``[None]``.
- ``enable_flashvdm`` goes by the model's name and fetches a decoder for those that it knows.
- The post-processors leave two files each in the folder for temporary files: it is another one
  while they run, and goes afterwards.
- Meshes are y up, front on +Z. The painter wraps the mesh anew and gives it a texture of 2048².
"""

from __future__ import annotations

import contextlib
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import Any

import numpy as np
from PIL import Image

from consumers.handler import Watch
from consumers.mesh.cutout import Remove, cutout, u2net_is_here
from consumers.mesh.device import (
    check_machine,
    device_faults,
    memory_mib,
    package,
    quiet,
    torch_with_gpu,
)
from consumers.mesh.engine_errors import NothingMade, SculptorUnavailable
from consumers.mesh.errors import NoForeground
from consumers.mesh.finished import finished
from consumers.mesh.hunyuan3d_weights import PAINT, Chosen, chosen
from consumers.mesh.loading import loading
from consumers.mesh.options import FACES, SculptOptions, read
from consumers.mesh.phases import Phases
from consumers.mesh.port import Made, Wish
from consumers.mesh.terms import check_territory, terms
from consumers.mesh.voxels import picture_of
from consumers.settings import EngineSettings
from consumers.weights import short_name
from schemas.flow import Stage
from schemas.provenance import ModelCard

KIND = "hunyuan3d"
DEFAULT = "tencent/Hunyuan3D-2"
SHAPE_MIB, PAINT_MIB = 6_000, 15_000
"""Of cards that are sold as 6 and 16 GB; the drivers of some tell less."""
INSTALL = (
    "install it as https://github.com/Tencent-Hunyuan/Hunyuan3D-2 says (`pip install -e .` there)"
)
SHARES = {"shape": 0.35, "surface": 0.1, "mend": 0.1, "paint": 0.45}
"""Of the time that a mesh takes, roughly."""
SEEN_AT = 40
"""Voxels of a side in the preview."""


@dataclass(frozen=True, slots=True)
class Options:
    """How it samples. ``steps``: None, what the shaper needs; ``octree``: voxels a side when the
    surface is taken; ``chunks``: points asked for at once; ``faces``: triangles aimed at;
    ``paint``: where that runs."""

    guidance: float = 5.0
    octree: int = 256
    chunks: int = 8000
    faces: int = FACES
    steps: int | None = None
    paint: bool = True

    @classmethod
    def of(cls, told: SculptOptions) -> Options:
        """With what a person set."""
        usual = cls()
        return replace(
            usual,
            octree=told.octree_resolution or usual.octree,
            faces=told.faces or usual.faces,
            steps=told.steps,
            paint=told.paint is not False,
        )


@dataclass(frozen=True, slots=True)
class Package:
    """What of hy3dgen is loaded. ``paint``: None where it can not paint here; ``menders``: called
    with a mesh, in order; ``reduce``: called with a mesh and ``max_facenum``."""

    shape: Any
    paint: Any
    menders: tuple[Any, ...]
    reduce: Any


def load(model: str, settings: EngineSettings) -> HunyuanSculptor:
    """The engine, its weights on the device. Raises ``SculptorUnavailable``: what is missing."""
    model = model or DEFAULT
    torch = torch_with_gpu(_name(model), SHAPE_MIB)
    name, found, card = _checked(model, settings)
    options = Options.of(read(settings.options.get(Stage.MESH, {})))
    with loading(name, model, torch):
        loaded = _loaded(name, model, found, torch, options.paint)
    remove = _remover(name) if u2net_is_here() else None
    return HunyuanSculptor(name, card, torch, loaded, found, remove, options)


def why_not(model: str, settings: EngineSettings) -> str:
    """What it lacks here, without importing anything; "" for nothing."""
    try:
        check_machine(_name(model or DEFAULT), {"hy3dgen": INSTALL}, SHAPE_MIB)
        _checked(model or DEFAULT, settings)
    except SculptorUnavailable as lacking:
        return lacking.told
    return ""


def _name(model: str) -> str:
    return f"{KIND}:{short_name(model)}"


def _checked(model: str, settings: EngineSettings) -> tuple[str, Chosen, ModelCard]:
    """The engine's name, weights and terms. Raises ``SculptorUnavailable``."""
    name = _name(model)
    found = chosen(name, model)
    card = terms(KIND, found.weights, found.index)
    check_territory(name, card, settings.territory)
    return name, found, card


def _loaded(engine: str, model: str, found: Chosen, torch: Any, paints: bool) -> Package:
    shapegen = package("hy3dgen.shapegen", engine, INSTALL)
    shape = shapegen.Hunyuan3DDiTFlowMatchingPipeline.from_pretrained(
        model,
        subfolder=found.shaper.part,
        use_safetensors=found.safetensors,
        variant="fp16",
        device="cuda",
    )
    if found.fast:
        shape.enable_flashvdm(mc_algo="mc")
    paint = None
    if paints and found.painter and _can_paint(torch):
        texgen = package("hy3dgen.texgen", engine, INSTALL)
        paint = texgen.Hunyuan3DPaintPipeline.from_pretrained(found.painter, subfolder=PAINT)
    menders = (shapegen.FloaterRemover(), shapegen.DegenerateFaceRemover())
    return Package(shape, paint, menders, shapegen.FaceReducer())


def _can_paint(torch: Any) -> bool:
    """Its rasterizer is compiled apart from the rest, and painting needs more memory."""
    return find_spec("custom_rasterizer") is not None and memory_mib(torch) >= PAINT_MIB


class HunyuanSculptor:
    """Makes meshes with Hunyuan3D-2, painted where that runs here. ``load`` makes it."""

    def __init__(
        self,
        name: str,
        card: ModelCard,
        torch: Any,
        loaded: Package,
        found: Chosen,
        remove: Remove | None,
        options: Options,
    ) -> None:
        self.name, self.card = name, card
        self.needs_mib = PAINT_MIB if loaded.paint is not None else SHAPE_MIB
        self._torch, self._package, self._found = torch, loaded, found
        self._remove, self._options = remove, options
        self._turn = threading.Lock()

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        """See the port. Cancelled between any two steps of sampling, and between phases."""
        cut = cutout(wish.picture, self._remove)
        paints = self._package.paint is not None
        shares = SHARES if paints else {k: v for k, v in SHARES.items() if k != "paint"}
        with self._turn, quiet(), device_faults(self.name, self._torch):
            phases = Phases(watch, shares)
            mesh = self._shaped(cut.picture, wish.seed, phases)
            if mesh is None or not len(mesh.faces):
                raise NothingMade(self.name)
            phases.at("mend")
            mesh = self._mended(mesh)
            if paints:
                phases.at("paint", 0.0, _seen(mesh))
                mesh = self._package.paint(mesh, cut.picture)
            else:
                _colour(mesh, cut.picture)
            phases.at("paint" if paints else "mend", 1.0)
        return finished(self.name, mesh, self._told(wish.seed, cut.by, paints))

    def _shaped(self, picture: Image.Image, seed: int, phases: Phases) -> Any:
        """A trimesh; None when no surface was found."""
        steps = self._steps

        def step(number: int, _time: Any, _outputs: Any) -> None:
            phases.at("shape", (number + 1) / steps)

        phases.at("shape")
        try:
            made = self._package.shape(
                image=picture,
                num_inference_steps=steps,
                guidance_scale=self._options.guidance,
                generator=self._torch.Generator("cpu").manual_seed(seed),
                octree_resolution=self._options.octree,
                num_chunks=self._options.chunks,
                output_type="trimesh",
                enable_pbar=False,
                callback=step,
                callback_steps=1,
            )
        except ValueError as error:
            # Its own "input image is empty", and numpy's of no pixel at all.
            if "image is empty" in str(error) or "zero-size array" in str(error):
                raise NoForeground from error
            raise
        return made[0]

    @property
    def _steps(self) -> int:
        return self._options.steps or self._found.shaper.steps

    def _mended(self, mesh: Any) -> Any:
        with _own_temporary_files():
            for mend in self._package.menders:
                mesh = mend(mesh)
            return self._package.reduce(mesh, max_facenum=self._options.faces)

    def _told(self, seed: int, background: str, paints: bool) -> dict[str, Any]:
        options, shaper = self._options, self._found.shaper
        return {
            "seed": seed,
            "subfolder": shaper.part,
            "num_inference_steps": self._steps,
            "guidance_scale": options.guidance,
            "octree_resolution": options.octree,
            "num_chunks": options.chunks,
            "max_facenum": options.faces,
            "texture": PAINT if paints else "none: the picture's mean colour",
            "background": background,
        }


@contextlib.contextmanager
def _own_temporary_files() -> Iterator[None]:
    """Within, temporary files lie in a folder that goes afterwards, with all that is left in it."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="scenestream-") as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


def _seen(mesh: Any) -> bytes:
    """A picture of the shape; the preview's frame has z up and y away from who looks."""
    places = np.asarray(mesh.vertices, dtype=np.float64)
    low, high = places.min(axis=0), places.max(axis=0)
    x, y, z = np.rint((places - low) / max(float((high - low).max()), 1e-9) * SEEN_AT).T
    return picture_of(np.unique(np.stack([x, -z, y], axis=1).astype(int), axis=0))


def _colour(mesh: Any, picture: Image.Image) -> None:
    """Give the mesh the thing's mean colour: without a painter it would be white."""
    from trimesh.visual import TextureVisuals
    from trimesh.visual.material import PBRMaterial

    pixels = np.asarray(picture, dtype=np.float64) / 255.0
    rgb = np.average(pixels[:, :, :3], axis=(0, 1), weights=np.tile(pixels[:, :, 3:], (1, 1, 3)))
    # glTF's factors are linear, a picture's colours are not.
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    material = PBRMaterial(
        baseColorFactor=np.rint([*(linear * 255.0), 255.0]).astype(np.uint8),
        metallicFactor=0.0,
        roughnessFactor=0.8,
    )
    mesh.visual = TextureVisuals(material=material)


def _remover(engine: str) -> Remove:
    """Its package's own, loaded now."""
    remover: Remove = package("hy3dgen.rembg", engine, INSTALL).BackgroundRemover()
    return remover
