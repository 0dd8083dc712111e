"""A canonical scene is well-formed or it is refused."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from schemas.ids import NodeId, asset_id, event_order, is_safe_id
from schemas.model import Vec3
from schemas.scene import (
    AreaLight,
    Color,
    Component,
    Dynamic,
    Node,
    Primitive,
    Scene,
    SpotLight,
    parents_first,
)
from tests.strategies.pace import PROPERTY
from tests.strategies.scenes import scenes

WHITE = Color(r=1, g=1, b=1)


def node(node_id: str, parent: str | None = None) -> Node:
    return Node(id=NodeId(node_id), name=node_id, parent_id=NodeId(parent) if parent else None)


def test_parents_come_before_their_children_and_order_is_kept_otherwise() -> None:
    given_order = [node("leg", "table"), node("room"), node("table", "room"), node("lamp")]
    assert [n.id for n in parents_first(given_order)] == ["room", "lamp", "table", "leg"]


@PROPERTY
@given(scenes(), st.randoms(use_true_random=False))
def test_any_order_of_nodes_gives_the_same_scene(scene: Scene, random: Random) -> None:
    shuffled = list(scene.nodes.values())
    random.shuffle(shuffled)
    again = Scene.of(scene.name, shuffled, scene.skybox)
    assert again == scene
    ids = list(again.nodes)
    assert all(
        n.parent_id is None or ids.index(n.parent_id) < ids.index(n.id)
        for n in again.nodes.values()
    )


@PROPERTY
@given(scenes())
def test_a_scene_survives_json(scene: Scene) -> None:
    assert Scene.model_validate_json(scene.model_dump_json()) == scene


@pytest.mark.parametrize(
    ("nodes", "cause"),
    [
        ({"a": node("b")}, "filed under 'a'"),
        ({"a": node("a", "gone")}, "no parent 'gone'"),
        ({"a": node("a", "a")}, "its own ancestor"),
        ({"a": node("a", "b"), "b": node("b", "a")}, "its own ancestor"),
    ],
)
def test_a_scene_that_hangs_together_badly_is_refused(nodes: object, cause: str) -> None:
    with pytest.raises(ValidationError, match=cause):
        Scene.model_validate({"name": "s", "nodes": nodes})


def test_nodes_in_a_circle_can_not_be_ordered() -> None:
    with pytest.raises(ValueError, match="each other's parents"):
        Scene.of("s", [node("a", "b"), node("b", "a")])


def test_a_subtree_is_a_node_and_all_below_it() -> None:
    scene = Scene.of("s", [node("a"), node("b", "a"), node("c", "b"), node("d")])
    assert scene.subtree("a") == ["a", "b", "c"]
    assert [n.id for n in scene.children(None)] == ["a", "d"]


def test_a_scene_names_the_meshes_it_shows() -> None:
    shown = node("a").model_copy(
        update={"components": (Primitive(shape="cube", color=WHITE), Dynamic(id="oak-table"))}
    )
    assert shown.asset() == "oak-table"
    assert Scene.of("s", [shown, node("b")]).assets() == {"oak-table"}


@pytest.mark.parametrize(
    ("shape", "sizes"),
    [("disk", {"width": 1.0, "height": 1.0}), ("rectangle", {"radius": 1.0}), ("rectangle", {})],
)
def test_an_area_light_has_what_its_shape_is_measured_by(
    shape: str, sizes: dict[str, float]
) -> None:
    with pytest.raises(ValidationError, match="needs a"):
        AreaLight.model_validate({"color": WHITE, "shape": shape, "range": 3.0, **sizes})


def test_components_are_told_apart_by_their_type_and_a_lights_own() -> None:
    component: TypeAdapter[Component] = TypeAdapter(Component)
    light = {
        "component_type": "light",
        "type": "spot",
        "color": WHITE,
        "range": 5,
        "spot_angle": 30,
    }
    assert isinstance(component.validate_python(light), SpotLight)
    with pytest.raises(ValidationError):
        component.validate_python({**light, "type": "lava"})


@pytest.mark.parametrize("broken", [float("nan"), float("inf"), "wide"])
def test_a_place_is_three_finite_numbers(broken: object) -> None:
    with pytest.raises(ValidationError):
        Vec3.model_validate({"x": broken})


def test_a_member_nobody_knows_is_an_error() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Node.model_validate({"id": "a", "name": "a", "positon": {}})


def test_nothing_of_a_scene_can_be_changed_in_place() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        node("a").name = "b"  # type: ignore[misc]


def test_event_ids_sort_by_their_numbers() -> None:
    assert sorted(["10-0", "9-0", "9-10", "9-9", "9"], key=event_order) == [
        "9-0",
        "9",
        "9-9",
        "9-10",
        "10-0",
    ]


def test_the_same_wish_has_the_same_asset_id_everywhere() -> None:
    assert asset_id("red chair") == asset_id("red chair") != asset_id("chair")
    assert is_safe_id(asset_id("красный стул"))


@pytest.mark.parametrize("text", ["", "../x", "a/b", "a b", "é", "-a", "a" * 129, "a\n"])
def test_what_could_leave_a_key_or_a_folder_is_no_safe_id(text: str) -> None:
    assert not is_safe_id(text)
