"""The history checker: what must be true of every log, whatever happened while it was written.

Pure, but for ``violations``, which reads. What nobody may find in Redis once all is done is
``ops.chaos.leftovers``'s.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ops.chaos.leftovers import left_over
from ops.chaos.violation import Violation
from schemas import events as e
from schemas.flow import Work, flow
from schemas.ids import EventId, RequestId, SessionId, event_order
from streams.log import Log

REOPENED = e.RequestReopened.type
TERMINAL = ("request.completed", "request.failed", "request.cancelled")

Acknowledged = Mapping[str, Sequence[EventId]]
"""By session: the events whose appending was acknowledged."""


@dataclass(slots=True)
class Examined:
    """What the logs say. ``ends``: how many requests ended how. ``steps``: commits of steps."""

    violations: list[Violation] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)
    steps: int = 0


async def violations(log: Log, requests: Sequence[tuple[str, RequestId]]) -> list[Violation]:
    """Everything that is wrong; an empty list is the proof that was asked for."""
    return (await examine(log, requests)).violations


async def examine(
    log: Log,
    requests: Sequence[tuple[str, RequestId]],
    acknowledged: Acknowledged | None = None,
) -> Examined:
    """Read and check the logs of ``requests`` and whatever else is in Redis."""
    found = Examined()
    by_session: dict[str, list[RequestId]] = defaultdict(list)
    for session, request in requests:
        by_session[session].append(request)
    for session, asked in by_session.items():
        history = await log.read(SessionId(session))
        found.violations.extend(of_session(session, history, asked))
        known = (acknowledged or {}).get(session, ())
        found.violations.extend(of_acknowledged(session, history, known))
        found.ends.update(event.type for event in history if event.type in TERMINAL)
        found.steps += len({(ev.cause, ev.by, ev.at) for ev in history if ev.cause is not None})
    found.violations.extend([what async for what in left_over(log, by_session)])
    return found


def of_session(
    session: str, history: Sequence[e.Event], asked: Sequence[RequestId]
) -> Iterator[Violation]:
    """What is wrong with a session of which ``asked`` was asked."""
    by_request: dict[RequestId, list[e.Event]] = {request: [] for request in asked}
    for event in history:
        if event.request is not None:
            by_request.setdefault(event.request, []).append(event)
    for request, events in by_request.items():
        yield from (what.at(f"{session}/{request}") for what in of_request(events))
    yield from (what.at(session) for what in of_order(history))


def of_acknowledged(
    session: str, history: Sequence[e.Event], acknowledged: Sequence[EventId]
) -> Iterator[Violation]:
    """The events whose appending was acknowledged and that are not there."""
    there = {event.id for event in history}
    for event in acknowledged:
        if event not in there:
            yield Violation("lost", f"{event} was acknowledged and is not in the log", session)


def of_order(history: Sequence[e.Event]) -> Iterator[Violation]:
    """What is wrong with the order of a session's events.

    Requests that change the scene do so, and end, in the order of their acceptance; one that
    failed and was reopened has lost its place.
    """
    orders = [event_order(event.id or "0-0") for event in history]
    for before, after in pairwise(orders):
        if after <= before:
            yield Violation("order", f"event {after} follows {before}")
    accepted = _places(history, "request.accepted")
    ended = _places(history, "request.completed")
    changed = {ev.request: n for n, ev in enumerate(history) if flow(ev.data).revises}
    reopened = _places(history, REOPENED)
    in_turn = sorted(
        (r for r in changed if r in accepted and r in ended and r not in reopened),
        key=lambda r: accepted[r],
    )
    for places, what in ((changed, "changed the scene"), (ended, "ended")):
        for first, second in pairwise(in_turn):
            if places[first] > places[second]:
                yield Violation(
                    "order", f"{second} {what} before {first}, which was accepted before it"
                )


def _places(history: Sequence[e.Event], kind: str) -> dict[RequestId | None, int]:
    return {event.request: n for n, event in enumerate(history) if event.type == kind}


def of_request(events: Sequence[e.Event]) -> Iterator[Violation]:
    """What is wrong with one request's events."""
    accepted = sum(event.type == "request.accepted" for event in events)
    if accepted != 1:
        yield Violation("duplicated" if accepted else "lost", f"it was accepted {accepted} times")
    lives = _lives(events)
    for n, life in enumerate(lives, 1):
        yield from _of_end(life, reopened=n < len(lives))
    done = [(_effect(e), n if _is_failure(e) else 0) for n, life in enumerate(lives) for e in life]
    for (effect, _), count in Counter(done).items():
        if count > 1:
            yield Violation("duplicated", f"{effect} is there {count} times")
    settled = Counter(s for event in events if (s := flow(event.data).settles))
    for member, count in settled.items():
        if count > 1:
            yield Violation("duplicated", f"{member} was settled {count} times")
    yield from _of_causes(events)
    yield from _of_steps(events)


