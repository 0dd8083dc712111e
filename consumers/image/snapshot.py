"""A model's files on this machine: where they are, which they are, how large they get when loaded.

Reads names, sizes and headers only, without torch. What belongs here: the files of a diffusers
pipeline. What does not: where models lie (``consumers.weights``), loading them.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consumers.image.errors import AccessRefused, NoPipeline, PackageMissing, WeightsMissing
from consumers.image.placing import T5
from consumers.weights import find, short_name

INDEX = "model_index.json"
CONFIG = "config.json"
"""In the folder of a part that has weights; those of schedulers and tokenizers have other names."""
WITHOUT_WEIGHTS = ("Tokenizer", "TokenizerFast", "Scheduler", "Processor", "Extractor")
"""How the classes of the other parts end."""
SAMPLE = 65_536
"""Bytes at each end of a file of weights that go into a fingerprint; its header begins it."""
SPDX = {
    "apache-2.0": "Apache-2.0",
    "mit": "MIT",
    "openrail++": "LicenseRef-CreativeML-OpenRAIL-PP-M",
}
"""The hub's names of licences that others spell otherwise."""
WEIGHTS = (".safetensors", ".bin")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A pipeline's ``folder``. ``model``: its name as events have it.

    ``revision``: the snapshot's commit, else a fingerprint of the weights.
    """

    folder: Path
    model: str
    revision: str

    @property
    def parts(self) -> Mapping[str, tuple[str, str]]:
        """Library and class of each part of the pipeline, by name, of those that it has."""
        index = _json(self.folder / INDEX)
        named = {name: part for name, part in index.items() if isinstance(part, list)}
        return {name: (part[0], part[1]) for name, part in named.items() if part[0] is not None}

    @property
    def pipeline(self) -> str:
        """The class of the pipeline, e.g. StableDiffusion3Pipeline."""
        return str(_json(self.folder / INDEX).get("_class_name", ""))

    @property
    def size(self) -> int | None:
        """Pixels of a side of the pictures it was made for; None where its files do not say."""
        shapes = [_json(self.folder / part / CONFIG) for part in ("transformer", "unet")]
        found = next((s["sample_size"] for s in shapes if "sample_size" in s), None)
        halvings = len(_json(self.folder / "vae" / CONFIG).get("block_out_channels", "____")) - 1
        return found * 2**halvings if isinstance(found, int) else None

    @property
    def licence(self) -> str:
        """What its README's front matter calls its licence; "" where there is none."""
        return _licence(self.folder / "README.md")

    @property
    def variant(self) -> str | None:
        """ "fp16" when its weights are there in that form alone or as well."""
        found = any(self.folder.glob("*/*.fp16*.safetensors"))
        return "fp16" if found else None


def snapshot(model: str, engine: str, *, download: bool = False) -> Snapshot:
    """The files of ``model``, a folder or a name of the hub.

    Raises ``NoPipeline``, ``WeightsMissing``; when it is to ``download``, also ``AccessRefused``
    and ``PackageMissing``.
    """
    found = find(model)
    if download and (found is None or not found.is_local):
        _download(model, engine)
        found = find(model)
    if found is None:
        if model.startswith(("/", "~", ".")):
            raise WeightsMissing(engine, f"there is no folder {model}", "name one that is there")
        raise WeightsMissing(engine, "its weights are not on this machine", _remedy(model))
    if not (found.folder / INDEX).is_file():
        raise NoPipeline(
            engine,
            f"{found.folder} has no {INDEX}",
            "name a diffusers pipeline: a folder as `save_pretrained` writes it, or one of the hub",
        )
    return Snapshot(found.folder, short_name(model), found.revision or _fingerprint(found.folder))


