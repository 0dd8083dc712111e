"""`scenestream gc`: delete artifacts that nothing names any more.

Safe beside live consumers, which store bytes before they commit what names them: what was put
within the grace is kept, a put of bytes that are there already counts, and whether there was one is
looked at again as each artifact is deleted. What is named anew without a put, an asset of the
library, was named before: by the library, which is read first, or by a log.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from ops.keeping.places import Places, places
from ops.settings import Settings
from schemas.artifacts import GLB, JPEG, PNG, WAV
from schemas.errors import BadInput
from streams.artifacts import ArtifactStore, Stored
from streams.erasure.references import referenced
from streams.past.keyframes import KEYFRAME

LEAST_GRACE = timedelta(hours=2)
"""Longer than a step takes, and than a put of equal bytes may go unnoted (``PUT_AGAIN``)."""
HEAD = 16
OTHER = "application/octet-stream"
_KINDS = (
    (b"glTF", GLB),
    (b"\x89PNG", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"RIFF", WAV),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b'{"version":', KEYFRAME),
)


class ShortGrace(BadInput):
    """A step may take longer than that from storing its bytes to naming them; give at least 2h."""


class MostUnreferenced(BadInput):
    """Most of the store would go; see that its Redis lost no sessions, then add --yes."""


@dataclass(slots=True)
class Garbage:
    """What is in the store. ``unused``: what is to go. ``young``: kept for the grace alone."""

    named: int = 0
    young: int = 0
    unused: list[Stored] = field(default_factory=list)


async def collect(
    settings: Settings, grace: timedelta, dry_run: bool, yes: bool, as_json: bool
) -> int:
    """Delete what nothing names and nobody put within ``grace``; print how much that was.

    Raises ``Unreadable`` and deletes nothing where it can not be known what is named.
    """
    if grace < LEAST_GRACE:
        raise ShortGrace(f"{grace}: {ShortGrace.__doc__}")
    async with places(settings) as here:
        since = datetime.now(UTC) - grace
        garbage = await find(here, since)
        everything = garbage.named + garbage.young + len(garbage.unused)
        if not dry_run and not yes and len(garbage.unused) * 2 > everything:
            told = f"{len(garbage.unused):,} of {everything:,} artifacts"
            raise MostUnreferenced(f"{told}: {MostUnreferenced.__doc__}")
        gone = garbage.unused
        if not dry_run:
            gone = await asyncio.to_thread(_delete, here.artifacts, garbage.unused, since)
            await asyncio.to_thread(here.artifacts.delete_leftovers, since)
    _print(garbage, gone, dry_run, as_json)
    return 0


async def find(here: Places, since: datetime) -> Garbage:
    """What nothing names and was not put after ``since``. Raises ``Unreadable``."""
    named = set()
    if here.library is not None:
        entries = await asyncio.to_thread(here.library.entries)
        named = {bytes.fromhex(ref.sha256) for entry in entries for ref in entry.artifacts}
    named |= await referenced(here.history)
    return await asyncio.to_thread(_sorted_out, here.artifacts, named, since)


def _sorted_out(store: ArtifactStore, named: set[bytes], since: datetime) -> Garbage:
    found = Garbage()
    for sha256 in store.iter():
        if bytes.fromhex(sha256) in named:
            found.named += 1
            continue
        stored = store.stat(sha256, HEAD)
        if stored is not None and stored.put > since:
            found.young += 1
        elif stored is not None:
            found.unused.append(stored)
    return found


def _delete(store: ArtifactStore, unused: list[Stored], since: datetime) -> list[Stored]:
    return [stored for stored in unused if store.delete_unused(stored.sha256, since)]


def media_type(head: bytes) -> str:
    """What bytes are that begin so: nothing that could tell names them any more."""
    return next((kind for magic, kind in _KINDS if head.startswith(magic)), OTHER)


def _print(garbage: Garbage, gone: list[Stored], dry_run: bool, as_json: bool) -> None:
    count: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for stored in gone:
        count[media_type(stored.head)] += 1
        size[media_type(stored.head)] += stored.size
    kinds: Mapping[str, dict[str, int]] = {
        kind: {"artifacts": count[kind], "bytes": size[kind]} for kind in sorted(count)
    }
    if as_json:
        document = {
            "dry_run": dry_run,
            "deleted": kinds,
            "artifacts": sum(count.values()),
            "bytes": sum(size.values()),
            "kept": {"named": garbage.named, "young": garbage.young},
        }
        print(json.dumps(document))
        return
    verb = "would go" if dry_run else "deleted"
    for kind, told in kinds.items():
        print(f"{kind:<45} {told['artifacts']:>8,} {told['bytes']:>15,} B")
    print(
        f"{verb}: {sum(count.values()):,} artifacts, {sum(size.values()):,} B; "
        f"kept: {garbage.named:,} that something names, {garbage.young:,} for the grace"
    )
