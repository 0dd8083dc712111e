"""The shipping Unity client's part, played by its written contract alone.

It reads Scene and SceneUpdate JSON, keeps game objects with Unity's own arithmetic (float64 where
Unity has float32) and exports them as that client does. Nothing of ours computes anything here, so
that agreement means something.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tests.unity import quaternions
from tests.unity.quaternions import Array

Json = dict[str, Any]


@dataclass
class GameObject:
    """One object. Position, rotation (a quaternion) and scale are local to ``parent``."""

    id: str
    name: str
    parent: GameObject | None
    position: Array
    rotation: Array
    scale: Array
    components: list[Json] = field(default_factory=list)
    children: list[GameObject] = field(default_factory=list)

    def local_to_world(self) -> Array:
        """The 4x4 matrix of this object's frame."""
        local = np.eye(4)
        local[:3, :3] = quaternions.matrix(self.rotation) @ np.diag(self.scale)
        local[:3, 3] = self.position
        return local if self.parent is None else self.parent.local_to_world() @ local

    def world_rotation(self) -> Array:
        if self.parent is None:
            return self.rotation
        return quaternions.product(self.parent.world_rotation(), self.rotation)

    def lossy_scale(self) -> Array:
        """The world scale along the object's own axes."""
        turned = quaternions.matrix(self.world_rotation())
        return np.diag(turned.T @ self.local_to_world()[:3, :3]).copy()

    def assets(self) -> list[str]:
        return [c["id"] for c in self.components if c["component_type"] == "dynamic"]


@dataclass
class Client:
    """The scene as the client has it. ``logged``: what it could not do, as it would log it."""

    name: str = ""
    skybox: Json | None = None
    roots: list[GameObject] = field(default_factory=list)
    objects: dict[str, GameObject] = field(default_factory=dict)
    logged: list[str] = field(default_factory=list)

    def create(self, text: str) -> None:
        """Build the Scene JSON of a ``generate_3d_scene`` in place of what is shown."""
        scene = json.loads(text)
        self.name, self.skybox = scene["name"], scene["skybox"]
        self.roots.clear()
        self.objects.clear()
        for item in scene["graph"]:
            self._build(item, None)

    def apply(self, text: str) -> None:
        """Apply the SceneUpdate JSON of a ``modify_3d_scene``, in the client's order."""
        update = json.loads(text)
        if update["skybox"] is not None:
            self.skybox = update["skybox"]
        for object_id in update["objects_to_delete"]:
            self._delete(object_id)
        for change in update["objects_to_update"]:
            self._update(change)
        for change in update["objects_to_regenerate"]:
            self._regenerate(change)
        for added in update["objects_to_add"]:
            item = added["scene_object"]
            parent = self._found(item["parent_id"]) if item["parent_id"] else None
            self._build(item, parent)

    def export(self) -> str:
        """The Scene JSON that the client writes to Redis."""
        graph = [_exported(root) for root in self.roots]
        return json.dumps(
            _without_nulls({"name": self.name, "skybox": self.skybox, "graph": graph})
        )

    def _build(self, item: Json, parent: GameObject | None) -> None:
        if item["id"] in self.objects:
            self.logged.append(f"{item['id']} exists already")
        made = GameObject(
            item["id"],
            item["name"],
            parent,
            np.zeros(3),
            quaternions.from_euler(_xyz(item["rotation"])),
            np.ones(3),
            list(item["components"]),
        )
        _siblings(self.roots, parent).append(made)
        above = np.eye(4) if parent is None else parent.local_to_world()
        made.position = (np.linalg.inv(above) @ np.append(_xyz(item["position"]), 1.0))[:3]
        made.scale = _xyz(item["scale"]) / (1.0 if parent is None else parent.lossy_scale())
        self.objects[made.id] = made
        for child in item["children"]:
            self._build(child, made)

    def _delete(self, object_id: str) -> None:
        doomed = self._found(object_id)
        if doomed is None:
            return
        _siblings(self.roots, doomed.parent).remove(doomed)
        waiting = [doomed]
        for gone in waiting:
            del self.objects[gone.id]
            waiting.extend(gone.children)

    def _update(self, change: Json) -> None:
        target = self._found(change["id"])
        if target is None:
            return
        if change.get("parent_id"):
            self._reparent(target, change["parent_id"])
        if "position" in change:
            target.position = _xyz(change["position"])
        if "rotation" in change:
            target.rotation = quaternions.from_euler(_xyz(change["rotation"]))
        if "scale" in change:
            target.scale = _xyz(change["scale"])
        for partial in change.get("components_to_update", []):
            self._update_component(target, partial)

    def _reparent(self, target: GameObject, parent_id: str) -> None:
        parent = self._found(parent_id)
        above = parent
        while above is not None:
            if above is target:
                self.logged.append(f"{target.id} can not be below itself")
                return
            above = above.parent
        _siblings(self.roots, target.parent).remove(target)
        target.parent = parent
        _siblings(self.roots, parent).append(target)

    def _update_component(self, target: GameObject, partial: Json) -> None:
        for component in target.components:
            if _kind(component) == _kind(partial):
                component.update(partial)
                return
        self.logged.append(f"{target.id} has no {_kind(partial)}")

    def _regenerate(self, change: Json) -> None:
        target = self._found(change["id"])
        if target is None:
            return
        meshes = [c for c in target.components if c["component_type"] == "dynamic"]
        if not meshes:
            self.logged.append(f"{target.id} has no mesh to regenerate")
            return
        meshes[0]["id"] = change["new_id"]
        target.name = change.get("new_name") or target.name

    def _found(self, object_id: str) -> GameObject | None:
        if object_id not in self.objects:
            self.logged.append(f"no object {object_id}")
        return self.objects.get(object_id)


def _siblings(roots: list[GameObject], parent: GameObject | None) -> list[GameObject]:
    return roots if parent is None else parent.children


def _kind(component: Json) -> tuple[str, str]:
    return component["component_type"], component.get("type", "")


def _exported(shown: GameObject) -> Json:
    return {
        "id": shown.id,
        "name": shown.name,
        "parent_id": shown.parent.name if shown.parent else None,
        "position": _as_json(shown.position),
        "rotation": _as_json(quaternions.to_euler(shown.rotation)),
        "scale": _as_json(shown.scale),
        "components": shown.components,
        "children": [_exported(child) for child in shown.children],
    }


def _xyz(value: Json) -> Array:
    return np.array([value["x"], value["y"], value["z"]], dtype=float)


def _as_json(vector: Array) -> Json:
    """Unity keeps single precision."""
    return dict(zip("xyz", (float(np.float32(v)) for v in vector), strict=True))


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_nulls(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_without_nulls(v) for v in value]
    return value
