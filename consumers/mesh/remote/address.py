"""Where a remote engine is: a URL as a person gives it, and as it may be told.

A user and password in it are sent to the server and to nobody else: they are in no event, log,
message or engine's name. What does not belong here: connections.
"""

from __future__ import annotations

import base64
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from schemas.errors import MissingEngine

_PORTS = {"http": 80, "https": 443}


class BadAddress(MissingEngine):
    """What follows the engine's name is no URL that it can use; the message says what is."""


@dataclass(frozen=True, slots=True)
class Address:
    """``path``: what comes before each of the server's own paths, without a slash at its end.

    ``options``: what the URL's query says, for the engine. ``authorization``: a header's value, ""
    for none.
    """

    scheme: str
    host: str
    port: int
    path: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    authorization: str = field(default="", repr=False)

    @property
    def shown(self) -> str:
        """The URL as it may be told."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        query = f"?{urlencode(dict(self.options))}" if self.options else ""
        return f"{self.scheme}://{host}:{self.port}{self.path}{query}"


def read_address(engine: str, url: str, example: str, options: Collection[str] = ()) -> Address:
    """The address that ``--engine mesh=ENGINE:URL`` names. Raises ``BadAddress``.

    ``options``: what its query may say.
    """
    expected = f"expected --engine mesh={engine}:{example}"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as wrong:
        raise BadAddress(f"{engine} has a URL that makes no sense ({wrong}); {expected}") from wrong
    if parts.scheme not in _PORTS or not parts.hostname or parts.fragment:
        raise BadAddress(f"{engine} needs the URL of its server; {expected}")
    said = dict(parse_qsl(parts.query, keep_blank_values=True))
    unknown = sorted(set(said) - set(options))
    if unknown:
        known = ", ".join(options) or "none"
        raise BadAddress(f"{engine} has no option {', '.join(unknown)}; known: {known}")
    return Address(
        parts.scheme,
        parts.hostname,
        port or _PORTS[parts.scheme],
        parts.path.rstrip("/"),
        said,
        _authorization(parts.username, parts.password),
    )


def _authorization(user: str | None, password: str | None) -> str:
    if user is None:
        return ""
    pair = f"{unquote(user)}:{unquote(password or '')}"
    return f"Basic {base64.b64encode(pair.encode()).decode()}"
