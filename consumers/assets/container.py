"""A binary glTF file as its two parts: the JSON document and the bytes that it speaks of.

What does not belong here: what the document says.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import Any

from consumers.assets.errors import NotGlb

MAGIC, VERSION = b"glTF", 2
JSON_CHUNK, BINARY_CHUNK = b"JSON", b"BIN\0"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Container:
    """``document``: the JSON. ``binary``: the first buffer. ``untidy``: what readers forgive."""

    document: Json
    binary: bytes
    untidy: tuple[str, ...] = ()


def unpack(data: bytes) -> Container:
    """The parts of a GLB file. Raises ``NotGlb`` where there is no telling what was meant."""
    if data[:4] != MAGIC or len(data) < 12:
        raise NotGlb("it does not begin as a binary glTF file does")
    version, length = struct.unpack_from("<II", data, 4)
    if version != VERSION:
        raise NotGlb(f"it is of glTF {version}, not of glTF 2")
    if length > len(data):
        raise NotGlb(f"it ends after {len(data):,} of its {length:,} bytes")
    untidy = [] if length == len(data) else [f"{len(data) - length:,} bytes behind its end"]
    chunks, more = _chunks(data[:length])
    untidy += more
    if not chunks or chunks[0][0] != JSON_CHUNK:
        raise NotGlb("its first chunk is not JSON")
    binary = next((body for kind, body in chunks[1:] if kind == BINARY_CHUNK), b"")
    if [kind for kind, _ in chunks[1:] if kind in (JSON_CHUNK, BINARY_CHUNK)][1:]:
        untidy.append("more than one chunk of a kind")
    return Container(_document(chunks[0][1]), binary, tuple(untidy))


def pack(document: Json, binary: bytes) -> bytes:
    """The file of a document and its buffer."""
    text = json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 4)
    chunks = [struct.pack("<I4s", len(text), JSON_CHUNK), text]
    if binary:
        padded = binary + bytes(-len(binary) % 4)
        chunks += [struct.pack("<I4s", len(padded), BINARY_CHUNK), padded]
    length = 12 + sum(len(chunk) for chunk in chunks)
    return b"".join([struct.pack("<4sII", MAGIC, VERSION, length), *chunks])


def _chunks(data: bytes) -> tuple[list[tuple[bytes, bytes]], list[str]]:
    found, untidy, at = [], [], 12
    while at < len(data):
        if at + 8 > len(data):
            untidy.append("a chunk without a whole header")
            break
        length, kind = struct.unpack_from("<I4s", data, at)
        if at + 8 + length > len(data):
            raise NotGlb(f"its chunk of {length:,} bytes ends behind the end of the file")
        if length % 4:
            untidy.append("a chunk whose length is no multiple of 4")
        found.append((kind, data[at + 8 : at + 8 + length]))
        at += 8 + length
    return found, untidy


def _document(text: bytes) -> Json:
    try:
        document = json.loads(text.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as broken:
        raise NotGlb(f"its JSON can not be read ({broken})") from broken
    if not isinstance(document, dict):
        raise NotGlb("its JSON is no object")
    return document


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is no number in JSON")
