"""Invitations: signed, so that an owner lets others in without a list of them anywhere.

An invitation names the session, the standing it gives and when it ends. Whoever holds it has it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Callable

from gateway.auth.rights import Standing
from schemas.errors import BadInput, Category, ScenestreamError
from schemas.ids import SessionId

LONGEST_S = 30 * 24 * 3600
_TAG_BYTES = 16
GIVES = (Standing.READER, Standing.EDITOR)


class BadInvitation(ScenestreamError):
    """The invitation is not this deployment's, or it is over; ask for a new one."""

    category = Category.FORBIDDEN


class BadTerms(BadInput):
    """No invitation has such terms; give one to a reader or an editor, for up to 30 days."""


class Invitations:
    """Writes and reads invitations under one secret. ``now``: seconds since 1970."""

    def __init__(self, secret: bytes, now: Callable[[], float] = time.time) -> None:
        self._secret = hashlib.sha256(b"scenestream invitation " + secret).digest()
        self._now = now

    def write(self, session: SessionId, gives: Standing, lasts_s: float) -> str:
        """An invitation into ``session``. Raises ``BadTerms``."""
        if gives not in GIVES or not 0 < lasts_s <= LONGEST_S:
            raise BadTerms(BadTerms.__doc__)
        told = f"{session} {gives} {int(self._now() + lasts_s)}".encode()
        return base64.urlsafe_b64encode(self._tag(told) + told).rstrip(b"=").decode("ascii")

    def read(self, text: str, session: SessionId) -> Standing:
        """The standing that ``text`` gives in ``session``. Raises ``BadInvitation``."""
        try:
            whole = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
            tag, told = whole[:_TAG_BYTES], whole[_TAG_BYTES:]
            if not hmac.compare_digest(tag, self._tag(told)):
                raise BadInvitation(BadInvitation.__doc__)
            named, gives, until = told.decode("utf-8").split(" ")
        except (ValueError, binascii.Error) as broken:
            raise BadInvitation(BadInvitation.__doc__) from broken
        if named != session or int(until) < self._now():
            raise BadInvitation(BadInvitation.__doc__)
        return Standing(gives)

    def _tag(self, told: bytes) -> bytes:
        return hmac.new(self._secret, told, hashlib.sha256).digest()[:_TAG_BYTES]
