"""What the log says of a session's open requests, also of those that came from its parents.

A fork goes on with requests that its parent has events of, under names that those events do not
have. Here they are told as if they had always been the fork's own. What does not belong here: what
follows from them (``rebuild``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from schemas.events import Event, RequestAccepted, SessionForked, SessionSealed
from schemas.flow import flow
from schemas.ids import EventId, RequestId, SessionId, event_order
from streams.log import Log
from streams.past.history import History, before
from streams.past.origin import origin


@dataclass(frozen=True, slots=True)
class Told:
    """``last``: the session's newest event when it was read. ``events``: of each request that was
    asked for, all there are. ``order``: the session's requests by acceptance, those it began with
    first. ``revision``: the scene's, 0 where it is not known."""

    last: EventId
    events: Mapping[RequestId, Sequence[Event]]
    order: Sequence[RequestId]
    revision: int
    forked: bool

    def place(self, request: RequestId) -> int:
        """The request's place in the order of acceptance, from 1; one that is not known is last."""
        known = request in self.order
        return self.order.index(request) + 1 if known else len(self.order) + 1


async def told(
    log: Log, session: SessionId, requests: Collection[RequestId], history: History | None
) -> Told | None:
    """What the log says of ``requests``; None when it has nothing at all of the session.

    Without a ``history`` nothing is told of requests that came from the session's parents.
    """
    own = await log.read(session)
    if not own:
        return None
    forked = origin(own[0])
    events = {request: [ev for ev in own if ev.request == request] for request in requests}
    begun_with = tuple(forked.continued.values()) if forked else ()
    order = [*begun_with, *(ev.request for ev in own if isinstance(ev.data, RequestAccepted))]
    revision = sum(flow(ev.data).revises for ev in own)
    has_past = forked is not None or isinstance(own[0].data, SessionSealed)
    if has_past:
        revision = (await history.state(session)).revision if history else 0
    inherited = set(begun_with) & set(requests)
    for request in inherited:
        events[request] = []
    if inherited and history is not None:
        events.update(await _inherited(history, session, inherited))
    named = [request for request in order if request is not None]
    return Told(own[-1].id or EventId("0-0"), events, named, revision, forked is not None)


async def _inherited(
    history: History, session: SessionId, requests: Collection[RequestId]
) -> dict[RequestId, list[Event]]:
    state = await history.state(session)
    begun = [state.requests[r].opened for r in requests if r in state.requests]
    first = min((ev for ev in begun if ev is not None), key=event_order, default=None)
    events = await history.read(session, before(first) if first else None)
    return as_own(session, requests, events)


def as_own(
    session: SessionId, requests: Collection[RequestId], events: Sequence[Event]
) -> dict[RequestId, list[Event]]:
    """Of all ``events`` of a session's past those of ``requests``, under the names that they have
    in ``session`` now, whatever they were called in its parents."""
    names = {request: request for request in requests}
    found: dict[RequestId, list[Event]] = {request: [] for request in requests}
    for event in reversed(events):
        if isinstance(event.data, SessionForked):
            for before_it, since in event.data.continued.items():
                if since in names:
                    names[before_it] = names[since]
        elif event.request in names:
            request = names[event.request]
            found[request].append(replace(event, session=session, request=request))
    return {request: those[::-1] for request, those in found.items()}
