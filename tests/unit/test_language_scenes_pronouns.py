"""Whom "it", "its", "them", "each", "the other" and "one of them" mean, over several sentences."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
a bench between two oak trees, a pond in front of it with three ducks
= meadow | bench, 2 oak-tree, pond, 3 duck
- bench between oak-tree-1 oak-tree-2; pond in_front_of bench; duck-* in pond

an armchair in the corner, a floor lamp behind it, and a small side table to its left holding a
stack of books and a mug
= room | armchair, floor-lamp, small-side-table, stack-of-books, mug
- armchair in_corner; floor-lamp behind armchair; small-side-table left_of armchair; stack-of-books
- on small-side-table; mug on small-side-table

a bed with a nightstand on each side. Each nightstand has a lamp on it.
= room | bed, 2 nightstand, 2 lamp
- nightstand-1 left_of bed; nightstand-2 right_of bed; lamp-* on nightstand-*

There are three tables. Every table has a candle and a plate on it.
= room | 3 table, 3 candle, 3 plate
- candle-* on table-*; plate-* on table-*

two beach umbrellas with deck chairs underneath
= meadow | 2 beach-umbrella, 2 deck-chair
- deck-chair-* under beach-umbrella-*

The table is round and made of glass. Put a bowl of fruit on it.
= room | table, bowl-of-fruit
- bowl-of-fruit on table

Two nightstands, a lamp on one and a vase on the other.
= room | 2 nightstand, lamp, vase
- lamp on nightstand-1; vase on nightstand-2

There are two shelves on the wall. The first holds three books, the second a globe.
= room | 2 shelf, 3 book, globe
- shelf-* on_wall; book-* on shelf-1; globe on shelf-2

a table with a cup on each corner
= room | table, 4 cup
- cup-* on table

a dining table with a plate for each of the eight chairs
= room | dining-table, 8 plate, 8 chair
- plate-* on dining-table

There is a desk by the window. In front of it stands a chair, and on it are a laptop and a mug.
= room | desk, window, chair, laptop, mug
- desk near window; chair in_front_of desk; laptop on desk; mug on desk

A sofa faces the fireplace. Behind it is a bookshelf and above the fireplace hangs a mirror.
= room | sofa, fireplace, bookshelf, mirror
- sofa facing fireplace; bookshelf behind sofa; mirror above fireplace

There are two armchairs. Between them stands a small table. A lamp is on it.
= room | 2 armchair, small-table, lamp
- small-table between armchair-1 armchair-2; lamp on small-table

four desks, each with a lamp and a chair behind it
= room | 4 desk, 4 lamp, 4 chair
- lamp-* on desk-*; chair-* behind desk-*

a red chair and a blue chair with a table between them
= room | red-chair, blue-chair, table
- table between blue-chair red-chair

Two beds and two wardrobes. The beds are against the left wall, the wardrobes against the right
wall.
= room | 2 bed, 2 wardrobe
- bed-* against_wall room-left-wall; wardrobe-* against_wall room-right-wall

There's a barrel next to a crate. A cat sits on the crate and a lantern stands on the barrel.
= room | barrel, crate, cat, lantern
- barrel next_to crate; cat on crate; lantern on barrel

Two lamps and a vase. The vase stands between the lamps.
= room | 2 lamp, vase
- vase between lamp-1 lamp-2

a sofa with a lamp on either side of it
= room | sofa, 2 lamp
- lamp-1 left_of sofa; lamp-2 right_of sofa

a long table with a chair at either end
= room | long-table, 2 chair
- chair-1 left_of long-table; chair-2 right_of long-table

in each corner of the room a plant
= room | 4 plant
- plant-* in_corner

A vase and a book on the table and a lamp beside it.
= room | vase, book, table, lamp
- vase on table; book on table; lamp next_to table

A huge cauldron and twelve candles on a long table.
= room | huge-cauldron, 12 candle, long-table
- candle-* on long-table

a wardrobe and a vase on a shelf
= room | wardrobe, vase, shelf
- vase on shelf

A piano and three framed photos on the wall.
= room | piano, 3 framed-photo
- framed-photo-* on_wall

There are two doors. The one on the left wall is blue.
= room | blue-door, door
- blue-door on_wall room-left-wall

three chairs, one of them red, around a table
= room | red-chair, 2 chair, table
- red-chair around table; chair-* around table

A man and a woman sit on a bench. A dog lies in front of them.
= room | man, woman, bench, dog
- man on bench; woman on bench; dog in_front_of man woman

a cabinet whose doors are green, next to a fridge
= room | cabinet, fridge
- cabinet next_to fridge

A bookshelf stands against the back wall. To its right is a floor lamp, to its left an armchair.
= room | bookshelf, floor-lamp, armchair
- bookshelf against_wall room-back-wall; floor-lamp right_of bookshelf; armchair left_of bookshelf

Three trees. Under each of them there is a bench.
= meadow | 3 tree, 3 bench
- bench-* under tree-*

a bed, a nightstand on both sides of it and a lamp on each of them
= room | bed, 2 nightstand, 2 lamp
- nightstand-1 left_of bed; nightstand-2 right_of bed; lamp-* on nightstand-*

a rug with a coffee table on it and two sofas facing it
= room | rug, coffee-table, 2 sofa
- coffee-table on rug; sofa-* facing coffee-table

a monitor, a keyboard and a mouse, all on a white desk
= room | monitor, keyboard, mouse, white-desk
- monitor on white-desk; keyboard on white-desk; mouse on white-desk

a lamp and a vase on the desk and the shelf respectively
= room | lamp, vase, desk, shelf
- lamp on desk; vase on shelf

Put three plates on the table, each with a fork to its left and a knife to its right.
= room | 3 plate, table, 3 fork, 3 knife
- plate-* on table; fork-* left_of plate-*; knife-* right_of plate-*

A bed. To the left of it a nightstand with a lamp. To the right of it a desk with a book on it.
= room | bed, nightstand, lamp, desk, book
- nightstand left_of bed; lamp on nightstand; desk right_of bed; book on desk

Two cats are sleeping on a sofa. One is black and the other is white.
= room | black-cat, white-cat, sofa
- black-cat on sofa; white-cat on sofa

There are two nightstands beside the bed. Put a lamp on the left one and a clock on the right one.
= room | 2 nightstand, bed, lamp, clock
- nightstand-* next_to bed; lamp on nightstand-1; clock on nightstand-2

Two plants. One's by the window and the other one's next to the TV.
= room | 2 plant, window, tv
- plant-1 near window; plant-2 next_to tv

a tray holding two cups and a mug sits on a bench in front of the sofa
= room | tray, 2 cup, mug, bench, sofa
- cup-* on tray; mug on tray; tray on bench; bench in_front_of sofa

a wizard with a staff in his hand stands on top of a tower
= meadow | wizard, staff, tower
- staff next_to wizard; wizard on tower

a snowman with a hat on its head next to a fence
= meadow | snowman, hat, fence
- hat on snowman; snowman next_to fence

a red cube on top of a green cube, which is on top of a blue cube
= room | red-cube, green-cube, blue-cube
- red-cube on green-cube; green-cube on blue-cube

The bed is on the left, the desk is on the right. Between them lies a rug with a ball on it.
= room | bed, desk, rug, ball
- bed left_of; desk right_of; rug between bed desk; ball on rug

a rug with a basket, two plates and a bottle on it
= room | rug, basket, 2 plate, bottle
- basket on rug; plate-* on rug; bottle on rug

A desk. The desk has two drawers and a lamp. Next to it is a bin.
= room | desk, lamp, bin
- lamp on desk; bin next_to desk

On top of the fridge is a microwave, and on top of that is a basket.
= room | fridge, microwave, basket
- microwave on fridge; basket on microwave

two lamps, one for each nightstand
= room | 2 lamp, 2 nightstand
- lamp-* on nightstand-*

a cat, a dog and a chair, all on a rug
= room | cat, dog, chair, rug
- cat on rug; dog on rug; chair on rug

Put the vase on the table between the two candles.
= room | vase, table, 2 candle
- vase on table; vase between candle-1 candle-2
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place
