"""Editing a furnished room: what stands stays, what is added or moved fits in."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from consumers.layout import Layout, Placed, Unmet, lay_out, place_more, relocate
from consumers.lexicon.words.nouns import noun_table
from schemas.decomposition import Decomposition, Relation, RelationKind, Setting, Wish
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.recipe import Recipe

K = RelationKind
NOUNS = {
    NodeId(name): noun
    for name, noun in {
        "sofa": "sofa",
        "coffee": "coffee table",
        "table": "table",
        "vase": "vase",
        "shelf": "bookshelf",
        "rug": "rug",
    }.items()
}


def wish(name: str, noun: str) -> Wish:
    recipe = Recipe(noun=noun, label=noun, size=noun_table()[noun].size)
    return Wish(id=NodeId(name), name=name, slot=noun, recipe=recipe, prompt=noun)


def related(subject: str, kind: K, *targets: str) -> Relation:
    return Relation(subject=NodeId(subject), kind=kind, targets=tuple(NodeId(t) for t in targets))


@pytest.fixture(scope="module")
def room() -> Layout:
    wishes = tuple(wish(name, noun) for name, noun in NOUNS.items())
    on = related("vase", K.ON, "table")
    setting = Setting(name="living room", width=6, depth=5)
    return lay_out(Decomposition(name="x", setting=setting, wishes=wishes, relations=(on,)))


def standing(layout: Layout) -> list[Placed]:
    return list(layout.placed.values())


def test_new_things_fit_among_those_that_stand(room: Layout) -> None:
    wishes = [wish("cat", "cat"), wish("cup", "cup"), wish("plant", "potted plant")]
    relations = [related("cat", K.ON, "sofa"), related("cup", K.NEXT_TO, "vase")]
    more = place_more(room.room, standing(room), NOUNS, wishes, relations)
    assert set(more.placed) == {"cat", "cup", "plant"}
    assert more.unmet == ()
    assert (more.placed[NodeId("cat")].on, more.placed[NodeId("cup")].on) == ("sofa", "table")
    assert more.certificate is not None
    assert more.certificate.valid


def test_what_a_hand_put_askew_is_built_around(room: Layout) -> None:
    askew = [
        replace(p, yaw=p.yaw + 33.0, position=Vec3(x=p.position.x, y=p.position.y, z=0.5))
        for p in standing(room)
    ]
    more = place_more(room.room, askew, NOUNS, [wish("plant", "potted plant")], [])
    assert more.certificate is not None
    assert (more.certificate.collisions, more.certificate.out_of_bounds) == (0, 0)


def test_the_room_does_not_grow_for_what_does_not_fit(room: Layout) -> None:
    more = place_more(room.room, standing(room), NOUNS, [wish("house", "house")], [])
    assert more.placed == {}
    assert more.room == room.room
    assert "I left it out" in more.unmet[0].reason


def test_more_chairs_find_free_places_around_the_table(room: Layout) -> None:
    first = [wish(f"a{i}", "chair") for i in range(2)]
    asked = [related(w.id, K.AROUND, "table") for w in first]
    one = place_more(room.room, standing(room), NOUNS, first, asked)
    then = [wish(f"b{i}", "chair") for i in range(2)]
    asked = [related(w.id, K.AROUND, "table") for w in then]
    nouns = NOUNS | dict.fromkeys(one.placed, "chair")
    two = place_more(room.room, [*standing(room), *one.placed.values()], nouns, then, asked)
    assert (one.unmet, two.unmet) == ((), ())


def test_a_thing_moves_to_where_the_relation_says(room: Layout) -> None:
    moved = relocate(
        room.room, standing(room), NOUNS, NodeId("shelf"), related("shelf", K.RIGHT_OF, "sofa")
    )
    assert not isinstance(moved, Unmet)
    assert moved[0].position.x > room.placed[NodeId("sofa")].position.x


def test_what_stands_on_a_moved_thing_goes_along(room: Layout) -> None:
    moved = relocate(
        room.room, standing(room), NOUNS, NodeId("table"), related("table", K.IN_CORNER)
    )
    assert not isinstance(moved, Unmet)
    table, vase = moved
    old_table, old_vase = room.placed[NodeId("table")], room.placed[NodeId("vase")]
    assert (table.id, vase.id, vase.on) == ("table", "vase", "table")
    before = math.dist(*((p.position.x, p.position.z) for p in (old_table, old_vase)))
    after = math.dist(*((p.position.x, p.position.z) for p in (table, vase)))
    assert after == pytest.approx(before, abs=1e-4)
    assert table.position != old_table.position


def test_a_thing_that_should_face_another_turns_on_the_spot(room: Layout) -> None:
    moved = relocate(
        room.room, standing(room), NOUNS, NodeId("coffee"), related("coffee", K.FACING, "shelf")
    )
    assert not isinstance(moved, Unmet)
    assert moved[0].id == "coffee"


def test_a_move_that_can_not_be_is_said_and_moves_nothing(room: Layout) -> None:
    moved = relocate(
        room.room, standing(room), NOUNS, NodeId("sofa"), related("sofa", K.ON, "vase")
    )
    assert isinstance(moved, Unmet)
    assert moved.reason == (
        "The sofa can not be on the vase: 2.0 x 0.9 m is too large for its 0.2 x 0.2 m; it stays "
        "where it is. Make the sofa smaller or the vase larger to have that."
    )


def test_additions_are_repeatable(room: Layout) -> None:
    wishes = [wish("plant", "potted plant"), wish("lamp", "floor lamp")]
    first = place_more(room.room, standing(room), NOUNS, wishes, [], seed=2)
    again = place_more(room.room, standing(room), NOUNS, wishes, [], seed=2)
    assert first == again
