"""How fast a point of a long session is there: at random, and when it is scrubbed.

Every seek's scene is compared, by its digest, with what a fold from the first event gave there.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time

from ops.bench import long_session
from ops.bench.figure import Figure, median, percentile
from ops.bench.scratch import scratch_redis
from schemas.keyframe import digest
from streams.artifacts import ArtifactStore
from streams.past.history import History
from streams.shards import Shards

EVENTS = 100_000
SEEKS = 1_000
P99_MS = 100
SCRUBBED = 300
SEEKS_A_SECOND = 30
REVISIONS = 200


def measure() -> list[Figure]:
    """The figures of this file."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    with scratch_redis() as url, tempfile.TemporaryDirectory() as folder:
        shards = await Shards.open(url)
        artifacts = ArtifactStore(folder)
        made = await long_session.write(shards.logs[0], artifacts, EVENTS, SEEKS)
        history = History(shards, artifacts)
        took, wrong = [], 0
        for at, expected in made.digests.items():
            began = time.perf_counter()
            state = await history.state(made.session, at)
            took.append((time.perf_counter() - began) * 1000)
            wrong += digest(state.scene) != expected
        began = time.perf_counter()
        middle = len(made.ids) // 2
        for at in made.ids[middle : middle + SCRUBBED]:
            await history.state(made.session, at)
        a_second = SCRUBBED / (time.perf_counter() - began)
        by_revision = []
        last = (await history.state(made.session)).revision
        for revision in random.Random(3).sample(range(1, last), REVISIONS):
            began = time.perf_counter()
            await history.at_revision(made.session, revision)
            by_revision.append((time.perf_counter() - began) * 1000)
        await shards.close()
    return [
        Figure("seek.p50", median(took), "ms"),
        Figure("seek.p99", percentile(took, 0.99), "ms", None, P99_MS),
        Figure("seek.differs_from_the_fold", wrong, f"of {SEEKS:,}", None, 0),
        Figure("seek.scrubbed", a_second, "seeks/s", None, SEEKS_A_SECOND, more_is_better=True),
        Figure("seek.revision.p99", percentile(by_revision, 0.99), "ms", None, P99_MS),
    ]
