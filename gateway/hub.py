"""Wakes connections when their session has news. One reader of the feed a process.

The feed only says that a session moved on; each connection reads its own log from where it stands.
So a connection that lags, or a feed that lost entries, costs a later read and never an event.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from schemas.ids import SessionId
from streams.ending import end
from streams.log import Log

logger = logging.getLogger(__name__)


class Hub:
    """Who waits for news of which session."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._waiting: defaultdict[SessionId, set[asyncio.Event]] = defaultdict(set)
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Follow the feed from now on."""
        position = await self._log.feed_end()
        self._task = asyncio.create_task(self._follow(position))

    async def stop(self) -> None:
        """Stop following."""
        if self._task is not None:
            await end(self._task)

    @contextmanager
    def news(self, session: SessionId) -> Iterator[asyncio.Event]:
        """An event that is set whenever ``session`` may have something new."""
        changed = asyncio.Event()
        self._waiting[session].add(changed)
        try:
            yield changed
        finally:
            self._waiting[session].discard(changed)
            if not self._waiting[session]:
                del self._waiting[session]

    async def _follow(self, position: str) -> None:
        async for entry in self._log.feed(position, on_reset=self._wake_all):
            if entry.gap:
                logger.warning("feed.gap", extra={"position": entry.position})
                self._wake_all()
            elif entry.event.id is not None:
                _wake(self._waiting.get(entry.event.session, set()))

    def _wake_all(self) -> None:
        for waiting in list(self._waiting.values()):
            _wake(waiting)


def _wake(waiting: set[asyncio.Event]) -> None:
    for changed in waiting:
        changed.set()
