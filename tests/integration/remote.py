"""What tests of engines on other servers share: a wish, and somebody who watches it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from consumers.handler import Context, Watch
from consumers.mesh.port import Wish
from consumers.settings import EngineSettings
from streams.artifacts import ArtifactStore
from tests import pictures


def settings(folder: Path) -> EngineSettings:
    """An engine's settings, all in ``folder``, in a place where all licences hold."""
    return EngineSettings(folder.as_uri(), folder, folder, territory="US")


def wish(prompt: str = "a vase", **more: object) -> Wish:
    """A wish for what the tests' picture shows."""
    return Wish(pictures.encoded(pictures.drawn()), prompt, **more)  # type: ignore[arg-type]


def watch(folder: Path, cancelled: Callable[[], bool] = lambda: False) -> Watch:
    """A watch of a wish that is wanted until ``cancelled``."""
    store = ArtifactStore(folder.as_uri())
    return Watch(Context(store, None, lambda *_: None, cancelled), "vase")


def cancelled_after(seconds: float) -> Callable[[], bool]:
    """Whether so much time has passed since now."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end
