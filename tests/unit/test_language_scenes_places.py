"""Places of a room and of things, and how far apart: walls, corners, ends, opposite, metres."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
a painting on the left wall and a clock on the right wall
= room | painting, clock
- painting on_wall room-left-wall; clock on_wall room-right-wall

a wardrobe against the right wall
= room | wardrobe
- wardrobe against_wall room-right-wall

a plant in the far left corner
= room | plant
- plant in_corner room-left-wall room-back-wall

a grandfather clock in the back right corner of the living room
= living room | grandfather-clock
- grandfather-clock in_corner room-right-wall room-back-wall

the bed is on the back wall, the desk on the left wall
= room | bed, desk
- bed against_wall room-back-wall; desk against_wall room-left-wall

a tv opposite the sofa
= room | tv, sofa
- tv opposite sofa

An armchair across from a sofa with a rug in between
= room | armchair, sofa, rug
- armchair opposite sofa; rug between armchair sofa

a chair 1 m to the left of the table
= room | chair, table
- chair left_of table @1

a floor lamp 50 cm behind the sofa
= room | floor-lamp, sofa
- floor-lamp behind sofa @0.5

a tree 3 metres away from the house
= meadow | tree, house
- tree near house @3

a bench two metres in front of a fountain
= meadow | bench, fountain
- bench in_front_of fountain @2

two chairs 20 cm apart
= room | 2 chair
- chair-1 in_row chair-2 @0.2

a stool at the head of the table
= room | stool, table
- stool next_to table

a chest at the foot of the bed
= room | chest, bed
- chest in_front_of bed

an armchair by the window
= room | armchair, window
- armchair near window

a pool table centred in the room
= room | pool-table
- pool-table in_center

a rug centered under the table
= room | rug, table
- rug under table

a vase in the middle of the table
= room | vase, table
- vase on table

a ladder leaning against the wall
= room | ladder
- ladder against_wall

shelves along the walls and a counter in the middle of the shop
= shop | 3 shelf, counter
- shelf-* against_wall; counter in_center

a sofa with its back to the wall
= room | sofa
- sofa against_wall

Upstairs bedroom with a bed under the window and a lamp nearby.
= bedroom | bed, window, lamp
- bed under window; lamp near bed

a chest with a sword inside and a helmet on top
= room | chest, sword, helmet
- sword in chest; helmet on chest

a house with a bench in front and a shed behind
= meadow | house, bench, shed
- bench in_front_of house; shed behind house

two trees with a hammock in between
= meadow | 2 tree, hammock
- hammock between tree-1 tree-2

a sign on the wall behind a counter
= room | sign, counter
- sign on_wall; sign behind counter

a lamp hanging over the table from the ceiling
= room | lamp, table
- lamp above table; lamp hanging_from

a toy car inside a box under the bed
= room | toy-car, box, bed
- toy-car in box; box under bed

A desk stands next to the door, with a chair opposite.
= room | desk, door, chair
- desk next_to door; chair opposite desk

a well half a metre from a fence
= meadow | well, fence
- well near fence @0.5

In the left corner is a piano and in the right corner a harp.
= room | piano, harp
- piano in_corner room-left-wall; harp in_corner room-right-wall

to the left of the sofa a lamp, to the right a plant, behind it a bookshelf
= room | sofa, lamp, plant, bookshelf
- lamp left_of sofa; plant right_of sofa; bookshelf behind sofa

a vase on the shelf above the desk
= room | vase, shelf, desk
- vase on shelf; shelf above desk

a globe on a chair in the corner by the window
= room | globe, chair, window
- globe on chair; chair in_corner; chair near window

bathroom; tub left, sink right, mirror over sink
= bathroom | tub, sink, mirror
- tub left_of; sink right_of; mirror above sink

The sofa's on the left, and opposite is a fireplace with a clock on it.
= room | sofa, fireplace, clock
- sofa left_of; fireplace opposite sofa; clock on fireplace

A garden shed. Inside are a rake and two pots.
= meadow | garden-shed, rake, 2 pot
- rake in garden-shed; pot-* in garden-shed

a bike leaning on a tree
= meadow | bike, tree
- bike next_to tree

a desk with a monitor in the middle, a lamp on the left and a cup on the right
= room | desk, monitor, lamp, cup
- monitor on desk; lamp on desk; cup on desk

a kitchen with an island in the center, a bowl on the island
= kitchen | island, bowl
- island in_center; bowl on island

a monkey on the back of an elephant
= meadow | monkey, elephant
- monkey on elephant

a shed at the back of the barn
= meadow | shed, barn
- shed behind barn

a sofa, and 2 m to its right, a lamp
= room | sofa, lamp
- lamp right_of sofa @2

a desk, and a book and a vase on the floor
= room | desk, book, vase
- book on; vase on

a candle on the table on the floor
= room | candle, table
- candle on table

a sofa on the floor
= room | sofa
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place
