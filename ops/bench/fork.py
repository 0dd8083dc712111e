"""Forking a long session: how long it takes, and what a fork takes of Redis.

The parent has a hundred thousand events; forks begin at points all over it, at some of which a
request is open. A fork's memory is all that Redis holds more afterwards, but for the feed, which is
capped.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from pathlib import Path

from ops.bench import long_session
from ops.bench.figure import Figure, percentile
from ops.bench.scratch import scratch_redis
from streams.artifacts import ArtifactStore
from streams.past.fork import Otherwise, fork
from streams.past.history import History
from streams.shards import Shards

EVENTS = 100_000
FORKS, WARM_UP = 300, 10
P99_S, REDIS_BYTES = 1.0, 10_240
SEED = 1


def measure() -> list[Figure]:
    """The figures of this file."""
    with tempfile.TemporaryDirectory() as folder, scratch_redis() as url:
        return asyncio.run(_measured(url, Path(folder)))


async def _measured(url: str, folder: Path) -> list[Figure]:
    shards = await Shards.open(url)
    try:
        history = History(shards, ArtifactStore(str(folder)))
        lived = await long_session.write(shards.logs[0], history.artifacts, EVENTS, 0)
        points = random.Random(SEED).choices(lived.ids, k=WARM_UP + FORKS)
        took, continued = [], 0
        before = 0
        for n, at in enumerate(points):
            if n == WARM_UP:
                before = await _used(shards)
            began = time.perf_counter()
            made = await fork(history, lived.session, at, Otherwise(seed=n), str(n))
            took.append(time.perf_counter() - began)
            continued += bool(made.forked.continued)
        used = (await _used(shards) - before) / FORKS
    finally:
        await shards.close()
    timed = took[WARM_UP:]
    return [
        Figure("fork.p99", percentile(timed, 0.99), "s", target=P99_S),
        Figure("fork.p50", percentile(timed, 0.5), "s"),
        Figure("fork.redis", used, "bytes", target=REDIS_BYTES),
        Figure("fork.with_an_open_request", continued, "forks"),
    ]


async def _used(shards: Shards) -> int:
    """Bytes of data: what clients and the append-only file's buffer hold is not."""
    await shards.redis.delete(shards.logs[0].keys.feed)
    info = await shards.redis.info("memory")
    return int(info["used_memory"] - info["mem_clients_normal"] - info["mem_aof_buffer"])
