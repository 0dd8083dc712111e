"""Crash points: a step may die between any two calls that matter, and nothing shows it afterwards.

A stateful property: several consumers take, renew, commit and fail by turns, on a real Redis. Any
script's reply may be lost, any consumer may die with work in its hands or be robbed of it, groups
and streams vanish. What must hold, whatever the order: one commit a step counts, and after the
recovery every request has ended once, with every effect once and nothing left.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Coroutine, Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError, ResponseError

from ops.chaos.history import examine
from ops.chaos.plain_steps import drain, outcome
from ops.chaos.violation import Violation
from schemas import events as e
from schemas.errors import Category
from schemas.flow import Stage
from schemas.ids import EventId, RequestId, SessionId
from streams.codec import decode
from streams.commit import Commit, Committed, Taken
from streams.failing import failed
from streams.keys import QUEUES, Queue
from streams.lease import Leases
from streams.log import Log, envelopes
from streams.repair import repair
from streams.step import Failure, RetryPolicy

T = TypeVar("T")

ALL = tuple(Stage)
WHO = st.integers(0, 2)
WHICH = st.integers(0, 30)
SESSIONS = st.sampled_from([SessionId("s1"), SessionId("s2")])
WORDS = st.sampled_from(["object 1", "edit 1", "edit 0", "hello", "scene 2", "scene 10"])
REPLY = st.sampled_from(["arrives", "arrives", "is lost", "never asked"])
"""What becomes of a script's call: "is lost": it ran; "never asked": it did not."""
CHANCE = st.sampled_from([False, False, False, True])
PATIENT = RetryPolicy(attempts=1000, base_s=0.0)
UNLUCKY = Failure(Category.UNAVAILABLE, "Unlucky", "this time")
BROKEN = Failure(Category.INTERNAL, "Broken", "for good")


class Unreliable(Redis):  # type: ignore[misc] # redis is untyped here
    """A client whose next script call may lose its connection, before it ran or after."""

    reply = "arrives"

    async def execute_command(self, *args: Any, **options: Any) -> Any:
        reply = self.reply if args[0] in ("EVALSHA", "EVAL") else "arrives"
        if reply == "arrives":
            return await super().execute_command(*args, **options)
        if reply == "is lost":
            await super().execute_command(*args, **options)
        self.reply = "arrives"
        raise ConnectionError("the connection broke")


class Consumer:
    """A process: its leases, and what its steps are at work on. Its name is its own for ever.

    It rides along with its commits, as a worker does."""

    def __init__(self, log: Log, name: str) -> None:
        self.leases = Leases(log, name, ALL, lease_s=0)
        self.hands: list[Taken] = []

    def board(self, commits: int) -> Sequence[str | int] | None:
        return self.leases.board(2 * commits) if self.leases.may_ride else None

    def land(self, answer: Any) -> None:
        self.hands += self.leases.land(answer)

    def lose(self) -> None:
        self.leases.lose()

    def miss(self) -> None:
        """It looks for work when it is told to."""


