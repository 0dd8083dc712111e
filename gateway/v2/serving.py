"""The shell of ``scenestream.v2``: sockets around the session cores and the channels.

A connection reads on as long as its commands are taken, and is sent what its seat holds; the two
never wait for each other. What belongs here: the order of I/O. What does not: what is said.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from websockets.asyncio.server import ServerConnection

from gateway.connection import together
from gateway.effects import Append, Store
from gateway.settings import GatewaySettings
from gateway.v2.channel import Channel, Channels, Parcel, Seat
from gateway.v2.cursor import BadCursor, Cursor, Cursors
from gateway.v2.session import (
    Answer,
    BadFrame,
    CancelRequests,
    Effect,
    Enter,
    NoHello,
    Role,
    TooLong,
    V2Session,
    refusal,
)
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.artifacts import ArtifactRef
from schemas.errors import NotFound, ScenestreamError, Unavailable
from schemas.ids import EventId, RequestId, SessionId
from schemas.state import SessionState
from streams.artifacts import ArtifactStore
from streams.commit import Commit
from streams.errors import SessionErased
from streams.log import envelopes
from streams.past.history import History

logger = logging.getLogger(__name__)

REFUSED, TRY_AGAIN = 1008, 1013
"""WebSocket's "policy violation" and "try again later"."""
HELLO_S = 10.0
"""How long a client may take to say Hello."""
LAST_WORDS_S = 2.0
"""How long a client that is given up may take to hear why."""
TRIES = 20
"""Of a hand edit that others' changes overtake."""


class NoSuchSession(NotFound):
    """There is no session of that id here; say hello without one to begin a new one."""


class Overtaken(Unavailable):
    """The scene changes faster than this change can be added to it; send it again."""


class TooSlow(Unavailable):
    """More waits to be sent to this client than is kept for one; connect again with the cursor of
    the last frame."""


@dataclass(slots=True)
class V2Door:
    """Serves clients of the new protocol."""

    history: History
    artifacts: ArtifactStore
    channels: Channels
    cursors: Cursors
    settings: GatewaySettings

    async def serve(self, socket: ServerConnection) -> None:
        """Speak with one client until it leaves."""
        await _Connection(self, socket).run()


