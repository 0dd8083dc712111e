"""The history checker: what it finds in a request's events, and what it lets pass."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ops.chaos.history import of_acknowledged, of_order, of_request, of_session
from ops.chaos.plain_steps import CHAIR
from schemas import events as e
from schemas.artifacts import GLB, ArtifactRef
from schemas.errors import Category
from schemas.flow import object_slot
from schemas.ids import AssetId, EventId, RequestId, SessionId
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


STEPPED = e.AgentActed(action="generate_3d_object", input="a chair")
SLOT = object_slot(0)
MESH = ArtifactRef(sha256="0" * 64, size=1, media_type=GLB)
NAMED: dict[str, Any] = {"slot": SLOT, "label": "chair", "prompt": "chair", "recipe": CHAIR}
IMPROVED = e.PromptImproved(**NAMED, engine="plain")
MATCHED = e.AssetMatched(slot=SLOT, asset=AssetId("a"), label="chair", mesh=MESH, recipe=CHAIR)
MISSED = e.AssetMissed(**NAMED)
Step = tuple[int, e.Data]


def told(*steps: Step, request: str = "r", begin: int = 1) -> list[e.Event]:
    """Events numbered from ``begin``, each by the step on the one of the given number (0: none).

    What has the same cause and follows directly is of one commit.
    """
    events: list[e.Event] = []
    for n, (cause, data) in enumerate(steps, begin):
        again = bool(events) and bool(cause) and events[-1].cause == f"{cause}-0"
        events.append(
            e.Event(
                id=EventId(f"{n}-0"),
                session=SessionId("s"),
                request=RequestId(request),
                cause=EventId(f"{cause}-0") if cause else None,
                at=events[-1].at if again else AT + timedelta(seconds=n),
                by="c1",
                data=data,
            )
        )
    return events


def kinds(events: list[e.Event]) -> set[str]:
    """Kinds of what is wrong with the session of these events."""
    asked = sorted({event.request for event in events if event.request})
    return {what.kind for what in of_session("s", events, asked)}


WHOLE: list[Step] = [
    (0, ACCEPTED),
    (1, STEPPED),
    (2, IMPROVED),
    (3, MATCHED),
    (4, DONE),
]


def test_a_request_with_every_step_and_its_join_done_once_is_right() -> None:
    assert kinds(told(*WHOLE)) == set()


@pytest.mark.parametrize(
    ("steps", "kind"),
    [
        pytest.param([(0, STEPPED), *WHOLE[1:]], "lost", id="its acceptance is gone"),
        pytest.param([WHOLE[0], *WHOLE], "duplicated", id="accepted twice"),
        pytest.param(WHOLE[:4], "stuck", id="it never ended"),
        pytest.param([*WHOLE, (4, DONE)], "duplicated", id="it ended twice"),
        pytest.param([*WHOLE[:3], (1, DONE)], "lost", id="a started step was never done"),
        pytest.param([*WHOLE[:4], (2, MISSED)], "duplicated", id="a step had two outcomes"),
        pytest.param(
            [*WHOLE[:4], (4, REPLIED), (5, DONE)], "duplicated", id="a step that nothing started"
        ),
        pytest.param([*WHOLE[:4], (4, DONE), (4, REPLIED)], "order", id="a step after the end"),
        pytest.param([*WHOLE[:3], (3, DONE)], "lost", id="a join never fired"),
        pytest.param([*WHOLE[:3], (99, MATCHED), (4, DONE)], "lost", id="a cause is gone"),
        pytest.param(
            [WHOLE[0], (3, STEPPED), *WHOLE[2:]], "order", id="an effect before its cause"
        ),
        pytest.param([*WHOLE, (4, REPLIED)], "order", id="an event after the end"),
    ],
)
def test_every_way_to_break_a_request_is_found(steps: list[Step], kind: str) -> None:
    assert kind in kinds(told(*steps))


def edit(begin: int, request: str) -> list[e.Event]:
    """A whole edit's events."""
    acted = e.AgentActed(action="modify_3d_scene", input="edit")
    planned = e.EditPlanned(edits=(), engine="plain")
    patched = e.ScenePatched(patch=(), inverse=(), summary="s")
    payloads = (ACCEPTED, acted, planned, patched, DONE)
    steps = [(begin + n - 1 if n else 0, data) for n, data in enumerate(payloads)]
    return told(*steps, request=request, begin=begin)


def mixed(*picks: tuple[int, int]) -> list[e.Event]:
    """The events of two edits in the order of ``picks`` (edit, how many), as one history."""
    edits = edit(1, "r1"), edit(11, "r2")
    left = [iter(events) for events in edits]
    return [next(left[which]) for which, count in picks for _ in range(count)]


def orders(history: list[e.Event]) -> list[str]:
    """What of the order is wrong, event ids aside."""
    return [what.what for what in of_order(history) if "follows" not in what.what]


def test_edits_that_take_turns_are_in_order() -> None:
    assert orders(mixed((0, 1), (1, 2), (0, 4), (1, 3))) == []


def test_an_edit_that_overtakes_an_earlier_one_is_found() -> None:
    found = orders(mixed((0, 2), (1, 5), (0, 3)))
    assert found == [
        "r2 changed the scene before r1, which was accepted before it",
        "r2 ended before r1, which was accepted before it",
    ]


def test_event_ids_that_do_not_increase_are_found() -> None:
    history = [*told((0, ACCEPTED), begin=7), *told((0, REPLIED), begin=6)]
    assert "event (6, 0) follows (7, 0)" in [what.what for what in of_order(history)]


def test_an_acknowledged_event_that_is_not_there_is_lost() -> None:
    history = told(*WHOLE)
    assert list(of_acknowledged("s", history, [EventId("1-0"), EventId("5-0")])) == []
    found = list(of_acknowledged("s", history, [EventId("6-0")]))
    assert [str(what) for what in found] == ["lost: s: 6-0 was acknowledged and is not in the log"]
