"""TLS by certificate files: wss:// and https:// on the gateway's own port."""

from __future__ import annotations

import ssl
from dataclasses import dataclass

from schemas.errors import Misconfigured


class BadCertificate(Misconfigured):
    """The certificate can not be used; give a PEM file with its chain, and that of its key."""


@dataclass(frozen=True, slots=True)
class TlsSettings:
    """``cert``: a PEM file, the certificate with its chain; ``key``: its key's, "" where the former
    holds it, too."""

    cert: str
    key: str = ""

    def context(self) -> ssl.SSLContext:
        """What connections are secured by. Raises ``BadCertificate``."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_alpn_protocols(["http/1.1"])  # WebSockets of browsers have no other
        self.load(context)
        return context

    def load(self, context: ssl.SSLContext) -> None:
        """Read the files into ``context``, for connections from now on. Raises ``BadCertificate``,
        and leaves it as it is then."""
        try:
            trial = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            for each in (trial, context):
                each.load_cert_chain(self.cert, self.key or None, password=_no_password)
        except (OSError, ValueError) as bad:
            why = getattr(bad, "strerror", None) or getattr(bad, "reason", None) or bad
            raise BadCertificate(f"{self.cert}: {why}; {BadCertificate.__doc__}") from bad


def _no_password() -> str:
    """Instead of asking for one at the terminal: nobody is there."""
    raise BadCertificate("the key has a password; give one without, readable by this user alone")
