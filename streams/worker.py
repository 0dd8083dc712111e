"""The consume loop: take, hold, run, commit or fail. The only place that ends a lease.

A worker holds leases on an event loop that never runs a handler, so a handler that holds the GIL
for minutes does not cost it its lease. One broad ``except`` stands here, at the outermost loop of a
step: whatever happens, the input is settled and the worker lives on.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from redis.exceptions import RedisError

from schemas.errors import Category, ScenestreamError
from schemas.flow import Stage
from streams.commit import Commit, Committed, Taken
from streams.deadline import Clock, run_within
from streams.ending import end
from streams.errors import EventTooLarge, NewerLog, RedisUnavailable
from streams.failing import failed
from streams.intake import Intake, Slots
from streams.lease import LEASE_S, Leases
from streams.log import Log, envelopes
from streams.lost import LOST
from streams.members import Member, Members
from streams.outage import Outage
from streams.pace import Pace
from streams.past.history import History
from streams.past.repeats import Repeats, told_how
from streams.reporting import Reporter
from streams.retry import RETRIES
from streams.state import States
from streams.step import Failure, Job, Outcome, RetryPolicy, Runner
from streams.sweep import SWEEP_S, Sweeper

logger = logging.getLogger(__name__)

RECONNECT_S = 0.5
GIVE_BACK_EVERY_S = 0.1
"""How often a worker that is told to stop looks for steps that wait for their turn."""


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """``slots``: goes at once, of as many steps as ``batches`` says of a stage, else of one;
    ``ahead``: goes that may be taken before their turn. ``stateful``: stages whose handlers get the
    folded state. ``sweep_s``: how often stranded requests are looked for, and how silent they are
    then. ``engines``: what each stage runs on; ``seed``: what they are given;
    ``needs_mib``, ``has_mib``: of a GPU's memory, what they need and what there is."""

    consumer: str
    stages: Sequence[Stage]
    slots: int
    stateful: frozenset[Stage]
    lease_s: float = LEASE_S
    drain_s: float = 30.0
    sweep_s: float = SWEEP_S
    retry: Mapping[Stage, RetryPolicy] = field(default_factory=lambda: RETRIES)
    engines: Mapping[Stage, str] = field(default_factory=dict)
    seed: int = 0
    batches: Mapping[Stage, int] = field(default_factory=dict)
    ahead: int = 0
    needs_mib: Mapping[Stage, int] = field(default_factory=dict)
    has_mib: int = 0

    def room(self) -> Slots:
        """How much a process of these settings can take."""
        return Slots(self.slots, self.batches, self.ahead)


async def work(
    logs: Iterable[Log],
    runner: Runner,
    settings: WorkerSettings,
    stop: asyncio.Event,
    history: History | None = None,
) -> None:
    """Work on all ``logs``, ``settings.slots`` goes at a time in all, until ``stop`` is set.

    ``history``: needed for sessions that are forks or archived.
    """
    slots = settings.room()
    workers = [Worker(log, runner, settings, slots, history) for log in logs]
    await asyncio.gather(*(worker.run(stop) for worker in workers))


