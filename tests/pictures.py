"""Pictures of a thing on a plain background, and pictures that are none."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageDraw


def drawn(side: int = 160, mode: str = "RGB", hue: int = 0) -> Image.Image:
    """A vase of sorts. ``hue`` makes pictures differ."""
    picture = Image.new("RGB", (side, side), "white")
    pen, unit = ImageDraw.Draw(picture), side / 16
    pen.rectangle((5 * unit, 5 * unit, 11 * unit, 15 * unit), fill=(150, 60 + hue % 100, 40))
    pen.ellipse((6 * unit, 2 * unit, 10 * unit, 6 * unit), fill=(40, 80, 160))
    return picture.convert(mode)


def encoded(picture: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    """The picture as a file."""
    file = io.BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


def declared(width: int, height: int) -> bytes:
    """A PNG that says it is so large, in few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        sum_ = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + sum_

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def animated() -> bytes:
    """Two frames; the first one is the picture."""
    first, second = drawn(), drawn(hue=90)
    return encoded(first, "GIF", save_all=True, append_images=[second], duration=100)
