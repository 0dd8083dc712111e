"""Where an edit puts things: ways, swaps, rows, turns, tilts; and what is in the way."""

from __future__ import annotations

import pytest

from tests.edited_scenes import cases, check

# One case a paragraph: the scene and the words; "= facts" as ``Edited.facts`` tells them, all else
# must stay as it was to the bit; "? words" of what could not be done.
PLACES = """
hall: move the armchair 50 cm back
= blue armchair: moved 0,0,0.5

hall: move the cat 30 cm to the left
= cat: moved -0.3,0,0

hall: move the cat 1 m closer to the tv
= cat: moved 0.87,0,0.49

hall: move the cat away from the tv by 50 cm
= cat: moved -0.44,0,-0.24

hall: push the sofa 1 m back
= red sofa: moved 0,0,0.05
? edge of the room

hall: move the sofa 20 m to the right
= red sofa: moved 3,0,0
? the cabinet is in the way

hall: move the vase 20 cm to the left
= vase: moved -0.2,0,0

hall: move the vase 5 m to the left
= vase: moved -0.5,0,0
? lamp 1 is in the way

hall: move both crates on the left 40 cm forward
= crate 1: moved 0,0,-0.4
= crate 2: moved 0,0,-0.4

hall: move the chairs 30 cm to the left
= chair 1: moved -0.3,0,0
= chair 2: moved -0.3,0,0
= chair 3: moved -0.3,0,0
= chair 4: moved -0.3,0,0
= red chair: moved -0.3,0,0

yard: lift the balloon by 1 m
= balloon: moved 0,1,0

yard: raise the balloon to 3 m
= balloon: moved 0,3,0

yard: lower the balloon
? stays there

yard: move the balloon 100 m to the left
= balloon: moved -17.5,0,0
? edge of the room

hall: lift the table by 50 cm
= table: moved 0,0.5,0

hall: move the vase to the floor next to the table
= vase: off

hall: take the vase off the table
= vase: off

hall: put the vase on the floor
= vase: off

hall: swap the lamp and the vase
= lamp 1: moved 0.8,0,0
= vase: moved -0.8,0,0

yard: swap the positions of the statue and the dog
= dog: moved -6,0,-8
= statue: moved 6,0,8

hall: switch the cat with the tv
= cat: moved 1.8,0,1
= tv: moved -1.8,0,-1

hall: make the cat and the armchair swap places
= blue armchair: moved 5.4,0,-2
= cat: moved -5.4,0,2

hall: move the cat where the armchair is
= blue armchair: moved 0.56,0,0
= cat: moved -5.4,0,2

yard: move the dog to where the bench is
= bench: moved 0,0,0.72
= dog: moved -3,0,-4

hall: line the crates up along the back wall
= crate 1: moved
= crate 2: moved
= crate 3: moved

hall: put the crates in a row
= crate 1: moved
= crate 2: moved
= crate 3: moved

hall: put the crates next to each other
= crate 1: moved
= crate 2: moved
= crate 3: moved

yard: spread the trees out
= tree 1: moved
= tree 2: moved
= tree 3: moved
= tree 4: moved
= tree 5: moved

hall: bring the crates closer together
= crate 1: moved
= crate 2: moved
= crate 3: moved

hall: centre the rug
= rug: moved

hall: rotate all crates to face the tv
= crate 1: turned
= crate 2: turned
= crate 3: turned

hall: turn the armchair around
= blue armchair: turned -180

hall: rotate the cat by 30 degrees to the left
= cat: turned -30

hall: turn the cat towards the tv
= cat: turned

hall: make the cat face away from the tv
= cat: turned

hall: tilt the picture by 10 degrees
= picture: tilted 0,10

hall: lay the vase on its side
= vase: moved -0.15,0.09,0 tilted 0,90

yard: flip the bench upside down
= bench: moved 0,0.85,0 tilted 0,180

hall: hang the picture higher
= picture: moved 0,0.3,0

hall: hang the picture 20 cm lower
= picture: moved 0,-0.2,0

hall: turn the picture around
? hangs on the wall

hall: turn the table by 90 degrees
= table: moved 1.12,0,0 turned 90

hall: put the vase on the cabinet
= vase: on cabinet

hall: stack the crates
= crate 2: on crate 1
= crate 3: on crate 2

hall: move the cat to the left of the tv
= cat: moved

hall: move the cat to the other side of the room
= cat: moved -4,0,0

hall: put the sofa on the vase
? too large

hall: put the tv on the wall
= tv: moved

hall: could the tv hang on the wall instead?
= tv: moved

hall: rotate everything on the table by 90 degrees
= lamp 1: turned 90
= vase: turned 90

hall: turn the table and everything on it by 180 degrees
= table: turned -180

hall: scoot the cat 30 cm forward
= cat: moved 0,0,-0.3

hall: put the cat on the dog
? dog

hall: put the vase next to the elephant
? elephant

hall: turn the sofa to the window
? window

hall: move the walls
? Where should

hall: move the cat under the table
= cat: moved

hall: remove the table
= table: gone
= lamp 1: off
= vase: off

hall: remove the cabinet
= cabinet: gone
= lamp 2: off
"""


@pytest.mark.parametrize(
    ("where", "said", "facts", "unmet"), list(cases(PLACES)), ids=lambda v: str(v)[:60]
)
def test_words_do_what_they_ask_and_nothing_else(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    check(where, said, facts, unmet)
