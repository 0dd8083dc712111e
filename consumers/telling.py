"""What an engine process tells of a running step: how far it is, and how it looks by now."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from consumers.handler import Preview
from schemas.artifacts import JPEG, PNG, ArtifactRef
from schemas.errors import ScenestreamError
from streams.artifacts import ArtifactStore

logger = logging.getLogger(__name__)

TELL_EVERY_S = 0.2
"""A step's progress is told at most five times a second: nobody sees more of it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A word of the step ``mark``'s progress, on its way to the process that holds its lease."""

    mark: str
    fraction: float
    label: str
    preview: ArtifactRef | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A piece of what a language model says in the step ``mark``; ``thought``: of its thoughts."""

    mark: str
    text: str
    thought: bool


@dataclass(slots=True)
class Teller:
    """The ``progress`` of one step's context (``consumers.handler.Report``), and its ``say``.

    A preview that can not be made or stored is left out, and said so in the process's log: no
    step fails for it.
    """

    mark: str
    artifacts: ArtifactStore
    send: Callable[[Said | Spoken], None]
    clock: Callable[[], float] = time.monotonic
    _next: float = field(default=0.0, init=False)

    def __call__(self, fraction: float, label: str, preview: Preview | None = None, /) -> None:
        now = self.clock()
        if now < self._next:
            return
        self._next = now + TELL_EVERY_S
        shown = None if preview is None else self._stored(preview)
        self.send(Said(self.mark, fraction, label, shown))

    def say(self, text: str, thought: bool = False, /) -> None:
        """Pass on what a language model says, as ``consumers.handler.Say``."""
        if text:
            self.send(Spoken(self.mark, text, thought))

    def _stored(self, preview: Preview) -> ArtifactRef | None:
        try:
            data = preview if isinstance(preview, bytes) else preview()
            return self.artifacts.put(data, JPEG if data[:2] == b"\xff\xd8" else PNG)
        except (ScenestreamError, RuntimeError, ValueError, OSError) as failed:
            logger.warning("preview.failed", extra={"mark": self.mark, "error": str(failed)})
            return None
