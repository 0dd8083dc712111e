"""The geometry desk on a real log: whose turn it is, who has left, who is not there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from gateway.geometry import batch
from gateway.geometry.desk import Desk
from gateway.geometry.settings import GeometrySettings
from schemas import events as e
from schemas.artifacts import GLB
from schemas.errors import Category
from schemas.flow import Stage
from schemas.geometry_v1 import Item, Line, read_items
from streams.artifacts import ArtifactStore
from streams.ending import end
from streams.shards import Shards
from streams.step import Failure, Job, Outcome, Progress, RetryPolicy
from streams.worker import WorkerSettings, work
from tests import pictures


class Potter:
    """A mesh runner that makes one mesh whenever it is let."""

    def __init__(self, store: ArtifactStore) -> None:
        self._store = store
        self.let = asyncio.Semaphore(0)
        self.made: list[str] = []
        self.cancelled: list[str] = []
        self.begun = asyncio.Event()

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        data = job.event.data
        assert isinstance(data, e.GeometryRequested)
        self.begun.set()
        await self.let.acquire()
        self.made.append(data.prompt)
        if data.prompt == "impossible":
            return Failure(Category.BAD_INPUT, "NoForeground", "nothing to see; send a thing")
        made = e.GeometryGenerated(
            mesh=self._store.put(b"glTF", GLB),
            size=(1, 1, 1),
            triangles=1,
            backend=data.backend,
            engine="potter",
        )
        return Outcome((made, e.RequestCompleted(kind="unrelated_response", text="done")))

    def cancel(self, mark: str) -> None:
        self.cancelled.append(mark)
        self.let.release()

    def kill(self, mark: str) -> None:
        raise AssertionError(mark)


@pytest.fixture
async def shards(redis_url: str) -> AsyncIterator[Shards]:
    shards = await Shards.open(redis_url, 2, founding=True)
    yield shards
    await shards.close()


@pytest.fixture
def settings(tmp_path: Path) -> GeometrySettings:
    (tmp_path / "a.png").write_bytes(pictures.encoded(pictures.drawn()))
    return GeometrySettings((tmp_path,))


@pytest.fixture
async def desk(shards: Shards, settings: GeometrySettings) -> AsyncIterator[Desk]:
    desk = Desk(shards, store(settings), settings)
    await desk.start()
    yield desk
    await desk.stop()


def store(settings: GeometrySettings) -> ArtifactStore:
    return ArtifactStore(str(settings.roots[0] / "artifacts"))


@asynccontextmanager
async def potter(shards: Shards, settings: GeometrySettings) -> AsyncIterator[Potter]:
    """A consumer of one slot."""
    runner, stop = Potter(store(settings)), asyncio.Event()
    retry = dict.fromkeys(Stage, RetryPolicy(base_s=0.01, cap_s=0.02))
    told = WorkerSettings("potter", [Stage.MESH], 1, frozenset(), retry=retry, drain_s=0)
    working = asyncio.create_task(work(shards, runner, told, stop))
    try:
        yield runner
    finally:
        stop.set()
        await end(working)


def items(settings: GeometrySettings, *prompts: str, scene: str = "") -> tuple[Item, ...]:
    folder = str(settings.roots[0])
    wish = {"image_path": f"{folder}/a.png", "output_dir": folder, "scene_id": scene}
    return read_items(json.dumps([{**wish, "prompt": prompt} for prompt in prompts]).encode())


async def all_of(desk: Desk, asked: tuple[Item, ...]) -> list[Line]:
    return [line async for line in desk.serve(asked)]


async def waiting(desk: Desk, count: int) -> None:
    """Until so many items wait for their turn."""
    async with asyncio.timeout(20):
        while (await desk.health())["scheduler_queue_size"] != count:
            pass


async def test_items_are_made_in_strict_rotation(
    desk: Desk, shards: Shards, settings: GeometrySettings
) -> None:
    async with potter(shards, settings) as runner, asyncio.TaskGroup() as group:
        first = group.create_task(all_of(desk, items(settings, "A1", "A2", "A3", scene="a")))
        await waiting(desk, 2)
        second = group.create_task(all_of(desk, items(settings, "B1")))
        await waiting(desk, 3)
        third = group.create_task(all_of(desk, items(settings, "C1", "C2", scene="c")))
        await waiting(desk, 5)
        for _ in range(6):
            runner.let.release()
        came = [await task for task in (first, second, third)]
    assert runner.made == ["A1", "B1", "C1", "A2", "C2", "A3"]
    assert [[line.index for line in lines] for lines in came] == [[0, 1, 2], [0], [0, 1]]
    assert [line.error for lines in came for line in lines] == [""] * 6


async def test_one_items_failure_ends_nothing_else(
    desk: Desk, shards: Shards, settings: GeometrySettings
) -> None:
    async with potter(shards, settings) as runner:
        for _ in range(3):
            runner.let.release()
        asked = items(settings, "vase", "impossible", "bowl")
        came = {line.index: line.error for line in await all_of(desk, asked)}
    assert came == {0: "", 1: "nothing to see; send a thing", 2: ""}


async def test_what_a_client_left_is_dropped_and_cancelled_in_the_log(
    desk: Desk, shards: Shards, settings: GeometrySettings
) -> None:
    async with potter(shards, settings) as runner:
        runner.let.release()
        async with aclosing(desk.serve(items(settings, "one", "two", "three"))) as lines:
            assert (await anext(lines)).error == ""
            async with asyncio.timeout(20):
                while len(runner.made) < 1 or await open_requests(shards) != 1:
                    pass
        await waiting(desk, 0)
        async with asyncio.timeout(20):
            while await open_requests(shards):
                pass
        health = await desk.health()
    assert "three" not in runner.made
    assert (health["total_requests"], health["completed_requests"]) == (3, 1)
    assert health["failed_requests"] == 2


async def open_requests(shards: Shards) -> int:
    return sum([await shards.redis.zcard(log.keys.open) for log in shards])


async def test_a_flushed_redis_is_told_to_whoever_waits(
    desk: Desk, shards: Shards, settings: GeometrySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "LOOK_AGAIN_S", 0.5)
    async with potter(shards, settings) as runner:
        asking = asyncio.create_task(all_of(desk, items(settings, "lost")))
        await asyncio.wait_for(runner.begun.wait(), 20)
        await shards.redis.flushall()
        (line,) = await asyncio.wait_for(asking, 30)
        runner.let.release()
    assert line.error.startswith("The log lost the request")


async def test_without_consumers_everything_fails_after_a_while(
    shards: Shards, settings: GeometrySettings
) -> None:
    desk = Desk(shards, store(settings), replace(settings, no_consumer_s=0.5))
    await desk.start()
    try:
        came = await asyncio.wait_for(all_of(desk, items(settings, "a", "b")), 20)
    finally:
        await desk.stop()
    assert all(line.error.startswith("no mesh consumer has been there") for line in came)
    assert await open_requests(shards) == 0


async def test_a_server_that_stops_says_so_of_what_it_leaves(
    shards: Shards, settings: GeometrySettings
) -> None:
    desk = Desk(shards, store(settings), settings)
    await desk.start()
    asking = asyncio.create_task(all_of(desk, items(settings, "a", "b", "c")))
    await waiting(desk, 2)
    await desk.stop()
    came = await asyncio.wait_for(asking, 20)
    assert [line.error.split(";")[0] for line in came] == ["The geometry server is stopping"] * 3
    assert await open_requests(shards) == 0
