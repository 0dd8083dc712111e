"""Facts that are ordered to be told are questions, and every other order stays one."""

from __future__ import annotations

import pytest

from consumers.lexicon.talk.reporting import as_question


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("Give me the bounding box of the chest.", "what are the dimensions of the chest?"),
        ("print the coordinates of the barn", "what are the coordinates of the barn?"),
        ("tell me the size of the room", "what is the size of the room?"),
        ("show me its exact position please", "what is its position please?"),
        ("get the number of chairs", "how many chairs are there?"),
        ("can you give me the distance between the bed and the door",
         "what is the distance between the bed and the door?"),
        ("what are the bounds of the table", "what are the dimensions of the table"),
    ],
)  # fmt: skip
def test_an_order_to_tell_is_a_question(said: str, question: str) -> None:
    assert as_question(said) == question


@pytest.mark.parametrize(
    "said",
    ["give me the red chair", "show me the kitchen", "give the sofa a green colour", "print"],
)
def test_other_orders_stay_as_they_are(said: str) -> None:
    assert as_question(said) == said
