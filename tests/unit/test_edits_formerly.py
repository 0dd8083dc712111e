"""Things put where others were, as the changes of the session tell it."""

from __future__ import annotations

import math

import pytest

from consumers.patch.errors import NothingChanged
from schemas.ids import NodeId
from schemas.scene import Node, Scene
from schemas.transform import worlds
from tests.unit.test_edits_again import Session


def _named(scene: Scene | None, name: str) -> Node:
    assert scene is not None
    return next(n for n in scene.nodes.values() if n.name == name)


def _at(scene: Scene | None, node: NodeId) -> tuple[float, float]:
    assert scene is not None
    place = worlds(scene)[node].position
    return round(place.x, 2), round(place.z, 2)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("put a chair where the cabinet was", "chair"),
        ("add a stool to where the cabinet stood before", "stool"),
        ("put a chair where it was", "chair"),
    ],
)
def test_something_new_stands_where_another_thing_was(said: str, name: str) -> None:
    session = Session.of("hall")
    cabinet = _named(session.state.scene, "cabinet")
    there = _at(session.state.scene, cabinet.id)
    session.say("remove the cabinet")
    session.say(said)
    now = _at(session.state.scene, _named(session.state.scene, name).id)
    assert math.dist(now, there) < 0.5  # as near as its depth lets it stand to the wall


def test_what_is_there_goes_where_another_thing_was_before_it_was_moved() -> None:
    session = Session.of("hall")
    cabinet = _named(session.state.scene, "cabinet").id
    there = _at(session.state.scene, cabinet)
    cat = _named(session.state.scene, "cat").id
    session.say("move the cabinet 2 m forward")
    session.say("put the cat where the cabinet was")
    assert math.dist(_at(session.state.scene, cat), there) < 0.5


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("put a chair where the cabinet was", "has not been moved"),
        ("put a chair where the piano was", "no piano that was there"),
        ("put a chair where it was", "nothing that was moved"),
    ],
)
def test_a_place_that_nothing_left_is_told(said: str, told: str) -> None:
    with pytest.raises(NothingChanged, match=told):
        Session.of("hall").say(said)
