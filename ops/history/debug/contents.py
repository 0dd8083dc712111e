"""What bytes hold, in a few words: a mesh's triangles, a picture's pixels. Pure."""

from __future__ import annotations

import io
import json
import struct
from typing import Any

from schemas.artifacts import GLB, PNG

TRIANGLES = 4
"""glTF's mode of a primitive that is a list of triangles, and its default."""
_JSON_CHUNK = 0x4E4F534A
_BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, struct.error)


def contents(data: bytes, media_type: str) -> str:
    """A short description of GLB and PNG files; "" for others, and for those that are broken."""
    try:
        if media_type == GLB:
            return _mesh(data)
        return _picture(data) if media_type == PNG else ""
    except _BROKEN:
        return ""


def _picture(data: bytes) -> str:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        return f"{image.width} x {image.height} {image.mode}"


def _mesh(data: bytes) -> str:
    length, kind = struct.unpack_from("<II", data, 12)
    if data[:4] != b"glTF" or kind != _JSON_CHUNK:
        return ""
    gltf = json.loads(data[20 : 20 + length])
    parts = [part for mesh in gltf.get("meshes", ()) for part in mesh["primitives"]]
    shown = [part for part in parts if part.get("mode", TRIANGLES) == TRIANGLES]
    triangles = sum(_corners(gltf, part) for part in shown) // 3
    materials = len(gltf.get("materials", ()))
    return f"{triangles:,} triangles in {len(parts)} parts, {materials} materials"


def _corners(gltf: dict[str, Any], part: dict[str, Any]) -> int:
    accessor = part.get("indices", part["attributes"]["POSITION"])
    return int(gltf["accessors"][accessor]["count"])
