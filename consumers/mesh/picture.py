"""Any picture file as upright 8-bit RGBA.

What belongs here: decoding, size limits, colour modes, EXIF orientation, first frames. What does
not: finding the object in the picture (``segment``).
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from consumers.mesh.errors import PictureSizeError, UnreadablePicture

MAX_SIDE, MAX_PIXELS, MIN_SIDE = 16_000, 50_000_000, 8
ACCEPTED = "8 to 16000 pixels a side and 50 million in all"

DECODED_SIDE = 1024
"""Larger pictures are reduced to this; more detail than that does not show on the mesh."""

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
"""What is decoded. The decoder knows more, some of which start other programs (EPS)."""

_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    struct.error,
    zlib.error,
)


def opened(image: Image.Image | bytes) -> Image.Image:
    """The picture as RGBA, upright, its longer side at most 1024 pixels.

    Raises UnreadablePicture, and PictureSizeError before anything is decoded.
    """
    source = _recognised(image) if isinstance(image, bytes) else image
    width, height = source.size
    if (
        min(width, height) < MIN_SIDE
        or max(width, height) > MAX_SIDE
        or width * height > MAX_PIXELS
    ):
        raise PictureSizeError(width, height, ACCEPTED)
    try:
        # JPEG can decode straight to a smaller size; other formats take no notice.
        source.draft(None, (DECODED_SIDE * 2, DECODED_SIDE * 2))
        upright = ImageOps.exif_transpose(source)
        eight_bit = _eight_bit(upright)
        rgba = eight_bit.convert("RGBA")
    except _BROKEN as error:
        raise UnreadablePicture(str(error) or type(error).__name__) from error
    if max(rgba.size) > DECODED_SIDE:
        rgba.thumbnail((DECODED_SIDE, DECODED_SIDE), Image.Resampling.LANCZOS)
    return rgba


def _recognised(data: bytes) -> Image.Image:
    if not data:
        raise UnreadablePicture("it is empty")
    try:
        with warnings.catch_warnings():
            # Our own limit follows, and is lower.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise PictureSizeError(*_declared_size(data), ACCEPTED) from error
    except UnidentifiedImageError as error:
        raise UnreadablePicture("it is not a picture format we know") from error
    except _BROKEN as error:
        raise UnreadablePicture(str(error) or type(error).__name__) from error


def _declared_size(data: bytes) -> tuple[int, int]:
    """The size a PNG's header declares; for other formats the smallest the decoder refuses."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return int(width), int(height)
    side = int((2 * (Image.MAX_IMAGE_PIXELS or MAX_PIXELS)) ** 0.5)
    return side, side


def _eight_bit(image: Image.Image) -> Image.Image:
    """16-bit and floating point greys as 8-bit greys; every other mode as it is.

    A plain conversion would clip 16-bit greys to white.
    """
    if not image.mode.startswith(("I", "F")):
        return image
    values = np.asarray(image, dtype=np.float64)
    if image.mode == "F":
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        values = (np.nan_to_num(values, nan=low) - low) / max(high - low, 1e-12) * 255.0
    else:
        values = values / (257.0 if values.max(initial=0.0) > 255.0 else 1.0)
    return Image.fromarray(np.clip(np.rint(values), 0, 255).astype(np.uint8))
