"""Leases on work: take it, hold it while a handler runs. The commit that ends one is ``Log``'s.

The delivery count is the fencing token. A consumer that was thought dead, and whose work another
took over, finds its delivery outdated: it can neither renew nor commit.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from redis.exceptions import ResponseError

from schemas.flow import Stage
from schemas.ids import EventId, RequestId, SessionId
from streams.commit import Taken
from streams.keys import QUEUES, Queue
from streams.log import Log
from streams.lost import LOST
from streams.scripts import HOLD, TAKE, run, run_until_answered

LEASE_S = 30.0
"""A consumer that has not renewed for this long is taken for dead."""


@dataclass(slots=True)
class Leases:
    """One consumer's view of the work streams: what it may take and what it holds.

    ``stages`` in order of preference. ``recover``: the next take first looks for entries that are
    pending on this consumer without its knowing, because a reply was lost. ``healed``: a group was
    missing and was made again, so its stream may have been lost.
    """

    log: Log
    consumer: str
    stages: Sequence[Stage]
    lease_s: float = LEASE_S
    held: dict[str, Taken] = field(default_factory=dict)
    recover: bool = True
    healed: bool = False
    queues: tuple[Queue, ...] = field(init=False)
    """Where to look for work, in order: every stage's ordinary queue, then the bulk ones."""
    _queues_json: str = field(init=False)
    _last: list[str] = field(default_factory=list)

    @property
    def has_all(self) -> bool:
        """Whether the last take gave all that there was to take: then ``wait`` for more."""
        return bool(self._last)

    def __post_init__(self) -> None:
        self.queues = tuple(Queue(stage, bulk) for bulk in (False, True) for stage in self.stages)
        self._queues_json = json.dumps([[q.number, q.stage] for q in self.queues])

    async def take(self, most: int = 1, reclaim: bool = False) -> list[Taken]:
        """Up to ``most`` pieces of work, now held; none when there is none.

        ``reclaim``: also look for what others let expire. Raises a ``LOST`` error when Redis is
        away; what that reply carried is found by the next take.
        """
        keys = self.log.keys
        args: list[str | int] = [self.consumer, int(self.lease_s * 1000), most]
        args.extend(("1" if self.recover else "0", "1" if reclaim else "0"))
        args.extend((keys.request(""), keys.session(""), keys.parked, self._queues_json))
        known = self.held.values() if self.recover or reclaim else ()
        args.append(len(known))
        for held in known:
            args.extend((held.queue.number, held.entry))
        try:
            found, rows, self._last, made = await run(
                self.log.redis, TAKE, [keys.due, *keys.all_work, keys.never], args
            )
        except LOST:
            self.recover = True
            raise
        self.recover = False
        self.healed = self.healed or made > 0
        # One text instead of a dozen small replies an entry: reading those would cost the most.
        taken = [_taken(*row) for row in json.loads(rows)] if found else []
        self.held.update((t.mark, t) for t in taken)
        return taken

    async def wait(self, timeout_s: float) -> None:
        """Return when work has come since the last take, or after ``timeout_s``."""
        streams = {
            self.log.keys.work(queue.stage, queue.bulk): last
            for queue, last in zip(self.queues, self._last, strict=True)
        }
        with contextlib.suppress(ResponseError):  # a stream was deleted under us: take again
            await self.log.redis.xread(streams, count=1, block=int(timeout_s * 1000))

    async def renew(self) -> dict[str, str]:
        """Renew every held lease. By mark: "held", "lost", or how the work's request ended."""
        held = list(self.held.values())
        if not held:
            return {}
        keys = self.log.keys
        args: list[str | int] = [self.consumer, len(held)]
        for taken in held:
            args.extend((taken.stage, taken.entry, taken.delivery))
        names = [keys.work(t.queue.stage, t.queue.bulk) for t in held]
        names.extend(keys.request(t.request or "") for t in held)
        answers = await run_until_answered(self.log.redis, HOLD, names, args)
        return dict(zip((t.mark for t in held), answers, strict=True))

    def held_for(self, request: RequestId) -> list[Taken]:
        """What is held of ``request``'s work."""
        return [taken for taken in self.held.values() if taken.request == request]

    def release(self, taken: Taken) -> None:
        """Forget ``taken``: it was committed, or lost."""
        self.held.pop(taken.mark, None)


def _taken(queue: int, entry: str, delivery: int, flat: list[str]) -> Taken:
    fields = dict(_pairs(flat))
    return Taken(
        queue=QUEUES[queue - 1],
        entry=entry,
        delivery=delivery,
        task=fields["t"],
        session=SessionId(fields["s"]),
        request=RequestId(fields["r"]) if fields["r"] else None,
        event_id=EventId(fields["id"]),
        body=fields["e"],
        tries=int(fields.get("n", 0)),
    )


def _pairs(flat: Iterable[Any]) -> Iterable[tuple[Any, Any]]:
    items = iter(flat)
    return zip(items, items, strict=True)
