"""The shell of replays: a session's past from its tape through a core to a client's socket.

A replay reads the log and writes nothing. It reads on when it has shown what it read, and sends one
frame after another, so a slow client delays its own replay and fills no memory.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Sequence

from websockets.asyncio.server import ServerConnection

from gateway import replay_url
from gateway.auth.callers import Credentials
from gateway.auth.rights import Deed
from gateway.connection import send, together, too_long
from gateway.effects import Send
from gateway.hub import Hub
from gateway.replay import Replay
from gateway.replay_url import Asked, BadReplayUrl
from gateway.replay_v1 import Seek, V1Replay, refusal
from gateway.settings import GatewaySettings
from gateway.tape import Tape
from gateway.v2.entering import Entrance
from schemas import wire_v2_pb2 as pb
from schemas.errors import ScenestreamError
from schemas.ids import EventId, SessionId, event_order
from schemas.state import SessionState
from streams.artifacts import ArtifactStore
from streams.errors import RedisUnavailable
from streams.past.history import History
from streams.past.naming import one

logger = logging.getLogger(__name__)

UNREAD = 16
"""Messages of a client that wait while it is sent something; more wait in its connection."""
REFUSED = 1008
"""WebSocket's "policy violation": the request can not be honoured as it is."""
FAILED = 1011
"""WebSocket's "internal error": it was honoured, and then something failed here."""


class Replays:
    """Serves the clients that ask for a replay."""

    def __init__(
        self, history: History, hub: Hub, entrance: Entrance, settings: GatewaySettings
    ) -> None:
        self._history, self._hub, self._settings = history, hub, settings
        self._entrance = entrance

    async def serve(self, socket: ServerConnection, path: str, caller: Credentials) -> None:
        """Replay what the request's ``path`` asks for, or say why not and close."""
        try:
            asked = replay_url.parse(path)
            session = await self._found(asked.session, caller)
            tape = Tape(self._history, session)
            begin, until = await ends(tape, asked)
            state = await tape.seek(begin)
        except ScenestreamError as refused:
            await send(socket, self._history.artifacts, refusal(refused))
            await socket.close(REFUSED, refused.code)
            return
        core = V1Replay(session, Replay(asked.speed, asked.max_gap_s, asked.paused, until))
        await send(socket, self._history.artifacts, core.open())
        logger.info("replay.opened", extra={"session": session})
        try:
            with self._hub.news(session) as stirred:
                player = Player(socket, tape, core, self._history.artifacts, stirred)
                listen = player.listen(self._settings.max_frame)
                await together(socket, session, listen, player.play(begin, state))
        finally:
            await tape.close()
            logger.info("replay.closed", extra={"session": session})

    async def _found(self, prefix: str, caller: Credentials) -> SessionId:
        """The session whose id begins with ``prefix``, if the caller may see it again.

        Only operators may leave out a part: others would learn from it which sessions there are.
        """
        who = await self._entrance.authenticator.principal(caller.token)
        if who.operator:
            return await one(self._history.shards, prefix)
        hello = pb.Hello(session=prefix)
        async with self._entrance.entered(hello, caller, Deed.REPLAY) as inside:
            return inside.session


async def ends(tape: Tape, asked: Asked) -> tuple[EventId | None, EventId | None]:
    """The events after which the replay begins and stops; None for the session's own ends."""
    begin = await tape.find(asked.begin) if asked.begin else None
    until = await tape.find(asked.to) if asked.to else None
    if begin and until and event_order(begin) > event_order(until):
        raise BadReplayUrl(
            f"from={asked.begin} ({begin}) lies after to={asked.to} ({until}); exchange them"
        )
    return begin, until


class Player:
    """Plays one tape on one socket. ``stirred`` is set when there may be something to do."""

    def __init__(
        self,
        socket: ServerConnection,
        tape: Tape,
        core: V1Replay,
        artifacts: ArtifactStore,
        stirred: asyncio.Event,
    ) -> None:
        self._socket, self._tape, self._core = socket, tape, core
        self._artifacts, self._stirred = artifacts, stirred
        self._unread: asyncio.Queue[bytes | str] = asyncio.Queue(UNREAD)
        self._now = asyncio.get_running_loop().time

    async def listen(self, max_frame: int) -> None:
        """Take the client's messages until it leaves."""
        async for message in self._socket:
            if len(message) > max_frame:
                await self._send([too_long(len(message), max_frame)])
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
            await self._send([refusal(failed)])
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
                match answer:
                    case Seek(point=point):
                        await self._seek(point)
                    case Send():
                        await self._send([answer])

    async def _seek(self, point: str) -> None:
        try:
            at = await self._tape.find(point)
            state = await self._tape.seek(at)
        except ScenestreamError as refused:
            await self._send([refusal(refused)])
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

    async def _send(self, effects: Sequence[Send]) -> None:
        for effect in effects:
            await send(self._socket, self._artifacts, effect)
