"""The units of a kitchen stand side by side at the wall, their backs in one line."""

from __future__ import annotations

from itertools import pairwise

import pytest

from consumers.decompose.rules import decompose
from consumers.layout import Layout, Placed
from tests.layouts import made


def _units(layout: Layout, *stems: str) -> list[Placed]:
    units = [p for n, p in layout.placed.items() if str(n).startswith(stems)]
    return sorted(units, key=lambda p: p.position.x)


def _touch(units: list[Placed]) -> bool:
    """Whether things in a line along x stand side by side with their backs in one line."""
    ends = [(p.position.x - p.size[0] / 2, p.position.x + p.size[0] / 2) for p in units]
    near = all(b[0] - a[1] < 0.02 for a, b in pairwise(ends))
    return near and len({round(p.position.z + p.size[2] / 2, 3) for p in units}) == 1


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("a kitchen with a fridge, a stove, a sink, a dishwasher, cabinets and a table", 7),
        ("a kitchen with a stove, a microwave, a fridge, four cabinets and a toaster", 6),
        ("a kitchen with an oven, a dishwasher and a sink along the back wall", 3),
    ],
)
def test_the_units_of_a_kitchen_are_a_run(text: str, many: int) -> None:
    units = _units(made(text), "fridge", "stove", "oven", "sink", "dishwasher", "cabinet")
    assert len(units) == many
    assert _touch(units)


@pytest.mark.parametrize(
    "text",
    [
        "a kitchen with a fridge in the corner, an oven, a sink under the window and a cabinet",
        "a fridge against the left wall, a stove against the right wall and a sink",
        "a living room with two cabinets, a sofa and a fridge",
    ],
)
def test_units_with_places_of_their_own_are_none(text: str) -> None:
    units = _units(made(text), "fridge", "stove", "oven", "sink", "cabinet")
    assert not _touch(units)


def test_what_does_not_fit_in_a_run_stands_elsewhere() -> None:
    layout = made("a kitchen with a fridge, a stove, a sink and ten cabinets")
    assert len(_units(layout, "cabinet")) == 10
    assert not _touch(_units(layout, "fridge", "stove", "sink", "cabinet"))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("a kitchen with a sink", "kitchen sink"),
        ("a fridge, a stove and a sink", "kitchen sink"),
        ("a bathroom with a sink", "sink"),
        ("a sink and a mirror", "sink"),
    ],
)
def test_a_sink_is_a_kitchens_in_a_kitchen(text: str, noun: str) -> None:
    assert noun in {w.recipe.noun for w in decompose(text).wishes}
