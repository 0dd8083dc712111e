"""What is said to be in a scene is held against what is."""

from __future__ import annotations

import pytest

from consumers.lexicon.talk.statements import contradicted
from schemas.edits import SceneItem
from schemas.ids import NodeId


def thing(name: str, noun: str, color: str | None = None) -> SceneItem:
    return SceneItem(id=NodeId(name), name=name, noun=noun, color=color)


ITEMS = (
    thing("red sofa", "sofa", "#b01010"),
    thing("wooden chair 1", "chair"),
    thing("wooden chair 2", "chair"),
    thing("round table", "round table"),
    thing("fern", "fern"),
    thing("blue lamp", "lamp", "#1010b0"),
    thing("book 1", "book"),
    thing("book 2", "book"),
    thing("book 3", "book"),
    thing("floor", ""),
)

NOT_SO = (
    "There are five sofas and a piano in the scene.",
    "There is a cat on the sofa.",
    "Yes: there are three chairs at the table.",
    "There are two books in the scene.",
    "The room has a sofa, two chairs and a television.",
    "I've added a lamp and a cat.",
    "I have removed the blue lamp.",
    "Your scene now has a sofa and four chairs.",
    "There is no sofa in the room.",
    "It has 12 books.",
    "There are no lamps.",
    "You have two sofas.",
)

SO = (
    "There are two chairs and a sofa.",
    "There is a red sofa, two wooden chairs and a table.",
    "There is a nice mood in the room.",
    "There is a plant next to the sofa.",
    "There are two books on the table.",
    "I've added a lamp next to the window.",
    "I removed the red lamp.",
    "I have removed the cat.",
    "There could be a piano here.",
    "If you had a piano, there would be music.",
    "Would you like to have two sofas?",
    "A room like this usually has a television.",
    "There is plenty of space.",
    "There is no piano.",
    "There are no cats in the scene.",
    "The room has a warm light.",
    "There is one sofa and there are 3 books.",
    "You have a good eye.",
    "There is some furniture.",
    "There are many ways to do that.",
    "There are several books and a couple of chairs.",
    "I've made a cozy living room for you.",
    "There is a table with two chairs.",
    "It has everything you need.",
    "There are things to add: a piano, a cat.",
    "There is a problem with that.",
    "There is seating for three people.",
)


@pytest.mark.parametrize("words", NOT_SO)
def test_what_is_not_so_is_found(words: str) -> None:
    assert contradicted(words, ITEMS)


@pytest.mark.parametrize("words", SO)
def test_what_is_so_or_can_not_be_read_passes(words: str) -> None:
    assert contradicted(words, ITEMS) == []


def test_it_says_what_is_so() -> None:
    assert contradicted("There are five sofas and a piano.", ITEMS) == [
        "there is 1 x sofa, not more, in the scene",
        "there is no piano in the scene",
    ]


def test_what_was_made_outside_the_scene_need_not_be_in_it() -> None:
    assert contradicted("I've made a cat.", ITEMS)
    assert contradicted("I've made a cat.", ITEMS, made=False) == []


@pytest.mark.parametrize(
    "words", ["there is a " * 5_000, "there are no " * 5_000, "I added " + "a cat and " * 5_000]
)
def test_hostile_words_are_read_to_their_end(words: str) -> None:
    assert len(contradicted(words, ITEMS)) <= 4
