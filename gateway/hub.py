"""Wakes connections when their session has news. One reader of each feed a process.

The feed only says that a session moved on; each connection reads its own log from where it stands.
So a connection that lags, or a feed that lost entries, costs a later read and never an event.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from schemas.events import Event
from schemas.ids import SessionId
from streams.ending import end
from streams.log import Log
from streams.shards import Shards

logger = logging.getLogger(__name__)


Hear = Callable[[Event | None], None]
"""Is told None when its session may have moved on, and each event that no log keeps."""


class Hub:
    """Who waits for news of which session."""

    def __init__(self, shards: Shards) -> None:
        self._shards = shards
        self._waiting: defaultdict[SessionId, set[Hear]] = defaultdict(set)
        self._everywhere: list[Hear] = []
        self._all: list[Callable[[Event], None]] = []
        self._following: list[asyncio.Task[None]] = []

    def listen_to_all(self, hear: Callable[[Event], None]) -> None:
        """Tell ``hear`` of every event of every session, for ever."""
        self._all.append(hear)

    async def start(self) -> None:
        """Follow the feeds from now on."""
        for log in self._shards:
            position = await log.feed_end()
            self._following.append(asyncio.create_task(self._follow(log, position)))

    @property
    def standing(self) -> tuple[asyncio.Task[None], ...]:
        """The tasks that follow: while one of them is missing, nobody is woken."""
        return tuple(self._following)

    async def stop(self) -> None:
        """Stop following."""
        await end(*self._following)

    @contextmanager
    def news(self, session: SessionId) -> Iterator[asyncio.Event]:
        """An event that is set whenever ``session`` may have something new."""
        changed = asyncio.Event()

        def hear(passing: Event | None) -> None:
            if passing is None:
                changed.set()

        self.listen(session, hear)
        try:
            yield changed
        finally:
            self.leave(session, hear)

    def listen(self, session: SessionId, hear: Hear) -> None:
        """Tell ``hear`` of ``session`` from now on, until it leaves."""
        self._waiting[session].add(hear)

    def listen_everywhere(self, hear: Hear) -> None:
        """Tell ``hear`` of what passes and is of no session, for ever; None: some was lost."""
        self._everywhere.append(hear)

    def leave(self, session: SessionId, hear: Hear) -> None:
        """Tell ``hear`` nothing more."""
        self._waiting[session].discard(hear)
        if not self._waiting[session]:
            del self._waiting[session]

    async def _follow(self, log: Log, position: str) -> None:
        async for entry in log.feed(position, on_reset=self._wake_all):
            for hear in self._all:
                hear(entry.event)
            if entry.gap:
                logger.warning("feed.gap", extra={"position": entry.position})
                self._wake_all()
            elif not entry.event.session:
                _tell(self._everywhere, entry.event)
            else:
                passing = entry.event if entry.event.id is None else None
                _tell(self._waiting.get(entry.event.session, set()), passing)

    def _wake_all(self) -> None:
        for waiting in list(self._waiting.values()):
            _tell(waiting, None)
        _tell(self._everywhere, None)


def _tell(waiting: Iterable[Hear], passing: Event | None) -> None:
    for hear in tuple(waiting):
        hear(passing)
