"""Attempts and deadlines: real engine processes that run on and on, a real Redis."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from consumers.pool import EnginePool
from consumers.settings import EngineSettings
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.dead import DeadLetters
from streams.log import Log
from streams.step import RetryPolicy
from streams.worker import Worker, WorkerSettings
from tests.integration import stubborn

S, R, NEXT = SessionId("s"), RequestId("r"), RequestId("next")
QUICK = RetryPolicy(attempts=2, base_s=0.01, deadline_s=0.4)


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


@pytest.fixture(autouse=True)
def short_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streams.deadline.GRACE_S", 0.4)


@asynccontextmanager
async def working(
    log: Log, folder: Path, retry: Mapping[Stage, RetryPolicy]
) -> AsyncIterator[EnginePool]:
    """A worker with one engine process whose handlers misbehave."""
    pool = EnginePool(
        [Stage.AGENT], EngineSettings(folder.as_uri(), folder, folder), 1, stubborn.load
    )
    await pool.start()
    settings = WorkerSettings(
        "c1", [Stage.AGENT], 1, frozenset(), retry=retry, engines=pool.engines
    )
    stop = asyncio.Event()
    running = asyncio.create_task(Worker(log, pool, settings).run(stop))
    try:
        yield pool
    finally:
        stop.set()
        await running
        await pool.stop()


async def ask(log: Log, text: str, request: RequestId = R) -> None:
    await log.append(S, request, "accepted", [e.RequestAccepted(kind="text", text=text)])


async def end_of(log: Log, request: RequestId = R) -> list[e.Event]:
    """The request's events, once it has ended."""
    async with asyncio.timeout(30):
        async for _ in log.feed("0-0"):
            events = [event for event in await log.read(S) if event.request == request]
            if events[-1].type in ("request.completed", "request.failed"):
                return events
    raise AssertionError("the feed never ends")


def processes(pool: EnginePool) -> list[int | None]:
    return [engine.process.pid for engine in pool._all]


async def test_a_step_past_its_deadline_is_told_to_stop_tried_again_and_then_dead(
    log: Log, tmp_path: Path
) -> None:
    async with working(log, tmp_path, {Stage.AGENT: QUICK}) as pool:
        before = processes(pool)
        await ask(log, "work for ever")
        events = await end_of(log)
        assert processes(pool) == before  # it heard: nothing was killed
    assert [event.type for event in events] == [
        "request.accepted", "stage.retried", "stage.dead_lettered", "request.failed",
    ]  # fmt: skip
    failed = events[-1].data
    assert isinstance(failed, e.RequestFailed)
    assert (failed.code, failed.category) == ("DeadlineExceeded", "unavailable")
    assert "[retry.agent]" in failed.message


async def test_a_handler_that_hears_nothing_is_killed_replaced_and_others_go_on(
    log: Log, tmp_path: Path
) -> None:
    async with working(log, tmp_path, {Stage.AGENT: QUICK}) as pool:
        (before,) = processes(pool)
        await ask(log, "hear nothing")
        events = await end_of(log)
        (after,) = processes(pool)
        assert after != before
        await ask(log, "hello", NEXT)
        assert (await end_of(log, NEXT))[-1].type == "request.completed"
    assert [event.type for event in events].count("stage.retried") == 1
    failed = events[-1].data
    assert isinstance(failed, e.RequestFailed)
    assert failed.code == "DeadlineExceeded"
    (letter,) = await DeadLetters(log).newest()
    assert (letter.engine, letter.environment["exit code"]) == ("stubborn:1", "-9")
    assert before is not None
    with pytest.raises(ProcessLookupError):
        os.kill(before, 0)


async def test_a_step_within_its_deadline_is_left_alone(log: Log, tmp_path: Path) -> None:
    long = RetryPolicy(attempts=1, deadline_s=20.0)
    async with working(log, tmp_path, {Stage.AGENT: long}):
        await ask(log, "hold the GIL")
        assert (await end_of(log))[-1].type == "request.completed"


async def test_a_stage_is_tried_as_often_as_its_own_policy_says(log: Log, tmp_path: Path) -> None:
    retry = {Stage.AGENT: RetryPolicy(attempts=4, base_s=0.01), Stage.MESH: RetryPolicy(attempts=1)}
    async with working(log, tmp_path, retry):
        await ask(log, "be away")
        events = await end_of(log)
    retried = [event.data.attempt for event in events if isinstance(event.data, e.StageRetried)]
    assert retried == [1, 2, 3]


async def test_poison_is_out_after_three_deliveries_that_killed_its_process(
    log: Log, tmp_path: Path
) -> None:
    async with working(log, tmp_path, {Stage.AGENT: RetryPolicy(base_s=0.01)}):
        await ask(log, "die")
        events = await end_of(log)
    assert [event.type for event in events].count("stage.retried") == 2
    (letter,) = await DeadLetters(log).newest()
    assert (letter.code, letter.attempt, letter.engine) == ("EngineDied", 3, "stubborn:1")
    assert letter.environment["exit code"] == "-9"


async def test_a_bugs_letter_tells_the_engine_and_its_process(log: Log, tmp_path: Path) -> None:
    async with working(log, tmp_path, {Stage.AGENT: RetryPolicy()}) as pool:
        await ask(log, "raise")
        await end_of(log)
        (process,) = processes(pool)
    (letter,) = await DeadLetters(log).newest()
    assert (letter.code, letter.engine) == ("ZeroDivisionError", "stubborn:1")
    assert letter.environment["process"] == str(process)
    assert letter.environment["peak memory"].endswith(" MB")
    assert letter.traceback.splitlines()[-1] == "ZeroDivisionError: a bug"


async def test_a_redriven_step_has_all_its_attempts_again(log: Log, tmp_path: Path) -> None:
    async with working(log, tmp_path, {Stage.AGENT: RetryPolicy(base_s=0.01)}):
        await ask(log, "die")
        await end_of(log)
        (letter,) = await DeadLetters(log).newest()
        await DeadLetters(log).redrive(letter)
        async with asyncio.timeout(30):
            async for _ in log.feed("0-0"):
                if [event.type for event in await log.read(S)].count("request.failed") == 2:
                    break
    types = [event.type for event in await log.read(S)]
    assert types.count("stage.retried") == 4
