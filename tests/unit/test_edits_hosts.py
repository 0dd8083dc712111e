"""Things that carry others, primitives that a hand made, and the room itself under edits."""

from __future__ import annotations

import pytest

from consumers.layout import Layout, Placed, build_scene
from consumers.layout import Room as Space
from schemas.decomposition import Decomposition, Relation, RelationKind, Setting, Wish
from schemas.edits import Edit, Move, Recolor, Replace, Resize, Rotate
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.recipe import Recipe
from schemas.scene import Color, Node, Primitive, Scene
from schemas.transform import lengths, worlds
from tests.edit_account import faults, strays
from tests.edited_scenes import Room, asset, room
from tests.random_edits import Done, done

TABLE, VASE, BLOCK = NodeId("table"), NodeId("vase"), NodeId("block")


def hall(*changed: Node) -> Room:
    here = room("hall")
    return Room(
        Scene.of("hall", ({**here.scene.nodes, **{n.id: n for n in changed}}).values()), here.assets
    )


def vase(**members: object) -> Node:
    return room("hall").scene.nodes[VASE].model_copy(update=members)


def block(**members: object) -> Node:
    """A cube of half a metre that stands on the floor, its origin in its middle."""
    cube = Primitive(shape="cube", color=Color(r=1, g=1, b=1))
    here = Node(
        id=BLOCK, name="block", position=Vec3(x=2.5, y=0.25, z=1.0),
        scale=Vec3(x=0.5, y=0.5, z=0.5), components=(cube,),
    )  # fmt: skip
    return here.model_copy(update=members)


def after(here: Room, *edits: Edit) -> Done:
    result = done(here, edits)
    assert (faults(result), strays(result)) == ([], [])
    return result


def size(scene: Scene, node: NodeId) -> tuple[float, float, float]:
    long = lengths(worlds(scene)[node].linear)
    return round(long.x, 3), round(long.y, 3), round(long.z, 3)


@pytest.mark.parametrize("yaw", [0.0, 30.0, 90.0, 200.0])
@pytest.mark.parametrize("axes", [(1.0, 1.0, 1.0), (1.5, 1.0, 1.0), (1.0, 1.3, 0.8)])
def test_a_guest_keeps_its_size_and_place_when_its_carrier_grows(
    yaw: float, axes: tuple[float, float, float]
) -> None:
    result = after(hall(vase(rotation=Vec3(y=yaw))), Resize(node=TABLE, factor=1.1, axes=axes))
    was, now = result.before.scene, result.after.scene
    assert size(now, VASE) == size(was, VASE) == (1.0, 1.0, 1.0)
    there, here = worlds(now)[VASE].position, worlds(was)[VASE].position
    assert (there.x, there.z) == pytest.approx((here.x, here.z), abs=1e-3)
    assert there.y == pytest.approx(0.75 * 1.1 * axes[1], abs=1e-3)


def test_a_thing_keeps_its_size_when_it_turns_on_a_stretched_carrier() -> None:
    wide = room("hall").scene.nodes[TABLE].model_copy(update={"scale": Vec3(x=1.4, y=1, z=1)})
    result = after(hall(wide, vase(scale=Vec3(x=1 / 1.4, y=1, z=1))), Rotate(node=VASE, degrees=90))
    assert size(result.after.scene, VASE) == (1.0, 1.0, 1.0)


def test_what_stands_in_a_shelf_stays_in_it_when_that_grows() -> None:
    shelf, book = NodeId("shelf"), NodeId("book")
    places = {
        shelf: Placed(shelf, Vec3(z=2.0), 180.0, (1.0, 1.8, 0.4)),
        book: Placed(book, Vec3(x=0.2, y=0.93, z=2.0), 180.0, (0.05, 0.25, 0.2), shelf, "inside"),
    }
    wishes = [
        Wish(id=n, name=str(n), slot=str(n), prompt=str(n),
             recipe=Recipe(noun=noun, label=str(n), size=places[n].size))
        for n, noun in ((shelf, "bookshelf"), (book, "book"))
    ]  # fmt: skip
    asked = Decomposition(name="study", setting=Setting(), wishes=tuple(wishes))
    space = Space(kind="room", width=6, depth=5, height=2.8)
    scene = build_scene(asked, Layout(space, places), {str(n): str(n) for n in places})
    here = Room(scene, {str(w.id): asset(str(w.id), w.recipe) for w in wishes})
    result = after(here, Resize(node=shelf, factor=1.2))
    placed = worlds(result.after.scene)[book].position
    assert result.after.scene.nodes[book].parent_id == shelf
    assert (placed.x, placed.y) == pytest.approx((0.24, 1.116), abs=1e-3)
    assert result.applied.unmet == ()


