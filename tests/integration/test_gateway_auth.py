"""With authentication on: who gets through which door, and no unauthorised byte through any."""

from __future__ import annotations

import json
import threading
from collections.abc import AsyncIterator, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin, Subprotocol

from gateway.auth.invites import Invitations
from gateway.auth.rights import Standing
from gateway.auth.tokens import AuthSettings
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.ids import SessionId
from schemas.wire_pb2 import Content
from tests.bare_v2 import v2
from tests.integration.gateways_v2 import Place, S, gateways, hello, refused
from tests.integration.pasts import begin, edit
from tests.integration.test_gateway_http import http

SECRET, SIGNING = "j" * 32, "deployment"
SOON = 4_000_000_000
STANDINGS = ("owner", "editor", "reader", "stranger", "operator", "nobody")


def token(subject: str, **claims: Any) -> str:
    return jwt.encode({"sub": subject, "exp": SOON, **claims}, SECRET, "HS256")


ADA, BOB = token("ada"), token("bob")
ROOT = token("root", scope="scenestream:operator")


@pytest.fixture
async def place(redis_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    """A session of ada's at two gateways."""
    auth = AuthSettings(secret=SECRET)
    async with gateways(redis_url, tmp_path, auth=auth, secret=SIGNING) as place:
        await begin(place.log, S)  # opened as ada's
        await edit(place.log, S, 1)
        yield place


def shown(who: str) -> dict[str, str]:
    """What a client who is ``who`` to the session shows at a door."""
    invitations = Invitations(SIGNING.encode())
    match who:
        case "owner":
            return {"token": ADA}
        case "editor":
            return {"token": BOB, "invitation": invitations.write(S, Standing.EDITOR, 60)}
        case "reader":
            return {"token": BOB, "invitation": invitations.write(S, Standing.READER, 60)}
        case "stranger":
            return {"token": BOB}
        case "operator":
            return {"token": ROOT}
        case _:
            return {}


def query(who: str) -> str:
    return "&".join(f"{name}={value}" for name, value in shown(who).items())


SEES = {"owner", "editor", "reader", "operator"}
EDITS = SEES - {"reader"}
OWNS = {"owner", "operator"}


@pytest.mark.parametrize("who", STANDINGS)
async def test_who_may_see_and_change_a_session_over_the_new_protocol(
    place: Place, who: str
) -> None:
    if who not in SEES:
        told, code, _ = await refused(place.ws, hello(session=S, **shown(who)))
        assert told.code == ("NobodyKnown" if who == "nobody" else "UnknownSession")
        assert code == 1008
        return
    async with v2(place.ws, None, session=S, **shown(who)) as client:
        assert client.welcome.role == ("edit" if who in EDITS else "read")
        assert client.shown.nodes
        await client.say("a lamp", "c1")
        answer = await client.until("accepted", "refused")
        if who in EDITS:
            assert answer.accepted.command == "c1"
        else:
            assert answer.refused.code == "ReadOnly"
            moved = pb.SceneState(base=2, removed=["n0"])
            await client.send(scene_state=moved)
            assert (await client.until("refused")).refused.code == "ReadOnly"


@pytest.mark.parametrize("who", STANDINGS)
@pytest.mark.parametrize(
    ("method", "path", "body", "may", "fine"),
    [
        ("GET", f"/sessions/{S}", None, SEES, 200),
        ("GET", f"/sessions/{S}?at=r1", None, SEES, 200),
        ("POST", f"/sessions/{S}/commands", {"text": {"text": "a lamp"}}, EDITS, 202),
        ("POST", f"/sessions/{S}/commands", {"cancel": {}}, EDITS, 202),
        ("DELETE", f"/sessions/{S}/requests/none", None, EDITS, 404),
        ("GET", f"/sessions/{S}/history", None, SEES, 200),
        ("GET", f"/sessions/{S}/scene.glb", None, SEES, 200),
        ("GET", f"/sessions/{S}/scene.zip", None, SEES, 200),
        ("POST", f"/sessions/{S}/invitations", {"gives": "editor"}, OWNS, 201),
        ("POST", "/sessions", {}, set(STANDINGS) - {"nobody"}, 201),
    ],
)
async def test_who_may_do_what_over_http(
    place: Place, who: str, method: str, path: str, body: Any, may: set[str], fine: int
) -> None:
    with_query = f"{path}{'&' if '?' in path else '?'}{query(who)}"
    told = await http(place, method, with_query, body)
    if who in may:
        assert told.status == fine
    elif who == "nobody":
        assert (told.status, told.json["code"]) == (401, "NobodyKnown")
        assert "Bearer" in told.headers["www-authenticate"]
    elif who == "stranger":
        assert (told.status, told.json["code"]) == (404, "UnknownSession")
    else:
        assert (told.status, told.json["code"]) == (403, "NotYours")
        assert "n 0" not in told.body.decode()


@pytest.mark.parametrize("who", STANDINGS)
async def test_who_may_watch_a_session_again(place: Place, who: str) -> None:
    async with connect(f"{place.ws}?replay={S}&speed=max&{query(who)}") as socket:
        first = Content.FromString(await socket.recv(decode=False))
        if who in SEES:
            assert first.type == "session_start"
        else:
            assert (first.type, first.status) == ("error", 401 if who == "nobody" else 404)
            with pytest.raises(ConnectionClosed):
                await socket.recv()


async def test_a_part_of_an_id_finds_a_session_for_operators_alone(place: Place) -> None:
    for who, status in (("owner", 404), ("operator", 200)):
        async with connect(f"{place.ws}?replay={S[:8]}&{query(who)}") as socket:
            assert Content.FromString(await socket.recv(decode=False)).status == status


async def test_a_shipping_client_with_a_token_in_its_url_has_sessions_of_its_own(
    place: Place,
) -> None:
    async with connect(f"{place.ws}?token={BOB}") as socket:
        start = Content.FromString(await socket.recv(decode=False))
        state = await place.history.state(SessionId(start.text))
        assert state.user == "bob"
    async with connect(place.ws) as socket:
        told = Content.FromString(await socket.recv(decode=False))
        assert (told.type, told.status) == ("error", 401)
        with pytest.raises(ConnectionClosed):
            await socket.recv()


async def test_a_token_comes_in_a_header_or_a_subprotocol_as_well(place: Place) -> None:
    protocols = [Subprotocol("scenestream.v2"), Subprotocol(f"bearer.{ADA}")]
    async with connect(place.ws, subprotocols=protocols) as socket:
        assert socket.subprotocol == "scenestream.v2"
        await socket.send(hello(session=S))
        welcome = pb.ServerFrame.FromString(await socket.recv(decode=False))
        assert welcome.welcome.session == S
    told = await http(place, "GET", f"/sessions/{S}", Authorization=f"Bearer {ADA}")
    assert told.status == 200


async def test_a_cursor_is_no_way_around_the_door(place: Place) -> None:
    async with v2(place.ws, session=S, token=ADA) as client:
        cursor = client.cursor
    told, _, _ = await refused(place.ws, hello(cursor=cursor, token=BOB))
    assert told.code == "UnknownSession"
    told, _, _ = await refused(place.ws, hello(cursor=cursor))
    assert told.code == "NobodyKnown"


async def test_an_invitation_from_its_owner_lets_another_in(place: Place) -> None:
    asked = {"gives": "reader", "lasts_s": 60}
    given = await http(
        place, "POST", f"/sessions/{S}/invitations", asked, Authorization=f"Bearer {ADA}"
    )
    invitation = given.json["invitation"]
    async with v2(place.other, session=S, token=BOB, invitation=invitation) as client:
        assert client.welcome.role == "read"
    told, _, _ = await refused(place.ws, hello(session=S, invitation=invitation))
    assert told.code == "NobodyKnown"


async def test_sessions_opened_before_there_was_authentication_are_the_operators(
    place: Place,
) -> None:
    old = SessionId("0e1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10")
    await place.shards.of(old).append(old, None, "opened", [e.SessionOpened(protocol="x")])
    told, _, _ = await refused(place.ws, hello(session=old, token=ADA))
    assert told.code == "UnknownSession"
    async with v2(place.ws, session=old, token=ROOT) as client:
        assert client.session == old


async def test_pages_from_elsewhere_are_not_let_in(place: Place) -> None:
    evil = Origin("https://evil.example")
    async with connect(f"{place.ws}?token={ADA}", origin=evil) as socket:
        told = Content.FromString(await socket.recv(decode=False))
        assert (told.type, told.status) == ("error", 403)
        with pytest.raises(ConnectionClosed):
            await socket.recv()
    new = Subprotocol("scenestream.v2")
    async with connect(f"{place.ws}?token={ADA}", origin=evil, subprotocols=[new]) as socket:
        frame = pb.ServerFrame.FromString(await socket.recv(decode=False))
        assert (frame.refused.code, frame.refused.category) == ("ForeignPage", "forbidden")
        assert frame.cursor == ""
        with pytest.raises(ConnectionClosed):
            await socket.recv()


async def test_no_token_gets_into_the_log(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    async with v2(f"{place.ws}?token={ADA}", session=S) as client:
        await client.say("a lamp")
        await client.until("accepted")
    await http(place, "GET", f"/sessions/{S}?token={BOB}x")
    told = "\n".join(f"{r.getMessage()} {r.__dict__}" for r in caplog.records
                     if r.name.split(".")[0] in ("gateway", "streams", "uvicorn"))  # fmt: skip
    assert ADA not in told
    assert BOB not in told
    for event in await place.history.read(S):
        assert ADA not in event.data.model_dump_json()


@pytest.fixture
def issuer() -> Iterator[tuple[str, ec.EllipticCurvePrivateKey]]:
    """An issuer that publishes its keys over HTTP."""
    key = ec.generate_private_key(ec.SECP256R1())
    algorithm = jwt.algorithms.ECAlgorithm(jwt.algorithms.ECAlgorithm.SHA256)
    public = {**algorithm.to_jwk(key.public_key(), as_dict=True), "kid": "k1", "use": "sig"}
    body = json.dumps({"keys": [public]}).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/keys", key
    server.shutdown()
    server.server_close()


async def test_tokens_of_an_issuer_that_publishes_its_keys(
    redis_url: str, tmp_path: Path, issuer: tuple[str, ec.EllipticCurvePrivateKey]
) -> None:
    url, key = issuer
    good = jwt.encode({"sub": "ada", "exp": SOON}, key, "ES256", headers={"kid": "k1"})
    other = ec.generate_private_key(ec.SECP256R1())
    forged = jwt.encode({"sub": "ada", "exp": SOON}, other, "ES256", headers={"kid": "k1"})
    async with gateways(redis_url, tmp_path, auth=AuthSettings(jwks=url)) as place:
        await begin(place.log, S)
        async with v2(place.ws, session=S, token=good) as client:
            assert client.welcome.role == "edit"
        for bad in (forged, token("ada")):
            told, _, _ = await refused(place.ws, hello(session=S, token=bad))
            assert told.category == "unauthenticated"


async def test_an_issuer_that_is_away_is_no_bad_token(redis_url: str, tmp_path: Path) -> None:
    url = "http://127.0.0.1:9/keys"
    key = ec.generate_private_key(ec.SECP256R1())
    good = jwt.encode({"sub": "ada", "exp": SOON}, key, "ES256", headers={"kid": "k1"})
    async with gateways(redis_url, tmp_path, auth=AuthSettings(jwks=url)) as place:
        told, code, _ = await refused(place.ws, hello(token=good))
        assert (told.code, code) == ("KeysAway", 1013)
