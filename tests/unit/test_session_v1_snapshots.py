"""What a person changed at the client enters the log with their next wish; nothing else does."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.effects import Append
from gateway.session_v1 import PART_NODES, V1Session
from schemas import events as e
from schemas import scene_v1, wire_v1
from schemas.ids import EventId, NodeId, RequestId, SessionId
from schemas.model import Vec3
from schemas.patch import between
from schemas.scene import Node, Scene
from schemas.wire_v1 import Attachment, Frame
from streams.codec import encode
from tests.golden.samples import AT
from tests.strategies.pace import PROPERTY
from tests.strategies.scenes import edited, scenes
from tests.unity.client import Client

CHAIR = Node(id=NodeId("chair"), name="chair")
ROOM = Scene.of("room", [CHAIR])
MOVED = Scene.of("room", [CHAIR.model_copy(update={"position": Vec3(x=2)})])


class Session:
    """A session with its log; ``ask`` does what the shell does, ``state`` is what the log says."""

    def __init__(self, scene: Scene | None = None) -> None:
        ids, self._serial = itertools.count(1), itertools.count(1)
        self.core = V1Session(SessionId("s"), lambda: f"r{next(ids)}")
        if scene is not None:
            made = e.SceneComposed(
                name=scene.name, skybox=scene.skybox, nodes=tuple(scene.nodes.values())
            )
            self.append("r0", made)
            self.told("r0", "generate_3d_scene")

    def ask(self, snapshot: str | None) -> list[e.Data]:
        """What a prompt puts into the log before the wish itself."""
        [effect] = self.core.receive(wire_v1.encode(Frame("text", "more chairs")), snapshot)
        assert isinstance(effect, Append)
        assert effect.payloads[-1] == e.RequestAccepted(kind="text", text="more chairs")
        self.append(effect.request, *effect.payloads)
        return list(effect.payloads[:-1])

    def patched(self, request: str, after: Scene) -> None:
        """An edit enters the log; the client is not told of it yet."""
        before = self.core.state.scene or Scene(name="")
        there, back = tuple(between(before, after)), tuple(between(after, before))
        self.append(request, e.ScenePatched(patch=there, inverse=back, summary="done", touched=()))

    def told(self, request: str, kind: e.AnswerKind) -> None:
        """The client is told that a request is done."""
        self.append(request, e.RequestCompleted(kind=kind, text="Done."))

    def append(self, request: str | None, *payloads: e.Data) -> None:
        """Events of a request enter the log."""
        events = [
            e.Event(
                id=EventId(f"{next(self._serial)}-0"),
                session=SessionId("s"),
                request=RequestId(request) if request else None,
                at=AT,
                data=data,
            )
            for data in payloads
        ]
        assert all(encode(event) for event in events)
        self.core.events(events)


def export(scene: Scene) -> str:
    """What the client writes to Redis when it shows ``scene``."""
    client = Client()
    client.create(json.dumps(scene_v1.scene_document(scene)))
    return client.export()


@pytest.mark.parametrize("snapshot", [None, "", export(ROOM)])
def test_a_client_that_shows_what_was_sent_adds_nothing(snapshot: str | None) -> None:
    assert Session(ROOM).ask(snapshot) == []


@PROPERTY
@given(scenes())
def test_no_scene_seems_changed_by_the_journey_alone(scene: Scene) -> None:
    assert Session(scene).ask(export(scene)) == []


@PROPERTY
@given(st.data())
def test_what_a_person_changed_is_the_scene_that_the_wish_meets(data: st.DataObject) -> None:
    sent = data.draw(scenes())
    theirs = data.draw(edited(sent))
    session = Session(sent)
    session.ask(export(theirs))
    assert session.core.state.scene is not None
    assert scene_v1.same(session.core.state.scene, theirs)


def test_a_change_enters_the_log_once() -> None:
    session, snapshot = Session(ROOM), export(MOVED)
    [synced] = session.ask(snapshot)
    assert isinstance(synced, e.SceneSynced)
    assert synced.nodes[0].position == Vec3(x=2)
    assert session.core.state.revision == 2
    assert session.ask(snapshot) == []


def test_a_snapshot_of_a_session_without_a_scene_is_its_scene() -> None:
    session = Session()
    assert len(session.ask(export(ROOM))) == 1
    assert session.core.state.scene is not None


def test_an_empty_client_of_a_session_without_a_scene_changed_nothing() -> None:
    assert Session().ask('{"name": "Untitled", "graph": []}') == []


def test_a_scene_that_a_person_emptied_is_empty() -> None:
    session = Session(ROOM)
    [synced] = session.ask('{"name": "room", "graph": []}')
    assert isinstance(synced, e.SceneSynced)
    assert synced.is_last
    assert session.core.state.scene == Scene(name="room")


@pytest.mark.parametrize("many", [PART_NODES, PART_NODES + 1, 5 * PART_NODES])
def test_a_large_scene_is_split_and_folds_to_one(many: int) -> None:
    scene = Scene.of("hall", [Node(id=NodeId(f"n{n}"), name="椅子") for n in range(many)])
    session = Session()
    parts = session.ask(export(scene))
    assert len(parts) == -(-many // PART_NODES)
    assert session.core.state.scene == scene
    assert session.core.state.revision == 1


@pytest.mark.parametrize("snapshot", ["not json", "[]", '{"graph": [{"name": "no id"}]}'])
def test_a_snapshot_that_can_not_be_read_is_recorded_and_the_wish_still_counts(
    snapshot: str,
) -> None:
    session = Session(ROOM)
    [failed] = session.ask(snapshot)
    assert isinstance(failed, e.ClientFailed)
    assert failed.status == 400
    assert "export it again" in failed.text
    assert session.core.state.scene == ROOM


def test_a_spoken_wish_meets_the_changed_scene_too() -> None:
    session = Session(ROOM)
    frame = Frame("audio", assets=(Attachment("", b"RIFF", "voice.wav"),))
    _, effect = session.core.receive(wire_v1.encode(frame), export(MOVED))
    assert isinstance(effect, Append)
    assert [data.type for data in effect.payloads] == [
        "scene.synced",
        "request.accepted",
        "speech.captured",
    ]


def test_a_refused_frame_leaves_the_snapshot_for_the_next() -> None:
    session = Session(ROOM)
    session.core.receive(wire_v1.encode(Frame("text", "  ")), export(MOVED))
    assert len(session.ask(export(MOVED))) == 1


LAMP = Node(id=NodeId("lamp"), name="lamp", position=Vec3(z=3))
LIT = Scene.of("room", [CHAIR, LAMP])
BOTH = Scene.of("room", [MOVED.nodes[CHAIR.id], LAMP])


def test_a_client_that_did_not_export_since_does_not_revert_an_edit() -> None:
    session = Session(ROOM)
    assert session.ask(export(ROOM)) == []
    session.patched("r1", LIT)
    session.told("r1", "modify_3d_scene")
    assert session.ask(export(ROOM)) == []
    assert session.core.state.scene == LIT


def test_a_wish_in_the_middle_of_an_edit_does_not_revert_it() -> None:
    session = Session(ROOM)
    session.patched("r1", LIT)
    assert session.ask(export(ROOM)) == []
    assert session.core.state.scene == LIT


def test_what_a_hand_moved_before_an_edit_arrived_is_kept_with_the_edit() -> None:
    session = Session(ROOM)
    session.patched("r1", LIT)
    assert len(session.ask(export(MOVED))) == 1
    assert session.core.state.scene == BOTH
    session.told("r1", "modify_3d_scene")
    assert session.ask(export(BOTH)) == []


def test_what_a_hand_removed_after_an_edit_arrived_is_gone() -> None:
    session = Session(ROOM)
    session.patched("r1", LIT)
    session.told("r1", "modify_3d_scene")
    assert len(session.ask(export(ROOM))) == 1
    assert session.core.state.scene == ROOM


def test_what_no_hand_touched_keeps_our_values_to_the_bit() -> None:
    exact = CHAIR.model_copy(update={"position": Vec3(x=1 / 3)})
    session = Session(Scene.of("room", [exact, LAMP]))
    moved = LAMP.model_copy(update={"position": Vec3(x=-1)})
    session.ask(export(Scene.of("room", [exact, moved])))
    assert session.core.state.scene == Scene.of("room", [exact, moved])
