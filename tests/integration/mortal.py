"""Ten consumers, one after the other, each killed with -9 in mid-work: `… -m …mortal REDIS_URL`.

Forked from one process that has imported everything, so that ten restarts take seconds.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from dataclasses import dataclass

from ops.chaos.plain_steps import outcome
from schemas.flow import Stage
from streams.connection import connect
from streams.log import Log
from streams.step import Failure, Job, Outcome, Progress, RetryPolicy
from streams.worker import Worker, WorkerSettings

RESTARTS = 10


@dataclass
class Mortal:
    """Plain steps, ``most`` of them; the next one never ends, and writes to ``door``."""

    most: int
    door: int
    steps: int = 0

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        self.steps += 1
        if self.steps > self.most:
            os.write(self.door, b".")
            await asyncio.Event().wait()
        return Outcome(outcome(job.stage, job.task, job.event.data))

    def cancel(self, mark: str) -> None: ...

    def kill(self, mark: str) -> None: ...


async def work(url: str, name: str, runner: Mortal) -> None:
    """Work for ever."""
    tries = {stage: RetryPolicy(attempts=100) for stage in Stage}
    settings = WorkerSettings(name, tuple(Stage), 3, frozenset(), lease_s=0.3, retry=tries)
    await Worker(Log(await connect(url)), runner, settings).run(asyncio.Event())


def main(url: str) -> None:
    """Start and kill them all."""
    for n in range(RESTARTS):
        inside, door = os.pipe()
        child = os.fork()
        if child == 0:
            asyncio.run(work(url, f"mortal-{n}", Mortal(n, door)))
        os.read(inside, 1)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(sys.argv[1])
