"""``to_glb`` of the stand-in, z up to y up, as the real one."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np
import shapes
import trimesh

from .render_utils import render_multiview


def to_glb(
    app_rep: Any,
    mesh: Any,
    simplify: float = 0.95,
    fill_holes: bool = True,
    fill_holes_max_size: float = 0.04,
    texture_size: int = 1024,
    debug: bool = False,
    verbose: bool = True,
    with_mesh_postprocess: bool = True,
    with_texture_baking: bool = True,
    use_vertex_color: bool = False,
    rendering_engine: str = "nvdiffrast",
) -> trimesh.Trimesh:
    body = mesh.body
    made = body.mesh()
    if with_mesh_postprocess:
        importlib.import_module("nvdiffrast")
        made = shapes.reduced(body, int(len(made.faces) * (1 - simplify)))
    if with_texture_baking:
        if rendering_engine == "nvdiffrast":
            importlib.import_module("nvdiffrast")
        render_multiview(app_rep, resolution=1024, nviews=100)
    vertices = made.vertices @ np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]])
    turned = trimesh.Trimesh(vertices, made.faces, process=False)
    if with_texture_baking:
        return shapes.textured(turned, body.colour, texture_size)
    if not with_mesh_postprocess and use_vertex_color:
        turned.visual.vertex_colors = np.tile([*body.colour, 255], (len(vertices), 1))
    return turned