def _download(model: str, engine: str) -> None:
    """Fetch what is missing into the hub's cache, beside other processes that do the same."""
    try:
        from diffusers import DiffusionPipeline
        from huggingface_hub.errors import GatedRepoError, HfHubHTTPError
    except ImportError as error:
        raise PackageMissing(engine, str(error)) from error
    try:
        DiffusionPipeline.download(model)
    except GatedRepoError as refused:
        raise AccessRefused(engine, model) from refused
    # A name that is none is a ValueError; what can not be reached an OSError.
    except (OSError, ValueError, HfHubHTTPError) as error:
        why = f"its weights can not be fetched ({_first_line(error)})"
        raise WeightsMissing(engine, why, _remedy(model)) from error


def _remedy(model: str) -> str:
    fetch = f"python -c \"import diffusers; diffusers.DiffusionPipeline.download('{model}')\""
    page = f"https://huggingface.co/{model}"
    return (
        f"`{fetch}` fetches them; if {page} asks for it, accept the licence there and set HF_TOKEN "
        "to a token of yours first"
    )


def sizes(found: Snapshot, engine: str, bytes_each: int) -> dict[str, int]:
    """MiB of the weights of each part that has any, with ``bytes_each`` bytes a number; 0 of one
    whose files are not there. Raises ``WeightsMissing`` of one that nothing goes without."""
    parts = {}
    for name, (_, kind) in found.parts.items():
        if kind.endswith(WITHOUT_WEIGHTS):
            continue
        files = list(_weights(found, name))
        if not files and name != T5:
            where = f"the weights of its {name} are not in {found.folder}"
            raise WeightsMissing(engine, where, "fetch the whole pipeline again")
        parts[name] = sum(_numbers(file) for file in files) * bytes_each // 2**20
        if files and not parts[name]:
            parts[name] = 1
    return parts


def _fingerprint(folder: Path) -> str:
    """Of the weights' names, sizes, first and last bytes: other weights, another one."""
    seen = hashlib.sha256()
    for file in sorted(f for f in folder.glob("*/*") if f.suffix in WEIGHTS):
        size = file.stat().st_size
        seen.update(f"{file.relative_to(folder).as_posix()} {size}\n".encode())
        with file.open("rb") as read:
            seen.update(read.read(SAMPLE))
            read.seek(max(size - SAMPLE, 0))
            seen.update(read.read(SAMPLE))
    return f"sha256:{seen.hexdigest()[:16]}"


def _weights(found: Snapshot, part: str) -> Iterator[Path]:
    """The files of ``part`` that are loaded: one form of them, safetensors where there are any."""
    files = [f for f in (found.folder / part).glob("*") if f.suffix in WEIGHTS]
    safe = [f for f in files if f.suffix == WEIGHTS[0]] or files
    halves = [f for f in safe if ".fp16" in f.name]
    yield from halves if found.variant and halves else [f for f in safe if ".fp16" not in f.name]


def _numbers(file: Path) -> int:
    """How many numbers a file of weights holds: by its header, else as if they had 4 bytes each."""
    size = file.stat().st_size
    if file.suffix != WEIGHTS[0]:
        return size // 4
    try:
        with file.open("rb") as read:
            (length,) = struct.unpack("<Q", read.read(8))
            header = json.loads(read.read(min(length, size)))
        return sum(_product(t["shape"]) for name, t in header.items() if name != "__metadata__")
    except (struct.error, ValueError, KeyError, TypeError, AttributeError):
        return size // 4  # what is wrong with it, loading it says


def _product(shape: list[int]) -> int:
    product = 1
    for length in shape:
        product *= length
    return product


def _json(file: Path) -> dict[str, Any]:
    try:
        read = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


def _licence(readme: Path) -> str:
    """YAML of one level, between two lines of dashes."""
    try:
        lines = readme.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    if not lines or lines[0].strip() != "---":
        return ""
    said: dict[str, str] = {}
    for line in lines[1:]:
        if line.strip() == "---":
            break
        name, is_pair, value = line.partition(":")
        if is_pair:
            said.setdefault(name.strip(), value.strip().strip("'\""))
    named = said.get("license", "")
    if named == "other":
        named = said.get("license_name", "")
    if not named:
        return ""
    return SPDX.get(named.lower(), f"LicenseRef-{named}")
