"""One live session, for all its clients at this gateway: read once, folded once, encoded once.

A channel reads its session's log when the hub says that it moved on, and hands each frame to every
seat. A seat is a client's place: what waits to be sent to it, up to a limit. One that falls further
behind is closed, and resumes with its cursor; it delays nobody. Nothing runs while nothing happens.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from gateway.hub import Hub
from gateway.v2.cursor import Cursor, Cursors
from gateway.v2.estimating import Estimates
from gateway.v2.show import ALWAYS_TOLD, LEAST_BYTES, Show, Told
from schemas import wire_v2_pb2 as pb
from schemas.errors import ScenestreamError
from schemas.events import BroadcastSent, Event
from schemas.ids import EventId, RequestId, SessionId
from schemas.state import SessionState
from streams.ending import end
from streams.errors import RedisUnavailable, SessionErased
from streams.past.history import History

logger = logging.getLogger(__name__)

TYPE = '{"type":"'
"""How an event begins in the log."""
ALL_HEAR = ("broadcast",)
"""What is not kept, and yet told to those who did not ask for progress."""
RETRY_S = 0.5
"""Until a log that could not be read is read again."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """An encoded frame for all clients that fetch their assets, and what it is made of for those
    that want them inline. ``transient``: not for who did not ask for progress."""

    data: bytes
    told: Told
    transient: bool


def _nobody() -> None:
    """Stirs nobody: who sits there looks by itself, when it begins."""


@dataclass(slots=True, eq=False)
class Seat:
    """A client's place in a channel. ``wants_transient``: progress is sent, too. ``limit``: bytes
    that may wait; a seat with more ``is_lost``, as is one after a ``failure``. ``stir``: called
    whenever there is something to take, or the seat is lost; whoever sits there sets it."""

    wants_transient: bool
    limit: int
    stir: Callable[[], None] = _nobody
    waiting: deque[Parcel] = field(default_factory=deque)
    bytes_waiting: int = 0
    is_lost: bool = False
    failure: ScenestreamError | None = None

    def put(self, parcel: Parcel) -> None:
        """Let ``parcel`` wait to be sent. What is not kept is dropped where much waits already."""
        if self.is_lost or (parcel.transient and not self.wants_transient):
            return
        if parcel.transient and self.bytes_waiting > self.limit // 4:
            return
        if self.bytes_waiting + len(parcel.data) > self.limit:
            self.waiting.clear()
            self.bytes_waiting = 0
            self.is_lost = True
        else:
            self.waiting.append(parcel)
            self.bytes_waiting += len(parcel.data)
        self.stir()

    def take(self) -> Parcel | None:
        """The next one to send; None: nothing waits, as of now."""
        if not self.waiting:
            return None
        parcel = self.waiting.popleft()
        self.bytes_waiting -= len(parcel.data)
        return parcel

    def fail(self, why: ScenestreamError) -> None:
        """Nothing will come any more."""
        self.failure = why
        self.is_lost = True
        self.stir()


async def stirred(seat: Seat, seconds: float) -> bool:
    """Wait until there is something to take, or the seat is lost; False: neither within
    ``seconds``. For doors that send by themselves, and do not set ``stir``."""
    if seat.waiting or seat.is_lost:
        return True
    heard = asyncio.Event()
    seat.stir = heard.set
    try:
        async with asyncio.timeout(seconds):
            return await heard.wait()
    except TimeoutError:
        return False


class Channel:
    """What is told of ``session`` here. ``place``: gives an asset its URL."""

    def __init__(
        self,
        session: SessionId,
        history: History,
        cursors: Cursors,
        place: Callable[[str], str],
        estimates: Estimates,
    ) -> None:
        self.session = session
        self.seats: set[Seat] = set()
        self._guests: set[Seat] = set()
        self._has_told, self._has_newcomer = 0, False
        self.show = Show(session)
        self._history, self._cursors, self._place = history, cursors, place
        self._estimates = estimates
        self._log = history.shards.of(session)
        self._behind = False
        self._reading: asyncio.Task[None] | None = None
        self._passing: list[Event] = []

    async def open(self) -> None:
        """Find out how the session is. Raises what reading it raises."""
        state = await self._history.state(self.session)
        self.show = Show(self.session, state, drafting(state))

    async def close(self) -> None:
        """Read no more."""
        if self._reading is not None:
            await end(self._reading)
            self._reading = None  # its traceback holds this channel

    def heard(self, event: Event | None) -> None:
        """The session may have moved on (None), or something passing happened in it."""
        if event is not None:
            self._passing.append(event)
        else:
            self._behind = True
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._read())

    def joined(self, seat: Seat) -> None:
        """The client with ``seat`` stays: it is told of its company."""
        self._guests.add(seat)
        self._has_newcomer = True

    def left(self, seat: Seat) -> None:
        """It has gone again."""
        self._guests.discard(seat)

    def counted(self, clients: int) -> None:
        """So many are in the session, at all gateways. Who is alone, and was, needs not be told."""
        is_news = clients != self._has_told or self._has_newcomer
        if max(clients, self._has_told) <= 1 or not is_news:
            return
        self._has_told, self._has_newcomer = clients, False
        parcel = self.parcel(Told(pb.ServerFrame(joined=pb.Joined(clients=clients)), None))
        for seat in self._guests:
            seat.put(parcel)

    async def caught_up(self) -> None:
        """Return when all is told that had happened by now."""
        self.heard(None)
        while self._reading is not None and not self._reading.done():
            await asyncio.wait([self._reading])

    def parcel(self, told: Told) -> Parcel:
        """``told``, ready to be sent."""
        frame = told.frame
        if told.at is not None:
            frame.cursor = self._cursors.write(Cursor(self.session, told.at, told.draft))
        for asset in frame.assets:
            asset.url = self._place(asset.sha256)
        transient = told.at is None and frame.WhichOneof("event") not in ALL_HEAR
        return Parcel(frame.SerializeToString(), told, transient)

    async def as_of(self, at: EventId | None) -> Told:
        """The scene as it was shown after the event ``at`` (None: before the first)."""
        if at is None:
            return Show(self.session).whole()
        state = await self._history.state(self.session, at)
        return Show(self.session, state, drafting(state)).whole()

    async def missed(self, cursor: Cursor, upto: EventId | None, limit: int) -> list[Parcel] | None:
        """What was told after ``cursor`` up to ``upto``, once each; None where that is longer than
        ``limit`` bytes, or where the log no longer holds the cursor's event."""
        if await self._is_surely_longer(cursor.at, upto, limit):
            return None
        state = None
        if cursor.at is not None:
            state = await self._history.state(self.session, cursor.at)
            if state.at != cursor.at:
                return None
        show, found, size = Show(self.session, state, cursor.draft), [], 0
        if upto is None or upto == cursor.at:
            return []
        async for page in self._history.pages(self.session, cursor.at, upto):
            for told in show.events(page):
                self._estimates.put(told.frame, show.state)
                found.append(self.parcel(told))
                size += len(found[-1].data)
                if size > limit:
                    return None
            await asyncio.sleep(0)
        return found

    async def _is_surely_longer(
        self, after: EventId | None, upto: EventId | None, limit: int
    ) -> bool:
        """Whether what was told between the two has more than ``limit`` bytes, as far as that can
        be seen without reading any of it: the state there and a thousand events cost much more
        than the scene that is sent in their place."""
        most = limit // LEAST_BYTES
        start, end = f"({after}" if after else "-", upto or "+"
        rows = await self._log.rows(self.session, start, end, 4 * most + 4)
        kinds = (f["e"][len(TYPE) :].partition('"')[0] for _, f in rows if f["request"])
        return sum(kind in ALWAYS_TOLD for kind in kinds) > most

    async def _read(self) -> None:
        while self._behind or self._passing:
            passing, self._passing = self._passing, []
            self._tell(passing)
            if not self._behind:
                continue
            self._behind = False
            try:
                await self._read_on()
            except RedisUnavailable as away:
                logger.warning("redis.lost", extra={"error": str(away)})
                self._behind = True
                await asyncio.sleep(RETRY_S)
            except SessionErased as gone:
                self._fail(gone)
            except ScenestreamError as failed:
                logger.warning(
                    "channel.failed", extra={"session": self.session, "error": str(failed)}
                )
                self._fail(failed)

    async def _read_on(self) -> None:
        came = await self._log.follow(self.session, self.show.state.at)
        if came.gap or came.archived:
            await self._begin_anew() if came.gap else await self._from_archive()
            return
        self._tell(came.events)

    async def _from_archive(self) -> None:
        async for page in self._history.pages(self.session, self.show.state.at):
            self._tell(page)

    async def _begin_anew(self) -> None:
        """The log lost events that were told: everybody is shown what it still holds."""
        await self.open()
        whole = self.parcel(self.show.whole())
        for seat in self.seats:
            seat.put(whole)

    def _tell(self, events: Iterable[Event]) -> None:
        for told in self.show.events(events):
            self._estimates.put(told.frame, self.show.state)
            parcel = self.parcel(told)
            for seat in self.seats:
                seat.put(parcel)

    def _fail(self, why: ScenestreamError) -> None:
        for seat in self.seats:
            seat.fail(why)


