"""Looks at what shipping clients write under `scene:<id>`, so that others see hand edits soon.

The shipping client writes its scene to Redis after each edit, and says nothing of it. Its next
message reads it; this reads it before that. Redis tells of writes only where it is configured to,
so the key is looked at: often where somebody watches the session at this gateway, else seldom.
What belongs here: when to look. What does not: what a hand did, which is ``session_v1``'s.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from gateway.effects import Append
from gateway.session_v1 import V1Session
from schemas.errors import ScenestreamError
from schemas.ids import SessionId
from streams.commit import Commit
from streams.log import envelopes
from streams.shards import Shards

logger = logging.getLogger(__name__)

WATCHED_S, UNWATCHED_S = 2.0, 30.0
"""How often a key is looked at: ten thousand clients that nobody watches are 333 reads a second."""


@dataclass(frozen=True, slots=True)
class Snapshots:
    """Looks at keys. ``watched``: whether somebody sees a session at this gateway."""

    shards: Shards
    watched: Callable[[SessionId], bool]

    async def watch(self, session: V1Session) -> None:
        """Put what is done by hand into the log, as long as the client is there."""
        idle_s = 0.0
        while True:
            await asyncio.sleep(WATCHED_S)
            idle_s += WATCHED_S
            if idle_s < UNWATCHED_S and not self.watched(session.session):
                continue
            idle_s = 0.0
            try:
                await self.look(session)
            except ScenestreamError as failed:
                extra = {"session": session.session, "error": str(failed)}
                logger.warning("snapshot.failed", extra=extra)

    async def look(self, session: V1Session) -> None:
        """Look once."""
        log = self.shards.of(session.session)
        snapshot = await log.snapshot(session.session)
        for effect in session.by_hand(snapshot):
            if not await self._append(effect, session.session):
                session.unread()  # the scene moved on meanwhile: the next look sees both

    async def _append(self, effect: Append, session: SessionId) -> bool:
        events = tuple(envelopes(effect.payloads, session, None, None, "gateway"))
        commit = Commit(session, None, effect.mark, events, revision=effect.revision)
        return (await self.shards.of(session).commit(commit)).outcome != "stale"
