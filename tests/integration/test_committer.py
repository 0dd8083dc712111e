"""Commits that share a way to Redis, against a real one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from redis.exceptions import ResponseError

from schemas import events as e
from schemas.ids import RequestId, SessionId
from streams.committer import AT_ONCE, MOST
from streams.connection import connect
from streams.log import Log

WISH = (e.RequestAccepted(kind="audio"),)


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


async def wish(log: Log, name: str) -> str:
    done = await log.append(SessionId(f"session-{name}"), RequestId(name), "wish", WISH)
    return done.outcome


async def test_many_commits_at_once_are_each_made_once(log: Log) -> None:
    names = [f"request-{n}" for n in range(MOST * AT_ONCE + 7)]
    assert await asyncio.gather(*(wish(log, name) for name in names)) == ["done"] * len(names)
    assert {await log.redis.xlen(log.keys.log(f"session-{name}")) for name in names} == {1}
    assert await asyncio.gather(*(wish(log, name) for name in names)) == ["again"] * len(names)


async def test_a_commit_that_comes_just_as_the_last_one_is_answered_is_made(log: Log) -> None:
    async def one_after_the_other(who: int) -> list[str]:
        return [await wish(log, f"request-{who}-{n}") for n in range(20)]

    async with asyncio.timeout(20):
        answers = await asyncio.gather(*(one_after_the_other(who) for who in range(AT_ONCE + 1)))
    assert {outcome for outcomes in answers for outcome in outcomes} == {"done"}


async def test_a_commit_that_fails_leaves_the_others_of_its_group_be(log: Log) -> None:
    await log.redis.set(log.keys.log("session-broken"), "no stream")
    names = ["before", "broken", "after"]
    answers = await asyncio.gather(*(wish(log, n) for n in names), return_exceptions=True)
    assert (answers[0], answers[2]) == ("done", "done")
    assert isinstance(answers[1], ResponseError)
    assert "WRONGTYPE" in str(answers[1])


async def test_who_waits_for_a_commit_is_not_left_waiting_when_the_log_is_closed(log: Log) -> None:
    waiting = [asyncio.create_task(wish(log, f"request-{n}")) for n in range(MOST * AT_ONCE + 7)]
    await asyncio.sleep(0)
    await log.close()
    async with asyncio.timeout(5):
        answers = await asyncio.gather(*waiting, return_exceptions=True)
    assert all(a == "done" or isinstance(a, asyncio.CancelledError) for a in answers)
