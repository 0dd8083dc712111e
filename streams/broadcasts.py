"""Saying something to all sessions of a user at once, at whatever gateway their clients are.

It goes over the feed that every gateway follows, and is not kept: who is not connected does not
hear it. What belongs here: that each is said once. What does not: who may say what to whom.
"""

from __future__ import annotations

from datetime import UTC, datetime

from schemas.events import BroadcastSent, Event
from schemas.ids import SessionId
from streams.codec import encode
from streams.commit import FEED_CAP
from streams.quota import digest
from streams.scripts import ANNOUNCE, run_until_answered
from streams.shards import Shards

REMEMBERED_S = 24 * 3600
"""For how long the same id is the same broadcast."""
NOBODYS = SessionId("")
"""In place of a session, where an event is of none."""


async def broadcast(shards: Shards, said: BroadcastSent, sender: str) -> bool:
    """Say it, once for each id of a ``sender``; False: it was said before. Raises
    ``RedisUnavailable``, ``EventTooLarge``."""
    log = shards.logs[0]  # all gateways follow all feeds
    event = Event(session=NOBODYS, at=datetime.now(UTC), by="gateway", data=said)
    keys = [log.keys.said(digest(f"{sender}\n{said.id}")), log.keys.feed]
    args: list[str | int] = [REMEMBERED_S, FEED_CAP, encode(event)]
    return bool(await run_until_answered(log.redis, ANNOUNCE, keys, args))
