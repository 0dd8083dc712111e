"""A session leaves one deployment as a file and goes on in another as if it had been there."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from redis.exceptions import ConnectionError

from schemas import events as e
from schemas.events import Event
from schemas.fold import fold
from schemas.ids import EventId, RequestId, SessionId, event_order
from schemas.patch import between
from schemas.session_events import Segment
from streams.artifacts import ArtifactStore, CorruptArtifact, MissingArtifact
from streams.bundles import importing
from streams.bundles.bundle import BundleNotMade, BundleNotWritten, Manifest, SessionExists
from streams.bundles.bundling import bundle
from streams.bundles.importing import Imported, import_
from streams.bundles.unbundling import opened as opened_bundle
from streams.commit import Commit
from streams.erasure import erasing
from streams.errors import NoSuchEvent
from streams.log import Log, Row, envelopes
from streams.past import history as at_hand
from streams.past import keyframes
from streams.past.archive import Archive
from streams.past.history import History
from streams.repair import repair
from streams.scripts import Script, run_until_answered
from streams.state import States
from tests.bundles import silent
from tests.integration.pasts import begin, edit, lived, opened, room

S = SessionId("session-1")
EDITS = 30


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that thirty edits are many pages, batches and several keyframes."""
    monkeypatch.setattr(keyframes, "EVERY", 25)
    monkeypatch.setattr(at_hand, "PAGE", 20)
    monkeypatch.setattr(at_hand, "LOOK_BACK", 6)
    monkeypatch.setattr(importing, "BATCH", 16)


async def elsewhere(history: History, folder: Path) -> History:
    """Another deployment: an empty Redis and an empty store."""
    await history.shards.redis.flushall()
    return History(history.shards, ArtifactStore(str(folder / "elsewhere")))


async def imported(history: History, file: Path, session: SessionId = S) -> Imported:
    with opened_bundle(file, silent) as found:
        return await import_(history, found, session, silent)


async def keys(log: Log) -> set[str]:
    return set(await log.redis.keys("*"))


