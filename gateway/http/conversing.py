"""One message and all that comes of it: what the token stream and Socket.IO are shells around.

A thread is a session: one of that id, or the one that its name always leads to, for the same
person. Everything goes through the same entrance, limits and session core as over any door. A
message that comes again, with its id, counts once, and is told of again.
"""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import NamedTuple

from gateway.auth.callers import Credentials
from gateway.auth.rights import Deed
from gateway.http.model_events import Said, Telling
from gateway.http.refusing import Refusal
from gateway.v2.channel import Channel, Seat, stirred
from gateway.v2.cursor import Cursor
from gateway.v2.entering import Entrance
from gateway.v2.naming import request_of
from gateway.v2.session import V2Session
from gateway.v2.taking import Taker
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.errors import TooLarge, Unavailable
from schemas.ids import EventId, SessionId, is_safe_id
from schemas.state import RequestState

CLIENT = "model-control"
MOST_NAME = 200
"""Characters of a thread's or a user's name."""
BEAT_S = 15.0
_THREADS = uuid.UUID("5b6f2f0e-8a55-4d0f-9a1b-0b6f6f1c7d3e")


class NameTooLong(TooLarge):
    """A thread_id, user_id or message_id may have 200 characters; take a shorter one."""


class LostTouch(Unavailable):
    """The answer could not be followed to its end; it goes on: read it in the session."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a client asks. ``user``: whom it says it asks for, where nobody has to say who they
    are. ``id``: the message's, "" for one of its own; ``since``: the cursor up to which it was told
    what came of it."""

    message: str
    thread: str = ""
    user: str = ""
    id: str = ""
    since: str = ""


class Piece(NamedTuple):
    """What is told next, None: nothing happened for a while. ``cursor``: whoever heard it has
    heard all up to there; "" where more of the same follows, or nothing is kept of it."""

    said: Said | None
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class Answering:
    """A message that was taken, and what is told of it. ``first``: what it was that had happened
    by then; ``begins``: the cursor before it."""

    session: SessionId
    command: str
    telling: Telling
    seat: Seat
    begins: str
    first: tuple[pb.ServerFrame, ...] = ()

    async def said(self) -> AsyncIterator[Piece]:
        """What comes of it, up to its end. Raises ``LostTouch``."""
        yield Piece(self.telling.begin(), self.begins)
        for frame in self.first:
            for piece in self._pieces(frame):
                yield piece
        while not self.telling.ended:
            while (parcel := self.seat.take()) is not None:
                for piece in self._pieces(parcel.told.frame):
                    yield piece
            if self.telling.ended:
                return
            if self.seat.is_lost:
                raise self.seat.failure or LostTouch(LostTouch.__doc__)
            if not await stirred(self.seat, BEAT_S):
                yield Piece(None)

    def _pieces(self, frame: pb.ServerFrame) -> Iterator[Piece]:
        told = list(self.telling.of(frame))
        for place, said in enumerate(told, start=1):
            yield Piece(said, frame.cursor if place == len(told) else "")


@dataclass(frozen=True, slots=True)
class Conversations:
    """Takes messages."""

    entrance: Entrance
    taker: Taker

    @asynccontextmanager
    async def asked(self, asked: Asked, caller: Credentials) -> AsyncIterator[Answering]:
        """The message is taken, and followed meanwhile. Raises what ``Entrance.entered`` does,
        ``Refusal``, ``NameTooLong``."""
        if max(map(len, (asked.thread, asked.user, asked.id))) > MOST_NAME:
            raise NameTooLong(NameTooLong.__doc__)
        session = await self._session(asked, caller)
        hello = pb.Hello(session=session, client=CLIENT, progress=True)
        async with self.entrance.entered(hello, caller, Deed.COMMAND, stays=True) as inside:
            welcome = inside.first[0].told
            command = asked.id or uuid.uuid4().hex
            core = V2Session(lambda: command)
            core.welcomed(inside.session, inside.role)
            request = request_of(inside.session, command)
            known = inside.channel.show.state.requests.get(request)
            frame = pb.ClientFrame(id=command, text=pb.Text(text=asked.message))
            data = frame.SerializeToString()
            answers = await self.taker.take(core, data, inside.channel, inside.allowance)
            for answer in answers:
                if answer.WhichOneof("event") == "refused":
                    raise Refusal(answer.refused)
            first = tuple(answers)
            if known is not None:
                missed = await self._missed(asked, known, welcome.at, inside.channel)
                first = first if missed is None else missed
            telling = Telling(
                inside.session, request, asked.thread or inside.session, again=bool(asked.since)
            )
            begins = asked.since or welcome.frame.cursor
            yield Answering(inside.session, command, telling, inside.seat, begins, first)

    async def _missed(
        self, asked: Asked, known: RequestState, upto: EventId | None, channel: Channel
    ) -> tuple[pb.ServerFrame, ...] | None:
        """What was told of a message that was taken before, up to ``upto``; None: it is longer than
        anybody has to be told again, so its end will do."""
        since = Cursor(channel.session, known.opened)
        if asked.since:
            since = self.entrance.cursors.read(asked.since)
        limit = self.entrance.settings.max_behind
        missed = await channel.missed(since, upto, limit)
        return None if missed is None else tuple(parcel.told.frame for parcel in missed)

    async def _session(self, asked: Asked, caller: Credentials) -> SessionId:
        """The thread's session; opened if there is none yet."""
        if asked.since:
            return self.entrance.cursors.read(asked.since).session
        thread = SessionId(asked.thread)
        if thread and is_safe_id(thread) and await self._knows(thread):
            return thread
        who, _ = await self.entrance.known(caller)
        if not thread and not asked.id:
            return await self.entrance.open(CLIENT, who)
        whose = who.subject or asked.user
        name = thread or f"\n{asked.id}"  # no thread's: a name of its own
        session = SessionId(str(uuid.uuid5(_THREADS, f"{whose}\n{name}")))
        if not await self._knows(session):
            opened = e.SessionOpened(protocol="scenestream.v2", client=CLIENT, user=who.subject)
            log = self.entrance.shards.of(session)
            await log.append(session, None, "opened", [opened])
        return session

    async def _knows(self, session: SessionId) -> bool:
        return await self.entrance.shards.of(session).knows(session)
