"""What two scenes differ in, by name, whatever their ids are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from schemas.comparison import compare
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Color, GradientSkybox, Node, Primitive, Scene
from tests.strategies.pace import PROPERTY
from tests.strategies.scenes import edited, scenes

RED, BLUE = (Primitive(shape="cube", color=Color(r=r, g=0, b=1 - r)) for r in (1, 0))


def node(name: str, x: float = 0, **members: object) -> Node:
    members = {"id": NodeId(name), "components": (RED,), **members}
    return Node.model_validate({"name": name, "position": Vec3(x=x), **members})


def test_each_difference_is_named_once() -> None:
    sky = Color(r=0, g=0, b=1)
    before = Scene.of("room", [node("desk"), node("chair"), node("plant", 1), node("lamp")])
    after = Scene.of(
        "room",
        [node("desk"), node("plant", 1.4), node("lamp", components=(BLUE,)), node("cat")],
        GradientSkybox(color1=sky, color2=sky),
    )
    found = compare(before, after)
    assert [n.name for n in found.added] == ["cat"]
    assert [n.name for n in found.removed] == ["chair"]
    assert [(c.before.name, round(c.moved_m, 3)) for c in found.moved] == [("plant", 0.4)]
    assert [(c.before.name, [m.name for m in c.members]) for c in found.changed] == [
        ("plant", ["position"]),
        ("lamp", ["components"]),
    ]
    assert found.same == 1
    assert found.sky is not None
    assert not found.is_empty


def test_objects_of_other_ids_are_paired_by_a_name_that_both_have_once() -> None:
    one = Scene.of("a", [node("desk", id="d1"), node("cup", id="c1", parent_id="d1")])
    other = Scene.of("b", [node("desk", id="d2"), node("cup", 1, id="c2", parent_id="d2")])
    found = compare(one, other)
    assert [c.before.name for c in found.moved] == ["cup"]
    assert (found.added, found.removed, found.same) == ((), (), 1)
    twins = Scene.of("c", [node("cup", id="x"), node("cup", id="y")])
    assert len(compare(one, twins).added) == 2  # which of them it was nobody knows


def test_a_scene_that_is_not_there_has_nothing_in_it() -> None:
    room = Scene.of("room", [node("desk")])
    assert [n.name for n in compare(None, room).added] == ["desk"]
    assert [n.name for n in compare(room, None).removed] == ["desk"]
    assert compare(None, None).is_empty


@PROPERTY
@given(st.data())
def test_no_difference_is_told_of_equal_scenes_and_some_of_others(data: st.DataObject) -> None:
    scene = data.draw(scenes())
    assert compare(scene, scene).is_empty
    other = data.draw(edited(scene))
    found = compare(scene, other)
    same = (other.nodes, other.skybox) == (scene.nodes, scene.skybox)
    assert found.is_empty == same
    assert found.same + len(found.changed) + len(found.removed) == len(scene.nodes)
    assert found.same + len(found.changed) + len(found.added) == len(other.nodes)
