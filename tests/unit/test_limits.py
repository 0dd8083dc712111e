"""Buckets, crowds and addresses: how much of what a client may have, by any clock."""

from __future__ import annotations

import contextlib

import pytest

from gateway.auth.rights import ANYBODY, Principal
from gateway.limits import limits as module
from gateway.limits.addresses import BadProxy, client_address, networks
from gateway.limits.bucket import Bucket
from gateway.limits.crowd import Crowd
from gateway.limits.errors import (
    TooManyBytes,
    TooManyCommands,
    TooManyConnections,
    TooManyFailedLogins,
)
from gateway.limits.limits import Limits
from gateway.limits.logins import FailedLogins
from gateway.limits.settings import MIB, LimitSettings


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_gives_its_burst_at_once_and_then_its_rate() -> None:
    bucket = Bucket(per_minute=60, burst=3)
    for _ in range(3):
        assert bucket.wait_s(1, 0) == 0
        bucket.take(1)
    assert bucket.wait_s(1, 0) == pytest.approx(1)
    assert bucket.wait_s(1, 0.5) == pytest.approx(0.5)
    assert bucket.wait_s(1, 1.0) == 0


@pytest.mark.parametrize("per_minute", [7, 33, 60, 1200, 99_991])
def test_who_waits_as_long_as_it_is_told_is_served(per_minute: int) -> None:
    bucket, now = Bucket(per_minute, 1), 0.1
    for _ in range(200):
        now += bucket.wait_s(1, now)
        assert bucket.wait_s(1, now) == 0
        bucket.take(1)
    assert now == pytest.approx(0.1 + 199 * 60 / per_minute)


def test_more_than_a_burst_comes_when_the_bucket_is_full_and_is_owed() -> None:
    bucket = Bucket(per_minute=60, burst=10)
    assert bucket.wait_s(70, 0) == 0
    bucket.take(70)
    assert bucket.wait_s(1, 0) == pytest.approx(61)


def test_a_bucket_never_holds_more_than_its_burst_and_a_clock_that_stands_gives_nothing() -> None:
    bucket = Bucket(per_minute=60, burst=2)
    bucket.take(2)
    assert bucket.wait_s(1, 5) > 0
    assert bucket.wait_s(1, 5) > 0
    assert bucket.wait_s(2, 5000) == 0
    bucket.take(2)
    assert bucket.wait_s(1, 4000) > 0


def test_a_rate_of_none_is_any() -> None:
    bucket = Bucket(0, 1)
    bucket.take(10**9)
    assert bucket.wait_s(10**9, 0) == 0


def test_a_connection_and_all_of_its_users_are_counted() -> None:
    clock = Clock()
    limits = Limits(LimitSettings(commands=60, user_commands=120), clock)
    ada = Principal("ada")
    first, second, other = (
        limits.allowance(who, "10.0.0.1") for who in (ada, ada, Principal("bob"))
    )
    for _ in range(10):
        first.command(1)
    with pytest.raises(TooManyCommands, match="one connection may send 60 commands") as refused:
        first.command(1)
    assert refused.value.retry_after_s == pytest.approx(1)
    for _ in range(10):
        second.command(1)
    third = limits.allowance(ada, "10.0.0.2")
    with pytest.raises(TooManyCommands, match="one user may send 120 commands"):
        third.command(1)
    other.command(1)
    clock.now += 1
    third.command(1)


def test_bytes_are_counted_but_a_frame_of_the_largest_kind_may_come() -> None:
    clock = Clock()
    allowance = Limits(LimitSettings(mib=60), clock).allowance(ANYBODY, "127.0.0.1")
    allowance.command(16 * MIB)
    with pytest.raises(TooManyBytes, match="60 MiB a minute") as refused:
        allowance.command(MIB)
    clock.now += refused.value.retry_after_s
    allowance.command(MIB)


