"""Sealed sessions: Redis keeps a stub, and every point of their past is as it was."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from redis.exceptions import ConnectionError

from schemas import events as e
from schemas.artifacts import ArtifactRef
from schemas.errors import Category, MissingEngine
from schemas.events import Event
from schemas.fold import fold
from schemas.ids import EventId, RequestId, SessionId
from schemas.session_events import Segment
from schemas.state import SessionState
from streams import archive as shelves
from streams import history as at_hand
from streams import keyframes, sealing, segments
from streams.archive import Archive
from streams.artifacts import ArtifactStore
from streams.commit import Commit
from streams.errors import UnreadableSegment
from streams.history import History
from streams.keys import QUEUES, STAGES
from streams.lease import Leases
from streams.log import Log, Row, envelopes
from streams.scripts import SEAL
from streams.sealing import Sealing, seal
from streams.shards import Shards
from streams.state import States
from tests.integration.pasts import begin, edit, opened, room

S = SessionId("session-1")
EDITS = 40
NO_WAIT = 0.0


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that forty edits are many pages, several keyframes and several row groups."""
    monkeypatch.setattr(keyframes, "EVERY", 25)
    monkeypatch.setattr(at_hand, "PAGE", 20)
    monkeypatch.setattr(sealing, "PAGE", 20)
    monkeypatch.setattr(at_hand, "LOOK_BACK", 6)
    monkeypatch.setattr(segments, "GROUP", 30)
    monkeypatch.setattr(shelves, "PAGE", 20)
    monkeypatch.setattr(shelves, "RUN", 9)


@asynccontextmanager
async def lived(redis_url: str, folder: Path, edits: int = EDITS) -> AsyncIterator[History]:
    """A deployment with one session of ``edits`` edits and its keyframes."""
    async with opened(redis_url, folder) as (shards, history):
        await go_on(history, S, 0, edits)
        yield history
        assert shards is history.shards


async def go_on(history: History, session: SessionId, after: int, upto: int) -> None:
    log = history.shards.of(session)
    states = States(log, history)
    if after == 0:
        await begin(log, session)
    for n in range(after + 1, upto + 1):
        await edit(log, session, n)
        await states.get(session)
        await states.written()
    await states.close()


async def sealed(history: History, session: SessionId = S, by: str = "test") -> Sealing:
    log = history.shards.of(session)
    # Requests of these tests end while their first step is queued: it is dropped when taken.
    await Leases(log, f"{by}-drops", STAGES).take(1_000)
    return await seal(log, Archive(history.artifacts), session, by, NO_WAIT)


def fresh(history: History) -> History:
    """One that has read nothing yet."""
    return History(history.shards, history.artifacts)


async def keys(log: Log) -> set[str]:
    """Every key there is but those that all sessions share."""
    shared = {log.keys.feed, log.keys.sessions, *log.keys.all_work}
    return set(await log.redis.keys("*")) - shared


async def test_every_point_of_a_sealed_session_is_as_it_was(redis_url: str, tmp_path: Path) -> None:
    async with lived(redis_url, tmp_path) as history:
        events = await history.read(S)
        done = await sealed(history)
        assert (done.outcome, done.events) == ("sealed", len(events))
        history = fresh(history)
        read = await history.read(S)
        assert read[:-1] == events
        assert isinstance(read[-1].data, e.SessionSealed)
        assert [ev.type for ev in await history.shards.of(S).read(S)] == ["session.sealed"]
        for n, event in enumerate(events):
            assert event.id is not None
            assert await history.state(S, event.id) == fold(events[: n + 1]), event
            assert await history.event(S, event.id) == event
            assert await history.read(S, after=event.id, upto=events[-1].id) == events[n + 1 :]
        for revision in range(1, EDITS + 2):
            at = await history.at_revision(S, revision)
            assert (await history.state(S, at)).scene == room(revision - 1)
        first, last = events[0].id or "", events[-1].id or ""
        assert await history.at_time(S, int(last.split("-")[0])) == last
        assert await history.at_time(S, int(first.split("-")[0])) in [ev.id for ev in events[:9]]


async def memory(log: Log, keys: set[str]) -> int:
    """Bytes that ``keys`` take of Redis."""
    return sum([await log.redis.memory_usage(key, samples=0) or 0 for key in keys])


