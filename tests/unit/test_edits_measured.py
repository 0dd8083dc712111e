"""Sizes and places in numbers, as architects and builders of levels say them."""

from __future__ import annotations

import pytest

from consumers.lexicon.words.tokens import read
from tests.edit_words import planned, told
from tests.edited_scenes import cases, check

# As in test_edits_places.py.
MEASURED = """
hall: move the cat to x=2 z=-1
= cat: moved 0,0,0.5

hall: set the cat's position to (2, 0, -1)
= cat: moved 0,0,0.5

hall: put the crate on the right at (3, -2)
= crate 3: moved 0.4,0,0.5

hall: set the rotation of the cat to 90
= cat: turned -90

hall: move the table 30 cm forward
= chair 1: moved 0,0,-0.3
= chair 2: moved 0,0,-0.3
= chair 3: moved 0,0,-0.3
= chair 4: moved 0,0,-0.3
= table: moved 0,0,-0.3
"""


@pytest.mark.parametrize(
    ("where", "said", "facts", "unmet"), list(cases(MEASURED)), ids=lambda v: str(v)[:60]
)
def test_places_in_numbers_are_gone_to_at_once(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    check(where, said, facts, unmet)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("set the table height to 1", "resize table 1x1.33x1"),
        ("set the width of the table to 2", "resize table 1.25x1x1"),
        ("increase the table width by 40 cm", "resize table 1.25x1x1"),
        ("make the table 2 by 1 m", "resize table 1.25x1x1.11"),
        ("scale the table 0.5", "resize table 0.5"),
    ],
)
def test_sides_become_as_long_as_numbers_say(said: str, wanted: str) -> None:
    assert [told(edit) for edit in planned(said).edits] == [wanted]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("a platform 10x10", "a platform 10 x 10 m"),
        ("a rug 200x300", "a rug 200 x 300 cm"),
        ("a 3x3 grid of crates", "a 3 x 3 grid of crates"),
        ("to x=2 z=-1", "to xaxis 2 zaxis minus 1"),
        ("at (1, 0, 2)", "to xaxis 1 yaxis 0 zaxis 2"),
        ("paint it rgb(255, 0, 0)", "paint it #ff0000"),
        ("diameter 1.2 m", "1.2 m diameter"),
    ],
)
def test_numbers_of_level_builders_are_read_as_words(said: str, words: str) -> None:
    assert read(said).text == words
