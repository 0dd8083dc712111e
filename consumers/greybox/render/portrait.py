"""The picture of one object: three-quarter front view on white, as a catalogue shows it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from consumers.greybox.render.camera import framing
from consumers.greybox.render.drawable import Drawable, Floats
from consumers.greybox.render.frame import View, paint
from consumers.greybox.render.ground import LEAST_GRID, MOST_GRID, contact, ground_shade
from consumers.greybox.render.light import Lighting, Sky, Sun
from consumers.greybox.render.shadow import shadow_map
from consumers.greybox.render.soup import Soup, gather
from consumers.greybox.render.tone import to_srgb

AZIMUTH, ELEVATION, FOV = 32.0, 18.0, 24.0

KEY_LIGHT = Sun(towards=(-0.35, 0.75, 0.75), color=(1.70, 1.65, 1.57), softness=0.06)
DOWN = np.array([0.0, -1.0, 0.0])
LEAST_MAP, MOST_MAP = 192, 512
"""Texels along a side of the shadow map: as fine as the picture shows."""

STUDIO = Lighting(
    sky=Sky(zenith=(0.76, 0.78, 0.82), horizon=(0.76, 0.76, 0.76), ground=(0.36, 0.35, 0.34)),
    sun=KEY_LIGHT,
)


def render_object(
    drawables: Sequence[Drawable],
    size: int = 384,
    *,
    transparent: bool = False,
    closed: bool = False,
) -> Image.Image:
    """An RGBA picture, ``size`` pixels square: white with a soft contact shadow.

    ``transparent``: nothing but the object, on alpha 0, edges smooth. ``closed``: all surfaces are,
    and wound outward, so that half of their faces need no looking at. An empty list gives the bare
    background.
    """
    soup = gather(drawables)
    pixels = size * size
    if not len(soup):
        return Image.new("RGBA", (size, size), (255, 255, 255, 0 if transparent else 255))
    points = soup.points.reshape(-1, 3)
    camera = framing(points, (size, size), azimuth=AZIMUTH, elevation=ELEVATION, fov=FOV)
    extent = float(np.ptp(points, axis=0).max())
    above = _turned(soup, KEY_LIGHT.direction) if closed else soup.points
    shadow = shadow_map(above, KEY_LIGHT, min(max(size, LEAST_MAP), MOST_MAP))
    frame = paint(View(soup, camera, (size, size), STUDIO, shadow, 0.16 * extent, closed))
    behind = 1.0 - frame.coverage
    picture = np.full((pixels, 4), 255, dtype=np.uint8)
    if transparent:
        solid = np.maximum(frame.coverage, 1e-6)[:, None]
        picture[:, :3] = to_srgb(np.where(solid > 1e-5, frame.color / solid, 1.0))
        picture[:, 3] = np.rint(frame.coverage * 255.0)
    else:
        level = float(points[:, 1].min())
        below = _turned(soup, DOWN) if closed else soup.points
        touch = contact(below, level, min(max(size // 2, LEAST_GRID), MOST_GRID))
        white = ground_shade(camera, (size, size), level, behind, touch=touch)
        some = np.flatnonzero(behind * white < 1.0)  # what is left stays white
        color = frame.color[some] + (behind[some] * white[some])[:, None]
        picture[some, :3] = to_srgb(color)
    return Image.fromarray(picture.reshape(size, size, 4))


def _turned(soup: Soup, way: Floats) -> Floats:
    """The corners, (t, 3, 3), of faces that look in the direction ``way``."""
    looks = soup.facing @ way > 0.0
    return soup.points[looks] if looks.any() else soup.points
