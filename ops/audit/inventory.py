"""What a session has that could be shipped: the meshes of its scene, or all it ever made. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from schemas import events as e
from schemas.artifacts import ArtifactRef
from schemas.ids import AssetId
from schemas.scene import Scene
from schemas.state import SessionState


@dataclass(frozen=True, slots=True)
class Item:
    """A mesh or a picture. ``name``: as people call it; ``objects``: those of the scene that show
    it, by name; ``asset``: its id in the library.

    ``artifact``: its bytes; None: no event tells of them. ``event``: the last that brought it.
    """

    kind: Literal["mesh", "picture"]
    name: str
    artifact: ArtifactRef | None
    event: e.Event | None = None
    asset: str = ""
    objects: tuple[str, ...] = ()


def of_scene(state: SessionState, events: Sequence[e.Event]) -> list[Item]:
    """The meshes that the scene shows as it stands."""
    shown = _shown(state.scene)
    brought = {
        event.data.asset: event
        for event in events
        if isinstance(event.data, e.AssetMatched | e.AssetRegistered)
    }
    found = []
    for asset, names in shown.items():
        known, event = state.assets.get(asset), brought.get(AssetId(asset))
        label, mesh = (known.label, known.mesh) if known else (names[0], None)
        found.append(Item("mesh", label, mesh, event, asset, names))
    return found


def of_session(state: SessionState, events: Sequence[e.Event]) -> list[Item]:
    """Every mesh that the session had, and every picture that was asked for as such."""
    shown, words = _shown(state.scene), {r.id: r.text for r in state.requests.values()}
    found: dict[str, Item] = {}
    for event in events:
        match event.data:
            case e.AssetMatched() | e.AssetRegistered() as had:
                objects = shown.get(had.asset, ())
                item = Item("mesh", had.label, had.mesh, event, had.asset, objects)
            case e.GeometryGenerated() as made:
                name = words.get(event.request, "") if event.request else ""
                item = Item("mesh", name or "a picture's mesh", made.mesh, event)
            case e.ImageGenerated(slot="") as drawn:
                item = Item("picture", drawn.label, drawn.image, event)
            case _:
                continue
        if item.artifact is not None:
            found[item.artifact.sha256] = item
    foreign = [item for item in of_scene(state, events) if item.artifact is None]
    return [*found.values(), *foreign]


def _shown(scene: Scene | None) -> dict[str, tuple[str, ...]]:
    """The assets that the scene shows, and as what."""
    found: dict[str, list[str]] = defaultdict(list)
    for node in scene.nodes.values() if scene else ():
        if (asset := node.asset()) is not None:
            found[asset].append(node.name)
    return {asset: tuple(names) for asset, names in found.items()}
