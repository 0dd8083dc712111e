"""What people are told of a scene that does not have all they wished for."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from consumers.agent.telling import TAKEN_PLACE, observed
from consumers.layout import Unmet, lay_out, members, sentences
from consumers.layout.model import Cause, Conflict
from schemas import events as e
from schemas.ids import RequestId, SessionId
from schemas.scene import Node, Scene
from schemas.state import RequestState, SessionState
from tests.wishes import scene

REQUEST = RequestId("r1")


def told(data: e.Data) -> str:
    """The agent's reply to what came of a request."""
    event = e.Event(session=SessionId("s"), request=REQUEST, at=datetime.now(UTC), data=data)
    plan = scene("sofa, lamp")
    state = SessionState(requests={REQUEST: RequestState(REQUEST, decomposition=plan)})
    reply = next(d for d in observed(event, state) if isinstance(d, e.AgentReplied))
    return reply.text


def composed(*unmet: str) -> str:
    return told(e.SceneComposed(name="room", nodes=(), unmet=unmet))


HERE = "Here is your scene, room: a sofa and a lamp."


def test_a_scene_with_all_that_was_wished_for_says_no_more() -> None:
    assert composed() == HERE


def test_a_second_scene_after_edits_says_how_to_have_the_first_back() -> None:
    event = e.Event(
        session=SessionId("s"),
        request=REQUEST,
        at=datetime.now(UTC),
        data=e.SceneComposed(name="room", nodes=()),
    )
    requests = {REQUEST: RequestState(REQUEST, decomposition=scene("sofa, lamp"))}
    for revision, more in ((1, ""), (2, ""), (3, f" {TAKEN_PLACE}")):
        state = SessionState(requests=requests, revision=revision)
        reply = next(d for d in observed(event, state) if isinstance(d, e.AgentReplied))
        assert reply.text == HERE + more


def test_what_was_left_out_is_not_said_to_be_there() -> None:
    event = e.Event(
        session=SessionId("s"),
        request=REQUEST,
        at=datetime.now(UTC),
        data=e.SceneComposed(name="room", nodes=(), unmet=("I left the sofa out",)),
    )
    plan = scene("sofa, lamp")
    lamp = next(w for w in plan.wishes if w.recipe.noun == "lamp")
    there = Scene.of("room", [Node(id=lamp.id, name="lamp")])
    state = SessionState(scene=there, requests={REQUEST: RequestState(REQUEST, decomposition=plan)})
    reply = next(d for d in observed(event, state) if isinstance(d, e.AgentReplied))
    assert reply.text == "Here is your scene, room: a lamp. I left the sofa out."


def test_a_reason_alone_begins_like_a_sentence() -> None:
    patched = e.ScenePatched(summary="there is no room for that", patch=(), inverse=())
    assert told(patched) == "There is no room for that."


def test_one_conflict_is_told_as_it_is() -> None:
    asked = scene("sofa, floor lamp", "floor_lamp left_of sofa; sofa left_of floor_lamp")
    assert composed(*sentences(lay_out(asked).unmet)) == (
        f"{HERE} The floor lamp to the left of the sofa and the sofa to the left of the floor lamp "
        "can not both be; I gave up the second."
    )


def test_a_few_are_counted_and_told_each_as_a_sentence() -> None:
    text = composed("the lamp could not be made", "A bed is too large.", "why not?")
    assert text == (
        f"{HERE} Three things did not work out. "
        "The lamp could not be made. A bed is too large. Why not?"
    )


def test_of_many_the_first_are_told_and_the_others_counted() -> None:
    text = composed(*(f"Thing {n} is too large." for n in range(12)))
    assert text == (
        f"{HERE} 12 things did not work out; these first. "
        "Thing 0 is too large. Thing 1 is too large. Thing 2 is too large. Thing 3 is too large. "
        "The other 8 are in the scene's list of what was not met."
    )


def test_an_edit_that_came_to_nothing_says_why() -> None:
    patched = e.ScenePatched(
        patch=(), inverse=(), summary="Nothing was changed.", unmet=("The sofa stays.",)
    )
    assert told(patched) == "Nothing was changed. The sofa stays."


@pytest.mark.parametrize("many", [3, 400])
def test_sentences_and_members_of_any_number_fit_an_event(many: int) -> None:
    relations = [r for n in range(many) for r in scene("box, cup", f"box in cup{n}").relations]
    conflicts = [Conflict(Cause.SIZE, (r,), given_up=(r,)) for r in relations]
    unmet = [Unmet(c.relations[0], f"Wish {n} " * 20, conflict=c) for n, c in enumerate(conflicts)]
    said, data = sentences(unmet), members(unmet, {})
    assert sum(len(s.encode()) for s in said) < 4_200
    assert len(json.dumps(data)) < 3_200
    assert (
        (len(said), len(data)) == (3, 3)
        if many == 3
        else (said[-1][:3], data[-1])
        == (
            str(many - len(said) + 1),
            {"more": many - len(data) + 1},
        )
    )
