"""A step's progress, on its way to whoever watches. Never part of the log."""

from __future__ import annotations

import asyncio
import contextlib
import time

from schemas.artifacts import ArtifactRef
from schemas.events import Event, ProgressReported
from streams.commit import Taken
from streams.log import Log, envelopes
from streams.lost import LOST

PROGRESS_EVERY_S = 0.2


class Reporter:
    """Puts a handler's progress on the feed, at most a few times a second."""

    def __init__(self, log: Log, taken: Taken, consumer: str) -> None:
        self._log, self._taken, self._consumer = log, taken, consumer
        self._last = 0.0
        self._sending: set[asyncio.Task[None]] = set()

    def report(self, fraction: float, label: str, preview: ArtifactRef | None = None) -> None:
        now = time.monotonic()
        if now - self._last < PROGRESS_EVERY_S:
            return
        self._last = now
        data = ProgressReported(
            stage=self._taken.stage,
            label=label,
            fraction=fraction,
            consumer=self._consumer,
            preview=preview,
        )
        taken = self._taken
        events = envelopes([data], taken.session, taken.request, taken.event_id, self._consumer)
        task = asyncio.create_task(self._emit(events))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _emit(self, events: list[Event]) -> None:
        with contextlib.suppress(*LOST):
            await self._log.emit(events)
