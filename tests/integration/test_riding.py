"""Takes that ride along with commits, against a real Redis."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from ops.chaos.plain_steps import outcome
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.codec import decode
from streams.commit import Commit, Committed, Taken
from streams.connection import connect
from streams.lease import Leases
from streams.log import Log, envelopes
from streams.step import Failure, Job, Outcome, Progress
from streams.worker import Worker, WorkerSettings
from tests.integration.test_crash_points import Unreliable

ALL = tuple(Stage)
S = SessionId("session-1")
STEPS = 7
"""Of a request for one object: decide, improve, find, draw, make, register, observe."""


class Rider:
    """A consumer that takes along with each of its commits, and what became of that."""

    def __init__(self, log: Log, name: str = "c1") -> None:
        self.leases = Leases(log, name, ALL)
        self.brought: list[Taken] = []
        self.told: list[str] = []

    def board(self, commits: int) -> Sequence[str | int] | None:
        return self.leases.board(commits) if self.leases.may_ride else None

    def land(self, answer: Any) -> None:
        self.brought += self.leases.land(answer)
        self.told.append("land")

    def lose(self) -> None:
        self.leases.lose()
        self.told.append("lose")

    def miss(self) -> None:
        self.told.append("miss")


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


async def ask(log: Log, request: str = "r", text: str = "object 1") -> None:
    accepted = e.RequestAccepted(kind="text", text=text)
    await log.append(S, RequestId(request), "accepted", [accepted])


async def commit(log: Log, taken: Taken, rider: Rider) -> Committed:
    payloads = outcome(
        taken.stage, taken.task, decode(taken.body, taken.event_id, taken.session).data
    )
    name = rider.leases.consumer
    events = envelopes(payloads, taken.session, taken.request, taken.event_id, name)
    step = Commit(taken.session, taken.request, taken.mark, tuple(events), taken, name)
    return await log.commit(step, rider)


async def test_a_commit_brings_back_the_work_that_it_started(log: Log) -> None:
    await ask(log)
    rider = Rider(log)
    (decide,) = await rider.leases.take(1)
    assert (await commit(log, decide, rider)).outcome == "done"
    (improve,) = rider.brought
    assert (improve.stage, improve.delivery) == (Stage.PROMPT, 1)
    assert improve.mark in rider.leases.held
    assert rider.told == ["land"]


async def test_a_ride_whose_reply_is_lost_loses_neither_the_commit_nor_what_it_brought(
    redis_url: str,
) -> None:
    redis = Unreliable.from_url(redis_url, decode_responses=True, retry=Retry(NoBackoff(), 0))
    log = Log(redis)
    await ask(log)
    rider = Rider(log)
    (decide,) = await rider.leases.take(1)
    redis.reply = "is lost"
    assert (await commit(log, decide, rider)).outcome == "again"
    assert (rider.told, rider.brought) == (["lose"], [])
    (improve,) = await rider.leases.take(1)
    assert (improve.stage, improve.delivery) == (Stage.PROMPT, 2)
    await log.close()


async def test_no_take_rides_while_another_looks_for_what_was_lost(log: Log) -> None:
    await ask(log)
    rider = Rider(log)
    (decide,) = await rider.leases.take(1)
    rider.leases.lose()
    assert (await commit(log, decide, rider)).outcome == "done"
    assert (rider.told, rider.brought) == (["miss"], [])


async def test_to_recover_waits_for_the_take_that_is_on_its_way(log: Log) -> None:
    await ask(log)
    rider = Rider(log)
    assert rider.leases.recover
    rider.leases.board(1)
    taking = asyncio.create_task(rider.leases.take(1))
    await log.redis.ping()
    assert not taking.done()
    rider.leases.land([[], False, 0])
    (decide,) = await taking
    assert decide.delivery == 1


async def test_a_take_that_fails_undoes_no_commit_that_it_rode_with(log: Log) -> None:
    await ask(log)
    rider = Rider(log)
    (decide,) = await rider.leases.take(1)
    work = log.keys.work(Stage.MESH)
    await log.redis.delete(work)
    await log.redis.set(work, "no stream")
    assert (await commit(log, decide, rider)).outcome == "done"
    assert (rider.told, rider.brought) == (["lose"], [])
    await log.redis.delete(work)
    (improve,) = await rider.leases.take(1)
    assert improve.stage == Stage.PROMPT


async def test_of_the_consumers_whose_commits_go_together_one_rides(log: Log) -> None:
    riders = [Rider(log, "c1"), Rider(log, "c2")]
    hands = []
    for n, rider in enumerate(riders):
        await ask(log, f"r{n}")
        hands += await rider.leases.take(1)
    await asyncio.gather(*(commit(log, t, r) for t, r in zip(hands, riders, strict=True)))
    assert [rider.told for rider in riders] == [["land"], ["miss"]]
    assert len(riders[0].brought) == 1


class Plain:
    """A runner that answers at once."""

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        return Outcome(outcome(job.stage, job.task, job.event.data))

    def cancel(self, mark: str) -> None:
        raise AssertionError(f"{mark} was to be cancelled")

    def kill(self, mark: str) -> None:
        raise AssertionError(f"{mark} was to be killed")


@pytest.mark.parametrize("slots", [1, 5])
async def test_a_chain_of_quick_steps_costs_one_call_a_step(log: Log, slots: int) -> None:
    stop = asyncio.Event()
    settings = WorkerSettings("c1", ALL, slots, frozenset())
    running = asyncio.create_task(Worker(log, Plain(), settings).run(stop))
    took = []
    for n in range(10):
        await log.redis.config_resetstat()
        position = await log.feed_end()
        await ask(log, f"r{n}")
        async with asyncio.timeout(20):
            async for entry in log.feed(position):
                if entry.event.type == "request.completed":
                    break
        took.append((await log.redis.info("commandstats"))["cmdstat_evalsha"]["calls"])
    stop.set()
    await running
    # The wish, the first take, each step; and one take more, for one who looked in between.
    assert min(took) <= 1 + 1 + STEPS + 1


async def test_a_worker_that_is_told_to_stop_takes_nothing_along(log: Log) -> None:
    stop = asyncio.Event()

    class Stopping(Plain):
        async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
            stop.set()
            return await super().run(job, mark, progress)

    await ask(log)
    await Worker(log, Stopping(), WorkerSettings("c1", ALL, 5, frozenset())).run(stop)
    assert [event.type for event in await log.read(S)][-1] == "agent.acted"
    prompt = log.keys.work(Stage.PROMPT)
    assert await log.redis.xlen(prompt) == 1
    assert not await log.redis.xpending_range(prompt, Stage.PROMPT, "-", "+", 10)
