"""A scene reaches the shipping client, is edited there and comes back, and stays the same scene."""

from __future__ import annotations

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from schemas import scene_v1
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.patch import apply
from schemas.scene import Color, Dynamic, Node, Primitive, Scene
from schemas.transform import worlds
from tests.strategies.pace import PROPERTY
from tests.strategies.scenes import edited, scenes
from tests.unity.client import Client, GameObject
from tests.unity.quaternions import Array

RED = Color(r=1, g=0, b=0)


def shown(scene: Scene) -> Client:
    """A client that was sent ``scene``."""
    client = Client()
    client.create(json.dumps(scene_v1.scene_document(scene)))
    return client


def updated(before: Scene, after: Scene) -> Client:
    """A client that was sent ``before``, then the update to ``after``."""
    client = shown(before)
    client.apply(json.dumps(scene_v1.update_document(before, after)))
    return client


def assert_shows(client: Client, scene: Scene) -> None:
    """Same objects, below the same parents, at the same places of the world, looking the same."""
    assert client.logged == []
    assert client.objects.keys() == scene.nodes.keys()
    for node_id, world in worlds(scene).items():
        there, node = client.objects[node_id], scene.nodes[node_id]
        assert (there.parent.id if there.parent else None) == node.parent_id
        assert there.name == node.name
        matrix = there.local_to_world()
        at = world.position
        assert_near(matrix[:3, 3], np.array([at.x, at.y, at.z]))
        assert_near(matrix[:3, :3], np.array(world.linear))
        assert looks(there) == sorted(
            json.dumps(c.model_dump(mode="json", exclude_none=True), sort_keys=True)
            for c in node.components
        )


def assert_near(actual: Array, expected: Array) -> None:
    """The wire rounds to 1e-6, which up to eight levels of scaled parents amplify."""
    np.testing.assert_allclose(actual, expected, rtol=1e-4, atol=1e-4)


def looks(there: GameObject) -> list[str]:
    return sorted(json.dumps(c, sort_keys=True) for c in there.components)


def nested(*places: Vec3, scale: Vec3 | None = None, turn: Vec3 | None = None) -> Scene:
    """A chain of nodes n0 > n1 > ..., each at its local place; n0 is scaled and turned."""
    chain = [
        Node(
            id=NodeId(f"n{i}"),
            name="chair",
            parent_id=NodeId(f"n{i - 1}") if i else None,
            position=place,
            scale=(scale if i == 0 else None) or Vec3(x=1, y=1, z=1),
            rotation=(turn if i == 0 else None) or Vec3(),
        )
        for i, place in enumerate(places)
    ]
    return Scene.of("room", chain)


def edit(scene: Scene, node_id: str, **changes: object) -> Scene:
    node = scene.nodes[NodeId(node_id)].model_copy(update=changes)
    return Scene.of(scene.name, [node if n.id == node.id else n for n in scene.nodes.values()])


def test_a_child_is_sent_with_its_world_position_and_world_scale() -> None:
    scene = nested(Vec3(x=10), Vec3(z=1), scale=Vec3(x=2, y=2, z=2), turn=Vec3(y=90))
    child = scene_v1.scene_document(scene)["graph"][0]["children"][0]
    # Turned by 90 degrees about Y, forward is +X; at twice the size, 1 m is 2 m.
    assert child["position"] == {"x": 12.0, "y": 0.0, "z": 0.0}
    assert child["scale"] == {"x": 2.0, "y": 2.0, "z": 2.0}
    assert child["parent_id"] == "n0"


@PROPERTY
@given(scenes())
def test_the_client_builds_the_scene_that_was_meant(scene: Scene) -> None:
    client = shown(scene)
    assert_shows(client, scene)
    assert client.name == scene.name


@PROPERTY
@given(scenes())
def test_what_the_client_exports_is_the_scene_it_was_sent(scene: Scene) -> None:
    read = scene_v1.read_snapshot(shown(scene).export())
    assert_shows(shown(read), scene)
    assert scene_v1.same(read, scene)
    assert read.name == scene.name
    assert (read.skybox is None) == (scene.skybox is None)


@PROPERTY
@given(st.data())
def test_an_update_gives_the_client_exactly_the_edited_scene(data: st.DataObject) -> None:
    before = data.draw(scenes())
    after = data.draw(edited(before))
    client = updated(before, after)
    assert_shows(client, after)
    if after.skybox is not None:
        assert client.skybox == after.skybox.model_dump(mode="json", exclude_none=True)


