"""One port for WebSockets and HTTP: who asks for what is told from the head of the first request.

The WebSocket server accepts every connection; one that does not ask for a WebSocket at "/" is
handed, with what it has sent by then, to the HTTP server, an ASGI application's. Each protocol is
spoken by the library that speaks it best.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Callable, Sequence
from typing import Any, cast

import uvicorn
from uvicorn.server import ServerState
from websockets.asyncio.server import ServerConnection
from websockets.frames import Frame, Opcode
from websockets.protocol import Event

from gateway.http.patient import PatientProtocol
from gateway.limits.addresses import Network, client_address, is_in
from gateway.limits.bucket import Bucket
from gateway.limits.crowd import Crowd
from gateway.limits.limits import AGAIN_S

logger = logging.getLogger(__name__)

HEAD_BYTES = 64 * 1024
"""A request's head of more than this is no browser's; it is refused by who gets it."""
CLOSING_S = 5.0
EARLY_BYTES = 64 * 1024
"""Of what a WebSocket sends before it is known who that is; the rest stays in the network."""
PINGS = 600, 100
"""Of a client's, a minute and at once: each is answered, whether it takes the answer or not."""
LONGEST = 1_000_000
"""Bytes of a message over Socket.IO's WebSockets."""


def _refusal(status: str, message: str) -> bytes:
    body = json.dumps({"error": message, "code": "TooManyConnections", "category": "too_many"})
    lines = (f"HTTP/1.1 {status}", f"Retry-After: {AGAIN_S:.0f}", "Connection: close")
    typed = ("Content-Type: application/json", f"Content-Length: {len(body)}", "", body)
    return "\r\n".join((*lines, *typed)).encode()


FULL = _refusal(
    "503 Service Unavailable", "this server has as many connections as it takes; try again later"
)
TOO_MANY = _refusal(
    "429 Too Many Requests", "your address has as many connections as one may have; close one"
)


class HttpSide:
    """Speaks HTTP for ``app`` on connections that it is handed. ``patience_s``: for how long a
    client may do nothing that it should."""

    def __init__(self, app: Any, patience_s: float = 60.0) -> None:
        self._patience_s = patience_s
        self._config = uvicorn.Config(
            app,
            http="h11",
            ws="websockets-sansio",  # below other paths than "/": Socket.IO's
            lifespan="off",
            interface="asgi3",
            log_config=None,
            log_level="warning",
            access_log=False,
            server_header=False,
            ws_per_message_deflate=False,
            ws_max_size=LONGEST,
        )
        self._config.load()
        self._state = ServerState()

    def adopt(self, transport: asyncio.Transport, begun: bytes, gone: Callable[[], None]) -> None:
        """Speak on ``transport`` from now on; ``begun`` has come already. ``gone``: is called when
        the connection is lost."""
        pings = Bucket(*PINGS)
        protocol = PatientProtocol(
            self._config,
            self._state,
            {},
            patience_s=self._patience_s,
            gone=gone,
            floods=lambda now: floods(pings, now),
        )
        transport.set_protocol(protocol)
        protocol.connection_made(transport)
        protocol.data_received(begun)

    async def stop(self) -> None:
        """Finish what is being answered, and close."""
        for protocol in tuple(self._state.connections):
            protocol.shutdown()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSING_S):
                while self._state.tasks:
                    await asyncio.wait(tuple(self._state.tasks))
        for protocol in tuple(self._state.connections):
            protocol.transport.abort()


class FrontConnection(ServerConnection):
    """A connection of which it is not known yet who speaks on it."""

    http: HttpSide
    crowd: Crowd
    proxies: Sequence[Network]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head: bytes | None = b""
        self._early: int | None = 0
        self._pings: Bucket | None = None
        self._address = ""
        self._let_in = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        peer = (transport.get_extra_info("peername") or ("",))[0]
        self._address = "" if is_in(peer, self.proxies) else client_address(peer, "", ())
        self._let_in = self.crowd.enter(self._address)
        if self._let_in:
            super().connection_made(transport)
        else:
            logger.warning("connection.refused", extra={"address": self._address})
            refusal = cast(asyncio.Transport, transport)
            refusal.write(FULL if self.crowd.is_full else TOO_MANY)
            refusal.close()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._let_in:
            self._left()
            super().connection_lost(exc)

            # The library keeps there a method that holds this connection, which holds the protocol:
            # without it, all of them are freed at once, and not when Python looks for cycles.
            vars(self.protocol).pop("select_subprotocol", None)

    def _left(self) -> None:
        self.crowd.leave(self._address)

    def data_received(self, data: bytes) -> None:
        if self._head is None:
            self._hear(data)
            return
        if not self._let_in:
            return
        self._head += data
        if b"\r\n\r\n" not in self._head and len(self._head) < HEAD_BYTES:
            return
        begun, self._head = self._head, None
        if wants_websocket(begun):
            self._hear(begun)
        else:
            self._hand_over(begun)

    def _hear(self, data: bytes) -> None:
        super().data_received(data)
        if self._early is not None:
            self._early += len(data)
            if self._early > EARLY_BYTES:
                self.transport.pause_reading()

    def known(self) -> None:
        """It is known who comes: from now on their own limits say what they may send."""
        paused, self._early = (self._early or 0) > EARLY_BYTES, None
        if paused and not self.recv_messages.paused:
            self.transport.resume_reading()

    def process_event(self, event: Event) -> None:
        if isinstance(event, Frame) and event.opcode is Opcode.PING:
            self._pings = self._pings or Bucket(*PINGS)
            if floods(self._pings, self.loop.time()):
                logger.warning("connection.flooded", extra={"address": self._address})
                self.transport.abort()
        super().process_event(event)

    def _hand_over(self, begun: bytes) -> None:
        transport = self.transport
        self.transport = cast(asyncio.Transport, _Gone())
        super().connection_lost(None)  # ends the handler, which has nothing left to close
        self.http.adopt(transport, begun, self._left)


def floods(pings: Bucket, now: float) -> bool:
    """One more has come; whether that is more than a client may send."""
    if pings.wait_s(1, now) > 0:
        return True
    pings.take(1)
    return False


class _Gone:
    """Stands where a transport was that somebody else has by now: nothing can be done to it."""

    def abort(self) -> None: ...

    def close(self) -> None: ...

    def is_closing(self) -> bool:
        return True

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return default


def front(side: HttpSide, among: Crowd, proxies: Sequence[Network] = ()) -> type[ServerConnection]:
    """What the WebSocket server's connections are, when ``side`` gets those that are none.

    ``among``: all connections, by their addresses; ``proxies``: addresses of which any number may
    come, since others stand behind.
    """

    class Front(FrontConnection):
        http = side
        crowd = among

    Front.proxies = proxies

    return Front


def wants_websocket(head: bytes) -> bool:
    """Whether a request's head asks for a WebSocket at "/" (with whatever query)."""
    line, _, rest = head.partition(b"\r\n")
    method, _, target = line.partition(b" ")
    path = target.split(b" ", 1)[0].split(b"?", 1)[0]
    if method != b"GET" or path != b"/":
        return False
    for header in rest.split(b"\r\n\r\n", 1)[0].split(b"\r\n"):
        name, _, value = header.partition(b":")
        if name.strip().lower() == b"upgrade":
            return value.strip().lower() == b"websocket"
    return False
