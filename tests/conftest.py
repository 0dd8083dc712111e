"""What every test may ask for. Fixtures of one folder's tests live in that folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis

from streams.server import EmbeddedRedis


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedRedis]:
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
