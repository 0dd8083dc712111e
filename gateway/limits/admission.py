"""Whether a new request is taken while others wait: refused with an honest wait, or let in.

Sessions under way, which have a scene or a request open, are let in up to twice the backlog at
which new ones are refused: who is in the middle of something goes on.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from gateway.limits.errors import BacklogTooLong
from gateway.limits.settings import LimitSettings
from streams.lag import Backlog

logger = logging.getLogger(__name__)

FRESH_S = 2.0
"""For how long a measured backlog is good."""
UNKNOWN_S = 30.0
"""When to try again where nobody knows how long the work takes."""
PRIORITY = 2


class Admission:
    """``measure``: the backlog as it is, None where Redis does not say; ``clock``: seconds."""

    def __init__(
        self,
        settings: LimitSettings,
        measure: Callable[[], Awaitable[Backlog | None]],
        clock: Callable[[], float],
    ) -> None:
        self._settings, self._measure, self._clock = settings, measure, clock
        self._backlog = Backlog()
        self._until: float | None = None
        self._measuring = asyncio.Lock()

    @property
    def is_on(self) -> bool:
        """Whether any backlog is too long."""
        return bool(self._settings.backlog_s or self._settings.backlog)

    @property
    def wait_s(self) -> float:
        """Seconds until what waits is done, as measured for the last request; 0: not known."""
        return self._backlog.wait_s

    async def check(self, under_way: bool) -> None:
        """A session asks for something, one that is ``under_way`` or a new one.

        Raises ``BacklogTooLong``.
        """
        if not self.is_on:
            return
        await self._refresh()
        times = PRIORITY if under_way else 1
        wait_s, pieces = self._backlog.wait_s, self._backlog.pieces
        most_s, most = self._settings.backlog_s * times, self._settings.backlog * times
        if most_s and wait_s > most_s:
            raise self._refusal(wait_s - most_s)
        if most and pieces > most:
            raise self._refusal(wait_s * (1 - most / pieces) or UNKNOWN_S)

    def _refusal(self, again_s: float) -> BacklogTooLong:
        again_s = max(1.0, round(again_s, 1))
        logger.warning("request.refused", extra={"pieces": self._backlog.pieces})
        return BacklogTooLong(
            f"{self._backlog.pieces:,} pieces of work wait, some {self._backlog.wait_s:,.0f} s of "
            f"it; try again in {again_s:,.0f} s",
            again_s,
        )

    async def _refresh(self) -> None:
        async with self._measuring:
            now = self._clock()
            if self._until is not None and now < self._until:
                return
            found = await self._measure()
            if found is not None:
                self._backlog = found
            self._until = now + FRESH_S
