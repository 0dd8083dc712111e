"""A scene as one GLB: its nodes in glTF's frame, each mesh's data once, lights, names and ids.

What belongs here: what of a scene becomes what of glTF. What does not: indices and bytes
(``document``), and the frame's arithmetic (``schemas.gltf``).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gateway.export.container import Json, unpack
from gateway.export.document import Document, Merged
from schemas import gltf
from schemas.artifacts import ArtifactRef
from schemas.scene import (
    AreaLight,
    DirectionalLight,
    Dynamic,
    Node,
    PointLight,
    Primitive,
    Scene,
    SpotLight,
)

AREA = 4.0
"""m²: a larger area light shines no brighter. glTF has none of them, and the extension that is
proposed is read by one viewer. So one becomes the widest of spot lights, which shines to its front
alone and weaker to the sides, as an area does; shape and size are in its node's extras."""
WIDEST = math.pi / 2 - 1e-4
SOFT = 0.8
"""What part of a spot light's cone is fully lit."""


def scene_glb(
    scene: Scene, meshes: Mapping[str, ArtifactRef], read: Callable[[ArtifactRef], bytes]
) -> bytes:
    """The file. ``meshes``: the GLB of each asset, which ``read`` gives; an asset that has none
    leaves its node empty. Raises ``BadMesh``, ``UnknownExtension`` and what ``read`` does."""
    return _Writer(scene, meshes, read).write()


@dataclass
class _Writer:
    scene: Scene
    meshes: Mapping[str, ArtifactRef]
    read: Callable[[ArtifactRef], bytes]
    document: Document = field(default_factory=Document)
    merged: dict[str, Merged] = field(default_factory=dict)

    def write(self) -> bytes:
        places = {node.id: self._place(node) for node in self.scene.nodes.values()}
        for node in self.scene.nodes.values():  # all of the scene's first, then what they show
            if node.parent_id is not None:
                self._below(places[node.parent_id], places[node.id])
        for node in self.scene.nodes.values():
            self._fill(places[node.id], node)
        roots = [places[node.id] for node in self.scene.children(None)]
        told: Json = {"name": self.scene.name}
        if roots:
            told["nodes"] = roots
        if self.scene.skybox is not None:
            told["extras"] = {"skybox": self.scene.skybox.model_dump(mode="json")}
        return self.document.glb(told)

    def _place(self, node: Node) -> int:
        told: Json = {"name": node.name, "extras": {"id": node.id}}
        position, turned = gltf.mirrored(node.position), gltf.turned(node.rotation)
        scale = (node.scale.x, node.scale.y, node.scale.z)
        if any(position):
            told["translation"] = list(position)
        if turned != gltf.NO_TURN:
            told["rotation"] = list(turned)
        if scale != (1.0, 1.0, 1.0):
            told["scale"] = list(scale)
        return self.document.add("nodes", told)

    def _below(self, parent: int, child: int) -> None:
        self.document.node(parent).setdefault("children", []).append(child)

    def _fill(self, place: int, node: Node) -> None:
        """Let the node of index ``place`` show what ``node`` does."""
        for component in node.components:
            match component:
                case Primitive():
                    self._show(place, self.document.primitive(component))
                case Dynamic(id=asset):
                    told = self.document.node(place)["extras"]
                    told["asset"] = asset
                    for root in self._asset(asset):
                        self._below(place, root)
                case _:
                    self._lit(place, node, component)

    def _show(self, place: int, mesh: int) -> None:
        """Where it shows a mesh already, another goes below it."""
        if "mesh" in self.document.node(place):
            self._below(place, self.document.add("nodes", {"mesh": mesh}))
        else:
            self.document.node(place)["mesh"] = mesh

    def _asset(self, asset: str) -> list[int]:
        ref = self.meshes.get(asset)
        if ref is None:
            return []
        if ref.sha256 not in self.merged:
            self.merged[ref.sha256] = self.document.merge(*unpack(self.read(ref)))
        return self.document.instance(self.merged[ref.sha256])

    def _lit(
        self, place: int, node: Node, light: SpotLight | DirectionalLight | PointLight | AreaLight
    ) -> None:
        shown = self.document.light(_light(light))
        below: Json = {"name": f"{node.name} light", "extensions": shown}
        below["rotation"] = list(gltf.HALF_TURN)
        below["extras"] = _unity(light)
        self._below(place, self.document.add("nodes", below))


def _unity(light: SpotLight | DirectionalLight | PointLight | AreaLight) -> Json:
    """What Unity knows of the light and glTF does not."""
    return {"unity": light.model_dump(mode="json", exclude={"component_type", "color"})}


def _light(light: SpotLight | DirectionalLight | PointLight | AreaLight) -> Json:
    told: Json = {"color": list(gltf.linear(light.color))}
    strength = max(0.0, light.intensity) * gltf.LUX
    match light:
        case DirectionalLight():
            return {**told, "type": "directional", "intensity": strength}
        case SpotLight():
            outer = min(WIDEST, max(1e-3, math.radians(light.spot_angle) / 2))
            cone = {"outerConeAngle": outer, "innerConeAngle": outer * SOFT}
            told.update({"type": "spot", "intensity": strength, "spot": cone})
        case PointLight():
            told.update({"type": "point", "intensity": strength})
        case AreaLight():
            cone = {"outerConeAngle": WIDEST, "innerConeAngle": 0.0}
            told.update({"type": "spot", "intensity": strength * _area(light), "spot": cone})
    if light.range > 0:
        told["range"] = light.range
    return told


def _area(light: AreaLight) -> float:
    if light.shape == "disk":
        return min(AREA, math.pi * (light.radius or 0.0) ** 2)
    return min(AREA, (light.width or 0.0) * (light.height or 0.0))
