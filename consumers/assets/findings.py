"""What is wrong with a GLB file by glTF's own rules: the errors that the Khronos validator names.

Quick enough for every asset, and no judge of taste: what is merely odd is no finding. Whether a
valid file is one that clients load, and its geometry sound, is for the other rooms.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from consumers.assets.accessors import (
    KINDS,
    BadAccessor,
    array,
    is_count,
    is_one_of,
    item,
    member,
    view_bytes,
)
from consumers.assets.container import Container, Json
from consumers.assets.graph import graph_findings
from consumers.assets.looks import look_findings

UNIT_TOLERANCE = 0.00674
"""How far from 1 the length of a normal may be: the validator's own figure."""
TARGETS, STRIDES = (34962, 34963), range(4, 253, 4)
LISTS = (
    "accessors", "animations", "bufferViews", "buffers", "cameras", "images", "materials",
    "meshes", "nodes", "samplers", "scenes", "skins", "textures",
)  # fmt: skip
_VECTORS = {"POSITION": "VEC3", "NORMAL": "VEC3", "TANGENT": "VEC4"}


def findings(file: Container) -> list[str]:
    """Every error that was found, in words; empty for a valid file."""
    found = [*file.untidy, *_document(file.document)]
    if found:  # the lists themselves are broken: nothing that follows could be looked up
        return found
    found += _buffers(file)
    arrays: dict[int, Any] = {}
    for index in range(len(member(file.document, "accessors"))):
        found += _accessor(file, index, arrays)
    for index, mesh in enumerate(member(file.document, "meshes")):
        found += _mesh(file.document, index, mesh, arrays)
    found += _shared_views(file.document)
    found += graph_findings(file.document)
    found += look_findings(file)
    return found


def _document(document: Json) -> Iterator[str]:
    head = document.get("asset")
    if not isinstance(head, dict) or not isinstance(head.get("version"), str):
        yield "asset.version is missing"
    elif head["version"] != "2.0":
        yield f"asset.version is {head['version']}"
    for name in ("generator", "copyright"):
        if isinstance(head, dict) and not isinstance(head.get(name, ""), str):
            yield f"asset.{name} is no text"
    for name in LISTS:
        listed = document.get(name, [{}])
        if not isinstance(listed, list) or not listed:
            yield f"{name} is no list with members"
        elif not all(isinstance(entry, dict) for entry in listed):
            yield f"{name} has a member that is no object"
    used, required = (document.get(f"extensions{word}", []) for word in ("Used", "Required"))
    for names in (used, required):
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            yield "extensions are not named in a list"
            return
    if not set(required) <= set(used):
        yield "an extension is required that is not used"


def _buffers(file: Container) -> Iterator[str]:
    for index, buffer in enumerate(member(file.document, "buffers")):
        size = buffer.get("byteLength")
        if not is_count(size) or not size:
            yield f"buffers[{index}].byteLength is {size!r}"
        elif "uri" not in buffer and (index > 0 or size > len(file.binary)):
            yield f"buffers[{index}] has no {size:,} bytes in the file"
    for index, view in enumerate(member(file.document, "bufferViews")):
        try:
            view_bytes(file, index)
        except BadAccessor as wrong:
            if "outside" not in str(wrong):
                yield str(wrong)
        if "target" in view and not is_one_of(view["target"], TARGETS):
            yield f"bufferViews[{index}].target is {view['target']!r}"
        if "byteStride" in view and not is_one_of(view["byteStride"], STRIDES):
            yield f"bufferViews[{index}].byteStride is {view['byteStride']!r}"


def _accessor(file: Container, index: int, arrays: dict[int, Any]) -> Iterator[str]:
    accessor = file.document["accessors"][index]
    try:
        values = arrays[index] = array(file, index)
    except BadAccessor as wrong:
        yield str(wrong)
        return
    if values.dtype.kind == "f" and not np.isfinite(values).all():
        yield f"accessors[{index}] has values that are no numbers"
        return
    for name, actual in (("min", values.min), ("max", values.max)):
        if name not in accessor:
            continue
        said = accessor[name]
        if not isinstance(said, list) or len(said) != values.shape[1]:
            yield f"accessors[{index}].{name} is not as long as its values"
        elif not all(isinstance(v, int | float) for v in said):
            yield f"accessors[{index}].{name} is no list of numbers"
        elif (np.asarray(said, np.float64).astype(values.dtype) != actual(axis=0)).any():
            yield f"accessors[{index}].{name} is not its values'"


