"""Plays a session's past to one client, whatever protocol it speaks.

A replay reads the log and writes nothing. It reads on when it has shown what it read, and sends one
frame after another, so a slow client delays its own replay and fills no memory. What belongs here:
the order of I/O. What does not: what frames look like (``replay_v1``, ``v2.replay``), and when an
event is due (``replay``).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from websockets.asyncio.server import ServerConnection

from gateway.replay import Notice, Replay
from gateway.tape import Tape
from schemas.errors import ScenestreamError, TooLarge
from schemas.events import Event
from schemas.ids import EventId, SessionId
from schemas.state import SessionState
from streams.errors import RedisUnavailable

logger = logging.getLogger(__name__)

UNREAD = 16
"""Messages of a client that wait while it is sent something; more wait in its connection."""
FAILED = 1011
"""WebSocket's "internal error": it was honoured, and then something failed here."""
F = TypeVar("F")
F_co = TypeVar("F_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Seek:
    """Find the point of the session that ``point`` names, then call ``sought``."""

    point: str


class ReplayCore(Protocol[F_co]):
    """What a protocol makes of a replay; ``F_co`` is what its clients are sent."""

    @property
    def session(self) -> SessionId: ...

    @property
    def replay(self) -> Replay: ...

    def begun(self, at: EventId | None, state: SessionState, now: float) -> Sequence[F_co]:
        """The replay begins after ``at`` (None: with the session), in ``state``."""
        ...

    def show(self, come: Event | Notice) -> Sequence[F_co]:
        """What the client is sent of what the replay gave out."""
        ...

    def receive(self, message: bytes | str, now: float) -> Sequence[F_co | Seek]:
        """What to do about a message that came at ``now``."""
        ...

    def sought(self, at: EventId | None, state: SessionState, now: float) -> Sequence[F_co]:
        """The replay goes on after ``at``, where the session was in ``state``."""
        ...

    def refusal(self, why: ScenestreamError) -> F_co:
        """What the client is told of an error."""
        ...


class Player(Generic[F]):
    """Plays one tape on one socket. ``deliver`` sends a frame; ``stirred`` is set when there may be
    something to do."""

    def __init__(
        self,
        socket: ServerConnection,
        tape: Tape,
        core: ReplayCore[F],
        deliver: Callable[[F], Awaitable[None]],
        stirred: asyncio.Event,
    ) -> None:
        self._socket, self._tape, self._core = socket, tape, core
        self._deliver, self._stirred = deliver, stirred
        self._unread: asyncio.Queue[bytes | str] = asyncio.Queue(UNREAD)
        self._now = asyncio.get_running_loop().time

    async def listen(self, max_frame: int) -> None:
        """Take the client's messages until it leaves."""
        async for message in self._socket:
            if len(message) > max_frame:
                size = f"the message has {len(message):,} bytes, the limit is {max_frame:,}"
                await self._send([self._core.refusal(TooLarge(f"{size}; send less at once"))])
                continue
            await self._unread.put(message)
            self._stirred.set()

    async def play(self, begin: EventId | None, state: SessionState) -> None:
        """Show the session from ``state``, after ``begin``, on and obey the client, for ever.

        Until it can not be read on: then the client is told why, and the connection closed.
        """
        try:
            await self._play(begin, state)
        except ScenestreamError as failed:
            logger.warning(
                "replay.failed", extra={"session": self._core.session, "error": str(failed)}
            )
            await self._send([self._core.refusal(failed)])
            await self._socket.close(FAILED, failed.code)

    async def _play(self, begin: EventId | None, state: SessionState) -> None:
        replay = self._core.replay
        await self._send(self._core.begun(begin, state, self._now()))
        while True:
            if self._stirred.is_set():
                self._stirred.clear()
                replay.expect_more()
            await self._obey()
            if replay.wants and not await self._read_on():
                continue
            come = replay.take(self._now())
            if come is None:
                await self._rest(replay.wait_s(self._now()))
            else:
                await self._send(self._core.show(come))
                await asyncio.sleep(0)  # a fast replay of a long session leaves others their time

    async def _obey(self) -> None:
        while not self._unread.empty():
            for answer in self._core.receive(self._unread.get_nowait(), self._now()):
                if isinstance(answer, Seek):
                    await self._seek(answer.point)
                else:
                    await self._send([answer])

    async def _seek(self, point: str) -> None:
        try:
            at = await self._tape.find(point)
            state = await self._tape.seek(at)
        except ScenestreamError as refused:
            await self._send([self._core.refusal(refused)])
        else:
            await self._send(self._core.sought(at, state, self._now()))

    async def _read_on(self) -> bool:
        """Read the next events; whether Redis gave an answer."""
        try:
            self._core.replay.feed(await self._tape.more())
        except RedisUnavailable as away:
            logger.warning("redis.lost", extra={"error": str(away)})
            return False
        return True

    async def _rest(self, seconds: float | None) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stirred.wait()

    async def _send(self, frames: Sequence[F]) -> None:
        for frame in frames:
            await self._deliver(frame)
