"""Erasing sessions, on a real Redis: nothing of them is left, everything of the others is."""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ops.keeping import choosing, eraser
from ops.looking import NoSuchSession
from schemas import events as e
from schemas.ids import RequestId, SessionId
from streams.commit import Commit
from streams.dead import DeadLetters
from streams.erasure import erasing, receipts
from streams.erasure.receipts import hashed
from streams.errors import NoSuchLetter, SessionErased
from streams.keys import snapshot_key
from streams.lease import Leases
from streams.log import envelopes
from streams.repair import repair
from tests.integration.erasures import SHARED, A, B, C, left_of, two_lives
from tests.integration.erasures import little_patience as little_patience
from tests.integration.lives import (
    ALL,
    ask,
    deployment,
    everything,
    live,
    of_session,
    secret,
    take,
)


async def test_nothing_is_left_of_an_erased_session_and_all_of_another(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        await two_lives(here)
        assert len(left_of(A, await everything(here.history))) > 10
        before, stored = await of_session(here, B), set(here.artifacts.iter())
        (receipt,) = await eraser.erase(here, [A])

        assert left_of(A, await everything(here.history)) == []
        assert await of_session(here, B) == before
        outcomes = {fate.sha256: fate.outcome for fate in receipt.artifacts}
        assert sorted(outcomes.values()) == ["deleted"] * 3 + ["shared"]
        gone = stored - set(here.artifacts.iter())
        assert gone == {sha for sha, outcome in outcomes.items() if outcome == "deleted"}
        assert receipt.session == hashed(A)
        assert A not in json.dumps(receipt.document())
        assert receipt.erased == {
            "cancellations": 14,
            "dead letters": 1,
            "events": receipt.erased["events"],
            "feed entries": receipt.erased["feed entries"],
            "keyframes": 1,
            "queued": 13,
            "requests": 17,
            "snapshots": 1,
        }
        assert [r async for r in receipts.kept(here.history.shards.of(A))] == [receipt]


async def test_an_asset_goes_with_the_last_session_that_used_it(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        await two_lives(here)
        assert here.library is not None
        labels = [f"glTF of the chair of {s}" for s in (A, B)]
        assert here.library.labels() == sorted([SHARED.decode(), *labels])
        (first,) = await eraser.erase(here, [A])
        assert (first.assets, here.library.labels()) == (1, sorted([SHARED.decode(), labels[1]]))
        (second,) = await eraser.erase(here, [B])
        assert (second.assets, here.library.labels()) == (2, [])
        assert list(here.artifacts.iter()) == []
        assert labels[0].encode() not in (tmp_path / "library" / "library.sqlite").read_bytes()


async def test_the_library_can_be_kept_with_its_meshes(redis_url: str, tmp_path: Path) -> None:
    async with deployment(redis_url, tmp_path) as here:
        await two_lives(here)
        await eraser.erase(here, [A, B], keep_library=True)
        assert here.library is not None
        entries = here.library.entries()
        assert len(entries) == 3
        assert sorted(entry.mesh.sha256 for entry in entries) == list(here.artifacts.iter())


async def test_a_deleted_asset_of_an_erased_session_is_not_remembered(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        await two_lives(here)
        assert here.library is not None
        (gone,) = here.library.delete(f"glTF of the chair of {A}", by="wish-1")
        deleted = e.AssetDeleted(name="that chair", assets=(gone,))
        await here.history.shards.of(B).append(B, None, "deleted", [deleted])
        await eraser.erase(here, [A])
        assert f"chair of {A}".encode() not in (tmp_path / "library/library.sqlite").read_bytes()


async def test_a_forecast_says_what_goes_and_changes_nothing(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        await two_lives(here)
        before, stored = await everything(here.history), set(here.artifacts.iter())
        (told,) = await eraser.forecast(here, [A], keep_library=False)
        assert (await everything(here.history), set(here.artifacts.iter())) == (before, stored)
        (receipt,) = await eraser.erase(here, [A])
        assert len(told.assets) == receipt.assets == 1
        assert told.artifacts == receipt.artifacts
        # Its open wishes are cancelled first, which adds events of its own.
        for place in ("dead letters", "queued", "requests", "snapshots", "keyframes"):
            assert told.holding.counts[place] == receipt.erased[place]


CRASHES = [
    (erasing, "begin"),
    (erasing, "is_quiet"),
    (receipts, "intend"),
    (erasing, "remove"),
    (eraser, "survey"),
    (erasing, "ended"),
    (eraser, "_bytes_gone"),
    (receipts, "draft"),
    (eraser, "write_anew"),
    (receipts, "keep"),
]


class Killed(Exception):
    """As a power cut: nothing after it runs."""


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("module", "step"), CRASHES, ids=[name for _, name in CRASHES])
async def test_an_erasure_that_was_killed_goes_on_when_it_is_asked_for_again(
    redis_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: Any,
    step: str,
    late: bool,
) -> None:
    made: Callable[..., Awaitable[Any]] = getattr(module, step)

    async def dies(*args: Any) -> None:
        if late:
            await made(*args)
        raise Killed

    async with deployment(redis_url, tmp_path) as here:
        await two_lives(here)
        before = await of_session(here, B)
        with monkeypatch.context() as broken:
            broken.setattr(module, step, dies)
            with pytest.raises(Killed):
                await eraser.erase(here, [A])
        begun, _ = await eraser.broken_off(here.history)
        try:
            session = [await choosing.named(here.history, begun, A)]
        except NoSuchSession:
            session = []  # all of it is gone but the receipt is missing, or is not
        await eraser.erase(here, session)
        assert left_of(A, await everything(here.history)) == []
        assert await of_session(here, B) == before
        assert not any(
            secret(A, "").encode() in here.artifacts.get(s) for s in here.artifacts.iter()
        )
        kept = [r async for r in receipts.kept(here.history.shards.of(A))]
        assert {receipt.session for receipt in kept} == {hashed(A)}
        assert await eraser.broken_off(here.history) == ([], [])


async def test_what_runs_can_neither_commit_nor_go_on(redis_url: str, tmp_path: Path) -> None:
    async with deployment(redis_url, tmp_path) as here:
        log = here.history.shards.of(A)
        await ask(log, A, "running")
        leases = Leases(log, "c1", ALL)
        (taken,) = await leases.take(1)
        await eraser.erase(here, [A])
        assert list((await leases.renew()).values()) == ["lost"]
        late = envelopes(
            [e.AgentThought(text="late", engine="x")], A, taken.request, taken.event_id, "c1"
        )
        done = await log.commit(Commit(A, taken.request, taken.mark, tuple(late), taken, "c1"))
        assert done.outcome == "lost"
        assert left_of(A, await everything(here.history)) == []


async def test_a_client_that_goes_on_is_told_and_brings_nothing_back(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        await two_lives(here)
        log = here.history.shards.of(A)
        (letter,) = [x for x in await DeadLetters(log).newest() if x.session == A]
        seen = (await here.history.state(A)).at
        await eraser.erase(here, [A])
        with pytest.raises(SessionErased, match="connect again"):
            await ask(log, A, "again")
        with pytest.raises(SessionErased):
            await log.follow(A, seen)
        with pytest.raises(NoSuchLetter):
            await DeadLetters(log).redrive(letter)
        assert await repair(log) == 0
        assert left_of(A, await everything(here.history)) == []
        await ask(log, C, "of another")
        assert len(await log.read(C)) == 1


async def test_a_letter_can_not_be_redriven_while_its_session_goes(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        await live(here, A)
        log = here.history.shards.of(A)
        await erasing.begin(log, A)
        (letter,) = await DeadLetters(log).newest()
        with pytest.raises(NoSuchLetter):
            await DeadLetters(log).redrive(letter)


async def test_progress_that_is_still_told_is_taken_away_too(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = erasing.remove

    async with deployment(redis_url, tmp_path) as here:
        await live(here, A)
        log = here.history.shards.of(A)

        async def tells_once_more(*args: Any) -> None:
            await remove(*args)
            data = e.ProgressReported(stage="mesh", label="chair", fraction=0.5, consumer="c1")
            await log.emit(envelopes([data], A, RequestId("r"), None, "c1"))

        monkeypatch.setattr(erasing, "remove", tells_once_more)
        await eraser.erase(here, [A])
        assert left_of(A, await everything(here.history)) == []


async def test_a_snapshot_that_its_client_writes_again_can_be_erased_again(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        await live(here, A)
        await eraser.erase(here, [A])
        await here.history.shards.redis.set(snapshot_key(A), "{}")
        assert await choosing.named(here.history, [], A) == A
        await eraser.erase(here, [A])
        assert left_of(A, await everything(here.history)) == []


async def test_bytes_that_running_work_stored_again_are_left_to_it(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        mesh = b"glTF of a chair"
        await live(here, A, mesh)
        await ask(here.history.shards.of(B), B, "a chair")
        await take(here.history.shards.of(B))
        ref = here.artifacts.put(mesh, "model/gltf-binary")  # B's step is about to name it
        later = (datetime.now(UTC) + timedelta(seconds=1)).timestamp()
        os.utime(here.artifacts.path(ref) or "", (later, later))
        (receipt,) = await eraser.erase(here, [A])
        outcomes = {fate.sha256: fate.outcome for fate in receipt.artifacts}
        assert outcomes.pop(ref.sha256) == "used"
        assert set(outcomes.values()) == {"deleted"}
        assert here.artifacts.get(ref) == mesh


async def test_a_session_whose_id_is_a_word_takes_nothing_with_it_that_says_the_word(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        word = SessionId("waiting")
        await two_lives(here)  # in which much waits
        await live(here, word)
        other = SessionId("waiting-room")
        await ask(here.history.shards.of(other), other, "waiting")
        before = [await of_session(here, session) for session in (B, other)]
        await eraser.erase(here, [word])
        assert [await of_session(here, session) for session in (B, other)] == before
        assert await here.history.read(word) == []


async def test_what_a_later_version_keeps_of_a_session_goes_too(
    redis_url: str, tmp_path: Path
) -> None:
    session = SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10")
    async with deployment(redis_url, tmp_path) as here:
        redis = here.history.shards.redis
        await live(here, session)
        await redis.hset("scn:{s0}:hash", mapping={"a": f'"{session}"', "b": "not of it"})
        await redis.zadd("scn:{s0}:zset", {f"{session}/1": 1, "not of it": 2})
        await redis.set(f"scn:{{s0}}:string:{session[:4]}", f"of {session}")
        await redis.xadd("scn:{s0}:stream", {"x": session})
        await redis.rpush("scn:{s0}:list", session)
        await eraser.erase(here, [session])
        found = await everything(here.history)
        assert left_of(session, found) == []
        assert found["scn:{s0}:hash"] == {"b": "not of it"}
        assert found["scn:{s0}:zset"] == ["not of it"]


async def test_forks_keep_their_past_or_go_with_it(redis_url: str, tmp_path: Path) -> None:
    async with deployment(redis_url, tmp_path) as here:
        await live(here, A)
        shards = here.history.shards
        at = await here.history.at_revision(A, 2)
        fork = [e.SessionForked(parent=A, at=at)]
        await shards.of(B).append(B, None, "forked", fork)
        of_fork = [e.SessionForked(parent=B, at=at)]
        await shards.of(C).append(C, None, "forked", of_fork)
        with pytest.raises(choosing.HasForks, match=r"beta \(of alpha\), gamma \(of beta\)"):
            await choosing.with_forks(here.history, [A], allowed=False)
        assert await choosing.with_forks(here.history, [C], allowed=False) == [C]
        going = await choosing.with_forks(here.history, [A], allowed=True)
        assert sorted(going) == [A, B, C]

        with pytest.raises(choosing.HasForks):  # one that was made at the last moment, too
            await eraser.erase(here, [A])
        await ask(shards.of(A), A, "goes on")

        before = await here.history.read(A)
        await eraser.erase(here, [C])
        assert await here.history.read(A) == before
        await eraser.erase(here, [A, B])
        for session in going:
            assert left_of(session, await everything(here.history)) == []
