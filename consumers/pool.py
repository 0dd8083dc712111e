"""Engine processes, kept at a number, for a worker to run its jobs on.

A process that dies in a job fails that job as unavailable (so it is tried again elsewhere, a
bounded number of times) and is replaced.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from consumers import host, registry
from consumers.settings import EngineSettings
from consumers.telling import Said
from schemas.errors import Category, MissingEngine
from schemas.flow import Stage
from streams.ending import end
from streams.step import Failure, Job, Outcome, Progress

logger = logging.getLogger(__name__)

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
"""Between attempts to replace a process that died: models may need memory that comes back later."""


@dataclass(slots=True)
class _Engine:
    process: BaseProcess
    pipe: Connection
    killed: bool = False


class EnginePool:
    """Runs jobs on ``size`` engine processes. Implements ``streams.step.Runner``.

    ``engines``: what each stage runs on, known once started.
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
        self._idle: asyncio.Queue[_Engine] = asyncio.Queue()
        self._all: list[_Engine] = []
        self._at_work: dict[str, _Engine] = {}
        self._replacing: set[asyncio.Task[None]] = set()
        self.engines: dict[Stage, str] = {}

    async def start(self) -> None:
        """Start all processes and wait until their engines are loaded.

        Raises ``MissingEngine`` with every stage's reason when one can not run here.
        """
        engines = [self._spawn() for _ in range(self._size)]
        for engine in engines:
            await self._settle(engine)
            self._idle.put_nowait(engine)

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        """Run the job on the next idle engine."""
        engine = await self._idle.get()
        self._at_work[mark] = engine
        try:
            progress.began()
            engine.pipe.send(host.Run(mark, job))
            result = await self._answer(engine, mark, progress)
            if engine.killed:  # it answered with its last breath
                raise EOFError
        except (EOFError, OSError):
            result = await self._buried(engine, job)
            replacing = asyncio.create_task(self._replace())
            self._replacing.add(replacing)
            replacing.add_done_callback(self._replacing.discard)
        else:
            self._idle.put_nowait(engine)
        finally:
            del self._at_work[mark]
        return result

    def cancel(self, mark: str) -> None:
        """Ask the handler of ``mark`` to stop at its next callback."""
        engine = self._at_work.get(mark)
        if engine is not None:
            try:
                engine.pipe.send(host.Stop(mark))
            except OSError:
                logger.debug("engine.gone", extra={"mark": mark})  # its job fails by itself

    def kill(self, mark: str) -> None:
        """End the process that runs ``mark``; ``run`` sees it die, and replaces it."""
        engine = self._at_work.get(mark)
        if engine is not None:
            engine.killed = True
            engine.process.kill()

    async def stop(self) -> None:
        """End all processes: closing the pipe tells them, a second later they are killed."""
        await end(*self._replacing)
        for engine in self._all:
            engine.pipe.close()
        for engine in self._all:
            await asyncio.to_thread(engine.process.join, 1.0)
            if engine.process.is_alive():
                engine.process.kill()
                await asyncio.to_thread(engine.process.join)
        self._all.clear()

    async def _answer(self, engine: _Engine, mark: str, progress: Progress) -> Outcome | Failure:
        while True:
            message = await _received(engine.pipe)
            match message:
                case Said(mark=said):
                    if said == mark:
                        progress.report(message.fraction, message.label, message.preview)
                case host.Ended(mark=ended):
                    if ended == mark:
                        return message.result

    async def _buried(self, engine: _Engine, job: Job) -> Failure:
        await asyncio.to_thread(engine.process.join, 5.0)
        code = engine.process.exitcode
        self._all.remove(engine)
        logger.error("engine.died", extra={"stage": job.stage, "exitcode": code})
        return Failure(
            Category.UNAVAILABLE,
            "EngineDied",
            f"the engine process of the {job.stage} stage died (exit code {code}) on "
            f"{job.event.type}; look at its memory and at the system's log",
            engine=self.engines.get(job.stage, ""),
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
            self._idle.put_nowait(engine)
            return

    def _spawn(self) -> _Engine:
        ours, theirs = self._spawning.Pipe()
        process = self._spawning.Process(
            target=host.main, args=(theirs, self._stages, self._settings, self._load), daemon=True
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
