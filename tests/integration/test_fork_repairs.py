"""What forks go on with is derived from the log, too: lost, it comes back, once, in both."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ops.chaos.leftovers import is_settled
from ops.chaos.plain_steps import drain, step
from ops.chaos.violation import Violation
from schemas.errors import Category
from schemas.flow import Stage
from schemas.ids import RequestId
from streams.artifacts import ArtifactStore
from streams.commit import FLIGHT_CAP
from streams.dead import DeadLetters
from streams.failing import failed
from streams.keys import Queue
from streams.lease import Leases
from streams.past.fork import Otherwise, fork
from streams.past.history import History
from streams.repair import repair
from streams.shards import Shards
from streams.state import States
from streams.step import Failure, RetryPolicy
from tests.integration.forked import ALL, AS_BEFORE, P, ask, ids, log_of, losable, wrong
from tests.integration.pasts import begin, edit, opened, room


@pytest.fixture
async def history(redis_url: str, tmp_path: Path) -> AsyncIterator[History]:
    async with opened(redis_url, tmp_path) as (_, history):
        yield history


WORDS = ("scene 12", "edit 2", "object", "hello", "scene 3")


@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    steps=st.integers(0, 40),
    later=st.integers(0, 20),
    more=st.integers(0, 20),
    data=st.data(),
)
@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # clocks decide, too: no use in shrinking
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_wherever_it_is_forked_and_whatever_is_lost_both_end_with_every_effect_once(
    redis_url: str,
    tmp_path: Path,
    words: list[str],
    steps: int,
    later: int,
    more: int,
    data: st.DataObject,
) -> None:
    async def scenario() -> list[Violation]:
        shards = await Shards.open(redis_url)
        try:
            return await forked_and_broken(History(shards, ArtifactStore(str(tmp_path))))
        finally:
            await shards.close()

    async def forked_and_broken(history: History) -> list[Violation]:
        log = log_of(history)
        await log.redis.flushall()
        for n, text in enumerate(words):
            await ask(log, f"r{n}", text)
        await drain(log, Leases(log, "c1", ALL), most_steps=steps)
        past = ids(await history.read(P))
        at = data.draw(st.sampled_from(past))
        await drain(log, Leases(log, "c1", ALL), most_steps=later)
        first = await fork(history, P, at, AS_BEFORE, "m1")
        await drain(log, Leases(log, "c1", ALL), most_steps=more)
        of_it = ids(await history.read(first.session))
        second = await fork(
            history, first.session, data.draw(st.sampled_from(of_it)), AS_BEFORE, ""
        )
        await Leases(log, "dead", ALL).take(data.draw(st.integers(0, 3)))
        keys = losable(log, [first, second])
        lost = data.draw(st.lists(st.sampled_from(keys), max_size=6, unique=True))
        if lost:
            await log.redis.delete(*lost)
            await repair(log, history=history)
        await drain(log, Leases(log, "c2", ALL, lease_s=0))
        await repair(log, history=history)
        assert await drain(log, Leases(log, "c3", ALL, lease_s=0)) == 0
        return await wrong(history, P, first.session, second.session)

    assert asyncio.run(scenario()) == []


async def test_forks_that_are_made_while_consumers_work_lose_nothing(history: History) -> None:
    log = log_of(history)
    for n, text in enumerate(("scene 12", "scene 3", "object", "edit 2")):
        await ask(log, f"r{n}", text)
    await drain(log, Leases(log, "c0", ALL), most_steps=6)
    stop = asyncio.Event()

    async def working(consumer: str) -> None:
        leases = Leases(log, consumer, ALL)
        while not stop.is_set():
            if not await drain(log, leases):
                await leases.wait(0.05)

    workers = [asyncio.create_task(working(f"c{n}")) for n in (1, 2)]
    made = await asyncio.gather(*(fork(history, P, None, AS_BEFORE, str(n)) for n in range(6)))
    async with asyncio.timeout(30):
        async for _ in log.feed("0-0"):
            if await is_settled(log):
                break
    stop.set()
    await asyncio.gather(*workers)
    assert any(len(one.forked.continued) > 1 for one in made)
    assert await wrong(history, P, *(one.session for one in made)) == []


async def test_a_fork_of_a_large_scene_keeps_to_its_share(history: History) -> None:
    log = log_of(history)
    await ask(log, "r", "scene 30")
    await drain(log, Leases(log, "c", ALL), most_steps=2)
    made = await fork(history, P, None, AS_BEFORE, "m")
    wishes = Queue(Stage.PROMPT, bulk=True)
    rows = await log.redis.xrange(log.keys.work(wishes.stage, wishes.bulk))
    assert Counter(fields["s"] for _, fields in rows) == {P: FLIGHT_CAP, made.session: FLIGHT_CAP}
    assert await log.redis.llen(log.keys.parking(wishes, made.session)) == 30 - FLIGHT_CAP
    await drain(log, Leases(log, "c", ALL))
    assert await wrong(history, P, made.session) == []


async def test_what_a_fork_is_is_known_though_redis_lost_its_requests(history: History) -> None:
    log = log_of(history)
    await begin(log, P)
    made = await fork(history, P, None, Otherwise(prompt="hello", seed=5), "m")
    request = RequestId(str(made.request))
    assert await log.redis.hget(log.keys.request(request), "fork") == "1"
    await log.redis.delete(log.keys.request(request))
    (taken,) = await Leases(log, "c", ALL).take()
    assert taken.forked is None
    await repair(log, history=history)
    assert await log.redis.hget(log.keys.request(request), "fork") == "1"


async def test_a_repair_brings_back_the_revision(history: History) -> None:
    log = log_of(history)
    await begin(log, P)
    await edit(log, P, 1)
    made = await fork(history, P, None, AS_BEFORE, "m")
    for session, request in ((P, "r0"), (made.session, "r1")):
        await ask(log, request, "edit 1", session)
        await log.redis.delete(log.keys.session(session))
    await repair(log, history=history)
    for session in (P, made.session):
        assert await log.redis.hget(log.keys.session(session), "rev") == "2"


async def test_a_dead_letter_of_a_fork_is_redriven_with_the_turn_its_past_gives_it(
    history: History,
) -> None:
    log = log_of(history)
    request = await ask(log, "r", "scene 1")
    await drain(log, Leases(log, "c", ALL), most_steps=1)
    made = await fork(history, P, None, AS_BEFORE, "m")
    renamed = made.forked.continued[request]
    for taken in await Leases(log, "c", ALL).take(2):
        if taken.session == made.session:
            never = Failure(Category.BAD_INPUT, "Never", "not like that")
            await log.commit(failed(taken, never, RetryPolicy(), "c", datetime.now(UTC)))
        else:
            await step(log, taken, "c")
    assert (await history.state(made.session)).requests[renamed].status == "failed"
    dead = DeadLetters(log, history=history)
    await dead.redrive((await dead.newest())[0])
    assert await log.redis.hget(log.keys.session(made.session), "turn") == renamed
    await drain(log, Leases(log, "c", ALL))
    assert await wrong(history, P, made.session) == []


async def test_without_a_history_a_repair_leaves_alone_what_it_can_not_know(
    history: History,
) -> None:
    log = log_of(history)
    await ask(log, "r", "object")
    made = await fork(history, P, None, AS_BEFORE, "m")
    await log.redis.delete(*log.keys.all_work)
    assert await repair(log, [made.session]) == 0
    assert await repair(log, [made.session], history) == 1


async def test_a_fork_that_lost_the_end_of_its_log_still_has_its_past(history: History) -> None:
    log = log_of(history)
    await begin(log, P)
    made = await fork(history, P, None, AS_BEFORE, "m")
    states = States(log, history)
    await edit(log, made.session, 1)
    assert (await states.get(made.session)).scene == room(1)
    own = ids(await log.read(made.session))
    await log.redis.xdel(log.keys.log(made.session), *own[1:])
    state = await states.get(made.session)
    assert (state.scene, state.parent) == (room(0), (P, made.forked.at))
    assert [ev.type for ev in await log.read(made.session)] == ["session.forked", "log.gap_found"]
    await states.close()
