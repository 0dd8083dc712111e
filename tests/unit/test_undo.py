"""Undo and redo: any mix of them with changes is what two plain stacks of scenes give."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers.lexicon.edits.undoing import ALL, GoTo, Redo, Undo, Undoing, UndoOf
from consumers.patch.change import change
from consumers.patch.errors import (
    NoScene,
    NoSuchChange,
    NothingChanged,
    NothingToRedo,
    NothingToUndo,
    NotTheLast,
    OutOfReach,
)
from consumers.patch.undo import MOST_TOUCHED, undone
from schemas import events as e
from schemas import keyframe, scene_v1
from schemas.fold import fold
from schemas.ids import EventId, NodeId, RequestId, SessionId
from schemas.model import Vec3
from schemas.patch import apply
from schemas.scene import Node, Scene
from schemas.state import CHANGES_KEPT, SessionState
from streams.codec import encode
from streams.errors import NoSuchRevision
from streams.step import Outcome
from tests.golden.samples import AT
from tests.strategies.pace import PROPERTY
from tests.strategies.scenes import edited, scenes
from tests.unity.client import Client
from tests.unity.test_client import assert_shows, shown

S = SessionId("session-1")
ROOM = Scene.of("room", [Node(id=NodeId(n), name=n) for n in ("chair", "lamp", "rug")])


class Session:
    """A session's state, folded from what is put into its log."""

    def __init__(self, scene: Scene | None = None) -> None:
        self.state = SessionState()
        self._serial = itertools.count(1)
        if scene is not None:
            self.compose(scene)

    @property
    def scene(self) -> Scene:
        assert self.state.scene is not None
        return self.state.scene

    def log(self, *payloads: e.Data) -> None:
        """Append the events of one commit, and go on from a keyframe of what they led to."""
        request = RequestId(f"r{next(self._serial)}")
        for data in payloads:
            at = EventId(f"{next(self._serial)}-0")
            event = e.Event(id=at, session=S, request=request, at=AT, data=data)
            assert encode(event)  # it fits the log
            fold([event], self.state)
        kept = keyframe.load(keyframe.dump(self.state))
        assert kept is not None
        self.state = kept

    def compose(self, scene: Scene) -> None:
        nodes = tuple(scene.nodes.values())
        self.log(e.SceneComposed(name=scene.name, skybox=scene.skybox, nodes=nodes))

    def sync(self, scene: Scene) -> None:
        nodes = tuple(scene.nodes.values())
        self.log(e.SceneSynced(name=scene.name, skybox=scene.skybox, nodes=nodes, digest="d"))

    def edit(self, after: Scene, summary: str = "Changed it.") -> None:
        self.log(*change(self.state, self.scene, after, summary, ()).payloads)

    def wish(self, wish: Undoing) -> e.ScenePatched:
        """Do as the patch stage does; the last event of it."""
        outcome: Outcome = undone(self.state, wish, S)
        assert outcome.revision == self.state.revision
        self.log(*outcome.payloads)
        last = outcome.payloads[-1]
        assert isinstance(last, e.ScenePatched)
        return last


def moved(scene: Scene, node: str, x: float) -> Scene:
    there = scene.nodes[NodeId(node)].model_copy(update={"position": Vec3(x=x)})
    return scene.model_copy(update={"nodes": {**scene.nodes, there.id: there}})


def lived(*nodes: str) -> Session:
    """A session in whose room these nodes were moved, one after the other."""
    session = Session(ROOM)
    for n, node in enumerate(nodes, 1):
        session.edit(moved(session.scene, node, n), f"Moved {node}.")
    return session


class Plain:
    """What every program with an undo does: a list of what was shown, and a cursor on it.

    ``shown``: what each revision showed, as a place of ``scenes``.
    """

    def __init__(self) -> None:
        self.scenes: list[Scene] = []
        self.line: list[int] = []
        self.cursor = -1
        self.shown: list[int] = []

    @property
    def scene(self) -> Scene:
        return self.scenes[self.line[self.cursor]]

    def change(self, scene: Scene) -> None:
        self.scenes.append(scene)
        self.line = [*self.line[: self.cursor + 1], len(self.scenes) - 1]
        self.to(len(self.line) - 1)

    def to(self, cursor: int) -> None:
        self.cursor = max(0, min(cursor, len(self.line) - 1))
        self.shown.append(self.line[self.cursor])

    def revision(self, number: int) -> None:
        place = self.shown[number - 1]
        if place in self.line:
            self.to(self.line.index(place))
        else:
            self.change(self.scenes[place])


