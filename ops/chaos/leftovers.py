"""What nobody may find in Redis once every request has ended."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable

from redis.exceptions import ResponseError

from ops.chaos.violation import Violation
from streams.keys import QUEUES
from streams.log import Log


async def left_over(log: Log, sessions: Iterable[str]) -> AsyncIterator[Violation]:
    """Everything that is still waiting somewhere, one violation a place."""
    async for what in _shared(log):
        yield what
    for session in sessions:
        async for what in _of_session(log, session):
            yield what


async def is_settled(log: Log) -> bool:
    """Whether no request is open and nothing is left in the places that sessions share."""
    return not [what async for what in _shared(log)]


async def _shared(log: Log) -> AsyncIterator[Violation]:
    redis, keys = log.redis, log.keys
    for queue in QUEUES:
        work = keys.work(queue.stage, queue.bulk)
        if left := await redis.xlen(work):
            yield Violation("stuck", f"{left} pieces of work are left for {queue}")
        if pending := await _pending(log, work, str(queue.stage)):
            yield Violation("stuck", f"{pending} entries of {queue} are still pending")
    if due := await redis.zrange(keys.due, 0, -1):
        some = json.loads(due[0])
        yield Violation(
            "stuck", f"{len(due)} pieces of work are still to be tried again, as {some['id']}"
        )
    if still := await redis.zrange(keys.open, 0, -1):
        yield Violation("stuck", f"{len(still)} requests are still open, as {still[0]}")


async def _pending(log: Log, work: str, group: str) -> int:
    try:
        return int((await log.redis.xpending(work, group))["pending"])
    except ResponseError:  # no such group, so nothing is pending in it
        return 0


async def _of_session(log: Log, session: str) -> AsyncIterator[Violation]:
    redis, keys = log.redis, log.keys
    async with redis.pipeline(transaction=False) as ask:
        ask.zrange(keys.turns(session), 0, -1)
        ask.hgetall(keys.session(session))
        for queue in QUEUES:
            ask.llen(keys.parking(queue, session))
        turns, counts, *parked = await ask.execute()
    if turns:
        yield Violation("stuck", f"requests still wait for their turn: {turns}", session)
    if "turn" in counts:
        yield Violation("stuck", f"the turn is still {counts['turn']}'s", session)
    for queue, left in zip(QUEUES, parked, strict=True):
        if left:
            yield Violation("stuck", f"{left} pieces of work are parked for {queue}", session)
        busy = int(counts.get(f"busy:{queue.number}", 0))
        if busy:
            yield Violation("share", f"{busy} pieces count as in flight on {queue}", session)
