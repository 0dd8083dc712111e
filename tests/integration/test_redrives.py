"""Whatever step fails, wherever the others are: a redriven request ends once, every effect once."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ops.chaos.history import violations
from ops.chaos.plain_steps import step
from schemas import events as e
from schemas.errors import Category
from schemas.flow import Stage
from schemas.fold import fold
from schemas.ids import RequestId, SessionId
from streams.commit import Taken
from streams.connection import connect
from streams.dead import DeadLetters
from streams.errors import AlreadyRedriven
from streams.failing import failed
from streams.lease import Leases
from streams.letter import DeadLetter
from streams.log import Log
from streams.repair import repair
from streams.step import Failure, RetryPolicy
from tests.golden.samples import AT

ALL = tuple(Stage)
SESSIONS = (SessionId("s1"), SessionId("s2"))
WORDS = ("scene 12", "scene 3", "edit 2", "object", "hello")
BROKEN = Failure(Category.INTERNAL, "Broken", "out of order; mend it")


class Faulty:
    """A consumer whose steps fail for good now and then, and in any order."""

    def __init__(self, log: Log, other: Log, chance: random.Random, faults: int) -> None:
        self._log, self._other, self._chance, self._faults = log, other, chance, faults
        self._leases = Leases(log, "c1", ALL)
        self.restored = 0

    async def drain(self) -> None:
        """Run everything, redriving what can be, until nothing is left to do."""
        hands: list[Taken] = []
        while True:
            hands += await self._leases.take(self._chance.randint(1, 5))
            if not hands and not await self._redrive():
                return
            if hands:
                await self._end(hands.pop(self._chance.randrange(len(hands))))
            if self._chance.random() < 0.2:
                await self._redrive()

    async def _end(self, taken: Taken) -> None:
        slotted = '"slot":"' in taken.body  # an asset's failure is its scene's loss, not its end
        if self._faults and not slotted and self._chance.random() < 0.3:
            self._faults -= 1
            await self._log.commit(failed(taken, BROKEN, RetryPolicy(), "c1", AT))
        else:
            await step(self._log, taken, "c1")
        self._leases.release(taken)

    async def _redrive(self) -> int:
        """Redrive every letter from two connections at once."""
        letters = await DeadLetters(self._log).newest()
        for letter in letters:
            await asyncio.gather(*(_started(log, letter) for log in (self._log, self._other)))
            self.restored += await repair(self._log)
        return len(letters)


async def _started(log: Log, letter: DeadLetter) -> None:
    try:
        await DeadLetters(log).redrive(letter)
    except AlreadyRedriven:
        return


@given(
    words=st.lists(
        st.tuples(st.sampled_from(SESSIONS), st.sampled_from(WORDS)), min_size=1, max_size=4
    ),
    faults=st.integers(1, 6),
    seed=st.integers(0, 2**32),
)
@example(  # a repair while the second waits again for the turn that it had before it failed
    words=[
        (SESSIONS[1], "scene 12"),
        (SESSIONS[0], "scene 12"),
        (SESSIONS[1], "scene 3"),
        (SESSIONS[0], "object"),
    ],
    faults=4,
    seed=2617,
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_fails_a_redriven_request_ends_once_with_every_effect_once(
    redis_url: str, words: list[tuple[SessionId, str]], faults: int, seed: int
) -> None:
    async def scenario() -> tuple[list[str], int]:
        log, other = Log(await connect(redis_url)), Log(await connect(redis_url))
        try:
            await log.redis.flushall()
            requests = []
            for n, (session, text) in enumerate(words):
                accepted = e.RequestAccepted(kind="text", text=text)
                request = RequestId(f"r{n}")
                await log.append(session, request, "accepted", [accepted])
                requests.append((session, request))
            faulty = Faulty(log, other, random.Random(seed), faults)
            await faulty.drain()
            wrong = [str(what) for what in await violations(log, requests)]
            for session in SESSIONS:
                wrong += await left_in(log, session)
            return wrong, faulty.restored
        finally:
            await log.close()
            await other.close()

    wrong, restored = asyncio.run(scenario())
    assert wrong == []
    assert restored == 0, "a redrive left work behind that only a repair found"


async def left_in(log: Log, session: SessionId) -> list[str]:
    """What a session whose requests all ended must not have: a turn, work in flight, failures."""
    kept = await log.redis.hgetall(log.keys.session(session))
    busy = [f"{name} is {n}" for name, n in kept.items() if name.startswith("busy") and n != "0"]
    turn = [f"{kept['turn']} keeps the turn"] if "turn" in kept else []
    requests = fold(await log.read(session)).requests.values()
    return busy + turn + [f"{r.id} is {r.status}" for r in requests if r.status != "completed"]


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


async def test_a_repair_finds_all_that_a_reopened_request_waits_for(log: Log) -> None:
    session, request = SESSIONS[0], RequestId("r")
    await log.append(session, request, "a", [e.RequestAccepted(kind="text", text="scene 3")])
    leases = Leases(log, "c1", (Stage.AGENT, Stage.DECOMPOSE, Stage.COMPOSE))
    for _ in range(3):  # decide, decompose, and the layout, which fails
        taken = next(iter(await leases.take(1)))
        if taken.task == "block_out":
            await log.commit(failed(taken, BROKEN, RetryPolicy(), "c1", AT))
        else:
            await step(log, taken, "c1")
        leases.release(taken)
    (letter,) = await DeadLetters(log).newest()
    await DeadLetters(log).redrive(letter)
    assert await repair(log) == 0
    await log.redis.delete(*log.keys.all_work)
    assert await repair(log) == 4
    await Faulty(log, log, random.Random(1), 0).drain()
    assert await violations(log, [(session, request)]) == []
