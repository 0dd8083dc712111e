"""How sentences are built: whose "it" is after a list, what ends lists, what is left out."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = r"""
a desk with a laptop, a mug and a stack of books. Next to it a bin, and above it two shelves
= room | desk, laptop, mug, stack-of-books, bin, 2 shelf
- laptop on desk; mug on desk; stack-of-books on desk; bin next_to desk; shelf-* above desk

A desk. On it: monitor, keyboard and mouse. Behind it a chair. Painting above.
= room | desk, monitor, keyboard, mouse, chair, painting
- monitor on desk; keyboard on desk; mouse on desk; chair behind desk; painting above desk

a round table with a candle on it, flanked by two chairs
= room | round-table, candle, 2 chair
- candle on round-table; chair-1 left_of round-table; chair-2 right_of round-table

A rock with a sword stuck in it. A knight kneels in front of it and a horse stands behind him.
= meadow | rock, sword, knight, horse
- sword in rock; knight in_front_of rock; horse behind knight

A wardrobe whose doors are open, a chair that has a jacket on it
= room | wardrobe, chair, jacket
- jacket on chair

Two armchairs by the fire; floor lamps (2) standing behind the armchairs
= room | 2 armchair, fire, 2 floor-lamp
- armchair-* near fire; floor-lamp-* behind armchair-*

A sofa without cushions, a coffee table but no rug, and a bookcase
= room | sofa, coffee-table, bookcase

an office with two desks, no chairs, and a plant
= office | 2 desk, plant

a desk but without a chair, a lamp on it
= room | desk, lamp
- lamp on desk

a bed, not a sofa, and a rug
= room | bed, rug

Put a box on the floor, another on top of it, and a third beside the second one.
= room | box, 3 box
- box-2 on box; box-3 next_to box-2

one chair by the window, a second one by the door
= room | chair, window, 2 chair, door
- chair near window; chair-2 near door

two benches, on each of them a cat, lamps around the benches, and a fountain at the back
= meadow | 2 bench, 2 cat, 3 lamp, fountain
- cat-* on bench-*; lamp-* around bench-1 bench-2; fountain behind

Under each tree a bench, next to the path a lamp, and a bin at the entrance
= meadow | 3 tree, 3 bench, path, lamp, bin, entrance
- bench-* under tree-*; lamp next_to path; bin near entrance

a bed, nightstands either side, lamps on both
= room | bed, 2 nightstand, 2 lamp
- nightstand-1 left_of bed; nightstand-2 right_of bed; lamp-* on nightstand-*

a bed in the left corner, a desk and a chair in the right corner, a stove in between
= room | bed, desk, chair, stove
- bed in_corner room-left-wall; desk in_corner room-right-wall; chair in_corner room-right-wall;
- stove between bed desk

Living room - sofa, tv and a plant
= living room | sofa, tv, plant

Bathroom: tub, sink -- mirror above the sink
= bathroom | tub, sink, mirror
- mirror above sink

a bunk bed with a teddy on the lower bunk and a pillow on the top bunk
= room | bunk-bed, teddy, pillow
- teddy on bunk-bed; pillow on bunk-bed

a cart with hay, two guards
= meadow | cart, hay, 2 guard
- hay in cart

two chairs, a bench and a stool under the window
= room | 2 chair, bench, stool, window
- chair-* under window; bench under window; stool under window

a dispenser next to the door and a plant next to that
= room | dispenser, door, plant
- dispenser next_to door; plant next_to dispenser

one lamp on the desk, the other on the shelf
= room | lamp, desk, 2 lamp, shelf
- lamp on desk; lamp-2 on shelf

two doors, one open, the other closed, between them a plant
= room | 2 door, plant
- plant between door-1 door-2

a courtyard surrounded by columns, in the middle of which there is a well
= courtyard | 3 column, well
- column-* around; well in_center

a desk buried in papers
= room | desk, papers
- papers on desk

Small harbor with two boats tied to a pier; crates on the pier
= harbor | 2 boat, pier, 3 crate
- boat-* next_to pier; crate-* on pier

a kitchen with a table; on it a lamp; under it a cat
= kitchen | table, lamp, cat
- lamp on table; cat under table

A table with a lemon, a silver goblet, three oysters on a plate and a napkin
= room | table, lemon, silver-goblet, 3 oyster, plate, napkin
- lemon on table; silver-goblet on table; oyster-* on plate; plate on table; napkin on table

a sofa facing the tv, a pair of armchairs flanking a coffee table, and a rug underneath
= room | sofa, tv, 2 armchair, coffee-table, rug
- sofa facing tv; armchair-1 left_of coffee-table; armchair-2 right_of coffee-table;
- rug under coffee-table

a hall with a skeleton on a platform, surrounded by a rope barrier, display cases along the wall
= hall | skeleton, platform, rope-barrier, 3 display-case
- skeleton on platform; rope-barrier around platform; display-case-* against_wall

a fir tree, whose branches were hung with red and gold baubles
= meadow | fir-tree, red-bauble, yellow-bauble
- red-bauble on fir-tree; yellow-bauble on fir-tree

