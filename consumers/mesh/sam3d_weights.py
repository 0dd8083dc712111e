"""What SAM 3D Objects loads beside its package, and whether it is on this machine.

Its weights are a folder with ``pipeline.yaml`` and what that names, or the hub's gated repository,
where they lie in ``checkpoints``. The file also names classes, which are made as it says: as the
package's own notebook does, only those of its own packages are let through.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from consumers.mesh.engine_errors import SculptorUnavailable
from consumers.weights import Weights, fetch_command, find

MODEL = "facebook/sam-3d-objects"
SAM3 = "facebook/sam3"
INDEX = "pipeline.yaml"
SAM3_FILE = "sam3.pt"
_FILE = re.compile(r"^\w+_(?:config|ckpt)_path:\s*['\"]?([^'\"#\s]+)", re.MULTILINE)
_TARGET = re.compile(r"_target_:\s*['\"]?([\w.]+)")
_PACKAGES = frozenset({"sam3d_objects", "torch", "torchvision", "moge"})


def gated(model: str) -> str:
    """What puts ``model`` of the hub on this machine: its licence has to be accepted first."""
    page = f"accept the SAM licence on huggingface.co/{model} and run `hf auth login`"
    return f"{page}, then {fetch_command(model)}"


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Weights that are whole. ``file``: their ``pipeline.yaml``."""

    weights: Weights
    file: Path


def located(engine: str, model: str) -> Pipeline:
    """The weights of ``model``. Raises ``SculptorUnavailable`` unless all of them are here."""
    weights = find(model)
    if weights is None:
        raise SculptorUnavailable(
            engine, f"its weights ({model}) are not on this machine", gated(MODEL)
        )
    for below in ("", "checkpoints"):
        file = weights.folder / below / INDEX
        if file.is_file():
            _check(engine, file)
            return Pipeline(Weights(weights.model, file.parent, weights.revision), file)
    raise SculptorUnavailable(
        engine, f"{weights.folder} has no {INDEX}", f"name a folder that has: {gated(MODEL)}"
    )


def sam3_checkpoint(beside: Path) -> Path | None:
    """The weights of SAM 3, beside those of SAM 3D or in the hub's cache; None: not here."""
    cached = find(SAM3)
    folders = [beside] + ([cached.folder] if cached is not None else [])
    return next((f / SAM3_FILE for f in folders if (f / SAM3_FILE).is_file()), None)


def _check(engine: str, file: Path) -> None:
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as broken:
        raise SculptorUnavailable(engine, f"{file} can not be read ({broken})", gated(MODEL)) from (
            broken
        )
    foreign = {name for name in _TARGET.findall(text) if name.partition(".")[0] not in _PACKAGES}
    if foreign:
        raise SculptorUnavailable(
            engine,
            f"{file} would run {', '.join(sorted(foreign))}, which is not of its packages",
            f"take the file as it is published: {gated(MODEL)}",
        )
    named = [name for name in _FILE.findall(text) if name not in ("null", "~")]
    lacking = [name for name in named if not (file.parent / name).is_file()]
    if lacking or not named:
        what = f"{lacking[0]} is not in {file.parent}" if lacking else f"{file} names no weights"
        raise SculptorUnavailable(engine, f"its weights are not whole: {what}", gated(MODEL))
