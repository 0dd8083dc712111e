"""How weights are loaded: offline, without a word on standard output, with typed errors.

What does not belong here: which weights (each engine's own matter), and whether they are here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from consumers.mesh.device import device_faults, quiet
from consumers.mesh.engine_errors import SculptorUnavailable
from consumers.weights import fetch_command, offline
from schemas.errors import ScenestreamError

TOLD_CHARS = 200


@contextmanager
def loading(engine: str, model: str, torch: Any) -> Iterator[None]:
    """Within, a package loads ``model``. What it raises is ``SculptorUnavailable``.

    Files that are there may still be cut off, of another version, or ask for what is missing.
    """
    try:
        with offline(), quiet(), device_faults(engine, torch):
            yield
    except ScenestreamError:
        raise
    except Exception as broken:
        said = f"{type(broken).__name__}: {broken}"[:TOLD_CHARS]
        raise SculptorUnavailable(
            engine,
            f"its weights do not load ({said})",
            f"compare the package's version with theirs, or fetch them again: "
            f"{fetch_command(model)}",
        ) from broken
