"""Making a bundle of a session: its whole past and every artifact that this names, in one file.

The same session gives the same bytes. One that is being written gives what it was at the start.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import secrets
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from schemas import keyframe
from schemas.artifacts import JPEG, PNG, ArtifactRef
from schemas.events import Event, Unknown
from schemas.fold import fold
from schemas.ids import EventId, SessionId, event_order
from schemas.patch import PatchRefused
from schemas.state import SessionState
from streams.artifacts import ArtifactStore
from streams.bundles.bundle import (
    ARTIFACTS,
    EVENTS,
    MANIFEST,
    BundleNotMade,
    BundleNotWritten,
    Manifest,
    Member,
    Said,
    line,
    references,
)
from streams.errors import NoSuchEvent
from streams.past.history import FIRST, History, Span

SMALL = frozenset({PNG, JPEG})
"""Media types that are as small as they get."""
CHUNK = 1 << 20
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can tell: when a bundle was made is not part of it."""


@dataclass(slots=True)
class Past:
    """A session's events as they were written down, and what they say."""

    session: SessionId
    state: SessionState = field(default_factory=SessionState)
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    size: int = 0
    events: int = 0
    unknown: int = 0
    first: EventId | None = None
    last: EventId | None = None
    artifacts: dict[str, ArtifactRef] = field(default_factory=dict)

    def note(self, event: Event) -> bytes:
        """The event's line; it counts from now on. Raises ``BundleNotMade``."""
        at = event.id or FIRST
        if event_order(at) <= event_order(self.last or FIRST):
            raise BundleNotMade(self.session, f"its event {at} follows {self.last}")
        text = f"{line(event, self.session)}\n".encode()
        for ref in references(event):
            self.artifacts.setdefault(ref.sha256, ref)
        try:
            fold([event], self.state)
        except (PatchRefused, ValueError) as refused:
            what = f"its event {at} does not fit what was before ({refused})"
            raise BundleNotMade(self.session, what) from refused
        self.digest.update(text)
        self.size += len(text)
        self.events += 1
        self.unknown += isinstance(event.data, Unknown)
        self.first, self.last = self.first or at, at
        return text

    def manifest(self) -> Manifest:
        """What the bundle will hold, once there are events."""
        events = Member(name=EVENTS, sha256=self.digest.hexdigest(), size=self.size)
        artifacts = (
            Member(name=f"{ARTIFACTS}{sha256}", sha256=sha256, size=ref.size)
            for sha256, ref in sorted(self.artifacts.items())
        )
        return Manifest(
            session=self.session,
            events=self.events,
            first=self.first or FIRST,
            last=self.last or FIRST,
            unknown=self.unknown,
            revision=self.state.revision,
            scene=keyframe.digest(self.state.scene),
            members=(events, *artifacts),
        )


async def bundle(history: History, session: SessionId, file: Path, said: Said) -> Manifest:
    """Write the bundle of ``session`` to ``file``, whole or not at all; what it holds.

    Raises ``NoSuchEvent`` without events, ``MissingArtifact``, ``CorruptArtifact``,
    ``BundleNotMade`` and ``BundleNotWritten``.
    """
    with _written(file) as (target, lines):
        past = await _read(history, session, lines, said)
        manifest = past.manifest()
        await asyncio.to_thread(pack, target, lines, past, history.artifacts, said)
    return manifest


async def _read(history: History, session: SessionId, lines: IO[bytes], said: Said) -> Past:
    """Write all events to ``lines``. Again, where the archiver moved them meanwhile."""
    newest = await history.shards.of(session).rows(session, limit=1, newest_first=True)
    if not newest:
        raise NoSuchEvent(f"{session} has no events; `scenestream sessions` lists those that have")
    upto = EventId(newest[0][0])
    while True:
        spans = await history.spans(session, upto)
        past = Past(session)
        lines.seek(0)
        lines.truncate()
        async for page in history.pages(session, upto=upto):
            for event in page:
                lines.write(past.note(event))
            said("events", past.events, 0)
        if _places(await history.spans(session, upto)) == _places(spans):
            return past


def _places(spans: list[Span]) -> list[tuple[SessionId, int]]:
    return [(span.session, sum(segment.events for segment in span.segments)) for span in spans]


def pack(
    target: IO[bytes], lines: IO[bytes], past: Past, artifacts: ArtifactStore, said: Said
) -> None:
    """Write the bundle of ``past``, whose lines are in ``lines``, to ``target``."""
    manifest = past.manifest()
    text = manifest.model_dump_json(indent=1).encode()
    lines.seek(0)
    with zipfile.ZipFile(target, "w") as archive:
        _add(archive, MANIFEST, len(text), iter([text]))
        _add(archive, EVENTS, past.size, iter(lambda: lines.read(CHUNK), b""))
        for n, (sha256, ref) in enumerate(sorted(past.artifacts.items()), 1):
            data = artifacts.get(ref)
            if len(data) != ref.size:
                what = f"the artifact {sha256} has {len(data)} bytes, and an event says {ref.size}"
                raise BundleNotMade(past.session, what)
            small = ref.media_type in SMALL
            _add(archive, f"{ARTIFACTS}{sha256}", ref.size, iter([data]), small)
            said("artifacts", n, len(past.artifacts))


def _add(
    archive: zipfile.ZipFile, name: str, size: int, chunks: Iterator[bytes], small: bool = False
) -> None:
    info = zipfile.ZipInfo(name, _LONG_AGO)
    info.compress_type = zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED
    info.create_system = 3  # whatever system it is made on
    info.external_attr = 0o644 << 16
    info.file_size = size
    with archive.open(info, "w") as out:
        for chunk in chunks:
            out.write(chunk)


@contextmanager
def _written(file: Path) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """A file that becomes ``file`` when all went well, and one for the meantime."""
    beside = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        with tempfile.TemporaryFile(dir=file.parent) as lines, beside.open("xb") as target:
            yield target, lines
        os.replace(beside, file)
    except OSError as failed:
        raise BundleNotWritten(file, failed) from failed
    finally:
        beside.unlink(missing_ok=True)
