"""Sessions that are sealed, and the deployment around them: what the tests of the archive share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from schemas.ids import SessionId
from streams.keys import STAGES
from streams.lease import Leases
from streams.past import archive as shelves
from streams.past import history as at_hand
from streams.past import keyframes, sealing, segments
from streams.past.archive import Archive
from streams.past.history import History
from streams.past.sealing import Sealing, seal
from streams.state import States
from tests.integration.pasts import begin, edit, opened

S = SessionId("session-1")

EDITS = 40

NO_WAIT = 0.0


def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that forty edits are many pages, several keyframes and several row groups."""
    monkeypatch.setattr(keyframes, "EVERY", 25)
    monkeypatch.setattr(at_hand, "PAGE", 20)
    monkeypatch.setattr(sealing, "PAGE", 20)
    monkeypatch.setattr(at_hand, "LOOK_BACK", 6)
    monkeypatch.setattr(segments, "GROUP", 30)
    monkeypatch.setattr(shelves, "PAGE", 20)
    monkeypatch.setattr(shelves, "RUN", 9)


@asynccontextmanager
async def lived(redis_url: str, folder: Path, edits: int = EDITS) -> AsyncIterator[History]:
    """A deployment with one session of ``edits`` edits and its keyframes."""
    async with opened(redis_url, folder) as (shards, history):
        await go_on(history, S, 0, edits)
        yield history
        assert shards is history.shards


async def go_on(history: History, session: SessionId, after: int, upto: int) -> None:
    log = history.shards.of(session)
    states = States(log, history)
    if after == 0:
        await begin(log, session)
    for n in range(after + 1, upto + 1):
        await edit(log, session, n)
        await states.get(session)
        await states.written()
    await states.close()


async def sealed(history: History, session: SessionId = S, by: str = "test") -> Sealing:
    log = history.shards.of(session)
    # Requests of these tests end while their first step is queued: it is dropped when taken.
    await Leases(log, f"{by}-drops", STAGES).take(1_000)
    return await seal(log, Archive(history.artifacts), session, by, NO_WAIT)


def fresh(history: History) -> History:
    """One that has read nothing yet."""
    return History(history.shards, history.artifacts)
