"""What a request says of who makes it: headers, query, subprotocols."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

BEARER = "bearer."
"""What a subprotocol begins with that is a token: browsers can give a WebSocket no header."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """``token``: who the caller is; ``invitation``: what it was given; ``address``: from where it
    calls. "" for none."""

    token: str = ""
    invitation: str = ""
    address: str = ""

    def __repr__(self) -> str:
        """Without what must not get into a log."""
        return f"Credentials(token={bool(self.token)}, invitation={bool(self.invitation)})"

    def or_else(self, token: str, invitation: str) -> Credentials:
        """These, and where they say nothing, those."""
        return Credentials(self.token or token, self.invitation or invitation, self.address)


def credentials(
    headers: Mapping[str, str], query: str, offered: Iterable[str] = (), address: str = ""
) -> Credentials:
    """What a request from ``address`` carries. ``headers``: names in any case, as HTTP libraries
    look them up; ``offered``: its WebSocket subprotocols."""
    kind, _, token = headers.get("Authorization", "").partition(" ")
    told = parse_qs(query)
    if kind.lower() != "bearer" or not token.strip():
        token = next((p.removeprefix(BEARER) for p in offered if p.startswith(BEARER)), "")
        token = token or told.get("token", [""])[0]
    return Credentials(token.strip(), told.get("invitation", [""])[0], address)
