"""The embedded language model and dictionary as plain files, which is how the decoder reads them.

They ship compressed and are unpacked once into a cache folder, under a name that holds their
content's hash, so that a newer release never reads an older one's files.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

MODEL = "mixed-en"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    language_model: Path
    dictionary: Path


def unpack(cache: Path) -> ModelFiles:
    """The model's files below ``cache``, unpacked if they are not there yet.

    Two processes may do it at once: each writes a file of its own and renames it into place.
    """
    return ModelFiles(_unpacked(f"{MODEL}.lm.bin", cache), _unpacked(f"{MODEL}.dict", cache))


def _unpacked(name: str, cache: Path) -> Path:
    packed = files("consumers.asr.data").joinpath(f"{name}.gz").read_bytes()
    content = hashlib.sha256(packed).hexdigest()[:12]
    target = cache / "asr" / f"{content}-{name}"
    # gzip ends with the plain length: a file of another length was cut short by a full disk.
    length = int.from_bytes(packed[-4:], "little")
    if target.exists() and target.stat().st_size == length:
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=f".{name}-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(gzip.decompress(packed))
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, target)
    finally:
        Path(draft).unlink(missing_ok=True)
    return target
