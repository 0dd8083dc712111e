"""Who means harm, by every door: it gets a refusal, and nobody else notices."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.integration.pasts import begin
from tests.integration.test_gateway_http import Answer, http, raw
from tests.integration.test_gateway_v2 import Place, S, gateways

STUDIO = "https://studio.example"


@pytest.fixture
async def place(redis_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    """Two gateways that ask nobody who they are, with a session."""
    async with gateways(redis_url, tmp_path, origins=(STUDIO,)) as place:
        await begin(place.log, S)
        yield place


async def asked(place: Place, line: str, *headers: str, host: str = "127.0.0.1") -> Answer:
    """What is answered to a request of a browser's."""
    head = "\r\n".join((f"{line} HTTP/1.1", f"Host: {host}", "Connection: close", *headers))
    return Answer(await raw(place.ws, f"{head}\r\n\r\n".encode()))


REBOUND = ("GET /sessions", f"GET /sessions/{S}", "POST /sessions", "GET /openapi.json", "GET /")


@pytest.mark.parametrize("line", REBOUND)
async def test_a_site_whose_name_leads_here_is_told_nothing(place: Place, line: str) -> None:
    told = await asked(place, line, "Origin: http://evil.example", host="evil.example")
    assert (told.status, told.json["code"]) == (403, "ForeignName")
    assert S not in told.body.decode()


@pytest.mark.parametrize("path", ["/", "/socket.io/?EIO=4&transport=websocket"])
async def test_its_websockets_are_told_nothing_either(place: Place, path: str) -> None:
    lines = (
        f"GET {path} HTTP/1.1", "Host: evil.example", "Origin: http://evil.example",
        "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "", "",
    )  # fmt: skip
    told = await raw(place.ws, "\r\n".join(lines).encode())
    assert b"session_start" not in told
    assert b"403" in told.split(b"\r\n")[0] or b"ForeignName" in told


@pytest.mark.parametrize(
    "line", ["GET /model/token-stream?message=a+red+box", "POST /sessions", "GET /sessions"]
)
@pytest.mark.parametrize("header", ["Origin: https://evil.example", "Sec-Fetch-Site: cross-site"])
async def test_a_page_of_another_site_has_nothing_done(
    place: Place, line: str, header: str
) -> None:
    told = await asked(place, line, header)
    assert (told.status, told.json["code"]) == (403, "ForeignPage")
    assert "access-control-allow-origin" not in told.headers
    assert [s.session for s in await place.shards.sessions()] == [S]


@pytest.mark.parametrize("path", ["/app/", "/", "/app"])
async def test_the_page_can_be_linked_to_from_anywhere(place: Place, path: str) -> None:
    told = await asked(place, f"GET {path}", "Sec-Fetch-Site: cross-site")
    assert told.status in (200, 308)


@pytest.mark.parametrize("origin", [STUDIO, "http://localhost:5173"])
async def test_a_page_that_may_connect_may_read_the_answers(place: Place, origin: str) -> None:
    wish = "Access-Control-Request-Method: POST"
    allowed = await asked(place, f"OPTIONS /sessions/{S}/commands", f"Origin: {origin}", wish)
    assert allowed.status == 204
    assert "POST" in allowed.headers["access-control-allow-methods"]
    assert "authorization" in allowed.headers["access-control-allow-headers"].lower()
    body = {"text": {"text": "a lamp"}}
    told = await http(place, "POST", f"/sessions/{S}/commands", body, Origin=origin)
    assert told.status == 202
    assert told.headers["access-control-allow-origin"] == origin
    assert "access-control-allow-credentials" not in told.headers


async def test_another_page_is_not_even_told_that_it_might_ask(place: Place) -> None:
    wish = "Access-Control-Request-Method: POST"
    told = await asked(place, "OPTIONS /sessions", "Origin: https://evil.example", wish)
    assert told.status == 403
    assert not [name for name in told.headers if name.startswith("access-control")]
    assert json.loads(told.body)["code"] == "ForeignPage"


async def test_a_client_that_calls_itself_half_a_character_is_refused(place: Place) -> None:
    told = await http(place, "POST", "/sessions", {"client": "\ud800"})
    assert (told.status, told.json["code"]) == (400, "BadRequest")
    assert "surrogate" in told.json["error"]


@pytest.mark.parametrize("name", ["Authorization", "User-Agent", "Host"])
async def test_a_header_that_is_there_twice_breaks_no_websocket(
    place: Place, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    said = "127.0.0.1" if name == "Host" else "http://127.0.0.1"
    twice = (f"{name}: {said}", f"{name}: {said}")
    lines = (
        "GET / HTTP/1.1", "Upgrade: websocket", "Connection: Upgrade", *twice,
        "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    )  # fmt: skip
    reader, writer = await asyncio.open_connection("127.0.0.1", urlsplit(place.ws).port)
    writer.write("\r\n".join((*lines, "", "")).encode())
    async with asyncio.timeout(30):
        assert b" 101 " in await reader.readuntil(b"\r\n\r\n")
        assert b"session_start" in await reader.read(200)
    writer.close()
    assert not [r for r in caplog.records if r.levelname == "ERROR"]
