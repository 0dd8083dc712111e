"""All logs of a deployment: one a shard, and a session in one of them.

What belongs here: finding a session's log, and what is asked of all logs together. What does not:
anything that one log can answer.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator

from redis.exceptions import RedisError

from schemas.errors import Misconfigured
from schemas.ids import SessionId
from streams.connection import Connection, close, connect
from streams.keys import Keys, shard_of
from streams.log import Log, SessionSummary
from streams.lost import LOST
from streams.outage import Outage

logger = logging.getLogger(__name__)

DEPLOYMENT = "deployment"
"""What a deployment's processes agree on as its id."""
KEEP_EVERY_S = 5.0
"""How soon what a flush took of the agreed settings is there again."""


class OtherShards(Misconfigured):
    """A deployment's number of shards is fixed by its first process."""

    def __init__(self, asked: int, agreed: int) -> None:
        self.asked, self.agreed = asked, agreed
        super().__init__(
            f"{asked} shards are asked for, but this deployment's sessions lie in {agreed}; leave "
            f"SCENESTREAM_SHARDS unset or set it to {agreed}, or use another Redis database"
        )


class Shards:
    """The logs of a deployment over one connection pool; iterating gives each log."""

    def __init__(self, redis: Connection, count: int = 1) -> None:
        self.redis = redis
        self.logs = tuple(Log(redis, Keys(shard)) for shard in range(count))
        self._agreed = {"shards": str(count)}

    @classmethod
    async def open(cls, url: str, asked: int | None = None, founding: bool = False) -> Shards:
        """Connect to ``url``; as many shards as the deployment has, or ``asked`` when it is new.

        ``founding``: a new deployment has that many from now on. Raises ``OtherShards``, and what
        ``connect`` raises.
        """
        redis = await connect(url)
        deployment = Keys().deployment
        try:
            if founding:
                await redis.hsetnx(deployment, "shards", str(asked or 1))
            agreed = int(await redis.hget(deployment, "shards") or 1)
            if asked is not None and asked != agreed:
                raise OtherShards(asked, agreed)
        except BaseException:
            await close(redis)
            raise
        return cls(redis, agreed)

    def __iter__(self) -> Iterator[Log]:
        return iter(self.logs)

    def of(self, session: str) -> Log:
        """The log that ``session`` is in."""
        return self.logs[shard_of(session, len(self.logs))]

    async def agree(self, name: str, own: str) -> str:
        """A setting that all processes share: ``own``, or what an earlier one said it is."""
        deployment = self.logs[0].keys.deployment
        await self.redis.hsetnx(deployment, name, own)
        self._agreed[name] = str(await self.redis.hget(deployment, name))
        return self._agreed[name]

    async def agreed(self, name: str) -> str | None:
        """What the processes of this deployment agreed on, if any of them ran here yet."""
        found = await self.redis.hget(self.logs[0].keys.deployment, name)
        return None if found is None else str(found)

    async def keep_agreed(self) -> None:
        """Agree again, for ever: after a flush, others would agree on something else."""
        outage = Outage("deployment")
        while True:
            await asyncio.sleep(KEEP_EVERY_S)
            try:
                await self.agree_again()
            except (*LOST, RedisError) as lost:
                outage.lost(lost)
            else:
                outage.over()

    async def agree_again(self) -> None:
        """Put back what was agreed and Redis lost; report what is now otherwise."""
        deployment = self.logs[0].keys.deployment
        for name, ours in tuple(self._agreed.items()):
            await self.redis.hsetnx(deployment, name, ours)
            agreed = await self.redis.hget(deployment, name)
            if agreed != ours:
                logger.error(
                    "deployment.differs", extra={"setting": name, "ours": ours, "agreed": agreed}
                )

    async def sessions(
        self, limit: int = 50, before: tuple[int, str] | None = None
    ) -> list[SessionSummary]:
        """The sessions with the newest events first; ``before``: as in ``Log.sessions``."""
        found = [summary for log in self.logs for summary in await log.sessions(limit, before)]
        return sorted(found, key=lambda s: (s.at, s.session), reverse=True)[:limit]

    async def find(self, prefix: str) -> list[SessionId]:
        """The sessions whose id begins with ``prefix``."""
        return [session for log in self.logs for session in await log.find(prefix)]

    async def close(self) -> None:
        """Close the connections."""
        for log in self.logs:
            await log.finish()
        await close(self.redis)
