"""What each user used: requests and engines' time of a day, and bytes stored. Counted in Redis.

Requests are counted when they are accepted; what they take, from the feed, where every gateway
reads it and each entry counts once. Users, requests and sessions appear as digests alone: what is
counted outlives nobody's erasure. What belongs here: counting. What does not: how much is too much.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel

from schemas.artifacts import ArtifactRef
from schemas.events import Event
from schemas.ids import RequestId, SessionId
from streams.errors import RedisUnavailable
from streams.log import PAGE, FeedEntry, Log
from streams.scripts import CHARGE, METER, UNSTORE, run_until_answered, until_answered
from streams.shards import Shards

logger = logging.getLogger(__name__)

T = TypeVar("T")
DAY_S = 24 * 3600
KEEP_S = 3 * DAY_S
"""How long a day's counts, and who asked for what, are kept."""


@dataclass(frozen=True, slots=True)
class Used:
    """By one user: ``requests`` and ``engine_s`` of today, ``stored`` bytes in all."""

    requests: int = 0
    engine_s: float = 0.0
    stored: int = 0


class Quotas:
    """Counts in a deployment's Redis. ``clock``: seconds since 1970; days are UTC's."""

    def __init__(self, shards: Shards, clock: Callable[[], float] = time.time) -> None:
        self._shards, self._clock = shards, clock

    @property
    def resets_s(self) -> float:
        """Seconds until the next day begins."""
        return DAY_S - self._clock() % DAY_S

    async def used(self, user: str) -> Used:
        """What ``user`` used."""
        used = [await self._used(log, user) for log in self._shards]
        return Used(
            sum(u.requests for u in used),
            sum(u.engine_s for u in used),
            sum(u.stored for u in used),
        )

    async def charge(self, user: str, session: SessionId, request: RequestId, most: int) -> bool:
        """Count ``request``, once; False: ``user`` has asked for ``most`` today (0: any)."""
        mine = self._shards.of(session)
        elsewhere = [await self._used(log, user) for log in self._shards if log is not mine]
        keys = [mine.keys.used(digest(user), self._day()), mine.keys.paid(digest(request))]
        args: list[str | int] = [digest(user), most, sum(u.requests for u in elsewhere), KEEP_S]
        return bool(await run_until_answered(mine.redis, CHARGE, keys, args))

    async def follow(self) -> None:
        """Count what requests take, from now on, for ever."""
        async with asyncio.TaskGroup() as following:
            for log in self._shards:
                following.create_task(self._follow(log))

    async def _used(self, log: Log, user: str) -> Used:
        key = log.keys.used(digest(user), self._day())
        counted = await _asked(log, "HMGET", key, "requests", "engine_ms")
        requests, engine_ms = (int(count or 0) for count in counted)
        stored = await _asked(log, "HGET", log.keys.stored(digest(user)), "total")
        return Used(requests, engine_ms / 1000, int(stored or 0))

    async def _follow(self, log: Log) -> None:
        position = await _in_the_end(lambda: self._begin(log))
        last: tuple[object, ...] = ()
        async for entry in log.feed(position):
            if entry.gap:
                logger.warning("quota.gap", extra={"position": entry.position})
            event = entry.event
            # All events of a commit tell how long its step took.
            step = (event.session, event.cause, event.by, event.at, event.took_ms)
            took_ms = 0.0 if step == last else event.took_ms or 0.0
            last = step
            await _in_the_end(partial(self._count, log, entry, took_ms))

    async def _begin(self, log: Log) -> str:
        counted = await _asked(log, "GET", log.keys.metered)
        return str(counted or await log.feed_end())

    async def _count(self, log: Log, entry: FeedEntry, took_ms: float) -> None:
        event = entry.event
        refs = list(artifacts(event))
        if event.request is None or not (took_ms or refs):
            return
        user = await _asked(log, "GET", log.keys.paid(digest(event.request)))
        if user is None:
            return  # of before there were quotas, or of somebody who has none
        keys = [log.keys.metered, log.keys.used(user, self._day()), log.keys.stored(user)]
        ms, _, number = entry.position.partition("-")
        args: list[str | int] = [ms, number, round(took_ms), KEEP_S]
        for ref in refs:
            args.extend((f"{digest(event.session)}:{ref.sha256[:32]}", ref.size))
        await run_until_answered(log.redis, METER, keys, args)

    def _day(self) -> str:
        return str(int(self._clock() // DAY_S))


async def forget(log: Log, session: SessionId) -> None:
    """Count nothing of ``session`` as stored any more."""
    head = f"{digest(session)}:"
    async for key in log.redis.scan_iter(match=log.keys.stored("*"), count=500):
        fields = await _asked(log, "HKEYS", key)
        gone = [field for field in fields if field.startswith(head)]
        for start in range(0, len(gone), PAGE):
            page = gone[start : start + PAGE]
            await run_until_answered(log.redis, UNSTORE, [key], page)


def artifacts(event: Event) -> Iterator[ArtifactRef]:
    """Every artifact that the event names."""
    yield from _refs(event.data)


def digest(name: str) -> str:
    """What stands for ``name`` where its own must not be."""
    return hashlib.sha256(name.encode()).hexdigest()[:32]


def _refs(value: Any) -> Iterator[ArtifactRef]:
    if isinstance(value, ArtifactRef):
        yield value
    elif isinstance(value, BaseModel):
        for _, member in value:
            yield from _refs(member)
    elif isinstance(value, dict):
        for member in value.values():
            yield from _refs(member)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from _refs(member)


async def _in_the_end(call: Callable[[], Awaitable[T]]) -> T:
    """``call``'s answer, however long Redis is away."""
    while True:
        try:
            return await call()
        except RedisUnavailable as away:
            logger.warning("redis.lost", extra={"error": str(away)})


async def _asked(log: Log, *command: Any) -> Any:
    return await until_answered(lambda: log.redis.execute_command(*command))
