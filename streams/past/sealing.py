"""Sealing a session: its events go into the archive, Redis keeps where they are and its revision.

The table is stored first, read back, and only then does one script begin the log anew, if it still
is the one that was read. Whatever happens in between, every event is in one place at least; a table
that nothing names is garbage. What does not belong here: when a session is due
(``streams.past.archiver``).
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from schemas import events as e
from schemas.errors import Category
from schemas.ids import EventId, RequestId, SessionId
from schemas.session_events import Segment
from streams.codec import decode_or_keep, encode
from streams.commit import FEED_CAP, KEEP_CLOSED_S
from streams.keys import QUEUES
from streams.log import Log, Row, envelopes
from streams.past.archive import Archive
from streams.past.history import FIRST, LAST, PAGE
from streams.past.segments import Writer
from streams.scripts import FORGET, SEAL, run_until_answered, until_answered

MOST_SEGMENTS = 16
"""Of a session that was woken again and again; one more, and they become one."""
QUIET_S = 60.0
"""How long ago a session's last event must be: who lost the reply of a commit makes it again within
this, and the marks that then tell it from a second one go when the session is sealed."""
AT_ONCE = 500
"""Requests that one call asks about, or forgets."""

SEALED, ARCHIVED = "sealed", "archived"
WHY_NOT = {
    ARCHIVED: "it is archived and nothing has come since",
    "empty": "it has no events",
    "moved": "events came meanwhile",
    "erased": "it is being erased",
    "recent": "its last event is too young",
    "open": "a request of it is open",
    "dead": "a dead letter may reopen a request of it; redrive or drop the letter",
    "busy": "work of an ended request is still queued",
}
"""Outcomes that leave a session as it is, for people."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """``outcome``: "sealed", or why not (``WHY_NOT``); of ``request``, where it is one's doing.

    ``events``: how many went, or would go, from Redis. ``segments``: all of the session's.
    """

    outcome: str
    request: str = ""
    events: int = 0
    segments: tuple[Segment, ...] = ()


@dataclass(slots=True)
class _Found:
    """What a session's log in Redis holds."""

    first: EventId
    before: e.SessionSealed | None = None
    forked: e.SessionForked | None = None
    last: EventId = FIRST
    events: int = 0
    requests: dict[RequestId, bool] = field(default_factory=dict)
    """Its requests, and whether they are open."""
    hopeless: set[RequestId] = field(default_factory=set)
    """Those that failed of what was asked: nobody waits for their dead letters to be redriven."""

    @property
    def open(self) -> str:
        """A request that has not ended, "" without one."""
        return next((request for request, is_open in self.requests.items() if is_open), "")

    def note(self, session: SessionId, row: Row) -> None:
        """The next entry."""
        row_id, fields = row
        self.last, self.events = EventId(row_id), self.events + 1
        request = fields["request"]
        if request:
            self.requests.setdefault(RequestId(request), False)
        # Only these say whether a request is open: decoding all would take most of the time.
        if '"request.' in fields["e"] or '"session.forked"' in fields["e"]:
            self._judge(decode_or_keep(fields["e"], session, row_id, request))

    def _judge(self, event: e.Event) -> None:
        match event.data:
            case e.SessionForked() as forked:
                self.requests.update(dict.fromkeys(forked.continued.values(), True))
            case e.RequestAccepted() | e.RequestReopened() if event.request:
                self.requests[event.request] = True
                self.hopeless.discard(event.request)
            case e.RequestFailed(category=Category.BAD_INPUT) if event.request:
                self.requests[event.request] = False
                self.hopeless.add(event.request)
            case e.RequestCompleted() | e.RequestFailed() | e.RequestCancelled() if event.request:
                self.requests[event.request] = False


