"""A reference to bytes that live outside the log, in the content-addressed artifact store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field, ValidationError

from schemas.model import Frozen


class ArtifactRef(Frozen):
    """``sha256``: hex digest of the bytes, their address; ``size``: bytes; ``media_type``: IANA."""

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=0)]
    media_type: str


def named(document: Any) -> Iterator[ArtifactRef]:
    """Every reference in a JSON document: in one that no model here knows, too."""
    if isinstance(document, dict):
        if document.keys() == ArtifactRef.model_fields.keys():
            try:
                yield ArtifactRef.model_validate(document)
                return
            except ValidationError:  # looks like one, and is something else
                pass
        for member in document.values():
            yield from named(member)
    elif isinstance(document, list | tuple):
        for member in document:
            yield from named(member)


GLB = "model/gltf-binary"
PNG = "image/png"
JPEG = "image/jpeg"
WAV = "audio/wav"
