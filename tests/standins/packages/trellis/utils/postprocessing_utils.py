"""``to_glb``: baked, y up."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapes
import standin
import trimesh


def to_glb(
    app_rep: Any,
    mesh: Any,
    simplify: float = 0.95,
    fill_holes: bool = True,
    fill_holes_max_size: float = 0.04,
    texture_size: int = 1024,
    debug: bool = False,
    verbose: bool = True,
) -> trimesh.Trimesh:
    standin.record(
        "trellis.to_glb", simplify=simplify, texture_size=texture_size, faces=len(mesh.faces)
    )
    mesh.vertices.cpu().numpy()
    left = shapes.reduced(app_rep.body, round(len(mesh.faces) * (1 - simplify)))
    # From z up to y up.
    vertices = left.vertices @ np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]])
    upright = trimesh.Trimesh(vertices, left.faces, process=False)
    return shapes.textured(upright, app_rep.body.colour, texture_size)
