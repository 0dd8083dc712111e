"""A gateway is open to others only where somebody said so."""

from __future__ import annotations

import pytest

from gateway.settings import GatewaySettings, PublicWithoutAuth, is_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "localhost"])
def test_this_machine_alone_may_connect(host: str) -> None:
    assert is_loopback(host)
    assert GatewaySettings(host=host).host == host


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.168.1.7", "localhost.example", "pc"])
def test_an_open_door_is_refused_unless_it_is_meant(host: str) -> None:
    assert not is_loopback(host)
    with pytest.raises(PublicWithoutAuth, match=r"WEBSOCKET_HOST is .*; set SCENESTREAM_JWT"):
        GatewaySettings(host=host)
    assert GatewaySettings(host=host, insecure=True).host == host
