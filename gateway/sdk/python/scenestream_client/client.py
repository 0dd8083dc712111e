"""The asynchronous client: a session that one talks to, over any number of connections."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit, urlunsplit

from . import wire_v2_pb2 as pb
from .assets import Assets, Expired, default_folder
from .backoff import Backoff
from .connection import Connection, Settled
from .errors import RequestCancelled, RequestFailed, UnknownAsset
from .events import Notice
from .exports import exported
from .link import Events, Link, Waiting
from .mirror import Mirror

URL = "ws://127.0.0.1:8765/"
NAME = "scenestream-client/0.1 (Python)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request. ``kind``: as "generate_3d_scene"; ``confirms``: the destructive
    action that waits for ``confirm``; ``asset``: what was asked for as such. "" for none."""

    request: str
    kind: str
    text: str
    confirms: str = ""
    asset: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """A wish that the server heard. ``ahead``: open requests that it waits for; ``estimate_s``:
    how long it takes as the last ones did, 0 for not known."""

    id: str
    text: str
    ahead: int
    estimate_s: float
    _waiting: Waiting = field(repr=False)

    async def answer(self) -> Answer:
        """Wait for its end. Raises ``RequestFailed``, ``RequestCancelled``."""
        return _answer(await asyncio.shield(self._waiting.settled))


