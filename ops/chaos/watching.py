"""Clients of the new protocol in a fault run: they resume, and must show what their log says.

Each has a session for itself. It says a thing under an id of its own, and the same again under that
id whenever its connection was lost: it counts once, and its end is told. Connections are lost by
themselves, too, in the midst of things.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from ops.bench.gateway.shown import Shown
from ops.bench.gateway.socket import Socket, connect
from ops.chaos.violation import Violation
from schemas import wire_v2_pb2 as pb
from schemas.ids import SessionId
from schemas.scene_v2 import scene_hash
from streams.artifacts import ArtifactStore
from streams.past.history import History
from streams.shards import Shards

ENDS = ("completed", "failed", "cancelled")
AGAIN_S = 0.1
LOOK_S = 0.05
WELCOME_S = 15.0
"""How long a connection may go without a welcome before the client tries another."""
DROP = 0.02
"""How likely a client loses its connection, each time it looks."""


@dataclass(slots=True, eq=False)
class Watcher:
    """A client. ``shown``: kept over its connections; ``resumed``: how often it went on where it
    was, and how often it was shown the whole scene instead."""

    port: int
    chance: random.Random
    prompts: tuple[str, ...]
    session: str = ""
    shown: Shown = field(default_factory=Shown)
    asked: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    _socket: Socket | None = None
    _welcome: pb.Welcome | None = None
    _ended: set[str] = field(default_factory=set)

    async def watch(self, over: asyncio.Event) -> None:
        """Say one thing after the other until it is over, each until it has ended."""
        while not over.is_set():
            self.asked += 1
            await self._ask(f"wish-{self.asked}", self.chance.choice(self.prompts))

    async def come_back(self) -> None:
        """Connect, if there is no connection; returns when it is welcome."""
        while self._welcome is None:
            if self._socket is None:
                await self._connect()
            for _ in range(int(WELCOME_S / LOOK_S)):
                if self._socket is None or self._welcome is not None:
                    break
                await asyncio.sleep(LOOK_S)
            if self._welcome is None:
                self.leave()
                await asyncio.sleep(AGAIN_S)

    def leave(self) -> None:
        """Lose the connection."""
        if self._socket is not None:
            self._socket.transport.abort()
        self._welcome = None

    async def _ask(self, command: str, text: str) -> None:
        said: pb.Welcome | None = None
        while command not in self._ended:
            await self.come_back()
            if said is not self._welcome and self._socket is not None:
                self.counts["said"] += 1
                said = self._welcome
                self._socket.send(pb.ClientFrame(id=command, text=pb.Text(text=text)))
            if self.chance.random() < DROP:
                self.counts["dropped"] += 1
                self.leave()
            await asyncio.sleep(LOOK_S)

    async def _connect(self) -> None:
        hello = pb.Hello(client="chaos", cursor=self.shown.cursor)
        if not self.shown.cursor:
            hello.session = self.session
        with contextlib.suppress(OSError):
            self._socket = await connect(self.port, hello, self._hear, self._gone)

    def _hear(self, frame: pb.ServerFrame) -> None:
        if frame.HasField("welcome"):
            self.session, self._welcome = frame.welcome.session, frame.welcome
            self.counts["resumed" if frame.welcome.resumed else "whole"] += 1
        self.shown.apply(frame)
        kind = frame.WhichOneof("event")
        if kind in ENDS:
            self._ended.add(frame.request.rsplit(".", 1)[-1])

    def _gone(self) -> None:
        self._socket, self._welcome = None, None


async def differing(
    watchers: list[Watcher], url: str, folder: Path, patience_s: float
) -> list[Violation]:
    """Whoever does not come to show what its log says, with all faults over."""
    shards = await Shards.open(url)
    history = History(shards, ArtifactStore(str(folder / "artifacts")))
    found = []
    try:
        for watcher in watchers:
            wrong = await _differs(watcher, history, patience_s)
            found += [Violation("scene", wrong, watcher.session)] if wrong else []
    finally:
        await shards.close()
    return found


async def _differs(watcher: Watcher, history: History, patience_s: float) -> str:
    end = time.monotonic() + patience_s
    while True:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience_s):
                await watcher.come_back()
        state = await history.state(SessionId(watcher.session))
        if watcher.shown.hash == scene_hash(state.scene):
            break
        if time.monotonic() > end:
            return f"shows revision {watcher.shown.revision}, the log has {state.revision}"
        await asyncio.sleep(AGAIN_S)
    if watcher.shown.wrong:
        return f"{watcher.shown.wrong} frames did not fit what was shown"
    return ""