def _mesh(document: Json, index: int, mesh: Json, arrays: dict[int, Any]) -> Iterator[str]:
    primitives = member(mesh, "primitives")
    if not primitives:
        yield f"meshes[{index}] has no primitives"
    for number, primitive in enumerate(primitives):
        where = f"meshes[{index}].primitives[{number}]"
        if not isinstance(primitive, dict) or not isinstance(primitive.get("attributes"), dict):
            yield f"{where} has no attributes"
            continue
        if not is_one_of(primitive.get("mode", 4), range(7)):
            yield f"{where}.mode is {primitive['mode']!r}"
        material = primitive.get("material", 0)
        if "material" in primitive and not (
            is_count(material) and material < len(member(document, "materials"))
        ):
            yield f"{where} has no materials[{material!r}]"
        yield from _attributes(document, where, primitive["attributes"], arrays)
        yield from _indices(document, where, primitive, arrays)


def _shared_views(document: Json) -> Iterator[str]:
    """Views of several attributes that do not say how far their values are apart."""
    accessors = member(document, "accessors")
    users: dict[int, set[int]] = {}
    for mesh in member(document, "meshes"):
        for primitive in member(mesh, "primitives"):
            attributes = primitive.get("attributes") if isinstance(primitive, dict) else None
            for index in attributes.values() if isinstance(attributes, dict) else ():
                if is_count(index) and index < len(accessors):
                    view = accessors[index].get("bufferView")
                    if is_count(view):
                        users.setdefault(view, set()).add(index)
    for index, view in enumerate(member(document, "bufferViews")):
        if len(users.get(index, ())) > 1 and "byteStride" not in view:
            yield f"bufferViews[{index}] has several attributes and no byteStride"


def _attributes(
    document: Json, where: str, attributes: Json, arrays: dict[int, Any]
) -> Iterator[str]:
    counts = set()
    for name, index in attributes.items():
        try:
            accessor = item(document, "accessors", index)
        except BadAccessor as wrong:
            yield f"{where}: {wrong}"
            continue
        counts.add(accessor.get("count"))
        shape, kind = accessor.get("type"), accessor.get("componentType")
        quantized = "KHR_mesh_quantization" in member(document, "extensionsRequired")
        if not _may_be(name, shape, kind, quantized):
            yield f"{where}.{name} is of a kind that it may not be"
        elif name == "POSITION" and not {"min", "max"} <= accessor.keys():
            yield f"{where}.POSITION does not say its bounds"
        elif name in ("NORMAL", "TANGENT") and index in arrays and kind == 5126:
            lengths = np.linalg.norm(arrays[index][:, :3].astype(np.float64), axis=1)
            if not (np.abs(lengths - 1.0) <= UNIT_TOLERANCE).all():
                yield f"{where}.{name} has vectors that are not of length 1"
    if len(counts) > 1:
        yield f"{where} has attributes of different lengths"


def _may_be(name: str, shape: Any, kind: Any, quantized: bool) -> bool:
    """Whether an attribute of this name may be of such a type and component type."""
    if name in _VECTORS:
        return bool(shape == _VECTORS[name]) and (kind == 5126 or quantized)
    if name.startswith("TEXCOORD_"):
        return shape == "VEC2" and (kind in (5121, 5123, 5126) or quantized)
    if name.startswith("COLOR_"):
        return shape in ("VEC3", "VEC4") and kind in (5121, 5123, 5126)
    return True


def _indices(document: Json, where: str, primitive: Json, arrays: dict[int, Any]) -> Iterator[str]:
    if "indices" not in primitive:
        return
    index = primitive["indices"]
    try:
        accessor = item(document, "accessors", index)
        first = item(document, "accessors", next(iter(primitive["attributes"].values()), None))
    except BadAccessor as wrong:
        yield f"{where}.indices: {wrong}"
        return
    kind = accessor.get("componentType")
    if accessor.get("type") != "SCALAR" or not is_one_of(kind, (5121, 5123, 5125)):
        yield f"{where}.indices are of a kind that they may not be"
        return
    values, count = arrays.get(index), first.get("count")
    if values is None or not is_count(count):
        return
    highest = int(values.max())
    if highest == np.iinfo(KINDS[kind]).max:
        yield f"{where}.indices has the value that restarts a primitive"
    elif highest >= count:
        yield f"{where}.indices has {highest:,} for {count:,} vertices"
