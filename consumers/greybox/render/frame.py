"""One picture of a soup: opaque things, then what is seen through glass, joined per pixel.

What belongs here: the order of steps. What does not: the backdrop (``ground``), choosing cameras
(``scene``, ``portrait``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from consumers.greybox.render.camera import Camera
from consumers.greybox.render.drawable import Floats, Ints, Mask
from consumers.greybox.render.fragments import Fragments, resolve, sampled
from consumers.greybox.render.light import Lighting
from consumers.greybox.render.occlusion import Occlusion, occlusion
from consumers.greybox.render.raster import Keys, nearness_of, triangle_of
from consumers.greybox.render.shading import Surface, Textures, radiance, surface, textures_of
from consumers.greybox.render.shadow import ShadowMap
from consumers.greybox.render.soup import Projected, Soup, project
from consumers.greybox.render.tone import filmic
from consumers.greybox.vectors import dot

PANES = 4
"""Layers of glass that are told apart; what is behind more of them keeps the look of four."""


@dataclass(frozen=True, eq=False)
class Frame:
    """``color``: (pixels, 3) displayable linear colour times coverage; ``coverage``: (pixels,)."""

    color: Floats
    coverage: Floats


@dataclass(frozen=True, eq=False)
class View:
    """What is drawn, from where, in which light. ``crevice``: metres within which things keep the
    sky from each other. ``closed``: all surfaces are, and wound outward."""

    soup: Soup
    camera: Camera
    size: tuple[int, int]
    lighting: Lighting
    shadow: ShadowMap | None
    crevice: float
    closed: bool = False


def paint(view: View) -> Frame:
    """Draw a view; pixels that see nothing have coverage 0."""
    solid, glass = _by_translucency(view.soup)
    if view.closed:
        solid = solid[_faces_eye(view, solid)]
    textures = textures_of(view.soup)
    projected = project(view.soup, view.camera, view.size, solid)
    keys = sampled(projected, view.size)
    ambient = _ambient(view, projected, keys)
    pixels = view.size[0] * view.size[1]
    color = np.zeros((pixels, 3))
    light_through = np.ones((len(keys), pixels), dtype=np.float32)
    if len(glass):
        _paint_glass(view, project(view.soup, view.camera, view.size, glass), keys, textures,
                     ambient, color, light_through)  # fmt: skip
    fragments = resolve(keys, projected, view.soup, view.camera, view.size)
    points = surface(fragments, view.soup, view.camera, textures)
    shown = _shade(view, fragments, points, ambient)
    _add(color, fragments, shown, fragments.spread(light_through) * fragments.share())
    fragments.dim(light_through, np.zeros(len(fragments), dtype=np.float32))
    return Frame(color, 1.0 - light_through.mean(axis=0))


def _paint_glass(
    view: View,
    projected: Projected,
    solid: Keys,
    textures: Textures,
    ambient: Occlusion,
    color: Floats,
    light_through: Floats,
) -> None:
    """Add translucent layers, nearest first, to ``color`` and take them from ``light_through``."""
    # "Strictly nearer than nothing" has to hold for every fragment.
    before: Keys = solid
    behind: Keys | None = None
    for _ in range(PANES):
        keys = sampled(projected, view.size, behind=behind, before=before)
        if not keys.any():
            return
        fragments = resolve(keys, projected, view.soup, view.camera, view.size)
        points = surface(fragments, view.soup, view.camera, textures)
        shown = _shade(view, fragments, points, ambient)
        slant = np.abs(dot(points.normal, points.towards))
        # Glass mirrors more and lets through less where it is seen at a low angle.
        alpha = points.color[:, 3] + (1.0 - points.color[:, 3]) * 0.5 * (1.0 - slant) ** 4
        share = fragments.spread(light_through) * fragments.share()
        _add(color, fragments, shown, share * alpha)
        fragments.dim(light_through, 1.0 - alpha)
        # A sample without a pane has none farther away either: 0 lets nothing be "behind" it.
        behind = keys


def _shade(view: View, fragments: Fragments, points: Surface, ambient: Occlusion) -> Floats:
    sunlit = np.ones(len(fragments), dtype=np.float32)
    sun = view.lighting.sun
    if view.shadow is not None and sun is not None:
        facing_sun = np.flatnonzero(points.normal @ sun.direction.astype(np.float32) > 0.0)
        sunlit[facing_sun] = view.shadow.lit(
            fragments.position[facing_sun], points.facing[facing_sun]
        )
    openness = ambient.at(fragments, view.size[0])
    return filmic(radiance(points, fragments.position, view.lighting, sunlit, openness))


def _ambient(view: View, projected: Projected, keys: Keys) -> Occlusion:
    """Ambient occlusion by what the first samples see."""
    width, height = view.size
    triangle = triangle_of(keys[0])
    facing = np.zeros((len(triangle), 3), dtype=np.float32)
    seen = np.flatnonzero(triangle >= 0)
    source = projected.source[triangle[seen]]
    normal = view.soup.facing[source]
    outward = np.asarray(view.camera.eye) - view.soup.points[source, 0]
    side = np.where(dot(normal, outward) < 0.0, -1.0, 1.0)
    facing[seen] = normal * side[:, None]
    return occlusion(
        nearness_of(keys[0]).reshape(height, width),
        facing.reshape(height, width, 3),
        view.camera,
        view.size,
        view.crevice,
    )


def _add(color: Floats, fragments: Fragments, shown: Floats, share: Floats) -> None:
    for channel in range(3):
        color[:, channel] += np.bincount(
            fragments.pixel, weights=shown[:, channel] * share, minlength=len(color)
        )


def _faces_eye(view: View, triangles: Ints) -> Mask:
    """Which of the triangles turn their outside to the eye: the others are behind them."""
    outward = np.asarray(view.camera.eye) - view.soup.points[triangles, 0]
    return np.asarray(dot(view.soup.facing[triangles], outward) > 0.0)


def _by_translucency(soup: Soup) -> tuple[Ints, Ints]:
    """Indices of the soup's opaque and translucent triangles."""
    clear = np.array([drawable.translucent for drawable in soup.drawables], dtype=bool)
    translucent = clear[soup.owner] if len(soup) else np.zeros(0, dtype=bool)
    return np.flatnonzero(~translucent), np.flatnonzero(translucent)
