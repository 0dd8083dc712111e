"""Leases and handlers that misbehave: real engine processes, a real Redis."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from redis.exceptions import ResponseError

from consumers.pool import EnginePool
from consumers.settings import EngineSettings
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.lease import Leases
from streams.log import Log
from streams.step import RetryPolicy
from streams.worker import Worker, WorkerSettings
from tests.integration import stubborn

S, R = SessionId("s"), RequestId("r")
LEASE_S = 0.5


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


@pytest.fixture
async def working(log: Log, tmp_path: Path) -> AsyncIterator[None]:
    """A worker with one engine process whose handlers misbehave."""
    settings = EngineSettings(tmp_path.as_uri(), tmp_path, tmp_path)
    pool = EnginePool([Stage.AGENT], settings, 1, stubborn.load)
    await pool.start()
    worker = Worker(
        log,
        pool,
        WorkerSettings(
            "c1",
            [Stage.AGENT],
            1,
            frozenset(),
            LEASE_S,
            retry=dict.fromkeys(Stage, RetryPolicy(base_s=0.01)),
        ),
    )
    stop = asyncio.Event()
    running = asyncio.create_task(worker.run(stop))
    yield
    stop.set()
    await running
    await pool.stop()


async def ask(log: Log, text: str, request: RequestId = R) -> None:
    await log.append(S, request, "accepted", [e.RequestAccepted(kind="text", text=text)])


async def until(log: Log, done: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(90):
        async for _ in log.feed("0-0"):
            if await done():
                return


async def types(log: Log, request: RequestId = R) -> list[str]:
    return [event.type for event in await log.read(S) if event.request == request]


async def ended(log: Log, request: RequestId = R) -> bool:
    return (await types(log, request))[-1] in ("request.completed", "request.failed")


async def taken(log: Log) -> bool:
    """Whether a consumer holds the work."""
    with contextlib.suppress(ResponseError):  # no group yet
        pending = await log.redis.xpending(log.keys.work(Stage.AGENT), Stage.AGENT)
        return bool(pending["pending"])
    return False


@pytest.mark.usefixtures("working")
async def test_a_lease_outlives_a_handler_that_holds_the_gil(log: Log) -> None:
    await ask(log, "hold the GIL")
    thief = Leases(log, "thief", [Stage.AGENT], LEASE_S)
    stolen = []
    while not await ended(log):
        if await taken(log):
            stolen += await thief.take(1, reclaim=True)
        await asyncio.sleep(0.05)
    assert stolen == []
    assert await types(log) == ["request.accepted", "agent.thought", "request.completed"]


@pytest.mark.usefixtures("working")
async def test_a_handler_that_kills_its_process_is_out_after_three_tries_and_others_go_on(
    log: Log,
) -> None:
    await ask(log, "die")
    await until(log, lambda: ended(log))
    assert (await types(log)).count("stage.retried") == 2
    failed = (await log.read(S))[-1].data
    assert isinstance(failed, e.RequestFailed)
    assert failed.code == "EngineDied"
    await ask(log, "hello", RequestId("next"))
    await until(log, lambda: ended(log, RequestId("next")))
    assert (await types(log, RequestId("next")))[-1] == "request.completed"


@pytest.mark.usefixtures("working")
async def test_a_bug_in_a_handler_is_a_typed_failure_with_its_traceback_kept(log: Log) -> None:
    await ask(log, "raise")
    await until(log, lambda: ended(log))
    (letter,) = await log.redis.xrange(log.keys.dead(Stage.AGENT))
    assert "ZeroDivisionError" in letter[1]["d"]
    assert (await types(log))[-1] == "request.failed"


@pytest.mark.usefixtures("working")
async def test_a_cancelled_request_stops_its_handler_at_the_next_callback(log: Log) -> None:
    await ask(log, "work for ever")

    async def talking() -> bool:
        rows = await log.redis.xrange(log.keys.feed)
        return any(fields["e"].startswith('{"type":"progress.reported"') for _, fields in rows)

    await until(log, talking)
    await log.append(S, R, "cancel", [e.RequestCancelled()])
    await ask(log, "hello", RequestId("next"))
    await until(log, lambda: ended(log, RequestId("next")))
    assert await types(log) == ["request.accepted", "request.cancelled"]


def _set(event: asyncio.Event, name: str) -> None:
    if name == "engine.not_replaced":
        event.set()


@pytest.mark.usefixtures("working")
async def test_an_engine_process_that_can_not_be_replaced_now_is_replaced_later(
    log: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = asyncio.Event()
    monkeypatch.setattr("consumers.pool.logger.error", lambda name, **_: _set(failed, name))
    monkeypatch.setattr("consumers.pool.FIRST_PAUSE_S", 0.05)
    refuse = tmp_path / "refuse"
    refuse.touch()
    await ask(log, "die")
    async with asyncio.timeout(90):
        await failed.wait()
    refuse.unlink()
    await until(log, lambda: ended(log))
    await ask(log, "hello", RequestId("next"))
    await until(log, lambda: ended(log, RequestId("next")))
    assert (await types(log, RequestId("next")))[-1] == "request.completed"
