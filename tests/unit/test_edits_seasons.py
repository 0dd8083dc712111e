"""Seasons: the ground and the leaves of a scene in the open, and no room."""

from __future__ import annotations

import pytest

from consumers.lexicon.edits.seasons import season_of
from consumers.lexicon.words.tokens import read
from consumers.patch.rules import plan
from schemas.edits import Recolor, Replace
from tests.edited_scenes import room

YARD, HALL = room("yard").items, room("hall").items


@pytest.mark.parametrize(
    ("said", "season"),
    [
        ("make it winter", "winter"),
        ("please make the garden snowy", "winter"),
        ("put some snow on the ground", "winter"),
        ("cover the ground with snow", "winter"),
        ("it should be autumn now", "autumn"),
        ("make it fall", "autumn"),
        ("make it summer again please", "summer"),
        ("turn the scene into spring", "summer"),
    ],
)
def test_words_ask_for_a_season(said: str, season: str) -> None:
    assert season_of(read(said)) == season


@pytest.mark.parametrize(
    "said",
    [
        "let the box fall",
        "add a snowman",
        "make it snow",
        "put a winter coat on the bench",
        "winter",
    ],
)
def test_other_words_ask_for_none(said: str) -> None:
    assert season_of(read(said)) is None


def test_winter_whitens_the_ground_and_autumn_colours_the_leaves() -> None:
    (snow,) = plan("make it winter", YARD).edits
    assert isinstance(snow, Recolor)
    assert snow.color == "#eef3f7"
    ground, *leaves = plan("make it autumn", YARD).edits
    assert isinstance(ground, Recolor)
    assert leaves
    assert all(isinstance(e, Replace) and "orange" in e.recipe.label for e in leaves)


def test_a_room_has_no_season_and_says_so() -> None:
    told = plan("make it winter", HALL)
    assert not told.edits
    assert "in the open alone" in told.unmet[0]
