"""The shell: HTTP around the desk. Two paths, both of the contract; no item is looked at here."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import socket
import uuid
from collections.abc import Iterator
from contextlib import aclosing
from typing import Any

import uvicorn
from starlette.datastructures import Headers
from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope

from gateway.auth.pages import Pages
from gateway.geometry.desk import Desk
from gateway.geometry.settings import GeometrySettings
from gateway.server import CannotListen
from schemas.errors import BadInput, ScenestreamError, TooLarge
from schemas.geometry_v1 import ASKER, line, read_items
from streams.artifacts import ArtifactStore
from streams.ending import end
from streams.shards import DEPLOYMENT, Shards

logger = logging.getLogger(__name__)

MAX_BODY = 16 * 1024 * 1024
HEALTH_S = 2.0
STOPPING_S = 5
"""How long connections may take to be told of the end."""
NDJSON, JSON = "application/x-ndjson", "application/json"


class BodyTooLarge(TooLarge):
    """A body of geometry requests has more bytes than are read; send several bodies."""


class NotJson(BadInput):
    """A body says that it is no JSON; send it as application/json."""


class AsksItself(BadInput):
    """The request comes from this very deployment, whose meshes are then made by nobody: give its
    mesh consumers another engine, or the URL of another deployment's geometry server."""


class ClientGone(Exception):
    """The connection was closed before its request had come."""


