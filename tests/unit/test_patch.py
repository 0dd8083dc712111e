"""Patches: exactly what changed, undone by their inverse, refused where they do not fit."""

from __future__ import annotations

import copy
import json

import jsonpatch
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


VALUES = st.sampled_from(
    [document(Scene.of("x", [Node(id=NodeId(n), name=n)]))["nodes"][n] for n in ("a", "b", "c")]
)
PLACES = st.sampled_from(
    [
        "/nodes/a", "/nodes/b", "/nodes/c", "/nodes/a/name", "/nodes/b/parent_id", "/nodes/c/id",
        "/name", "/skybox", "/nodes", "", "/nodes/a/position/x", "/nodes/b/components/0", "nodes",
    ]
)  # fmt: skip
OPERATIONS = st.one_of(
    st.builds(lambda path: {"op": "remove", "path": path}, PLACES),
    st.builds(
        lambda op, path, value: {"op": op, "path": path, "value": value},
        st.sampled_from(["add", "replace", "test"]),
        PLACES,
        VALUES | st.sampled_from(["a", "b", "name", None, 1.5]),
    ),
    st.builds(
        lambda op, there, here: {"op": op, "from": there, "path": here},
        st.sampled_from(["move", "copy"]),
        PLACES,
        PLACES,
    ),
)


@PROPERTY
@given(st.lists(OPERATIONS, max_size=5))
def test_a_patch_of_some_nodes_gives_what_one_of_the_whole_document_gives(
    patch: list[Operation],
) -> None:
    parent = Node(id=NodeId("b"), name="b")
    child = Node(id=NodeId("a"), name="a", parent_id=NodeId("b"))
    before = Scene.of("three", [parent, child, Node(id=NodeId("c"), name="c")])
    given_patch = copy.deepcopy(patch)
    try:
        whole = jsonpatch.apply_patch(document(before), copy.deepcopy(patch))
        nodes = [Node.model_validate(n) for n in whole["nodes"].values()]
        assert [n.id for n in nodes] == list(whole["nodes"])
        Scene.model_validate({**whole, "nodes": {}})
        expected = Scene.of(whole["name"], nodes, whole["skybox"])
    except Exception:  # noqa: BLE001 - whatever is wrong with the document, the patch is refused
        with pytest.raises(PatchRefused):
            apply(before, patch)
    else:
        after = apply(before, patch)
        assert after == expected
        assert list(after.nodes) == list(expected.nodes)
    assert patch == given_patch
