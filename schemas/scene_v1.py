"""The canonical scene as the shipping Unity client reads and writes it.

Its *create* rule sets a node's world position, local rotation and world scale (``scale`` divided by
the parent's world scale); its *update* rule sets local values; its export has local values and the
parent's name where an id belongs. So scenes and added objects go out with world positions and
scales, updates with local ones, and a snapshot's hierarchy is read from its nesting alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from schemas.errors import BadInput
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.patch import between
from schemas.scene import ONE, Component, Dynamic, Node, Scene, Skybox
from schemas.transform import World, rounded, subtract, transpose, worlds

_COMPONENTS: TypeAdapter[Component] = TypeAdapter(Component)
_SKYBOX: TypeAdapter[Skybox] = TypeAdapter(Skybox)


class BadSnapshot(BadInput):
    """The client's exported scene can not be read; export it again from a Scener client."""


def scene_document(scene: Scene) -> dict[str, Any]:
    """The Scene JSON of ``generate_3d_scene``, to be built by the create rule."""
    placed = worlds(scene)
    return {
        "name": scene.name,
        "skybox": _dump(scene.skybox),
        "graph": [_created(scene, root, placed) for root in scene.children(None)],
    }


def update_document(
    before: Scene, after: Scene, prompts: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The SceneUpdate JSON that turns ``before`` into ``after`` at the client.

    ``prompts`` tells of asset ids what was asked for. ``json_patch`` carries the same change as
    RFC 6902 operations on the canonical scene.
    """
    prompts = prompts or {}
    fresh = _rebuilt(before, after)
    roots = [n for n in after.nodes.values() if n.id in fresh and n.parent_id not in fresh]
    placed = worlds(after) if roots else {}  # most edits add nothing, and places take long
    kept = [(before.nodes[n.id], n) for n in after.nodes.values() if n.id not in fresh]
    return {
        "name": after.name,
        "skybox": _dump(after.skybox) if after.skybox != before.skybox else None,
        "objects_to_add": [
            {
                "scene_object": _created(after, node, placed, fresh),
                "prompt": prompts.get(node.asset() or "", node.name),
            }
            for node in roots
        ],
        "objects_to_update": [u for old, new in kept if (u := _update(old, new))],
        "objects_to_delete": _deleted(before, after, fresh),
        "objects_to_regenerate": list(_regenerated(kept, prompts)),
        "json_patch": between(before, after),
    }


def _rebuilt(before: Scene, after: Scene) -> set[NodeId]:
    """The nodes that the client must create: new ones, and old ones it can not merely update.

    It applies deletions (with all children), then updates, then additions. So a node that outlives
    its deleted parent, or moves below a new one, is deleted and added again.
    """
    fresh = {n for n, node in after.nodes.items() if _is_beyond_update(before.nodes.get(n), node)}
    gone = {n for n in before.nodes if n not in after.nodes}
    while True:
        lost = {d for n in (fresh | gone) & before.nodes.keys() for d in before.subtree(n)}
        moved = {n.id for n in after.nodes.values() if n.parent_id in fresh}
        grown = fresh | moved | (lost & after.nodes.keys())
        if grown == fresh:
            return fresh
        fresh = grown


def _is_beyond_update(old: Node | None, new: Node) -> bool:
    """Whether no update makes ``new`` of ``old``: it can not leave its parent for the root, it gets
    another name with another mesh alone, and its components change their values (a mesh by
    regeneration), not their number or kinds."""
    if old is None or (old.parent_id is not None and new.parent_id is None):
        return True
    if new.name != old.name and new.asset() in (None, old.asset()):
        return True
    kinds = _kinds(new)
    is_ambiguous = len(set(kinds)) < len(kinds) and new.components != old.components
    return kinds != _kinds(old) or is_ambiguous


def _kinds(node: Node) -> list[tuple[str, str]]:
    return sorted((c.component_type, getattr(c, "type", "")) for c in node.components)


def read_snapshot(text: str | bytes) -> Scene:
    """The canonical scene of a client's export. Raises ``BadSnapshot``."""
    try:
        document = json.loads(text)
        nodes = list(_read(document.get("graph") or [], None, set()))
        skybox = document.get("skybox")
        return Scene.of(
            str(document.get("name") or "Scene"),
            nodes,
            _SKYBOX.validate_python(_bare(skybox)) if skybox else None,
        )
    except (
        ValueError,
        ValidationError,
        AttributeError,
        TypeError,
        KeyError,
        RecursionError,  # nested deeper than any scene
    ) as broken:
        raise BadSnapshot(f"{BadSnapshot.__doc__} ({_first_line(broken)})") from broken


def same(snapshot: Scene, scene: Scene) -> bool:
    """Whether a client's export shows ``scene`` as we know it: the same objects in the same places.

    A client rounds, normalises angles and drops what it does not keep, so places count to 1 mm and
    turns and scales to 0.1 %.
    """
    if snapshot.nodes.keys() != scene.nodes.keys():
        return False
    theirs, ours = worlds(snapshot), worlds(scene)
    return all(
        snapshot.nodes[n].parent_id == scene.nodes[n].parent_id
        and _look(snapshot.nodes[n]) == _look(scene.nodes[n])
        and _near(theirs[n], ours[n])
        for n in scene.nodes
    )


def _look(node: Node) -> tuple[object, ...]:
    shown = [
        (c.component_type, c.id if isinstance(c, Dynamic) else _color(c)) for c in node.components
    ]
    return node.name, *sorted(shown)


def _color(component: Component) -> str:
    color = getattr(component, "color", None)
    return "" if color is None else f"{color.r:.2f} {color.g:.2f} {color.b:.2f}"


def _near(a: World, b: World) -> bool:
    apart = subtract(a.position, b.position)
    moved = max(abs(apart.x), abs(apart.y), abs(apart.z))
    return moved <= 1e-3 and all(
        # An axis as long as the node is scaled along it; 1e-6 is what the wire rounds to.
        max(abs(t - o) for t, o in zip(theirs, ours, strict=True))
        <= 1e-3 * max(abs(o) for o in ours) + 1e-6
        for theirs, ours in zip(transpose(a.linear), transpose(b.linear), strict=True)
    )


def _created(
    scene: Scene, node: Node, placed: Mapping[NodeId, World], only: set[NodeId] | None = None
) -> dict[str, Any]:
    world = placed[node.id]
    above = ONE if node.parent_id is None else placed[node.parent_id].scale
    # The client divides by what it sees as the parent's scale, so this gives it the local one back,
    # even where a parent shears it and no world scale is exact.
    s = node.scale
    scale = Vec3(x=s.x * above.x, y=s.y * above.y, z=s.z * above.z)
    return {
        "id": node.id,
        "name": node.name,
        "parent_id": node.parent_id,
        "position": _dump(rounded(world.position)),
        "rotation": _dump(rounded(node.rotation)),
        "scale": _dump(rounded(scale)),
        "components": [_dump(c) for c in node.components],
        "children": [
            _created(scene, child, placed, only)
            for child in scene.children(node.id)
            if only is None or child.id in only
        ],
    }


def _update(old: Node, new: Node) -> dict[str, Any] | None:
    changed: dict[str, Any] = {}
    if new.parent_id != old.parent_id:
        changed["parent_id"] = new.parent_id or ""
    for member in ("position", "rotation", "scale"):
        if getattr(new, member) != getattr(old, member):
            changed[member] = _dump(rounded(getattr(new, member)))
    components = [
        _dump(c) for c in new.components if c not in old.components and not isinstance(c, Dynamic)
    ]
    if components:
        changed["components_to_update"] = components
    return {"id": new.id, **changed} if changed else None


def _deleted(before: Scene, after: Scene, fresh: set[NodeId]) -> list[str]:
    gone = [n for n in before.nodes.values() if n.id not in after.nodes or n.id in fresh]
    names = {n.id for n in gone}
    return [n.id for n in gone if n.parent_id not in names]


def _regenerated(
    kept: Iterable[tuple[Node, Node]], prompts: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    for old, new in kept:
        asset = new.asset()
        if asset is not None and asset != old.asset():
            named = {"new_name": new.name} if new.name != old.name else {}
            yield {"id": new.id, "new_id": asset, **named, "prompt": prompts.get(asset, new.name)}


def _read(graph: Any, parent: NodeId | None, seen: set[str]) -> Iterator[Node]:
    for item in graph:
        spot = item.get("transform") or item
        node_id = NodeId(str(item["id"]))
        if node_id in seen:
            raise ValueError(f"the id {node_id!r} stands for two objects")
        seen.add(node_id)
        yield Node(
            id=node_id,
            name=str(item.get("name") or node_id),
            parent_id=parent,
            position=_vector(spot.get("position"), Vec3()),
            rotation=_vector(spot.get("rotation"), Vec3()),
            scale=_vector(spot.get("scale"), ONE),
            components=tuple(
                _COMPONENTS.validate_python(_bare(c)) for c in item.get("components") or []
            ),
        )
        yield from _read(item.get("children") or [], node_id, seen)


def _vector(value: Any, default: Vec3) -> Vec3:
    return default if value is None else Vec3.model_validate(_bare(value))


def _bare(value: Any) -> Any:
    """``value`` without nulls, which this client leaves out or writes for 'not set'."""
    if isinstance(value, dict):
        return {k: _bare(v) for k, v in value.items() if v is not None}
    return value


def _dump(value: BaseModel | None) -> Any:
    return None if value is None else value.model_dump(mode="json", exclude_none=True)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
