"""The deadline of a step: a handler that runs longer is told to stop, and then made to."""

from __future__ import annotations

import asyncio

from streams.ending import end
from streams.errors import DeadlineExceeded
from streams.step import Failure, Job, Outcome, Progress, Runner

GRACE_S = 5.0
"""How long a handler that was told to stop may take to reach its next callback."""


async def run_within(
    runner: Runner,
    job: Job,
    mark: str,
    progress: Progress,
    deadline_s: float,
) -> Outcome | Failure:
    """What ``runner`` makes of the job, or a ``DeadlineExceeded`` failure, which is tried again.

    An outcome that comes in the grace counts: it is whole, and making it again costs more.
    """
    running = asyncio.create_task(runner.run(job, mark, progress))
    try:
        if await _done(running, deadline_s):
            return running.result()
        runner.cancel(mark)
        if not await _done(running, GRACE_S):
            runner.kill(mark)
        result = await running
    finally:
        await end(running)
    if isinstance(result, Outcome):
        return result
    late = DeadlineExceeded(job.stage, deadline_s)
    return Failure(
        late.category, late.code, str(late), result.traceback, result.engine, result.environment
    )


async def _done(running: asyncio.Task[Outcome | Failure], timeout_s: float) -> bool:
    done, _ = await asyncio.wait({running}, timeout=timeout_s)
    return bool(done)
