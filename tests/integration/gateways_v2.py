"""Two gateways of one deployment that speak the new protocol, for the tests of it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from gateway.server import Gateway
from gateway.settings import GatewaySettings
from schemas import wire_v2_pb2 as pb
from schemas.ids import SessionId
from schemas.scene_v2 import scene_hash
from streams.past.history import History
from streams.shards import Shards
from tests.integration.pasts import begin, edit, opened

S = SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10")


class Place:
    """Two gateways of one deployment, and what is behind them."""

    def __init__(self, shards: Shards, history: History, ports: list[int]) -> None:
        self.shards, self.history = shards, history
        self.log = shards.of(S)
        self.ws, self.other = (f"ws://127.0.0.1:{port}/" for port in ports)

    async def hash(self, session: str = S) -> int:
        return scene_hash((await self.history.state(SessionId(session))).scene)


@asynccontextmanager
async def gateways(redis_url: str, folder: Path, **settings: Any) -> AsyncIterator[Place]:
    async with opened(redis_url, folder) as (shards, history), contextlib.AsyncExitStack() as ends:
        ports = []
        for _ in range(2):
            serving = Gateway(shards, history.artifacts, GatewaySettings(port=0, **settings))
            ports.append(await serving.start())
            ends.push_async_callback(serving.stop)
        yield Place(shards, history, ports)


@pytest.fixture
async def place(redis_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    async with gateways(redis_url, tmp_path) as place:
        yield place


async def lived(place: Place, edits: int = 3) -> None:
    await begin(place.log, S)
    for n in range(1, edits + 1):
        await edit(place.log, S, n)


async def refused(url: str, *frames: bytes | str) -> tuple[pb.Refused, int, str]:
    """What a client is told that is closed, with which code and reason."""
    async with connect(url, subprotocols=[Subprotocol("scenestream.v2")]) as socket:
        for frame in frames:
            await socket.send(frame)
        told = pb.ServerFrame.FromString(await socket.recv(decode=False))
        with pytest.raises(ConnectionClosed) as closed:
            await socket.recv()
        assert closed.value.rcvd is not None
        return told.refused, closed.value.rcvd.code, closed.value.rcvd.reason


def hello(**what: Any) -> bytes:
    return bytes(pb.ClientFrame(hello=pb.Hello(**what)).SerializeToString())
