"""Which way things are turned: to a wall, to the viewer, from each other, from a thing."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.layout import lay_out
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
a bedroom with a chair facing the wall, a cat under the chair
= bedroom | chair, cat
- chair facing room-back-wall; cat under chair

a desk facing the left wall and a bookshelf against the right wall
= room | desk, bookshelf
- desk facing room-left-wall; bookshelf against_wall room-right-wall

a sofa facing away from the window with a floor lamp beside it
= room | sofa, window, floor-lamp
- sofa in_front_of window; sofa facing; floor-lamp next_to sofa

a field with a knight with his back to the castle
= field | knight, castle
- knight in_front_of castle; knight facing

eight arcade machines in two rows back to back
= room | 8 arcade-machine
- arcade-machine-1 in_row arcade-machine-2 arcade-machine-3 arcade-machine-4; arcade-machine-5
- in_row arcade-machine-6 arcade-machine-7 arcade-machine-8; arcade-machine-5 behind
- arcade-machine-1; arcade-machine-1 facing; arcade-machine-2 facing; arcade-machine-3 facing;
- arcade-machine-4 facing; arcade-machine-5 facing room-back-wall; arcade-machine-6 facing
- room-back-wall; arcade-machine-7 facing room-back-wall; arcade-machine-8 facing room-back-wall

a bench under the cherry tree facing the fountain
= meadow | bench, cherry-tree, fountain
- bench under cherry-tree; bench facing fountain

a boy sitting on a bench facing the camera
= room | boy, bench
- boy on bench; boy facing

six white chairs in two columns of three facing a wedding arch
= meadow | 6 white-chair, wedding-arch
- white-chair-1 in_row white-chair-2 white-chair-3; white-chair-4 in_row white-chair-5
- white-chair-6; white-chair-4 behind white-chair-1; white-chair-* facing wedding-arch

two round tables, each with two chairs facing each other
= room | 2 round-table, 4 chair
- chair-1 around round-table-1; chair-2 around round-table-1; chair-3 around round-table-2;
- chair-4 around round-table-2; chair-1 facing chair-2; chair-2 facing chair-1; chair-3 facing
- chair-4; chair-4 facing chair-3
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_says_how_things_are_turned(case: Case) -> None:
    result = decompose(case.sentence)
    assert result.setting.name == case.place
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)


@pytest.mark.parametrize(
    "sentence",
    [
        "eight arcade machines in two rows back to back",
        "two armchairs back to back, a rug under them",
        "a room with a chair facing the left wall",
        "a sofa facing away from the window",
    ],
)
def test_what_is_turned_away_can_be_had(sentence: str) -> None:
    assert [u.reason for u in lay_out(decompose(sentence)).unmet] == []
