"""The doors of the model-control contract: its token stream, and Socket.IO by its own client."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import quote

import pytest
import socketio

from gateway.http import socket_io
from schemas import events as e
from schemas.ids import NodeId, RequestId, SessionId
from tests.bare_v2 import v2
from tests.integration.gateways_v2 import Place, S
from tests.integration.pasts import begin
from tests.integration.test_gateway_auth import place as guarded
from tests.integration.test_gateway_auth import token
from tests.integration.test_gateway_http import http
from tests.integration.test_gateway_http import place as place

__all__ = ["guarded", "place"]

CHANGES = (
    e.ViewChanged(change="select", nodes=(NodeId("n0"),), names=("n 0",), colors=("#ffcc00",)),
    e.ViewChanged(change="animation", playing=True),
)


async def answered(place: Place, session: str, text: str = "Here you are.") -> RequestId:
    """Do what the agent would, once somebody asks: it has two changes of the view."""
    while True:
        state = await place.history.state(SessionId(session))
        opened = [r for r in state.requests.values() if r.is_open]
        if opened:
            break
        await asyncio.sleep(0.01)
    thought = e.AgentThought(text="Words about the view.", engine="rules")
    done = e.RequestCompleted(kind="unrelated_response", text=text)
    log, request = place.shards.of(session), opened[0].id
    await log.append(SessionId(session), request, "decided", [thought, *CHANGES, done])
    return request


def events(body: bytes) -> list[tuple[str, dict[str, Any]]]:
    """What a whole stream said."""
    text = b"".join(_chunks(body)).decode()
    found = []
    for block in text.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if line[:1] != ":")
        if lines:
            found.append((lines["event"], json.loads(lines["data"])))
    return found


def _chunks(body: bytes) -> list[bytes]:
    found = []
    while body:
        size, _, rest = body.partition(b"\r\n")
        found.append(rest[: int(size, 16)])
        body = rest[int(size, 16) + 2 :]
    return found


def places(body: bytes) -> list[str]:
    """The ids of a stream's events, "" for one without."""
    blocks = b"".join(_chunks(body)).decode().split("\n\n")
    found = [re.search(r"^id: (.*)$", b, re.MULTILINE) for b in blocks if b.startswith("event:")]
    return [place[1] if place else "" for place in found]


def stream(message: str, thread: str = "", user: str = "", message_id: str = "") -> str:
    said = f"message={quote(message)}&thread_id={thread}&user_id={user}&message_id={message_id}"
    return f"/model/token-stream?{said}"


async def test_the_token_stream_tells_all_that_comes_of_a_message(place: Place) -> None:
    await begin(place.log, S)
    agent = asyncio.create_task(answered(place, S))
    told = await http(place, "GET", stream("select n 0 and play the animation", S))
    request = await agent
    assert told.headers["content-type"].startswith("text/event-stream")
    assert events(told.body) == [
        ("metadata", {"thread_id": S, "session": S, "request": request}),
        ("thinking", {"content": "Words about the view."}),
        ("event", {
            "type": "model:selectMuscles",
            "payload": {"muscleNames": ["n 0"], "colors": {"n 0": "#ffcc00"}},
        }),
        ("event", {"type": "model:toggleAnimation", "payload": {"isPlaying": True}}),
        ("token", {"content": "Here you are."}),
        ("complete", {"response": "Here you are."}),
        ("done", {"session": S, "request": request}),
    ]  # fmt: skip


async def test_a_stream_goes_on_from_any_of_its_events_and_the_message_counts_once(
    place: Place,
) -> None:
    await begin(place.log, S)
    agent = asyncio.create_task(answered(place, S))
    path = stream("select n 0", S)
    whole = await http(place, "GET", path)
    await agent
    told, ids = events(whole.body), places(whole.body)
    assert len(told) == len(ids)
    kept = [n for n, place_of in enumerate(ids) if place_of]
    assert {told[n][0] for n in kept} == {"metadata", "thinking", "event", "done"}
    for n in kept[:-1]:
        again = await http(place, "GET", path, **{"Last-Event-ID": ids[n]})
        rest = [(name, data) for name, data in told[n + 1 :] if name != "token"]
        assert events(again.body) == [told[0], *rest]
    assert (await http(place, "GET", path, **{"Last-Event-ID": ids[-1]})).status == 204
    assert len(await asked(place)) == 1