async def test_an_imported_session_is_the_session(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        events = await lived(history, S, EDITS)
        states = [await history.state(S, event.id) for event in events]
        manifest = await bundle(history, S, tmp_path / "x.scn", silent)
        assert (manifest.events, manifest.last) == (len(events), events[-1].id)
        there = await elsewhere(history, tmp_path)
        done = await imported(there, tmp_path / "x.scn")
        frames = sum(event.type == "scene.keyframed" for event in events)
        assert done == Imported(S, True, len(events), frames)
        assert frames >= 4
        assert await there.read(S) == events
        assert [await there.state(S, event.id) for event in events] == states
        assert [s.session for s in await there.shards.sessions()] == [S]
        again = await bundle(there, S, tmp_path / "y.scn", silent)
        assert (tmp_path / "y.scn").read_bytes() == (tmp_path / "x.scn").read_bytes()
        assert again == manifest


async def test_an_imported_session_goes_on(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        await lived(history, S, EDITS)
        await bundle(history, S, tmp_path / "x.scn", silent)
        there = await elsewhere(history, tmp_path)
        await imported(there, tmp_path / "x.scn")
        log = there.shards.of(S)
        states = States(log, there)
        assert (await states.get(S)).revision == EDITS + 1
        before, after = room(EDITS), room(EDITS + 1)
        patched = e.ScenePatched(
            patch=tuple(between(before, after)), inverse=tuple(between(after, before)), summary=""
        )
        new = RequestId("new")
        made = tuple(envelopes([patched], S, new, None, "patch"))
        stale = await log.commit(Commit(S, new, "m-1", made, revision=EDITS))
        done = await log.commit(Commit(S, new, "m-2", made, revision=EDITS + 1))
        assert (stale.outcome, done.outcome) == ("stale", "done")
        await edit(log, S, EDITS + 2)
        assert (await states.get(S)).revision == EDITS + 3
        await states.close()


async def test_a_fork_stands_alone(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        await lived(history, S, EDITS)
        fork = SessionId("fork")
        at = await history.at_revision(S, 12)
        forked = e.SessionForked(parent=S, at=at, dropped=(RequestId(f"{S}-11"),), seed=7)
        await shards.of(fork).append(fork, None, "forked", [forked])
        await edit(shards.of(fork), fork, 12)
        events = await history.read(fork)
        state = await history.state(fork)
        await bundle(history, fork, tmp_path / "f.scn", silent)
        there = await elsewhere(history, tmp_path)
        await imported(there, tmp_path / "f.scn", fork)
        read = await there.read(fork)
        assert [ev.session for ev in read] == [fork] * len(events)
        assert [(ev.id, ev.data) for ev in read] == [(ev.id, ev.data) for ev in events]
        assert await there.state(fork) == state
        assert state.parent == (S, at)
        assert len(await there.spans(fork)) == 1
        assert (await there.state(fork, await there.at_revision(fork, 5))).scene == room(4)
        await bundle(there, fork, tmp_path / "g.scn", silent)
        assert (tmp_path / "g.scn").read_bytes() == (tmp_path / "f.scn").read_bytes()


async def test_what_was_under_way_is_cancelled_and_starts_no_work(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        await lived(history, S, 1)
        log = history.shards.of(S)
        for n in (1, 2):
            wish = e.RequestAccepted(kind="text", text="a tree")
            await log.append(S, RequestId(f"open-{n}"), "accepted", [wish])
        await bundle(history, S, tmp_path / "x.scn", silent)
        there = await elsewhere(history, tmp_path)
        done = await imported(there, tmp_path / "x.scn")
        assert done.cancelled == ("open-1", "open-2")
        told = [ev for ev in await there.read(S) if isinstance(ev.data, e.RequestCancelled)]
        assert [(ev.request, ev.by) for ev in told] == [("open-1", "import"), ("open-2", "import")]
        assert isinstance(told[0].data, e.RequestCancelled)
        assert "imported" in told[0].data.reason
        assert not any(r.is_open for r in (await there.state(S)).requests.values())
        assert await repair(log, [S]) == 0
        assert await keys(log) == {log.keys.log(S), log.keys.session(S), log.keys.sessions}


async def test_a_copy_beside_its_original_leaves_it_alone(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        await lived(history, S, 2)
        log, copy = shards.of(S), SessionId("copy")
        wish = e.RequestAccepted(kind="text", text="a tree")
        await log.append(S, RequestId("open"), "accepted", [wish])
        before = await history.read(S)
        await bundle(history, S, tmp_path / "x.scn", silent)
        assert (await imported(history, tmp_path / "x.scn", copy)).cancelled == ("open",)
        assert await history.read(S) == before
        assert await log.redis.hget(log.keys.request("open"), "status") == "accepted"
        assert [ev.session for ev in await history.read(copy)] == [copy] * (len(before) + 1)
        assert (await imported(history, tmp_path / "x.scn", S)).is_new is False
        assert await log.cancel(S, RequestId("open"))


async def test_the_same_bundle_twice_is_once(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        events = await lived(history, S, EDITS)
        await bundle(history, S, tmp_path / "x.scn", silent)
        there = await elsewhere(history, tmp_path)
        both = await asyncio.gather(*(imported(there, tmp_path / "x.scn") for _ in range(2)))
        assert sorted(done.is_new for done in both) == [False, True]
        assert await there.read(S) == events
        await edit(shards.of(S), S, EDITS + 1)
        gone = next(iter(there.artifacts.iter()))
        there.artifacts.delete(gone)
        done = await imported(there, tmp_path / "x.scn")
        assert (done.is_new, done.since) == (False, 4)
        assert there.artifacts.has(gone)  # importing again mends the store
        assert not [k for k in await keys(shards.of(S)) if "staged" in k]


async def test_another_session_of_the_same_id_is_not_touched(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        await lived(history, S, 3)
        await bundle(history, S, tmp_path / "x.scn", silent)
        await edit(history.shards.of(S), S, 4)
        await bundle(history, S, tmp_path / "longer.scn", silent)
        there = await elsewhere(history, tmp_path)
        await begin(there.shards.of(S), S)
        before = await there.read(S)
        with pytest.raises(SessionExists, match="--as"):
            await imported(there, tmp_path / "x.scn")
        assert await there.read(S) == before
        other = SessionId("other")
        await imported(there, tmp_path / "x.scn", other)
        with pytest.raises(SessionExists, match="other"):
            await imported(there, tmp_path / "longer.scn", other)


async def test_what_was_erased_comes_back_under_another_id_alone(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        await lived(history, S, EDITS)
        await bundle(history, S, tmp_path / "x.scn", silent)
        log = shards.of(S)
        await erasing.begin(log, S)
        await log.redis.delete(log.keys.log(S), log.keys.session(S))
        before = await keys(log)
        with pytest.raises(importing.WasErased, match="--as"):
            await imported(history, tmp_path / "x.scn")
        assert await keys(log) == before
        other = SessionId("session-2")
        assert (await imported(history, tmp_path / "x.scn", other)).is_new
        assert (await history.state(other)).scene == room(EDITS)


async def test_a_session_that_is_being_written_gives_what_it_was(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        await lived(history, S, 10)
        stop = asyncio.Event()

        async def go_on() -> None:
            n = 11
            while not stop.is_set():
                await edit(shards.of(S), S, n)
                n += 1

        writing = asyncio.create_task(go_on())
        manifests = [await bundle(history, S, tmp_path / f"{n}", silent) for n in range(8)]
        stop.set()
        await writing
        events = await history.read(S)
        assert manifests[-1].events > manifests[0].events
        for n, manifest in enumerate(manifests):
            with opened_bundle(tmp_path / str(n), silent) as found:
                assert list(found.events()) == events[: manifest.events]
                assert found.state == fold(events[: manifest.events])


async def test_what_nobody_can_read_is_kept_to_the_letter(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        await lived(history, S, 2)
        log = shards.of(S)
        for text in ('{"type":"scene.dreamt","v":4,"data":{"x":1}}', "no event \x01 at all"):
            await log.redis.xadd(log.keys.log(S), {"request": f"{S}-1", "e": text})
        rows = await log.rows(S)
        manifest = await bundle(history, S, tmp_path / "x.scn", silent)
        assert manifest.unknown == 2
        there = await elsewhere(history, tmp_path)
        await imported(there, tmp_path / "x.scn")
        assert await log.rows(S) == rows


async def test_replies_that_get_lost_change_nothing(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        events = await lived(history, S, EDITS)
        await bundle(history, S, tmp_path / "x.scn", silent)
        there = await elsewhere(history, tmp_path)

        async def twice(redis: Any, script: Script, *call: Any) -> Any:
            await run_until_answered(redis, script, *call)
            return await run_until_answered(redis, script, *call)

        monkeypatch.setattr(importing, "run_until_answered", twice)
        assert (await imported(there, tmp_path / "x.scn")).is_new
        assert await there.read(S) == events


@pytest.mark.parametrize("calls", [0, 1, 4, 8])
async def test_an_import_that_breaks_off_leaves_no_session(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        events = await lived(history, S, EDITS)
        await bundle(history, S, tmp_path / "x.scn", silent)
        there = await elsewhere(history, tmp_path)
        left = calls

        async def away(redis: Any, script: Script, *call: Any) -> Any:
            nonlocal left
            if left == 0:
                raise ConnectionError("the cable was pulled")
            left -= 1
            return await run_until_answered(redis, script, *call)

        with monkeypatch.context() as patched:
            patched.setattr(importing, "run_until_answered", away)
            with pytest.raises(ConnectionError):
                await imported(there, tmp_path / "x.scn")
        assert await keys(shards.of(S)) == set()
        assert (await imported(there, tmp_path / "x.scn")).is_new
        assert await there.read(S) == events


async def test_an_import_whose_process_is_killed_is_forgotten(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        await lived(history, S, EDITS)
        await bundle(history, S, tmp_path / "x.scn", silent)
        there = await elsewhere(history, tmp_path)

        async def killed(*_: Any) -> Any:
            raise ConnectionError("killed")

        monkeypatch.setattr(importing, "_become", killed)
        monkeypatch.setattr(importing, "_forget", lambda *_: asyncio.sleep(0))
        with pytest.raises(ConnectionError):
            await imported(there, tmp_path / "x.scn")
        (left,) = await keys(shards.of(S))
        assert 0 < await shards.redis.ttl(left) <= importing.KEEP_STAGED_S
        assert await there.shards.sessions() == []


async def _refused(history: History, file: Path, kind: type[Exception], match: str) -> None:
    with pytest.raises(kind, match=match):
        await bundle(history, S, file, silent)
    assert list(file.parent.glob("*.scn*")) == []


async def test_a_session_that_is_not_whole_gives_no_bundle(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        await _refused(history, tmp_path / "x.scn", NoSuchEvent, "has no events")
        events = await lived(history, S, EDITS)
        (ref, *_rest) = _states(events)
        history.artifacts.delete(ref)
        await _refused(history, tmp_path / "x.scn", MissingArtifact, ref)
        place = tmp_path / "artifacts" / ref[:2] / ref[2:]
        place.write_bytes(b"something else")
        await _refused(history, tmp_path / "x.scn", CorruptArtifact, ref)
        none = tmp_path / "no" / "such" / "folder"
        with pytest.raises(BundleNotWritten, match="-o"):
            await bundle(history, S, none / "x.scn", silent)


async def test_a_session_whose_events_do_not_fit_gives_no_bundle(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        await begin(shards.of(S), S)
        await edit(shards.of(S), S, 7)  # made for another scene
        await _refused(history, tmp_path / "x.scn", BundleNotMade, "does not fit")


async def test_an_archived_session_is_bundled_from_the_archive(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        events = await lived(history, S, EDITS)
        log = shards.of(S)
        rows = await log.rows(S, limit=1000)
        table = history.artifacts.put(b"the rows, as a table", "application/vnd.apache.parquet")
        first, last = EventId(rows[0][0]), EventId(rows[-1][0])
        segment = Segment(table=table, first=first, last=last, events=len(rows))
        await log.append(S, None, "sealed", [e.SessionSealed(segments=(segment,))])
        await log.redis.xtrim(log.keys.log(S), maxlen=1, approximate=False)
        await edit(log, S, EDITS + 1)

        def pages(_: Archive, of: Segment, after: EventId, upto: EventId) -> Iterator[list[Row]]:
            assert of == segment
            chosen = [r for r in rows if event_order(after) < event_order(r[0])]
            yield [r for r in chosen if event_order(r[0]) <= event_order(upto)]

        monkeypatch.setattr(Archive, "pages", pages)
        whole = await history.read(S)
        assert len(whole) == len(events) + 5
        manifest = await bundle(history, S, tmp_path / "x.scn", silent)
        assert table.sha256 not in {m.sha256 for m in manifest.artifacts}
        there = await elsewhere(history, tmp_path)
        monkeypatch.undo()
        await imported(there, tmp_path / "x.scn")
        assert await there.read(S) == whole
        assert (await there.state(S)).revision == EDITS + 2


async def test_an_artifact_of_another_size_than_its_event_says_gives_no_bundle(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        await begin(shards.of(S), S)
        stored = history.artifacts.put(b"sound", "audio/wav")
        said = e.SpeechCaptured(audio=stored.model_copy(update={"size": 7}))
        await shards.of(S).append(S, RequestId("r"), "m", [e.RequestAccepted(kind="audio"), said])
        await _refused(history, tmp_path / "x.scn", BundleNotMade, "scenestream verify")


async def test_the_bundle_of_before_stays_when_a_new_one_can_not_be_made(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        events = await lived(history, S, EDITS)
        made: Manifest = await bundle(history, S, tmp_path / "x.scn", silent)
        before = (tmp_path / "x.scn").read_bytes()
        history.artifacts.delete(_states(events)[0])
        with pytest.raises(MissingArtifact):
            await bundle(history, S, tmp_path / "x.scn", silent)
        assert (tmp_path / "x.scn").read_bytes() == before
        assert made.last == EventId(events[-1].id or "")


def _states(events: Sequence[Event]) -> list[str]:
    return [ev.data.state.sha256 for ev in events if isinstance(ev.data, e.SceneKeyframed)]
