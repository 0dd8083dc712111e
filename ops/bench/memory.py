"""Redis memory an event, and whether a full Redis is as quick as an empty one.

An event's memory is everything its commit leaves behind once the request is closed: log entry,
marks, the session's hash and its line in the list of sessions. The feed is left out, as it is
capped: it is full before and after. A hundred thousand sessions are compared with a hundred.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import click

from ops.bench import product
from ops.bench.figure import Figure, median
from ops.bench.scratch import scratch_redis
from schemas import events as e
from schemas.errors import Unavailable
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.commit import FEED_CAP, Commit
from streams.connection import connect
from streams.keys import STAGES
from streams.lease import Leases
from streams.log import Log, envelopes

EVENT_BYTES = 400
FLAT = 1.5
SESSIONS, REQUESTS_EACH = 100, 20
"""What an event's memory is measured on: sessions that each made twenty objects."""
MANY, FEW = 100_000, 100
TRIES = 300
DEADLINE_S = 60


class NotCommitted(Unavailable):
    """A step of the benchmark was refused: its time means nothing, run it on an idle Redis."""


def measure() -> list[Figure]:
    """The figures of this file."""
    return [*asyncio.run(_per_event()), *asyncio.run(_many_sessions())]


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Log]:
    log = Log(await connect(url))
    try:
        yield log
    finally:
        await log.close()


async def _per_event() -> list[Figure]:
    with scratch_redis() as url:
        async with _opened(url) as log:
            await _make_objects(log, url, "before", FEED_CAP // 100)
            before = await _used(log)
            await _make_objects(log, url, "measured", SESSIONS)
            used = await _used(log) - before
            events = logs = 0
            for n in range(SESSIONS):
                key = log.keys.log(f"measured-{n}")
                events += await log.redis.xlen(key)
                logs += await log.redis.memory_usage(key, samples=0) or 0
            marks = 0
            async for key in log.redis.scan_iter(log.keys.request("request-measured") + "*", 1000):
                marks += await log.redis.memory_usage(key, samples=0) or 0
    return [
        Figure("memory.event", used / events, "bytes", EVENT_BYTES, EVENT_BYTES),
        Figure("memory.event.log_alone", logs / events, "bytes", EVENT_BYTES),
        Figure("memory.event.request_hash", marks / events, "bytes"),
        Figure("memory.events_measured", events, "events"),
    ]


async def _make_objects(log: Log, url: str, name: str, sessions: int) -> None:
    """``sessions`` sessions in which ``REQUESTS_EACH`` objects were wished for and made."""
    stop = asyncio.Event()
    worker = asyncio.create_task(product.serve(url, name, STAGES, stop))
    for n in range(sessions):
        session = SessionId(f"{name}-{n}")
        wishes = [await product.begin_chain(log, session, name) for _ in range(REQUESTS_EACH)]
        async with asyncio.timeout(DEADLINE_S):
            for request in wishes:
                await _closed(log, request)
        if n % 20 == 0:
            click.echo(f"  . {name}: {n} of {sessions} sessions")
    stop.set()
    await worker


async def _closed(log: Log, request: RequestId) -> None:
    key = log.keys.request(request)
    while await log.redis.hget(key, "status") != "completed":  # noqa: ASYNC110 - Redis knows it
        await asyncio.sleep(0.002)


async def _used(log: Log) -> int:
    """Bytes of data: what clients and the append-only file's buffer hold is not."""
    info = await log.redis.info("memory")
    return int(info["used_memory"] - info["mem_clients_normal"] - info["mem_aof_buffer"])


async def _many_sessions() -> list[Figure]:
    with scratch_redis() as many_url, scratch_redis() as few_url:
        async with _opened(many_url) as many, _opened(few_url) as few:
            await _fill(few, FEW)
            await _fill(many, MANY)
            in_many, in_few = [], []
            for n in range(TRIES):
                in_many.append(await _touch(many, many_url, n))
                in_few.append(await _touch(few, few_url, n))
    return [
        Figure(
            f"memory.sessions_100k.{what}", median([t[i] for t in in_many]) * 1000, "ms",
            median([t[i] for t in in_few]) * 1000, FLAT, of_ratio=True,
        )
        for i, what in enumerate(("start", "take", "commit"))
    ]  # fmt: skip


async def _touch(log: Log, url: str, n: int) -> tuple[float, float, float]:
    """Seconds that a new consumer needs to start, then to take a job and to commit its step."""
    began = time.perf_counter()
    async with _opened(url) as its_log:
        leases = Leases(its_log, f"consumer-{n % 10}", STAGES)
        await leases.take(1, reclaim=True)
        started = time.perf_counter() - began
        session, request = SessionId(f"filled-{n % FEW}"), RequestId(f"touched-{n}")
        wanted = (e.RequestAccepted(kind="audio"), product.WANTED)
        await log.append(session, request, "touch", wanted)
        began = time.perf_counter()
        (taken,) = await leases.take(1)
        took = time.perf_counter() - began
        outcome = product.ANSWERS[Stage.PROMPT, "improve"]
        done = (*outcome.payloads, e.RequestCompleted(kind="unrelated_response", text="Done."))
        began = time.perf_counter()
        events = tuple(envelopes(done, session, request, taken.event_id, leases.consumer))
        answer = await its_log.commit(
            Commit(session, request, taken.mark, events, taken, leases.consumer)
        )
        committed = time.perf_counter() - began
        if answer.outcome != "done":
            raise NotCommitted(f"{answer.outcome}; {NotCommitted.__doc__}")
        await its_log.redis.delete(its_log.keys.work(product.FOLLOW_UP))
        return started, took, committed


async def _fill(log: Log, sessions: int) -> None:
    """``sessions`` sessions that each had one request, which is closed."""
    payloads = (
        e.SessionOpened(protocol="scener.v1", client="bench"),
        e.RequestAccepted(kind="audio"),
        e.RequestCompleted(kind="unrelated_response", text="Hello."),
    )
    at_once = 50
    for start in range(0, sessions, at_once):
        await asyncio.gather(
            *(
                log.append(SessionId(f"filled-{n}"), RequestId(f"filled-{n}"), "fill", payloads)
                for n in range(start, min(sessions, start + at_once))
            )
        )
        if start % 20_000 == 0 and sessions > at_once * 2:
            click.echo(f"  . {start:,} of {sessions:,} sessions")
