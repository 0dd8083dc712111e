"""What the stand-ins make of a picture and a seed: a body in the picture's colour, z up.

As wide and high as the thing in the picture, and as deep as the seed says.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import trimesh
from PIL import Image
from standin import fault


@dataclass(frozen=True)
class Body:
    """``extents``: x to the right, y away, z up; ``colour``: 0-255."""

    extents: tuple[float, float, float]
    colour: tuple[int, int, int]

    def mesh(self, subdivisions: int = 5) -> trimesh.Trimesh:
        """A closed surface of 20 * 4**subdivisions triangles, within half a unit of the origin."""
        ball = trimesh.creation.icosphere(subdivisions=subdivisions)
        body = trimesh.Trimesh(ball.vertices * np.array(self.extents) / 2.0, ball.faces)
        if fault() == "nan":
            body = trimesh.Trimesh(
                np.where(body.vertices > 0.3, np.nan, body.vertices), ball.faces, process=False
            )
        return body

    def voxels(self, side: int) -> np.ndarray:
        """Those inside, (n, 3)."""
        if fault() == "empty":
            return np.zeros((0, 3), dtype=int)
        axis = (np.arange(side) + 0.5) / side - 0.5
        grid = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), axis=-1)
        return np.argwhere((np.abs(grid / (np.array(self.extents) / 2.0)) ** 2).sum(axis=-1) < 1.0)


def body_of(picture: Image.Image, seed: int) -> Body:
    """Of a picture on black (as TRELLIS prepares it), or with alpha."""
    pixels = np.asarray(picture.convert("RGBA"))
    thing = pixels[:, :, 3] > 128 if picture.mode == "RGBA" else pixels[:, :, :3].max(axis=2) > 8
    rows, columns = np.flatnonzero(thing.any(axis=1)), np.flatnonzero(thing.any(axis=0))
    width, height = int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1
    depth = 0.3 + 0.05 * (seed % 10)
    longer = max(width, height)
    colour = pixels[thing][:, :3].mean(axis=0)
    red, green, blue = (round(float(value)) for value in colour)
    return Body((0.9 * width / longer, depth, 0.9 * height / longer), (red, green, blue))


def textured(mesh: trimesh.Trimesh, colour: tuple[int, int, int], side: int) -> trimesh.Trimesh:
    """The mesh with a picture of its colour wrapped around it, y up."""
    length = np.linalg.norm(mesh.vertices, axis=1)
    x, y, z = (mesh.vertices / np.maximum(length, 1e-9)[:, None]).T
    uv = np.stack(
        [np.arctan2(x, z) / (2 * np.pi) + 0.5, np.arcsin(np.clip(y, -1, 1)) / np.pi + 0.5], axis=1
    )
    material = trimesh.visual.material.PBRMaterial(
        roughnessFactor=1.0,
        baseColorTexture=Image.new("RGB", (side, side), colour),
        baseColorFactor=np.array([255, 255, 255, 255], dtype=np.uint8),
    )
    visual = trimesh.visual.TextureVisuals(uv=np.nan_to_num(uv), material=material)
    return trimesh.Trimesh(mesh.vertices, mesh.faces, visual=visual, process=False)


def reduced(body: Body, faces: int) -> trimesh.Trimesh:
    """The finest that has no more than ``faces`` triangles, or the coarsest."""
    return body.mesh(max((n for n in range(6) if 20 * 4**n <= faces), default=0))
