"""How much work waits, in entries and in seconds, by stage. For operators and autoscalers."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redis.exceptions import RedisError, ResponseError

from schemas.flow import Stage
from streams.commit import FLIGHT_CAP
from streams.keys import QUEUES, STAGES, Queue
from streams.log import PAGE, Log
from streams.lost import LOST
from streams.members import Done, Members

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class StageLag:
    """One stage. ``waiting``: not taken yet; ``running``: taken; ``due``: to be tried again later;
    ``parked``: held back while their session has its share of the stage.

    ``oldest_s``: age of the oldest piece that is not done. ``step_s``: mean time of a step, None
    before the first. ``slots``: steps that live consumers of the stage can run at once, other
    stages' steps included. ``work_s``: seconds until what there is now would be done, None when no
    step was ever measured or nobody serves the stage. ``steps_s``: steps a second of late, of those
    who live. ``servers``: those consumers.
    """

    stage: Stage
    waiting: int = 0
    running: int = 0
    due: int = 0
    parked: int = 0
    oldest_s: float = 0.0
    step_s: float | None = None
    slots: int = 0
    steps_s: float = 0.0
    servers: tuple[str, ...] = ()

    @property
    def pieces(self) -> int:
        """All the work that there is for the stage."""
        return self.waiting + self.running + self.due + self.parked

    @property
    def work_s(self) -> float | None:
        """See the class."""
        if self.pieces == 0:
            return 0.0
        if self.step_s is None or self.slots == 0:
            return None
        return self.pieces * self.step_s / self.slots

    @property
    def is_unserved(self) -> bool:
        """Whether there is work and nobody to do it: the operator's alarm."""
        return self.slots == 0 and self.pieces > 0


@dataclass(frozen=True, slots=True)
class Backlog:
    """All that waits: ``pieces`` of work, and ``wait_s``, seconds until it is done. A stage of
    which no step was ever measured, or that nobody serves, counts in pieces alone."""

    pieces: int = 0
    wait_s: float = 0.0

    @classmethod
    def of(cls, stages: Iterable[StageLag]) -> Backlog:
        """That of ``stages``: consumers do their stages one after the other, and those of others at
        the same time."""
        pieces, waits = 0, dict[tuple[str, ...], float]()
        for stage in stages:
            pieces += stage.pieces
            waits[stage.servers] = waits.get(stage.servers, 0.0) + (stage.work_s or 0.0)
        return cls(pieces, max(waits.values(), default=0.0))


async def backlog(logs: Iterable[Log]) -> Backlog | None:
    """What waits in all ``logs``; None: Redis does not say, as of now."""
    try:
        return Backlog.of(await lag(logs))
    except (*LOST, RedisError) as lost:
        logger.warning("redis.lost", extra={"error": str(lost)})
        return None


async def lag(logs: Iterable[Log]) -> list[StageLag]:
    """The lag of every stage over all ``logs``."""
    stages = {stage: StageLag(stage) for stage in STAGES}
    done = {stage: Done() for stage in STAGES}
    slots: dict[Stage, dict[str, int]] = {stage: {} for stage in STAGES}
    for log in logs:
        await _add_queues(log, stages)
        members = Members(log)
        for stage, more in (await members.totals()).items():
            done[stage].steps += more.steps
            done[stage].ms += more.ms
        for member in await members.all():
            for stage in member.known_stages if member.is_alive else ():
                at_once = member.slots * member.batches.get(stage, 1)
                slots[stage][member.consumer] = at_once  # one process, many shards
                stages[stage].steps_s += member.pace.get(stage, 0.0)
    for stage, found in stages.items():
        found.slots = sum(slots[stage].values())
        found.servers = tuple(sorted(slots[stage]))
        steps = done[stage].steps
        found.step_s = done[stage].ms / steps / 1000 if steps else None
    return list(stages.values())


async def _add_queues(log: Log, stages: dict[Stage, StageLag]) -> None:
    due = Counter(json.loads(w)["queue"] for w in await log.redis.zrange(log.keys.due, 0, -1))
    full = []
    for queue in QUEUES:
        found, late = stages[queue.stage], due[queue.number]
        length = await _add_queue(log, queue, found)
        found.due += late
        if length + late >= FLIGHT_CAP:  # else no session has so much in flight that it parks more
            full.append(queue)
    if full:
        await _add_parked(log, full, stages)


async def _add_queue(log: Log, queue: Queue, found: StageLag) -> int:
    """How long the queue is."""
    redis, key = log.redis, log.keys.work(queue.stage, queue.bulk)
    length = int(await redis.xlen(key))
    try:
        running = int((await redis.xpending(key, queue.stage))["pending"])
    except ResponseError:  # nobody has ever taken anything: no group
        running = 0
    found.running += running
    found.waiting += max(0, length - running)
    for entry, _ in await redis.xrange(key, count=1):
        age_s = (await log.time_ms() - int(entry.partition("-")[0])) / 1000
        found.oldest_s = max(found.oldest_s, age_s)
    return length


async def _add_parked(log: Log, queues: Sequence[Queue], stages: dict[Stage, StageLag]) -> None:
    opened = {str(row).split("/", 1)[0] for row in await log.redis.zrange(log.keys.open, 0, -1)}
    lists = [(queue, session) for session in sorted(opened) for queue in queues]
    for start in range(0, len(lists), PAGE):
        page = lists[start : start + PAGE]
        batch = log.redis.pipeline()
        for queue, session in page:
            batch.llen(log.keys.parking(queue, session))
        for (queue, _), parked in zip(page, await batch.execute(), strict=True):
            stages[queue.stage].parked += parked
