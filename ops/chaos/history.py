"""The history checker: what must be true of every log, whatever happened while it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence

from schemas import events as e
from schemas.flow import flow
from schemas.ids import RequestId, SessionId
from streams.keys import STAGES
from streams.log import Log

REOPENED = e.RequestReopened.type
TERMINAL = ("request.completed", "request.failed", "request.cancelled")


async def violations(log: Log, requests: Sequence[tuple[str, RequestId]]) -> list[str]:
    """Everything that is wrong; an empty list is the proof that was asked for."""
    wrong: list[str] = []
    for session, request in requests:
        events = [event for event in await log.read(SessionId(session)) if event.request == request]
        wrong.extend(f"{session}/{request}: {what}" for what in of_request(events))
    wrong.extend([what async for what in _left_over(log)])
    return wrong


def of_request(events: Sequence[e.Event]) -> Iterator[str]:
    """What is wrong with one request's events."""
    lives = _lives(events)
    for n, life in enumerate(lives, 1):
        yield from _of_end(life, reopened=n < len(lives))
    done = [(_effect(e), n if _is_failure(e) else 0) for n, life in enumerate(lives) for e in life]
    for (effect, _), count in Counter(done).items():
        if count > 1:
            yield f"{effect} is there {count} times"
    settled = Counter(s for event in events if (s := flow(event.data).settles))
    yield from (f"{member} was settled {n} times" for member, n in settled.items() if n > 1)
    ids = {event.id for event in events}
    for event in events:
        if event.cause is not None and event.cause not in ids:
            yield f"{event.type} is caused by {event.cause}, which is not of this request"


def _lives(events: Sequence[e.Event]) -> list[list[e.Event]]:
    """The events up to the first reopening, and those from each reopening on."""
    lives: list[list[e.Event]] = [[]]
    for event in events:
        if isinstance(event.data, e.RequestReopened):
            lives.append([])
        lives[-1].append(event)
    return lives


def _of_end(life: Sequence[e.Event], reopened: bool) -> Iterator[str]:
    """What is wrong with how one life of a request ends; only a failed one may be reopened."""
    ends = [event for event in life if event.type in TERMINAL]
    if len(ends) != 1:
        yield f"{len(ends)} terminal events: {[end.type for end in ends]}"
    elif life[-1] is not ends[0]:
        yield f"{life[-1].type} follows {ends[0].type}"
    elif reopened and ends[0].type != "request.failed":
        yield f"it was reopened after {ends[0].type}"


def _is_failure(event: e.Event) -> bool:
    """Whether the event tells of a step that failed, which each life of a request may again."""
    return event.type in ("stage.retried", "stage.dead_lettered", "request.failed", REOPENED)


def _effect(event: e.Event) -> tuple[object, ...]:
    """What makes two events the same effect: one cause has one outcome of a kind."""
    retry = event.data.attempt if isinstance(event.data, e.StageRetried) else 0
    part = event.data.part if isinstance(event.data, e.Parted) else 0
    return event.type, event.cause, getattr(event.data, "slot", ""), part, retry


async def _left_over(log: Log) -> AsyncIterator[str]:
    for stage in STAGES:
        work = log.keys.work(stage)
        left = await log.redis.xlen(work)
        if left:
            yield f"{left} pieces of work are left for {stage}"
    due = await log.redis.zcard(log.keys.due)
    if due:
        yield f"{due} pieces of work are still to be tried again"
