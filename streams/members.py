"""Who works: consumers announce themselves, say that they live, and leave without losing work.

What belongs here: the membership of one log, and reading it. What does not: how often
a consumer beats (``worker``), and who looks for the dead (``sweep``).
"""

from __future__ import annotations

import json
import logging
import os
import socket
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version

from schemas.flow import Stage
from streams.keys import QUEUES
from streams.log import Log
from streams.scripts import LEAVE, run_until_answered

logger = logging.getLogger(__name__)

SILENT_LEASES = 10
"""A consumer that has not been heard of for so many leases is dead."""


@dataclass(slots=True)
class Done:
    """What a consumer has done of a stage's steps. ``ms``: time in handlers and commits."""

    steps: int = 0
    failed: int = 0
    ms: float = 0.0


@dataclass(slots=True)
class Member:
    """A consumer, as it announces itself. ``started``: ms since 1970. ``silent_ms``: how long ago
    it was heard of when it was read."""

    consumer: str
    stages: Sequence[str]
    slots: int
    lease_s: float
    engines: Mapping[str, str] = field(default_factory=dict)
    host: str = field(default_factory=socket.gethostname)
    pid: int = field(default_factory=os.getpid)
    version: str = field(default_factory=lambda: version("scenestream"))
    started: int = field(default_factory=lambda: int(time.time() * 1000))
    in_flight: int = 0
    done: dict[str, Done] = field(default_factory=dict)
    silent_ms: int = 0

    @property
    def is_alive(self) -> bool:
        """Whether it has been heard of within a lease."""
        return self.silent_ms < self.lease_s * 1000

    def count(self, stage: Stage, ms: float, failed: bool) -> None:
        """A step has ended."""
        of_stage = self.done.setdefault(stage, Done())
        of_stage.steps += 1
        of_stage.failed += failed
        of_stage.ms += ms


class Members:
    """The membership of one log."""

    def __init__(self, log: Log) -> None:
        self._log = log

    async def beat(self, member: Member) -> None:
        """Announce ``member``, or that it lives and what it has done."""
        redis, keys = self._log.redis, self._log.keys
        row = json.dumps(asdict(member))
        await redis.hset(keys.members, member.consumer, row)
        await redis.zadd(keys.beats, {member.consumer: await self._log.time_ms()})

    async def leave(self, member: Member) -> bool:
        """Take ``member`` out; whether it went. What it still holds goes to others at once, and it
        goes when they have it."""
        await self.beat(member)
        went, handed_over = await self._gone(member.consumer, 0, member.lease_s)
        if handed_over:
            logger.warning("work.handed_over", extra={"pieces": handed_over})
        return member.consumer in went

    async def reap(self, lease_s: float) -> list[str]:
        """Take out who has been silent for ten leases and holds nothing; who that was."""
        went, _ = await self._gone("", int(SILENT_LEASES * lease_s * 1000), lease_s)
        if went:
            logger.warning("consumers.reaped", extra={"consumers": went})
        return went

    async def _gone(self, leaver: str, silent_ms: int, lease_s: float) -> tuple[list[str], int]:
        keys = self._log.keys
        args: list[str | int] = [leaver, silent_ms, int(lease_s * 1000) + 1]
        args.extend((len(QUEUES), *(queue.stage for queue in QUEUES)))
        names = [keys.members, keys.beats, keys.totals, *keys.all_work]
        went, handed_over = await run_until_answered(self._log.redis, LEAVE, names, args)
        return [str(name) for name in went], int(handed_over)

    async def all(self) -> list[Member]:
        """All members, dead ones that still hold work included."""
        redis, keys = self._log.redis, self._log.keys
        rows = await redis.hgetall(keys.members)
        beats = dict(await redis.zrange(keys.beats, 0, -1, withscores=True))
        now = await self._log.time_ms()
        return [_member(row, now - int(beats.get(name, 0))) for name, row in sorted(rows.items())]

    async def totals(self) -> dict[Stage, Done]:
        """What members and those that left have done, by stage."""
        kept = await self._log.redis.hgetall(self._log.keys.totals)
        done = {
            stage: Done(int(kept.get(f"{stage}:steps", 0)), 0, float(kept.get(f"{stage}:ms", 0)))
            for stage in Stage
        }
        for member in await self.all():
            for name, more in member.done.items():
                stage = Stage(name)
                done[stage].steps += more.steps
                done[stage].ms += more.ms
        return done


def _member(row: str, silent_ms: int) -> Member:
    fields = json.loads(row)
    done = {stage: Done(**counts) for stage, counts in fields.pop("done").items()}
    return Member(**{**fields, "done": done, "silent_ms": silent_ms})
