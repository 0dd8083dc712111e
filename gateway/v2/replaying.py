"""The shell of replays over the new protocol: a session's tape to a client's socket."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from websockets.asyncio.server import ServerConnection

from gateway.auth.callers import Credentials
from gateway.auth.rights import Deed
from gateway.connection import known, together
from gateway.hub import Hub
from gateway.player import Player
from gateway.replay import Replay
from gateway.settings import GatewaySettings
from gateway.tape import Tape
from gateway.v2.entering import Entrance
from gateway.v2.replay import V2Replay, speed_of
from gateway.v2.session import BadClientFrame
from schemas import wire_v2_pb2 as pb
from streams.past.history import History

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class V2Replays:
    """Serves clients whose Hello asks for a replay. ``place``: gives an asset its URL."""

    history: History
    hub: Hub
    entrance: Entrance
    settings: GatewaySettings
    place: Callable[[str], str]

    async def serve(
        self, socket: ServerConnection, hello: pb.Hello, credentials: Credentials
    ) -> None:
        """Replay what ``hello`` names until the client leaves. Raises what is wrong with it."""
        if not hello.session:
            raise BadClientFrame("a replay is of a session; name it in the Hello")
        async with self.entrance.entered(hello, credentials, Deed.REPLAY) as inside:
            session = inside.session
            known(socket)
        asked = hello.replay
        paused = asked.WhichOneof("state") == "paused" and asked.paused
        replay = Replay(speed_of(asked.speed), paused=paused)
        tape = Tape(self.history, session)
        try:
            begin = await tape.find(asked.seek) if asked.seek else None
            state = await tape.seek(begin)
            logger.info("replay.opened", extra={"session": session})
            core = V2Replay(session, replay, self.settings.max_frame)
            with self.hub.news(session) as stirred:

                async def deliver(frame: pb.ServerFrame) -> None:
                    for asset in frame.assets:
                        asset.url = self.place(asset.sha256)
                    await socket.send(frame.SerializeToString())

                player = Player(socket, tape, core, deliver, stirred)
                listen = player.listen(self.settings.max_frame)
                await together(socket, session, listen, player.play(begin, state))
        finally:
            await tape.close()
            logger.info("replay.closed", extra={"session": session})
