"""Which of several is meant, by what it holds, what was named before, and the start of its name."""

from __future__ import annotations

import pytest

from ops.bench.scenes.session import Session, engines


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("make the bookshelf with the globe green", "Replaced bookshelf 1 with a green bookshelf"),
        ("the bookshelf that has the globe should be red", "Replaced bookshelf 1 with a red"),
        ("paint the one with the globe blue", "Replaced bookshelf 1 with a blue bookshelf"),
        ("remove the bookshelf without the globe", "Removed bookshelf 2"),
        ("put a cup on the shelf with the globe", "Added a cup on bookshelf 1"),
        ("the bookshelf with the vases blue", "There is no bookshelf with the vases"),
        ("paint the empty bookshelf red", "Replaced bookshelf 2 with a red bookshelf"),
        ("put a cup on the first and the second bookshelf", "Added a cup on bookshelf 1 and a cup"),
        ("give the first and the second vase a flower", "Added a flower"),
        ("put a cup on each bookshelf but the first", "Added a cup on bookshelf 2"),
        ("on one of the bookshelves a cactus", "Added a cactus on bookshelf"),
        ("the vases: one in red, one in black", "Replaced vase 1 with a red vase"),
        ("make one vase red >> and the other one blue", "Replaced vase 1 with a blue vase"),
        ("make one vase red >> not this one the other", "I took back the last change"),
    ],
)
def test_things_are_told_apart_by_what_they_hold_and_by_what_was_named(
    said: str, told: str
) -> None:
    session = Session(engines())
    session.say("a library with two bookshelves, a globe on the first bookshelf and two vases")
    *before, last = said.split(" >> ")
    for words in before:
        session.say(words)
    assert session.say(last).told.startswith(told)


def test_a_thing_is_called_by_the_first_word_of_its_name() -> None:
    session = Session(engines())
    session.say("an arena with a player capsule and three coins")
    assert session.say("make the player green").told.startswith("Replaced the player capsule")
    assert session.say("where is the player?").told.startswith("The green player capsule")
