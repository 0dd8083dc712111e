"""Watching a session again: a scene that lives through its past, steered."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from . import wire_v2_pb2 as pb
from .backoff import Backoff
from .client import NAME, URL, websocket_url
from .connection import Connection
from .events import Notice
from .link import Events, Link
from .mirror import Mirror

AT_ONCE = -1.0
"""The speed at which no event waits for its time."""


class AsyncReplay:
    """``session`` from its beginning, or from ``seek``: an event's id, a revision ("12") or a time
    ("2026-03-01T12:30", "+90s", "-10s"). ``speed``: 1 is as it was.

    After a drop it goes on where it stood, with the whole scene first.
    """

    def __init__(
        self,
        session: str,
        url: str = URL,
        *,
        speed: float = 1.0,
        seek: str = "",
        paused: bool = False,
        token: str | Callable[[], str] = "",
        invitation: str = "",
        backoff: Backoff | None = None,
        on_notice: Callable[[Notice], None] = lambda notice: None,
    ) -> None:
        replay = pb.Playback(paused=paused, speed=speed, seek=seek)
        hello = pb.Hello(client=NAME, session=session, invitation=invitation, replay=replay)
        self._core = Connection(hello, time.monotonic, backoff or Backoff())
        shown = token if callable(token) else lambda: token
        self._link = Link(websocket_url(url), self._core, shown, on_notice)
        self._events = self._link.events()

    async def __aenter__(self) -> Self:
        try:
            await self._link.open()
        except BaseException:
            await self._link.close()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._link.close()

    @property
    def scene(self) -> Mirror:
        """The scene at the point where the replay stands."""
        return self._core.mirror

    def events(self) -> Events:
        """What is shown, from the replay's beginning; ``Played`` says what the replay does."""
        return self._events

    def pause(self) -> None:
        """Stop here."""
        self._link.send(playback=pb.Playback(paused=True))

    def play(self) -> None:
        """Go on."""
        self._link.send(playback=pb.Playback(paused=False))

    def step(self) -> None:
        """Go to the next change that can be seen, and stop there."""
        self._link.send(playback=pb.Playback(step=True))

    def speed(self, speed: float) -> None:
        """Go on at another speed."""
        self._link.send(playback=pb.Playback(speed=speed))

    def seek(self, point: str) -> None:
        """Go on from another point."""
        self._link.send(playback=pb.Playback(seek=point))
