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
from dataclasses import asdict, dataclass, field, fields, replace
from importlib.metadata import version
from typing import Any

from schemas.flow import Stage
from streams.keys import QUEUES
from streams.log import Log
from streams.scripts import BEAT, LEAVE, run, run_until_answered, until_answered

logger = logging.getLogger(__name__)

SILENT_LEASES = 10
"""A consumer that has not been heard of for so many leases is dead."""
LEAVE_PATIENCE_S = 3.0
"""How long a leaver tries to say so: its lease runs out anyway, and somebody waits for its end."""


@dataclass(slots=True)
class Done:
    """What a consumer has done of a stage's steps. ``ms``: time in handlers and commits."""

    steps: int = 0
    failed: int = 0
    ms: float = 0.0


@dataclass(slots=True)
class Member:
    """A consumer, as it announces itself.

    ``slots``: goes at once, each of as many steps of a stage as ``batches`` says, else of one.
    ``has_mib``: its GPU's memory, 0 without one; ``needs_mib``: what engines need of it, by stage.
    ``started`` and ``beat``: ms since 1970; a ``beat`` of 0: it has left, and others have not yet
    taken all that it held. ``pace``: steps a second of late, by stage. ``silent_ms``: how long
    before it was read it had been heard of.
    """

    consumer: str
    stages: Sequence[str]
    slots: int
    lease_s: float
    engines: Mapping[str, str] = field(default_factory=dict)
    batches: Mapping[str, int] = field(default_factory=dict)
    needs_mib: Mapping[str, int] = field(default_factory=dict)
    has_mib: int = 0
    host: str = field(default_factory=socket.gethostname)
    pid: int = field(default_factory=os.getpid)
    version: str = field(default_factory=lambda: version("scenestream"))
    started: int = field(default_factory=lambda: int(time.time() * 1000))
    in_flight: int = 0
    done: dict[str, Done] = field(default_factory=dict)
    pace: Mapping[str, float] = field(default_factory=dict)
    beat: int = 0
    silent_ms: int = 0

    @property
    def is_alive(self) -> bool:
        """Whether it has been heard of within a lease."""
        return self.silent_ms < self.lease_s * 1000

    @property
    def known_stages(self) -> list[Stage]:
        """The stages it serves, without those that only its newer version knows."""
        return [Stage(name) for name in self.stages if name in set(Stage)]

    def count(self, stage: Stage, ms: float, failed: bool) -> None:
        """A step has ended."""
        of_stage = self.done.setdefault(stage, Done())
        of_stage.steps += 1
        of_stage.failed += failed
        of_stage.ms += ms

    def forget(self, stage: str, done: Done) -> None:
        """``done`` is counted elsewhere by now."""
        mine = self.done.setdefault(stage, Done())
        mine.steps -= done.steps
        mine.failed -= done.failed
        mine.ms -= done.ms


class Members:
    """The membership of one log."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._told: dict[str, dict[str, Done]] = {}  # by consumer that was announced here

    async def beat(self, member: Member) -> int:
        """Announce ``member``, or that it lives and what it has done; how many others have left and
        are still to be taken out. One try: the next one says it all again."""
        leavers = await self._announce(member)
        if leavers < 0:  # it was taken out meanwhile, for its silence
            for stage, done in self._told.pop(member.consumer).items():
                member.forget(stage, done)
            leavers = await self._announce(member)
        return leavers

    async def _announce(self, member: Member) -> int:
        names = [self._log.keys.members, self._log.keys.beats]
        done = {stage: replace(counts) for stage, counts in member.done.items()}
        is_new = member.consumer not in self._told
        args = [member.consumer, _row(member), "1" if is_new else "0"]
        leavers = int(await run(self._log.redis, BEAT, names, args))
        if leavers >= 0:
            self._told[member.consumer] = done
        return leavers

    async def leave(self, member: Member) -> bool:
        """Take ``member`` out; whether it went. What it still holds goes to others at once, and it
        goes when they have it."""
        names, args = self._gone(member.lease_s, leaver=member)
        went, handed_over = await until_answered(
            lambda: run(self._log.redis, LEAVE, names, args), LEAVE_PATIENCE_S
        )
        if handed_over:
            logger.warning("work.handed_over", extra={"pieces": handed_over})
        return member.consumer in went

    async def reap(self, lease_s: float) -> list[str]:
        """Take out who has been silent for ten leases and holds nothing; who that was."""
        names, args = self._gone(lease_s, silent_ms=int(SILENT_LEASES * lease_s * 1000))
        went, _ = await run_until_answered(self._log.redis, LEAVE, names, args)
        if went:
            logger.warning("consumers.reaped", extra={"consumers": went})
        return [str(name) for name in went]

    def _gone(
        self, lease_s: float, silent_ms: int = 0, leaver: Member | None = None
    ) -> tuple[list[str], list[str | int]]:
        """The keys and arguments of the script."""
        keys = self._log.keys
        args: list[str | int] = [leaver.consumer, _row(leaver)] if leaver else ["", ""]
        args.extend((silent_ms, int(lease_s * 1000)))
        args.extend((len(QUEUES), *(queue.stage for queue in QUEUES)))
        return [keys.members, keys.beats, keys.totals, *keys.all_work], args

    async def all(self) -> list[Member]:
        """All members, dead ones that still hold work included."""
        redis, keys = self._log.redis, self._log.keys
        rows = await redis.hgetall(keys.members)
        beats = dict(await redis.zrange(keys.beats, 0, -1, withscores=True))
        now = await self._log.time_ms()
        found = []
        for name, row in sorted(rows.items()):
            member = _member(row)
            if member is not None:
                member.beat = int(beats.get(name, 0))
                member.silent_ms = max(0, now - member.beat)
                found.append(member)
        return found

    async def totals(self) -> dict[Stage, Done]:
        """What members and those that left have done, by stage."""
        kept = await self._log.redis.hgetall(self._log.keys.totals)
        done = {
            stage: Done(int(kept.get(f"{stage}:steps", 0)), 0, float(kept.get(f"{stage}:ms", 0)))
            for stage in Stage
        }
        for member in await self.all():
            for stage in member.known_stages:
                more = member.done.get(stage, Done())
                done[stage].steps += more.steps
                done[stage].ms += more.ms
        return done


def _row(member: Member) -> str:
    return json.dumps(asdict(member))


def _member(row: str) -> Member | None:
    """The member of a row, None when it can not be read; what only a newer version says of itself
    is left out."""
    try:
        told = json.loads(row)
        done = {stage: Done(**_known(counts, Done)) for stage, counts in told.pop("done").items()}
        return Member(**{**_known(told, Member), "done": done})
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _known(told: Mapping[str, Any], kind: type) -> dict[str, Any]:
    names = {known.name for known in fields(kind)}
    return {name: value for name, value in told.items() if name in names}
