"""One consumer of the fast workload: the product's own worker, with handlers that answer at once.

``python -m ops.chaos.consumer URL NAME SEED`` works until it is killed. A line on standard input
changes what it suffers: ``clock MS`` sets its wall clock off, ``slow S`` makes each step last.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

import streams.log
import streams.worker
from ops.chaos.plain_steps import outcome
from schemas.errors import Category
from schemas.flow import Stage
from streams.connection import connect
from streams.errors import RedisUnavailable
from streams.log import Log
from streams.step import Failure, Job, Outcome, Progress, RetryPolicy
from streams.worker import Worker, WorkerSettings

LEASE_S = 2.0
SWEEP_S = 4.0
SLOTS = 24
ATTEMPTS = 40
"""Many: a step must not be given up because the faults happened to hit it again and again."""
FAILS = 0.01
"""How likely a step fails for now."""
DOOMED = "doomed"
"""A word that makes a request's first asset fail for good."""


@dataclass(slots=True)
class Suffering:
    """What this process suffers at present."""

    clock_ms: int = 0
    step_s: float = 0.0


@dataclass(slots=True)
class Quick:
    """A runner that answers at once, or as slowly and as badly as it is told."""

    chance: random.Random
    suffering: Suffering
    stopped: set[str] = field(default_factory=set)

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        if self.suffering.step_s:
            await asyncio.sleep(self.suffering.step_s * self.chance.uniform(0.5, 1.5))
        if mark in self.stopped:
            self.stopped.discard(mark)
            return Failure(Category.UNAVAILABLE, "StepCancelled", "stopped")
        if DOOMED in str(getattr(job.event.data, "input", "")):
            return Failure(Category.INTERNAL, "Doomed", "as it was asked to")
        if self.chance.random() < FAILS:
            return Failure(Category.UNAVAILABLE, "Unlucky", "this time")
        return Outcome(outcome(job.stage, job.task, job.event.data))

    def cancel(self, mark: str) -> None:
        self.stopped.add(mark)

    def kill(self, mark: str) -> None:
        """Nothing runs for so long."""


def set_clock(suffering: Suffering) -> None:
    """Let the product read this process's clock, which may be off."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Clock:
            off = timedelta(milliseconds=suffering.clock_ms)
            return cls.fromtimestamp((datetime.now(tz) + off).timestamp(), tz)

    for module in (streams.log, streams.worker):
        vars(module)["datetime"] = Clock


async def _hear(suffering: Suffering) -> None:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := (await reader.readline()).decode():
        what, value = line.split()
        if what == "clock":
            suffering.clock_ms = int(value)
        else:
            suffering.step_s = float(value)


async def _connected(url: str) -> Log:
    while True:
        with contextlib.suppress(RedisUnavailable):
            return Log(await connect(url))
        await asyncio.sleep(0.1)


async def main(url: str, name: str, seed: int) -> None:
    """Work until killed."""
    suffering = Suffering()
    set_clock(suffering)
    hearing = asyncio.create_task(_hear(suffering))
    log = await _connected(url)
    settings = WorkerSettings(
        name,
        tuple(Stage),
        SLOTS,
        frozenset(),
        LEASE_S,
        retry=dict.fromkeys(Stage, RetryPolicy(ATTEMPTS, base_s=0.1, cap_s=1.0)),
        sweep_s=SWEEP_S,
    )
    worker = Worker(log, Quick(random.Random(seed), suffering), settings)
    print("ready", flush=True)
    await worker.run(asyncio.Event())
    await hearing


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
