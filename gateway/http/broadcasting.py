"""Saying something to every client of all sessions of a user, whichever gateway it is at.

Owners say it to their own sessions, operators to anybody's. Who is connected now hears it; it is
not kept, and starts no work. Clients of the old protocol have no frame for it, and hear nothing.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from gateway.auth.rights import TABLE, Deed, NotYours, Principal, standing
from gateway.http.calling import Caller
from gateway.v2.entering import Entrance
from schemas.errors import BadInput
from schemas.events import BroadcastSent
from schemas.ids import is_safe_id
from streams.broadcasts import broadcast

MOST_CHARS = 2_000


class NotYourUser(NotYours):
    """You may say something to your own sessions: leave user out, or name yourself. To others' or
    everybody's an operator may."""


class NothingToSay(BadInput):
    """A broadcast says something: give a text of up to 2,000 characters, and no id or a UUID."""


class Saying(BaseModel):
    """What is said, and to whom: to the sessions of ``user`` (left out: your own), or of
    ``everybody``. ``id``: one that is sent again with the same counts once; left out: a new one."""

    text: Annotated[str, Field(max_length=MOST_CHARS)]
    user: Annotated[str | None, Field(max_length=200)] = None
    everybody: bool = False
    id: Annotated[str, Field(max_length=64)] = ""


class Said(BaseModel):
    """It is said. ``again``: it was before, and nobody hears it twice."""

    id: str
    again: bool


@dataclass(frozen=True, slots=True)
class Broadcasting:
    """The route."""

    entrance: Entrance

    def router(self) -> APIRouter:
        """It alone."""
        router = APIRouter(tags=["sessions"])
        router.post(
            "/broadcasts", status_code=202, summary="Say something to all sessions of a user"
        )(self.say)
        return router

    async def say(self, caller: Caller, saying: Saying) -> Said:
        who, _ = await self.entrance.known(caller, len(saying.text.encode()))
        said = told(saying, who)
        is_new = await broadcast(self.entrance.shards, said, who.subject)
        return Said(id=said.id, again=not is_new)


def told(saying: Saying, who: Principal) -> BroadcastSent:
    """What ``who`` says, where they may. Raises ``NotYourUser``, ``NothingToSay``."""
    user = who.subject if saying.user is None else saying.user
    where = standing(who, "" if saying.everybody else user)
    if Deed.BROADCAST not in TABLE[where]:
        raise NotYourUser(NotYourUser.__doc__)
    text = saying.text.strip()
    if not text or (saying.id and not is_safe_id(saying.id)):
        raise NothingToSay(NothingToSay.__doc__)
    return BroadcastSent(
        id=saying.id or str(uuid.uuid4()),
        text=text,
        user="" if saying.everybody else user,
        everybody=saying.everybody,
        from_operator=who.operator,
    )
