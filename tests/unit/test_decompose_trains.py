"""Trains are in a file on their rails; moats are around castles."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.layout import lay_out
from schemas.decomposition import RelationKind


@pytest.mark.parametrize(
    "text",
    [
        "A train with three wagons on rails",
        "A locomotive with three carriages on a track",
        "On the carpet there is a toy track with a train and three wagons",
    ],
)
def test_a_train_is_in_a_file_on_rails_that_hold_it(text: str) -> None:
    scene = decompose(text)
    layout = lay_out(scene)
    assert layout.unmet == ()
    cars = [w for w in scene.wishes if w.recipe.noun in {"train", "railway carriage"}]
    places = [layout.placed[w.id] for w in cars]
    spread = [abs(p.position.x - places[0].position.x) for p in places]
    along = [abs(p.position.z - places[0].position.z) for p in places]
    assert len(places) == 4
    assert min(max(spread), max(along)) < 0.01
    assert max(max(spread), max(along)) > 2.5 * max(cars[1].recipe.size)


def test_two_trains_are_no_one_train() -> None:
    scene = decompose("Two trains and a signal")
    assert not any(r.kind is RelationKind.IN_ROW for r in scene.relations)


def test_a_castle_stands_within_its_moat() -> None:
    scene = decompose("A castle with a moat")
    layout = lay_out(scene)
    castle, moat = (layout.placed[w.id].position for w in scene.wishes)
    assert abs(castle.x - moat.x) < 1.0
    assert abs(castle.z - moat.z) < 1.0
    assert layout.unmet == ()
