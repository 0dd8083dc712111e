"""Rows, circles, stacks, pairs: how several things stand among themselves."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
two sofas back to back
= room | 2 sofa
- sofa-2 behind sofa-1; sofa-1 facing; sofa-2 facing room-back-wall

six chairs in a circle
= room | 6 chair
- chair-1 around; chair-2 around; chair-3 around; chair-4 around; chair-5 around; chair-6 around

five chairs in a semicircle around a piano
= room | 5 chair, piano
- chair-* around piano

four barrels lined up along the wall
= room | 4 barrel
- barrel-1 in_row barrel-2 barrel-3 barrel-4; barrel-* against_wall

a row of three lanterns on a shelf
= room | 3 lantern, shelf
- lantern-1 in_row lantern-2 lantern-3; lantern-* on shelf

eight chairs in two rows
= room | 8 chair
- chair-1 in_row chair-2 chair-3 chair-4; chair-5 in_row chair-6 chair-7 chair-8; chair-5 behind
- chair-1

a lobby with a reception desk with a receptionist
= lobby | reception-desk, receptionist
- receptionist behind reception-desk

a sofa, a desk with a chair and a window
= room | sofa, desk, chair, window
- chair around desk

eight trees in neat rows
= meadow | 8 tree
- tree-1 in_row tree-2 tree-3 tree-4; tree-5 in_row tree-6 tree-7 tree-8; tree-5 behind tree-1

four rows of five desks facing a blackboard
= room | 20 desk, blackboard
- desk-* facing blackboard; desk-1 in_row desk-2 desk-3 desk-4 desk-5; desk-6 in_row desk-7 desk-8
- desk-9 desk-10; desk-11 in_row desk-12 desk-13 desk-14 desk-15; desk-16 in_row desk-17 desk-18
- desk-19 desk-20; desk-6 behind desk-1; desk-11 behind desk-6; desk-16 behind desk-11

toys scattered on the floor
= room | 3 toy

a tower of four boxes
= room | 4 box
- box-2 stacked box-1; box-3 stacked box-2; box-4 stacked box-3

a red car and a blue car side by side
= meadow | red-car, blue-car
- red-car in_row blue-car

a chair on each side of a round table
= room | 2 chair, round-table
- chair-1 left_of round-table; chair-2 right_of round-table

three crates piled up next to two barrels
= room | 3 crate, 2 barrel
- crate-2 stacked crate-1; crate-3 stacked crate-2; crate-* next_to barrel-1 barrel-2

ten tombstones in a row in a graveyard
= graveyard | 10 tombstone
- tombstone-1 in_row tombstone-2 tombstone-3 tombstone-4 tombstone-5 tombstone-6 tombstone-7
- tombstone-8 tombstone-9 tombstone-10

A circle of eight stones around a campfire
= meadow | 8 stone, campfire
- stone-* around campfire

a sofa and two armchairs around a coffee table
= room | sofa, 2 armchair, coffee-table
- sofa around coffee-table; armchair-* around coffee-table

cars parked in a line in front of a hotel
= meadow | 3 car, hotel
- car-1 in_row car-2 car-3; car-* in_front_of hotel

a fridge, an oven and a sink next to each other
= room | fridge, oven, sink
- fridge in_row oven sink

two beds, two lamps and two rugs, all side by side
= room | 2 bed, 2 lamp, 2 rug
- bed-1 in_row bed-2 lamp-1 lamp-2 rug-1 rug-2

Two knights face each other in a courtyard.
= courtyard | 2 knight
- knight-1 facing knight-2; knight-2 facing knight-1

a teacher's desk facing two rows of three chairs
= room | teacher-desk, 6 chair
- teacher-desk facing chair-1; chair-1 in_row chair-2 chair-3; chair-4 in_row chair-5 chair-6;
- chair-4 behind chair-1

two trees on the left, three on the right
= meadow | 5 tree
- tree-1 left_of; tree-2 left_of; tree-3 right_of; tree-4 right_of; tree-5 right_of

a long table with six chairs on each side
= room | long-table, 12 chair
- chair-1 left_of long-table; chair-2 right_of long-table; chair-3 left_of long-table; chair-4
- right_of long-table; chair-5 left_of long-table; chair-6 right_of long-table; chair-7 left_of
- long-table; chair-8 right_of long-table; chair-9 left_of long-table; chair-10 right_of long-table;
- chair-11 left_of long-table; chair-12 right_of long-table

five chairs, two of them red
= room | 2 red-chair, 3 chair

four candles at the corners of the table
= room | 4 candle, table
- candle-* on table

A shelf with three vases on it: one red, one blue and one green.
= room | shelf, red-vase, blue-vase, green-vase
- red-vase on shelf; blue-vase on shelf; green-vase on shelf

a long hallway with three doors on the left and two doors on the right
= hallway | 5 door
- door-1 left_of; door-2 left_of; door-3 left_of; door-4 right_of; door-5 right_of

two crates stacked against the wall
= room | 2 crate
- crate-2 stacked crate-1; crate-1 against_wall; crate-2 against_wall

a studio with six mats laid out in two rows of three
= studio | 6 mat
- mat-1 in_row mat-2 mat-3; mat-4 in_row mat-5 mat-6; mat-4 behind mat-1

an attic with boxes stacked in the corner, an old trunk
= attic | 3 box, old-trunk
- box-2 stacked box-1; box-3 stacked box-2; box-* in_corner
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place
