"""What a request says of who makes it, and from which page: headers, query, subprotocols."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from gateway.settings import is_loopback
from schemas.errors import Category, ScenestreamError

BEARER = "bearer."
"""What a subprotocol begins with that is a token: browsers can give a WebSocket no header."""


class ForeignPage(ScenestreamError):
    """A page from elsewhere may not talk to this server; name its origin in SCENESTREAM_ORIGINS,
    serve it from here, or start the gateway with --insecure."""

    category = Category.FORBIDDEN


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


def admit(origin: str | None, host: str, allowed: Iterable[str]) -> None:
    """Raises ``ForeignPage`` for a page that is neither this server's nor ``allowed``.

    Browsers tell from where a page comes, and any page can connect to this machine: without this,
    every page that its user visits could.
    """
    if origin is None or origin in allowed:
        return
    try:
        page = urlsplit(origin)
        is_ours = bool(page.netloc) and page.netloc == host
        is_here = is_loopback(page.hostname or "") and is_loopback(
            urlsplit(f"//{host}").hostname or ""
        )
    except ValueError:
        is_ours = is_here = False
    if not (is_ours or is_here):
        raise ForeignPage(f"{origin[:80]!r}: {ForeignPage.__doc__}")
