"""The tables of nouns, materials and colours: complete, consistent, unambiguous."""

from __future__ import annotations

import pytest

from consumers.greybox.build import families
from consumers.lexicon.words.colors import color_table, modifiers, parse_color
from consumers.lexicon.words.materials import material_table, material_words
from consumers.lexicon.words.nouns import Noun, names, noun_table

NOUNS = list(noun_table().values())


def test_the_table_covers_every_category_widely() -> None:
    assert len(NOUNS) >= 110
    assert len({noun.category for noun in NOUNS}) == 15


def test_every_spelling_names_one_noun() -> None:
    spelled = [word for noun in NOUNS for word in (noun.name, *noun.synonyms)]
    assert len(spelled) == len(set(spelled)) == len(names())


def test_spellings_are_lower_case_words() -> None:
    assert [word for word in names() if word != " ".join(word.lower().split())] == []


def test_every_noun_has_a_model_and_every_model_a_noun() -> None:
    assert set(families()) == set(noun_table())


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: str(noun.name))
def test_a_noun_is_well_formed(noun: Noun) -> None:
    assert all(0.005 <= extent <= 500.0 for extent in noun.size)
    assert noun.material in material_table()
    assert parse_color(noun.color) == noun.color
    assert noun.top is None or 0.0 < noun.top <= 1.0
    assert not noun.seat or noun.top is not None


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("couch", "sofa"),
        ("night stand", "nightstand"),
        ("coffee table", "coffee table"),
        ("dining table", "table"),
        ("table lamp", "lamp"),
        ("standing lamp", "floor lamp"),
        ("oak", "oak"),
        ("fir tree", "fir"),
        ("lorry", "truck"),
        ("gull", "seagull"),
        ("extractor hood", "range hood"),
        ("bartender", "waiter"),
        ("dvd player", "record player"),
    ],
)
def test_common_words_find_their_noun(words: str, noun: str) -> None:
    assert names()[words] == noun


def test_materials_are_physical_and_their_words_unique() -> None:
    for material in material_table().values():
        assert 0.0 <= material.roughness <= 1.0
        assert 0.0 <= material.metallic <= 1.0
        assert 0.0 < material.opacity <= 1.0
    assert material_words()["wooden"] == "wood"
    assert material_words()["stainless steel"] == "steel"


def test_there_are_colours_enough() -> None:
    assert len(color_table()) >= 60
    assert {"dark", "light", "pale", "bright"} <= modifiers().keys()


@pytest.mark.parametrize("words", ["red", ["red"], "Red", "sky blue", "sky-blue", "#aabbcc"])
def test_a_colour_is_found_however_it_is_written(words: str | list[str]) -> None:
    assert parse_color(words) is not None


@pytest.mark.parametrize("words", ["", "dark", "chair", "red chair", "dark wooden", "#abc"])
def test_words_that_are_no_colour_give_none(words: str) -> None:
    assert parse_color(words) is None


def luminance(color: str | None) -> int:
    assert color is not None
    return sum(int(color[i : i + 2], 16) for i in (1, 3, 5))


@pytest.mark.parametrize("color", sorted(set(color_table()) - {"black", "ebony", "jet black"}))
def test_dark_is_darker_and_light_is_lighter(color: str) -> None:
    plain = luminance(parse_color(color))
    assert luminance(parse_color(f"dark {color}")) < plain
    if parse_color(color) != parse_color("white"):
        assert luminance(parse_color(f"pale {color}")) > plain


def test_modifiers_stack_and_endings_soften() -> None:
    assert luminance(parse_color("pale light blue")) > luminance(parse_color("light blue"))
    assert parse_color("reddish") not in (None, parse_color("red"))
    assert parse_color("bluish") is not None