@PROPERTY
@given(st.data())
def test_any_mix_of_changes_undos_and_redos_is_what_plain_stacks_give(data: st.DataObject) -> None:
    plain, session = Plain(), Session(data.draw(scenes()))
    plain.change(session.scene)
    client = shown(session.scene)
    for _ in range(data.draw(st.integers(1, 9))):
        before, many = session.scene, data.draw(st.integers(1, 3))
        match data.draw(st.sampled_from(["edit", "new", "hands", "undo", "undo", "redo", "to"])):
            case "edit":
                plain.change(data.draw(edited(before)))
                session.edit(plain.scene)
            case "new":
                plain.change(data.draw(scenes()))
                session.compose(plain.scene)
            case "hands":
                plain.change(data.draw(edited(before)))
                session.sync(plain.scene)
            case "undo" if plain.cursor > 0:
                plain.to(plain.cursor - many)
                session.wish(Undo(many))
            case "redo" if plain.cursor < len(plain.line) - 1:
                plain.to(plain.cursor + many)
                session.wish(Redo(many))
            case "to":
                number = data.draw(st.integers(1, len(plain.shown)))
                if plain.shown[number - 1] != plain.line[plain.cursor]:
                    plain.revision(number)
                    session.wish(GoTo(number))
            case "undo":
                with pytest.raises(NothingToUndo):
                    session.wish(Undo(many))
            case "redo":
                with pytest.raises(NothingToRedo):
                    session.wish(Redo(many))
        assert session.scene == plain.scene
        assert session.state.revision == len(plain.shown)
        assert len(session.state.changes) - 1 == plain.cursor
        assert len(session.state.undone) == len(plain.line) - 1 - plain.cursor
        update = json.loads(json.dumps(scene_v1.update_document(before, session.scene)))
        assert apply(before, update["json_patch"]) == session.scene
        client.apply(json.dumps(update))
        assert_shows(client, session.scene)


def test_an_undo_touches_nothing_else() -> None:
    session = lived("chair", "lamp")
    before = session.scene
    patched = session.wish(Undo())
    assert session.scene == moved(ROOM, "chair", 1)
    assert {op["path"] for op in patched.patch} == {"/nodes/lamp/position"}
    for untouched in (NodeId("chair"), NodeId("rug")):
        now, then = session.scene.nodes[untouched], before.nodes[untouched]
        assert now.model_dump_json() == then.model_dump_json()
    assert (patched.touched, patched.undoes, patched.redoes) == (("lamp",), 3, None)
    assert session.state.touched == ("lamp",)


def test_an_undo_tells_what_was_taken_back_and_a_redo_what_was_made_again() -> None:
    session = lived("chair", "lamp", "rug")
    assert session.wish(Undo()).summary == "I took back: moved rug."
    assert session.wish(Undo(2)).summary == "I took back 2 changes: moved lamp; moved chair."
    assert session.scene == ROOM
    assert session.wish(Redo()).summary == "I made again: moved chair."
    last = session.wish(Redo(2))
    assert last.summary == "I made again 2 changes: moved lamp; moved rug."
    assert (last.undoes, last.redoes) == (None, 4)
    assert session.scene == lived("chair", "lamp", "rug").scene


def test_what_a_person_did_in_the_client_is_taken_back_too() -> None:
    session = lived("chair")
    session.sync(moved(session.scene, "lamp", 9))
    assert session.wish(Undo()).summary == "I took back: your own changes."
    assert session.scene == moved(ROOM, "chair", 1)
    session.wish(Redo())
    assert session.scene.nodes[NodeId("lamp")].position.x == 9


def test_a_new_scene_is_taken_back_to_the_one_before_it_and_the_first_to_nothing() -> None:
    session = lived("chair")
    furnished = session.scene
    session.compose(Scene.of("garden", [Node(id=NodeId("tree"), name="tree")]))
    assert session.wish(Undo()).summary == "I took back: the scene garden."
    assert session.scene == furnished
    all_of_it = session.wish(Undo(ALL))
    assert (session.scene, all_of_it.unmet) == (ROOM, ())
    with pytest.raises(NothingToUndo, match="nothing was changed since the first scene"):
        session.wish(Undo())
    assert session.wish(Redo(ALL)).unmet == ()
    assert session.scene.name == "garden"


def test_nothing_can_be_taken_back_where_nothing_is() -> None:
    for wish, error in (
        (Undo(), NothingToUndo), (Redo(), NothingToRedo), (GoTo(1), NoScene),
        (UndoOf(("lamp",)), NothingToUndo),
    ):  # fmt: skip
        with pytest.raises(error):
            undone(SessionState(), wish, S)
    with pytest.raises(NothingToRedo, match="redo the chair"):
        undone(lived("chair").state, Redo(), S)


