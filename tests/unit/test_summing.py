"""What was done, as people are told of it."""

from __future__ import annotations

import pytest

from consumers.patch.summing import reasons, summary, where
from schemas.decomposition import Relation
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

NAMES = (
    "chair",
    *(f"chair {n}" for n in range(1, 8)),
    "lamp",
    "red lamp",
    "glass of water",
    "Back Wall",
    "",
    " ",
)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ([], "Nothing was changed."),
        (["moved lamp"], "Moved the lamp."),
        (["moved lamp", "moved chair"], "Moved the lamp and the chair."),
        (["added chair 1", "added chair 2", "added lamp"], "Added 2 chairs and a lamp."),
        ([f"added chair {n}" for n in range(1, 8)], "Added 7 chairs."),
        ([*(f"added chair {n}" for n in range(1, 6)), "added lamp"], "Added 5 chairs and a lamp."),
        (["made chair 1 bigger", "made chair 2 bigger"], "Made chair 1 and chair 2 bigger."),
        (
            ["made chair bigger", "made lamp smaller"],
            "Made the chair bigger and made the lamp smaller.",
        ),
        (
            ["moved chair 0.5 m, as far as there is room", "moved lamp"],
            "Moved the chair 0.5 m, as far as there is room; moved the lamp.",
        ),
        (["replaced lamp with a red lamp"], "Replaced the lamp with a red lamp."),
        (
            ["replaced chair 1 with a red chair", "replaced chair 2 with a red chair"],
            "Replaced chair 1 and chair 2 with red chairs.",
        ),
        (["moved glass of water", "moved chair"], "Moved the glass of water and the chair."),
        (["moved chairlift", "moved chair"], "Moved chairlift and moved the chair."),
        (["it is night", "moved lamp"], "It is night; moved the lamp."),
        (["moved lamp", "moved lamp"], "Moved the lamp."),
        (["coloured Back Wall"], "Coloured the back wall."),
        (
            ["added chair 1 next to the lamp", "added chair 2 next to the lamp", "added lamp"],
            "Added 2 chairs next to the lamp and a lamp.",
        ),
        (
            ["moved lamp", "turned chair", "removed the rug"],
            "Moved the lamp, turned the chair and removed the rug.",
        ),
        (
            ["moved lamp", "moved chair", "turned red lamp"],
            "Moved the lamp and the chair; turned the red lamp.",
        ),
    ],
)
def test_things_that_the_same_was_done_to_are_named_together(told: list[str], wanted: str) -> None:
    assert summary(told, NAMES) == wanted


SOFA, CAT, WALL = NodeId("sofa"), NodeId("cat"), NodeId("back-wall")
CALLED = {SOFA: "red sofa", CAT: "cat 2", WALL: "Back Wall"}


@pytest.mark.parametrize(
    ("relations", "wanted"),
    [
        ([], ""),
        ([Relation(kind=Kind.ON, subject=CAT, targets=(SOFA,))], " on the red sofa"),
        (
            [Relation(kind=Kind.LEFT_OF, subject=CAT, targets=(SOFA,))],
            " to the left of the red sofa",
        ),
        (
            [Relation(kind=Kind.AGAINST_WALL, subject=CAT, targets=(WALL,))],
            " against the back wall",
        ),
        ([Relation(kind=Kind.AGAINST_WALL, subject=CAT)], " against a wall"),
        ([Relation(kind=Kind.ON, subject=SOFA, targets=(CAT,))], ""),
        ([Relation(kind=Kind.ON, subject=CAT, targets=(NodeId("gone"),))], ""),
        (
            [
                Relation(kind=Kind.FACING, subject=CAT, targets=(SOFA,)),
                Relation(kind=Kind.NEAR, subject=CAT, targets=(SOFA,)),
            ],
            " near the red sofa",
        ),
    ],
)
def test_a_new_thing_is_told_with_its_place(relations: list[Relation], wanted: str) -> None:
    assert where(relations, CAT, CALLED) == wanted


@pytest.mark.parametrize(
    ("unmet", "wanted"),
    [
        ((), ""),
        (("there is no bed",), "There is no bed."),
        (("there is no bed.", "the lamp is off"), "There is no bed. The lamp is off."),
        (("no room", "no room", "why?"), "No room. Why?"),
    ],
)
def test_reasons_are_sentences(unmet: tuple[str, ...], wanted: str) -> None:
    assert reasons(unmet) == wanted
