"""A person at the shipping client, who also changes the scene by hand."""

from __future__ import annotations

import numpy as np

from schemas import scene_v1
from schemas.wire_pb2 import Content
from streams.keys import snapshot_key
from streams.log import Log
from tests.acceptance.unity import Unity
from tests.unity.client import Client


class Person:
    """A person at a client that shows and exports its scene as the real one does."""

    def __init__(self, socket: Unity, log: Log) -> None:
        self.socket, self.log = socket, log
        self.client = Client()
        self.glbs: set[str] = set()

    async def make(self, text: str) -> str:
        frame = await self.socket.ask(text)
        assert frame.type == "generate_3d_scene", frame.text
        self.client.create(frame.metadata)
        return await self._shown(frame)

    async def say(self, text: str) -> tuple[str, str]:
        """The export after an edit, and what was said of it."""
        frame = await self.socket.ask(text)
        assert frame.type == "modify_3d_scene", frame.text
        self.client.apply(frame.metadata)
        assert self.client.logged == []
        return await self._shown(frame), frame.text

    def move(self, word: str, x: float, z: float = 0.0) -> str:
        """Drag the thing whose name has ``word`` by metres of its parent; its id."""
        (found,) = [o for o in self.client.objects.values() if word in o.name.lower()]
        found.position = found.position + np.array([x, 0.0, z])
        return found.id

    async def export(self) -> None:
        """What the client does after every change: write down what it shows."""
        await self.log.redis.set(snapshot_key(self.socket.session), self.client.export())

    def place(self, word: str) -> tuple[float, float, float]:
        """Where the thing whose name has ``word`` stands in the world, to the millimetre."""
        (found,) = [o for o in self.client.objects.values() if word in o.name.lower()]
        x, y, z = (round(float(v), 3) + 0.0 for v in found.local_to_world()[:3, 3])
        return x, y, z

    def apply(self, frame: Content) -> None:
        """Show an edit that was asked for earlier."""
        assert frame.type == "modify_3d_scene", frame.text
        self.client.apply(frame.metadata)
        assert self.client.logged == []
        self.glbs |= {a.id for a in frame.assets}

    async def refused(self, text: str) -> str:
        frame = await self.socket.ask(text)
        assert (frame.type, frame.status // 100) == ("error", 4), frame.text
        return frame.text

    async def _shown(self, frame: Content) -> str:
        self.glbs |= {a.id for a in frame.assets}
        named = {a for shown in self.client.objects.values() for a in shown.assets()}
        assert named <= self.glbs
        exported = self.client.export()
        await self.log.redis.set(snapshot_key(self.socket.session), exported)
        return exported


def same(one: str, other: str) -> bool:
    return scene_v1.same(scene_v1.read_snapshot(one), scene_v1.read_snapshot(other))
