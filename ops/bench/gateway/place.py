"""The processes of a figure: a Redis, one gateway as a deployment runs it, clients, a writer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from ops.bench.scratch import scratch_redis
from schemas.errors import Unavailable

ROOT = Path(__file__).resolve().parents[3]


class ProcessDied(Unavailable):
    """A process of the benchmark ended before its time; its output is above."""


@dataclass(slots=True)
class Told:
    """A process that does what it is told by a line, and answers with one."""

    process: subprocess.Popen[str]

    def ask(self, **what: Any) -> dict[str, Any]:
        """Tell it, and wait for the answer. Raises ``ProcessDied``."""
        self.tell(**what)
        return self.answer()

    def tell(self, **what: Any) -> None:
        """Tell it, and let it work."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """The answer to what it was told. Raises ``ProcessDied``."""
        answer: dict[str, Any] = json.loads(self.line())
        return answer

    def line(self) -> str:
        """Its next line. Raises ``ProcessDied``."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise ProcessDied(ProcessDied.__doc__)
        return line

    def end(self) -> None:
        """Kill it."""
        self.process.kill()
        self.process.communicate()


@dataclass(slots=True)
class Place:
    """Where figures are taken. ``url``: of Redis; ``folder``: the deployment's data; ``env``: what
    the gateway is told besides; ``module``: what it runs as, in place of the command line."""

    url: str
    folder: Path
    env: Mapping[str, str] = field(default_factory=dict)
    module: str = "ops.cli"
    gateway: Told | None = None
    port: int = 0

    def start(self) -> None:
        """Start the gateway, on the same port as before."""
        port = str(self.port)
        command = [self.module, "up", "--json", "--log-level", "error", "--only", "gateway"]
        env = {**self._env(), **self.env}
        with self.complaints.open("ab") as out:
            self.gateway = _started([*command, "--port", port], env, out)
        ready = json.loads(self.gateway.line())
        self.port = int(ready["ws"].rstrip("/").rsplit(":", 1)[1])

    def kill(self) -> None:
        """kill -9 the gateway."""
        assert self.gateway is not None
        self.gateway.end()

    @property
    def complaints(self) -> Path:
        """What the gateway wrote to its log: errors alone."""
        return self.folder / "gateway.log"

    @property
    def resident_kb(self) -> int:
        """What the gateway has in memory, in KiB."""
        assert self.gateway is not None
        return resident_kb(self.gateway.process.pid)

    @property
    def cpu_s(self) -> float:
        """Seconds of processor time that the gateway has used."""
        assert self.gateway is not None
        stat = Path(f"/proc/{self.gateway.process.pid}/stat").read_text("utf-8")
        user, system = stat.rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    @contextmanager
    def clients(self) -> Iterator[Told]:
        """A process of clients."""
        yield from _while_used(["ops.bench.gateway.clients", str(self.port)], self._env())

    @contextmanager
    def writer(self) -> Iterator[Told]:
        """A process that appends events."""
        yield from _while_used(["ops.bench.gateway.writing", self.url], self._env())

    def _env(self) -> dict[str, str]:
        env = {"REDIS_URL": self.url, "SCENESTREAM_DATA": str(self.folder), "PYTHONPATH": str(ROOT)}
        return os.environ | env


@contextmanager
def opened(module: str = "ops.cli", **env: str) -> Iterator[Place]:
    """A Redis of our own and a gateway on a free port, which runs as ``module``."""
    with scratch_redis() as url, tempfile.TemporaryDirectory() as folder:
        place = Place(url, Path(folder), env, module)
        place.start()
        try:
            yield place
        finally:
            place.kill()


def resident_kb(pid: int) -> int:
    """What a process has in memory, in KiB."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


def _while_used(module: Sequence[str], env: dict[str, str]) -> Iterator[Told]:
    told = _started(module, env)
    try:
        assert told.line().strip() == "ready"
        yield told
    finally:
        told.end()


def _started(module: Sequence[str], env: dict[str, str], errors: IO[bytes] | None = None) -> Told:
    return Told(
        subprocess.Popen(
            [sys.executable, "-m", *module],
            cwd=ROOT,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    )
