"""What `scenestream why` is asked about: an object of the scene, an asset, some bytes, an event."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from schemas.artifacts import ArtifactRef
from schemas.errors import BadInput, NotFound
from schemas.events import (
    AssetMatched,
    AssetRegistered,
    Event,
    ImageGenerated,
    MeshGenerated,
    SpeechCaptured,
)
from schemas.ids import EventId
from schemas.scene import Node
from schemas.state import Asset, SessionState
from streams.past.points import EVENT

LISTED = 40
"""Names that an error lists: what there is to ask about."""
T = TypeVar("T")
_HASH = re.compile(r"[0-9a-f]{6,64}")


class NoSuchThing(NotFound):
    """The session has nothing of that name there; ask for one of those that the message lists."""


class AmbiguousThing(BadInput):
    """Several things of the session are called so; give one of the ids that the message lists."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is meant: an object, or an asset, or an event (of bytes: the one that tells of them)."""

    node: Node | None = None
    asset: Asset | None = None
    event: EventId | None = None


def subject(name: str, state: SessionState, events: Sequence[Event]) -> Subject:
    """What ``name`` means in ``state``, which ``events`` led to.

    An id, or, in any case, a name or the one name that holds it; objects before assets; or the
    beginning of an artifact's SHA-256. Raises ``NoSuchThing``, ``AmbiguousThing``.
    """
    if EVENT.fullmatch(name):
        if any(event.id == name for event in events):
            return Subject(event=EventId(name))
        raise NoSuchThing(f"the session has no event {name} up to there; `scenestream tail`")
    nodes = tuple(state.scene.nodes.values()) if state.scene else ()
    assets = tuple(state.assets.values())
    word = name.strip().casefold()
    for alike in (_is, _has):
        node = _one(name, [n for n in nodes if alike(word, n.id, n.name)], _node)
        if node is not None:
            return Subject(node=node)
        asset = _one(name, [a for a in assets if alike(word, a.id, a.label)], _asset)
        if asset is not None:
            return Subject(asset=asset)
    if _HASH.fullmatch(word):
        found = next((e for e in events for ref in artifacts(e) if ref.startswith(word)), None)
        if found is not None:
            return Subject(event=found.id)
    raise NoSuchThing(f"there is no {name!r}; {_inventory(nodes, assets)}")


def artifacts(event: Event) -> Iterable[str]:
    """The SHA-256 of the bytes that the event tells of first: pictures, meshes, recordings."""
    ref: ArtifactRef
    match event.data:
        case SpeechCaptured(audio=ref) | ImageGenerated(image=ref):
            yield ref.sha256
        case MeshGenerated(mesh=ref) | AssetRegistered(mesh=ref) | AssetMatched(mesh=ref):
            yield ref.sha256


def _is(word: str, *names: str) -> bool:
    return word in (name.casefold() for name in names)


def _has(word: str, *names: str) -> bool:
    return bool(word) and any(word in name.casefold() for name in names)


def _one(name: str, found: Sequence[T], shown: Callable[[T], str]) -> T | None:
    if len(found) > 1:
        there = ", ".join(shown(thing) for thing in found[:LISTED])
        raise AmbiguousThing(f"{name!r} may be {there}: {AmbiguousThing.__doc__}")
    return found[0] if found else None


def _node(node: Node) -> str:
    return f"{node.id} ({node.name})" if node.name != node.id else node.id


def _asset(asset: Asset) -> str:
    return f"{asset.id} ({asset.label})"


def _inventory(nodes: Sequence[Node], assets: Sequence[Asset]) -> str:
    objects = [_node(node) for node in nodes]
    others = [_asset(asset) for asset in assets]
    if not objects and not others:
        return "the session has no scene and no assets there"
    told = []
    for kind, names in (("objects", objects), ("assets", others)):
        more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
        if names:
            told.append(f"{kind}: {', '.join(names[:LISTED])}{more}")
    return "there are " + "; ".join(told)
