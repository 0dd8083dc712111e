"""From which address a client comes, where a proxy stands between."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence

from schemas.errors import Misconfigured

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
V6_SITE = 64
"""Bits of an IPv6 address that are a site's: the rest one client chooses as it likes."""


class BadProxy(Misconfigured):
    """SCENESTREAM_PROXIES names no address; give addresses or networks, with , between."""


def networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """The proxies that ``texts`` name. Raises ``BadProxy``."""
    try:
        return tuple(ipaddress.ip_network(text.strip(), strict=False) for text in texts)
    except ValueError as bad:
        raise BadProxy(f"{bad}: {BadProxy.__doc__}") from bad


def is_in(address: str, proxies: Sequence[Network]) -> bool:
    """Whether ``address`` is one of ``proxies``."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in proxies)


def client_address(peer: str, forwarded: str, proxies: Sequence[Network]) -> str:
    """The address to count for: ``peer``, or what the proxies say it comes from.

    ``forwarded`` is X-Forwarded-For. Only what our own proxies added is believed: the address
    before the first that is none of them, from the right.
    """
    found = peer
    for hop in reversed([h.strip() for h in forwarded.split(",") if h.strip()]):
        if not is_in(found, proxies):
            break
        found = hop
    return _site(found)


def _site(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    if found.version == 4:
        return str(found)
    mapped = found.ipv4_mapped
    return str(mapped or ipaddress.ip_network((int(found), V6_SITE), strict=False))
