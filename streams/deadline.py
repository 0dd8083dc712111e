"""The deadline of a step: a handler that runs longer is told to stop, and then made to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from schemas.artifacts import ArtifactRef
from streams.errors import DeadlineExceeded
from streams.step import Failure, Job, Outcome, Progress, Runner

GRACE_S = 5.0
"""How long a handler that was told to stop may take to reach its next callback."""


async def run_within(
    runner: Runner,
    job: Job,
    mark: str,
    report: Callable[[float, str, ArtifactRef | None], None],
    deadline_s: float,
) -> Outcome | Failure:
    """What ``runner`` makes of the job, or a ``DeadlineExceeded`` failure, which is tried again.

    The time that the step waits for its turn does not count. An outcome that comes in the grace
    does: it is whole, and making it again costs more.
    """
    loop = asyncio.get_running_loop()
    timers: list[asyncio.TimerHandle] = []

    def stop() -> None:
        runner.cancel(mark)
        timers.append(loop.call_later(GRACE_S, runner.kill, mark))

    def began() -> None:
        # Timers alone, since a task of its own for every step would cost a quick one as much again.
        timers.append(loop.call_later(deadline_s, stop))

    try:
        result = await runner.run(job, mark, Progress(report, began))
    finally:
        for timer in timers:
            timer.cancel()
    if isinstance(result, Outcome) or len(timers) < 2:
        return result
    late = DeadlineExceeded(job.stage, deadline_s)
    return Failure(
        late.category, late.code, str(late), result.traceback, result.engine, result.environment
    )