async def test_a_message_that_comes_again_with_its_id_counts_once(place: Place) -> None:
    for thread in ("my-thread", ""):
        path = stream("select n 0", thread, "ada", f"m-{thread}")
        first = asyncio.create_task(http(place, "GET", path))
        second = asyncio.create_task(http(place, "GET", path))
        agent = asyncio.create_task(agent_of_all(place))
        told = [events((await sent).body) for sent in (first, second)]
        await agent
        late = events((await http(place, "GET", path)).body)
        assert told[0] == told[1] == late
        assert [name for name, _ in late][-3:] == ["token", "complete", "done"]
        state = await place.history.state(SessionId(late[0][1]["session"]))
        assert len(state.requests) == 1


async def agent_of_all(place: Place) -> None:
    """The agent, for whichever session is the first to ask."""
    while True:
        for summary in await place.shards.sessions():
            state = await place.history.state(summary.session)
            if any(r.is_open for r in state.requests.values()):
                await answered(place, summary.session)
                return
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("last", ["nonsense.x", "x.", ".", "a.b.c", "m.%s" % ("A" * 90)])
async def test_a_place_that_nobody_was_told_of_is_refused_or_new(place: Place, last: str) -> None:
    await begin(place.log, S)
    agent = asyncio.create_task(answered(place, S))
    told = await http(place, "GET", stream("hello", S), **{"Last-Event-ID": last})
    if last.partition(".")[2]:
        assert (told.status, told.json["code"]) == (400, "BadCursor")
        agent.cancel()
    else:
        assert told.status == 200
        await agent


async def session_of(place: Place, thread: str, user: str = "", **headers: str) -> str:
    """The session that a thread leads to: where a message to it ends up."""
    before = {s.session for s in await place.shards.sessions()}
    asking = asyncio.create_task(http(place, "GET", stream("hello", thread, user), **headers))
    while True:
        for summary in await place.shards.sessions():
            state = await place.history.state(summary.session)
            if any(r.is_open for r in state.requests.values()):
                await answered(place, summary.session)
                assert (await asking).status == 200
                return summary.session + ("" if summary.session in before else " (new)")
        await asyncio.sleep(0.01)


async def test_a_thread_is_always_the_same_session_of_the_same_user(place: Place) -> None:
    first = await session_of(place, "my-thread", "ada")
    assert first.endswith(" (new)")
    assert await session_of(place, "my-thread", "ada") == first.removesuffix(" (new)")
    assert await session_of(place, "my-thread", "bob") != first
    assert (await session_of(place, "")).endswith("(new)")


async def test_the_view_is_seen_by_the_sessions_other_clients(place: Place) -> None:
    await begin(place.log, S)
    async with v2(place.ws, session=S) as client:
        agent = asyncio.create_task(answered(place, S))
        await http(place, "GET", stream("select n 0", S))
        await agent
        first = (await client.until("view")).view
        assert list(first.select.names) == ["n 0"]
        assert (await client.until("view")).view.playing
        assert client.shown.revision == 1


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/model/token-stream", 400, "BadRequest"),
        (stream(" "), 400, "BadInput"),
        (stream("x" * 9000), 413, "CommandTooLong"),
        (stream("x", "t" * 201), 413, "NameTooLong"),
        ("/model/nothing", 404, "NoSuchPath"),
    ],
)
async def test_a_stream_that_can_not_begin_has_a_status(
    place: Place, path: str, status: int, code: str
) -> None:
    told = await http(place, "GET", path)
    assert (told.status, told.json["code"]) == (status, code)


async def test_threads_belong_to_who_shows_the_token(guarded: Place) -> None:
    assert (await http(guarded, "GET", stream("hi"))).status == 401
    bob = {"Authorization": f"Bearer {token('bob')}"}
    told = await http(guarded, "GET", stream("hi", S), **bob)
    assert (told.status, told.json["code"]) == (404, "UnknownSession")
    ada = {"Authorization": f"Bearer {token('ada')}"}
    hers = (await session_of(guarded, "t", "bob", **ada)).removesuffix(" (new)")
    assert (await guarded.history.state(SessionId(hers))).user == "ada"
    assert (await session_of(guarded, "t", "ada", **bob)).removesuffix(" (new)") != hers


class Viewer:
    """A real Socket.IO client, and what it was told."""

    def __init__(self) -> None:
        self.client = socketio.AsyncClient(reconnection=False)
        self.told: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
        self.client.on("model_event", self._event)
        self.client.on("model_response", self._response)

    async def _event(self, data: Any) -> None:
        await self.told.put(("model_event", data))

    async def _response(self, data: Any) -> None:
        await self.told.put(("model_response", data))

    async def next(self) -> tuple[str, Any]:
        async with asyncio.timeout(90):
            return await self.told.get()


