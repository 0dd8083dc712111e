"""`scenestream cancel`: end a session's open requests now."""

from __future__ import annotations

import json

from ops.looking import one, opened
from ops.settings import Settings


async def cancel(settings: Settings, session: str, request: str | None, as_json: bool) -> int:
    """Cancel ``request`` (an id or a unique prefix), or all that are open; print which."""
    async with opened(settings) as shards:
        found = await one(shards, session)
        ended = await shards.of(found).cancel_all(found, request or "", reason="cancelled by hand")
    for each in ended:
        print(json.dumps({"session": found, "cancelled": each}) if as_json else f"cancelled {each}")
    if not ended and not as_json:
        print("nothing was open")
    return 0
