"""A geometry server to start and stop in a program::

    with GeometryServer(roots=["/data/scenes"]) as server:
        for line in GeometryClient(server.url).generate(wishes):
            ...

It runs as a process of its own, with its mesh consumers and, unless told of another, its Redis.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO

from ops.client.geometry import GeometryClient, GeometryServerAway
from ops.geometry_settings import OWN_ROOT
from ops.settings import default_data
from schemas.errors import Misconfigured
from schemas.geometry_v1 import PORT

ONLY = "geometry,mesh"
LOG = "geometry-server.log"
LOOK_S = 0.1
STOP_S = 40.0
"""Longer than a drain: then the process is killed."""


class NotStarted(Misconfigured):
    """The geometry server's process ended while it started; the message has its last words."""


class GeometryServer:
    """Starts `scenestream up --only geometry,mesh`.

    ``roots``: folders below which pictures and meshes may be; without any, ``geometry`` in the data
    folder. ``port`` 0 takes a free one. ``redis_url``: a Redis, and a deployment, to join.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = PORT,
        roots: Sequence[str | Path] = (),
        data: str | Path | None = None,
        workers: int | None = None,
        redis_url: str | None = None,
        strict: bool = False,
    ) -> None:
        self.host, self.port = host, port
        self._data = Path(data or os.environ.get("SCENESTREAM_DATA") or default_data(os.environ))
        self.roots = tuple(Path(r).absolute() for r in roots) or (self._data / OWN_ROOT,)
        self._workers, self._redis_url, self._strict = workers, redis_url, strict
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://{self.host}:{self.port}"

    @property
    def is_running(self) -> bool:
        """Whether its process is there."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it and wait until it listens. Raises ``NotStarted``."""
        if self.is_running:
            raise NotStarted(f"a geometry server runs at {self.url} already; stop it first")
        self.port = self.port or _free_port(self.host)
        self._data.mkdir(parents=True, exist_ok=True)
        log: IO[str]
        with (self._data / LOG).open("a", encoding="utf-8") as log:
            process = subprocess.Popen(
                self._command(), stdout=subprocess.PIPE, stderr=log, env=self._env(), text=True
            )
        self._process = process
        if process.stdout is None or not process.stdout.readline():
            process.wait()
            last = (self._data / LOG).read_text("utf-8").strip().rpartition("\n")[2]
            self._forget()
            raise NotStarted(f"the geometry server did not start: {last}; see {self._data / LOG}")

    def wait_until_ready(self, timeout_s: float = 60.0) -> None:
        """Return when it is well and somebody makes meshes. Raises ``GeometryServerAway``."""
        client, deadline = GeometryClient(self.url), time.monotonic() + timeout_s
        while True:
            with contextlib.suppress(GeometryServerAway):
                told = client.health()
                if told.get("status") == "healthy" and told.get("num_workers"):
                    return
            if time.monotonic() > deadline or not self.is_running:
                raise GeometryServerAway(
                    f"the geometry server at {self.url} was not ready within {timeout_s:g} s; "
                    f"see {self._data / LOG}"
                )
            time.sleep(LOOK_S)

    def stop(self) -> None:
        """Let it finish what is in hand, and end it."""
        if self._process is None:
            return
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._forget()

    def __enter__(self) -> GeometryServer:
        self.start()
        try:
            self.wait_until_ready()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.stop()

    def _command(self) -> list[str]:
        command = [sys.executable, "-m", "ops.cli", "up", "--json", "--only", ONLY]
        command += ["--data", str(self._data), "--host", self.host]
        command += ["--geometry-port", str(self.port)]
        for root in self.roots:
            command += ["--geometry-root", str(root)]
        return command + (["--workers", str(self._workers)] if self._workers else [])

    def _env(self) -> dict[str, str]:
        env = {**os.environ, "SCENESTREAM_GEOMETRY_STRICT": "1" if self._strict else "0"}
        return {**env, "REDIS_URL": self._redis_url} if self._redis_url else env

    def _forget(self) -> None:
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None


def _free_port(host: str) -> int:
    with socket.create_server((host, 0)) as taken:
        port: int = taken.getsockname()[1]
        return port
