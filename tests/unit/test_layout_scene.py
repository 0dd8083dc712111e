"""A layout becomes a canonical scene: shell, light, sky, holders, children of what carries them."""

from __future__ import annotations

import pytest

from consumers.layout import build_scene, is_shell, item_nodes, lay_out, placed_of, room_of
from consumers.layout.scenes.palette import paint
from consumers.lexicon.words.nouns import noun_table
from schemas.decomposition import (
    Decomposition,
    LightWish,
    Relation,
    RelationKind,
    Setting,
    Wish,
)
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.recipe import Recipe
from schemas.scene import (
    DirectionalLight,
    Dynamic,
    GradientSkybox,
    PointLight,
    Primitive,
    Scene,
    SunSkybox,
)
from schemas.transform import worlds


def wish(noun: str, color: str | None = None) -> Wish:
    recipe = Recipe(noun=noun, label=noun, size=noun_table()[noun].size, color=color)
    node = NodeId(noun.replace(" ", "-"))
    return Wish(id=node, name=noun, slot=noun, recipe=recipe, prompt=noun)


def decomposition(
    *nouns: str, lights: tuple[LightWish, ...] = (), **setting: object
) -> Decomposition:
    on = Relation(subject=NodeId("vase"), kind=RelationKind.ON, targets=(NodeId("table"),))
    return Decomposition(
        name="A scene",
        setting=Setting.model_validate({"name": "living room", **setting}),
        wishes=tuple(wish(noun) for noun in nouns),
        relations=(on,) if {"vase", "table"} <= set(nouns) else (),
        lights=lights,
    )


def blocked(asked: Decomposition) -> Scene:
    return build_scene(asked, lay_out(asked))


def test_every_thing_is_a_holder_with_a_box_until_its_mesh_is_there() -> None:
    asked = decomposition("table", "vase")
    scene = build_scene(asked, lay_out(asked), {"table": "asset-1"})
    table, box = scene.nodes[NodeId("table")], scene.nodes[NodeId("vase-box")]
    assert table.components == (Dynamic(id="asset-1"),)
    assert table.scale == Vec3(x=1, y=1, z=1)
    assert NodeId("table-box") not in scene.nodes
    assert (box.scale, box.position) == (Vec3(x=0.18, y=0.3, z=0.18), Vec3(y=0.15))
    assert scene.nodes[NodeId("vase")].components == ()


def test_a_box_has_the_colour_that_was_wished() -> None:
    asked = Decomposition(name="x", wishes=(wish("sofa", color="#336699"),))
    (box,) = blocked(asked).nodes[NodeId("sofa-box")].components
    assert isinstance(box, Primitive)
    assert box.color == paint("#336699")


def test_what_stands_on_something_is_its_child_and_is_where_the_layout_says() -> None:
    asked = decomposition("sofa", "table", "vase", "cushion", "coffee table")
    layout = lay_out(asked, seed=5)
    scene = build_scene(asked, layout)
    world = worlds(scene)
    assert scene.nodes[NodeId("vase")].parent_id == "table"
    for node, placed in layout.placed.items():
        at, there = world[node].position, placed.position
        assert (at.x, at.y, at.z) == pytest.approx((there.x, there.y, there.z), abs=1e-3)


def test_a_room_has_a_floor_three_walls_and_an_open_front() -> None:
    scene = blocked(decomposition("sofa", width=5.0, depth=4.0, height=2.5))
    names = [n.name for n in scene.nodes.values() if is_shell(n.id)]
    floor = scene.nodes[NodeId("room-floor")]
    assert names[:5] == ["Living Room", "Floor", "Back Wall", "Left Wall", "Right Wall"]
    assert (floor.scale, floor.position.y) == (Vec3(x=5, y=0.1, z=4), -0.05)
    assert isinstance(scene.skybox, GradientSkybox)


def test_outdoors_there_is_ground_and_a_sky_with_the_sun_where_its_light_comes_from() -> None:
    scene = blocked(decomposition("tree", kind="outdoor", name="park", ground="grass"))
    assert scene.nodes[NodeId("room-floor")].name == "Ground"
    assert NodeId("room-back-wall") not in scene.nodes
    assert isinstance(scene.skybox, SunSkybox)
    assert scene.skybox.sun_vector.y > 0.5


