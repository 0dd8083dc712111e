"""From what a model's package hands over, a trimesh, to a GLB that is one.

What does not belong here: metres, places, budgets and mending, which follow for every engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import JsonValue

from consumers.mesh.engine_errors import BrokenMesh, NothingMade
from consumers.mesh.glb import smooth_normals
from consumers.mesh.port import Made

LEAST_SPAN = 1e-6
"""Models work in a cube of side 1 to 2: what is smaller than this is a point."""


def finished(engine: str, mesh: Any, parameters: Mapping[str, JsonValue]) -> Made:
    """A ``trimesh.Trimesh`` in glTF's frame as a GLB, its textures PNG, with smooth normals.

    Raises ``NothingMade`` and ``BrokenMesh``.
    """
    vertices, faces = np.asarray(mesh.vertices), np.asarray(mesh.faces)
    if not len(vertices) or not len(faces):
        raise NothingMade(engine)
    wrong = int((~np.isfinite(vertices).all(axis=1)).sum())
    if wrong:
        raise BrokenMesh(engine, f"{wrong} of its {len(vertices)} vertices are no numbers")
    span = vertices.max(axis=0) - vertices.min(axis=0)
    if float(span.max()) < LEAST_SPAN:
        raise BrokenMesh(engine, "all of it is in one point")
    mesh.vertex_normals = _normals(vertices, faces)
    glb = mesh.export(file_type="glb", include_normals=True, extension_webp=False)
    size = (float(span[0]), float(span[1]), float(span[2]))
    return Made(glb, size, len(faces), parameters=dict(parameters))


def _normals(
    vertices: npt.NDArray[np.floating], faces: npt.NDArray[np.integer]
) -> npt.NDArray[np.floating]:
    """Unit normals at vertices that are the same on both sides of a texture's seam."""
    places, of = np.unique(vertices, axis=0, return_inverse=True)
    of = of.reshape(-1)
    return smooth_normals(places, of[faces])[of]
