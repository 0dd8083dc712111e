"""From an asset of plain arrays to a GLB file. The same asset gives the same bytes.

One node a surface below one root, positions in the asset's own frame; what no surface shows is not
written. What does not belong here: deciding what is to be written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from consumers.assets.container import Json, pack
from consumers.assets.looks import texture_infos
from consumers.assets.model import Asset, Floats, Surface

GENERATOR = "Scenestream"
_VERTICES, _INDICES = 34962, 34963
_KINDS = {"<f4": 5126, "<u2": 5123, "<u4": 5125}


def write(asset: Asset) -> bytes:
    """The file."""
    writer = _Writer()
    materials = _Kept(surface.material for surface in asset.surfaces)
    for surface in asset.surfaces:
        writer.surface(surface, materials.place(surface.material))
    document: Json = {
        "asset": {"generator": GENERATOR, **asset.head, "version": "2.0"},
        "scene": 0,
        "scenes": [{"name": asset.name, "nodes": [len(writer.nodes)]}],
        "nodes": [
            *writer.nodes,
            {"name": asset.name, "children": list(range(len(writer.nodes)))},
        ],
        "meshes": writer.meshes,
    }
    if materials.order:
        _write_looks(writer, document, asset, [asset.materials[i] for i in materials.order])
    document["accessors"], document["bufferViews"] = writer.accessors, writer.views
    document["buffers"] = [{"byteLength": len(writer.blob)}]
    if used := sorted(set(_extensions(document.get("materials", [])))):
        document["extensionsUsed"] = used
    return pack(document, bytes(writer.blob))


class _Kept:
    """Which of a list are used, in the order of their first use."""

    def __init__(self, used: Iterable[int | None]) -> None:
        self.order = list(dict.fromkeys(index for index in used if index is not None))
        self._places = {index: place for place, index in enumerate(self.order)}

    def place(self, index: int | None) -> int | None:
        return None if index is None else self._places[index]


def _write_looks(writer: _Writer, document: Json, asset: Asset, materials: list[Json]) -> None:
    """Materials with the textures, samplers and pictures that they show."""
    shown = [_copied(material) for material in materials]
    infos = [info for material in shown for _, _, info in texture_infos(material)]
    textures = _Kept(info["index"] for info in infos)
    for info in infos:
        info["index"] = textures.place(info["index"])
    document["materials"] = shown
    kept = [asset.textures[index] for index in textures.order]
    pictures = _Kept(texture.get("source") for texture in kept)
    samplers = _Kept(texture.get("sampler") for texture in kept)
    if not kept:
        return
    named = (("source", pictures), ("sampler", samplers))
    document["textures"] = [
        {name: of.place(texture[name]) for name, of in named if name in texture} for texture in kept
    ]
    if samplers.order:
        document["samplers"] = [asset.samplers[index] for index in samplers.order]
    document["images"] = []
    for index in pictures.order:
        picture = asset.pictures[index]
        image = {"mimeType": picture.media_type, "bufferView": writer.view(picture.data)}
        document["images"].append({**image, **({"name": picture.name} if picture.name else {})})


def _copied(material: Json) -> Json:
    """A copy whose references to textures can be changed."""
    copy = dict(material)
    if isinstance(copy.get("pbrMetallicRoughness"), dict):
        copy["pbrMetallicRoughness"] = dict(copy["pbrMetallicRoughness"])
    for owner, name, info in list(texture_infos(copy)):
        owner[name] = dict(info)
    return copy


def _extensions(found: Any) -> Iterable[str]:
    """The names of all extensions below a JSON value."""
    if isinstance(found, dict):
        for name, value in found.items():
            if name == "extensions" and isinstance(value, dict):
                yield from value
            yield from _extensions(value)
    elif isinstance(found, list):
        for value in found:
            yield from _extensions(value)


@dataclass(slots=True)
class _Writer:
    """The arrays of a glTF document while it grows."""

    blob: bytearray = field(default_factory=bytearray)
    nodes: list[Json] = field(default_factory=list)
    meshes: list[Json] = field(default_factory=list)
    accessors: list[Json] = field(default_factory=list)
    views: list[Json] = field(default_factory=list)

    def surface(self, surface: Surface, material: int | None) -> None:
        surface = surface.compact()
        positions = surface.positions.astype("<f4")
        attributes = {"POSITION": self.array(positions, "VEC3", _VERTICES, bounds=True)}
        if surface.normals is not None:
            attributes["NORMAL"] = self.array(unit(surface.normals), "VEC3", _VERTICES)
        for number, uv in sorted(surface.uv.items()):
            place = self.array(uv.astype("<f4"), "VEC2", _VERTICES)
            attributes[f"TEXCOORD_{number}"] = place
        if surface.colors is not None:
            colors = np.round(surface.colors * 65535.0).astype("<u2")
            place = self.array(colors, "VEC4", _VERTICES)
            self.accessors[place]["normalized"] = True
            attributes["COLOR_0"] = place
        kind = "<u2" if len(positions) < 65535 else "<u4"
        primitive: Json = {
            "attributes": attributes,
            "indices": self.array(surface.faces.reshape(-1, 1).astype(kind), "SCALAR", _INDICES),
        }
        if material is not None:
            primitive["material"] = material
        self.meshes.append({"name": surface.name, "primitives": [primitive]})
        self.nodes.append({"name": surface.name, "mesh": len(self.meshes) - 1})

    def array(self, data: npt.NDArray[Any], shape: str, target: int, bounds: bool = False) -> int:
        accessor: Json = {
            "bufferView": self.view(data.tobytes(), target),
            "componentType": _KINDS[data.dtype.str],
            "count": len(data),
            "type": shape,
        }
        if bounds:
            accessor["min"] = data.min(axis=0).tolist()
            accessor["max"] = data.max(axis=0).tolist()
        self.accessors.append(accessor)
        return len(self.accessors) - 1

    def view(self, data: bytes, target: int | None = None) -> int:
        view: Json = {"buffer": 0, "byteOffset": len(self.blob), "byteLength": len(data)}
        self.views.append(view if target is None else {**view, "target": target})
        self.blob += data
        self.blob += bytes(-len(self.blob) % 4)
        return len(self.views) - 1


def unit(normals: Floats) -> npt.NDArray[np.float32]:
    """Normals as 32-bit floats whose length stays within glTF's tolerance."""
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.asarray(normals / np.maximum(length, 1e-30), dtype="<f4")
