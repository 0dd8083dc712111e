"""Reading a bundle that came from elsewhere: nothing in it is believed before it was checked.

Pure but for the file. ``opened`` checks everything, so that whoever imports finds no surprise in
the middle. What is never done: unpacking to a path that the bundle names.
"""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from schemas import keyframe
from schemas.artifacts import ArtifactRef
from schemas.events import Event, RequestAccepted, SessionForked, SessionSealed, Unknown
from schemas.fold import fold
from schemas.ids import EventId, RequestId, event_order, is_safe_id
from schemas.patch import PatchRefused
from schemas.state import SessionState
from streams.bundles.bundle import (
    ARTIFACTS,
    EVENTS,
    MANIFEST,
    VERSION,
    BadBundle,
    BundleTooLarge,
    BundleTooNew,
    Manifest,
    Member,
    Said,
    event_of,
    references,
)
from streams.errors import UndecodableEvent

MIB = 1 << 20
MOST_MANIFEST = 64 * MIB
"""Bytes: the manifest of some hundred thousand artifacts."""
MOST_LINE = 256 * 1024
"""Bytes: an event has 16 KiB in a log, escapes and the rest of its line come on top."""
MOST_ARTIFACT = 512 * MIB
MOST_RATIO = 200
"""How many times its packed size a member may have; events come to a tenth of that."""
ALWAYS_FINE = 16 * MIB
"""Members up to this size may have been packed as small as they will."""
_LAST = 2**64 - 1
_KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1


@dataclass(slots=True)
class Bundle:
    """An open bundle that was checked. ``state``: what its events fold to.

    ``comparable``: whether its maker knew the same events as this program, so that the scenes of
    both are equal; otherwise nobody can say.
    """

    file: Path
    archive: zipfile.ZipFile
    manifest: Manifest
    state: SessionState = field(default_factory=SessionState)
    accepted: int = 0
    comparable: bool = True
    named: dict[str, ArtifactRef] = field(default_factory=dict)

    @property
    def open_requests(self) -> list[RequestId]:
        """Those that were under way when the bundle was made."""
        return [request.id for request in self.state.requests.values() if request.is_open]

    def events(self) -> Iterator[Event]:
        """The events, oldest first, in the bundle's session."""
        (member,) = (m for m in self.manifest.members if m.name == EVENTS)
        with _trouble(self.file):
            for text in _lines(self.file, self.archive, member):
                yield event_of(text)

    def artifact(self, member: Member) -> bytes:
        """The bytes of an artifact."""
        with _trouble(self.file):
            return b"".join(_chunks(self.file, self.archive, member))


@contextmanager
def opened(file: Path, said: Said) -> Iterator[Bundle]:
    """The bundle ``file``, everything in it checked.

    Raises ``BadBundle``, ``BundleTooNew`` and ``BundleTooLarge``.
    """
    with ExitStack() as cleanup:
        with _trouble(file):
            archive = cleanup.enter_context(_zip(file))
            manifest = _manifest(file, archive)
            _check_members(file, archive, manifest)
            bundle = Bundle(file, archive, manifest)
            _check_events(bundle, said)
            _check_artifacts(bundle, said)
        yield bundle


@contextmanager
def _zip(file: Path) -> Iterator[zipfile.ZipFile]:
    with file.open("rb") as source:
        if not zipfile.is_zipfile(source):
            raise BadBundle(file, "it is no zip, or its end is missing")
        source.seek(0)
        with zipfile.ZipFile(source) as archive:
            yield archive


