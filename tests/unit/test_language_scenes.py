"""What is true of every sentence, and looks, sizes, settings, lights and limits of scenes."""

from __future__ import annotations

import random

import pytest

from consumers.decompose.rules import decompose
from consumers.layout.search.goals import SHELL
from consumers.lexicon.sentences.settings import setting_table
from consumers.lexicon.words.colors import parse_color
from schemas.decomposition import RelationKind
from schemas.ids import is_safe_id
from tests.unit import test_language_scenes_mixed as mixed
from tests.unit import test_language_scenes_simple as simple
from tests.unit.sentences import Case, cases, name_of, stated

ALL = f"{simple.SENTENCES}\n\n{mixed.SENTENCES}"


@pytest.mark.parametrize("case", list(cases(ALL)), ids=name_of)
def test_ids_and_names_are_safe_and_unique_and_relations_name_wishes(case: Case) -> None:
    result = decompose(case.sentence)
    ids = [wish.id for wish in result.wishes]
    assert len(set(ids)) == len(ids)
    assert len({wish.name for wish in result.wishes}) == len(ids)
    assert all(is_safe_id(i) for i in ids)
    for relation in result.relations:
        assert {relation.subject, *relation.targets} <= {*ids, *SHELL}
        assert relation.subject not in relation.targets
        if relation.kind is RelationKind.BETWEEN:
            assert len(relation.targets) == 2


LOOKS = (
    ("a red sofa", "red-sofa", "sofa", "red", None),
    ("a dark green armchair", "dark-green-armchair", "armchair", "dark green", None),
    ("a light blue wooden chair", "light-blue-wooden-chair", "chair", "light blue", "wood"),
    ("a table made of glass", "table", "table", None, "glass"),
    ("a table out of marble", "table", "table", None, "marble"),
    ("a sofa in navy blue", "sofa", "sofa", "navy blue", None),
    ("a house painted yellow", "house", "house", "yellow", None),
    ("a gold ring", "gold-ring", "ring", None, "gold"),
    ("an orange", "orange", "orange", None, None),
    ("an orange chair", "orange-chair", "chair", "orange", None),
    ("a glass", "glass", "glass", None, None),
    ("a glass table", "glass-table", "table", None, "glass"),
    ("There is a bed. It is blue.", "bed", "bed", "blue", None),
    ("a lamp that is white", "lamp", "lamp", "white", None),
    ("a couch", "couch", "sofa", None, None),
    ("a night stand", "night-stand", "nightstand", None, None),
    ("a hot dog", "hot-dog", "hot dog", None, None),
    ("a light bulb", "light-bulb", "light bulb", None, None),
    ("an old brass samovar", "old-brass-samovar", "samovar", None, "brass"),
    ("a steam powered time machine", "steam-powered-time-machine", "time machine", None, None),
    ("a bottle of wine", "bottle", "bottle", None, None),
    ("a wall lamp", "wall-lamp", "wall lamp", None, None),
)


@pytest.mark.parametrize(("sentence", "node", "noun", "color", "material"), LOOKS)
def test_colour_material_and_noun_are_read(
    sentence: str, node: str, noun: str, color: str | None, material: str | None
) -> None:
    wish = decompose(sentence).wishes[0]
    assert wish.recipe.noun == noun
    assert wish.recipe.color == (parse_color(color) if color else None)
    assert wish.recipe.material == material
    assert wish.id.startswith(node)


SIZES = (
    ("a 2 m wide table", 0, 2.0),
    ("a table that is 3 meters long", 0, 3.0),
    ("a lamp 50 cm tall", 1, 0.5),
    ("a statue, 2.5 m high", 1, 2.5),
    ("a six foot tall robot", 1, 1.829),
    ("a 2 by 1 m table", 2, 1.0),
    ("a rug, 3 m wide and 2 m deep", 2, 2.0),
)


@pytest.mark.parametrize(("sentence", "axis", "metres"), SIZES)
def test_measured_sizes_are_kept_to(sentence: str, axis: int, metres: float) -> None:
    assert decompose(sentence).wishes[0].recipe.size[axis] == pytest.approx(metres, abs=0.01)


def test_size_words_make_things_larger_and_smaller() -> None:
    tiny, small, usual, big, huge = (
        decompose(f"a {word} vase").wishes[0].recipe.size[1]
        for word in ("tiny", "small", "nice", "big", "huge")
    )
    assert tiny < small < usual < big < huge


def test_one_measured_side_scales_a_statue_whole_but_only_widens_a_table() -> None:
    usual, wide = (decompose(f"{t} table").wishes[0].recipe.size for t in ("a", "a 3 m wide"))
    assert wide[1:] == usual[1:]
    low, tall = (decompose(f"a {t} m tall statue").wishes[0].recipe.size for t in (1, 2))
    assert tall[0] == pytest.approx(2 * low[0], rel=0.01)


def test_the_size_of_another_thing_can_be_named() -> None:
    cat = decompose("a cat").wishes[0].recipe.size
    elephant = decompose("an elephant the size of a cat").wishes[0].recipe.size
    assert max(elephant) == pytest.approx(max(cat), rel=0.01)


def test_equal_wishes_share_a_slot_and_others_do_not() -> None:
    wishes = decompose("two red chairs, a red chair and a blue chair").wishes
    assert wishes[0].slot == wishes[1].slot == wishes[2].slot == "red-chair"
    assert wishes[3].slot == "blue-chair"


