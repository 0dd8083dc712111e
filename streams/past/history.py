"""A session's whole past, wherever it lies: its parents' logs, the archive, Redis.

``Log`` reads what one stream in Redis holds. ``History`` reads a session as people mean it: a fork
begins with what it shares with its parent, an archived session with its segments. What does not
belong here: writing, and following what is new.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from schemas import keyframe
from schemas.events import Event, SceneKeyframed, SessionForked, SessionSealed
from schemas.fold import Fact, fold
from schemas.ids import EventId, SessionId, event_order
from schemas.session_events import Segment
from schemas.state import Keyframe, SessionState
from streams.artifacts import ArtifactStore, CorruptArtifact, MissingArtifact
from streams.codec import decode_or_keep, skim
from streams.ending import end
from streams.errors import NoSuchEvent, NoSuchRevision
from streams.log import Row
from streams.past.archive import Archive
from streams.shards import Shards

PAGE = 1_000
"""Entries of a session that are read at once."""
LOOK_BACK = 200
"""Entries that are looked at first for a keyframe before a point; then twice as many, and so on."""
KEYFRAMED = f'{{"type":"{SceneKeyframed.type}"'
SEALED = f'{{"type":"{SessionSealed.type}"'
_MOST = 2**64 - 1
FIRST, LAST = EventId("0-0"), EventId(f"{_MOST}-{_MOST}")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a session's past: the events of ``session``'s own up to ``upto`` (included).

    ``segments`` are in the archive, the events after them in Redis.
    """

    session: SessionId
    upto: EventId
    segments: tuple[Segment, ...] = ()


