"""What the shipping Unity client builds of a Scene JSON, as drawables for a picture of it.

The client's create rule: each node's *world* position is set from ``position``, its *local*
rotation from ``rotation``, and ``scale`` is its *world* scale. Unity's frame is left-handed; the
picture's is glTF's, so X is mirrored on the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from consumers.greybox.render import Drawable, drawables_from_glb
from schemas.model import Vec3
from schemas.transform import IDENTITY, Matrix, multiply, rotation

Floats = npt.NDArray[np.float64]
MIRROR = np.diag([-1.0, 1.0, 1.0, 1.0])
"""Unity's frame to glTF's and back."""

TO_VIEWER = np.diag([-1.0, 1.0, -1.0, 1.0])
"""A scene's viewer stands at -Z and looks to +Z, a picture's at +Z: half a turn about Y."""


def drawables(document: Mapping[str, Any], glbs: Mapping[str, bytes]) -> list[Drawable]:
    """The scene ``document`` as drawables in the glTF frame; ``glbs`` by asset id."""
    loaded = {asset: drawables_from_glb(data) for asset, data in glbs.items()}
    found: list[Drawable] = []
    for world, component in _shown(document.get("graph", []), IDENTITY):
        matrix = TO_VIEWER @ MIRROR @ world @ MIRROR
        if component["component_type"] == "primitive":
            found.append(_primitive(component, matrix))
        elif component["component_type"] == "dynamic":
            found.extend(d.placed(matrix) for d in loaded.get(component["id"], []))
    return found


def _shown(graph: list[dict[str, Any]], parent: Matrix) -> Iterator[tuple[Floats, dict[str, Any]]]:
    for item in graph:
        turned = multiply(parent, rotation(Vec3.model_validate(item["rotation"])))
        scale = [item["scale"][axis] for axis in "xyz"]
        world = np.eye(4)
        world[:3, :3] = np.array(turned) @ np.diag(scale)
        world[:3, 3] = [item["position"][axis] for axis in "xyz"]
        for component in item["components"]:
            yield world, component
        yield from _shown(item["children"], turned)


def _primitive(component: Mapping[str, Any], matrix: Floats) -> Drawable:
    mesh = _mesh(component["shape"])
    color = component["color"]
    rgba = np.array([color["r"], color["g"], color["b"], color.get("a", 1.0)])
    rgba[:3] = rgba[:3] ** 2.2
    return Drawable(
        vertices=np.asarray(mesh.vertices, dtype=np.float64),
        faces=np.asarray(mesh.faces, dtype=np.int64),
        normals=None,
        color=rgba,
    ).placed(matrix)


def _mesh(shape: str) -> Any:
    """Unity's built-in mesh at scale 1 (sizes: ``schemas.scene.PRIMITIVE_SIZE``)."""
    import trimesh

    upright = trimesh.transformations.rotation_matrix(np.pi / 2, [1, 0, 0])
    match shape:
        case "sphere":
            return trimesh.creation.icosphere(subdivisions=3, radius=0.5)
        case "cylinder":
            return trimesh.creation.cylinder(radius=0.5, height=2.0, transform=upright)
        case "capsule":
            mesh = trimesh.creation.capsule(radius=0.5, height=1.0)
            mesh.apply_translation(-mesh.bounds.mean(axis=0))
            return mesh.apply_transform(upright)
        case "plane":
            return trimesh.creation.box(extents=[10.0, 1e-4, 10.0])
        case "quad":
            return trimesh.creation.box(extents=[1.0, 1.0, 1e-4])
        case _:
            return trimesh.creation.box(extents=[1.0, 1.0, 1.0])
