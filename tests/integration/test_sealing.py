"""Sealing: what is not over stays, what comes meanwhile is kept, and one of many does it once."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from redis.exceptions import ConnectionError

from schemas import events as e
from schemas.artifacts import ArtifactRef
from schemas.errors import Category
from schemas.events import Event
from schemas.fold import fold
from schemas.ids import EventId, RequestId, SessionId
from schemas.session_events import Segment
from schemas.state import SessionState
from streams.errors import UnreadableSegment
from streams.keys import STAGES
from streams.lease import Leases
from streams.log import Log, Row
from streams.past import sealing, segments
from streams.past.archive import Archive
from streams.past.history import History
from streams.past.sealing import Sealing, seal
from streams.scripts import SEAL
from tests.integration.archived import NO_WAIT, S, fresh, lived, sealed, small_pages
from tests.integration.pasts import edit, room


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    small_pages(monkeypatch)


async def test_what_is_not_over_is_not_sealed(redis_url: str, tmp_path: Path) -> None:
    async with lived(redis_url, tmp_path, 1) as history:
        log = history.shards.of(S)
        archive = Archive(history.artifacts)
        entries = await log.rows(S)
        assert (await seal(log, archive, S, "test")).outcome == "recent"
        assert (await sealed(history, SessionId("nobody"))).outcome == "empty"

        wished = RequestId("wished")
        await log.append(S, wished, "accepted", [e.RequestAccepted(kind="text", text="a cat")])
        assert await seal(log, archive, S, "test", NO_WAIT) == Sealing("open", "wished")
        await log.cancel(S, wished)
        assert (await seal(log, archive, S, "test", NO_WAIT)).outcome == "busy"
        assert (await log.rows(S))[: len(entries)] == entries
        assert (await sealed(history)).outcome == "sealed"


async def test_a_request_that_the_log_forgot_but_redis_holds_open_is_open(
    redis_url: str, tmp_path: Path
) -> None:
    async with lived(redis_url, tmp_path, 1) as history:
        log = history.shards.of(S)
        await log.redis.zadd(log.keys.open, {f"{S}/{S}-1": 1})
        assert await sealed(history) == Sealing("open", f"{S}-1")


async def test_a_request_that_a_dead_letter_may_reopen_is_not_sealed(
    redis_url: str, tmp_path: Path
) -> None:
    async with lived(redis_url, tmp_path, 1) as history:
        log = history.shards.of(S)
        await log.redis.hset(log.keys.request(f"{S}-1"), "letter", "mesh/1-0")
        assert await sealed(history) == Sealing("dead", f"{S}-1")
        assert list(history.artifacts.iter()) == []  # nothing is stored in vain
        await log.redis.hdel(log.keys.request(f"{S}-1"), "letter")
        assert (await sealed(history)).outcome == "sealed"


async def test_a_wish_that_nobody_can_fulfil_does_not_keep_its_session_in_redis(
    redis_url: str, tmp_path: Path
) -> None:
    async with lived(redis_url, tmp_path, 1) as history:
        log = history.shards.of(S)
        asked = RequestId("asked")
        failed = e.RequestFailed(category=Category.BAD_INPUT, code="NothingChanged", message="?")
        await log.append(S, asked, "asked", [e.RequestAccepted(kind="audio"), failed])
        await log.redis.hset(log.keys.request(asked), "letter", "patch/1-0")
        assert (await sealed(history)).outcome == "sealed"
        assert await log.redis.exists(log.keys.request(asked)) == 0


async def test_counts_of_work_that_was_lost_hold_nothing_up_for_ever(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with lived(redis_url, tmp_path, 1) as history:
        log, archive = history.shards.of(S), Archive(history.artifacts)
        await Leases(log, "drops", STAGES).take(100)
        await log.redis.hset(log.keys.session(S), "busy:2", 1)
        assert (await seal(log, archive, S, "test", NO_WAIT)).outcome == "busy"
        monkeypatch.setattr(sealing, "KEEP_CLOSED_S", 0)
        assert (await seal(log, archive, S, "test", NO_WAIT)).outcome == "sealed"
        assert "busy:2" not in await log.redis.hgetall(log.keys.session(S))


async def test_what_comes_while_a_session_is_sealed_is_not_lost(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with lived(redis_url, tmp_path, 3) as history:
        log = history.shards.of(S)
        keep = Archive.keep

        def slowly(archive: Archive, writer: segments.Writer) -> Segment:
            kept = keep(archive, writer)
            asyncio.run_coroutine_threadsafe(edit(log, S, 4), loop).result()
            return kept

        loop = asyncio.get_running_loop()
        before = await history.read(S)
        with monkeypatch.context() as patched:
            patched.setattr(Archive, "keep", slowly)
            assert (await sealed(history)).outcome == "moved"
        assert tables(history) == []  # nothing is left of what was stored in vain
        assert (await history.read(S))[: len(before)] == before
        assert (await sealed(history)).outcome == "sealed"
        assert (await history.state(S)).scene == room(4)


def tables(history: History) -> list[str]:
    """The artifacts that are tables."""
    return [a for a in history.artifacts.iter() if history.artifacts.get(a).startswith(b"PAR1")]


async def test_appends_and_seals_at_once_lose_nothing(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "KEEP_CLOSED_S", 0)  # requests end while their work is queued
    async with lived(redis_url, tmp_path, 1) as history:
        log = history.shards.of(S)
        outcomes: list[str] = []
        tried = asyncio.Event()

        async def live() -> None:
            for n in range(2, 60):
                await edit(log, S, n)
                if n % 6 == 0:
                    tried.clear()
                    await tried.wait()

        async def archive(by: str) -> None:
            while not living.done():
                outcomes.append((await sealed(history, by=by)).outcome)
                tried.set()

        living = asyncio.create_task(live())
        await asyncio.gather(living, archive("a"), archive("b"), look(history, living))
        assert outcomes.count("sealed") >= 3
        events = [ev for ev in await fresh(history).read(S) if ev.type not in KEPT_APART]
        assert [ev.type for ev in events] == ["session.opened", *MADE, *PATCHED * 59]
        assert fold(events).scene == room(59)
        assert (await fresh(history).state(S)).scene == room(59)


KEPT_APART = ("session.sealed", "scene.keyframed")

MADE = ("request.accepted", "agent.thought", "scene.composed", "request.completed")

PATCHED = ("request.accepted", "agent.thought", "scene.patched", "request.completed")


async def look(history: History, living: asyncio.Task[None]) -> None:
    """Whoever reads meanwhile sees every event up to some point of it."""
    looks = 0
    while not living.done():
        events = [ev for ev in await history.read(S) if ev.type not in KEPT_APART]
        rest = (*MADE, *PATCHED * 60)
        assert [ev.type for ev in events] == ["session.opened", *rest[: len(events) - 1]]
        state = await history.state(S)
        assert state.scene == room(state.revision - 1)
        looks += 1
    assert looks > 3


async def test_a_session_that_is_sealed_between_two_pages_is_read_whole(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with lived(redis_url, tmp_path, 20) as history:
        log, events = history.shards.of(S), await history.read(S)
        rows, asked = Log.rows, 0

        async def sealing_meanwhile(self: Log, *args: object, **how: object) -> list[Row]:
            nonlocal asked
            asked += 1
            if asked == at:
                monkeypatch.setattr(Log, "rows", rows)
                assert (await sealed(history)).outcome == "sealed"
            return await rows(self, *args, **how)  # type: ignore[arg-type]

        for at in range(1, 5):
            for read in (history.read(S), history.state(S)):
                asked = 0
                monkeypatch.setattr(Log, "rows", sealing_meanwhile)
                came = await read
                monkeypatch.setattr(Log, "rows", rows)
                if isinstance(came, SessionState):
                    assert came.scene == room(20)
                else:
                    told: list[Event] = came
                    assert [ev.id for ev in told if ev.type not in KEPT_APART] == [
                        ev.id for ev in events if ev.type not in KEPT_APART
                    ]
                # What is sealed is woken for the next round.
                await log.append(S, None, f"woken {at} {read}", [KEYFRAME_OF_NOBODY])


KEYFRAME_OF_NOBODY = e.SceneKeyframed(
    at=EventId("1-0"),
    state=ArtifactRef(sha256="0" * 64, size=1, media_type="text/plain"),
    revision=0,
)


async def test_a_lost_reply_seals_once(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with lived(redis_url, tmp_path, 2) as history:
        log = history.shards.of(S)
        lost = 0
        execute = log.redis.execute_command

        async def losing(*call: object, **how: object) -> object:
            nonlocal lost
            answer = await execute(*call, **how)
            if call[0] in ("EVALSHA", "EVAL") and SEAL.sha in call and lost < 2:
                lost += 1
                raise ConnectionError("the reply was lost")
            return answer

        await log.redis.script_load(SEAL.text)
        with monkeypatch.context() as patched:
            patched.setattr(log.redis, "execute_command", losing)
            done = await sealed(history)
        assert lost == 2
        assert done.outcome == "sealed"
        assert [ev.type for ev in await log.read(S)] == ["session.sealed"]
        assert len(await log.redis.xrange(log.keys.feed)) == 1 + 1 + 2 * 4 + 4


async def test_a_table_that_another_sealing_names_by_now_stays(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with lived(redis_url, tmp_path, 2) as history:
        log, lost = history.shards.of(S), 0
        call = sealing._call

        async def late(*of: Any) -> str:
            nonlocal lost
            answer = await call(*of)
            if of[-1] and not lost:  # its reply is lost, and others go on before it asks again
                lost += 1
                await edit(log, S, 3)
                assert (await sealed(history, by="other")).outcome == "sealed"
                answer = await call(*of)
                assert answer == "moved"
            return answer

        monkeypatch.setattr(sealing, "_call", late)
        assert (await sealed(history)).outcome == "sealed"
        assert len(tables(history)) == 2
        assert (await fresh(history).state(S)).scene == room(3)
        assert len([ev for ev in await fresh(history).read(S) if ev.type == "scene.patched"]) == 3


async def test_a_full_redis_can_be_relieved(redis_url: str, tmp_path: Path) -> None:
    async with lived(redis_url, tmp_path, 5) as history:
        redis, log = history.shards.redis, history.shards.of(S)
        await Leases(log, "drops", STAGES).take(100)
        await redis.config_set("maxmemory", 1)
        try:
            done = await seal(log, Archive(history.artifacts), S, "test", NO_WAIT)
        finally:
            await redis.config_set("maxmemory", 0)
        assert done.outcome == "sealed"
        assert (await history.state(S)).scene == room(5)


async def test_a_table_that_the_store_does_not_give_back_trims_nothing(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with lived(redis_url, tmp_path, 2) as history:
        entries = await history.shards.of(S).rows(S)
        put = history.artifacts.put

        def put_by_half(data: bytes, media_type: str) -> object:
            ref = put(data, media_type)
            place = history.artifacts.path(ref)
            assert place is not None
            place.write_bytes(data[: len(data) // 2])
            return ref

        with monkeypatch.context() as patched:
            patched.setattr(history.artifacts, "put", put_by_half)
            with pytest.raises(UnreadableSegment):
                await sealed(history)
        assert await history.shards.of(S).rows(S) == entries
