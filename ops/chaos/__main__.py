"""``python -m ops.chaos [--seed N] [--duration S]``: break things for a while, then check the logs.

Consumers are separate processes; faults are drawn from the seed: kill -9 and restart, a stop longer
than the lease, cut connections, forgotten scripts. The exit status is 0 only without violations.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import sys
import tempfile
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import click

from ops.chaos.history import REOPENED, TERMINAL, violations
from schemas.events import RequestAccepted, SessionOpened
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.log import Log
from streams.server import EmbeddedRedis

LEASE_S = 2.0
CONSUMERS = 3
PATIENCE_S = 180.0
PROMPTS = (
    "hello",
    "a red chair",
    "a picture of a dog",
    "a small office with a desk, a chair at the desk, a lamp on the desk and a plant in the corner",
    "a garden with two trees and a bench between the trees",
)


@dataclass(slots=True)
class Run:
    """A run in progress."""

    chance: random.Random
    url: str
    folder: Path
    log: Log
    consumers: list[asyncio.subprocess.Process] = field(default_factory=list)
    requests: list[tuple[str, RequestId]] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)

    async def start_consumer(self) -> None:
        command = (sys.executable, "-m", "ops.cli", "up", "--only", CONSUMED, "--workers", "1")
        env = {
            **os.environ,
            "REDIS_URL": self.url,
            "SCENESTREAM_LEASE_S": str(LEASE_S),
            "SCENESTREAM_DATA": str(self.folder),
        }
        with (self.folder / "consumers.log").open("ab") as out:
            self.consumers.append(
                await asyncio.create_subprocess_exec(
                    *command, "--log-level", "warning", env=env, stdout=out, stderr=out
                )
            )

    async def ask(self) -> None:
        session, request = SessionId(str(uuid.uuid4())), RequestId(uuid.uuid4().hex)
        if self.requests and self.chance.random() < 0.5:
            session = SessionId(self.requests[-1][0])
        else:
            await self.log.append(session, None, "opened", [SessionOpened(protocol="chaos")])
        text = self.chance.choice(PROMPTS)
        await self.log.append(
            session, request, "accepted", [RequestAccepted(kind="text", text=text)]
        )
        self.requests.append((session, request))

    async def fault(self) -> None:
        kind = self.chance.choice(("kill", "kill", "stop", "cut", "scripts"))
        self.faults[kind] += 1
        victim = self.chance.choice(self.consumers)
        match kind:
            case "kill":
                victim.kill()
                await victim.wait()
                self.consumers.remove(victim)
                await self.start_consumer()
            case "stop":
                victim.send_signal(signal.SIGSTOP)
                await asyncio.sleep(LEASE_S * 1.5)
                with contextlib.suppress(ProcessLookupError):
                    victim.send_signal(signal.SIGCONT)
            case "cut":
                await self.log.redis.execute_command("CLIENT", "KILL", "SKIPME", "yes")
            case "scripts":
                await self.log.redis.script_flush()

    async def open_requests(self) -> int:
        ended = 0
        for session in {s for s, _ in self.requests}:
            types = [event.type for event in await self.log.read(SessionId(session))]
            ended += sum(kind in TERMINAL for kind in types) - types.count(REOPENED)
        return len(self.requests) - ended


CONSUMED = "asr,agent,prompt,decompose,library,image,mesh,compose,patch"


@click.command()
@click.option("--seed", type=int, default=None, help="Run the same faults again.")
@click.option("--duration", type=float, default=30.0, show_default=True, help="Seconds of faults.")
def main(seed: int | None, duration: float) -> None:
    """Break things, then check."""
    chosen = random.SystemRandom().randrange(10**6) if seed is None else seed
    click.echo(f"seed {chosen}, {duration:.0f} s of faults, {CONSUMERS} consumers")
    sys.exit(asyncio.run(_main(chosen, duration)))


async def _main(seed: int, duration: float) -> int:
    with tempfile.TemporaryDirectory() as folder:
        redis = EmbeddedRedis.start(Path(folder))
        log = Log(await connect(redis.url))
        run = Run(random.Random(seed), redis.url, Path(folder), log)
        try:
            return await _break_and_check(run, duration)
        finally:
            for consumer in run.consumers:
                with contextlib.suppress(ProcessLookupError):
                    consumer.send_signal(signal.SIGCONT)
                    consumer.kill()
                await consumer.wait()
            await log.close()
            redis.stop()


async def _break_and_check(run: Run, duration: float) -> int:
    for _ in range(CONSUMERS):
        await run.start_consumer()
    end = time.monotonic() + duration
    while time.monotonic() < end:
        await run.ask()
        await asyncio.sleep(run.chance.uniform(0.05, 0.3))
        if run.chance.random() < 0.2:
            await run.fault()
    click.echo(f"{len(run.requests)} requests, faults: {dict(run.faults)}; waiting for the rest")
    left = await _finished(run)
    wrong = await violations(run.log, run.requests)
    for what in wrong:
        click.echo(f"  VIOLATION {what}")
    click.echo(
        f"{len(run.requests)} requests, {sum(run.faults.values())} faults: "
        f"{left} unfinished, {len(wrong)} violations"
    )
    return 1 if wrong or left else 0


async def _finished(run: Run) -> int:
    """Wait until every request has ended; how many have not when patience is out."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            async for entry in run.log.feed("0-0"):
                if entry.event.type in TERMINAL and not await run.open_requests():
                    break
    except TimeoutError:
        pass
    return await run.open_requests()


if __name__ == "__main__":
    main()
