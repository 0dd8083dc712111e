"""Session states of the sessions at hand, folded from the log and kept up to date."""

from __future__ import annotations

from collections import OrderedDict

from schemas.fold import SessionState, fold
from schemas.ids import SessionId
from streams.log import Log

KEPT = 256
"""Sessions whose state is kept; the least recently used goes first."""


class States:
    """A cache over the log: each ``get`` reads only what came since the last."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._kept: OrderedDict[SessionId, SessionState] = OrderedDict()

    async def get(self, session: SessionId) -> SessionState:
        """The session's state as of now. It is the cache's own: read it, do not change it."""
        state = self._kept.pop(session, None) or SessionState()
        news = await self._log.follow(session, state.at)
        state = fold(news.events, SessionState() if news.gap else state)
        self._kept[session] = state
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return state
