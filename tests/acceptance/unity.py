"""A bare client of the shipping protocol: protobuf over a WebSocket, nothing else of ours."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from schemas.wire_pb2 import Content, MediaAsset

PATIENCE_S = 90.0
FINAL = {
    "unrelated_response",
    "generate_image",
    "generate_3d_object",
    "generate_3d_scene",
    "modify_3d_scene",
    "error",
}


@dataclass
class Unity:
    """One connection. ``session``: what ``session_start`` told."""

    socket: ClientConnection
    session: str

    async def send(self, **fields: Any) -> None:
        await self.socket.send(Content(status=200, **fields).SerializeToString())

    async def receive(self) -> Content:
        async with asyncio.timeout(PATIENCE_S):
            content: Content = Content.FromString(await self.socket.recv(decode=False))
            return content

    async def ask(self, text: str) -> Content:
        """Send a prompt; the frame that answers it."""
        await self.send(type="text", text=text)
        return await self.answer()

    async def say(self, wav: bytes) -> list[Content]:
        """Send a recording; the frames up to the answer."""
        voice = MediaAsset(id="voice", data=wav, filename="voice.wav")
        await self.send(type="audio", assets=[voice])
        frames = [await self.receive()]
        while frames[-1].type not in FINAL:
            frames.append(await self.receive())
        return frames

    async def answer(self) -> Content:
        while (frame := await self.receive()).type not in FINAL:
            pass
        return frame

    async def scene(self, text: str) -> tuple[dict[str, Any], dict[str, bytes]]:
        """Ask for a scene: its document and its GLBs by asset id."""
        frame = await self.ask(text)
        assert frame.type == "generate_3d_scene", (frame.type, frame.text)
        return json.loads(frame.metadata), {a.id: a.data for a in frame.assets}

    async def edit(self, text: str) -> tuple[dict[str, Any], dict[str, bytes]]:
        """Ask for an edit: its update document and its GLBs by asset id."""
        frame = await self.ask(text)
        assert frame.type == "modify_3d_scene", (frame.type, frame.text)
        return json.loads(frame.metadata), {a.id: a.data for a in frame.assets}


@asynccontextmanager
async def unity(url: str) -> AsyncIterator[Unity]:
    """A connected client that has its ``session_start``."""
    async with connect(url, max_size=None, compression=None) as socket:
        hello = Content.FromString(await socket.recv(decode=False))
        assert (hello.type, hello.status) == ("session_start", 200)
        yield Unity(socket, hello.text)


def nodes(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """All objects of a Scene document by name."""
    found: dict[str, dict[str, Any]] = {}
    waiting = list(document["graph"])
    while waiting:
        item = waiting.pop()
        found[item["name"]] = item
        waiting.extend(item["children"])
    return found


def dynamic_ids(document: dict[str, Any]) -> set[str]:
    """The asset ids that a Scene document names."""
    return {
        c["id"]
        for item in nodes(document).values()
        for c in item["components"]
        if c["component_type"] == "dynamic"
    }
