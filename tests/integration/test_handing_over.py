"""What a drain leaves over is others' at once, and consumers' figures stay right through it all."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ops.chaos.history import violations
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.lag import StageLag, lag
from streams.log import Log
from streams.members import Done, Member, Members
from streams.step import Failure, Job, Outcome, Progress
from streams.worker import Worker, WorkerSettings

S, R, OTHER = SessionId("s"), RequestId("r"), RequestId("other")
AGENT = [Stage.AGENT]
REPLY = Outcome((e.RequestCompleted(kind="unrelated_response", text="hello"),))


class Handling:
    """A runner whose handler answers when ``may_end`` is set."""

    def __init__(self, ends: bool) -> None:
        self.started, self.may_end = asyncio.Event(), asyncio.Event()
        if ends:
            self.may_end.set()

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        self.started.set()
        await self.may_end.wait()
        return REPLY

    def cancel(self, mark: str) -> None: ...

    def kill(self, mark: str) -> None: ...


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


async def accept(log: Log, request: RequestId = R) -> None:
    await log.append(S, request, "accepted", [e.RequestAccepted(kind="text", text="hello")])


async def completed(log: Log, request: RequestId) -> None:
    async for entry in log.feed("0-0"):
        if (entry.event.type, entry.event.request) == ("request.completed", request):
            return


async def agent(log: Log) -> StageLag:
    return {found.stage: found for found in await lag([log])}[Stage.AGENT]


async def test_a_consumer_at_work_starts_what_is_handed_over_within_two_seconds(log: Log) -> None:
    stuck, heir = Handling(ends=False), Handling(ends=True)
    leaving = WorkerSettings("leaving", AGENT, 1, frozenset(), lease_s=600, drain_s=0)
    staying = WorkerSettings("staying", AGENT, 1, frozenset(), lease_s=600)
    leave, stop = asyncio.Event(), asyncio.Event()
    left = asyncio.create_task(Worker(log, stuck, leaving).run(leave))
    await accept(log)
    async with asyncio.timeout(20):
        await stuck.started.wait()
        stayed = asyncio.create_task(Worker(log, heir, staying).run(stop))
        await accept(log, OTHER)  # so that it has looked for expired leases, and found none
        await completed(log, OTHER)
        heir.started.clear()
        leave.set()
        await left
        async with asyncio.timeout(2):
            await heir.started.wait()
        stop.set()
        await stayed
    assert await violations(log, [(S, R), (S, OTHER)]) == []


async def test_a_step_that_is_handed_over_is_not_counted_as_done(log: Log) -> None:
    stuck, stop = Handling(ends=False), asyncio.Event()
    leaving = WorkerSettings("leaving", AGENT, 1, frozenset(), drain_s=0)
    running = asyncio.create_task(Worker(log, stuck, leaving).run(stop))
    await accept(log)
    async with asyncio.timeout(10):
        await stuck.started.wait()
        stop.set()
        await running
    assert (await Members(log).totals())[Stage.AGENT] == Done()


async def test_one_that_was_silent_for_long_and_is_back_is_not_counted_twice(log: Log) -> None:
    members, member = Members(log), Member("frozen", ["mesh"], 1, 30)
    member.count(Stage.MESH, 100.0, failed=False)
    await members.beat(member)
    await log.redis.zadd(log.keys.beats, {"frozen": 1})
    assert await members.reap(30) == ["frozen"]
    member.count(Stage.MESH, 50.0, failed=False)
    for _ in range(2):
        await members.beat(member)
        assert (await members.totals())[Stage.MESH] == Done(steps=2, ms=150.0)
    assert await members.leave(member)
    assert (await members.totals())[Stage.MESH] == Done(steps=2, ms=150.0)


COUNTED = ("a", "b")
MOVES = st.lists(
    st.tuples(st.sampled_from(COUNTED), st.sampled_from(("step", "beat", "silent", "leave"))),
    max_size=30,
)


@given(moves=MOVES)
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whoever_comes_goes_and_is_silent_each_step_is_counted_once(
    redis_url: str, moves: list[tuple[str, str]]
) -> None:
    async def scenario() -> tuple[int, int]:
        log = Log(await connect(redis_url))
        await log.redis.flushall()
        members = {name: Members(log) for name in COUNTED}
        rows = {name: Member(name, ["mesh"], 1, 30) for name in COUNTED}
        steps = 0
        for name, move in moves:
            match move:
                case "step":
                    rows[name].count(Stage.MESH, 1.0, failed=False)
                    steps += 1
                case "beat":
                    await members[name].beat(rows[name])
                case "silent":
                    await log.redis.zadd(log.keys.beats, {name: 1}, xx=True)
                    await Members(log).reap(30)
                case "leave":
                    await members[name].beat(rows[name])
                    await members[name].leave(rows[name])
                    members[name], rows[name] = Members(log), Member(name, ["mesh"], 1, 30)
        for name in COUNTED:
            await members[name].beat(rows[name])
        counted = (await Members(log).totals())[Stage.MESH].steps
        await log.close()
        return counted, steps

    counted, steps = asyncio.run(scenario())
    assert counted == steps


@pytest.mark.parametrize("off_s", [-3600, 3600])
async def test_a_clock_that_is_an_hour_off_makes_nobody_dead_and_nobody_immortal(
    log: Log, monkeypatch: pytest.MonkeyPatch, off_s: int
) -> None:
    members, now = Members(log), time.time
    await members.beat(Member("here", ["agent"], 1, 30))
    with monkeypatch.context() as there:
        there.setattr("time.time", lambda: now() + off_s)
        await members.beat(Member("there", ["agent"], 1, 30))
        assert [m.is_alive for m in await members.all()] == [True, True]
        assert await members.reap(30) == []
    assert [m.is_alive for m in await members.all()] == [True, True]
    assert await members.reap(30) == []
    await asyncio.sleep(0.02)
    assert sorted(await members.reap(0.001)) == ["here", "there"]


async def test_lag_tells_the_steps_a_second_of_late(log: Log) -> None:
    await accept(log)
    worker, stop = WorkerSettings("c", AGENT, 1, frozenset(), lease_s=0.4), asyncio.Event()
    running = asyncio.create_task(Worker(log, Handling(ends=True), worker).run(stop))
    async with asyncio.timeout(10):
        await completed(log, R)
        for _ in range(100):
            if (await agent(log)).steps_s > 0:
                break
            await asyncio.sleep(0.02)
        assert (await agent(log)).steps_s > 0
    stop.set()
    await running
    assert (await agent(log)).steps_s == 0
