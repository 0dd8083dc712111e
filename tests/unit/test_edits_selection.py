"""Which things an edit is about: exceptions, halves, the nearest, the rest, and how many."""

from __future__ import annotations

import pytest

from tests.edited_scenes import cases, check

# One case a paragraph: the scene and the words; "= facts" as ``Edited.facts`` tells them, all else
# must stay as it was to the bit; "? words" of what could not be done.
WHICH = """
hall: remove everything except the sofa and the tv
= blue armchair: gone
= cabinet: gone
= cat: gone
= chair 1: gone
= chair 2: gone
= chair 3: gone
= chair 4: gone
= crate 1: gone
= crate 2: gone
= crate 3: gone
= lamp 1: gone
= lamp 2: gone
= picture: gone
= red chair: gone
= rug: gone
= table: gone
= vase: gone

hall: remove all chairs but the red one
= chair 1: gone
= chair 2: gone
= chair 3: gone
= chair 4: gone

hall: remove all the furniture except the sofa and the table
= blue armchair: gone
= cabinet: gone
= chair 1: gone
= chair 2: gone
= chair 3: gone
= chair 4: gone
= red chair: gone
= lamp 2: off

yard: remove the two trees furthest from the house
= tree 3: gone
= tree 5: gone

yard: remove all trees except the two closest to the house
= tree 2: gone
= tree 3: gone
= tree 5: gone

yard: delete the tree nearest to the bench
= tree 2: gone

hall: remove the chair closest to the cabinet
= red chair: gone

hall: remove the closest chair to the sofa
= chair 3: gone

hall: remove the chair closest to the door
? door

hall: remove the leftmost lamp
= lamp 1: gone

hall: remove the lamp on the right
= lamp 2: gone

hall: remove the lamp on the cabinet
= lamp 2: gone

hall: remove the lamp from the cabinet
= lamp 2: gone

hall: paint the first crate from the right green
= crate 3: is green crate 3

hall: remove the second chair from the right
= chair 2: gone

hall: remove the crate in the corner
= crate 1: gone

hall: remove the chair in the corner
= red chair: gone

hall: remove the red one
= red sofa: gone

yard: remove the biggest one
= house: gone

hall: remove the one on the cabinet
= lamp 2: gone

hall: remove half of the crates
= crate 1: gone
= crate 2: gone

hall: remove any two crates
= crate 1: gone
= crate 2: gone

hall: remove all but one crate
= crate 2: gone
= crate 3: gone

yard: remove every other tree
= tree 1: gone
= tree 3: gone
= tree 5: gone

hall: keep the sofa and the table and remove the rest
= blue armchair: gone
= cabinet: gone
= cat: gone
= chair 1: gone
= chair 2: gone
= chair 3: gone
= chair 4: gone
= crate 1: gone
= crate 2: gone
= crate 3: gone
= lamp 1: gone
= lamp 2: gone
= picture: gone
= red chair: gone
= rug: gone
= tv: gone
= vase: gone

hall: remove the sofa and paint everything else white
= red sofa: gone
= blue armchair: is white armchair
= cabinet: is white cabinet
= cat: is white cat
= chair 1: is white chair 1
= chair 2: is white chair 2
= chair 3: is white chair 3
= chair 4: is white chair 4
= crate 1: is white crate 1
= crate 2: is white crate 2
= crate 3: is white crate 3
= lamp 1: is white lamp 1
= lamp 2: is white lamp 2
= picture: is white picture
= red chair: is white chair
= rug: is white rug
= table: is white table
= tv: is white tv
= vase: is white vase

hall: remove everything on the table
= lamp 1: gone
= vase: gone

hall: clear the table
= lamp 1: gone
= vase: gone

hall: empty the cabinet
= lamp 2: gone

hall: delete whatever is on the table
= lamp 1: gone
= vase: gone

hall: delete all lamps that are on the table
= lamp 1: gone

hall: remove the chairs on the left side of the table
= chair 1: gone
= chair 3: gone

hall: remove the chairs in front of the table
= chair 1: gone
= chair 2: gone

hall: make the left lamp white and the right one black
= lamp 1: is white lamp 1
= lamp 2: is black lamp 2

hall: paint the back wall yellow and the others white
= Back Wall: #f2cd2c
= Left Wall: #f5f5f3
= Right Wall: #f5f5f3

hall: make the red chair blue and the others green
= chair 1: is green chair 1
= chair 2: is green chair 2
= chair 3: is green chair 3
= chair 4: is green chair 4
= red chair: is blue chair

yard: make the trees on the left smaller
= tree 1: x0.67
= tree 2: x0.67

yard: make the second tallest tree blue
= tree 4: is blue tree 4

yard: remove the tallest tree
= tree 3: gone

hall: turn all crates by 90 degrees except the first one
= crate 2: turned 90
= crate 3: turned 90

hall: only one crate
= crate 2: gone
= crate 3: gone

hall: fewer crates please
= crate 3: gone

hall: there should be five crates
= crate: new
= crate 4: new

hall: I want exactly two crates
= crate 3: gone

yard: double the number of benches
= bench 2: new

hall: no more crates
= crate 1: gone
= crate 2: gone
= crate 3: gone

hall: remove the elephant
? elephant

hall: remove the piano and the rug
= rug: gone
? piano

hall: sofa blue
= red sofa: is blue sofa

hall: vase on cabinet
= vase: on cabinet

hall: delte the cat
= cat: gone

hall: would you mind removing the cat?
= cat: gone

hall: REMOVE THE CAT!!!
= cat: gone

hall: could you please get rid of the tv, thanks
= tv: gone

hall: remove the things on the table
= lamp 1: gone
= vase: gone

hall: remove all the lamps except the one on the table
= lamp 2: gone

yard: remove the tree behind the fountain
= tree 4: gone

yard: remove the statue and the two trees closest to it
= statue: gone
= tree 2: gone
= tree 5: gone

hall: remove the last crate
= crate 3: gone

hall: remove the cat and the dog
= cat: gone
? dog
"""


@pytest.mark.parametrize(
    ("where", "said", "facts", "unmet"), list(cases(WHICH)), ids=lambda v: str(v)[:60]
)
def test_words_do_what_they_ask_and_nothing_else(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    check(where, said, facts, unmet)