@asynccontextmanager
async def viewer(place: Place, *transports: str, **how: Any) -> AsyncIterator[Viewer]:
    found = Viewer()
    url = place.ws.replace("ws:", "http:")
    await found.client.connect(url, transports=list(transports) or ["websocket"], **how)
    try:
        yield found
    finally:
        # As browsers leave: nobody waits for a poll that is answered with the next ping.
        await found.client.eio.disconnect(abort=True)
        await asyncio.sleep(0)


@pytest.mark.parametrize("transports", [("websocket",), ("polling",), ("polling", "websocket")])
async def test_a_socket_io_client_is_answered_over_each_transport(
    place: Place, transports: tuple[str, ...]
) -> None:
    await begin(place.log, S)
    async with viewer(place, *transports) as client:
        agent = asyncio.create_task(answered(place, S))
        said = {"message": "select n 0", "thread_id": S, "user_id": "ada"}
        await client.client.emit("model_start", said)
        select = {"muscleNames": ["n 0"], "colors": {"n 0": "#ffcc00"}}
        assert await client.next() == (
            "model_event", {"type": "model:selectMuscles", "payload": select}
        )  # fmt: skip
        assert (await client.next())[1]["payload"] == {"isPlaying": True}
        told = {"thread_id": S, "response": "Here you are."}
        assert await client.next() == ("model_response", told)
        await agent


@pytest.mark.parametrize(
    "said", [None, "x", {}, {"message": ""}, {"message": 5}, [1], {"message": "\ud800"}]
)
async def test_what_is_no_message_is_answered_with_an_error(place: Place, said: Any) -> None:
    async with viewer(place) as client:
        await client.client.emit("model_start", said)
        name, told = await client.next()
        assert (name, told["code"]) == ("model_response", "BadStart")


async def test_a_socket_io_client_shows_who_it_is(guarded: Place) -> None:
    with pytest.raises(socketio.exceptions.ConnectionError, match="failed"):
        async with viewer(guarded):
            pass
    async with viewer(guarded, auth={"token": token("bob")}) as client:
        await client.client.emit("model_start", {"message": "hi", "thread_id": S})
        assert (await client.next())[1]["code"] == "UnknownSession"
    path = f"/socket.io/?EIO=4&transport=polling&token={token('bob')}"
    told = await http(guarded, "GET", path, Origin="https://elsewhere.example")
    assert (told.status, told.json["code"]) == (403, "ForeignPage")


async def test_a_place_in_a_session_lets_nobody_else_in(guarded: Place) -> None:
    ada, bob = ({"Authorization": f"Bearer {token(who)}"} for who in ("ada", "bob"))
    agent = asyncio.create_task(answered(guarded, S))
    whole = await http(guarded, "GET", stream("select n 0", S), **ada)
    await agent
    for thread in (S, ""):
        for place_of in filter(None, places(whole.body)[:-1]):
            headers = {"Last-Event-ID": place_of, **bob}
            told = await http(guarded, "GET", stream("select n 0", thread), **headers)
            assert (told.status, told.json["code"]) == (404, "UnknownSession")


async def test_a_socket_io_client_that_was_away_hears_all_of_it_with_the_messages_id(
    place: Place,
) -> None:
    await begin(place.log, S)
    said = {"message": "select n 0", "thread_id": S, "message_id": "m1"}
    async with viewer(place) as client:
        await client.client.emit("model_start", said)
        while not await asked(place):  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.01)
    agent = asyncio.create_task(answered(place, S))
    heard = []
    for _ in range(2):
        async with viewer(place) as client:
            await client.client.emit("model_start", said)
            heard.append([await client.next() for _ in range(3)])
    await agent
    assert heard[0] == heard[1]
    assert heard[0][2] == ("model_response", {"thread_id": S, "response": "Here you are."})
    assert len(await asked(place)) == 1


async def asked(place: Place) -> list[str]:
    """What was asked of the session since it began."""
    state = await place.history.state(SessionId(S))
    return [request.text for request in state.requests.values() if request.text]


async def test_where_the_package_is_missing_the_path_says_so(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket_io.SocketIo, "__call__", lambda _, *asgi: socket_io._missing(*asgi))
    told = await http(place, "GET", "/socket.io/?EIO=4&transport=polling")
    assert (told.status, told.json["code"]) == (501, "NoSocketIo")
    assert "scenestream[socketio]" in told.json["error"]
