"""A hand's changes at the client, carried over to the scene as it is by now."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.hand_edits import rebased
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Color, GradientSkybox, Node, PointLight, Scene
from schemas.scene_v1 import same
from tests.strategies.pace import PROPERTY
from tests.strategies.scenes import edited, scenes

WHITE, RED = Color(r=1, g=1, b=1), Color(r=1, g=0, b=0)
SKY, DUSK = GradientSkybox(color1=WHITE, color2=WHITE), GradientSkybox(color1=RED, color2=WHITE)


def node(name: str, x: float = 0.0, below: str | None = None, light: float | None = None) -> Node:
    shown = () if light is None else (PointLight(color=WHITE, range=2, intensity=light),)
    parent = None if below is None else NodeId(below)
    return Node(id=NodeId(name), name=name, parent_id=parent, position=Vec3(x=x), components=shown)


def scene(*nodes: Node, sky: GradientSkybox | None = None) -> Scene:
    return Scene.of("room", nodes, sky)


TABLE, CHAIR = node("table"), node("chair")
BOTH = (TABLE, CHAIR)

CASES: dict[str, tuple[Sequence[Node], Sequence[Node], Sequence[Node], Sequence[Node]]] = {
    # what was shown, what the hand made of it, what we made of it meanwhile: what holds
    "nothing by hand": (BOTH, BOTH, (TABLE, node("chair", 1)), (TABLE, node("chair", 1))),
    "moved by hand": (BOTH, (TABLE, node("chair", 2)), BOTH, (TABLE, node("chair", 2))),
    "each moved another": (
        BOTH, (TABLE, node("chair", 2)), (node("table", 1), CHAIR),
        (node("table", 1), node("chair", 2)),
    ),
    "both moved the same": (BOTH, (TABLE, node("chair", 2)), (TABLE, node("chair", 1)),
                            (TABLE, node("chair", 1))),
    "moved by hand and relit by us": (
        [node("lamp", 0, light=1)], [node("lamp", 2, light=1)], [node("lamp", 0, light=5)],
        [node("lamp", 2, light=5)],
    ),
    "relit by hand": ([node("lamp", light=1)], [node("lamp", light=5)], [node("lamp", light=1)],
                      [node("lamp", light=5)]),
    "removed by hand": (BOTH, (TABLE,), BOTH, (TABLE,)),
    "removed by us": (BOTH, (TABLE, node("chair", 2)), (TABLE,), (TABLE,)),
    "added by both": (BOTH, (*BOTH, node("cup", 3)), (*BOTH, node("lamp", 4)),
                      (*BOTH, node("lamp", 4), node("cup", 3))),
    "hung below by hand": (BOTH, (TABLE, node("chair", 0, "table")), BOTH,
                           (TABLE, node("chair", 0, "table"))),
    "ours below what a hand removed": (BOTH, (CHAIR,), (*BOTH, node("cup", 0, "table")), (CHAIR,)),
    "a hand's below what we removed": (
        BOTH, (*BOTH, node("cup", 0, "table")), (CHAIR,), (CHAIR,),
    ),
    "rounding": (BOTH, (node("table", 0.0004), CHAIR), BOTH, BOTH),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_hands_changes_and_ours_hold_together(case: str) -> None:
    shown, snapshot, ours, wanted = (scene(*nodes) for nodes in CASES[case])
    assert rebased(shown, snapshot, ours) == wanted


def test_two_things_hung_below_each_other_are_as_the_hand_has_them() -> None:
    by_hand = scene(TABLE, node("chair", 0, "table"))
    by_us = scene(CHAIR, node("table", 0, "chair"))
    assert rebased(scene(*BOTH), by_hand, by_us) == by_hand


@pytest.mark.parametrize(
    ("by_hand", "by_us", "wanted"),
    [(SKY, SKY, SKY), (DUSK, SKY, DUSK), (SKY, DUSK, DUSK), (None, SKY, SKY), (DUSK, None, None)],
)
def test_the_sky_is_whoevers_changed_it(
    by_hand: GradientSkybox | None, by_us: GradientSkybox | None, wanted: GradientSkybox | None
) -> None:
    shown, snapshot, ours = (scene(TABLE, sky=sky) for sky in (SKY, by_hand, by_us))
    assert rebased(shown, snapshot, ours).skybox == wanted


def test_a_name_that_no_update_could_tell_the_client_of_is_no_change_by_hand() -> None:
    ours = scene(TABLE)
    assert rebased(ours, ours.model_copy(update={"name": "an earlier one"}), ours) == ours


def test_a_clients_own_scene_is_taken_whole() -> None:
    theirs = Scene.of("mine", BOTH, SKY)
    assert rebased(Scene(name="mine"), theirs, Scene(name="mine")) == theirs


@PROPERTY
@given(st.data())
def test_where_we_changed_nothing_the_hand_has_its_way(data: st.DataObject) -> None:
    shown = data.draw(scenes())
    by_hand = data.draw(edited(shown))
    assert same(rebased(shown, by_hand, shown), by_hand)


@PROPERTY
@given(st.data())
def test_where_the_hand_changed_nothing_ours_is_the_same_to_the_bit(data: st.DataObject) -> None:
    shown = data.draw(scenes().filter(lambda drawn: drawn.nodes))
    ours = data.draw(edited(shown))
    assert rebased(shown, shown, ours) == ours
