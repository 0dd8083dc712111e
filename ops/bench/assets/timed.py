"""The product's own handlers, which write down when they and their engines worked."""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, is_dataclass, replace
from pathlib import Path
from typing import Any

from consumers import registry
from consumers.handler import Context, Handler, Tasks
from consumers.settings import EngineSettings
from schemas.events import Event
from schemas.flow import Stage
from streams.step import Outcome

TIMES = "times.ndjson"
PARTS = ("engine", "gate")
"""Spans that lie within those of handlers."""


@dataclass(frozen=True, slots=True)
class Span:
    """``what``: a stage's name, ``engine`` for the call of a mesh engine, ``gate`` for that of the
    asset gate. ``began``, ``ended``:
    seconds of the machine's monotonic clock; ``cpu_s``: processor time of the thread meanwhile;
    ``peak_mb``: what the process had held at most by then."""

    what: str
    request: str
    began: float
    ended: float
    cpu_s: float
    peak_mb: float

    @property
    def took_s(self) -> float:
        return self.ended - self.began


class Times:
    """The file of one process."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / TIMES).open("a")
        self.request = ""

    @contextmanager
    def span(self, what: str) -> Iterator[None]:
        """Write down how long what is within takes."""
        began, cpu = time.monotonic(), time.thread_time()
        try:
            yield
        finally:
            ended, cpu_s = time.monotonic(), time.thread_time() - cpu
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            row = (what, self.request, began, ended, cpu_s, peak)
            self._file.write(json.dumps(row) + "\n")
            self._file.flush()


def spans(folder: Path) -> list[Span]:
    """What was written down."""
    return [Span(*json.loads(line)) for line in (folder / TIMES).read_text().splitlines()]


class TimedHandler:
    """A handler whose steps are written down. It runs them singly, as the embedded engines do."""

    def __init__(self, stage: Stage, handler: Handler, times: Times) -> None:
        self._stage, self._handler, self._times = stage, handler, times
        self.engine = getattr(handler, "engine", None)

    def __call__(self, event: Event, context: Context) -> Outcome:
        self._times.request = event.request or ""
        with self._times.span(self._stage):
            return self._handler(event, context)


class TimedSculptor:
    """A mesh engine whose calls are written down."""

    def __init__(self, engine: Any, times: Times) -> None:
        self._engine, self._times = engine, times

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def sculpt(self, *args: Any, **more: Any) -> Any:
        with self._times.span("engine"):
            return self._engine.sculpt(*args, **more)


def load(stage: Stage, settings: EngineSettings) -> Tasks:
    """A ``consumers.host.Load``."""
    times = Times(settings.cache)
    if stage is Stage.MESH:
        _time_gate(times)
    return {
        task: TimedHandler(stage, _with_engine_timed(stage, handler, times), times)
        for task, handler in registry.load(stage, settings).items()
    }


def _time_gate(times: Times) -> None:
    """What the mesh stage calls the gate by is the same, written down, in this process."""
    from consumers.mesh import gated

    passing = vars(gated)["passed"]

    def passed(*args: Any, **more: Any) -> Any:
        with times.span("gate"):
            return passing(*args, **more)

    vars(gated)["passed"] = passed


def _with_engine_timed(stage: Stage, handler: Handler, times: Times) -> Handler:
    if stage is not Stage.MESH or not is_dataclass(handler) or isinstance(handler, type):
        return handler
    engine: Any = TimedSculptor(getattr(handler, "engine"), times)  # noqa: B009 - any mesh handler
    timed: Any = replace(handler, engine=engine)
    return timed


def idle_share(worked: Sequence[Span]) -> float:
    """Of the time from the first handler's start to the last one's end, what no handler had."""
    handlers = [span for span in worked if span.what not in PARTS]
    window_s = max(s.ended for s in handlers) - min(s.began for s in handlers)
    return 1 - sum(s.took_s for s in handlers) / window_s