class Worker:
    """Runs the steps of some stages on one log, until told to stop.

    ``slots`` are shared with the other logs' workers; None: its own, as many as the settings say.
    """

    _intake: Intake

    def __init__(
        self,
        log: Log,
        runner: Runner,
        settings: WorkerSettings,
        slots: Slots | None = None,
        history: History | None = None,
    ) -> None:
        self._log = log
        self._runner = runner
        self._settings = settings
        self._slots = slots or settings.room()
        self._leases = Leases(
            log, settings.consumer, settings.stages, settings.lease_s, self._slots.costs
        )
        self._states = States(log, history)
        self._outage = Outage(settings.consumer)
        self._repeats = Repeats(log, history, settings.engines, settings.seed)
        self._sweeper = Sweeper(log, settings.consumer, settings.lease_s, settings.sweep_s, history)
        self._members = Members(log)
        self._pace = Pace()
        self._member = Member(
            settings.consumer,
            settings.stages,
            settings.slots,
            settings.lease_s,
            {str(stage): engine for stage, engine in settings.engines.items()},
            {str(stage): most for stage, most in settings.batches.items() if most > 1},
            {str(stage): mib for stage, mib in settings.needs_mib.items()},
            settings.has_mib,
        )
        self._running: dict[asyncio.Task[None], _Step] = {}
        self._coming: Counter[Stage] = Counter()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until ``stop`` is set, then finish what is in hand."""
        self._intake = Intake(self._leases, self._slots, self._begin, stop)
        await self._beat()  # so that nobody holds work who has not announced itself
        heart = asyncio.create_task(self._heartbeat())
        ear = asyncio.create_task(self._hear_cancellations())
        broom = asyncio.create_task(self._sweeper.run())
        try:
            while not stop.is_set():
                await self._turn(stop)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._settings.drain_s):
                    while self._running:  # and what came with the last commits
                        await self._give_back_what_waits()
                        if self._running:
                            await asyncio.wait(self._running, timeout=GIVE_BACK_EVERY_S)
        finally:
            self._intake.close()
            await end(heart, ear, broom, *self._running)
            await self._states.close()
            await self._leave()

    async def _turn(self, stop: asyncio.Event) -> None:
        try:
            if self._intake.away:
                # Without any slot in hand: a shard that is away must not keep them from the others.
                await self._log.feed_length()
                self._intake.away = False
            await self._intake.turn()
            if self._leases.healed:
                self._leases.healed = False
                self._sweeper.wake()
            self._outage.over()
        except (*LOST, Exception) as failed:  # noqa: BLE001 - the outermost loop goes on
            self._intake.away = True
            self._outage.lost(failed)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(RECONNECT_S):
                    await stop.wait()

    def _begin(self, taken: Taken) -> None:
        deadline_s = self._settings.retry[taken.stage].deadline_s
        step = _Step(taken, Clock(self._runner, self._ticket(taken.mark), deadline_s))
        self._coming[taken.stage] += 1
        running = asyncio.create_task(self._step(step))
        self._running[running] = step
        running.add_done_callback(self._ended)

    def _ended(self, running: asyncio.Task[None]) -> None:
        step = self._running.pop(running)
        self._arrives(step)
        self._intake.ended(step.taken)

    def _arrives(self, step: _Step) -> None:
        """``step`` is with the runner, or will never be."""
        if step.is_coming:
            step.is_coming = False
            self._coming[step.taken.stage] -= 1

    async def _give_back_what_waits(self) -> None:
        """Others may have at once what was taken ahead."""
        waiting = {running: step for running, step in self._running.items() if step.clock.waits}
        if not waiting:
            return
        await end(*waiting)
        taken = [step.taken for step in waiting.values()]
        try:
            given = await self._leases.give_back(taken)
        except (*LOST, RedisError, RedisUnavailable) as lost:  # then the leases expire
            self._outage.lost(lost)
        else:
            if given:
                logger.info("work.given_back", extra={"pieces": given})

    def _ticket(self, mark: str) -> str:
        """What the runner knows a step by: a mark is unique in its shard alone."""
        return f"{self._log.keys.shard}/{mark}"

    async def _heartbeat(self) -> None:
        while True:
            await asyncio.sleep(self._settings.lease_s / 4)
            await self._beat()

    async def _beat(self) -> None:
        try:
            await self._renew_and_tell()
        except (*LOST, Exception) as lost:  # noqa: BLE001 - the heart must go on
            self._outage.lost(lost)

    async def _renew_and_tell(self) -> None:
        for mark, answer in (await self._leases.renew()).items():
            if answer != "held" and mark in self._leases.held:  # not ended meanwhile
                logger.warning("lease.gone", extra={"mark": mark, "answer": answer})
                self._runner.cancel(self._ticket(mark))
        self._member.in_flight = len(self._running)
        self._member.pace = self._pace.measure(
            {stage: done.steps for stage, done in self._member.done.items()}
        )
        async with asyncio.timeout(self._settings.lease_s / 4):  # the next renewal can not wait
            if await self._members.beat(self._member):
                await self._members.reap(self._settings.lease_s)

    async def _leave(self) -> None:
        self._member.in_flight = 0
        try:
            await self._members.leave(self._member)
        except (*LOST, RedisError, RedisUnavailable) as lost:  # then the others find us silent
            self._outage.lost(lost)

    async def _hear_cancellations(self) -> None:
        async for request in self._log.cancellations():
            for taken in self._leases.held_for(request):
                logger.info("step.cancelled", extra={"mark": taken.mark, "request": request})
                self._runner.cancel(self._ticket(taken.mark))

    async def _step(self, step: _Step) -> None:
        taken = step.taken
        outcome = "error"
        try:
            outcome = await self._run_and_commit(step)
        except (*LOST, RedisError, RedisUnavailable) as lost:  # the lease expires, others go on
            self._outage.lost(lost)
        except asyncio.CancelledError:
            outcome = "left"
            raise
        except Exception:  # the outermost loop of a step: report, leave the lease to expire
            logger.exception("step.error", extra={"stage": taken.stage, "entry": taken.entry})
        finally:
            self._leases.release(taken)
            ms = step.clock.ran_s() * 1000
            self._slots.took(ms / 1000)
            if outcome not in ("error", "left") and "lost" not in outcome:  # else another does it
                failed = outcome.startswith(("dead", "retried"))
                self._member.count(taken.stage, ms, failed)
            logger.info(
                "step.done",
                extra={
                    "stage": taken.stage,
                    "task": taken.task,
                    "session": taken.session,
                    "request": taken.request,
                    "attempt": taken.attempt,
                    "outcome": outcome,
                    "ms": round(ms, 1),
                },
            )

    async def _run_and_commit(self, step: _Step) -> str:
        taken = step.taken
        if taken.attempt > self._settings.retry[taken.stage].attempts:
            poison = Failure(
                Category.INTERNAL,
                "Poisoned",
                f"the {taken.stage} step was started {taken.attempt - 1} times and never finished; "
                "it may kill its process",
            )
            return await self._fail(taken, poison)
        while True:
            try:
                result = await self._run(step)
            except RedisUnavailable:
                raise
            except ScenestreamError as broken:  # what the step needs, its session's past included
                result = Failure(broken.category, broken.code, str(broken))
            if isinstance(result, Failure):
                return await self._fail(taken, result)
            took_ms = round(step.clock.ran_s() * 1000, 1)
            try:
                outcome = await self._commit(taken, result, took_ms)
            except EventTooLarge as refused:  # the same handler would say as much again
                why = Failure(refused.category, refused.code, str(refused))
                return await self._fail(taken, why)
            if outcome != "stale":
                return outcome

    async def _run(self, step: _Step) -> Outcome | Failure:
        taken = step.taken
        stateful = taken.stage in self._settings.stateful
        state = await self._states.get(taken.session) if stateful else None
        if state is not None and state.lacks:  # better no step than one on half a state
            newest = state.newer[-1][1] if state.newer else "?"
            why = f"this consumer does not understand {newest}. {NewerLog.__doc__}"
            return Failure(NewerLog.category, NewerLog.__name__, why)
        options = await self._repeats.options(taken)
        self._arrives(step)
        job = Job(
            taken.stage,
            taken.task,
            taken.body,
            taken.event_id,
            taken.session,
            taken.request,
            state,
            taken.attempt,
            options,
            taken.queue.bulk,
            step.since,
            self._coming[taken.stage],
        )
        known = await self._repeats.find(taken, job)
        if known is not None:
            return known
        reporter = Reporter(self._log, taken, self._settings.consumer)
        ticket = self._ticket(taken.mark)
        try:
            result = await run_within(self._runner, job, ticket, reporter, step.clock)
        finally:
            await reporter.close()
        seed = self._repeats.seed(taken.stage, job.options)
        return replace(result, seed=seed) if seed and isinstance(result, Outcome) else result

    async def _commit(self, taken: Taken, outcome: Outcome, took_ms: float) -> str:
        events = envelopes(
            outcome.payloads,
            taken.session,
            taken.request,
            taken.event_id,
            self._settings.consumer,
            took_ms,
        )
        if outcome.seed or outcome.reuses:
            events = told_how(events, outcome)
        commit = Commit(
            taken.session,
            taken.request,
            taken.mark,
            tuple(events),
            taken,
            self._settings.consumer,
            outcome.revision,
        )
        if outcome.revision is None:
            return (await self._end(taken, commit)).outcome
        # One that is refused for its revision is no end of its step: it leaves its slot to nobody.
        answer = await self._log.commit(commit)
        self._intake.miss()
        return answer.outcome

    async def _fail(self, taken: Taken, why: Failure) -> str:
        why = replace(why, engine=why.engine or self._settings.engines.get(taken.stage, ""))
        policy = self._settings.retry[taken.stage]
        commit = failed(taken, why, policy, self._settings.consumer, datetime.now(UTC))
        answer = await self._end(taken, commit)
        return f"{'dead' if commit.dead_letter else 'retried'} ({answer.outcome})"

    async def _end(self, taken: Taken, commit: Commit) -> Committed:
        """Make the commit that ends a step; a take may ride along for the room it leaves."""
        self._intake.leaves(taken)
        return await self._log.commit(commit, self._intake)


@dataclass(eq=False, slots=True)
class _Step:
    """A piece of work in hand, ``since`` when; ``is_coming``: the runner has not got it yet."""

    taken: Taken
    clock: Clock
    since: float = field(default_factory=time.monotonic)
    is_coming: bool = True
