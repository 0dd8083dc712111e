"""Which sessions an erasure is of: one, a person's, or those that have been silent for long."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from ops.looking import NoSuchSession, one
from schemas.errors import BadInput, Category, ScenestreamError
from schemas.events import SceneKeyframed, SessionSealed
from schemas.ids import SessionId, event_order
from streams.codec import decode_or_keep, time_of
from streams.erasure.erasing import every_session, forks_of, open_sessions, parents
from streams.erasure.holdings import Holding
from streams.errors import Unreadable
from streams.past.history import History

LAST_ROWS = 20
_RECORDS = (SessionSealed, SceneKeyframed)
"""What is written about a session without anybody's doing."""


class WhichSessions(BadInput):
    """It is not said whose sessions are meant; give one session, or --user."""


class HasForks(ScenestreamError):
    """Forks begin with this session's past; erase them, too (--with-forks), or keep it."""

    category = Category.CONFLICT

    def __init__(self, forks: dict[SessionId, SessionId]) -> None:
        self.forks = forks
        told = ", ".join(f"{fork} (of {parent})" for fork, parent in sorted(forks.items())[:8])
        more = f" and {len(forks) - 8} more" if len(forks) > 8 else ""
        super().__init__(
            f"what would be erased is the past of {told}{more}; erase them too with --with-forks, "
            "or keep it"
        )


@dataclass(frozen=True, slots=True)
class Silent:
    """Sessions without an event for long. ``kept``: those of them that can not go yet, and why."""

    sessions: list[SessionId]
    kept: dict[SessionId, str]


async def named(history: History, begun: Collection[Holding], prefix: str) -> SessionId:
    """The session that ``prefix`` names, even if only an erasure that was broken off knows of it
    any more, or its client, which went on writing its snapshot.

    Raises ``NoSuchSession``, ``AmbiguousSession``.
    """
    try:
        return await one(history.shards, prefix)
    except NoSuchSession:
        known = [h.session for h in begun if h.session.startswith(prefix)]
        if len(known) == 1:
            return known[0]
        if await history.shards.of(prefix).snapshot(prefix) is None:
            raise
        return SessionId(prefix)


async def of_user(history: History, user: str) -> list[SessionId]:
    """The sessions that say they are ``user``'s. Raises ``Unreadable``."""
    found = []
    async for session in every_session(history):
        try:
            state = await history.state(session)
        except ScenestreamError as why:
            raise Unreadable(f"session {session}", str(why)) from why
        if state.user == user:
            found.append(session)
    return found


async def with_forks(history: History, sessions: list[SessionId], allowed: bool) -> list[SessionId]:
    """The sessions and the forks that begin with their past. Raises ``HasForks`` unless allowed."""
    forks = forks_of(await parents(history), sessions)
    if forks and not allowed:
        raise HasForks(forks)
    return [*sessions, *forks]


async def silent_since(history: History, at: datetime) -> Silent:
    """The sessions whose last event was before ``at``, but those with open requests or forks that
    are younger."""
    opened = await open_sessions(history)
    kept: dict[SessionId, str] = {}
    old: set[SessionId] = set()
    async for session in every_session(history):
        if await last_event(history, session) >= at:
            continue
        if session in opened:
            kept[session] = "a request is open"
        else:
            old.add(session)
    forked = await parents(history)
    while younger := {forked[fork] for fork in forked if fork not in old} & old:
        old -= younger
        kept |= dict.fromkeys(younger, "a younger fork begins with its past")
    return Silent(sorted(old), kept)


async def last_event(history: History, session: SessionId) -> datetime:
    """When something last happened in the session; the beginning of time if nothing ever did."""
    log = history.shards.of(session)
    end = "+"
    while rows := await log.rows(session, end=end, limit=LAST_ROWS, newest_first=True):
        for row_id, fields in rows:
            data = decode_or_keep(fields["e"], session, row_id, fields.get("request")).data
            if not isinstance(data, _RECORDS):
                return time_of(row_id)
        end = f"({rows[-1][0]}"
    _, segments = await history.begun(session)
    return time_of(max((s.last for s in segments), key=event_order, default="0-0")).astimezone(UTC)