def test_more_than_there_is_takes_back_what_there_is_and_says_so() -> None:
    session = lived("chair")
    assert session.wish(Undo(3)).unmet == ("there was no other change before that",)
    assert session.scene == ROOM
    assert session.wish(Redo(3)).unmet == ("nothing else was taken back",)
    assert session.scene == moved(ROOM, "chair", 1)


def test_after_another_change_what_was_taken_back_is_not_made_again_but_can_be_gone_back_to() -> (
    None
):
    session = lived("chair")
    chair = session.scene
    session.wish(Undo())
    session.edit(moved(ROOM, "rug", 5), "Moved rug.")
    with pytest.raises(NothingToRedo):
        session.wish(Redo())
    again = session.wish(GoTo(2))
    assert (again.summary, again.undoes, again.redoes) == ("This is revision 2 again.", None, None)
    assert session.scene == chair
    session.wish(Undo())
    assert session.scene == moved(ROOM, "rug", 5)


def test_a_revision_is_shown_again_whichever_way_leads_to_it() -> None:
    session = lived("chair", "lamp", "rug")
    latest = session.scene
    assert session.wish(GoTo(2)).undoes == 3
    assert session.scene == moved(ROOM, "chair", 1)
    assert session.wish(GoTo(4)).redoes == 4
    assert session.scene == latest
    session.wish(GoTo(5))  # what the first of these led to
    assert session.scene == moved(ROOM, "chair", 1)
    with pytest.raises(NothingChanged, match="revision 2 is what the scene shows already"):
        session.wish(GoTo(2))
    with pytest.raises(NothingChanged, match="revision 7"):
        session.wish(GoTo(7))
    for none in (0, 8):
        with pytest.raises(NoSuchRevision, match="revisions 1 to 7"):
            session.wish(GoTo(none))


def test_a_revision_before_the_changes_that_are_kept_is_a_forks_matter() -> None:
    session = lived(*["chair"] * (CHANGES_KEPT + 5))
    with pytest.raises(OutOfReach, match=f"scenestream fork {S} --at 5`"):
        session.wish(GoTo(5))
    session.wish(GoTo(6))
    assert session.scene.nodes[NodeId("chair")].position.x == 5
    session.wish(GoTo(CHANGES_KEPT + 6))
    assert session.scene.nodes[NodeId("chair")].position.x == CHANGES_KEPT + 5
    assert session.wish(Undo(ALL)).unmet == ("I can take back no change from before revision 7",)
    assert session.scene.nodes[NodeId("chair")].position.x == 5
    with pytest.raises(NothingToUndo):
        session.wish(Undo())
    with pytest.raises(NothingChanged):
        session.wish(GoTo(6))
    session.edit(moved(session.scene, "rug", 1))
    assert session.wish(GoTo(6)).undoes == session.state.revision - 1


def test_a_change_is_found_by_the_things_it_was_about() -> None:
    session = lived("chair", "lamp", "rug")
    with pytest.raises(NotTheLast, match="undo the last 2 changes"):
        session.wish(UndoOf(("lamp",)))
    with pytest.raises(NoSuchChange, match=r"about piano .* the last one was: Moved rug\."):
        session.wish(UndoOf(("piano",)))
    assert session.wish(UndoOf(("rugs",))).undoes == 4
    assert session.wish(UndoOf(("chair",), since=True)).undoes == 2
    assert session.scene == ROOM


def test_before_the_lamp_is_before_it_came() -> None:
    session = Session(ROOM)
    session.edit(moved(ROOM, "rug", 1), "Added floor lamp.")
    session.edit(moved(ROOM, "rug", 2), "Moved floor lamp.")
    session.wish(UndoOf(("lamp",), since=True))
    assert session.scene == ROOM


def test_a_large_scene_is_taken_back_in_events_that_fit_the_log() -> None:
    nodes = [Node(id=NodeId(f"node-{n}"), name="кресло") for n in range(400)]
    session = Session(ROOM)
    session.log(
        *(
            e.SceneComposed(part=n, parts=20, name="hall", nodes=tuple(nodes[20 * n : 20 * n + 20]))
            for n in range(20)
        )
    )
    session.wish(Undo())
    assert session.scene == ROOM
    last = session.wish(Redo())
    assert last.parts > 10
    assert len(last.touched) == MOST_TOUCHED
    assert session.scene == Scene.of("hall", nodes)


def test_a_client_shows_what_was_before_the_undone_change() -> None:
    session, client = lived("chair"), Client()
    client.create(json.dumps(scene_v1.scene_document(session.scene)))
    before = session.scene
    session.wish(Undo())
    client.apply(json.dumps(scene_v1.update_document(before, session.scene)))
    assert_shows(client, ROOM)
