"""Importing a bundle: its artifacts go into the store, then its events become a session, at once.

Nothing of it is work: what was open when the bundle was made is cancelled, and the log says so.
Whatever goes wrong before the last call, no session is there; artifacts that were stored already
are named by nobody and go with the next garbage collection.
"""

from __future__ import annotations

import asyncio
import contextlib
import uuid
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice

from schemas.errors import Category, ScenestreamError
from schemas.events import Event, RequestCancelled
from schemas.ids import RequestId, SessionId
from streams.bundles.bundle import BadBundle, Said, SessionExists, entry
from streams.bundles.unbundling import Bundle
from streams.codec import encode
from streams.errors import RedisUnavailable
from streams.log import Log
from streams.lost import LOST
from streams.past.history import History
from streams.scripts import IMPORT, STAGE, run_until_answered

BATCH = 200
"""Events that go to Redis at once: at most some MB."""
KEEP_STAGED_S = 3600
"""How long a broken-off import stays in Redis."""
CANCELLED = "the session was imported, and what was under way elsewhere does not go on here"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a bundle. ``is_new``: False when the session was here, event for event.

    ``cancelled``: requests that were open in it; ``since``: events the session has had since then,
    if it was here.
    """

    session: SessionId
    is_new: bool
    events: int
    artifacts: int
    cancelled: tuple[RequestId, ...] = ()
    since: int = 0


class WasErased(ScenestreamError):
    """A session of the bundle's id was erased here; give the imported one another with ``--as``."""

    category = Category.CONFLICT


async def import_(history: History, bundle: Bundle, session: SessionId, said: Said) -> Imported:
    """Make the bundle's events the session ``session``; nothing, if they are it already.

    Raises ``SessionExists`` where it is another, ``WasErased``, and what the store and Redis raise.
    """
    told = bundle.manifest
    log = history.shards.of(session)
    if await log.rows(session, limit=1):
        since = await _since(history, bundle, session)
        await _store(history, bundle, said)  # what was deleted or damaged here is mended
        return Imported(session, False, told.events, len(told.artifacts), since=since)
    await _store(history, bundle, said)
    token = uuid.uuid4().hex
    cancelled = tuple(bundle.open_requests)
    try:
        await _stage(log, bundle, token, said)
        outcome = await _become(log, bundle, session, token, cancelled)
    except BaseException:
        await _forget(log, token)
        raise
    if outcome == "exists":  # somebody was faster: with the same, perhaps
        await _forget(log, token)
        return await import_(history, bundle, session, said)
    if outcome == "erased":
        await _forget(log, token)
        raise WasErased(
            f"{session} was erased here not long ago, and nothing of that id may come back yet; "
            "give the imported one another with --as"
        )
    if outcome != "imported":
        raise RedisUnavailable(f"Redis lost events that were being imported ({outcome}); try again")
    return Imported(session, True, told.events, len(told.artifacts), cancelled)


async def _store(history: History, bundle: Bundle, said: Said) -> None:
    members = bundle.manifest.artifacts
    for n, member in enumerate(members, 1):
        data = await asyncio.to_thread(bundle.artifact, member)
        media_type = bundle.named[member.sha256].media_type
        await asyncio.to_thread(history.artifacts.put, data, media_type)
        said("artifacts", n, len(members))


async def _since(history: History, bundle: Bundle, session: SessionId) -> int:
    """How many events the session has after the bundle's. Raises ``SessionExists``."""
    theirs = bundle.events()
    since, over = 0, False
    async for page in history.pages(session):
        for ours in page:
            event = None if over else next(theirs, None)
            if event is None:
                over, since = True, since + 1
            elif replace(event, session=ours.session) != ours:
                raise SessionExists(session, event.id or "")
    if (more := next(theirs, None)) is not None:
        raise SessionExists(session, more.id or "")
    return since


async def _stage(log: Log, bundle: Bundle, token: str, said: Said) -> None:
    key = log.keys.staged(token)
    events = bundle.events()
    last, count = "", 0
    while batch := list(islice(events, BATCH)):
        args: list[str | int] = [last, KEEP_STAGED_S]
        for event in batch:
            args.extend(entry(event))
        if await run_until_answered(log.redis, STAGE, [key], args) != "staged":
            raise RedisUnavailable("Redis lost events that were being imported; try again")
        last, count = batch[-1].id or "", count + len(batch)
        said("events", count, bundle.manifest.events)
    if last != bundle.manifest.last:
        raise BadBundle(bundle.file, "it changed while it was imported")


async def _become(
    log: Log, bundle: Bundle, session: SessionId, token: str, cancelled: tuple[RequestId, ...]
) -> str:
    told, keys = bundle.manifest, log.keys
    args: list[str | int] = [session, token, told.events, told.last]
    args.extend((bundle.state.revision, bundle.accepted))
    for request in cancelled:
        args.extend((request, encode(_cancellation(session, request))))
    touched = [keys.staged(token), keys.log(session), keys.session(session), keys.sessions]
    touched.extend((keys.erased, keys.never))
    return str(await run_until_answered(log.redis, IMPORT, touched, args))


def _cancellation(session: SessionId, request: RequestId) -> Event:
    data = RequestCancelled(reason=CANCELLED)
    now = datetime.now(UTC)
    return Event(session=session, request=request, at=now, by="import", data=data)


async def _forget(log: Log, token: str) -> None:
    """Take out what was staged; if Redis does not answer, it goes by itself."""
    with contextlib.suppress(*LOST):
        await log.redis.delete(log.keys.staged(token))
