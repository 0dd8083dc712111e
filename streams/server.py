"""The Redis that ``scenestream up`` starts when it is given none: a real redis-server of our own.

It keeps its data in ``<data>/redis``, appends to disk every second, listens on loopback only and
goes when the process that started it goes. One server a folder: the server itself holds a lock on
the folder for as long as it lives, so whoever starts the same folder second is given the first
one's address. What does not belong here: finding the binary, and talking to Redis.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import subprocess
import time
from pathlib import Path

from pydantic import ValidationError

from schemas.errors import Misconfigured, Unavailable
from schemas.model import Frozen
from streams.server_binary import RedisVersion, find_redis_server, server_version
from streams.server_probe import ask_info, free_port, is_serving
from streams.server_process import end, spawn

__all__ = ["EmbeddedRedis", "RedisDowngrade", "RedisStartFailed", "find_redis_server"]

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


class _Record(Frozen):
    """``server.json``: the last server of a folder. Only the lock says whether it still runs."""

    url: str
    pid: int
    port: int
    version: str
    major: int
    run_id: str


class EmbeddedRedis:
    """A running redis-server. ``owned``: this object started it, so ``stop`` ends it."""

    def __init__(self, record: _Record, process: subprocess.Popen[bytes] | None) -> None:
        self.url = record.url
        self.pid = record.pid
        self.version = record.version
        self._process = process
        self._starter = os.getpid()

    @property
    def owned(self) -> bool:
        return self._process is not None

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
                if _is_taken(lock.fileno()):
                    record, process = _running_server(folder), None
                else:
                    record, process = _start_server(folder, lock.fileno())
            if record is not None:
                server = cls(record, process)
                if server.owned:
                    atexit.register(server.stop)
                return server
            time.sleep(_POLL_S)
        raise RedisStartFailed(folder, "another process holds its lock, but no server answers")

    def stop(self) -> None:
        """End the server if it is ours; its data stays. Calling it again does nothing."""
        process = self._process
        # A forked child inherits this object and its atexit hook, but not the server.
        if process is None or self._starter != os.getpid():
            return
        atexit.unregister(self.stop)
        end(process)

    def __enter__(self) -> EmbeddedRedis:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def _is_taken(lock: int) -> bool:
    """Take the lock, or say that somebody has it. It goes with its last open descriptor."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    return False


def _running_server(folder: Path) -> _Record | None:
    """The folder's server once it serves; None while it comes up or goes down."""
    record = _read_record(folder)
    if record is None:
        return None
    info = ask_info(record.port)
    if info is None or info.get("run_id") != record.run_id or not is_serving(record.port):
        return None
    return record


def _start_server(folder: Path, lock: int) -> tuple[_Record, subprocess.Popen[bytes]]:
    """A new server in ``folder``, whose ``lock`` we hold and the server inherits."""
    binary = find_redis_server()
    version = server_version(binary)
    _refuse_downgrade(folder, version)
    for _ in range(_PORT_TRIES):
        port = free_port()
        log = folder / "redis.log"
        read_from = log.stat().st_size if log.exists() else 0
        process = spawn(_command(binary, folder, port), log, inherit=(lock,))
        info = _wait_until_serving(process, port)
        if info is not None:
            record = _Record(
                url=f"redis://127.0.0.1:{port}/0",
                pid=process.pid,
                port=port,
                version=str(version),
                major=version.major,
                run_id=info["run_id"],
            )
            try:
                _write_record(folder, record)
            except OSError:
                end(process)
                raise
            return record, process
        said = _tail(log, read_from)
        if "Address already in use" not in said:
            raise RedisStartFailed(folder, said or "it said nothing")
    raise RedisStartFailed(folder, f"{_PORT_TRIES} ports were taken by others as it started")


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
    record = _read_record(folder)
    wrote = record.major if record is not None else 0
    if (folder / "appendonlydir").exists():
        wrote = max(wrote, _APPEND_ONLY_DIR_SINCE)
    if found.major < wrote:
        raise RedisDowngrade(folder, wrote, found)


def _read_record(folder: Path) -> _Record | None:
    try:
        return _Record.model_validate_json((folder / "server.json").read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def _write_record(folder: Path, record: _Record) -> None:
    """All or nothing: a reader never sees half a record."""
    beside = folder / "server.json.new"
    beside.write_text(record.model_dump_json() + "\n", "utf-8")
    beside.replace(folder / "server.json")


def _tail(log: Path, read_from: int) -> str:
    """The last lines that the log gained since ``read_from``."""
    with log.open("rb") as lines:
        lines.seek(read_from)
        return " | ".join(lines.read().decode("utf-8", "replace").splitlines()[-3:])