class AsyncClient:
    """A client of one session. ``session``: the one to join, "" for a new one; ``token`` and
    ``invitation``: what lets in; ``cache``: the folder of assets' bytes; ``progress``: progress is
    told, too; ``inline``: assets' bytes come with the frames; ``review``: what a scene would be
    made of waits for ``approve``; ``patience_s``: how long to try until the first connection is
    there; ``on_notice``: hears of drops, which nothing else shows.

    Use it as ``async with AsyncClient(...) as client``.
    """

    def __init__(
        self,
        url: str = URL,
        *,
        session: str = "",
        token: str | Callable[[], str] = "",
        invitation: str = "",
        cursor: str = "",
        name: str = NAME,
        cache: Path | None = None,
        progress: bool = True,
        inline: bool = False,
        review: bool = False,
        patience_s: float = 0.0,
        backoff: Backoff | None = None,
        on_notice: Callable[[Notice], None] = lambda notice: None,
    ) -> None:
        self._url = websocket_url(url)
        hello = pb.Hello(client=name, session=session, progress=progress, invitation=invitation)
        hello.review = review
        hello.assets = pb.Hello.INLINE if inline else pb.Hello.REFERENCE
        self._core = Connection(hello, time.monotonic, backoff or Backoff())
        self._core.cursor = cursor
        self._token = token if callable(token) else lambda: token
        self._link = Link(self._url, self._core, self._token, on_notice, patience_s)
        self._assets = Assets(http_base(self._url), cache or default_folder())

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def open(self) -> None:
        """Join the session. Raises ``Unreachable``, ``Refused``, ``ServerError``."""
        try:
            await self._link.open()
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Leave it; the session goes on."""
        await self._link.close()

    @property
    def session(self) -> str:
        """The session's id: give it to another client, and that sees the same."""
        return self._core.session

    @property
    def role(self) -> str:
        """What this client may do there: "edit" or "read"."""
        return self._core.welcome.role if self._core.welcome else ""

    @property
    def cursor(self) -> str:
        """Where this client stands; give it to the next one, and that is told what came since."""
        return self._core.cursor

    @property
    def scene(self) -> Mirror:
        """The scene as it is by now; it follows."""
        return self._core.mirror

    def events(self) -> Events:
        """What happens from now on, each thing once. Iterate with ``async for``."""
        return self._link.events()

    # Requests

    async def ask(self, text: str) -> Answer:
        """Say it and wait for the answer. Raises ``RequestFailed``, ``RequestCancelled``,
        ``Refused``."""
        return await self._end(self._link.command(text=pb.Text(text=text)))

    async def say(self, text: str) -> Request:
        """Say it and go on as soon as it is heard. Raises ``Refused``."""
        return await self._opened(self._link.command(text=pb.Text(text=text)))

    async def speak(self, wav: bytes) -> Request:
        """Say it by voice: one WAV file, 16-bit mono or stereo."""
        return await self._opened(self._link.command(audio=pb.Audio(wav=wav)))

    async def picture(self, data: bytes, text: str = "") -> Request:
        """Have the thing in a picture (PNG, JPEG, WebP) made as a mesh; ``text`` says what."""
        return await self._opened(self._link.command(picture=pb.Picture(data=data, text=text)))

    async def undo(self, count: int = 1) -> Answer:
        """Take the last ``count`` changes back."""
        return await self._end(self._link.command(undo=pb.Undo(count=count)))

    async def redo(self, count: int = 1) -> Answer:
        """Bring them back."""
        return await self._end(self._link.command(redo=pb.Redo(count=count)))

    async def confirm(self, yes: bool = True) -> Answer:
        """Answer the question of an ``Answer`` that ``confirms`` something."""
        return await self._end(self._link.command(confirm=pb.Confirm(yes=yes)))

    # What opens no request

    async def cancel(self, request: str = "") -> None:
        """End a request, or all that are open. Raises ``Refused`` where there is none."""
        await asyncio.shield(self._link.command(cancel=pb.Cancel(request=request)).settled)

    async def approve(self, text: str = "", request: str = "") -> None:
        """Answer a ``Decomposed`` that ``waits``: have it built, or, with ``text``, say what is to
        be otherwise; it is told anew then. ``request``: which; "": the one that waits. Raises
        ``Refused`` where none does."""
        answer = pb.Approve(request=request, text=text)
        await asyncio.shield(self._link.command(approve=answer).settled)

    async def edit(
        self,
        *upserts: pb.Node,
        removed: Iterable[str] = (),
        skybox: pb.Skybox | None = None,
        name: str = "",
        whole: bool = False,
        base: int | None = None,
    ) -> tuple[pb.Conflict.Member, ...]:
        """Change the scene by hand: each node whole, as it is to be. ``base``: the revision that
        was changed, if not the present one. What others changed otherwise since stays theirs, and
        is returned. Raises ``Refused``."""
        revision = self.scene.revision if base is None else base
        state = pb.SceneState(
            base=revision, whole=whole, upserts=upserts, removed=removed, skybox=skybox, name=name
        )
        settled = await asyncio.shield(self._link.command(scene_state=state).settled)
        return settled.conflicts

    async def gesture(self, json: str) -> None:
        """Keep a gesture in the session's record."""
        await asyncio.shield(self._link.command(gesture=pb.Gesture(json=json)).settled)

    async def report(self, message: str) -> None:
        """Tell whoever debugs the session that something failed on this side."""
        await asyncio.shield(self._link.command(failure=pb.Failure(message=message)).settled)

    # Assets

    async def asset(self, asset: str) -> bytes:
        """The bytes of an asset of the scene: over the network once, then from the folder.

        Raises ``UnknownAsset``, ``BrokenAsset``, ``Unreachable``.
        """
        known = self.scene.assets.get(asset)
        if known is None:
            raise UnknownAsset(f"{asset!r}: {UnknownAsset.__doc__}")
        try:
            return await asyncio.to_thread(self._assets.get, known)
        except Expired:
            fresh = await self._fresh(asset)
            return await asyncio.to_thread(self._assets.get, fresh)

    async def export(self, file: str = "scene.glb", at: str = "") -> bytes:
        """The whole scene as a file for other programs: "scene.glb", or "scene.zip" with each mesh
        by itself. ``at``: as it was at a revision ("r3"), an event or a time.

        Raises ``ServerError``, ``Unreachable``.
        """
        base, invitation = http_base(self._url), self._core.hello.invitation
        return await asyncio.to_thread(
            exported, base, self.session, file, at, self._token(), invitation
        )

    async def _fresh(self, asset: str) -> pb.Asset:
        """The asset with a URL that was signed just now: a Welcome has those of the whole scene."""
        hello = pb.Hello(client=NAME, session=self.session, invitation=self._core.hello.invitation)
        link = Link(self._url, Connection(hello, time.monotonic), self._token, lambda notice: None)
        try:
            await link.open()
            known = link.core.mirror.assets.get(asset)
        finally:
            await link.close()
        if known is None:
            raise UnknownAsset(f"{asset!r}: {UnknownAsset.__doc__}")
        return known

    async def _opened(self, waiting: Waiting) -> Request:
        opened = await asyncio.shield(waiting.opened)
        told = opened.accepted
        return Request(opened.request, told.text, told.ahead, told.estimate_s, waiting)

    async def _end(self, waiting: Waiting) -> Answer:
        return _answer(await asyncio.shield(waiting.settled))


def _answer(settled: Settled) -> Answer:
    assert settled.end is not None, "only requests have answers"
    frame = settled.end.frame
    if settled.end.kind == "failed":
        told = frame.failed
        raise RequestFailed(told.category, told.code, told.message, told.stage)
    if settled.end.kind == "cancelled":
        why = frame.cancelled.reason
        raise RequestCancelled(f"the request was cancelled{': ' if why else ''}{why}; ask again")
    done = frame.completed
    return Answer(frame.request, done.kind, done.text, done.confirms, done.asset)


def websocket_url(url: str) -> str:
    """``url`` as a WebSocket's; people paste the page's, too."""
    parts = urlsplit(url)
    scheme = {"http": "ws", "https": "wss"}.get(parts.scheme, parts.scheme)
    return urlunsplit((scheme, parts.netloc, parts.path or "/", parts.query, ""))


def http_base(url: str) -> str:
    """Where the gateway at the WebSocket ``url`` answers HTTP."""
    parts = urlsplit(url)
    scheme = {"ws": "http", "wss": "https"}.get(parts.scheme, parts.scheme)
    return urlunsplit((scheme, parts.netloc, parts.path, "", ""))
