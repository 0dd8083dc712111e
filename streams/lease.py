"""Leases on work: take it, hold it while a handler runs. The commit that ends one is ``Log``'s.

The delivery count is the fencing token. A consumer that was thought dead, and whose work another
took over, finds its delivery outdated: it can neither renew nor commit.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from redis.exceptions import ResponseError

from schemas.flow import Stage
from schemas.ids import EventId, RequestId, SessionId
from streams.commit import Taken, common_keys
from streams.keys import QUEUES, Queue
from streams.log import Log
from streams.scripts import GIVE_BACK, HOLD, TAKE, run, run_until_answered

LEASE_S = 30.0
"""A consumer that has not renewed for this long is taken for dead."""


@dataclass(slots=True)
class Leases:
    """One consumer's view of the work streams: what it may take and what it holds.

    ``stages`` in order of preference. ``costs``: what a step of a stage costs, 1 where none is
    named: a take is told how much it may bring. ``recover``: the next take first looks for entries
    that are pending on this consumer without its knowing, because a reply was lost. ``healed``: a
    group was missing and was made again, so its stream may have been lost.
    """

    log: Log
    consumer: str
    stages: Sequence[Stage]
    lease_s: float = LEASE_S
    costs: Mapping[Stage, int] = field(default_factory=dict)
    held: dict[str, Taken] = field(default_factory=dict)
    recover: bool = True
    healed: bool = False
    queues: tuple[Queue, ...] = field(init=False)
    """Where to look for work, in order: every stage's ordinary queue, then the bulk ones."""
    _places: tuple[str, str, str, str] = field(init=False)
    """Where the script finds what a take touches: prefixes of keys, and the queues as JSON."""
    _keys: list[str] = field(init=False)
    _streams: list[tuple[int, str]] = field(init=False)
    _last: dict[int, str] | None = None
    _looking_back: bool = False
    _riding: bool = False
    _landed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def has_all(self) -> bool:
        """Whether the last take gave all that there was to take: then ``wait`` for more."""
        return self._last is not None

    def __post_init__(self) -> None:
        self.queues = tuple(Queue(stage, bulk) for bulk in (False, True) for stage in self.stages)
        keys = self.log.keys
        told = ((q.number, q.stage, self.costs.get(q.stage, 1)) for q in self.queues)
        queues = json.dumps([field for queue in told for field in queue])
        self._places = (keys.request(""), keys.session(""), keys.parked, queues)
        self._keys = common_keys(keys)
        self._streams = [(q.number, keys.work(q.stage, q.bulk)) for q in self.queues]

    async def take(self, most: int = 1, reclaim: bool = False) -> list[Taken]:
        """Pieces of work that cost up to ``most``, now held; none when there is none.

        ``reclaim``: also look for what others let expire. Raises a ``LOST`` error when Redis is
        away; what that reply carried is found by the next take.
        """
        # To look back among what is pending is to know what every other take brought.
        while self._riding and (reclaim or self.recover):
            self._landed.clear()
            await self._landed.wait()
        recover = self.recover
        self._looking_back = reclaim or recover
        try:
            answer = await run(self.log.redis, TAKE, self._keys, self._arguments(most, reclaim))
            taken = self._hold(json.loads(answer))
        except BaseException:
            self.recover = True
            raise
        finally:
            self._looking_back = False
        if recover:
            self.recover = False
        return taken

    @property
    def may_ride(self) -> bool:
        """Whether a take may go with commits now: one at a time, and only to look for new work."""
        return not (self._riding or self._looking_back or self.recover)

    def board(self, most: int) -> list[str | int]:
        """The arguments of a take of up to ``most`` that goes with commits; ``land`` or ``lose``
        tells what became of it."""
        self._riding = True
        return self._arguments(most, reclaim=False)

    def land(self, answer: Sequence[Any]) -> list[Taken]:
        """What the answer to the take that rode holds: now held."""
        taken = self._hold(answer)
        self._riding = False
        self._landed.set()
        return taken

    def lose(self) -> None:
        """There was no answer to the take that rode: what it carried is found by the next."""
        self.recover = True
        self._riding = False
        self._landed.set()

    def _hold(self, answer: Sequence[Any]) -> list[Taken]:
        rows, last, made = answer
        self._last = None if last is False else dict(_pairs(last))
        self.healed = self.healed or made > 0
        taken = [_taken(*row) for row in rows]
        self.held.update((t.mark, t) for t in taken)
        return taken

    def _arguments(self, most: int, reclaim: bool) -> list[str | int]:
        args: list[str | int] = [self.consumer, int(self.lease_s * 1000), most]
        args.extend(("1" if self.recover else "0", "1" if reclaim else "0", *self._places))
        known = self.held.values() if self.recover or reclaim else ()
        args.append(len(known))
        for held in known:
            args.extend((held.queue.number, held.entry))
        return args

    async def wait(self, timeout_s: float) -> None:
        """Return when work has come since the last take, or after ``timeout_s``."""
        last = self._last or {}
        streams = {key: last.get(number, "0-0") for number, key in self._streams}
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

    async def give_back(self, taken: Sequence[Taken]) -> int:
        """Let others have ``taken``, which was not begun, at once; how many pieces that was."""
        for piece in taken:
            self.release(piece)
        if not taken:
            return 0
        keys = self.log.keys
        args: list[str | int] = [self.consumer, len(taken)]
        for piece in taken:
            args.extend((piece.stage, piece.entry, piece.delivery))
        names = [keys.work(piece.queue.stage, piece.queue.bulk) for piece in taken]
        names.extend(keys.session(piece.session) for piece in taken)
        return int(await run_until_answered(self.log.redis, GIVE_BACK, names, args))

    def held_for(self, request: RequestId) -> list[Taken]:
        """What is held of ``request``'s work."""
        return [taken for taken in self.held.values() if taken.request == request]

    def release(self, taken: Taken) -> None:
        """Forget ``taken``: it was committed, or lost."""
        self.held.pop(taken.mark, None)


def _taken(queue: int, entry: str, delivery: int, flat: list[str], fork: str) -> Taken:
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
        forked=None if fork == "?" else bool(fork),
    )


def _pairs(flat: Iterable[Any]) -> Iterable[tuple[Any, Any]]:
    items = iter(flat)
    return zip(items, items, strict=True)
