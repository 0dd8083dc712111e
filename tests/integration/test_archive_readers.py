"""Whoever follows a session reads on when it is archived: gateways, workers, and their failures."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import pytest
from websockets.asyncio.server import ServerConnection

from gateway.server import Gateway
from gateway.session_v1 import LOST_WISH, V1Session
from gateway.settings import GatewaySettings
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import EventId, RequestId, SessionId
from schemas.wire_v1 import decode
from streams.log import Log
from streams.past import sealing
from streams.past.archive import Archive
from streams.past.history import History
from streams.past.sealing import seal
from streams.state import States
from streams.step import Failure, Job, Outcome, Progress
from streams.worker import Worker, WorkerSettings
from tests.integration.pasts import begin, edit, opened, room

S, R = SessionId("session-1"), RequestId("request-1")
HELLO = e.RequestCompleted(kind="unrelated_response", text="Hello.")


@pytest.fixture(autouse=True)
def _ended_work_is_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests of these tests end while their first step is queued."""
    monkeypatch.setattr(sealing, "KEEP_CLOSED_S", 0)


async def sealed(history: History) -> str:
    log = history.shards.of(S)
    return (await seal(log, Archive(history.artifacts), S, "test", idle_s=0)).outcome


class Socket:
    """A client's end of a connection that only listens."""

    def __init__(self) -> None:
        self.frames: asyncio.Queue[str] = asyncio.Queue()

    async def send(self, message: bytes) -> None:
        frame = decode(message)
        self.frames.put_nowait(frame.text or frame.error)


async def heard(history: History, session: V1Session, texts: int) -> list[str]:
    """What a client that had seen as much as ``session`` is told now."""
    gateway = Gateway(history.shards, history.artifacts, GatewaySettings())
    socket, news = Socket(), asyncio.Event()
    telling = asyncio.create_task(gateway._tell(cast(ServerConnection, socket), session, news))
    try:
        async with asyncio.timeout(20):
            return [await socket.frames.get() for _ in range(texts)]
    finally:
        telling.cancel()


def client(events: Iterable[e.Event]) -> V1Session:
    """A client that has been told of ``events``."""
    session = V1Session(S, lambda: "unused")
    session.events(events)
    return session


async def test_a_client_hears_the_answer_that_was_archived_before_it_could(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        log = shards.of(S)
        await begin(log, S)
        await log.append(S, R, "accepted", [e.RequestAccepted(kind="text", text="hi")])
        seen = client(await log.read(S))
        await log.append(S, R, "done", [HELLO])
        assert await sealed(history) == "sealed"
        assert await heard(history, seen, 1) == ["Hello."]
        assert seen.state.scene == room(0)


async def test_what_redis_lost_of_a_woken_session_is_missed_and_not_what_is_archived(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        log = shards.of(S)
        await begin(log, S)
        assert await sealed(history) == "sealed"
        await edit(log, S, 1)
        states = States(log, history)
        await states.get(S)
        await log.append(S, R, "accepted", [e.RequestAccepted(kind="text", text="hi")])
        seen = client(await history.read(S))
        assert (await states.get(S)).requests[R].is_open
        lost = (await log.read(S))[-1].id
        await log.redis.xdel(log.keys.log(S), lost or "")

        assert await heard(history, seen, 1) == [LOST_WISH]
        for state in (seen.state, await states.get(S)):
            assert (state.scene, state.revision) == (room(1), 2)
            assert R not in state.requests
        assert (await history.read(S))[-1].type == "log.gap_found"
        await states.close()


class Unused:
    """A runner that no step gets to."""

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        raise AssertionError(f"{job.task} ran")

    def cancel(self, mark: str) -> None: ...

    def kill(self, mark: str) -> None: ...


async def test_a_request_on_a_session_whose_past_is_gone_fails_and_says_which_table(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        log = shards.of(S)
        await begin(log, S)
        assert await sealed(history) == "sealed"
        ((segment,),) = [span.segments for span in await history.spans(S)]
        history.artifacts.delete(segment.table)
        await log.append(S, R, "accepted", [e.RequestAccepted(kind="text", text="hi")])
        failed = await failure(log, history)
        assert failed.code == "UnreadableSegment"
        assert segment.table.sha256 in failed.message


async def failure(log: Log, history: History) -> e.RequestFailed:
    """What a worker makes of the session's request."""
    settings = WorkerSettings("c1", [Stage.AGENT], 1, frozenset({Stage.AGENT}))
    stop = asyncio.Event()
    working = asyncio.create_task(Worker(log, Unused(), settings, history=history).run(stop))
    try:
        async with asyncio.timeout(20):
            async for entry in log.feed("0-0"):
                if isinstance(entry.event.data, e.RequestFailed):
                    return entry.event.data
    finally:
        stop.set()
        await working
    raise AssertionError("the feed ended")


async def test_a_position_that_never_was_is_still_a_gap(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        log = shards.of(S)
        await begin(log, S)
        await sealed(history)
        came = await log.follow(S, EventId("99999999999999-0"))
        assert (came.gap, came.archived) == (True, False)
        assert [event.type for event in came.events] == ["session.sealed", "log.gap_found"]
