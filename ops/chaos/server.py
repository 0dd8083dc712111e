"""A redis-server that may be killed: it comes back on the same port with what it had on the disk.

It runs with ``appendfsync always``, so that a write that was answered survives its kill -9; with
``everysec``, which the embedded server uses, the last second of answers may be lost by a power cut.
"""

from __future__ import annotations

import asyncio
import subprocess
import time
from pathlib import Path

from schemas.errors import Unavailable
from streams.server.binary import find_redis_server
from streams.server.probe import free_port, is_serving
from streams.server.process import end, spawn
from streams.server.tail import cut_open_transaction

START_S = 30.0
POLL_S = 0.01


class RedisGone(Unavailable):
    """The redis-server of a fault run did not start; its log is in the folder of the run."""


class KillableRedis:
    """A redis-server in ``folder`` on ``port``, which stays the same."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"

    async def start(self) -> None:
        """Start it and wait until it has read what it had. Raises ``RedisGone``."""
        cut_open_transaction(self._folder)
        command = [str(find_redis_server())]
        for name, value in self._settings().items():
            command.extend((f"--{name}", value))
        self._process = spawn(command, self._folder / "redis.log", inherit=())
        deadline = time.monotonic() + START_S
        while not await asyncio.to_thread(is_serving, self.port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RedisGone(f"{self._folder}: {RedisGone.__doc__}")
            await asyncio.sleep(POLL_S)

    async def kill(self) -> None:
        """As a crash does."""
        assert self._process is not None
        self._process.kill()
        await asyncio.to_thread(self._process.wait)

    async def stop(self) -> None:
        """End it for good."""
        if self._process is not None:
            await asyncio.to_thread(end, self._process)

    def _settings(self) -> dict[str, str]:
        return {
            "port": str(self.port),
            "bind": "127.0.0.1",
            "dir": str(self._folder),
            "logfile": str(self._folder / "redis.log"),
            "appendonly": "yes",
            "appendfsync": "always",
            "save": "",
            "maxmemory-policy": "noeviction",
        }
