"""The engine process: runs one go of handlers at a time, beside the process that holds the leases.

Models may hold the GIL, crash or be killed here; the worker that holds the leases lives on. The
parent speaks over a pipe: ``Run`` and ``Stop`` in; ``Ready``, ``Began``, ``Said``, ``Spoken``,
``Ended`` out.
What waits here is read ahead, and gathered into goes when the engine is free.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing.connection import Connection

from consumers.desk import Desk, Shelf
from consumers.gather import Gatherer, OfKey, Waiting
from consumers.going import Turn, failure_of, go
from consumers.gpu import driver_memory_mib
from consumers.handler import Context, Handler, Tasks, batch_of, engines_of, is_batch, needs_of
from consumers.residency import Residency
from consumers.settings import EngineSettings, reaching
from consumers.telling import Said, Spoken, Teller
from schemas.errors import MissingEngine, ScenestreamError
from schemas.events import Event
from schemas.flow import Stage
from schemas.state import Options
from streams.step import NO_OPTIONS, Failure, Job, Outcome

SWITCH_S = 0.001
"""How long a handler may keep the threads beside it, which read ahead and answer, from the GIL."""
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
    """Jobs by their marks, which came together."""

    jobs: dict[str, Job]


@dataclass(frozen=True, slots=True)
class Stop:
    """The step is not wanted any more."""

    mark: str


@dataclass(frozen=True, slots=True)
class Ready:
    """The stages are loaded; ``failures``: those that could not be, by name. ``engines``: what the
    others run on; ``batches``: how many steps of a stage go together at most; ``needs_mib``: the
    memory of a GPU that they need, of those that need any; ``has_mib``: what there is of it."""

    failures: dict[str, str]
    engines: dict[Stage, str]
    batches: dict[Stage, int]
    needs_mib: dict[Stage, int]
    has_mib: int


@dataclass(frozen=True, slots=True)
class Began:
    """The handler of these steps starts."""

    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    mark: str
    result: Outcome | Failure


Message = Ready | Began | Said | Spoken | Ended
"""What an engine process says."""

Load = Callable[[Stage, EngineSettings], Tasks]
"""Finds a stage's handlers; importable, since it is called in the engine process."""


