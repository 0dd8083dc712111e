"""What no row of the noun table has: proper names, feelings, things nobody knows."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.lexicon.words.gazetteer import is_kind_of, names_nothing
from consumers.lexicon.words.nouns import noun_table


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("a Rubik's cube on a desk", {"rubiks cube", "desk"}),
        ("a Vespa by the Eiffel Tower", {"vespa", "eiffel tower"}),
        ("an IKEA bookshelf and a Dyson vacuum", {"bookshelf", "vacuum cleaner"}),
        ("a director's chair and a ship's wheel", {"director's chair", "ship wheel"}),
        ("a cello beside a piano", {"cello", "piano"}),
        ("a message in a bottle on a table", {"message in a bottle", "table"}),
    ],
)
def test_names_of_makers_and_places_stay_as_they_are(text: str, nouns: set[str]) -> None:
    plan = decompose(text)
    assert {wish.recipe.noun for wish in plan.wishes} == nouns
    assert not any("Read " in note for note in plan.notes)


@pytest.mark.parametrize(
    "text",
    [
        "a bedroom full of cosiness and happiness, with a bed",
        "a bedroom full of memories and love, with a bed",
        "a bedroom with peace and quiet and a bed",
        "a bedroom with a sense of mystery and a bed",
    ],
)
def test_what_is_only_felt_is_no_thing(text: str) -> None:
    assert [wish.recipe.noun for wish in decompose(text).wishes] == ["bed"]


@pytest.mark.parametrize("word", ["harness", "witness", "sofa", "flurbish", "neighbourhood"])
def test_what_can_be_seen_is_not_taken_for_a_feeling(word: str) -> None:
    assert not names_nothing(word)


def test_a_strange_thing_is_shown_by_its_name_and_told() -> None:
    plan = decompose("a flurbish on a table")
    strange = next(wish for wish in plan.wishes if not wish.recipe.known)
    assert strange.name == "flurbish"
    assert any("stand-in: flurbish" in note for note in plan.notes)


def test_a_name_in_us_is_one_thing() -> None:
    plan = decompose("a Stradivarius on a table")
    assert [wish.name for wish in plan.wishes] == ["stradivarius", "table"]


def test_a_kind_has_its_own_size_and_the_models_place() -> None:
    kitten, cat = noun_table()["kitten"], noun_table()["cat"]
    assert max(kitten.size) < 0.6 * max(cat.size)
    assert (kitten.model, kitten.placement, kitten.category) == ("cat", "floor", "animal")
    assert is_kind_of("kitten", "cat")
    assert not is_kind_of("webcam", "security camera")


def test_the_wider_word_means_the_kind() -> None:
    plan = decompose("a kitten on a rug. the cat is next to a ball")
    assert [wish.recipe.noun for wish in plan.wishes] == ["kitten", "rug", "ball"]
