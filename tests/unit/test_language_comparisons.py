"""Sizes that are told by another thing of the text: "half its height", "as long as the sofa"."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose

SIDES = {"wide": 0, "high": 1, "deep": 2}

SENTENCES = [
    ("a cube 50 cm on a side and a green cone half its height to its right",
     "green-cone high 0.5 cube high"),
    ("a bed and a toy chest half the width of the bed beside it", "toy-chest wide 0.5 bed wide"),
    ("a toy chest and a stuffed giraffe twice as tall as the chest",
     "stuffed-giraffe high 2 toy-chest high"),
    ("a sofa and a bookshelf as long as the sofa behind it", "bookshelf wide 1 sofa wide"),
    ("a desk 1.8 m wide and a shelf the same width above it", "shelf wide 1 desk wide"),
    ("a wardrobe. Next to it is a mirror that is as tall as the wardrobe",
     "mirror high 1 wardrobe high"),
    ("a fishing boat and a sailboat half as long", "sailboat deep 0.5 fishing-boat deep"),
    ("a house and a fence a third of the height of the house", "fence high 0.3333 house high"),
    ("two towers, one twice as tall as the other", "tower high 2 tower-2 high"),
    ("a rover between two boulders, the left one as high as the rover, the right one twice that",
     "boulder-2 high 2 rover high"),
    ("a giraffe and a zebra half the giraffe's height", "zebra high 0.5 giraffe high"),
    ("two spheres: the first is marble, the second is bronze and twice its diameter",
     "bronze-sphere wide 2 marble-sphere wide"),
    ("an oak bookcase 210 x 90 x 30 cm and to the right of it a cabinet half as tall",
     "cabinet high 0.5 oak-bookcase high"),
    ("a red ball, a blue ball twice its size next to it", "blue-ball wide 2 red-ball wide"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), SENTENCES)
def test_a_size_follows_from_another_things(sentence: str, told: str) -> None:
    """``told``: "thing side factor other side"."""
    one, side, factor, other, along = told.split()
    sizes = {str(w.id): w.recipe.size for w in decompose(sentence).wishes}
    wanted = float(factor) * sizes[other][SIDES[along]]
    assert sizes[one][SIDES[side]] == pytest.approx(wanted, rel=0.02)


def test_looks_follow_from_another_things() -> None:
    wishes = decompose("a grey sofa and an ottoman the same colour as the sofa").wishes
    assert wishes[0].recipe.color == wishes[1].recipe.color is not None


def test_a_pile_is_as_high_as_said() -> None:
    logs = decompose("a pile of logs as high as a door beside a hut").wishes[:-1]
    assert sum(w.recipe.size[1] for w in logs) == pytest.approx(2.1, rel=0.1)


@pytest.mark.parametrize(
    ("sentence", "size"),
    [
        ("an oak bookcase 210 x 90 x 30 cm", (0.9, 2.1, 0.3)),
        ("nine cubes, 1 m each", (1.0, 1.0, 1.0)),
        ("a glass sphere of radius 0.5 m", (1.0, 1.0, 1.0)),
        ("a red sphere of 30 cm diameter", (0.3, 0.3, 0.3)),
        ("cube 1m red center, sphere 0.5m blue on top", (1.0, 1.0, 1.0)),
        ("a cube 50 cm on a side", (0.5, 0.5, 0.5)),
    ],
)
def test_measured_sides_are_the_right_ones(sentence: str, size: tuple[float, float, float]) -> None:
    assert decompose(sentence).wishes[0].recipe.size == pytest.approx(size)
