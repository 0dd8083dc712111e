"""What goes missing under us: the end of a log, groups, streams, everything."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from schemas import events as e
from schemas.flow import Stage
from schemas.fold import fold
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.log import Log
from streams.outage import Outage
from streams.state import States
from streams.step import Failure, Job, Outcome, Progress
from streams.worker import Worker, WorkerSettings

S = SessionId("session-1")
REPLY = Outcome((e.RequestCompleted(kind="unrelated_response", text="hello"),))


class Answering:
    """A runner that answers at once."""

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        return REPLY

    def cancel(self, mark: str) -> None:
        raise AssertionError("nothing is cancelled here")

    def kill(self, mark: str) -> None:
        raise AssertionError("nothing is killed here")


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


async def ask(log: Log, request: str) -> None:
    accepted = e.RequestAccepted(kind="text", text=request)
    await log.append(S, RequestId(request), "accepted", [accepted])


async def types(log: Log) -> list[str]:
    return [event.type for event in await log.read(S)]


@asynccontextmanager
async def working(log: Log) -> AsyncIterator[None]:
    stop = asyncio.Event()
    settings = WorkerSettings("c1", [Stage.AGENT], 2, frozenset({Stage.AGENT}))
    running = asyncio.create_task(Worker(log, Answering(), settings).run(stop))
    try:
        yield
    finally:
        stop.set()
        await running


async def answered(log: Log, count: int, within_s: float = 5.0) -> None:
    """Wait until the log has ``count`` completed requests."""
    async with asyncio.timeout(within_s):
        async for _ in log.feed("0-0"):
            if (await types(log)).count("request.completed") == count:
                return


async def test_events_that_were_there_and_are_gone_are_announced_once(log: Log) -> None:
    await ask(log, "one")
    await ask(log, "two")
    first, second = await log.read(S)
    assert first.id is not None
    assert second.id is not None
    await log.redis.xdel(log.keys.log(S), second.id)  # as a failover loses the end of it

    found = await log.follow(S, second.id)
    assert found.gap
    gap = found.events[-1].data
    assert gap == e.LogGapFound(seen=second.id, after=first.id)
    assert (await log.follow(S, second.id)).events == found.events
    assert not (await log.follow(S, found.events[-1].id)).gap


async def test_a_state_that_was_folded_from_lost_events_is_folded_anew(log: Log) -> None:
    states = States(log)
    await ask(log, "one")
    assert list((await states.get(S)).requests) == ["one"]
    await log.redis.delete(log.keys.log(S))
    await asyncio.sleep(0.002)  # an entry's id is the time: no failover takes less than a ms
    await ask(log, "two")
    assert list((await states.get(S)).requests) == ["two"]
    assert await types(log) == ["request.accepted", "log.gap_found"]


async def test_after_a_flush_of_everything_work_goes_on_within_five_seconds(log: Log) -> None:
    async with working(log):
        await ask(log, "one")
        await answered(log, 1)
        await log.redis.flushall()
        await log.redis.script_flush()
        await ask(log, "two")
        await answered(log, 1)
    assert "one" not in fold(await log.read(S)).requests


async def test_a_deleted_work_stream_takes_new_work_at_once(log: Log) -> None:
    async with working(log):
        await ask(log, "one")
        await answered(log, 1)
        await log.redis.delete(log.keys.work(Stage.AGENT))
        await ask(log, "two")
        await answered(log, 2)


async def test_a_feed_that_began_anew_is_noticed_and_followed_from_its_start(log: Log) -> None:
    await ask(log, "one")
    reset = asyncio.Event()
    feed = log.feed(await log.feed_end(), on_reset=reset.set)
    await log.redis.delete(log.keys.feed)
    following = asyncio.ensure_future(anext(feed))
    async with asyncio.timeout(5):
        await reset.wait()
        await ask(log, "two")
        entry = await following
    assert entry.gap
    assert entry.event.request == "two"


async def test_what_a_stranger_put_on_the_feed_stops_nobody_who_follows(log: Log) -> None:
    feed = log.feed(await log.feed_end())
    await log.redis.xadd(log.keys.feed, {"hello": "world"})
    await ask(log, "one")
    async with asyncio.timeout(30):
        strange, ours = await anext(feed), await anext(feed)
    assert strange.event.type == "undecodable"
    assert ours.event.request == "one"


def test_an_outage_is_told_once_a_second_and_its_end_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    now = 0.0
    outage = Outage("worker", clock=lambda: now)
    outage.over()
    with caplog.at_level(logging.WARNING):
        for tenth in range(31):
            now = tenth / 10
            outage.lost(ConnectionError("refused"))
        outage.over()
        outage.over()
    assert [record.getMessage() for record in caplog.records] == ["redis.lost"] * 4 + ["redis.back"]
