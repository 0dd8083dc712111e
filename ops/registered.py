"""Where assets of the library come from: the logs' `asset.registered` events, session by session.

The index does not say who made an asset, or when; the logs do.
"""

from __future__ import annotations

from schemas.events import AssetMatched, AssetRegistered, Event
from schemas.ids import AssetId, EventId, SessionId, event_order
from streams.history import History

MOST_SESSIONS = 1_000
"""How many sessions are looked into, newest first: each costs a read of its log."""


async def registered_since(
    history: History, session: SessionId, moment: EventId
) -> tuple[frozenset[AssetId], str]:
    """The assets that the library did not have yet at ``moment``, an event of ``session``.

    Beside them, why that may not be all; "" when it is.
    """
    known: set[AssetId] = set()
    since: set[AssetId] = set()
    async for events in history.pages(session, folding=True):
        for event in events:
            if not isinstance(event.data, AssetRegistered | AssetMatched):
                continue
            if not _is_after(event, moment):
                known.add(event.data.asset)
            elif isinstance(event.data, AssetRegistered):
                since.add(event.data.asset)
    summaries = await history.shards.sessions(MOST_SESSIONS + 1)
    ms, _ = event_order(moment)
    others = [s for s in summaries if int(s.at.timestamp() * 1000) >= ms and s.session != session]
    for summary in others[:MOST_SESSIONS]:
        async for events in history.pages(summary.session, after=moment, folding=True):
            since.update(e.data.asset for e in events if isinstance(e.data, AssetRegistered))
    unsure = ""
    if len(others) > MOST_SESSIONS:
        unsure = f"only the {MOST_SESSIONS} newest sessions were asked what they registered since"
    return frozenset(since - known), unsure


async def made(history: History, asset: AssetId, by: EventId) -> Event | None:
    """The first `asset.registered` of ``asset`` not after ``by``, in any session."""
    first: Event | None = None
    for summary in await history.shards.sessions(MOST_SESSIONS):
        found = await _registered(history, summary.session, asset, by)
        if found is not None and (first is None or found.at < first.at):
            first = found
    return first


async def _registered(
    history: History, session: SessionId, asset: AssetId, by: EventId
) -> Event | None:
    async for events in history.pages(session, upto=by, folding=True):
        for event in events:
            own = event.session == session  # what a fork shares is its parent's
            if own and isinstance(event.data, AssetRegistered) and event.data.asset == asset:
                return event
    return None


def _is_after(event: Event, moment: EventId) -> bool:
    return event.id is not None and event_order(event.id) > event_order(moment)
