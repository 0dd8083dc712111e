"""A TCP proxy before Redis that breaks connections as networks do: seeded, between whole chunks.

It drops a reply (the command ran, nobody hears of it), cuts a connection before the command
arrives, and delays. What belongs here: bytes and connections. What does not: deciding when.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Literal

Break = Literal["reply", "cut"]


class Proxy:
    """Forwards ``port`` to 127.0.0.1:``to``. ``broken``: how many connections it broke, and how."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._armed: list[Break] = []
        self._links: set[_Link] = set()
        self._server: asyncio.Server | None = None
        self.delay_s = 0.0
        self.port = 0
        self.broken: Counter[str] = Counter()

    async def start(self) -> None:
        """Listen on a port of the system's choice."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Link(self, self._to), "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Stop listening and cut what is connected."""
        if self._server is not None:
            self._server.close()
        self.cut_all()

    def arm(self, how: Break, times: int = 1) -> None:
        """Break the connections of the next ``times`` script calls."""
        self._armed.extend([how] * times)

    def disarm(self) -> None:
        """Break no more of them."""
        self._armed.clear()

    def cut_all(self) -> None:
        """Cut every connection."""
        for link in list(self._links):
            link.cut()

    def next_break(self, command: bytes) -> Break | None:
        """How the connection of ``command`` is to break, if it is."""
        if not self._armed or b"EVAL" not in command[:64]:
            return None
        how = self._armed.pop(0)
        self.broken[how] += 1
        return how

    def joined(self, link: _Link) -> None:
        """A connection was made."""
        self._links.add(link)

    def left(self, link: _Link) -> None:
        """A connection ended."""
        self._links.discard(link)


class _Link(asyncio.Protocol):
    """One client's connection and ours to Redis."""

    def __init__(self, proxy: Proxy, to: int) -> None:
        self._proxy, self._to = proxy, to
        self._client: asyncio.Transport | None = None
        self._redis: asyncio.Transport | None = None
        self._early: list[bytes] = []
        self._connecting: asyncio.Task[None] | None = None
        self._to_redis, self._to_client = _InOrder(), _InOrder()
        self.deaf = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._client = transport
        self._proxy.joined(self)
        self._connecting = asyncio.create_task(self._connect())

    def data_received(self, data: bytes) -> None:
        """A command, or a part of one."""
        match self._proxy.next_break(data):
            case "cut":
                self.cut()
            case "reply":
                self.deaf = True
                self._send(data)
            case None:
                self._to_redis.pass_on(self._proxy.delay_s, lambda: self._send(data))

    def replied(self, data: bytes) -> None:
        """A reply, or a part of one."""
        if self.deaf:
            self.cut()
        else:
            self._to_client.pass_on(self._proxy.delay_s, lambda: self._answer(data))

    def connection_lost(self, exc: Exception | None) -> None:
        self.cut()

    def cut(self) -> None:
        """End both halves at once."""
        self._proxy.left(self)
        if self._connecting is not None:
            self._connecting.cancel()
        for half in (self._client, self._redis):
            if half is not None:
                half.abort()

    def _send(self, data: bytes) -> None:
        if self._redis is None:
            self._early.append(data)
        elif not self._redis.is_closing():
            self._redis.write(data)

    def _answer(self, data: bytes) -> None:
        if self._client is not None and not self._client.is_closing():
            self._client.write(data)

    async def _connect(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            transport, _ = await loop.create_connection(
                lambda: _Answers(self), "127.0.0.1", self._to
            )
        except OSError:
            self.cut()
            return
        self._redis = transport
        for data in self._early:
            transport.write(data)
        self._early.clear()


class _InOrder:
    """Passes things on late, and never one before another."""

    def __init__(self) -> None:
        self._free_at = 0.0

    def pass_on(self, delay_s: float, act: Callable[[], None]) -> None:
        """Call ``act`` in ``delay_s``, or when what came before it has been passed on."""
        loop = asyncio.get_running_loop()
        at = max(self._free_at, loop.time() + delay_s)
        if at <= loop.time():
            act()
            return
        self._free_at = at + 0.0001
        loop.call_at(at, act)


class _Answers(asyncio.Protocol):
    """The half of a link that hears Redis."""

    def __init__(self, link: _Link) -> None:
        self._link = link

    def data_received(self, data: bytes) -> None:
        self._link.replied(data)

    def connection_lost(self, exc: Exception | None) -> None:
        self._link.cut()
