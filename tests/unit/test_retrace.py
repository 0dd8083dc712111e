"""The steps that a session's events came of: inputs, tries, joins, forks."""

from __future__ import annotations

from datetime import UTC, datetime

from schemas import events as e
from schemas.errors import Category
from schemas.flow import Stage, Work
from schemas.ids import EventId, RequestId, SessionId
from streams.past.retrace import Step, retrace
from tests.golden.samples import AT, SAMPLES

SAMPLE = {type(data): data for data in SAMPLES}
ACTED = e.AgentActed(action="generate_3d_object", input="a chair")
WHY = (Category.UNAVAILABLE, "EngineDied", "it died")


def at(n: int) -> EventId:
    return EventId(f"1772368215250-{n}")


def event(n: int, data: e.Data, cause: int | None = None, request: str = "r") -> e.Event:
    return e.Event(
        id=at(n),
        session=SessionId("s"),
        request=RequestId(request) if request else None,
        cause=None if cause is None else at(cause),
        at=datetime.fromtimestamp(1772368215, UTC),
        data=data,
    )


def retried(attempt: int, stage: Stage = Stage.MESH) -> e.StageRetried:
    category, code, message = WHY
    return e.StageRetried(
        stage=stage, attempt=attempt, category=category, code=code, message=message, due=AT
    )


def died(stage: Stage = Stage.MESH) -> e.StageDeadLettered:
    category, code, message = WHY
    return e.StageDeadLettered(
        stage=stage, attempt=3, category=category, code=code, message=message
    )


def only(steps: list[Step], name: str) -> Step:
    (found,) = [step for step in steps if step.name == name]
    return found


def ids(step: Step) -> list[list[EventId | None]]:
    return [[one.id for one in tried.events] for tried in step.tries]


IMAGE = SAMPLE[e.ImageGenerated].model_copy(update={"slot": "0/object"})
MESH = SAMPLE[e.MeshGenerated].model_copy(update={"slot": "0/object"})
REGISTERED = SAMPLE[e.AssetRegistered].model_copy(update={"slot": "0/object"})


def test_a_step_is_its_input_its_work_and_what_it_committed() -> None:
    begun = [
        event(0, e.SessionOpened(protocol="test"), request=""),
        event(1, e.RequestAccepted(kind="text", text="a chair")),
        event(2, e.AgentThought(text="one thing", engine="rules"), 1),
        event(3, ACTED, 1),
    ]
    decided = only(retrace(begun), "agent.decide")
    assert (decided.input, decided.request) == (begun[1], "r")
    assert ids(decided) == [[at(2), at(3)]]
    assert decided.of(at(3)) == decided.tries[0]
    assert decided.of(at(1)) is None


def test_work_that_nothing_came_of_has_no_tries() -> None:
    assert retrace([event(3, ACTED, 1)]) == [
        Step(event(3, ACTED, 1), Work(Stage.PROMPT, "improve"), RequestId("r"))
    ]


def test_what_a_join_starts_begins_with_its_last_member() -> None:
    joined = [event(3, ACTED, 1), event(9, REGISTERED, 8), event(10, SAMPLE[e.AgentObserved], 9)]
    observed = only(retrace(joined), "agent.observe")
    assert (observed.input.id, ids(observed)) == (at(9), [[at(10)]])


def test_tries_that_failed_come_before_the_one_that_did_not() -> None:
    made = [event(5, IMAGE, 4), event(6, retried(1), 5), event(7, retried(2), 5), event(8, MESH, 5)]
    step = only(retrace(made), "mesh.make")
    assert ids(step) == [[at(6)], [at(7)], [at(8)]]
    assert [bool(one.failure) for one in step.tries] == [True, True, False]


def test_a_dead_letter_and_what_it_ended_are_one_try_and_a_redrive_is_none() -> None:
    failure = e.RequestFailed(category=WHY[0], code=WHY[1], message=WHY[2], stage="mesh")
    reopened = e.RequestReopened(stage="mesh", letter="mesh/1-1", attempt=3)
    made = [
        event(5, IMAGE, 4),
        event(6, died(), 5),
        event(7, failure, 5),
        event(8, reopened, 5),
        event(9, MESH, 5),
    ]
    step = only(retrace(made), "mesh.make")
    assert ids(step) == [[at(6), at(7)], [at(9)]]


def test_a_failure_that_a_step_found_out_is_what_it_committed() -> None:
    failed = SAMPLE[e.AssetFailed].model_copy(update={"slot": "0/object"})
    ended = e.RequestFailed(category=WHY[0], code=WHY[1], message=WHY[2], stage="mesh")
    seen = [
        event(3, ACTED, 1),
        event(6, failed, 5),
        event(7, e.AgentObserved(step=0, text="no"), 6),
        event(8, ended, 6),
    ]
    observed = only(retrace(seen), "agent.observe")
    assert ids(observed) == [[at(7), at(8)]]
    assert observed.tries[0].failure is None


def test_a_fork_goes_on_with_its_parents_request_under_another_name() -> None:
    on = {RequestId("r"): RequestId("q")}
    forked = e.SessionForked(parent=SessionId("p"), at=at(5), continued=on)
    again = e.SessionForked(
        parent=SessionId("s"), at=at(7), continued={RequestId("q"): RequestId("z")}
    )
    made = [
        event(3, ACTED, 1),
        event(5, IMAGE, 4),
        event(6, forked, request=""),
        event(7, MESH, 5, request="q"),
        event(8, again, request=""),
        event(9, REGISTERED, 7, request="z"),
    ]
    steps = retrace(made)
    assert (only(steps, "mesh.make").request, ids(only(steps, "mesh.make"))) == ("q", [[at(7)]])
    assert only(steps, "library.register").request == "z"
    assert only(steps, "agent.observe").request == "z"  # nothing of it yet: as it is called now
