"""A thing is as large as what words put on it needs, where nobody says its size."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.layout import lay_out


def _size(text: str, name: str) -> tuple[str, tuple[float, float, float]]:
    found = next(w for w in decompose(text).wishes if name in w.name)
    return found.recipe.noun, found.recipe.size


@pytest.mark.parametrize(
    "text",
    [
        "a park with a red blanket and a basket on the blanket",
        "a beach with a green blanket, on it two books, a bottle and three apples",
    ],
)
def test_a_blanket_with_things_on_it_lies_spread_out(text: str) -> None:
    noun, (wide, high, deep) = _size(text, "blanket")
    assert noun != "blanket"
    assert high < 0.03
    assert wide * deep > 2.0
    assert not lay_out(decompose(text)).unmet


def test_a_blanket_on_a_bed_stays_folded() -> None:
    noun, _ = _size("a bed with a red blanket on it and a book on the blanket", "blanket")
    assert noun == "blanket"


def test_a_thing_nobody_knows_is_wide_enough_for_what_is_on_it() -> None:
    text = "a gizmo with a tv and a laptop on it"
    _, (wide, _, _) = _size(text, "gizmo")
    assert wide > 1.2
    assert not lay_out(decompose(text)).unmet


def test_a_small_restaurant_is_as_large_as_its_tables_need() -> None:
    small = decompose("a small restaurant with a round table and two chairs around it")
    many = decompose("a small restaurant with four round tables and four chairs around each table")
    assert small.setting.width is not None
    assert many.setting.width is None


def test_a_cave_is_as_high_as_its_dragon_needs() -> None:
    assert not lay_out(decompose("a dragon in a cave")).unmet
