"""The history checker: what it finds in a request's events, and what it lets pass."""

from __future__ import annotations

import pytest

from ops.chaos.history import of_request
from schemas import events as e
from schemas.errors import Category
from schemas.ids import EventId, RequestId, SessionId
from tests.golden.samples import AT, SAMPLES

SAMPLE = {type(data): data for data in SAMPLES}
ACCEPTED = e.RequestAccepted(kind="text", text="hi")
DEAD = SAMPLE[e.StageDeadLettered]
FAILED = e.RequestFailed(category=Category.INTERNAL, code="Bug", message="oh")
REOPENED = SAMPLE[e.RequestReopened]
REPLIED = e.AgentReplied(text="hello")
DONE = e.RequestCompleted(kind="unrelated_response", text="hello")
CANCELLED = e.RequestCancelled()


def wrong(*payloads: e.Data) -> list[str]:
    """What the checker says of a request with these events, all caused by its first."""
    events = [
        e.Event(
            id=EventId(f"{n}-0"),
            session=SessionId("s"),
            request=RequestId("r"),
            cause=EventId("1-0") if n > 1 else None,
            at=AT,
            data=data,
        )
        for n, data in enumerate(payloads, 1)
    ]
    return [str(what) for what in of_request(events)]


@pytest.mark.parametrize(
    "payloads",
    [
        (ACCEPTED, REPLIED, DONE),
        (ACCEPTED, DEAD, FAILED),
        (ACCEPTED, DEAD, FAILED, REOPENED, REPLIED, DONE),
        (ACCEPTED, DEAD, FAILED, REOPENED, DEAD, FAILED),
        (ACCEPTED, DEAD, FAILED, REOPENED, DEAD, FAILED, REOPENED, CANCELLED),
    ],
)
def test_a_request_ends_once_after_its_last_reopening(payloads: tuple[e.Data, ...]) -> None:
    assert wrong(*payloads) == []


@pytest.mark.parametrize(
    ("payloads", "says"),
    [
        ((ACCEPTED, REPLIED), "0 terminal events"),
        ((ACCEPTED, FAILED, DONE), "2 terminal events"),
        ((ACCEPTED, DEAD, FAILED, REOPENED), "0 terminal events"),
        ((ACCEPTED, DEAD, FAILED, REOPENED, DONE, CANCELLED), "2 terminal events"),
        ((ACCEPTED, DONE, REPLIED), "agent.replied follows request.completed"),
        ((ACCEPTED, REOPENED, DONE), "0 terminal events"),
        ((ACCEPTED, DONE, REOPENED, REPLIED, FAILED), "reopened after request.completed"),
        ((ACCEPTED, CANCELLED, REOPENED, DONE), "reopened after request.cancelled"),
        ((ACCEPTED, DEAD, DEAD, FAILED), "is there 2 times"),
        ((ACCEPTED, REPLIED, DEAD, FAILED, REOPENED, REPLIED, DONE), "is there 2 times"),
    ],
)
def test_what_must_not_be_is_said(payloads: tuple[e.Data, ...], says: str) -> None:
    assert [what for what in wrong(*payloads) if says in what]