def test_a_guest_that_a_small_carrier_has_no_room_for_stands_on_the_floor() -> None:
    cat = Recipe(noun="cat", label="cat", size=(0.15, 0.25, 0.45))
    result = after(hall(), Replace(node=NodeId("cabinet"), slot="s", recipe=cat, prompt="cat"))
    lamp = worlds(result.after.scene)[NodeId("lamp-2")].position
    assert lamp.y == pytest.approx(0.0, abs=1e-3)


@pytest.mark.parametrize(
    "edit",
    [
        Move(node=BLOCK, by=Vec3(x=0.3)),
        Move(node=BLOCK, to=NodeId("cat")),
        Rotate(node=BLOCK, degrees=45),
        Resize(node=BLOCK, factor=2.0),
        Resize(node=BLOCK, factor=0.5),
    ],
)
def test_a_primitive_stands_on_the_floor_by_its_underside(edit: Edit) -> None:
    result = after(hall(block()), edit)
    assert result.before.scene != result.after.scene
    now = result.after.item("block")
    assert now.position.y == pytest.approx(0.0, abs=1e-3)


def test_a_primitive_that_becomes_a_mesh_stays_on_the_floor() -> None:
    ball = Recipe(noun="ball", label="ball", size=(0.3, 0.3, 0.3))
    result = after(hall(block()), Replace(node=BLOCK, slot="s", recipe=ball, prompt="ball"))
    assert worlds(result.after.scene)[BLOCK].position.y == pytest.approx(0.0, abs=1e-3)


def test_a_hand_tilted_thing_stays_tilted_where_it_is_moved_to() -> None:
    tilted = (
        room("hall").scene.nodes[NodeId("crate-1")].model_copy(update={"rotation": Vec3(z=20.0)})
    )
    result = done(hall(tilted), (Move(node=NodeId("crate-1"), to=NodeId("crate-3")),))
    assert result.after.scene.nodes[NodeId("crate-1")].rotation.z == pytest.approx(20.0, abs=0.01)


@pytest.mark.parametrize("part", ["room-floor", "room-left-wall", "room-back-wall"])
@pytest.mark.parametrize(
    "edit",
    [
        Move(node=TABLE, by=Vec3(x=1)),
        Rotate(node=TABLE, degrees=30),
        Resize(node=TABLE, factor=0.7),
    ],
)
def test_floor_and_walls_keep_their_place_and_size(part: str, edit: Move | Rotate | Resize) -> None:
    result = done(hall(), (edit.model_copy(update={"node": NodeId(part)}),))
    assert result.after.scene == result.before.scene
    (why,) = result.applied.unmet
    assert "part of the place" in why


def test_floor_and_walls_are_coloured() -> None:
    result = done(hall(), (Recolor(node=NodeId("room-floor"), color="#ff0000"),))
    assert result.after.scene != result.before.scene


@pytest.mark.parametrize(("node", "to"), [("table", "table"), ("vase", "table"), ("table", "vase")])
@pytest.mark.parametrize("swaps", [True, False])
def test_a_thing_does_not_take_its_own_place_or_its_carriers(
    node: str, to: str, swaps: bool
) -> None:
    result = done(hall(), (Move(node=NodeId(node), to=NodeId(to), swaps=swaps),))
    assert result.after.scene == result.before.scene
    assert len(result.applied.unmet) == 1


def test_what_stands_on_the_floor_does_not_hang_where_a_picture_hung() -> None:
    result = done(hall(), (Move(node=NodeId("red-sofa"), to=NodeId("picture")),))
    assert worlds(result.after.scene)[NodeId("red-sofa")].position.y == pytest.approx(0.0)
    assert faults(result) == []


def test_what_is_larger_than_a_table_does_not_swap_with_what_stands_on_it() -> None:
    result = done(hall(), (Move(node=NodeId("red-sofa"), to=VASE, swaps=True),))
    assert result.after.scene == result.before.scene
    assert result.applied.unmet == ("the red sofa is too large for the table",)


def test_a_thing_that_is_where_it_is_wanted_is_said_to_be_there() -> None:
    relation = Relation(kind=RelationKind.ON, subject=VASE, targets=(TABLE,))
    first = done(hall(), (Move(node=VASE, relation=relation),))
    again = done(first.after, (Move(node=VASE, relation=relation),))
    assert again.after.scene == first.after.scene
    assert again.applied.unmet == ("the vase is there already",)
