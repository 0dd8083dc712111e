"""Consumers come, die and go; their work never goes with them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ops.chaos.history import violations
from ops.chaos.plain_steps import drain, step
from ops.chaos.violation import Violation
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.commit import Taken
from streams.connection import connect
from streams.lag import lag
from streams.lease import Leases
from streams.log import Log
from streams.members import Done, Member, Members
from streams.step import Failure, Job, Outcome, Progress
from streams.worker import Worker, WorkerSettings

ALL = tuple(Stage)
S = SessionId("s")
REPLY = Outcome((e.RequestCompleted(kind="unrelated_response", text="hello"),))


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


async def accept(log: Log, request: str, text: str = "hello") -> tuple[str, RequestId]:
    accepted = e.RequestAccepted(kind="text", text=text)
    await log.append(S, RequestId(request), "accepted", [accepted])
    return S, RequestId(request)


async def do_one(log: Log, consumer: str) -> None:
    """Have a consumer do a piece of work, so that its group knows it."""
    await accept(log, f"for {consumer}")
    (taken,) = await Leases(log, consumer, ALL).take(1)
    await step(log, taken, consumer)


def member(name: str, lease_s: float = 30.0) -> Member:
    return Member(name, [str(stage) for stage in Stage], 2, lease_s)


async def in_groups(log: Log) -> set[str]:
    found = set()
    for stage in Stage:
        for consumer in await log.redis.xinfo_consumers(log.keys.work(stage), stage):
            found.add(consumer["name"])
    return found


async def make_old(log: Log, *names: str) -> None:
    await log.redis.zadd(log.keys.beats, dict.fromkeys(names, 1))


async def test_of_ten_restarts_with_kill_9_one_consumer_is_left(log: Log) -> None:
    members = Members(log)
    for n in range(10):
        await members.beat(member(f"c{n}"))
        await do_one(log, f"c{n}")
    await make_old(log, *(f"c{n}" for n in range(9)))
    assert sorted(await members.reap(30)) == [f"c{n}" for n in range(9)]
    assert await in_groups(log) == {"c9"}
    assert [m.consumer for m in await members.all()] == ["c9"]
    assert await members.reap(30) == []


async def test_a_dead_consumer_with_work_stays_until_another_has_taken_it(log: Log) -> None:
    await accept(log, "r")
    members = Members(log)
    await members.beat(member("dead"))
    await Leases(log, "dead", ALL).take(1)
    await make_old(log, "dead")
    assert await members.reap(30) == []
    (taken,) = await Leases(log, "heir", ALL, lease_s=0).take(1, reclaim=True)
    assert await members.reap(30) == ["dead"]
    assert (await step(log, taken, "heir")).outcome == "done"


async def test_one_that_never_announced_itself_and_idles_is_taken_out_too(log: Log) -> None:
    await do_one(log, "stranger")
    await asyncio.sleep(0.02)
    assert await Members(log).reap(0.001) == ["stranger"]
    assert await in_groups(log) == set()


async def test_what_a_leaver_still_holds_is_taken_over_at_once_as_the_same_attempt(
    log: Log,
) -> None:
    await accept(log, "r")
    members, leaver = Members(log), member("leaver")
    await members.beat(leaver)
    await Leases(log, "leaver", ALL).take(1)
    assert not await members.leave(leaver)
    (taken,) = await Leases(log, "heir", ALL, lease_s=30).take(1, reclaim=True)
    assert taken.attempt == 2  # the leaver's own was the first
    assert await members.leave(leaver)
    assert await in_groups(log) == {"heir"}


async def test_what_was_done_is_counted_after_its_doer_has_left(log: Log) -> None:
    members, leaver = Members(log), member("leaver")
    for ms in (100.0, 300.0):
        leaver.count(Stage.MESH, ms, failed=False)
    assert await members.leave(leaver)
    staying = member("staying")
    staying.count(Stage.MESH, 200.0, failed=True)
    await members.beat(staying)
    assert (await members.totals())[Stage.MESH] == Done(steps=3, ms=600.0)


async def test_lag_is_told_in_entries_and_in_seconds_of_work(log: Log) -> None:
    for n in range(6):
        await accept(log, f"r{n}")
    await Leases(log, "c1", ALL).take(1)
    before = {found.stage: found for found in await lag([log])}[Stage.AGENT]
    assert (before.waiting, before.running, before.is_unserved) == (5, 1, True)
    assert before.work_s is None
    worker = member("c1")
    worker.count(Stage.AGENT, 500.0, failed=False)
    await Members(log).beat(worker)
    now = {found.stage: found for found in await lag([log])}[Stage.AGENT]
    assert (now.step_s, now.slots, now.is_unserved) == (0.5, 2, False)
    assert now.work_s == pytest.approx(6 * 0.5 / 2)


class Stuck:
    """A runner whose handler never ends, or answers at once."""

    def __init__(self, ends: bool) -> None:
        self.ends, self.started = ends, asyncio.Event()

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        self.started.set()
        if not self.ends:
            await asyncio.Event().wait()
        return REPLY

    def cancel(self, mark: str) -> None: ...

    def kill(self, mark: str) -> None: ...


async def test_a_worker_that_drains_hands_over_what_it_can_not_finish_and_is_gone(
    log: Log,
) -> None:
    requests = [await accept(log, "r")]
    stuck, heir, stop = Stuck(ends=False), Stuck(ends=True), asyncio.Event()
    leaving = WorkerSettings("leaving", [Stage.AGENT], 1, frozenset(), lease_s=600, drain_s=0.1)
    running = asyncio.create_task(Worker(log, stuck, leaving).run(stop))
    async with asyncio.timeout(10):
        await stuck.started.wait()
        assert [m.consumer for m in await Members(log).all()] == ["leaving"]
        stop.set()
        await running
        stop.clear()
        staying = WorkerSettings("staying", [Stage.AGENT], 1, frozenset(), lease_s=600)
        running = asyncio.create_task(Worker(log, heir, staying).run(stop))
        async for entry in log.feed("0-0"):
            if entry.event.type == "request.completed":
                assert entry.event.by == "staying"
                break
    stop.set()
    await running
    assert await violations(log, requests) == []


NAMES = ("a", "b", "c")
MOVES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(("take", "commit", "die", "reap", "leave"))),
    max_size=40,
)


@given(moves=MOVES)
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_coming_and_going_ever_destroys_work(
    redis_url: str, moves: list[tuple[str, str]]
) -> None:
    async def scenario() -> list[Violation]:
        log = Log(await connect(redis_url))
        try:
            await log.redis.flushall()
            requests = [await accept(log, f"r{n}", "scene 2") for n in range(2)]
            members, hands = Members(log), dict[str, list[Taken]]()
            for name, move in moves:
                await _move(log, members, hands, name, move)
            await drain(log, Leases(log, "last", ALL, lease_s=0))
            await make_old(log, *NAMES)
            await members.reap(0.001)
            assert await in_groups(log) <= {"last"}
            return await violations(log, requests)
        finally:
            await log.close()

    assert asyncio.run(scenario()) == []


async def _move(
    log: Log, members: Members, hands: dict[str, list[Taken]], name: str, move: str
) -> None:
    match move:
        case "take":
            leases = Leases(log, name, ALL, lease_s=0, recover=False)
            hands.setdefault(name, []).extend(await leases.take(2, reclaim=True))
        case "commit":
            for taken in hands.pop(name, []):
                await step(log, taken, name)
        case "die":
            hands.pop(name, None)
            await make_old(log, name)
        case "reap":
            await members.reap(0.001)
        case "leave":
            hands.pop(name, None)
            await members.leave(member(name))
