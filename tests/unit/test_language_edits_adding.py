"""Edits that add things, in many phrasings."""

from __future__ import annotations

import pytest

from tests.edit_words import cases, check

# One case a paragraph: the words; "= edit" lines as ``told`` writes them ("+" goes on with one);
# "? unmet" where something could not be done.
EDITS = """
add a cat under the table
= add cat / cat under table

add two plants, one on each side of the sofa
= add plant-1, plant-2 / plant-1 left_of red-sofa / plant-2 right_of red-sofa

put a big green plant in the corner
= add big-green-plant / big-green-plant in_corner

add a tall bookshelf against the wall behind the sofa
= add tall-bookshelf / tall-bookshelf against_wall / tall-bookshelf behind red-sofa

there should be a tv opposite the sofa
= add tv / tv opposite red-sofa

place three books on the table
= add book-1, book-2, book-3 / book-1 on table / book-2 on table / book-3 on table

also add a dog
= add dog

put a vase between the sofa and the table
= add vase / vase between red-sofa table

insert a 2 m tall statue next to the floor lamp
= add statue / statue next_to floor-lamp

put a lamp on each chair
= add lamp-2, lamp-3 / lamp-2 on wooden-chair-1 / lamp-3 on wooden-chair-2

hang a painting above the sofa
= add painting / painting above red-sofa

let there be a chandelier hanging from the ceiling
= add chandelier / chandelier hanging_from

can I have a coffee table in front of the sofa?
= add coffee-table / coffee-table in_front_of red-sofa

a bowl of fruit on the table
= add bowl-of-fruit / bowl-of-fruit on table

duplicate the chair
= add wooden-chair / wooden-chair next_to wooden-chair-1

copy the lamp
= add lamp-2 / lamp-2 next_to lamp

add a lamp
= add lamp-2

add a red vase on the table
= add red-vase / red-vase on table

put a plant next to the sofa and a cat on it
= add plant, cat / plant next_to red-sofa / cat on red-sofa

put a lamp on the desk
= add lamp-2
? unmet

duplicate the red sofa
= add red-sofa-2 / red-sofa-2 next_to red-sofa

add two more chairs around the table
= add chair-1, chair-2 / chair-1 around table / chair-2 around table

add another chair
= add chair

place a chair on each side of the sofa
= add chair-1, chair-2 / chair-1 left_of red-sofa / chair-2 right_of red-sofa

hang a picture on the wall above the sofa
= add picture / picture on_wall / picture above red-sofa

more chairs
= add chair-1, chair-2, chair-3

add a bookshelf to the right of the sofa with books on it
= add bookshelf, books / bookshelf right_of red-sofa / books on bookshelf

add a black cat on the red sofa
= add black-cat / black-cat on red-sofa

put three candles and a plate on the table
= add candle-1, candle-2, candle-3, plate / candle-1 on table / candle-2 on table / candle-3 on
+ table / plate on table

hang a mirror on the back wall
= add mirror / mirror on_wall room-back-wall

add a bench opposite the red sofa and paint it green
= add bench / bench opposite red-sofa

add four stools around the table
= add stool-1, stool-2, stool-3, stool-4 / stool-1 around table / stool-2 around table / stool-3
+ around table / stool-4 around table

I'd like to have a fireplace against the wall
= add fireplace / fireplace against_wall

put a tv on the wall and a tv stand under it
= add tv, tv-stand / tv on_wall / tv-stand under tv

add some flowers in a vase on the table
= add flower-1, flower-2, flower-3, vase / flower-1 in vase / flower-2 in vase / flower-3 in
+ vase / vase on table

stack three books on the table
= add book-1, book-2, book-3 / book-1 on table / book-2 stacked book-1 / book-3 stacked book-2

add a painting to the left of the window
= add painting / painting left_of window

can we get a second lamp next to the first one
= add lamp-2 / lamp-2 next_to lamp
"""


@pytest.mark.parametrize(("said", "edits", "unmet"), list(cases(EDITS)), ids=lambda v: str(v)[:60])
def test_words_become_edits_of_the_things_they_mean(
    said: str, edits: list[str], unmet: bool
) -> None:
    check(said, edits, unmet=unmet)
