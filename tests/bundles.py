"""Bundles for tests: a whole one of the golden session, and what may become of one on its way."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from schemas import events as e
from schemas.artifacts import PNG
from schemas.events import Event
from schemas.ids import EventId, RequestId, SessionId
from streams.artifacts import ArtifactStore
from streams.bundles.bundling import Past, pack
from tests.golden.samples import AT, RECIPE
from tests.golden.story import session

Members = dict[str, bytes]
"""What a bundle holds, by name, in order."""
PICTURE = b"\x89PNG a picture of an office"


def silent(of: str, done: int, total: int) -> None:
    """Says nothing of how far it is."""


def bundled(folder: Path) -> Path:
    """The golden session with a picture and an open request, as a bundle."""
    store = ArtifactStore(str(folder / "artifacts"))
    store.put(b"glTF", "model/gltf-binary")
    events = [_with_mesh(event, store) for event in session()]
    image = e.ImageGenerated(
        slot="",
        label="office",
        prompt="an office",
        image=store.put(PICTURE, PNG),
        recipe=RECIPE,
        engine="greybox",
    )
    for data in (e.RequestAccepted(kind="text", text="нарисуй офис 🪑"), image):
        events.append(_after(events, RequestId("r-3"), data))
    file = folder / "office.scn"
    file.write_bytes(packed(events, store))
    return file


def packed(events: Sequence[Event], store: ArtifactStore) -> bytes:
    """The bytes of a bundle of ``events``."""
    past, lines, target = Past(events[0].session), io.BytesIO(), io.BytesIO()
    for event in events:
        lines.write(past.note(event))
    pack(target, lines, past, store, silent)
    return target.getvalue()


def members(file: Path) -> Members:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(file: Path, content: Members, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return file


def forged(file: Path, change: Callable[[Members, dict[str, Any]], None]) -> Path:
    """``file`` with members changed, and a manifest that tells of them as they are then.

    ``change`` may also change the manifest, which is written last.
    """
    content = members(file)
    manifest = json.loads(content.pop("manifest.json"))
    change(content, manifest)
    if "members" in manifest:
        manifest["members"] = [
            {"name": name, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
            for name, data in content.items()
        ]
    return zipped(file, {"manifest.json": json.dumps(manifest).encode(), **content})


def _with_mesh(event: Event, store: ArtifactStore) -> Event:
    if not isinstance(event.data, e.AssetRegistered):
        return event
    mesh = store.put(b"glTF of a chair", event.data.mesh.media_type)
    return _replaced(event, event.data.model_copy(update={"mesh": mesh}))


def _replaced(event: Event, data: e.Data) -> Event:
    return Event(id=event.id, session=event.session, request=event.request, at=event.at, data=data)


def _after(events: Sequence[Event], request: RequestId, data: e.Data) -> Event:
    place = EventId(f"1772368299000-{len(events)}")
    whose = SessionId(events[0].session)
    return Event(id=place, session=whose, request=request, at=AT, data=data)
