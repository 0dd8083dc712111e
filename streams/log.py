"""The log of sessions: commit to it, read it, follow its feed.

``Log`` is what gateway, workers and CLI hold. It is safe over lost replies: a commit is made again
under the same mark, a read is read again.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from redis.exceptions import RedisError

from schemas.events import Data, Event, LogGapFound, RequestCancelled, SessionSealed
from schemas.ids import EventId, RequestId, SessionId, event_order
from streams.codec import decode_or_keep, encode
from streams.commit import FEED_CAP, Commit, Committed, argument, common_keys
from streams.committer import Committer, Ride
from streams.connection import Connection, close
from streams.errors import SessionErased
from streams.keys import Keys, snapshot_key
from streams.lost import LOST
from streams.outage import Outage
from streams.scripts import CLOCK, run_until_answered, until_answered

logger = logging.getLogger(__name__)

PAGE = 500
"""Entries a read asks for at once."""
BLOCK_MS = 5_000
RECONNECT_S = 0.2


Row = tuple[str, dict[str, str]]
"""An entry of a session's stream: its id and its fields."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of the feed. ``position``: its place in the feed (not the event's id).

    ``gap``: entries before it were trimmed before we read them; read the session logs.
    """

    position: str
    event: Event
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Continuation:
    """Events of a session. ``gap``: not those after the ones seen, but all, for a fresh start.

    ``archived``: what came right after those is in the archive; read it through ``History``.
    """

    events: list[Event]
    gap: bool = False
    archived: bool = False


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One line of the list of sessions; ``at`` is its last event's time (that of being sealed does
    not count), ``archived`` how many of its ``events`` are in the archive."""

    session: SessionId
    at: datetime
    events: int
    archived: int = 0


