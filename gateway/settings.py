"""What a gateway is told: where it listens and what it allows."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field

from gateway.auth.tokens import AuthSettings
from gateway.limits.addresses import Network
from gateway.limits.settings import LimitSettings
from gateway.limits.tls import TlsSettings
from schemas.errors import Misconfigured

MIB = 1024 * 1024


class PublicWithoutAuth(Misconfigured):
    """The gateway would be open to everybody who can reach this machine."""


@dataclass(frozen=True, slots=True)
class GatewaySettings:
    """``port`` 0 takes a free one. ``max_frame``: bytes a client may send in one message; larger
    ones are refused, and from four times that on the connection is closed unread. ``max_behind``:
    bytes that may wait to be sent to one client of the new protocol; then it is closed.
    ``secret``: what cursors and URLs are signed with; "" takes one that the deployment agrees on.
    ``auth``: how clients say who they are; ``origins``: other sites whose pages may connect.
    ``limits``: how much of what a client may have; ``proxies``: what may stand before the gateway,
    and is believed when it says for whom; ``tls``: how connections are secured, None: they are not.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    max_frame: int = 16 * MIB
    max_behind: int = 8 * MIB
    secret: str = field(default="", repr=False)
    auth: AuthSettings = field(default_factory=AuthSettings)
    origins: tuple[str, ...] = ()
    insecure: bool = False
    limits: LimitSettings = field(default_factory=LimitSettings)
    proxies: tuple[Network, ...] = ()
    tls: TlsSettings | None = None

    def __post_init__(self) -> None:
        if not (self.insecure or self.auth.is_on or is_loopback(self.host)):
            raise PublicWithoutAuth(
                f"WEBSOCKET_HOST is {self.host!r}, which others can reach, and there is no "
                "authentication; set SCENESTREAM_JWT_SECRET or SCENESTREAM_JWKS_URL, bind to "
                "127.0.0.1, or say --insecure if that is what you want"
            )


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
