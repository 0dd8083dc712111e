"""What every log keeps to: ids ascend, a cause comes before what it led to, a request ends once.

Pure, and for any log. What is true where every step is known: ``ops.chaos.history``.
"""

from __future__ import annotations

from collections.abc import Iterator

from ops.history.verification.problem import Problem
from schemas import events as e
from schemas.flow import flow
from schemas.ids import EventId, RequestId, event_order


class Order:
    """Is shown the events of a session in order."""

    def __init__(self) -> None:
        self._seen: set[EventId] = set()
        self._last: EventId | None = None
        self._ended: dict[RequestId, str] = {}

    def note(self, event: e.Event) -> Iterator[Problem]:
        """What is wrong with ``event``, coming where it does."""
        if event.id is None:
            yield Problem(f"a {event.type} has no id")
            return
        if self._last is not None and event_order(event.id) <= event_order(self._last):
            yield Problem(f"follows {self._last}", event.id)
        if event.cause is not None and event.cause not in self._seen:
            yield Problem(f"{event.type} is caused by {event.cause}, which is not there", event.id)
        self._seen.add(event.id)
        self._last = event.id
        yield from self._of_payload(event, event.id)
        if event.request is not None:
            yield from self._of_request(event, event.id, event.request)

    def _of_payload(self, event: e.Event, at: EventId) -> Iterator[Problem]:
        match event.data:
            case e.LogGapFound(seen=seen, after=after):
                where = f"after {after}" if after else "from the first on"
                yield Problem(f"Redis lost events {where} up to {seen}", at)
            case e.Unknown(raw_type="undecodable", raw=raw):
                yield Problem(f"is no event, and kept as it is: {raw.get('error')}", at)
            case e.RequestCompleted(result=result) | e.AgentObserved(result=result) if (
                result and result not in self._seen
            ):
                yield Problem(f"its result is {result}, which is not there", at)

    def _of_request(self, event: e.Event, at: EventId, request: RequestId) -> Iterator[Problem]:
        ended = self._ended.get(request)
        if isinstance(event.data, e.RequestReopened):
            if ended != "failed":
                yield Problem(f"the request {request} was reopened and had not failed", at)
            self._ended.pop(request, None)
        elif (closes := flow(event.data).closes) is not None:
            if ended is not None:
                yield Problem(f"the request {request} had {ended} and {closes} after that", at)
            self._ended[request] = closes
