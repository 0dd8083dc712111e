"""A commit: what one step, or a client's wish, adds to a session, as one atomic script call.

``Commit`` is a value; ``argument`` turns it into what the script reads, through
``schemas.flow``, so that no caller decides what an event leads to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.events import Event, RequestAccepted
from schemas.flow import Flow, Stage, flow
from schemas.ids import EventId, RequestId, SessionId
from streams.codec import encode
from streams.keys import STAGES, Keys, Queue

FEED_CAP = 10_000
"""About how many entries the feed keeps; a reader that falls behind reads the session logs."""
FLIGHT_CAP = 8
"""Pieces of work that a session of weight 1 may have in flight on a queue; the rest is parked."""
KEEP_CLOSED_S = 24 * 3600
"""How long a closed request's hash (its status and idempotency marks) outlives it."""

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Taken:
    """An entry of a work stream in our hands. ``delivery`` fences: a later one makes ours void.

    ``tries``: how often the work was put back before; with ``delivery`` it gives the attempt.
    ``forked``: whether its session is a fork; None when Redis does not know.
    """

    queue: Queue
    entry: str
    delivery: int
    task: str
    session: SessionId
    request: RequestId | None
    event_id: EventId
    body: str
    tries: int = 0
    forked: bool | None = False

    @property
    def stage(self) -> Stage:
        """Whose work it is."""
        return self.queue.stage

    @property
    def attempt(self) -> int:
        """From 1. A delivery that a killed process never finished counts."""
        return self.tries + self.delivery

    @property
    def mark(self) -> str:
        """The idempotency mark of the step on this entry."""
        return f"{self.queue}:{self.entry}"


@dataclass(frozen=True, slots=True)
class Commit:
    """``mark`` names it for ever: made twice, it counts once. ``revision``: refuse if not this."""

    session: SessionId
    request: RequestId | None
    mark: str
    events: tuple[Event, ...] = ()
    taken: Taken | None = None
    consumer: str = ""
    revision: int | None = None
    retry_in_ms: int | None = None
    dead_letter: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Committed:
    """``outcome``: "done", "again" (it had been made before), "lost" (another has the entry),
    "closed" (the request had ended), "stale" (the revision moved on) or "erased" (the session was).
    ``ids``: the events'."""

    outcome: str
    ids: tuple[EventId, ...] = ()


def common_keys(keys: Keys) -> list[str]:
    """The keys of ``commit.lua`` that every commit shares."""
    shared = [keys.feed, keys.sessions, keys.due, keys.open, keys.cancelled, *keys.all_work]
    return [*shared, keys.erased, keys.never]


def argument(keys: Keys, commit: Commit) -> str:
    """The commit as ``commit.lua`` reads it."""
    flows = [flow(e.data) for e in commit.events]
    stage = commit.taken.stage if commit.taken else STAGES[0]
    request = commit.request or ""
    opens = any(isinstance(e.data, RequestAccepted) for e in commit.events)
    args: list[str | int] = [
        keys.request(request) if request else keys.session(commit.session),
        keys.log(commit.session),
        keys.session(commit.session),
        keys.turns(commit.session),
        keys.dead(stage),
        *(commit.session, request, commit.mark, FEED_CAP, KEEP_CLOSED_S),
    ]
    args.extend((keys.request(""), keys.parked, len(STAGES), FLIGHT_CAP))
    args.extend(_input(commit))
    args.append("" if commit.revision is None else str(commit.revision))
    args.append("1" if opens else "0")
    args.append(next((f.closes for f in flows if f.closes), ""))
    args.append("1" if any(f.bulk for f in flows) else "0")
    args.append("1" if any(f.yields for f in flows) else "0")
    args.append(sum(f.revises for f in flows))
    args.append(len(commit.events))
    for event in commit.events:
        args.append(encode(event))
    for rows in (_work(flows), _joins(flows), _settles(flows)):
        listed = list(rows)
        args.append(len(listed))
        args.extend(field for row in listed for field in row)
    args.extend(_failure(commit))
    return _compact(args)


def _input(commit: Commit) -> tuple[str | int, ...]:
    taken = commit.taken
    if taken is None:
        return (0, "", "", "", 0)
    return (taken.queue.number, taken.stage, taken.entry, commit.consumer, taken.delivery)


def _work(flows: Sequence[Flow]) -> Iterator[tuple[str | int, ...]]:
    for n, led in enumerate(flows, 1):
        for work in led.work:
            yield Queue(work.stage).number, work.task, "1" if work.turn else "0", n


def _joins(flows: Sequence[Flow]) -> Iterator[tuple[str | int, ...]]:
    for n, led in enumerate(flows, 1):
        join = led.opens
        if join is not None:
            then = (Queue(join.then.stage).number, join.then.task)
            yield join.name, *then, n, len(join.members), *join.members


def _settles(flows: Sequence[Flow]) -> Iterator[tuple[str | int, ...]]:
    for n, led in enumerate(flows, 1):
        settles = led.settles
        if settles is not None:
            yield *settles, n


def _failure(commit: Commit) -> Sequence[str | int]:
    args: list[str | int] = []
    if commit.retry_in_ms is None or commit.taken is None:
        args.append("")
    else:
        taken = commit.taken
        again = {
            "queue": taken.queue.number,
            "id": taken.event_id,
            "s": taken.session,
            "r": taken.request or "",
            "t": taken.task,
            "n": taken.attempt,
            "e": taken.body,
        }
        args.extend((commit.retry_in_ms, json.dumps(again)))
    args.append(json.dumps(commit.dead_letter) if commit.dead_letter else "")
    return args
