"""A client of the shipping protocol that watches a session again, without I/O."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence

import pytest

from gateway.effects import Send
from gateway.player import Seek
from gateway.replay import AT_ONCE, Notice, Replay
from gateway.replay_v1 import Answer, V1Replay
from gateway.session_v1 import V1Session
from schemas import wire_v1
from schemas.fold import fold
from schemas.ids import SessionId
from schemas.scene_v1 import scene_document
from schemas.state import SessionState
from schemas.wire_v1 import Attachment, Frame
from tests.golden.samples import CHAIR
from tests.golden.story import session as story

S = SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10")


def watching(speed: float = 1.0) -> V1Replay:
    core = V1Replay(S, Replay(speed))
    core.begun(None, SessionState(), 0.0)
    return core


def say(core: V1Replay, text: str) -> Sequence[Answer]:
    return core.receive(wire_v1.encode(Frame("text", text=text)), 1.0)


def answered(core: V1Replay, text: str) -> str:
    """The one reply in words to ``text``."""
    [sent] = say(core, text)
    assert isinstance(sent, Send)
    assert sent.frame.type == "unrelated_response"
    return sent.frame.text


def refused(core: V1Replay, message: bytes | str) -> Frame:
    [sent] = core.receive(message, 1.0)
    assert isinstance(sent, Send)
    assert sent.frame.type == "error"
    assert sent.frame.text == sent.frame.error
    return sent.frame


def test_it_starts_under_an_id_that_is_no_sessions_and_always_the_same() -> None:
    frame = watching().open().frame
    assert frame.type == "session_start"
    assert str(uuid.UUID(frame.text)) == frame.text != S
    assert watching(AT_ONCE).open().frame.text == frame.text
    assert V1Replay(SessionId("other"), Replay()).open().frame.text != frame.text
    assert json.loads(frame.metadata) == {"replay": S, "speed": "1"}


def test_it_shows_what_the_sessions_own_client_was_sent() -> None:
    core, live = watching(), V1Session(S, str)
    for event in story():
        assert core.show(event) == live.events([event])
    assert core.at == story()[-1].id


def test_each_command_is_answered_with_where_it_stands() -> None:
    core = watching()
    for event in story():
        core.show(event)
    place = f"event {core.at} (revision 2)"
    assert answered(core, "pause") == f"Paused at {place}."
    assert core.replay.paused
    assert answered(core, "speed 10") == f"At {place}, paused, speed 10."
    assert answered(core, "play") == f"Going on from {place}, speed 10."
    assert not core.replay.paused
    assert answered(core, " Speed  MAX ") == f"At {place}, speed max."
    assert core.replay.speed == AT_ONCE
    assert answered(core, "STEP") == f"One step on from {place}."
    assert (core.replay.paused, core.replay.stepping) == (True, True)


def test_before_the_first_event_it_stands_at_the_beginning() -> None:
    assert answered(watching(), "pause") == "Paused at the beginning."


def test_a_step_goes_on_to_what_the_client_can_see() -> None:
    core = watching()
    say(core, "step")
    for event in story():
        if core.show(event):
            break
        assert core.replay.stepping
    assert event.type == "request.completed"
    assert not core.replay.stepping


@pytest.mark.parametrize(
    "point", ["1772368215250-3", "2", "+90s", "2026-03-01T12:30", "2026-03-01 12:30"]
)
def test_a_seek_is_for_the_shell_to_find(point: str) -> None:
    assert say(watching(), f"Seek {point}") == [Seek(point)]


def test_after_a_seek_the_client_has_the_whole_scene_of_that_point() -> None:
    core, events = watching(), story()
    state = fold(events[:10])
    words, shown = core.sought(state.at, state, 2.0)
    assert words.frame == Frame(
        "unrelated_response", text=f"At event {events[9].id} (revision 1), speed 1."
    )
    assert shown.frame.type == "generate_3d_scene"
    assert state.scene is not None
    assert json.loads(shown.frame.metadata) == scene_document(state.scene)
    assert [a.id for a in shown.attach] == [CHAIR]
    assert core.show(events[9]) == []  # shown before
    assert core.at == events[9].id


def test_a_seek_to_before_there_was_a_scene_clears_what_is_shown() -> None:
    core, state = watching(), fold(story()[:2])
    _, shown = core.sought(state.at, state, 2.0)
    assert json.loads(shown.frame.metadata)["graph"] == []


def test_a_replay_that_begins_in_the_middle_begins_with_the_scene_there() -> None:
    core, state = watching(), fold(story())
    [shown] = core.begun(state.at, state, 0.0)
    assert shown.frame.type == "generate_3d_scene"
    early = fold(story()[:2])
    assert core.begun(early.at, early, 0.0) == []


def test_what_it_can_not_do_is_said_with_what_it_can() -> None:
    core = watching()
    for message in (
        Frame("text", text="make the sofa red"),
        Frame("text", text="play it again"),
        Frame("text", text=""),
        Frame("audio", assets=(Attachment("voice", b"RIFF", "voice.wav"),)),
    ):
        frame = refused(core, wire_v1.encode(message))
        assert frame.status == 409
        assert f"a replay of session {S}" in frame.text
        assert "pause, play, step, speed 10 (or max), seek EVENT|REVISION|TIME" in frame.text
        assert "without ?replay=" in frame.text
    assert not core.replay.paused


@pytest.mark.parametrize(
    ("said", "status", "says"),
    [("speed", 400, "or max"), ("speed fast", 400, "or max"), ("seek", 400, "give an event's id")],
)
def test_half_a_command_is_answered_with_the_whole(said: str, status: int, says: str) -> None:
    frame = refused(watching(), wire_v1.encode(Frame("text", text=said)))
    assert (frame.status, says in frame.text) == (status, True)


@pytest.mark.parametrize("message", ["pause", b"", b"\xff\xfe\x00"])
def test_what_is_no_frame_of_the_protocol_is_refused(message: bytes | str) -> None:
    assert refused(watching(), message).status == 400


@pytest.mark.parametrize("kind", ["gesture", "error"])
def test_what_a_client_tells_of_itself_is_heard_and_nothing_done(kind: str) -> None:
    assert watching().receive(wire_v1.encode(Frame(kind, text="{}", status=500)), 1.0) == []


def test_notices_are_said_in_words() -> None:
    core = watching()
    [stopped] = core.show(Notice.STOPPED)
    assert stopped.frame.text == "The replay stopped at the beginning, as asked; play goes on."
    [nothing] = core.show(Notice.CAUGHT_UP)
    assert nothing.frame.text == "There is nothing after this in the session, as of now."
    core.replay.live = True
    [live] = core.show(Notice.CAUGHT_UP)
    assert "caught up" in live.frame.text
