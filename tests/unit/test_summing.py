"""What was done, as people are told of it."""

from __future__ import annotations

import pytest

from consumers.patch.summing import summary

NAMES = (
    "chair",
    *(f"chair {n}" for n in range(1, 8)),
    "lamp",
    "red lamp",
    "glass of water",
    "",
    " ",
)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ([], "Nothing was changed."),
        (["moved lamp"], "Moved lamp."),
        (["moved lamp", "moved chair"], "Moved lamp and chair."),
        (["added chair 1", "added chair 2", "added lamp"], "Added chair 1, chair 2 and lamp."),
        ([f"added chair {n}" for n in range(1, 8)], "Added 7 chairs."),
        ([*(f"added chair {n}" for n in range(1, 6)), "added lamp"], "Added 5 chairs and lamp."),
        (["made chair 1 bigger", "made chair 2 bigger"], "Made chair 1 and chair 2 bigger."),
        (["made chair bigger", "made lamp smaller"], "Made chair bigger; made lamp smaller."),
        (
            ["moved chair 0.5 m, as far as there is room", "moved lamp"],
            "Moved chair 0.5 m, as far as there is room; moved lamp.",
        ),
        (["replaced lamp with red lamp"], "Replaced lamp with red lamp."),
        (["moved glass of water", "moved chair"], "Moved glass of water and chair."),
        (["moved chairlift", "moved chair"], "Moved chairlift; moved chair."),
        (["it is night", "moved lamp"], "It is night; moved lamp."),
        (["moved lamp", "moved lamp"], "Moved lamp."),
    ],
)
def test_things_that_the_same_was_done_to_are_named_together(told: list[str], wanted: str) -> None:
    assert summary(told, NAMES) == wanted
