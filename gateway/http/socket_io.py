"""Socket.IO at /socket.io: `model_start` in, `model_event` and `model_response` out.

A shell around ``conversing``, on python-socketio, which speaks the protocol. It is an extra: the
contract's clients alone need it, and where it is missing the path says what to install.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import JSONResponse

from gateway.auth.callers import Credentials, credentials
from gateway.http.conversing import Asked, Conversations
from gateway.http.model_events import Said
from schemas.errors import BadInput, Category, Misconfigured, ScenestreamError

logger = logging.getLogger(__name__)

_unheard = logging.getLogger(f"{__name__}.library")
_unheard.setLevel(logging.CRITICAL)  # what it calls errors is what clients do wrong

PATH = "/socket.io"
MOST_ASKED = 8
"""Messages of one connection that may be answered at a time."""


class NoSocketIo(Misconfigured):
    """Socket.IO needs the package python-socketio; pip install 'scenestream[socketio]'."""


class BadStart(BadInput):
    """This is no model_start; send {message, thread_id, user_id, message_id}, each a text."""


class AllBusy(BadInput):
    """This connection waits for as many answers as one may; ask when the next one is there."""

    category = Category.UNAVAILABLE


class SocketIo:
    """An ASGI application for everything below ``PATH``."""

    def __init__(self, conversations: Conversations, most_bytes: int) -> None:
        self._conversations = conversations
        self._callers: dict[str, Credentials] = {}
        self._asked: defaultdict[str, set[asyncio.Task[None]]] = defaultdict(set)
        self._server: Any = None
        self._app: Any = _missing
        try:
            import socketio
        except ImportError:
            return
        self._refused = socketio.exceptions.ConnectionRefusedError
        # Pages are let in by ``Guard``, as at every door, so that the library need not.
        self._server = socketio.AsyncServer(
            async_mode="asgi",
            cors_allowed_origins=[],
            max_http_buffer_size=min(most_bytes, 1_000_000),
            logger=_unheard,
            engineio_logger=_unheard,
        )
        self._server.on("connect", self._connected)
        self._server.on("disconnect", self._gone)
        self._server.on("model_start", self._started)
        self._app = socketio.ASGIApp(self._server, socketio_path=PATH.strip("/"))

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """ASGI."""
        await self._app(scope, receive, send)

    async def _connected(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        scope = environ.get("asgi.scope", {})
        headers = Headers(scope=scope)
        query = scope.get("query_string", b"").decode("latin-1")
        address = (scope.get("client") or ("",))[0]
        shown = credentials(headers, query, (), address)
        if isinstance(auth, dict) and isinstance(auth.get("token"), str):
            shown = shown.or_else(auth["token"], str(auth.get("invitation", "")))
        try:
            await self._conversations.entrance.known(shown)
        except ScenestreamError as refused:
            raise self._refused(_told(refused)) from refused
        self._callers[sid] = shown

    async def _gone(self, sid: str, *_: Any) -> None:
        self._callers.pop(sid, None)
        for task in self._asked.pop(sid, set()):
            task.cancel()

    async def _started(self, sid: str, data: Any = None) -> None:
        running = self._asked[sid]
        if len(running) >= MOST_ASKED:
            await self._respond(sid, {"thread_id": "", **_told(AllBusy(AllBusy.__doc__))})
            return
        task = asyncio.create_task(self._answer(sid, data))
        running.add(task)
        task.add_done_callback(running.discard)

    async def _answer(self, sid: str, data: Any) -> None:
        thread = data.get("thread_id", "") if isinstance(data, dict) else ""
        try:
            asked = _asked(data)
            caller = self._callers.get(sid, Credentials())
            async with self._conversations.asked(asked, caller) as answering:
                thread = asked.thread or answering.session
                async for said, _ in answering.said():
                    if said is not None:
                        await self._tell(sid, thread, said)
        except ScenestreamError as failed:
            await self._respond(sid, {"thread_id": thread, **_told(failed)})
        except Exception:
            logger.exception("socket_io.failed")
            told = {"error": "internal error; the session is kept", "code": "Internal"}
            await self._respond(sid, {"thread_id": thread, **told})

    async def _tell(self, sid: str, thread: str, said: Said) -> None:
        match said.name:
            case "event":
                await self._server.emit("model_event", said.data, to=sid)
            case "complete":
                await self._respond(sid, {"thread_id": thread, **said.data})
            case "error":
                await self._respond(sid, {"thread_id": thread, **said.data})

    async def _respond(self, sid: str, told: dict[str, Any]) -> None:
        await self._server.emit("model_response", told, to=sid)


def _asked(data: Any) -> Asked:
    """The message. Raises ``BadStart``."""
    told = data if isinstance(data, dict) else {}
    given = [told.get(n) or "" for n in ("message", "thread_id", "user_id", "message_id")]
    message, *rest = (text for text in given if isinstance(text, str))
    if len(rest) < 3 or not message.strip():
        raise BadStart(BadStart.__doc__)
    try:
        "".join((message, *rest)).encode()
    except UnicodeEncodeError as half:  # JSON can hold halves of characters
        raise BadStart(BadStart.__doc__) from half
    return Asked(message, *rest)


def _told(failed: ScenestreamError) -> dict[str, Any]:
    return {"error": str(failed), "code": failed.code, "category": str(failed.category)}


async def _missing(scope: Any, receive: Any, send: Any) -> None:
    """What is answered where the package is not there."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1011, "reason": NoSocketIo.__name__})
        return
    missing = NoSocketIo(NoSocketIo.__doc__)
    await JSONResponse(_told(missing), missing.category.status)(scope, receive, send)
