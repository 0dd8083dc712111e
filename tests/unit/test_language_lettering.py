"""What is written on things is left out and told, and is no thing of its own."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose


@pytest.mark.parametrize(
    ("said", "labels", "text"),
    [
        ("a room with a neon sign saying LIVE on the wall", {"neon sign"}, "LIVE"),
        ("a desk and a banner that says happy birthday", {"desk", "banner"}, "happy birthday"),
        ('a sign that reads "open 9 to 5" next to a door', {"sign", "door"}, "open 9 to 5"),
        (
            "a tombstone with the name John Smith and a candle",
            {"tombstone", "candle"},
            "John Smith",
        ),
        ('a chair and a sign "Bakery"', {"chair", "sign"}, "Bakery"),
        ("a poster saying no smoking, a chair", {"poster", "chair"}, "no smoking"),
    ],
)
def test_what_is_written_is_told(said: str, labels: set[str], text: str) -> None:
    plan = decompose(said)
    assert {wish.recipe.label for wish in plan.wishes} == labels
    assert f'Models carry no letters yet, so left out: "{text}".' in plan.notes


@pytest.mark.parametrize("said", ["a man reading a book", "a desk with a note on it", "a red sign"])
def test_other_words_are_no_writing(said: str) -> None:
    assert not any("letters" in note for note in decompose(said).notes)