SETTINGS = (
    ("a bedroom at night with a lamp", "room", "night", "bedroom"),
    ("a farm at sunset with a cow", "outdoor", "sunset", "farm"),
    ("a sunny beach with a boat", "outdoor", "day", "beach"),
    ("a bench in a park", "outdoor", "day", "park"),
    ("a tree and a house", "outdoor", "day", "meadow"),
    ("a bed and a wardrobe", "room", "day", "room"),
    ("a scene with a campfire in the woods on a starry night", "outdoor", "night", "woods"),
    ("a cat in a house", "room", "day", "house"),
    ("a toy truck on a shelf", "room", "day", "room"),
    ("an astronaut on mars", "outdoor", "day", "mars"),
    ("a classroom", "room", "day", "classroom"),
    ("a street", "outdoor", "day", "street"),
)


@pytest.mark.parametrize(("sentence", "kind", "hour", "name"), SETTINGS)
def test_the_setting_is_read_or_told_from_its_contents(
    sentence: str, kind: str, hour: str, name: str
) -> None:
    setting = decompose(sentence).setting
    assert (setting.kind, setting.time, setting.name) == (kind, hour, name)


def test_room_measures_and_shell_colours_are_read() -> None:
    setting = decompose(
        "A 5 by 4 m room, white walls, a wooden floor and a bed. The walls are light green."
    ).setting
    assert (setting.width, setting.depth) == (5.0, 4.0)
    assert setting.wall_color == parse_color("light green")
    assert setting.floor_color is not None
    long = decompose("a room that is 4 meters wide, 6 meters long and 3 meters high, with a bed")
    assert (long.setting.width, long.setting.depth, long.setting.height) == (4.0, 6.0, 3.0)


def test_small_and_big_rooms_differ() -> None:
    small, big = (decompose(f"a {w} kitchen with a table").setting for w in ("small", "big"))
    assert small.width is not None
    assert big.width is not None
    assert small.width < big.width


def test_lights_that_are_no_things_become_light_wishes() -> None:
    result = decompose("a table with a warm spotlight from above and a soft blue light")
    assert [light.kind for light in result.lights] == ["spot", "point"]
    assert result.lights[0].color != "#ffffff"
    assert result.lights[1].color == parse_color("soft blue")
    assert [w.id for w in result.wishes] == ["table"]


def test_a_light_that_stands_on_something_is_a_lamp() -> None:
    result = decompose("a red light on a desk")
    assert stated(result) == {"red-light on desk"}
    assert result.lights == ()


@pytest.mark.parametrize("name", list(setting_table()))
def test_a_setting_named_alone_is_furnished_and_says_so(name: str) -> None:
    row = setting_table()[name]
    result = decompose(f"in the {name}" if row.building in {"in", "on"} else f"a cozy {name}")
    assert len(result.wishes) >= 4
    assert all(wish.recipe.known for wish in result.wishes if wish.recipe.label != "skull")
    assert any("names only the place" in n or "name only the place" in n for n in result.notes)


def test_what_should_be_left_out_is_left_out() -> None:
    for sentence in ("a bathroom without a mirror", "a bathroom with no mirror"):
        result = decompose(sentence)
        assert "mirror" not in {w.recipe.noun for w in result.wishes}
        assert "Left out, as asked: mirror." in result.notes


def test_colours_of_a_list_are_dealt_out() -> None:
    result = decompose("red, green and blue balls")
    assert [w.recipe.color for w in result.wishes] == [
        parse_color(c) for c in ("red", "green", "blue")
    ]
    assert len(decompose("a black and white cat").wishes) == 1


def test_too_many_things_are_limited_and_the_notes_say_so() -> None:
    result = decompose("5000 chairs in a hall")
    assert len(result.wishes) == 40
    assert any("Left out" in note for note in result.notes)


@pytest.mark.parametrize("text", ["", "   ", "?!", "12", "the the the", "of of", "a", "with with"])
def test_words_without_a_thing_give_an_empty_valid_result(text: str) -> None:
    result = decompose(text)
    assert result.wishes == ()
    assert result.notes


def test_the_seed_reaches_the_recipes_and_the_same_words_give_the_same_result() -> None:
    sentence = "a tree next to a house"
    assert decompose(sentence, seed=7) == decompose(sentence, seed=7)
    assert {w.recipe.seed for w in decompose(sentence, seed=7).wishes} == {7}


def test_any_words_in_any_order_give_a_valid_result() -> None:
    words = [w for case in cases(ALL) for w in case.sentence.split()] + [
        "3d",
        "²",
        "é",
        "1000000",
        "#",
    ]
    chance = random.Random(1)
    for _ in range(150):
        soup = " ".join(chance.choices(words, k=chance.randint(1, 20)))
        result = decompose(soup)
        ids = {wish.id for wish in result.wishes}
        assert all({r.subject, *r.targets} <= {*ids, *SHELL} for r in result.relations)


@pytest.mark.timeout(20)
def test_ten_thousand_words_end() -> None:
    result = decompose("a red chair next to a wibble " * 1500)
    assert any("Only the first" in note for note in result.notes)


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("a round wooden table", "round table"),
        ("a circular oak dining table", "round table"),
        ("a big round white glass table with two chairs", "round table"),
        ("a dining wooden table", "table"),
        ("a bedside wooden table", "nightstand"),
        ("a hot brown dog", "dog"),
    ],
)
def test_a_kind_is_known_wherever_its_word_stands_before_the_noun(sentence: str, noun: str) -> None:
    wish = decompose(sentence).wishes[0]
    assert wish.recipe.noun == noun
