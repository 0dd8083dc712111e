"""Drawables from a binary glTF file, so that any generated asset can be pictured."""

from __future__ import annotations

import io
import struct
from typing import Any

import numpy as np

from consumers.greybox.render.drawable import Bytes, Drawable, DrawableError, Floats

_BROKEN = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    NotImplementedError,
    OSError,
    struct.error,
)
"""What the reader raises for files that are cut off, contradict themselves or are too new."""


def drawables_from_glb(data: bytes) -> list[Drawable]:
    """Every mesh of a GLB file in world coordinates, one drawable for each placed primitive.

    Raises DrawableError for bytes that are not a GLB file.
    """
    import trimesh

    if data[:4] != b"glTF":
        raise DrawableError("not a GLB file: it does not begin with 'glTF'; export as binary glTF")
    try:
        scene: Any = trimesh.load(io.BytesIO(data), file_type="glb", process=False, force="scene")
    except _BROKEN as error:
        raise DrawableError(f"the GLB file cannot be read: {error}; export it again") from error
    drawables = []
    for node in scene.graph.nodes_geometry:
        transform, name = scene.graph[node]
        mesh = scene.geometry[name]
        if isinstance(mesh, trimesh.Trimesh) and len(mesh.faces):
            drawables.append(_drawable(mesh).placed(np.asarray(transform)))
    return drawables


def _drawable(mesh: Any) -> Drawable:
    material = getattr(mesh.visual, "material", None)
    color = _linear(getattr(material, "baseColorFactor", None), 1.0)
    emissive = _linear(getattr(material, "emissiveFactor", None), 0.0)
    roughness = getattr(material, "roughnessFactor", None)
    metallic = getattr(material, "metallicFactor", None)
    uv = getattr(mesh.visual, "uv", None)
    per_vertex = _vertex_colors(mesh)
    # Normals the file brings are in the mesh's cache after loading; asking for them otherwise
    # would make up smooth ones, which round off every box.
    stored = mesh._cache.cache.get("vertex_normals")
    return Drawable(
        vertices=np.asarray(mesh.vertices, dtype=np.float64),
        faces=np.asarray(mesh.faces, dtype=np.int64),
        color=color if per_vertex is None else per_vertex * color,
        normals=None if stored is None else np.asarray(stored, dtype=np.float64),
        uv=None if uv is None else np.asarray(uv, dtype=np.float64) * (1.0, -1.0) + (0.0, 1.0),
        texture=None if uv is None else _texture(material),
        roughness=0.9 if roughness is None else float(roughness),
        metallic=0.0 if metallic is None else float(metallic),
        emissive=(float(emissive[0]), float(emissive[1]), float(emissive[2])),
    )


def _linear(factor: Any, default: float) -> Floats:
    """A material's factor as four floats; bytes are what the reader makes of 0..1 floats."""
    if factor is None:
        return np.array([default, default, default, 1.0])
    values = np.asarray(factor)
    scale = 255.0 if values.dtype == np.uint8 else 1.0
    four = np.ones(4)
    four[: len(values)] = values / scale
    return four


def _vertex_colors(mesh: Any) -> Floats | None:
    if mesh.visual.kind != "vertex":
        return None
    return np.asarray(mesh.visual.vertex_colors, dtype=np.float64) / 255.0


def _texture(material: Any) -> Bytes | None:
    picture = getattr(material, "baseColorTexture", None)
    if picture is None:
        return None
    opaque = getattr(material, "alphaMode", None) in (None, "OPAQUE")
    return np.asarray(picture.convert("RGB" if opaque else "RGBA"), dtype=np.uint8)
