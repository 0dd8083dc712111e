"""Wishes under a condition that the scene decides, and few and bare words about what is there."""

from __future__ import annotations

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.lexicon.talk.jotting import written_out
from schemas.edits import SceneItem
from schemas.ids import NodeId

ITEMS = (
    SceneItem(id=NodeId("floor"), name="Floor", size=(6, 0.1, 5)),
    SceneItem(id=NodeId("tree"), name="tree", noun="tree", size=(2, 4, 2)),
    SceneItem(id=NodeId("car-1"), name="car 1", noun="car", color="#c8322f", size=(2, 1.5, 4)),
    SceneItem(id=NodeId("car-2"), name="car 2", noun="car", size=(2, 1.5, 4)),
)
SCENE = Context(has_scene=True, items=ITEMS)
CARS = frozenset({"car", "cars", "tree", "trees"})


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("if there is more than one car, remove one", "remove one car"),
        ("if there is no lamp, add one", "add one lamp"),
        ("add a lamp if there is none", "add a lamp"),
        ("is there a lamp? if not add one", "add one lamp"),
        ("is there a tree? if so remove it", "remove the tree"),
        ("remove the tree if there are at least two cars", "remove the tree"),
        ("unless there is a dog, add one", "add one dog"),
    ],
)
def test_a_condition_that_holds_leaves_the_wish(said: str, wish: str) -> None:
    decision = decide(said, SCENE)
    assert (decision.action, decision.input) == ("modify_3d_scene", wish)


@pytest.mark.parametrize(
    "said",
    [
        "if there are more than five cars, remove one", "if there is a lamp, remove it",
        "is there a tree? if not add one", "remove the tree if there are fewer than two cars",
        "unless there is a tree, add one", "if the tree is red make it blue",
    ],
)  # fmt: skip
def test_a_condition_that_does_not_hold_changes_nothing(said: str) -> None:
    decision = decide(said, SCENE)
    assert decision.action == "reply"
    assert "changed nothing" in (decision.reply or "")


@pytest.mark.parametrize(
    "said", ["if you don't mind, remove the tree", "could you, if possible, remove the tree"]
)
def test_a_courtesy_is_no_condition(said: str) -> None:
    assert decide(said, SCENE).action == "modify_3d_scene"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("two cars fewer would be even better", "remove two cars"),
        ("one car less please", "remove one car"),
        ("cars bigger", "make the cars bigger"),
        ("cars to the left", "move the cars to the left"),
        ("cars closer to the tree", "move the cars closer to the tree"),
        ("cars next to the tree", "cars next to the tree"),
        ("two cars", "two cars"),
        ("the cars to the left", "the cars to the left"),
    ],
)
def test_few_words_about_what_is_there(said: str, told: str) -> None:
    assert written_out(said, CARS) == told
