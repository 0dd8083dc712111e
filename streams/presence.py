"""How many clients a session has, over all gateways of a deployment.

Each gateway keeps in Redis how many it has in which session, as digests, and says every few seconds
that it lives: one call a shard, however many clients are idle. What a gateway that was killed had
is not counted any more after ``LIVES_S``. Who changes a session's count tells the others, who count
again; no count travels, so none can arrive late. What belongs here: counting. What does not: who is
told.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from redis.exceptions import RedisError

from schemas.events import CompanyChanged, Event
from schemas.ids import SessionId
from streams.broadcasts import NOBODYS
from streams.errors import RedisUnavailable
from streams.keys import shard_of
from streams.log import Log
from streams.lost import LOST
from streams.outage import Outage
from streams.quota import digest
from streams.scripts import ABSENT, ATTEND, run, run_until_answered
from streams.shards import Shards

logger = logging.getLogger(__name__)

BEAT_S = 5.0
LIVES_S = 15.0
"""How long after its last heartbeat a gateway still counts."""
BATCH = 200
"""Sessions that one call counts."""
AGAIN_S = 0.5
LEAVE_S = 2.0


@dataclass(slots=True)
class _Here:
    """A session with clients at this gateway. ``total``: at all of them, as of the last count."""

    session: SessionId
    clients: int = 0
    total: int = 0


@dataclass(slots=True)
class _Shard:
    """What is to be said of one shard's sessions: ``changed`` here, to be ``counted`` again since
    they changed elsewhere, or ``nudged``: others are to hear of them. ``said``: what Redis has."""

    log: Log
    changed: set[str] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)
    nudged: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    others: frozenset[str] = frozenset()
    due: float = 0.0

    @property
    def is_behind(self) -> bool:
        """Whether there is something to say."""
        return bool(self.changed or self.counted or self.nudged)


class Presence:
    """That of one gateway's clients among all. ``told``: is called with a session and how many
    clients it has, whenever that was counted."""

    def __init__(
        self,
        shards: Shards,
        told: Callable[[SessionId, int], None],
        beat_s: float = BEAT_S,
        lives_s: float = LIVES_S,
    ) -> None:
        self.gateway = uuid.uuid4().hex
        self._told = told
        self._beat_s, self._lives_s = beat_s, lives_s
        self._shards = [_Shard(log) for log in shards]
        self._here: dict[str, _Here] = {}
        self._stirred = asyncio.Event()
        self._outage = Outage("presence")

    @property
    def is_alone(self) -> bool:
        """Whether no other gateway lives, as of the last heartbeat."""
        return not any(shard.others for shard in self._shards)

    @contextmanager
    def inside(self, session: SessionId) -> Iterator[None]:
        """One more client is in ``session`` meanwhile."""
        self.entered(session)
        try:
            yield
        finally:
            self.left(session)

    def entered(self, session: SessionId) -> None:
        """One more client is in ``session``."""
        name = digest(session)
        here = self._here.setdefault(name, _Here(session))
        here.clients += 1
        self._changed(name, session)

    def left(self, session: SessionId) -> None:
        """One that entered ``session`` is there no more."""
        name = digest(session)
        here = self._here[name]
        here.clients -= 1
        if not here.clients:
            del self._here[name]
        self._changed(name, session)

    def hear(self, event: Event | None) -> None:
        """Clients may have come or gone at another gateway (None), or did."""
        if event is None:
            self._count_again(self._here)
        elif isinstance(event.data, CompanyChanged) and event.by != self.gateway:
            self._count_again(name for name in event.data.sessions if name in self._here)

    async def run(self) -> None:
        """Say who is here, and that this gateway lives, for ever."""
        while True:
            self._stirred.clear()
            try:
                await self._say_all()
            except (*LOST, RedisError, RedisUnavailable) as lost:
                self._outage.lost(lost)
                await asyncio.sleep(AGAIN_S)
                continue
            self._outage.over()
            try:
                async with asyncio.timeout(self._beat_s):
                    await self._stirred.wait()
            except TimeoutError:
                pass

    async def leave(self) -> None:
        """The gateway ends: others need not wait until it is silent for long enough."""
        try:
            async with asyncio.timeout(LEAVE_S):
                for shard in self._shards:
                    keys = [shard.log.keys.gateways, shard.log.keys.here(self.gateway)]
                    await run(shard.log.redis, ABSENT, keys, [self.gateway])
                    shard.nudged |= shard.said
                    await self._nudge(shard)
        except (*LOST, RedisError, TimeoutError) as lost:
            self._outage.lost(lost)

    def _changed(self, name: str, session: SessionId) -> None:
        self._shard_of(session).changed.add(name)
        self._stirred.set()

    def _count_again(self, names: Iterable[str]) -> None:
        for name in names:
            self._shard_of(self._here[name].session).counted.add(name)
            self._stirred.set()

    def _shard_of(self, session: SessionId) -> _Shard:
        return self._shards[shard_of(session, len(self._shards))]

    def _is_in(self, here: _Here, shard: _Shard) -> bool:
        return self._shard_of(here.session) is shard

    async def _say_all(self) -> None:
        clock = asyncio.get_running_loop().time
        for shard in self._shards:
            while shard.is_behind or clock() >= shard.due:
                await self._say(shard)
                await self._nudge(shard)

    async def _say(self, shard: _Shard) -> None:
        """Say what changed, up to so much, or that this gateway lives; tell what was counted."""
        changed = {name for name, _ in zip(tuple(shard.changed), range(BATCH), strict=False)}
        room = range(BATCH - len(changed))
        again = {name for name, _ in zip(tuple(shard.counted), room, strict=False)} - changed
        names = [*changed, *again]
        counts = [self._here[n].clients if n in self._here else 0 for n in names]
        keys = shard.log.keys
        args: list[str | int] = [self.gateway, int(self._lives_s * 1000), keys.here("")]
        for name, clients in zip(names, counts, strict=True):
            args.extend((name, clients))
        shard.changed -= changed
        shard.counted -= again
        try:
            held, others, *elsewhere = await run_until_answered(
                shard.log.redis,
                ATTEND,
                [keys.gateways, keys.here(self.gateway), keys.never],
                args,
            )
        except BaseException:
            shard.changed |= changed
            shard.counted |= again
            raise
        shard.due = asyncio.get_running_loop().time() + self._beat_s
        for name, clients, more in zip(names, counts, elsewhere, strict=True):
            self._counted(shard, name, clients, int(more))
            if name in changed and more:
                shard.nudged.add(name)
        self._compare(shard, int(held), frozenset(str(others).split()))

    def _counted(self, shard: _Shard, name: str, clients: int, elsewhere: int) -> None:
        (shard.said.add if clients else shard.said.discard)(name)
        here = self._here.get(name)
        if here is not None:
            here.total = clients + elsewhere
            self._told(here.session, here.total)

    def _compare(self, shard: _Shard, held: int, others: frozenset[str]) -> None:
        """Say all again where Redis lost it, or took this gateway for dead; count again what a
        gateway had that is not there any more."""
        if held != len(shard.said):
            shard.said.clear()
            shard.changed |= {n for n, h in self._here.items() if self._is_in(h, shard)}
        if shard.others - others:
            with_others = {n: h for n, h in self._here.items() if h.total > h.clients}
            shard.counted |= {n for n, h in with_others.items() if self._is_in(h, shard)}
        shard.others = others

    async def _nudge(self, shard: _Shard) -> None:
        """Tell the other gateways what they are to count again."""
        while shard.nudged:
            some = {name for name, _ in zip(tuple(shard.nudged), range(BATCH), strict=False)}
            data = CompanyChanged(sessions=tuple(sorted(some)))
            at = datetime.now(UTC)
            await shard.log.emit([Event(session=NOBODYS, at=at, by=self.gateway, data=data)])
            shard.nudged -= some
