"""Materials, textures and images of a glTF document: what is wrong with them, what is kept of them.

What does not belong here: the pixels (``textures``).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, TypeGuard

from consumers.assets.accessors import BadAccessor, is_count, is_one_of, member, view_bytes
from consumers.assets.container import Container, Json

TYPES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
"""The pictures that every client reads, and how their bytes begin."""
ALPHA_MODES = ("OPAQUE", "MASK", "BLEND")
SAMPLING = {
    "magFilter": (9728, 9729),
    "minFilter": (9728, 9729, 9984, 9985, 9986, 9987),
    "wrapS": (33071, 33648, 10497),
    "wrapT": (33071, 33648, 10497),
}
SURFACE_SLOTS = ("baseColorTexture", "metallicRoughnessTexture")
SLOTS = ("normalTexture", "occlusionTexture", "emissiveTexture")
KEPT_EXTENSIONS = (
    "KHR_materials_unlit",
    "KHR_texture_transform",
    "KHR_materials_emissive_strength",
)
"""Extensions that go on through a mend: clients without them show nearly the same."""


def look_findings(file: Container) -> Iterator[str]:
    """The errors of materials, textures, samplers and images, in words."""
    document = file.document
    for index, image in enumerate(member(document, "images")):
        yield from _image(file, f"images[{index}]", image)
    for index, sampler in enumerate(member(document, "samplers")):
        for name, known in SAMPLING.items():
            if name in sampler and not is_one_of(sampler[name], known):
                yield f"samplers[{index}].{name} is {sampler[name]!r}"
    for index, texture in enumerate(member(document, "textures")):
        for name, listed in (("source", "images"), ("sampler", "samplers")):
            if name in texture and not is_in(texture[name], document, listed):
                yield f"textures[{index}] has no {listed}[{texture[name]!r}]"
    for index, material in enumerate(member(document, "materials")):
        yield from _material(document, f"materials[{index}]", material)
    yield from _coordinates(document)


def is_in(index: Any, document: Json, listed: str) -> TypeGuard[int]:
    """Whether the document has such an object."""
    return is_count(index) and index < len(member(document, listed))


def texture_infos(material: Json) -> Iterator[tuple[Json, str, Json]]:
    """Each reference of a material to a texture: the object it is in, its name there, itself."""
    surface = material.get("pbrMetallicRoughness")
    for owner, names in ((surface, SURFACE_SLOTS), (material, SLOTS)):
        if isinstance(owner, dict):
            for name in names:
                if isinstance(owner.get(name), dict):
                    yield owner, name, owner[name]


def _image(file: Container, where: str, image: Json) -> Iterator[str]:
    if ("uri" in image) == ("bufferView" in image):
        yield f"{where} has no bytes, or two places for them"
        return
    if "uri" in image:
        return
    kind = image.get("mimeType")
    if not is_one_of(kind, TYPES):
        yield f"{where}.mimeType is {kind!r}"
        return
    try:
        data = view_bytes(file, image["bufferView"])
    except BadAccessor as wrong:
        yield f"{where}: {wrong}"
        return
    if not bytes(data[:8]).startswith(TYPES[kind]):
        yield f"{where} is no {kind}"


def _material(document: Json, where: str, material: Json) -> Iterator[str]:
    surface = material.get("pbrMetallicRoughness", {})
    if not isinstance(surface, dict):
        yield f"{where}.pbrMetallicRoughness is no object"
        return
    for owner, names in ((surface, SURFACE_SLOTS), (material, SLOTS)):
        for name in names:
            if not isinstance(owner.get(name, {}), dict):
                yield f"{where}.{name} is no object"
    for owner, name, count in (
        (surface, "baseColorFactor", 4),
        (surface, "metallicFactor", 0),
        (surface, "roughnessFactor", 0),
        (material, "emissiveFactor", 3),
    ):
        if name in owner and shares(owner[name], count) is None:
            yield f"{where}.{name} is not from 0 to 1"
    if not is_one_of(material.get("alphaMode", "OPAQUE"), ALPHA_MODES):
        yield f"{where}.alphaMode is {material['alphaMode']!r}"
    if not isinstance(material.get("doubleSided", False), bool):
        yield f"{where}.doubleSided is neither true nor false"
    cutoff = material.get("alphaCutoff", 0.5)
    if isinstance(cutoff, bool) or not isinstance(cutoff, int | float) or not cutoff >= 0.0:
        yield f"{where}.alphaCutoff is {cutoff!r}"
    elif "alphaCutoff" in material and material.get("alphaMode") != "MASK":
        yield f"{where} has an alphaCutoff and is no mask"
    for _, name, info in texture_infos(material):
        if not is_in(info.get("index"), document, "textures"):
            yield f"{where}.{name} has no textures[{info.get('index')!r}]"
        if not is_count(info.get("texCoord", 0)):
            yield f"{where}.{name}.texCoord is {info['texCoord']!r}"


def _coordinates(document: Json) -> Iterator[str]:
    """Primitives whose material wants texture coordinates that they do not have."""
    wanted = []
    for material in member(document, "materials"):
        sets = (info.get("texCoord", 0) for _, _, info in texture_infos(material))
        wanted.append({f"TEXCOORD_{number}" for number in sets if is_count(number)})
    for index, mesh in enumerate(member(document, "meshes")):
        for number, primitive in enumerate(member(mesh, "primitives")):
            if not isinstance(primitive, dict) or not isinstance(primitive.get("attributes"), dict):
                continue
            material = primitive.get("material")
            if not is_in(material, document, "materials"):
                continue
            if wanted[material] - primitive["attributes"].keys():
                yield f"meshes[{index}].primitives[{number}] lacks its texture's coordinates"


def shares(value: Any, count: int) -> list[float] | float | None:
    """A factor of ``count`` numbers from 0 to 1 (0: a single number), or None."""
    values = value if isinstance(value, list) else [value]
    if isinstance(value, list) != bool(count) or len(values) != max(count, 1):
        return None
    for one in values:
        if isinstance(one, bool) or not isinstance(one, int | float) or not 0.0 <= one <= 1.0:
            return None
    numbers = [float(one) for one in values]
    return numbers if count else numbers[0]


def kept_material(material: Json, textures: int) -> Json:
    """What goes on of a material: its sound members. ``textures``: how many there are."""
    kept: Json = {}
    if isinstance(material.get("name"), str):
        kept["name"] = material["name"]
    surface = material.get("pbrMetallicRoughness")
    if isinstance(surface, dict):
        kept["pbrMetallicRoughness"] = _kept_surface(surface, textures)
    for name in SLOTS:
        if (info := _kept_info(material.get(name), textures)) is not None:
            kept[name] = info
    if (glow := shares(material.get("emissiveFactor"), 3)) is not None:
        kept["emissiveFactor"] = glow
    mode = material.get("alphaMode")
    if is_one_of(mode, ALPHA_MODES) and mode != "OPAQUE":
        kept["alphaMode"] = mode
        cutoff = material.get("alphaCutoff")
        if mode == "MASK" and isinstance(cutoff, int | float) and 0.0 <= cutoff <= 1.0:
            kept["alphaCutoff"] = cutoff
    if material.get("doubleSided") is True:
        kept["doubleSided"] = True
    extensions = material.get("extensions")
    if isinstance(extensions, dict):
        more = {n: v for n, v in extensions.items() if n in KEPT_EXTENSIONS and _is_plain(v)}
        if more:
            kept["extensions"] = more
    return kept


def _kept_surface(surface: Json, textures: int) -> Json:
    kept: Json = {}
    for name, count in (("baseColorFactor", 4), ("metallicFactor", 0), ("roughnessFactor", 0)):
        if (factor := shares(surface.get(name), count)) is not None:
            kept[name] = factor
    for name in SURFACE_SLOTS:
        if (info := _kept_info(surface.get(name), textures)) is not None:
            kept[name] = info
    return kept


def _kept_info(info: Any, textures: int) -> Json | None:
    if not isinstance(info, dict) or not is_count(info.get("index")) or info["index"] >= textures:
        return None
    kept: Json = {"index": info["index"]}
    if is_count(info.get("texCoord")) and info["texCoord"]:
        kept["texCoord"] = info["texCoord"]
    for name in ("scale", "strength"):
        value = info.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0.0 <= value <= 8.0:
            kept[name] = min(float(value), 1.0) if name == "strength" else float(value)
    moved = info.get("extensions")
    if isinstance(moved, dict) and _is_plain(moved.get("KHR_texture_transform")):
        kept["extensions"] = {"KHR_texture_transform": moved["KHR_texture_transform"]}
    return kept


def _is_plain(value: Any) -> bool:
    """Whether it is an object of finite numbers and short lists of them."""
    return isinstance(value, dict) and all(
        math.isfinite(number)
        for one in value.values()
        for number in (one if isinstance(one, list) else [one])
        if isinstance(number, int | float)
    )


def kept_sampler(sampler: Json) -> Json:
    """What goes on of a sampler: the values that glTF knows."""
    return {n: sampler[n] for n, known in SAMPLING.items() if is_one_of(sampler.get(n), known)}