class Log:
    """The event log of one shard; a deployment's first has what all of them share."""

    def __init__(self, redis: Connection, keys: Keys | None = None) -> None:
        self.redis = redis
        self.keys = keys or Keys()
        self._committer = Committer(redis, common_keys(self.keys))

    async def finish(self) -> None:
        """Send nothing any more; the connections stay open."""
        await self._committer.close()

    async def close(self) -> None:
        """Close the connections, too."""
        await self.finish()
        await close(self.redis)

    async def commit(self, commit: Commit, ride: Ride | None = None) -> Committed:
        """Make the commit, once, however often replies are lost on the way; ``ride`` may go too."""
        answer = await self._committer.commit(argument(self.keys, commit), ride)
        outcome = str(answer[0])
        ids = tuple(EventId(i) for i in answer[1:]) if outcome in ("done", "again") else ()
        return Committed(outcome, ids)

    async def append(
        self,
        session: SessionId,
        request: RequestId | None,
        mark: str,
        payloads: Iterable[Data],
        by: str = "gateway",
    ) -> Committed:
        """Append facts from outside, idempotent by ``mark``. Raises ``SessionErased``."""
        events = tuple(envelopes(payloads, session, request, None, by))
        done = await self.commit(Commit(session, request, mark, events))
        if done.outcome == "erased":
            raise SessionErased(SessionErased.__doc__)
        return done

    async def emit(self, events: Sequence[Event]) -> None:
        """Put transient events on the feed alone. They are not kept; a lost one is no loss."""
        for event in events:
            fields = {
                "session": event.session,
                "id": "",
                "request": event.request or "",
                "e": encode(event),
            }
            await self.redis.xadd(self.keys.feed, fields, maxlen=FEED_CAP, approximate=True)

    async def read(
        self, session: SessionId, after: EventId | None = None, limit: int | None = None
    ) -> list[Event]:
        """The session's events after ``after`` (None: from the first), oldest first."""
        events: list[Event] = []
        start = f"({after}" if after else "-"
        while limit is None or len(events) < limit:
            count = PAGE if limit is None else min(PAGE, limit - len(events))
            rows = await self._retried("XRANGE", self.keys.log(session), start, "+", "COUNT", count)
            events.extend(
                decode_or_keep(fields["e"], session, row_id, fields["request"])
                for row_id, fields in rows
            )
            if len(rows) < count:
                break
            start = f"({rows[-1][0]}"
        return events

    async def rows(
        self,
        session: SessionId,
        start: str = "-",
        end: str = "+",
        limit: int = PAGE,
        newest_first: bool = False,
    ) -> list[Row]:
        """Entries of the session's stream in Redis as they are; "(" before an id excludes it.

        For whoever needs more than ``read``: a fork's past and what is archived are elsewhere.
        """
        command, first, last = ("XREVRANGE", end, start) if newest_first else ("XRANGE", start, end)
        found: list[Row] = await self._retried(
            command, self.keys.log(session), first, last, "COUNT", limit
        )
        return found

    async def follow(self, session: SessionId, seen: EventId | None) -> Continuation:
        """What came after ``seen``, or, when the log no longer holds ``seen``, all there is.

        Such a gap becomes an event of the log, once, whoever finds it first.
        """
        if seen is None:
            return Continuation(await self.read(session))
        # Both in one go: is the one that was seen still there, and what came after it.
        rows = await self._retried("XRANGE", self.keys.log(session), seen, "+", "COUNT", PAGE)
        if not rows or rows[0][0] != seen:
            sealed = await self._sealed(session)
            upto = sealed.segments[-1].last if sealed else None
            if upto is not None and event_order(seen) <= event_order(upto):
                return Continuation(await self.read(session), archived=seen != upto)
            await self._announce_gap(session, seen)
            return Continuation(await self.read(session), gap=True)
        events = [
            decode_or_keep(fields["e"], session, row_id, fields["request"])
            for row_id, fields in rows[1:]
        ]
        if len(rows) == PAGE:
            events += await self.read(session, after=EventId(rows[-1][0]))
        return Continuation(events)

    async def _sealed(self, session: SessionId) -> SessionSealed | None:
        """What of the session is in the archive and no longer here; None when it is all here."""
        for row_id, fields in await self.rows(session, limit=1):
            data = decode_or_keep(fields["e"], session, row_id, fields["request"]).data
            if isinstance(data, SessionSealed):
                return data
        return None

    async def _announce_gap(self, session: SessionId, seen: EventId) -> None:
        rows = await self._retried("XREVRANGE", self.keys.log(session), seen, "-", "COUNT", 1)
        after = EventId(rows[0][0]) if rows else None
        logger.error("log.gap", extra={"session": session, "seen": seen, "after": after})
        gap = LogGapFound(seen=seen, after=after)
        await self.append(session, None, f"gap:{after}", [gap], by="log")

    async def sessions(
        self, limit: int = 50, before: tuple[int, str] | None = None
    ) -> list[SessionSummary]:
        """The sessions with the newest events first; ``before``: those behind that one in this
        order, given its last event's time in ms and its id."""
        found = []
        for session, at in await self._newest(limit, before):
            count = await self.redis.xlen(self.keys.log(session))
            sealed = await self._sealed(SessionId(session))
            archived = sum(s.events for s in sealed.segments) if sealed else 0
            when = datetime.fromtimestamp(at / 1000, UTC)
            found.append(SessionSummary(SessionId(session), when, archived + count, archived))
        return found

    async def _newest(self, limit: int, before: tuple[int, str] | None) -> list[tuple[str, float]]:
        if before is None:
            rows = await self.redis.zrevrange(self.keys.sessions, 0, limit - 1, withscores=True)
            return [(str(session), float(at)) for session, at in rows]
        ms, last = before  # of one ms, Redis lists the greater ids first
        same = await self.redis.zcount(self.keys.sessions, ms, ms)
        rows = await self.redis.zrevrangebyscore(
            self.keys.sessions, ms, "-inf", start=0, num=limit + same, withscores=True
        )
        behind = [(str(session), float(at)) for session, at in rows]
        return [row for row in behind if (row[1], row[0]) < (ms, last)][:limit]

    async def idle(self, before_ms: int) -> list[SessionId]:
        """The sessions without an event since ``before_ms`` (since 1970), longest idle first."""
        rows = await self._retried("ZRANGEBYSCORE", self.keys.sessions, "-inf", f"({before_ms}")
        return [SessionId(session) for session in rows]

    async def find(self, prefix: str) -> list[SessionId]:
        """The sessions whose id begins with ``prefix``."""
        rows = await self._retried("ZRANGE", self.keys.sessions, 0, -1)
        return [SessionId(s) for s in rows if s.startswith(prefix)]

    async def knows(self, session: str) -> bool:
        """Whether there is a session of exactly that id."""
        return await self._retried("ZSCORE", self.keys.sessions, session) is not None

    async def feed_length(self) -> int:
        """How many entries the feed holds. Raises a ``LOST`` error when the shard is away."""
        return int(await self.redis.xlen(self.keys.feed))

    async def feed_end(self) -> str:
        """The feed's present position, to follow it from here."""
        return await self._end_of(self.keys.feed)

    async def feed(
        self, position: str, on_reset: Callable[[], None] = lambda: None
    ) -> AsyncIterator[FeedEntry]:
        """Every entry after ``position``, for ever, over broken connections too.

        ``on_reset`` is called when the feed was found to have begun anew: look at the logs.
        """
        behind = position != "0-0"
        outage = Outage("feed")
        gap = False
        while True:
            try:
                if behind and await self._was_reset(position):
                    position, gap = "0-0", True
                    on_reset()
                answer = await self.redis.xread(
                    {self.keys.feed: position}, count=PAGE, block=BLOCK_MS
                )
                gap = gap or (behind and await self._trimmed_past(position))
            except (*LOST, RedisError) as lost:
                outage.lost(lost)
                behind = True
                await asyncio.sleep(RECONNECT_S)
                continue
            outage.over()
            rows = answer[0][1] if answer else []
            behind = len(rows) in (0, PAGE)
            for row_id, fields in rows:
                position = row_id
                got = defaultdict(str, fields)  # whoever else writes here stops nobody
                event = decode_or_keep(got["e"], got["session"], got["id"] or None, got["request"])
                yield FeedEntry(row_id, event, gap)
                gap = False

    async def cancel(self, session: SessionId, request: RequestId, reason: str = "") -> bool:
        """Cancel a request; whether it was open. No event of it follows its cancellation.

        Its queued work is dropped when it would be taken; what runs hears of it at its next
        callback.
        """
        status = await self._retried("HGET", self.keys.request(request), "status")
        if status != "accepted":
            return False
        done = await self.append(session, request, "cancel", [RequestCancelled(reason=reason)])
        return done.outcome in ("done", "again")

    async def cancel_all(
        self, session: SessionId, prefix: str = "", but: RequestId | None = None, reason: str = ""
    ) -> list[RequestId]:
        """Cancel the session's open requests whose id begins with ``prefix``; which they were."""
        rows = await self._retried("ZRANGE", self.keys.open, 0, -1)
        mine = [RequestId(r.split("/", 1)[1]) for r in rows if r.startswith(f"{session}/{prefix}")]
        return [r for r in mine if r != but and await self.cancel(session, r, reason)]

    async def supersede(self, session: SessionId, request: RequestId) -> list[RequestId]:
        """Cancel the session's other open requests in favour of ``request``; which they were."""
        return await self.cancel_all(session, but=request, reason=f"superseded by {request}")

    async def weigh(self, session: SessionId, weight: int) -> None:
        """Give the session ``weight`` times the ordinary share of every stage."""
        await self._retried("HSET", self.keys.session(session), "weight", max(1, weight))

    async def cancellations(self) -> AsyncIterator[RequestId]:
        """Every request that is cancelled from now on, for ever."""
        position = ""
        while True:
            try:
                position = position or await self._end_of(self.keys.cancelled)
                answer = await self.redis.xread({self.keys.cancelled: position}, block=BLOCK_MS)
            except (*LOST, RedisError):  # what is missed here, the next renewal hears of
                position = ""
                await asyncio.sleep(RECONNECT_S)
                continue
            for row_id, fields in answer[0][1] if answer else ():
                position = row_id
                yield RequestId(fields["r"])

    async def time_ms(self) -> int:
        """Redis's own time, in ms since 1970: what times in keys are compared with."""
        return int(await run_until_answered(self.redis, CLOCK, [self.keys.feed], []))

    async def snapshot(self, client: str) -> str | None:
        """The scene that the shipping client wrote for itself, if it did."""
        text = await self._retried("GET", snapshot_key(client))
        return str(text) if text is not None else None

    async def _was_reset(self, position: str) -> bool:
        """Whether the feed began anew (flushed, deleted, failed over) before ``position``."""
        if position == "0-0":
            return False
        rows = await self.redis.xrevrange(self.keys.feed, count=1)
        return not rows or event_order(rows[0][0]) < event_order(position)

    async def _trimmed_past(self, position: str) -> bool:
        """Whether the feed no longer holds what came right after ``position``."""
        rows = await self.redis.xrange(self.keys.feed, count=1)
        return bool(rows) and event_order(rows[0][0]) > event_order(position)

    async def _end_of(self, stream: str) -> str:
        rows = await self._retried("XREVRANGE", stream, "+", "-", "COUNT", 1)
        return str(rows[0][0]) if rows else "0-0"

    async def _retried(self, *command: Any) -> Any:
        return await until_answered(lambda: self.redis.execute_command(*command))


def envelopes(
    payloads: Iterable[Data],
    session: SessionId,
    request: RequestId | None,
    cause: EventId | None,
    by: str,
    took_ms: float | None = None,
) -> list[Event]:
    """Events of ``payloads`` as of now, ready to be committed."""
    at = datetime.now(UTC)
    return [
        Event(
            session=session, request=request, cause=cause, at=at, by=by, took_ms=took_ms, data=data
        )
        for data in payloads
    ]
