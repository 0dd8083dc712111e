"""The shell: sockets around the session cores, HTTP beside them. No protocol in here."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
import uuid
from collections.abc import Callable, Iterable, Sequence

from starlette.datastructures import Headers as HttpHeaders
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request
from websockets.typing import Subprotocol

from gateway import replay_url
from gateway.artifact_urls import Places
from gateway.auth.callers import Credentials, credentials
from gateway.auth.invites import Invitations
from gateway.auth.pages import Pages
from gateway.auth.rights import Principal
from gateway.auth.tokens import Authenticator
from gateway.connection import known, send, together, too_long
from gateway.effects import Append, Effect, Send, Store
from gateway.export.exporting import Exports
from gateway.http import socket_io
from gateway.http.app import http_app
from gateway.http.broadcasting import Broadcasting
from gateway.http.conversing import Conversations
from gateway.http.files import Files
from gateway.http.front import HttpSide, front
from gateway.http.guard import Guard
from gateway.http.looking import Looking
from gateway.http.rest import Rest
from gateway.http.token_stream import TokenStream
from gateway.hub import Hub
from gateway.limits.addresses import Network, client_address
from gateway.limits.crowd import Crowd
from gateway.limits.errors import NeverWaits
from gateway.limits.limits import Allowance, Limits
from gateway.limits.quotas import UserQuotas
from gateway.limits.sharing import Sharing
from gateway.replay_v1 import refusal
from gateway.replaying import REFUSED, TRY_AGAIN, Replays
from gateway.session_v1 import V1Session
from gateway.settings import GatewaySettings
from gateway.snapshots import Snapshots
from gateway.v2.channel import Channels
from gateway.v2.cursor import Cursors
from gateway.v2.entering import Entrance
from gateway.v2.estimating import ENDS, Durations, Estimates
from gateway.v2.replaying import V2Replays
from gateway.v2.serving import V2Door, refuse
from gateway.v2.session import SUBPROTOCOL
from gateway.v2.taking import Taker
from schemas import wire_v1
from schemas.errors import Misconfigured, ScenestreamError
from schemas.events import RequestAccepted
from schemas.ids import SessionId
from streams.artifacts import ArtifactStore
from streams.ending import end
from streams.errors import RedisUnavailable, SessionErased
from streams.lag import backlog
from streams.past.history import History
from streams.past.owners import Owners
from streams.presence import Presence
from streams.quota import Quotas
from streams.recent import recent
from streams.shards import Shards

logger = logging.getLogger(__name__)

_FORGOTTEN = Request("/", Headers())
"""In place of a request that was read: an idle client would hold it as long as it is there."""
OFFERED = "Sec-WebSocket-Protocol"
BODY = 2
"""Bytes of a frame in JSON for each of its own: Base64 takes a third more, and words the rest."""
HARD_LIMIT = 4
"""Messages of this many times ``max_frame`` are not read at all."""


class CannotListen(Misconfigured):
    """The gateway's address can not be listened on."""


