"""Edits of things with what belongs to them, of parts, of what shall stay, and of how many."""

from __future__ import annotations

import pytest

from tests.edit_words import cases, check
from tests.edited_scenes import cases as scene_cases
from tests.edited_scenes import check as check_scene

# One case a paragraph: the words; "= edit" lines as ``told`` writes them ("+" goes on with one);
# "? unmet" where something could not be done.
WORDS = """
rotate the table together with its chairs by 90 degrees
= rotate table 90 along wooden-chair-1 wooden-chair-2

move the table with the chairs 1 m to the left
= move table by -1 0 0 along wooden-chair-1 wooden-chair-2

move the table to the left wall with its chairs
= move table against_wall room-left-wall along wooden-chair-1 wooden-chair-2

turn the whole dining set by 45 degrees
= rotate table 45 along wooden-chair-1 wooden-chair-2

move the table and everything on it to the left wall
= move table against_wall room-left-wall along lamp

shift everything on the table 10 cm to the right
= move lamp by 0.1 0 0

copy the table with its chairs
= add table-2, wooden-chair, wooden-chair-3 / table-2 next_to table
+ / wooden-chair around table-2 / wooden-chair-3 around table-2

remove the table and everything on it
= remove table lamp

make the legs of the table black
? unmet

paint the table's legs red
? unmet

raise the table top
? unmet

its legs should be thicker
? unmet

don't move the lamp, just move the rug 20 cm to the right
= move blue-rug by 0.2 0 0

leave the chairs, just turn the table
= rotate table 90

nothing else should change, just make the sofa a third smaller
= resize red-sofa 0.667

paint the chairs red without touching the table
= replace wooden-chair-1 red-chair
= replace wooden-chair-2 red-chair

turn the table, but don't turn the chairs
= rotate table 90

do not touch the sofa
? unmet

don't move the lamp to the left, move it to the right
= move lamp by 1 0 0

make the rug longer but keep its width
= resize blue-rug 1.5x1x1

make the chairs red, all but the first one
= replace wooden-chair-2 red-chair

we will be four, not two
= add wooden-chair, wooden-chair-3 / wooden-chair around table / wooden-chair-3 around table

three chairs instead of two
= add wooden-chair / wooden-chair around table

I only want one chair, not two
= remove wooden-chair-2

three chairs are enough
= add wooden-chair / wooden-chair around table

one less chair
= remove wooden-chair-2

push the sofa flush against the left wall
= move red-sofa against_wall room-left-wall

pull the sofa 40 cm away from the wall
= move red-sofa by 0 0 -0.4

move the sofa half way to the table
= move red-sofa by 1.3 0 -0.65

the sofa should be 30 cm closer to the table
= move red-sofa by 0.268 0 -0.134

align the sofa with the table
= move red-sofa by 0 0 -1.3

make the chairs face each other
= rotate wooden-chair-1 to wooden-chair-2
= rotate wooden-chair-2 to wooden-chair-1

push the chairs together
= arrange gather 0.02 wooden-chair-1 wooden-chair-2

move the chairs 30 cm closer together
= arrange gather 0.75 wooden-chair-1 wooden-chair-2

put the chairs 1 m apart
= arrange spread 1.25 wooden-chair-1 wooden-chair-2

the chairs are too close together
= arrange spread 1.5 wooden-chair-1 wooden-chair-2

the table is too thin
= resize table 1.5x1x1.5

make the sofa taller than the floor lamp
= resize red-sofa 1x2.07x1

swap the colours of the sofa and the chairs
= replace red-sofa brown-sofa
= replace wooden-chair-1 red-chair
= replace wooden-chair-2 red-chair

make the chairs white and the table the same
= replace wooden-chair-1 white-chair
= replace wooden-chair-2 white-chair
= replace table white-table

make the sofa longer but not deeper
= resize red-sofa 1.5x1x1

copy the table and what's on it
= add table-2, lamp-2 / table-2 next_to table / lamp-2 on table-2

make everything made of wood white
= replace wooden-chair-1 white-chair
= replace wooden-chair-2 white-chair
= replace table white-table
= replace window white-window

paint the left chair blue and do the same for the other one
= replace wooden-chair-1 blue-chair
= replace wooden-chair-2 blue-chair

move the table 1 m forward and the sofa next to it
= move table by 0 0 -1 along wooden-chair-1 wooden-chair-2
= move red-sofa next_to table

put the sofa back to brown
= replace red-sofa brown-sofa

make the chairs blue except one
= replace wooden-chair-2 blue-chair

swap the sofa's and the table's positions
= move red-sofa swaps table

put the floor lamp where the table is and the table where the floor lamp is
= move floor-lamp swaps table
"""


@pytest.mark.parametrize(("said", "edits", "unmet"), list(cases(WORDS)), ids=lambda v: str(v)[:60])
def test_words_become_edits_of_the_things_they_mean(
    said: str, edits: list[str], unmet: bool
) -> None:
    check(said, edits, unmet=unmet)


# The scene and the words; "= facts" of what became of things; all else stays as it was.
DONE = """
hall: turn the table with its chairs by 90 degrees
= chair 1: moved -0.5,0,1.3 turned 90
= chair 2: moved -1.3,0,0.5 turned 90
= chair 3: moved 1.3,0,-0.5 turned 90
= chair 4: moved 0.5,0,-1.3 turned 90
= table: turned 90

hall: move the table with its chairs 30 cm to the left
= chair 1: moved -0.3,0,0
= chair 2: moved -0.3,0,0
= chair 3: moved -0.3,0,0
= chair 4: moved -0.3,0,0
= table: moved -0.3,0,0

hall: shift everything on the table 10 cm forward
= lamp 1: moved 0,0,-0.1
= vase: moved 0,0,-0.1

hall: move the cabinet and everything on it to the left wall
= cabinet: moved -5.78,0,-3.91 turned -90
"""


@pytest.mark.parametrize(
    ("where", "said", "facts", "unmet"), list(scene_cases(DONE)), ids=lambda v: str(v)[:60]
)
def test_what_belongs_together_keeps_its_places_to_one_another(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    check_scene(where, said, facts, unmet)