def _lives(events: Sequence[e.Event]) -> list[list[e.Event]]:
    """The events up to the first reopening, and those from each reopening on."""
    lives: list[list[e.Event]] = [[]]
    for event in events:
        if isinstance(event.data, e.RequestReopened):
            lives.append([])
        lives[-1].append(event)
    return lives


def _of_end(life: Sequence[e.Event], reopened: bool) -> Iterator[Violation]:
    """What is wrong with how one life of a request ends; only a failed one may be reopened."""
    ends = [event for event in life if event.type in TERMINAL]
    if len(ends) != 1:
        kinds = [end.type for end in ends]
        yield Violation("duplicated" if ends else "stuck", f"{len(ends)} terminal events: {kinds}")
    elif life[-1] is not ends[0]:
        yield Violation("order", f"{life[-1].type} follows {ends[0].type}")
    elif reopened and ends[0].type != "request.failed":
        yield Violation("order", f"it was reopened after {ends[0].type}")


def _of_causes(events: Sequence[e.Event]) -> Iterator[Violation]:
    """Every cause is an earlier event of the same request."""
    places = {event.id: n for n, event in enumerate(events)}
    for n, event in enumerate(events):
        if event.cause is None:
            continue
        if event.cause not in places:
            what = f"{event.type} is caused by {event.cause}, which is not of this request"
            yield Violation("lost", what)
        elif places[event.cause] >= n:
            yield Violation("order", f"{event.type} precedes its cause {event.cause}")


def _of_steps(events: Sequence[e.Event]) -> Iterator[Violation]:
    """Every step that was started has one commit, and nothing is committed that was not started.

    The events of one commit share their cause, their author and the time they were made.
    """
    started: dict[EventId | None, list[Work]] = defaultdict(list)
    for event, work in _started(events):
        started[event.id].append(work)
    commits: dict[EventId | None, set[tuple[str, object]]] = defaultdict(set)
    for event in events:
        if event.cause is not None and not _is_failure(event):
            commits[event.cause].add((event.by, event.at))
    for cause, made in commits.items():
        count = len(started[cause])
        if len(made) > count:
            what = f"{cause} started {count} steps, and {len(made)} were committed"
            yield Violation("duplicated", what)
    if events and events[-1].type == "request.completed":
        for cause, works in started.items():
            if not commits[cause]:
                what = f"{works[0].stage} {works[0].task} on {cause} was never done"
                yield Violation("lost", what)
        yield from _of_joins(events)


def _of_joins(events: Sequence[e.Event]) -> Iterator[Violation]:
    """Every join of a completed request was settled whole."""
    settled = {settles for event in events if (settles := flow(event.data).settles)}
    for event in events:
        join = flow(event.data).opens
        left = [m for m in join.members if (join.name, m) not in settled] if join else []
        if join and left:
            yield Violation("lost", f"the join {join.name} never fired: {left} never came")


def _started(events: Sequence[e.Event]) -> Iterator[tuple[e.Event, Work]]:
    """Every step that the flow starts, and the event it starts with: of a join, the last member."""
    waiting: dict[str, tuple[set[str], Work]] = {}
    for event in events:
        leads = flow(event.data)
        yield from ((event, work) for work in leads.work)
        if leads.opens is not None:
            waiting[leads.opens.name] = set(leads.opens.members), leads.opens.then
            if not leads.opens.members:
                yield event, leads.opens.then
        if leads.settles is not None and leads.settles[0] in waiting:
            left, then = waiting[leads.settles[0]]
            if leads.settles[1] in left:
                left.remove(leads.settles[1])
                if not left:
                    yield event, then


def _is_failure(event: e.Event) -> bool:
    """Whether the event tells of a step that failed, which each life of a request may again."""
    return event.type in ("stage.retried", "stage.dead_lettered", "request.failed", REOPENED)


def _effect(event: e.Event) -> tuple[object, ...]:
    """What makes two events the same effect: one cause has one outcome of a kind."""
    retry = event.data.attempt if isinstance(event.data, e.StageRetried) else 0
    part = event.data.part if isinstance(event.data, e.Parted) else 0
    return event.type, event.cause, getattr(event.data, "slot", ""), part, retry
