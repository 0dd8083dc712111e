"""Our client, against servers that break off, refuse and lie."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from ops.client.geometry import (
    GeometryClient,
    GeometryRefused,
    GeometryServerAway,
    GeometryWish,
)
from schemas.geometry_v1 import BrokenAnswer, Line, line

HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
)
WISHES = [GeometryWish("/d/a.png", "/d", prompt) for prompt in "abc"]


def chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def made(*indexes: int, ends: bool = True) -> bytes:
    """An answer with these items' lines, whole or broken off."""
    lines = b"".join(chunk(line(Line(n, path=f"/d/{n}.glb"))) for n in indexes)
    return HEAD + lines + (chunk(b"") if ends else b"")


def refusal(status: str, error: str) -> bytes:
    body = json.dumps({"error": error}).encode()
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


@contextmanager
def server(answers: Sequence[bytes]) -> Iterator[tuple[str, list[list[str]]]]:
    """Gives each connection the next answer and closes it; the prompts of the bodies it got."""
    asked: list[list[str]] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            for answer in answers:
                connection, _ = listening.accept()
                with connection, connection.makefile("rb") as read:
                    length = 0
                    while (header := read.readline().strip().lower()) != b"":
                        if header.startswith(b"content-length:"):
                            length = int(header.split(b":")[1])
                    asked.append([wish["prompt"] for wish in json.loads(read.read(length))])
                    connection.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", asked
        thread.join(10)


def came(url: str, pauses: list[float] | None = None) -> list[int]:
    client = GeometryClient(url, pause=(pauses if pauses is not None else []).append)
    return [said.index for said in client.generate(WISHES)]


def test_lines_are_yielded_as_they_come() -> None:
    with server([made(2, 0, 1)]) as (url, _):
        assert came(url) == [2, 0, 1]


def test_after_a_broken_stream_only_what_is_missing_is_asked_for_again() -> None:
    pauses: list[float] = []
    with server([made(1, ends=False), made(1, 0)]) as (url, asked):
        assert came(url, pauses) == [1, 2, 0]
    assert asked == [["a", "b", "c"], ["a", "c"]]
    assert pauses == [1.0]


def test_no_index_is_yielded_twice_and_none_that_was_not_asked_for() -> None:
    with server([made(0, 0, 7, 1, 2)]) as (url, _):
        assert came(url) == [0, 1, 2]


def test_a_server_error_is_tried_again_with_longer_and_longer_pauses() -> None:
    pauses: list[float] = []
    busy = refusal("503 Service Unavailable", "later")
    with server([busy, busy, made(0, 1, 2)]) as (url, _):
        assert came(url, pauses) == [0, 1, 2]
    assert pauses == [1.0, 2.0]


def test_after_three_tries_without_a_line_it_gives_up() -> None:
    with (
        server([refusal("500 Oops", "no memory; buy some")] * 3) as (url, asked),
        pytest.raises(GeometryServerAway, match="no memory"),
    ):
        came(url)
    assert len(asked) == 3


def test_a_refused_connection_is_tried_three_times() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
    pauses: list[float] = []
    with pytest.raises(GeometryServerAway, match="check that it runs"):
        came(url, pauses)
    assert pauses == [1.0, 2.0]
    assert not GeometryClient(url).is_healthy()


def test_a_bad_request_is_not_tried_again() -> None:
    with (
        server([refusal("400 Bad Request", "Request 0 missing field: prompt")]) as (url, asked),
        pytest.raises(GeometryRefused, match=r"^Request 0 missing field: prompt$"),
    ):
        came(url)
    assert len(asked) == 1


def test_an_answer_that_is_no_such_line_is_said_to_be_broken() -> None:
    with (
        server([HEAD + chunk(b"<html>\n") + chunk(b"")]) as (url, _),
        pytest.raises(BrokenAnswer, match="expected a line of JSON"),
    ):
        came(url)


def test_an_items_own_error_is_yielded_in_its_place() -> None:
    failed = chunk(line(Line(0, error="no object")))
    with server([HEAD + failed + chunk(b"")]) as (url, _):
        assert list(GeometryClient(url).generate(WISHES[:1])) == [Line(0, error="no object")]


def test_an_url_that_is_none_is_refused() -> None:
    with pytest.raises(GeometryRefused):
        GeometryClient("localhost:7000")