class _Http(uvicorn.Server):
    """Without signal handlers: the process that it runs in has its own."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class GeometryDoor:
    """Serves geometry clients on one port until closed."""

    def __init__(
        self, shards: Shards, artifacts: ArtifactStore, settings: GeometrySettings
    ) -> None:
        self._settings, self._shards = settings, shards
        self._pages = Pages(lets_all=settings.insecure)
        self._deployment = b""
        self._desk = Desk(shards, artifacts, settings)
        self._http: _Http | None = None
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> int:
        """Listen; the port. Raises ``CannotListen``."""
        listening = self._listen()
        self._deployment = (await self._shards.agree(DEPLOYMENT, uuid.uuid4().hex)).encode()
        await self._desk.start()
        config = uvicorn.Config(
            self._app,
            http="h11",
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=STOPPING_S,
        )
        self._http = _Http(config)
        self._serving = asyncio.create_task(self._http.serve(sockets=[listening]))
        port: int = listening.getsockname()[1]
        return port

    @property
    def standing(self) -> tuple[asyncio.Task[None], ...]:
        """The tasks without which it serves nobody."""
        return (*self._desk.standing, *([self._serving] if self._serving else []))

    async def stop(self) -> None:
        """Tell clients what did not come of their items, and stop listening."""
        await self._desk.stop()
        if self._http is not None and self._serving is not None:
            self._http.should_exit = True
            await self._serving

    def _listen(self) -> socket.socket:
        host, port = self._settings.host, self._settings.port
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            listening = socket.create_server(found[4][:2], family=found[0], backlog=128)
        except OSError as taken:
            raise CannotListen(
                f"{host}:{port}: {taken.strerror or taken}; choose another with --geometry-port "
                "(0: no geometry server) or SCENESTREAM_GEOMETRY_PORT"
            ) from taken
        listening.setblocking(False)
        return listening

    async def _app(
        self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable
    ) -> None:
        if scope["type"] != "http":
            return
        answer = _Answer(send)
        try:
            self._pages.admit(Headers(raw=list(scope["headers"])))
        except ScenestreamError as refused:
            await answer.refuse(refused.category.status, str(refused))
            return
        match scope["method"], scope["path"]:
            case "POST", "/generate_geometries":
                with contextlib.suppress(ClientGone):
                    await self._generate(scope, receive, answer)
            case "GET" | "HEAD", "/health":
                await self._health(answer)
            case _, "/generate_geometries":
                await answer.refuse(405, "use POST", allow="POST")
            case _, "/health":
                await answer.refuse(405, "use GET", allow="GET")
            case _, path:
                known = "POST /generate_geometries and GET /health"
                await answer.refuse(404, f"nothing at {path}; there are {known}")

    async def _health(self, answer: _Answer) -> None:
        try:
            told = await asyncio.wait_for(self._desk.health(), HEALTH_S)
        except Exception as down:  # noqa: BLE001 - whatever it is, Redis is not well
            why = f"{type(down).__name__}: {down}"
            await answer.whole(503, {"status": "unavailable", "error": f"Redis: {why}"})
        else:
            await answer.whole(200, told)

    async def _generate(self, scope: Any, receive: ASGIReceiveCallable, answer: _Answer) -> None:
        try:
            if self._deployment in [v for n, v in scope["headers"] if n.lower() == ASKER.encode()]:
                raise AsksItself(AsksItself.__doc__)
            items = read_items(await _body(scope, receive))
        except ScenestreamError as refused:
            await answer.refuse(refused.category.status, str(refused))
            return
        telling = asyncio.create_task(self._tell(items, answer))
        leaving = asyncio.create_task(_gone(receive))
        try:
            await asyncio.wait({telling, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if telling.done():
                telling.result()
        finally:
            await end(telling, leaving)

    async def _tell(self, items: Any, answer: _Answer) -> None:
        try:
            async with aclosing(self._desk.serve(items)) as lines:
                async for said in lines:
                    await answer.more(line(said))
        except ScenestreamError as failed:  # before the first line: nothing was begun
            await answer.refuse(failed.category.status, str(failed))
        else:
            await answer.end()


class _Answer:
    """What one request is answered, whole or piece by piece."""

    def __init__(self, send: ASGISendCallable) -> None:
        self._send = send
        self._begun = False

    async def whole(self, status: int, body: object, allow: str = "") -> None:
        data = json.dumps(body).encode()
        headers = [(b"content-length", str(len(data)).encode())]
        if allow:
            headers.append((b"allow", allow.encode()))
        await self._begin(status, JSON, headers)
        await self._piece(data, more=False)

    async def refuse(self, status: int, why: str, allow: str = "") -> None:
        await self.whole(status, {"error": why}, allow)

    async def more(self, data: bytes) -> None:
        if not self._begun:
            await self._begin(200, NDJSON, [])
        await self._piece(data, more=True)

    async def end(self) -> None:
        await self._piece(b"", more=False)

    async def _begin(self, status: int, kind: str, headers: list[tuple[bytes, bytes]]) -> None:
        self._begun = True
        headers = [(b"content-type", kind.encode()), *headers]
        await self._send(
            {"type": "http.response.start", "status": status, "headers": headers, "trailers": False}
        )

    async def _piece(self, data: bytes, more: bool) -> None:
        await self._send({"type": "http.response.body", "body": data, "more_body": more})


async def _body(scope: Any, receive: ASGIReceiveCallable) -> bytes:
    """The request's whole body. Raises ``NotJson``, ``BodyTooLarge``, ``ClientGone``."""
    headers = {name.lower(): value for name, value in scope["headers"]}
    kind = headers.get(b"content-type", b"").decode("latin-1")
    # Browsers let any page post plain text and forms to a server of this machine, but no JSON.
    if "json" not in kind.lower():
        raise NotJson(f"the body is {kind or 'of no type'!r}; send it as application/json")
    pieces, size = [], 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise ClientGone
        pieces.append(message.get("body", b""))
        size += len(pieces[-1])
        if size > MAX_BODY:
            raise BodyTooLarge(
                f"the body has more than {MAX_BODY:,} bytes; send its requests in several bodies"
            )
        if not message.get("more_body", False):
            return b"".join(pieces)


async def _gone(receive: ASGIReceiveCallable) -> None:
    """Return when the client has closed its connection."""
    while (await receive())["type"] != "http.disconnect":
        pass
