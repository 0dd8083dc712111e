"""Sealed sessions: Redis keeps a stub, and every point of their past is as it was."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from schemas import events as e
from schemas.errors import Category, MissingEngine
from schemas.fold import fold
from schemas.ids import EventId, SessionId
from schemas.session_events import Segment
from streams.artifacts import ArtifactStore
from streams.commit import Commit
from streams.errors import UnreadableSegment
from streams.keys import QUEUES
from streams.log import Log, envelopes
from streams.past import history as at_hand
from streams.past import sealing, segments
from streams.past.archive import Archive
from streams.past.history import History
from streams.shards import Shards
from streams.state import States
from tests.integration.archived import EDITS, S, fresh, go_on, lived, sealed, small_pages
from tests.integration.pasts import begin, opened, room


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    small_pages(monkeypatch)


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
