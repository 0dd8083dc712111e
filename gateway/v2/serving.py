"""The shell of ``scenestream.v2`` over WebSockets: sockets around session cores and channels.

A connection reads on as long as its commands are taken, and is sent what its seat holds; the two
never wait for each other. What belongs here: the order of I/O. What does not: what is said.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import uuid
from dataclasses import dataclass

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from gateway.auth.callers import Credentials
from gateway.connection import known, reported
from gateway.limits.errors import NeverWaits
from gateway.settings import GatewaySettings
from gateway.v2.channel import Parcel
from gateway.v2.entering import Entered, Entrance
from gateway.v2.replaying import V2Replays
from gateway.v2.session import Answer, CommandTooLong, Enter, NoHello, V2Session, refusal
from gateway.v2.taking import Taker
from schemas import wire_v2_pb2 as pb
from schemas.artifacts import ArtifactRef
from schemas.errors import ScenestreamError, Unavailable
from schemas.state import SessionState
from streams.ending import end

logger = logging.getLogger(__name__)

REFUSED, TRY_AGAIN = 1008, 1013
"""WebSocket's "policy violation" and "try again later"."""
LAST_WORDS_S = 2.0
"""How long a client that is given up may take to hear why."""


class ClientTooSlow(Unavailable):
    """More waits to be sent to this client than is kept for one; connect again with the cursor of
    the last frame."""


@dataclass(frozen=True, slots=True)
class V2Door:
    """Serves clients of the new protocol."""

    entrance: Entrance
    taker: Taker
    replays: V2Replays
    settings: GatewaySettings

    async def serve(self, socket: ServerConnection, credentials: Credentials) -> None:
        """Speak with one client until it leaves."""
        core = V2Session(lambda: uuid.uuid4().hex)
        hello = await _hello(socket, core, self.settings.limits.hello_s)
        if hello is None:
            return
        try:
            if hello.HasField("replay"):
                await self.replays.serve(socket, hello, credentials)
                return
            async with self.entrance.entered(hello, credentials, stays=True) as inside:
                core.entered(inside.session, inside.role)
                known(socket)
                inline = hello.assets == pb.Hello.INLINE
                await _Connection(self, socket, core, inside, inline).run()
        except ScenestreamError as refused:
            await refuse(socket, refused, REFUSED if refused.category.is_permanent else TRY_AGAIN)


@dataclass(slots=True)
class _Connection:
    """A client that is in a session. ``inline``: it wants its assets' bytes in the frames.

    Besides the task that listens to it, there is one only while something is sent, and one when
    it is given up: ten thousand clients to whom nothing happens have ten thousand tasks.
    """

    door: V2Door
    socket: ServerConnection
    core: V2Session
    inside: Entered
    inline: bool
    _telling: asyncio.Task[None] | None = None
    _giving_up: asyncio.Task[None] | None = None

    async def run(self) -> None:
        session, seat = self.inside.session, self.inside.seat
        logger.info("client.connected", extra={"session": session})
        try:
            for parcel in self.inside.first:
                await self._send(parcel)
            self.inside.first.clear()  # nobody needs it any more, and it may be a whole scene
            seat.stir = self._stirred
            self._stirred()  # of what came meanwhile
            async with reported(self.socket, session):
                await self._listen()
        finally:
            seat.stir = _unheard
            await end(*(task for task in (self._telling, self._giving_up) if task is not None))
            self._telling = self._giving_up = None  # their tracebacks hold this connection
            logger.info("client.gone", extra={"session": session})

    def _stirred(self) -> None:
        seat = self.inside.seat
        if seat.is_lost:
            self._giving_up = self._giving_up or asyncio.create_task(self._give_up())
        elif seat.waiting and (self._telling is None or self._telling.done()):
            self._telling = asyncio.create_task(self._tell())

    async def _listen(self) -> None:
        allowance = self.inside.allowance
        async for message in self.socket:
            for answer in await self._answers(message):
                await self.socket.send(answer.SerializeToString())
            if allowance.is_exhausted:
                await self.socket.close(TRY_AGAIN, NeverWaits.__name__)
                return

    async def _answers(self, message: bytes | str) -> list[pb.ServerFrame]:
        limit, allowance = self.door.settings.max_frame, self.inside.allowance
        if len(message) <= limit:
            return await self.door.taker.take(self.core, message, self.inside.channel, allowance)
        try:
            allowance.command(len(message))
            raise CommandTooLong(f"the frame has {len(message):,} bytes, the limit is {limit:,}")
        except ScenestreamError as refused:
            return [refusal(refused).frame]

    async def _tell(self) -> None:
        """Send what waits. A connection that has ended is the listener's to hear of."""
        with contextlib.suppress(ConnectionClosed):
            async with reported(self.socket, self.inside.session):
                while (parcel := self.inside.seat.take()) is not None:
                    await self._send(parcel)

    async def _give_up(self) -> None:
        """Close the connection whose seat is lost, also one that takes nothing any more."""
        seat = self.inside.seat
        why, code = seat.failure, REFUSED
        if why is None:
            why, code = ClientTooSlow(ClientTooSlow.__doc__), TRY_AGAIN
            logger.warning("client.too_slow", extra={"session": self.inside.session})
        try:
            async with asyncio.timeout(LAST_WORDS_S):
                await refuse(self.socket, why, code)
        except TimeoutError:
            self.socket.transport.abort()
        except ConnectionClosed:
            pass

    async def _send(self, parcel: Parcel) -> None:
        if self.inline and parcel.told.frame.assets:
            await self.socket.send(await self._with_bytes(parcel))
        else:
            await self.socket.send(parcel.data)

    async def _with_bytes(self, parcel: Parcel) -> bytes:
        frame = pb.ServerFrame()
        frame.ParseFromString(parcel.data)
        for asset in frame.assets:
            ref = ArtifactRef(sha256=asset.sha256, size=asset.size, media_type=asset.media_type)
            asset.data = await asyncio.to_thread(self.door.taker.artifacts.get, ref)
        return bytes(frame.SerializeToString())


async def _hello(socket: ServerConnection, core: V2Session, patience_s: float) -> pb.Hello | None:
    """The client's Hello; None: there came none in time, and the connection is closed."""
    try:
        async with asyncio.timeout(patience_s):
            message = await socket.recv()
    except TimeoutError:
        late = NoHello(f"no Hello came within {patience_s:g} s; say it at once")
        await refuse(socket, late, REFUSED)
        return None
    match core.receive(message, SessionState()):
        case [Enter(hello=hello)]:
            return hello
        case [Answer(frame=frame)]:
            await socket.send(frame.SerializeToString())
    await socket.close(REFUSED, NoHello.__name__)
    return None


async def refuse(socket: ServerConnection, why: ScenestreamError, code: int) -> None:
    """Say ``why``, and close with ``code``."""
    await socket.send(refusal(why).frame.SerializeToString())
    await socket.close(code, why.code)


def _unheard() -> None:
    """Nobody sits there any more."""
