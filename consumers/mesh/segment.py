"""Finding the object in a picture: its silhouette, as one soft mask.

By the picture's own transparency where it has one, else by colour: the background is what is
connected to the border and looks like it, soft shadows included. What does not belong here: any
learned model.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from consumers.mesh.errors import NoBackground, NoForeground

Floats = npt.NDArray[np.floating]
Mask = npt.NDArray[np.bool_]

LEAST, MOST = 0.001, 0.97
"""The share of the picture that an object covers."""

HEMMED_IN = 0.6
"""The share of the picture's border at which an object has left the picture."""

RINGING = 0.15
"""How much of an edge's contrast a JPEG file's fringes have."""

BLURRED = 0.42
"""The same of a blurred picture, whose edges are half of their contrast where they were sharp."""

GRAINY, GRAIN_BLUR = 1.2, 1.3
"""The mean stray of a border, in Lab, from which on a picture is blurred, by so many pixels."""

SHARP, RAGGED = 0.7, 1.6
"""Pixels by which an outline is smoothed, of a clean picture and of a grainy one."""

MOST_PIECES = 60
"""More pieces and holes together are a raster, not a thing."""

GAP = 0.004
"""Half of a gap, as a share of the picture, through which no background is followed."""

SPECK = 0.01
"""Pieces below this share of the largest piece are dirt; holes below half of it too."""


def silhouette(picture: Image.Image) -> Floats:
    """Where the object is, (h, w): 0 outside, 1 inside, in between along the outline.

    ``picture``: RGBA. Raises NoForeground and NoBackground.
    """
    pixels = np.asarray(picture, dtype=np.float32)
    alpha = _opacity(pixels[:, :, 3] / 255.0)
    if float((alpha < 0.5).mean()) >= 0.005:
        soft, solid = alpha, alpha >= 0.5
    else:
        solid, blur = _by_color(_lab(pixels[:, :, :3] / 255.0))
        soft = ndimage.gaussian_filter(solid.astype(np.float32), blur)
        if blur == SHARP:
            # A line of one pixel is less than half of its surroundings, and is there.
            soft = np.where(solid, np.maximum(soft, 0.52), soft)
    soft, cleaned = _in_few_pieces(soft, _cleaned(solid))
    share = float(cleaned.mean())
    if share < LEAST:
        raise NoForeground
    if share > MOST or _around(cleaned) > HEMMED_IN:
        raise NoBackground
    near = ndimage.binary_dilation(cleaned, iterations=2)
    filled = cleaned & ~solid & (soft < 0.5)
    return np.where(filled, np.float32(1.0), np.where(near, soft, np.float32(0.0)))


def _opacity(alpha: Floats) -> Floats:
    """Transparency by which a thing of glass is as much there as one of wood."""
    seen = alpha[alpha > 0.04]
    most = float(np.quantile(seen, 0.98)) if len(seen) else 1.0
    return alpha if most >= 0.8 else np.asarray(np.minimum(alpha / most, 1.0))


def _in_few_pieces(soft: Floats, solid: Mask) -> tuple[Floats, Mask]:
    """Dots become areas: a dithered picture is blurred until it has few pieces and holes."""
    blur = 1.5
    while _pieces(solid) + _pieces(~solid) > MOST_PIECES and blur < 0.05 * max(solid.shape):
        soft = ndimage.gaussian_filter(solid.astype(np.float32), blur)
        # Below a half: dots and dashes are to join, not to vanish.
        soft = np.minimum(soft * 1.6, 1.0)
        solid = _cleaned(soft >= 0.5)
        blur *= 1.6
    return soft, solid


def _pieces(mask: Mask) -> int:
    return int(ndimage.label(mask)[1])


def _by_color(lab: Floats) -> tuple[Mask, float]:
    """The object's mask by its difference from the background, (h, w, 3) in, and by how many
    pixels its edge is to be smoothed."""
    model, noise = _background(lab)
    ringing, blur = RINGING, SHARP
    if noise > GRAINY:
        # Grain would hide pale things: a little blur takes most of it, and leaves their edges.
        lab = ndimage.gaussian_filter(lab, (GRAIN_BLUR, GRAIN_BLUR, 0.0))
        model, noise = _background(lab)
        ringing, blur = BLURRED, RAGGED
    difference = lab - model
    distance = np.sqrt((difference**2).sum(axis=2))
    # A clean background allows for pale things on white; a grainy one does not.
    limit = float(np.clip(min(4.0 + 5.0 * noise, _otsu(distance)), 5.0, 20.0))
    # Compression leaves a fringe around strong edges, faint beside them.
    fringe = ringing * ndimage.maximum_filter(distance, 11)
    like = distance < np.maximum(limit, fringe)
    background = _open_from_border(like)
    shade = _from_border(background | _soft_shadow(lab[:, :, 0], difference))
    before, after = int((~background).sum()), int((~shade).sum())
    # A shadow that takes most of the object with it was the object: pale things on pale ground.
    outside = shade if after > 0.5 * before else background
    hole = like & ~outside & (distance < 0.6 * limit)
    solid = ~outside & ~_large(hole, 0.5 * SPECK * max(after, 1))
    return solid & ~_fringes(solid, shade & ~background, difference), blur