a bed by the window, a stove opposite, a small table with two chairs in between
= room | bed, window, stove, small-table, 2 chair
- bed near window; stove opposite bed; chair-* around small-table; small-table between stove bed

a ward with six beds, three along each side, a curtain between the beds
= ward | 6 bed, curtain
- bed-1 left_of; bed-3 left_of; bed-5 left_of; bed-2 right_of; bed-4 right_of; bed-6 right_of;
- curtain between bed-1 bed-2

a shop with 3 rows of 4 pallet racks, two round clothing racks
= shop | 12 pallet-rack, 2 round-clothing-rack
- pallet-rack-1 in_row pallet-rack-2 pallet-rack-3 pallet-rack-4;
- pallet-rack-5 in_row pallet-rack-6 pallet-rack-7 pallet-rack-8;
- pallet-rack-9 in_row pallet-rack-10 pallet-rack-11 pallet-rack-12;
- pallet-rack-5 behind pallet-rack-1; pallet-rack-9 behind pallet-rack-5

a throne room with a red carpet from the door to the throne
= throne room | red-carpet, door, throne
- red-carpet between door throne

a park with a pond, some ducks in the pond and an old man on a bench feeding the ducks
= park | pond, 3 duck, old-man, bench
- duck-* in pond; old-man on bench

a white dome habitat and three solar panels behind the dome
= meadow | white-dome-habitat, 3 solar-panel
- solar-panel-* behind white-dome-habitat

On the table in the corner is a vase. In the corner by the window stands a lamp.
= room | table, vase, window, lamp
- table in_corner; vase on table; lamp in_corner; lamp near window

two goblins, one holding a spear, the other a torch
= room | 2 goblin, spear, torch
- spear next_to goblin-1; torch next_to goblin-2

two parked cars (one a taxi) and a newspaper stand
= meadow | parked-car, taxi, newspaper-stand

a shelf holding six jars, a clock and three books
= room | shelf, 6 jar, clock, 3 book
- jar-* on shelf; clock on shelf; book-* on shelf

a rug in the middle with a table on it, a sofa on one side and a tv on the other
= room | rug, table, sofa, tv
- rug in_center; table on rug; sofa left_of rug; tv right_of rug

a wardrobe on the left desk on the right with a laptop on it
= room | wardrobe, desk, laptop
- wardrobe left_of; desk right_of; laptop on desk

a beach at sunset palm trees on the left
= beach | 3 palm-tree
- palm-tree-* left_of

a warehouse with 12 shelves and two crates
= warehouse | 12 shelf, 2 crate

Room: office
\Desk: 1, by the window
\Chairs: 2
\Plants: 3 (in the corners)
\Sofa: none
= office | desk, window, 2 chair, 3 plant
- desk near window; plant-* in_corner

Setting: kitchen
\Items: table, 4 chairs
\Table: in the middle
= kitchen | table, 4 chair
- table in_center

three baskets, one full of apples, one full of oranges and one empty
= room | 3 basket, 3 apple, 3 orange
- apple-1 in basket-1; apple-2 in basket-1; apple-3 in basket-1; orange-1 in basket-2;
- orange-2 in basket-2; orange-3 in basket-2

a vanity with a stool under it, a rack with dresses along the wall, and a mirror next to that
= room | vanity, stool, rack, 3 dress, mirror
- stool under vanity; dress-* hanging_from rack; rack against_wall; mirror next_to rack

clothing store, a table with sweaters in the middle, a counter at the back
= store | table, 3 sweater, counter
- sweater-* on table; table in_center; counter against_wall room-back-wall

Pirate's cabin: table in the middle, with a lantern and a dagger on it
= cabin | table, lantern, dagger
- table in_center; lantern on table; dagger on table

A table. To its left a chair, to its right another one, behind it a third.
= room | table, chair, 3 chair
- chair left_of table; chair-2 right_of table; chair-3 behind table

3 tables in a row, first one with books, second with plates, third with lamps
= room | 3 table, books, 3 plate, 3 lamp
- table-1 in_row table-2 table-3; books on table-1; plate-1 on table-2; plate-2 on table-2;
- plate-3 on table-2; lamp-1 on table-3; lamp-2 on table-3; lamp-3 on table-3

desk by window chair at desk bookshelf against left wall plant next to bookshelf
= room | desk, window, chair, bookshelf, plant
- desk near window; chair near desk; bookshelf against_wall room-left-wall;
- plant next_to bookshelf

the fireplace has a clock on the mantelpiece and an armchair on each side
= room | fireplace, clock, 2 armchair
- clock on fireplace; armchair-1 left_of fireplace; armchair-2 right_of fireplace
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert result.setting.name == case.place
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("an office with two desks, no chairs, and a plant", ["chair"]),
        ("a sofa without cushions, a coffee table but no rug", ["cushion", "rug"]),
        ("a bed, not a sofa, and a rug", ["sofa"]),
    ],
)
def test_what_is_left_out_is_said(sentence: str, left: list[str]) -> None:
    notes = decompose(sentence).notes
    assert [note for note in notes if note.startswith("Left out")] == [
        f"Left out, as asked: {label}." for label in left
    ]
