"""A binary glTF file as its two parts, the JSON document and the buffer behind it."""

from __future__ import annotations

import json
import struct
from typing import Any

from gateway.export.errors import BadMesh

Json = dict[str, Any]
_HEAD, _CHUNK = struct.Struct("<4sII"), struct.Struct("<I4s")


def unpack(data: bytes) -> tuple[Json, bytes]:
    """The document and the buffer of a GLB. Raises ``BadMesh``."""
    try:
        magic, version, _ = _HEAD.unpack_from(data)
        size, kind = _CHUNK.unpack_from(data, _HEAD.size)
        begin = _HEAD.size + _CHUNK.size
        if (magic, version, kind) != (b"glTF", 2, b"JSON"):
            raise BadMesh(BadMesh.__doc__)
        document = json.loads(data[begin : begin + size])
        if not isinstance(document, dict):
            raise BadMesh(BadMesh.__doc__)
        return document, _buffer(data, begin + size)
    except (struct.error, ValueError, RecursionError) as broken:
        raise BadMesh(f"{BadMesh.__doc__} ({broken})") from broken


def pack(document: Json, buffer: bytes) -> bytes:
    """The file of a document and its buffer, which may be empty."""
    text = json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 4)
    chunks = [_CHUNK.pack(len(text), b"JSON"), text]
    if buffer:
        pad = bytes(-len(buffer) % 4)
        chunks += [_CHUNK.pack(len(buffer) + len(pad), b"BIN\0"), buffer, pad]
    length = _HEAD.size + sum(map(len, chunks))
    return b"".join([_HEAD.pack(b"glTF", 2, length), *chunks])


def _buffer(data: bytes, at: int) -> bytes:
    while at + _CHUNK.size <= len(data):
        size, kind = _CHUNK.unpack_from(data, at)
        if kind == b"BIN\0":
            return data[at + _CHUNK.size : at + _CHUNK.size + size]
        at += _CHUNK.size + size
    return b""
