"""What TRELLIS and TRELLIS.2 load beside their package, and whether it is on this machine.

Both read ``pipeline.json`` of a folder or of the hub, and the models that it names. A model of a
folder that is not there they take for a name of the hub, so that a missing file ends in a puzzling
download: here all of them are looked for first. DINOv2 comes by ``torch.hub``, which asks its
server for the name of a branch even when all is in its cache: within ``local_torch_hub`` it does
not.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from consumers.mesh.engine_errors import SculptorUnavailable
from consumers.weights import Weights, fetch_command, find

INDEX = "pipeline.json"
DINOV2 = "facebookresearch/dinov2"


def located(engine: str, model: str) -> Weights:
    """The weights of ``model``. Raises ``SculptorUnavailable`` when they are not here."""
    weights = find(model)
    if weights is None:
        raise SculptorUnavailable(
            engine, f"the weights {model} are not on this machine", fetch_command(model)
        )
    if weights.lacking([INDEX]):
        raise SculptorUnavailable(
            engine,
            f"{weights.folder} has no {INDEX}",
            f"name a folder of that model, or a model of the hub: {fetch_command(model)}",
        )
    return weights


def arguments(engine: str, weights: Weights) -> Mapping[str, Any]:
    """What ``pipeline.json`` says. Raises ``SculptorUnavailable`` when it is not one of these."""
    try:
        said = json.loads((weights.folder / INDEX).read_text("utf-8"))["args"]
        said["models"].items()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SculptorUnavailable(
            engine,
            f"{weights.folder / INDEX} is not such a model's ({error!r})",
            fetch_command(weights.model),
        ) from error
    found: Mapping[str, Any] = said
    return found


def check_models(
    engine: str, weights: Weights, said: Mapping[str, Any], loaded: Collection[str] | None = None
) -> None:
    """Whether every model that ``said`` names is here, those of other repositories included.

    ``loaded``: the names that are loaded; None: all. Raises ``SculptorUnavailable``.
    """
    for name, path in said["models"].items():
        if loaded is not None and name not in loaded:
            continue
        files = [f"{path}.json", f"{path}.safetensors"]
        lacking = weights.lacking(files)
        if lacking and (elsewhere := _repository(path)) is not None:
            repository, rest = elsewhere
            other = find(repository)
            if other is not None and not other.lacking([f"{rest}.json", f"{rest}.safetensors"]):
                continue
            remedy = fetch_command(repository, f"{rest}.*")
            raise SculptorUnavailable(engine, f"its {name} ({path}) is not here", remedy)
        if lacking:
            raise SculptorUnavailable(
                engine,
                f"its {name} is not whole: {lacking[0]} is not in {weights.folder}",
                fetch_command(weights.model),
            )


def check_repository(engine: str, what: str, repository: str, gated: str = "") -> None:
    """Whether ``repository``, which the engine loads as ``what``, is here.

    ``gated``: what has to be done before it can be fetched. Raises ``SculptorUnavailable``.
    """
    other = find(repository)
    if other is None or other.lacking(["config.json"]):
        before = f"{gated}, then " if gated else ""
        raise SculptorUnavailable(
            engine,
            f"its {what} ({repository}) is not on this machine",
            before + fetch_command(repository),
        )


def check_dinov2(engine: str, name: str) -> None:
    """Whether DINOv2's code and weights are in torch's cache. Raises ``SculptorUnavailable``."""
    stem = f"{name}4" if name.endswith("_reg") else name
    weights = torch_hub() / "checkpoints" / f"{stem}_pretrain.pth"
    if _dinov2_code() is None or not weights.is_file():
        raise SculptorUnavailable(
            engine,
            f"its image encoder ({DINOV2}, {name}) is not in {torch_hub()}",
            f"`python -c \"import torch; torch.hub.load('{DINOV2}', '{name}')\"`",
        )


def torch_hub() -> Path:
    """The folder that ``torch.hub`` keeps code and weights in."""
    home = os.environ.get("TORCH_HOME")
    cache = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(home or f"{cache}/torch").expanduser() / "hub"


@contextmanager
def local_torch_hub(torch: Any) -> Iterator[None]:
    """Within, ``torch.hub.load`` takes DINOv2's code from the cache without asking anybody."""
    load = torch.hub.load

    def cached(repository: str, *arguments: Any, **named: Any) -> Any:
        code = _dinov2_code() if repository == DINOV2 else None
        if code is None:
            return load(repository, *arguments, **named)
        return load(str(code), *arguments, source="local", **named)

    torch.hub.load = cached
    try:
        yield
    finally:
        torch.hub.load = load


def _dinov2_code() -> Path | None:
    for branch in ("main", "master"):
        folder = torch_hub() / f"{DINOV2.replace('/', '_')}_{branch}"
        if folder.is_dir():
            return folder
    return None


def _repository(path: str) -> tuple[str, str] | None:
    """The repository and the rest of OWNER/NAME/REST; a path of two parts is the model's own."""
    parts = path.split("/")
    return ("/".join(parts[:2]), "/".join(parts[2:])) if len(parts) > 2 else None
