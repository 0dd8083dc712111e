"""Sessions spread over shards: on one server, on a cluster of three masters, behind a Sentinel."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from gateway.hub import Hub
from ops.chaos.history import violations
from ops.chaos.plain_steps import outcome
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.ending import end
from streams.errors import RedisUnavailable, RedisUnsuitable
from streams.keys import Keys, shard_of
from streams.shards import OtherShards, Shards
from streams.step import Failure, Job, Outcome, Progress
from streams.sweep import Sweeper
from streams.worker import WorkerSettings, work
from tests.integration.servers import cluster, watched

SESSIONS = [SessionId(f"session-{n}") for n in range(12)]


class Plain:
    """A runner of plain steps, that counts how many run at once."""

    def __init__(self) -> None:
        self.now = self.most = 0

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0)
        self.now -= 1
        return Outcome(outcome(job.stage, job.task, job.event.data))

    def cancel(self, mark: str) -> None:
        raise AssertionError("nothing is cancelled here")

    def kill(self, mark: str) -> None:
        raise AssertionError("nothing takes long here")


@asynccontextmanager
async def working(shards: Shards, runner: Plain) -> AsyncIterator[None]:
    stop = asyncio.Event()
    settings = WorkerSettings("c1", tuple(Stage), 3, frozenset(), lease_s=5)
    running = asyncio.create_task(work(shards, runner, settings, stop))
    try:
        yield
    finally:
        stop.set()
        await running


async def ask(shards: Shards, session: SessionId, request: str, text: str) -> None:
    accepted = e.RequestAccepted(kind="text", text=text)
    await shards.of(session).append(session, RequestId(request), "accepted", [accepted])


async def ended(shards: Shards, session: SessionId, request: str) -> None:
    """Wait for the request's terminal event."""
    hub = Hub(shards)
    await hub.start()
    try:
        with hub.news(session) as news:
            while True:
                news.clear()
                events = await shards.of(session).read(session)
                if any(ev.request == request and ev.type == "request.completed" for ev in events):
                    return
                await news.wait()
    finally:
        await hub.stop()


async def all_end_once(shards: Shards) -> Plain:
    """Ask for something in every session; every request ends, once, in the session's own shard."""
    runner = Plain()
    async with working(shards, runner), asyncio.timeout(60):
        for n, session in enumerate(SESSIONS):
            await ask(shards, session, f"r{n}", f"scene {n}")
        for n, session in enumerate(SESSIONS):
            await ended(shards, session, f"r{n}")
    for log in shards:
        mine = [
            (s, RequestId(f"r{n}"))
            for n, s in enumerate(SESSIONS)
            if shard_of(s, len(shards.logs)) == log.keys.shard
        ]
        assert await violations(log, mine) == []
        assert {s.session for s in await log.sessions()} == {s for s, _ in mine}
    return runner


async def test_sessions_spread_over_the_shards_of_one_server_and_share_a_process_s_slots(
    redis_url: str,
) -> None:
    shards = await Shards.open(redis_url, 4, founding=True)
    runner = await all_end_once(shards)
    assert runner.most <= 3
    assert len(await shards.sessions()) == len(SESSIONS)
    assert await shards.find("session-11") == ["session-11"]
    await shards.close()


async def test_a_deployment_keeps_the_number_of_shards_it_was_founded_with(redis_url: str) -> None:
    await (await Shards.open(redis_url, 4, founding=True)).close()
    looking = await Shards.open(redis_url)
    assert len(looking.logs) == 4
    await looking.close()
    joining = await Shards.open(redis_url, founding=True)
    assert len(joining.logs) == 4
    await joining.close()
    with pytest.raises(OtherShards, match=r"2 shards are asked for.*set it to 4"):
        await Shards.open(redis_url, 2, founding=True)


