"""The texture of a reconstructed mesh: the object's pixels, spread beyond its outline.

Near the outline a picture holds a mixture with the background, and texture filters reach across
it: so the last pixels inside are replaced, and those outside filled, by the nearest sure ones.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

Floats = npt.NDArray[np.floating]


def skin(picture: Image.Image, soft: Floats, box: tuple[float, float, float, float]) -> Image.Image:
    """The picture inside ``box`` (left, top, right, bottom; in the mask's pixels) as RGB.

    ``picture``: RGBA, of any resolution; ``soft``: the silhouette, (h, w), over the same area.
    """
    scale = picture.width / soft.shape[1]
    left, top, right, bottom = (round(edge * scale) for edge in box)
    left, top = max(left, 0), max(top, 0)
    right = min(max(right, left + 1), picture.width)
    bottom = min(max(bottom, top + 1), picture.height)
    mask = Image.fromarray((np.clip(soft, 0.0, 1.0) * 255.0).astype(np.uint8))
    sized = mask.resize(picture.size, Image.Resampling.BILINEAR)
    inside = np.asarray(sized)[top:bottom, left:right] >= 128
    colors = np.asarray(picture.convert("RGB"))[top:bottom, left:right]
    depth = np.asarray(ndimage.distance_transform_edt(np.pad(inside, 1)))[1:-1, 1:-1]
    # Thin parts have no pixels far from their outline: there the middle has to do.
    ridge = inside & (depth >= ndimage.maximum_filter(depth, 3))
    sure = (depth > 2.0 * max(scale, 1.0)) | ridge
    if not sure.any():
        return Image.fromarray(colors.copy())
    nearest = ndimage.distance_transform_edt(~sure, return_distances=False, return_indices=True)
    return Image.fromarray(np.ascontiguousarray(colors[tuple(nearest)]))
