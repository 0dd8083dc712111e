"""Textures that every client loads: PNG or JPEG, 8 bits a channel, not too large.

What does not belong here: which surface shows which texture.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import replace

from PIL import Image

from consumers.assets.container import Json
from consumers.assets.errors import HugeTexture
from consumers.assets.looks import texture_infos
from consumers.assets.model import Asset, Picture
from schemas.artifacts import JPEG, PNG

MOST_PIXELS = 1 << 26
"""What is decoded at most, 8192 squared: 256 MiB with four channels."""
FORMATS = ("PNG", "JPEG", "WEBP")
PLAIN_MODES = ("L", "LA", "RGB", "RGBA", "P")
"""Pillow's names for what every reader of PNG or JPEG knows, palettes of 8 bits included."""
LARGE = 1 << 18
"""Bytes from which an opaque PNG of a photograph is tried as JPEG."""
QUALITY, WORTH = 90, 0.7
_FORMATS = {"PNG": PNG, "JPEG": JPEG}


def tidied(asset: Asset, most_px: int) -> tuple[Asset, list[str]]:
    """The asset with pictures that clients load, and what was done to them, in words.

    One that can not be decoded is left out. Raises ``HugeTexture``.
    """
    photographs = _photographs(asset)
    pictures, notes, gone = [], list[str](), set[int]()
    for index, picture in enumerate(asset.pictures):
        done, said = _tidied(picture, most_px, index in photographs)
        pictures.append(done or picture)
        if done is None:
            gone.add(index)
        if said:
            notes.append(said)
    tidy = replace(asset, pictures=tuple(pictures))
    lost = {n for n, t in enumerate(asset.textures) if t.get("source", -1) in {*gone, -1}}
    if lost & _shown(asset):
        tidy = replace(tidy, materials=tuple(_without(m, lost) for m in asset.materials))
    return tidy, list(dict.fromkeys(notes))


def _tidied(picture: Picture, most_px: int, photograph: bool) -> tuple[Picture | None, str]:
    """A picture as it is to be, itself where nothing was wrong; None: it can not be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(picture.data), formats=FORMATS)
            return _redone(picture, image, most_px, photograph)
    except Image.DecompressionBombError as bomb:
        raise HugeTexture(MOST_PIXELS) from bomb
    except (OSError, ValueError, SyntaxError, EOFError) as broken:
        return None, f"a texture that can not be decoded left out ({broken})"


def _redone(
    picture: Picture, image: Image.Image, most_px: int, photograph: bool
) -> tuple[Picture, str]:
    kind = _FORMATS.get(image.format or "")
    size = image.size
    if image.format == "JPEG":
        image.draft("RGB" if image.mode == "RGB" else None, (most_px, most_px))
    if image.width * image.height > MOST_PIXELS:
        raise HugeTexture(MOST_PIXELS)
    sound = kind is not None and image.mode in PLAIN_MODES and max(size) <= most_px
    if kind is not None and sound and not (photograph and _is_heavy(picture, kind)):
        _check(picture, image, kind)
        if picture.media_type == kind:
            return picture, ""
        return replace(picture, media_type=kind), f"a texture said to be what it is, {kind}"
    plain = _plain(image)
    if max(size) > most_px:
        plain.thumbnail((most_px, most_px), Image.Resampling.LANCZOS)
    done = _encoded(plain, picture.name, kind == JPEG or photograph)
    if sound:  # only tried: it was all right as it was
        if len(done.data) > WORTH * len(picture.data):
            return picture, ""
        return done, "an opaque texture written as JPEG"
    what = f"{size[0]} x {size[1]} {image.format} in {image.mode}"
    return done, f"a texture of {what} written as {plain.width} x {plain.height} {done.media_type}"


def _is_heavy(picture: Picture, kind: str) -> bool:
    return kind == PNG and len(picture.data) > LARGE


def _check(picture: Picture, image: Image.Image, kind: str) -> None:
    """Read it through. PNG's own checksums do for that; a JPEG has to be decoded."""
    if kind == PNG:
        image.verify()
        # Pillow stops at the end of the pixels' chunks: a file without its end is cut off.
        if b"IEND" not in picture.data[-16:]:
            raise OSError("it is cut off")
    else:
        image.load()


def _plain(image: Image.Image) -> Image.Image:
    if image.mode in ("L", "RGB", "RGBA"):
        return image.copy()
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        # 16 bits a channel: Pillow's own conversion cuts off what is above 255.
        scale = 1.0 / 257.0 if image.mode != "F" else 1.0
        return image.convert("F").point(lambda v: v * scale).convert("L")
    see_through = image.mode in ("LA", "PA", "La", "RGBa") or "transparency" in image.info
    return image.convert("RGBA" if see_through else "RGB")


def _encoded(image: Image.Image, name: str, as_jpeg: bool) -> Picture:
    opaque = image.mode != "RGBA" or image.getchannel("A").getextrema() == (255, 255)
    file = io.BytesIO()
    if as_jpeg and opaque:
        image.convert("RGB").save(file, "JPEG", quality=QUALITY, subsampling=0)
        return Picture(file.getvalue(), JPEG, name)
    (image.convert("RGB") if opaque and image.mode == "RGBA" else image).save(file, "PNG")
    return Picture(file.getvalue(), PNG, name)


def _photographs(asset: Asset) -> set[int]:
    """Pictures of colours alone: those of directions and measures must not be blurred."""
    colors, measures = set[int](), set[int]()
    for material in asset.materials:
        for _, name, info in texture_infos(material):
            source = asset.textures[info["index"]].get("source", -1)
            into = colors if name in ("baseColorTexture", "emissiveTexture") else measures
            into.add(source)
    return colors - measures


def _shown(asset: Asset) -> set[int]:
    return {info["index"] for m in asset.materials for _, _, info in texture_infos(m)}


def _without(material: Json, textures: set[int]) -> Json:
    """A material without its references to these textures."""
    surface = material.get("pbrMetallicRoughness")
    kept = dict(material)
    if isinstance(surface, dict):
        kept["pbrMetallicRoughness"] = dict(surface)
    for owner, name, info in list(texture_infos(kept)):
        if info["index"] in textures:
            del owner[name]
    return kept
