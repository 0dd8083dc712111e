"""How an edit makes things look: sizes, colours, light, new things; and several in one sentence."""

from __future__ import annotations

import pytest

from tests.edited_scenes import cases, check

# One case a paragraph: the scene and the words; "= facts" as ``Edited.facts`` tells them, all else
# must stay as it was to the bit; "? words" of what could not be done.
LOOKS = """
hall: make the table 2 m wide
= table: x1.25,1,1

hall: make the table 50 cm longer
= table: x1.31,1,1

yard: make the statue 20% taller
= statue: x1.2

hall: make the tv half the size
= tv: x0.5

hall: make only the table longer
= table: x1.5,1,1

hall: double the height of the cabinet
= cabinet: x1,2,1
= lamp 2: moved 0,0.9,0

hall: make the lamps the same size as the vase
= lamp 1: x0.6
= lamp 2: x0.6

hall: make the crates wider and lower
= crate 1: x1.5,0.67,1
= crate 2: x1.5,0.67,1
= crate 3: x1.5,0.67,1

hall: make the cabinet as tall as the table
= cabinet: x1,0.83,1
= lamp 2: moved 0,-0.15,0

hall: set the height of the table to 1 m
= lamp 1: moved 0,0.25,0
= table: x1,1.33,1
= vase: moved 0,0.25,0

hall: make the table 30 m long
? no room for that

yard: make the house 5 times bigger
? no room for that

yard: make the dog 3 times bigger
= dog: x3

hall: make the cabinet narrower
= cabinet: x0.67,1,1

hall: shrink the table and the cat a bit
= cat: x0.83
= lamp 1: moved
= table: x0.83
= vase: moved

hall: scale the tv to 50%
= tv: x0.5

hall: make it 2 m tall
? no room for that

hall: make the crates bigger
= crate 1: x1.5
= crate 2: x1.5
= crate 3: x1.5

hall: make the lamp twice as big as the vase
= lamp 1: x1.2

hall: reduce the width of the sofa by 25%
= red sofa: x0.75,1,1

hall: make the chairs red and the table blue
= chair 1: is red chair 1
= chair 2: is red chair 2
= chair 3: is red chair 3
= chair 4: is red chair 4
= table: is blue table

hall: make the crates all wooden
= crate 1: is wooden crate 1
= crate 2: is wooden crate 2
= crate 3: is wooden crate 3

hall: give each crate a different colour
= crate 1: is red crate 1
= crate 2: is blue crate 2
= crate 3: is yellow crate 3

hall: swap the colours of the sofa and the armchair
= blue armchair: is red armchair
= red sofa: is blue sofa

hall: paint the armchair the same colour as the sofa
= blue armchair: is red armchair

hall: make the armchair match the sofa
= blue armchair: is red armchair

hall: make the sofa darker
= red sofa: is dark red sofa

hall: the sofa is too dark
= red sofa: is light red sofa

hall: paint everything white except the floor
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
= red sofa: is white sofa
= rug: is white rug
= table: is white table
= tv: is white tv
= vase: is white vase

hall: make the walls and the floor darker
= Back Wall: #8c8882
= Floor: #6b533a
= Left Wall: #8c8882
= Right Wall: #8c8882

hall: replace all lamps with candles
= lamp 1: is candle 1
= lamp 2: is candle 2

hall: turn the armchair into a bed
= blue armchair: is bed moved

hall: regenerate the cat
= cat: is cat

hall: I want a nicer table
= table: is table

yard: could you make the statue look like a robot?
= statue: is robot

yard: replace the dog by two cats
= dog: is cat
= cat: new

hall: change the material of the table to glass
= table: is glass table

hall: the sofa in leather please
= red sofa: is leather sofa

hall: it is too dark
= light: changed

hall: make it darker
= light: changed

hall: warmer light
= light: changed

hall: make the lighting blue
= light: changed

yard: sunset
= light: changed

hall: turn on the lamps
= light: changed

hall: turn the lamp off
? is off already

hall: turn the tv off
? can not be switched

yard: add a spotlight on the statue
= light: changed

yard: make it rain
? rain

yard: blue fog
? fog

yard: make the sky pink
= light: changed

yard: brighter by 50%
= light: changed

yard: moonlight
= light: changed

hall: another chair like the red one
= red chair 2: new

yard: add two more benches like the bench
= bench 2: new
= bench 3: new

yard: duplicate the bench five times
= bench 2: new
= bench 3: new
= bench 4: new
= bench 5: new
= bench 6: new

yard: make three copies of the statue
= statue 2: new
= statue 3: new
= statue 4: new

hall: add a copy of the cat next to the sofa
= cat 2: new

hall: add a candle to every table
= candle: new on table

hall: put a cushion on each chair
= cushion 1: new on chair 1
= cushion 2: new on chair 2
= cushion 3: new on chair 3
= cushion 4: new on chair 4
= cushion 5: new on red chair

hall: another lamp
= lamp: new on table

hall: remove the rug, move the cabinet 50 cm to the left and add a dog, then make it night
= rug: gone
= cabinet: moved -0.5,0,0
= dog: new
= light: changed

hall: first remove the cat, then the tv, and finally make the walls grey
= cat: gone
= tv: gone
= Back Wall: #8c8f92
= Left Wall: #8c8f92
= Right Wall: #8c8f92

hall: take the vase and put it on the cabinet
= vase: on cabinet

hall: leave the sofa as it is but make the armchair green
= blue armchair: is green armchair

hall: move the vase to the cabinet, then delete the table
= table: gone
= lamp 1: off
= vase: on cabinet

hall: I don't like the tv, take it away
= tv: gone

hall: remove the elephant and make the sofa blue
= red sofa: is blue sofa
? elephant

hall: make the vase yellow, the lamp green and the rug purple
= lamp 1: is green lamp 1
= rug: is purple rug
= vase: is yellow vase

yard: add three more trees
= tree 6: new
= tree 7: new
= tree 8: new

hall: add two plants, one on each side of the sofa
= plant 1: new
= plant 2: new
"""


@pytest.mark.parametrize(
    ("where", "said", "facts", "unmet"), list(cases(LOOKS)), ids=lambda v: str(v)[:60]
)
def test_words_do_what_they_ask_and_nothing_else(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    check(where, said, facts, unmet)
