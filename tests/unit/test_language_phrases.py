"""Sizes in noun phrases: measures however they are written, comparisons, size words, outlines.

A table: the words, the noun that they name, its width, height and depth in metres (None: whatever
is usual). What is counted and what things look like is in ``test_language_phrases_looks``.
"""

from __future__ import annotations

import pytest

from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.recipes_of import recipe_of
from consumers.lexicon.words.tokens import read

Size = tuple[float | None, float | None, float | None]

MEASURES: list[tuple[str, str, Size]] = [
    ("a 3m long table", "table", (3.0, 0.75, 0.9)),
    ("a 3-metre table", "table", (3.0, 0.75, 0.9)),
    ("a 3-metre-long table", "table", (3.0, 0.75, 0.9)),
    ("a table three metres long", "table", (3.0, 0.75, 0.9)),
    ("a table that's 3m long", "table", (3.0, 0.75, 0.9)),
    ("a table 2 by 3 m", "table", (2.0, 0.75, 3.0)),
    ("a 2x3m rug", "rug", (2.0, None, 3.0)),
    ("a 2 m x 3 m rug", "rug", (2.0, None, 3.0)),
    ("a 4 ft × 6 ft rug", "rug", (1.219, None, 1.829)),
    ("a rug of 2 by 3 metres", "rug", (2.0, None, 3.0)),
    ("a 2 metre by 1 metre table", "table", (2.0, 0.75, 1.0)),
    ("a 90cm x 200cm bed", "bed", (0.9, 1.0, 2.0)),
    ("a desk measuring 120 x 60 cm", "desk", (1.2, 0.75, 0.6)),
    ("a desk of 1.2 m by 0.6 m", "desk", (1.2, 0.75, 0.6)),
    ("a box 30 x 40 x 50 cm", "box", (0.3, 0.5, 0.4)),
    ("a 120x80 cm painting", "picture frame", (1.2, 0.8, 0.04)),
    ("a 1.5m wide by 2m tall window", "window", (1.5, 2.0, 0.12)),
    ("a 6 ft sofa", "sofa", (1.829, 0.85, 0.9)),
    ("a 5'6\" statue", "statue", (None, 1.676, None)),
    ("a 6'2\" tall man", "person", (None, 1.88, None)),
    ("a 6-foot-tall statue", "statue", (None, 1.829, None)),
    ("a man 6 feet 2 inches tall", "person", (None, 1.88, None)),
    ("a 10 foot high wall", "wall", (3.0, 3.048, 0.2)),
    ("an 8-foot Christmas tree", "christmas tree", (None, 2.438, None)),
    ("a 12 in tall vase", "vase", (None, 0.305, None)),
    ("a 55 inch tv", "tv", (1.397, None, None)),
    ('a 65" TV', "tv", (1.651, None, None)),
    ("a shelf half a metre deep", "shelf", (0.8, 0.22, 0.5)),
    ("a chair about half a metre high", "chair", (0.48, 0.5, 0.52)),
    ("a floor lamp 1.80 m high", "floor lamp", (None, 1.8, None)),
    ("a 1 m 80 tall floor lamp", "floor lamp", (None, 1.8, None)),
    ("a lamp one hundred and eighty centimetres tall", "floor lamp", (None, 1.8, None)),
    ("a cabinet a metre wide and two high", "cabinet", (1.0, 2.0, 0.45)),
    ("a table one and a half metres long", "table", (1.5, 0.75, 0.9)),
    ("a table a metre and a half wide", "table", (1.5, 0.75, 0.9)),
    ("a 2½ m long table", "table", (2.5, 0.75, 0.9)),
    ("a 2-3 m long table", "table", (2.5, 0.75, 0.9)),
    ("a table that is 2 m wide and 80 cm deep", "table", (2.0, 0.75, 0.8)),
    ("a table with a length of 3 metres", "table", (3.0, 0.75, 0.9)),
    ("a table with a diameter of 1 m", "table", (1.0, 0.75, 1.0)),
    ("a table 1 m in diameter", "table", (1.0, 0.75, 1.0)),
    ("a bookshelf 2 m tall, 1 m wide and 30 cm deep", "bookshelf", (1.0, 2.0, 0.3)),
    ("a 2 m tall, 1 m wide bookshelf", "bookshelf", (1.0, 2.0, 0.32)),
    ("a wall 10 m long, 3 m high and 20 cm thick", "wall", (10.0, 3.0, 0.2)),
    ("a 2-metre bookshelf", "bookshelf", (0.9, 2.0, 0.32)),
    ("a one-metre cube", "cube", (1.0, 1.0, 1.0)),
    ("a 1.5 m sphere", "sphere", (1.5, 1.5, 1.5)),
    ("a metre-high vase", "vase", (None, 1.0, None)),
    ("a 2 1/2 m long table", "table", (2.5, 0.75, 0.9)),
    ("a rug of about 4 square metres", "rug", (2.0, None, 2.0)),
    ("a yard-long table", "table", (0.914, 0.75, 0.9)),
]
COMPARED: list[tuple[str, str, Size]] = [
    ("a table twice as long as usual", "table", (3.2, 0.75, 0.9)),
    ("a table three times as tall", "table", (1.6, 2.25, 0.9)),
    ("a table twice the usual size", "table", (3.2, 1.5, 1.8)),
    ("a chair slightly bigger than usual", "chair", (0.528, 0.99, 0.572)),
    ("a lamp half as tall", "lamp", (0.3, 0.25, 0.3)),
    ("a table as long as the sofa", "table", (2.0, 0.75, 0.9)),
    ("a statue as tall as a door", "statue", (None, 2.1, None)),
    ("a table twice as big as the desk", "table", (2.8, None, None)),
    ("a dog the size of a horse", "dog", (None, None, 2.3)),
    ("a spoon bigger than a car", "spoon", (None, None, 5.375)),
    ("a car-sized spider", "spider", (4.3, None, None)),
    ("a fist-sized diamond", "diamond", (None, 0.1, None)),
    ("an extra-large sofa", "sofa", (3.2, 1.36, 1.44)),
    ("an oversized armchair", "armchair", (1.36, 1.52, 1.36)),
    ("a knee-high table", "table", (1.6, 0.5, 0.9)),
    ("a waist-high wall", "wall", (3.0, 1.0, 0.2)),
    ("floor-to-ceiling curtains", "curtain", (1.4, 2.5, 0.16)),
    ("a floor to ceiling bookshelf", "bookshelf", (0.9, 2.5, 0.32)),
    ("a full-length mirror", "mirror", (0.6, 1.7, 0.04)),
    ("a half-size violin", "violin", (0.11, 0.3, 0.045)),
    ("a double-width door", "door", (1.9, 2.1, 0.14)),
    ("a life-size statue", "statue", (0.6, 1.9, 0.6)),
    ("a two-seater sofa", "sofa", (1.59, 0.85, 0.9)),
    ("a 15-storey building", "apartment building", (16.0, 47.5, 12.0)),
]
OUTLINES: list[tuple[str, str, Size]] = [
    ("a square table", "table", (1.2, 0.75, 1.2)),
    ("a hexagonal table", "table", (1.2, 0.75, 1.2)),
    ("an oval table", "table", (1.6, 0.75, 0.9)),
    ("a round 1.2 m table", "round table", (1.2, 0.75, 1.2)),
    ("a round table, 2 m across", "round table", (2.0, 0.75, 2.0)),
    ("a round rug", "rug", (1.673, 0.02, 1.673)),
    ("a square 3 m rug", "rug", (3.0, 0.02, 3.0)),
    ("a rug in the shape of a heart", "rug", (1.673, 0.02, 1.673)),
    ("a round mirror", "mirror", (0.735, 0.735, 0.04)),
    ("an L-shaped sofa", "sofa", (2.7, 0.85, 1.71)),
    ("a corner sofa", "sofa", (2.7, 0.85, 1.71)),
    ("a U-shaped desk", "desk", (2.24, 0.75, 1.33)),
    ("a corner table", "table", (1.6, 0.75, 0.9)),
]


