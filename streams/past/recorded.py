"""The steps that a fork's ancestors did since they parted: what its own need not do again.

Read from their logs as they grow, and kept in memory for the forks at hand. What does not belong
here: whether one of them may stand for a step (``repeats``).
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from schemas.events import Data, Event, SessionForked
from schemas.ids import EventId, SessionId, event_order
from schemas.repeating import FAILURES, Task, reads_input, task_of
from schemas.state import SessionState
from streams.past.history import History, before
from streams.past.origin import Origins

MOST = 5_000
"""Events of an ancestor, since they parted, in which steps are looked for."""
KEPT = 8
"""Forks whose ancestors' steps are kept; the least recently used goes first."""

Key = tuple[Task, str]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A step as the log of ``session`` has it: what it read, and all it said."""

    session: SessionId
    read: Event
    outcome: tuple[Event, ...]

    @property
    def payloads(self) -> tuple[Data, ...]:
        return tuple(event.data for event in self.outcome)


def key(task: Task, read: Data) -> Key:
    """What two steps on the same have in common: the task, and the hash of the input's payload."""
    if not reads_input(task):
        return task, ""
    content = [read.type, read.v, read.model_dump(mode="json")]
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return task, hashlib.sha256(text.encode(errors="replace")).hexdigest()


@dataclass(slots=True)
class Steps:
    """The steps in some events of one session, which come in order."""

    session: SessionId
    after: EventId
    _inputs: dict[EventId, Event] = field(default_factory=dict)
    _commits: dict[tuple[EventId, str, str], list[Event]] = field(default_factory=dict)
    _by_key: dict[Key, list[tuple[EventId, str, str]]] = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        """Whether no more events are to be added."""
        return len(self._inputs) >= MOST

    def add(self, event: Event) -> None:
        """Take note of the session's next event."""
        if event.id is None:
            return
        self.after = event.id
        self._inputs[event.id] = event
        if event.cause is None or event.cause not in self._inputs:
            return
        commit = (event.cause, event.id.partition("-")[0], event.by)
        if commit in self._commits:
            self._commits[commit].append(event)
            return
        self._commits[commit] = [event]
        task = task_of(self._inputs[event.cause].data, event.data)
        if task is not None:
            found = key(task, self._inputs[event.cause].data)
            self._by_key.setdefault(found, []).append(commit)

    def of(self, wanted: Key) -> list[Recorded]:
        """The steps that did not fail, oldest first."""
        found = []
        for commit in self._by_key.get(wanted, ()):
            outcome = self._commits[commit]
            is_cut = self.is_full and outcome[-1].id == self.after
            if not is_cut and not any(isinstance(event.data, FAILURES) for event in outcome):
                found.append(Recorded(self.session, self._inputs[commit[0]], tuple(outcome)))
        return found


class Ancestors:
    """The recorded steps of forks' ancestors, read on as they come."""

    def __init__(self, history: History, origins: Origins) -> None:
        self._history, self._origins = history, origins
        self._kept: OrderedDict[SessionId, list[Steps]] = OrderedDict()

    async def steps(self, session: SessionId, forked: SessionForked, wanted: Key) -> list[Recorded]:
        """The steps of ``wanted`` in all ancestors of ``session``, its parent's first."""
        known = self._kept.pop(session, None)
        if known is None:
            known = [Steps(s, after) for s, after in await self._parted(forked)]
        self._kept[session] = known
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        found: list[Recorded] = []
        for steps in known:
            await self._read_on(steps)
            found.extend(steps.of(wanted))
        return found

    async def states(self, step: Recorded) -> tuple[SessionState, SessionState]:
        """Its session's states between which the step ran: right after what it read, and right
        before what it said."""
        read, said = step.read.id, step.outcome[0].id
        if read is None or said is None:
            raise ValueError("a recorded step has a place in the log")
        then = await self._history.state(step.session, before(said))
        return await self._history.state(step.session, read), then

    async def _parted(self, forked: SessionForked) -> list[tuple[SessionId, EventId]]:
        """Each ancestor, and the event after which its way and the fork's may differ: what was open
        when they parted is gone on with by both."""
        found: list[tuple[SessionId, EventId]] = []
        next_up: SessionForked | None = forked
        while next_up is not None:
            state = await self._history.state(next_up.parent, next_up.at)
            begun = [r.opened for r in state.requests.values() if r.is_open and r.opened]
            first = min(begun, key=event_order, default=None)
            found.append((next_up.parent, before(first) if first else next_up.at))
            next_up = await self._origins.of(next_up.parent)
        return found

    async def _read_on(self, steps: Steps) -> None:
        if steps.is_full:
            return
        async for events in self._history.pages(steps.session, steps.after):
            for event in _new(events, steps):
                steps.add(event)
            if steps.is_full:
                return


def _new(events: Sequence[Event], steps: Steps) -> Sequence[Event]:
    """``events`` without those that were added meanwhile, by another who read them, too."""
    return [ev for ev in events if ev.id and event_order(ev.id) > event_order(steps.after)]