def _fringes(solid: Mask, shadow: Mask, difference: Floats) -> Mask:
    """Hairs along a shadow's edge, which compression makes: thin, and of the background's hue."""
    if not shadow.any():
        return shadow
    body = ndimage.binary_opening(solid, iterations=3)
    near = ndimage.binary_dilation(shadow, iterations=8)
    grey = np.hypot(difference[:, :, 1], difference[:, :, 2]) < 9.0
    return np.asarray(solid & ~body & near & grey & (difference[:, :, 0] > -30.0))


def _background(lab: Floats) -> tuple[Floats, float]:
    """The background's colour at every pixel, a smooth run fitted to the picture's border, and how
    far the border usually is from it.

    Fitted again and again with less weight on what does not fit, so that an object that touches
    the border does not count.
    """
    height, width = lab.shape[:2]
    band = max(2, round(0.02 * max(height, width)))
    border = np.ones((height, width), dtype=bool)
    border[band:-band, band:-band] = False
    y, x = np.mgrid[-1.0 : 1.0 : height * 1j, -1.0 : 1.0 : width * 1j]
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=2)
    known, target = terms[border], lab[border].astype(np.float64)
    residual = np.linalg.norm(target - np.median(target, axis=0), axis=1)
    coefficients = np.zeros((6, 3))
    for _ in range(8):
        scale = max(2.0, 2.0 * float(np.median(residual)))
        weight = 1.0 / (1.0 + (residual / scale) ** 2)
        root = np.sqrt(weight + 1e-6)[:, None]
        coefficients = np.linalg.lstsq(known * root, target * root, rcond=None)[0]
        residual = np.linalg.norm(target - known @ coefficients, axis=1)
    return (terms @ coefficients).astype(np.float32), float(np.median(residual))


def _soft_shadow(lightness: Floats, difference: Floats) -> Mask:
    """Pixels that may be a soft shadow: the background's hue, darker, without an edge."""
    smooth = ndimage.gaussian_filter(lightness, 0.8)
    slope = np.hypot(ndimage.sobel(smooth, 0), ndimage.sobel(smooth, 1)) / 8.0
    hue = np.hypot(difference[:, :, 1], difference[:, :, 2])
    darker = (difference[:, :, 0] < 2.0) & (difference[:, :, 0] > -45.0)
    # Right below a foot a shadow is steep too; there only the background's very hue passes.
    soft = (hue < 2.5) & (slope < 2.0)
    return np.asarray(darker & (soft | ((hue < 1.2) & (slope < 5.0))))


def _from_border(passable: Mask) -> Mask:
    """The passable pixels that are connected to the picture's border."""
    framed = np.pad(passable, 1, constant_values=True)
    label, _ = ndimage.label(framed)
    return np.asarray((label == label[0, 0])[1:-1, 1:-1])


def _open_from_border(passable: Mask) -> Mask:
    """As ``_from_border``, but not through gaps of a few pixels: there the inside of a thing that
    is somewhere as pale as its ground would leak out."""
    width = max(1, round(GAP * max(passable.shape)))
    framed = np.pad(passable, width + 1, constant_values=True)
    core = np.asarray(ndimage.distance_transform_edt(framed)) > width
    label, _ = ndimage.label(core)
    reached = label == label[0, 0]
    grown = np.asarray(ndimage.distance_transform_edt(~reached)) <= width + 1.0
    inner = slice(width + 1, -(width + 1))
    return np.asarray((grown & framed)[inner, inner])


def _cleaned(solid: Mask) -> Mask:
    """Without hairs, specks and pinholes."""
    label, count = ndimage.label(solid, structure=np.ones((3, 3)))
    if count == 0:
        return solid
    largest = int(np.bincount(label.ravel())[1:].max())
    kept = _large(solid, max(SPECK * largest, 4.0))
    holes = ~kept
    return np.asarray(~_large(holes, max(0.5 * SPECK * largest, 6.0)))


def _around(solid: Mask) -> float:
    """How much of the picture's border the object takes."""
    border = np.concatenate([solid[0], solid[-1], solid[:, 0], solid[:, -1]])
    return float(border.mean())


def _large(mask: Mask, least: float) -> Mask:
    """The pieces of a mask with at least so many pixels."""
    label, count = ndimage.label(mask, structure=np.ones((3, 3)))
    if count == 0:
        return mask
    sizes = np.bincount(label.ravel())
    sizes[0] = 0
    return np.asarray((sizes >= least)[label])


def _otsu(distance: Floats) -> float:
    """The value that best parts a histogram in two."""
    counts, edges = np.histogram(np.minimum(distance, 100.0), bins=128, range=(0.0, 100.0))
    middle = (edges[1:] + edges[:-1]) / 2.0
    below = np.cumsum(counts)
    above = below[-1] - below
    mass = np.cumsum(counts * middle)
    mean_below = mass / np.maximum(below, 1)
    mean_above = (mass[-1] - mass) / np.maximum(above, 1)
    return float(middle[int(np.argmax(below * above * (mean_below - mean_above) ** 2))])


def _lab(rgb: Floats) -> Floats:
    """sRGB, 0..1, in CIE Lab (D65)."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    xyz = linear @ (to_xyz / np.array([[0.9505], [1.0], [1.089]])).T
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16.0 / 116.0)
    lightness = 116.0 * f[:, :, 1] - 16.0
    return np.stack(
        [lightness, 500.0 * (f[:, :, 0] - f[:, :, 1]), 200.0 * (f[:, :, 1] - f[:, :, 2])], axis=2
    )