class Channels:
    """The channels of a gateway, by session: open while somebody sits in them."""

    def __init__(
        self,
        history: History,
        hub: Hub,
        cursors: Cursors,
        place: Callable[[str], str],
        estimates: Estimates,
    ) -> None:
        self._history, self._hub = history, hub
        self._cursors, self._place, self._estimates = cursors, place, estimates
        self._open: dict[SessionId, Channel] = {}
        self._opening: dict[SessionId, asyncio.Lock] = {}
        hub.listen_everywhere(self._heard)

    def counted(self, session: SessionId, clients: int) -> None:
        """So many clients are in ``session``, at all gateways."""
        channel = self._open.get(session)
        if channel is not None:
            channel.counted(clients)

    def _heard(self, event: Event | None) -> None:
        if event is None or not isinstance(event.data, BroadcastSent):
            return
        for channel in tuple(self._open.values()):
            if event.data.is_for(channel.show.state.user):
                channel.heard(event)

    def is_open(self, session: SessionId) -> bool:
        """Whether somebody sits in the session's channel here."""
        return session in self._open

    async def sit(self, session: SessionId, seat: Seat) -> Channel:
        """The session's channel, with ``seat`` in it and everything until now told."""
        lock = self._opening.setdefault(session, asyncio.Lock())
        async with lock:
            channel = self._open.get(session)
            if channel is None:
                channel = Channel(
                    session, self._history, self._cursors, self._place, self._estimates
                )
                self._hub.listen(session, channel.heard)
                try:
                    await channel.open()
                except BaseException:
                    self._hub.leave(session, channel.heard)
                    raise
                self._open[session] = channel
                channel.heard(None)  # what came while it was being opened
        channel.seats.add(seat)
        return channel

    async def rise(self, channel: Channel, seat: Seat) -> None:
        """``seat`` is left; a channel without one is closed."""
        channel.seats.discard(seat)
        if channel.seats:
            return
        self._hub.leave(channel.session, channel.heard)
        if self._open.get(channel.session) is channel:
            del self._open[channel.session]
            self._opening.pop(channel.session, None)
        await channel.close()


def drafting(state: SessionState) -> RequestId | None:
    """The request that builds a scene in ``state`` and has laid it out, if there is one."""
    for request in reversed(state.requests.values()):
        if request.is_open and request.action == "generate_3d_scene":
            has_draft = request.blocked_out is not None and request.after is None
            return request.id if has_draft else None
    return None
