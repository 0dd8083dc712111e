"""Edits that take things away, several deeds at once, and what can not be done."""

from __future__ import annotations

import pytest

from tests.edit_words import cases, check

# One case a paragraph: the words; "= edit" lines as ``told`` writes them ("+" goes on with one);
# "? unmet" where something could not be done.
EDITS = """
remove the lamp
= remove lamp

delete the red sofa please
= remove red-sofa

get rid of both chairs
= remove wooden-chair-1 wooden-chair-2

take away the rug
= remove blue-rug

erase everything
= remove red-sofa wooden-chair-1 wooden-chair-2 table lamp floor-lamp blue-rug window

remove all chairs except the first one
= remove wooden-chair-2

could you remove the window?
= remove window

I don't want the floor lamp anymore
= remove floor-lamp

delete the lamp on the table and the rug
= remove lamp blue-rug

remove the smallest chair
= remove wooden-chair-1

throw out the wooden chairs
= remove wooden-chair-1 wooden-chair-2

remove the rug
= remove blue-rug

delete all the chairs
= remove wooden-chair-1 wooden-chair-2

remove the two chairs
= remove wooden-chair-1 wooden-chair-2

remove everything except the sofa
= remove wooden-chair-1 wooden-chair-2 table lamp floor-lamp blue-rug window

get rid of the lamp on the table
= remove lamp

I don't like the rug
= remove blue-rug

delete the left chair
= remove wooden-chair-1

remove the chair next to the window
= remove wooden-chair-1

delete the chair on the right
= remove wooden-chair-2

please remove all of the chairs
= remove wooden-chair-1 wooden-chair-2

remove the things on the table
= remove lamp

remove the second chair and the window
= remove wooden-chair-2 window

throw away the lamp that is on the table
= remove lamp

get rid of the chair closest to the sofa
= remove wooden-chair-1

delete it
= remove lamp

remove the piano
? unmet

make the dragon bigger
? unmet

move the piano to the left
? unmet

put it there
? unmet

remove the elephant
? unmet

remove the sofa, add a bed, and make the table red
= remove red-sofa
= add bed
= replace table red-table

first delete the rug, then put a plant next to the window
= remove blue-rug
= add plant / plant next_to window

make the lamp red and move it to the floor
= replace lamp red-lamp
= move lamp next_to table

remove the rug and make the sofa blue
= remove blue-rug
= replace red-sofa blue-sofa

put a book on the table and remove the rug
= add book / book on table
= remove blue-rug

make the sofa blue, remove the rug and add a plant in the corner
= replace red-sofa blue-sofa
= remove blue-rug
= add plant / plant in_corner

make both chairs green and move them next to the sofa
= replace wooden-chair-1 green-chair
= replace wooden-chair-2 green-chair
= move wooden-chair-1 next_to red-sofa
= move wooden-chair-2 next_to red-sofa
"""


@pytest.mark.parametrize(("said", "edits", "unmet"), list(cases(EDITS)), ids=lambda v: str(v)[:60])
def test_words_become_edits_of_the_things_they_mean(
    said: str, edits: list[str], unmet: bool
) -> None:
    check(said, edits, unmet=unmet)
