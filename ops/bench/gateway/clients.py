"""The clients' process: ``python -m ops.bench.gateway.clients PORT``, told what to do by lines.

Each line on its standard input is a JSON object with ``do``; each gets one line of answer. What is
measured here is only worth something while this process keeps up: it measures its own lag, too.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from socket import SO_RCVBUF, SOL_SOCKET
from typing import Any

from ops.bench.figure import percentile
from ops.bench.gateway.shown import Shown
from ops.bench.gateway.socket import Socket, connect
from schemas import wire_v2_pb2 as pb

AT_ONCE = 50
TICK_S = 0.01
PATIENCE_S = 120.0
AGAIN_S = 0.05
QUIET_S = 1.0
SMALL_BUFFER = 4096
"""Bytes that this machine keeps for a client that stalls: what it does not read stays there."""


@dataclass(slots=True, eq=False)
class Client:
    """A client of ``session`` ("": a new one). ``is_welcome``: on its present connection;
    ``resumed``: what it missed was sent, not the whole scene."""

    crowd: Crowd
    session: str = ""
    shown: Shown = field(default_factory=Shown)
    socket: Socket | None = None
    is_welcome: bool = False
    resumed: bool = False

    async def connect(self) -> None:
        """Connect, or connect again with the cursor; returns when it is welcomed."""
        began = time.monotonic()
        while not self.is_welcome:
            if time.monotonic() - began > PATIENCE_S:
                raise TimeoutError(f"{self.session}: nobody welcomed this client")
            if self.socket is None:
                await self._try()
            await asyncio.sleep(0.001)
        self.crowd.back.append(1e3 * (time.monotonic() - began))

    def drop(self) -> None:
        """Lose the connection, as a network loses it."""
        if self.socket is not None:
            self.socket.transport.abort()

    async def _try(self) -> None:
        hello = pb.Hello(client="bench")
        if self.shown.cursor:
            hello.cursor = self.shown.cursor
        else:
            hello.session = self.session
        try:
            self.socket = await connect(self.crowd.port, hello, self._hear, self._gone)
        except OSError:
            await asyncio.sleep(AGAIN_S)

    def _hear(self, frame: pb.ServerFrame) -> None:
        came, self.crowd.heard = time.time(), time.monotonic()
        if frame.HasField("welcome"):
            self.is_welcome, self.resumed = True, frame.welcome.resumed
            self.session = frame.welcome.session
        self.shown.apply(frame)
        if self.crowd.took is not None and (said := _said(frame)):
            self.crowd.took.append(came - float(said.split(" ", 1)[0]))

    def _gone(self) -> None:
        self.socket, self.is_welcome = None, False
        if self.crowd.returns:
            self.crowd.keep(self.connect())


def _said(frame: pb.ServerFrame) -> str:
    """The time that the writer put into the event; "" for what has none."""
    match frame.WhichOneof("event"):
        case "accepted":
            return frame.accepted.text
        case "thinking":
            return frame.thinking.text
        case "revised":
            return frame.revised.summary
        case "completed":
            return frame.completed.text
        case _:
            return ""


@dataclass(slots=True)
class Crowd:
    """All clients of this process. ``took``: seconds from the event to here, while recorded;
    ``late``: by how much this process's own timers were; ``back``: ms from setting out to being
    welcome; ``returns``: whoever loses its connection connects again."""

    port: int
    clients: list[Client] = field(default_factory=list)
    took: list[float] | None = None
    late: list[float] = field(default_factory=list)
    back: list[float] = field(default_factory=list)
    returns: bool = False
    heard: float = 0.0
    _ticking: asyncio.Task[None] | None = None
    _returning: set[asyncio.Task[None]] = field(default_factory=set)

    def keep(self, coming: Coroutine[Any, Any, None]) -> None:
        """Let a client come back while others go on."""
        task = asyncio.create_task(coming)
        self._returning.add(task)
        task.add_done_callback(self._returning.discard)

    async def join(self, sessions: list[str]) -> dict[str, Any]:
        """A client more in each of ``sessions``, all welcomed."""
        new = [Client(self, session) for session in sessions]
        for first in range(0, len(new), AT_ONCE):
            await asyncio.gather(*(one.connect() for one in new[first : first + AT_ONCE]))
        self.clients += new
        return {"clients": len(self.clients)}

    async def record(self) -> dict[str, Any]:
        """Note from now on how long events took, and how late this process itself is."""
        self.took, self.late = [], []
        self._ticking = asyncio.create_task(self._tick())
        return {}

    async def recorded(self) -> dict[str, Any]:
        """What was noted, in milliseconds."""
        assert self._ticking is not None
        self._ticking.cancel()
        took, self.took = [1e3 * t for t in self.took or []], None
        late = [1e3 * t for t in self.late] or [0.0]
        return {
            "events": len(took),
            "p50": percentile(took, 0.5) if took else None,
            "p99": percentile(took, 0.99) if took else None,
            "lag_p50": percentile(late, 0.5),
            "lag_p99": percentile(late, 0.99),
        }

    async def quiet(self) -> dict[str, Any]:
        """Return when nobody has heard anything for a while."""
        while time.monotonic() - self.heard < QUIET_S:  # noqa: ASYNC110 - only time tells
            await asyncio.sleep(QUIET_S / 5)
        return {}

    async def heard_all(self, events: int) -> dict[str, Any]:
        """Return when so many are noted, or when patience is out."""
        end = time.monotonic() + PATIENCE_S
        while len(self.took or ()) < events and time.monotonic() < end:  # noqa: ASYNC110 - they are many
            await asyncio.sleep(TICK_S)
        return {}

    async def _tick(self) -> None:
        while True:
            before = time.monotonic()
            await asyncio.sleep(TICK_S)
            self.late.append(time.monotonic() - before - TICK_S)

    async def stall(self, count: int) -> dict[str, Any]:
        """The last ``count`` clients read nothing any more."""
        for client in self.clients[-count:]:
            if client.socket is not None:
                there = client.socket.transport.get_extra_info("socket")
                there.setsockopt(SOL_SOCKET, SO_RCVBUF, SMALL_BUFFER)
                client.socket.transport.pause_reading()
        return {}

    async def away(self) -> dict[str, Any]:
        """All clients lose their connections, and stay away until they are told to resume."""
        for client in self.clients:
            client.drop()
        await asyncio.sleep(QUIET_S)
        return {}

    async def leave(self, count: int) -> dict[str, Any]:
        """The last ``count`` clients leave for good."""
        for client in self.clients[-count:]:
            client.drop()
        del self.clients[-count:]
        return {"clients": len(self.clients)}

    async def drops(self, count: int, seed: int, over_s: float) -> dict[str, Any]:
        """``count`` times, somebody's connection is lost; whoever lost one connects again. How
        long the way back took, in ms; those that a killed gateway has dropped count as well."""
        chance, pace = random.Random(seed), over_s / max(count, 1)
        self.returns, self.back = True, []
        began, lost = time.monotonic(), 0
        while lost < count:
            client = chance.choice(self.clients)
            if client.socket is not None and client.is_welcome:
                client.drop()
                lost += 1
            await asyncio.sleep(max(0.001, began + lost * pace - time.monotonic()))
        await self.all_there()
        self.returns = False
        return {"drops": lost, "back": len(self.back), "back_p99": percentile(self.back, 0.99)}

    async def all_there(self) -> dict[str, Any]:
        """Return when every client is welcome."""
        end = time.monotonic() + PATIENCE_S
        while not all(c.is_welcome for c in self.clients):
            if time.monotonic() > end:
                raise TimeoutError("there are clients that nobody welcomes")
            await asyncio.sleep(0.02)
        return {}

    async def resume(self, hashes: dict[str, int]) -> dict[str, Any]:
        """Each of the clients of ``hashes`` comes back, until its scene's hash is that; how many
        ms that took, and how many were sent the whole scene in place of what they missed."""
        took = []
        for client in self.clients:
            if client.session not in hashes:
                continue
            began = time.perf_counter()
            await client.connect()
            while client.shown.hash != hashes[client.session]:
                if time.perf_counter() - began > PATIENCE_S:
                    raise TimeoutError(f"{client.session}: its scene is not the log's")
                await asyncio.sleep(0.0005)
            took.append(1e3 * (time.perf_counter() - began))
        whole = sum(not c.resumed for c in self.clients if c.session in hashes)
        return {"p50": percentile(took, 0.5), "p99": percentile(took, 0.99), "whole": whole}

    async def hashes(self) -> dict[str, Any]:
        """What every client shows, and how many frames did not fit."""
        return {
            "shown": [[c.session, c.shown.hash, c.shown.cursor] for c in self.clients],
            "wrong": sum(c.shown.wrong for c in self.clients),
        }


async def _serve(port: int) -> None:
    crowd = Crowd(port)
    loop = asyncio.get_running_loop()
    print("ready", flush=True)
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        told = json.loads(line)
        do: Callable[..., Any] = getattr(crowd, told.pop("do"))
        print(json.dumps(await do(**told)), flush=True)


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
