"""What there is to break: a Redis, the proxy before it, and the processes of a run."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ops.chaos.crowd import Crowd
from ops.chaos.leftovers import is_settled
from ops.chaos.proxy import Proxy
from ops.chaos.server import KillableRedis
from streams.connection import connect
from streams.log import Log
from streams.scripts import until_answered

POLL_S = 0.05


@dataclass(slots=True)
class World:
    """``log`` reaches Redis directly; all others go through ``proxy``, at ``url``."""

    redis: KillableRedis
    proxy: Proxy
    log: Log
    lease_s: float = 2.0
    consumers: Crowd = field(default_factory=Crowd)
    gateways: Crowd = field(default_factory=Crowd)

    @property
    def url(self) -> str:
        """Redis through the proxy."""
        return f"redis://127.0.0.1:{self.proxy.port}/0"


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[World]:
    """A Redis in ``folder`` behind a proxy, without any process yet; all of it ends with this."""
    redis = KillableRedis(folder)
    await redis.start()
    proxy = Proxy(redis.port)
    await proxy.start()
    world = World(redis, proxy, Log(await connect(redis.url)))
    try:
        yield world
    finally:
        await world.gateways.end()
        await world.consumers.end()
        await world.log.close()
        await proxy.stop()
        await redis.stop()


async def open_requests(log: Log) -> int:
    """How many requests are open, as Redis says."""
    return int(await until_answered(lambda: log.redis.zcard(log.keys.open)))


async def settled(log: Log, patience_s: float) -> None:
    """Return when nothing is left to do, or when nothing has ended for long."""
    before, since = -1, time.monotonic()
    while time.monotonic() - since < patience_s:
        now = await open_requests(log)
        if now == 0 and await until_answered(lambda: is_settled(log)):
            return
        if now != before:
            before, since = now, time.monotonic()
        await asyncio.sleep(POLL_S)
