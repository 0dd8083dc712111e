"""What a place is made of comes with it, unless some of that is named or wanted left out."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose


def _nouns(text: str) -> list[str]:
    return sorted(wish.recipe.noun for wish in decompose(text).wishes)


@pytest.mark.parametrize(
    ("said", "own", "added"),
    [
        ("a forest clearing with a tent", ["tent"], ["pine tree"] * 5 + ["tree"] * 4),
        ("a wolf deep in the woods", ["wolf"], ["pine tree"] * 5 + ["tree"] * 4),
        ("a graveyard with a ghost", ["ghost"], ["tombstone"] * 6),
    ],
)
def test_a_place_comes_with_what_it_is_made_of(said: str, own: list[str], added: list[str]) -> None:
    plan = decompose(said)
    assert _nouns(said) == sorted([*own, *added])
    assert any(note.startswith("There is no ") and "so I added" in note for note in plan.notes)


@pytest.mark.parametrize(
    ("said", "nouns"),
    [
        ("a forest with twelve pine trees and a tent", ["pine tree"] * 12 + ["tent"]),
        ("a forest with a palm tree and a hut", ["cottage", "palm tree"]),
        ("a forest without trees but with a fox", ["fox"]),
        ("a graveyard with two tombstones", ["tombstone"] * 2),
        ("a park with a bench", ["bench"]),
    ],
)
def test_nothing_is_added_to_what_is_named_or_left_out(said: str, nouns: list[str]) -> None:
    assert _nouns(said) == nouns
