"""A master that is demoted under us: it answers, but it takes no writes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from ops.chaos.history import violations
from ops.chaos.plain_steps import drain
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.lease import Leases
from streams.log import Log
from streams.lost import LOST
from streams.shards import Shards
from tests.integration.servers import until, watched
from tests.integration.test_shards import Plain, ask, ended, working

S, R = SessionId("s"), RequestId("r")
ACCEPTED = (e.RequestAccepted(kind="text", text="scene 2"),)


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.redis.replicaof("NO", "ONE")
    await log.close()


async def demote(log: Log) -> None:
    await log.redis.replicaof("127.0.0.1", "1")


async def test_a_commit_waits_until_redis_takes_writes_and_is_made_once(log: Log) -> None:
    await demote(log)
    committing = asyncio.create_task(log.append(S, R, "accepted", ACCEPTED))
    done, _ = await asyncio.wait([committing], timeout=0.3)
    assert not done
    await log.redis.replicaof("NO", "ONE")
    assert (await committing).outcome == "done"
    assert [event.request for event in await log.read(S)] == [R]


async def test_nothing_is_taken_from_it_and_nothing_lost(log: Log) -> None:
    leases = Leases(log, "c1", tuple(Stage))
    assert await leases.take(1) == []  # makes the groups: what fails below is the taking
    await log.append(S, R, "accepted", ACCEPTED)
    await demote(log)
    with pytest.raises(LOST, match="READONLY"):
        await leases.take(1, reclaim=True)
    await log.redis.replicaof("NO", "ONE")
    assert await drain(log, leases) > 0
    assert await violations(log, [(S, R)]) == []


async def test_a_planned_switch_of_masters_is_followed(tmp_path: Path) -> None:
    with watched(tmp_path) as servers:
        shards = await Shards.open(servers.url, founding=True)
        async with working(shards, Plain()), asyncio.timeout(60):
            await ask(shards, S, "before", "scene 2")
            switch = partial(servers.sentinel.redis.execute_command, "SENTINEL FAILOVER", "scenes")
            await asyncio.to_thread(until, switch)  # refused until it knows the replica well
            for n in range(20):  # some of them meet the old master, some none
                await ask(shards, S, f"r{n}", "hello")
            await asyncio.to_thread(
                until, lambda: servers.master.redis.info("replication")["role"] == "slave"
            )
            await ask(shards, S, "after", "scene 2")
            await ended(shards, S, "after")
        await shards.close()
