"""Words about the last change: again, more, too far, the other one, back where it was."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import pytest

from consumers.agent.decision import Context as Situation
from consumers.agent.rules import decide
from consumers.chat.inquiry import Inquiry
from consumers.handler import Context
from consumers.lexicon.edits.adjusting import adjusting
from consumers.lexicon.words.tokens import read
from consumers.patch.apply import Applied
from consumers.patch.errors import NothingChanged, NothingToRepeat, NothingToUndo
from consumers.patch.handler import Plan, RulesPlanner, patched
from consumers.scene_view import items
from schemas import events as e
from schemas.edits import TakeBack
from schemas.fold import fold
from schemas.ids import EventId, RequestId, SessionId
from schemas.state import SessionState
from streams.codec import encode
from streams.step import Outcome
from tests.edited_scenes import Edited, Room, asset, room
from tests.golden.samples import AT

S = SessionId("session-1")


@dataclass
class Session:
    """A session in one of the rooms: what people say goes through the patch stage and the fold."""

    state: SessionState
    serial: itertools.count[int]

    @classmethod
    def of(cls, where: str) -> Session:
        start, session = room(where), cls(SessionState(), itertools.count(1))
        nodes = tuple(start.scene.nodes.values())
        session._log(
            RequestId("r-0"), e.SceneComposed(name="x", skybox=start.scene.skybox, nodes=nodes)
        )
        session.state.assets = dict(start.assets)
        return session

    def say(self, text: str) -> Edited:
        """What one request led to."""
        request = RequestId(f"r-{next(self.serial)}")
        before = self.room
        self._log(request, e.RequestAccepted(kind="text", text=text))
        acted = self._log(request, e.AgentActed(action="modify_3d_scene", input=text))
        unused: Any = None  # planning stores nothing
        context = Context(unused, self.state, unused, lambda: False)
        outcome = Plan(RulesPlanner(), 0)(acted, context)
        if isinstance(outcome.payloads[0], e.EditPlanned):
            outcome = self._made(request, outcome.payloads)
        for data in outcome.payloads:
            self._log(request, data)
        last = outcome.payloads[-1]
        assert isinstance(last, e.ScenePatched)
        self._log(request, e.RequestCompleted(kind="modify_3d_scene", text=last.summary))
        assert self.state.scene is not None
        done = Applied(self.state.scene, last.summary, (), last.unmet)
        return Edited(before, self.room, (), (), done)

    def ask(self, text: str) -> None:
        """A question, to which only words were the answer."""
        request = RequestId(f"r-{next(self.serial)}")
        self._log(request, e.RequestAccepted(kind="text", text=text))
        self._log(request, e.AgentReplied(text="That is so."))
        self._log(request, e.RequestCompleted(kind="unrelated_response", text="That is so."))

    def fail(self, text: str) -> None:
        """An edit that could not be done."""
        request = RequestId(f"r-{next(self.serial)}")
        self._log(request, e.RequestAccepted(kind="text", text=text))
        self._log(request, e.AgentActed(action="modify_3d_scene", input=text))
        failed = e.RequestFailed(
            category="bad_input", code="NothingChanged", message="no", stage="patch"
        )
        self._log(request, failed)

    def _made(self, request: RequestId, payloads: tuple[e.Data, ...]) -> Outcome:
        looks = {}
        for data in payloads:
            if isinstance(data, e.AssetWanted):
                made = f"{request}-{data.label}"
                self.state.assets[made] = asset(made, data.recipe)
                looks[data.slot.split("/", 1)[1]] = made
            else:
                self._log(request, data)
        planned = self.state.requests[request]
        return patched(self.state, planned.edits, planned.unmet, looks, 0)

    @property
    def room(self) -> Room:
        assert self.state.scene is not None
        return Room(self.state.scene, dict(self.state.assets))

    def _log(self, request: RequestId, data: e.Data) -> e.Event:
        at = EventId(f"{next(self.serial)}-0")
        event = e.Event(id=at, session=S, request=request, at=AT, data=data)
        assert encode(event)
        fold([event], self.state)
        return event


def lived(where: str, *said: str) -> Edited:
    """What the last of several requests led to."""
    session = Session.of(where)
    for text in said[:-1]:
        session.say(text)
    return session.say(said[-1])


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        (("move the cat 30 cm to the left", "again"), ["cat: moved -0.3,0,0"]),
        (("move the cat 50 cm to the left", "a little more"), ["cat: moved -0.2,0,0"]),
        (("move the cat 20 cm to the left", "much further"), ["cat: moved -0.4,0,0"]),
        (("move the cat 40 cm to the left", "too far"), ["cat: moved 0.2,0,0"]),
        (("move the cat 40 cm to the left", "the other way"), ["cat: moved 0.8,0,0"]),
        (("rotate the cat by 30 degrees", "once more please"), ["cat: turned 30"]),
        (("rotate the cat by 30 degrees", "the other way", "again"), ["cat: turned 30"]),
        (("make the cat twice as big", "even bigger"), ["cat: x1.5"]),
        (("make the cat twice as big", "that is too much"), ["cat: x0.71"]),
        (("make the cat twice as big", "undo that and move the cat 10 cm back"),
         ["cat: moved 0,0,0.1 x0.5"]),
        (("remove the rug", "undo that, then remove the tv"), ["tv: gone", "rug: new"]),
        (("remove the left lamp", "no, the other one"), ["lamp 2: gone", "lamp 1: new on table"]),
        (("make the cat bigger", "not that one, I meant the tv"), ["cat: x0.67", "tv: x1.5"]),
        (("make the left lamp red", "no, the right one"),
         ["lamp 2: is red lamp 2", "red lamp 1: is lamp 1"]),
        (("add a dog", "two more"), ["dog 2: new", "dog 3: new"]),
        (("add a dog", "and another one"), ["dog 2: new"]),
        (("add a dog", "add a plant", "move the cat 10 cm back", "remove the last one I added"),
         ["plant: gone"]),
        (("move the cat 1 m to the left", "rotate the tv by 180 degrees",
          "put the cat back where it was"), ["cat: moved 1,0,0"]),
        (("put the vase on the cabinet", "make the rug bigger", "move the vase back"),
         ["vase: on table"]),
        (("remove the vase", "remove the rug", "bring the vase back"), ["vase: new on table"]),
        (("turn on both lamps", "turn it off"), ["light: gone"]),
        (("move the cat 30 cm to the left", "that's wrong"), ["cat: moved 0.3,0,0"]),
    ],
    ids=lambda v: " / ".join(v)[:60],
)  # fmt: skip
def test_words_about_the_last_change(said: tuple[str, ...], facts: list[str]) -> None:
    result = lived("hall", *said)
    assert result.facts() == facts
    assert result.said == ""
    assert result.new_collisions() == set()


def test_an_undo_and_an_edit_are_one_change_that_is_undone_as_one() -> None:
    session = Session.of("hall")
    session.say("move the cat 30 cm to the left")
    moved = session.state.scene
    both = session.say("undo that and make the sofa blue")
    assert "I took back the last change" in both.summary
    assert both.facts() == ["cat: moved 0.3,0,0", "red sofa: is blue sofa"]
    session.say("undo")
    assert session.state.scene == moved


def test_nothing_is_taken_back_when_a_hand_came_between_the_plan_and_its_meshes() -> None:
    session = Session.of("hall")
    session.say("move the cat 30 cm to the left")
    planned = Plan(RulesPlanner(), 0)
    edits = planned.engine.plan(
        "make the sofa blue",
        items(session.state),
        last_touched=(),
        taken_ids=(),
        seed=0,
        inquiry=Inquiry(),
    ).edits
    back = TakeBack(many=1, revision=session.state.revision)
    session.say("move the tv 20 cm back")
    outcome = patched(session.state, (back, *edits), (), {"blue-sofa": "x"}, 0)
    last = outcome.payloads[-1]
    assert isinstance(last, e.ScenePatched)
    assert any("meanwhile" in text for text in last.unmet)
    assert not any("cat" in str(operation["path"]) for operation in last.patch)


def test_where_there_is_no_last_change_that_is_said() -> None:
    with pytest.raises(NothingToRepeat):
        Session.of("hall").say("again")
    with pytest.raises(NothingToUndo):
        Session.of("hall").say("undo that and make the sofa blue")
    with pytest.raises(NothingChanged, match="was not moved"):
        Session.of("hall").say("put the cat back where it was")


@pytest.mark.parametrize(
    "text",
    ["again", "a little more", "too far", "no, the other one", "three more", "even bigger",
     "undo that and make the sofa blue", "the other way", "sofa blue", "only one chair",
     "make it rain", "put the cat back", "I want a nicer sofa", "cat on sofa"],
)  # fmt: skip
def test_the_agent_sends_them_to_the_patch_stage(text: str) -> None:
    present = room("hall").items
    assert decide(text, Situation(has_scene=True, items=present)).action == "modify_3d_scene"


@pytest.mark.parametrize(
    "text",
    ["make the sofa blue", "add a lamp", "a red chair", "no", "thanks", "remove the other lamp",
     "a garden with more trees", "undo", "move it further left"],
)  # fmt: skip
def test_whole_wishes_are_not_about_the_last_change(text: str) -> None:
    assert adjusting(read(text)) is None
