"""Published keys: fetched once for all, not too often, and good while their issuer is away."""

from __future__ import annotations

import asyncio
import threading

import pytest

from gateway.auth.keys import AGAIN_S, FRESH_S, STALE_S, Keys


class Issuer:
    """What it says now, how often it was asked, and the time."""

    def __init__(self) -> None:
        self.keys: dict[str, str] | Exception = {"k1": "one"}
        self.asked, self.now = 0, 1_000.0
        self.open = threading.Event()
        self.open.set()
        self.published = Keys(self.fetch, lambda: self.now)

    def fetch(self) -> dict[str, str]:
        self.open.wait(60)
        self.asked += 1
        if isinstance(self.keys, Exception):
            raise self.keys
        return self.keys

    async def settled(self) -> None:
        """Return when nothing is being fetched."""
        if self.published._fetching is not None:
            await self.published._fetching


async def test_keys_are_fetched_once_for_all_who_wait() -> None:
    issuer = Issuer()
    issuer.open.clear()
    waiting = [asyncio.create_task(issuer.published.key("k1")) for _ in range(200)]
    await asyncio.sleep(0)
    issuer.open.set()
    assert await asyncio.gather(*waiting) == ["one"] * 200
    assert issuer.asked == 1


async def test_names_that_nobody_has_do_not_have_the_issuer_asked_each_time() -> None:
    issuer = Issuer()
    assert [await issuer.published.key(f"made up {n}") for n in range(50)] == [None] * 50
    assert issuer.asked == 1
    issuer.now += AGAIN_S
    issuer.keys = {"k2": "two"}  # it has taken a new one
    assert await issuer.published.key("k2") == "two"
    assert await issuer.published.key("k1") is None
    assert issuer.asked == 2


async def test_keys_are_good_while_the_issuer_is_away_but_not_for_ever() -> None:
    issuer = Issuer()
    await issuer.published.key("k1")
    issuer.keys = OSError("away")
    issuer.now += FRESH_S
    assert await issuer.published.key("k1") == "one"
    await issuer.settled()
    assert issuer.asked == 2
    assert await issuer.published.key("k1") == "one"
    assert await issuer.published.key("made up") is None
    assert issuer.asked == 2
    issuer.now += STALE_S
    with pytest.raises(OSError, match="away"):
        await issuer.published.key("k1")
    issuer.keys = {"k1": "one"}
    issuer.now += AGAIN_S
    assert await issuer.published.key("k1") == "one"


async def test_an_issuer_that_never_answered_is_asked_again_in_a_while() -> None:
    issuer = Issuer()
    issuer.keys = OSError("away")
    for _ in range(20):
        with pytest.raises(OSError, match="away"):
            await issuer.published.key("k1")
    assert issuer.asked == 1
