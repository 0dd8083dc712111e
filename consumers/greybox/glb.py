"""Writes a model as a binary glTF 2.0 file (GLB).

One node and mesh a part, shared metallic-roughness materials, base colours in linear light, and the
recipe in ``asset.extras.recipe``. Reading is the viewers' business.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consumers.greybox.model import Model, Part
from consumers.greybox.surfaces.unwrap import unwrapped
from consumers.lexicon.words.materials import Material

_VERTICES, _INDICES = 34962, 34963
_FLOAT, _UINT16, _UINT32 = 5126, 5123, 5125
_CLAMP, _REPEAT = 33071, 10497


def to_glb(model: Model) -> bytes:
    """The model as a GLB file; the same model gives the same bytes."""
    writer = _Writer()
    for part in model.parts:
        writer.part(part)
    name = model.recipe.label or model.recipe.noun or "thing"
    roots = list(range(len(writer.nodes)))
    document: dict[str, Any] = {
        "asset": {
            "version": "2.0",
            "generator": "Scenestream greybox",
            "extras": {"recipe": model.recipe.model_dump(mode="json")},
        },
        "scene": 0,
        "scenes": [{"name": name, "nodes": [len(roots)]}],
        "nodes": [*writer.nodes, {"name": name, "children": roots}],
        "meshes": writer.meshes,
        "materials": writer.materials,
        "accessors": writer.accessors,
        "bufferViews": writer.views,
        "buffers": [{"byteLength": len(writer.blob)}],
    }
    if writer.images:
        document["images"] = writer.images
        document["samplers"] = [
            {"magFilter": 9729, "minFilter": 9987, "wrapS": wrap, "wrapT": wrap}
            for wrap in (_CLAMP, _REPEAT)
        ]
        document["textures"] = writer.textures
    text = json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    text += b" " * (-len(text) % 4)
    return b"".join(
        (
            struct.pack("<4sII", b"glTF", 2, 28 + len(text) + len(writer.blob)),
            struct.pack("<I4s", len(text), b"JSON"),
            text,
            struct.pack("<I4s", len(writer.blob), b"BIN\0"),
            bytes(writer.blob),
        )
    )


def linear(color: str) -> tuple[float, float, float]:
    """An sRGB ``#rrggbb`` as linear light, as glTF's factors want it."""
    channels = (int(color[i : i + 2], 16) / 255.0 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return round(red, 6), round(green, 6), round(blue, 6)


@dataclass(slots=True)
class _Writer:
    """The arrays of a glTF document while it grows."""

    blob: bytearray = field(default_factory=bytearray)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    meshes: list[dict[str, Any]] = field(default_factory=list)
    materials: list[dict[str, Any]] = field(default_factory=list)
    accessors: list[dict[str, Any]] = field(default_factory=list)
    views: list[dict[str, Any]] = field(default_factory=list)
    images: list[dict[str, Any]] = field(default_factory=list)
    textures: list[dict[str, Any]] = field(default_factory=list)
    known: dict[tuple[Material, int, bool], int] = field(default_factory=dict)
    pictured: dict[tuple[bytes, bool], int] = field(default_factory=dict)

    def part(self, part: Part) -> None:
        shaded, uv = part.shaded(), None
        if part.texture is not None:
            uv = part.texture.uv[shaded.sources]
        elif part.tile is not None:
            shaded, uv = unwrapped(part.mesh, shaded, part.tile)
        attributes = {
            "POSITION": self._array(shaded.vertices.astype("<f4"), "VEC3", _VERTICES, bounds=True),
            "NORMAL": self._array(_unit(shaded.normals), "VEC3", _VERTICES),
        }
        if uv is not None:
            attributes["TEXCOORD_0"] = self._array(uv.astype("<f4"), "VEC2", _VERTICES)
        small = len(shaded.vertices) < 65535
        indices = shaded.faces.ravel().astype("<u2" if small else "<u4")
        primitive = {
            "attributes": attributes,
            "indices": self._array(indices, "SCALAR", _INDICES),
            "material": self._material(part),
        }
        self.meshes.append({"name": part.name, "primitives": [primitive]})
        self.nodes.append({"name": part.name, "mesh": len(self.meshes) - 1})

    def _view(self, data: bytes, target: int | None) -> int:
        self.blob += bytes(-len(self.blob) % 4)
        view: dict[str, Any] = {
            "buffer": 0,
            "byteOffset": len(self.blob),
            "byteLength": len(data),
        }
        if target is not None:
            view["target"] = target
        self.blob += data
        self.blob += bytes(-len(self.blob) % 4)
        self.views.append(view)
        return len(self.views) - 1

    def _array(self, data: NDArray[Any], kind: str, target: int, bounds: bool = False) -> int:
        types = {"f": _FLOAT, "u": _UINT16 if data.itemsize == 2 else _UINT32}
        accessor: dict[str, Any] = {
            "bufferView": self._view(data.tobytes(), target),
            "componentType": types[data.dtype.kind],
            "count": len(data),
            "type": kind,
        }
        if bounds:
            accessor["min"] = data.min(axis=0).tolist()
            accessor["max"] = data.max(axis=0).tolist()
        self.accessors.append(accessor)
        return len(self.accessors) - 1

    def _texture(self, part: Part) -> int:
        """The number of the part's texture, -1 for none; a picture is written once."""
        picture = part.texture or part.tile
        if picture is None:
            return -1
        key = (picture.png, part.tile is not None)
        if key not in self.pictured:
            view = self._view(picture.png, None)
            self.images.append({"name": part.name, "mimeType": "image/png", "bufferView": view})
            self.textures.append({"sampler": int(key[1]), "source": len(self.images) - 1})
            self.pictured[key] = len(self.textures) - 1
        return self.pictured[key]

    def _material(self, part: Part) -> int:
        material, texture = part.material, self._texture(part)
        key = (material, texture, part.tile is not None and part.tile.mean is None)
        if key not in self.known:
            surface: dict[str, Any] = {
                "baseColorFactor": [*_factor(part), material.opacity],
                "metallicFactor": material.metallic,
                "roughnessFactor": material.roughness,
            }
            entry: dict[str, Any] = {
                "name": f"{material.name} {material.color}",
                "pbrMetallicRoughness": surface,
            }
            if texture >= 0:
                surface["baseColorTexture"] = {"index": texture}
            if material.glow > 0.0:
                entry["emissiveFactor"] = [
                    round(c * material.glow, 6) for c in linear(material.color)
                ]
            if material.opacity < 1.0:
                entry["alphaMode"] = "BLEND"
            self.known[key] = len(self.materials)
            self.materials.append(entry)
        return self.known[key]


def _factor(part: Part) -> tuple[float, float, float]:
    """The linear colour that a part's texture is multiplied with, so that its mean is the part's
    own; white for prints, which bring their colours."""
    color = linear(part.material.color)
    if part.tile is None:
        return color
    if part.tile.mean is None:
        return 1.0, 1.0, 1.0
    red, green, blue = (
        round(min(1.0, c / m), 6) for c, m in zip(color, part.tile.mean, strict=True)
    )
    return red, green, blue


def _unit(normals: NDArray[np.float64]) -> NDArray[np.float32]:
    """Normals as 32-bit floats whose length stays within glTF's tolerance."""
    unit: NDArray[np.float32] = (normals / np.linalg.norm(normals, axis=1, keepdims=True)).astype(
        "<f4"
    )
    return unit
