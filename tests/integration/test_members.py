"""Consumers come, die and go; their work never goes with them."""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from redis.exceptions import ResponseError

from ops.chaos.history import violations
from ops.chaos.plain_steps import drain, step
from ops.chaos.violation import Violation
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.commit import FLIGHT_CAP, Taken
from streams.connection import connect
from streams.ending import end
from streams.keys import QUEUES
from streams.lag import lag
from streams.lease import Leases
from streams.log import Log
from streams.members import Done, Member, Members
from streams.shards import Shards
from streams.step import Failure, Job, Outcome, Progress
from streams.sweep import Sweeper
from streams.worker import Worker, WorkerSettings
from tests.integration.mortal import RESTARTS
from tests.integration.servers import cluster

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
    """Every consumer that any queue's group knows."""
    return {consumer["name"] for consumer in await _consumers(log)}


async def pending_on(log: Log) -> Counter[str]:
    """How many entries are pending, by consumer."""
    pending: Counter[str] = Counter()
    for consumer in await _consumers(log):
        pending[consumer["name"]] += consumer["pending"]
    return +pending


async def _consumers(log: Log) -> list[dict[str, Any]]:
    found = []
    for queue in QUEUES:
        key = log.keys.work(queue.stage, queue.bulk)
        with contextlib.suppress(ResponseError):  # nobody has taken anything yet: no group
            found.extend(await log.redis.xinfo_consumers(key, queue.stage))
    return found


async def make_old(log: Log, *names: str) -> None:
    await log.redis.zadd(log.keys.beats, dict.fromkeys(names, 1))


async def test_of_ten_consumers_the_nine_silent_ones_are_taken_out(log: Log) -> None:
    members = Members(log)
    for n in range(10):
        await members.beat(member(f"c{n}"))
        await do_one(log, f"c{n}")
    await make_old(log, *(f"c{n}" for n in range(9)))
    assert sorted(await members.reap(30)) == [f"c{n}" for n in range(9)]
    assert await in_groups(log) == {"c9"}
    assert [m.consumer for m in await members.all()] == ["c9"]
    assert await members.reap(30) == []


async def test_ten_consumers_killed_with_9_in_mid_work_lose_none_and_leave_one(
    log: Log, redis_url: str
) -> None:
    requests = [await accept(log, f"r{n}", "scene 6") for n in range(4)]
    mortal = [sys.executable, "-m", "tests.integration.mortal", redis_url]
    await asyncio.to_thread(subprocess.run, mortal, check=True, timeout=60)
    pending = await pending_on(log)
    assert len(await in_groups(log)) == RESTARTS
    assert pending

    dead = [name for name, _ in await log.redis.zrange(log.keys.beats, 0, -1, withscores=True)]
    await make_old(log, *dead)
    went = await Members(log).reap(0.001)
    assert not set(went) & set(pending)
    assert await pending_on(log) == pending  # none was destroyed

    await drain(log, Leases(log, "heir", ALL, lease_s=0))
    await asyncio.sleep(0.02)
    assert {*went, *await Members(log).reap(0.001)} >= {f"mortal-{n}" for n in range(RESTARTS)}
    assert await in_groups(log) <= {"heir"}
    assert await Members(log).all() == []
    assert await violations(log, requests) == []


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
    (broken_off,) = await Leases(log, "leaver", ALL).take(1)
    for _ in range(2):  # as when the first reply is lost
        assert not await members.leave(leaver)
    assert [m.is_alive for m in await members.all()] == [False]
    (taken,) = await Leases(log, "heir", ALL, lease_s=30).take(1, reclaim=True)
    assert (taken.entry, taken.attempt) == (broken_off.entry, 1)
    assert (await step(log, broken_off, "leaver")).outcome == "lost"
    assert await members.reap(30) == ["leaver"]
    assert await in_groups(log) == {"heir"}
    assert (await step(log, taken, "heir")).outcome == "done"


async def test_however_often_its_consumer_is_restarted_a_step_keeps_its_attempts(log: Log) -> None:
    await accept(log, "r")
    members = Members(log)
    for n in range(10):
        await members.beat(member(f"c{n}"))
        (taken,) = await Leases(log, f"c{n}", ALL).take(1, reclaim=True)
        assert taken.attempt == 1
        assert not await members.leave(member(f"c{n}"))
    (taken,) = await Leases(log, "killed", ALL).take(1, reclaim=True)
    (taken,) = await Leases(log, "heir", ALL, lease_s=0).take(1, reclaim=True)
    assert taken.attempt == 2  # a death is told from a drain


async def test_one_that_leaves_after_its_lease_ran_out_has_had_its_attempt(log: Log) -> None:
    await accept(log, "r")
    late = member("late", lease_s=0.005)
    await Members(log).beat(late)
    await Leases(log, "late", ALL).take(1)
    await asyncio.sleep(0.02)
    assert not await Members(log).leave(late)
    (taken,) = await Leases(log, "heir", ALL, lease_s=0.005).take(1, reclaim=True)
    assert taken.attempt == 2


