"""Looking after what was stranded: open requests on which nothing happens, consumers that died.

Every worker has a sweeper and one of them works at a time. It costs one read of the open requests
a minute; only sessions that have been silent for long are looked into.
"""

from __future__ import annotations

import asyncio
import random

from schemas.ids import SessionId
from streams.log import Log
from streams.lost import LOST
from streams.members import Members
from streams.outage import Outage
from streams.past.history import History
from streams.repair import repair

SWEEP_S = 60.0
"""How often, and for how long a session that is looked into has had no event; work that still runs
is left alone."""


class Sweeper:
    """Repairs silent sessions and takes out dead consumers now and then, and all when woken."""

    def __init__(
        self,
        log: Log,
        consumer: str,
        lease_s: float,
        every_s: float = SWEEP_S,
        history: History | None = None,
    ) -> None:
        self._log, self._consumer, self._every_s = log, consumer, every_s
        self._lease_s, self._history = lease_s, history
        self._woken = asyncio.Event()
        self._outage = Outage(f"{consumer} sweeper")

    def wake(self) -> None:
        """Look into all sessions now: something was lost."""
        self._woken.set()

    async def run(self) -> None:
        """Sweep for ever."""
        while True:
            try:
                async with asyncio.timeout(self._every_s * random.uniform(0.8, 1.2)):
                    await self._woken.wait()
            except TimeoutError:
                pass
            everything = self._woken.is_set()
            self._woken.clear()
            try:
                await self._sweep(everything)
                self._outage.over()
            except (*LOST, Exception) as lost:  # noqa: BLE001 - the outermost loop goes on
                self._outage.lost(lost)
                await asyncio.sleep(1.0)
                if everything:
                    self._woken.set()

    async def _sweep(self, everything: bool) -> None:
        redis, keys = self._log.redis, self._log.keys
        lock = await redis.set(keys.sweeping, self._consumer, nx=True, px=int(self._every_s * 500))
        if everything:
            await repair(self._log, history=self._history)
            return
        if lock:
            await self._repair_silent()
            await Members(self._log).reap(self._lease_s)

    async def _repair_silent(self) -> None:
        redis, keys = self._log.redis, self._log.keys
        opened = sorted({str(r).split("/", 1)[0] for r in await redis.zrange(keys.open, 0, -1)})
        if not opened:
            return
        at = await redis.zmscore(keys.sessions, opened)
        before = await self._log.time_ms() - self._every_s * 1000
        stranded = [SessionId(s) for s, ms in zip(opened, at, strict=True) if (ms or 0) < before]
        if stranded:
            await repair(self._log, stranded, self._history)
