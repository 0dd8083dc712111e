"""The model-control doors and the real product: a whole stack with authentication on, a browser's
EventSource, Socket.IO's own client, a client of the new protocol beside them."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import jwt
import pytest
import socketio

from gateway.export.container import unpack
from gateway.sdk.python.scenestream_client import AsyncClient, Events
from tests.acceptance.event_source import EventSource, Heard
from tests.acceptance.stack import Up, up
from tests.acceptance.test_operations import ENGINES
from tests.acceptance.test_sdk import free_port

pytestmark = pytest.mark.timeout(240)
PATIENCE_S = 120.0
SECRET = "m" * 32
ROOM = "a room with a red sofa, a table and two chairs at the table, then look at the sofa"


def token(subject: str) -> str:
    return jwt.encode({"sub": subject, "exp": 4_000_000_000}, SECRET, "HS256")


ADA, BOB = token("ada"), token("bob")


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    """A stack that asks everybody who they are."""
    with up(tmp_path_factory.mktemp("guarded"), SCENESTREAM_JWT_SECRET=SECRET) as started:
        yield started


def base(stack: Up) -> str:
    return stack.ready["http"]


def source(stack: Up, message: str, thread: str, who: str = ADA, **more: str) -> EventSource:
    query = urlencode({"message": message, "thread_id": thread, "token": who, **more})
    return EventSource(f"{base(stack)}/model/token-stream?{query}")


async def answer(stack: Up, message: str, thread: str) -> list[Heard]:
    """All that is told of a message, over one connection."""
    found = []
    async with asyncio.timeout(PATIENCE_S):
        async for heard in source(stack, message, thread).events():
            found.append(heard)
    return found


def changes(heard: list[Heard]) -> list[tuple[str, Any]]:
    return [(h.data["type"], h.data["payload"]) for h in heard if h.name == "event"]


async def revisions(stack: Up, session: str) -> list[str]:
    """What changed the session's scene, as people said it."""
    url = f"{base(stack)}/sessions/{session}/history"
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {ADA}"}) as http:
        return [r["text"] for r in (await http.get(url)).json()["revisions"]]


async def exported(stack: Up, session: str) -> dict[str, Any]:
    """The document of the scene's GLB, which is what such clients load."""
    url = f"{base(stack)}/sessions/{session}/scene.glb"
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {ADA}"}) as http:
        return unpack((await http.get(url)).content)[0]


async def test_a_conversation_over_lost_connections_is_had_once(guarded: Up) -> None:
    making = source(guarded, ROOM, "living room")
    heard: list[Heard] = []
    async with asyncio.timeout(PATIENCE_S):
        async for event in making.events():
            heard.append(event)
            if {1: "metadata", 2: "thinking", 3: "thinking"}.get(making.asked) == event.name:
                making.drop()
    assert (making.status, making.asked) == (204, 5)  # three losses, and the end
    names = [h.name for h in heard]
    assert [names.count(n) for n in ("complete", "done", "error")] == [1, 1, 0]
    thoughts = [h.data["content"] for h in heard if h.name == "thinking"]
    assert len(set(thoughts)) == len(thoughts) >= 2
    session = heard[0].data["session"]
    assert await revisions(guarded, session) == [ROOM]
    assert "a red sofa" in next(h for h in heard if h.name == "complete").data["response"]

    document = await exported(guarded, session)
    nodes = {n["name"]: n for n in document["nodes"] if "id" in n.get("extras", {})}
    (camera,) = changes(heard)
    assert camera[0] == "model:setCameraView"
    sofa, target = nodes["red sofa"]["translation"], camera[1]["target"]
    assert abs(target["x"] - sofa[0]) < 0.1
    assert abs(target["z"] - sofa[2]) < 0.1

    told = await answer(guarded, "select the red sofa and make it blue", "living room")
    (selected,) = changes(told)
    assert selected == (
        "model:selectMuscles",
        {"muscleNames": ["red sofa"], "colors": {"red sofa": "#ffcc00"}},
    )
    told = await answer(guarded, "highlight the cushions of the sofa in green", "living room")
    ((kind, payload),) = changes(told)
    assert kind == "model:selectMuscles"
    document = await exported(guarded, session)
    assert set(payload["muscleNames"]) <= {node.get("name") for node in document["nodes"]}
    assert payload["muscleNames"] == ["cushions"]
    assert len(await revisions(guarded, session)) == 2


class Viewer:
    """A client of Socket.IO, and what it was told."""

    def __init__(self) -> None:
        self.client = socketio.AsyncClient(reconnection=False)
        self.told: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
        for name in ("model_event", "model_response"):
            self.client.on(name, self._heard(name))

    def _heard(self, name: str) -> Any:
        async def heard(data: Any) -> None:
            await self.told.put((name, data))

        return heard

    async def say(self, message: str, thread: str, message_id: str = "") -> None:
        said = {"message": message, "thread_id": thread, "user_id": "ada"}
        await self.client.emit("model_start", {**said, "message_id": message_id})

    async def response(self) -> tuple[list[Any], dict[str, Any]]:
        """The events up to the next response, and it."""
        events: list[Any] = []
        async with asyncio.timeout(PATIENCE_S):
            while True:
                name, data = await self.told.get()
                if name == "model_response":
                    return events, data
                events.append((data["type"], data["payload"]))


