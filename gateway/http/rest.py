"""Sessions over plain HTTP: open one, send it commands, read its scene, follow what happens.

The same cores, channels and rules as over a WebSocket; frames are in Protocol Buffers' JSON form.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Header, Query
from fastapi.responses import StreamingResponse
from google.protobuf.json_format import MessageToDict, MessageToJson, Parse, ParseError
from pydantic import BaseModel, Field

from gateway.auth.callers import Credentials
from gateway.auth.invites import LONGEST_S
from gateway.auth.rights import Deed, Standing
from gateway.http.calling import Caller, Words
from gateway.http.refusing import Refusal
from gateway.v2.channel import Parcel, stirred
from gateway.v2.entering import Entrance
from gateway.v2.naming import request_of
from gateway.v2.session import V2Session
from gateway.v2.taking import Taker
from schemas import wire_v2_pb2 as pb
from schemas.errors import BadInput
from streams.past import points
from streams.past.history import History

BEAT_S = 15.0
"""How often a stream of events says that it is there, when nothing happens."""


class BadCommandBody(BadInput):
    """The body is no ClientFrame of scenestream.v2 in JSON, as {"text": {"text": "a room"}}."""


class Opened(BaseModel):
    """A new session. ``cursor``: follow what happens in it from here."""

    session: str
    cursor: str


class Taken(BaseModel):
    """A command that was taken. ``request``: the request it opened, if it opens one; ``answers``:
    what only its sender is told, as ServerFrames in JSON."""

    command: str
    request: str
    answers: list[dict[str, Any]] = []


class Told(BaseModel):
    """A session as it is, or was: ``frame`` is a ServerFrame in JSON, with the whole scene."""

    session: str
    revision: int
    frame: dict[str, Any]


class Terms(BaseModel):
    """What an invitation gives, and for how many seconds."""

    gives: Literal[Standing.READER, Standing.EDITOR] = Standing.READER
    lasts_s: Annotated[int, Field(gt=0, le=LONGEST_S)] = 24 * 3600


class Invited(BaseModel):
    """An invitation: ``?invitation=`` here, ``Hello.invitation`` there. Who holds it has it."""

    invitation: str


@dataclass(frozen=True, slots=True)
class Rest:
    """The routes of sessions."""

    history: History
    entrance: Entrance
    taker: Taker

    def router(self) -> APIRouter:
        """All of them."""
        router = APIRouter(prefix="/sessions", tags=["sessions"])
        router.post("", status_code=201, summary="Open a session")(self.open)
        router.post("/{session}/invitations", status_code=201, summary="Let others in")(self.invite)
        router.get("/{session}", summary="The scene as it is, or was at a point")(self.scene)
        router.post("/{session}/commands", status_code=202, summary="Send a command")(self.command)
        router.delete(
            "/{session}/requests/{wish}", status_code=202, summary="Cancel an open request"
        )(self.cancel)
        router.get(
            "/{session}/events",
            summary="What happens, as server-sent events: one ServerFrame in JSON each",
            response_class=StreamingResponse,
        )(self.events)
        return router

    async def open(self, caller: Caller, client: Annotated[Words, Body(embed=True)] = "") -> Opened:
        async with self.entrance.entered(pb.Hello(client=client), caller) as inside:
            return Opened(session=inside.session, cursor=inside.first[0].told.frame.cursor)

    async def invite(self, caller: Caller, session: str, terms: Terms) -> Invited:
        hello = pb.Hello(session=session)
        async with self.entrance.entered(hello, caller, Deed.INVITE) as inside:
            written = self.entrance.invitations.write(inside.session, terms.gives, terms.lasts_s)
            return Invited(invitation=written)

    async def scene(
        self,
        caller: Caller,
        session: str,
        at: Annotated[str, Query(description="an event, a revision (r3) or a time")] = "",
    ) -> Told:
        async with self.entrance.entered(pb.Hello(session=session), caller) as inside:
            channel = inside.channel
            parcel = inside.first[0]
            if at:
                point = await points.resolve(self.history, inside.session, at)
                parcel = channel.parcel(await channel.as_of(point))
            frame = parcel.told.frame
            return Told(
                session=inside.session, revision=frame.scene.revision, frame=MessageToDict(frame)
            )

    async def command(
        self, caller: Caller, session: str, body: Annotated[dict[str, Any], Body()]
    ) -> Taken:
        return await self._take(caller, session, command_of_body(body), Deed.COMMAND)

    async def cancel(self, caller: Caller, session: str, wish: str) -> Taken:
        frame = pb.ClientFrame(cancel=pb.Cancel(request=wish))
        return await self._take(caller, session, frame, Deed.CANCEL)

    async def _take(
        self, caller: Credentials, session: str, frame: pb.ClientFrame, deed: Deed
    ) -> Taken:
        frame.id = frame.id or uuid.uuid4().hex
        core = V2Session(lambda: frame.id)
        async with self.entrance.entered(pb.Hello(session=session), caller, deed) as inside:
            core.welcomed(inside.session, inside.role)
            answers = await self.taker.take(
                core, frame.SerializeToString(), inside.channel, inside.allowance
            )
        for answer in answers:
            if answer.WhichOneof("event") == "refused":
                raise Refusal(answer.refused)
        opens = frame.WhichOneof("command") in REQUESTS
        return Taken(
            command=frame.id,
            request=request_of(inside.session, frame.id) if opens else "",
            answers=[MessageToDict(a) for a in answers],
        )

    async def events(
        self,
        caller: Caller,
        session: str,
        cursor: str = "",
        progress: bool = True,
        last_event_id: Annotated[str, Header()] = "",
    ) -> StreamingResponse:
        hello = pb.Hello(session=session, cursor=last_event_id or cursor, progress=progress)
        async with self.entrance.entered(hello, caller, stays=True):
            pass  # what is wrong with it has a status, before there is a stream
        return StreamingResponse(
            self._stream(hello, caller),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    async def _stream(self, hello: pb.Hello, caller: Credentials) -> AsyncIterator[str]:
        async with self.entrance.entered(hello, caller, stays=True) as inside:
            seat = inside.seat
            for first in inside.first:
                yield _event(first)
            while not seat.is_lost:
                while (parcel := seat.take()) is not None:
                    yield _event(parcel)
                if not await stirred(seat, BEAT_S):
                    yield ": still here\n\n"


REQUESTS = ("text", "audio", "picture", "undo", "redo", "confirm")
"""Commands that open a request."""


def _event(parcel: Parcel) -> str:
    frame = parcel.told.frame
    kind = frame.WhichOneof("event") or "scene"
    lines = [f"event: {kind}", f"data: {MessageToJson(frame, indent=None)}"]
    if frame.cursor:
        lines.append(f"id: {frame.cursor}")
    return "\n".join(lines) + "\n\n"


def command_of_body(body: dict[str, Any]) -> pb.ClientFrame:
    """The command that a JSON body is. Raises ``BadCommandBody``."""
    frame = pb.ClientFrame()
    try:
        Parse(json.dumps(body), frame)
    except ParseError as broken:
        raise BadCommandBody(f"{BadCommandBody.__doc__} ({broken})") from broken
    return frame
