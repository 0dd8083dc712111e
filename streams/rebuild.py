"""Queues are derived from the log: what an open request still waits for, from its events alone.

Pure. What belongs here: which work is outstanding and how far its joins are. What does not:
finding out what is queued, and queueing it again (``repair``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from schemas.events import (
    Event,
    RequestFailed,
    RequestReopened,
    StageDeadLettered,
    StageRetried,
)
from schemas.flow import Join, Work, flow

UNFINISHED = (StageRetried, StageDeadLettered, RequestFailed, RequestReopened)
"""What tells of a step and does not end it, in a request that is open: its failure was undone."""


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Work that ``event`` started and that nothing in the log came of. ``tries``: those it had."""

    event: Event
    work: Work
    tries: int = 0


@dataclass(frozen=True, slots=True)
class JoinState:
    """A join and the members that the log says are settled."""

    join: Join
    settled: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What Redis should hold for one open request. ``holds_turn``: it has begun on the scene."""

    outstanding: tuple[Outstanding, ...]
    joins: tuple[JoinState, ...]
    bulk: bool
    yields: bool
    holds_turn: bool


def rebuild(events: Sequence[Event]) -> Rebuilt:
    """The state of one open request, from all its events in order."""
    begun, joins = started(events)
    flows = [flow(event.data) for event in events]
    answered = {ev.cause for ev in events if not isinstance(ev.data, UNFINISHED)}
    return Rebuilt(
        tuple(
            replace(one, tries=_tries(one, events)) for one in begun if one.event.id not in answered
        ),
        tuple(joins),
        any(f.bulk for f in flows),
        any(f.yields for f in flows),
        any(one.work.turn and one.event.id in answered for one in begun),
    )


def started(events: Sequence[Event]) -> tuple[list[Outstanding], list[JoinState]]:
    """All work that a request's events started, and its joins with what has settled of them."""
    flows = [flow(event.data) for event in events]
    begun = [Outstanding(ev, work) for ev, f in zip(events, flows, strict=True) for work in f.work]
    joins = []
    for at, f in enumerate(flows):
        if f.opens is not None:
            state, last = _settle(f.opens, events, at)
            joins.append(state)
            if last is not None:
                begun.append(Outstanding(last, f.opens.then))
    return begun, joins


def _tries(one: Outstanding, events: Sequence[Event]) -> int:
    """How often the work was tried and failed, since the request was last reopened."""
    tries = 0
    for event in events:
        match event.data:
            case RequestReopened():
                tries = 0
            case StageRetried(stage=one.work.stage, attempt=attempt) if event.cause == one.event.id:
                tries = attempt
    return tries


def _settle(join: Join, events: Sequence[Event], opened: int) -> tuple[JoinState, Event | None]:
    """The join's state, and the event that settled its last member."""
    settled: set[str] = set()
    if not join.members:
        return JoinState(join, frozenset()), events[opened]
    for event in events[opened + 1 :]:
        settles = flow(event.data).settles
        if settles is not None and settles[0] == join.name and settles[1] in join.members:
            settled.add(settles[1])
            if len(settled) == len(set(join.members)):
                return JoinState(join, frozenset(settled)), event
    return JoinState(join, frozenset(settled)), None
