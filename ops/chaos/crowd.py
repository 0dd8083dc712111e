"""The processes of a fault run: started, killed, stopped for a while, told things, replaced."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from schemas.errors import Unavailable

START_S = 120.0


class NotReady(Unavailable):
    """A process of a fault run did not come up; its log is in the folder of the run."""


@dataclass(slots=True)
class Crowd:
    """Processes of one kind. ``command`` makes the n-th one; each says a line when it is ready."""

    command: Callable[[int], Sequence[str]] = lambda _: ()
    env: Mapping[str, str] = field(default_factory=dict)
    log: Path = Path()
    alive: list[Process] = field(default_factory=list)
    _made: int = 0

    async def start(self) -> None:
        """Start one and let it come up by itself."""
        self._made += 1
        with self.log.open("ab") as out:
            process = await asyncio.create_subprocess_exec(
                *self.command(self._made), stdin=PIPE, stdout=PIPE, stderr=out, env=self.env
            )
        self.alive.append(process)

    async def fill(self, count: int) -> None:
        """Start ``count`` and wait until every one has come up. Raises ``NotReady``."""
        for _ in range(count):
            await self.start()
        async with asyncio.timeout(START_S):
            for process in self.alive:
                assert process.stdout is not None
                if not await process.stdout.readline():
                    raise NotReady(f"{self.log}: {NotReady.__doc__}")

    async def kill(self, victim: Process) -> None:
        """kill -9, and nothing in its place."""
        with contextlib.suppress(ProcessLookupError):
            victim.kill()
        await victim.wait()
        if victim in self.alive:
            self.alive.remove(victim)

    async def replace(self, victim: Process) -> None:
        """kill -9, and another in its place."""
        await self.kill(victim)
        await self.start()

    async def revive(self) -> None:
        """Replace those that ended by themselves, as one that starts without Redis does."""
        for process in [one for one in self.alive if one.returncode is not None]:
            await self.replace(process)

    async def end(self) -> None:
        """Kill all of them."""
        for process in list(self.alive):
            await self.kill(process)


def tell(process: Process, line: str) -> None:
    """Give a process a line on its standard input, if it still lives."""
    if process.returncode is None and process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.write(f"{line}\n".encode())


def send(process: Process, sign: signal.Signals) -> None:
    """Signal a process, if it still lives."""
    with contextlib.suppress(ProcessLookupError):
        if process.returncode is None:
            process.send_signal(sign)
