"""The consume loop, against a real Redis, with a runner that does as each test says."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from schemas import events as e
from schemas.errors import Category
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.lease import Leases
from streams.log import Log
from streams.step import Failure, Job, Outcome, Progress, RetryPolicy
from streams.worker import Worker, WorkerSettings

S, R = SessionId("session-1"), RequestId("request-1")
REPLY = Outcome((e.RequestCompleted(kind="unrelated_response", text="hello"),))
BUSY = Failure(Category.UNAVAILABLE, "Busy", "later")
NEVER = Failure(Category.BAD_INPUT, "Never", "not like that")

Act = Callable[[Job], Awaitable[Outcome | Failure]]


class ScriptedRunner:
    """A runner whose handler is a function of the test."""

    def __init__(self, act: Act) -> None:
        self.act = act
        self.jobs: list[Job] = []
        self.cancelled: list[str] = []

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        self.jobs.append(job)
        progress.report(0.5, "half", None)
        return await self.act(job)

    def cancel(self, mark: str) -> None:
        self.cancelled.append(mark)

    def kill(self, mark: str) -> None:
        raise AssertionError(f"{mark} was to be killed")


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    await log.append(S, R, "accepted", [e.RequestAccepted(kind="text", text="hi")])
    yield log
    await log.close()


async def work(log: Log, runner: ScriptedRunner, until: str, lease_s: float = 30.0) -> None:
    """Run a worker until an event of type ``until`` is in the log."""
    settings = WorkerSettings(
        "c1", [Stage.AGENT], 2, frozenset({Stage.AGENT}), lease_s,
        retry=dict.fromkeys(Stage, RetryPolicy(base_s=0.01, cap_s=0.02)),
    )  # fmt: skip
    stop = asyncio.Event()
    running = asyncio.create_task(Worker(log, runner, settings).run(stop))
    try:
        async with asyncio.timeout(20):
            async for _ in log.feed("0-0"):
                if until in [event.type for event in await log.read(S)]:
                    return
    finally:
        stop.set()
        await running


async def answer(outcome: Outcome | Failure) -> Outcome | Failure:
    return outcome


async def test_a_step_gets_its_event_and_the_folded_state_and_is_committed_once(log: Log) -> None:
    runner = ScriptedRunner(lambda job: answer(REPLY))
    await work(log, runner, "request.completed")
    (job,) = runner.jobs
    assert job.event.type == "request.accepted"
    assert job.state is not None
    assert list(job.state.requests) == [R]
    last = (await log.read(S))[-1]
    assert (last.type, last.by) == ("request.completed", "c1")
    assert last.took_ms is not None


async def test_a_transient_failure_is_tried_again_and_told(log: Log) -> None:
    async def act(job: Job) -> Outcome | Failure:
        return BUSY if job.attempt == 1 else REPLY

    await work(log, ScriptedRunner(act), "request.completed")
    assert [event.type for event in await log.read(S)] == [
        "request.accepted", "stage.retried", "request.completed",
    ]  # fmt: skip


async def test_a_failure_that_stays_ends_in_a_dead_letter_and_the_clients_error(log: Log) -> None:
    runner = ScriptedRunner(lambda job: answer(BUSY))
    await work(log, runner, "request.failed")
    assert [job.attempt for job in runner.jobs] == [1, 2, 3]
    (entry,) = await log.redis.xrange(log.keys.dead(Stage.AGENT))
    letter = json.loads(entry[1]["d"])
    assert (letter["code"], letter["attempt"], letter["session"]) == ("Busy", 3, S)
    assert json.loads(letter["input"])["type"] == "request.accepted"


async def test_a_permanent_failure_is_not_tried_again(log: Log) -> None:
    runner = ScriptedRunner(lambda job: answer(NEVER))
    await work(log, runner, "request.failed")
    assert len(runner.jobs) == 1
    failed = (await log.read(S))[-1].data
    assert isinstance(failed, e.RequestFailed)
    assert (failed.category, failed.message) == (Category.BAD_INPUT, "not like that")


async def test_poison_that_kills_its_processes_is_out_after_three_deliveries(log: Log) -> None:
    for _ in range(3):  # three consumers took it and died
        assert await Leases(log, "dead", [Stage.AGENT], lease_s=0).take(1, reclaim=True)
    runner = ScriptedRunner(lambda job: answer(REPLY))
    await work(log, runner, "request.failed", lease_s=0.01)
    assert runner.jobs == []
    assert (await log.read(S))[1].type == "stage.dead_lettered"


async def test_a_running_step_is_told_when_its_request_is_cancelled(log: Log) -> None:
    started, told = asyncio.Event(), asyncio.Event()

    class Listening(ScriptedRunner):
        def cancel(self, mark: str) -> None:
            super().cancel(mark)
            told.set()

    async def act(job: Job) -> Outcome | Failure:
        started.set()
        await told.wait()
        return REPLY

    runner = Listening(act)
    settings = WorkerSettings("c1", [Stage.AGENT], 1, frozenset(), lease_s=0.4)
    stop = asyncio.Event()
    running = asyncio.create_task(Worker(log, runner, settings).run(stop))
    await started.wait()
    await log.append(S, R, "cancel", [e.RequestCancelled()])
    async with asyncio.timeout(10):
        await told.wait()
    stop.set()
    await running
    assert [event.type for event in await log.read(S)] == ["request.accepted", "request.cancelled"]


async def test_stopping_finishes_what_is_in_hand(log: Log) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def act(job: Job) -> Outcome | Failure:
        started.set()
        await go_on.wait()
        return REPLY

    settings = WorkerSettings("c1", [Stage.AGENT], 1, frozenset())
    stop = asyncio.Event()
    running = asyncio.create_task(Worker(log, ScriptedRunner(act), settings).run(stop))
    await started.wait()
    stop.set()
    go_on.set()
    await running
    assert (await log.read(S))[-1].type == "request.completed"


async def test_progress_is_on_the_feed_and_never_in_the_log(log: Log) -> None:
    await work(log, ScriptedRunner(lambda job: answer(REPLY)), "request.completed")
    rows = await log.redis.xrange(log.keys.feed)
    assert any(fields["e"].startswith('{"type":"progress.reported"') for _, fields in rows)
    assert "progress.reported" not in {event.type for event in await log.read(S)}


class Talker(ScriptedRunner):
    """A runner whose handler asks a model that says ``said``, each a thought or not."""

    def __init__(self, *said: tuple[str, bool]) -> None:
        super().__init__(lambda job: answer(REPLY))
        self.said = said

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        for text, thought in self.said:
            progress.say(text, thought)
            await asyncio.sleep(0)
        return await self.act(job)


async def test_what_a_model_says_is_on_the_feed_whole_and_before_what_came_of_it(log: Log) -> None:
    said = [("Hm. ", True), ("Half \ud83d", True), *((f"{n} ", False) for n in range(900))]
    await work(log, Talker(*said, ("\0" * 5_000, False)), "request.completed")
    told: list[e.Data] = []
    async for entry in log.feed("0-0"):
        told.append(entry.event.data)
        if isinstance(entry.event.data, e.RequestCompleted):
            break
    tokens = [data for data in told if isinstance(data, e.TokenEmitted)]
    assert "".join(t.text for t in tokens if t.thought) == "Hm. Half ?"
    words = "".join(f"{n} " for n in range(900)) + "\0" * 5_000
    assert "".join(t.text for t in tokens if not t.thought) == words
    assert len(tokens) < 12
    assert {t.stage for t in tokens} == {Stage.AGENT}
    assert isinstance(told[-1], e.RequestCompleted)
    assert "token.emitted" not in {event.type for event in await log.read(S)}


async def test_an_outcome_that_the_log_does_not_take_fails_at_once_and_names_the_field(
    log: Log,
) -> None:
    thought = Outcome((e.AgentThought(text="h" * 20_000, engine="x"),))
    runner = ScriptedRunner(lambda job: answer(thought))
    await work(log, runner, "request.failed")
    assert len(runner.jobs) == 1
    failed = (await log.read(S))[-1].data
    assert isinstance(failed, e.RequestFailed)
    assert (failed.code, failed.category) == ("EventTooLarge", Category.TOO_LARGE)
    assert "data.text" in failed.message


async def test_no_step_is_made_on_a_state_that_lacks_what_a_newer_version_wrote(log: Log) -> None:
    patched = '{"type":"scene.patched","v":9,"data":{"delta":"?"}}'
    await log.redis.xadd(log.keys.log(S), {"request": "", "e": patched})
    runner = ScriptedRunner(lambda job: answer(REPLY))
    await work(log, runner, "request.failed")
    assert runner.jobs == []
    failed = (await log.read(S))[-1].data
    assert isinstance(failed, e.RequestFailed)
    assert failed.code == "NewerLog"
    assert "does not understand scene.patched v9" in failed.message
    assert "update this one" in failed.message
