"""The Redis that ``scenestream up`` starts when it is given none: a real redis-server of our own.

It keeps its data in ``<data>/redis``, appends to disk every second, listens on loopback only and
goes when the process that started it goes. Two locks say what is so, whatever was left behind: the
server holds ``lock`` for as long as it lives, so a folder has one server and whoever starts it
second is given the first one's address; its owner holds ``server.json`` for as long as it wants
the server, so nobody is given one that is about to go. What does not belong here: finding the
binary, and talking to Redis.
"""

from __future__ import annotations

import atexit
import logging
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from schemas.errors import Misconfigured, Unavailable
from streams.server.binary import RedisVersion, find_redis_server, server_version
from streams.server.probe import ask_info, ask_to_end, free_port, is_serving
from streams.server.process import end, spawn
from streams.server.record import ServerRecord, claim_with, is_claimed, read_record, take
from streams.server.tail import cut_open_transaction

__all__ = ["EmbeddedRedis", "RedisDowngrade", "RedisStartFailed", "find_redis_server"]

logger = logging.getLogger(__name__)

_START_S = 15.0
_POLL_S = 0.003
_PORT_TRIES = 5
_APPEND_ONLY_DIR_SINCE = 7


class RedisDowngrade(Misconfigured):
    """The data folder was written by a newer Redis; an older one would silently show no data."""

    def __init__(self, folder: Path, wrote: int, found: RedisVersion) -> None:
        self.folder, self.wrote, self.found = folder, wrote, found
        super().__init__(
            f"{folder} was written by Redis {wrote}, but the redis-server found is {found} and"
            f" would not see that data. Install Redis {wrote} or newer, or choose another --data."
        )


class RedisStartFailed(Unavailable):
    """The redis-server did not come up; the message quotes its log."""

    def __init__(self, folder: Path, why: str) -> None:
        self.folder, self.why = folder, why
        super().__init__(f"redis-server did not start in {folder}: {why}. See {folder}/redis.log.")


@dataclass(frozen=True, slots=True)
class _Ours:
    """What the owner of a server has: its process, and the open, locked ``server.json``."""

    process: subprocess.Popen[bytes]
    claim: BinaryIO


class EmbeddedRedis:
    """A running redis-server. ``owned``: this object started it, so ``stop`` ends it."""

    def __init__(self, record: ServerRecord, ours: _Ours | None) -> None:
        self.url = record.url
        self.pid = record.pid
        self.version = record.version
        self._ours = ours
        self._starter = os.getpid()

    @property
    def owned(self) -> bool:
        return self._ours is not None

    @classmethod
    def start(cls, data: Path) -> EmbeddedRedis:
        """The server of ``data``, started if none runs there. Blocks until it answers.

        Raises ``RedisServerMissing``, ``RedisDowngrade`` or ``RedisStartFailed``.
        """
        folder = data.expanduser().resolve() / "redis"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            return cls._find_or_start(folder)
        except OSError as refused:
            raise RedisStartFailed(folder, str(refused)) from refused

    @classmethod
    def _find_or_start(cls, folder: Path) -> EmbeddedRedis:
        deadline = time.monotonic() + _START_S
        while time.monotonic() < deadline:
            with (folder / "lock").open("wb") as lock:
                if take(lock.fileno()):
                    server = cls(*_start_server(folder, lock.fileno()))
                    atexit.register(server.stop)
                    return server
            if (record := _running_server(folder)) is not None:
                return cls(record, None)
            time.sleep(_POLL_S)
        raise RedisStartFailed(folder, "another process holds its lock, but no server answers")

    def stop(self) -> None:
        """End the server if it is ours; its data stays. Calling it again does nothing."""
        # A forked child inherits this object and its atexit hook, but not the server.
        if self._ours is None or self._starter != os.getpid():
            return
        atexit.unregister(self.stop)
        self._ours.claim.close()
        end(self._ours.process)

    def __enter__(self) -> EmbeddedRedis:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def _running_server(folder: Path) -> ServerRecord | None:
    """The folder's server once it serves; None while it comes up or goes down.

    One whose owner is gone is asked to go too, where the system does not see to that.
    """
    record = read_record(folder)
    if record is None:
        return None
    info = ask_info(record.port)
    if info is None or info.get("run_id") != record.run_id:
        return None
    if not is_claimed(folder):
        ask_to_end(record.port)
        return None
    return record if is_serving(record.port) else None


def _start_server(folder: Path, lock: int) -> tuple[ServerRecord, _Ours]:
    """A new server in ``folder``, whose ``lock`` we hold and the server inherits."""
    binary = find_redis_server()
    version = server_version(binary)
    _refuse_downgrade(folder, version)
    _mend_tail(folder)
    for _ in range(_PORT_TRIES):
        port = free_port()
        log = folder / "redis.log"
        read_from = log.stat().st_size if log.exists() else 0
        process = spawn(_command(binary, folder, port), log, inherit=(lock,))
        info = _wait_until_serving(process, port)
        if info is not None:
            record = ServerRecord(
                url=f"redis://127.0.0.1:{port}/0",
                pid=process.pid,
                port=port,
                version=str(version),
                major=version.major,
                run_id=info["run_id"],
            )
            try:
                return record, _Ours(process, claim_with(folder, record))
            except OSError:
                end(process)
                raise
        said = _tail(log, read_from)
        if "Address already in use" not in said:
            raise RedisStartFailed(folder, said or "it said nothing")
    raise RedisStartFailed(folder, f"{_PORT_TRIES} ports were taken by others as it started")


def _mend_tail(folder: Path) -> None:
    if cut := cut_open_transaction(folder):
        logger.warning("redis.unfinished_write_cut", extra={"folder": str(folder), "bytes": cut})


def _command(binary: Path, folder: Path, port: int) -> list[str]:
    settings = {
        "port": str(port),
        "bind": "127.0.0.1",
        "protected-mode": "yes",
        "dir": str(folder),
        "logfile": str(folder / "redis.log"),
        "daemonize": "no",
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
    }
    return [
        str(binary),
        *(part for name, value in settings.items() for part in (f"--{name}", value)),
    ]


def _wait_until_serving(process: subprocess.Popen[bytes], port: int) -> dict[str, str] | None:
    """INFO of our own process once it serves; None when it ended first.

    A server that is loading its data is alive and makes progress: it is waited for.
    """
    deadline = time.monotonic() + _START_S
    while process.poll() is None:
        info = ask_info(port)
        if info is not None and info.get("process_id") == str(process.pid):
            if is_serving(port):
                return info
            deadline = time.monotonic() + _START_S
        if time.monotonic() > deadline:
            end(process)
            return None
        time.sleep(_POLL_S)
    return None


def _refuse_downgrade(folder: Path, found: RedisVersion) -> None:
    """Redis 6 starts empty, without a word, next to the data that Redis 7 left."""
    record = read_record(folder)
    wrote = record.major if record is not None else 0
    if (folder / "appendonlydir").exists():
        wrote = max(wrote, _APPEND_ONLY_DIR_SINCE)
    if found.major < wrote:
        raise RedisDowngrade(folder, wrote, found)


def _tail(log: Path, read_from: int) -> str:
    """The last lines that the log gained since ``read_from``."""
    with log.open("rb") as lines:
        lines.seek(read_from)
        return " | ".join(lines.read().decode("utf-8", "replace").splitlines()[-3:])
