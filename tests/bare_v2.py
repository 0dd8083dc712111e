"""A bare client of ``scenestream.v2``: protobuf over a WebSocket, and the rules of the proto file.

It shares no code with the gateway: what it shows and its hash are its own account of the frames.
"""

from __future__ import annotations

import asyncio
import hashlib
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from schemas import wire_v2_pb2 as pb

PATIENCE_S = 90.0
ENDS = ("completed", "failed", "cancelled")


@dataclass
class Shown:
    """The scene as a client has it. Raises ``AssertionError`` where a frame leaves none."""

    nodes: dict[str, pb.Node] = field(default_factory=dict)
    assets: dict[str, pb.Asset] = field(default_factory=dict)
    skybox: pb.Skybox | None = None
    name: str = ""
    revision: int = 0
    draft: bool = False

    def apply(self, frame: pb.ServerFrame) -> None:
        for asset in frame.assets:
            self.assets[asset.id] = asset
        if frame.HasField("scene"):
            self._change(frame.scene)
            assert self.hash == frame.scene.hash

    def _change(self, change: pb.SceneChange) -> None:
        if change.whole:
            self.nodes.clear()
            self.skybox, self.name = None, ""
        for node in change.upserts:
            assert not node.parent or node.parent in self.nodes, f"{node.id} has no parent yet"
            for component in node.components:
                assert not component.mesh.asset or component.mesh.asset in self.assets
            self.nodes[node.id] = node
        for gone in change.removed:
            assert not any(n.parent == gone for n in self.nodes.values()), f"{gone} has children"
            del self.nodes[gone]
        if change.HasField("skybox"):
            self.skybox = change.skybox if change.skybox.WhichOneof("kind") else None
        if change.HasField("name"):
            self.name = change.name
        self.revision, self.draft = change.revision, change.draft

    @property
    def hash(self) -> int:
        told = [n.SerializeToString(deterministic=True) for n in self.nodes.values()]
        told.append(b"name:" + self.name.encode())
        if self.skybox is not None:
            told.append(b"sky:" + self.skybox.SerializeToString(deterministic=True))
        numbers = (int.from_bytes(hashlib.sha256(t).digest()[:8], "little") for t in told)
        return sum(numbers) % 2**64

    def find(self, name: str) -> pb.Node:
        """The one node of that name."""
        (found,) = [n for n in self.nodes.values() if n.name == name]
        return found


@dataclass
class V2:
    """One connection, and what it showed until now."""

    socket: ClientConnection
    shown: Shown
    frames: list[pb.ServerFrame] = field(default_factory=list)
    cursor: str = ""
    welcome: pb.Welcome = field(default_factory=pb.Welcome)

    @property
    def session(self) -> str:
        return self.welcome.session

    async def send(self, command: str = "", **what: Any) -> str:
        """Send one command; its id."""
        command = command or str(uuid.uuid4())
        await self.socket.send(pb.ClientFrame(id=command, **what).SerializeToString())
        return command

    async def say(self, text: str, command: str = "") -> str:
        return await self.send(command, text=pb.Text(text=text))

    async def receive(self) -> pb.ServerFrame:
        async with asyncio.timeout(PATIENCE_S):
            frame: pb.ServerFrame = pb.ServerFrame.FromString(await self.socket.recv(decode=False))
        self.shown.apply(frame)
        if frame.cursor:
            self.cursor = frame.cursor
        self.frames.append(frame)
        return frame

    async def until(self, *kinds: str) -> pb.ServerFrame:
        """The next frame whose event is one of ``kinds``."""
        while (frame := await self.receive()).WhichOneof("event") not in kinds:
            pass
        return frame

    async def ask(self, text: str) -> pb.ServerFrame:
        """Say it; the frame that ends the request."""
        command = await self.say(text)
        return await self.end_of(command)

    async def end_of(self, command: str) -> pb.ServerFrame:
        return await self.when(
            lambda f: f.WhichOneof("event") in ENDS and f.request.endswith(command)
        )

    async def when(self, is_it: Callable[[pb.ServerFrame], bool]) -> pb.ServerFrame:
        while not is_it(frame := await self.receive()):
            pass
        return frame

    def kinds(self) -> list[str | None]:
        """What the frames until now told of, in order."""
        return [f.WhichOneof("event") for f in self.frames]


@asynccontextmanager
async def v2(url: str, shown: Shown | None = None, **hello: Any) -> AsyncIterator[V2]:
    """A client that has been welcomed. ``shown``: what it shows from before."""
    protocol = Subprotocol("scenestream.v2")
    async with connect(
        url,
        max_size=None,
        compression=None,
        subprotocols=[protocol],
        open_timeout=PATIENCE_S,
    ) as socket:
        assert socket.subprotocol == protocol
        client = V2(socket, shown or Shown())
        await client.send(hello=pb.Hello(client="a test", **hello))
        frame = await client.receive()
        assert frame.WhichOneof("event") == "welcome", frame
        client.welcome = frame.welcome
        yield client
