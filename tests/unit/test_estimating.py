"""How long requests take, by what they become: told where it was seen, and nothing otherwise."""

from __future__ import annotations

import pytest

from gateway.v2 import estimating
from gateway.v2.estimating import Durations, Estimates, Kind
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.fold import fold
from schemas.ids import EventId, RequestId, SessionId
from schemas.scene import Scene
from schemas.state import SessionState
from streams.codec import time_of

S, T = SessionId("session-one"), SessionId("session-two")


def at(s: float, request: str, data: e.Data, session: SessionId = S) -> e.Event:
    event = EventId(f"{int(s * 1000)}-0")
    whose = RequestId(request)
    return e.Event(id=event, session=session, request=whose, at=time_of(event), data=data)


def asked(kind: str = "text", review: bool = False) -> e.RequestAccepted:
    return e.RequestAccepted.model_validate({"kind": kind, "text": "x", "review": review})


def done(kind: str) -> e.RequestCompleted:
    return e.RequestCompleted.model_validate({"kind": kind, "text": "x"})


def took(kind: str, *seconds: float, accepted: str = "text") -> list[e.Event]:
    """Requests of the kind, each as long, in a session of its own."""
    told = []
    for n, each in enumerate(seconds):
        name, session = f"{kind}-{n}", SessionId(f"{kind}-{n}")
        told += [
            at(100, name, asked(accepted), session),
            at(100 + each, name, done(kind), session),
        ]
    return told


def heard(*events: e.Event) -> Durations:
    durations = Durations()
    for event in events:
        durations.hear(event)
    return durations


SEEN = (
    *took("generate_3d_scene", 30, 50, 40),
    *took("modify_3d_scene", 3),
    *took("generate_image", 8),
    *took("unrelated_response", 20, accepted="geometry"),
    *took("unrelated_response", 1),
)


@pytest.mark.parametrize(
    ("kind", "seconds"),
    [
        (Kind.SCENE, 40),
        (Kind.EDIT, 3),
        (Kind.PICTURE, 8),
        (Kind.MESH, None),
        (Kind.ANSWER, 1),
    ],
)
def test_each_kind_has_its_own_time(kind: Kind, seconds: float | None) -> None:
    assert heard(*SEEN[:10], *SEEN[12:]).typical_s(kind) == seconds


def test_a_picture_that_becomes_a_mesh_is_none_of_the_answers_that_it_ends_with() -> None:
    durations = heard(*took("unrelated_response", 20, accepted="geometry"))
    assert (durations.typical_s(Kind.MESH), durations.typical_s(Kind.ANSWER)) == (20, None)


def test_only_the_last_ones_count_and_what_is_heard_twice_counts_once() -> None:
    old, new = took("modify_3d_scene", *[9] * 20), took("generate_3d_scene", 5)
    durations = heard(*old, *new, *new)
    assert [durations.typical_s(k) for k in (Kind.EDIT, Kind.SCENE)] == [9, 5]
    assert len(durations._took_s[Kind.EDIT]) == estimating.LATELY
    assert len(durations._took_s[Kind.SCENE]) == 2


@pytest.mark.parametrize(
    "events",
    [
        [at(1, "a", asked(review=True)), at(9, "a", done("generate_3d_scene"))],
        [at(1, "a", asked()), at(2, "b", asked()), at(9, "b", done("generate_3d_scene"))],
        [at(1, "a", asked()), at(9, "a", e.RequestCancelled()), at(9, "a", done("generate_image"))],
        [at(9, "a", done("generate_3d_scene"))],
    ],
    ids=["who approves takes time", "one waited for another", "it was cancelled", "no beginning"],
)
def test_what_says_nothing_of_its_kind_does_not_count(events: list[e.Event]) -> None:
    durations = heard(*events)
    assert all(durations.typical_s(kind) is None for kind in Kind)