class CrashPoints(RuleBasedStateMachine):
    """Consumers on one Redis, at the level of single calls."""

    url: ClassVar[str]

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.redis = Unreliable.from_url(
            self.url, decode_responses=True, retry=Retry(NoBackoff(), 0)
        )
        self.log = Log(self.redis)
        self.names = 0
        self.consumers = [self.born(), self.born(), self.born()]
        self.requests: list[tuple[str, RequestId]] = []
        self.ended: dict[str, set[tuple[EventId, ...]]] = defaultdict(set)
        self.do(self.redis.flushall())

    def do(self, call: Coroutine[Any, Any, T]) -> T:
        return self.loop.run(call)

    def born(self) -> Consumer:
        self.names += 1
        return Consumer(self.log, f"c{self.names}")

    def held(self, who: int, which: int) -> Taken | None:
        hands = self.consumers[who].hands
        return hands[which % len(hands)] if hands else None

    @rule(session=SESSIONS, text=WORDS, reply=REPLY)
    def ask(self, session: SessionId, text: str, reply: str) -> None:
        request = RequestId(f"r{len(self.requests)}")
        self.redis.reply = reply
        accepted = e.RequestAccepted(kind="text", text=text)
        self.do(self.log.append(session, request, "accepted", [accepted]))
        self.requests.append((session, request))

    @rule(who=WHO, most=st.integers(1, 6), steal=st.booleans(), reply=REPLY)
    def take(self, who: int, most: int, steal: bool, reply: str) -> None:
        """``steal``: the leases of all others have just expired."""
        consumer = self.consumers[who]
        self.redis.reply = reply
        try:
            consumer.hands += self.do(consumer.leases.take(most, reclaim=steal))
        except ConnectionError:
            assert consumer.leases.recover

    @rule(who=WHO, reply=REPLY)
    def renew(self, who: int, reply: str) -> None:
        self.redis.reply = reply
        self.do(self.consumers[who].leases.renew())

    @rule(who=WHO, which=WHICH, reply=REPLY, dies=CHANCE, takes=st.booleans())
    def commit(self, who: int, which: int, reply: str, dies: bool, takes: bool) -> None:
        """``dies``: right after the script was called, so the reply is read by nobody.
        ``takes``: more work in the same call."""
        taken = self.held(who, which)
        if taken is None:
            return
        payloads = outcome(
            taken.stage, taken.task, decode(taken.body, taken.event_id, taken.session).data
        )
        self.end(who, taken, self.step(who, taken, payloads), reply, dies, takes)

    @rule(who=WHO, which=WHICH, reply=REPLY, dies=CHANCE, for_good=CHANCE)
    def fail(self, who: int, which: int, reply: str, dies: bool, for_good: bool) -> None:
        taken = self.held(who, which)
        if taken is None:
            return
        name = self.consumers[who].leases.consumer
        why = BROKEN if for_good else UNLUCKY
        commit = failed(taken, why, PATIENT, name, datetime.now(UTC))
        self.end(who, taken, commit, reply, dies)

    def step(self, who: int, taken: Taken, payloads: tuple[e.Data, ...]) -> Commit:
        name = self.consumers[who].leases.consumer
        events = envelopes(payloads, taken.session, taken.request, taken.event_id, name)
        return Commit(taken.session, taken.request, taken.mark, tuple(events), taken, name)

    def end(
        self, who: int, taken: Taken, commit: Commit, reply: str, dies: bool, takes: bool = False
    ) -> None:
        self.redis.reply = reply
        first = self.do(self.log.commit(commit, self.consumers[who] if takes else None))
        # A reply that was lost is asked for again, and must tell what the first call did.
        if first.outcome == ("again" if reply == "is lost" else "done"):
            self.ended[taken.mark] |= {first.ids}
        again = self.do(self.log.commit(commit))
        if first.outcome in ("done", "again"):
            assert again == Committed("again", first.ids)
        if dies:
            self.consumers[who] = self.born()
            return
        consumer = self.consumers[who]
        consumer.leases.release(taken)
        consumer.hands.remove(taken)

    @rule(who=WHO)
    def die(self, who: int) -> None:
        """With everything it holds; another process starts in its place."""
        self.consumers[who] = self.born()

    @rule(who=WHO, which=WHICH)
    def lose_group(self, who: int, which: int) -> None:
        queue = self.queue(who, which)
        with contextlib.suppress(ResponseError):  # there is none yet
            work = self.log.keys.work(queue.stage, queue.bulk)
            self.do(self.redis.execute_command("XGROUP", "DESTROY", work, str(queue.stage)))

    @rule(who=WHO, which=WHICH, repaired=st.booleans())
    def lose_stream(self, who: int, which: int, repaired: bool) -> None:
        queue = self.queue(who, which)
        self.do(self.redis.execute_command("DEL", self.log.keys.work(queue.stage, queue.bulk)))
        if repaired:
            self.repair()

    @rule(who=WHO, which=WHICH)
    def overtake(self, who: int, which: int) -> None:
        """Its stream is lost and repaired, and another ends the work before it does itself."""
        taken = self.held(who, which)
        if taken is None:
            return
        other = (who + 1) % len(self.consumers)
        self.do(
            self.redis.execute_command("DEL", self.log.keys.work(taken.stage, taken.queue.bulk))
        )
        self.repair()
        hands = self.consumers[other].hands
        hands += self.do(self.consumers[other].leases.take(100))
        theirs = [n for n, t in enumerate(hands) if (t.event_id, t.task) == _work(taken)]
        for n in theirs[-1:]:
            self.commit(other, n, "arrives", dies=False, takes=False)
        mine = self.consumers[who].hands.index(taken)
        self.commit(who, mine, "arrives", dies=False, takes=False)

    def queue(self, who: int, which: int) -> Queue:
        """One whose work somebody has in hand, where losing it hurts; else any."""
        taken = self.held(who, which)
        return taken.queue if taken else QUEUES[which % len(QUEUES)]

    @rule()
    def lose_scripts(self) -> None:
        self.do(self.redis.execute_command("SCRIPT FLUSH"))

    @rule()
    def repair(self) -> None:
        """Beside whatever else goes on."""
        self.do(repair(self.log))

    @precondition(lambda self: self.requests)
    @rule(which=WHICH, reply=REPLY)
    def cancel(self, which: int, reply: str) -> None:
        session, request = self.requests[which % len(self.requests)]
        self.redis.reply = reply
        self.do(self.log.cancel(SessionId(session), request))

    def teardown(self) -> None:
        try:
            self.redis.reply = "arrives"
            assert self.do(self.recovered()) == []
            assert [made for made in self.ended.values() if len(made) > 1] == []
        finally:
            self.do(self.log.close())
            self.loop.close()

    async def recovered(self) -> list[Violation]:
        """What is wrong once a new consumer has done everything that is left."""
        for _ in range(3):
            await drain(self.log, Leases(self.log, "last", ALL, lease_s=0))
            await repair(self.log)
        assert await drain(self.log, Leases(self.log, "after", ALL, lease_s=0)) == 0
        found = (await examine(self.log, self.requests)).violations
        return [what for what in found if what.kind != "share"]


def _work(taken: Taken) -> tuple[EventId, str]:
    return taken.event_id, taken.task


def test_a_crash_between_any_two_calls_neither_loses_nor_repeats_anything(redis_url: str) -> None:
    class Machine(CrashPoints):
        url = redis_url

    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=90,
            stateful_step_count=50,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],  # to shrink a failure takes minutes: add Phase.shrink for that
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_who_was_overtaken_after_its_stream_was_lost_commits_nothing(redis_url: str) -> None:
    class Machine(CrashPoints):
        url = redis_url

    machine = Machine()
    machine.ask(SessionId("s1"), "object 1", "arrives")
    machine.take(0, 1, steal=False, reply="arrives")
    (taken,) = machine.consumers[0].hands
    machine.overtake(0, 0)
    events = machine.do(machine.log.read(taken.session))
    assert len([event for event in events if event.cause == taken.event_id]) == 2
    assert len({event.id for event in events}) == len(events)
    assert machine.ended[taken.mark] == set()
    machine.teardown()
