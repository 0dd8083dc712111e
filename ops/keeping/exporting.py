"""`scenestream export`: a session's whole scene as a file that other programs open."""

from __future__ import annotations

import json
from pathlib import Path

from gateway.export.exporting import Exports
from ops.looking import one, opened, past
from ops.settings import Settings
from schemas.errors import BadInput

ENDINGS = (".glb", ".zip")


class BadEnding(BadInput):
    """The file's name says neither .glb nor .zip; give it one of these."""


async def export(
    settings: Settings, prefix: str, at: str | None, output: str | None, as_json: bool
) -> int:
    """Write the session's scene to ``output``, and print where it is."""
    file = Path(output or "scene.glb")
    if file.suffix not in ENDINGS:
        raise BadEnding(f"{file.name!r}: {BadEnding.__doc__}")
    async with opened(settings) as shards:
        session = await one(shards, prefix)
        history = await past(settings, shards)
        exports = Exports(history, history.artifacts)
        made = await (exports.zip if file.suffix == ".zip" else exports.glb)(session, at or "")
    file.write_bytes(made)
    told = {"session": session, "file": str(file), "size": len(made)}
    print(json.dumps(told) if as_json else f"{file}: {len(made):,} bytes, the scene of {session}")
    return 0