async def seal(
    log: Log,
    archive: Archive,
    session: SessionId,
    by: str,
    idle_s: float = QUIET_S,
    dry_run: bool = False,
) -> Sealing:
    """Seal ``session`` if its last event is ``idle_s`` old and nothing of it is open.

    Any number may at once: one of them does it. ``dry_run``: only say what would be done. Raises
    ``MissingEngine``, ``UnreadableSegment``, ``RedisUnavailable`` and what the artifact store
    raises; then nothing is changed.
    """
    found = await _begin(log, session)
    refused = await _refused(log, session, found, idle_s)
    before = found.before.segments if found and found.before else ()
    if found is None or refused:
        return Sealing(refused, segments=before)
    writer = None if dry_run else Writer(session)
    if writer is not None and len(before) >= MOST_SEGMENTS:
        for segment in before:
            await asyncio.to_thread(_copy, archive, segment, writer)
        before = ()
    async for rows in _pages(log, session):
        for row in rows:
            found.note(session, row)
        if writer is not None:
            await asyncio.to_thread(writer.add, rows)
    if found.open:
        return Sealing("open", found.open)
    if not found.events:
        return Sealing("moved")
    # Asked before anything is stored: what is refused for long is looked at every day.
    refused, request = await _unended(log, session, found)
    refused = refused or await _call(log, session, found, idle_s, "")
    if refused != SEALED:
        return Sealing(refused, request)
    if writer is None:
        return Sealing(SEALED, events=found.events, segments=before)
    made = await asyncio.to_thread(archive.keep, writer)
    segments = (*before, made)
    told = e.SessionSealed(segments=segments, forked=found.forked)
    (event,) = envelopes([told], session, None, None, by)
    outcome = await _call(log, session, found, idle_s, encode(event))
    if outcome != SEALED and not await _is_named(log, session, made):
        # Nobody else has this table: it goes now, for the session may have been erased meanwhile.
        await asyncio.to_thread(archive.discard, made)
        return Sealing(outcome)
    await _forget(log, session, found)
    return Sealing(SEALED, events=found.events, segments=segments)


async def _begin(log: Log, session: SessionId) -> _Found | None:
    """How the session's log begins; None when there is none."""
    for row_id, fields in await log.rows(session, limit=1):
        found = _Found(EventId(row_id))
        match decode_or_keep(fields["e"], session, row_id, fields["request"]).data:
            case e.SessionSealed() as sealed:
                found.before, found.forked = sealed, sealed.forked
            case e.SessionForked() as forked:
                found.forked = forked
        return found
    return None


async def _refused(log: Log, session: SessionId, found: _Found | None, idle_s: float) -> str:
    """Why there is nothing to seal, as far as the log's ends tell; "" if they do not."""
    if found is None:
        return "empty"
    (last, _), *_ = await log.rows(session, limit=1, newest_first=True) or [(found.first, {})]
    if found.before is not None and last == found.first:
        return ARCHIVED
    idle_ms = await log.time_ms() - int(last.partition("-")[0])
    return "recent" if idle_ms < idle_s * 1000 else ""


async def _pages(log: Log, session: SessionId) -> AsyncIterator[list[Row]]:
    start = "-"
    while rows := await log.rows(session, start, limit=PAGE):
        yield rows
        start = f"({rows[-1][0]}"


def _copy(archive: Archive, segment: Segment, writer: Writer) -> None:
    for rows in archive.pages(segment, FIRST, LAST):
        writer.add(rows)


async def _unended(log: Log, session: SessionId, found: _Found) -> tuple[str, str]:
    """Whether a request is open after all, or may be reopened, and which; "" if none."""
    for requests in _some(found):
        members = [f"{session}/{request}" for request in requests]

        async def ask(requests: Sequence[str] = requests, members: Sequence[str] = members) -> Any:
            async with log.redis.pipeline(transaction=False) as pipeline:
                pipeline.zmscore(log.keys.open, members)
                for request in requests:
                    pipeline.hexists(log.keys.request(request), "letter")
                return await pipeline.execute()

        opened, *letters = await until_answered(ask)
        for request, is_open, letter in zip(requests, opened, letters, strict=True):
            if is_open is not None or (letter and request not in found.hopeless):
                return "open" if is_open is not None else "dead", request
    return "", ""


async def _call(log: Log, session: SessionId, found: _Found, idle_s: float, body: str) -> str:
    """What the script answers. ``body``: the event that the log is to begin with, "" to ask."""
    keys = log.keys
    names = [keys.log(session), keys.session(session), keys.turns(session), keys.feed]
    names += [keys.erased, keys.never]
    args: list[str | int] = [session, found.first, found.last, found.events]
    args.extend((int(idle_s * 1000), KEEP_CLOSED_S, FEED_CAP, keys.parked, len(QUEUES), body))
    answer = await run_until_answered(log.redis, SEAL, names, args)
    return str(answer[0])


async def _is_named(log: Log, session: SessionId, made: Segment) -> bool:
    """Whether the session has the segment after all: our reply was lost, and others went on."""
    now = await _begin(log, session)
    return now is not None and now.before is not None and made in now.before.segments


async def _forget(log: Log, session: SessionId, found: _Found) -> None:
    """Delete the hashes of the session's requests. Broken off, they go in time by themselves."""
    names = [log.keys.session(session), log.keys.never]
    for requests in _some(found):
        args = [session, log.keys.request(""), json.dumps(requests)]
        await run_until_answered(log.redis, FORGET, names, args)


def _some(found: _Found) -> Iterator[list[RequestId]]:
    """The requests, some at a time: Redis serves others in between."""
    requests = list(found.requests)
    for start in range(0, len(requests), AT_ONCE):
        yield requests[start : start + AT_ONCE]
