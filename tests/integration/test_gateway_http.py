"""HTTP on the gateway's port: sessions over REST, events over SSE, artifacts; and no clients."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from schemas.ids import SessionId
from schemas.scene_v2 import scene_hash
from tests.acceptance.unity import unity
from tests.bare_v2 import v2
from tests.integration.gateways_v2 import Place, S, gateways
from tests.integration.pasts import begin, edit


@pytest.fixture
async def place(redis_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    async with gateways(redis_url, tmp_path) as place:
        yield place


class Answer:
    """An HTTP answer as it came."""

    def __init__(self, raw: bytes) -> None:
        head, _, self.body = raw.partition(b"\r\n\r\n")
        line, *headers = head.decode().split("\r\n")
        self.status = int(line.split()[1])
        self.headers = {k.lower(): v for k, v in (h.split(": ", 1) for h in headers)}

    @property
    def json(self) -> Any:
        return json.loads(self.body)


async def raw(url: str, *chunks: bytes) -> bytes:
    """What the gateway says to bytes on a connection of their own, until it closes."""
    where = urlsplit(url)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    for chunk in chunks:
        writer.write(chunk)
        await writer.drain()
        await asyncio.sleep(0)
    try:
        async with asyncio.timeout(30):
            return await reader.read()
    except ConnectionResetError:  # it was closed with unread bytes in it
        return b"HTTP/1.1 431 Not Read\r\n\r\n"
    finally:
        writer.close()


async def http(place: Place, method: str, path: str, body: Any = None, **headers: str) -> Answer:
    data = b"" if body is None else json.dumps(body).encode()
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "Connection: close"]
    lines += [f"Content-Length: {len(data)}", "Content-Type: application/json"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return Answer(await raw(place.ws, "\r\n".join(lines).encode() + b"\r\n\r\n" + data))


async def test_one_port_serves_old_and_new_clients_and_http(place: Place) -> None:
    async with unity(place.ws), v2(place.ws):
        health = await http(place, "GET", "/health")
        assert health.json == {"status": "ok", "redis": "ok", "clients": 2}
    assert (await http(place, "GET", "/")).json["websocket"] == "/"


async def test_a_head_that_comes_letter_by_letter_is_read(place: Place) -> None:
    asked = b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    told = Answer(await raw(place.ws, *(asked[i : i + 1] for i in range(len(asked)))))
    assert told.status == 200


async def test_a_connection_serves_several_requests(place: Place) -> None:
    asked = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
    last = asked.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    assert (await raw(place.ws, asked, asked, last)).count(b"HTTP/1.1 200") == 3


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"\x16\x03\x01\x02\x00\r\n\r\n", 400),
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"y" * 400_000 + b"\r\n\r\n", 431),
        (b"GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404),
        (b"BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405),
        (
            b"GET /else HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
            b"Upgrade: websocket\r\n\r\n",
            None,
        ),
    ],
)
async def test_who_is_no_client_is_told_so_and_the_gateway_lives(
    place: Place, sent: bytes, status: int | None
) -> None:
    told = await raw(place.ws, sent)
    assert told.startswith(b"HTTP/1.1 4")
    if status not in (None, 431):
        assert Answer(told).status == status
    assert (await http(place, "GET", "/health")).status == 200


async def test_a_session_is_opened_spoken_to_and_read_over_http(place: Place) -> None:
    opened = await http(place, "POST", "/sessions", {"client": "curl"})
    assert opened.status == 201
    session = opened.json["session"]
    said = {"id": "c1", "text": {"text": "a room"}}
    taken = await http(place, "POST", f"/sessions/{session}/commands", said)
    assert (taken.status, taken.json["command"]) == (202, "c1")
    again = await http(place, "POST", f"/sessions/{session}/commands", said)
    assert again.json["request"] == taken.json["request"]
    state = await place.history.state(SessionId(session))
    assert list(state.requests) == [taken.json["request"]]
    assert state.client == "curl"
    end = {"cancel": {"request": taken.json["request"]}}
    assert (await http(place, "POST", f"/sessions/{session}/commands", end)).status == 202
    state = await place.history.state(SessionId(session))
    assert not any(r.is_open for r in state.requests.values())


async def test_a_scene_is_read_as_it_is_and_as_it_was(place: Place) -> None:
    await begin(place.log, S)
    for n in (1, 2):
        await edit(place.log, S, n)
    now = (await http(place, "GET", f"/sessions/{S}")).json
    assert (now["revision"], now["frame"]["scene"]["hash"]) == (3, str(await place.hash()))
    first = (await http(place, "GET", f"/sessions/{S}?at=r1")).json
    assert first["revision"] == 1
    point = await place.history.at_revision(S, 1)
    then = scene_hash((await place.history.state(S, point)).scene)
    assert first["frame"]["scene"]["hash"] == str(then)


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/sessions/nobody", None, 404, "UnknownSession"),
        ("POST", "/sessions/nobody/commands", {"text": {"text": "x"}}, 404, "UnknownSession"),
        ("POST", "/sessions/{}/commands", {"texts": {}}, 400, "BadCommandBody"),
        ("POST", "/sessions/{}/commands", {"text": {"text": ""}}, 400, "BadInput"),
        ("POST", "/sessions/{}/commands", {"text": {"text": "x" * 9000}}, 413, "CommandTooLong"),
        ("POST", "/sessions/{}/commands", {"cancel": {"request": "r"}}, 404, "NotFound"),
        ("POST", "/sessions/{}/commands", [], 400, "BadRequest"),
        ("POST", "/sessions", {"client": 5}, 400, "BadRequest"),
        ("GET", "/sessions/{}?at=r99", None, 404, "NoSuchRevision"),
        ("GET", "/sessions/{}?at=nonsense", None, 400, None),
        ("GET", "/sessions/{}/events?cursor=forged", None, 400, "BadCursor"),
        ("DELETE", "/sessions/{}", None, 405, "BadRequest"),
        ("GET", "/artifacts/" + "0" * 64, None, 403, "BadSignature"),
    ],
)
async def test_what_can_not_be_done_has_a_status_a_code_and_a_remedy(
    place: Place, method: str, path: str, body: Any, status: int, code: str | None
) -> None:
    await begin(place.log, S)
    told = await http(place, method, path.replace("{}", S), body)
    assert told.status == status
    assert code in (None, told.json["code"])
    assert len(told.json["error"]) > 20


async def test_events_are_followed_and_resumed_by_their_last_id(place: Place) -> None:
    await begin(place.log, S)
    where = urlsplit(place.ws)

    async def follow(last: str, until: str) -> list[dict[str, str]]:
        reader, writer = await asyncio.open_connection(where.hostname, where.port)
        asked = (
            f"GET /sessions/{S}/events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: {last}\r\n\r\n"
        )
        writer.write(asked.encode())
        found: list[dict[str, str]] = []
        event: dict[str, str] = {}
        async with asyncio.timeout(30):
            while not found or found[-1]["event"] != until:
                line = (await reader.readline()).decode().rstrip("\r\n")
                name, _, value = line.partition(": ")
                if name in ("event", "data", "id"):
                    event[name] = value
                elif not line and event:
                    found.append(event)
                    event = {}
        writer.close()
        return found

    (welcome,) = await follow("", "welcome")
    assert json.loads(welcome["data"])["scene"]["whole"] is True
    await edit(place.log, S, 1)
    missed = await follow(welcome["id"], "completed")
    assert [m["event"] for m in missed] == [
        "welcome",
        "accepted",
        "thinking",
        "revised",
        "completed",
    ]
    assert json.loads(missed[0]["data"])["welcome"]["resumed"] is True
    assert json.loads(missed[3]["data"])["scene"]["hash"] == str(await place.hash())


async def test_the_openapi_document_names_every_path(place: Place) -> None:
    told = (await http(place, "GET", "/openapi.json")).json
    assert set(told["paths"]) >= {
        "/health", "/artifacts/{sha256}", "/sessions", "/sessions/{session}",
        "/sessions/{session}/commands", "/sessions/{session}/events",
    }  # fmt: skip
