"""A cluster that is not whole: slots on the move, a master that is gone, a node set up wrongly."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from ops.chaos.history import violations
from schemas import events as e
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.errors import RedisUnsuitable
from streams.keys import shard_of
from streams.log import Log
from streams.shards import Shards
from tests.integration.servers import IN_CLUSTER, Server, cluster, replica_of, server
from tests.integration.test_shards import Plain, ask, ended, working

ACCEPTED = (e.RequestAccepted(kind="text", text="hello"),)


def url_of(nodes: list[Server]) -> str:
    return "redis+cluster://" + ",".join(f"127.0.0.1:{node.port}" for node in nodes)


@asynccontextmanager
async def opened(nodes: list[Server], count: int) -> AsyncIterator[Shards]:
    shards = await Shards.open(url_of(nodes), count, founding=True)
    yield shards
    await shards.close()


def session_in(shard: int, count: int) -> SessionId:
    """A session of that shard."""
    return next(SessionId(f"s{n}") for n in range(1000) if shard_of(f"s{n}", count) == shard)


class Slot:
    """The slot of ``log``'s shard, on its way from the node that has it to another."""

    def __init__(self, log: Log, nodes: list[Server]) -> None:
        port = int(log.redis.get_node_from_key(log.keys.feed).port)
        self.source = next(node for node in nodes if node.port == port)
        self.target = next(node for node in nodes if node.port != port)
        self.number = int(self.source.redis.execute_command("CLUSTER KEYSLOT", log.keys.feed))
        self._ids = {n.port: n.redis.execute_command("CLUSTER MYID") for n in nodes}
        self._nodes = nodes

    def keys(self) -> list[str]:
        found = self.source.redis.execute_command("CLUSTER GETKEYSINSLOT", self.number, 1000)
        return [str(key) for key in found]

    def announce(self) -> None:
        for node, word, other in (
            (self.target, "IMPORTING", self.source),
            (self.source, "MIGRATING", self.target),
        ):
            node.redis.execute_command("CLUSTER SETSLOT", self.number, word, self._ids[other.port])

    def move(self, *keys: str) -> None:
        here = self.source.redis
        here.execute_command("MIGRATE", "127.0.0.1", self.target.port, "", 0, 5000, "KEYS", *keys)

    def finish(self) -> None:
        """Move what is left, and tell every node whose the slot is."""
        while keys := self.keys():
            self.move(*keys)
        for node in (self.target, self.source, *self._nodes):
            node.redis.execute_command(
                "CLUSTER SETSLOT", self.number, "NODE", self._ids[self.target.port]
            )


async def test_a_commit_while_its_slot_moves_waits_and_is_never_made_by_half(
    tmp_path: Path,
) -> None:
    with cluster(tmp_path) as nodes:
        async with opened(nodes, 1) as shards:
            (log,) = shards
            session = session_in(0, 1)
            await log.append(session, RequestId("r1"), "accepted", ACCEPTED)
            slot = Slot(log, nodes)
            shared = [log.keys.due, log.keys.cancelled, *log.keys.all_work]
            for key in shared:  # nothing that a commit names is missing, but for what it may not
                if not slot.source.redis.exists(key):
                    slot.source.redis.zadd(key, {"x": 9e15})
            slot.announce()
            slot.move(log.keys.turns(session), log.keys.request("r1"))
            committing = asyncio.create_task(
                log.append(session, RequestId("r2"), "accepted", ACCEPTED)
            )
            done, _ = await asyncio.wait([committing], timeout=0.4)
            assert not done
            assert int(slot.source.redis.xlen(log.keys.log(session))) == 1
            slot.finish()
            async with asyncio.timeout(20):
                assert (await committing).outcome == "done"
            assert [event.request for event in await log.read(session)] == ["r1", "r2"]


async def test_a_slot_moves_to_another_master_while_its_shard_is_worked_on(
    tmp_path: Path,
) -> None:
    with cluster(tmp_path) as nodes:
        async with opened(nodes, 1) as shards:
            (log,) = shards
            asked = [(SessionId(f"s{n}"), RequestId(f"r{n}")) for n in range(6)]
            async with working(shards, Plain()), asyncio.timeout(60):
                for session, request in asked[:3]:
                    await ask(shards, session, request, "scene 8")
                slot = Slot(log, nodes)
                slot.announce()
                await asyncio.to_thread(slot.finish)
                for session, request in asked[3:]:
                    await ask(shards, session, request, "scene 8")
                for session, request in asked:
                    await ended(shards, session, request)
            assert int(slot.target.redis.dbsize()) > 0
            assert await violations(log, asked) == []