def test_those_under_way_are_forgotten_when_there_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(estimating, "MOST_OPEN", 3)
    durations = heard(*(at(n, f"r-{n}", asked(), SessionId(f"s-{n}")) for n in range(1, 50)))
    assert (len(durations._open), len(durations._busy)) == (3, 3)
    durations.hear(at(60, "r-49", done("modify_3d_scene"), SessionId("s-49")))
    assert durations.typical_s(Kind.EDIT) == 11


def accepted(
    durations: Durations,
    *events: e.Event,
    wait_s: float = 0.0,
    kind: pb.Accepted.Kind = pb.Accepted.TEXT,
    begun: bool = False,
) -> float:
    """What is told of the last of ``events``. ``begun``: the session has a scene."""
    state = fold(events, SessionState(scene=Scene(name="room") if begun else None))
    last = events[-1]
    frame = pb.ServerFrame(request=last.request or "", at_ms=int(last.at.timestamp() * 1e3))
    frame.accepted.kind = kind
    Estimates(durations, lambda: wait_s).put(frame, state)
    return frame.accepted.estimate_s


def test_a_new_request_takes_as_long_as_its_likely_kind_does() -> None:
    durations = heard(*SEEN)
    assert accepted(durations, at(200, "a", asked())) == 40
    assert accepted(durations, at(200, "a", asked()), begun=True) == 3
    assert accepted(durations, at(200, "a", asked("geometry")), kind=pb.Accepted.PICTURE) == 20


def test_it_waits_for_what_is_left_of_those_before_it() -> None:
    durations = heard(*SEEN)
    first = at(200, "a", asked())
    assert accepted(durations, first, at(210, "b", asked())) == 30 + 40
    assert accepted(durations, first, at(900, "b", asked())) == 40


def test_what_nobody_knows_is_not_said() -> None:
    assert accepted(heard(), at(200, "a", asked())) == 0
    only_scenes = heard(*took("generate_3d_scene", 40))
    assert accepted(only_scenes, at(200, "a", asked()), begun=True) == 0
    assert accepted(only_scenes, at(200, "a", asked(review=True))) == 0
    waits_for_a_person = at(200, "a", asked(review=True)), at(201, "b", asked())
    assert accepted(only_scenes, *waits_for_a_person) == 0


def test_a_long_backlog_is_told_of() -> None:
    assert accepted(heard(), at(200, "a", asked()), wait_s=90) == 90
    assert accepted(heard(*SEEN), at(200, "a", asked()), wait_s=90) == 90
    assert accepted(heard(*SEEN), at(200, "a", asked()), wait_s=5) == 40


def test_once_it_acts_its_kind_is_known() -> None:
    estimates = Estimates(heard(*SEEN), lambda: 0.0)
    state = fold([at(200, "a", asked())])
    for action, after_s, left_s in (
        ("generate_image", 2, 6),
        ("generate_3d_scene", 10, 30),
        ("generate_3d_scene", 100, 0),
        ("generate_3d_object", 1, 19),
        ("clear_database", 0.5, 0.5),
    ):
        frame = pb.ServerFrame(request="a", at_ms=int((200 + after_s) * 1000))
        frame.tool_call.action = action
        estimates.put(frame, state)
        assert frame.tool_call.estimate_s == left_s, action


def test_progress_without_a_pace_of_its_own_goes_as_its_kind_did() -> None:
    estimates = Estimates(heard(*SEEN), lambda: 0.0)
    acted = e.AgentActed(action="generate_3d_scene", input="x")
    state = fold([at(200, "a", asked()), at(201, "a", acted)])
    frame = pb.ServerFrame(request="a", at_ms=210_000, progress=pb.Progress(stage="image"))
    estimates.put(frame, state)
    assert frame.progress.eta_s == 30
    frame.progress.eta_s = 7
    estimates.put(frame, state)
    assert frame.progress.eta_s == 7


def test_other_frames_are_left_alone() -> None:
    frame = pb.ServerFrame(request="nobody", completed=pb.Completed(text="x"))
    before = frame.SerializeToString()
    Estimates(heard(*SEEN), lambda: 9.0).put(frame, SessionState())
    assert frame.SerializeToString() == before
