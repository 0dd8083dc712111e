"""A closed, textured mesh from any picture of one thing, by its silhouette alone.

No model is asked: the outline is found (``segment``), given depth by the local width
(``thickness``, ``sheet``) or by turning (``lathe``), and the picture is wrapped around it
(``skin``); the back shows the front mirrored. What does not belong here: pictures that carry a
recipe, which have a better mesh.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from PIL import Image

from consumers.mesh.errors import ImpossibleRequest, NoForeground
from consumers.mesh.filling import field_at, inner_points
from consumers.mesh.glb import smooth_normals, textured_glb
from consumers.mesh.lathe import revolved, turned
from consumers.mesh.outline import outlines
from consumers.mesh.picture import opened
from consumers.mesh.segment import silhouette
from consumers.mesh.sheet import closed_sheets
from consumers.mesh.skin import skin
from consumers.mesh.thickness import thickness

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.integer]

WORKING_SIDE, SMALLEST_SIDE = 512, 192
"""Longer side, in pixels, of the copy that the outline is taken from."""

FEWEST, MOST = 200, 200_000
"""Triangles that may be asked for."""


@dataclass(frozen=True, eq=False)
class Reconstruction:
    """A closed mesh in the glTF frame (Y up, front +Z), metres, origin at the centre of its base.

    ``vertices`` (n, 3), ``faces`` (m, 3) counter-clockwise from outside, ``normals`` (n, 3), ``uv``
    (n, 2) with the origin at the texture's top left; ``texture``: RGB; ``method``: how it got its
    depth.
    """

    vertices: Floats
    faces: Ints
    normals: Floats
    uv: Floats
    texture: Image.Image
    method: Literal["inflated", "turned"]

    def to_glb(self, name: str = "reconstruction") -> bytes:
        """The mesh as a binary glTF file with its texture inside."""
        return textured_glb(self.vertices, self.faces, self.normals, self.uv, self.texture, name)


def reconstruct(
    image: Image.Image | bytes,
    *,
    max_triangles: int = 6000,
    size: tuple[float, float, float] | None = None,
) -> Reconstruction:
    """The mesh of the thing in a picture.

    ``size``: (width, height, depth) in metres; None = 1 m high in the picture's proportions.
    ``max_triangles``: 200 or more. Raises a PictureError (``errors``) for pictures that show no
    thing with an outline, and for sizes that make no sense.
    """
    _check(max_triangles, size)
    picture = opened(image)
    working = _resized(picture)
    soft = silhouette(working)
    if not (soft >= 0.5).any():
        raise NoForeground
    method: Literal["inflated", "turned"]
    if turned(soft, working):
        method = "turned"
        flat, faces = revolved(soft, max_triangles)
    else:
        method = "inflated"
        flat, faces = _inflated(soft, max_triangles)
    low, high = flat.min(axis=0), flat.max(axis=0)
    texture = skin(picture, soft, (low[0] + 0.5, low[1] + 0.5, high[0] + 0.5, high[1] + 0.5))
    span = np.maximum(high - low, 1e-9)
    # Half a texel inwards: a viewer that repeats textures would show the opposite edge.
    inset = 0.5 / np.asarray(texture.size)
    uv = np.clip((flat[:, :2] - low[:2]) / span[:2], inset, 1.0 - inset)
    scale = np.asarray(size) / span if size is not None else np.full(3, 1.0 / span[1])
    middle = (low + high) / 2.0
    origin = np.array([middle[0], high[1], middle[2]])
    vertices = (flat - origin) * scale * (1.0, -1.0, 1.0)
    return Reconstruction(vertices, faces, smooth_normals(vertices, faces), uv, texture, method)


def _inflated(soft: Floats, max_triangles: int) -> tuple[Floats, Ints]:
    """Two sheets over the silhouette, as fine as the number of triangles allows."""
    body = thickness(soft >= 0.5)

    def depth(points: Floats) -> Floats:
        return field_at(body.depth, points)

    # A sheet has two triangles for each inner point and one for each on the rim.
    spacing = math.sqrt(float((soft >= 0.5).sum()) * 4.0 / (0.8 * max_triangles * 0.866))
    tolerance = 0.35
    while True:
        polygons = outlines(soft, tolerance=tolerance, spacing=spacing, least_area=6.0)
        if not polygons:
            raise NoForeground
        vertices, faces = closed_sheets(
            polygons, inner_points(polygons, spacing, body), depth, least=0.3
        )
        if len(faces) <= max_triangles:
            break
        # Rims and splits took more than was set aside for them.
        growth = min(max(math.sqrt(len(faces) / max_triangles), 1.04), 1.5)
        spacing, tolerance = spacing * growth, tolerance * growth
    # Pixels run downwards: turned upright, the sheets' faces would look inwards.
    return vertices, faces[:, ::-1]


def _resized(picture: Image.Image) -> Image.Image:
    """A copy to find the outline in: neither so large that it is slow nor so small that it is
    coarse."""
    longer = max(picture.size)
    target = min(max(longer, SMALLEST_SIDE), WORKING_SIDE)
    if target == longer:
        return picture
    shape = [max(1, round(side * target / longer)) for side in picture.size]
    return picture.resize((shape[0], shape[1]), Image.Resampling.BICUBIC)


def _check(max_triangles: int, size: tuple[float, float, float] | None) -> None:
    if not FEWEST <= max_triangles <= MOST:
        raise ImpossibleRequest("max_triangles", max_triangles, f"{FEWEST} to {MOST}")
    if size is not None and not all(math.isfinite(edge) and edge > 0.0 for edge in size):
        raise ImpossibleRequest("size", size, "three lengths above 0, in metres")
