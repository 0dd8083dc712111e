"""One message and all that comes of it: what the token stream and Socket.IO are shells around.

A thread is a session: one of that id, or the one that its name always leads to, for the same
person. Everything goes through the same entrance, limits and session core as over any door.
"""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from gateway.auth.callers import Credentials
from gateway.auth.rights import Deed
from gateway.http.model_events import Said, Telling
from gateway.http.refusing import Refusal
from gateway.v2.channel import Seat, stirred
from gateway.v2.entering import Entrance
from gateway.v2.naming import request_of
from gateway.v2.session import V2Session
from gateway.v2.taking import Taker
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.errors import TooLarge, Unavailable
from schemas.ids import SessionId, is_safe_id

CLIENT = "model-control"
MOST_NAME = 200
"""Characters of a thread's or a user's name."""
BEAT_S = 15.0
_THREADS = uuid.UUID("5b6f2f0e-8a55-4d0f-9a1b-0b6f6f1c7d3e")


class NameTooLong(TooLarge):
    """A thread_id or user_id may have 200 characters; take a shorter one."""


class LostTouch(Unavailable):
    """The answer could not be followed to its end; it goes on: read it in the session."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a client asks. ``user``: whom it says it asks for, where nobody has to say who they
    are."""

    message: str
    thread: str = ""
    user: str = ""


@dataclass(frozen=True, slots=True)
class Answering:
    """A message that was taken, and what is told of it."""

    session: SessionId
    telling: Telling
    seat: Seat

    async def said(self) -> AsyncIterator[Said | None]:
        """What comes of it, up to its end; None: nothing did for a while. Raises ``LostTouch``."""
        yield self.telling.begin()
        while not self.telling.ended:
            while (parcel := self.seat.take()) is not None:
                for said in self.telling.of(parcel.told.frame):
                    yield said
            if self.telling.ended:
                return
            if self.seat.is_lost:
                raise self.seat.failure or LostTouch(LostTouch.__doc__)
            if not await stirred(self.seat, BEAT_S):
                yield None


@dataclass(frozen=True, slots=True)
class Conversations:
    """Takes messages."""

    entrance: Entrance
    taker: Taker

    @asynccontextmanager
    async def asked(self, asked: Asked, caller: Credentials) -> AsyncIterator[Answering]:
        """The message is taken, and followed meanwhile. Raises what ``Entrance.entered`` does,
        ``Refusal``, ``NameTooLong``."""
        if max(len(asked.thread), len(asked.user)) > MOST_NAME:
            raise NameTooLong(NameTooLong.__doc__)
        session = await self._session(asked, caller)
        hello = pb.Hello(session=session, client=CLIENT, progress=True)
        async with self.entrance.entered(hello, caller, Deed.COMMAND, stays=True) as inside:
            command = uuid.uuid4().hex
            core = V2Session(lambda: command)
            core.welcomed(inside.session, inside.role)
            frame = pb.ClientFrame(id=command, text=pb.Text(text=asked.message))
            data = frame.SerializeToString()
            answers = await self.taker.take(core, data, inside.channel, inside.allowance)
            for answer in answers:
                if answer.WhichOneof("event") == "refused":
                    raise Refusal(answer.refused)
            request = request_of(inside.session, command)
            telling = Telling(inside.session, request, asked.thread or inside.session)
            yield Answering(inside.session, telling, inside.seat)

    async def _session(self, asked: Asked, caller: Credentials) -> SessionId:
        """The thread's session; opened if there is none yet."""
        thread = SessionId(asked.thread)
        if thread and is_safe_id(thread) and await self._knows(thread):
            return thread
        who, _ = await self.entrance.known(caller)
        if not thread:
            return await self.entrance.open(CLIENT, who)
        whose = who.subject or asked.user
        session = SessionId(str(uuid.uuid5(_THREADS, f"{whose}\n{thread}")))
        if not await self._knows(session):
            opened = e.SessionOpened(protocol="scenestream.v2", client=CLIENT, user=who.subject)
            log = self.entrance.shards.of(session)
            await log.append(session, None, "opened", [opened])
        return session

    async def _knows(self, session: SessionId) -> bool:
        return await self.entrance.shards.of(session).knows(session)
