"""Looking at sessions over plain HTTP: which there are, what changed them, the scene as a file.

What belongs here: reading. What does not: commands and live events, which are in ``rest``.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from gateway.auth.rights import Deed, Principal, require, standing
from gateway.http.calling import Caller
from gateway.v2.entering import Entrance
from schemas import wire_v2_pb2 as pb
from schemas.errors import BadInput
from schemas.ids import SessionId
from streams.log import SessionSummary
from streams.past.history import History
from streams.past.owners import Owners
from streams.past.revisions import revisions
from streams.shards import Shards

MOST_LISTED = 200
LOOKED_THROUGH = 2_000
"""Sessions of others that a page of a list passes over; where more follow, it says ``next``."""


class BadPage(BadInput):
    """The page is none that a list of this kind told of; begin without one."""


class Listed(BaseModel):
    """A session. ``at``: its last event's time, UTC; ``events``: how many there are."""

    session: str
    at: datetime
    events: int


class Sessions(BaseModel):
    """Sessions, the newest events first. ``next``: the page after it; "" for none."""

    sessions: list[Listed]
    next: str


class Change(BaseModel):
    """A revision of the scene. ``event`` led to it; ``text``: the words that asked for it, "" for
    hands. ``undoes``, ``redoes``: the revision whose change it takes back, or makes again."""

    revision: int
    event: str
    at: datetime
    request: str | None
    text: str
    summary: str
    undoes: int | None = None
    redoes: int | None = None


class Changes(BaseModel):
    """Revisions, oldest first. ``next``: give it as ``after`` for those that follow; 0: none do."""

    revisions: list[Change]
    next: int


@dataclass(frozen=True, slots=True)
class Looking:
    """The routes that only look."""

    history: History
    entrance: Entrance
    owners: Owners

    def router(self) -> APIRouter:
        """All of them."""
        router = APIRouter(prefix="/sessions", tags=["sessions"])
        router.get("", summary="Your sessions; an operator's are all")(self.sessions)
        router.get("/{session}/history", summary="What changed the scene, revision by revision")(
            self.changes
        )
        return router

    async def sessions(
        self,
        caller: Caller,
        limit: Annotated[int, Query(ge=1, le=MOST_LISTED)] = 50,
        page: Annotated[str, Query(description="``next`` of the page before")] = "",
    ) -> Sessions:
        who, _ = await self.entrance.known(caller)
        require(standing(who, ""), Deed.LIST)
        found, last = await self._listed(who, limit, _place(page) if page else None)
        listed = [Listed(session=s.session, at=s.at, events=s.events) for s in found]
        return Sessions(sessions=listed, next=_page(last) if last else "")

    async def changes(
        self,
        caller: Caller,
        session: str,
        after: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=1_000)] = 200,
    ) -> Changes:
        async with self.seen(caller, session) as seen:
            found: list[Change] = []
            async for revision in revisions(self.history, seen):
                if revision.revision <= after:
                    continue
                if len(found) == limit:
                    return Changes(revisions=found, next=found[-1].revision)
                found.append(Change.model_validate(revision.document()))
            return Changes(revisions=found, next=0)

    @asynccontextmanager
    async def seen(self, caller: Caller, session: str) -> AsyncIterator[SessionId]:
        """The session's id, where ``caller`` may see it. Raises what ``Entrance.entered`` does."""
        async with self.entrance.entered(pb.Hello(session=session), caller) as inside:
            yield inside.session

    async def _listed(
        self, who: Principal, limit: int, before: tuple[int, str] | None
    ) -> tuple[list[SessionSummary], tuple[int, str] | None]:
        """The sessions of one page, and behind which the next one begins (None: there is none)."""
        found: list[SessionSummary] = []
        shards: Shards = self.history.shards
        for _ in range(max(1, LOOKED_THROUGH // limit)):
            run = await shards.sessions(limit, before)
            for summary in run:
                before = int(summary.at.timestamp() * 1000), summary.session
                if await self._is_of(who, summary.session):
                    found.append(summary)
                if len(found) == limit:
                    return found, before
            if len(run) < limit:
                return found, None
        return found, before

    async def _is_of(self, who: Principal, session: SessionId) -> bool:
        return who.operator or (await self.owners.of(session)) == who.subject


def _page(last: tuple[int, str]) -> str:
    return base64.urlsafe_b64encode(f"{last[0]} {last[1]}".encode()).rstrip(b"=").decode()


def _place(page: str) -> tuple[int, str]:
    try:
        told = base64.urlsafe_b64decode(page.encode("ascii") + b"=" * (-len(page) % 4)).decode()
        ms, _, session = told.partition(" ")
        return int(ms), session
    except (ValueError, binascii.Error) as broken:
        raise BadPage(BadPage.__doc__) from broken
