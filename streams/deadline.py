"""The deadline of a step: a handler that runs longer is told to stop, and then made to."""

from __future__ import annotations

import asyncio
from typing import Protocol

from schemas.artifacts import ArtifactRef
from streams.errors import DeadlineExceeded
from streams.step import Failure, Job, Outcome, Progress, Runner

GRACE_S = 5.0
"""How long a handler that was told to stop may take to reach its next callback."""


class Clock:
    """The time of one step: it stands still while the step waits for its turn.

    ``began_at``: when its handler last started, by the loop's clock; ``waits``: it has not yet.
    """

    def __init__(self, runner: Runner, mark: str, deadline_s: float) -> None:
        self._runner, self._mark, self.deadline_s = runner, mark, deadline_s
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self.waits = self.is_late = False
        self.began_at = self._loop.time()

    def wait(self) -> None:
        """The step waits for its turn."""
        self.end()
        self.waits = True

    def begin(self) -> None:
        """Its handler starts. A timer alone, since a task would cost a quick step as much again."""
        self.end()
        self.waits = False
        self.began_at = self._loop.time()
        self._timer = self._loop.call_later(self.deadline_s, self._stop)

    def ran_s(self) -> float:
        """How long it has run; 0 while it waits."""
        return 0.0 if self.waits else self._loop.time() - self.began_at

    def end(self) -> None:
        """The step is over."""
        if self._timer is not None:
            self._timer.cancel()

    def _stop(self) -> None:
        self.is_late = True
        self._runner.cancel(self._mark)
        self._timer = self._loop.call_later(GRACE_S, self._runner.kill, self._mark)


class Listener(Protocol):
    """Hears of a running step, as ``streams.step.Progress`` says."""

    def report(self, fraction: float, label: str, preview: ArtifactRef | None) -> None: ...

    def say(self, text: str, thought: bool) -> None: ...


async def run_within(
    runner: Runner,
    job: Job,
    mark: str,
    listener: Listener,
    clock: Clock,
) -> Outcome | Failure:
    """What ``runner`` makes of the job, or a ``DeadlineExceeded`` failure, which is tried again.

    An outcome that comes in the grace counts: it is whole, and making it again costs more.
    """
    clock.begin()
    try:
        result = await runner.run(
            job, mark, Progress(listener.report, clock.wait, clock.begin, listener.say)
        )
    finally:
        clock.end()
        clock.waits = False
    if isinstance(result, Outcome) or not clock.is_late:
        return result
    late = DeadlineExceeded(job.stage, clock.deadline_s)
    return Failure(
        late.category, late.code, str(late), result.traceback, result.engine, result.environment
    )
