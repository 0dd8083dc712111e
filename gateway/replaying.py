"""The shell of replays: a session's past from its tape through a core to a client's socket.

A replay reads the log and writes nothing. It reads on when it has shown what it read, and sends one
frame after another, so a slow client delays its own replay and fills no memory.
"""

from __future__ import annotations

import logging

from websockets.asyncio.server import ServerConnection

from gateway import replay_url
from gateway.auth.callers import Credentials
from gateway.auth.rights import Deed
from gateway.connection import known, send, together
from gateway.effects import Send
from gateway.hub import Hub
from gateway.player import Player
from gateway.replay import Replay
from gateway.replay_url import Asked, BadReplayUrl
from gateway.replay_v1 import V1Replay, refusal
from gateway.settings import GatewaySettings
from gateway.tape import Tape
from gateway.v2.entering import Entrance
from schemas import wire_v2_pb2 as pb
from schemas.errors import ScenestreamError
from schemas.ids import EventId, SessionId, event_order
from streams.past.history import History
from streams.past.naming import one

logger = logging.getLogger(__name__)

REFUSED, TRY_AGAIN = 1008, 1013
"""WebSocket's "policy violation": the request can not be honoured as it is; and "try again
later"."""


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
            known(socket)
            tape = Tape(self._history, session)
            begin, until = await ends(tape, asked)
            state = await tape.seek(begin)
        except ScenestreamError as refused:
            await send(socket, self._history.artifacts, refusal(refused))
            code = REFUSED if refused.category.is_permanent else TRY_AGAIN
            await socket.close(code, refused.code)
            return
        core = V1Replay(session, Replay(asked.speed, asked.max_gap_s, asked.paused, until))
        await send(socket, self._history.artifacts, core.open())
        logger.info("replay.opened", extra={"session": session})
        try:
            with self._hub.news(session) as stirred:

                async def deliver(effect: Send) -> None:
                    await send(socket, self._history.artifacts, effect)

                player = Player(socket, tape, core, deliver, stirred)
                listen = player.listen(self._settings.max_frame)
                await together(socket, session, listen, player.play(begin, state))
        finally:
            await tape.close()
            logger.info("replay.closed", extra={"session": session})

    async def _found(self, prefix: str, caller: Credentials) -> SessionId:
        """The session whose id begins with ``prefix``, if the caller may see it again.

        Only operators may leave out a part: others would learn from it which sessions there are.
        """
        who = await self._entrance.principal(caller)
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
