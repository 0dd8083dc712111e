"""``scener.v1``: the frames of the Unity client that already ships, as plain values.

Bytes in, values out, and back. What a frame means to a session is the gateway's affair; how a scene
is written for this client is ``schemas.scene_v1``'s.
"""

from __future__ import annotations

from dataclasses import dataclass

from google.protobuf.message import DecodeError

from schemas.errors import BadInput
from schemas.wire_pb2 import Content, MediaAsset

OK = 200


class BadFrame(BadInput):
    """The frame is not a protobuf ``Content`` message; send one Content per binary frame."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """``data`` with its id and file name (``<asset id>.glb``, ``voice.wav``)."""

    id: str
    data: bytes
    filename: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One message either way. ``metadata`` is a JSON document as text; ``status`` 200 is well."""

    type: str
    text: str = ""
    assets: tuple[Attachment, ...] = ()
    status: int = OK
    error: str = ""
    metadata: str = ""


def encode(frame: Frame) -> bytes:
    """The frame's bytes on the wire."""
    content = Content(
        type=frame.type,
        text=frame.text,
        assets=[MediaAsset(id=a.id, data=a.data, filename=a.filename) for a in frame.assets],
        status=frame.status,
        error=frame.error,
        metadata=frame.metadata,
    )
    return bytes(content.SerializeToString())


def decode(data: bytes) -> Frame:
    """The frame that ``data`` is. Raises ``BadFrame``."""
    content = Content()
    try:
        content.ParseFromString(data)
    except DecodeError as broken:
        raise BadFrame(f"{BadFrame.__doc__} ({broken})") from broken
    if not content.type:
        raise BadFrame("the frame has no type; send text, audio, gesture or error")
    return Frame(
        type=content.type,
        text=content.text,
        assets=tuple(Attachment(a.id, a.data, a.filename) for a in content.assets),
        status=content.status,
        error=content.error,
        metadata=content.metadata,
    )


def error(message: str, status: int) -> Frame:
    """An error as this client shows it: it displays ``text``, so both fields are filled."""
    return Frame("error", text=message, error=message, status=status)
