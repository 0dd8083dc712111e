"""A session's past, wherever it lies: any point of it is what a fold of everything gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas import events as e
from schemas.fold import fold
from schemas.ids import EventId, RequestId, SessionId
from schemas.keyframe import digest
from streams.errors import NoSuchEvent, NoSuchRevision
from streams.past import history as at_hand
from streams.past import keyframes
from streams.state import States
from tests.integration.pasts import begin, edit, lived, opened, room

S = SessionId("session-1")
EDITS = 40


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that forty edits are many pages and several keyframes."""
    monkeypatch.setattr(keyframes, "EVERY", 25)
    monkeypatch.setattr(at_hand, "PAGE", 20)
    monkeypatch.setattr(at_hand, "LOOK_BACK", 6)


async def test_a_seek_gives_what_a_fold_of_everything_gives(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        events = await lived(history, S, EDITS)
        frames = [event for event in events if event.type == "scene.keyframed"]
        assert len(frames) >= 5
        for n, event in enumerate(events):
            assert await history.state(S, event.id) == fold(events[: n + 1]), event
        assert (await history.state(S)).scene == room(EDITS)


async def test_a_keyframe_says_what_scene_it_holds(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        for event in await lived(history, S, EDITS):
            if isinstance(event.data, e.SceneKeyframed):
                state = await history.state(S, event.data.at)
                assert event.data.revision == state.revision
                assert event.data.scene == digest(state.scene) == digest(room(state.revision - 1))


async def test_without_its_keyframes_a_session_is_the_same(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        events = await lived(history, S, EDITS)
        for event in events:
            if isinstance(event.data, e.SceneKeyframed):
                history.artifacts.delete(event.data.state)
        assert await history.state(S) == fold(events)


async def test_every_revision_can_be_found(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        await lived(history, S, EDITS)
        for revision in range(1, EDITS + 2):
            at = await history.at_revision(S, revision)
            assert (await history.state(S, at)).scene == room(revision - 1)
            before = await history.state(S, at_hand.before(at))
            assert before.revision == revision - 1
        for none in (0, EDITS + 2):
            with pytest.raises(NoSuchRevision, match="revisions 1 to 41"):
                await history.at_revision(S, none)


async def test_a_time_is_the_last_event_before_it(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        events = await lived(history, S, EDITS)
        ms = int((events[0].id or "").split("-")[0])
        for event in events[:: len(events) // 7]:
            at = int((event.id or "").split("-")[0])
            same = [ev for ev in events if int((ev.id or "").split("-")[0]) <= at]
            assert await history.at_time(S, at) == same[-1].id
        with pytest.raises(NoSuchEvent, match="no event at that time"):
            await history.at_time(S, ms - 1)


async def test_an_event_is_found_in_its_own_session_alone(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        events = await lived(history, S, EDITS)
        assert [await history.event(S, ev.id or EventId("")) for ev in events[:5]] == events[:5]
        for wrong in ("1-0", "99999999999999-0"):
            with pytest.raises(NoSuchEvent, match="scenestream tail"):
                await history.event(S, EventId(wrong))
        other = SessionId("session-2")
        await begin(shards.of(other), other)
        with pytest.raises(NoSuchEvent):
            await history.event(other, events[3].id or EventId(""))


async def test_a_fork_begins_as_its_parent_was(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        events = await lived(history, S, EDITS)
        at = await history.at_revision(S, 21)
        fork, grandchild = SessionId("fork"), SessionId("grandchild")
        log = shards.of(fork)
        begun = [e.SessionForked(parent=S, at=at, seed=7, engines={"mesh": "greybox"})]
        await log.append(fork, None, "forked", begun)
        assert (await history.state(fork)).scene == room(20)
        assert (await history.state(fork)).options.seed == 7
        await edit(log, fork, 21)
        assert (await history.state(fork)).scene == room(21)
        assert (await history.state(fork)).revision == 22

        read = await history.read(fork)
        shared = [ev for ev in events if (ev.id or "") <= at]
        assert read[: len(shared)] == shared
        assert [ev.session for ev in read[len(shared) :]] == [fork] * 5
        for n, event in enumerate(read):
            assert await history.state(fork, event.id) == fold(read[: n + 1])

        end = read[-1].id or EventId("")
        await shards.of(grandchild).append(
            grandchild, None, "forked", [e.SessionForked(parent=fork, at=at)]
        )
        assert (await history.state(grandchild)).scene == room(20)  # its parent's parent's
        await edit(shards.of(grandchild), grandchild, 21)
        assert [ev.type for ev in await history.read(grandchild)] == [
            *(ev.type for ev in shared),
            "session.forked",
            *(ev.type for ev in read[-4:]),
        ]
        assert await history.at_revision(grandchild, 5) == await history.at_revision(S, 5)
        assert (await history.state(S)).scene == room(EDITS)
        assert end > at


async def test_a_worker_goes_on_with_a_fork(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        await lived(history, S, EDITS)
        fork = SessionId("fork")
        at = await history.at_revision(S, 3)
        open_one = RequestId(f"{S}-7")
        forked = e.SessionForked(parent=S, at=at, continued={open_one: RequestId("r")})
        await shards.of(fork).append(fork, None, "forked", [forked])
        states = States(shards.of(fork), history)
        assert (await states.get(fork)).scene == room(2)
        await edit(shards.of(fork), fork, 3)
        assert (await states.get(fork)).scene == room(3)
        await states.close()
