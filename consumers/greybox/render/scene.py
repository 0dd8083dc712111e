"""The picture of a whole scene, as one would show it to a friend.

What belongs here: what counts as the scene's subject, where the camera stands, how the parts of a
picture are joined. What does not: how anything is drawn (``frame``, ``ground``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from consumers.greybox.render.camera import Camera, framing
from consumers.greybox.render.cutaway import opened
from consumers.greybox.render.drawable import Drawable, Floats, Ints, Mask
from consumers.greybox.render.frame import View, paint
from consumers.greybox.render.ground import backdrop, contact, ground_shade
from consumers.greybox.render.light import Lighting
from consumers.greybox.render.shadow import shadow_map
from consumers.greybox.render.soup import Soup, chosen, gather
from consumers.greybox.render.tone import to_srgb

AZIMUTH, ELEVATION, FOV = 28.0, 30.0, 30.0

SHADOW_TEXELS = 1536

SURROUNDING = 4.0
"""How many times wider than all that stands a lawn or a sky is that the picture is not about."""

LAWN = 1.4
"""The same for what lies flat: a plain about a few small things tells less than a rug."""

FLAT = 0.1
"""What lies flat is lower than this share of its width."""


def render_scene(
    drawables: Sequence[Drawable],
    *,
    size: tuple[int, int] = (1280, 800),
    lighting: Lighting | None = None,
    camera: Camera | None = None,
) -> Image.Image:
    """An RGB picture of a scene in world metres, ``size`` as (width, height) pixels.

    Without a ``camera``, the whole scene is framed from the front, above and to the right, and the
    walls and the ceiling between are left out; a given camera outside the walls opens them
    likewise, one inside sees the room as it is. An empty list gives the bare backdrop.
    """
    light = lighting or Lighting()
    behind = backdrop(light.sky.backdrop_top, light.sky.backdrop_bottom, size)
    soup = gather(drawables)
    if not len(soup):
        return _picture(behind, size)
    subject = _subject(soup)
    eye = camera or _auto_camera(soup.points[subject].reshape(-1, 3), size)
    swing = np.degrees(np.arctan2(*np.subtract(eye.eye, eye.target)[[0, 2]]))
    inner = chosen(soup, subject)
    kept = subject[opened(inner, np.asarray(eye.eye), float(swing))]
    if camera is None:
        eye = _auto_camera(soup.points[kept].reshape(-1, 3), size)
    rest = np.setdiff1d(np.arange(len(soup)), subject)
    shown = chosen(soup, np.sort(np.concatenate([kept, rest])))
    casters = _casters(soup, kept)
    shadow = None if light.sun is None else shadow_map(casters, light.sun, SHADOW_TEXELS)
    extent = float(np.ptp(soup.points[kept].reshape(-1, 3), axis=0).max())
    frame = paint(View(shown, eye, size, light, shadow, min(0.14 * extent, 0.55)))
    free = 1.0 - frame.coverage
    level = float(soup.points[subject][:, :, 1].min())
    touch = contact(soup.points[kept], level)
    shade = ground_shade(eye, size, level, free, touch=touch, shadow=shadow)
    return _picture(frame.color + behind * (free * shade)[:, None], size)


def _picture(color: Floats, size: tuple[int, int]) -> Image.Image:
    return Image.fromarray(to_srgb(color).reshape(size[1], size[0], 3))


def _auto_camera(points: Floats, size: tuple[int, int]) -> Camera:
    return framing(points, size, azimuth=AZIMUTH, elevation=ELEVATION, fov=FOV, margin=0.06)


def _subject(soup: Soup) -> Ints:
    """The triangles that the picture is about: all but lawns and skies much larger than the rest.

    A drawable is such a surrounding when it lies flat or has everything else inside it, and is more
    than four times as wide as all that stands together, or ``LAWN`` times where it lies flat.
    """
    low, high = _bounds(soup)
    about: Mask = np.asarray(np.isfinite(low).all(axis=1))
    extent = np.where(about[:, None], high - low, 0.0)
    width = np.maximum(extent[:, 0], extent[:, 2])
    flat = about & (extent[:, 1] < FLAT * width)
    standing = about & ~flat
    for index in np.argsort(-width):  # domes within domes: the widest first
        rest = standing.copy()
        rest[index] = False
        if not standing[index] or not rest.any():
            continue
        inner_low, inner_high = low[rest].min(axis=0), high[rest].max(axis=0)
        slack = 0.02 * width[index]
        inside = (low[index] <= inner_low + slack).all() and (high[index] >= inner_high).all()
        if inside and width[index] > SURROUNDING * _reach(inner_low, inner_high):
            standing, about[index] = rest, False
    if standing.any():
        reach = _reach(low[standing].min(axis=0), high[standing].max(axis=0))
        about &= ~(flat & (width > LAWN * reach))
    return np.flatnonzero(about[soup.owner])


def _reach(low: Floats, high: Floats) -> float:
    return float((high - low)[[0, 2]].max())


def _bounds(soup: Soup) -> tuple[Floats, Floats]:
    """The low and high corner of every drawable; infinite where it has no triangles."""
    count = len(soup.drawables)
    low, high = np.full((count, 3), np.inf), np.full((count, 3), -np.inf)
    np.minimum.at(low, soup.owner, soup.points.min(axis=1))
    np.maximum.at(high, soup.owner, soup.points.max(axis=1))
    return low, high


def _casters(soup: Soup, kept: Ints) -> Floats:
    """The triangles that throw shadows: what is shown of the subject, without glass."""
    clear = np.array([drawable.translucent for drawable in soup.drawables], dtype=bool)
    opaque = kept[~clear[soup.owner[kept]]]
    return np.asarray(soup.points[opaque])
