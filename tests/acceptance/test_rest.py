"""Sessions over plain HTTP, with the whole product behind: what programs without a client do."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from typing import Any

import httpx
import pytest

from gateway.export.container import unpack
from tests.acceptance.event_source import EventSource
from tests.acceptance.stack import Up

pytestmark = pytest.mark.timeout(240)
PATIENCE_S = 120.0
ENDS = ("completed", "failed", "cancelled")


async def told(http: httpx.AsyncClient, session: str, cursor: str, request: str) -> list[str]:
    """What happens after ``cursor`` until ``request`` ends, over connections that are lost again
    and again: the kinds of what is kept, in order. "whole": the scene came in place of some."""
    base = str(http.base_url).rstrip("/")
    source = EventSource(f"{base}/sessions/{session}/events?cursor={cursor}")
    kinds: list[str] = []
    async with asyncio.timeout(PATIENCE_S):
        async for name, frame in source.events():
            if name == "welcome":
                if frame["welcome"].get("resumed"):
                    continue
                kinds.append("whole")
                if request not in frame["welcome"].get("open", ()):
                    break
            elif "cursor" in frame:
                kinds.append(name)
                source.drop()
                if name in ENDS and frame["request"] == request:
                    break
    return kinds


def came_once(kinds: list[str], *wanted: str) -> None:
    """Nothing came twice, and everything came unless the scene did in its place."""
    for kind in wanted:
        assert kinds.count(kind) == 1 or (kinds.count(kind) == 0 and "whole" in kinds), kinds


async def send(http: httpx.AsyncClient, session: str, **command: Any) -> dict[str, Any]:
    answer = await http.post(f"sessions/{session}/commands", json=command)
    assert answer.status_code == 202, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_scene_is_made_changed_looked_back_at_and_taken_home(stack: Up) -> None:
    base = stack.ready["http"]
    async with httpx.AsyncClient(base_url=base, timeout=PATIENCE_S) as http:
        opened = (await http.post("sessions", json={"client": "a program"})).json()
        session = opened["session"]
        sent = await send(http, session, text={"text": "a room with a desk and a chair"})
        kinds = await told(http, session, opened["cursor"], sent["request"])
        came_once(kinds, "accepted", "blocked_out", "revised", "completed")

        here = (await http.get(f"sessions/{session}")).json()
        cursor = here["frame"]["cursor"]
        sent = await send(http, session, id="mine", text={"text": "add a lamp on the desk"})
        assert (await send(http, session, id="mine", text={"text": "add a lamp on the desk"}))[
            "request"
        ] == sent["request"]
        kinds = await told(http, session, cursor, sent["request"])
        came_once(kinds, "accepted", "revised", "completed")

        names = {n["name"] for n in await nodes(http, session)}
        before = {n["name"] for n in await nodes(http, session, "r1")}
        assert names - before == {"lamp"}
        listed = (await http.get("sessions")).json()["sessions"]
        assert session in [one["session"] for one in listed]
        history = (await http.get(f"sessions/{session}/history")).json()["revisions"]
        assert [r["text"] for r in history] == [
            "a room with a desk and a chair", "add a lamp on the desk",
        ]  # fmt: skip

        glb = unpack((await http.get(f"sessions/{session}/scene.glb")).content)[0]
        assert names <= {node.get("name") for node in glb["nodes"]}
        data = (await http.get(f"sessions/{session}/scene.zip", params={"at": "r1"})).content
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            scene = json.loads(archive.read("scene.json"))["scene"]
            assert {node["name"] for node in scene["nodes"].values()} == before

        ended = await http.delete(f"sessions/{session}/requests/{sent['request']}")
        assert ended.status_code in (202, 404, 409), ended.text
        gone = await http.get("sessions/nobody")
        assert (gone.status_code, gone.json()["code"]) == (404, "UnknownSession")
        paths = (await http.get("openapi.json")).json()["paths"]
        assert {"/sessions/{session}/scene.glb", "/model/token-stream"} <= set(paths)


async def nodes(http: httpx.AsyncClient, session: str, at: str = "") -> list[dict[str, Any]]:
    answer = await http.get(f"sessions/{session}", params={"at": at} if at else {})
    found: list[dict[str, Any]] = answer.json()["frame"]["scene"]["upserts"]
    return found