class History:
    """Reads sessions of a deployment. ``artifacts``: where keyframes and the archive are."""

    def __init__(self, shards: Shards, artifacts: ArtifactStore) -> None:
        self.shards, self.artifacts = shards, artifacts
        self._archive = Archive(artifacts)

    async def spans(self, session: SessionId, upto: EventId | None = None) -> list[Span]:
        """The parts of the session's past up to ``upto`` (None: its end), oldest first."""
        found: list[Span] = []
        whose: SessionId | None = session
        end = upto or LAST
        while whose is not None:
            forked, segments = await self._beginning(whose)
            if forked is not None and event_order(end) <= event_order(forked.at):
                whose = forked.parent  # before the fork: none of its own
                continue
            found.append(Span(whose, end, segments))
            whose = forked.parent if forked else None
            end = forked.at if forked else end
        return found[::-1]

    async def pages(
        self,
        session: SessionId,
        after: EventId | None = None,
        upto: EventId | None = None,
    ) -> AsyncIterator[list[Event]]:
        """The events after ``after`` up to ``upto``, oldest first, some at a time."""
        async for whose, rows in self.rows(session, after, upto):
            yield [decode_or_keep(f["e"], whose, at, f["request"]) for at, f in rows]

    async def facts(
        self, session: SessionId, after: EventId | None = None, upto: EventId | None = None
    ) -> AsyncIterator[list[Event | Fact]]:
        """The same for a fold alone: what it does not read is not decoded."""
        async for whose, rows in self.rows(session, after, upto):
            yield _facts(whose, rows)

    async def rows(
        self, session: SessionId, after: EventId | None = None, upto: EventId | None = None
    ) -> AsyncIterator[tuple[SessionId, list[Row]]]:
        """The same as it lies in the log, and whose log that is: a fork's past is its parent's."""
        for span in await self.spans(session, upto):
            if after is None or event_order(after) < event_order(span.upto):
                async for rows in self._rows(span, after):
                    yield span.session, rows

    async def own_rows(self, session: SessionId) -> AsyncIterator[list[Row]]:
        """What the session shares with no parent, as it is in the archive and in Redis."""
        span = (await self.spans(session))[-1]
        async for rows in self._rows(span, None):
            yield rows

    async def begun(self, session: SessionId) -> tuple[SessionForked | None, tuple[Segment, ...]]:
        """Where the session's past is: what it is a fork of, and its segments in the archive."""
        return await self._beginning(session)

    async def read(
        self, session: SessionId, after: EventId | None = None, upto: EventId | None = None
    ) -> list[Event]:
        """All events after ``after`` up to ``upto``, oldest first."""
        return [event async for page in self.pages(session, after, upto) for event in page]

    async def state(self, session: SessionId, at: EventId | None = None) -> SessionState:
        """The session's state after its event ``at`` (None: its last): a seek.

        Folds from the last keyframe before ``at`` on. The state is the caller's own.
        """
        runs: list[tuple[SessionId, list[Row]]] = []
        state: SessionState | None = None
        async for whose, rows in self._back(session, at):
            runs.append((whose, rows))
            state = state or await self._keyframe_in(whose, rows)
            if state is not None and event_order(rows[0][0]) <= event_order(state.at or FIRST):
                break
        state = state or SessionState()
        for whose, rows in reversed(runs):
            # A fold skips what it has seen; not to decode it halves a seek's time.
            begin = bisect_right(rows, event_order(state.at or FIRST), key=_order)
            fold(_facts(whose, rows[begin:]), state)
        return state

    async def at_revision(self, session: SessionId, revision: int) -> EventId:
        """The event that led to the scene's ``revision``. Raises ``NoSuchRevision``."""
        now = await self.state(session)
        if not 0 < revision <= now.revision:
            raise NoSuchRevision(revision, now.revision)
        place = bisect_right([k.revision for k in now.keyframes], revision - 1) - 1
        while place >= 0:
            begun = await self.keyframe(now.keyframes[place])
            if begun is not None:
                return await self._reached(session, begun, revision)
            place -= 1
        return await self._reached(session, SessionState(), revision)

    async def at_time(self, session: SessionId, ms: int) -> EventId:
        """The session's last event not after ``ms`` since 1970. Raises ``NoSuchEvent``."""
        async for _, rows in self._back(session, EventId(f"{ms}-{_MOST}")):
            return EventId(rows[-1][0])
        raise NoSuchEvent(f"{session} had no event at that time yet; see `scenestream tail`")

    async def event(self, session: SessionId, event: EventId) -> Event:
        """One event of the session. Raises ``NoSuchEvent``."""
        async for whose, rows in self._back(session, event, look_back=1):
            row_id, fields = rows[-1]
            if row_id == event:
                return decode_or_keep(fields["e"], whose, row_id, fields["request"])
            break
        raise NoSuchEvent(f"{session} has no event {event}; `scenestream tail` lists those it has")

    async def _reached(self, session: SessionId, state: SessionState, revision: int) -> EventId:
        async for events in self.facts(session, state.at):
            for event in events:
                if fold([event], state).revision == revision and event.id is not None:
                    return event.id
        raise NoSuchRevision(revision, state.revision)

    async def _beginning(
        self, session: SessionId
    ) -> tuple[SessionForked | None, tuple[Segment, ...]]:
        """How the session begins: as a fork, or in the archive, or both, or neither."""
        for row_id, fields in await self.shards.of(session).rows(session, limit=1):
            match decode_or_keep(fields["e"], session, row_id, fields["request"]).data:
                case SessionForked() as forked:
                    return forked, ()
                case SessionSealed() as sealed:
                    return sealed.forked, sealed.segments
        return None, ()

    async def _rows(self, span: Span, after: EventId | None) -> AsyncIterator[list[Row]]:
        segments: Sequence[Segment] | None = span.segments
        at = after or FIRST
        while segments is not None:
            async for rows in self._archived(segments, at, span.upto):
                yield rows
                at = EventId(rows[-1][0])
            known, segments = segments, None
            async with aclosing(self._in_redis(span, at)) as pages:
                async for rows in pages:
                    if not rows or _is_sealed(rows[0]):
                        _, now = await self._beginning(span.session)
                        if now != known:  # it was sealed just now, with what was to be read here
                            segments = now
                            break
                    if rows:
                        yield rows
                        at = EventId(rows[-1][0])

    async def _archived(
        self, segments: Sequence[Segment], after: EventId, upto: EventId
    ) -> AsyncIterator[list[Row]]:
        first, last = event_order(after), event_order(upto)
        for segment in segments:
            if first < event_order(segment.last) and event_order(segment.first) <= last:
                pages = self._archive.pages(segment, after, upto)
                while rows := await _next(pages):
                    yield rows

    async def _in_redis(self, span: Span, at: EventId) -> AsyncGenerator[list[Row], None]:
        """Pages of what the session's stream holds after ``at``; the last may be empty."""
        log, start = self.shards.of(span.session), f"({at}"
        coming = asyncio.create_task(log.rows(span.session, start, span.upto, PAGE))
        try:
            while True:
                rows = await coming
                if is_whole := len(rows) == PAGE:  # Redis looks for the next while these are used
                    start = f"({rows[-1][0]}"
                    coming = asyncio.create_task(log.rows(span.session, start, span.upto, PAGE))
                    await asyncio.sleep(0)
                yield rows
                if not is_whole:
                    return
        finally:
            await end(coming)

    async def _back(
        self, session: SessionId, upto: EventId | None, look_back: int = LOOK_BACK
    ) -> AsyncIterator[tuple[SessionId, list[Row]]]:
        """Runs of rows from ``upto`` on backwards, each oldest first, and whose they are."""
        for span in reversed(await self.spans(session, upto)):
            async for rows in self._rows_back(span, look_back):
                yield span.session, rows

    async def _rows_back(self, span: Span, count: int) -> AsyncIterator[list[Row]]:
        log, segments, upto = self.shards.of(span.session), span.segments, span.upto
        while True:
            rows = await log.rows(span.session, "-", upto, count, newest_first=True)
            if not rows or _is_sealed(rows[-1]):  # perhaps it was sealed just now
                _, segments = await self._beginning(span.session)
            if rows:
                yield rows[::-1]
                upto = before(EventId(rows[-1][0]))
            if len(rows) < count:
                break
            count = min(2 * count, PAGE)
        for segment in reversed(segments):
            if event_order(segment.first) <= event_order(upto):
                pages = self._archive.pages_back(segment, upto)
                while rows := await _next(pages):
                    yield rows

    async def _keyframe_in(self, session: SessionId, rows: Sequence[Row]) -> SessionState | None:
        """The state of the newest keyframe that ``rows`` tell of and that can be read."""
        for row_id, fields in reversed(rows):
            if not fields["e"].startswith(KEYFRAMED):
                continue
            told = decode_or_keep(fields["e"], session, row_id, None).data
            if isinstance(told, SceneKeyframed):
                found = Keyframe(EventId(row_id), told.at, told.state, told.revision)
                state = await self.keyframe(found)
                if state is not None:
                    return state
        return None

    async def keyframe(self, found: Keyframe) -> SessionState | None:
        """A keyframe's state; None when it is gone or of another version: its events tell all."""
        try:
            return keyframe.load(await asyncio.to_thread(self.artifacts.get, found.state))
        except (MissingArtifact, CorruptArtifact, ValueError):
            return None


def _order(row: Row) -> tuple[int, int]:
    return event_order(row[0])


def _is_sealed(row: Row) -> bool:
    return row[1]["e"].startswith(SEALED)


async def _next(pages: Iterator[list[Row]]) -> list[Row]:
    """The next page of a reader that blocks; empty at its end."""
    return await asyncio.to_thread(lambda: next(pages, []))


def _facts(session: SessionId, rows: Sequence[Row]) -> list[Event | Fact]:
    return [skim(f["e"], session, at, f["request"]) for at, f in rows]


def before(event: EventId) -> EventId:
    """The greatest id that comes before ``event``'s: the point right before it happened."""
    ms, serial = event_order(event)
    return EventId(f"{ms}-{serial - 1}" if serial else f"{ms - 1}-{_MOST}")
