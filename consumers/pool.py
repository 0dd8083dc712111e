"""Engine processes, kept at a number, for a worker to run its jobs on.

A process that dies in a job fails that job, and those that ran with it, as unavailable (so that
each is tried again elsewhere, a bounded number of times) and is replaced; what only waited in it
goes to another. Jobs wait here until a process is free for them, but where there is one alone: it
has them at once, and gathers them itself.
"""

from __future__ import annotations

import asyncio
import logging
import math
import multiprocessing
from collections import OrderedDict
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from consumers import host, registry
from consumers.handler import StepCancelled
from consumers.settings import EngineSettings
from consumers.telling import Said, Spoken
from schemas.errors import Category, MissingEngine
from schemas.flow import Stage
from streams.ending import end
from streams.step import Failure, Job, Outcome, Progress

logger = logging.getLogger(__name__)

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
"""Between attempts to replace a process that died: models may need memory that comes back later."""
DEATHS = 2
"""A step that so many processes died with is taken to have begun in the last: it may have killed
them before it could say so, as by what its engine needs to be loaded."""
MATES_WITHIN_S = 0.004
"""How long an idle engine that takes several steps waits for those that are on their way."""


@dataclass(eq=False, slots=True)
class _Step:
    """A job in the pool, and who waits for it. ``until``: by when its mates should be here;
    ``deaths``: processes that died while they had it."""

    mark: str
    job: Job
    progress: Progress
    result: asyncio.Future[Outcome | Failure]
    until: float
    began: bool = False
    deaths: int = 0


@dataclass(eq=False, slots=True)
class _Engine:
    """A process and the steps that it has, by mark."""

    process: BaseProcess
    pipe: Connection
    killed: bool = False
    has: dict[str, _Step] = field(default_factory=dict)


