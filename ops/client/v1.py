"""A ``scener.v1`` connection: send a prompt or a recording, get the answers."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from schemas.errors import Unavailable
from schemas.wire_v1 import OK, Attachment, Frame, decode, encode

ANSWERS = frozenset(
    {
        "unrelated_response",
        "generate_image",
        "generate_3d_object",
        "generate_3d_scene",
        "modify_3d_scene",
        "error",
    }
)
"""Frame types that answer a request; the last of them ends it."""
SCENES = ("generate_3d_scene", "modify_3d_scene")


class GatewayUnreachable(Unavailable):
    """No gateway answers; start one with `scenestream up`, or give --url."""


@dataclass(slots=True)
class V1Client:
    """One connection. ``session``: the id that the server gave it."""

    socket: ClientConnection
    session: str

    async def prompt(self, text: str) -> None:
        """Ask for something in words."""
        await self.socket.send(encode(Frame("text", text=text)))

    async def speak(self, wav: bytes) -> None:
        """Ask for something by voice."""
        voice = Attachment("voice", wav, "voice.wav")
        await self.socket.send(encode(Frame("audio", assets=(voice,))))

    async def frame(self) -> Frame:
        """The next frame. Raises ``GatewayUnreachable`` when the connection ended."""
        try:
            message = await self.socket.recv()
        except ConnectionClosed as closed:
            raise GatewayUnreachable(f"the gateway closed the connection ({closed})") from closed
        return decode(message if isinstance(message, bytes) else message.encode())

    async def answer(self) -> list[Frame]:
        """The frames up to and with the one that ends the request."""
        frames = [await self.frame()]
        while not _is_last(frames[-1]):
            frames.append(await self.frame())
        return frames


def _is_last(frame: Frame) -> bool:
    """Whether no more frames of the same request come after it."""
    if frame.status != OK:
        return True
    if frame.type not in ANSWERS:
        return False
    return not (frame.metadata and json.loads(frame.metadata).get("more"))


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[V1Client]:
    """A client of the gateway at ``url``. Raises ``GatewayUnreachable``."""
    try:
        socket = await connect(url, max_size=None, compression=None)
    except OSError as refused:
        raise GatewayUnreachable(f"{url}: {refused}; {GatewayUnreachable.__doc__}") from refused
    async with socket:
        hello = decode(await socket.recv(decode=False))
        yield V1Client(socket, hello.text)


def save(frame: Frame, folder: Path) -> list[Path]:
    """Write what ``frame`` brought into ``folder``: its assets and its scene or update."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for asset in frame.assets:
        written.append(folder / Path(asset.filename).name)
        written[-1].write_bytes(asset.data)
    if frame.metadata and frame.type in SCENES:
        name = "scene.json" if frame.type == "generate_3d_scene" else "update.json"
        written.append(folder / name)
        written[-1].write_text(frame.metadata, "utf-8")
    return written
