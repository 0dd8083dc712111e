"""What edits in words come to beyond their kind: names, slots, ids, and what is told."""

from __future__ import annotations

import pytest

from consumers.lexicon.words.colors import parse_color
from consumers.patch.rules import plan
from schemas.edits import Add, Recolor, Replace
from schemas.ids import NodeId
from tests.edit_words import ROOM, only, planned, told


def test_another_colour_keeps_noun_size_and_material_and_gives_a_new_name() -> None:
    edit = only("make the sofa dark blue")
    assert isinstance(edit, Replace)
    assert edit.recipe.noun == "sofa"
    assert edit.recipe.size == (2.0, 0.85, 0.9)
    assert edit.recipe.material == "fabric"
    assert edit.recipe.color == parse_color("dark blue")
    assert edit.name == "dark blue sofa"


def test_another_material_drops_the_colour_of_the_old_one() -> None:
    edit = only("make the sofa out of leather")
    assert isinstance(edit, Replace)
    assert (edit.recipe.material, edit.recipe.color) == ("leather", None)


def test_a_replacement_has_the_size_of_the_new_thing() -> None:
    edit = only("replace the sofa with a stool")
    assert isinstance(edit, Replace)
    assert edit.recipe.noun == "stool"
    assert edit.recipe.size[0] < 1.0
    assert edit.name == "stool"


def test_walls_and_floor_are_coloured_without_a_new_mesh() -> None:
    for text, color in (("paint the walls green", "green"), ("make the floor blue", "blue")):
        for edit in planned(text).edits:
            assert isinstance(edit, Recolor)
            assert edit.color == parse_color(color)


def test_slots_are_fresh_so_that_an_old_mesh_is_not_shown() -> None:
    edit = only("make the sofa red")
    assert isinstance(edit, Replace)
    assert edit.slot not in {i.id for i in ROOM}
    again = only("regenerate the sofa")
    assert isinstance(again, Replace)
    assert again.recipe.seed != 0
    assert again.recipe.color == "#c8322f"


def test_numbered_things_keep_their_numbers_in_new_names() -> None:
    names = [e.name for e in planned("make the chairs red").edits if isinstance(e, Replace)]
    assert names == ["red chair 1", "red chair 2"]


def test_new_things_get_ids_that_nothing_has() -> None:
    result = plan("add three lamps", ROOM, taken_ids={"lamp", "lamp-1", "lamp-3"}, seed=5)
    (edit,) = result.edits
    assert isinstance(edit, Add)
    assert [w.id for w in edit.wishes] == ["lamp-2", "lamp-4", "lamp-5"]
    assert {w.recipe.seed for w in edit.wishes} == {5}


def test_another_one_looks_like_the_one_there_is() -> None:
    edit = only("add another chair")
    assert isinstance(edit, Add)
    assert edit.wishes[0].recipe.material == "wood"


def test_what_is_added_can_be_changed_in_the_same_breath() -> None:
    edit = only("add a cat, make it black, make it twice as big and put it on the sofa")
    assert isinstance(edit, Add)
    (cat,) = edit.wishes
    assert cat.recipe.color == parse_color("black")
    plain = only("add a cat")
    assert isinstance(plain, Add)
    assert cat.recipe.size[1] == pytest.approx(2 * plain.wishes[0].recipe.size[1])
    assert [(r.kind.value, r.targets) for r in edit.relations] == [("on", ("red-sofa",))]
    assert planned("add two stools and remove them").edits == ()


def test_what_is_not_there_is_said_with_what_is() -> None:
    (unmet,) = planned("remove the elephant").unmet
    assert "no elephant" in unmet
    assert "red sofa" in unmet
    assert "2 wooden chairs" in unmet


def test_a_thing_goes_on_without_a_target_that_is_missing() -> None:
    result = planned("put a lamp on the desk")
    assert [told(e) for e in result.edits] == ["add lamp-2"]
    assert "no desk" in result.unmet[0]


def test_pronouns_mean_what_was_touched_last_and_then_what_the_words_touched() -> None:
    assert told(planned("make it red", last="red-sofa").edits[0]).startswith("replace red-sofa")
    edits = planned("move the floor lamp to the corner and make it black").edits
    assert [told(e) for e in edits] == [
        "move floor-lamp in_corner",
        "replace floor-lamp black-floor-lamp",
    ]


@pytest.mark.parametrize(
    "text",
    ["make it red", "remove it", "move it to the left", "rotate it", "bigger", "", "paint it",
     "put it on the table", "and and and", ", . !", "remove all except", "make the red",
     "x" * 5000],
)  # fmt: skip
def test_an_empty_scene_and_odd_words_give_no_edit_but_a_reason(text: str) -> None:
    result = plan(text, [], last_touched=[NodeId("gone")], taken_ids=())
    assert result.edits == ()
    assert result.unmet


def test_a_plan_is_deterministic() -> None:
    text = "remove the rug, make the sofa blue and put a lamp on each chair"
    assert planned(text) == planned(text)
