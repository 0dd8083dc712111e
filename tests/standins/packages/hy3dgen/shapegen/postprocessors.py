"""The post-processors of the stand-in: like the real ones they leave files behind."""

from __future__ import annotations

import tempfile

import shapes
import standin
import trimesh


def _through_files(mesh: trimesh.Trimesh) -> trimesh.Trimesh:
    for _ in range(2):
        with tempfile.NamedTemporaryFile(suffix=".ply", delete=False) as file:
            mesh.export(file.name)
    again = trimesh.load(file.name)
    again.metadata["body"] = mesh.metadata["body"]
    return again


class FloaterRemover:
    def __call__(self, mesh: trimesh.Trimesh) -> trimesh.Trimesh:
        standin.record("hy3dgen.FloaterRemover")
        return _through_files(mesh)


class DegenerateFaceRemover:
    def __call__(self, mesh: trimesh.Trimesh) -> trimesh.Trimesh:
        standin.record("hy3dgen.DegenerateFaceRemover")
        return _through_files(mesh)


class FaceReducer:
    def __call__(self, mesh: trimesh.Trimesh, max_facenum: int = 40000) -> trimesh.Trimesh:
        standin.record("hy3dgen.FaceReducer", max_facenum=max_facenum)
        body = mesh.metadata["body"]
        left = shapes.reduced(body, max_facenum)
        upright = trimesh.Trimesh(left.vertices[:, [0, 2, 1]] * (1, 1, -1), left.faces)
        upright.metadata["body"] = body
        return _through_files(upright)
