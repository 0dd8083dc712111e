"""Everyday wordings that testers used: half of several, what each shall have, drinks, glows."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.lexicon.talk.plainly import plainly
from consumers.lexicon.words.tokens import read
from schemas.edits import Replace, Resize
from tests.edited_scenes import edited


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("on each chair a cushion", "put a cushion on each chair"),
        ("On each table, a coffee and a bun.", "put a coffee and a bun On each table."),
        ("in every basket, two apples", "put two apples in every basket"),
        ("make the ball glow purple", "make the ball glow purple"),
        ("make the lights glow purple", "make the lights glow purple"),
        ("on the table a lamp", "on the table a lamp"),
    ],
)
def test_wishes_said_the_other_way_round_are_plain_commands(said: str, plain: str) -> None:
    assert plainly(said) == plain


def test_half_of_several_is_no_size() -> None:
    for said in ("half of the chairs red", "make half the chairs red"):
        edits = edited("hall", said).edits
        assert edits
        assert all(isinstance(edit, Replace) for edit in edits), said
    (smaller,) = edited("hall", "make the vase half the size").edits
    assert isinstance(smaller, Resize)
    assert smaller.factor == 0.5


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("a table with a coffee and a croissant", {"table", "cup of tea", "croissant"}),
        ("a tea and a lemonade on a tray", {"tray", "cup of tea", "glass"}),
        ("a coffee brown sofa and a coffee table", {"sofa", "coffee table"}),
        ("a pot of tea and a jug of lemonade on a table", {"pot", "jug", "table"}),
        ("a cup of coffee next to a coffee machine", {"cup of tea", "coffee machine"}),
    ],
)
def test_drinks_are_what_they_are_drunk_from(text: str, nouns: set[str]) -> None:
    assert {w.recipe.noun for w in decompose(text).wishes} == nouns


def test_never_mind_in_a_hurry_is_read() -> None:
    assert read("nvm, the sofa was fine").text.startswith("never mind")
