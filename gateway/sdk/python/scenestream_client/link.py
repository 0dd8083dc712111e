"""Keeps one client connected: the shell of ``connection`` around WebSockets of asyncio."""

from __future__ import annotations

import asyncio
import logging
import weakref
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus, InvalidURI
from websockets.typing import Subprotocol

from .connection import (
    SUBPROTOCOL,
    Connection,
    Effect,
    Leave,
    Note,
    Opened,
    Rejoin,
    Send,
    Settled,
    Tell,
)
from .errors import ClientClosed, FellBehind, SceneClientError, ServerError, Unreachable
from .events import Dropped, Event, Notice, OutOfStep

logger = logging.getLogger("scenestream_client")

OPEN_S = 10.0
"""How long a server may take to accept a connection and to say Welcome."""
PING_S = 10.0
MOST_WAITING = 100_000
_STATUSES = {400: "bad_input", 401: "unauthenticated", 403: "forbidden", 404: "not_found"}


class Events:
    """What happens, in order, each thing once, from when this was made. Iterate asynchronously."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[Event | SceneClientError | None] = asyncio.Queue()

    def put(self, event: Event | SceneClientError | None) -> None:
        """``None``: nothing more comes; an error: for this reason."""
        if self._queue.qsize() < MOST_WAITING:
            self._queue.put_nowait(event)
        elif self._queue.qsize() == MOST_WAITING:
            self._queue.put_nowait(FellBehind(FellBehind.__doc__))

    def __aiter__(self) -> AsyncIterator[Event]:
        return self

    async def __anext__(self) -> Event:
        event = await self._queue.get()
        if isinstance(event, Event):
            return event
        self._queue.put_nowait(event)  # it stays the last thing that comes
        if event is None:
            raise StopAsyncIteration
        raise event


@dataclass(slots=True)
class Waiting:
    """Who waits for what becomes of a command."""

    opened: asyncio.Future[Opened]
    settled: asyncio.Future[Settled]


@dataclass(eq=False)
class Link:
    """Connects ``core`` to ``url``, again and again, until it is closed. ``token``: asked for a
    token ("" for none) at every connection; ``notice``: told how the connection fares."""

    url: str
    core: Connection
    token: Callable[[], str]
    notice: Callable[[Notice], None]
    patience_s: float = 0.0
    waiting: dict[str, Waiting] = field(default_factory=dict)
    error: SceneClientError | None = None
    _readers: weakref.WeakSet[Events] = field(default_factory=weakref.WeakSet)
    _outbox: asyncio.Queue[bytes] | None = None
    _task: asyncio.Task[None] | None = None
    _welcomed: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self) -> None:
        """Return when the server has said Welcome. Raises ``Unreachable``, ``Refused``."""
        self._task = asyncio.create_task(self._keep())
        await self._welcomed.wait()
        if self.error is not None:
            raise self.error

    async def close(self) -> None:
        """End the connection; whoever waits is told."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        self._end(ClientClosed(ClientClosed.__doc__))

    def events(self) -> Events:
        """An iterator of what happens from now on."""
        reader = Events()
        if self.error is not None:
            reader.put(None if isinstance(self.error, ClientClosed) else self.error)
        self._readers.add(reader)
        return reader

    def command(self, **what: Any) -> Waiting:
        """Send a command, now or as soon as there is a connection."""
        if self.error is not None:
            raise self.error
        loop = asyncio.get_running_loop()
        command, effects = self.core.command(**what)
        waiting = self.waiting[command] = Waiting(loop.create_future(), loop.create_future())
        for future in (waiting.opened, waiting.settled):
            future.add_done_callback(_looked_at)
        self._do(effects)
        return waiting

    def send(self, **what: Any) -> None:
        """Send a command that nobody waits for, if there is a connection."""
        self._do(self.core.command(**what)[1])

    async def _keep(self) -> None:
        try:
            await self._run()
        except Exception as broken:
            logger.exception("the connection failed")
            self._end(SceneClientError(f"{type(broken).__name__}: {broken}; report this"))

    async def _run(self) -> None:
        started = asyncio.get_running_loop().time()
        while self.error is None:
            why, code = await self._once()
            if self.error is not None:
                break
            verdict = self.core.lost(code)
            if isinstance(verdict, SceneClientError):
                self._end(verdict)
                break
            has_patience = asyncio.get_running_loop().time() + verdict - started < self.patience_s
            if not self._welcomed.is_set() and not has_patience:
                self._end(Unreachable(f"{self.url}: {why}; {Unreachable.__doc__}"))
                break
            self._note(Dropped(why, verdict))
            await asyncio.sleep(verdict)

    async def _once(self) -> tuple[str, int | None]:
        """One connection, until it ends: why it did."""
        token = self.token()
        headers = {"Authorization": f"Bearer {token}"} if token else None
        try:
            async with connect(
                self.url,
                subprotocols=[Subprotocol(SUBPROTOCOL)],
                additional_headers=headers,
                compression=None,
                max_size=None,
                open_timeout=OPEN_S,
                ping_interval=PING_S,
                ping_timeout=PING_S,
                close_timeout=1.0,
            ) as socket:
                return await self._talk(socket)
        except InvalidStatus as refused:
            status = refused.response.status_code
            if status in _STATUSES:
                said = refused.response.body.decode("utf-8", "replace").strip()[:500]
                self._end(ServerError(_STATUSES[status], "HttpStatus", f"HTTP {status}: {said}"))
            return f"HTTP status {status}", None
        except InvalidURI as wrong:
            self._end(Unreachable(f"{wrong}; {Unreachable.__doc__}"))
            return str(wrong), None
        except (OSError, TimeoutError, InvalidHandshake, EOFError) as away:
            return str(away) or type(away).__name__, None

    async def _talk(self, socket: ClientConnection) -> tuple[str, int | None]:
        if socket.subprotocol != SUBPROTOCOL:
            why = f"{self.url} does not speak {SUBPROTOCOL}; {Unreachable.__doc__}"
            self._end(Unreachable(why))
            return "another protocol", None
        outbox = self._outbox = asyncio.Queue()
        outbox.put_nowait(self.core.opened())
        writing = asyncio.create_task(_write(socket, outbox))
        try:
            async with asyncio.timeout(OPEN_S) as patience:
                while True:
                    effects = self.core.receive(await socket.recv())
                    if self.core.is_welcomed:
                        patience.reschedule(None)
                    if not self._do(effects):
                        return "it has to begin anew", None
        except ConnectionClosed as closed:
            code = closed.rcvd.code if closed.rcvd else None
            return str(closed), code
        except TimeoutError:
            return f"the server said no Welcome within {OPEN_S:.0f} s", None
        finally:
            self._outbox = None
            writing.cancel()
            await asyncio.wait([writing])

    def _do(self, effects: Iterable[Effect]) -> bool:
        """Do them; False: the connection is not to go on."""
        for effect in effects:
            match effect:
                case Send(data):
                    if self._outbox is not None:
                        self._outbox.put_nowait(data)
                case Tell(event):
                    for reader in list(self._readers):
                        reader.put(event)
                case Note(notice):
                    self._note(notice)
                case Opened(command):
                    waiting = self.waiting.get(command)
                    if waiting and not waiting.opened.done():
                        waiting.opened.set_result(effect)
                case Settled():
                    self._settle(effect)
                case Rejoin():
                    return False
                case Leave(why):
                    self._end(why)
                    return False
        if self.core.is_welcomed:
            self._welcomed.set()
        return True

    def _settle(self, settled: Settled) -> None:
        waiting = self.waiting.pop(settled.command, None)
        if waiting is None:
            return
        if settled.refused is not None:
            _fail(waiting, settled.refused)
        elif not waiting.settled.done():
            waiting.settled.set_result(settled)

    def _note(self, notice: Notice) -> None:
        level = logging.WARNING if isinstance(notice, OutOfStep) else logging.INFO
        logger.log(level, "%s", notice)
        self.notice(notice)

    def _end(self, why: SceneClientError) -> None:
        if self.error is not None:
            return
        self.error = why
        self._welcomed.set()
        for waiting in self.waiting.values():
            _fail(waiting, why)
        self.waiting.clear()
        for reader in list(self._readers):
            reader.put(None if isinstance(why, ClientClosed) else why)


async def _write(socket: ClientConnection, outbox: asyncio.Queue[bytes]) -> None:
    try:
        while True:
            await socket.send(await outbox.get())
    except ConnectionClosed:
        return  # the reader says so


def _fail(waiting: Waiting, why: SceneClientError) -> None:
    for future in (waiting.opened, waiting.settled):
        if not future.done():
            future.set_exception(why)


def _looked_at(future: asyncio.Future[Any]) -> None:
    """Whoever does not wait for it does not want to hear that nobody did."""
    if not future.cancelled():
        future.exception()