async def test_a_master_that_is_gone_holds_up_its_own_shards_alone(tmp_path: Path) -> None:
    whole_or_not = ("--cluster-require-full-coverage", "no")
    with cluster(tmp_path, *whole_or_not) as nodes:
        async with opened(nodes, 6) as shards:
            ports = [int(shards.redis.get_node_from_key(log.keys.feed).port) for log in shards]
            sessions = [session_in(n, 6) for n in range(6)]
            gone = next(n for n, node in enumerate(nodes) if node.port in ports)
            there = [s for s, port in zip(sessions, ports, strict=True) if port != nodes[gone].port]
            away = [s for s, port in zip(sessions, ports, strict=True) if port == nodes[gone].port]
            assert there
            assert away
            async with working(shards, Plain()), asyncio.timeout(90):
                for session in sessions:
                    await ask(shards, session, f"{session}-1", "scene 2")
                for session in sessions:
                    await ended(shards, session, f"{session}-1")
                nodes[gone].kill()
                waiting = [asyncio.create_task(ask(shards, s, f"{s}-2", "scene 2")) for s in away]
                for session in there:
                    await ask(shards, session, f"{session}-2", "scene 2")
                for session in there:
                    await until_read(shards, session, f"{session}-2")
                assert not any(task.done() for task in waiting)
                options = (*IN_CLUSTER, *whole_or_not)
                with server(tmp_path / str(gone), *options, port=nodes[gone].port):
                    await asyncio.gather(*waiting)
                    for session in away:
                        await ended(shards, session, f"{session}-2")
                    for n, log in enumerate(shards):
                        both = [(sessions[n], RequestId(f"{sessions[n]}-{k}")) for k in (1, 2)]
                        assert await violations(log, both) == []


async def until_read(shards: Shards, session: SessionId, request: str) -> None:
    """As ``ended``, but by the session's own feed alone: others may not answer."""
    log = shards.of(session)
    async for entry in log.feed("0-0"):
        if entry.event.request == request and entry.event.type == "request.completed":
            return


@pytest.fixture
def nodes(tmp_path: Path) -> Iterator[list[Server]]:
    with cluster(tmp_path) as nodes:
        yield nodes


async def test_a_node_that_would_evict_the_log_is_refused_by_its_address(
    nodes: list[Server],
) -> None:
    nodes[1].redis.config_set("maxmemory-policy", "allkeys-lru")
    with pytest.raises(RedisUnsuitable, match=f"127.0.0.1:{nodes[1].port} is allkeys-lru"):
        await connect(url_of(nodes))


async def test_a_node_that_keeps_nothing_on_disk_is_warned_of_by_its_address(
    nodes: list[Server], caplog: pytest.LogCaptureFixture
) -> None:
    nodes[2].redis.config_set("appendonly", "no")
    nodes[2].redis.config_set("save", "")
    with caplog.at_level(logging.WARNING):
        async with opened(nodes, 1):
            pass
    warned = [record.__dict__["node"] for record in caplog.records]
    assert warned == [f"127.0.0.1:{nodes[2].port}"]


async def test_a_scheme_that_does_not_fit_the_server_is_refused(
    nodes: list[Server], redis_url: str
) -> None:
    with pytest.raises(RedisUnsuitable, match=r"part of a cluster; give .* redis\+cluster://"):
        await connect(f"redis://127.0.0.1:{nodes[0].port}/0")
    with pytest.raises(RedisUnsuitable, match=r"not enabled.*give redis://"):
        await connect(redis_url.replace("redis://", "redis+cluster://").removesuffix("/0"))


async def test_a_replica_that_takes_over_from_a_dead_master_takes_over_its_work(
    nodes: list[Server], tmp_path: Path
) -> None:
    async with opened(nodes, 1) as shards:
        (log,) = shards
        dying = Slot(log, nodes).source
        session = session_in(0, 1)
        with replica_of(dying, nodes, tmp_path / "replica") as replica:
            async with working(shards, Plain()), asyncio.timeout(60):
                await ask(shards, session, "before", "scene 2")
                await ended(shards, session, "before")
                dying.redis.execute_command("WAIT", 1, 0)
                dying.kill()
                await ask(shards, session, "after", "scene 2")
                await ended(shards, session, "after")
            assert replica.redis.info("replication")["role"] == "master"
            both = [(session, RequestId("before")), (session, RequestId("after"))]
            assert await violations(log, both) == []
