"""Lists with a head, rows told of one by one, and places said before what stands there."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
From left to right: a red ball, a blue ball and a green ball
= room | red-ball, blue-ball, green-ball
- red-ball in_row blue-ball green-ball

a desk, and on it from right to left a lamp, a laptop and a phone
= room | desk, lamp, laptop, phone
- lamp on desk; laptop on desk; phone on desk; phone in_row laptop lamp

A stage. Front row: three violinists. Back row: two drummers and a pianist
= room | stage, 3 violinist, 2 drummer, pianist
- violinist-1 in_row violinist-2 violinist-3; drummer-1 in_row drummer-2 pianist

front row three cars, back row two buses
= meadow | 3 car, 2 bus
- car-1 in_row car-2 car-3; bus-1 in_row bus-2; bus-1 behind car-1 car-2 car-3

Table: lamp, books, mug
= room | table, lamp, books, mug
- lamp on table; books on table; mug on table

A sofa. Above, a painting. Opposite, a tv.
= room | sofa, painting, tv
- painting above sofa; tv opposite sofa

In one corner a bed, in the other a desk.
= room | bed, desk
- bed in_corner; desk in_corner

two towers, in between a bridge
= meadow | 2 tower, bridge
- bridge between tower-1 tower-2

A fireplace and an armchair. Above it all a chandelier.
= room | fireplace, armchair, chandelier
- chandelier hanging_from

a shop with a pair of scales on the counter
= shop | scale, counter
- scale on counter

a garage with a stack of tyres in the corner
= garage | stack-of-tyres
- stack-of-tyres in_corner

a group of five children under the tree
= meadow | 5 child, tree
- child-* under tree
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_list_stands_as_its_head_says(case: Case) -> None:
    result = decompose(case.sentence)

    assert (result.setting.name, counted(result)) == (case.place, case.things)
    assert expanded(case, result) <= stated(result)
