"""Scenes noted down in a hurry: bare nouns, headings, lists, who it is for, piles and racks."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
Please create a cosy café: three round tables with two chairs each.
= cafe | 3 round-table, 6 chair
- chair-1 around round-table-1; chair-2 around round-table-1; chair-3 around round-table-2;
- chair-4 around round-table-2; chair-5 around round-table-3; chair-6 around round-table-3

A tavern. Two long tables stand in the middle of the room, each flanked by two benches.
= tavern | 2 long-table, 4 bench
- bench-1 next_to long-table-1; bench-2 next_to long-table-1; bench-3 next_to long-table-2;
- bench-4 next_to long-table-2; long-table-1 in_center; long-table-2 in_center

An armchair, a tall bookcase to its left and a floor lamp between the two.
= room | armchair, tall-bookcase, floor-lamp
- floor-lamp between armchair tall-bookcase; tall-bookcase left_of armchair

Living room. Sofa facing the TV. TV on a low TV stand. Coffee table between sofa and TV stand.
= living room | sofa, tv, low-tv-stand, coffee-table
- coffee-table between sofa low-tv-stand; sofa facing tv; tv on low-tv-stand

A beach with 2 sun loungers, small table between loungers.
= beach | 2 sun-lounger, small-table
- small-table between sun-lounger-1 sun-lounger-2

A bed facing the fireplace. A stone fireplace stands against the back wall.
= room | bed, stone-fireplace
- bed facing stone-fireplace; stone-fireplace against_wall room-back-wall

Bench, tree, bin. Bin next to bench. Tree behind bench.
= meadow | bench, tree, bin
- bin next_to bench; tree behind bench

Dungeon cell 3x3 m, straw bed on the floor, bucket in the corner, chest next to bed
= dungeon cell | straw-bed, bucket, chest
- bucket in_corner; chest next_to straw-bed

An office for a team of 8: two rows of four desks, each desk with a monitor
= office | 8 desk, 8 monitor
- desk-1 in_row desk-2 desk-3 desk-4; desk-5 behind desk-1; desk-5 in_row desk-6 desk-7 desk-8;
- monitor-1 on desk-1; monitor-2 on desk-2; monitor-3 on desk-3; monitor-4 on desk-4;
- monitor-5 on desk-5; monitor-6 on desk-6; monitor-7 on desk-7; monitor-8 on desk-8

A kids room for twins with two beds and a toy box
= kid room | 2 bed, toy-box

A chair for the teacher and a desk
= room | chair, desk

Two desks with one chair each, toy box at the foot of the bed
= room | 2 desk, 2 chair, toy-box, bed
- chair-1 around desk-1; chair-2 around desk-2; toy-box in_front_of bed

A rack with dumbbells along the wall, two mats on the floor
= room | rack, 3 dumbbell, 2 mat
- dumbbell-1 on rack; dumbbell-2 on rack; dumbbell-3 on rack; rack against_wall

A farmyard with a barn, a fence around the yard and a penguin family
= farmyard | barn, 10 fence, 3 penguin
- fence-1 around; fence-10 around; fence-2 around; fence-3 around; fence-4 around;
- fence-5 around; fence-6 around; fence-7 around; fence-8 around; fence-9 around

A village with a bakery, a post office and three houses
= village | bakery, post-office, 3 house

Shelves full of potions along the wall and a shelf on the wall
= room | 4 shelf, 3 potion, shelf
- potion-1 in shelf-1; potion-2 in shelf-2; potion-3 in shelf-3; shelf on_wall;
- shelf-1 against_wall; shelf-2 against_wall; shelf-3 against_wall

Warehouse. 6 crates stacked in a pyramid, pallets along the right wall, 3 barrels behind the
crates.
= warehouse | 6 crate, 3 pallet, 3 barrel
- barrel-1 behind crate-1 crate-2 crate-3 crate-4 crate-5 crate-6;
- barrel-2 behind crate-1 crate-2 crate-3 crate-4 crate-5 crate-6;
- barrel-3 behind crate-1 crate-2 crate-3 crate-4 crate-5 crate-6;
- crate-1 in_row crate-2 crate-3; crate-4 stacked crate-1; crate-5 stacked crate-2;
- crate-6 stacked crate-5; pallet-1 against_wall room-right-wall;
- pallet-2 against_wall room-right-wall; pallet-3 against_wall room-right-wall

12 boxes in three stacks
= room | 12 box
- box-10 stacked box-9; box-11 stacked box-10; box-12 stacked box-11; box-2 stacked box-1;
- box-3 stacked box-2; box-4 stacked box-3; box-6 stacked box-5; box-7 stacked box-6;
- box-8 stacked box-7
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place
