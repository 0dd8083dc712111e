"""A user's rates over several gateways: what one lets through counts at the others."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from gateway.auth.rights import Principal
from gateway.limits.errors import TooManyCommands
from gateway.limits.limits import Limits
from gateway.limits.settings import MIB, LimitSettings
from gateway.limits.sharing import Sharing
from schemas import wire_v2_pb2 as pb
from streams.connection import connect
from streams.rates import Rate, SharedRates
from streams.shards import Shards
from tests.bare_v2 import v2
from tests.integration.gateways_v2 import gateways
from tests.integration.test_gateway_limits import AUTH, token

ADA = Principal("ada")
SLOW = LimitSettings(commands=0, user_commands=6_000, user_mib=0)
"""A thousand at once, and so slow that a test's own time hardly counts: 100 a second."""


class Gate:
    """A gateway as far as limits go. ``now``: its own clock."""

    def __init__(self, shards: Shards, name: str, settings: LimitSettings = SLOW) -> None:
        self.now = 1000.0
        self.limits = Limits(settings, lambda: self.now)
        self.sharing = Sharing.of(self.limits, shards, name, lambda: False)

    def send(self, times: int, size: int = 1) -> None:
        allowance = self.limits.allowance(ADA, "")
        for _ in range(times):
            allowance.command(size)


@pytest.fixture
async def shards(redis_url: str) -> AsyncIterator[Shards]:
    shards = Shards(await connect(redis_url), 2)
    yield shards
    await shards.close()


def rates(shards: Shards, gateway: str) -> SharedRates:
    """Three a minute, a hundred at once: twenty seconds for each that is owed."""
    return SharedRates(shards, gateway, Rate(3, 100), Rate(0, 1))


async def owed_s(shared: SharedRates, commands: int, told: int = 0) -> float:
    return (await shared.spend({"ada": ((commands, told), (0, 0))}))["ada"]


async def test_what_two_gateways_let_through_is_owed_together(shards: Shards) -> None:
    one, two = rates(shards, "one"), rates(shards, "two")
    assert await owed_s(one, 80) == 0
    assert 500 < await owed_s(two, 50) <= 600  # thirty too many
    assert 500 < await owed_s(one, 80, told=80) <= 600
    assert 700 < await owed_s(one, 90, told=80) <= 800


async def test_what_is_said_again_counts_once(shards: Shards) -> None:
    one = rates(shards, "one")
    for _ in range(5):
        assert await owed_s(one, 90) == 0
    assert 0 < await owed_s(one, 105, told=90) <= 100


async def test_what_redis_or_a_gateway_has_forgotten_is_not_counted_again(shards: Shards) -> None:
    one = rates(shards, "one")
    assert await owed_s(one, 100) == 0
    await shards.redis.flushall()
    assert await owed_s(one, 160, told=100) == 0  # sixty since
    anew = 10
    assert await owed_s(one, anew) == 0  # the gateway has forgotten the user meanwhile
    assert 0 < await owed_s(one, anew + 35, told=anew) <= 100


async def test_users_are_counted_each_and_as_digests(shards: Shards) -> None:
    one = rates(shards, "one")
    users = {f"user {n}": ((101, 0), (0, 0)) for n in range(450)}
    waits = await one.spend(users)
    assert len(waits) == 450
    assert all(0 < wait <= 20 for wait in waits.values())
    assert await one.spend({}) == {}
    keys = await shards.redis.keys("*")
    assert len(keys) == 450
    assert not any("user" in key for key in keys)


async def test_who_sent_too_much_at_one_gateway_waits_at_the_other(shards: Shards) -> None:
    one, two = Gate(shards, "one"), Gate(shards, "two")
    one.send(1000)
    await one.sharing.once()
    for _ in range(50):  # as much as it lets through, by its own clock
        two.send(1000)
        two.now += 10
    await two.sharing.once()
    with pytest.raises(TooManyCommands, match="6,000 commands a minute over all gateways") as told:
        two.send(1)
    assert 400 < told.value.retry_after_s <= 500
    two.now += told.value.retry_after_s
    two.send(1)


async def test_bytes_are_shared_as_commands_are(shards: Shards) -> None:
    settings = LimitSettings(commands=0, mib=0, user_mib=1)
    one, two = Gate(shards, "one", settings), Gate(shards, "two", settings)
    for gate in (one, two):
        gate.send(1, 16 * MIB)
        await gate.sharing.once()
    with pytest.raises(TooManyCommands, match="1 MiB a minute over all") as told:
        two.send(1)
    assert 800 < told.value.retry_after_s <= 960


async def test_what_came_while_a_gateway_was_alone_is_no_concern_of_the_next(
    shards: Shards,
) -> None:
    one, two = Gate(shards, "one"), Gate(shards, "two")
    for _ in range(5):
        one.send(1000)
        one.sharing.keep()
        one.now += 60
    one.send(1)
    await one.sharing.once()
    two.send(1)
    await two.sharing.once()
    two.send(1)
    one.send(1)


async def test_gateways_share_by_themselves(redis_url: str, tmp_path: Path) -> None:
    limits = LimitSettings(commands=0, user_commands=60)
    async with gateways(redis_url, tmp_path, auth=AUTH, limits=limits) as place:
        ada = token("ada")
        async with v2(place.ws, token=ada) as one, v2(place.other, token=ada) as two:
            waits = True
            while waits:  # each lets through all that it may, until it hears of the other
                for client in (one, two):
                    await client.send(gesture=pb.Gesture(json="{}"))
                    told = (await client.until("taken", "refused")).refused
                    waits = waits and "over all gateways" not in told.message
                    await asyncio.sleep(told.retry_after_s if waits else 0)
