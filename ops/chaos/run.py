"""A fault run of the fast workload: ask, break, heal, wait until all has ended, check."""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from ops.chaos.asking import Asking
from ops.chaos.crowd import Crowd
from ops.chaos.faults import STEPS, Faults
from ops.chaos.history import examine
from ops.chaos.report import Report
from ops.chaos.world import POLL_S, World, open_requests, opened, settled
from streams.connection import connect
from streams.log import Log

CONSUMERS = 3
MOST_OPEN = 300
"""Requests that are open at once: more would only wait in queues."""
FAULT_EVERY_S = 0.5
PATIENCE_S = 60.0
"""How long nothing may end before what is still open is called stuck."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long a run goes on: until ``duration_s`` are over, or, when given, until so many
    ``requests`` were asked and so many ``faults`` caused."""

    seed: int
    duration_s: float
    requests: int | None = None
    faults: int | None = None

    def is_over(self, passed_s: float, asked: int, caused: int) -> bool:
        """Whether enough was asked and caused."""
        if self.requests is None and self.faults is None:
            return passed_s >= self.duration_s
        return asked >= (self.requests or 0) and caused >= (self.faults or 0)

    def fault_is_due(self, passed_s: float, asked: int, caused: int, every_s: float) -> bool:
        """Whether the next fault is due: evenly over the requests, or over time."""
        if self.faults is None:
            return passed_s > (caused + 1) * every_s
        if self.requests is None:
            return passed_s > (caused + 1) * self.duration_s / self.faults
        return caused < self.faults and asked >= caused * self.requests / self.faults


async def run_steps(plan: Plan, folder: Path) -> Report:
    """Run the fast workload in ``folder`` and check what is left."""
    began = time.monotonic()
    async with opened(folder) as world, _client(world) as log:
        world.consumers = _consumers(world.url, folder, plan.seed)
        await world.consumers.fill(CONSUMERS)
        asking = Asking(log, random.Random(f"asks {plan.seed}"))
        faults = Faults(world, random.Random(f"faults {plan.seed}"), STEPS)
        await _ask_and_break(plan, asking, faults)
        await faults.heal()
        await asking.all_asked()
        await settled(world.log, PATIENCE_S)
        found = await examine(world.log, asking.requests, asking.acknowledged)
        return Report(
            "steps",
            plan.seed,
            round(time.monotonic() - began, 1),
            len(asking.requests),
            found.steps,
            found.ends,
            faults.caused,
            world.proxy.broken,
            found.violations,
        )


async def _ask_and_break(plan: Plan, asking: Asking, faults: Faults) -> None:
    began = time.monotonic()
    is_open, looked = 0, -1.0
    while True:
        passed, asked, caused = (
            time.monotonic() - began,
            len(asking.requests),
            faults.caused.total(),
        )
        if plan.is_over(passed, asked, caused):
            return
        if plan.fault_is_due(passed, asked, caused, FAULT_EVERY_S):
            await faults.cause()
        elif is_open < MOST_OPEN and (plan.requests is None or asked < plan.requests):
            await asking.ask()
            is_open += 1
        else:
            await asyncio.sleep(POLL_S)
        if passed > looked + POLL_S:
            is_open, looked = await open_requests(faults.world.log), passed


def _consumers(url: str, folder: Path, seed: int) -> Crowd:
    def command(number: int) -> list[str]:
        names = (url, f"consumer-{number}", f"{seed * 1000 + number}")
        return [sys.executable, "-m", "ops.chaos.consumer", *names]

    return Crowd(command, dict(os.environ), folder / "consumers.log")


@asynccontextmanager
async def _client(world: World) -> AsyncIterator[Log]:
    """A log through the proxy, as those that ask have one."""
    log = Log(await connect(world.url))
    try:
        yield log
    finally:
        await log.close()
