"""Several people of one kind have a few looks; one, and those in one dress, have theirs."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.decompose.variety import LOOKS
from consumers.greybox.build import build, surface_of


def test_ten_people_are_of_a_few_looks_and_keep_their_names() -> None:
    people = [w for w in decompose("A market with ten people").wishes if "person" in w.recipe.label]
    looks = {w.slot: w.recipe for w in people}
    assert len(people) == 10
    assert len(looks) == len(set(looks.values())) == LOOKS
    assert len({surface_of(recipe).color for recipe in looks.values()}) == LOOKS
    assert {w.recipe.label for w in people} == {"person"}


@pytest.mark.parametrize(
    "text",
    [
        "Eight players",
        "A yard with three people in red",
        "A room with a woman",
        "A room with three chairs",
    ],
)
def test_what_is_one_or_dressed_alike_has_one_look(text: str) -> None:
    scene = decompose(text)
    assert len({w.slot for w in scene.wishes}) == 1


def test_a_look_is_drawn_the_same_each_time() -> None:
    second = decompose("A street with two women").wishes[1].recipe
    assert [p.material for p in build(second).parts] == [p.material for p in build(second).parts]
