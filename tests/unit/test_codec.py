"""Every event survives the log; what is no event is parked, never guessed at, never dropped."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.errors import Category
from schemas.events import (
    EVENTS,
    Data,
    Event,
    LibraryCleared,
    ProgressReported,
    RequestAccepted,
    RequestCancelled,
    SceneComposed,
    Unknown,
)
from schemas.ids import EventId, RequestId, SessionId
from streams.codec import (
    MAX_EVENT_BYTES,
    decode,
    decode_or_keep,
    document,
    encode,
    payload_of,
    payload_text,
    time_of,
)
from streams.errors import EventTooLarge, UndecodableEvent
from tests.strategies.models import JSON, NUMBERS, TEXT, models
from tests.strategies.pace import FEWER, PROPERTY

NOW = datetime(2026, 3, 1, 12, 30, 15, 123_000, tzinfo=UTC)
ID = EventId("1772368215123-0")


def event(data: Data, **envelope: Any) -> Event:
    placed = {"id": ID, "session": SessionId("s1"), "at": NOW, **envelope}
    return Event(data=data, **placed)


def read(written: Event) -> Event:
    """The event that a log hands out where ``written`` was appended."""
    return decode(encode(written), written.id, written.session, written.request)


def future(**changes: Any) -> str:
    """A document of a type that nobody here knows."""
    body = {"type": "scene.dreamt", "v": 3, "session": "s1", "at": "2030-01-01T00:00:00Z"}
    return json.dumps({**body, "data": {"dream": "blue"}, **changes})


@pytest.mark.parametrize("model", EVENTS.values(), ids=lambda model: f"{model.type}.v{model.v}")
def test_every_event_decodes_to_what_was_encoded(model: type[Data]) -> None:
    @FEWER
    @given(models(model))
    def holds(data: Data) -> None:
        written = event(data)
        assert read(written) == written
        assert decode(encode(written).encode(), written.id, "s1") == written
        assert decode(json.dumps(document(written))) == written
        assert payload_of(payload_text(data)) == data

    holds()


@PROPERTY
@given(
    request=st.none() | TEXT.filter(bool),
    cause=st.none() | TEXT,
    by=TEXT,
    took_ms=st.none() | NUMBERS,
    trace=st.none() | TEXT,
    seed=st.integers(-(2**31), 2**31),
    reuses=TEXT,
    session=TEXT,
    ms=st.integers(1, 2**42),
)
def test_every_envelope_decodes_to_what_was_encoded(ms: int, **envelope: Any) -> None:
    event_id = EventId(f"{ms}-3")
    written = Event(id=event_id, at=time_of(event_id), data=RequestCancelled(), **envelope)
    assert read(written) == written


@PROPERTY
@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))])))
def test_what_no_log_keeps_tells_its_own_time(at: datetime) -> None:
    written = event(ProgressReported(stage="mesh", fraction=0.5), id=None, at=at)
    assert read(written) == written


def test_where_an_event_stands_is_given_on_reading_and_not_written() -> None:
    written = event(RequestCancelled(), request=RequestId("r1"))
    assert encode(written) == '{"type":"request.cancelled","data":{}}'
    elsewhere = decode(encode(written), "8-1", "s2")
    assert (elsewhere.id, elsewhere.session, elsewhere.request) == ("8-1", "s2", None)
    assert elsewhere.at == datetime(1970, 1, 1, 0, 0, 0, 8_000, tzinfo=UTC)


def test_what_a_document_says_of_its_place_goes_before_where_it_was_found() -> None:
    text = json.dumps(document(event(RequestCancelled(), request=RequestId("r1"))))
    found = decode(text, "8-1", "s2", "r2")
    assert (found.id, found.session, found.request, found.at) == ("8-1", "s1", "r1", NOW)


def test_people_can_read_the_log() -> None:
    written = event(RequestAccepted(kind="text", text="красный стул"), request=RequestId("r1"))
    assert encode(written) == (
        '{"type":"request.accepted","v":3,"data":{"kind":"text","text":"красный стул"}}'
    )


def test_an_event_over_the_limit_is_refused_and_its_largest_field_named() -> None:
    long = event(SceneComposed(name="n", nodes=(), certificate={"report": "x" * MAX_EVENT_BYTES}))
    with pytest.raises(EventTooLarge, match=r"data\.certificate") as refused:
        encode(long)
    assert f"takes {MAX_EVENT_BYTES}" in str(refused.value)
    assert refused.value.category is Category.TOO_LARGE


def test_the_limit_counts_bytes_and_not_characters() -> None:
    most = MAX_EVENT_BYTES - len(encode(event(RequestCancelled(reason="x"))).encode()) + 1
    assert len(encode(event(RequestCancelled(reason="x" * most))).encode()) == MAX_EVENT_BYTES
    for reason in ("x" * (most + 1), "椅" * (most // 3 + 1)):
        with pytest.raises(EventTooLarge, match=r"data\.reason"):
            encode(event(RequestCancelled(reason=reason)))


def test_half_a_surrogate_pair_is_not_fatal() -> None:
    written = event(RequestCancelled(reason="a\ud83ez"))
    assert read(written).data == RequestCancelled(reason="a?z")


@PROPERTY
@given(st.dictionaries(TEXT, JSON, max_size=4), st.integers(2, 9))
def test_an_event_from_the_future_is_written_again_as_it_was(
    payload: dict[str, Any], version: int
) -> None:
    for kind in ("scene.dreamt", "scene.composed"):
        text = future(type=kind, v=version, data=payload)
        known = decode(text, ID)
        assert isinstance(known.data, Unknown)
        assert (known.type, known.data.raw_v) == (kind, version)
        written = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
        assert encode(known).endswith(f',"data":{written}}}')
        assert decode(json.dumps(document(known))) == known


def test_a_member_the_envelope_gains_one_day_is_no_reason_to_fail() -> None:
    assert decode(future(mood="good")).session == "s1"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        '"scene.composed"',
        "not json",
        "{}",
        "[" * 100_000,
        b"\xff\xfe\x00",
        future(data=[1, 2]),
        future(at="yesterday"),
        future(at="2030-01-01T00:00:00"),
        future(session=None),
        future(type=["scene.composed"]),
        future(type="library.cleared", v=1, data={"count": "many"}),
        future(type="library.cleared", v=1, data={}),
        future(type="library.cleared", v=1, data={"count": 1, "colour": "red"}),
        future(type="library.cleared", v=1, data=None),
    ],
    ids=lambda text: repr(text[:60]),
)
def test_what_is_no_event_is_told_apart(text: str | bytes) -> None:
    with pytest.raises(UndecodableEvent, match="entry 5-0 is not an event"):
        decode(text, "5-0")


@PROPERTY
@given(st.text() | st.binary())
def test_garbage_never_raises_anything_else(text: str | bytes) -> None:
    with pytest.raises(UndecodableEvent):
        decode(text)


def test_what_is_no_event_can_be_kept_whole(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        kept = decode_or_keep("{broken", "s1", "1772368215123-4")
    assert (kept.id, kept.session) == ("1772368215123-4", "s1")
    assert kept.at == NOW
    assert isinstance(kept.data, Unknown)
    assert kept.data.raw["e"] == "{broken"
    assert kept.type == "undecodable"
    assert [record.message for record in caplog.records] == ["event.undecodable"]
    assert read(kept) == kept


def test_what_is_an_event_is_not_merely_kept() -> None:
    written = event(LibraryCleared(count=3))
    assert decode_or_keep(encode(written), "s1", ID) == written
