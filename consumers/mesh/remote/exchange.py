"""Asking a server over HTTP, and looking up from every wait to see whether it is to go on.

Whoever gives up closes the connection, which is all that a server can be told; whether it then
stops is its own affair. What does not belong here: what is asked, and what the answer means.
"""

from __future__ import annotations

import contextlib
import http.client
import io
import math
import os
import selectors
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from consumers.mesh.remote.address import Address
from consumers.mesh.remote.errors import (
    NotThatServer,
    RemoteAway,
    RemoteDenied,
    RemoteRefused,
    RemoteSlow,
    RemoteTooLarge,
)
from schemas.errors import ScenestreamError

CONNECT_S = 10.0
POLL_S = 0.2
TRIES = 4
FIRST_PAUSE_S = 0.5
"""Between tries while a server restarts; it doubles."""
REFUSAL_BYTES = 64 * 1024
"""What is read of an answer that is an error."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long one wish may take of ``server``. ``until``: of ``time.monotonic``, in seconds.

    ``check`` raises when nobody wants it any more. ``why``: what the server may be at.
    """

    server: str
    patience_s: float
    until: float
    check: Callable[[], None]
    why: str = ""

    @classmethod
    def of(cls, server: str, patience_s: float, check: Callable[[], None]) -> Bounds:
        """From now on."""
        return cls(server, patience_s, time.monotonic() + patience_s, check)

    def left_s(self) -> float:
        """Seconds that are left. Raises ``RemoteSlow``, or what ``check`` raises."""
        self.check()
        left = self.until - time.monotonic()
        if left <= 0:
            raise RemoteSlow(self.server, self.patience_s, self.why)
        return left

    def pause(self, seconds: float) -> None:
        """Wait so long. Raises as ``left_s``."""
        over = time.monotonic() + seconds
        while (left := over - time.monotonic()) > 0:
            time.sleep(min(left, POLL_S, self.left_s()))


@dataclass(frozen=True, slots=True)
class Ask:
    """One request. ``refused``: what a status and body other than 200 mean, where the server has
    its own way of saying it."""

    method: str
    path: str
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    refused: Callable[[int, bytes], ScenestreamError | None] = lambda status, body: None


def ask(
    address: Address, asked: Ask, bounds: Bounds, read: Callable[[http.client.HTTPResponse], T]
) -> T:
    """What ``read`` makes of the answer; a connection that fails or breaks is tried again.

    Raises the errors of ``consumers.mesh.remote.errors``, and what ``bounds`` and ``read`` raise.
    """
    failed = 0
    while True:
        try:
            return _once(address, asked, bounds, read)
        except (OSError, http.client.HTTPException) as broken:
            if not _is_of_connection(broken):
                how = "TLS" if isinstance(broken, ssl.SSLError) else "HTTP"
                why = f"it does not speak {how} as it should ({broken or type(broken).__name__})"
                raise NotThatServer(bounds.server, why) from broken
            failed += 1
            if failed >= TRIES:
                why = str(broken) or type(broken).__name__
                raise RemoteAway(bounds.server, why) from broken
            bounds.pause(FIRST_PAUSE_S * 2.0 ** (failed - 1))


def read_all(answer: http.client.HTTPResponse, bounds: Bounds, most_bytes: int) -> bytes:
    """The whole body. Raises ``RemoteTooLarge`` as soon as it is known to be."""
    if (answer.length or 0) > most_bytes:
        raise RemoteTooLarge(bounds.server, most_bytes)
    body = bytearray()
    while piece := answer.read(1024 * 1024):
        body += piece
        if len(body) > most_bytes:
            raise RemoteTooLarge(bounds.server, most_bytes)
    return bytes(body)


def media_type(answer: http.client.HTTPResponse) -> str:
    """What the server says that the answer is, without parameters."""
    return str(answer.headers.get_content_type())


def _once(
    address: Address, asked: Ask, bounds: Bounds, read: Callable[[http.client.HTTPResponse], T]
) -> T:
    connection = _Connection(address, bounds)
    headers = {"User-Agent": "scenestream", "Connection": "close", **asked.headers}
    if address.authorization:
        headers["Authorization"] = address.authorization
    with contextlib.closing(connection):
        connection.request(asked.method, f"{address.path}{asked.path}", asked.body, headers)
        answer = connection.getresponse()
        with contextlib.closing(answer):
            if answer.status != 200:
                raise _refusal(answer, asked, bounds)
            return read(answer)


