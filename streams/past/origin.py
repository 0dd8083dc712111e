"""How a session began: whether it is a fork, of what, and with which options.

Its log's first event says so, and never changes, so it is looked up once a process.
"""

from __future__ import annotations

from collections import OrderedDict

from schemas.events import Event, SessionForked, SessionSealed
from schemas.ids import SessionId
from streams.codec import decode_or_keep
from streams.log import Log

KEPT = 1_000
"""Sessions that are remembered; the least recently asked for goes first."""


def origin(first: Event) -> SessionForked | None:
    """The fork that a session whose first event in Redis is ``first`` began as, if it did."""
    match first.data:
        case SessionForked() as forked:
            return forked
        case SessionSealed(forked=forked):
            return forked
        case _:
            return None


class Origins:
    """Remembers how the sessions of a log began."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._known: OrderedDict[SessionId, SessionForked | None] = OrderedDict()

    async def of(self, session: SessionId) -> SessionForked | None:
        """How ``session`` began; None for one that is no fork."""
        if session in self._known:
            self._known.move_to_end(session)
            return self._known[session]
        found = None
        for row_id, fields in await self._log.rows(session, limit=1):
            found = origin(decode_or_keep(fields["e"], session, row_id, fields["request"]))
        self._known[session] = found
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        return found
