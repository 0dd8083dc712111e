"""What a client of ``scener.v1`` shows after an answer, against the scene that was meant.

Reads the documents as that client does, member for member. Pure.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.patch import PatchRefused, apply
from schemas.scene import Node, Scene, Skybox
from schemas.transform import World, worlds

Json = dict[str, Any]
NEAR = 1e-5
"""The documents round to 1e-6."""
PLACE = ("position", "rotation", "scale")


def of_scene(document: Json, scene: Scene) -> Iterator[str]:
    """How a client that builds ``document`` shows something else than ``scene``."""
    if document["name"] != scene.name or document["skybox"] != _sky(scene.skybox):
        yield "it has another name or sky"
    placed, shown = worlds(scene), list(_items(document["graph"], None))
    yield from _same_ids([item["id"] for item, _ in shown], scene)
    for item, parent in shown:
        yield from _built(item, parent, scene, placed)


def of_update(document: Json, before: Scene, after: Scene) -> Iterator[str]:
    """How a client that shows ``before`` and applies ``document`` shows other than ``after``.

    Its ``json_patch``, for those that keep the canonical scene, must lead there, too.
    """
    try:
        if apply(before, document["json_patch"]) != after:
            yield "its json_patch leads to another scene"
    except PatchRefused as refused:
        yield f"its json_patch does not fit: {refused}"
    sky = document["skybox"]
    if after.skybox is not None and sky is None and after.skybox != before.skybox:
        yield "it does not change the sky"
    if sky is not None and sky != _sky(after.skybox):
        yield "it brings another sky"
    there = _kept(document, before)
    added = [
        pair
        for each in document["objects_to_add"]
        for pair in _items([each["scene_object"]], each["scene_object"]["parent_id"])
    ]
    yield from _same_ids([*there, *(item["id"] for item, _ in added)], after)
    placed = worlds(after) if added else {}
    for item, parent in added:
        yield from _built(item, parent, after, placed)
    for node_id, shown in there.items():
        meant = after.nodes.get(NodeId(node_id))
        if meant is not None and shown is not meant:
            yield from _stays(shown if isinstance(shown, dict) else _local(shown), meant)


def _items(graph: list[Json], parent: str | None) -> Iterator[tuple[Json, str | None]]:
    """Every object of a graph, and what it is below."""
    for item in graph:
        yield item, parent
        yield from _items(item["children"], item["id"])


def _same_ids(shown: list[str], scene: Scene) -> Iterator[str]:
    if len(set(shown)) < len(shown):
        yield "it shows an object twice"
    if missing := sorted(scene.nodes.keys() - set(shown)):
        yield f"{missing[0]} is missing"
    if strange := sorted(set(shown) - scene.nodes.keys()):
        yield f"{strange[0]} is not in the scene"


def _built(
    item: Json, parent: str | None, scene: Scene, placed: Mapping[NodeId, World]
) -> Iterator[str]:
    """What a new object has otherwise: its place and size are the world's, its turn its own."""
    node = scene.nodes.get(NodeId(item["id"]))
    if node is None:
        return
    if (parent, item["parent_id"]) != (node.parent_id, node.parent_id):
        yield f"{node.id} is below {parent}, not {node.parent_id}"
    if item["name"] != node.name or _looks(item["components"]) != _looks(_components(node)):
        yield f"{node.id} has another name or looks otherwise"
    world = placed[node.id]
    meant = {"position": world.position, "rotation": node.rotation, "scale": world.scale}
    for member in PLACE:
        if not _near(item[member], meant[member]):
            yield f"{node.id} has another {member}"


def _kept(document: Json, before: Scene) -> dict[str, Node | Json]:
    """What is left of ``before`` after the document's deletions: as it was, or as it is changed."""
    gone = {
        below
        for deleted in document["objects_to_delete"]
        if deleted in before.nodes
        for below in before.subtree(deleted)
    }
    there: dict[str, Node | Json] = {k: n for k, n in before.nodes.items() if k not in gone}
    for change in document["objects_to_update"]:
        _change(_opened(there, change["id"]), change)
    for change in document["objects_to_regenerate"]:
        for component in _opened(there, change["id"]).get("components", []):
            if component["component_type"] == "dynamic":
                component["id"] = change["new_id"]
                break
    return there


def _opened(there: dict[str, Node | Json], object_id: str) -> Json:
    """The object, to be changed; nothing, if it is not there: a client skips that."""
    shown = there.get(object_id)
    if isinstance(shown, Node):
        shown = there[object_id] = _local(shown)
    return shown or {}


def _change(shown: Json, change: Json) -> None:
    if not shown:
        return
    shown["parent_id"] = change.get("parent_id") or shown["parent_id"]
    shown.update({member: change[member] for member in PLACE if member in change})
    for partial in change.get("components_to_update", []):
        for component in shown["components"]:
            if _kind(component) == _kind(partial):
                component.update(partial)
                break


def _stays(shown: Json, meant: Node) -> Iterator[str]:
    if shown["parent_id"] != meant.parent_id:
        yield f"{meant.id} stays below {shown['parent_id']}"
    if _looks(shown["components"]) != _looks(_components(meant)):
        yield f"{meant.id} looks otherwise"
    for member in PLACE:
        if not _near(shown[member], getattr(meant, member)):
            yield f"{meant.id} keeps another {member}"


def _local(node: Node) -> Json:
    place = {member: getattr(node, member).model_dump() for member in PLACE}
    return {"parent_id": node.parent_id, "components": _components(node), **place}


def _components(node: Node) -> list[Json]:
    return [c.model_dump(mode="json", exclude_none=True) for c in node.components]


def _looks(components: list[Json]) -> list[str]:
    return sorted(json.dumps(c, sort_keys=True) for c in components)


def _kind(component: Json) -> tuple[str, str]:
    return component["component_type"], component.get("type", "")


def _sky(skybox: Skybox | None) -> Json | None:
    return skybox.model_dump(mode="json", exclude_none=True) if skybox else None


def _near(shown: Mapping[str, float], meant: Vec3) -> bool:
    return all(
        abs(shown[axis] - value) <= NEAR * max(1.0, abs(value))
        for axis, value in zip("xyz", (meant.x, meant.y, meant.z), strict=True)
    )