def _refusal(answer: http.client.HTTPResponse, asked: Ask, bounds: Bounds) -> ScenestreamError:
    body, status = answer.read(REFUSAL_BYTES), answer.status
    own = asked.refused(status, body)
    if own is not None:
        return own
    words = body.decode("utf-8", "replace").strip() or answer.reason
    if status >= 500 or status in (408, 425, 429):
        return RemoteAway(bounds.server, f"{status}: {words}")
    if status in (401, 403):
        return RemoteDenied(bounds.server, status)
    if status < 400:
        return NotThatServer(bounds.server, f"it sends one elsewhere ({status})")
    if status in (404, 405):
        return NotThatServer(bounds.server, f"{status} for {asked.path}: {words}")
    return RemoteRefused(bounds.server, status, words)


def _is_of_connection(broken: Exception) -> bool:
    """Whether the connection failed, and not what was said over it."""
    if isinstance(broken, ssl.SSLError):
        return isinstance(broken, ssl.SSLEOFError | ssl.SSLZeroReturnError)
    return isinstance(broken, OSError | http.client.IncompleteRead)


class _Connection(http.client.HTTPConnection):
    """A connection whose waits are ``_Socket``'s."""

    def __init__(self, address: Address, bounds: Bounds) -> None:
        super().__init__(address.host, address.port)
        self._address, self._bounds = address, bounds

    def connect(self) -> None:
        plain = _connected(self._address, self._bounds)
        try:
            if self._address.scheme == "https":
                plain = _secured(plain, self._address.host, self._bounds)
        except BaseException:
            plain.close()
            raise
        self.sock = _Socket(plain, self._bounds)


class _Socket:
    """As much of a socket as http.client asks for."""

    def __init__(self, inner: socket.socket, bounds: Bounds) -> None:
        self._inner, self._bounds = inner, bounds
        self._is_read = False

    def sendall(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            send = partial(self._inner.send, left)
            left = left[_tried(self._inner, self._bounds, send, selectors.EVENT_WRITE) :]

    def makefile(self, *_: Any, **__: Any) -> io.BufferedReader:
        self._is_read = True
        return io.BufferedReader(_Incoming(self._inner, self._bounds))

    def close(self) -> None:
        # http.client closes it when the answer has begun, and goes on reading.
        if not self._is_read:
            self._inner.close()


class _Incoming(io.RawIOBase):
    """What comes in, waited for in bounds."""

    def __init__(self, inner: socket.socket, bounds: Bounds) -> None:
        self._inner, self._bounds = inner, bounds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        receive = partial(self._inner.recv_into, buffer)
        return _tried(self._inner, self._bounds, receive, selectors.EVENT_READ)

    def close(self) -> None:
        self._inner.close()
        super().close()


def _connected(address: Address, bounds: Bounds) -> socket.socket:
    """A connected socket that does not block, to the first of the host's addresses that answers."""
    failed: OSError = OSError(f"{address.host} has no address")
    for family, kind, protocol, _, place in socket.getaddrinfo(
        address.host, address.port, type=socket.SOCK_STREAM
    ):
        line = socket.socket(family, kind, protocol)
        line.setblocking(False)
        try:
            with contextlib.suppress(BlockingIOError):
                line.connect(place)
            _await(line, bounds, selectors.EVENT_WRITE, time.monotonic() + CONNECT_S)
            if code := line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                raise OSError(code, os.strerror(code))
        except OSError as refused:
            line.close()
            failed = refused
        except BaseException:
            line.close()
            raise
        else:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return line
    raise failed


def _secured(line: socket.socket, host: str, bounds: Bounds) -> socket.socket:
    context = ssl.create_default_context()
    secured = context.wrap_socket(line, server_hostname=host, do_handshake_on_connect=False)
    try:
        _tried(secured, bounds, secured.do_handshake, selectors.EVENT_READ)
    except BaseException:
        secured.close()
        raise
    return secured


def _tried(line: socket.socket, bounds: Bounds, action: Callable[[], T], usual: int) -> T:
    """What ``action`` returns, waited for where it would block: ``usual`` is for what, but TLS may
    have to read in order to write, and the other way round."""
    while True:
        try:
            return action()
        except ssl.SSLWantReadError:
            _await(line, bounds, selectors.EVENT_READ)
        except ssl.SSLWantWriteError:
            _await(line, bounds, selectors.EVENT_WRITE)
        except BlockingIOError:
            _await(line, bounds, usual)


def _await(line: socket.socket, bounds: Bounds, event: int, until: float = math.inf) -> None:
    """Wait until the socket is ready. Raises what ``bounds`` does, and ``TimeoutError``."""
    with selectors.DefaultSelector() as ready:
        ready.register(line, event)
        while not ready.select(min(POLL_S, bounds.left_s())):
            if time.monotonic() > until:
                raise TimeoutError(f"no connection within {CONNECT_S:g} s")
