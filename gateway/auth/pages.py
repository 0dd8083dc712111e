"""Which web pages may talk to this server: their browsers say where they come from, and as what
they know us.

Any page can have its visitor's browser send requests to that visitor's own machine. Where clients
show tokens, that gives a page nothing; where nobody is asked who they are, it would give it all.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from gateway.settings import is_loopback
from schemas.errors import Category, ScenestreamError


class ForeignPage(ScenestreamError):
    """A page from elsewhere may not talk to this server; name its origin in SCENESTREAM_ORIGINS,
    serve it from here, or start the gateway with --insecure."""

    category = Category.FORBIDDEN


class ForeignName(ScenestreamError):
    """A server that asks nobody who they are answers to 127.0.0.1 and localhost alone, since any
    site can have its own name lead here; call it so, name the site in SCENESTREAM_ORIGINS, or turn
    authentication on."""

    category = Category.FORBIDDEN


@dataclass(frozen=True, slots=True)
class Pages:
    """``origins``: other sites whose pages may connect. ``asks``: clients have to say who they are;
    ``lets_all``: nobody is refused for where they come from."""

    origins: tuple[str, ...] = ()
    asks: bool = False
    lets_all: bool = False

    def admit(self, headers: Mapping[str, str], may_be_linked: bool = False) -> None:
        """A request with these headers has come. Raises ``ForeignPage``, ``ForeignName``.

        ``headers``: names in any case, as HTTP libraries look them up. ``may_be_linked``: it is for
        what does nothing, and may be come to from another site.
        """
        if self.lets_all:
            return
        host, origin = headers.get("Host", ""), headers.get("Origin")
        if not self.asks and not is_own_name(host, self.origins):
            raise ForeignName(f"{host[:80]!r}: {ForeignName.__doc__}")
        if origin is not None and not may_be_linked:
            admit(origin, host, self.origins)
        elif not (self.asks or may_be_linked) and headers.get("Sec-Fetch-Site") == "cross-site":
            # Pictures, scripts and links have no Origin.
            raise ForeignPage(f"a page of another site: {ForeignPage.__doc__}")

    def shares_with(self, headers: Mapping[str, str]) -> str:
        """The origin whose pages may read the answer to such a request; "" for its own alone."""
        origin, host = headers.get("Origin", ""), headers.get("Host", "")
        if self.lets_all or origin in self.origins:
            return origin
        return origin if origin and _is_here(origin, host) else ""


def admit(origin: str, host: str, allowed: Iterable[str]) -> None:
    """Raises ``ForeignPage`` for a page that is neither this server's nor ``allowed``."""
    if origin in allowed:
        return
    try:
        is_ours = bool(netloc := urlsplit(origin).netloc) and netloc == host
    except ValueError:
        is_ours = False
    if not (is_ours or _is_here(origin, host)):
        raise ForeignPage(f"{origin[:80]!r}: {ForeignPage.__doc__}")


def is_own_name(host: str, origins: Iterable[str] = ()) -> bool:
    """Whether no page of another site can have got here under the name ``host``, a Host header:
    an address is nobody's name, and who sends none is no browser."""
    name = _name(host)
    if not host or name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name != "" and name in {_name(urlsplit(o).netloc) for o in origins}
    return True


def _is_here(origin: str, host: str) -> bool:
    """Whether both a page and this server are of this machine."""
    try:
        page = urlsplit(origin).hostname or ""
    except ValueError:
        return False
    return is_loopback(page) and is_loopback(_name(host))


def _name(host: str) -> str:
    """The name of a Host header, without its port; "" for none that is one."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""
