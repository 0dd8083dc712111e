"""`scenestream repair`: queue again what Redis lost and the log still asks for."""

from __future__ import annotations

import json

from ops.looking import one, opened, past
from ops.settings import Settings
from streams.repair import repair as put_back


async def repair(settings: Settings, session: str | None, as_json: bool) -> int:
    """Look into the open requests of ``session`` (None: of all) and print what was put back."""
    async with opened(settings) as shards:
        history = await past(settings, shards)
        if session is None:
            pieces = sum([await put_back(log, history=history) for log in shards])
        else:
            found = await one(shards, session)
            pieces = await put_back(shards.of(found), [found], history)
    print(json.dumps({"restored": pieces}) if as_json else f"{pieces} pieces of work put back")
    return 0