class EnginePool:
    """Runs jobs on ``size`` engine processes. Implements ``streams.step.Runner``.

    Known once started: ``engines``: what each stage runs on; ``batches``: how many steps of it go
    together at most; ``needs_mib``: the memory of a GPU that it needs; ``has_mib``: that there is.
    """

    def __init__(
        self,
        stages: Sequence[Stage],
        settings: EngineSettings,
        size: int,
        load: host.Load = registry.load,
    ) -> None:
        self._stages, self._settings, self._size = tuple(stages), settings, size
        self._load = load
        self._spawning = multiprocessing.get_context("spawn")
        self._all: list[_Engine] = []
        self._ready: list[_Engine] = []
        self._line: OrderedDict[str, _Step] = OrderedDict()
        self._looking: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.engines: dict[Stage, str] = {}
        self.batches: dict[Stage, int] = {}
        self.needs_mib: dict[Stage, int] = {}
        self.has_mib = 0

    async def start(self) -> None:
        """Start all processes and wait until their engines are loaded.

        Raises ``MissingEngine`` with every stage's reason when one can not run here.
        """
        for engine in [self._spawn() for _ in range(self._size)]:
            await self._settle(engine)
            self._join(engine)

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        """Run the job on the next engine that has room for it."""
        loop = asyncio.get_running_loop()
        until = loop.time() + MATES_WITHIN_S
        step = _Step(mark, job, progress, loop.create_future(), until)
        progress.waits()
        self._line[mark] = step
        self._look()
        try:
            return await step.result
        except asyncio.CancelledError:
            if self._line.pop(mark, None) is None:
                self.cancel(mark)  # its engine has it, and need not begin or go on
            raise

    def cancel(self, mark: str) -> None:
        """Ask the handler of ``mark`` to stop at its next callback; one that waits is stopped."""
        step = self._line.pop(mark, None)
        if step is not None:
            stopped = StepCancelled(StepCancelled.__doc__)
            _settle(step, Failure(stopped.category, stopped.code, str(stopped)))
        for engine in self._all:
            if mark in engine.has:
                try:
                    engine.pipe.send(host.Stop(mark))
                except OSError:
                    logger.debug("engine.gone", extra={"mark": mark})  # its job fails by itself

    def kill(self, mark: str) -> None:
        """End the process that runs ``mark``; ``run`` sees it die, and replaces it."""
        for engine in self._all:
            if mark in engine.has:
                engine.killed = True
                engine.process.kill()

    async def stop(self) -> None:
        """End all processes: closing the pipe tells them, a second later they are killed."""
        await end(*self._tasks)
        for engine in self._all:
            engine.pipe.close()
        for engine in self._all:
            await asyncio.to_thread(engine.process.join, 1.0)
            if engine.process.is_alive():
                engine.process.kill()
                await asyncio.to_thread(engine.process.join)
        self._all.clear()

    def _look(self) -> None:
        """Give out what there is room for: first what is not bulk, as it was taken."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        given: dict[_Engine, dict[str, Job]] = {}
        now = asyncio.get_running_loop().time()  # one for all, or a later step might go first
        for step in sorted(self._line.values(), key=lambda step: (step.job.bulk, step.job.since)):
            engine = min(self._ready, key=self._load_of, default=None)
            if engine is None or self._load_of(engine) >= self._most:
                break
            if not engine.has and self._waits_for_mates(step, now):
                continue
            if self._load_of(engine) + self._weight(step) > self._most:
                break  # lest lighter ones overtake it for ever
            del self._line[step.mark]
            engine.has[step.mark] = step
            given.setdefault(engine, {})[step.mark] = step.job
        for engine, jobs in given.items():
            try:
                engine.pipe.send(host.Run(jobs))
            except OSError:
                logger.debug("engine.gone", extra={"marks": len(jobs)})  # ``_hear`` sees it die

    @property
    def _most(self) -> float:
        """How many goes a process may have: where no other could take them, all that there are."""
        return math.inf if self._size == 1 else 1.0

    def _batch(self, step: _Step) -> int:
        return self.batches.get(step.job.stage, 1)

    def _weight(self, step: _Step) -> float:
        """How much of a go the step is."""
        return 1.0 / self._batch(step)

    def _load_of(self, engine: _Engine) -> float:
        """How many goes the engine has."""
        return round(sum(map(self._weight, engine.has.values())), 6)

    def _waits_for_mates(self, step: _Step, now: float) -> bool:
        """Whether more that may go with ``step`` are about to come: then look again soon."""
        batch = self._batch(step)
        here = [other for other in self._line.values() if other.job.stage == step.job.stage]
        until = min(other.until for other in here)
        if len(here) >= batch or not here[-1].job.mates or now >= until:
            return False
        if self._looking is None:
            self._looking = asyncio.get_running_loop().call_at(until, self._look)
        return True

    def _join(self, engine: _Engine) -> None:
        """A process whose engines are loaded is one of ours now."""
        self._ready.append(engine)
        self._do(self._hear(engine))
        self._look()

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _hear(self, engine: _Engine) -> None:
        """What the process says, until it dies."""
        try:
            while True:
                self._heard(engine, await _received(engine.pipe))
        except (EOFError, OSError):
            await self._bury(engine)
            self._do(self._replace())

    def _heard(self, engine: _Engine, message: object) -> None:
        match message:
            case host.Began(marks=marks):
                for mark in marks:
                    engine.has[mark].began = True
                    engine.has[mark].progress.began()
            case Said(mark=mark):
                if mark in engine.has:
                    engine.has[mark].progress.report(
                        message.fraction, message.label, message.preview
                    )
            case Spoken(mark=mark):
                if mark in engine.has:
                    engine.has[mark].progress.say(message.text, message.thought)
            case host.Ended(mark=mark):
                if not engine.killed:  # it answered with its last breath
                    _settle(engine.has.pop(mark), message.result)
                    self._look()

    async def _bury(self, engine: _Engine) -> None:
        """Fail what ran in a process that died; what waited in it is the first in the line."""
        self._ready.remove(engine)
        await asyncio.to_thread(engine.process.join, 5.0)
        self._all.remove(engine)
        for step in reversed(engine.has.values()):
            step.deaths += 1
            if step.began or step.deaths >= DEATHS:
                _settle(step, self._died(engine, step.job))
            elif not step.result.done():
                self._line[step.mark] = step
                self._line.move_to_end(step.mark, last=False)
        engine.has.clear()
        self._look()

    def _died(self, engine: _Engine, job: Job) -> Failure:
        code, stage = engine.process.exitcode, job.stage
        logger.error("engine.died", extra={"stage": stage, "exitcode": code})
        others = sum(step.began for step in engine.has.values()) - 1
        beside = f", which ran beside {others} more that are tried again alone" if others else ""
        return Failure(
            Category.UNAVAILABLE,
            "EngineDied",
            f"the engine process of the {stage} stage died (exit code {code}) on "
            f"{job.event.type}{beside}; look at its memory and at the system's log",
            engine=self.engines.get(stage, ""),
            environment={"process": str(engine.process.pid), "exit code": str(code)},
        )

    async def _replace(self) -> None:
        """Start a process in place of one that died, however long that takes and often it fails."""
        pause_s = FIRST_PAUSE_S
        while True:
            engine = self._spawn()
            try:
                await self._settle(engine)
            except MissingEngine as failed:
                logger.error("engine.not_replaced", extra={"error": str(failed)})
                self._all.remove(engine)
                engine.process.kill()
                await asyncio.sleep(pause_s)
                pause_s = min(2 * pause_s, LONGEST_PAUSE_S)
                continue
            self._join(engine)
            return

    def _spawn(self) -> _Engine:
        ours, theirs = self._spawning.Pipe()
        process = self._spawning.Process(
            target=host.main,
            args=(theirs, self._stages, self._settings, self._load, self._size),
            daemon=True,
        )
        process.start()
        theirs.close()
        engine = _Engine(process, ours)
        self._all.append(engine)
        return engine

    async def _settle(self, engine: _Engine) -> None:
        try:
            ready = await _received(engine.pipe)
        except (EOFError, OSError) as died:
            raise MissingEngine(
                "an engine process ended while it started; run `scenestream doctor`"
            ) from died
        if isinstance(ready, host.Ready) and ready.failures:
            told = "; ".join(f"{stage}: {why}" for stage, why in ready.failures.items())
            raise MissingEngine(told)
        if isinstance(ready, host.Ready):
            self.engines.update(ready.engines)
            self.batches.update(ready.batches)
            self.needs_mib.update(ready.needs_mib)
            self.has_mib = ready.has_mib


def _settle(step: _Step, result: Outcome | Failure) -> None:
    if not step.result.done():  # whoever waited for it may have gone
        step.result.set_result(result)


def _wake(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)


async def _received(pipe: Connection) -> object:
    """The next message, without a thread: the loop watches the pipe."""
    loop = asyncio.get_running_loop()
    while not pipe.poll():
        readable: asyncio.Future[None] = loop.create_future()
        loop.add_reader(pipe.fileno(), _wake, readable)
        try:
            await readable
        finally:
            loop.remove_reader(pipe.fileno())
    return pipe.recv()
