"""What every test may ask for. Fixtures of one folder's tests live in that folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis

from streams.server.embedded import EmbeddedRedis

TEST_REDIS = "SCENESTREAM_TEST_REDIS"
"""Names the redis-server that a run is to use, in place of the one that would be found."""


@pytest.fixture(scope="session", autouse=True)
def _redis_server_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Puts it first on PATH, so that the processes that tests start find it too."""
    named = os.environ.get(TEST_REDIS)
    if not named:
        return
    if not os.access(named, os.X_OK):
        pytest.exit(f"{TEST_REDIS} is {named!r}, which is no program; name a redis-server", 2)
    folder = tmp_path_factory.mktemp("bin")
    (folder / "redis-server").symlink_to(Path(named).resolve())
    os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"


@pytest.fixture(scope="session")
def redis_server(
    _redis_server_of_this_run: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[EmbeddedRedis]:
    """A real redis-server of this run's own. If none can be started, the run fails."""
    folder: Path = tmp_path_factory.mktemp("data")
    with EmbeddedRedis.start(folder) as server:
        yield server


@pytest.fixture
def redis_url(redis_server: EmbeddedRedis) -> str:
    """That server's URL, with nothing in it: no keys, no loaded scripts."""
    with Redis.from_url(redis_server.url) as redis:
        redis.flushall()
        redis.script_flush()
    return redis_server.url
