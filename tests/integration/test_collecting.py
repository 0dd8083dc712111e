"""Garbage collection, on a real Redis and store: what anything names stays, whatever names it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from consumers.library.index import key_of
from ops.keeping import collecting, eraser
from ops.keeping.collecting import MostUnreferenced, ShortGrace, collect
from ops.keeping.places import LibraryOutOfReach, Places, PlacesUnknown
from ops.settings import Settings, read
from schemas import events as e
from schemas.artifacts import GLB, JPEG, PNG, ArtifactRef
from schemas.events import Unknown
from schemas.ids import EventId, RequestId, SessionId
from schemas.session_events import Segment
from streams.codec import encode
from streams.erasure import contents as reading
from streams.erasure.references import referenced, refs
from streams.errors import Unreadable
from streams.log import Row, envelopes
from streams.past.archive import Archive
from streams.past.history import History
from tests.integration.lives import ask, chair, deployment, live
from tests.integration.pasts import begin, edit

A, B = SessionId("alpha"), SessionId("beta")
DAY = timedelta(days=1)


def settings(redis_url: str, folder: Path) -> Settings:
    return read({"REDIS_URL": redis_url, "SCENESTREAM_DATA": str(folder)})


def age(here: Places, *only: ArtifactRef) -> None:
    """All artifacts, or ``only`` those, were put two days ago."""
    at = datetime.now(UTC).timestamp() - 2 * 86400
    for sha256 in [ref.sha256 for ref in only] or list(here.artifacts.iter()):
        path = here.artifacts.path(sha256)
        assert path is not None
        os.utime(path, (at, at))


@pytest.fixture
async def here(redis_url: str, tmp_path: Path) -> AsyncIterator[Places]:
    async with deployment(redis_url, tmp_path) as made:
        yield made


async def find(here: Places) -> set[str]:
    """What would be deleted."""
    found = await collecting.find(here, datetime.now(UTC) - DAY)
    return {stored.sha256 for stored in found.unused}


async def test_what_sessions_work_letters_and_the_library_name_is_kept(here: Places) -> None:
    await live(here, A)
    await ask(here.history.shards.of(A), A, "waits")
    orphans = {here.artifacts.put(bytes([n]) * 9, GLB).sha256 for n in range(3)}
    age(here)
    assert await find(here) == orphans


async def test_a_library_that_is_all_that_names_a_mesh_keeps_it(here: Places) -> None:
    await live(here, A)
    await eraser.erase(here, [A], keep_library=True)
    (mesh,) = here.artifacts.iter()
    age(here)
    assert await find(here) == set()
    assert here.library is not None
    here.library.clear(by="wish")
    assert await find(here) == {mesh}


@pytest.mark.parametrize("kind", ["string", "hash", "list", "set", "zset", "stream"])
async def test_whatever_key_of_the_deployment_names_an_artifact_it_is_kept(
    here: Places, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PAGE", 3)
    redis = here.history.shards.redis
    made = [here.artifacts.put(bytes([n]) * 9, GLB) for n in range(10)]
    age(here)
    for n, ref in enumerate(made):
        told = f'{{"mesh":"{ref.sha256}"}}'
        match kind:
            case "string":
                await redis.set(f"scn:{{s0}}:new:{n}", told)
            case "hash":
                await redis.hset("scn:{s0}:new", str(n), told)
            case "list":
                await redis.rpush("scn:{s0}:new", told)
            case "set":
                await redis.sadd("scn:{s0}:new", told)
            case "zset":
                await redis.zadd("scn:{s0}:new", {told: n})
            case _:
                await redis.xadd("scn:{s0}:new", {"e": told})
    assert await find(here) == set()


async def test_an_event_of_a_version_from_the_future_keeps_what_it_names(here: Places) -> None:
    ref = here.artifacts.put(b"a hologram", "model/hologram")
    age(here)
    raw = {"parts": [{"deep": {"hologram": ref.model_dump()}}]}
    future = Unknown(raw_type="hologram.projected", raw_v=7, raw=raw)
    log = here.history.shards.of(A)
    await log.append(A, None, "future", [future])
    assert await find(here) == set()
    (event,) = envelopes([future], A, None, None, "test")
    assert list(refs(encode(event))) == [ref]
    assert [r.sha256 for r in refs(f"no JSON, but {ref.sha256} is in it")] == [ref.sha256]


async def test_what_was_put_within_the_grace_is_kept(here: Places) -> None:
    old, new = here.artifacts.put(b"old", GLB), here.artifacts.put(b"new", GLB)
    again = here.artifacts.put(b"again", GLB)
    age(here, old, again)
    here.artifacts.put(b"again", GLB)  # by a step that has not committed yet
    assert await find(here) == {old.sha256}
    assert new.sha256 in set(here.artifacts.iter())


async def test_previews_go_when_the_feed_has_dropped_the_word_of_them_and_nothing_else_does(
    here: Places,
) -> None:
    """No log names how a picture looked at step 12; its picture, mesh and scene are named."""
    log = here.history.shards.of(A)
    await live(here, A)
    picture = here.artifacts.put(b"\x89PNG the picture", PNG)
    drawn = e.ImageGenerated(
        label="chair", prompt="a chair", image=picture, recipe=chair(), engine="test"
    )
    await log.append(A, RequestId("drawn"), "drawn", [drawn])
    previews = [here.artifacts.put(b"\xff\xd8\xff step %d" % n, JPEG) for n in range(5)]
    told = [e.ProgressReported(stage="image", fraction=0.5, preview=ref) for ref in previews]
    await log.emit(envelopes(told, A, RequestId("drawn"), None, "test"))
    age(here)
    assert await find(here) == set()  # who hears of one may ask for it
    await log.redis.xtrim(log.keys.feed, maxlen=0, approximate=False)
    assert await find(here) == {ref.sha256 for ref in previews}


async def test_a_session_that_can_not_be_read_keeps_everything(
    here: Places, redis_url: str, tmp_path: Path
) -> None:
    lost = ArtifactRef(sha256="0" * 64, size=1, media_type="application/vnd.apache.parquet")
    ids = {"first": EventId("1-0"), "last": EventId("2-0")}
    sealed = e.SessionSealed(segments=(Segment(table=lost, events=2, **ids),))
    await here.history.shards.of(B).append(B, None, "sealed", [sealed])
    orphan = here.artifacts.put(b"orphan", GLB)
    age(here)
    with pytest.raises(Unreadable, match="session beta can not be read"):
        await collect(settings(redis_url, tmp_path), DAY, False, True, True)
    assert list(here.artifacts.iter()) == [orphan.sha256]
    (receipt,) = await eraser.erase(here, [B])  # the way out, when it can not be mended
    assert receipt.erased["broken archives"] == 1
    assert await find(here) == {orphan.sha256}


async def test_what_is_in_the_archive_is_read_and_erased_with_it(
    here: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, redis = here.history.shards.of(A), here.history.shards.redis
    await live(here, A)
    rows = await log.rows(A)
    table = here.artifacts.put(b"PAR1 as if", "application/vnd.apache.parquet")
    first, last = EventId(rows[0][0]), EventId(rows[-1][0])
    sealed = e.SessionSealed(
        segments=(Segment(table=table, first=first, last=last, events=len(rows)),)
    )
    await redis.delete(log.keys.log(A))
    await log.append(A, None, "sealed", [sealed])

    def pages(_: Archive, segment: Segment, after: EventId, upto: EventId) -> Iterator[list[Row]]:
        assert segment.table == table
        yield rows

    monkeypatch.setattr(Archive, "pages", pages)
    stored = set(here.artifacts.iter())
    assert len(stored) == 4  # a voice, a mesh, a keyframe, the table
    age(here)
    assert await find(here) == set()
    (receipt,) = await eraser.erase(here, [A])
    assert receipt.erased["archived"] == len(rows)
    assert {fate.sha256 for fate in receipt.artifacts if fate.outcome == "deleted"} == stored
    assert list(here.artifacts.iter()) == []


async def test_a_session_that_is_sealed_while_it_is_read_is_read_again(
    here: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = here.history.shards.of(A)
    ref = here.artifacts.put(b"a voice", "audio/wav")
    await begin(log, A)
    await log.append(A, None, "voice", [e.SpeechCaptured(audio=ref)])
    rows = await log.rows(A)
    await log.redis.delete(log.keys.feed, *log.keys.all_work)  # which name it, too, for a while
    own_rows = History.own_rows
    begins = here.artifacts.put(b"PAR1 as if", "application/vnd.apache.parquet")
    ends = {"first": EventId(rows[0][0]), "last": EventId(rows[-1][0])}
    sealed = e.SessionSealed(segments=(Segment(table=begins, events=len(rows), **ends),))

    async def sealed_meanwhile(history: History, session: SessionId) -> AsyncIterator[Any]:
        monkeypatch.setattr(History, "own_rows", own_rows)
        yield rows[:1]
        await history.shards.redis.delete(log.keys.log(A))
        await log.append(A, None, "sealed", [sealed])

    monkeypatch.setattr(Archive, "pages", lambda *_: iter([rows]))
    monkeypatch.setattr(History, "own_rows", sealed_meanwhile)
    assert bytes.fromhex(ref.sha256) in await referenced(here.history)


async def test_what_goes_is_deleted_and_told_by_media_type(
    here: Places, redis_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await live(here, A)
    here.artifacts.put(b"glTF nobody's", GLB)
    here.artifacts.put(b"\x89PNG nobody's", PNG)
    age(here)
    kept = {sha for sha in here.artifacts.iter() if sha not in await find(here)}
    here.artifacts.put(b"young", GLB)
    stored = set(here.artifacts.iter())
    where = settings(redis_url, tmp_path)
    assert await collect(where, DAY, True, False, False) == 0
    told = capsys.readouterr().out
    assert "model/gltf-binary" in told
    assert "would go: 2 artifacts" in told
    assert set(here.artifacts.iter()) == stored
    assert await collect(where, DAY, False, False, False) == 0
    assert "deleted: 2 artifacts" in capsys.readouterr().out
    assert len(kept) == 3
    assert len(set(here.artifacts.iter()) - kept) == 1
    assert kept < set(here.artifacts.iter())


async def test_a_store_of_which_most_would_go_is_left_alone(
    here: Places, redis_url: str, tmp_path: Path
) -> None:
    await live(here, A)
    for n in range(4):
        here.artifacts.put(bytes([n]) * 9, GLB)
    age(here)
    where = settings(redis_url, tmp_path)
    with pytest.raises(MostUnreferenced, match=r"4 of 7 artifacts.*--yes"):
        await collect(where, DAY, False, False, True)
    assert len(list(here.artifacts.iter())) == 7
    await collect(where, DAY, False, True, True)
    assert len(list(here.artifacts.iter())) == 3


async def test_places_that_are_not_the_deployments_are_not_touched(
    redis_url: str, tmp_path: Path
) -> None:
    where = settings(redis_url, tmp_path)
    with pytest.raises(PlacesUnknown, match="REDIS_URL"):
        await collect(where, DAY, False, True, True)
    with pytest.raises(ShortGrace, match="at least 2h"):
        await collect(where, timedelta(hours=1), False, True, True)
    async with deployment(redis_url, tmp_path) as here:
        orphan = here.artifacts.put(b"orphan", GLB)
        age(here)
        (tmp_path / "library" / "library.sqlite").unlink()
        with pytest.raises(LibraryOutOfReach, match=r"library\.sqlite"):
            await collect(where, DAY, False, True, True)
        assert list(here.artifacts.iter()) == [orphan.sha256]


async def test_collecting_beside_work_never_takes_what_it_is_about_to_name(here: Places) -> None:
    """Old bytes that nobody names are put again, and named, while they are being collected."""
    refs = [here.artifacts.put(bytes([n]) * 9, GLB) for n in range(20)]
    age(here)
    found = await collecting.find(here, datetime.now(UTC) - DAY)
    assert len(found.unused) == 20
    log = here.history.shards.of(A)
    for n, ref in enumerate(refs[::2]):
        here.artifacts.put(bytes([2 * n]) * 9, GLB)
        await log.append(A, None, f"voice:{n}", [e.SpeechCaptured(audio=ref)])
    gone = collecting._delete(here.artifacts, found.unused, datetime.now(UTC) - DAY)
    assert {stored.sha256 for stored in gone} == {ref.sha256 for ref in refs[1::2]}
    assert all(here.artifacts.has(ref) for ref in refs[::2])


async def test_an_asset_that_is_matched_while_it_is_collected_is_kept(
    here: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library alone names it; it is matched behind our back, and deleted from the library."""
    assert here.library is not None
    ref = here.artifacts.put(b"glTF", GLB)
    recipe = chair()
    here.library.register(key_of(recipe, "test"), recipe.label, ref, recipe, stand_in=False)
    age(here)

    async def cleared_meanwhile(history: History) -> set[bytes]:
        found = await referenced(history)
        await edit(history.shards.of(A), A, 1)
        assert here.library is not None
        here.library.clear(by="wish")
        return found

    monkeypatch.setattr(collecting, "referenced", cleared_meanwhile)
    assert await find(here) == set()
