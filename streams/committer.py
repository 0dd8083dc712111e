"""Commits sent in groups: what becomes ready while one group is under way goes with the next.

A commit that comes alone is sent at once. Each stays a step of its own, all or nothing: only the
way to Redis and back is shared, with a take of new work if there is one to go along. What does not
belong here: what a commit or a take says.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

from redis.exceptions import ResponseError

from streams.connection import Connection
from streams.ending import end
from streams.lost import LOST
from streams.scripts import COMMIT, COMMIT_AND_TAKE, raise_if_not_now, run, until_answered

MOST = 32
"""Commits of one call: Redis does nothing else for these two milliseconds."""
AT_ONCE = 2
"""Calls under way: Redis works on one while we read the other's answers and write the next."""


Answers = list[list[str]]
"""The script's answer to each commit of a group."""


class Ride(Protocol):
    """A take that goes along with commits, so that what they start comes back with their answers.

    After each group of its commits one of ``land``, ``lose`` and ``miss`` is called.
    """

    def board(self, commits: int) -> Sequence[str | int] | None:
        """The take's arguments, to go with ``commits`` of its own; None: no take now."""
        ...

    def land(self, answer: Any) -> None:
        """The take's answer."""
        ...

    def lose(self) -> None:
        """The take that boarded may have been made, or not."""
        ...

    def miss(self) -> None:
        """Its commits are made, and no take went with them."""
        ...


@dataclass(frozen=True, slots=True)
class _Waiting:
    argument: str
    ride: Ride | None
    answer: asyncio.Future[list[str]]


class Committer:
    """Makes commits, a group a call. ``keys``: what all of them share."""

    def __init__(self, redis: Connection, keys: Sequence[str]) -> None:
        self._redis, self._keys = redis, keys
        self._waiting: list[_Waiting] = []
        self._sending: set[asyncio.Task[None]] = set()

    async def commit(self, argument: str, ride: Ride | None = None) -> list[str]:
        """The script's answer to this commit, made again until it is answered."""
        answer: asyncio.Future[list[str]] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(argument, ride, answer))
        if len(self._sending) < AT_ONCE:
            self._sending.add(asyncio.create_task(self._send()))
        return await answer

    async def close(self) -> None:
        """Send nothing any more; who still waits is told that it was cancelled."""
        await end(*self._sending)
        for waiting in self._waiting:
            waiting.answer.cancel()
        self._waiting = []

    async def _send(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
                await self._send_group(group)
        finally:
            # Here, not in a callback: a commit that came before that ran would wait for nobody.
            self._sending.discard(cast("asyncio.Task[None]", asyncio.current_task()))

    async def _send_group(self, group: Sequence[_Waiting]) -> None:
        try:
            answers = await self._answers(group)
        except BaseException as failed:
            for waiting in group:
                if isinstance(failed, Exception) and not waiting.answer.done():
                    waiting.answer.set_exception(failed)
                waiting.answer.cancel()
            if not isinstance(failed, Exception):
                raise
            return
        for waiting, said in zip(group, answers, strict=True):
            if waiting.answer.done():  # whoever waited for it has gone
                continue
            if said[0] == "error":
                waiting.answer.set_exception(ResponseError(said[1]))
            else:
                waiting.answer.set_result(said)

    async def _answers(self, group: Sequence[_Waiting]) -> Answers:
        """The script's answers to a group, with which one ride goes, the first time it is sent."""
        arguments = [waiting.argument for waiting in group]
        rides = Counter(waiting.ride for waiting in group if waiting.ride)
        boarded = None
        try:
            for ride, commits in rides.items():
                take = ride.board(commits)
                if take is not None:
                    boarded = ride
                    return await self._made_with(arguments, ride, take)
            return await until_answered(lambda: self._made(arguments))
        finally:
            for ride in rides:
                if ride is not boarded:
                    ride.miss()

    async def _made_with(
        self, arguments: Sequence[str], ride: Ride, take: Sequence[str | int]
    ) -> Answers:
        """As ``_made``, over a broken connection too, with a take the first time it is tried."""
        call = [len(arguments), *arguments, *take]
        answers: Answers
        try:
            answers, taken = json.loads(await run(self._redis, COMMIT_AND_TAKE, self._keys, call))
            await self._check(answers)
        except LOST:
            ride.lose()
            return await until_answered(lambda: self._made(arguments))
        except BaseException:
            ride.lose()
            raise
        if taken is None:
            ride.lose()
        else:
            ride.land(taken)
            await asyncio.sleep(0)  # what it brought goes first: its commits go with the next group
        return answers

    async def _made(self, arguments: Sequence[str]) -> Answers:
        answers: Answers = json.loads(await run(self._redis, COMMIT, self._keys, arguments))
        await self._check(answers)
        return answers

    async def _check(self, answers: Answers) -> None:
        """A server that takes no writes has made none of a group."""
        for answer in answers:
            if answer[0] == "error":
                await raise_if_not_now(self._redis, answer[1])
