"""Two sessions that are alike and have much open, and what is left of one, for tests of erasing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ops.keeping import eraser
from ops.keeping.places import Places
from schemas.ids import SessionId
from tests.integration.lives import (
    ask,
    live,
    make,
)

A, B, C = SessionId("alpha"), SessionId("beta"), SessionId("gamma")
SHARED = b"glTF of a shared chair"


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody works on these sessions, so nothing that is waited for comes."""
    monkeypatch.setattr(eraser, "QUIET_S", 0.0)


async def two_lives(here: Places) -> None:
    """Two sessions that are alike, share one mesh and one asset, and have much open."""
    for session in (A, B):
        await live(here, session, SHARED)
        await make(here, session, f"glTF of the chair of {session}".encode())
    for session in (A, B):
        for n in range(12):  # more than may be in flight: some are parked
            await ask(here.history.shards.of(session), session, f"waiting-{n}")


def left_of(session: str, found: dict[str, Any]) -> list[str]:
    return [
        key
        for key, value in found.items()
        if session in key or session in json.dumps(value, ensure_ascii=False)
    ]
