"""Who means harm, by every door: it gets a refusal, and nobody else notices."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from gateway.artifact_urls import Places
from gateway.limits.settings import MIB
from ops.bench.gateway.socket import BINARY, PING, written
from schemas import wire_v2_pb2 as pb
from tests.integration.gateways_v2 import Place, S, gateways
from tests.integration.pasts import begin
from tests.integration.test_gateway_http import Answer, http, raw

STUDIO, SIGNING = "https://studio.example", "deployment"


@pytest.fixture
async def place(redis_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    """Two gateways that ask nobody who they are, with a session."""
    async with gateways(redis_url, tmp_path, origins=(STUDIO,), secret=SIGNING) as place:
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


async def upgraded(
    place: Place, path: str, *headers: str
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A WebSocket's bare connection, behind its handshake."""
    lines = (
        f"GET {path} HTTP/1.1", "Host: localhost", "Upgrade: websocket", "Connection: Upgrade",
        "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", *headers,
    )  # fmt: skip
    reader, writer = await asyncio.open_connection("127.0.0.1", urlsplit(place.ws).port)
    writer.write("\r\n".join((*lines, "", "")).encode())
    async with asyncio.timeout(30):
        assert b" 101 " in await reader.readuntil(b"\r\n\r\n")
    return reader, writer


async def ended(reader: asyncio.StreamReader) -> int:
    """How many bytes come until the other side has closed."""
    count = 0
    with contextlib.suppress(ConnectionError):
        async with asyncio.timeout(60):
            while data := await reader.read(65_536):
                count += len(data)
    return count


@pytest.mark.parametrize("path", ["/", "/socket.io/?EIO=4&transport=websocket"])
async def test_who_pings_without_end_is_let_go(place: Place, path: str) -> None:
    reader, writer = await upgraded(place, path)
    writer.write(written(PING, b"x" * 125) * 5_000)
    assert await ended(reader) < 5_000 * 127
    writer.close()


async def test_what_comes_before_a_hello_stays_in_the_network(place: Place) -> None:
    """Else whoever can connect fills the gateway's memory, with what nobody has asked for."""
    reader, writer = await upgraded(place, "/", "Sec-WebSocket-Protocol: scenestream.v2")
    heard = asyncio.create_task(ended(reader))
    whole = written(BINARY, b"x" * 60 * MIB)
    writer.transport.set_write_buffer_limits(0)
    sent, piece = 0, 256 * 1024
    with contextlib.suppress(TimeoutError, ConnectionError):
        while sent < len(whole):
            writer.write(whole[sent : sent + piece])
            async with asyncio.timeout(3):  # it is taken at once, or not at all
                await writer.drain()
            sent += piece
    assert sent < 30 * MIB  # what two kernels hold between them
    writer.transport.abort()
    await heard


async def test_a_long_command_right_behind_the_hello_is_taken(place: Place) -> None:
    reader, writer = await upgraded(place, "/", "Sec-WebSocket-Protocol: scenestream.v2")
    hello = pb.ClientFrame(hello=pb.Hello(session=S)).SerializeToString()
    long = pb.ClientFrame(id="c1", gesture=pb.Gesture(json=f'"{"x" * 3 * MIB}"'))
    writer.write(written(BINARY, hello) + written(BINARY, long.SerializeToString()))
    heard = b""
    async with asyncio.timeout(60):
        while b"c1" not in heard:
            heard += await reader.read(65_536)
    writer.close()


@pytest.mark.parametrize("end", ["-", "-0", f"-{'9' * 5_000}"])
async def test_a_range_of_endless_digits_is_left_alone(place: Place, end: str) -> None:
    ref = place.history.artifacts.put(b"glTF0123456789", "model/gltf-binary")
    url = Places(SIGNING.encode()).url(ref.sha256)
    told = await asked(place, f"GET {url}", f"Range: bytes={'9' * 5_000}{end}")
    assert (told.status, told.body) == (200, b"glTF0123456789")
    assert "sandbox" in told.headers["content-security-policy"]
    assert told.headers["x-content-type-options"] == "nosniff"


async def test_a_long_artifact_comes_whole(place: Place) -> None:
    data = b"glTF" + bytes(range(256)) * 5_000
    ref = place.history.artifacts.put(data, "model/gltf-binary")
    told = await asked(place, f"GET {Places(SIGNING.encode()).url(ref.sha256)}")
    assert (told.status, told.headers["content-length"]) == (200, str(len(data)))
    assert told.body == data
    part = await asked(
        place, f"GET {Places(SIGNING.encode()).url(ref.sha256)}", "Range: bytes=3-900002"
    )
    assert (part.status, part.body) == (206, data[3:900_003])


@pytest.mark.parametrize("path", ["/sessions", f"/sessions/{S}/events", "/health"])
async def test_a_body_that_is_none_breaks_off_what_was_begun(
    place: Place, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    chunked = f"{head}Transfer-Encoding: chunked\r\n\r\n1\r\n{{\r\n".encode()
    told = Answer(await raw(place.ws, chunked, b"no chunk\r\n"))
    assert told.status in (400, 405)
    again = await raw(place.ws, chunked + b"no chunk\r\n")
    assert Answer(again).status in (400, 405)
    assert (await http(place, "GET", "/health")).json["status"] == "ok"
    assert not [r.getMessage() for r in caplog.records if r.levelname == "ERROR"]
