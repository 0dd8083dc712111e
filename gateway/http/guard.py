"""What stands before every route: whom a request comes from, and how much of a body is read."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.http.errors import as_json
from gateway.limits.addresses import Network, client_address
from schemas.errors import BadInput, ScenestreamError, TooLarge


class BodyTooLong(TooLarge):
    """The request's body exceeds what one frame may have; send less at once."""


class BodyNeverCame(BadInput):
    """The request's body did not come; send it at once, with its true Content-Length."""


@dataclass(frozen=True, slots=True)
class Guard:
    """``app`` behind it. ``most``: bytes of a body; ``patience_s``: until more of it comes."""

    app: ASGIApp
    most: int
    patience_s: float
    proxies: Sequence[Network] = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        peer, port = scope.get("client") or ("", 0)
        forwarded = headers.get(b"x-forwarded-for", b"").decode("latin-1")
        scope = {**scope, "client": (client_address(peer, forwarded, self.proxies), port)}
        if scope["type"] == "websocket":
            await self.app(scope, receive, send)
            return
        await _Request(self, scope, receive, send).run()


class _Request:
    """One request on its way to the application, and the answer on its way back."""

    def __init__(self, guard: Guard, scope: Scope, receive: Receive, send: Send) -> None:
        self._guard, self._scope, self._receive, self._send = guard, scope, receive, send
        self._read, self._ended = 0, False
        self._refused: ScenestreamError | None = None
        self._answered = False

    async def run(self) -> None:
        try:
            await self._guard.app(self._scope, self._take, self._tell)
        except ScenestreamError:
            if self._refused is None:
                raise
        if self._refused is not None and not self._answered:
            answer = await as_json(Request(self._scope), self._refused)
            answer.headers["Connection"] = "close"  # what is left of the body is not read
            await answer(self._scope, self._receive, self._send)

    async def _take(self) -> Message:
        if self._ended:
            return await self._receive()
        try:
            async with asyncio.timeout(self._guard.patience_s):
                message = await self._receive()
        except TimeoutError:
            self._refused = BodyNeverCame(BodyNeverCame.__doc__)
            raise self._refused from None
        self._read += len(message.get("body", b""))
        self._ended = not message.get("more_body", False)
        if self._read > self._guard.most:
            most = self._guard.most
            self._refused = BodyTooLong(
                f"the body has more than {most:,} bytes: {BodyTooLong.__doc__}"
            )
            raise self._refused
        return message

    async def _tell(self, message: Any) -> None:
        if self._refused is not None and not self._answered:
            return  # what the application makes of it: it is told otherwise
        self._answered = True
        await self._send(message)