@asynccontextmanager
async def viewer(stack: Up, *transports: str, who: str = ADA) -> AsyncIterator[Viewer]:
    found = Viewer()
    auth = {"token": who} if who else None
    await found.client.connect(
        base(stack), transports=list(transports) or ["websocket"], auth=auth, wait_timeout=60
    )
    try:
        yield found
    finally:
        # As browsers leave: nobody waits for a poll that is answered with the next ping.
        await found.client.eio.disconnect(abort=True)
        await asyncio.sleep(0)


async def until(events: Events, kind: str) -> Any:
    async with asyncio.timeout(PATIENCE_S):
        async for event in events:
            if event.kind == kind:
                return event.what
    raise AssertionError(f"the client was closed before a {kind}")


async def test_two_socket_io_clients_are_each_answered_and_others_see_it(guarded: Up) -> None:
    made = await answer(guarded, "a room with a sofa and a lamp", "shared")
    session = made[0].data["session"]
    async with (
        AsyncClient(guarded.ws, session=session, token=ADA) as beside,
        viewer(guarded) as one,
        viewer(guarded, "polling") as two,
    ):
        seen = beside.events()
        await one.say("select the sofa", "shared")
        await two.say("play the animation", session)
        assert await one.response() == (
            [("model:selectMuscles", {"muscleNames": ["sofa"], "colors": {"sofa": "#ffcc00"}})],
            {"thread_id": "shared", "response": "The sofa is selected."},
        )
        assert await two.response() == (
            [("model:toggleAnimation", {"isPlaying": True})],
            {"thread_id": session, "response": "The animation plays."},
        )
        both = [await until(seen, "view"), await until(seen, "view")]
        assert {view.WhichOneof("change") for view in both} == {"select", "playing"}
        assert beside.scene.revision == 1


async def test_a_socket_io_client_that_left_hears_the_answer_when_it_is_back(guarded: Up) -> None:
    made = await answer(guarded, "a room with a sofa", "away")
    session, again = made[0].data["session"], str(uuid.uuid4())
    wish = "make the sofa blue and look at it"
    async with AsyncClient(guarded.ws, session=session, token=ADA) as beside:
        seen = beside.events()
        async with viewer(guarded) as one:
            await one.say(wish, "away", again)
            await until(seen, "accepted")
        async with viewer(guarded, "polling", "websocket") as one:
            await one.say(wish, "away", again)
            ((kind, _),), told = await one.response()
        assert kind == "model:setCameraView"
        assert told["response"].endswith("This is the blue sofa from the front.")
    assert await revisions(guarded, session) == ["a room with a sofa", wish]


async def test_what_can_not_be_is_said_and_harms_nobody(guarded: Up) -> None:
    made = await answer(guarded, "a room with a sofa", "errors")
    session = made[0].data["session"]
    stranger = source(guarded, "select the sofa", session, BOB)
    assert [h async for h in stranger.events()] == []
    assert (stranger.status, json.loads(stranger.body)["code"]) == (404, "UnknownSession")
    nobody = source(guarded, "select the sofa", session, "")
    assert [h async for h in nobody.events()] == []
    assert nobody.status == 401
    with pytest.raises(socketio.exceptions.ConnectionError):
        async with viewer(guarded, who=""):
            pass
    async with viewer(guarded, who=BOB) as bob, viewer(guarded) as ada:
        await bob.say("select the sofa", session)
        await ada.say(" ", "errors")
        assert (await bob.response())[1]["code"] == "UnknownSession"
        assert (await ada.response())[1]["code"] == "BadStart"
        await ada.say("select the elephant", "errors")
        events, told = await ada.response()
        assert events == []
        assert "elephant" in told["response"]
    assert await revisions(guarded, session) == ["a room with a sofa"]


async def test_a_gateway_that_is_killed_costs_an_event_source_nothing(tmp_path: Path) -> None:
    with up(tmp_path, "--only", ENGINES, "--workers", "1") as engines:
        port = str(free_port())
        options = ("--only", "gateway", "--port", port)
        with up(tmp_path, *options, REDIS_URL=engines.redis) as first:
            making = source(first, ROOM, "killed", "")
            events = making.events()
            heard: list[Heard] = []
            async with asyncio.timeout(PATIENCE_S):
                while not any(h.name == "thinking" for h in heard):
                    heard.append(await anext(events))
            first.kill()
        with up(tmp_path, *options, REDIS_URL=engines.redis) as second:
            async with asyncio.timeout(PATIENCE_S):
                async for event in events:
                    heard.append(event)
            names = [h.name for h in heard]
            assert [names.count(n) for n in ("complete", "done", "error")] == [1, 1, 0]
            assert [kind for kind, _ in changes(heard)] == ["model:setCameraView"]
            url = f"{base(second)}/sessions/{heard[0].data['session']}/history"
            async with httpx.AsyncClient() as http:
                assert len((await http.get(url)).json()["revisions"]) == 1
