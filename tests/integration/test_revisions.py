"""`scenestream history` lists every change of a scene, wherever the session's past lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from consumers.lexicon.edits.undoing import GoTo, Redo, Undo
from consumers.patch.undo import undone
from ops.history.revisions import line
from schemas import events as e
from schemas.ids import EventId, RequestId, SessionId
from streams.past import history as at_hand
from streams.past import keyframes
from streams.past.history import History
from streams.past.revisions import Revision, revisions
from streams.state import States
from tests.integration.pasts import begin, edit, opened, room

S, FORK = SessionId("session-1"), SessionId("fork")


async def say(history: History, session: SessionId, text: str, *payloads: e.Data) -> None:
    """A request with these words and what it led to."""
    request = RequestId(text.replace(" ", "-"))
    told = [
        e.RequestAccepted(kind="text", text=text),
        *payloads,
        e.RequestCompleted(kind="modify_3d_scene", text="Done."),
    ]
    await history.shards.of(session).append(session, request, "made", told)


async def listed(history: History, session: SessionId = S) -> list[Revision]:
    return [revision async for revision in revisions(history, session)]


async def test_a_sessions_revisions_tell_what_was_undone(redis_url: str, tmp_path: Path) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        log = shards.of(S)
        await begin(log, S)
        for n in (1, 2):
            await edit(log, S, n)
        for text, wish in (
            ("undo both", Undo(2)), ("redo it", Redo()), ("show revision 3", GoTo(3)),
        ):  # fmt: skip
            done = undone(await history.state(S), wish, S)
            await say(history, S, text, *done.payloads)
        hand = e.SceneSynced(name="room", nodes=tuple(room(9).nodes.values()), digest="d")
        await log.append(S, RequestId("r"), "a", [hand, e.RequestAccepted(kind="text", text="x")])
        found = await listed(history)
        assert [r.revision for r in found] == list(range(1, 8))
        assert [(r.text, r.undoes, r.redoes) for r in found[3:]] == [
            ("undo both", 2, None),
            ("redo it", None, 2),
            ("show revision 3", None, 3),
            ("", None, None),
        ]
        assert found[0].summary == "A new scene: room."
        assert found[3].summary == "I took back 2 changes: I moved n 2; I moved n 1."
        assert found[6].summary == "Changed by hand in the client."
        for revision in found:
            assert revision.event == await history.at_revision(S, revision.revision)
        assert "undoes 2" in line(found[3])
        assert '"undo both"' in line(found[3])
        assert "redoes 3" in line(found[5])


async def test_a_long_forked_session_tells_what_was_before_the_fork(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyframes, "EVERY", 25)
    monkeypatch.setattr(at_hand, "PAGE", 20)
    async with opened(redis_url, tmp_path) as (shards, history):
        states = States(shards.of(S), history)
        await begin(shards.of(S), S)
        for n in range(1, 31):
            await edit(shards.of(S), S, n)
            await states.get(S)
            await states.written()
        await states.close()
        late = RequestId("late")
        asked = [e.RequestAccepted(kind="text", text="move it")]
        await shards.of(S).append(S, late, "accepted", asked)
        at = (await history.state(S)).at or EventId("")
        begun = e.SessionForked(parent=S, at=at, continued={late: RequestId("new")})
        await shards.of(FORK).append(FORK, None, "forked", [begun])
        back = undone(await history.state(FORK), Undo(), FORK)
        await shards.of(FORK).append(FORK, RequestId("new"), "undone", back.payloads)
        found = await listed(history, FORK)
        assert len(found) == 32
        assert found[:31] == await listed(history, S)
        assert (found[31].text, found[31].undoes, found[31].request) == ("move it", 31, "new")
        assert (await history.state(FORK)).scene == room(29)
