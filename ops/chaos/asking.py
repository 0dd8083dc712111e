"""Requests of the fast workload: what is asked in which session, drawn from the seed, and what
Redis acknowledged of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import defaultdict, deque
from dataclasses import dataclass, field

from ops.chaos.consumer import DOOMED
from schemas.events import RequestAccepted, SessionOpened
from schemas.ids import EventId, RequestId, SessionId
from streams.errors import RedisUnavailable
from streams.log import Log

WORDS = {"object 1": 70, "edit 1": 10, "hello": 8, "scene 3": 3, "scene 12": 1}
"""What people ask for, and how often; most of it is an object, which takes seven steps."""
SAME_SESSION, DOOM, CANCEL = 0.5, 0.01, 0.03
RECENT = 40
AT_ONCE = 8


@dataclass(slots=True)
class Asking:
    """Asks through ``log``, several at once."""

    log: Log
    chance: random.Random
    requests: list[tuple[str, RequestId]] = field(default_factory=list)
    acknowledged: dict[str, list[EventId]] = field(default_factory=lambda: defaultdict(list))
    _recent: deque[SessionId] = field(default_factory=lambda: deque(maxlen=RECENT))
    _running: set[asyncio.Task[None]] = field(default_factory=set)

    async def ask(self) -> None:
        """Ask for the next thing; returns as soon as there is room for another."""
        number = len(self.requests)
        if self._recent and self.chance.random() < SAME_SESSION:
            session = self.chance.choice(self._recent)
        else:
            session = SessionId(f"session-{number}")
            self._recent.append(session)
        text = self.chance.choices(list(WORDS), list(WORDS.values()))[0]
        if self.chance.random() < DOOM:
            text += f" {DOOMED}"
        cancel_s = self.chance.uniform(0, 0.2) if self.chance.random() < CANCEL else None
        request = RequestId(f"request-{number}")
        self.requests.append((session, request))
        task = asyncio.create_task(self._append(session, request, text, cancel_s))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        if len(self._running) >= AT_ONCE:
            await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)

    async def all_asked(self) -> None:
        """Wait until every append was acknowledged. Raises what one of them raised."""
        await asyncio.gather(*self._running)

    async def _append(
        self, session: SessionId, request: RequestId, text: str, cancel_s: float | None
    ) -> None:
        opened, accepted = SessionOpened(protocol="chaos"), RequestAccepted(kind="text", text=text)
        while True:
            with contextlib.suppress(RedisUnavailable):
                done = [
                    await self.log.append(session, None, "opened", [opened]),
                    await self.log.append(session, request, "accepted", [accepted]),
                ]
                break
        for one in done:
            self.acknowledged[session].extend(one.ids)
        if cancel_s is not None:
            await asyncio.sleep(cancel_s)
            with contextlib.suppress(RedisUnavailable):  # then it goes on, as a person's would
                await self.log.cancel(session, request, "changed my mind")
