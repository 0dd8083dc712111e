"""Which of Hunyuan3D-2's weights are on this machine, and which of them to run.

Its package looks for ``MODEL/PART`` below ``HY3DGEN_MODELS`` (``~/.cache/hy3dgen``), then in the
hub's cache, then on the hub: the parts are looked for here, by the same rules, before it does.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from consumers.mesh.engine_errors import SculptorUnavailable
from consumers.weights import Weights, fetch_command, find

PAINT_MODEL = "tencent/Hunyuan3D-2"
PAINT = "hunyuan3d-paint-v2-0-turbo"
DELIGHT = "hunyuan3d-delight-v2-0"
PAINTER_PARTS = (f"{PAINT}/model_index.json", f"{DELIGHT}/model_index.json")


@dataclass(frozen=True, slots=True)
class Shaper:
    """A model of shapes. ``part``: its subfolder; ``steps``: that it was distilled for, or needs;
    ``decoder``: the fast decoder's subfolder that goes with it."""

    part: str
    steps: int
    decoder: str = ""


SHAPERS = (
    Shaper("hunyuan3d-dit-v2-0-turbo", 5, "hunyuan3d-vae-v2-0-turbo"),
    Shaper("hunyuan3d-dit-v2-mini-turbo", 5, "hunyuan3d-vae-v2-mini-turbo"),
    Shaper("hunyuan3d-dit-v2-0-fast", 30),
    Shaper("hunyuan3d-dit-v2-mini-fast", 30),
    Shaper("hunyuan3d-dit-v2-0", 50),
    Shaper("hunyuan3d-dit-v2-mini", 50),
)
"""The fastest first. Steps: of its examples and its demo."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is loaded: ``weights`` hold ``shaper``. ``safetensors``: how they are stored. ``fast``:
    the fast decoder is there. ``painter``: the model that paints, as its package is told; ""
    without one."""

    weights: Weights
    shaper: Shaper
    safetensors: bool
    fast: bool
    painter: str

    @property
    def index(self) -> str:
        """The file that says what the weights are."""
        return f"{self.shaper.part}/config.yaml"


def chosen(engine: str, model: str) -> Chosen:
    """What of ``model`` is here. Raises ``SculptorUnavailable`` when no shaper is whole."""
    weights = located(model)
    if weights is None:
        raise SculptorUnavailable(
            engine,
            f"the weights {model} are not on this machine",
            fetch_command(model, *_wanted(model)),
        )
    for shaper in SHAPERS:
        for kind in ("safetensors", "ckpt"):
            files = [f"{shaper.part}/config.yaml", f"{shaper.part}/model.fp16.{kind}"]
            if not weights.lacking(files):
                decoder = f"{shaper.decoder}/model.fp16.{kind}"
                # A folder's fast decoder is not found by its package, which goes by names.
                fast = bool(shaper.decoder) and not weights.is_local
                fast = fast and not weights.lacking([decoder])
                return Chosen(weights, shaper, kind == "safetensors", fast, _painter(weights))
    raise SculptorUnavailable(
        engine,
        f"none of {', '.join(s.part for s in SHAPERS)} is whole in {weights.folder}",
        fetch_command(model, *_wanted(model)),
    )


def located(model: str) -> Weights | None:
    """The weights of ``model`` where its package finds them."""
    base = Path(os.environ.get("HY3DGEN_MODELS", "~/.cache/hy3dgen")).expanduser()
    if (base / model).is_dir():
        return Weights(model, base / model)
    return find(model)


def _painter(weights: Weights) -> str:
    if not weights.lacking(PAINTER_PARTS):
        return weights.model
    painter = located(PAINT_MODEL)
    return "" if painter is None or painter.lacking(PAINTER_PARTS) else PAINT_MODEL


def _wanted(model: str) -> tuple[str, ...]:
    """Patterns of the fastest shaper's files, as far as they are known for ``model``."""
    shaper = SHAPERS[1] if model.endswith("mini") else SHAPERS[0]
    return (f"{shaper.part}/*", f"{shaper.decoder}/*", f"{PAINT}/*", f"{DELIGHT}/*")
