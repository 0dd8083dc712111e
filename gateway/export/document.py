"""A glTF document that grows: accessors, meshes of primitives, lights, and other documents in it.

What belongs here: where indices and bytes go. What does not: what a scene is made of, which is
``scene_glb``'s.
"""

from __future__ import annotations

import copy
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from gateway.export.container import Json, pack
from gateway.export.primitives import Vertex, shape
from gateway.export.remapping import TAKEN, Offsets, remapped
from schemas.gltf import linear
from schemas.scene import Color, Primitive

LIGHTS = "KHR_lights_punctual"
_FLOAT, _SHORT = 5126, 5123
_ARRAY, _ELEMENTS = 34962, 34963


@dataclass(frozen=True, slots=True)
class Merged:
    """Another document in this one: its nodes as they were, and where its lists begin here."""

    nodes: tuple[Json, ...]
    roots: tuple[int, ...]
    offsets: Offsets
    skins: tuple[Json, ...]
    animations: tuple[Json, ...]


@dataclass
class Document:
    """``lists``: the document's lists by their names; ``buffer``: all bytes that they speak of."""

    lists: dict[str, list[Json]] = field(default_factory=dict)
    buffer: bytearray = field(default_factory=bytearray)
    lights: list[Json] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    required: set[str] = field(default_factory=set)
    credits: dict[str, None] = field(default_factory=dict)
    _shapes: dict[str, Json] = field(default_factory=dict)
    _colors: dict[Color, int] = field(default_factory=dict)
    _primitives: dict[Primitive, int] = field(default_factory=dict)

    def add(self, kind: str, what: Json) -> int:
        """Append ``what`` to the list ``kind``; its index."""
        self.lists.setdefault(kind, []).append(what)
        return len(self.lists[kind]) - 1

    def count(self, kind: str) -> int:
        """How many there are of ``kind``."""
        return len(self.lists.get(kind, ()))

    def node(self, index: int) -> Json:
        """The node of that index."""
        return self.lists["nodes"][index]

    def primitive(self, wanted: Primitive) -> int:
        """The mesh of a primitive: one for each shape and colour, on one set of bytes a shape."""
        if wanted not in self._primitives:
            drawn = {**self._shape(wanted.shape), "material": self._color(wanted.color)}
            mesh = {"name": wanted.shape, "primitives": [drawn]}
            self._primitives[wanted] = self.add("meshes", mesh)
        return self._primitives[wanted]

    def light(self, told: Json) -> Json:
        """A node's extension that shows the light ``told``."""
        self.used.add(LIGHTS)
        if told not in self.lights:
            self.lights.append(told)
        return {LIGHTS: {"light": self.lights.index(told)}}

    def merge(self, other: Json, buffer: bytes) -> Merged:
        """Take over another document's data; its nodes are shown by ``instance``. Raises
        ``UnknownExtension``."""
        self.buffer.extend(bytes(-len(self.buffer) % 4))
        begins = {kind: self.count(kind) for kind in TAKEN}
        offsets = Offsets({**begins, "lights": len(self.lights)}, len(self.buffer))
        told = remapped(other, offsets)
        self.buffer.extend(buffer)
        for kind in TAKEN:
            self.lists.setdefault(kind, []).extend(told.get(kind, ()))
        self.lights.extend(told.get("extensions", {}).get(LIGHTS, {}).get("lights", ()))
        self.used.update(told.get("extensionsUsed", ()))
        self.required.update(told.get("extensionsRequired", ()))
        if said := told.get("asset", {}).get("copyright"):
            self.credits[said] = None
        scenes = told.get("scenes") or [{}]
        roots = scenes[told.get("scene", 0)].get("nodes", ())
        lists = (tuple(told.get(kind, ())) for kind in ("nodes", "skins", "animations"))
        nodes, skins, animations = lists
        return Merged(nodes, tuple(roots), offsets, skins, animations)

    def instance(self, merged: Merged) -> list[int]:
        """Show a merged document once more: copies of its nodes, on the same data; their roots."""
        begin, skin = self.count("nodes"), self.count("skins")
        for told in merged.nodes:
            node = copy.deepcopy(told)
            if "children" in node:
                node["children"] = [begin + child for child in node["children"]]
            if "skin" in node:
                node["skin"] += skin
            self.add("nodes", node)
        for told in merged.skins:
            moved = {**told, "joints": [begin + joint for joint in told["joints"]]}
            if "skeleton" in moved:
                moved["skeleton"] += begin
            self.add("skins", moved)
        for told in merged.animations:
            moved = copy.deepcopy(told)
            for channel in moved["channels"]:
                if "node" in channel["target"]:
                    channel["target"]["node"] += begin
            self.add("animations", moved)
        return [begin + root for root in merged.roots]

    def glb(self, scene: Json) -> bytes:
        """The file that shows ``scene``."""
        asset = {"version": "2.0", "generator": "scenestream"}
        if self.credits:
            asset["copyright"] = "; ".join(self.credits)
        told: Json = {"asset": asset, "scene": 0, "scenes": [scene]}
        told.update({kind: found for kind, found in self.lists.items() if found})
        if self.buffer:
            told["buffers"] = [{"byteLength": len(self.buffer)}]
        if self.lights:
            self.used.add(LIGHTS)
            told["extensions"] = {LIGHTS: {"lights": self.lights}}
        for name, found in (("extensionsUsed", self.used), ("extensionsRequired", self.required)):
            if found:
                told[name] = sorted(found)
        return pack(told, bytes(self.buffer))

    def _shape(self, kind: str) -> Json:
        if kind not in self._shapes:
            made = shape(kind)
            attributes = {
                "POSITION": self._vectors(made.positions, bounded=True),
                "NORMAL": self._vectors(made.normals, bounded=False),
            }
            data = struct.pack(f"<{len(made.triangles)}H", *made.triangles)
            view = self._view(data, _ELEMENTS)
            told = {"bufferView": view, "componentType": _SHORT, "type": "SCALAR"}
            indices = self.add("accessors", {**told, "count": len(made.triangles)})
            self._shapes[kind] = {"attributes": attributes, "indices": indices}
        return self._shapes[kind]

    def _vectors(self, vectors: Iterable[Vertex], bounded: bool) -> int:
        rows = list(vectors)
        data = b"".join(struct.pack("<3f", *row) for row in rows)
        told: dict[str, Any] = {
            "bufferView": self._view(data, _ARRAY),
            "componentType": _FLOAT,
            "type": "VEC3",
            "count": len(rows),
        }
        if bounded:  # of the numbers as they are written
            written = [struct.unpack("<3f", struct.pack("<3f", *row)) for row in rows]
            told["min"] = [min(column) for column in zip(*written, strict=True)]
            told["max"] = [max(column) for column in zip(*written, strict=True)]
        return self.add("accessors", told)

    def _view(self, data: bytes, target: int) -> int:
        self.buffer.extend(bytes(-len(self.buffer) % 4))
        view = {"buffer": 0, "byteOffset": len(self.buffer), "byteLength": len(data)}
        self.buffer.extend(data)
        return self.add("bufferViews", {**view, "target": target})

    def _color(self, color: Color) -> int:
        if color not in self._colors:
            surface = {
                "baseColorFactor": [*linear(color), color.a],
                "metallicFactor": 0.0,
                "roughnessFactor": 0.5,
            }
            material: Json = {"pbrMetallicRoughness": surface}
            if color.a < 1:
                material["alphaMode"] = "BLEND"
            self._colors[color] = self.add("materials", material)
        return self._colors[color]