async def test_what_was_done_is_counted_after_its_doer_has_left(log: Log) -> None:
    members, leaver = Members(log), member("leaver")
    for ms in (100.0, 300.0):
        leaver.count(Stage.MESH, ms, failed=False)
    await members.beat(leaver)
    for _ in range(2):
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


async def test_what_is_parked_is_work_too(log: Log) -> None:
    await accept(log, "r", "scene 30")
    await accept(log, "small", "scene 3")
    await drain(log, Leases(log, "c1", (Stage.AGENT, Stage.DECOMPOSE)), most_steps=3)
    worker = member("c1")
    worker.count(Stage.PROMPT, 1000.0, failed=False)
    await Members(log).beat(worker)
    prompt = {found.stage: found for found in await lag([log])}[Stage.PROMPT]
    assert (prompt.waiting, prompt.parked) == (FLIGHT_CAP, 30 - FLIGHT_CAP)
    assert prompt.work_s == pytest.approx(30 / 2)


async def test_members_of_another_version_are_read_as_far_as_they_are_known(log: Log) -> None:
    newer = {
        **asdict(member("newer")),
        "stages": ["mesh", "hologram"],
        "colour": "red",
        "done": {
            "mesh": {"steps": 2, "ms": 4000.0, "joules": 7},
            "hologram": {"steps": 1, "ms": 1},
        },
    }
    await log.redis.hset(log.keys.members, "newer", json.dumps(newer))
    await log.redis.hset(log.keys.members, "broken", "{")
    await log.redis.zadd(log.keys.beats, dict.fromkeys(("newer", "broken"), await log.time_ms()))
    (read,) = await Members(log).all()
    assert read.done["mesh"] == Done(steps=2, ms=4000.0)
    mesh = {found.stage: found for found in await lag([log])}[Stage.MESH]
    assert (mesh.slots, mesh.step_s) == (2, 2.0)
    await make_old(log, "newer", "broken")
    assert sorted(await Members(log).reap(30)) == ["broken", "newer"]


async def test_membership_and_lag_of_all_shards_on_a_cluster(tmp_path: Path) -> None:
    with cluster(tmp_path) as nodes:
        shards = await Shards.open(f"redis+cluster://127.0.0.1:{nodes[0].port}", 3, founding=True)
        for log in shards:
            await accept(log, f"r{log.keys.shard}", "scene 20")
            await drain(log, Leases(log, "c1", (Stage.AGENT, Stage.DECOMPOSE)), most_steps=2)
            await Members(log).beat(member("c1"))
            await Leases(log, "c1", (Stage.PROMPT,)).take(1)
        prompt = {found.stage: found for found in await lag(shards)}[Stage.PROMPT]
        assert (prompt.running, prompt.slots, prompt.pieces) == (3, 2, 60)
        for log in shards:
            assert not await Members(log).leave(member("c1"))
            await Leases(log, "heir", (Stage.PROMPT,)).take(1, reclaim=True)
            assert await Members(log).reap(30) == ["c1"]
        await shards.close()


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


async def test_a_membership_that_can_not_be_written_stops_no_work(
    log: Log, caplog: pytest.LogCaptureFixture
) -> None:
    await log.redis.set(log.keys.members, "not a hash")
    requests = [await accept(log, f"r{n}") for n in range(3)]
    stop = asyncio.Event()
    settings = WorkerSettings("c1", [Stage.AGENT], 1, frozenset(), lease_s=0.5)
    running = asyncio.create_task(Worker(log, Stuck(ends=True), settings).run(stop))
    async with asyncio.timeout(10):
        await _completed(log, len(requests))
        stop.set()
        await running
    assert await violations(log, requests) == []
    told = [record for record in caplog.records if record.getMessage() == "redis.lost"]
    assert any("WRONGTYPE" in str(vars(record)) for record in told)


async def test_stranded_work_is_repaired_where_the_membership_can_not_be_read(log: Log) -> None:
    requests = [await accept(log, "r")]
    await log.redis.delete(log.keys.work(Stage.AGENT))
    await log.redis.zadd(log.keys.sessions, {S: 1})
    await log.redis.set(log.keys.members, "not a hash")
    await log.redis.zadd(log.keys.beats, {"gone": 1})
    sweeping = asyncio.create_task(Sweeper(log, "c1", 30, every_s=0.01).run())
    assert await log.redis.xread({log.keys.work(Stage.AGENT): "0-0"}, block=5000)
    await end(sweeping)
    await drain(log, Leases(log, "c1", ALL))
    assert await violations(log, requests) == []


async def _completed(log: Log, count: int) -> None:
    async for entry in log.feed("0-0"):
        count -= entry.event.type == "request.completed"
        if count == 0:
            return


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
    pending = await pending_on(log)
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
    if move in ("reap", "leave"):
        assert await pending_on(log) == pending
