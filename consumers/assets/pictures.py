"""The pictures and textures of a glTF document, as bytes that somebody can look into.

What does not belong here: what is done to their pixels (``textures``).
"""

from __future__ import annotations

import base64
import binascii
from typing import Any

from consumers.assets.accessors import BadAccessor, member, view_bytes
from consumers.assets.container import Container, Json
from consumers.assets.looks import kept_sampler
from consumers.assets.model import Picture

OTHER_SOURCES = ("EXT_texture_webp", "KHR_texture_basisu", "EXT_texture_avif", "MSFT_texture_dds")
"""Extensions that give a texture another image, which newer clients prefer."""


def read_textures(
    file: Container,
) -> tuple[tuple[Picture, ...], tuple[Json, ...], tuple[Json, ...], list[str]]:
    """Pictures, textures and samplers, and what is to be said of them.

    A texture keeps its place even if its picture is gone: then it has no ``source``.
    """
    document, notes = file.document, list[str]()
    pictures: list[Picture] = []
    places: dict[Any, int] = {}
    for index, image in enumerate(member(document, "images")):
        try:
            picture = _picture(file, image)
        except BadAccessor as wrong:
            notes.append(f"a texture left out ({wrong})")
            continue
        places[index] = len(pictures)
        pictures.append(picture)
    samplers = tuple(kept_sampler(s) for s in member(document, "samplers"))
    textures = []
    for texture in member(document, "textures"):
        kept: Json = {}
        source = _source(texture, places)
        if source is not None:
            kept["source"] = places[source]
        sampler = texture.get("sampler")
        if isinstance(sampler, int) and 0 <= sampler < len(samplers):
            kept["sampler"] = sampler
        textures.append(kept)
    return tuple(pictures), tuple(textures), samplers, notes


def _picture(file: Container, image: Json) -> Picture:
    name = image["name"] if isinstance(image.get("name"), str) else ""
    kind = image.get("mimeType")
    kind = kind if isinstance(kind, str) else ""
    if "uri" not in image:
        return Picture(bytes(view_bytes(file, image.get("bufferView"))), kind, name)
    uri = image["uri"]
    if not isinstance(uri, str) or not uri.startswith("data:") or ";base64," not in uri:
        raise BadAccessor("its picture lies outside the file")
    head, _, body = uri.partition(";base64,")
    try:
        return Picture(base64.b64decode(body, validate=True), head.removeprefix("data:"), name)
    except (binascii.Error, ValueError) as wrong:
        raise BadAccessor("its picture is no base64") from wrong


def _source(texture: Json, places: dict[Any, int]) -> int | None:
    """The image of a texture: the one that everybody can read, else another."""
    extensions = texture.get("extensions")
    others = extensions if isinstance(extensions, dict) else {}
    for owner in (texture, *(others.get(name) for name in OTHER_SOURCES)):
        source = owner.get("source") if isinstance(owner, dict) else None
        if isinstance(source, int) and source in places:
            return source
    return None
