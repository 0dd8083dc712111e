"""A reference to bytes that live outside the log, in the content-addressed artifact store."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schemas.model import Frozen


class ArtifactRef(Frozen):
    """``sha256``: hex digest of the bytes, their address; ``size``: bytes; ``media_type``: IANA."""

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=0)]
    media_type: str


GLB = "model/gltf-binary"
PNG = "image/png"
JPEG = "image/jpeg"
WAV = "audio/wav"
