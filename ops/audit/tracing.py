"""How the things of a session came to be, by whatever still tells: see decision 27.

The log's own record first; then the stamp in the bytes, which the library brings along from other
sessions; then, of what was made before there was either, the engines that the logs name.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from consumers.cards import card_of_engine
from consumers.provenance import glb, pictures
from consumers.provenance.making import brought, picture_of
from ops.audit.inventory import Item
from ops.history.registered import made
from ops.history.why.chain import origin
from ops.history.why.record import Record
from schemas import events as e
from schemas.artifacts import ArtifactRef
from schemas.provenance import PROMPT_CHARS, Provenance
from schemas.repeating import EMBEDDED
from streams.artifacts import ArtifactStore, CorruptArtifact, MissingArtifact
from streams.past.history import History

Source = Literal["log", "stamp", "engine", ""]
_MAKERS = (e.ImageGenerated, e.MeshGenerated, e.AssetRegistered, e.GeometryGenerated)


@dataclass(frozen=True, slots=True)
class Traced:
    """How ``item`` came to be; None: nothing tells. ``source``: what did. ``influences``: engines
    that wrote words which led to it."""

    item: Item
    provenance: Provenance | None
    source: Source
    influences: tuple[str, ...] = ()


async def trace(history: History, events: Sequence[e.Event], items: Iterable[Item]) -> list[Traced]:
    """Of each of ``items``, how it came to be. ``events``: the session's, from its beginning."""
    record, logged = Record(events), recorded(events)
    found = []
    for item in items:
        provenance, source = await _provenance(history, events, logged, item)
        words = _writers(record, item, provenance)
        found.append(Traced(item, provenance, source, words))
    return found


async def _provenance(
    history: History, events: Sequence[e.Event], logged: dict[str, Provenance], item: Item
) -> tuple[Provenance | None, Source]:
    if item.artifact is None:
        return None, ""
    sha256 = item.artifact.sha256
    if sha256 in logged:
        return logged[sha256], "log"
    stamped = await asyncio.to_thread(_stamp, history.artifacts, item.artifact)
    if stamped is not None:
        return stamped, "stamp"
    if (told := _told(events, logged, sha256)) is not None:
        return told, "engine"
    return await _elsewhere(history, item, sha256)


async def _elsewhere(history: History, item: Item, sha256: str) -> tuple[Provenance | None, Source]:
    """As the log of the session tells that registered the mesh which the library had."""
    found = item.event
    if found is None or found.id is None or not isinstance(found.data, e.AssetMatched):
        return None, ""
    first = await made(history, found.data.asset, found.id, sha256)
    if first is None:
        return None, ""
    there = await history.read(first.session, upto=first.id)
    logged = recorded(there)
    if sha256 in logged:
        return logged[sha256], "log"
    told = _told(there, logged, sha256)
    return told, "engine" if told else ""


def recorded(events: Iterable[e.Event]) -> dict[str, Provenance]:
    """What the log says of artifacts, by their SHA-256."""
    return {
        ref.sha256: event.data.provenance
        for event in events
        if isinstance(event.data, e.ProvenanceRecorded)
        for ref in event.data.artifacts
    }


def _stamp(artifacts: ArtifactStore, ref: ArtifactRef) -> Provenance | None:
    """What the bytes say, where they are what was put."""
    try:
        data = artifacts.get(ref)
    except (MissingArtifact, CorruptArtifact):
        return None
    return glb.read(data) or pictures.read(data)


def _told(
    events: Sequence[e.Event], logged: dict[str, Provenance], sha256: str
) -> Provenance | None:
    """What the event that tells of the bytes says: an engine's name, of whose model the table of
    cards may know the terms, and what it was given."""
    by_id = {event.id: event for event in events}
    for event in events:
        match event.data:
            case e.ImageGenerated() as drawn if drawn.image.sha256 == sha256:
                return picture_of(drawn, None)
            case e.MeshGenerated() as mesh if mesh.mesh.sha256 == sha256:
                cause = by_id.get(event.cause) if event.cause else None
                drawn_from = cause.data if cause else None
                if not isinstance(drawn_from, e.ImageGenerated):
                    return None
                picture = logged.get(drawn_from.image.sha256) or picture_of(drawn_from, None)
                return _mesh(mesh.engine, mesh.prompt, mesh.recipe.seed, picture)
            case e.GeometryGenerated() as mesh if mesh.mesh.sha256 == sha256:
                cause = by_id.get(event.cause) if event.cause else None
                wanted = cause.data if cause else None
                if not isinstance(wanted, e.GeometryRequested):
                    return None
                return _mesh(mesh.engine, wanted.prompt, 0, brought(wanted.image.sha256))
    return None


def _mesh(engine: str, prompt: str, seed: int, picture: Provenance) -> Provenance:
    return Provenance(
        kind="mesh",
        model=card_of_engine(engine),
        engine=engine,
        prompt=prompt[:PROMPT_CHARS],
        seed=seed,
        parents=(picture,),
    )


def _writers(record: Record, item: Item, provenance: Provenance | None) -> tuple[str, ...]:
    """The models whose words led to it. Their terms do not bind it."""
    told = [link.prompt_by for link in provenance.chain()] if provenance else []
    for link in origin(record, item.event) if item.event else ():
        if not isinstance(link.event.data, _MAKERS):
            told.append(str(getattr(link.event.data, "engine", "")))
    return tuple(dict.fromkeys(engine for engine in told if engine not in EMBEDDED))
