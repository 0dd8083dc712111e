"""What an engine process tells of a running step: how far it is, and how it looks by now."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Lock

from consumers.handler import Preview
from schemas.artifacts import JPEG, PNG, ArtifactRef
from schemas.errors import ScenestreamError

logger = logging.getLogger(__name__)

TELL_EVERY_S = 0.25
"""A step's progress is told at most four times a second: nobody sees more of it, and the process
that passes it on drops what comes sooner than ``streams.reporting`` allows."""


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

    ``write`` begins to store bytes of a media type. A word goes out when its preview lies in the
    store, since who hears it asks for it at once; what is told meanwhile goes with it. A preview
    that can not be made or stored is left out, and said so in the process's log: no step fails
    for it.
    """

    mark: str
    write: Callable[[bytes, str], Future[ArtifactRef]]
    send: Callable[[Said | Spoken], None]
    clock: Callable[[], float] = time.monotonic
    _next: float = field(default=0.0, init=False)
    _last: tuple[float, str] = field(default=(0.0, ""), init=False)
    _writing: bool = field(default=False, init=False)
    _guard: Lock = field(default_factory=Lock, init=False)

    def __call__(self, fraction: float, label: str, preview: Preview | None = None, /) -> None:
        now = self.clock()
        with self._guard:
            self._last = fraction, label
            if now < self._next or self._writing:
                return
            self._next = now + TELL_EVERY_S
            self._writing = preview is not None
        writing = None if preview is None else self._begun(preview)
        if writing is None:
            self._told(None)
        else:
            writing.add_done_callback(self._stored)

    def say(self, text: str, thought: bool = False, /) -> None:
        """Pass on what a language model says, as ``consumers.handler.Say``."""
        if text:
            self.send(Spoken(self.mark, text, thought))

    def _begun(self, preview: Preview) -> Future[ArtifactRef] | None:
        try:
            data = preview if isinstance(preview, bytes) else preview()
            return self.write(data, JPEG if data[:2] == b"\xff\xd8" else PNG)
        except (ScenestreamError, RuntimeError, ValueError, OSError) as failed:
            self._failed(failed)
            return None

    def _stored(self, writing: Future[ArtifactRef]) -> None:
        """In the thread that wrote."""
        failed = writing.exception()
        if failed is not None:
            self._failed(failed)
        self._told(None if failed is not None else writing.result())

    def _told(self, preview: ArtifactRef | None) -> None:
        with self._guard:
            self._writing = False
            fraction, label = self._last
        self.send(Said(self.mark, fraction, label, preview))

    def _failed(self, why: BaseException) -> None:
        logger.warning("preview.failed", extra={"mark": self.mark, "error": str(why)})
