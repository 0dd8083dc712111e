"""What `scenestream verify` finds: nothing in what is right, and each thing that is wrong."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.effects import Send
from gateway.session_v1 import V1Session
from ops.history.verification import shown
from ops.history.verification.answers import Answers
from ops.history.verification.order import Order
from schemas import events as e
from schemas import scene_v1
from schemas.events import Event
from schemas.ids import EventId, NodeId, RequestId, SessionId
from schemas.model import Vec3
from schemas.scene import Color, Dynamic, GradientSkybox, Node, Primitive, Scene
from tests.golden.lives import LIVES
from tests.golden.samples import AT
from tests.golden.story import session
from tests.strategies.pace import PROPERTY
from tests.strategies.scenes import edited, scenes

S = SessionId("s")
RED, BLUE = Color(r=1, g=0, b=0), Color(r=0, g=0, b=1)
SKY = GradientSkybox(color1=RED, color2=BLUE)
Json = dict[str, Any]


def wire(document: Json) -> Json:
    read: Json = json.loads(json.dumps(document))
    return read


@PROPERTY
@given(scenes())
def test_a_scene_as_it_is_sent_is_the_scene(scene: Scene) -> None:
    assert list(shown.of_scene(wire(scene_v1.scene_document(scene)), scene)) == []


@PROPERTY
@given(st.data())
def test_an_update_as_it_is_sent_leads_to_the_scene(data: st.DataObject) -> None:
    before = data.draw(scenes())
    after = data.draw(edited(before))
    document = wire(scene_v1.update_document(before, after))
    assert list(shown.of_update(document, before, after)) == []


def node(name: str, parent: str | None = None, **more: Any) -> Node:
    looks = more.pop("components", (Primitive(shape="cube", color=RED),))
    below = NodeId(parent) if parent else None
    return Node(id=NodeId(name), name=name, parent_id=below, components=looks, **more)


BEFORE = Scene.of("room", [node("table", position=Vec3(x=1)), node("cup", "table"), node("rug")])
AFTER = Scene.of(
    "room",
    [
        node("table", position=Vec3(x=2), components=(Primitive(shape="cube", color=BLUE),)),
        node("cup", "table"),
        node("lamp", position=Vec3(z=3), components=(Dynamic(id="a-lamp"),)),
    ],
    SKY,
)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda d: d["graph"].pop(), "rug is missing"),
        (lambda d: d["graph"].append(copy.deepcopy(d["graph"][1])), "shows an object twice"),
        (lambda d: d["graph"][1].update(id="cat"), "cat is not in the scene"),
        (lambda d: d.update(name="garden"), "another name or sky"),
        (lambda d: d.update(skybox={"type": "gradient"}), "another name or sky"),
        (lambda d: d["graph"][0]["position"].update(x=1.001), "table has another position"),
        (lambda d: d["graph"][0]["rotation"].update(y=9), "table has another rotation"),
        (lambda d: d["graph"][0]["scale"].update(z=2), "table has another scale"),
        (lambda d: d["graph"][0]["children"][0].update(parent_id=None), "cup is below table"),
        (lambda d: d["graph"][1].update(name="carpet"), "rug has another name or looks"),
        (lambda d: d["graph"][1]["components"].clear(), "rug has another name or looks"),
    ],
)
def test_a_scene_that_is_sent_otherwise_is_noticed(
    change: Callable[[Json], object], what: str
) -> None:
    document = wire(scene_v1.scene_document(BEFORE))
    change(document)
    assert what in "\n".join(shown.of_scene(document, BEFORE))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda d: d["objects_to_delete"].clear(), "rug is not in the scene"),
        (lambda d: d["objects_to_delete"].append("table"), "cup is missing"),
        (lambda d: d["objects_to_add"].clear(), "lamp is missing"),
        (
            lambda d: d["objects_to_add"][0]["scene_object"]["position"].update(z=4),
            "lamp has another position",
        ),
        (lambda d: d["objects_to_update"].clear(), "table keeps another position"),
        (lambda d: d["objects_to_update"][0].pop("components_to_update"), "table looks otherwise"),
        (lambda d: d["objects_to_update"][0].update(parent_id="cup"), "table stays below cup"),
        (lambda d: d.update(skybox=None), "does not change the sky"),
        (lambda d: d["skybox"].update(intensity=7), "brings another sky"),
        (lambda d: d["json_patch"].pop(), "json_patch leads to another scene"),
        (lambda d: d["json_patch"][0].update(value="?"), "json_patch does not fit"),
        (
            lambda d: d["objects_to_regenerate"].append({"id": "cup", "new_id": "x"}),
            None,  # it has no mesh: a client skips that
        ),
    ],
)
def test_an_update_that_leads_elsewhere_is_noticed(
    change: Callable[[Json], object], what: str | None
) -> None:
    document = wire(scene_v1.update_document(BEFORE, AFTER))
    change(document)
    found = list(shown.of_update(document, BEFORE, AFTER))
    assert what in "\n".join(found) if what else found == []


def test_another_mesh_than_was_meant_is_noticed() -> None:
    before = Scene.of("room", [node("lamp", components=(Dynamic(id="old"),))])
    after = Scene.of("room", [node("lamp", components=(Dynamic(id="new"),))])
    document = wire(scene_v1.update_document(before, after))
    assert list(shown.of_update(document, before, after)) == []
    document["objects_to_regenerate"][0]["new_id"] = "newer"
    assert "lamp looks otherwise" in list(shown.of_update(document, before, after))


def test_the_answers_of_a_session_are_what_its_events_say() -> None:
    answers = Answers(S)
    assert [problem for event in session() for problem in answers.note(event)] == []
    assert answers.count == 2
    assert answers.state.revision == 2


def test_an_answer_that_shows_another_scene_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    made = V1Session.events

    def without_meshes(core: V1Session, events: list[Event]) -> Iterator[Send]:
        for sent in made(core, events):
            assert isinstance(sent, Send)
            metadata = sent.frame.metadata.replace("chair-1", "chair-9")
            frame = type(sent.frame)(sent.frame.type, sent.frame.text, metadata=metadata)
            yield Send(frame)

    monkeypatch.setattr(V1Session, "events", lambda c, ev: list(without_meshes(c, ev)))
    answers = Answers(S)
    told = [str(problem) for event in session() for problem in answers.note(event)]
    assert any("chair-1 is missing" in problem for problem in told)
    assert any("mesh of 3f0c3a52" in problem for problem in told)
    assert any(problem.startswith("1772368215250-14: the answer to r-2") for problem in told)


def test_an_answer_without_the_scene_it_tells_of_is_noticed() -> None:
    answers = Answers(S)
    wish = event(1, e.RequestAccepted(kind="text", text="a room"))
    done = event(2, e.RequestCompleted(kind="generate_3d_scene", text="Here it is."))
    assert [str(p) for ev in (wish, done) for p in answers.note(ev)] == [
        "1-2: the answer to r shows another scene: it has none, or no event made one"
    ]


def event(n: int, data: e.Data, cause: str | None = None, request: str | None = "r") -> Event:
    return Event(
        id=EventId(f"1-{n}"),
        session=S,
        request=RequestId(request) if request else None,
        cause=EventId(cause) if cause else None,
        at=AT,
        data=data,
    )


WISH = e.RequestAccepted(kind="text", text="a room")
DONE = e.RequestCompleted(kind="unrelated_response", text="Hello.")
FAILED = e.RequestFailed.model_validate({"category": "internal", "code": "X", "message": "no"})
AGAIN = e.RequestReopened(stage="mesh", letter="mesh/1-1", attempt=3)


@pytest.mark.parametrize(
    ("events", "problems"),
    [
        ([event(1, WISH), event(2, DONE, "1-1")], []),
        ([event(1, WISH), event(2, FAILED), event(3, AGAIN), event(4, DONE, "1-1")], []),
        ([event(2, WISH), event(1, DONE)], ["1-1: follows 1-2"]),
        ([event(1, WISH), event(1, DONE)], ["1-1: follows 1-1"]),
        (
            [event(1, WISH), event(2, DONE, "1-9")],
            ["1-2: request.completed is caused by 1-9, which is not there"],
        ),
        (
            [event(1, WISH), event(2, DONE), event(3, e.RequestCancelled())],
            ["1-3: the request r had completed and cancelled after that"],
        ),
        (
            [event(1, WISH), event(2, DONE), event(3, AGAIN)],
            ["1-3: the request r was reopened and had not failed"],
        ),
        (
            [event(1, DONE.model_copy(update={"result": "1-0"}))],
            ["1-1: its result is 1-0, which is not there"],
        ),
        (
            [event(3, e.LogGapFound(seen=EventId("1-2"), after=EventId("1-1")), request=None)],
            ["1-3: Redis lost events after 1-1 up to 1-2"],
        ),
        (
            [
                event(
                    1,
                    e.Unknown(raw_type="undecodable", raw_v=0, raw={"e": "?", "error": "no JSON"}),
                )
            ],
            ["1-1: is no event, and kept as it is: no JSON"],
        ),
        ([event(1, e.Unknown(raw_type="scene.dreamt", raw_v=2, raw={}))], []),
    ],
)
def test_a_log_that_does_not_keep_to_its_order_is_noticed(
    events: list[Event], problems: list[str]
) -> None:
    order = Order()
    assert [str(problem) for ev in events for problem in order.note(ev)] == problems


@pytest.mark.parametrize("name", ["life", "fork"])
def test_golden_lives_are_sound(name: str) -> None:
    whose, events = LIVES[name]
    answers, order = Answers(whose), Order()
    found = [p.what for ev in events for p in (*order.note(ev), *answers.note(ev))]
    lost = ["Redis lost events from the first on up to 1772368299000-0"]
    assert found == (lost if name == "life" else [])
