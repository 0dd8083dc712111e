"""What is asked to be in or under a thing is as large as it allows, and that is told."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.layout import lay_out
from schemas.decomposition import Decomposition
from schemas.model import Vec3


def _size(made: Decomposition, name: str) -> tuple[float, float, float]:
    return next(w for w in made.wishes if name in w.name).recipe.size


@pytest.mark.parametrize(
    "text",
    [
        "a bench with a suitcase under the bench",
        "a dog under a picnic table",
        "a bed with a toy box under it and a teddy bear in the toy box",
        "a bunk bed with a desk under it",
        "an aquarium with five fish in it",
        "a fireplace with three logs in it",
        "a bear in a crib",
        "a bowl with seven apples in it",
        "a man in a car",
        "a scarecrow in a cornfield",
        "a vase with five roses in it",
    ],
)
def test_what_can_be_in_or_under_a_thing_in_a_usual_size_is(text: str) -> None:
    layout = lay_out(decompose(text))
    assert not layout.unmet
    assert layout.certificate is not None
    assert layout.certificate.valid


def test_what_is_made_smaller_is_told() -> None:
    made = decompose("a bench with a suitcase under the bench")
    assert _size(made, "suitcase")[1] < _size(made, "bench")[1]
    assert any("suitcase is a small one" in note for note in made.notes)


def test_a_bowl_grows_before_its_fruit_shrinks() -> None:
    few, many = decompose("a bowl with an apple in it"), decompose("a bowl with nine apples in it")
    assert _size(many, "bowl")[0] > _size(few, "bowl")[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a coffee table with a piano under it", "piano"),
        ("an elephant in a wardrobe", "elephant"),
        ("a cat in a cup", "cat"),
        ("a 90 cm high suitcase under a bench", "suitcase"),
    ],
)
def test_what_would_be_absurdly_small_or_is_measured_keeps_its_size_and_is_unmet(
    text: str, name: str
) -> None:
    made = decompose(text)
    assert not any("small one" in note for note in made.notes)
    assert any(name in u.reason for u in lay_out(made).unmet)


def test_only_the_one_under_the_bench_is_a_small_one() -> None:
    made = decompose("two suitcases and a bench with a suitcase under the bench")
    heights = {w.slot: w.recipe.size[1] for w in made.wishes if "suitcase" in w.name}
    assert len(heights) == len(set(heights.values())) == 2


def test_small_animals_sit_on_narrow_things() -> None:
    layout = lay_out(decompose("a rooster on a fence, a cat on a pile of books"))
    assert not layout.unmet


def test_what_does_not_lie_side_by_side_in_a_thing_lies_in_heaps() -> None:
    layout = lay_out(decompose("a fireplace with three logs in it"))
    spots: list[Vec3] = [p.position for n, p in layout.placed.items() if n.startswith("log")]
    assert len({round(s.y, 2) for s in spots}) > 1
