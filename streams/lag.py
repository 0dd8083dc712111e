"""How much work waits, in entries and in seconds, by stage. For operators and autoscalers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from redis.exceptions import ResponseError

from schemas.flow import Stage
from streams.keys import QUEUES, STAGES, Queue
from streams.log import Log
from streams.members import Done, Members


@dataclass(slots=True)
class StageLag:
    """One stage. ``waiting``: not taken yet; ``running``: taken; ``due``: to be tried again later.

    ``oldest_s``: age of the oldest piece that is not done. ``step_s``: mean time of a step, None
    before the first. ``slots``: steps that live consumers of the stage can run at once, other
    stages' steps included. ``work_s``: seconds until what there is now would be done, None when no
    step was ever measured or nobody serves the stage.
    """

    stage: Stage
    waiting: int = 0
    running: int = 0
    due: int = 0
    oldest_s: float = 0.0
    step_s: float | None = None
    slots: int = 0

    @property
    def work_s(self) -> float | None:
        """See the class."""
        pieces = self.waiting + self.running + self.due
        if pieces == 0:
            return 0.0
        if self.step_s is None or self.slots == 0:
            return None
        return pieces * self.step_s / self.slots

    @property
    def is_unserved(self) -> bool:
        """Whether there is work and nobody to do it: the operator's alarm."""
        return self.slots == 0 and self.waiting + self.running + self.due > 0


async def lag(logs: Iterable[Log]) -> list[StageLag]:
    """The lag of every stage over all ``logs``."""
    stages = {stage: StageLag(stage) for stage in STAGES}
    done = {stage: Done() for stage in STAGES}
    slots: dict[Stage, dict[str, int]] = {stage: {} for stage in STAGES}
    for log in logs:
        for queue in QUEUES:
            await _add_queue(log, queue, stages[queue.stage])
        for body in await log.redis.zrange(log.keys.due, 0, -1):
            stages[QUEUES[json.loads(body)["queue"] - 1].stage].due += 1
        members = Members(log)
        for stage, more in (await members.totals()).items():
            done[stage].steps += more.steps
            done[stage].ms += more.ms
        for member in await members.all():
            for name in member.stages if member.is_alive else ():
                slots[Stage(name)][member.consumer] = member.slots  # one process, many shards
    for stage, found in stages.items():
        found.slots = sum(slots[stage].values())
        steps = done[stage].steps
        found.step_s = done[stage].ms / steps / 1000 if steps else None
    return list(stages.values())


async def _add_queue(log: Log, queue: Queue, found: StageLag) -> None:
    redis, key = log.redis, log.keys.work(queue.stage, queue.bulk)
    length = await redis.xlen(key)
    try:
        running = int((await redis.xpending(key, queue.stage))["pending"])
    except ResponseError:  # nobody has ever taken anything: no group
        running = 0
    found.running += running
    found.waiting += max(0, length - running)
    for entry, _ in await redis.xrange(key, count=1):
        age_s = (await log.time_ms() - int(entry.partition("-")[0])) / 1000
        found.oldest_s = max(found.oldest_s, age_s)