@pytest.mark.parametrize("time", ["day", "sunset", "night"])
def test_there_is_always_a_sun_with_soft_shadows(time: str) -> None:
    (sun,) = blocked(decomposition("sofa", time=time)).nodes[NodeId("room-sun")].components
    assert isinstance(sun, DirectionalLight)
    assert sun.shadow_type == "soft_shadows"


def test_lamps_give_light_at_night() -> None:
    by_day = blocked(decomposition("floor lamp"))
    at_night = blocked(decomposition("floor lamp", time="night"))
    lit = set(at_night.nodes) - set(by_day.nodes)
    assert lit == {"floor-lamp-light"}
    assert isinstance(at_night.nodes[NodeId("floor-lamp-light")].components[0], PointLight)


def test_lights_that_words_ask_for_are_there() -> None:
    lights = (LightWish(kind="spot", color="#ff0000"), LightWish(kind="directional", intensity=3))
    scene = blocked(decomposition("sofa", lights=lights))
    sun = scene.nodes[NodeId("room-sun")].components[0]
    spot = scene.nodes[NodeId("room-light-1")].components[0]
    assert isinstance(sun, DirectionalLight)
    assert sun.intensity == 3
    assert spot.component_type == "light"
    assert spot.color == paint("#ff0000")


def test_colours_of_the_shell_follow_words() -> None:
    scene = blocked(decomposition("sofa", wall_color="navy", floor_color="#aabbcc"))
    (floor,) = scene.nodes[NodeId("room-floor")].components
    assert isinstance(floor, Primitive)
    assert floor.color == paint("#aabbcc")


def test_a_room_divider_is_no_part_of_the_shell() -> None:
    assert not is_shell("room-divider")
    assert is_shell("room-light-2")


@pytest.mark.parametrize("kind", ["room", "outdoor"])
def test_a_scene_reads_back_as_it_was_laid_out(kind: str) -> None:
    asked = decomposition("sofa", "table", "vase", "rug", "picture frame", kind=kind)
    layout = lay_out(asked)
    scene = build_scene(asked, layout)
    sizes = {w.id: w.recipe.size for w in asked.wishes}
    room = room_of(scene)
    assert (room.kind, room.width, room.depth) == (kind, layout.room.width, layout.room.depth)
    for read in placed_of(scene, sizes):
        laid = layout.placed[read.id]
        assert (read.on, read.kind, read.size) == (laid.on, laid.kind, laid.size)
        assert read.yaw == pytest.approx(laid.yaw)
        assert read.position.x == pytest.approx(laid.position.x, abs=1e-3)


def test_a_scene_without_a_floor_is_read_as_open_ground_around_its_nodes() -> None:
    room = room_of(Scene(name="empty"))
    assert (room.kind, room.width) == ("outdoor", 6.0)


def test_new_nodes_stay_true_below_a_parent_that_was_turned_and_scaled_by_hand() -> None:
    asked = decomposition("table", "vase")
    layout = lay_out(asked)
    scene = build_scene(asked, layout)
    table = scene.nodes[NodeId("table")]
    edited = table.model_copy(
        update={"rotation": Vec3(y=210), "scale": Vec3(x=2, y=2, z=2), "position": Vec3(x=1, z=1)}
    )
    scene = Scene.of("x", [edited if n.id == "table" else n for n in scene.nodes.values()])
    cup = wish("cup")
    there = layout.placed[NodeId("vase")]
    placed = {
        cup.id: type(there)(cup.id, Vec3(x=1.2, y=1.5, z=0.9), 180.0, (0.1, 0.1, 0.1), table.id)
    }
    (node, _) = item_nodes([cup], placed, {}, scene=scene)
    world = worlds(Scene.of("x", [*scene.nodes.values(), node]))[cup.id]
    at = world.position
    assert (at.x, at.y, at.z) == pytest.approx((1.2, 1.5, 0.9), abs=1e-3)
    assert world.scale.x == pytest.approx(1.0, abs=1e-5)
