"""One client of the shipping protocol, without I/O: what comes in, what is to be done."""

from __future__ import annotations

import hashlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.effects import Append, Effect, Send, Store
from gateway.session_v1 import MAX_PROMPT_CHARS, V1Session
from schemas import events as e
from schemas import wire_v1
from schemas.artifacts import WAV, ArtifactRef
from schemas.ids import EventId, RequestId, SessionId
from schemas.wire_v1 import Attachment, Frame
from streams.codec import encode
from tests.golden.samples import AT
from tests.strategies.pace import PROPERTY

VOICE = b"RIFF....WAVE"


def session() -> V1Session:
    """A session whose ids are r1, r2 and so on."""
    numbers = itertools.count(1)
    return V1Session(SessionId("s1"), lambda: f"r{next(numbers)}")


def receive(frame: Frame, snapshot: str | None = None) -> list[Effect]:
    return session().receive(wire_v1.encode(frame), snapshot)


def refusal(effects: list[Effect]) -> Frame:
    """The error that the only effect sends, filled so that the client shows it."""
    [sent] = effects
    assert isinstance(sent, Send)
    assert sent.frame.type == "error"
    assert sent.frame.text == sent.frame.error != ""
    assert sent.attach == ()
    return sent.frame


def audio(*assets: Attachment) -> Frame:
    return Frame("audio", assets=assets)


def fits_the_log(effect: Effect) -> bool:
    """Whether the log takes every event that ``effect`` appends (``encode`` refuses otherwise)."""
    assert isinstance(effect, Append)
    events = [e.Event(session=SessionId("s" * 36), at=AT, data=data) for data in effect.payloads]
    return all(encode(event) for event in events)


def test_a_session_opens_with_its_id_as_the_first_frame() -> None:
    assert session().open("Unity") == [
        Append(None, "opened", (e.SessionOpened(protocol="scener.v1", client="Unity"),)),
        Send(Frame("session_start", text="s1")),
    ]


def test_a_prompt_is_accepted_as_a_request_of_its_own() -> None:
    one = session()
    frames = [wire_v1.encode(Frame("text", text)) for text in ("a chair", "  стол\n")]
    assert [effect for frame in frames for effect in one.receive(frame)] == [
        Append(RequestId("r1"), "accepted", (e.RequestAccepted(kind="text", text="a chair"),)),
        Append(RequestId("r2"), "accepted", (e.RequestAccepted(kind="text", text="стол"),)),
    ]


def test_a_recording_is_stored_before_the_log_names_it() -> None:
    ref = ArtifactRef(sha256=hashlib.sha256(VOICE).hexdigest(), size=len(VOICE), media_type=WAV)
    assert receive(audio(Attachment("", VOICE, "voice.wav"))) == [
        Store(ref, VOICE),
        Append(
            RequestId("r1"),
            "accepted",
            (e.RequestAccepted(kind="audio"), e.SpeechCaptured(audio=ref)),
        ),
    ]


@pytest.mark.parametrize(
    ("frame", "says"),
    [
        (Frame("text"), "empty"),
        (Frame("text", " \t\r\n "), "empty"),
        (Frame("text", "\u2003\u00a0"), "empty"),
        (audio(), "no sound"),
        (audio(Attachment("", b"", "voice.wav")), "no sound"),
        (Frame("dance"), "unknown message type 'dance'"),
        (Frame("session_start"), "unknown message type"),
        (Frame("x" * 100_000), "unknown message type"),
    ],
)
def test_a_frame_that_asks_for_nothing_is_answered_with_what_to_send(
    frame: Frame, says: str
) -> None:
    sent = refusal(receive(frame))
    assert says in sent.text
    assert sent.status == 400
    assert ";" in sent.text
    assert len(sent.text) < 200


@pytest.mark.parametrize("message", ["", "hello from Unity", '{"type": "text", "text": "a chair"}'])
def test_a_text_frame_is_refused_and_the_session_goes_on(message: str) -> None:
    one = session()
    sent = refusal(one.receive(message))
    assert (sent.status, "binary frames" in sent.text) == (400, True)
    assert isinstance(one.receive(wire_v1.encode(Frame("text", "a chair")))[0], Append)


@pytest.mark.parametrize("message", [b"", b"\xff\xfe\x00", b"GET / HTTP/1.1", b"\x12\x02hi"])
def test_bytes_that_are_no_message_are_refused(message: bytes) -> None:
    assert refusal(session().receive(message)).status == 400


@PROPERTY
@given(st.binary(max_size=80) | st.text(max_size=20))
def test_whatever_comes_in_something_sensible_comes_out(message: bytes | str) -> None:
    for effect in session().receive(message):
        if isinstance(effect, Send):
            assert refusal([effect]).status >= 400
        elif isinstance(effect, Append):
            assert fits_the_log(effect)


@pytest.mark.parametrize(
    "text", ["x" * (MAX_PROMPT_CHARS + 1), "x" * 1_000_000, "椅" * 7_000, "\x01" * 4_000]
)
def test_a_prompt_over_the_limit_is_refused_with_the_limit(text: str) -> None:
    sent = refusal(receive(Frame("text", text)))
    assert sent.status == 413
    assert f"{len(text):,} characters" in sent.text
    assert f"limit is {MAX_PROMPT_CHARS:,}" in sent.text


@pytest.mark.parametrize("text", ["x" * MAX_PROMPT_CHARS, "椅" * 4_000, "🪑" * 3_000])
def test_a_prompt_within_the_limit_fits_the_log(text: str) -> None:
    [effect] = receive(Frame("text", text))
    assert fits_the_log(effect)


def test_a_gesture_is_part_of_the_protocol_and_moves_nothing() -> None:
    assert receive(Frame("gesture", '{"hand": "left"}')) == []


def test_a_clients_own_failure_is_recorded_and_not_answered() -> None:
    failed = e.ClientFailed(status=500, text="NullReference")
    assert receive(Frame("error", "NullReference", status=500)) == [
        Append(None, "client:r1", (failed,))
    ]


@pytest.mark.parametrize("text", ["x" * 100_000, "椅" * 100_000, "\x01" * 100_000])
def test_a_long_failure_is_cut_to_what_the_log_takes(text: str) -> None:
    [effect] = receive(Frame("error", text, status=500))
    assert fits_the_log(effect)


def test_a_wish_that_the_log_lost_is_asked_for_again() -> None:
    client = session()
    accepted = e.RequestAccepted(kind="text", text="a chair")
    events = [
        e.Event(
            id=EventId(f"{n}-0"),
            session=SessionId("s1"),
            request=RequestId(r),
            at=AT,
            data=accepted,
        )
        for n, r in enumerate(("r1", "r2"), 1)
    ]
    client.events(events)
    refused = refusal(client.recovered(events[:1]))
    assert refused.status == 503
    assert "send it again" in refused.text
    assert client.recovered(events[:1]) == []
