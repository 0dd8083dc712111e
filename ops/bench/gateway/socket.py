"""A lean WebSocket client of ``scenestream.v2``: ten thousand of them fit in a process.

It shares no code with the gateway, nor with the library that serves it: what it measures is the
other side. What belongs here: bytes and frames of RFC 6455. What does not: what the frames say.
"""

from __future__ import annotations

import asyncio
import base64
import os
from collections.abc import Callable

from schemas import wire_v2_pb2 as pb

BINARY, CLOSE, PING, PONG = 2, 8, 9, 10
_HEAD_END = b"\r\n\r\n"
_UPGRADED = b"HTTP/1.1 101"
_REQUEST = (
    "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: scenestream.v2\r\n"
    "Sec-WebSocket-Key: {key}\r\n\r\n"
)

Hear = Callable[[pb.ServerFrame], None]


class Socket(asyncio.Protocol):
    """One connection. ``hear`` is called with each frame, ``gone`` once, when it has ended."""

    __slots__ = ("_buffer", "_gone", "_hear", "_hello", "_open", "is_lost", "transport")

    def __init__(self, hello: pb.Hello, hear: Hear, gone: Callable[[], None]) -> None:
        self._hello, self._hear, self._gone = hello, hear, gone
        self._buffer, self._open, self.is_lost = b"", False, False
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(_REQUEST.format(key=key).encode())

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not self._open:
            head, end, rest = self._buffer.partition(_HEAD_END)
            if not end:
                return
            if not head.startswith(_UPGRADED):
                self.transport.abort()
                return
            self._open, self._buffer = True, rest
            self.send(pb.ClientFrame(hello=self._hello))
        while (came := taken(self._buffer)) is not None:
            kind, payload, self._buffer = came
            self._on(kind, payload)

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_lost = True
        self._gone()

    def send(self, frame: pb.ClientFrame) -> None:
        """Send one command."""
        self.transport.write(written(BINARY, frame.SerializeToString()))

    def _on(self, kind: int, payload: bytes) -> None:
        if kind == BINARY:
            self._hear(pb.ServerFrame.FromString(payload))
        elif kind == PING:
            self.transport.write(written(PONG, payload))
        elif kind == CLOSE:
            self.transport.write(written(CLOSE, payload))
            self.transport.close()


async def connect(
    port: int, hello: pb.Hello, hear: Hear, gone: Callable[[], None], host: str = "127.0.0.1"
) -> Socket:
    """Connect and say hello; it is welcomed by a frame. Raises ``OSError``, also when the other
    side is gone again before this returns, as a killed gateway is."""
    loop = asyncio.get_running_loop()
    _, socket = await loop.create_connection(lambda: Socket(hello, hear, gone), host, port)
    if socket.is_lost:
        raise ConnectionResetError("the connection was lost as soon as it was made")
    return socket


def written(kind: int, payload: bytes) -> bytes:
    """A client's frame, under a mask of zeros: what it hides nothing from is this machine."""
    size = len(payload)
    if size < 126:
        head = bytes((0x80 | kind, 0x80 | size))
    elif size < 1 << 16:
        head = bytes((0x80 | kind, 0x80 | 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((0x80 | kind, 0x80 | 127)) + size.to_bytes(8, "big")
    return head + bytes(4) + payload


def taken(buffer: bytes) -> tuple[int, bytes, bytes] | None:
    """The first frame of ``buffer``, its payload and what follows; None: it is not whole yet."""
    if len(buffer) < 2:
        return None
    size, begin = buffer[1] & 0x7F, 2
    if size >= 126:
        begin += 2 if size == 126 else 8
        if len(buffer) < begin:
            return None
        size = int.from_bytes(buffer[2:begin], "big")
    end = begin + size
    if len(buffer) < end:
        return None
    return buffer[0] & 0x0F, buffer[begin:end], buffer[end:]