def _manifest(file: Path, archive: zipfile.ZipFile) -> Manifest:
    first = archive.infolist()[0] if archive.infolist() else None
    if first is None or first.filename != MANIFEST:
        raise BadBundle(file, f"it does not begin with {MANIFEST}, so it is some other zip")
    _check_packing(file, first, MOST_MANIFEST)
    body: Any = from_json(archive.read(first))
    version = body.get("version") if isinstance(body, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise BundleTooNew(file, version)
    try:
        manifest = Manifest.model_validate(body)
    except ValidationError as wrong:
        (where, *_) = wrong.errors()
        place = ".".join(map(str, where["loc"]))
        raise BadBundle(file, f"its manifest says {where['msg']} at {place!r}") from wrong
    if not is_safe_id(manifest.session):
        raise BadBundle(file, f"{manifest.session!r} can not be a session's id")
    return manifest


def _check_members(file: Path, archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """That the zip holds what the manifest says and nothing else, each of a plausible size."""
    infos, told = archive.infolist(), {m.name: m for m in manifest.members}
    there = [info.filename for info in infos[1:]]
    for name in there:
        if name not in told:
            raise BadBundle(file, f"it holds {name!r}, which its manifest does not name")
    if len(set(there)) < len(there) or len(told) < len(manifest.members):
        raise BadBundle(file, "it holds the same name twice")
    if missing := sorted(told.keys() - set(there)):
        raise BadBundle(file, f"{missing[0]} is missing")
    if EVENTS not in told:
        raise BadBundle(file, f"{EVENTS} is missing")
    for info in infos[1:]:
        member = told[info.filename]
        if info.file_size != member.size:
            what = f"{member.name} has {info.file_size} bytes, its manifest says {member.size}"
            raise BadBundle(file, what)
        _check_packing(file, info, MOST_ARTIFACT if member in manifest.artifacts else None)
        if member in manifest.artifacts and member.name != f"{ARTIFACTS}{member.sha256}":
            raise BadBundle(file, f"{member.name} is said to hash to {member.sha256}")


def _check_packing(file: Path, info: zipfile.ZipInfo, most: int | None) -> None:
    if info.flag_bits & _ENCRYPTED or info.compress_type not in _KNOWN:
        raise BadBundle(file, f"{info.filename!r} is encrypted or packed in an unknown way")
    if most is not None and info.file_size > most:
        what = f"{info.filename} has {info.file_size:,} bytes, the limit is {most:,}"
        raise BundleTooLarge(file, what)
    packed = max(1, info.compress_size)
    if info.file_size > ALWAYS_FINE and info.file_size / packed > MOST_RATIO:
        what = f"{info.filename} would become {info.file_size // packed} times its size"
        raise BundleTooLarge(file, what)


def _check_events(bundle: Bundle, said: Said) -> None:
    """That every event can be read, that they follow each other, and lead to what is said."""
    told, last, count, unknown = bundle.manifest, EventId("0-0"), 0, 0
    first: EventId | None = None
    for event in bundle.events():
        last = _check_event(bundle, event, last)
        if first is None and isinstance(event.data, SessionForked | SessionSealed):
            # In a log, too, that would say that its past is elsewhere.
            raise BadBundle(bundle.file, f"it begins with {event.type}, and not with its past")
        first = first or last
        for ref in references(event):
            bundle.named.setdefault(ref.sha256, ref)
        fold([event], bundle.state)
        unknown += isinstance(event.data, Unknown)
        bundle.accepted += isinstance(event.data, RequestAccepted)
        count += 1
        if count % 1000 == 0:
            said("checked", count, told.events)
    if (count, first, last) != (told.events, told.first, told.last):
        raise BadBundle(bundle.file, "it does not hold the events that its manifest tells of")
    bundle.comparable = unknown == told.unknown
    scene = bundle.state.revision, keyframe.digest(bundle.state.scene)
    if bundle.comparable and scene != (told.revision, told.scene):
        what = "its events do not lead to the scene that its manifest tells of"
        raise BadBundle(bundle.file, what)


def _check_event(bundle: Bundle, event: Event, last: EventId) -> EventId:
    """The event's id, which stands after ``last``."""
    at = event.id or EventId("")
    millis, dash, serial = at.partition("-")
    if not (dash and millis.isdecimal() and serial.isdecimal() and at.isascii()):
        raise BadBundle(bundle.file, f"{at[:50]!r} can not be an event's id")
    if not event_order(last) < event_order(at) <= (_LAST, _LAST):
        raise BadBundle(bundle.file, f"the event {at[:50]} follows {last}")
    if event.session != bundle.manifest.session:
        raise BadBundle(bundle.file, f"the event {at} is of the session {event.session[:128]!r}")
    if event.request is not None and not is_safe_id(event.request):
        raise BadBundle(bundle.file, f"the event {at} is of a request that can not be one")
    return at


def _check_artifacts(bundle: Bundle, said: Said) -> None:
    there = {m.sha256: m for m in bundle.manifest.artifacts}
    for sha256, ref in bundle.named.items():
        if sha256 not in there:
            raise BadBundle(bundle.file, f"it has not the artifact {sha256} that an event names")
        if there[sha256].size != ref.size:
            raise BadBundle(bundle.file, f"an event says the artifact {sha256} is of another size")
    if stray := sorted(there.keys() - bundle.named.keys()):
        raise BadBundle(bundle.file, f"it holds the artifact {stray[0]}, which no event names")
    for n, member in enumerate(there.values(), 1):
        for _ in _chunks(bundle.file, bundle.archive, member):
            pass  # its hash is what is looked at
        said("checked artifacts", n, len(there))


def _lines(file: Path, archive: zipfile.ZipFile, member: Member) -> Iterator[bytes]:
    """The member's lines. Each is whole, and small enough to be an event."""
    found, digest = 0, hashlib.sha256()
    with archive.open(member.name) as lines:
        while text := lines.readline(MOST_LINE):
            digest.update(text)
            found += len(text)
            if not text.endswith(b"\n"):
                at = "is longer than an event can be" if len(text) >= MOST_LINE else "is cut off"
                raise BadBundle(file, f"a line of {member.name} {at}")
            yield text
    _check_hash(file, member, digest.hexdigest(), found)


def _chunks(file: Path, archive: zipfile.ZipFile, member: Member) -> Iterator[bytes]:
    found, digest = 0, hashlib.sha256()
    with archive.open(member.name) as source:
        while chunk := source.read(MIB):
            digest.update(chunk)
            found += len(chunk)
            yield chunk
    _check_hash(file, member, digest.hexdigest(), found)


def _check_hash(file: Path, member: Member, digest: str, size: int) -> None:
    if (digest, size) != (member.sha256, member.size):
        raise BadBundle(file, f"{member.name} is not what it was when the bundle was made")


@contextmanager
def _trouble(file: Path) -> Iterator[None]:
    """Turns whatever a file that is no bundle makes the readers raise into ``BadBundle``."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        struct.error,
        NotImplementedError,  # a kind of zip that Python's module does not read
        ValueError,  # no JSON, a name that is no text
        OSError,
    ) as broken:
        raise BadBundle(file, f"it is damaged or cut off ({broken})") from broken
    except UndecodableEvent as none:
        raise BadBundle(file, str(none)) from none
    except PatchRefused as refused:
        raise BadBundle(file, f"an edit in it does not fit the scene: {refused}") from refused