@PROPERTY
@given(st.data())
def test_no_scene_seems_changed_by_an_update_alone(data: st.DataObject) -> None:
    before = data.draw(scenes())
    after = data.draw(edited(before))
    exported = scene_v1.read_snapshot(updated(before, after).export())
    assert scene_v1.same(exported, after)


@PROPERTY
@given(st.data())
def test_the_update_and_its_json_patch_give_the_same_scene(data: st.DataObject) -> None:
    before = data.draw(scenes())
    after = data.draw(edited(before))
    document = json.loads(json.dumps(scene_v1.update_document(before, after)))
    assert apply(before, document["json_patch"]) == after


@PROPERTY
@given(st.data())
def test_edits_in_a_row_do_not_drift(data: st.DataObject) -> None:
    scene = data.draw(scenes())
    client = shown(scene)
    for _ in range(3):
        changed = data.draw(edited(scene))
        client.apply(json.dumps(scene_v1.update_document(scene, changed)))
        scene = changed
    assert_shows(client, scene)


def test_an_unchanged_scene_needs_no_update() -> None:
    scene = nested(Vec3(x=1), Vec3(y=2))
    document = scene_v1.update_document(scene, scene)
    assert [v for k, v in document.items() if k != "name" and v] == []


def test_a_child_that_outlives_its_parent_is_built_anew() -> None:
    before = nested(Vec3(x=1), Vec3(y=2), Vec3(z=3))
    after = Scene.of("room", [before.nodes[NodeId("n1")].model_copy(update={"parent_id": None})])
    assert_shows(updated(before, after), after)


def test_a_child_moves_to_the_root_although_updates_can_not_say_so() -> None:
    before = nested(Vec3(x=1), Vec3(y=2), Vec3(z=3))
    after = edit(before, "n1", parent_id=None)
    assert_shows(updated(before, after), after)


def test_parent_and_child_change_places() -> None:
    before = nested(Vec3(x=1), Vec3(y=2), Vec3(z=3))
    after = edit(edit(before, "n2", parent_id=NodeId("n0")), "n1", parent_id=NodeId("n2"))
    assert_shows(updated(before, after), after)


def test_a_block_that_becomes_a_mesh_is_built_anew() -> None:
    block = Primitive(shape="cube", color=RED)
    before = edit(nested(Vec3(), Vec3(y=1)), "n0", components=(block,))
    after = edit(before, "n0", components=(Dynamic(id="oak-table"),))
    assert_shows(updated(before, after), after)


def test_another_mesh_is_a_regeneration_and_may_bring_another_name() -> None:
    before = edit(nested(Vec3()), "n0", components=(Dynamic(id="oak-table"),))
    after = edit(before, "n0", components=(Dynamic(id="glass"),), name="glass table")
    document = scene_v1.update_document(before, after, {"glass": "a glass table"})
    assert document["objects_to_regenerate"] == [
        {"id": "n0", "new_id": "glass", "new_name": "glass table", "prompt": "a glass table"}
    ]
    assert document["objects_to_add"] == document["objects_to_delete"] == []
    assert updated(before, after).objects["n0"].name == "glass table"


def test_a_mesh_taken_away_is_gone_at_the_client() -> None:
    before = edit(nested(Vec3()), "n0", components=(Dynamic(id="oak-table"),))
    after = edit(before, "n0", components=())
    assert_shows(updated(before, after), after)


def test_a_thing_with_another_name_is_built_anew_with_all_below_it() -> None:
    before = nested(Vec3(x=1), Vec3(y=2), Vec3(z=3))
    after = edit(before, "n1", name="armchair")
    document = scene_v1.update_document(before, after)
    assert document["objects_to_delete"] == ["n1"]
    [added] = document["objects_to_add"]
    assert [child["id"] for child in added["scene_object"]["children"]] == ["n2"]
    assert_shows(updated(before, after), after)


def test_a_deeper_place_changes_when_only_its_parent_moves() -> None:
    before = nested(Vec3(x=1), Vec3(y=2))
    after = edit(before, "n0", position=Vec3(x=5))
    document = scene_v1.update_document(before, after)
    assert document["objects_to_update"] == [{"id": "n0", "position": {"x": 5, "y": 0, "z": 0}}]
    assert_shows(updated(before, after), after)
