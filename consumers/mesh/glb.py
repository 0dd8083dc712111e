"""One textured mesh as a binary glTF 2.0 file. The same mesh gives the same bytes.

What does not belong here: reading glTF, scenes, or any other format.
"""

from __future__ import annotations

import io
import json
import struct

import numpy as np
import numpy.typing as npt
from PIL import Image

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.integer]

_VERTICES, _INDICES = 34962, 34963
_FLOAT, _UINT32 = 5126, 5125


def textured_glb(
    vertices: Floats, faces: Ints, normals: Floats, uv: Floats, texture: Image.Image, name: str
) -> bytes:
    """The file: positions in metres, glTF frame; ``uv`` with its origin at the top left; the
    texture as JPEG."""
    positions = vertices.astype("<f4")
    picture = io.BytesIO()
    texture.convert("RGB").save(picture, "JPEG", quality=90, subsampling=0)
    chunks = [
        positions.tobytes(),
        normals.astype("<f4").tobytes(),
        uv.astype("<f4").tobytes(),
        faces.astype("<u4").tobytes(),
        picture.getvalue(),
    ]
    targets = [_VERTICES, _VERTICES, _VERTICES, _INDICES, None]
    views, offset = [], 0
    for chunk, target in zip(chunks, targets, strict=True):
        view = {"buffer": 0, "byteOffset": offset, "byteLength": len(chunk)}
        views.append(view if target is None else {**view, "target": target})
        offset += len(chunk) + -len(chunk) % 4
    binary = b"".join(chunk + b"\0" * (-len(chunk) % 4) for chunk in chunks)
    document = {
        "asset": {"version": "2.0", "generator": "scenestream"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "name": name}],
        "meshes": [{"name": name, "primitives": [_PRIMITIVE]}],
        "materials": [
            {
                "pbrMetallicRoughness": {
                    "baseColorTexture": {"index": 0},
                    "metallicFactor": 0.0,
                    "roughnessFactor": 0.8,
                }
            }
        ],
        "textures": [{"source": 0, "sampler": 0}],
        "samplers": [{"magFilter": 9729, "minFilter": 9987, "wrapS": 33071, "wrapT": 33071}],
        "images": [{"bufferView": 4, "mimeType": "image/jpeg"}],
        "accessors": [
            {
                **_accessor(0, _FLOAT, len(positions), "VEC3"),
                "min": [float(value) for value in positions.min(axis=0)],
                "max": [float(value) for value in positions.max(axis=0)],
            },
            _accessor(1, _FLOAT, len(normals), "VEC3"),
            _accessor(2, _FLOAT, len(uv), "VEC2"),
            _accessor(3, _UINT32, faces.size, "SCALAR"),
        ],
        "bufferViews": views,
        "buffers": [{"byteLength": len(binary)}],
    }
    text = json.dumps(document, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    head = struct.pack("<4sII", b"glTF", 2, 12 + 8 + len(text) + 8 + len(binary))
    return b"".join(
        [
            head,
            struct.pack("<I4s", len(text), b"JSON"),
            text,
            struct.pack("<I4s", len(binary), b"BIN\0"),
            binary,
        ]
    )


_PRIMITIVE = {
    "attributes": {"POSITION": 0, "NORMAL": 1, "TEXCOORD_0": 2},
    "indices": 3,
    "material": 0,
    "mode": 4,
}


def smooth_normals(vertices: Floats, faces: Ints) -> Floats:
    """Unit normals at vertices, (n, 3): the area-weighted mean of the faces around them."""
    corners = vertices[faces]
    vectors = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.stack(
        [
            np.bincount(
                faces.ravel(), weights=np.repeat(vectors[:, axis], 3), minlength=len(vertices)
            )
            for axis in range(3)
        ],
        axis=1,
    )
    length = np.linalg.norm(total, axis=1, keepdims=True)
    return np.where(length > 1e-20, total / np.maximum(length, 1e-20), np.array([0.0, 1.0, 0.0]))


def _accessor(view: int, kind: int, count: int, shape: str) -> dict[str, object]:
    return {"bufferView": view, "componentType": kind, "count": count, "type": shape}