def test_operators_count_for_their_connection_alone_and_nobody_counts_by_address() -> None:
    settings = LimitSettings(commands=0, user_commands=6, user_connections=1)
    limits = Limits(settings, Clock())
    root = limits.allowance(Principal("root", operator=True), "10.0.0.1")
    for _ in range(50):
        root.command(1)
    with root.connected(), root.connected():
        pass
    here, there = limits.allowance(ANYBODY, "10.0.0.1"), limits.allowance(ANYBODY, "10.0.0.2")
    here.command(1)
    there.command(1)
    with pytest.raises(TooManyCommands):
        here.command(1)
    with (
        here.connected(),
        there.connected(),
        pytest.raises(TooManyConnections),
        here.connected(),
    ):
        pass
    with here.connected():
        pass


def test_who_never_waits_is_exhausted_and_who_waits_is_not() -> None:
    clock = Clock()
    limits = Limits(LimitSettings(commands=60), clock)
    patient, rude = limits.allowance(ANYBODY, "a"), limits.allowance(ANYBODY, "a")
    for _ in range(400):
        try:
            patient.command(1)
        except TooManyCommands as refused:
            clock.now += refused.retry_after_s
    assert not patient.is_exhausted
    for _ in range(10 + module.MOST_REFUSED):
        assert not rude.is_exhausted
        with contextlib.suppress(TooManyCommands):
            rude.command(1)
    assert rude.is_exhausted


def test_users_that_rest_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_KNOWN", 3)
    clock = Clock()
    limits = Limits(LimitSettings(user_commands=60), clock)
    for _ in range(10):
        limits.allowance(ANYBODY, "busy").command(1)
    for n in range(20):
        clock.now += 0.05
        limits.allowance(ANYBODY, f"once-{n}").command(1)
        clock.now += 0.05
    assert len(limits._rates) <= 25
    clock.now += 1e-3
    assert "address busy" in limits._rates
    clock.now += 60
    limits.allowance(ANYBODY, "new").command(1)
    assert list(limits._rates) == ["address new"]


def test_a_crowd_counts_each_and_all() -> None:
    crowd = Crowd(most=3, most_each=2)
    assert [crowd.enter(w) for w in ("a", "a", "a", "b", "c")] == [True, True, False, True, False]
    assert crowd.is_full
    crowd.leave("a")
    assert crowd.enter("c")
    assert not Crowd().is_full
    proxied = Crowd(most_each=1)
    assert all(proxied.enter("") for _ in range(5))


@pytest.mark.parametrize(
    ("peer", "forwarded", "found"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),  # none of our proxies: a lie
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1, 10.0.0.7", "198.51.100.1"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "<script>" * 50, ("<script>" * 50)[:64]),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "", "203.0.113.9"),
        ("", "", ""),
    ],
)
def test_an_address_is_the_peers_or_what_our_proxies_say(
    peer: str, forwarded: str, found: str
) -> None:
    assert client_address(peer, forwarded, networks(["10.0.0.0/8"])) == found


def test_a_proxy_is_an_address_or_a_network() -> None:
    with pytest.raises(BadProxy, match="give addresses or networks"):
        networks(["proxy.example"])


def test_failed_logins_are_told_when_to_try_again_each_address_by_itself() -> None:
    clock = Clock()
    logins = FailedLogins(60, clock)
    for _ in range(10):
        logins.count("1.1.1.1")
    with pytest.raises(TooManyFailedLogins, match="good token") as refused:
        logins.count("1.1.1.1")
    logins.count("2.2.2.2")
    clock.now += refused.value.retry_after_s
    logins.count("1.1.1.1")
    with pytest.raises(TooManyFailedLogins):
        logins.count("1.1.1.1")


def test_any_number_of_logins_may_fail_where_nobody_counts_and_few_addresses_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _ in range(1000):
        FailedLogins(0, Clock()).count("1.1.1.1")
    monkeypatch.setattr("gateway.limits.logins.MOST_KNOWN", 3)
    logins = FailedLogins(6, Clock())
    for n in range(20):
        logins.count(f"address {n}")
    assert len(logins._known) == 3
