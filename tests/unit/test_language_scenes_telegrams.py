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
- potion-1 on shelf-1; potion-2 on shelf-2; potion-3 on shelf-3; shelf on_wall;
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

A cafe with a bar along the back wall and four stools in front of the bar
= cafe | bar, 4 stool
- bar against_wall room-back-wall; stool-1 in_front_of bar; stool-2 in_front_of bar;
- stool-3 in_front_of bar; stool-4 in_front_of bar

Bar with 5 stools, bottles on shelf behind bar, jukebox left corner, fridge back corner, plant
corner
= bar | 5 stool, 3 bottle, shelf, bar, jukebox, fridge, plant
- bottle-1 on shelf; bottle-2 on shelf; bottle-3 on shelf; fridge in_corner room-back-wall;
- jukebox in_corner room-left-wall; plant in_corner; shelf behind bar

A wedding: a small table with a cake to the right of the arch, and two white doves on the arch.
= meadow | small-table, cake, arch, 2 white-dove
- cake on small-table; small-table right_of arch; white-dove-1 on arch; white-dove-2 on arch

Two parked cars, one red one black
= meadow | red-parked-car, black-parked-car

A workbench at the back with a toolbox and a vise on it, tires stacked in the corner, and a bike
on the wall
= room | workbench, toolbox, vise, 3 tire, bike
- bike on_wall; tire-1 in_corner; tire-2 in_corner; tire-2 stacked tire-1; tire-3 in_corner;
- tire-3 stacked tire-2; toolbox on workbench; vise on workbench;
- workbench against_wall room-back-wall

For my d&d game: throne room, king on throne, two guards either side of throne, long carpet
leading to throne, six pillars three on each side of the carpet
= throne room | king, throne, 2 guard, long-carpet, 6 pillar
- guard-1 left_of throne; guard-2 right_of throne; king on throne;
- long-carpet in_front_of throne; pillar-1 left_of long-carpet; pillar-2 right_of long-carpet;
- pillar-3 left_of long-carpet; pillar-4 right_of long-carpet; pillar-5 left_of long-carpet;
- pillar-6 right_of long-carpet

Level 3 - sewer: two crocodiles and a treasure chest behind a crate
= sewer | 2 crocodile, treasure-chest, crate
- treasure-chest behind crate

A ship deck: mast in the center, four cannons - two on each side
= ship deck | mast, 4 cannon
- cannon-1 left_of mast; cannon-2 right_of mast; cannon-3 left_of mast; cannon-4 right_of mast;
- mast in_center

A low table in the center surrounded by four cushions, a teapot and two cups on the table
= room | low-table, 4 cushion, teapot, 2 cup
- cup-1 on low-table; cup-2 on low-table; cushion-1 around low-table; cushion-2 around low-table;
- cushion-3 around low-table; cushion-4 around low-table; low-table in_center;
- teapot on low-table

Nursery with a white crib, changing table against the right wall with a book and a lotion bottle,
a teddy bear in the crib
= nursery | white-crib, changing-table, book, lotion-bottle, teddy-bear
- book on changing-table; changing-table against_wall room-right-wall;
- lotion-bottle on changing-table; teddy-bear in white-crib

Reception desk opposite the door with a computer. Plant each side of the desk.
= room | reception-desk, door, computer, 2 plant
- computer on reception-desk; plant-1 left_of reception-desk; plant-2 right_of reception-desk;
- reception-desk opposite door

Dried herbs hang from the ceiling.
= room | 3 dried-herb
- dried-herb-1 hanging_from; dried-herb-2 hanging_from; dried-herb-3 hanging_from

Build a small bakery. A glass counter in front with six croissants, behind the counter an oven.
Two tables with two chairs each near the window
= bakery | glass-counter, 6 croissant, oven, 2 table, 4 chair, window
- chair-1 around table-1; chair-2 around table-1; chair-3 around table-2; chair-4 around table-2;
- croissant-1 on glass-counter; croissant-2 on glass-counter; croissant-3 on glass-counter;
- croissant-4 on glass-counter; croissant-5 on glass-counter; croissant-6 on glass-counter;
- glass-counter in_front_of; oven behind glass-counter; table-1 near window; table-2 near window

INT. KITCHEN - NIGHT. A table with two chairs.
= kitchen | table, 2 chair
- chair-1 around table; chair-2 around table
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place