class Gateway:
    """Serves clients on one port until closed. ``clock``: what limits are counted by, in s."""

    def __init__(
        self,
        shards: Shards,
        artifacts: ArtifactStore,
        settings: GatewaySettings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._shards, self._artifacts, self._settings = shards, artifacts, settings
        self._history = History(shards, artifacts)
        self._hub = Hub(shards)
        self._durations = Durations()
        self._hub.listen_to_all(self._durations.hear)
        self._server: Server | None = None
        self._clients = 0
        self._http: HttpSide
        self._replays: Replays
        self._v2: V2Door
        self._entrance: Entrance
        self._snapshots: Snapshots
        self._presence: Presence
        limits = settings.limits
        self._counts = Quotas(shards) if limits.meters else None
        quotas = UserQuotas(self._counts, limits) if self._counts is not None else None
        self._limits = Limits(limits, clock, lambda: backlog(shards), quotas)
        self._running: list[asyncio.Task[None]] = []
        self._secured = settings.tls.context() if settings.tls else None
        self._pages = Pages(settings.origins, settings.auth.is_on, settings.insecure)
        self._sockets = Crowd(settings.limits.connections, settings.limits.address_connections)

    async def start(self) -> int:
        """Listen; the port. Raises ``CannotListen``."""
        await self._open()
        hello_s = self._settings.limits.hello_s
        try:
            self._server = await serve(
                self._connection,
                self._settings.host,
                self._settings.port,
                create_connection=front(self._http, self._sockets, self._settings.proxies),
                subprotocols=[Subprotocol(SUBPROTOCOL)],
                select_subprotocol=_chosen,
                max_size=self._settings.max_frame * HARD_LIMIT,
                compression=None,  # GLBs and PNGs do not shrink
                server_header="scenestream",
                ssl=self._secured,
                ssl_handshake_timeout=hello_s if self._secured else None,
                open_timeout=hello_s,
                ping_interval=self._settings.limits.ping_s,
                ping_timeout=self._settings.limits.ping_s,
            )
        except OSError as taken:
            raise CannotListen(
                f"{self._settings.host}:{self._settings.port}: {taken.strerror or taken}; choose "
                "another with --port (0 takes a free one) or WEBSOCKET_PORT"
            ) from taken
        await self._hub.start()
        for event in await recent(self._shards, (RequestAccepted, *ENDS)):
            self._durations.hear(event)
        self._running.append(asyncio.create_task(self._presence.run()))
        if self._settings.limits.shares:
            presence = self._presence
            sharing = Sharing.of(
                self._limits, self._shards, presence.gateway, lambda: presence.is_alone
            )
            self._running.append(asyncio.create_task(sharing.run()))
        if self._counts is not None:
            self._running.append(asyncio.create_task(self._counts.follow()))
        port: int = next(iter(self._server.sockets)).getsockname()[1]
        return port

    async def _open(self) -> None:
        """Make what all doors share. It signs as all gateways of the deployment do, so that any of
        them can go on for another."""
        own = self._settings.secret or secrets.token_hex(32)
        secret = own if self._settings.secret else await self._shards.agree("secret", own)
        places, cursors = Places(secret.encode()), Cursors(secret.encode())
        estimates = Estimates(self._durations, lambda: self._limits.admission.wait_s)
        channels = Channels(self._history, self._hub, cursors, places.url, estimates)
        self._presence = Presence(self._shards, channels.counted)
        self._hub.listen_everywhere(self._presence.hear)
        entrance = self._entrance = Entrance(
            self._shards,
            channels,
            cursors,
            self._settings,
            Authenticator(self._settings.auth),
            Invitations(secret.encode()),
            self._limits,
            self._presence,
        )
        taker = Taker(self._shards, self._artifacts)
        self._snapshots = Snapshots(self._shards, channels.is_open)
        self._replays = Replays(self._history, self._hub, entrance, self._settings)
        replays = V2Replays(self._history, self._hub, entrance, self._settings, places.url)
        self._v2 = V2Door(entrance, taker, replays, self._settings)
        conversations = Conversations(entrance, taker)
        routers = [
            Rest(self._history, entrance, taker).router(),
            Looking(self._history, entrance, Owners(self._history)).router(),
            Broadcasting(entrance).router(),
            Files(entrance, Exports(self._history, self._artifacts)).router(),
            TokenStream(conversations).router(),
        ]
        app = http_app(
            self._shards,
            self._artifacts,
            places,
            routers,
            lambda: self._clients,
            {socket_io.PATH: self._socket_io(conversations)},
        )
        limits = self._settings.limits
        most = self._settings.max_frame * BODY  # frames are in JSON there
        guarded = Guard(
            app,
            most,
            limits.stalled_s,
            self._settings.proxies,
            self._pages,
            lambda caller: entrance.authenticator.principal(caller.token),
        )
        self._http = HttpSide(guarded, limits.stalled_s)

    def _socket_io(self, conversations: Conversations) -> socket_io.SocketIo:
        return socket_io.SocketIo(conversations, self._settings.max_frame)

    @property
    def standing(self) -> tuple[asyncio.Task[None], ...]:
        """The tasks without which it serves nobody, though it would go on listening."""
        return (*self._hub.standing, *self._running)

    def reload(self) -> None:
        """Take the certificate as it is by now, for connections from now on. Raises
        ``BadCertificate``, and goes on with the former one."""
        if self._settings.tls is not None and self._secured is not None:
            self._settings.tls.load(self._secured)

    async def stop(self) -> None:
        """Close all connections and stop listening."""
        if self._server is not None:
            self._server.close()
            await self._http.stop()
            await self._server.wait_closed()
        await self._hub.stop()
        await end(*self._running)
        if self._running:
            await self._presence.leave()

    async def _connection(self, socket: ServerConnection) -> None:
        self._clients += 1
        path = socket.request.path if socket.request else "/"
        try:
            await self._serve(socket, path, _credentials(socket, self._settings.proxies))
        except ConnectionClosed:
            pass
        finally:
            self._clients -= 1

    async def _serve(self, socket: ServerConnection, path: str, caller: Credentials) -> None:
        try:
            self._admit(socket)
            if socket.subprotocol == SUBPROTOCOL:
                socket.request, socket.response = _FORGOTTEN, None  # some KB, for ever
                await self._v2.serve(socket, caller)
            elif replay_url.is_replay(path):
                await self._replays.serve(socket, path, caller)
            else:
                who, allowance = await self._entrance.known(caller)
                known(socket)
                with allowance.connected():
                    await self._live(socket, who, allowance)
        except ScenestreamError as refused:
            code = REFUSED if refused.category.is_permanent else TRY_AGAIN
            if socket.subprotocol == SUBPROTOCOL:
                await refuse(socket, refused, code)
            else:
                await send(socket, self._artifacts, refusal(refused))
                await socket.close(code, refused.code)

    def _admit(self, socket: ServerConnection) -> None:
        if socket.request is not None:
            self._pages.admit(_headers(socket.request))

    async def _live(self, socket: ServerConnection, who: Principal, allowance: Allowance) -> None:
        """A session of its own for this client."""
        session = V1Session(SessionId(str(uuid.uuid4())), lambda: uuid.uuid4().hex)
        logger.info("client.connected", extra={"session": session.session})
        try:
            inside = self._presence.inside(session.session)
            with self._hub.news(session.session) as news, inside:
                await self._do(socket, session, session.open(_agent(socket), who.subject))
                listen = self._listen(socket, session, allowance)
                tell = self._tell(socket, session, news)
                watch = self._snapshots.watch(session)
                await together(socket, session.session, listen, tell, watch)
        finally:
            logger.info("client.gone", extra={"session": session.session})

    async def _listen(
        self, socket: ServerConnection, session: V1Session, allowance: Allowance
    ) -> None:
        async for message in socket:
            try:
                allowance.command(len(message))
                if len(message) > self._settings.max_frame:
                    limit = self._settings.max_frame
                    await self._do(socket, session, [too_long(len(message), limit)])
                    continue
                snapshot = await self._shards.of(session.session).snapshot(session.session)
                effects = session.receive(message, snapshot)
                for effect in effects:
                    if isinstance(effect, Append) and effect.request is not None:
                        under_way = session.state.scene is not None
                        await allowance.request(session.session, effect.request, under_way)
                await self._do(socket, session, effects)
            except ScenestreamError as failed:
                refused = wire_v1.error(str(failed), failed.category.status)
                await self._do(socket, session, [Send(refused)])
            if allowance.is_exhausted:
                await socket.close(TRY_AGAIN, NeverWaits.__name__)
                return

    async def _tell(
        self, socket: ServerConnection, session: V1Session, news: asyncio.Event
    ) -> None:
        log = self._shards.of(session.session)
        while True:
            news.clear()
            try:
                came = await log.follow(session.session, session.state.at)
                events = came.events
                if came.gap or came.archived:  # not all that it takes is in Redis
                    seen = None if came.gap else session.state.at
                    events = await self._history.read(session.session, seen)
            except RedisUnavailable as away:
                logger.warning("redis.lost", extra={"error": str(away)})
                continue
            except SessionErased as gone:
                await self._do(
                    socket, session, [Send(wire_v1.error(str(gone), gone.category.status))]
                )
                await socket.close(reason="the session was erased")
                return
            told = session.recovered if came.gap else session.events
            await self._do(socket, session, told(events))
            await news.wait()

    async def _do(
        self, socket: ServerConnection, session: V1Session, effects: Iterable[Effect]
    ) -> None:
        for effect in effects:
            match effect:
                case Store(data=data, ref=ref):
                    await asyncio.to_thread(self._artifacts.put, data, ref.media_type)
                case Append(request=request, mark=mark, payloads=payloads):
                    log = self._shards.of(session.session)
                    await log.append(session.session, request, mark, payloads)
                case Send():
                    await send(socket, self._artifacts, effect)


def _chosen(_: ServerConnection, offered: Sequence[Subprotocol]) -> Subprotocol | None:
    """The new protocol where the client offers it; the shipping client offers none."""
    return next((s for s in offered if s == SUBPROTOCOL), None)


def _credentials(socket: ServerConnection, proxies: Sequence[Network]) -> Credentials:
    request = socket.request
    if request is None:
        return Credentials()
    peer = (socket.remote_address or ("",))[0]
    headers = _headers(request)
    forwarded = ", ".join(headers.getlist("X-Forwarded-For"))
    address = client_address(peer, forwarded, proxies)
    offered = [p.strip() for h in headers.getlist(OFFERED) for p in h.split(",")]
    return credentials(headers, request.path.partition("?")[2], offered, address)


def _headers(request: Request) -> HttpHeaders:
    """Its headers; of those that are there twice the first counts, as at every door."""
    pairs = ((name.lower().encode(), value.encode()) for name, value in request.headers.raw_items())
    return HttpHeaders(raw=list(pairs))


def _agent(socket: ServerConnection) -> str:
    request = socket.request
    return _headers(request).get("User-Agent", "")[:200] if request else ""
