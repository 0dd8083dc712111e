"""What the shipping client is told about the events of its session."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest

from gateway.effects import Attach, Effect, Send
from gateway.session_v1 import V1Session
from schemas import events as e
from schemas.artifacts import GLB, JPEG, PNG
from schemas.errors import Category
from schemas.ids import AssetId, EventId, NodeId, RequestId, SessionId
from schemas.model import Vec3
from schemas.patch import between
from schemas.scene import Dynamic, Node, Scene
from schemas.wire_v1 import Frame
from tests.golden.samples import AT, RECIPE, ref
from tests.unity.client import Client

CHAIR, SOFA = ref("c", GLB), ref("d", GLB)
FLOOR = Node(id=NodeId("floor"), name="floor")
SEAT = Node(id=NodeId("seat"), name="seat", position=Vec3(x=1), components=(Dynamic(id="chair-a"),))
ROOM = Scene.of("room", [FLOOR, SEAT])


class Told:
    """A session, its log, and what its client was told so far."""

    def __init__(self) -> None:
        self.session = V1Session(SessionId("s"), lambda: "unused")
        self._serial = itertools.count(1)

    def events(self, *payloads: e.Data, request: str | None = "r1") -> list[e.Event]:
        return [
            e.Event(
                id=EventId(f"{next(self._serial)}-0"),
                session=SessionId("s"),
                request=RequestId(request) if request else None,
                at=AT,
                data=data,
            )
            for data in payloads
        ]

    def of(self, *payloads: e.Data, request: str | None = "r1") -> list[Effect]:
        return self.session.events(self.events(*payloads, request=request))


def completed(kind: str, text: str = "Here it is.") -> e.RequestCompleted:
    return e.RequestCompleted.model_validate({"kind": kind, "text": text})


def asset(slot: str, asset_id: str, mesh: Any = CHAIR) -> e.AssetRegistered:
    return e.AssetRegistered(
        slot=slot,
        asset=AssetId(asset_id),
        label=f"label of {asset_id}",
        mesh=mesh,
        recipe=RECIPE,
        engine="greybox",
        prompt="p",
    )


def composed(scene: Scene) -> e.SceneComposed:
    return e.SceneComposed(name=scene.name, skybox=scene.skybox, nodes=tuple(scene.nodes.values()))


def patched(before: Scene, after: Scene) -> e.ScenePatched:
    return e.ScenePatched(
        patch=tuple(between(before, after)), inverse=tuple(between(after, before)), summary="done"
    )


def only(effects: list[Effect]) -> Send:
    [sent] = effects
    assert isinstance(sent, Send)
    assert sent.frame.status == 200
    return sent


def shown_room() -> Told:
    """A client that has the room with one chair in it."""
    told = Told()
    told.of(asset("0/chair", "chair-a"), composed(ROOM), completed("generate_3d_scene"))
    return told


def test_steps_on_the_way_are_not_told() -> None:
    quiet = (
        e.RequestAccepted(kind="text", text="x"),
        e.AgentThought(text="hm", engine="rules"),
        asset("0/chair", "chair-a"),
        composed(ROOM),
    )
    assert Told().of(*quiet) == []


def test_what_was_heard_is_told_before_the_answer_to_it() -> None:
    heard = e.SpeechTranscribed(
        text="a room", confidence=1, language="en", engine="x", duration_s=1
    )
    assert Told().of(heard, completed("unrelated_response", "Hello.")) == [
        Send(Frame("convert_speech", text="a room")),
        Send(Frame("unrelated_response", text="Hello.")),
    ]


def test_what_was_told_is_not_told_again() -> None:
    told = Told()
    events = told.events(completed("unrelated_response", "Hello."))
    assert len(told.session.events(events)) == 1
    assert told.session.events(events) == []


@pytest.mark.parametrize(("media_type", "ending"), [(PNG, "png"), (JPEG, "jpg")])
def test_a_picture_comes_with_its_bytes(media_type: str, ending: str) -> None:
    image = ref("e", media_type)
    drawn = e.ImageGenerated(label="chair", prompt="p", image=image, recipe=RECIPE, engine="x")
    sent = only(Told().of(drawn, completed("generate_image")))
    assert (sent.frame.type, sent.frame.text) == ("generate_image", "Here it is.")
    assert sent.attach == (Attach("e" * 64, f"{'e' * 16}.{ending}", image),)


def test_an_object_comes_with_exactly_its_mesh() -> None:
    told = shown_room()
    sent = only(
        told.of(asset("0/object", "sofa-b", SOFA), completed("generate_3d_object"), request="r2")
    )
    assert sent.attach == (Attach("sofa-b", "sofa-b.glb", SOFA),)
    assert sent.frame.metadata == ""


def test_a_scene_comes_with_its_document_and_every_mesh_it_names() -> None:
    twice = SEAT.model_copy(update={"id": NodeId("seat-2"), "parent_id": FLOOR.id})
    scene = Scene.of("room", [FLOOR, SEAT, twice])
    sent = only(
        Told().of(
            asset("0/chair", "chair-a"),
            asset("0/sofa", "sofa-b", SOFA),  # made, but in no place of the scene
            composed(scene),
            completed("generate_3d_scene"),
        )
    )
    assert sent.frame.type == "generate_3d_scene"
    assert sent.attach == (Attach("chair-a", "chair-a.glb", CHAIR),)
    client = Client()
    client.create(sent.frame.metadata)
    named = {a for shown in client.objects.values() for a in shown.assets()}
    assert {f"{a}.glb" for a in named} == {a.filename for a in sent.attach}


def test_an_edit_comes_as_an_update_with_the_meshes_it_needs_and_no_others() -> None:
    told = shown_room()
    couch = Node(
        id=NodeId("couch"), name="couch", parent_id=FLOOR.id, components=(Dynamic(id="sofa-b"),)
    )
    after = Scene.of("room", [FLOOR, SEAT.model_copy(update={"position": Vec3(z=2)}), couch])
    edit = (asset("0/sofa", "sofa-b", SOFA), patched(ROOM, after), completed("modify_3d_scene"))
    sent = only(told.of(*edit, request="r2"))
    assert sent.attach == (Attach("sofa-b", "sofa-b.glb", SOFA),)
    update = json.loads(sent.frame.metadata)
    assert [a["scene_object"]["id"] for a in update["objects_to_add"]] == ["couch"]
    assert update["objects_to_add"][0]["prompt"] == "label of sofa-b"
    assert [u["id"] for u in update["objects_to_update"]] == ["seat"]
    assert update["json_patch"] == between(ROOM, after)


def test_a_regenerated_object_comes_with_its_new_mesh() -> None:
    told = shown_room()
    after = Scene.of(
        "room", [FLOOR, SEAT.model_copy(update={"components": (Dynamic(id="sofa-b"),)})]
    )
    edit = (asset("0/sofa", "sofa-b", SOFA), patched(ROOM, after), completed("modify_3d_scene"))
    sent = only(told.of(*edit, request="r2"))
    assert sent.attach == (Attach("sofa-b", "sofa-b.glb", SOFA),)
    assert json.loads(sent.frame.metadata)["objects_to_regenerate"] == [
        {"id": "seat", "new_id": "sofa-b", "prompt": "label of sofa-b"}
    ]


def test_a_removal_needs_no_mesh() -> None:
    edit = (patched(ROOM, Scene.of("room", [FLOOR])), completed("modify_3d_scene"))
    sent = only(shown_room().of(*edit, request="r2"))
    assert sent.attach == ()
    assert json.loads(sent.frame.metadata)["objects_to_delete"] == ["seat"]


def test_an_edit_is_told_from_the_scene_that_it_changed() -> None:
    told = shown_room()
    moved = Scene.of("room", [FLOOR, SEAT.model_copy(update={"position": Vec3(z=2)})])
    told.of(patched(ROOM, moved), completed("modify_3d_scene"), request="r2")
    back = only(told.of(patched(moved, ROOM), completed("modify_3d_scene"), request="r3"))
    assert json.loads(back.frame.metadata)["objects_to_update"] == [
        {"id": "seat", "position": {"x": 1.0, "y": 0.0, "z": 0.0}}
    ]


def test_an_undo_is_an_edit_that_brings_the_meshes_of_what_comes_back() -> None:
    told, emptied = shown_room(), Scene.of("room", [FLOOR])
    told.of(patched(ROOM, emptied), completed("modify_3d_scene"), request="r2")
    undone = patched(emptied, ROOM).model_copy(update={"undoes": 2})
    back = only(told.of(undone, completed("modify_3d_scene"), request="r3"))
    assert back.attach == (Attach("chair-a", "chair-a.glb", CHAIR),)
    [added] = json.loads(back.frame.metadata)["objects_to_add"]
    assert added["scene_object"]["id"] == "seat"
    again = patched(ROOM, emptied).model_copy(update={"redoes": 2})
    gone = only(told.of(again, completed("modify_3d_scene"), request="r4"))
    assert (gone.attach, json.loads(gone.frame.metadata)["objects_to_delete"]) == ((), ["seat"])


def test_a_new_scene_that_is_taken_back_brings_every_mesh_of_the_one_before() -> None:
    told = shown_room()
    couch = Node(id=NodeId("seat"), name="couch", components=(Dynamic(id="sofa-b"),))
    lobby = Scene.of("lobby", [couch])
    new = (asset("0/sofa", "sofa-b", SOFA), composed(lobby), completed("generate_3d_scene"))
    client = Client()
    client.create(only(told.of(*new, request="r2")).frame.metadata)
    undone = patched(lobby, ROOM).model_copy(update={"undoes": 2})
    back = only(told.of(undone, completed("modify_3d_scene"), request="r3"))
    client.apply(back.frame.metadata)
    assert back.attach == (Attach("chair-a", "chair-a.glb", CHAIR),)
    assert (client.logged, set(client.objects)) == ([], {"floor", "seat"})
    assert client.objects["seat"].assets() == ["chair-a"]


@pytest.mark.parametrize("kind", ["generate_image", "generate_3d_scene", "modify_3d_scene"])
def test_an_answer_whose_result_is_missing_is_still_an_answer(kind: str) -> None:
    assert Told().of(completed(kind)) == [Send(Frame(kind, text="Here it is."))]


@pytest.mark.parametrize("category", list(Category))
def test_a_failure_is_shown_with_its_categorys_status(category: Category) -> None:
    failed = e.RequestFailed(category=category, code="Bad", message="no disk; free some")
    assert Told().of(failed) == [
        Send(
            Frame(
                "error",
                text="no disk; free some",
                error="no disk; free some",
                status=category.status,
            )
        )
    ]


@pytest.mark.parametrize(("reason", "says"), [("by you", "cancelled: by you;"), ("", "cancelled;")])
def test_a_cancelled_request_is_told_as_an_error_that_says_so(reason: str, says: str) -> None:
    [sent] = Told().of(e.RequestCancelled(reason=reason))
    assert isinstance(sent, Send)
    assert says in sent.frame.text
    assert sent.frame.status == 409


def test_a_request_that_was_reopened_after_its_failure_is_answered() -> None:
    told = Told()
    failed = e.RequestFailed(category=Category.NOT_FOUND, code="X", message="the sound is gone")
    [error] = told.of(failed)
    assert isinstance(error, Send)
    assert error.frame.status == 404
    assert told.of(e.RequestReopened(stage="asr", letter="asr/1-0", attempt=1)) == []
    answer = only(told.of(completed("unrelated_response", "Hello.")))
    assert (answer.frame.type, answer.frame.status, answer.frame.text) == (
        "unrelated_response", 200, "Hello.",
    )  # fmt: skip


def test_events_of_no_request_are_folded_and_not_told() -> None:
    told = Told()
    assert told.of(e.SessionOpened(protocol="scener.v1"), request=None) == []
    assert told.session.state.protocol == "scener.v1"


def test_what_came_of_an_action_is_answered_before_the_request_ends() -> None:
    told = Told()
    told.of(asset("0/object", "first"), e.AgentActed(action="generate_3d_object", input="a chair"))
    seen = e.AgentObserved(step=0, text="Here is a chair.", goes_on=True, kind="generate_3d_object")
    first = only(told.of(seen))
    assert (first.frame.type, first.frame.text) == ("generate_3d_object", "Here is a chair.")
    assert json.loads(first.frame.metadata) == {"more": True}
    told.of(
        e.AgentActed(action="generate_3d_object", input="a sofa", step=1), asset("1/object", "next")
    )
    last = only(told.of(completed("generate_3d_object")))
    assert [a.id for a in first.attach] == ["first"]
    assert [a.id for a in last.attach] == ["next"]
    assert last.frame.metadata == ""


def test_a_scene_that_is_not_the_last_answer_says_so_beside_its_document() -> None:
    told = Told()
    told.of(composed(ROOM))
    seen = e.AgentObserved(step=0, text="A room.", goes_on=True, kind="generate_3d_scene")
    document = json.loads(only(told.of(seen)).frame.metadata)
    assert document["more"] is True
    assert document["name"] == "room"


def test_what_the_agent_only_notes_is_not_told() -> None:
    assert Told().of(e.AgentObserved(step=0, text="It failed.", goes_on=True)) == []
