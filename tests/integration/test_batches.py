"""Steps of many sessions in one go of an engine: real processes, a real Redis, a fake engine."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from consumers.pool import EnginePool
from consumers.settings import EngineSettings
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from streams.artifacts import ArtifactStore
from streams.connection import connect
from streams.log import Log
from streams.step import RetryPolicy
from streams.worker import Worker, WorkerSettings
from tests.integration import easel

AGENT = [Stage.AGENT]
PATIENCE_S = 90.0
"""A process that is replaced imports all of its engines again: of a machine with many times more to
do than it has cores, each takes ten seconds and more."""
ENDS = {"request.completed", "request.failed", "request.cancelled"}


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


@pytest.fixture(autouse=True)
def on_a_slow_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What came together may take its time to get to the engine."""
    monkeypatch.setattr("consumers.pool.MATES_WITHIN_S", 5.0)


@asynccontextmanager
async def worker(log: Log, folder: Path, name: str = "c1") -> AsyncIterator[asyncio.Event]:
    """A worker on one process with the fake engine; yields what stops it."""
    pool = EnginePool(AGENT, EngineSettings(folder.as_uri(), folder, folder), 1, easel.load)
    await pool.start()
    settings = WorkerSettings(
        name,
        AGENT,
        1,
        frozenset(),
        retry=dict.fromkeys(Stage, RetryPolicy(base_s=0.01)),
        batches=pool.batches,
        ahead=1,
    )
    stop = asyncio.Event()
    running = asyncio.create_task(Worker(log, pool, settings).run(stop))
    try:
        yield stop
    finally:
        stop.set()
        await running
        await pool.stop()


async def ask(log: Log, *words: str) -> None:
    """A request for each, of a session of its own, all at once."""
    for text in words:
        wish = e.RequestAccepted(kind="text", text=text)
        await log.append(SessionId(f"s {text}"), RequestId(text), "accepted", [wish])


