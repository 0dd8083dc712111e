"""Where assets of the library come from: the logs' `asset.registered` events, session by session.

The index does not say who made an asset, or when; the logs do.
"""

from __future__ import annotations

from collections.abc import Iterable

from schemas.events import AssetDeleted, AssetMatched, AssetRegistered, Event, LibraryCleared
from schemas.ids import AssetId, EventId, SessionId, event_order
from streams.past.history import History

MOST_SESSIONS = 1_000
"""How many sessions are looked into, newest first: each costs a read of its log."""


async def registered_since(
    history: History, session: SessionId, moment: EventId
) -> tuple[frozenset[AssetId], str]:
    """The assets that the library has by now and did not have at ``moment``, an event's id.

    Beside them, why that may not be all; "" when it is. ``session`` is looked into in any case.
    """
    summaries = await history.shards.sessions(MOST_SESSIONS + 1)
    ms, _ = event_order(moment)
    newest = [summary.session for summary in summaries[:MOST_SESSIONS]]
    lasting = [s.session for s in summaries if int(s.at.timestamp() * 1000) >= ms]
    since: set[AssetId] = set()
    for one in {session, *lasting[:MOST_SESSIONS]}:
        async for events in history.facts(one, after=moment):
            since.update(e.data.asset for e in events if isinstance(e.data, AssetRegistered))
    if since:
        since -= await _present(history, {session, *newest}, since, moment)
    unsure = ""
    if len(summaries) > MOST_SESSIONS:
        unsure = f"only the {MOST_SESSIONS} newest sessions were asked what they registered when"
    return frozenset(since), unsure


async def _present(
    history: History, sessions: Iterable[SessionId], assets: set[AssetId], moment: EventId
) -> set[AssetId]:
    """Those of ``assets`` that the library had at ``moment``: the last event about each says so."""
    last: dict[AssetId, tuple[tuple[int, int], bool]] = {}
    for session in sessions:
        async for events in history.pages(session, upto=moment):
            for event in events:
                there, about = _told(event, assets)
                order = event_order(event.id or "0-0")
                for asset in about:
                    if asset not in last or last[asset][0] <= order:
                        last[asset] = order, there
    return {asset for asset, (_, there) in last.items() if there}


def _told(event: Event, assets: set[AssetId]) -> tuple[bool, set[AssetId]]:
    """Whether the library has what of ``assets``, as ``event`` tells."""
    match event.data:
        case AssetRegistered(asset=asset) | AssetMatched(asset=asset):
            return True, assets & {asset}
        case AssetDeleted(assets=gone):
            return False, assets & set(gone)
        case LibraryCleared():
            return False, assets
        case _:
            return False, set()


async def made(
    history: History, asset: AssetId, by: EventId, mesh: str | None = None
) -> Event | None:
    """The first `asset.registered` of ``asset`` not after ``by``, in any session. ``mesh``: the
    SHA-256 of its bytes, where only those will do: what was deleted may have been made again."""
    first: Event | None = None
    for summary in await history.shards.sessions(MOST_SESSIONS):
        found = await _registered(history, summary.session, asset, by, mesh)
        if found is not None and (first is None or found.at < first.at):
            first = found
    return first


async def _registered(
    history: History, session: SessionId, asset: AssetId, by: EventId, mesh: str | None
) -> Event | None:
    async for events in history.pages(session, upto=by):
        for event in events:
            if event.session != session or not isinstance(event.data, AssetRegistered):
                continue  # what a fork shares is its parent's
            if event.data.asset == asset and mesh in (None, event.data.mesh.sha256):
                return event
    return None
