"""How many clients a session has over all gateways: who comes, who goes, who is killed."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from schemas.events import CompanyChanged
from schemas.ids import SessionId
from streams.connection import connect
from streams.ending import end
from streams.presence import Presence
from streams.shards import Shards

S, T = SessionId("session-one"), SessionId("session-two")
PATIENCE_S = 60.0


class Gate:
    """A gateway as far as its presence goes. ``counts``: what it was told last of each session."""

    def __init__(self, shards: Shards, lives_s: float) -> None:
        self.shards = shards
        self.counts: dict[SessionId, int] = {}
        self._changed = asyncio.Event()
        self.presence = Presence(shards, self._told, beat_s=lives_s / 5, lives_s=lives_s)
        self._running: list[asyncio.Task[None]] = []

    def _told(self, session: SessionId, clients: int) -> None:
        self.counts[session] = clients
        self._changed.set()

    async def start(self) -> None:
        for log in self.shards:
            position = await log.feed_end()
            self._running.append(asyncio.create_task(self._follow(log, position)))
        self._running.append(asyncio.create_task(self.presence.run()))

    async def _follow(self, log: object, position: str) -> None:
        async for entry in log.feed(position):  # type: ignore[attr-defined]
            self.presence.hear(entry.event)

    async def kill(self) -> None:
        """As by kill -9: nobody is told."""
        await end(*self._running)

    async def until(self, is_it: Callable[[dict[SessionId, int]], bool]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not is_it(self.counts):
                self._changed.clear()
                await self._changed.wait()


@pytest.fixture
async def shards(redis_url: str) -> AsyncIterator[Shards]:
    shards = Shards(await connect(redis_url), 3)
    yield shards
    await shards.close()


@asynccontextmanager
async def gate(shards: Shards, lives_s: float = 60.0) -> AsyncIterator[Gate]:
    found = Gate(shards, lives_s)
    await found.start()
    try:
        yield found
    finally:
        await found.kill()


async def test_those_of_all_gateways_are_counted_as_they_come_and_go(shards: Shards) -> None:
    async with gate(shards) as one, gate(shards) as two:
        with one.presence.inside(S), one.presence.inside(T):
            await one.until(lambda c: c == {S: 1, T: 1})
            with two.presence.inside(S), two.presence.inside(S):
                await one.until(lambda c: c == {S: 3, T: 1})
                await two.until(lambda c: c == {S: 3})
            await one.until(lambda c: c == {S: 1, T: 1})


async def test_a_gateway_that_ends_takes_its_clients_with_it_at_once(shards: Shards) -> None:
    async with gate(shards) as one, gate(shards) as two:
        with one.presence.inside(S), two.presence.inside(S):
            await one.until(lambda c: c == {S: 2})
            await two.kill()
            await two.presence.leave()
            await one.until(lambda c: c == {S: 1})
        assert await held(shards, two) == 0


async def test_a_gateway_that_is_killed_is_not_counted_once_it_was_silent(shards: Shards) -> None:
    async with gate(shards, lives_s=2.0) as one, gate(shards, lives_s=2.0) as two:
        with one.presence.inside(S), two.presence.inside(S):
            await one.until(lambda c: c == {S: 2})
            await two.kill()
            await one.until(lambda c: c == {S: 1})


async def test_one_that_was_taken_for_dead_counts_again_when_it_speaks(shards: Shards) -> None:
    async with gate(shards, lives_s=2.0) as one:
        two = Gate(shards, 2.0)
        await two.start()
        with one.presence.inside(S), two.presence.inside(S):
            await one.until(lambda c: c == {S: 2})
            await two.kill()
            await one.until(lambda c: c == {S: 1})
            await two.start()
            try:
                await one.until(lambda c: c == {S: 2})
            finally:
                await two.kill()


async def test_what_redis_has_lost_is_said_again(shards: Shards) -> None:
    async with gate(shards, lives_s=2.0) as one, gate(shards, lives_s=2.0) as two:
        with contextlib.ExitStack() as inside:
            for n in range(450):
                inside.enter_context(one.presence.inside(SessionId(f"session-{n}")))
            inside.enter_context(two.presence.inside(SessionId("session-7")))
            await one.until(lambda c: len(c) == 450 and c[SessionId("session-7")] == 2)
            await shards.redis.flushall()
            async with asyncio.timeout(PATIENCE_S):
                while await held(shards, one) != 450:
                    pass
            with two.presence.inside(SessionId("session-9")):
                await two.until(lambda c: c.get(SessionId("session-9")) == 2)


async def held(shards: Shards, gate: Gate) -> int:
    found = [await shards.redis.hlen(log.keys.here(gate.presence.gateway)) for log in shards]
    return sum(found)


async def test_idle_clients_cost_one_call_a_heartbeat(shards: Shards) -> None:
    await shards.redis.config_resetstat()
    async with gate(shards, lives_s=300.0) as one:
        with contextlib.ExitStack() as inside:
            for n in range(1000):
                inside.enter_context(one.presence.inside(SessionId(f"session-{n}")))
            await one.until(lambda c: len(c) == 1000)
            calls = int((await shards.redis.info("commandstats"))["cmdstat_evalsha"]["calls"])
            assert calls <= 40  # a thousand sessions, some hundred at once


async def test_no_session_is_named_in_redis(shards: Shards) -> None:
    async with gate(shards) as one, gate(shards) as two:
        with one.presence.inside(S), two.presence.inside(S):
            await two.until(lambda c: c == {S: 2})
            await one.until(lambda c: c == {S: 2})
            log = shards.of(S)
            rows = await shards.redis.xrange(log.keys.feed)
            told = await shards.redis.hgetall(log.keys.here(one.presence.gateway))
            assert any(CompanyChanged.type in fields["e"] for _, fields in rows)
            assert S not in f"{rows}{told}"
