"""Cursors and artifact URLs: what we signed is good, anything else is not."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.artifact_urls import HOUR_S, BadSignature, Places, media_type, reply
from gateway.v2.cursor import BadCursor, Cursor, Cursors
from schemas.ids import EventId, RequestId, SessionId

S = SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10")
OURS, THEIRS = Cursors(b"ours"), Cursors(b"theirs")
SHA = "ab" * 32
DATA = b"glTF" + bytes(range(256)) * 4


@pytest.mark.parametrize("at", [None, EventId("1772368215250-7")])
@pytest.mark.parametrize("draft", [None, RequestId("r-1")])
def test_a_cursor_is_read_as_it_was_written(at: EventId | None, draft: RequestId | None) -> None:
    assert OURS.read(OURS.write(Cursor(S, at, draft))) == Cursor(S, at, draft)


def test_a_cursor_of_another_deployment_is_refused() -> None:
    with pytest.raises(BadCursor, match="hello with the session alone"):
        OURS.read(THEIRS.write(Cursor(S, None)))


@given(st.text() | st.binary().map(lambda b: b.decode("latin1")))
def test_no_text_that_is_made_up_is_a_cursor(text: str) -> None:
    with pytest.raises(BadCursor):
        OURS.read(text)


@given(st.data())
def test_no_cursor_survives_a_changed_letter(data: st.DataObject) -> None:
    good = OURS.write(Cursor(S, EventId("1772368215250-7")))
    place = data.draw(st.integers(0, len(good) - 2))  # the last letter has bits that mean nothing
    letter = data.draw(st.sampled_from("ABCxyz019-_").filter(lambda c: c != good[place]))
    with pytest.raises(BadCursor):
        OURS.read(good[:place] + letter + good[place + 1 :])


def test_an_artifacts_url_is_good_for_an_hour_at_least_and_two_at_most() -> None:
    now = [1_000_000.0]
    places = Places(b"secret", lambda: now[0])
    path, _, query = places.url(SHA).partition("?")
    now[0] += HOUR_S
    assert places.check(path, query) == SHA
    now[0] += HOUR_S + 1
    with pytest.raises(BadSignature, match="take a new one"):
        places.check(path, query)


@pytest.mark.parametrize(
    ("path", "query"),
    [
        (f"/artifacts/{SHA}", ""),
        (f"/artifacts/{SHA}", "until=9999999999"),
        (f"/artifacts/{SHA}", "until=x&signature=y"),
        (f"/artifacts/{SHA}", "until=9999999999&signature=" + "0" * 32),
        (f"/artifacts/{SHA}", "until=9999999999&signature=é"),
        ("/artifacts/../../etc/passwd", "until=9999999999&signature=" + "0" * 32),
    ],
)
def test_what_nobody_signed_is_refused(path: str, query: str) -> None:
    with pytest.raises(BadSignature):
        Places(b"secret").check(path, query)


def test_a_signature_is_of_one_artifact_and_one_hour() -> None:
    places = Places(b"secret")
    path, _, query = places.url(SHA).partition("?")
    with pytest.raises(BadSignature):
        places.check(path.replace("ab", "cd"), query)
    until = query.split("&")[0].removeprefix("until=")
    with pytest.raises(BadSignature):
        places.check(path, query.replace(until, str(int(until) + HOUR_S)))


@pytest.mark.parametrize(
    ("asked", "status", "body", "told"),
    [
        ({}, 200, DATA, None),
        ({"Range": "bytes=0-3"}, 206, b"glTF", f"bytes 0-3/{len(DATA)}"),
        ({"range": "bytes=4-"}, 206, DATA[4:], f"bytes 4-{len(DATA) - 1}/{len(DATA)}"),
        ({"Range": "bytes=-2"}, 206, DATA[-2:], f"bytes {len(DATA) - 2}-{len(DATA) - 1}/1028"),
        ({"Range": "bytes=0-99999"}, 206, DATA, f"bytes 0-{len(DATA) - 1}/{len(DATA)}"),
        ({"Range": "bytes=5000-"}, 416, b"", f"bytes */{len(DATA)}"),
        ({"Range": "bytes=-0"}, 416, b"", f"bytes */{len(DATA)}"),
        ({"Range": "bytes=9-3"}, 200, DATA, None),
        ({"Range": "bytes=0-1,4-5"}, 200, DATA, None),
        ({"Range": "lines=0-1"}, 200, DATA, None),
        ({"Range": "bytes=0-3", "If-Range": f'"{SHA}"'}, 206, b"glTF", f"bytes 0-3/{len(DATA)}"),
        ({"Range": "bytes=0-3", "If-Range": '"other"'}, 200, DATA, None),
        ({"If-None-Match": f'"{SHA}"'}, 304, b"", None),
        ({"If-None-Match": f'W/"x", W/"{SHA}"'}, 304, b"", None),
        ({"If-None-Match": "*", "Range": "bytes=0-3"}, 304, b"", None),
        ({"If-None-Match": '"other"'}, 200, DATA, None),
    ],
)
def test_an_artifact_is_served_as_http_says(
    asked: dict[str, str], status: int, body: bytes, told: str | None
) -> None:
    answer = reply(SHA, DATA, asked)
    assert (answer.status, answer.body) == (HTTPStatus(status), body)
    assert answer.headers.get("Content-Range") == told
    assert answer.headers["ETag"] == f'"{SHA}"'
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (DATA, "model/gltf-binary"),
        (b"\x89PNG\r\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"<html>", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_bytes_are_told_by_how_they_begin(data: bytes, kind: str) -> None:
    assert media_type(data) == kind
