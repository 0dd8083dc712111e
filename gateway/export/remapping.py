"""A glTF document whose indices and byte offsets are moved, so that it can be put behind another.

Extensions point at things in their own ways: those that are known are moved with the rest, others
are left out where the document can do without, and refused where it can not.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gateway.export.container import Json
from gateway.export.errors import BadMesh, UnknownExtension

TAKEN = ("accessors", "bufferViews", "cameras", "images", "materials", "meshes", "samplers",
         "textures")  # fmt: skip
"""Lists that are shared by all instances; nodes, skins and animations are copied for each."""
KNOWN = frozenset({
    "EXT_mesh_gpu_instancing", "EXT_meshopt_compression", "EXT_texture_webp",
    "KHR_draco_mesh_compression", "KHR_lights_punctual", "KHR_materials_anisotropy",
    "KHR_materials_clearcoat", "KHR_materials_dispersion", "KHR_materials_emissive_strength",
    "KHR_materials_ior", "KHR_materials_iridescence", "KHR_materials_sheen",
    "KHR_materials_specular", "KHR_materials_transmission", "KHR_materials_unlit",
    "KHR_materials_volume", "KHR_mesh_quantization", "KHR_texture_basisu",
    "KHR_texture_transform",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each list of the document begins behind the other, and its bytes."""

    lists: Mapping[str, int]
    bytes: int


def remapped(document: Json, offsets: Offsets) -> Json:
    """A copy of ``document``, moved. Raises ``UnknownExtension``, ``BadMesh``."""
    needed = set(document.get("extensionsRequired", ())) - KNOWN
    if needed:
        raise UnknownExtension(f"{', '.join(sorted(needed))}: {UnknownExtension.__doc__}")
    told: Json = copy.deepcopy(document)
    _without_unknown(told)
    told["extensionsUsed"] = sorted(KNOWN & set(told.get("extensionsUsed", ())))
    try:
        for holder, member, kind in _pointers(told):
            holder[member] += offsets.lists[kind]
        for view in _placed(told):
            if view["buffer"] != 0:
                raise BadMesh(f"it has more than one buffer: {BadMesh.__doc__}")
            view["byteOffset"] = view.get("byteOffset", 0) + offsets.bytes
    except (AttributeError, IndexError, KeyError, TypeError) as broken:
        raise BadMesh(f"{broken!r}: {BadMesh.__doc__}") from broken
    return told


def _without_unknown(told: object) -> None:
    """Leave out extensions that may point at things in ways nobody here knows, at any depth."""
    if isinstance(told, dict):
        extensions = told.get("extensions")
        if isinstance(extensions, dict):
            for name in [name for name in extensions if name not in KNOWN]:
                del extensions[name]
            if not extensions:
                del told["extensions"]
        for name, member in told.items():
            if name != "extras":
                _without_unknown(member)
    elif isinstance(told, list):
        for member in told:
            _without_unknown(member)


Pointer = tuple[dict[str, int], str, str]
"""Who points, with which member, into which list."""


def _pointers(told: Json) -> Iterator[Pointer]:
    for accessor in told.get("accessors", ()):
        yield from _of(accessor, bufferView="bufferViews")
        for part in ("indices", "values"):
            yield from _of(accessor.get("sparse", {}).get(part, {}), bufferView="bufferViews")
    for image in told.get("images", ()):
        yield from _of(image, bufferView="bufferViews")
    for texture in told.get("textures", ()):
        yield from _of(texture, source="images", sampler="samplers")
        for extension in texture.get("extensions", {}).values():
            yield from _of(extension, source="images")
    for material in told.get("materials", ()):
        yield from _textures(material)
    for mesh in told.get("meshes", ()):
        for drawn in mesh["primitives"]:
            yield from _drawn(drawn)
    for skin in told.get("skins", ()):
        yield from _of(skin, inverseBindMatrices="accessors")
    for animation in told.get("animations", ()):
        for sampler in animation["samplers"]:
            yield from _of(sampler, input="accessors", output="accessors")
    for node in told.get("nodes", ()):
        yield from _of(node, mesh="meshes", camera="cameras")
        extensions = node.get("extensions", {})
        yield from _of(extensions.get("KHR_lights_punctual", {}), light="lights")
        instances = extensions.get("EXT_mesh_gpu_instancing", {}).get("attributes", {})
        yield from ((instances, name, "accessors") for name in instances)


def _of(holder: dict[str, int], **members: str) -> Iterator[Pointer]:
    return ((holder, name, kind) for name, kind in members.items() if name in holder)


def _drawn(drawn: Json) -> Iterator[Pointer]:
    yield from _of(drawn, indices="accessors", material="materials")
    for attributes in (drawn["attributes"], *drawn.get("targets", ())):
        yield from ((attributes, name, "accessors") for name in attributes)
    draco = drawn.get("extensions", {}).get("KHR_draco_mesh_compression", {})
    yield from _of(draco, bufferView="bufferViews")


def _textures(told: object) -> Iterator[Pointer]:
    """Every texture that a material names, also within its extensions."""
    if not isinstance(told, dict):
        return
    for name, member in told.items():
        if name == "extras" or not isinstance(member, dict):
            continue
        if name.endswith("Texture") and "index" in member:
            yield member, "index", "textures"
        yield from _textures(member)


def _placed(told: Json) -> Iterator[Json]:
    """What says where in the buffer it lies."""
    for view in told.get("bufferViews", ()):
        yield view
        packed = view.get("extensions", {}).get("EXT_meshopt_compression")
        if packed is not None:
            yield packed
