"""Commits sent in groups: what becomes ready while one group is under way goes with the next.

A commit that comes alone is sent at once. Each stays a step of its own, all or nothing: only the
way to Redis and back is shared. What does not belong here: what a commit says.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from redis.exceptions import ResponseError

from streams.connection import Connection
from streams.ending import end
from streams.scripts import COMMIT, run_until_answered

MOST = 32
"""Commits of one call: Redis does nothing else for these two milliseconds."""


class Committer:
    """Makes commits over one connection. ``keys``: what all of them share."""

    def __init__(self, redis: Connection, keys: Sequence[str]) -> None:
        self._redis, self._keys = redis, keys
        self._waiting: list[tuple[str, asyncio.Future[list[str]]]] = []
        self._sending: asyncio.Task[None] | None = None

    async def commit(self, argument: str) -> list[str]:
        """The script's answer to this commit, made again until it is answered."""
        answer: asyncio.Future[list[str]] = asyncio.get_running_loop().create_future()
        self._waiting.append((argument, answer))
        if self._sending is None or self._sending.done():
            self._sending = asyncio.create_task(self._send())
        return await answer

    async def close(self) -> None:
        """Send nothing any more; who still waits is told that it was cancelled."""
        if self._sending is not None:
            await end(self._sending)

    async def _send(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
                await self._send_group(group)
        finally:
            for _, answer in self._waiting:
                answer.cancel()
            self._waiting = []

    async def _send_group(self, group: Sequence[tuple[str, asyncio.Future[list[str]]]]) -> None:
        try:
            said = await run_until_answered(
                self._redis, COMMIT, self._keys, [argument for argument, _ in group]
            )
            answers = json.loads(said)
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