async def test_what_a_deployment_agreed_on_outlives_a_flush_while_it_runs(redis_url: str) -> None:
    running = await Shards.open(redis_url, 4, founding=True)
    await running.agree("artifacts", "file:///here")
    await running.redis.flushall()
    await running.agree_again()
    joining = await Shards.open(redis_url, founding=True)
    assert len(joining.logs) == 4
    assert await joining.agree("artifacts", "file:///there") == "file:///here"
    await joining.close()
    await running.close()


async def test_a_process_that_finds_its_deployment_changed_under_it_says_so(
    redis_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    running = await Shards.open(redis_url, 4, founding=True)
    await running.redis.hset(Keys().deployment, "shards", "1")
    with caplog.at_level(logging.ERROR):
        await running.agree_again()
    (told,) = (record.__dict__ for record in caplog.records)
    assert (told["setting"], told["ours"], told["agreed"]) == ("shards", "4", "1")
    await running.close()


async def test_a_cluster_of_three_masters_holds_a_deployment(tmp_path: Path) -> None:
    with cluster(tmp_path) as nodes:
        url = f"redis+cluster://127.0.0.1:{nodes[0].port},127.0.0.1:{nodes[1].port}"
        shards = await Shards.open(url, 6, founding=True)
        await all_end_once(shards)
        with_keys = [node for node in nodes if int(node.redis.dbsize())]
        assert len(with_keys) > 1
        await shards.close()


async def test_a_request_that_is_stranded_in_a_cluster_is_found_by_the_sweep(
    tmp_path: Path,
) -> None:
    with cluster(tmp_path) as nodes:
        url = f"redis+cluster://127.0.0.1:{nodes[0].port}"
        shards = await Shards.open(url, 3, founding=True)
        await ask(shards, SESSIONS[0], "r", "object")
        log = shards.of(SESSIONS[0])
        await log.redis.delete(*log.keys.all_work)
        sweeping = asyncio.create_task(Sweeper(log, "c1", lease_s=30, every_s=0.1).run())
        assert await log.redis.xread({log.keys.work(Stage.AGENT): "0-0"}, block=5_000)
        await end(sweeping)
        await shards.close()


async def test_work_goes_on_after_a_failover_and_what_it_lost_is_said(tmp_path: Path) -> None:
    with watched(tmp_path) as servers:
        shards = await Shards.open(servers.url, founding=True)
        session = SESSIONS[0]
        log = shards.of(session)
        async with working(shards, Plain()), asyncio.timeout(60):
            await ask(shards, session, "before", "scene 2")
            await ended(shards, session, "before")
            servers.part()
            await ask(shards, session, "lost", "hello")
            await ended(shards, session, "lost")
            seen = (await log.read(session))[-1].id
            servers.master.kill()
            await ask(shards, session, "after", "scene 2")
            await ended(shards, session, "after")
        assert (await log.follow(session, seen)).gap
        types = [event.type for event in await log.read(session)]
        assert types.count("log.gap_found") == 1
        assert types.count("request.completed") == 2
        await shards.close()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("redis+cluster://nowhere", "'nowhere' is not HOST:PORT"),
        ("redis+sentinel://127.0.0.1:1", "service's name is missing"),
        ("http://127.0.0.1:1", "redis\\+sentinel://HOST:PORT"),
    ],
)
async def test_a_url_that_makes_no_sense_is_refused_with_the_forms_there_are(
    url: str, why: str
) -> None:
    with pytest.raises(RedisUnsuitable, match=why):
        await connect(url)


@pytest.mark.parametrize(
    "url",
    [
        "redis://:secret@127.0.0.1:1/0",
        "redis+cluster://user:secret@127.0.0.1:1",
        "redis+sentinel://user:secret@127.0.0.1:1/scenes",
    ],
)
async def test_a_redis_that_is_away_is_named_without_its_password(url: str) -> None:
    with pytest.raises(RedisUnavailable, match=r"127\.0\.0\.1:1") as refused:
        await connect(url)
    assert "secret" not in str(refused.value)
    assert "<" not in str(refused.value)  # no words of Python's
