"""Queues are derived from the log: whatever is lost of them, the log brings it back, once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ops.chaos.history import violations
from ops.chaos.plain_steps import drain, outcome
from ops.chaos.violation import Violation
from schemas import events as e
from schemas.errors import Category
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.failing import failed
from streams.keys import QUEUES
from streams.lease import Leases
from streams.log import Log
from streams.repair import repair
from streams.step import Failure, Job, Outcome, Progress, RetryPolicy
from streams.worker import Worker, WorkerSettings

ALL = tuple(Stage)
UNLUCKY = Failure(Category.UNAVAILABLE, "Unlucky", "this time")
SESSIONS = (SessionId("s1"), SessionId("s2"))
WORDS = ("scene 12", "edit 2", "object", "hello", "scene 3")


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


async def accept(log: Log, session: SessionId, request: str, text: str) -> tuple[str, RequestId]:
    accepted = e.RequestAccepted(kind="text", text=text)
    await log.append(session, RequestId(request), "accepted", [accepted])
    return session, RequestId(request)


def losable(log: Log, requests: list[tuple[str, RequestId]]) -> list[str]:
    """Every key that is derived from the logs, but for what says which requests are open."""
    keys = log.keys
    return [
        keys.due,
        *keys.all_work,
        *(keys.session(s) for s in SESSIONS),
        *(keys.turns(s) for s in SESSIONS),
        *(keys.parking(q, s) for q in QUEUES for s in SESSIONS),
        *(keys.request(r) for _, r in requests),
    ]


@given(
    words=st.lists(
        st.tuples(st.sampled_from(SESSIONS), st.sampled_from(WORDS)), min_size=1, max_size=4
    ),
    steps=st.integers(0, 60),
    held=st.integers(0, 3),
    data=st.data(),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_lost_every_request_ends_once_with_every_effect_once(
    redis_url: str, words: list[tuple[SessionId, str]], steps: int, held: int, data: st.DataObject
) -> None:
    async def scenario() -> list[Violation]:
        log = Log(await connect(redis_url))
        try:
            return await broken_and_repaired(log)
        finally:
            await log.close()

    async def broken_and_repaired(log: Log) -> list[Violation]:
        await log.redis.flushall()
        requests = [await accept(log, s, f"r{n}", w) for n, (s, w) in enumerate(words)]
        await drain(log, Leases(log, "c1", ALL), most_steps=steps)
        await Leases(log, "dead", ALL).take(held)  # some are in the hands of one that dies
        keys = losable(log, requests)
        lost = data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=8, unique=True))
        await log.redis.delete(*lost)
        await repair(log)
        await drain(log, Leases(log, "c2", ALL, lease_s=0))
        await repair(log)
        assert await drain(log, Leases(log, "c3", ALL, lease_s=0)) == 0
        return await violations(log, requests)

    assert asyncio.run(scenario()) == []


async def test_a_repair_of_what_is_whole_changes_nothing(log: Log) -> None:
    requests = [await accept(log, SESSIONS[0], "r", "scene 20")]
    await drain(log, Leases(log, "c1", ALL), most_steps=13)
    held = await Leases(log, "c2", ALL).take(2)
    before = {key: await log.redis.dump(key) for key in losable(log, requests)}
    assert await repair(log) == 0
    assert {key: await log.redis.dump(key) for key in losable(log, requests)} == before
    assert len(held) == 2


class Plain:
    """A runner of plain steps."""

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        return Outcome(outcome(job.stage, job.task, job.event.data))

    def cancel(self, mark: str) -> None:
        raise AssertionError("nothing is cancelled here")

    def kill(self, mark: str) -> None:
        raise AssertionError("nothing is killed here")


async def test_a_worker_brings_back_the_work_of_a_deleted_stream_by_itself(log: Log) -> None:
    session, request = await accept(log, SESSIONS[0], "r", "scene 12")
    await drain(log, Leases(log, "c0", ALL), most_steps=9)
    await log.redis.delete(*log.keys.all_work)
    stop = asyncio.Event()
    settings = WorkerSettings("c1", ALL, 4, frozenset())
    running = asyncio.create_task(Worker(log, Plain(), settings).run(stop))
    async with asyncio.timeout(5):
        async for entry in log.feed("0-0"):
            if entry.event.type == "request.completed":
                break
    stop.set()
    await running
    assert await violations(log, [(session, request)]) == []


async def test_a_retry_that_was_lost_comes_back_with_the_tries_it_had(log: Log) -> None:
    await accept(log, SESSIONS[0], "r", "object")
    policy = RetryPolicy(attempts=3, base_s=0.0)
    for attempt in (1, 2, 3):
        (taken,) = await Leases(log, "c1", ALL).take(1)
        assert taken.attempt == attempt
        commit = failed(taken, UNLUCKY, policy, "c1", datetime.now(UTC))
        assert (await log.commit(commit)).outcome == "done"
        await log.redis.delete(log.keys.due)
        assert await repair(log) == (1 if attempt < 3 else 0)
    assert [event.type for event in await log.read(SESSIONS[0])][1:] == [
        "stage.retried", "stage.retried", "stage.dead_lettered", "request.failed",
    ]  # fmt: skip


async def test_repairs_at_the_same_time_put_back_every_piece_once(log: Log) -> None:
    requests = [await accept(log, s, f"r-{s}", "scene 12") for s in SESSIONS]
    await drain(log, Leases(log, "c0", ALL), most_steps=9)
    await log.redis.delete(*log.keys.all_work)
    await asyncio.gather(*(repair(log) for _ in range(5)))
    await repair(log)  # what the others left alone since the first one was at it
    await drain(log, Leases(log, "c1", ALL))
    assert await violations(log, requests) == []


async def test_pieces_of_sessions_that_wrote_in_the_same_millisecond_are_told_apart(
    log: Log,
) -> None:
    """Event ids are a log's own: two sessions may have the same."""
    requests = [await accept(log, s, f"r{n}", "object") for n, s in enumerate(SESSIONS)]
    first, second = [(await log.redis.xrange(log.keys.log(s)))[0] for s in SESSIONS]
    for session, (_, fields) in zip(SESSIONS, (first, second), strict=True):
        await log.redis.delete(log.keys.log(session))
        await log.redis.xadd(log.keys.log(session), fields, id=first[0])
    work = log.keys.work(Stage.AGENT)
    (kept, fields), (lost, _) = await log.redis.xrange(work)
    await log.redis.xdel(work, kept, lost)
    await log.redis.xadd(work, {**fields, "id": first[0]})
    assert await repair(log) == 1
    await drain(log, Leases(log, "c1", ALL))
    assert await violations(log, requests) == []
