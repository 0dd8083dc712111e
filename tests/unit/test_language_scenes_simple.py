"""Sentences of many shapes, each with one or two places: the grammar that everybody uses."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
Create a living room with a red sofa, two wooden chairs and a lamp on a table.
= living room | red-sofa, 2 wooden-chair, lamp, table
- lamp on table

A bedroom with a bed and two nightstands, one on each side, and a lamp on each nightstand.
= bedroom | bed, 2 nightstand, 2 lamp
- nightstand-1 left_of bed; nightstand-2 right_of bed; lamp-* on nightstand-*

There is a table in the middle of the room. On it there is a vase. Next to it are four chairs.
= room | table, vase, 4 chair
- table in_center; vase on table; chair-* next_to table

a table with four chairs around it and a vase of flowers on it
= room | table, 4 chair, vase-of-flowers, flower
- chair-* around table; flower in vase-of-flowers; vase-of-flowers on table

A cozy living room at night with a sofa facing a tv
= living room | sofa, tv
- sofa facing tv

a castle on a hill with two dragons flying above it
= meadow | castle, hill, 2 dragon
- castle on hill; dragon-* above castle

I want a kitchen with a fridge next to the oven, a round table and three stools
= kitchen | fridge, oven, round-table, 3 stool
- fridge next_to oven

a cat sleeping on a red sofa in front of a fireplace
= room | cat, red-sofa, fireplace
- cat on red-sofa; red-sofa in_front_of fireplace

Put a laptop, a mug and a lamp on the desk.
= room | laptop, mug, lamp, desk
- laptop on desk; mug on desk; lamp on desk

A 5 by 4 m room with white walls and a wooden floor. There's a bookshelf against the wall.
= room | bookshelf
- bookshelf against_wall

two chairs, one red and one blue, next to a round table
= room | red-chair, blue-chair, round-table
- red-chair next_to round-table; blue-chair next_to round-table

a garage with a car and a toolbox on a workbench
= garage | car, toolbox, workbench
- toolbox on workbench

a knight in a castle
= castle | knight

On the table there is a lamp and a book, and next to the table stands a chair.
= room | table, lamp, book, chair
- lamp on table; book on table; chair next_to table

a sofa between two floor lamps
= room | sofa, 2 floor-lamp
- sofa between floor-lamp-1 floor-lamp-2

a lamp between the sofa and the armchair
= room | lamp, sofa, armchair
- lamp between sofa armchair

a row of six trees along the street with a car parked on it
= street | 6 tree, car
- tree-1 in_row tree-2 tree-3 tree-4 tree-5 tree-6

five books stacked on the floor
= room | 5 book
- book-2 stacked book-1; book-3 stacked book-2; book-4 stacked book-3; book-5 stacked book-4

a chandelier hanging from the ceiling above a dining table with six chairs
= room | chandelier, dining-table, 6 chair
- chandelier hanging_from; chandelier above dining-table; chair-* around dining-table

a classroom with 10 desks, each with a chair, and a whiteboard on the wall
= classroom | 10 desk, 10 chair, whiteboard
- chair-* around desk-*; whiteboard on_wall

a steampunk gramophone on a marble pedestal
= room | steampunk-gramophone, marble-pedestal
- steampunk-gramophone on marble-pedestal

A house with a red roof and a chimney, a tree to the left of it and a car to the right
= meadow | house, tree, car
- tree left_of house; car right_of house

two sofas facing each other with a coffee table between them
= room | 2 sofa, coffee-table
- sofa-1 facing sofa-2; sofa-2 facing sofa-1; coffee-table between sofa-1 sofa-2

a bench under a tree
= meadow | bench, tree
- bench under tree

an office: a desk, a chair, a monitor on the desk, a plant in the corner
= office | desk, chair, monitor, plant
- monitor on desk; plant in_corner

A house, with a tree on the left and a car on the right.
= meadow | house, tree, car
- tree left_of house; car right_of house

a table, a chair and a lamp on it
= room | table, chair, lamp
- lamp on table

a garage with a car and a toolbox in it
= garage | car, toolbox

a garden with flowers around a fountain
= garden | 3 flower, fountain
- flower-* around fountain

three boxes stacked on top of each other next to a barrel
= room | 3 box, barrel
- box-2 stacked box-1; box-3 stacked box-2; box-* next_to barrel

a bowl of apples on a wooden table
= room | bowl-of-apples, 3 apple, wooden-table
- apple-* in bowl-of-apples; bowl-of-apples on wooden-table

I'd like a small room with a bed. The bed is blue. The walls are green and the floor is made of
marble.
= room | bed

a statue of a horse in the middle of a park, surrounded by six benches
= park | statue-of-a-horse, 6 bench
- statue-of-a-horse in_center; bench-* around statue-of-a-horse

a desk with a computer monitor, a keyboard and a mouse on it, and an office chair in front of it
= room | desk, computer-monitor, keyboard, mouse, office-chair
- computer-monitor on desk; keyboard on desk; mouse on desk; office-chair in_front_of desk

the moon over a quiet lake
= meadow | moon, quiet-lake
- moon above quiet-lake

a red car next to a blue truck, both parked in front of a house
= meadow | red-car, blue-truck, house
- red-car next_to blue-truck; red-car in_front_of house; blue-truck in_front_of house

robots dancing around a campfire in the forest at night
= forest | 3 robot, campfire, 5 pine-tree, 4 tree
- robot-* around campfire; pine-tree-* behind; tree-* behind

a glass table on which there is a vase
= room | glass-table, vase
- vase on glass-table

two bookshelves against the wall with a painting between them
= room | 2 bookshelf, painting
- bookshelf-* against_wall; painting between bookshelf-1 bookshelf-2

a huge dragon guarding a treasure chest in a cave
= cave | huge-dragon, treasure-chest
- huge-dragon next_to treasure-chest

a forest scene with a small cabin, a campfire in front of it and logs around the campfire
= forest | small-cabin, campfire, 3 log, 5 pine-tree, 4 tree
- campfire in_front_of small-cabin; log-* around campfire; pine-tree-* behind; tree-* behind

a bright kitchen: white cabinets, marble countertop, two bar stools at the counter
= kitchen | 3 white-cabinet, marble-countertop, 2 bar-stool
- bar-stool-* near marble-countertop

a lamp to the left of the sofa and a plant to its right
= room | lamp, sofa, plant
- lamp left_of sofa; plant right_of sofa

a table with a lamp, a sofa and a rug
= room | table, lamp, sofa, rug
- lamp on table

on the left a chair, on the right a table
= room | chair, table
- chair left_of; table right_of

I need a home office. There should be an oak desk by the window, a black leather office chair
behind it, and two bookshelves along the back wall.
= home office | oak-desk, window, black-leather-office-chair, 2 bookshelf
- oak-desk near window; black-leather-office-chair behind oak-desk; bookshelf-* against_wall
- room-back-wall

three penguins standing on an iceberg
= meadow | 3 penguin, iceberg
- penguin-* on iceberg

a street with four houses in a row, a bus stop, and a yellow taxi parked in front of the second
house
= street | 4 house, bus-stop, yellow-taxi
- house-1 in_row house-2 house-3 house-4; yellow-taxi in_front_of house-2

kitchen. fridge left of the sink. oven right of the sink. table in the middle with six chairs
around it.
= kitchen | fridge, sink, oven, table, 6 chair
- fridge left_of sink; oven right_of sink; table in_center; chair-* around table

a dark dungeon with a skeleton, a wooden barrel in the corner and a torch on the wall
= dungeon | skeleton, wooden-barrel, torch
- wooden-barrel in_corner; torch on_wall

There are two beds. Between them is a nightstand with an alarm clock and a lamp.
= room | 2 bed, nightstand, alarm-clock, lamp
- nightstand between bed-1 bed-2; alarm-clock on nightstand; lamp on nightstand

Please create a small tea room: a low table with four cushions around it and a teapot with four
cups on it
= room | low-table, 4 cushion, teapot, 4 cup
- cushion-* around low-table; teapot on low-table; cup-* on low-table

a huge golden throne between two marble columns with a red carpet in front of it
= room | huge-golden-throne, 2 marble-column, red-carpet
- huge-golden-throne between marble-column-1 marble-column-2; red-carpet in_front_of
- huge-golden-throne

a wall with three paintings
= room | 3 painting

snowy forest at night with a log cabin, smoke, and a campfire surrounded by three tree stumps
= forest | log-cabin, campfire, 3 tree-stump, 5 pine-tree, 4 tree
- tree-stump-* around campfire; pine-tree-* behind; tree-* behind

Place a vase with sunflowers on a round glass table that stands next to a green velvet armchair
= room | vase, sunflower, round-glass-table, green-velvet-armchair
- sunflower in vase; vase on round-glass-table; round-glass-table next_to green-velvet-armchair

a boy with a dog and a girl with a cat in a park
= park | boy, dog, girl, cat
- dog next_to boy; cat next_to girl

A playground: a slide, two swings and a sandbox with a bucket in it
= playground | slide, 2 swing, sandbox, bucket
- bucket in sandbox

five colorful balloons floating above a birthday cake on a table
= room | 5 colorful-balloon, birthday-cake, table
- colorful-balloon-* above birthday-cake; birthday-cake on table

bar with a long wooden counter, five bar stools in front of the counter and three lamps hanging
above it
= bar | long-wooden-counter, 5 bar-stool, 3 lamp
- bar-stool-* in_front_of long-wooden-counter; lamp-* above long-wooden-counter

a farm with a red barn, a tractor, twelve chickens and a farmer standing next to a fence
= farm | red-barn, tractor, 12 chicken, farmer, fence
- farmer next_to fence

put a cactus to the left of a tv and a speaker to the right of it
= room | cactus, tv, speaker
- cactus left_of tv; speaker right_of tv

a laptop on a desk, a chair in front of the desk and a bin under the desk
= room | laptop, desk, chair, bin
- laptop on desk; chair in_front_of desk; bin under desk

two cats sleeping side by side on a rug by the fireplace
= room | 2 cat, rug, fireplace
- cat-1 in_row cat-2; cat-* on rug; rug near fireplace

A minimalist bathroom with white tiles, a freestanding bathtub and a round mirror above the sink
= bathroom | freestanding-bathtub, round-mirror, sink
- round-mirror above sink

couch facing tv, coffee table between them
= room | couch, tv, coffee-table
- couch facing tv; coffee-table between tv couch
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place
