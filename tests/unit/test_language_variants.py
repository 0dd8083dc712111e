"""A scene asked for by the one before, words about the view, and why something is not there."""

from __future__ import annotations

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.lexicon.talk.offtopic import CAMERA
from consumers.lexicon.words.naming import Names
from consumers.scene_view import BOX, is_helper
from schemas.ids import NodeId
from schemas.scene import Node
from schemas.state import Turn

KITCHEN = Turn(
    "a kitchen with a table and four chairs",
    ("generate_3d_scene",),
    "Here is your scene, Kitchen: 4 chairs and a table. The pool table and the bed do not all fit "
    "in the room of 3.0 x 3.0 m; I left the pool table out.",
)
OUTDOORS = Turn("same but outdoors", ("generate_3d_scene",), "Here is your scene.")


@pytest.mark.parametrize(
    ("said", "action", "becomes"),
    [
        ("same but outdoors", "generate_3d_scene", f"{KITCHEN.said}, outdoors"),
        ("the same but in a tent", "generate_3d_scene", "in a tent: a table and four chairs"),
        ("another room like this but bigger", "generate_3d_scene",
         "a big kitchen with a table and four chairs"),
        ("another room like this", "generate_3d_scene", KITCHEN.said),
        ("no, I meant a bedroom with a bed", "generate_3d_scene", "a bedroom with a bed"),
        ("same but with six chairs", "modify_3d_scene", "there should be exactly six chairs"),
        ("same but without the table", "modify_3d_scene", "remove the table"),
        ("same but at night", "modify_3d_scene", "at night"),
        ("i meant the table", "modify_3d_scene", "i meant the table"),
    ],
)  # fmt: skip
def test_a_scene_is_asked_for_by_the_one_before(said: str, action: str, becomes: str) -> None:
    decision = decide(said, Context(has_scene=True, talk=(KITCHEN,)))
    assert (decision.action, decision.input) == (action, becomes)


def test_the_scene_before_may_have_been_asked_for_so_itself() -> None:
    talk = (KITCHEN, OUTDOORS)
    decision = decide("another room like this but smaller", Context(has_scene=True, talk=talk))
    assert decision.input == "a small kitchen with a table and four chairs, outdoors"


@pytest.mark.parametrize(
    "said",
    ["zoom in", "zoom out a bit", "rotate the camera", "show me the room from above", "top view"],
)
def test_the_view_is_the_clients(said: str) -> None:
    assert decide(said, Context(has_scene=True)).reply == CAMERA


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("what is wrong with the scene?", "This did not work out: The pool table and the bed do "
         "not all fit in the room of 3.0 x 3.0 m; I left the pool table out."),
        ("why is the pool table missing?", "The pool table and the bed do not all fit in the room "
         "of 3.0 x 3.0 m; I left the pool table out."),
        ("why is there no shower?", "Nobody has asked for a shower yet. Say: add a shower."),
    ],
)  # fmt: skip
def test_what_is_amiss_is_told_from_what_was_answered(said: str, reply: str) -> None:
    assert decide(said, Context(has_scene=True, talk=(KITCHEN,))).reply == reply


def test_where_all_was_kept_nothing_is_amiss() -> None:
    told = decide("is anything missing?", Context(has_scene=True, talk=(OUTDOORS,))).reply
    assert told is not None
    assert told.startswith("Nothing that I know of")


def test_a_toy_box_is_a_thing_and_a_toys_box_is_none() -> None:
    toy_box = Node(id=NodeId("toy-box"), name="toy box", parent_id=NodeId("room-floor"))
    box_of_toy = Node(id=NodeId("toy-box"), name="toy box", parent_id=NodeId("toy"))
    assert not is_helper(toy_box, BOX)
    assert is_helper(box_of_toy, BOX)


def test_no_thing_has_the_id_of_anothers_box() -> None:
    names = Names()
    toy, box = names.members("toy", 1), names.members("toy box", 1)
    assert (toy[0][0], box[0][0]) == ("toy", "toy-box-1")
