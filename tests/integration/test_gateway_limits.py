"""Clients that ask for too much, by every door, and those beside them that never notice."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jwt
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from gateway.artifact_urls import Places
from gateway.auth.tokens import AuthSettings
from gateway.limits.addresses import networks
from gateway.limits.limits import MOST_REFUSED
from gateway.limits.settings import MIB, LimitSettings
from gateway.server import Gateway
from gateway.settings import GatewaySettings
from schemas import wire_v2_pb2 as pb
from schemas.artifacts import GLB
from schemas.wire_pb2 import Content
from tests.acceptance.unity import unity
from tests.bare_v2 import v2
from tests.integration.gateways_v2 import Place, hello, refused
from tests.integration.pasts import opened
from tests.integration.test_gateway_http import http, raw

SECRET = "j" * 32


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@asynccontextmanager
async def limited(
    redis_url: str, folder: Path, clock: Clock | None = None, **settings: Any
) -> AsyncIterator[Place]:
    """A gateway with limits; ``settings`` of the gateway, and of limits."""
    own = {k: settings.pop(k) for k in ("auth", "proxies", "max_frame", "secret") if k in settings}
    async with opened(redis_url, folder) as (shards, history):
        chosen = GatewaySettings(port=0, limits=LimitSettings(**settings), **own)
        gateway = Gateway(shards, history.artifacts, chosen, clock or Clock())
        port = await gateway.start()
        try:
            yield Place(shards, history, [port, port])
        finally:
            await gateway.stop()


def token(subject: str, **claims: Any) -> str:
    return jwt.encode({"sub": subject, "exp": 4_000_000_000, **claims}, SECRET, "HS256")


AUTH = AuthSettings(secret=SECRET)
ROOT = token("root", scope="scenestream:operator")


async def test_commands_that_come_too_fast_are_refused_until_the_time_that_is_told(
    redis_url: str, tmp_path: Path
) -> None:
    clock = Clock()
    async with limited(redis_url, tmp_path, clock, commands=18) as place, v2(place.ws) as client:
        for n in (1, 2):  # the Hello was the first of three
            await client.say("a lamp", f"c{n}")
            assert (await client.until("accepted", "refused")).WhichOneof("event") == "accepted"
        await client.say("a lamp", "c3")
        told = (await client.until("refused")).refused
        assert (told.command, told.category, told.code) == ("c3", "too_many", "TooManyCommands")
        assert told.retry_after_s == pytest.approx(60 / 18)
        async with v2(place.ws, session=client.session) as other:
            await other.say("a lamp", "c4")
            assert (await other.until("accepted")).accepted.command == "c4"
        clock.now += told.retry_after_s
        await client.say("a lamp", "c3")
        await client.when(lambda f: f.accepted.command == "c3")


async def test_garbage_that_comes_too_fast_is_refused_as_well_and_then_not_heard(
    redis_url: str, tmp_path: Path
) -> None:
    async with limited(redis_url, tmp_path, commands=6) as place, v2(place.ws) as client:
        for _ in range(MOST_REFUSED):
            await client.socket.send(b"\xff\xff")
            assert (await client.until("refused")).refused.code == "TooManyCommands"
        with pytest.raises(ConnectionClosed) as closed:
            await client.receive()
        assert closed.value.rcvd is not None
        assert (closed.value.rcvd.code, closed.value.rcvd.reason) == (1013, "NeverWaits")


async def test_bytes_that_come_too_fast_are_refused(redis_url: str, tmp_path: Path) -> None:
    big = "x" * (15 * MIB)
    async with limited(redis_url, tmp_path, mib=1) as place, v2(place.ws) as client:
        await client.send(gesture=pb.Gesture(json=big))
        assert (await client.until("refused")).refused.code == "CommandTooLong"
        await client.send(gesture=pb.Gesture(json=big))
        assert (await client.until("refused")).refused.code == "TooManyBytes"
        await client.say("a lamp")
        await client.until("accepted")


async def test_shipping_clients_that_are_too_fast_are_shown_why(
    redis_url: str, tmp_path: Path
) -> None:
    clock = Clock()
    async with (
        limited(redis_url, tmp_path, clock, commands=12) as place,
        unity(place.ws) as client,
        unity(place.ws) as other,
    ):
        await client.send(type="gesture", text="{}")
        await client.send(type="text", text="a lamp")
        told = await client.receive()
        assert (told.type, told.status) == ("error", 429)
        assert "commands a minute; wait" in told.text
        await other.send(type="text", text=" ")
        assert (await other.receive()).status == 400
        clock.now += 5
        await client.send(type="text", text=" ")
        assert (await client.receive()).status == 400


async def test_a_user_has_one_rate_over_all_doors(redis_url: str, tmp_path: Path) -> None:
    clock = Clock()
    settings: dict[str, Any] = {"auth": AUTH, "commands": 0, "user_commands": 24}
    async with limited(redis_url, tmp_path, clock, **settings) as place:
        ada, bob = f"token={token('ada')}", f"token={token('bob')}"
        async with v2(f"{place.ws}?{ada}"):
            for _ in range(3):
                assert (await http(place, "POST", f"/sessions?{ada}", {})).status == 201
            told = await http(place, "POST", f"/sessions?{ada}", {})
            assert (told.status, told.json["code"]) == (429, "TooManyCommands")
            assert (told.json["category"], told.headers["retry-after"]) == ("too_many", "3")
            refusal, code, _ = await refused(place.ws, hello(token=token("ada")))
            assert (refusal.code, code) == ("TooManyCommands", 1013)
            async with connect(f"{place.ws}?{ada}") as old:
                assert Content.FromString(await old.recv(decode=False)).status == 429
        assert (await http(place, "POST", f"/sessions?{bob}", {})).status == 201
        for _ in range(9):
            assert (await http(place, "POST", f"/sessions?token={ROOT}", {})).status == 201
        clock.now += 3
        assert (await http(place, "POST", f"/sessions?{ada}", {})).status == 201


async def test_a_user_has_so_many_connections_and_another_has_its_own(
    redis_url: str, tmp_path: Path
) -> None:
    async with limited(redis_url, tmp_path, auth=AUTH, user_connections=2) as place:
        ada = token("ada")
        async with v2(place.ws, token=ada) as first:
            async with v2(place.ws, token=ada), v2(place.ws, token=token("bob")):
                told, code, _ = await refused(place.ws, hello(token=ada))
                assert (told.code, told.category, code) == ("TooManyConnections", "too_many", 1013)
                assert told.retry_after_s > 0
                path = f"/sessions/{first.session}/events?token={ada}"
                stream = await http(place, "GET", path)
                assert (stream.status, stream.json["code"]) == (429, "TooManyConnections")
                async with connect(f"{place.ws}?token={ada}") as old:
                    assert Content.FromString(await old.recv(decode=False)).status == 429
            async with v2(place.ws, token=ada):
                pass


async def test_a_gateway_takes_so_many_connections_in_all_http_included(
    redis_url: str, tmp_path: Path
) -> None:
    async with limited(redis_url, tmp_path, connections=2) as place, v2(place.ws):
        where = urlsplit(place.ws)
        _, idle = await asyncio.open_connection(where.hostname, where.port)
        with pytest.raises(InvalidStatus) as full:
            async with v2(place.ws):
                pass
        assert full.value.response.status_code == 503
        assert full.value.response.headers["Retry-After"]
        idle.close()
        await idle.wait_closed()
        await _until(place, 200)
        await _until(place, 200)  # a connection that was handed over is counted once


async def test_an_address_has_so_many_connections_but_not_a_proxy_of_ours(
    redis_url: str, tmp_path: Path
) -> None:
    async with limited(redis_url, tmp_path, address_connections=1) as place, v2(place.ws):
        told = await raw(place.ws, b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        head, _, body = told.partition(b"\r\n\r\n")
        assert b" 429 " in head
        assert json.loads(body)["code"] == "TooManyConnections"


async def test_who_comes_by_a_proxy_counts_by_its_own_address(
    redis_url: str, tmp_path: Path
) -> None:
    proxies = networks(["127.0.0.1"])
    settings: dict[str, Any] = {"address_connections": 1, "user_connections": 1, "proxies": proxies}
    async with limited(redis_url, tmp_path, **settings) as place:

        def come(address: str) -> Any:
            return connect(place.ws, additional_headers={"X-Forwarded-For": address})

        async with come("198.51.100.1") as first, come("198.51.100.2") as second:
            for socket in (first, second):
                assert Content.FromString(await socket.recv(decode=False)).status == 200
            async with come("198.51.100.1") as again:
                assert Content.FromString(await again.recv(decode=False)).status == 429


async def _until(place: Place, status: int) -> None:
    """Ask until it is so: the gateway hears of a closed connection a little later."""
    async with asyncio.timeout(30):
        while (await http(place, "GET", "/health")).status != status:
            pass


async def test_who_answers_no_pings_is_let_go(redis_url: str, tmp_path: Path) -> None:
    handshake = (
        b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n"
    )
    async with limited(redis_url, tmp_path, ping_s=0.2) as place, v2(place.ws) as quick:
        told = await raw(place.ws, handshake)  # until it is closed
        assert told.startswith(b"HTTP/1.1 101")
        assert b"\x03\xf3" in told  # 1011
        await quick.say("a lamp")
        await quick.until("accepted")


async def test_who_begins_a_request_and_does_not_end_it_is_let_go(
    redis_url: str, tmp_path: Path
) -> None:
    asked = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
    post = b"POST /sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    limits: dict[str, Any] = {"stalled_s": 0.3, "hello_s": 0.3}
    async with limited(redis_url, tmp_path, **limits) as place, v2(place.ws) as quick:
        assert await raw(place.ws, b"GET / HT") == b""
        assert (await raw(place.ws, asked + b"GET /hea")).count(b"HTTP/1.1 200") == 1
        told = await raw(place.ws, post + b"Content-Length: 9\r\n\r\n{")
        assert b" 400 " in told
        assert b"BodyNeverCame" in told
        await quick.say("a lamp")
        await quick.until("accepted")


async def test_a_body_is_read_as_far_as_a_frame_may_be_long(redis_url: str, tmp_path: Path) -> None:
    async with limited(redis_url, tmp_path, max_frame=10_000) as place:
        told = await http(place, "POST", "/sessions", {"client": "x" * 30_000})
        assert (told.status, told.json["code"]) == (413, "BodyTooLong")
        assert (await http(place, "POST", "/sessions", {"client": "x" * 9_000})).status == 201


async def test_who_takes_nothing_of_an_answer_is_let_go(redis_url: str, tmp_path: Path) -> None:
    limits: dict[str, Any] = {"stalled_s": 0.3, "connections": 2, "secret": "x"}
    async with limited(redis_url, tmp_path, **limits) as place, v2(place.ws) as quick:
        ref = place.history.artifacts.put(b"x" * (24 * MIB), GLB)
        where = urlsplit(place.ws)
        reader, writer = await asyncio.open_connection(where.hostname, where.port, limit=1024)
        url = Places(b"x").url(ref.sha256)
        writer.write(f"GET {url} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert (await reader.readline()).startswith(b"HTTP/1.1 200")
        assert (await http(place, "GET", "/health")).status == 503
        await quick.say("a lamp")
        await quick.until("accepted")
        await _until(place, 200)  # there is room for another
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


async def test_new_sessions_wait_while_much_work_does_and_those_under_way_go_on(
    redis_url: str, tmp_path: Path
) -> None:
    clock = Clock()
    async with limited(redis_url, tmp_path, clock, backlog=2) as place, v2(place.ws) as early:
        for n in range(3):  # nobody works here
            await early.say("a lamp", f"c{n}")
            assert (await early.until("accepted", "refused")).accepted.command == f"c{n}"
            clock.now += 5
        async with v2(place.ws) as late, unity(place.ws) as old:
            await late.say("a lamp", "late")
            told = (await late.until("refused")).refused
            assert (told.code, told.category) == ("BacklogTooLong", "too_many")
            assert told.retry_after_s > 0
            await old.send(type="text", text="a lamp")
            assert (await old.receive()).status == 429
            path = f"/sessions/{late.session}/commands"
            answer = await http(place, "POST", path, {"text": {"text": "a lamp"}})
            assert (answer.status, int(answer.headers["retry-after"])) == (429, 30)
            await early.say("a lamp", "c3")
            assert (await early.until("accepted", "refused")).accepted.command == "c3"
            await early.send(cancel=pb.Cancel())
            for _ in range(4):
                await early.until("cancelled")


async def test_logins_that_fail_too_often_are_told_when_to_try_again_and_a_good_one_is_let_in(
    redis_url: str, tmp_path: Path
) -> None:
    clock, bad, ada = Clock(), token("ada") + "x", token("ada")
    async with limited(redis_url, tmp_path, clock, auth=AUTH, failed_logins=24) as place:
        for _ in range(4):
            told = await http(place, "GET", f"/sessions?token={bad}")
            assert (told.status, told.json["code"]) == (401, "BadToken")
        told = await http(place, "GET", f"/sessions?token={bad}")
        assert (told.status, told.json["code"]) == (429, "TooManyFailedLogins")
        assert told.json["category"] == "too_many"
        assert told.headers["retry-after"] == "3"
        said, code, reason = await refused(place.ws, hello(token=bad))
        assert (said.code, code, reason) == ("TooManyFailedLogins", 1013, "TooManyFailedLogins")
        assert 0 < said.retry_after_s <= 2.5
        for path in (f"?token={bad}", f"?replay=s&token={bad}"):
            async with connect(f"{place.ws}{path}") as socket:
                frame = Content.FromString(await socket.recv(decode=False))
                assert (frame.type, frame.status) == ("error", 429)
        async with v2(place.ws, token=ada) as client:  # from the same address
            await client.say("a room")
            await client.until("accepted")
            path = f"/sessions/{client.session}?token={ada}&invitation=none"
            told = await http(place, "GET", path)
            assert (told.status, told.json["code"]) == (429, "TooManyFailedLogins")
        clock.now += 2.6
        told = await http(place, "GET", f"/sessions?token={bad}")
        assert (told.status, told.json["code"]) == (401, "BadToken")
