"""Commits sent in groups: what becomes ready while one group is under way goes with the next.

A commit that comes alone is sent at once. Each stays a step of its own, all or nothing: only the
way to Redis and back is shared. What does not belong here: what a commit says.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import cast

from redis.exceptions import ResponseError

from streams.connection import Connection
from streams.ending import end
from streams.scripts import COMMIT, raise_if_not_now, run, until_answered

MOST = 32
"""Commits of one call: Redis does nothing else for these two milliseconds."""
AT_ONCE = 2
"""Calls under way: Redis works on one while we read the other's answers and write the next."""


class Committer:
    """Makes commits, a group a call. ``keys``: what all of them share."""

    def __init__(self, redis: Connection, keys: Sequence[str]) -> None:
        self._redis, self._keys = redis, keys
        self._waiting: list[tuple[str, asyncio.Future[list[str]]]] = []
        self._sending: set[asyncio.Task[None]] = set()

    async def commit(self, argument: str) -> list[str]:
        """The script's answer to this commit, made again until it is answered."""
        answer: asyncio.Future[list[str]] = asyncio.get_running_loop().create_future()
        self._waiting.append((argument, answer))
        if len(self._sending) < AT_ONCE:
            self._sending.add(asyncio.create_task(self._send()))
        return await answer

    async def close(self) -> None:
        """Send nothing any more; who still waits is told that it was cancelled."""
        await end(*self._sending)
        for _, answer in self._waiting:
            answer.cancel()
        self._waiting = []

    async def _send(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
                await self._send_group(group)
        finally:
            # Here, not in a callback: a commit that came before that ran would wait for nobody.
            self._sending.discard(cast("asyncio.Task[None]", asyncio.current_task()))

    async def _send_group(self, group: Sequence[tuple[str, asyncio.Future[list[str]]]]) -> None:
        try:
            answers = await until_answered(lambda: self._made([argument for argument, _ in group]))
        except BaseException as failed:
            for _, answer in group:
                if isinstance(failed, Exception) and not answer.done():
                    answer.set_exception(failed)
                answer.cancel()
            if not isinstance(failed, Exception):
                raise
            return
        for (_, answer), said in zip(group, answers, strict=True):
            if answer.done():  # whoever waited for it has gone
                continue
            if said[0] == "error":
                answer.set_exception(ResponseError(said[1]))
            else:
                answer.set_result(said)

    async def _made(self, arguments: Sequence[str]) -> list[list[str]]:
        """The script's answers to a group. A server that takes no writes has made none of it."""
        answers: list[list[str]] = json.loads(await run(self._redis, COMMIT, self._keys, arguments))
        for answer in answers:
            if answer[0] == "error":
                await raise_if_not_now(self._redis, answer[1])
        return answers
