"""Edits of looks, size and light, in many phrasings."""

from __future__ import annotations

import pytest

from tests.edit_words import cases, check

# One case a paragraph: the words; "= edit" lines as ``told`` writes them ("+" goes on with one);
# "? unmet" where something could not be done.
EDITS = """
make the sofa green
= replace red-sofa green-sofa

color the table black
= replace table black-table

paint the chairs white
= replace wooden-chair-1 white-chair
= replace wooden-chair-2 white-chair

make the rug dark red
= replace blue-rug dark-red-rug

turn the sofa yellow
= replace red-sofa yellow-sofa

change the table to glass
= replace table glass-table

make the sofa out of leather
= replace red-sofa leather-sofa

I want the sofa in blue
= replace red-sofa blue-sofa

can you make the chairs metal?
= replace wooden-chair-1 metal-chair
= replace wooden-chair-2 metal-chair

give the sofa a pink color
= replace red-sofa pink-sofa

the walls should be light gray
= recolor back-wall
= recolor left-wall

make the walls white and the floor dark brown
= recolor back-wall
= recolor left-wall
= recolor floor

paint the left wall yellow
= recolor left-wall

change the floor to marble
= recolor floor

replace the table with a desk
= replace table desk

swap the lamp for a candle
= replace lamp candle

change the sofa into a bed
= replace red-sofa bed

replace both chairs with red armchairs
= replace wooden-chair-1 red-armchair
= replace wooden-chair-2 red-armchair

exchange the rug with a round table
= replace blue-rug round-table

replace it with a vase
= replace lamp vase

regenerate the sofa
= replace red-sofa red-sofa-2

redo the chairs
= replace wooden-chair-1 wooden-chair
= replace wooden-chair-2 wooden-chair

give me another version of the table
= replace table table-2

what if the sofa was red?
= replace red-sofa red-sofa-2

make it red
= replace lamp red-lamp

paint the walls green
= recolor back-wall
= recolor left-wall

make the floor wooden
= recolor floor

make the floor blue
= recolor floor

change the color of the sofa to yellow
= replace red-sofa yellow-sofa

change the sofa's color to green
= replace red-sofa green-sofa

the sofa should be purple
= replace red-sofa purple-sofa

make the table out of glass
= replace table glass-table

replace the sofa with a bench
= replace red-sofa bench

swap the rug for a green carpet
= replace blue-rug green-carpet

turn the sofa into a bed
= replace red-sofa bed

regenerate the lamp
= replace lamp lamp-2

try another version of the sofa
= replace red-sofa red-sofa-2

make the chairs red and the table white
= replace wooden-chair-1 red-chair
= replace wooden-chair-2 red-chair
= replace table white-table

paint the back wall light blue
= recolor back-wall

make the second chair black
= replace wooden-chair-2 black-chair

change the chairs to stools
= replace wooden-chair-1 stool
= replace wooden-chair-2 stool

make everything white
= replace red-sofa white-sofa
= replace wooden-chair-1 white-chair
= replace wooden-chair-2 white-chair
= replace table white-table
= replace lamp white-lamp
= replace floor-lamp white-floor-lamp
= replace blue-rug white-rug
= replace window white-window

make the wooden chairs metal
= replace wooden-chair-1 metal-chair
= replace wooden-chair-2 metal-chair

paint it dark green
= replace lamp dark-green-lamp

exchange the window with a door
= replace window door

replace all chairs by stools
= replace wooden-chair-1 stool
= replace wooden-chair-2 stool

recolor the blue rug to beige
= replace blue-rug beige-rug

make the walls brick
= recolor back-wall
= recolor left-wall

make the floor lamp gold
= replace floor-lamp gold-floor-lamp

swap out both chairs for something like stools
= replace wooden-chair-1 stool
= replace wooden-chair-2 stool

the rug needs to be green
= replace blue-rug green-rug

I'd prefer a wooden sofa
= replace red-sofa wooden-sofa

paint everything blue except the table
= replace red-sofa blue-sofa
= replace wooden-chair-1 blue-chair
= replace wooden-chair-2 blue-chair
= replace lamp blue-lamp
= replace floor-lamp blue-floor-lamp
= replace window blue-window

make the left chair red and the right chair blue
= replace wooden-chair-1 red-chair
= replace wooden-chair-2 blue-chair

make the lamp bigger
= resize lamp 1.5

make the rug much larger
= resize blue-rug 2

make the chairs smaller
= resize wooden-chair-1 0.667
= resize wooden-chair-2 0.667

make the table half as big
= resize table 0.5

scale the sofa by 1.5
= resize red-sofa 1.5

double the size of the lamp
= resize lamp 2

make the floor lamp 3 m tall
= resize floor-lamp 1.88

increase the size of the rug by 20%
= resize blue-rug 1.2

the table is too big, make it smaller
= resize table 0.667

triple the size of the rug
= resize blue-rug 3

make the sofa bigger
= resize red-sofa 1.5

make the table twice as big
= resize table 2

scale the lamp down by 50%
= resize lamp 0.5

make it 2 m tall
= resize lamp 4

shrink the rug
= resize blue-rug 0.667

bigger
= resize lamp 1.5

what about a bigger table?
= resize table 1.5

get me a bigger rug
= resize blue-rug 1.5

let the floor lamp be taller
= resize floor-lamp 1.5

the lamp on the table should be taller
= resize lamp 1.5

shrink the sofa by half
= resize red-sofa 0.5

make the window twice as wide
= resize window 2x1x1

make it sunset
= relight sunset

switch to night
= relight night

brighten the room
= relight x1.5

turn on the lights
= relight on

make the lights dimmer
= relight x0.5

less light please
= relight x0.5

add a blue spotlight
= relight +spot

set it to daytime
= relight day

make the scene a bit darker
= relight x0.825

make it night
= relight night

make it a sunny day
= relight day

dim the lights
= relight x0.5

make the room brighter
= relight x1.5

turn off the lights
= relight off

add a warm spotlight from above
= relight +spot

darker please
= relight x0.5

set the time to sunset
= relight sunset

make the sky dark
= relight x0.5

make the lamp brighter
= relight x1.5

turn the lights down a bit
= relight x0.825

change the lighting to evening
= relight sunset
"""


@pytest.mark.parametrize(("said", "edits", "unmet"), list(cases(EDITS)), ids=lambda v: str(v)[:60])
def test_words_become_edits_of_the_things_they_mean(
    said: str, edits: list[str], unmet: bool
) -> None:
    check(said, edits, unmet=unmet)
