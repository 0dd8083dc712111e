"""`scenestream archive`: seal sessions now. `scenestream up` does it by itself, in time."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from ops.durations import seconds
from ops.looking import one, opened, past
from ops.settings import Settings
from schemas.errors import BadInput
from schemas.ids import SessionId
from streams.artifacts import ArtifactStore
from streams.past.archive import Archive
from streams.past.sealing import ARCHIVED, QUIET_S, SEALED, WHY_NOT, Sealing, seal
from streams.past.segments import parquet
from streams.shards import Shards


class NothingToArchive(BadInput):
    """No session is named: give ids or prefixes, or --idle 24h for all that are idle so long."""


class BadDuration(BadInput):
    """`--idle` takes a time: give 90s, 30m, 24h or 7d."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What to archive: the named ``sessions``, or all, that have been idle for ``idle_s``."""

    sessions: Sequence[str]
    idle_s: float


def choice(sessions: Sequence[str], idle: str | None) -> Choice:
    """What the command line asks for. Raises ``NothingToArchive``, ``BadDuration``."""
    if not sessions and idle is None:
        raise NothingToArchive(NothingToArchive.__doc__)
    try:
        return Choice(sessions, QUIET_S if idle is None else seconds(idle))
    except ValueError as bad:
        raise BadDuration(f"{idle!r}: {BadDuration.__doc__}") from bad


async def archive(settings: Settings, wanted: Choice, dry_run: bool, as_json: bool) -> int:
    """Seal them and print what became of each; 1 when one that was named was left as it is."""
    if not dry_run:
        parquet()
    left = 0
    async with opened(settings) as shards:
        history = await past(settings, shards)
        tables = Archive(history.artifacts)
        named = [await one(shards, prefix) for prefix in wanted.sessions]
        meant = named or await _idle(shards, wanted.idle_s)
        for session in meant:
            log = shards.of(session)
            by = f"{socket.gethostname()}-{os.getpid()}"
            done = await seal(log, tables, session, by, wanted.idle_s, dry_run)
            if as_json and (named or done.outcome != ARCHIVED):
                print(json.dumps(_document(session, done, dry_run, history.artifacts)))
            elif named or done.outcome != ARCHIVED:
                print(_line(session, done, dry_run))
            left += done.outcome not in (SEALED, ARCHIVED)
    if not meant:
        print("no session was idle for so long", file=sys.stderr)
    return 1 if named and left else 0


async def _idle(shards: Shards, idle_s: float) -> list[SessionId]:
    """All sessions without an event for ``idle_s``, the longest idle first."""
    found: list[SessionId] = []
    for log in shards:
        found.extend(await log.idle(int(await log.time_ms() - idle_s * 1000)))
    return found


def _document(
    session: str, done: Sealing, dry_run: bool, artifacts: ArtifactStore
) -> dict[str, object]:
    """All of it, as programs read it; ``file``: where a table lies, in a local store."""
    return {
        "session": session,
        "outcome": done.outcome,
        "dry_run": dry_run,
        "request": done.request or None,
        "events": done.events,
        "tables": [
            {
                "sha256": segment.table.sha256,
                "bytes": segment.table.size,
                "file": str(artifacts.path(segment.table) or "") or None,
                **segment.model_dump(mode="json", exclude={"table"}),
            }
            for segment in done.segments
        ],
    }


def _line(session: str, done: Sealing, dry_run: bool) -> str:
    if done.outcome != SEALED:
        which = f" ({done.request})" if done.request else ""
        return f"{session}  left as it is: {WHY_NOT[done.outcome]}{which}"
    if dry_run:
        return f"{session}  would be archived: {done.events:,} events"
    table = done.segments[-1].table
    return f"{session}  archived: {done.events:,} events, {table.size:,} B in {table.sha256[:12]}"
