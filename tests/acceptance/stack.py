"""The product as its users start it: real `scenestream up` processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO


@dataclass
class Up:
    """A running `up`; ``ready`` is its ready line."""

    process: subprocess.Popen[str]
    ready: dict[str, str]

    @property
    def ws(self) -> str:
        return self.ready["ws"]

    @property
    def redis(self) -> str:
        return self.ready["redis"]

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait()

    def stop(self, sign: signal.Signals = signal.SIGINT) -> int:
        """As Ctrl-C does; the exit status."""
        self.process.send_signal(sign)
        return self.process.wait(timeout=60)


@contextmanager
def up(data: Path, *options: str, **env: str) -> Iterator[Up]:
    """`scenestream up --json --port 0 --data DIR` and ``options``, stopped at the end.

    Without a geometry server, unless they say a port for it.
    """
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("REDIS_", "WEBSOCKET_"))}
    clean["SCENESTREAM_GEOMETRY_PORT"] = "0"
    log: IO[str]
    data.mkdir(parents=True, exist_ok=True)
    with (data / "up.log").open("a") as log:
        command = ["up", "--json", "--port", "0", "--data", str(data), *options]
        process = subprocess.Popen(
            [sys.executable, "-m", "ops.cli", *command],
            stdout=subprocess.PIPE,
            stderr=log,
            env={**clean, **env},
            text=True,
        )
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, (data / "up.log").read_text()
    started = Up(process, json.loads(line))
    try:
        yield started
    finally:
        if process.poll() is None:
            started.stop(signal.SIGTERM)
        process.stdout.close()


def cli(data: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the product to its end."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("REDIS_", "WEBSOCKET_"))}
    return subprocess.run(
        [sys.executable, "-m", "ops.cli", *arguments, "--data", str(data)],
        env={**clean, **env},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