async def test_redis_keeps_a_stub(redis_url: str, tmp_path: Path) -> None:
    async with lived(redis_url, tmp_path) as history:
        log = history.shards.of(S)
        await log.weigh(S, 3)
        await log.redis.rpush(log.keys.parking(QUEUES[3], S), "left over")
        await log.redis.zadd(log.keys.turns(S), {"left over": 1})
        before = await keys(log)
        assert {log.keys.request(f"{S}-{n}") for n in range(EDITS + 1)} < before
        feed = await log.feed_end()
        listed = await log.sessions()
        used = await memory(log, before)
        await sealed(history)
        assert await memory(log, before) <= 0.05 * used
        assert await keys(log) == {log.keys.log(S), log.keys.session(S)}
        assert await log.redis.hgetall(log.keys.session(S)) == {"rev": "41", "weight": "3"}
        (summary,) = await log.sessions()
        assert (summary.at, summary.events) == (listed[0].at, listed[0].events + 1)
        assert summary.archived == listed[0].events
        assert await log.find("session") == [S]
        async for entry in log.feed(feed):
            assert (entry.event.type, entry.event.session) == ("session.sealed", S)
            break


async def test_a_request_of_another_session_keeps_its_hash(redis_url: str, tmp_path: Path) -> None:
    async with lived(redis_url, tmp_path, 2) as history:
        log, other = history.shards.of(S), SessionId("session-2")
        await begin(log, other)
        # As a fork's events may name a request that is its parent's.
        await log.append(S, None, "odd", [e.SessionOpened(protocol="test")])
        await log.redis.xadd(log.keys.log(S), {"request": f"{other}-0", "e": "{}"})
        assert (await sealed(history)).outcome == "sealed"
        assert await log.redis.exists(log.keys.request(f"{other}-0")) == 1


async def test_a_sealed_session_wakes_without_noticing(redis_url: str, tmp_path: Path) -> None:
    async with lived(redis_url, tmp_path) as history:
        log = history.shards.of(S)
        states = States(log, history)  # of a worker that had it at hand
        await states.get(S)
        await sealed(history)
        assert (await states.get(S)).scene == room(EDITS)
        await go_on(history, S, EDITS, EDITS + 3)
        for state in (await states.get(S), await States(log, fresh(history)).get(S)):
            assert (state.scene, state.revision) == (room(EDITS + 3), EDITS + 4)
        await states.close()
        assert "log.gap_found" not in [ev.type for ev in await history.read(S)]
        assert [await thought(log, n) for n in (EDITS, EDITS + 4)] == ["stale", "done"]


async def thought(log: Log, revision: int) -> str:
    """What becomes of a commit that was computed on ``revision``."""
    events = tuple(envelopes([e.AgentThought(text="hm", engine="rules")], S, None, None, "test"))
    return (await log.commit(Commit(S, None, f"on {revision}", events, revision=revision))).outcome


async def test_a_woken_session_is_sealed_again_and_again(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "MOST_SEGMENTS", 3)
    async with opened(redis_url, tmp_path) as (_, history):
        counts = []
        for n in range(7):
            await go_on(history, S, n, n + 1)
            before = await history.read(S)
            done = await sealed(history)
            counts.append(len(done.segments))
            history = fresh(history)
            assert (await history.read(S))[:-1] == before
            assert sum(s.events for s in done.segments) == len(before)
            for at, event in enumerate(before):
                assert await history.state(S, event.id) == fold(before[: at + 1])
        assert counts == [1, 2, 3, 1, 2, 3, 1]
        assert (await history.state(S)).scene == room(7)
        assert (await sealed(history)).outcome == "archived"


async def test_a_fork_of_a_sealed_session_and_a_sealed_fork(redis_url: str, tmp_path: Path) -> None:
    async with lived(redis_url, tmp_path) as history:
        whole, fork = await history.read(S), SessionId("fork")
        await sealed(history)
        at = await history.at_revision(S, 21)
        log = history.shards.of(fork)
        forked = e.SessionForked(parent=S, at=at, seed=7, engines={"mesh": "greybox"})
        await log.append(fork, None, "forked", [forked])
        await go_on(history, fork, 20, 23)
        before = await history.read(fork)
        assert before[: whole.index(before[0]) + 1] == whole[:1]
        assert (await sealed(history, fork)).outcome == "sealed"
        history = fresh(history)
        assert (await history.read(fork))[:-1] == before
        for n, event in enumerate(before):
            assert await history.state(fork, event.id) == fold(before[: n + 1])
        state = await history.state(fork)
        assert (state.scene, state.options.seed, state.parent) == (room(23), 7, (S, at))
        await go_on(history, fork, 23, 25)
        assert (await history.state(fork)).scene == room(25)
        assert (await history.state(S)).scene == room(EDITS)


