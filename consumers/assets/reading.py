"""From a GLB file to an asset of plain arrays, as much of it as is sound.

Nodes' transforms are applied, so that every surface stands in one frame; what a still thing has no
use for (skins, animations, cameras, lights, other scenes) stays behind and is said. What does not
belong here: whether the triangles make a sound surface (``soundness``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from consumers.assets.accessors import (
    BadAccessor,
    array,
    is_count,
    is_one_of,
    item,
    member,
    numbers,
)
from consumers.assets.container import Container, Json
from consumers.assets.errors import NothingThere, TooManyTriangles, UnreadableAsset
from consumers.assets.findings import LISTS
from consumers.assets.graph import Matrix, placed
from consumers.assets.limits import VERTICES
from consumers.assets.looks import KEPT_EXTENSIONS, kept_material
from consumers.assets.model import Asset, Floats, Ints, Surface
from consumers.assets.pictures import read_textures

COMPRESSED = ("KHR_draco_mesh_compression", "EXT_meshopt_compression", "KHR_meshopt_compression")
READ_EXTENSIONS = (
    *KEPT_EXTENSIONS, "KHR_mesh_quantization", "EXT_texture_webp", "KHR_lights_punctual",
)  # fmt: skip
"""Extensions that a file may require: they are kept, or what they say is written plainly."""
LOST_SHARE = 0.1
"""A primitive of which more is broken is not shown in part: it would have holes."""
COUNTED = {"skins": "skin", "animations": "animation", "cameras": "camera"}
TRIANGLES, STRIP, FAN = 4, 5, 6


@dataclass(slots=True)
class Reading:
    """``asset``: what could be read. ``notes``: what stayed behind or was put right, in words."""

    asset: Asset
    notes: list[str] = field(default_factory=list)


def read(file: Container, most_triangles: int) -> Reading:
    """The asset of a file.

    Raises ``UnreadableAsset`` for what is compressed or lies elsewhere, ``TooManyTriangles``
    before any is looked at, ``NothingThere`` where no triangle is left.
    """
    file = replace(file, document=_tamed(file.document))
    document = file.document
    _check_readable(document)
    meshes = list(placed(document))
    _check_amount(document, meshes, most_triangles)
    notes = list(_left_behind(document))
    pictures, textures, samplers, more = read_textures(file)
    notes += more
    materials = tuple(kept_material(m, len(textures)) for m in member(document, "materials"))
    surfaces: list[Surface] = []
    for node, matrix in meshes:
        surfaces += _surfaces(file, node, matrix, notes)
    if not surfaces:
        said = f" ({'; '.join(notes)})" if notes else ""
        raise NothingThere(f"it has no triangles{said}")
    head = _head(document)
    name = _name(next(iter(member(document, "scenes")), {}), surfaces[0].name)
    asset = Asset(name, head, tuple(surfaces), materials, textures, samplers, pictures)
    return Reading(asset, list(dict.fromkeys(notes)))


def _tamed(document: Json) -> Json:
    """The document with every list of objects a list of objects; indices keep their meaning."""
    return {
        name: [entry if isinstance(entry, dict) else {} for entry in member(document, name)]
        if name in LISTS
        else value
        for name, value in document.items()
    }


def _head(document: Json) -> Json:
    """Who made the file, and what is said of it."""
    asset = document.get("asset")
    given = asset if isinstance(asset, dict) else {}
    head = {n: given[n] for n in ("generator", "copyright") if isinstance(given.get(n), str)}
    return {**head, **({"extras": given["extras"]} if "extras" in given else {})}


def _check_readable(document: Json) -> None:
    required = [name for name in member(document, "extensionsRequired") if isinstance(name, str)]
    for name in required:
        if name in COMPRESSED:
            raise UnreadableAsset(f"it is compressed with {name}; let the engine write it plainly")
        if name not in READ_EXTENSIONS and not name.startswith("KHR_materials_"):
            raise UnreadableAsset(f"it requires {name}, which is not read here")


def _check_amount(document: Json, meshes: list[tuple[Json, Matrix]], most: int) -> None:
    triangles = vertices = 0
    for node, _ in meshes:
        try:
            for primitive in member(item(document, "meshes", node["mesh"]), "primitives"):
                positions = primitive["attributes"].get("POSITION")
                index = primitive.get("indices", positions)
                triangles += int(item(document, "accessors", index)["count"]) // 3
                vertices += int(item(document, "accessors", positions)["count"])
        except (BadAccessor, AttributeError, KeyError, TypeError, ValueError):
            continue  # what can not be counted can not be read either, and is said there
    if triangles > most or vertices > VERTICES * most:
        raise TooManyTriangles(triangles, vertices, most)


def _left_behind(document: Json) -> Iterator[str]:
    for name, word in COUNTED.items():
        if count := len(member(document, name)):
            yield f"{count} {word}{'s' if count > 1 else ''} left out"
    used = [name for name in member(document, "extensionsUsed") if isinstance(name, str)]
    for name in used:
        if name not in KEPT_EXTENSIONS:
            yield f"{name} left out or written plainly"
    for name in member(document, "extensionsRequired"):
        if name in KEPT_EXTENSIONS:
            yield f"{name} is not required any more"
    if (count := len(member(document, "scenes"))) > 1:
        yield f"one of {count} scenes kept"
    if not member(document, "scenes"):
        yield "a scene was put around the nodes"
    if any("sparse" in accessor for accessor in member(document, "accessors")):
        yield "sparse arrays were written out"


def _surfaces(file: Container, node: Json, matrix: Matrix, notes: list[str]) -> Iterator[Surface]:
    try:
        mesh = item(file.document, "meshes", node["mesh"])
    except BadAccessor as wrong:
        notes.append(f"a node without its mesh left out ({wrong})")
        return
    if "skin" in node:
        notes.append("a skinned mesh stands as it was modelled")
    if np.linalg.det(matrix[:3, :3]) < 0.0:
        notes.append("a mirrored mesh was turned right side out")
    for primitive in member(mesh, "primitives"):
        try:
            surface = _surface(file, primitive, _name(node, _name(mesh, "part")), notes)
        except BadAccessor as wrong:
            notes.append(f"a broken part left out ({wrong})")
            continue
        if surface is not None:
            yield _moved(surface, matrix)


def _surface(file: Container, primitive: Any, name: str, notes: list[str]) -> Surface | None:
    attributes = primitive.get("attributes") if isinstance(primitive, dict) else None
    if not isinstance(attributes, dict) or "POSITION" not in attributes:
        raise BadAccessor("it has no positions")
    if primitive.get("targets"):
        notes.append("shapes to blend into left out")
    if not is_one_of(mode := primitive.get("mode", TRIANGLES), (TRIANGLES, STRIP, FAN)):
        notes.append("points and lines left out")
        return None
    positions = _vectors(file, attributes["POSITION"], 3)
    faces = _faces(file, primitive, len(positions), mode, notes)
    if not len(faces):
        raise BadAccessor("it has no triangles")
    material = primitive.get("material")
    known = is_count(material) and material < len(member(file.document, "materials"))
    count = len(positions)
    return Surface(
        name,
        positions,
        faces,
        _sound_normals(_optional(file, attributes, "NORMAL", (3,), count, notes)),
        dict(_coordinates(file, attributes, count, notes)),
        _colors(_optional(file, attributes, "COLOR_0", (3, 4), count, notes)),
        material if known else None,
    )


def _vectors(file: Container, index: Any, width: int) -> Floats:
    values = numbers(file, index)
    if values.shape[1] != width:
        raise BadAccessor(f"accessors[{index}] has {values.shape[1]} values each")
    return values


def _faces(file: Container, primitive: Json, count: int, mode: int, notes: list[str]) -> Ints:
    if "indices" in primitive:
        flat = array(file, primitive["indices"])
        if flat.dtype.kind == "f" or flat.shape[1] != 1:
            raise BadAccessor("its indices are no whole numbers")
        run = flat[:, 0].astype(np.int64)
    else:
        run = np.arange(count)
    if mode == TRIANGLES:
        faces = run[: len(run) // 3 * 3].reshape(-1, 3)
    elif mode == STRIP:
        faces = np.stack([run[:-2], run[1:-1], run[2:]], axis=1)
        faces[1::2] = faces[1::2, [1, 0, 2]]
    else:
        faces = np.stack([np.full(max(len(run) - 2, 0), run[0]), run[1:-1], run[2:]], axis=1)
    sound = ((faces >= 0) & (faces < count)).all(axis=1)
    if (lost := int((~sound).sum())) > LOST_SHARE * len(faces):
        raise BadAccessor(f"{lost:,} of its {len(faces):,} triangles name no vertex")
    if lost:
        notes.append(f"{lost:,} triangles without a vertex left out")
    return np.asarray(faces[sound])


def _optional(
    file: Container,
    attributes: Json,
    name: str,
    widths: tuple[int, ...],
    count: int,
    notes: list[str],
) -> Floats | None:
    """An attribute that the surface can go without: so it does, where it is broken."""
    if name not in attributes:
        return None
    try:
        values = numbers(file, attributes[name])
    except BadAccessor as wrong:
        notes.append(f"broken {name} left out ({wrong})")
        return None
    if values.shape[1] not in widths or len(values) != count:
        notes.append(f"broken {name} left out")
        return None
    return values


def _sound_normals(normals: Floats | None) -> Floats | None:
    """Of length 1, or None where some have none: then they are worked out anew."""
    if normals is None:
        return None
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    if not (np.isfinite(length).all() and (length > 1e-6).all()):
        return None
    return np.asarray(normals / length)


def _coordinates(
    file: Container, attributes: Json, count: int, notes: list[str]
) -> Iterator[tuple[int, Floats]]:
    for number in range(2):
        values = _optional(file, attributes, f"TEXCOORD_{number}", (2,), count, notes)
        if values is not None:
            yield number, np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)


def _colors(colors: Floats | None) -> Floats | None:
    if colors is None:
        return None
    whole = np.ones((len(colors), 4))
    whole[:, : colors.shape[1]] = np.nan_to_num(colors, nan=1.0)
    return np.clip(whole, 0.0, 1.0)


def _moved(surface: Surface, matrix: Matrix) -> Surface:
    """The surface in the world: mirrored ones are still seen from outside."""
    if (matrix == np.eye(4)).all():
        return surface
    axes = matrix[:3, :3]
    with np.errstate(over="ignore", invalid="ignore"):  # what is no number is dealt with later
        positions = surface.positions @ axes.T + matrix[:3, 3]
        mirrored = np.linalg.det(axes) < 0.0
        normals = surface.normals
        if normals is not None:
            # The cofactors turn normals for flat scales too, which have no inverse.
            cofactors = np.stack(
                [np.cross(axes[:, 1], axes[:, 2]), np.cross(axes[:, 2], axes[:, 0]),
                 np.cross(axes[:, 0], axes[:, 1])], axis=1,
            )  # fmt: skip
            normals = _sound_normals(normals @ cofactors.T * (-1.0 if mirrored else 1.0))
    faces = surface.faces[:, ::-1] if mirrored else surface.faces
    return Surface(
        surface.name, positions, faces, normals, surface.uv, surface.colors, surface.material
    )


def _name(owner: Json, otherwise: str) -> str:
    name = owner.get("name")
    return name if isinstance(name, str) and name else otherwise
