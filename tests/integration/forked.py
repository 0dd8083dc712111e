"""What the tests of forks ask of a deployment, and what must be true of a fork in the end."""

from __future__ import annotations

from collections.abc import Sequence

from ops.chaos.history import of_session
from ops.chaos.leftovers import left_over
from ops.chaos.violation import Violation
from schemas import events as e
from schemas.events import Event
from schemas.flow import Stage
from schemas.ids import EventId, RequestId, SessionId, event_order
from streams.keys import QUEUES
from streams.log import Log
from streams.past.fork import Fork, Otherwise
from streams.past.history import History
from streams.past.told import as_own

ALL = tuple(Stage)
P = SessionId("parent")
AS_BEFORE = Otherwise()


def log_of(history: History) -> Log:
    return history.shards.logs[0]


async def ask(log: Log, request: str, text: str, session: SessionId = P) -> RequestId:
    accepted = e.RequestAccepted(kind="text", text=text)
    await log.append(session, RequestId(request), "accepted", [accepted])
    return RequestId(request)


def ids(events: Sequence[Event]) -> list[EventId]:
    return [event.id for event in events if event.id is not None]


async def wrong(history: History, *sessions: SessionId) -> list[Violation]:
    """What is wrong with ``sessions`` as people see them, once all is done: their whole past, under
    the names that its requests have there."""
    found: list[Violation] = []
    for session in sessions:
        state = await history.state(session)
        asked = [r.id for r in state.requests.values() if r.status != "cancelled"]
        events = as_own(session, asked, await history.read(session))
        merged = sorted((ev for own in events.values() for ev in own), key=place)
        found.extend(of_session(session, merged, asked))
    return [*found, *[v async for v in left_over(log_of(history), sessions)]]


def place(event: Event) -> tuple[int, int]:
    return event_order(event.id or "0-0")


def losable(log: Log, forks: Sequence[Fork]) -> list[str]:
    """The keys that are derived from the logs, of two sessions and what is open in them."""
    sessions = [P, *(made.session for made in forks)]
    requests = [r for made in forks for r in made.forked.continued.values()]
    return [
        log.keys.due,
        *log.keys.all_work,
        *(log.keys.session(s) for s in sessions),
        *(log.keys.turns(s) for s in sessions),
        *(log.keys.parking(q, s) for q in QUEUES for s in sessions),
        *(log.keys.request(r) for r in requests),
    ]