@pytest.mark.parametrize(("words", "noun", "size"), [*MEASURES, *COMPARED, *OUTLINES])
def test_a_phrase_says_how_large_a_thing_is(words: str, noun: str, size: Size) -> None:
    line = read(words)
    found = phrase_at(line, 0)
    assert found is not None
    phrase, stop = found
    recipe = recipe_of(phrase)
    assert (phrase.noun, phrase.count, line.span(stop, len(line))) == (noun, 1, "")
    for said, side in zip(size, recipe.size, strict=True):
        assert said is None or side == pytest.approx(said, abs=0.002)


def test_measures_joined_by_and_are_no_things() -> None:
    found = phrase_at(read("a 6 m wide and 4 m deep kitchen"), 0)
    assert found is not None
    assert found[0].head == "kitchen"
    assert (found[0].extent.width, found[0].extent.depth) == (6.0, 4.0)


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("a giant balloon", 2.0, 5.0),
        ("a giant mushroom", 0.7, 3.0),
        ("a huge teddy bear", 0.9, 2.0),
        ("an enormous pumpkin", 0.8, 2.0),
        ("a tiny house", 2.5, 5.0),
        ("a toy house", 0.1, 0.4),
        ("a miniature house", 0.1, 0.4),
        ("a tiny elephant", 0.5, 1.8),
        ("a tiny chair", 0.2, 0.6),
        ("a colossal statue", 4.0, 9.0),
    ],
)
def test_size_words_mean_what_people_mean_of_that_kind(
    words: str, least: float, most: float
) -> None:
    found = phrase_at(read(words), 0)
    assert found is not None
    assert least <= max(recipe_of(found[0]).size) <= most


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [("the 2nd chair", 2), ("the 1st row", 1), ("the 3rd monitor", 3), ("the 12th lamp", 12)],
)
def test_ordinals_in_digits_are_those_in_words(text: str, ordinal: int) -> None:
    found = phrase_at(read(text), 0)
    assert found is not None
    assert found[0].ordinal == ordinal


def test_a_century_is_no_rank() -> None:
    assert "18" in read("an 18th century desk").text
