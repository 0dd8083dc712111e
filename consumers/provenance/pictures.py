"""The stamp in a picture: its provenance as a PNG's text, or a JPEG's comment.

The pixels stay as they are. What does not belong here: drawing, decoding, other formats, which go
without.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from pydantic import ValidationError

from schemas.artifacts import JPEG, PNG
from schemas.provenance import Provenance

KEY = "scenestream:provenance"
_PNG = b"\x89PNG\r\n\x1a\n"
_ITXT = KEY.encode() + b"\0\0\0\0\0"
"""A PNG's international text (iTXt) up to it: the keyword, uncompressed, in no language."""
_JPEG, _COMMENT = b"\xff\xd8", 0xFE
_APPS = range(0xE0, 0xF0)
_NOTE = KEY.encode() + b" "
_LONGEST = 0xFFFF - 2
"""Bytes of a JPEG's segment."""


def stamp(data: bytes, media_type: str, provenance: Provenance) -> bytes:
    """The picture with ``provenance`` in it; of another format, or none at all, just ``data``."""
    said = provenance.model_dump_json(exclude_defaults=True).encode()
    if media_type == PNG and data.startswith(_PNG):
        after = next(_chunks(data), None)
        if after is not None and after[0] == b"IHDR":
            return data[: after[3]] + _chunk(b"iTXt", _ITXT + said) + data[after[3] :]
    if media_type == JPEG and data.startswith(_JPEG):
        at = max((end for kind, _, end in _segments(data) if kind in _APPS), default=len(_JPEG))
        note = _NOTE + said
        if len(note) <= _LONGEST:
            head = struct.pack(">BBH", 0xFF, _COMMENT, len(note) + 2)
            return data[:at] + head + note + data[at:]
    return data


def read(data: bytes) -> Provenance | None:
    """The provenance in a picture; None where there is none that this version can read."""
    for said in _said(data):
        try:
            return Provenance.model_validate_json(said)
        except (ValidationError, RecursionError):
            return None
    return None


def _said(data: bytes) -> Iterator[bytes]:
    if data.startswith(_PNG):
        for kind, begin, end, _ in _chunks(data):
            if kind == b"iTXt" and data.startswith(_ITXT, begin):
                yield data[begin + len(_ITXT) : end]
    elif data.startswith(_JPEG):
        for marker, begin, end in _segments(data):
            if marker == _COMMENT and data.startswith(_NOTE, begin):
                yield data[begin + len(_NOTE) : end]


def _chunks(png: bytes) -> Iterator[tuple[bytes, int, int, int]]:
    """A PNG's chunks up to the pixels: type, where its data begins and ends, where the next is."""
    at = len(_PNG)
    while at + 12 <= len(png):
        size, kind = struct.unpack_from(">I4s", png, at)
        begin, end = at + 8, at + 8 + size
        if kind == b"IDAT" or end + 4 > len(png):
            return
        yield kind, begin, end, end + 4
        at = end + 4


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _segments(jpeg: bytes) -> Iterator[tuple[int, int, int]]:
    """A JPEG's segments up to the scan: marker, where its data begins, where it ends."""
    at = len(_JPEG)
    while at + 4 <= len(jpeg):
        lead, kind, size = struct.unpack_from(">BBH", jpeg, at)
        if lead != 0xFF or kind == 0xDA or size < 2 or at + 2 + size > len(jpeg):
            return
        yield kind, at + 4, at + 2 + size
        at += 2 + size