class _Connection:
    def __init__(self, door: V2Door, socket: ServerConnection) -> None:
        self._door, self._socket = door, socket
        self._core = V2Session(lambda: uuid.uuid4().hex)
        self._seat = Seat(wants_transient=False, limit=door.settings.max_behind)
        self._channel: Channel | None = None
        self._inline = False

    async def run(self) -> None:
        if not await self._entered():
            return
        channel = self._channel
        assert channel is not None
        try:
            parts = self._listen(), self._tell(), self._give_up()
            await together(self._socket, channel.session, *parts)
        finally:
            await self._door.channels.rise(channel, self._seat)
            logger.info("client.gone", extra={"session": channel.session})

    # Entering

    async def _entered(self) -> bool:
        """Hear the Hello and find the session; False: it was refused, and the connection closed."""
        try:
            async with asyncio.timeout(HELLO_S):
                message = await self._socket.recv()
            effects = self._core.receive(message, SessionState())
            if not isinstance(effects[0], Enter):
                await self._do(effects)
                await self._socket.close(REFUSED, NoHello.__name__)
                return False
            await self._enter(effects[0].hello)
        except TimeoutError:
            await self._refuse(NoHello(f"no Hello came within {HELLO_S:.0f} s"), REFUSED)
            return False
        except ScenestreamError as refused:
            code = REFUSED if refused.category.is_permanent else TRY_AGAIN
            await self._refuse(refused, code)
            return False
        return True

    async def _enter(self, hello: pb.Hello) -> None:
        cursor = self._cursor(hello)
        session = cursor.session if cursor else SessionId(hello.session)
        if session:
            if not await self._door.history.shards.of(session).knows(session):
                raise NoSuchSession(NoSuchSession.__doc__)
        else:
            session = await self._opened(hello)
        self._seat.wants_transient = hello.progress
        self._inline = hello.assets == pb.Hello.INLINE
        channel = self._channel = await self._door.channels.sit(session, self._seat)
        upto = channel.show.state.at  # what comes after it waits in the seat
        try:
            self._core.entered(session, Role.EDIT)
            await self._welcome(channel, cursor, upto)
        except BaseException:
            await self._door.channels.rise(channel, self._seat)
            raise
        logger.info("client.connected", extra={"session": session, "resumed": cursor is not None})

    def _cursor(self, hello: pb.Hello) -> Cursor | None:
        if not hello.cursor:
            return None
        cursor = self._door.cursors.read(hello.cursor)
        if hello.session and hello.session != cursor.session:
            raise BadCursor("the cursor is of another session than the one that is named")
        return cursor

    async def _opened(self, hello: pb.Hello) -> SessionId:
        session = SessionId(str(uuid.uuid4()))
        opened = e.SessionOpened(protocol="scenestream.v2", client=hello.client[:200])
        log = self._door.history.shards.of(session)
        await log.append(session, None, "opened", [opened])
        return session

    async def _welcome(self, channel: Channel, cursor: Cursor | None, upto: EventId | None) -> None:
        whole = channel.show.whole()  # as of upto, which nothing has moved from yet
        told = pb.Welcome(
            session=channel.session,
            role=self._core.role.value,
            open=[r.id for r in channel.show.state.requests.values() if r.is_open],
            max_frame=self._door.settings.max_frame,
            server="scenestream",
        )
        parcel = channel.parcel(whole)
        missed = None
        if cursor is not None:
            missed = await channel.missed(cursor, upto, max(len(parcel.data), 4096))
        if missed is None:
            whole.frame.welcome.CopyFrom(told)
            await self._send(channel.parcel(whole))
            return
        told.resumed = True
        await self._socket.send(pb.ServerFrame(welcome=told).SerializeToString())
        for one in missed:
            await self._send(one)

    # What the client sends

    async def _listen(self) -> None:
        async for message in self._socket:
            limit = self._door.settings.max_frame
            if len(message) > limit:
                size = TooLong(f"the frame has {len(message):,} bytes, the limit is {limit:,}")
                await self._do([refusal(size)])
                continue
            await self._take(message)

    async def _take(self, message: bytes | str) -> None:
        channel = self._channel
        assert channel is not None
        try:
            for _ in range(TRIES):
                if await self._do(self._core.receive(message, channel.show.state)):
                    return
                await channel.caught_up()
            raise Overtaken(Overtaken.__doc__)
        except ScenestreamError as failed:
            await self._do([refusal(failed, _command(message))])

    async def _do(self, effects: Iterable[Effect]) -> bool:
        """Do them in order; False: the scene has moved on since they were made."""
        for effect in effects:
            match effect:
                case Answer(frame=frame):
                    await self._socket.send(frame.SerializeToString())
                case Store(data=data, ref=ref):
                    await asyncio.to_thread(self._door.artifacts.put, data, ref.media_type)
                case Append():
                    if not await self._append(effect):
                        return False
                case CancelRequests(request=request):
                    await self._cancel(request)
                case Enter():
                    raise BadFrame("a connection says Hello once")
        return True

    async def _append(self, effect: Append) -> bool:
        session = self._core.session
        assert session is not None
        log = self._door.history.shards.of(session)
        events = tuple(envelopes(effect.payloads, session, effect.request, None, "gateway"))
        commit = Commit(session, effect.request, effect.mark, events, revision=effect.revision)
        outcome = (await log.commit(commit)).outcome
        if outcome == "erased":
            raise SessionErased(SessionErased.__doc__)
        return outcome != "stale"

    async def _cancel(self, request: RequestId | None) -> None:
        session = self._core.session
        assert session is not None
        assert self._channel is not None
        log = self._door.history.shards.of(session)
        if request is None:
            await log.cancel_all(session)
        elif request in self._channel.show.state.requests:
            await log.cancel(session, request)
        else:
            raise NotFound(f"{request[:64]!r} is no request of this session")

    # What the client is sent

    async def _tell(self) -> None:
        while True:
            await self._seat.stirred.wait()
            while (parcel := self._seat.take()) is not None:
                await self._send(parcel)

    async def _give_up(self) -> None:
        """Close the connection when its seat is lost, also one that takes nothing any more."""
        await self._seat.lost.wait()
        why, code = self._seat.failure, REFUSED
        if why is None:
            why, code = TooSlow(TooSlow.__doc__), TRY_AGAIN
            logger.warning("client.too_slow", extra={"session": self._core.session})
        try:
            async with asyncio.timeout(LAST_WORDS_S):
                await self._refuse(why, code)
        except TimeoutError:
            self._socket.transport.abort()

    async def _send(self, parcel: Parcel) -> None:
        if self._inline and parcel.told.frame.assets:
            await self._socket.send(await self._with_bytes(parcel))
        else:
            await self._socket.send(parcel.data)

    async def _with_bytes(self, parcel: Parcel) -> bytes:
        frame = pb.ServerFrame()
        frame.ParseFromString(parcel.data)
        for asset in frame.assets:
            ref = ArtifactRef(sha256=asset.sha256, size=asset.size, media_type=asset.media_type)
            asset.data = await asyncio.to_thread(self._door.artifacts.get, ref)
        return bytes(frame.SerializeToString())

    async def _refuse(self, why: ScenestreamError, code: int) -> None:
        await self._socket.send(refusal(why).frame.SerializeToString())
        await self._socket.close(code, why.code)


def _command(message: bytes | str) -> str:
    frame = pb.ClientFrame()
    if isinstance(message, bytes):
        frame.ParseFromString(message)
    return frame.id
