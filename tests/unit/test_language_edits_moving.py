"""Edits of place and turn, in many phrasings."""

from __future__ import annotations

import pytest

from tests.edit_words import cases, check

# One case a paragraph: the words; "= edit" lines as ``told`` writes them ("+" goes on with one);
# "? unmet" where something could not be done.
EDITS = """
move the lamp next to the sofa
= move lamp next_to red-sofa

move the red sofa to the center of the room
= move red-sofa in_center

move both chairs behind the table
= move wooden-chair-1 behind table
= move wooden-chair-2 behind table

shift the sofa left by 50 cm
= move red-sofa by -0.5 0 0

push the table back
= move table by 0 0 1 along wooden-chair-1 wooden-chair-2

slide the rug 1 m to the right
= move blue-rug by 1 0 0

put the chairs around the table
= move wooden-chair-1 around table
= move wooden-chair-2 around table

put the lamp in the corner
= move lamp in_corner

place the floor lamp to the left of the sofa
= move floor-lamp left_of red-sofa

move the chair away from the table by 1 meter
= move wooden-chair-1 by -0.949 0 -0.316

pull the table forward a little
= move table by 0 0 -0.3 along wooden-chair-1 wooden-chair-2

lift the lamp
= move lamp by 0 1 0

move everything to the left
= move red-sofa by -1 0 0
= move wooden-chair-1 by -1 0 0
= move wooden-chair-2 by -1 0 0
= move table by -1 0 0
= move lamp by -1 0 0
= move floor-lamp by -1 0 0
= move blue-rug by -1 0 0
= move window by -1 0 0

put the lamp on the sofa
= move lamp on red-sofa

move the chair to the left by 2 m
= move wooden-chair-1 by -2 0 0

move the sofa against the wall
= move red-sofa against_wall

move the sofa next to the window
= move red-sofa next_to window

move the floor lamp to the corner
= move floor-lamp in_corner

move it closer to the sofa
= move lamp by -0.889 0 0.445

put it on the rug
= move lamp on blue-rug

move the lamp on the table to the sofa
= move lamp on red-sofa

can you please move the red sofa a bit to the right?
= move red-sofa by 0.3 0 0

raise the lamp
= move lamp by 0 1 0

bring the chair closer to the table
= move wooden-chair-1 next_to table

put the two chairs in front of the sofa
= move wooden-chair-1 in_front_of red-sofa
= move wooden-chair-2 in_front_of red-sofa

move the table 1 meter forward
= move table by 0 0 -1 along wooden-chair-1 wooden-chair-2

move the lamp from the table to the rug
= move lamp next_to blue-rug

put the lamp under the table
= move lamp under table

place the table in the middle of the room
= move table in_center along wooden-chair-1 wooden-chair-2

move the sofa a little bit closer to the window
= move red-sofa by 0.169 0 0.153

put the other chair in the corner
= move wooden-chair-1 in_corner

could you shift the table half a meter to the right please
= move table by 0.5 0 0 along wooden-chair-1 wooden-chair-2

let's have the lamp on the sofa instead
= move lamp on red-sofa

nudge the lamp slightly left
= move lamp by -0.3 0 0

place the sofa against the left wall
= move red-sofa against_wall room-left-wall

put the chairs side by side in front of the sofa
= move wooden-chair-1 in_row wooden-chair-2
= move wooden-chair-1 in_front_of red-sofa
= move wooden-chair-2 in_front_of red-sofa

rotate the table 30 degrees
= rotate table 30

turn the sofa 180 degrees
= rotate red-sofa 180

spin the chair around
= rotate wooden-chair-1 180

rotate the chair to the left
= rotate wooden-chair-1 -90

make the chairs face the table
= rotate wooden-chair-1 to table
= rotate wooden-chair-2 to table

turn the floor lamp clockwise by 45°
= rotate floor-lamp 45

make the sofa face the window
= rotate red-sofa to window

rotate the sofa by 45 degrees
= rotate red-sofa 45

turn the chair around
= rotate wooden-chair-1 180

turn the sofa to face the window
= rotate red-sofa to window

rotate all chairs to face the sofa
= rotate wooden-chair-1 to red-sofa
= rotate wooden-chair-2 to red-sofa

turn the left chair 45 degrees to the right
= rotate wooden-chair-1 45

rotate the sofa so that it faces the table
= rotate red-sofa to table

turn all the chairs so they face the window
= rotate wooden-chair-1 to window
= rotate wooden-chair-2 to window
"""


@pytest.mark.parametrize(("said", "edits", "unmet"), list(cases(EDITS)), ids=lambda v: str(v)[:60])
def test_words_become_edits_of_the_things_they_mean(
    said: str, edits: list[str], unmet: bool
) -> None:
    check(said, edits, unmet=unmet)
