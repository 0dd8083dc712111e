"""A mesh as a server gave it: is it whole, how large is it, how many triangles has it.

Read from the GLB's JSON alone, so that ten million triangles cost nothing. What does not belong
here: whether it is fit to be sent, and mending it.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
from trimesh.transformations import quaternion_matrix

from consumers.mesh.port import Made
from consumers.mesh.remote.errors import CutOff, NoMesh

MOST_BYTES = 256 * 2**20
"""Of a GLB: some five million triangles with a texture."""
_HEAD = struct.Struct("<4sIIII")
_TRIANGLES = 4
Floats = npt.NDArray[np.floating]


def made_of(glb: bytes, server: str) -> Made:
    """The mesh in ``glb``. Raises ``CutOff`` and ``NoMesh``."""
    document = _document(glb, server)
    low, high, triangles = np.full(3, np.inf), np.full(3, -np.inf), 0
    try:
        for matrix, primitive in _primitives(document):
            accessors = document["accessors"]
            position = accessors[primitive["attributes"]["POSITION"]]
            corners = _corners(position["min"], position["max"]) @ matrix[:3, :3].T + matrix[:3, 3]
            low, high = np.minimum(low, corners.min(axis=0)), np.maximum(high, corners.max(axis=0))
            count = accessors[primitive["indices"]] if "indices" in primitive else position
            triangles += int(count["count"]) // 3
    except (KeyError, IndexError, TypeError, ValueError, RecursionError) as broken:
        raise NoMesh(server, f"its document is broken ({type(broken).__name__})") from broken
    if not triangles or not np.isfinite([low, high]).all():
        raise NoMesh(server, "it has no triangles")
    x, y, z = (float(value) for value in high - low)
    return Made(glb, (x, y, z), triangles)


def _document(glb: bytes, server: str) -> dict[str, Any]:
    if len(glb) < _HEAD.size:
        if glb[:4] == b"glTF"[: len(glb)] and glb:
            raise CutOff(server, len(glb), _HEAD.size)
        raise NoMesh(server, "it is empty" if not glb else f"it begins with {glb[:16]!r}")
    magic, version, length, size, kind = _HEAD.unpack_from(glb)
    if magic != b"glTF" or version != 2 or kind != 0x4E4F534A:
        raise NoMesh(server, f"it begins with {glb[:16]!r}")
    if len(glb) < length or len(glb) < _HEAD.size + size:
        raise CutOff(server, len(glb), max(length, _HEAD.size + size))
    try:
        document = json.loads(glb[_HEAD.size : _HEAD.size + size])
    except (ValueError, RecursionError) as broken:
        raise NoMesh(server, f"its document is no JSON ({broken})") from broken
    if not isinstance(document, dict):
        raise NoMesh(server, "its document is no object")
    return document


def _primitives(document: dict[str, Any]) -> Iterator[tuple[Floats, dict[str, Any]]]:
    """Every primitive of triangles in the scene, with its node's matrix in the scene."""
    nodes = document.get("nodes", [])
    scenes = document.get("scenes") or [{"nodes": list(range(len(nodes)))}]
    left = [(root, np.eye(4)) for root in scenes[document.get("scene", 0)].get("nodes", [])]
    for _ in range(len(nodes)):  # a node that is met again is a loop
        if not left:
            return
        index, above = left.pop()
        node = nodes[index]
        matrix = above @ _matrix(node)
        left += [(child, matrix) for child in node.get("children", [])]
        if "mesh" in node:
            for primitive in document["meshes"][node["mesh"]]["primitives"]:
                if primitive.get("mode", _TRIANGLES) == _TRIANGLES:
                    yield matrix, primitive
    if left:
        raise ValueError("nodes in a loop")


def _matrix(node: dict[str, Any]) -> Floats:
    if "matrix" in node:
        return np.array(node["matrix"], dtype=np.float64).reshape(4, 4).T
    x, y, z, w = node.get("rotation", (0.0, 0.0, 0.0, 1.0))
    matrix = np.asarray(quaternion_matrix([w, x, y, z]), dtype=np.float64)
    matrix[:3, :3] *= np.array(node.get("scale", (1.0, 1.0, 1.0)), dtype=np.float64)
    matrix[:3, 3] = node.get("translation", (0.0, 0.0, 0.0))
    return matrix


def _corners(low: list[float], high: list[float]) -> Floats:
    """The eight corners of a box, (8, 3)."""
    pick = np.indices((2, 2, 2)).reshape(3, 8).T
    return np.where(pick == 0, np.array(low, dtype=np.float64), np.array(high, dtype=np.float64))
