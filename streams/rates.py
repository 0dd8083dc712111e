"""What users send at all gateways of a deployment together, against what one may send a minute.

What belongs here: counting in Redis, by digests of users. What does not: who is refused, and how.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from streams.quota import digest
from streams.scripts import SPEND, run_until_answered
from streams.shards import Shards

KEEP_S = 3600
"""How long a user who sends nothing is remembered: until its bucket is full for long."""
BATCH = 200


Count = tuple[int, int]
"""How much in all, and as of the last time that Redis was told."""
Spent = tuple[Count, Count]
"""Commands and bytes."""


@dataclass(frozen=True, slots=True)
class Rate:
    """``per_minute`` of something, 0: any; ``burst`` of it at once."""

    per_minute: float
    burst: float


@dataclass(frozen=True, slots=True)
class SharedRates:
    """Those of every user alike, as ``gateway`` counts them."""

    shards: Shards
    gateway: str
    commands: Rate
    size: Rate

    async def spend(self, spent: Mapping[str, Spent]) -> dict[str, float]:
        """Users have sent so much here; for how many seconds each is to send no more. Raises
        ``RedisUnavailable``."""
        log = self.shards.logs[0]  # of a user, whatever the session
        waits: dict[str, float] = {}
        users = list(spent)
        for start in range(0, len(users), BATCH):
            some = users[start : start + BATCH]
            args: list[str | int | float] = [self.gateway, KEEP_S]
            for rate in (self.commands, self.size):
                args.extend((rate.per_minute, rate.burst))
            for user in some:
                commands, size = spent[user]
                args.extend((*commands, *size))
            keys = [log.keys.rate(digest(user)) for user in some]
            told = await run_until_answered(log.redis, SPEND, keys, args)
            waits.update((user, int(ms) / 1e3) for user, ms in zip(some, told, strict=True))
        return waits
