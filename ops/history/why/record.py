"""A session's events as whoever asks for causes reads them: by id, by cause, by what they change.

Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from schemas.events import (
    AssetFailed,
    AssetMatched,
    AssetRegistered,
    Event,
    Parted,
    SceneComposed,
    ScenePatched,
    SceneSynced,
)
from schemas.fold import fold
from schemas.ids import EventId, NodeId, RequestId
from schemas.scene import Node
from schemas.state import SessionState
from streams.past.retrace import Step, Try, last_names, retrace

Settled = AssetMatched | AssetRegistered | AssetFailed
"""What can become of a slot."""


@dataclass(frozen=True, slots=True)
class Change:
    """What ``event`` made of a node: None when it is not there (yet, or any more)."""

    event: Event
    before: Node | None
    after: Node | None


class Record:
    """Finds what led to what in ``events``, a session's from its beginning on."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        self._by_id = {event.id: event for event in events}
        self._names = last_names(events)
        self._requests: dict[RequestId | None, list[Event]] = defaultdict(list)
        for event in events:
            self._requests[self._name(event.request)].append(event)
        self._made: dict[EventId, tuple[Step, Try]] = {}
        for step in retrace(events):
            for one in step.tries:
                self._made.update({e.id: (step, one) for e in one.events if e.id is not None})

    def event(self, event: EventId) -> Event:
        """The event of that id, which there is."""
        return self._by_id[event]

    def path(self, event: Event) -> list[Event]:
        """``event`` and its causes, the first of them first."""
        found = [event]
        while found[-1].cause is not None and found[-1].cause in self._by_id:
            found.append(self._by_id[found[-1].cause])
        return found[::-1]

    def step(self, event: Event) -> Step | None:
        """The step that made ``event``; None when it came from outside."""
        made = self._made.get(event.id) if event.id else None
        return made[0] if made else None

    def failed(self, event: Event) -> list[Try]:
        """What its step had tried before, in vain."""
        made = self._made.get(event.id) if event.id else None
        if made is None:
            return []
        step, own = made
        return [one for one in step.tries[: step.tries.index(own)] if one.failure]

    def beside(self, event: Event) -> list[Event]:
        """The other events of its commit."""
        made = self._made.get(event.id) if event.id else None
        return [other for other in made[1].events if other != event] if made else []

    def of_request(self, event: Event) -> Sequence[Event]:
        """The events of its request, under whatever name a fork gave that."""
        name = self._name(event.request)
        return self._requests[name] if name is not None else ()

    def settled(self, event: Event, slot: str) -> Event | None:
        """What became of ``slot`` in the request of ``event``."""
        found = [
            other
            for other in self.of_request(event)
            if isinstance(other.data, Settled) and other.data.slot == slot
        ]
        return found[-1] if found else None

    def changes(self, node: NodeId) -> list[Change]:
        """Every change of the node since it last came to be."""
        state, last = SessionState(), None
        found: list[Change] = []
        for event in self.events:
            fold([event], state)
            if not isinstance(event.data, SceneComposed | ScenePatched | SceneSynced):
                continue
            if isinstance(event.data, Parted) and not event.data.is_last:
                continue
            now = state.scene.nodes.get(node) if state.scene else None
            whole = isinstance(event.data, SceneComposed)
            if now != last or (whole and now is not None):
                found = found if last is not None and not whole else []
                found = [*found, Change(event, None if whole else last, now)]
            last = now
        return found

    def _name(self, request: RequestId | None) -> RequestId | None:
        return self._names.get(request, request) if request else None


def names(value: Any, name: str) -> bool:
    """Whether ``name`` is one of the texts in a JSON value."""
    if isinstance(value, dict):
        return any(names(member, name) for member in value.values())
    if isinstance(value, list | tuple):
        return any(names(member, name) for member in value)
    return bool(value == name)
