"""Session states of the sessions at hand, folded from the log and kept up to date."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict

from schemas.errors import ScenestreamError
from schemas.fold import fold
from schemas.ids import SessionId
from schemas.state import SessionState
from streams.ending import end
from streams.log import Log
from streams.lost import LOST
from streams.past import keyframes
from streams.past.history import History

logger = logging.getLogger(__name__)

KEPT = 256
"""Sessions whose state is kept; the least recently used goes first."""


class States:
    """A cache over the log: each ``get`` reads only what came since the last.

    With a ``history``, sessions may be forks or archived, and keyframes are written as they come
    due. Without one, a session is what its stream in Redis holds.
    """

    def __init__(self, log: Log, history: History | None = None) -> None:
        self._log, self._history = log, history
        self._kept: OrderedDict[SessionId, SessionState] = OrderedDict()
        self._writing: set[asyncio.Task[None]] = set()

    async def get(self, session: SessionId) -> SessionState:
        """The session's state as of now. It is the cache's own: read it, do not change it."""
        state = self._kept.pop(session, None) or await self._folded(session)
        news = await self._log.follow(session, state.at)
        if news.archived or (news.gap and self._history):  # a gap's log need not begin here
            state = await self._folded(session)
        else:
            state = fold(news.events, SessionState() if news.gap else state)
        self._kept[session] = state
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self._keep_if_due(session, state)
        return state

    async def written(self) -> None:
        """Return when the keyframes that were due are written."""
        if self._writing:
            await asyncio.wait(self._writing)

    async def close(self) -> None:
        """Write no keyframes any more."""
        await end(*self._writing)

    async def _folded(self, session: SessionId) -> SessionState:
        return await self._history.state(session) if self._history else SessionState()

    def _keep_if_due(self, session: SessionId, state: SessionState) -> None:
        if self._history is None or not keyframes.is_due(state):
            return
        # Made now, since the state goes on changing; stored and told of beside the work.
        frame = keyframes.of(state)
        task = asyncio.create_task(self._write(session, frame, self._history))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)

    async def _write(self, session: SessionId, frame: keyframes.Frame, history: History) -> None:
        try:
            await keyframes.write(self._log, history.artifacts, session, frame)
        except (*LOST, ScenestreamError) as failed:  # without it a seek takes longer, that is all
            logger.warning("keyframe.failed", extra={"session": session, "error": str(failed)})
