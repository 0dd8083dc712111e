"""Edits that can not be done are answered with the conflict, and move nothing."""

from __future__ import annotations

import pytest

from consumers.layout import Layout, Placed, Unmet, lay_out, place_more, relocate
from consumers.layout.model import Cause
from schemas.decomposition import Wish
from schemas.ids import NodeId
from tests.wishes import scene, told

THINGS = "sofa, piano, coffee table, table, 4*chair, wardrobe, vase, rug"
NOUNS = {w.id: w.recipe.noun for w in scene(THINGS).wishes}


@pytest.fixture(scope="module")
def room() -> Layout:
    return lay_out(scene(THINGS, "vase on table; chair* around table", width=5, depth=4.5))


def standing(layout: Layout) -> list[Placed]:
    return list(layout.placed.values())


def move(room: Layout, said: str) -> Unmet:
    (relation,) = scene(THINGS, said).relations
    moved = relocate(room.room, standing(room), NOUNS, relation.subject, relation)
    assert isinstance(moved, Unmet)
    return moved


@pytest.mark.parametrize(
    ("said", "cause", "sentence"),
    [
        (
            "piano under coffee_table",
            Cause.SIZE,
            "The piano can not be under the coffee table: the coffee table has 0.3 m of room "
            "below, and the piano is 1.2 m high; it stays where it is. "
            "Make the piano smaller or the coffee table larger to have that.",
        ),
        (
            "sofa on vase",
            Cause.SIZE,
            "The sofa can not be on the vase: 2.0 x 0.9 m is too large for its 0.2 x 0.2 m; "
            "it stays where it is. Make the sofa smaller or the vase larger to have that.",
        ),
        (
            "vase in piano",
            Cause.SIZE,
            "The vase can not be in the piano: nothing of that size fits in the piano; "
            "it stays where it is.",
        ),
        (
            "sofa on sofa",
            Cause.ITSELF,
            "The sofa can not be on itself; it stays where it is.",
        ),
        (
            "wardrobe on table",
            Cause.HEIGHT,
            "The wardrobe on the table would go through the ceiling at 2.7 m; "
            "it stays where it is. Ask for a higher room to have that.",
        ),
        (
            "sofa left_of lamp-7",
            Cause.MISSING,
            "I could not put the sofa to the left of the lamp-7: "
            "there is no 'lamp-7' in the scene.",
        ),
    ],
)
def test_a_move_that_can_not_be_names_its_conflict(
    room: Layout, said: str, cause: Cause, sentence: str
) -> None:
    unmet = move(room, said)
    assert unmet.reason == sentence
    assert unmet.conflict is not None
    assert unmet.conflict.cause is cause
    assert [told(r) for r in unmet.conflict.relations] == [said]


def test_a_move_to_where_others_stand_names_them() -> None:
    room = lay_out(scene("2*bed, wardrobe", "", width=3.3, depth=2.9))
    assert room.unmet == ()
    nouns = {n: "bed" if "bed" in n else "wardrobe" for n in room.placed}
    (relation,) = scene("wardrobe", "wardrobe in_center").relations
    unmet = relocate(room.room, standing(room), nouns, NodeId("wardrobe"), relation)
    assert isinstance(unmet, Unmet)
    assert unmet.conflict is not None
    assert unmet.conflict.proven
    assert {"bed1", "bed2"} & set(unmet.conflict.things)
    assert "bed" in unmet.reason
    assert "it stays where it is" in unmet.reason


def wishes(things: str) -> tuple[Wish, ...]:
    return scene(things).wishes


def test_what_is_added_and_has_no_place_says_beside_what() -> None:
    room = lay_out(scene("2*bed", "", width=3.3, depth=2.2))
    more = place_more(
        room.room, standing(room), dict.fromkeys(room.placed, "bed"), wishes("desk"), []
    )
    (unmet,) = more.unmet
    assert unmet.conflict is not None
    assert unmet.conflict.proven
    assert (unmet.conflict.cause, unmet.conflict.left_out) == (Cause.SPACE, ("desk",))
    assert {"desk"} < set(unmet.conflict.things)
    assert unmet.reason.endswith("I left the desk out. Ask for a larger room to have all.")


def test_added_relations_that_contradict_each_other_are_settled(room: Layout) -> None:
    added = scene("a=cup, b=cup", "a left_of b; b left_of a; a on table")
    more = place_more(room.room, standing(room), NOUNS, added.wishes, added.relations)
    assert [told(u.relation) for u in more.unmet if u.relation] == ["b left_of a"]
    assert set(more.placed) == {"a", "b"}
