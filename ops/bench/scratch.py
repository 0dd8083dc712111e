"""A private Redis for one figure: the product's own embedded server, in a folder that is then gone.

It appends to disk every second, as a deployment's would.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from redis import Redis

from streams.server.embedded import EmbeddedRedis


@contextmanager
def scratch_redis() -> Iterator[str]:
    """The URL of an empty Redis of our own."""
    with tempfile.TemporaryDirectory() as folder, EmbeddedRedis.start(Path(folder)) as server:
        yield server.url


def cpu_s(redis: Redis) -> float:
    """Seconds of processor time that the server has used, its threads included."""
    used = redis.info("cpu")
    return float(used["used_cpu_user"]) + float(used["used_cpu_sys"])
