"""A shard whose server is there and says nothing, beside one that is well."""

from __future__ import annotations

import asyncio
import signal
import time
from pathlib import Path

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from schemas import events as e
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.connection import connect
from streams.log import Log
from streams.worker import WorkerSettings, work
from tests.integration.servers import server
from tests.integration.test_shards import Plain

S = SessionId("s")
SILENCE_S = 1.0
"""What it takes to see that the server says nothing."""


async def answered(log: Log, request: str) -> float:
    """Ask for something, wait for its end; the seconds that took."""
    began = time.monotonic()
    position = await log.feed_end()
    accepted = e.RequestAccepted(kind="text", text="hello")
    await log.append(S, RequestId(request), "accepted", [accepted])
    async for entry in log.feed(position):
        if entry.event.request == request and entry.event.type == "request.completed":
            break
    return time.monotonic() - began


async def test_a_shard_that_does_not_answer_keeps_no_slot_from_the_others(
    redis_url: str, tmp_path: Path
) -> None:
    with server(tmp_path) as silent:
        well = Log(await connect(redis_url))
        options = {"decode_responses": True, "retry": Retry(NoBackoff(), 0)}
        away = Log(Redis(port=silent.port, socket_timeout=SILENCE_S, **options))
        stop = asyncio.Event()
        settings = WorkerSettings("c1", tuple(Stage), 2, frozenset())
        working = asyncio.create_task(work([well, away], Plain(), settings, stop))
        async with asyncio.timeout(30):
            await answered(away, "first")
            silent.process.send_signal(signal.SIGSTOP)
            await answered(well, "while it is found out")
            until = time.monotonic() + 4 * SILENCE_S
            took: list[float] = []
            while time.monotonic() < until:
                took.append(await answered(well, f"then {len(took)}"))
            silent.process.send_signal(signal.SIGCONT)
            assert await answered(away, "last") < 5
        stop.set()
        await working
        await well.close()
        await away.close()
        slow = [seconds for seconds in took if seconds > SILENCE_S / 2]
        assert len(slow) <= 1  # the one in which the silence is noticed
