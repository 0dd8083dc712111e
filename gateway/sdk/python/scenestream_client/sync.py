"""The same client for programs without asyncio: it runs in a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self, TypeVar

from . import wire_v2_pb2 as pb
from .client import URL, Answer, AsyncClient, Request
from .errors import ClientClosed
from .events import Event
from .link import Events
from .mirror import Mirror

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """A wish that the server heard; see ``Request``."""

    request: Request
    _client: Client = field(repr=False)

    @property
    def id(self) -> str:
        """The request's id: ``request`` of the events that are about it."""
        return self.request.id

    def answer(self, timeout_s: float | None = None) -> Answer:
        """Wait for its end. Raises ``RequestFailed``, ``RequestCancelled``, ``TimeoutError``."""
        return self._client.run(self.request.answer(), timeout_s)


class Client:
    """``AsyncClient`` with plain methods; the same arguments. ``timeout_s`` of a method: how long
    to wait at most; the command stands even so.

    ``scene`` follows in the background: what is read of it at two times may be of two revisions.
    """

    def __init__(self, url: str = URL, **options: Any) -> None:
        self._loop = asyncio.new_event_loop()
        running = self._loop.run_forever
        self._thread = threading.Thread(target=running, name="scenestream", daemon=True)
        self._client = AsyncClient(url, **options)

    def __enter__(self) -> Self:
        self._thread.start()
        try:
            self.run(self._client.open())
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the session; it goes on."""
        if self._loop.is_closed():
            return
        if self._thread.is_alive():
            self.run(self._client.close())
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
        self._loop.close()

    def run(self, doing: Coroutine[Any, Any, T], timeout_s: float | None = None) -> T:
        """Do something of the asynchronous client's, and wait for it."""
        if not self._thread.is_alive():
            doing.close()
            raise ClientClosed("the client is not open; use it as `with Client(...) as client`")
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(timeout_s)

    @property
    def session(self) -> str:
        """The session's id."""
        return self._client.session

    @property
    def role(self) -> str:
        """What this client may do there: "edit" or "read"."""
        return self._client.role

    @property
    def cursor(self) -> str:
        """Where this client stands."""
        return self._client.cursor

    @property
    def scene(self) -> Mirror:
        """The scene as it is by now; it follows."""
        return self._client.scene

    def events(self) -> Iterator[Event]:
        """What happens from now on, each thing once; it ends when the client is closed."""
        return self._events(self.run(_listen(self._client)))

    def _events(self, coming: Events) -> Iterator[Event]:
        while not self._loop.is_closed():
            event = self.run(_next(coming))
            if event is None:
                return
            yield event

    def ask(self, text: str, timeout_s: float | None = None) -> Answer:
        """Say it and wait for the answer."""
        return self.run(self._client.ask(text), timeout_s)

    def say(self, text: str, timeout_s: float | None = None) -> SyncRequest:
        """Say it and go on as soon as it is heard."""
        return SyncRequest(self.run(self._client.say(text), timeout_s), self)

    def speak(self, wav: bytes, timeout_s: float | None = None) -> SyncRequest:
        """Say it by voice: one WAV file."""
        return SyncRequest(self.run(self._client.speak(wav), timeout_s), self)

    def picture(self, data: bytes, text: str = "", timeout_s: float | None = None) -> SyncRequest:
        """Have the thing in a picture made as a mesh."""
        return SyncRequest(self.run(self._client.picture(data, text), timeout_s), self)

    def undo(self, count: int = 1, timeout_s: float | None = None) -> Answer:
        """Take the last ``count`` changes back."""
        return self.run(self._client.undo(count), timeout_s)

    def redo(self, count: int = 1, timeout_s: float | None = None) -> Answer:
        """Bring them back."""
        return self.run(self._client.redo(count), timeout_s)

    def confirm(self, yes: bool = True, timeout_s: float | None = None) -> Answer:
        """Answer the question of an ``Answer`` that ``confirms`` something."""
        return self.run(self._client.confirm(yes), timeout_s)

    def cancel(self, request: str = "", timeout_s: float | None = None) -> None:
        """End a request, or all that are open."""
        self.run(self._client.cancel(request), timeout_s)

    def approve(self, text: str = "", request: str = "", timeout_s: float | None = None) -> None:
        """Answer a ``Decomposed`` that ``waits``; see ``AsyncClient.approve``."""
        self.run(self._client.approve(text, request), timeout_s)

    def edit(
        self,
        *upserts: pb.Node,
        removed: Iterable[str] = (),
        skybox: pb.Skybox | None = None,
        name: str = "",
        whole: bool = False,
        base: int | None = None,
        timeout_s: float | None = None,
    ) -> tuple[pb.Conflict.Member, ...]:
        """Change the scene by hand; see ``AsyncClient.edit``."""
        doing = self._client.edit(
            *upserts, removed=removed, skybox=skybox, name=name, whole=whole, base=base
        )
        return self.run(doing, timeout_s)

    def gesture(self, json: str, timeout_s: float | None = None) -> None:
        """Keep a gesture in the session's record."""
        self.run(self._client.gesture(json), timeout_s)

    def report(self, message: str, timeout_s: float | None = None) -> None:
        """Tell whoever debugs the session that something failed on this side."""
        self.run(self._client.report(message), timeout_s)

    def asset(self, asset: str, timeout_s: float | None = None) -> bytes:
        """The bytes of an asset of the scene."""
        return self.run(self._client.asset(asset), timeout_s)

    def export(
        self, file: str = "scene.glb", at: str = "", timeout_s: float | None = None
    ) -> bytes:
        """The whole scene as a file; see ``AsyncClient.export``."""
        return self.run(self._client.export(file, at), timeout_s)


async def _listen(client: AsyncClient) -> Events:
    return client.events()


async def _next(coming: Events) -> Event | None:
    return await anext(coming, None)
