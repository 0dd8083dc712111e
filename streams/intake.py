"""Where a worker's work comes from: a take of its own, or one that rides along with its commits.

In a chain of quick steps each step's commit brings the next step's input back with its answer, so
that a step costs one way to Redis and back. What does not belong here: what becomes of the work.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from collections import deque
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from schemas.flow import Stage
from streams.commit import Taken
from streams.ending import end
from streams.lease import Leases

IDLE_WAIT_S = 0.5
"""How long an idle worker waits before it looks for due and expired work again."""
QUICK_STEP_S = 0.005
"""What a step may take for its worker to wait for its end before it listens for news."""
QUICK_ENOUGH_S = 1.0
"""What steps may take on average for the next ones to be taken before their turn."""
STEPS_OF_LATE = 8
"""About how many steps that average is of."""
AHEAD_S = 0.15
"""How much work of such steps is taken before its turn, in one step at least: where a long step and
some tiny ones take turns, one ahead may be a tiny one, over before the next could be had."""
MOST_AHEAD = 16
"""But not more steps than these."""
RECLAIM_S = 1.0
"""How often, at least, a free slot is offered to what others let expire or handed over."""


class Slots:
    """How much more work this process can take; the workers of its shards share it.

    ``count`` goes run at once, and ``ahead`` more may be held, so that none is waited for. A go is
    ``batches`` steps of a stage, 1 where none is named. What is counted here is what steps cost:
    those of a full go as much as one of a stage that runs them singly.
    """

    def __init__(
        self, count: int, batches: Mapping[Stage, int] | None = None, ahead: int = 0
    ) -> None:
        named = dict(batches or {})
        self._go = math.lcm(1, *named.values())
        self.costs = {stage: self._go // named.get(stage, 1) for stage in Stage}
        self._free = count * self._go
        self._ahead = ahead * self._go
        self._step_s: float | None = None
        self._freed = asyncio.Event()
        self.waiting = 0

    def cost(self, stage: Stage) -> int:
        """What a step of ``stage`` costs."""
        return self.costs[stage]

    def took(self, seconds: float) -> None:
        """A step ran for so long, its wait for its turn not counted."""
        seconds = max(seconds, 1e-6)
        before = seconds if self._step_s is None else self._step_s
        # A geometric mean: of steps that take a thousand times less it soon tells, too.
        self._step_s = before * (seconds / before) ** (1 / STEPS_OF_LATE)

    def reserve(self, ending: int = 0) -> int:
        """All that is free, and what steps cost (``ending``) that are just over: how much the
        caller may take."""
        count = max(0, self._left) + ending
        self._free -= count
        return count

    def give_back(self, cost: int = 1) -> None:
        """Steps of so much have ended, or could not be had."""
        self._free += cost
        if cost:
            self._freed.set()

    async def wait(self) -> None:
        """Return when there is room."""
        await self._wait_while(lambda: self._left <= 0)

    async def wait_for_more(self) -> None:
        """Return when there is more room than now, which is too little for what there is."""
        enough = self._left + 1
        await self._wait_while(lambda: self._left < enough)

    @property
    def _left(self) -> int:
        """What is free, now and ahead."""
        return self._free + self._ahead * self._goes_ahead()

    def _goes_ahead(self) -> int:
        """A process whose steps take long takes nothing ahead that another could begin, unless its
        engines take several at once: those it keeps busy. Of tiny steps it takes several: they are
        done before the next could be had."""
        if self._go > 1 or self._step_s is None:
            return 1
        if self._step_s >= QUICK_ENOUGH_S:
            return 0
        return max(1, min(MOST_AHEAD, int(AHEAD_S / self._step_s)))

    async def _wait_while(self, is_too_little: Callable[[], bool]) -> None:
        self.waiting += 1
        try:
            while is_too_little():  # nothing can come between this look and the wait
                self._freed.clear()
                await self._freed.wait()
        finally:
            self.waiting -= 1


class Intake:
    """Takes work as slots are free, and hands each piece to ``begin``. Implements ``Ride``.

    ``away``: Redis did not answer a ride; ask whether it is back, without any slot in hand.
    """

    def __init__(
        self, leases: Leases, slots: Slots, begin: Callable[[Taken], None], stop: asyncio.Event
    ) -> None:
        self._leases, self._slots, self._begin, self._stop = leases, slots, begin, stop
        self._look = True
        self._stirred = asyncio.Event()
        self._running = 0
        self._rides = 0
        self._reserved = 0
        self._leaving: deque[int] = deque()
        self._waits = False
        self._reclaimed_at = 0.0
        self._closed = False
        self.away = False

    async def turn(self) -> None:
        """Take what there is and return when there may be more, or when it is time to stop.

        Raises a ``LOST`` error when Redis is away.
        """
        if self._look or self._reclaim_is_due():
            free = self._slots.reserve()
            if free == 0:
                await self._wait_for(self._slots.wait())
                return
            too_little = not await self._take(free) and not self._leases.has_all
            if too_little:  # for the least that there is
                await self._wait_for(self._slots.wait_for_more(), IDLE_WAIT_S)
                return
        if not self._look and not await self._more_after_quick_steps():
            self._look = True  # unless a ride looks meanwhile
            await self._first(self._leases.wait(IDLE_WAIT_S))

    def leaves(self, taken: Taken) -> None:
        """``taken`` is over but for its commit, with which a take may ride."""
        self._leaving.append(self._slots.cost(taken.stage))

    def ended(self, taken: Taken) -> None:
        """A piece of work that was handed to ``begin`` is over."""
        self._running -= 1
        self._slots.give_back(self._slots.cost(taken.stage))
        if self._running == 0:
            self._stirred.set()

    def close(self) -> None:
        """Begin nothing any more; what a ride still brings is left to others."""
        self._closed = True

    def board(self, commits: int) -> Sequence[str | int] | None:
        """What a take says that goes with ``commits`` ends of steps that left; None: none may now.

        Not while others wait for the slots that these steps leave.
        """
        ending = sum(self._leaving.popleft() for _ in range(min(commits, len(self._leaving))))
        others_wait = self._slots.waiting > self._waits
        if others_wait or self.away or self._stop.is_set() or not self._leases.may_ride:
            return None
        self._reserved = self._slots.reserve(ending)
        return self._leases.board(self._reserved)

    def land(self, answer: Any) -> None:
        """The take's answer is there."""
        try:
            taken = self._leases.land(answer)
        except (KeyError, TypeError, ValueError):  # no entry of ours: ``turn`` meets it and says so
            self.lose()
            return
        self._slots.give_back(self._reserved - self._cost(taken))
        self._rides += 1
        self._start(taken)

    def miss(self) -> None:
        """Commits were made without a take: there may be work now."""
        self._look = True
        self._stirred.set()

    def lose(self) -> None:
        """The take may have been made, or not."""
        self._leases.lose()
        self._slots.give_back(self._reserved)
        self.away = True
        self.miss()

    async def _take(self, free: int) -> list[Taken]:
        reclaim = self._reclaim_is_due()
        if reclaim:
            self._reclaimed_at = time.monotonic()
        taken: list[Taken] = []
        try:
            taken = await self._leases.take(free, reclaim)
        finally:
            self._slots.give_back(free - self._cost(taken))
        self._start(taken)
        return taken

    def _cost(self, taken: Sequence[Taken]) -> int:
        return sum(self._slots.cost(one.stage) for one in taken)

    def _start(self, taken: Sequence[Taken]) -> None:
        self._look = not self._leases.has_all
        if self._look:
            self._stirred.set()
        if self._closed:
            return
        self._running += len(taken)
        for one in taken:
            self._begin(one)

    def _reclaim_is_due(self) -> bool:
        since = time.monotonic() - self._reclaimed_at
        return since >= min(RECLAIM_S, self._leases.lease_s / 10)

    async def _wait_for(self, room: Coroutine[Any, Any, None], most_s: float | None = None) -> None:
        self._waits = True
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(most_s):
                    await self._first(room)
        finally:
            self._waits = False

    async def _more_after_quick_steps(self) -> bool:
        """Whether there may be more, once no step is over within ``QUICK_STEP_S`` of the last.

        While steps bring along what they lead to, nobody needs to listen for it.
        """
        while self._running and not self._look:
            if self._stop.is_set() or self._reclaim_is_due():
                return True
            self._stirred.clear()
            rides = self._rides
            try:
                async with asyncio.timeout(QUICK_STEP_S):
                    await self._stirred.wait()
            except TimeoutError:
                if self._rides == rides:
                    break
        return self._look

    async def _first(self, waiting: Coroutine[Any, Any, None]) -> None:
        """Return when it is time to stop or ``waiting`` has ended; raises what that raises."""
        first = asyncio.create_task(waiting)
        stopping = asyncio.create_task(self._stop.wait())
        try:
            await asyncio.wait({first, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if first.done():
                first.result()
        finally:
            stopping.cancel()
            if not first.done():
                await end(first)
