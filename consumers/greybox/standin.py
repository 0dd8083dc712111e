"""The stand-in: a neat labelled crate for things that the noun table does not know.

It is plainly a placeholder, sized as asked, with its words on the front.
"""

from __future__ import annotations

import io
import unicodedata

import numpy as np

from consumers.greybox.model import Draft, Texture, stuff, toned
from consumers.greybox.solids import box, soft

_PIXELS = 512


def stand_in(b: Draft) -> None:
    """A bevelled body in a dark frame with a lighter sign on the front that carries the label."""
    edge = 0.07 * min(b.w, b.h, b.d)
    inner = (b.w - edge, b.h - edge, b.d - edge)
    b.add("body", soft(*inner, 0, edge / 2, 0, edge))
    frame = b.tone(0.55)
    for sx in (-1, 1):
        for sz in (-1, 1):
            post = box(edge, b.h, edge, sx * (b.w - edge) / 2, 0, sz * (b.d - edge) / 2)
            b.add("frame", post, frame)
    for y in (0.0, b.h - edge):
        for s in (-1, 1):
            b.add("frame", box(b.w, edge, edge, 0, y, s * (b.d - edge) / 2), frame)
            b.add("frame", box(edge, edge, b.d, s * (b.w - edge) / 2, y), frame)
    _sign(b, edge)


def _sign(b: Draft, edge: float) -> None:
    w, h, thick = (b.w - 2 * edge) * 0.92, (b.h - 2 * edge) * 0.6, edge * 0.4
    plate = box(w, h, thick, 0, (b.h - h) / 2, b.d / 2 - edge / 2, bevel=thick * 0.2)
    low, high = plate.vertices.min(axis=0), plate.vertices.max(axis=0)
    share = (plate.vertices - low) / (high - low)
    uv = np.stack([share[:, 0], 1.0 - share[:, 1]], axis=1)
    b.add("label", plate, stuff("paper", "#ffffff"))
    b.textures["label"] = Texture(_written(b.label or "?", w / h, b.main.color), uv)


def _written(label: str, aspect: float, color: str) -> bytes:
    """The label in dark letters on a pale ground, wrapped to fill a sign of that aspect; PNG."""
    from PIL import Image, ImageDraw, ImageFont

    aspect = min(max(aspect, 0.2), 5.0)
    width = _PIXELS if aspect >= 1.0 else round(_PIXELS * aspect)
    height = round(width / aspect)
    picture = Image.new("RGB", (width, height), toned(color, 1.82))
    draw = ImageDraw.Draw(picture)
    words = _printable(label).split() or ["?"]
    best, lines = 0.0, words
    for rows in range(1, min(4, len(words)) + 1):
        wrapped = _wrapped(words, rows)
        ruler = ImageFont.load_default(size=100)
        longest = max(draw.textlength(line, font=ruler) for line in wrapped)
        size = min(86.0 * width / max(longest, 1.0), 0.8 * height / (1.25 * len(wrapped)))
        if size > best:
            best, lines = size, wrapped
    draw.multiline_text(
        (width / 2, height / 2),
        "\n".join(lines),
        toned(color, 0.28),
        ImageFont.load_default(size=max(8.0, best)),
        anchor="mm",
        align="center",
        spacing=best * 0.2,
    )
    data = io.BytesIO()
    picture.quantize(32).save(data, "PNG", optimize=True)
    return data.getvalue()


def _printable(label: str) -> str:
    """The label in letters that the built-in font has: accents go, other scripts become dots."""
    plain = unicodedata.normalize("NFKD", label)
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "".join(letter if letter.isascii() else "\N{MIDDLE DOT}" for letter in kept)


def _wrapped(words: list[str], rows: int) -> list[str]:
    """The words on at most ``rows`` lines of about equal length."""
    per_line = sum(map(len, words)) / rows
    lines: list[str] = []
    for word in words:
        if lines and (len(lines[-1]) + len(word) / 2 < per_line or len(lines) == rows):
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
