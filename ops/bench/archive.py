"""The archive: how fast a sealed session is replayed, how soon it begins, what Redis gets back.

The session has a hundred thousand events, made of requests that edit one scene, with keyframes as a
deployment writes them; a short one beside it has a hundred and fifty. A session's memory is that of
its log, its hash and its requests' hashes. The first event is timed in processes that have read
nothing yet: from asking for it, and from their start. ``cpu``: a second of processor time, which
other programs on the machine do not take away.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import click

from ops.bench.figure import Figure, median
from ops.bench.scratch import scratch_redis
from schemas import events as e
from schemas.errors import Unavailable
from schemas.ids import NodeId, RequestId, SessionId
from schemas.model import Vec3
from schemas.patch import between
from schemas.scene import Color, Node, Primitive, Scene
from streams.artifacts import ArtifactStore
from streams.keys import STAGES
from streams.lease import Leases
from streams.log import Log
from streams.past.archive import Archive
from streams.past.history import History
from streams.past.sealing import SEALED, seal
from streams.shards import Shards
from streams.state import States

SESSION = SessionId("archived")
EVENTS, SHORT, A_REQUEST = 100_000, 150, 5
NODES = 12
TRIES = 7
REPLAY, FIRST_MS, GIVEN_BACK = 50_000, 300, 95


class NotSealed(Unavailable):
    """The benchmark's session could not be sealed; run it on a Redis that nobody else uses."""


def measure() -> list[Figure]:
    """The figures of this file."""
    with tempfile.TemporaryDirectory() as folder, scratch_redis() as url:
        figures = asyncio.run(_measure(url, folder))
        asked, begun = zip(*(_fresh_process(url, folder) for _ in range(TRIES)), strict=True)
    return [
        *figures,
        Figure("archive.first_event", median(asked), "ms", None, FIRST_MS),
        Figure("archive.first_event.with_start", median(begun), "ms"),
    ]


@asynccontextmanager
async def _opened(url: str, folder: str) -> AsyncIterator[tuple[Log, History]]:
    shards = await Shards.open(url)
    try:
        yield shards.of(SESSION), History(shards, ArtifactStore(str(Path(folder) / "artifacts")))
    finally:
        await shards.close()


async def _measure(url: str, folder: str) -> list[Figure]:
    short = SessionId("short")
    async with _opened(url, folder) as (log, history):
        requests = await _live(log, history, SESSION, EVENTS)
        live, *_ = await _replay(history)
        seal_s, sealed = await _sealed(log, history, SESSION, requests)
        requests = await _live(log, history, short, SHORT)
        _, sealed_short = await _sealed(log, history, short, requests)
    async with _opened(url, folder) as (_, history):
        archived, cpu, events = await _replay(history)
    return [
        Figure("archive.replay", archived, "events/s", live, REPLAY, more_is_better=True),
        Figure("archive.replay.cpu", cpu, "events/s"),
        Figure("archive.events", events, "events"),
        Figure("archive.seal", EVENTS / seal_s, "events/s"),
        *_given_back("archive.memory_given_back", *sealed),
        *_given_back("archive.memory_given_back.short", *sealed_short),
    ]


def _given_back(name: str, before: int, after: int) -> list[Figure]:
    return [
        Figure(name, 100 * (1 - after / before), "%", None, GIVEN_BACK, more_is_better=True),
        Figure(f"{name}.kept", after, "bytes", before),
    ]


async def _sealed(
    log: Log, history: History, session: SessionId, requests: list[RequestId]
) -> tuple[float, tuple[int, int]]:
    """How long it takes to seal ``session``, and its memory before and after."""
    before = await _memory(log, session, requests)
    began = time.perf_counter()
    done = await seal(log, Archive(history.artifacts), session, "bench", idle_s=0)
    took = time.perf_counter() - began
    if done.outcome != SEALED:
        raise NotSealed(f"{done.outcome}: {NotSealed.__doc__}")
    return took, (before, await _memory(log, session, requests))


async def _replay(history: History) -> tuple[float, float, int]:
    """Events a second of a whole replay, a second of processor time, and how many there were."""
    began, cpu, events = time.perf_counter(), time.process_time(), 0
    async for page in history.pages(SESSION):
        events += len(page)
    took, used = time.perf_counter() - began, time.process_time() - cpu
    return events / took, events / used, events


async def _live(log: Log, history: History, session: SessionId, events: int) -> list[RequestId]:
    """Let ``session`` live until it has about as many ``events``; its requests."""
    await log.append(session, None, "opened", [e.SessionOpened(protocol="bench", user="ada")])
    states, requests = States(log, history), []
    before = _room(0)
    parts = [e.SceneComposed(name=before.name, nodes=tuple(before.nodes.values()))]
    last = events // A_REQUEST
    for n in range(1, last + 1):
        after = _room(n)
        requests.append(RequestId(f"{session}-{n}"))
        did = _made(n, before, after) if n > 1 else parts
        before = after if n > 1 else before
        asked = e.RequestAccepted(kind="text", text=f"move chair {n % NODES} a little to the left")
        thought = e.AgentThought(text="The person wants a chair moved.", engine="rules")
        acted = e.AgentActed(action="modify_3d_scene", input=asked.text, step=1)
        done = e.RequestCompleted(kind="modify_3d_scene", text="I moved the chair.")
        await log.append(session, requests[-1], "made", [asked, thought, acted, *did, done])
        if n % 50 == 0 or n == last:
            await Leases(log, "drops", STAGES).take(1_000)  # their first steps, which none needs
            await states.get(session)
            await states.written()
        if n % 5_000 == 0:
            click.echo(f"  . {n * A_REQUEST:,} of {events:,} events")
    await states.close()
    return requests


def _made(n: int, before: Scene, after: Scene) -> list[e.ScenePatched]:
    there, back = tuple(between(before, after)), tuple(between(after, before))
    summary = f"I moved chair {n % NODES}."
    return [e.ScenePatched(patch=there, inverse=back, summary=summary, touched=(f"n{n % NODES}",))]


def _room(n: int) -> Scene:
    """The scene after ``n`` edits: one chair is moved each time."""
    brown = Primitive(shape="cube", color=Color(r=0.5, g=0.25, b=0.1))
    places = [n // NODES + (i <= n % NODES) for i in range(NODES)]
    return Scene.of(
        "room",
        [
            Node(id=NodeId(f"n{i}"), name=f"chair {i}", position=Vec3(x=x), components=(brown,))
            for i, x in enumerate(places)
        ],
    )


async def _memory(log: Log, session: SessionId, requests: list[RequestId]) -> int:
    """Bytes that Redis needs for the session."""
    keys = log.keys
    names = [keys.log(session), keys.session(session), keys.turns(session)]
    names += [keys.request(request) for request in requests]
    used = 0
    for start in range(0, len(names), 1_000):
        async with log.redis.pipeline(transaction=False) as ask:
            for name in names[start : start + 1_000]:
                ask.memory_usage(name, samples=0)
            used += sum(size or 0 for size in await ask.execute())
    return used


def _fresh_process(url: str, folder: str) -> tuple[float, float]:
    """Ms until the first event of a process of its own: from asking for it, and from its start."""
    began = time.time()
    command = [sys.executable, "-m", "ops.bench.archive", url, folder]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(told[0]), (float(told[1]) - began) * 1000


async def _first(url: str, folder: str) -> None:
    async with _opened(url, folder) as (_, history):
        began = time.perf_counter()
        async for _page in history.pages(SESSION):
            print((time.perf_counter() - began) * 1000, time.time())
            break


if __name__ == "__main__":
    asyncio.run(_first(*sys.argv[1:]))
