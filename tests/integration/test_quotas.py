"""What users use, counted once in Redis, however many gateways count; and what they are told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gateway.limits.errors import QuotaUsedUp
from gateway.limits.quotas import UserQuotas
from gateway.limits.settings import MIB, LimitSettings
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.artifacts import WAV, ArtifactRef
from schemas.ids import RequestId, SessionId
from streams.artifacts import ArtifactStore
from streams.commit import Commit
from streams.connection import connect
from streams.ending import end
from streams.erasure.contents import contents
from streams.log import envelopes
from streams.past.history import History
from streams.quota import DAY_S, Quotas, Used, forget
from streams.shards import Shards
from tests.bare_v2 import v2
from tests.integration.test_gateway_http import http
from tests.integration.test_gateway_limits import AUTH, ROOT, limited, token

S, T = SessionId("session-one"), SessionId("session-two")
R1, R2 = RequestId("r1"), RequestId("r2")


class Clock:
    now = 20_000.25 * DAY_S

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def shards(redis_url: str) -> AsyncIterator[Shards]:
    shards = Shards(await connect(redis_url), 3)
    yield shards
    await shards.close()


def made(n: int, size: int) -> e.SpeechCaptured:
    """Any event that names an artifact."""
    return e.SpeechCaptured(audio=ArtifactRef(sha256=f"{n:064x}"[::-1], size=size, media_type=WAV))


async def step(shards: Shards, session: SessionId, request: RequestId, ms: float, n: int) -> None:
    """A step of the request that took ``ms`` and made two things."""
    log = shards.of(session)
    told = [made(n, 1000), made(n + 1, 500)]
    events = tuple(envelopes(told, session, request, None, "consumer", ms))
    await log.commit(Commit(session, request, f"step-{n}", events))


async def until(quotas: Quotas, user: str, is_it: Callable[[Used], bool]) -> Used:
    async with asyncio.timeout(30):
        while not is_it(used := await quotas.used(user)):
            pass
        return used


async def accept(shards: Shards, session: SessionId, request: RequestId) -> None:
    accepted = e.RequestAccepted(kind="text", text="a lamp")
    await shards.of(session).append(session, request, "accepted", [accepted])


async def test_requests_count_once_each_over_all_shards_and_days_begin_anew(
    shards: Shards,
) -> None:
    clock = Clock()
    quotas = Quotas(shards, clock)
    sessions = [SessionId(f"s{n}") for n in range(6)]
    for n, session in enumerate(sessions):
        for _ in range(2):
            assert await quotas.charge("ada", session, RequestId(f"r{n}"), 6)
    assert (await quotas.used("ada")).requests == 6
    assert not await quotas.charge("ada", S, RequestId("one-more"), 6)
    assert await quotas.charge("bob", S, RequestId("another"), 6)
    assert quotas.resets_s == pytest.approx(0.75 * DAY_S)
    clock.now += DAY_S
    assert (await quotas.used("ada")).requests == 0
    assert await quotas.charge("ada", S, RequestId("one-more"), 6)


async def test_two_hundred_at_once_are_not_one_too_many(shards: Shards) -> None:
    quotas = Quotas(shards, Clock())
    asked = [quotas.charge("ada", S, RequestId(f"r{n}"), 50) for n in range(200)]
    assert sum(await asyncio.gather(*asked)) == 50


async def test_what_a_request_takes_counts_once_for_who_asked_whoever_counts(
    shards: Shards,
) -> None:
    clock = Clock()
    counters = [Quotas(shards, clock) for _ in range(3)]
    for session, request, user in ((S, R1, "ada"), (T, R2, "bob")):
        await counters[0].charge(user, session, request, 0)
    following = [asyncio.create_task(c.follow()) for c in counters]
    for log in shards:  # where each of them begins
        await until_metered(shards, counters[0], log.keys.shard)
    await accept(shards, S, R1)
    await step(shards, S, R1, 1500, 1)
    await step(shards, S, R1, 250, 2)
    await accept(shards, T, R2)
    await step(shards, T, R2, 40, 9)
    ada = await until(counters[0], "ada", lambda u: u.engine_s >= 1.75 and u.stored >= 2000)
    bob = await until(counters[0], "bob", lambda u: u.engine_s > 0 and u.stored >= 1500)
    await end(*following)
    assert ada == Used(1, 1.75, 1000 + 500 + 500)
    assert bob == Used(1, 0.04, 1500)
    again = asyncio.create_task(Quotas(shards, clock).follow())
    await step(shards, S, R1, 1000, 20)
    assert (await until(counters[0], "ada", lambda u: u.engine_s >= 2.75)).engine_s == 2.75
    await end(again)


async def until_metered(shards: Shards, quotas: Quotas, shard: int) -> None:
    """Have something counted in the shard, so that all counters follow it from there."""
    session = next(
        SessionId(f"probe-{n}")
        for n in range(1000)
        if shards.of(SessionId(f"probe-{n}")).keys.shard == shard
    )
    request, user = RequestId(f"probe-{shard}"), f"probe-{shard}"
    await quotas.charge(user, session, request, 0)
    await accept(shards, session, request)
    n = 0
    while not (await quotas.used(user)).engine_s:
        n += 1
        await step(shards, session, request, 1, 100 + n)


async def test_what_is_erased_is_not_stored_and_no_name_is_kept(
    shards: Shards, tmp_path: Path
) -> None:
    quotas = Quotas(shards, Clock())
    following = asyncio.create_task(quotas.follow())
    for log in shards:
        await until_metered(shards, quotas, log.keys.shard)
    for session, request in ((S, R1), (T, R2)):
        await quotas.charge("ada@example.org", session, request, 0)
        await accept(shards, session, request)
        await step(shards, session, request, 1, 1)
    await until(quotas, "ada@example.org", lambda u: u.stored == 3000)
    for _ in range(2):
        await forget(shards.of(S), S)
    assert (await quotas.used("ada@example.org")).stored == 1500
    await end(following)
    history = History(shards, ArtifactStore((tmp_path / "a").as_uri()))
    async for page in contents(history):
        for text in page:
            assert "ada@" not in f"{text.key} {text.text}"
            if any(part in text.key for part in (":used:", ":paid:", ":stored:", ":metered")):
                assert S not in f"{text.key} {text.text}"


async def test_who_has_used_up_what_it_may_is_told_of_what_and_until_when(
    shards: Shards,
) -> None:
    quotas = Quotas(shards, Clock())
    following = asyncio.create_task(quotas.follow())
    for log in shards:
        await until_metered(shards, quotas, log.keys.shard)
    limits = LimitSettings(requests=2, engine_s=2, stored_mib=1)
    mine = UserQuotas(quotas, limits)
    await mine.charge("ada", S, R1)
    await mine.charge("ada", S, R1)
    await mine.charge("ada", S, R2)
    with pytest.raises(QuotaUsedUp, match=r"2 requests a day.*UTC, in 18 h 0 min") as told:
        await mine.charge("ada", S, RequestId("r3"))
    assert told.value.retry_after_s == pytest.approx(0.75 * DAY_S)
    await accept(shards, S, R1)
    await step(shards, S, R1, 2500, 1)
    await until(quotas, "ada", lambda u: u.engine_s > 2)
    with pytest.raises(QuotaUsedUp, match="2 seconds of engines' time a day"):
        await UserQuotas(quotas, replace(limits, requests=0)).charge("ada", S, RequestId("r4"))
    await shards.of(S).append(S, R1, "big", [made(99, 2 * MIB)])
    await until(quotas, "ada", lambda u: u.stored > MIB)
    with pytest.raises(QuotaUsedUp, match="hold 2 MiB, and one user may store 1"):
        await UserQuotas(quotas, LimitSettings(stored_mib=1)).charge("ada", S, RequestId("r5"))
    await end(following)


async def test_a_client_over_its_quota_is_refused_by_every_door_and_its_next_one_is_not(
    redis_url: str, tmp_path: Path
) -> None:
    async with limited(redis_url, tmp_path, auth=AUTH, requests=2) as place:
        ada = token("ada")
        async with v2(place.ws, token=ada) as client:
            for command in ("c1", "c2"):
                await client.say("a lamp", command)
                assert (await client.until("accepted", "refused")).accepted.command == command
            await client.say("a lamp", "c1")  # it comes again, and counts once
            await client.say("a lamp", "c3")
            told = (await client.until("refused")).refused
            assert (told.command, told.code, told.category) == ("c3", "QuotaUsedUp", "too_many")
            assert 0 < told.retry_after_s <= DAY_S
            path = f"/sessions/{client.session}/commands?token="
            body = {"text": {"text": "a lamp"}}
            answer = await http(place, "POST", path + ada, body)
            assert (answer.status, answer.json["code"]) == (429, "QuotaUsedUp")
            assert int(answer.headers["retry-after"]) > 0
            await client.send(cancel=pb.Cancel())
            await client.until("cancelled")
            assert (await http(place, "POST", path + ROOT, body)).status == 202
        async with v2(place.ws, token=token("bob")) as other:
            await other.say("a lamp")
            await other.until("accepted")
