"""A point of a session as people name it: an event, a revision of its scene, or a time."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from schemas.errors import BadInput
from schemas.ids import EventId, SessionId, event_order
from streams.errors import NoSuchEvent
from streams.past.history import History

EVENT = re.compile(r"\d{12,20}-\d{1,20}")
_REVISION = re.compile(r"r?(\d{1,9})")
_OFFSET = re.compile(r"([+-])(\d{1,12}(?:\.\d{1,6})?)(ms|s|m|h)?")
_MOST = 2**64 - 1
"""The greatest number that Redis takes in an event's id."""
_UNITS_MS = {"ms": 1, None: 1000, "s": 1000, "m": 60_000, "h": 3_600_000}


class BadPoint(BadInput):
    """Names no point of a session: give an event's id, a revision (12), or a time
    (2026-03-01T12:30, +90s after its beginning, -10s before its end)."""


async def resolve(history: History, session: SessionId, point: str | None) -> EventId | None:
    """The event after which the session was at ``point``; None for its present end.

    Raises ``BadPoint``, ``NoSuchEvent``, ``NoSuchRevision``.
    """
    if point is None:
        return None
    if EVENT.fullmatch(point) and max(event_order(point)) <= _MOST:
        return (await history.event(session, EventId(point))).id
    if (revision := _REVISION.fullmatch(point)) is not None:
        return await history.at_revision(session, int(revision[1]))
    if (offset := _OFFSET.fullmatch(point)) is not None:
        ms = int(float(offset[2]) * _UNITS_MS[offset[3]])
        first, last = await _ends(history, session)
        return await history.at_time(session, first + ms if offset[1] == "+" else max(0, last - ms))
    try:
        # Without a zone people mean the clock on their wall, as `tail` shows it.
        time = datetime.fromisoformat(point).astimezone(UTC)
    except (ValueError, OverflowError) as none:
        raise BadPoint(f"{point[:60]!r}: {BadPoint.__doc__}") from none
    return await history.at_time(session, max(0, int(time.timestamp() * 1000)))


async def _ends(history: History, session: SessionId) -> tuple[int, int]:
    """When the session's first and last events were, in ms since 1970."""
    first: EventId | None = None
    async for events in history.facts(session):
        first = events[0].id
        break
    last = (await history.state(session)).at
    if first is None or last is None:
        raise NoSuchEvent(f"{session} has no events")
    return int(first.partition("-")[0]), int(last.partition("-")[0])
