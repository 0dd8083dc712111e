"""`scenestream bundle` and `import`: a session as one file, and a file as a session."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from ops.looking import one, opened, past
from ops.progress import progress
from ops.settings import Settings
from schemas.errors import BadInput
from schemas.ids import SessionId, is_safe_id
from streams.bundles import bundling, importing, unbundling


class BadSessionId(BadInput):
    """Not an id for a session; letters, digits, points, dashes and colons, at most 128, are one."""


async def bundle(settings: Settings, prefix: str, output: str | None, as_json: bool) -> int:
    """Write a bundle of the session to ``output``, and print what it holds."""
    async with opened(settings) as shards:
        session = await one(shards, prefix)
        file = Path(output or f"{session}.scn")
        history = await past(settings, shards)
        with progress("bundling") as said:
            manifest = await bundling.bundle(history, session, file, said)
    size, artifacts = file.stat().st_size, len(manifest.artifacts)
    told = {"session": session, "file": str(file), "sha256": _sha256(file), "size": size}
    told |= {"events": manifest.events, "artifacts": artifacts}
    holds = f"{manifest.events:,} events, {artifacts:,} artifacts, {size:,} bytes"
    _say(as_json, told, f"{file}: {holds} of {session} up to {manifest.last}")
    return 0


async def import_(settings: Settings, file: str, as_: str | None, as_json: bool) -> int:
    """Make a session of the bundle ``file``, and print which, or that it was there."""
    if as_ is not None and not is_safe_id(as_):
        raise BadSessionId(f"--as is {as_!r}: {BadSessionId.__doc__}")
    with progress("importing") as said, unbundling.opened(Path(file), said) as found:
        async with opened(settings, founding=True) as shards:
            history = await past(settings, shards)
            session = SessionId(as_ or found.manifest.session)
            done = await importing.import_(history, found, session, said)
    told = {
        "session": session,
        "outcome": "imported" if done.is_new else "there",
        "events": done.events,
        "artifacts": done.artifacts,
        "cancelled": list(done.cancelled),
        "since": done.since,
        "comparable": found.comparable,
    }
    _say(as_json, told, "\n".join(_lines(found, done)))
    return 0


def _sha256(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _lines(found: unbundling.Bundle, done: importing.Imported) -> list[str]:
    if not done.is_new:
        since = f", and has had {done.since:,} events since" if done.since else ""
        return [f"{done.session} is here already, event for event{since}; nothing was done"]
    lines = [f"imported {done.session}: {done.events:,} events, {done.artifacts:,} artifacts"]
    if done.cancelled:
        lines.append(f"cancelled what was under way in it: {', '.join(done.cancelled)}")
    if not found.comparable:
        lines.append("its scene was not compared: another version reads other events than this one")
    return lines


def _say(as_json: bool, told: dict[str, Any], text: str) -> None:
    print(json.dumps(told, ensure_ascii=False) if as_json else text)
