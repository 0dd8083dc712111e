"""The HTTP transport below a model's client: it looks up from every wait to see if it is to go on.

A model that is being loaded says nothing for minutes; a step that is cancelled then stops within
``POLL_S``. Imported when a model is made: httpx comes with the provider's package.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from consumers.chat.bounds import LONGEST_LINE, Bounds, TooLong, present

CONNECT_S = 10.0
POLL_S = 0.25
CHAT = "/api/chat"
"""What Ollama answers in lines, one for each piece."""


class BoundedTransport(httpx.HTTPTransport):
    """As httpx's own; a request made within bounds keeps to them."""

    def __init__(self) -> None:
        super().__init__()
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=PolledBackend()
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        bounds = present()
        if bounds is None:
            return super().handle_request(request)
        left = bounds.left_s()
        waits = {"connect": min(left, CONNECT_S), "read": left, "write": left, "pool": left}
        request.extensions = {**request.extensions, "timeout": waits}
        response = super().handle_request(request)
        if isinstance(response.stream, httpx.SyncByteStream):
            lines = request.url.path.endswith(CHAT)
            response.stream = BoundedStream(response.stream, bounds, lines)
        return response


class BoundedStream(httpx.SyncByteStream):
    """An answer's bytes, so many at most; with ``lines``, so many of one line."""

    def __init__(self, inner: httpx.SyncByteStream, bounds: Bounds, lines: bool) -> None:
        self._inner, self._bounds, self._lines = inner, bounds, lines

    def __iter__(self) -> Iterator[bytes]:
        left, line = self._bounds.most_bytes, 0
        for piece in self._inner:
            self._bounds.left_s()
            left -= len(piece)
            end = piece.rfind(b"\n") + 1
            line = len(piece) - end if end else line + len(piece)
            if left < 0 or (self._lines and line > LONGEST_LINE):
                raise TooLong(TooLong.__doc__)
            yield piece

    def close(self) -> None:
        self._inner.close()


class PolledBackend(httpcore.SyncBackend):
    """Connections whose reads look up."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        inner = super().connect_tcp(host, port, timeout, local_address, socket_options)
        return PolledStream(inner)


class PolledStream(httpcore.NetworkStream):
    """A connection; ``read`` asks the present bounds every ``POLL_S`` whether to wait on."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        bounds = present()
        while bounds is not None:
            try:
                return self._inner.read(max_bytes, min(bounds.left_s(), POLL_S))
            except httpcore.ReadTimeout:
                continue
        return self._inner.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        return PolledStream(self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
