"""Reading the shipping client's exports, and knowing whether a person changed something."""

from __future__ import annotations

import json
from typing import Any

import pytest

from schemas.errors import Category
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import AreaLight, Color, Dynamic, Node, PointLight, Primitive, Scene
from schemas.scene_v1 import BadSnapshot, read_snapshot, same, scene_document

RED = Color(r=1, g=0, b=0)
CHAIR = Node(id=NodeId("chair"), name="chair", components=(Dynamic(id="red-chair"),))


def export(*graph: Any, **others: Any) -> str:
    return json.dumps({"name": "room", "graph": list(graph), **others})


def one(**changes: Any) -> Scene:
    return Scene.of("room", [CHAIR.model_copy(update=changes)])


def test_a_hierarchy_is_read_from_nesting_and_never_from_parent_id() -> None:
    cup = {"id": "cup", "name": "cup", "parent_id": "the table's name"}
    scene = read_snapshot(export({"id": "table", "parent_id": "nobody", "children": [cup]}))
    assert {n.id: n.parent_id for n in scene.nodes.values()} == {"table": None, "cup": "table"}


def test_what_the_client_leaves_out_has_its_default() -> None:
    scene = read_snapshot('{"graph": [{"id": "a"}]}')
    assert (scene.name, scene.skybox) == ("Scene", None)
    assert scene.nodes[NodeId("a")] == Node(id=NodeId("a"), name="a")


def test_a_transform_may_come_as_one_member() -> None:
    flat = {"position": {"x": 1, "y": 2, "z": 3}, "scale": {"x": 2, "y": 2, "z": 2}}
    assert read_snapshot(export({"id": "a", "transform": flat})) == read_snapshot(
        export({"id": "a", **flat})
    )


def test_nulls_are_as_good_as_absent() -> None:
    light = {
        "component_type": "light",
        "type": "area",
        "color": {"r": 1, "g": 0, "b": 0, "a": None},
        "shape": "disk",
        "range": 2.5,
        "radius": 1,
        "width": None,
        "mode": None,
    }
    item = {"id": "a", "name": None, "rotation": None, "components": [light], "children": None}
    light.pop("mode")
    node = read_snapshot(export(item, skybox=None)).nodes[NodeId("a")]
    assert node.components == (AreaLight(color=RED, shape="disk", range=2.5, radius=1),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "not json",
        '"a scene"',
        '{"graph": 5}',
        '{"graph": ["chair"]}',
        '{"graph": [{"name": "no id"}]}',
        '{"graph": [{"id": "a"}, {"id": "a"}]}',
        '{"graph": [{"id": "a", "position": {"x": NaN}}]}',
        '{"graph": [{"id": "a", "position": {"x": 1e999}}]}',
        '{"graph": [{"id": "a", "position": [1, 2, 3]}]}',
        '{"graph": [{"id": "a", "components": [{"component_type": "lava"}]}]}',
        '{"skybox": {"type": "lava"}}',
        "[" * 100_000,
    ],
    ids=lambda text: text[:40] or "nothing",
)
def test_an_export_that_is_none_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(BadSnapshot, match="export it again") as refused:
        read_snapshot(text)
    assert refused.value.category is Category.BAD_INPUT


def test_no_null_is_sent_but_where_the_contract_has_one() -> None:
    lamp = Node(
        id=NodeId("lamp"),
        name="lamp",
        components=(AreaLight(color=RED, shape="disk", range=1, radius=1), Dynamic(id="x")),
    )
    document = scene_document(Scene.of("room", [lamp]))
    assert document["skybox"] is None
    sent = document["graph"][0]
    assert sorted(sent) == [
        "children",
        "components",
        "id",
        "name",
        "parent_id",
        "position",
        "rotation",
        "scale",
    ]
    assert None not in sent["components"][0].values()


@pytest.mark.parametrize(
    "changed",
    [
        one(position=Vec3(x=0.01)),
        one(rotation=Vec3(y=1)),
        one(scale=Vec3(x=1.01, y=1, z=1)),
        one(name="sofa"),
        one(components=(Dynamic(id="blue-chair"),)),
        one(components=()),
        one(id=NodeId("sofa")),
        Scene.of("room", [CHAIR, Node(id=NodeId("cup"), name="cup")]),
        Scene.of("room", []),
    ],
)
def test_a_change_that_a_person_sees_is_a_change(changed: Scene) -> None:
    assert not same(changed, one())


@pytest.mark.parametrize(
    "exported",
    [
        one(),
        one(position=Vec3(x=0.0004)),
        one(rotation=Vec3(y=360)),
        one(rotation=Vec3(x=180, y=180, z=180)),
        one(scale=Vec3(x=1.0000002, y=1, z=1)),
    ],
)
def test_single_precision_and_other_angles_are_no_change(exported: Scene) -> None:
    assert same(exported, one())


def test_colours_count_and_lights_of_two_colours_are_two() -> None:
    cube = one(components=(Primitive(shape="cube", color=RED),))
    assert not same(one(components=(Primitive(shape="cube", color=Color(r=0, g=1, b=0)),)), cube)
    assert same(one(components=(Primitive(shape="cube", color=Color(r=1.0, g=1e-7, b=0)),)), cube)
    lamp = one(components=(PointLight(color=RED, range=1), Dynamic(id="lamp")))
    assert same(one(components=lamp.nodes[CHAIR.id].components[::-1]), lamp)


@pytest.mark.parametrize(
    ("was", "became"),
    [
        (Vec3(x=0.001, y=0.001, z=0.001), Vec3(x=0.0011, y=0.0011, z=0.0011)),  # a mesh in mm
        (Vec3(x=10, y=3, z=0.1), Vec3(x=10, y=3, z=0.105)),  # a wall gets thicker
    ],
)
def test_a_small_thing_changes_in_its_own_measure(was: Vec3, became: Vec3) -> None:
    assert not same(one(scale=became), one(scale=was))
    assert same(one(scale=was.model_copy(update={"x": was.x * 1.0001})), one(scale=was))
