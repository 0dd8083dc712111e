"""How a client gets into a session, by whatever door: joins, resumes, or opens a new one."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field

from gateway.auth.callers import Credentials
from gateway.auth.invites import BadInvitation, Invitations
from gateway.auth.rights import TABLE, Deed, NobodyKnown, Principal, Standing, require, standing
from gateway.auth.tokens import Authenticator
from gateway.limits.limits import Allowance, Limits
from gateway.settings import GatewaySettings
from gateway.v2.channel import Channel, Channels, Parcel, Seat
from gateway.v2.cursor import BadCursor, Cursor, Cursors
from gateway.v2.session import Role
from gateway.v2.show import Told
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.errors import NotFound
from schemas.ids import EventId, SessionId
from streams.presence import Presence
from streams.shards import Shards

LEAST_RESUME_BYTES = 4096
"""What was missed is sent up to this size, however small the scene is."""


class UnknownSession(NotFound):
    """There is no session of that id here that you may see; say hello without one to begin a new
    one, or with an invitation of its owner's."""


@dataclass(slots=True)
class Entered:
    """A client in a session. ``first``: what it is sent before anything that waits in its seat;
    ``allowance``: what it may still do."""

    channel: Channel
    seat: Seat
    standing: Standing
    allowance: Allowance
    first: list[Parcel] = field(default_factory=list)

    @property
    def session(self) -> SessionId:
        """Which session that is."""
        return self.channel.session

    @property
    def role(self) -> Role:
        """What the client may do there."""
        return Role.EDIT if Deed.COMMAND in TABLE[self.standing] else Role.READ


@dataclass(frozen=True, slots=True)
class Entrance:
    """Lets clients in."""

    shards: Shards
    channels: Channels
    cursors: Cursors
    settings: GatewaySettings
    authenticator: Authenticator
    invitations: Invitations
    limits: Limits
    presence: Presence

    async def known(self, caller: Credentials, size: int = 0) -> tuple[Principal, Allowance]:
        """Who ``caller`` is, and what it may still do beyond what it does now, in ``size`` bytes.

        Raises what ``principal`` does, ``TooMany``.
        """
        who = await self.principal(caller)
        allowance = self.limits.allowance(who, caller.address)
        allowance.command(size)
        return who, allowance

    async def principal(self, caller: Credentials) -> Principal:
        """Who ``caller`` is. Raises what ``Authenticator.principal`` does, ``TooManyFailedLogins``
        in its place where the caller's address fails too often."""
        try:
            return await self.authenticator.principal(caller.token)
        except NobodyKnown:
            self.limits.logins.count(caller.address)
            raise

    async def find(self, hello: pb.Hello, who: Principal) -> tuple[SessionId, Cursor | None]:
        """The session that ``hello`` asks for, a new one of ``who`` if none, and where the client
        was in it. Raises ``BadCursor``, ``UnknownSession``."""
        cursor = self.cursors.read(hello.cursor) if hello.cursor else None
        if cursor and hello.session and hello.session != cursor.session:
            raise BadCursor("the cursor is of another session than the one that is named")
        session = cursor.session if cursor else SessionId(hello.session)
        if not session:
            return await self.open(hello.client, who), None
        if not await self.shards.of(session).knows(session):
            raise UnknownSession(UnknownSession.__doc__)
        return session, cursor

    async def open(self, client: str, who: Principal) -> SessionId:
        """A new session of ``who``, who uses ``client``."""
        session = SessionId(str(uuid.uuid4()))
        opened = e.SessionOpened(protocol="scenestream.v2", client=client[:200], user=who.subject)
        await self.shards.of(session).append(session, None, "opened", [opened])
        return session

    @asynccontextmanager
    async def entered(
        self,
        hello: pb.Hello,
        credentials: Credentials,
        deed: Deed = Deed.SEE,
        stays: bool = False,
    ) -> AsyncIterator[Entered]:
        """A client that says ``hello`` is in its session meanwhile, to do ``deed`` at least.

        ``stays``: it counts as one of its user's connections. Raises what ``find`` and
        ``Authenticator.principal`` do, ``BadInvitation``, ``NotYours``, ``TooMany``.
        """
        shown = credentials.or_else(hello.token, hello.invitation)
        who, allowance = await self.known(shown, hello.ByteSize())
        with allowance.connected() if stays else nullcontext():
            async with self._inside(hello, shown, who, deed, allowance) as inside:
                if not stays:
                    yield inside
                    return
                inside.channel.joined(inside.seat)
                self.presence.entered(inside.session)
                try:
                    yield inside
                finally:
                    self.presence.left(inside.session)
                    inside.channel.left(inside.seat)

    @asynccontextmanager
    async def _inside(
        self,
        hello: pb.Hello,
        shown: Credentials,
        who: Principal,
        deed: Deed,
        allowance: Allowance,
    ) -> AsyncIterator[Entered]:
        session, cursor = await self.find(hello, who)
        seat = Seat(wants_transient=hello.progress, limit=self.settings.max_behind)
        channel = await self.channels.sit(session, seat)
        upto = channel.show.state.at  # what comes after it waits in the seat
        try:
            is_new = not (hello.session or hello.cursor)
            where = self._standing(channel, who, shown, is_new)
            if Deed.SEE not in TABLE[where]:
                raise UnknownSession(UnknownSession.__doc__)
            require(where, deed)
            inside = Entered(channel, seat, where, allowance)
            inside.first = await self._first(inside, cursor, upto)
            yield inside
        finally:
            await self.channels.rise(channel, seat)

    def _standing(
        self, channel: Channel, who: Principal, shown: Credentials, is_new: bool
    ) -> Standing:
        invited = None
        if shown.invitation and not is_new:  # which is its own, whatever else it was invited to
            try:
                invited = self.invitations.read(shown.invitation, channel.session)
            except BadInvitation:
                self.limits.logins.count(shown.address)
                raise
        return standing(who, channel.show.state.user, invited)

    async def _first(
        self, inside: Entered, cursor: Cursor | None, upto: EventId | None
    ) -> list[Parcel]:
        channel = inside.channel
        whole = channel.show.whole()  # as of ``upto``: nothing has moved since
        told = pb.Welcome(
            session=channel.session,
            role=inside.role.value,
            open=[r.id for r in channel.show.state.requests.values() if r.is_open],
            max_frame=self.settings.max_frame,
            server="scenestream",
        )
        if cursor is not None:
            limit = max(whole.frame.ByteSize(), LEAST_RESUME_BYTES)
            missed = await channel.missed(cursor, upto, limit)
            if missed is not None:
                told.resumed = True
                welcome = channel.parcel(Told(pb.ServerFrame(welcome=told), None))
                return [welcome, *missed]
        whole.frame.welcome.CopyFrom(told)
        return [channel.parcel(whole)]
