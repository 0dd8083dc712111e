"""The archivers: a consumer group that seals the sessions on which nothing happens any more.

Any number of processes may run one; each takes a session at a time. One that dies leaves what it
had to the others when its lease runs out. What does not belong here: how a session is sealed
(``streams.past.sealing``), which is safe however many try.
"""

from __future__ import annotations

import asyncio
import logging
import random
from dataclasses import dataclass
from functools import partial

from schemas.errors import ScenestreamError, Unavailable
from schemas.ids import SessionId
from streams.ending import end
from streams.lease import LEASE_S
from streams.log import Log
from streams.lost import LOST
from streams.members import SILENT_LEASES
from streams.outage import Outage
from streams.past.archive import Archive
from streams.past.sealing import QUIET_S, SEALED, seal
from streams.scripts import GATHER, run_until_answered, until_answered

logger = logging.getLogger(__name__)

GROUP = "archivers"
LOOK_S = 60.0
"""How often an archiver that has nothing to do looks for sessions."""
LONGEST_QUEUE = 100
AGAIN_S = 24 * 3600.0
"""How often all idle sessions are looked at again: some can be sealed by now, no event says so."""
MOST_DELIVERIES = 5
"""A session on which so many archivers died is left where it is until all are looked at again."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A session to be sealed, in our hands."""

    id: str
    session: SessionId
    delivery: int


class Archiver:
    """Seals the sessions of one log that had no event for ``after_s``."""

    def __init__(
        self,
        log: Log,
        archive: Archive,
        consumer: str,
        after_s: float,
        lease_s: float = LEASE_S,
    ) -> None:
        self._log, self._archive, self._consumer = log, archive, consumer
        self._after_s, self._lease_s = max(after_s, QUIET_S), lease_s
        self._outage = Outage(f"{consumer} archiver")

    async def run(self) -> None:
        """Archive for ever."""
        while True:
            try:
                await self.turn()
                self._outage.over()
            except (*LOST, Exception) as lost:  # noqa: BLE001 - the outermost loop goes on
                self._outage.lost(lost)
            await asyncio.sleep(LOOK_S * random.uniform(0.8, 1.2))

    async def turn(self) -> int:
        """Seal what is idle now, until there is no more; how many were."""
        sealed = 0
        while (entry := await self._take()) is not None:
            holding = asyncio.create_task(self._hold(entry))
            try:
                sealed += await self._seal(entry)
            except Unavailable as away:
                logger.warning(
                    "archive.postponed", extra={"session": entry.session, "error": str(away)}
                )
                await self._give_back(entry)
                return sealed
            finally:
                await end(holding)
            await self._done(entry)
        return sealed

    async def _seal(self, entry: _Entry) -> bool:
        about: dict[str, object] = {"session": entry.session}
        if entry.delivery > MOST_DELIVERIES:
            logger.error("archive.given_up", extra={**about, "deliveries": entry.delivery - 1})
            return False
        try:
            done = await seal(
                self._log, self._archive, entry.session, self._consumer, self._after_s
            )
        except Unavailable:
            raise
        except ScenestreamError as failed:
            logger.error("archive.failed", extra={**about, "error": str(failed)})
            return False
        logger.info("archive.done", extra={**about, "outcome": done.outcome, "events": done.events})
        return done.outcome == SEALED

    async def _take(self) -> _Entry | None:
        keys = self._log.keys
        names = [keys.sessions, keys.archiving, keys.looked, keys.never]
        lease_ms = int(self._lease_s * 1000)
        args: list[str | int] = [self._consumer, GROUP, lease_ms, int(self._after_s * 1000)]
        args.extend((LONGEST_QUEUE, int(AGAIN_S * 1000)))
        args.append(int(SILENT_LEASES * max(lease_ms, LOOK_S * 1000)))
        taken = await run_until_answered(self._log.redis, GATHER, names, args)
        return _Entry(taken[0], SessionId(taken[1]), int(taken[2])) if taken else None

    async def _hold(self, entry: _Entry) -> None:
        """Renew the lease, for ever: a large session takes longer than one."""
        while True:
            await asyncio.sleep(self._lease_s / 4)
            try:
                await self._claim(entry, "JUSTID")
            except LOST as lost:  # another may seal it, too: one of us does
                self._outage.lost(lost)

    async def _give_back(self, entry: _Entry) -> None:
        """The lease runs on, so that it is tried again after it; this try does not count."""
        await self._claim(entry, "RETRYCOUNT", 0, "JUSTID")

    async def _claim(self, entry: _Entry, *how: str | int) -> None:
        await self._log.redis.execute_command(
            "XCLAIM", self._log.keys.archiving, GROUP, self._consumer, 0, entry.id, *how
        )

    async def _done(self, entry: _Entry) -> None:
        key = self._log.keys.archiving
        await until_answered(partial(self._log.redis.xack, key, GROUP, entry.id))
        await until_answered(partial(self._log.redis.xdel, key, entry.id))
