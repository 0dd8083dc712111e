"""A keyframe is the state: what is folded from it on is what is folded from the first event on."""

from __future__ import annotations

import pytest

from schemas import events as e
from schemas import keyframe
from schemas.events import EVENTS, Event
from schemas.fold import FOLDED, fold
from schemas.ids import EventId, RequestId, SessionId
from schemas.scene import Scene
from schemas.state import SessionState
from streams.codec import decode_or_keep, encode, skim
from streams.past import keyframes
from tests.golden.samples import AT, SAMPLES, ref
from tests.golden.story import session


def story(samples: bool = True) -> list[Event]:
    """The golden session, and after it one event of every kind that has no parts to come."""
    events = session()
    told = [data for data in SAMPLES if not isinstance(data, e.SessionForked | e.Parted)]
    for n, data in enumerate(told if samples else ()):
        request = RequestId(f"r-{3 + n % 3}")
        at = EventId(f"1772368299000-{n}")
        events.append(Event(id=at, session=SessionId("s"), request=request, at=AT, data=data))
    return events


@pytest.mark.parametrize("at", range(1, len(story())))
def test_a_fold_from_a_keyframe_on_is_the_fold_of_everything(at: int) -> None:
    events = story()
    before = fold(events[:at])
    if before._parts:
        pytest.skip("never between the parts of one fact")
    framed = keyframe.load(keyframe.dump(before))
    assert framed is not None
    told = e.SceneKeyframed(
        at=before.at or EventId("0-0"),
        state=ref("a", "application/json"),
        revision=before.revision,
    )
    last = Event(id=EventId("1772368299999-0"), session=SessionId("s"), at=AT, data=told)
    assert fold([*events, last], framed) == fold([*events, last])


def test_what_was_settled_before_a_keyframe_is_in_it_and_no_longer_in_the_state() -> None:
    state = fold(session())
    text = keyframe.dump(state)
    framed = keyframe.load(text)
    assert framed is not None
    assert [(r.id, r.text, r.status) for r in framed.requests.values()] == [
        ("r-1", "офис с красным стулом", "completed"),
        ("r-2", "move the chair left, lose the cushion", "completed"),
    ]
    told = e.SceneKeyframed(at=state.at or EventId("0"), state=ref("a", "x"), revision=2)
    event = Event(id=EventId("1772368299999-0"), session=SessionId("s"), at=AT, data=told)
    fold([event], state)
    assert state.requests == {}
    assert (state.settled, state.since_keyframe, len(state.keyframes)) == (2, 0, 1)


def test_a_keyframe_of_another_version_is_passed_over() -> None:
    text = keyframe.dump(SessionState())
    assert keyframe.load(text) == SessionState()
    assert keyframe.load(text.replace(b'"version":1', b'"version":2')) is None
    assert keyframe.load(b"") is None


def test_what_is_not_folded_need_not_be_decoded() -> None:
    skipped = {model.type for model in EVENTS.values()} - FOLDED
    assert {"prompt.improved", "mesh.generated", "session.sealed"} <= skipped
    rows = [(ev.id or "", encode(ev), ev.request) for ev in story()]
    whole = fold(decode_or_keep(text, "s", at, request) for at, text, request in rows)
    assert fold(skim(text, "s", at, request) for at, text, request in rows) == whole
    assert whole.revision == 2


def test_equal_scenes_have_equal_digests() -> None:
    scene = fold(session()).scene
    assert scene is not None
    turned = Scene(name=scene.name, skybox=scene.skybox, nodes=dict(scene.nodes))
    assert keyframe.digest(turned) == keyframe.digest(scene)
    assert keyframe.digest(None) == ""
    assert keyframe.digest(Scene(name="x")) != keyframe.digest(scene)


FUTURE = [
    '{"type":"scene.dreamt","data":{"dream":"blue"}}',
    '{"type":"scene.patched","v":9,"data":{"delta":"?"}}',
]


def test_what_a_newer_version_wrote_is_passed_over_and_told() -> None:
    end = session()
    state = fold(end)
    before = keyframe.digest(state.scene)
    dreamt, patched = (
        skim(text, "s", f"1772368299000-{n}", "r-9") for n, text in enumerate(FUTURE)
    )
    fold([dreamt], state)
    assert (state.newer, state.lacks) == ((("1772368299000-0", "scene.dreamt v1"),), False)
    fold([patched], state)
    assert state.newer[-1] == ("1772368299000-1", "scene.patched v9")
    assert state.lacks
    assert keyframe.digest(state.scene) == before
    framed = keyframe.load(keyframe.dump(state))
    assert framed is not None
    assert (framed.newer, framed.lacks) == (state.newer, True)
    whole = [
        decode_or_keep(text, "s", f"1772368299000-{n}", "r-9") for n, text in enumerate(FUTURE)
    ]
    assert fold([*end, *whole]) == state


def test_a_state_that_lacks_something_is_no_keyframe() -> None:
    state = fold(session())
    state.since_keyframe = keyframes.EVERY
    assert keyframes.is_due(state)
    state.lacks = True
    assert not keyframes.is_due(state)