def main(
    pipe: Connection, stages: tuple[Stage, ...], settings: EngineSettings, load: Load, sharers: int
) -> None:
    """Serve ``pipe`` until it closes. The target of the engine process, one of ``sharers``."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, who drains us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _die_with_parent()
    sys.setswitchinterval(SWITCH_S)
    has_mib = driver_memory_mib() if settings.device_mib is None else settings.device_mib
    settings = replace(settings, residency=Residency(has_mib, sharers))
    _Host(pipe, stages, settings, load, has_mib).serve()


@dataclass(frozen=True, slots=True)
class _Held:
    """A job in this process. ``event``: its input, or why it can not be read."""

    job: Job
    event: Event | ScenestreamError


class _Host:
    def __init__(
        self,
        pipe: Connection,
        stages: tuple[Stage, ...],
        settings: EngineSettings,
        load: Load,
        has_mib: int,
    ) -> None:
        self._pipe, self._settings, self._load = pipe, settings, load
        self._stages, self._has_mib = stages, has_mib
        self._shelf = Shelf(settings.artifacts)
        self._came = threading.Condition()
        self._inbox: list[tuple[str, _Held]] = []
        self._stopped: set[str] = set()
        self._writing = threading.Lock()
        self._line: Gatherer[_Held] = Gatherer()
        self._tasks: dict[Stage, Tasks] = {}
        self._otherwise: OrderedDict[tuple[Stage, Options], Tasks] = OrderedDict()

    def serve(self) -> None:
        """Load the stages, then run what comes. Ends with the process."""
        failures: dict[str, str] = {}
        for stage in self._stages:
            try:
                self._tasks[stage] = self._load(stage, self._settings)
            except ScenestreamError as missing:
                failures[stage] = str(missing)
        batches = {s: max(map(batch_of, tasks.values())) for s, tasks in self._tasks.items()}
        engines = {stage: self._engine(stage) for stage in self._tasks}
        threading.Thread(target=self._listen, daemon=True).start()
        needs = {s: max(map(needs_of, tasks.values())) for s, tasks in self._tasks.items()}
        needs = {stage: mib for stage, mib in needs.items() if mib}
        self._send(Ready(failures, engines, batches, needs, self._has_mib))
        while True:
            self._run(self._next())

    def _engine(self, stage: Stage) -> str:
        """The engines and models that ``stage`` runs on, whatever "auto" chose; the usual one
        first."""
        handlers = self._tasks[stage].values()
        named = dict.fromkeys(name for handler in handlers for name in engines_of(handler))
        asked = self._settings.engine(stage)
        return ", ".join(named) or ("embedded" if asked == "auto" else asked)

    def _engine_of(self, job: Job) -> str:
        return dict(job.options.engines).get(job.stage) or self._engine(job.stage)

    def _handler_of(self, job: Job) -> Handler:
        """The handler of the job; a fork's may run on another engine, or with another seed. Raises
        ``MissingEngine``."""
        options = reaching(job.options, job.stage)
        if options == NO_OPTIONS:
            return self._tasks[job.stage][job.task]
        known = self._otherwise.pop((job.stage, options), None)
        if known is None:
            try:
                known = self._load(job.stage, self._settings.otherwise(options))
            except MissingEngine as missing:
                raise ForkNeeds(job.stage, self._engine_of(job), missing) from missing
        self._otherwise[job.stage, options] = known
        while len(self._otherwise) > KEPT:
            self._otherwise.popitem(last=False)
        return known[job.task]

    def _listen(self) -> None:
        """The listening thread: what comes while the engine works is read ahead."""
        while True:
            try:
                message = self._pipe.recv()
            except (EOFError, OSError):
                os._exit(0)  # the parent is gone: nobody waits for what we still do
            if isinstance(message, Stop):
                self._stopped.add(message.mark)
                continue
            came = [(mark, self._opened(job)) for mark, job in message.jobs.items()]
            with self._came:
                self._inbox += came
                self._came.notify()

    def _opened(self, job: Job) -> _Held:
        try:
            event = job.event
        except ScenestreamError as unreadable:
            return _Held(job, unreadable)
        self._shelf.fetch(event.data)
        return _Held(job, event)

    def _next(self) -> list[Waiting[_Held]]:
        """The next go, once there is one."""
        with self._came:
            while not self._inbox and not self._line:
                self._came.wait()
            came, self._inbox = self._inbox, []
        for mark, held in came:
            self._line.add(self._waiting(mark, held))
        return self._line.next()

    def _waiting(self, mark: str, held: _Held) -> Waiting[_Held]:
        job = held.job
        key, most = self._kind(held) if job.attempt == 1 else (None, 1)
        return Waiting(mark, key, most, job.bulk, held)

    def _kind(self, held: _Held) -> tuple[Hashable | None, int]:
        """What the job may go together with; a handler that can not even say so is tried alone."""
        if isinstance(held.event, ScenestreamError):
            return None, 1
        job = held.job
        try:
            handler = self._handler_of(job)
            if not is_batch(handler):
                return None, 1
            key = (job.stage, job.task, reaching(job.options, job.stage))
            return (*key, handler.alike(held.event)), handler.batch
        except Exception:  # noqa: BLE001 - it is met again, and told of, when the job runs
            return None, 1

    def _send(self, message: Message) -> None:
        with self._writing:
            try:
                self._pipe.send(message)
            except OSError:
                os._exit(0)

    def _run(self, gathered: list[Waiting[_Held]]) -> None:
        """Run a go, and see each of its steps to its end."""
        self._send(Began(tuple(waiting.mark for waiting in gathered)))
        turns, desks = [], []
        for waiting in gathered:
            job, event = waiting.item.job, waiting.item.event
            if isinstance(event, ScenestreamError):
                self._end(waiting, failure_of(job, event))
                return  # it goes alone
            desk = Desk(self._shelf)
            desks.append(desk)
            turns.append(Turn(job, event, self._context(waiting.mark, job, desk)))
        try:
            handler = self._handler_of(turns[0].job)
        except Exception as raised:  # noqa: BLE001 - the outermost loop: a bug is a typed failure
            for waiting in gathered:
                self._end(waiting, failure_of(waiting.item.job, raised))
            return
        results = go(handler, turns, OfKey(self._line.widths, gathered[0].key))
        for waiting, desk, turn, result in zip(gathered, desks, turns, results, strict=True):
            self._shelf.forget(turn.event.data)
            if desk.is_settled or isinstance(result, Failure):
                self._end(waiting, result)
            else:
                desk.when_over(partial(self._finish, waiting, desk, result))

    def _context(self, mark: str, job: Job, desk: Desk) -> Context:
        teller = Teller(mark, self._shelf.write, self._send)
        return Context(
            artifacts=desk,
            state=job.state,
            progress=teller,
            cancelled=lambda: mark in self._stopped,
            say=teller.say,
        )

    def _finish(self, waiting: Waiting[_Held], desk: Desk, outcome: Outcome) -> None:
        """The step ends, now that all that it put lies in the store, or could not be put there. In
        the thread that wrote the last of it: to wake another would take as long as it is to wait.
        """
        try:
            desk.settle()
        except Exception as raised:  # noqa: BLE001 - the outermost loop of a step
            self._end(waiting, failure_of(waiting.item.job, raised))
        else:
            self._end(waiting, outcome)

    def _end(self, waiting: Waiting[_Held], result: Outcome | Failure) -> None:
        if isinstance(result, Failure):
            engine = self._engine_of(waiting.item.job)
            result = replace(result, engine=engine, environment=_process())
        self._stopped.discard(waiting.mark)
        self._send(Ended(waiting.mark, result))


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
