"""Finding the session that somebody means by the beginning of its id."""

from __future__ import annotations

from schemas.errors import BadInput, NotFound
from schemas.ids import SessionId
from streams.shards import Shards


class NoSuchSession(NotFound):
    """No session begins with that; `scenestream sessions` lists them."""


class AmbiguousSession(BadInput):
    """Several sessions begin with that; give more of the id."""


async def one(shards: Shards, prefix: str) -> SessionId:
    """The session that ``prefix`` names. Raises ``NoSuchSession``, ``AmbiguousSession``."""
    if await shards.of(prefix).knows(prefix):
        return SessionId(prefix)
    found = await shards.find(prefix)
    if not found:
        raise NoSuchSession(f"{prefix!r}: {NoSuchSession.__doc__}")
    if len(found) > 1:
        raise AmbiguousSession(f"{prefix!r} ({', '.join(found[:4])}): {AmbiguousSession.__doc__}")
    return found[0]
