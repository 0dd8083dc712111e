"""`scenestream verify` on sessions in Redis: sound ones, and each with one thing wrong."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from ops.history.verification.session import Report, examined
from schemas import events as e
from schemas import keyframe
from schemas.events import Event
from schemas.ids import EventId, RequestId, SessionId
from streams.codec import encode
from streams.log import Row
from streams.past import history as at_hand
from streams.past import keyframes
from streams.past.history import History
from tests.bundles import silent
from tests.integration.pasts import lived, opened
from tests.integration.test_bundles import EDITS

S = SessionId("session-1")


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyframes, "EVERY", 25)
    monkeypatch.setattr(at_hand, "PAGE", 20)


async def rewritten(history: History, change: Callable[[list[Row]], object]) -> None:
    """The session's log with its rows changed, as no Redis would do it."""
    log = history.shards.of(S)
    rows = await log.rows(S, limit=100_000)
    change(rows)
    await log.redis.delete(log.keys.log(S))
    for row_id, fields in rows:
        await log.redis.xadd(log.keys.log(S), fields, id=row_id)


async def problems(history: History) -> list[str]:
    report = await examined(history, S, silent)
    return [str(problem) for problem in report.problems]


async def test_a_sound_session_has_no_problems(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        events = await lived(history, S, EDITS)
        frames = sum(event.type == "scene.keyframed" for event in events)
        assert frames >= 4
        assert await examined(history, S, silent) == Report(
            S, len(events), frames, EDITS + 1, frames
        )


async def test_a_fork_is_as_sound_as_its_parent(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        await lived(history, S, EDITS)
        fork, at = SessionId("fork"), await history.at_revision(S, 20)
        forked = e.SessionForked(parent=S, at=at, continued={RequestId(f"{S}-19"): RequestId("r")})
        await shards.of(fork).append(fork, None, "forked", [forked])
        done = e.RequestCompleted(kind="modify_3d_scene", text="Done.")
        await shards.of(fork).append(fork, RequestId("r"), "done", [done])
        report = await examined(history, fork, silent)
        assert report.problems == []
        assert report.answers == 20


Damage = Callable[[History, list[Event]], Awaitable[None]]


async def _a_keyframe_is_gone(history: History, events: list[Event]) -> None:
    history.artifacts.delete(_frame(events).state)


async def _a_keyframe_is_damaged(history: History, events: list[Event]) -> None:
    place = history.artifacts.path(_frame(events).state)
    assert place is not None
    place.write_bytes(b"{}")


async def _another_revision(history: History, events: list[Event]) -> None:
    await _tell(history, events, revision=3)


async def _another_scene(history: History, events: list[Event]) -> None:
    await _tell(history, events, scene="0" * 64)


async def _another_state(history: History, events: list[Event]) -> None:
    document = history.artifacts.get(_frame(events).state).replace(b"ada", b"eve")
    await _tell(history, events, state=history.artifacts.put(document, "application/json"))


async def _no_state(history: History, events: list[Event]) -> None:
    document = b'{"version":%d,"state":{"requests":7}}' % keyframe.VERSION
    await _tell(history, events, state=history.artifacts.put(document, "application/json"))


async def _of_nowhere(history: History, events: list[Event]) -> None:
    await _tell(history, events, at=EventId("1-1"))


async def _an_edit_is_gone(history: History, events: list[Event]) -> None:
    (first, *_) = [n for n, ev in enumerate(events) if ev.type == "scene.patched"]
    await rewritten(history, lambda rows: rows.pop(first))


async def _an_entry_is_garbage(history: History, events: list[Event]) -> None:
    await rewritten(history, lambda rows: rows[2][1].update(e="?"))


async def _an_artifact_is_larger(history: History, events: list[Event]) -> None:
    stored = history.artifacts.put(b"sound", "audio/wav").model_copy(update={"size": 7})
    await history.shards.of(S).append(S, RequestId("r"), "m", [e.SpeechCaptured(audio=stored)])


def _frame(events: list[Event]) -> e.SceneKeyframed:
    return next(ev.data for ev in events if isinstance(ev.data, e.SceneKeyframed))


async def _tell(history: History, events: list[Event], **otherwise: object) -> None:
    """The first keyframe's event tells something else."""
    place = next(n for n, ev in enumerate(events) if isinstance(ev.data, e.SceneKeyframed))
    told = _frame(events).model_copy(update=otherwise)
    text = encode(Event(id=None, session=S, at=events[place].at, data=told))
    await rewritten(history, lambda rows: rows[place][1].update(e=text))


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (_a_keyframe_is_gone, "is not in"),
        (_a_keyframe_is_damaged, "now hashes to"),
        (_another_revision, "the keyframe is of revision 3, the events lead to"),
        (_another_scene, "the keyframe is of another scene"),
        (_another_state, "the keyframe's user is not what the events lead to"),
        (_no_state, "the keyframe can not be read"),
        (_of_nowhere, "the keyframe is of 1-1, which is not there"),
        (_an_edit_is_gone, "does not fit what was before, so all after it was not folded"),
        (_an_entry_is_garbage, "is no event"),
        (_an_artifact_is_larger, "has 5 bytes, not 7"),
    ],
)
async def test_what_is_wrong_is_said(
    redis_url: str, tmp_path: Path, damage: Damage, what: str
) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        await damage(history, await lived(history, S, EDITS))
        found = await problems(history)
        assert what in found[0] or what in found[-1]


async def test_a_session_without_events_is_said_to_have_none(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (_, history):
        assert await problems(history) == ["it is listed, and has no events"]


async def test_a_session_that_can_not_be_read_does_not_end_it(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        await lived(history, S, 1)
        missing = {"sha256": "a" * 64, "size": 1, "media_type": "x"}
        segment = {"table": missing, "first": "1-0", "last": "1-1", "events": 2}
        sealed = {"type": "session.sealed", "data": {"segments": [segment]}}
        fields = {"request": "", "e": json.dumps(sealed)}
        await shards.redis.delete(shards.of(S).keys.log(S))
        await shards.redis.xadd(shards.of(S).keys.log(S), fields)
        (problem,) = await problems(history)
        assert problem.startswith("it can not be read whole: ")
