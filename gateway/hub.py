"""Wakes connections when their session has news. One reader of each feed a process.

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
from streams.shards import Shards

logger = logging.getLogger(__name__)


class Hub:
    """Who waits for news of which session."""

    def __init__(self, shards: Shards) -> None:
        self._shards = shards
        self._waiting: defaultdict[SessionId, set[asyncio.Event]] = defaultdict(set)
        self._following: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Follow the feeds from now on."""
        for log in self._shards:
            position = await log.feed_end()
            self._following.append(asyncio.create_task(self._follow(log, position)))

    async def stop(self) -> None:
        """Stop following."""
        await end(*self._following)

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

    async def _follow(self, log: Log, position: str) -> None:
        async for entry in log.feed(position, on_reset=self._wake_all):
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
