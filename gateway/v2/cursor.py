"""Cursors: where in which session a client stands, signed, so that no client can make one up.

A cursor says what its frame left the client with: the event, and the request whose draft it shows.
Whoever holds one may resume there; with authentication on, the session's own rights count as well.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass

from schemas.errors import BadInput
from schemas.ids import EventId, RequestId, SessionId

_VERSION = "1"
_TAG_BYTES = 12
"""Of HMAC-SHA-256: 96 bits, which nobody guesses over a network."""


class BadCursor(BadInput):
    """The cursor is none of this deployment's; say hello with the session alone, and the whole
    scene is sent."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """After ``at`` (None: before the first event) of ``session``. ``draft``: the request whose
    draft was shown there."""

    session: SessionId
    at: EventId | None
    draft: RequestId | None = None


class Cursors:
    """Writes and reads cursors under one secret of the deployment."""

    def __init__(self, secret: bytes) -> None:
        self._secret = hashlib.sha256(b"scenestream cursor " + secret).digest()

    def write(self, cursor: Cursor) -> str:
        """The cursor as clients keep it: URL-safe text."""
        told = f"{_VERSION} {cursor.session} {cursor.at or ''} {cursor.draft or ''}".encode()
        return _text(self._tag(told) + told)

    def read(self, text: str) -> Cursor:
        """What ``write`` wrote. Raises ``BadCursor``."""
        try:
            whole = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        except (ValueError, binascii.Error) as broken:
            raise BadCursor(BadCursor.__doc__) from broken
        tag, told = whole[:_TAG_BYTES], whole[_TAG_BYTES:]
        parts = told.decode("utf-8", "replace").split(" ")
        if not hmac.compare_digest(tag, self._tag(told)) or len(parts) != 4:
            raise BadCursor(BadCursor.__doc__)
        version, session, at, draft = parts
        if version != _VERSION:
            raise BadCursor(BadCursor.__doc__)
        return Cursor(
            SessionId(session), EventId(at) if at else None, RequestId(draft) if draft else None
        )

    def _tag(self, told: bytes) -> bytes:
        return hmac.new(self._secret, told, hashlib.sha256).digest()[:_TAG_BYTES]


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
