"""A bundle: one file with a session's events and artifacts, which stands alone on any machine.

It is a zip: ``manifest.json``, then ``events.ndjson`` (a whole document a line, the past of a fork
and what was archived included), then ``artifacts/<sha256>``. What belongs here: what is in it and
what can be wrong with it. ``streams.bundles.bundling`` makes one, ``streams.bundles.unbundling``
reads and checks one, ``streams.bundles.importing`` puts one into Redis.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from schemas.artifacts import ArtifactRef, named
from schemas.errors import BadInput, Category, Misconfigured, ScenestreamError, TooLarge
from schemas.events import Data, Event, SessionSealed, Unknown
from schemas.ids import EventId, SessionId
from schemas.model import Frozen
from streams.codec import decode, decode_or_keep, document, encode, time_of

VERSION = 1
MANIFEST, EVENTS, ARTIFACTS = "manifest.json", "events.ndjson", "artifacts/"
UNDECODABLE = "undecodable"

Said = Callable[[str, int, int], None]
"""Hears how far it is: of what, how many are done, and of how many (0: not known)."""


class BadBundle(BadInput):
    """Not a bundle, or no longer as it was made; get the file again from whoever made it."""

    def __init__(self, file: Path, what: str) -> None:
        self.file, self.what = file, what
        super().__init__(
            f"{file} can not be imported: {what}. Nothing was; get the file again from whoever "
            "made it, or have it made again with `scenestream bundle`"
        )


class BundleTooNew(BadInput):
    """The bundle has a newer format than this program reads; upgrade it."""

    def __init__(self, file: Path, version: object) -> None:
        self.file, self.version = file, version
        super().__init__(
            f"{file} is a bundle of format {version!r}, and this program reads up to {VERSION}; "
            "upgrade it and import again"
        )


class BundleTooLarge(TooLarge):
    """Something in the bundle is larger than anything a session has; it is not unpacked."""

    def __init__(self, file: Path, what: str) -> None:
        self.file, self.what = file, what
        super().__init__(f"{file} was not unpacked: {what}; import it only from whom you trust")


class BundleNotMade(ScenestreamError):
    """The session's log is not whole, nor would its bundle be; `scenestream verify` says more."""

    def __init__(self, session: str, what: str) -> None:
        self.session, self.what = session, what
        super().__init__(
            f"no bundle of {session} was made: {what}; `scenestream verify {session}` lists all "
            "that is wrong with it"
        )


class BundleNotWritten(Misconfigured):
    """The bundle's file can not be written; the message says why."""

    def __init__(self, file: Path, why: object) -> None:
        self.file, self.why = file, why
        super().__init__(f"{file} can not be written: {why}; name another place with -o")


class SessionExists(ScenestreamError):
    """Another session has the bundle's id; give the imported one another with ``--as``."""

    category = Category.CONFLICT

    def __init__(self, session: str, event: str) -> None:
        self.session, self.event = session, event
        super().__init__(
            f"there is a session {session} here already, and it is another from {event} on; "
            "nothing was imported: choose another id with --as"
        )


class Member(Frozen):
    """A file in the bundle, after the manifest; ``size`` in bytes, unpacked."""

    name: Annotated[str, Field(pattern=r"^(events\.ndjson|artifacts/[0-9a-f]{64})$")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=0)]


class Manifest(Frozen):
    """What a bundle holds, and what must come of it.

    ``unknown``: events that its maker could not read and kept as they are; ``revision``, ``scene``:
    those that its maker folded (``schemas.keyframe.digest``).
    """

    format: Literal["scenestream.bundle"] = "scenestream.bundle"
    version: int = VERSION
    session: SessionId
    events: Annotated[int, Field(ge=1)]
    first: EventId
    last: EventId
    unknown: int
    revision: int
    scene: str
    members: tuple[Member, ...]

    @property
    def artifacts(self) -> tuple[Member, ...]:
        """The members that are artifacts."""
        return tuple(m for m in self.members if m.name.startswith(ARTIFACTS))


def line(event: Event, session: SessionId) -> str:
    """``event`` as a line of the bundle of ``session``: what a fork shares with its parent, too."""
    return json.dumps(_whole(event, session), ensure_ascii=False, separators=(",", ":"))


def event_of(text: str | bytes) -> Event:
    """The event of a line. Raises ``UndecodableEvent`` for a line that is none."""
    event = decode(text)
    kept = _kept(event)
    if kept is None:
        return event
    return decode_or_keep(kept, event.session, event.id, event.request)


def entry(event: Event) -> tuple[str, str, str]:
    """``event`` as the log keeps it: id, request, document."""
    request, kept = event.request or "", _kept(event)
    if kept is not None:
        return event.id or "", request, kept
    text = encode(event)
    if event.at != time_of(event.id or "0-0"):  # an earlier version wrote the time beside the id
        said = json.loads(text)
        told = {"type": said.pop("type"), "at": event.at.isoformat(), **said}
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return event.id or "", request, text


def references(event: Event) -> list[ArtifactRef]:
    """What the event needs of the artifact store, if it is read on its own.

    Not the tables of ``session.sealed``: they hold the events before it, and those are there.
    """
    data = event.data
    if isinstance(data, Unknown):
        return list(named(data.raw))
    if isinstance(data, SessionSealed) or not _names_artifacts(type(data)):
        return []
    return list(named(data.model_dump(mode="json")))


@cache
def _names_artifacts(model: type[Data]) -> bool:
    """Whether payloads of ``model`` may hold a reference: those of most do not."""
    return ArtifactRef.__name__ in json.dumps(model.model_json_schema())


def _whole(event: Event, session: SessionId) -> dict[str, Any]:
    kept = _kept(event)
    if kept is None:
        return document(replace(event, session=session))
    place = {"id": event.id, "type": UNDECODABLE, "v": 0, "session": session}
    whose = {"request": event.request} if event.request else {}
    return {**place, **whose, "at": event.at.isoformat(), "data": {"e": kept}}


def _kept(event: Event) -> str | None:
    """The text of an entry that is no event; None of one that is."""
    data = event.data
    if isinstance(data, Unknown) and data.raw_type == UNDECODABLE:
        text = data.raw.get("e")
        return text if isinstance(text, str) else None
    return None
