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
    chunk = _CHUNK.pack(len(text), b"JSON") + text
    return _HEAD.pack(b"glTF", 2, _HEAD.size + len(chunk) + len(rest)) + chunk + rest


def read(data: bytes) -> Provenance | None:
    """The provenance in the GLB ``data``; None where there is none that this version can read."""
    try:
        document, _ = _parts(data)
        return Provenance.model_validate(document["asset"]["extras"][MEMBER])
    except (NotAGlb, KeyError, TypeError, ValidationError, RecursionError):
        return None


def credit(provenance: Provenance) -> str:
    """Who is to be named, and on what licences: "Made with TRELLIS (MIT), SD 3.5 (…)"."""
    models = dict.fromkeys(link.model for link in provenance.chain() if link.model is not None)
    named = ", ".join(f"{model.name} ({model.licence})" for model in models)
    return f"Made with {named}" if named else ""


def _parts(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The document, and all chunks after it. Raises ``NotAGlb``."""
    try:
        magic, version, length = _HEAD.unpack_from(data)
        size, kind = _CHUNK.unpack_from(data, _HEAD.size)
    except struct.error as short:
        raise NotAGlb(f"{len(data)} bytes: {NotAGlb.__doc__}") from short
    begin = _HEAD.size + _CHUNK.size
    whole = begin + size <= length <= len(data)
    if (magic, version, kind) != (b"glTF", 2, b"JSON") or not whole:
        raise NotAGlb(f"its head is {data[:20]!r}: {NotAGlb.__doc__}")
    try:
        document = json.loads(data[begin : begin + size])
    except (ValueError, RecursionError) as broken:
        raise NotAGlb(f"its JSON can not be read, {broken}: {NotAGlb.__doc__}") from broken
    if not isinstance(document, dict) or not isinstance(document.get("asset", {}), dict):
        raise NotAGlb(f"its JSON is no glTF: {NotAGlb.__doc__}")
    return document, data[begin + size : length]
