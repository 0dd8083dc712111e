"""A full disk: a typed failure that is worth another try, and a request that still ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from ops.chaos.disk import fill_disk, free_disk
from ops.chaos.history import TERMINAL, violations
from ops.chaos.scenes import CONSUMED
from schemas import events as e
from schemas.errors import Category
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.log import Log
from tests.acceptance.stack import up

S, R = SessionId("session-1"), RequestId("request-1")


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


async def event(log: Log, *types: str) -> e.Event:
    """The first event of one of the ``types``."""
    async with asyncio.timeout(60):
        async for entry in log.feed("0-0"):
            if entry.event.type in types:
                return entry.event
    raise AssertionError("the feed ended")


@pytest.mark.parametrize("space_returns", [True, False])
async def test_a_request_that_meets_a_full_disk_tries_again_and_ends(
    log: Log, redis_url: str, tmp_path: Path, space_returns: bool
) -> None:
    with up(tmp_path, "--only", CONSUMED, "--workers", "1", REDIS_URL=redis_url) as consumers:
        fill_disk(consumers.process.pid)
        accepted = e.RequestAccepted(kind="text", text="a red chair")
        await log.append(S, R, "accepted", [accepted])
        retried = (await event(log, "stage.retried", *TERMINAL)).data
        assert isinstance(retried, e.StageRetried)
        assert retried.category is Category.UNAVAILABLE
        if space_returns:
            free_disk(consumers.process.pid)
        end = (await event(log, *TERMINAL)).data
        free_disk(consumers.process.pid)
    if space_returns:
        assert isinstance(end, e.RequestCompleted)
        assert end.result is not None
    else:
        assert isinstance(end, e.RequestFailed)
        assert (end.category, end.code) == (Category.UNAVAILABLE, "ArtifactStoreUnavailable")
    assert await violations(log, [(S, R)]) == []
