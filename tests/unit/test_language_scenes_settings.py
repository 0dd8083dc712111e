"""The place of a scene, its time and light: told outright, by its contents, or empty."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
A reading nook: an armchair and a floor lamp.
= reading nook | armchair, floor-lamp

spaceship bridge with an armchair
= spaceship bridge | armchair

medieval village square with a well in the center
= village square | well
- well in_center

an L-shaped living room with a sofa
= living room | sofa

a rooftop terrace at dusk overlooking the city with two chairs
= rooftop terrace | 2 chair

inside a submarine there is a control panel
= submarine | control-panel

a bedroom in the style of Van Gogh with a bed and a chair
= bedroom | bed, chair

a lighthouse on a cliff during a storm
= meadow | lighthouse, cliff
- lighthouse on cliff

a picnic table at the beach
= beach | picnic-table

a foggy morning in the forest with a deer
= forest | deer

a candlelit dining room with a table
= dining room | table

a moonlit garden with a statue
= garden | statue

a tree on a snowy day
= snow field | tree

a bar counter with a neon sign on the wall behind
= room | bar-counter, neon-sign
- neon-sign on_wall; neon-sign behind bar-counter

a prison cell with a bed and a toilet
= prison cell | bed, toilet

an airport lounge with a row of seats
= airport | 4 seat
- seat-1 in_row seat-2 seat-3 seat-4

a train station with a bench and a clock
= train station | bench, clock
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place
