"""The engine process: runs one handler at a time, beside the process that holds its lease.

Models may hold the GIL, crash or be killed here; the worker that holds the leases lives on. The
parent speaks over a pipe: ``Run`` and ``Stop`` in, ``Ready``, ``Said`` and ``Ended`` out.
"""

from __future__ import annotations

import ctypes
import os
import queue
import signal
import sys
import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection

from consumers.handler import Context, StepCancelled, Tasks, engines_of
from consumers.settings import EngineSettings, reaching
from consumers.telling import Said, Teller
from schemas.errors import Category, MissingEngine, ScenestreamError
from schemas.flow import Stage
from schemas.state import Options
from streams.artifacts import ArtifactStore
from streams.step import NO_OPTIONS, Failure, Job, Outcome

KEPT = 4
"""Engines of forks that stay loaded beside the deployment's own; what is least used goes first."""


class ForkNeeds(MissingEngine):
    """A fork's engine can not run here; fork again with another one."""

    def __init__(self, stage: Stage, engine: str, missing: MissingEngine) -> None:
        self.stage, self.engine = stage, engine
        super().__init__(
            f"this fork's engine {stage}={engine} can not run here: {missing}; fork again with "
            f"another --engine {stage}=ENGINE, or without"
        )


@dataclass(frozen=True, slots=True)
class Run:
    mark: str
    job: Job


@dataclass(frozen=True, slots=True)
class Stop:
    mark: str


@dataclass(frozen=True, slots=True)
class Ready:
    """The stages are loaded; ``failures``: those that could not be, by name. ``engines``: what the
    others run on."""

    failures: dict[str, str]
    engines: dict[Stage, str]


@dataclass(frozen=True, slots=True)
class Ended:
    mark: str
    result: Outcome | Failure


Load = Callable[[Stage, EngineSettings], Tasks]
"""Finds a stage's handlers; importable, since it is called in the engine process."""


def main(pipe: Connection, stages: tuple[Stage, ...], settings: EngineSettings, load: Load) -> None:
    """Serve ``pipe`` until it closes. The target of the engine process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, who drains us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _die_with_parent()
    _Host(pipe, stages, settings, load).serve()


class _Host:
    def __init__(
        self, pipe: Connection, stages: tuple[Stage, ...], settings: EngineSettings, load: Load
    ) -> None:
        self._pipe, self._settings, self._load = pipe, settings, load
        self._artifacts = ArtifactStore(settings.artifacts)
        self._jobs: queue.SimpleQueue[Run | None] = queue.SimpleQueue()
        self._stopped: set[str] = set()
        self._writing = threading.Lock()
        self._tasks: dict[Stage, Tasks] = {}
        self._otherwise: OrderedDict[tuple[Stage, Options], Tasks] = OrderedDict()
        self._stages = stages

    def serve(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()
        failures: dict[str, str] = {}
        for stage in self._stages:
            try:
                self._tasks[stage] = self._load(stage, self._settings)
            except ScenestreamError as missing:
                failures[stage] = str(missing)
        self._send(Ready(failures, {stage: self._engine(stage) for stage in self._tasks}))
        while (run := self._jobs.get()) is not None:
            result = self._run(run)
            if isinstance(result, Failure):
                result = replace(result, engine=self._engine_of(run.job), environment=_process())
            self._stopped.discard(run.mark)
            self._send(Ended(run.mark, result))

    def _engine(self, stage: Stage) -> str:
        """The engines and models that ``stage`` runs on, whatever "auto" chose; the usual one
        first."""
        handlers = self._tasks[stage].values()
        named = dict.fromkeys(name for handler in handlers for name in engines_of(handler))
        asked = self._settings.engine(stage)
        return ", ".join(named) or ("embedded" if asked == "auto" else asked)

    def _engine_of(self, job: Job) -> str:
        return dict(job.options.engines).get(job.stage) or self._engine(job.stage)

    def _tasks_of(self, job: Job) -> Tasks:
        """The handlers of the job's stage; a fork's may run on another engine, or with another
        seed. Raises ``MissingEngine``."""
        options = reaching(job.options, job.stage)
        if options == NO_OPTIONS:
            return self._tasks[job.stage]
        known = self._otherwise.pop((job.stage, options), None)
        if known is None:
            try:
                known = self._load(job.stage, self._settings.otherwise(options))
            except MissingEngine as missing:
                raise ForkNeeds(job.stage, self._engine_of(job), missing) from missing
        self._otherwise[job.stage, options] = known
        while len(self._otherwise) > KEPT:
            self._otherwise.popitem(last=False)
        return known

    def _listen(self) -> None:
        while True:
            try:
                message = self._pipe.recv()
            except (EOFError, OSError):
                os._exit(0)  # the parent is gone: nobody waits for what we still do
            if isinstance(message, Stop):
                self._stopped.add(message.mark)
            else:
                self._jobs.put(message)

    def _send(self, message: Ready | Said | Ended) -> None:
        with self._writing:
            try:
                self._pipe.send(message)
            except OSError:
                os._exit(0)

    def _run(self, run: Run) -> Outcome | Failure:
        job, mark = run.job, run.mark
        context = Context(
            artifacts=self._artifacts,
            state=job.state,
            progress=Teller(mark, self._artifacts, self._send),
            cancelled=lambda: mark in self._stopped,
        )
        return attempt(job, context, lambda: self._tasks_of(job)[job.task](job.event, context))


def attempt(job: Job, context: Context, run: Callable[[], Outcome]) -> Outcome | Failure:
    """What comes of ``run``, which runs the job's handler; what that raises is a typed failure."""
    try:
        context.check()
        return run()
    except StepCancelled as stopped:
        return Failure(stopped.category, stopped.code, str(stopped))
    except ScenestreamError as known:
        return Failure(known.category, known.code, str(known), traceback.format_exc())
    except MemoryError as memory:
        return Failure(Category.UNAVAILABLE, "OutOfMemory", str(memory), traceback.format_exc())
    except Exception as bug:  # noqa: BLE001 - the outermost loop: a bug is a typed failure
        return Failure(
            Category.INTERNAL,
            type(bug).__name__,
            f"the {job.stage} stage failed on {job.event.type}: {bug}",
            traceback.format_exc(),
        )


def _process() -> dict[str, str]:
    """What a dead letter tells of this process."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024
    return {"process": str(os.getpid()), "peak memory": f"{peak * unit / 2**20:.0f} MB"}


def _die_with_parent() -> None:
    """Ask the kernel to kill us with our parent, also when a handler never lets the GIL go."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1  # linux/prctl.h
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)
