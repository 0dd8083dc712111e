"""The steps that a session's events came of: which work each event started, and what became of it.

Pure, the other way round than ``rebuild``, which looks for work that nothing came of. An event
names its cause, ``schemas.flow`` what the cause started; together they name the step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas.events import (
    AssetFailed,
    Event,
    RequestFailed,
    RequestReopened,
    SessionForked,
    StageDeadLettered,
    StageRetried,
)
from schemas.flow import Work
from schemas.ids import EventId, RequestId
from streams.rebuild import started


@dataclass(frozen=True, slots=True)
class Try:
    """One commit of a step: its outputs, or what tells that it failed."""

    events: tuple[Event, ...]

    @property
    def failure(self) -> StageRetried | StageDeadLettered | None:
        """Why it failed, if it did."""
        data = self.events[0].data
        return data if isinstance(data, StageRetried | StageDeadLettered) else None

    def has(self, event: EventId) -> bool:
        """Whether ``event`` was committed by it."""
        return any(one.id == event for one in self.events)


@dataclass(frozen=True, slots=True)
class Step:
    """``work`` on ``input``, and its ``tries``, oldest first; without any it is still to be done.

    ``request``: the one it was done for. In a fork that goes on with its parent's request it is
    another than the input's.
    """

    input: Event
    work: Work
    request: RequestId | None
    tries: tuple[Try, ...] = ()

    @property
    def name(self) -> str:
        """As people name it: ``mesh.make``."""
        return f"{self.work.stage}.{self.work.task}"

    def of(self, event: EventId) -> Try | None:
        """The try that committed ``event``, if one of this step did."""
        return next((one for one in self.tries if one.has(event)), None)


def retrace(events: Sequence[Event]) -> list[Step]:
    """All steps that ``events``, a session's from its beginning on, tell of.

    In the order of the work, request by request.
    """
    names = last_names(events)
    requests: dict[RequestId, list[Event]] = defaultdict(list)
    for event in events:
        if event.request is not None:
            requests[names.get(event.request, event.request)].append(event)
    return [step for request, own in requests.items() for step in _steps(request, own)]


def _steps(request: RequestId, events: list[Event]) -> Iterable[Step]:
    caused: dict[EventId, list[Event]] = defaultdict(list)
    for event in events:
        if event.cause is not None:
            caused[event.cause].append(event)
    begun, _ = started(events)
    for one in begun:
        if one.event.id is not None:
            tries = tuple(_tries(caused[one.event.id], one.work))
            done_for = tries[-1].events[0].request if tries else request
            yield Step(one.event, one.work, done_for, tries)


def _tries(caused: Sequence[Event], work: Work) -> Iterable[Try]:
    """The commits that ``caused``, all events of one cause, were made in."""
    done: list[Event] = []
    died: list[Event] = []
    for event in caused:
        match event.data:
            case RequestReopened():
                continue
            case StageRetried(stage=stage):
                if stage == work.stage:
                    yield Try((event,))
            case StageDeadLettered():
                died = [event]
            case RequestFailed() | AssetFailed() if died:
                # It ends what the dead letter began; without one, a step found this out itself.
                letter = died[0].data
                if isinstance(letter, StageDeadLettered) and letter.stage == work.stage:
                    yield Try((*died, event))
                died = []
            case _:
                done.append(event)
    if done:
        yield Try(tuple(done))


def last_names(events: Iterable[Event]) -> dict[RequestId, RequestId]:
    """What the requests of parents are called in their forks, at last."""
    names: dict[RequestId, RequestId] = {}
    for event in events:
        if isinstance(event.data, SessionForked):
            on = event.data.continued
            names = {old: on.get(new, new) for old, new in names.items()} | on
    return names
