"""Consumer processes of a figure: started, all ready, let go at once, ended.

A consumer is a program that connects, says ``ready`` on a line, waits for a line, and then works
until it is killed.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from schemas.errors import Unavailable

ROOT = Path(__file__).resolve().parents[2]


class ConsumerDied(Unavailable):
    """A consumer process of the benchmark ended before its time; its output is above."""


class Crew:
    """Consumer processes that are ready to go."""

    def __init__(self, processes: Sequence[subprocess.Popen[str]]) -> None:
        self._processes = processes

    def go(self) -> None:
        """Let all of them work."""
        for process in self._processes:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()

    def check(self) -> None:
        """Raise ``ConsumerDied`` when one of them has ended."""
        if any(process.poll() is not None for process in self._processes):
            raise ConsumerDied(ConsumerDied.__doc__)


@contextmanager
def crew(commands: Sequence[Sequence[str]]) -> Iterator[Crew]:
    """A process a command, all ready; they are killed at the end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    processes = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for command in commands
    ]
    try:
        for process in processes:
            assert process.stdout is not None
            if process.stdout.readline().strip() != "ready":
                raise ConsumerDied(ConsumerDied.__doc__)
        yield Crew(processes)
    finally:
        for process in processes:
            process.kill()
        for process in processes:
            process.communicate()