async def test_entries_that_nobody_understands_are_kept_as_they_are(
    redis_url: str, tmp_path: Path
) -> None:
    async with lived(redis_url, tmp_path, 1) as history:
        log = history.shards.of(S)
        odd = ['{"type":"scene.dreamt","v":9,"data":{"of":"é"}}', "no event", '{"type": [}']
        for text in odd:
            await log.redis.xadd(log.keys.log(S), {"request": "", "e": text})
        entries = await log.rows(S)
        await sealed(history)
        (segment,) = (await history.spans(S))[0].segments
        archive = Archive(history.artifacts)
        kept = [row for page in archive.pages(segment, at_hand.FIRST, at_hand.LAST) for row in page]
        assert kept == entries
        assert [row[1]["e"] for row in kept[-3:]] == odd


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
        assert (await history.read(S))[: len(before)] == before
        assert (await sealed(history)).outcome == "sealed"
        assert (await history.state(S)).scene == room(4)


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


async def test_a_table_that_is_gone_or_broken_is_named(redis_url: str, tmp_path: Path) -> None:
    async with lived(redis_url, tmp_path, 2) as history:
        (segment,) = (await sealed(history)).segments
        place = history.artifacts.path(segment.table)
        assert place is not None
        whole = place.read_bytes()
        place.write_bytes(whole[:-40] + bytes(40))
        for _ in ("broken", "gone"):
            for read in (fresh(history).read(S), fresh(history).state(S)):
                with pytest.raises(UnreadableSegment, match=segment.table.sha256) as refused:
                    await read
                assert refused.value.category is Category.INTERNAL
                assert segment.first in str(refused.value)
            history.artifacts.delete(segment.table)
        place.write_bytes(whole)
        assert (await fresh(history).state(S)).scene == room(2)


async def test_what_is_no_table_is_named_too(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        other = history.artifacts.put(b"PAR1, or so", segments.PARQUET)
        odd = Segment(table=other, first=EventId("1-0"), last=EventId("9-0"), events=9)
        await shards.of(S).append(S, None, "odd", [e.SessionSealed(segments=(odd,))])
        with pytest.raises(UnreadableSegment, match=other.sha256):
            await history.read(S)


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


async def test_without_pyarrow_a_sealed_session_says_what_to_install(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with lived(redis_url, tmp_path, 2) as history:
        await sealed(history)
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
        with pytest.raises(MissingEngine, match="pip install"):
            await fresh(history).state(S)


async def test_a_client_that_missed_the_last_events_gets_them_from_the_archive(
    redis_url: str, tmp_path: Path
) -> None:
    async with lived(redis_url, tmp_path, 3) as history:
        log = history.shards.of(S)
        events = await log.read(S)
        await sealed(history)
        last = await log.follow(S, events[-1].id)
        assert ([ev.type for ev in last.events], last.archived, last.gap) == (
            ["session.sealed"],
            False,
            False,
        )
        missed = await log.follow(S, events[-3].id)
        assert (missed.archived, missed.gap) == (True, False)


async def test_shards_of_a_deployment_are_archived_alike(redis_url: str, tmp_path: Path) -> None:
    shards = await Shards.open(redis_url, 3, founding=True)
    try:
        history = History(shards, ArtifactStore(str(tmp_path / "artifacts")))
        names = [SessionId(f"session-{n}") for n in range(9)]
        for name in names:
            await go_on(history, name, 0, 2)
            assert (await sealed(history, name)).outcome == "sealed"
        listed = await shards.sessions()
        assert {s.session: s.archived for s in listed} == dict.fromkeys(names, 13)
        for name in names:
            assert (await history.state(name)).scene == room(2)
    finally:
        await shards.close()
