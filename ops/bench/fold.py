"""How fast a session's whole log is folded: read from Redis and applied, without keyframes.

Beside it, in the same run, a loop that reads the same entries, parses their JSON and does nothing.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time

from ops.bench import long_session
from ops.bench.figure import Figure
from ops.bench.scratch import scratch_redis
from schemas.fold import fold
from schemas.ids import SessionId
from schemas.keyframe import digest
from schemas.state import SessionState
from streams.artifacts import ArtifactStore
from streams.log import Log
from streams.past.history import PAGE, History
from streams.shards import Shards

EVENTS = 100_000
EVENTS_A_SECOND = 100_000
RUNS = 3


def measure() -> list[Figure]:
    """The figures of this file."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    with scratch_redis() as url, tempfile.TemporaryDirectory() as folder:
        shards = await Shards.open(url)
        artifacts = ArtifactStore(folder)
        log = shards.logs[0]
        made = await long_session.write(log, artifacts, EVENTS, 1)
        history = History(shards, artifacts)
        ours = theirs = 0.0
        state = SessionState()
        for _ in range(RUNS):
            began = time.perf_counter()
            state = await _folded(history, made.session)
            ours = max(ours, len(made.ids) / (time.perf_counter() - began))
            began = time.perf_counter()
            await _read_alone(log, made.session)
            theirs = max(theirs, len(made.ids) / (time.perf_counter() - began))
        same = digest(state.scene) == digest((await history.state(made.session)).scene)
        await shards.close()
    return [
        Figure("fold.events", ours, "events/s", theirs, EVENTS_A_SECOND, more_is_better=True),
        Figure("fold.equals_the_seek", float(same), "1 = yes", None, 1.0, more_is_better=True),
    ]


async def _folded(history: History, session: SessionId) -> SessionState:
    state = SessionState()
    async for events in history.facts(session):
        fold(events, state)
    return state


async def _read_alone(log: Log, session: SessionId) -> None:
    start = "-"
    while rows := await log.rows(session, start, "+", PAGE):
        for _, fields in rows:
            json.loads(fields["e"])
        start = f"({rows[-1][0]}"
