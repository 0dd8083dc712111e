"""The stamp in a GLB: its provenance as ``asset.extras.scenestream``, and a line of credit.

glTF importers keep or pass over extras; no time goes in, so that the same recipe gives the same
bytes. What does not belong here: what the mesh looks like, and whether it is any good.
"""

from __future__ import annotations

import json
import struct
from typing import Any

from pydantic import ValidationError

from schemas.errors import BadInput
from schemas.provenance import Provenance

MEMBER = "scenestream"
_HEAD = struct.Struct("<4sII")
_CHUNK = struct.Struct("<I4s")


class NotAGlb(BadInput):
    """That is no binary glTF 2.0 file, or not all of one; make the mesh again."""


def stamp(data: bytes, provenance: Provenance) -> bytes:
    """The GLB with ``provenance`` in it, in place of an earlier one. Raises ``NotAGlb``."""
    document, rest = _parts(data)
    asset = document.setdefault("asset", {"version": "2.0"})
    extras = asset.get("extras")
    said = provenance.model_dump(mode="json", exclude_defaults=True)
    asset["extras"] = {**(extras if isinstance(extras, dict) else {}), MEMBER: said}
    if named := credit(provenance):
        asset.setdefault("copyright", named)
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    length = _HEAD.size + _CHUNK.size + len(text) + len(rest)
    head = _HEAD.pack(b"glTF", 2, length) + _CHUNK.pack(len(text), b"JSON")
    return b"".join([head, text, rest])


def read(data: bytes) -> Provenance | None:
    """The provenance in the GLB ``data``, or in the beginning of one that is ``head_size`` long;
    None where there is none that this version can read."""
    try:
        document, _ = _document(data)
        return Provenance.model_validate(document["asset"]["extras"][MEMBER])
    except (NotAGlb, KeyError, TypeError, ValidationError, RecursionError):
        return None


def head_size(data: bytes) -> int:
    """How many bytes of a GLB that begins with ``data`` hold what ``read`` reads; 0: it is none."""
    try:
        size, kind = _CHUNK.unpack_from(data, _HEAD.size)
    except struct.error:
        return 0
    return _HEAD.size + _CHUNK.size + int(size) if kind == b"JSON" else 0


def credit(provenance: Provenance) -> str:
    """Who is to be named, and on what licences: "Made with TRELLIS (MIT), SD 3.5 (…)"."""
    models = dict.fromkeys(link.model for link in provenance.chain() if link.model is not None)
    named = ", ".join(f"{model.name} ({model.licence})" for model in models)
    return f"Made with {named}" if named else ""


def _parts(data: bytes) -> tuple[dict[str, Any], memoryview]:
    """The document, and all chunks after it, which may be large. Raises ``NotAGlb``."""
    document, end = _document(data)
    _, _, length = _HEAD.unpack_from(data)
    if not end <= length <= len(data):
        raise NotAGlb(f"{len(data)} bytes, and its head says {length}: {NotAGlb.__doc__}")
    return document, memoryview(data)[end:length]


def _document(data: bytes) -> tuple[dict[str, Any], int]:
    """The document, and where it ends. Raises ``NotAGlb``."""
    end = head_size(data)
    if not end or end > len(data) or data[: _HEAD.size - 4] != b"glTF\2\0\0\0":
        raise NotAGlb(f"it begins with {data[:20]!r}: {NotAGlb.__doc__}")
    try:
        document = json.loads(data[_HEAD.size + _CHUNK.size : end])
    except (ValueError, RecursionError) as broken:
        raise NotAGlb(f"its JSON can not be read, {broken}: {NotAGlb.__doc__}") from broken
    if not isinstance(document, dict) or not isinstance(document.get("asset", {}), dict):
        raise NotAGlb(f"its JSON is no glTF: {NotAGlb.__doc__}")
    return document, end
