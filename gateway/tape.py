"""A session's events from any point on, some at a time, and those that come meanwhile."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator

from schemas.events import Event
from schemas.ids import EventId, SessionId
from schemas.state import SessionState
from streams.past import points
from streams.past.history import History


class Tape:
    """Reads one session for one replay, a page at a time: what is not shown yet is not held."""

    def __init__(self, history: History, session: SessionId) -> None:
        self.session = session
        self._history = history
        self._pages: AsyncIterator[list[Event]] | None = None
        self._read: EventId | None = None

    async def more(self) -> list[Event]:
        """The next events; none: there are no more, as of now. Ask again when there are."""
        page = await self._next() if self._pages is not None else []
        # What was being read ends where the session ended when it was last looked at; only a look
        # that begins now can tell that there is nothing more now.
        return page or await self._next()

    async def _next(self) -> list[Event]:
        if self._pages is None:
            self._pages = self._history.pages(self.session, after=self._read)
        try:
            page: list[Event] = await anext(self._pages, [])
        except BaseException:
            self._pages = None  # the next call begins where this one failed
            raise
        if page:
            self._read = page[-1].id
        else:
            self._pages = None
        return page

    async def find(self, point: str) -> EventId | None:
        """The event that ``point`` names. Raises as ``streams.past.points.resolve`` does."""
        return await points.resolve(self._history, self.session, point)

    async def seek(self, at: EventId | None) -> SessionState:
        """Go on after ``at`` (None: from the first event on); the state there."""
        state = SessionState() if at is None else await self._history.state(self.session, at)
        await self.close()
        self._read = at
        return state

    async def close(self) -> None:
        """Leave what is being read."""
        pages, self._pages = self._pages, None
        if isinstance(pages, AsyncGenerator):
            await pages.aclose()
