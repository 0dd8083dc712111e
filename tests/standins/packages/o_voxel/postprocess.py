"""``to_glb``: baked, y up, with a metallic-roughness texture and an alpha that is not used."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapes
import standin
import trimesh
from PIL import Image


def to_glb(
    vertices: Any,
    faces: Any,
    attr_volume: Any,
    coords: Any,
    attr_layout: dict[str, slice],
    aabb: Any,
    voxel_size: Any = None,
    grid_size: Any = None,
    decimation_target: int = 1000000,
    texture_size: int = 2048,
    remesh: bool = False,
    remesh_band: float = 1,
    remesh_project: float = 0.9,
    mesh_cluster_threshold_cone_half_angle_rad: Any = None,
    mesh_cluster_refine_iterations: int = 0,
    mesh_cluster_global_iterations: int = 1,
    mesh_cluster_smooth_strength: int = 1,
    verbose: bool = False,
    use_tqdm: bool = False,
) -> trimesh.Trimesh:
    assert (voxel_size is None) != (grid_size is None)
    assert set(attr_layout) == {"base_color", "metallic", "roughness", "alpha"}
    assert np.asarray(aabb).shape == (2, 3)
    standin.record(
        "o_voxel.to_glb",
        decimation_target=decimation_target,
        remesh=remesh,
        texture_size=texture_size,
        faces=len(faces),
    )
    left = shapes.reduced(coords.body, decimation_target)
    upright = trimesh.Trimesh(left.vertices[:, [0, 2, 1]] * (1, 1, -1), left.faces, process=False)
    made = shapes.textured(upright, coords.body.colour, texture_size)
    material = made.visual.material
    material.baseColorTexture = material.baseColorTexture.convert("RGBA")
    material.metallicRoughnessTexture = Image.new("RGB", (texture_size, texture_size), (0, 200, 20))
    material.metallicFactor, material.alphaMode = 1.0, "OPAQUE"
    material.doubleSided = not remesh
    return made
