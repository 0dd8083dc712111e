"""Users' rates over all gateways: each tells Redis what it let through, and hears who is to wait.

A gateway counts by itself and at once; what it hears comes a beat later. Where it is the only one,
there is nothing to hear, and nothing is asked.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from gateway.limits.limits import Limits, Rates
from streams.errors import RedisUnavailable
from streams.rates import Rate, SharedRates, Spent
from streams.shards import Shards

logger = logging.getLogger(__name__)

BEAT_S = 1.0


@dataclass(frozen=True, slots=True)
class Sharing:
    """Shares what ``limits`` count. ``is_alone``: whether no other gateway is there."""

    limits: Limits
    shared: SharedRates
    is_alone: Callable[[], bool]

    @classmethod
    def of(
        cls, limits: Limits, shards: Shards, gateway: str, is_alone: Callable[[], bool]
    ) -> Sharing:
        """That of the gateway of this name."""
        rates = Rates.of("one user", limits.settings.user_commands, limits.settings.user_mib)
        commands = Rate(rates.commands.per_minute, rates.commands.burst)
        size = Rate(rates.size.per_minute, rates.size.burst)
        return cls(limits, SharedRates(shards, gateway, commands, size), is_alone)

    async def run(self) -> None:
        """Share, for ever."""
        while True:
            await asyncio.sleep(BEAT_S)
            if self.is_alone():
                self.keep()
                continue
            try:
                await self.once()
            except RedisUnavailable as away:
                logger.warning("redis.lost", extra={"error": str(away)})

    def keep(self) -> None:
        """Tell nobody what came since the last time: it is of no concern to who comes later."""
        for rates in self.limits.spent().values():
            rates.told = rates.sent

    async def once(self) -> None:
        """Tell what came since the last time, and have those wait who are to."""
        spent = self.limits.spent()
        sent = {user: rates.sent for user, rates in spent.items()}
        counts = {user: _counts(rates) for user, rates in spent.items()}
        for user, wait_s in (await self.shared.spend(counts)).items():
            spent[user].told = sent[user]
            if wait_s > 0:
                spent[user].until = self.limits.clock() + wait_s


def _counts(rates: Rates) -> Spent:
    (commands, size), (commands_told, size_told) = rates.sent, rates.told
    return (commands, commands_told), (size, size_told)