async def until(log: Log, done: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        async for _ in log.feed("0-0"):
            if await done():
                return


async def end_of(log: Log, text: str) -> e.Data | None:
    """How the request ended, None while it has not."""
    events = await log.read(SessionId(f"s {text}"))
    return events[-1].data if events[-1].type in ENDS else None


async def ended(log: Log, *words: str) -> dict[str, str]:
    """What kind of end each request came to; waits for all of them."""

    async def all_have() -> bool:
        return all([await end_of(log, text) is not None for text in words])

    await until(log, all_have)
    ends = {text: await end_of(log, text) for text in words}
    return {text: end.type for text, end in ends.items() if end is not None}


def goes(folder: Path) -> list[list[str]]:
    """What the engine was given, go by go."""
    file = folder / "goes"
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def all_of(made: list[list[str]]) -> list[str]:
    return [words for go in made for words in go]


async def holding(folder: Path, *words: str) -> None:
    """Return when the engine is in a go of these."""
    async with asyncio.timeout(PATIENCE_S):
        while list(words) not in goes(folder):  # noqa: ASYNC110 - another process writes it
            await asyncio.sleep(0.01)


async def there(file: Path) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not file.exists():  # noqa: ASYNC110 - another process writes it
            await asyncio.sleep(0.01)


async def taken(log: Log, count: int) -> None:
    """Return when consumers hold so many pieces of work."""
    async with asyncio.timeout(PATIENCE_S):
        while await held(log) != count:  # noqa: ASYNC110 - Redis tells nobody of it
            await asyncio.sleep(0.01)


async def held(log: Log) -> int:
    found: int = (await log.redis.xpending(log.keys.work(Stage.AGENT), Stage.AGENT))["pending"]
    return found


async def test_what_waits_goes_together_whatever_session_it_is_of(log: Log, tmp_path: Path) -> None:
    async with worker(log, tmp_path):
        await ask(log, "x:hold")
        await holding(tmp_path, "x:hold")
        words = ["a:1", "b:1", "a:2", "a:3", "b:2", "a:4", "a:5"]
        await ask(log, *words)
        await taken(log, 8)
        (tmp_path / "let go").touch()
        ends = await ended(log, *words)
    assert set(ends.values()) == {"request.completed"}
    assert [go for go in goes(tmp_path)[1:] if go[0][0] == "b"] == [["b:1", "b:2"]]
    # Four of a kind ride at most; what had not been taken when the go began comes after it.
    assert len(next(go for go in goes(tmp_path)[1:] if go[0][0] == "a")) >= 3
    assert sorted(all_of(goes(tmp_path)[1:])) == sorted(words)


async def test_what_came_together_starts_together_on_an_idle_engine(
    log: Log, tmp_path: Path
) -> None:
    words = ["a:1", "a:2", "a:3", "a:4"]
    await ask(log, *words)
    async with worker(log, tmp_path):
        await ended(log, *words)
    assert goes(tmp_path) == [words]


async def test_one_that_is_bad_fails_alone(log: Log, tmp_path: Path) -> None:
    words = ["a:1", "a:bad", "a:3"]
    await ask(log, *words)
    async with worker(log, tmp_path):
        ends = await ended(log, *words)
    assert ends == {
        "a:1": "request.completed",
        "a:bad": "request.failed",
        "a:3": "request.completed",
    }
    assert goes(tmp_path) == [words]


async def test_one_that_kills_the_engine_takes_no_neighbour_down_for_good(
    log: Log, tmp_path: Path
) -> None:
    words = ["a:1", "a:die", "a:3", "a:4"]
    await ask(log, *words)
    async with worker(log, tmp_path):
        ends = await ended(log, *words)
    assert ends.pop("a:die") == "request.failed"
    assert set(ends.values()) == {"request.completed"}
    assert goes(tmp_path)[0] == words
    assert sorted(goes(tmp_path)[1:]) == [["a:1"], ["a:3"], ["a:4"], ["a:die"], ["a:die"]]


async def test_what_waits_in_an_engine_that_is_killed_did_not_fail(
    log: Log, tmp_path: Path
) -> None:
    async with worker(log, tmp_path):
        await ask(log, "x:hold then die")
        await ask(log, "a:1", "a:2")
        ends = await ended(log, "a:1", "a:2")
        events = await log.read(SessionId("s a:1"))
    assert set(ends.values()) == {"request.completed"}
    assert "stage.retried" not in [event.type for event in events]


async def test_one_of_a_go_is_cancelled_and_the_others_go_on(log: Log, tmp_path: Path) -> None:
    words = ["a:hold", "a:2", "a:3"]
    await ask(log, *words)
    async with worker(log, tmp_path):
        await holding(tmp_path, *words)
        await log.append(SessionId("s a:2"), RequestId("a:2"), "cancel", [e.RequestCancelled()])
        await there(tmp_path / "heard")
        (tmp_path / "let go").touch()
        ends = await ended(log, *words)
    assert ends == {
        "a:hold": "request.completed",
        "a:2": "request.cancelled",
        "a:3": "request.completed",
    }
    assert goes(tmp_path) == [words]


async def test_a_go_that_does_not_fit_is_halved_and_that_is_remembered(
    log: Log, tmp_path: Path
) -> None:
    (tmp_path / "holds").write_text("2")
    words = ["a:1", "a:2", "a:3", "a:4"]
    await ask(log, *words)
    async with worker(log, tmp_path):
        await ended(log, *words)
        assert goes(tmp_path) == [words, words[:2], words[2:]]
        await ask(log, "a:hold", "a:6", "a:7", "a:8")
        await taken(log, 4)
        (tmp_path / "let go").touch()
        await ended(log, "a:hold", "a:6", "a:7", "a:8")
    assert all(len(go) <= 2 for go in goes(tmp_path)[3:])


async def test_one_that_does_not_fit_alone_fails_and_says_what_helps(
    log: Log, tmp_path: Path
) -> None:
    (tmp_path / "holds").write_text("0")
    await ask(log, "a:1")
    async with worker(log, tmp_path):
        await ended(log, "a:1")
    failed = await end_of(log, "a:1")
    assert isinstance(failed, e.RequestFailed)
    assert failed.code == "OutOfDeviceMemory"
    assert failed.message == (
        "a go of 1 does not fit into the device's memory; ask for a smaller size, choose another "
        "engine, or run it on a GPU with more memory"
    )


async def test_a_worker_that_is_told_to_stop_gives_back_what_it_took_ahead(
    log: Log, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    async with worker(log, first, "c1") as stop:
        await ask(log, "x:hold")
        await holding(first, "x:hold")
        words = ["a:1", "a:2", "a:3"]
        await ask(log, *words)
        await taken(log, 4)
        stop.set()
        async with worker(log, second, "c2"):
            ends = await ended(log, *words)  # the first one's go is not over yet
            assert await end_of(log, "x:hold") is None
        (first / "let go").touch()
        assert await ended(log, "x:hold") == {"x:hold": "request.completed"}
    assert set(ends.values()) == {"request.completed"}
    assert sorted(all_of(goes(second))) == words
    assert goes(first) == [["x:hold"]]


async def test_two_workers_do_everything_once(log: Log, tmp_path: Path) -> None:
    words = [f"{kind}:{n}" for n in range(15) for kind in "ab"]
    async with worker(log, tmp_path, "c1"), worker(log, tmp_path, "c2"):
        await ask(log, *words)
        ends = await ended(log, *words)
    assert set(ends.values()) == {"request.completed"}
    assert sorted(all_of(goes(tmp_path))) == sorted(words)


async def test_previews_are_artifacts_that_progress_names(log: Log, tmp_path: Path) -> None:
    async with worker(log, tmp_path):
        await ask(log, "a:hold")
        async with asyncio.timeout(PATIENCE_S):
            async for entry in log.feed("0-0"):
                if isinstance(entry.event.data, e.ProgressReported):
                    break
        (tmp_path / "let go").touch()
        await ended(log, "a:hold")
    told = entry.event.data
    assert isinstance(told, e.ProgressReported)
    assert told.preview is not None
    assert ArtifactStore(tmp_path.as_uri()).get(told.preview) == easel.PIXEL
    assert told.preview.media_type == "image/png"
