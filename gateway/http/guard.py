"""What stands before every route: whom a request comes from, by which page, and how much of a body
is read, of whom, and for how long."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.artifact_urls import PREFIX as ARTIFACTS
from gateway.auth.callers import Credentials, credentials
from gateway.auth.pages import Pages
from gateway.http.errors import as_json
from gateway.limits.addresses import Network, client_address
from gateway.limits.errors import TooMany
from gateway.web.page import PREFIX as PAGE
from schemas.errors import BadInput, Category, ScenestreamError, TooLarge

UNKNOWN_BYTES = 64 * 1024
"""Of a body that are read before it has to be known whose it is."""
MOST_HELD = 256 * 1024 * 1024
"""Bytes of bodies that are not whole yet, of all requests together."""
SLOWEST = 16 * 1024
"""Bytes a second that a long body has to come at: one could hold its memory for hours otherwise."""
HELD_AGAIN_S = 5.0
SHARED = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Last-Event-ID",
    "Access-Control-Max-Age": "600",
}
"""What pages that may connect may ask for."""

Know = Callable[[Credentials], Awaitable[object]]


class BodyTooLong(TooLarge):
    """The request's body exceeds what one frame may have; send less at once."""


class BodyNeverCame(BadInput):
    """The request's body did not come; send it at once, with its true Content-Length."""


class TooMuchAtOnce(TooMany):
    """So many long bodies are being received that this one is not; send it again in a moment."""

    category = Category.UNAVAILABLE


@dataclass(slots=True)
class Held:
    """Bytes of bodies that are not whole yet."""

    count: int = 0


@dataclass(frozen=True, slots=True)
class Guard:
    """``app`` behind it. ``most``: bytes of a body; ``patience_s``: until more of it comes;
    ``pages``: which may ask; ``know``: raises for who is nobody."""

    app: ASGIApp
    most: int
    patience_s: float
    proxies: Sequence[Network] = ()
    pages: Pages = field(default_factory=lambda: Pages(lets_all=True))
    know: Know | None = None
    held: Held = field(default_factory=Held)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        peer, port = scope.get("client") or ("", 0)
        forwarded = ", ".join(headers.getlist("x-forwarded-for"))
        scope = {**scope, "client": (client_address(peer, forwarded, self.proxies), port)}
        if scope["type"] == "http":
            await _Request(self, scope, receive, send, headers).run()
            return
        try:
            self.pages.admit(headers)
        except ScenestreamError:
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self.app(scope, receive, send)


class _Request:
    """One request on its way to the application, and the answer on its way back."""

    def __init__(
        self, guard: Guard, scope: Scope, receive: Receive, send: Send, headers: Headers
    ) -> None:
        self._guard, self._scope, self._receive, self._send = guard, scope, receive, send
        self._headers, self._path = headers, scope["path"]
        self._read, self._held, self._ended = 0, 0, False
        self._began = asyncio.get_running_loop().time()
        self._refused: ScenestreamError | None = None
        self._answered = False

    async def run(self) -> None:
        try:
            self._admit()
            if self._is_preflight:
                await self._tell({"type": "http.response.start", "status": 204, "headers": []})
                await self._tell({"type": "http.response.body", "body": b""})
                return
            await self._guard.app(self._scope, self._take, self._tell)
        except ScenestreamError:
            if self._refused is None:
                raise
        finally:
            self._let_go()
        if self._refused is not None and not self._answered:
            answer = await as_json(Request(self._scope), self._refused)
            answer.headers["Connection"] = "close"  # what is left of the body is not read
            await answer(self._scope, self._receive, self._send)

    @property
    def _is_preflight(self) -> bool:
        """Whether a browser asks whether a page may ask (CORS)."""
        asks = "access-control-request-method" in self._headers
        return self._scope["method"] == "OPTIONS" and asks

    def _admit(self) -> None:
        if self._path.startswith(ARTIFACTS):  # signed: who knows the URL was told it
            return
        does_nothing = self._scope["method"] in ("GET", "HEAD")
        is_page = does_nothing and f"{self._path}/".startswith(PAGE)
        try:
            self._guard.pages.admit(self._headers, may_be_linked=is_page or self._path == "/")
        except ScenestreamError as refused:
            self._refused = refused
            raise

    async def _take(self) -> Message:
        if self._ended:
            return await self._receive()
        try:
            async with asyncio.timeout(self._patience_s):
                message = await self._receive()
        except TimeoutError:
            self._refused = BodyNeverCame(BodyNeverCame.__doc__)
            raise self._refused from None
        size = len(message.get("body", b""))
        self._ended = not message.get("more_body", False)
        try:
            await self._hold(size)
        except ScenestreamError as refused:
            self._refused = refused
            raise
        return message

    @property
    def _patience_s(self) -> float:
        """For how long nothing more of the body may come."""
        since_s = asyncio.get_running_loop().time() - self._began
        whole_s = self._guard.patience_s + self._read / SLOWEST
        return max(0.0, min(self._guard.patience_s, whole_s - since_s))

    async def _hold(self, size: int) -> None:
        """``size`` more bytes have come. Raises ``BodyTooLong``, ``TooMuchAtOnce``, what ``know``
        does."""
        guard, before = self._guard, self._read
        self._read += size
        if self._read > guard.most:
            raise BodyTooLong(f"the body has more than {guard.most:,} bytes: {BodyTooLong.__doc__}")
        if self._read <= UNKNOWN_BYTES:
            return
        if before <= UNKNOWN_BYTES and guard.know is not None:
            query = self._scope["query_string"].decode("latin-1")
            await guard.know(credentials(self._headers, query, address=self._scope["client"][0]))
        if guard.held.count + size > MOST_HELD:
            raise TooMuchAtOnce(TooMuchAtOnce.__doc__ or "", HELD_AGAIN_S)
        guard.held.count += size
        self._held += size

    def _let_go(self) -> None:
        self._guard.held.count -= self._held
        self._held = 0

    async def _tell(self, message: Any) -> None:
        if self._refused is not None and not self._answered:
            return  # what the application makes of it: it is told otherwise
        if message["type"] == "http.response.start":
            self._let_go()  # the body was read, and is the application's by now
            message = self._shared(message)
        self._answered = True
        await self._send(message)

    def _shared(self, message: Any) -> Any:
        """The answer's head, so that browsers give it to the pages that may have it."""
        origin = self._guard.pages.shares_with(self._headers)
        if not origin or self._path.startswith(ARTIFACTS):  # those say so themselves
            return message
        told = {"Access-Control-Allow-Origin": origin, "Vary": "Origin"}
        told["Access-Control-Expose-Headers"] = "Retry-After"
        told |= SHARED if self._is_preflight else {}
        more = [(name.lower().encode(), value.encode("latin-1")) for name, value in told.items()]
        return {**message, "headers": [*message["headers"], *more]}
