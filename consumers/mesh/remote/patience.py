"""How long a wish may wait for its server: one setting for all engines of this kind."""

from __future__ import annotations

import os

from schemas.errors import Misconfigured

PATIENCE_S = 900.0
"""A cold server loads 15 GB of weights before its first mesh; less than a mesh step's deadline."""


def patience_s() -> float:
    """Seconds that one step waits for its server, all tries together. Raises ``Misconfigured``."""
    told = os.environ.get("SCENESTREAM_REMOTE_S", "")
    try:
        seconds = float(told or PATIENCE_S)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 3600:
        raise Misconfigured(f"SCENESTREAM_REMOTE_S is {told!r}; give seconds, as 900, up to 3600")
    return seconds
