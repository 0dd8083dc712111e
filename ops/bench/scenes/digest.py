"""A scene's digest, and another process that makes all scenes again: they are the same."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

from ops.bench.scenes.session import Session

HASH_SEED = "4711"
"""Another order of Python's sets than in any other run."""


def digest(session: Session) -> str:
    """The scene's bytes, in short."""
    return hashlib.sha256(session.scene.model_dump_json().encode()).hexdigest()


def elsewhere() -> subprocess.Popen[str]:
    """Another process that makes all scenes again and prints their digests."""
    return subprocess.Popen(
        [sys.executable, "-m", "ops.bench.scenes.again"],
        env={**os.environ, "PYTHONHASHSEED": HASH_SEED},
        stdout=subprocess.PIPE,
        text=True,
    )
