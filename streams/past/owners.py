"""Whose a session is, without reading all of it: its first event says so, or its parent's does.

What belongs here: the owner of a session. What does not: who else may see it, which is the
gateway's.
"""

from __future__ import annotations

from schemas.ids import SessionId
from schemas.session_events import SessionOpened
from streams.codec import decode_or_keep
from streams.past.history import History

MOST_KEPT = 50_000
"""Owners that are remembered: a session's never changes."""


class Owners:
    """The owners of sessions, each read once."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._known: dict[SessionId, str] = {}

    async def of(self, session: SessionId) -> str:
        """The subject that opened ``session``; "" where nobody is known to have."""
        if session not in self._known:
            owner = await self._read(session)
            if len(self._known) >= MOST_KEPT:
                self._known.pop(next(iter(self._known)))
            self._known[session] = owner
        return self._known[session]

    async def _read(self, session: SessionId) -> str:
        forked, segments = await self._history.begun(session)
        if forked is not None:
            return await self.of(forked.parent)
        if segments:
            return (await self._history.state(session, segments[0].first)).user
        for row_id, fields in await self._history.shards.of(session).rows(session, limit=1):
            data = decode_or_keep(fields["e"], session, row_id, fields["request"]).data
            if isinstance(data, SessionOpened):
                return data.user
        return ""
