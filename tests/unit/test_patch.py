"""Patches: exactly what changed, undone by their inverse, refused where they do not fit."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.errors import Category
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.patch import Operation, PatchRefused, apply, between, document
from schemas.scene import Node, Scene
from tests.strategies.pace import PROPERTY
from tests.strategies.scenes import edited, scenes

CHAIR = Node(id=NodeId("chair"), name="chair")
ROOM = Scene.of("room", [CHAIR])


@PROPERTY
@given(scenes(), scenes())
def test_a_patch_between_any_two_scenes_leads_from_one_to_the_other(a: Scene, b: Scene) -> None:
    there = json.loads(json.dumps(between(a, b)))
    assert apply(a, there) == b


@PROPERTY
@given(st.data())
def test_the_inverse_undoes(data: st.DataObject) -> None:
    before = data.draw(scenes())
    after = data.draw(edited(before))
    assert apply(apply(before, between(before, after)), between(after, before)) == before


@PROPERTY
@given(scenes())
def test_equal_scenes_need_no_patch(scene: Scene) -> None:
    assert between(scene, scene.model_copy()) == []


def test_only_what_changed_is_named_and_it_is_guarded() -> None:
    moved = Scene.of("room", [CHAIR.model_copy(update={"position": Vec3(x=1)})])
    path = "/nodes/chair/position"
    assert between(ROOM, moved) == [
        {"op": "test", "path": path, "value": {"x": 0.0, "y": 0.0, "z": 0.0}},
        {"op": "replace", "path": path, "value": {"x": 1.0, "y": 0.0, "z": 0.0}},
    ]


def test_a_patch_for_another_scene_is_refused_as_a_conflict() -> None:
    moved = Scene.of("room", [CHAIR.model_copy(update={"position": Vec3(x=1)})])
    elsewhere = Scene.of("room", [CHAIR.model_copy(update={"position": Vec3(z=9)})])
    with pytest.raises(PatchRefused, match="newest revision") as refused:
        apply(elsewhere, between(ROOM, moved))
    assert refused.value.category is Category.CONFLICT


def test_a_patch_changes_a_copy() -> None:
    before = document(ROOM)
    apply(ROOM, [{"op": "replace", "path": "/name", "value": "hall"}])
    assert document(ROOM) == before


@pytest.mark.parametrize(
    "operation",
    [
        {},
        {"op": "explode", "path": "/name"},
        {"op": "replace", "path": "name", "value": "x"},
        {"op": "remove", "path": "/nodes/sofa"},
        {"op": "replace", "path": "", "value": []},
        {"op": "replace", "path": "/nodes", "value": []},
        {"op": "replace", "path": "/nodes", "value": None},
        {"op": "replace", "path": "/nodes/chair", "value": "a chair"},
        {"op": "replace", "path": "/nodes/chair/scale/x", "value": "wide"},
        {"op": "replace", "path": "/nodes/chair/id", "value": "sofa"},
        {"op": "add", "path": "/nodes/sofa", "value": {"id": "chair", "name": "sofa"}},
        {"op": "add", "path": "/nodes/chair/parent_id", "value": "nowhere"},
        {"op": "add", "path": "/nodes/chair/parent_id", "value": "chair"},
        {"op": "add", "path": "/nodes/chair/colour", "value": "red"},
        {"op": "remove", "path": "/name"},
        {"op": "add", "path": "/skybox", "value": {"type": "lava"}},
    ],
)
def test_a_patch_that_gives_no_valid_scene_is_refused(operation: Operation) -> None:
    with pytest.raises(PatchRefused):
        apply(ROOM, [operation])


def test_a_patch_may_pass_through_what_is_not_valid() -> None:
    child = Node(id=NodeId("cushion"), name="cushion", parent_id=CHAIR.id)
    scene = apply(
        Scene.of("room", [CHAIR, child]),
        [
            {"op": "remove", "path": "/nodes/chair"},
            {"op": "replace", "path": "/nodes/cushion/parent_id", "value": None},
        ],
    )
    assert list(scene.nodes) == ["cushion"]
