"""Sentences of many shapes, with lists, measures and several places at once."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
a stack of three wooden crates next to a row of five barrels
= room | 3 wooden-crate, 5 barrel
- wooden-crate-2 stacked wooden-crate-1; wooden-crate-3 stacked wooden-crate-2; wooden-crate-*
- next_to barrel-1 barrel-2 barrel-3 barrel-4 barrel-5; barrel-1 in_row barrel-2 barrel-3
- barrel-4 barrel-5

a room that is 4 meters wide, 6 meters long and 3 meters high with a bed in the left corner and a
desk in the right corner
= room | bed, desk
- bed in_corner room-left-wall; desk in_corner room-right-wall

four knights guarding a treasure chest
= room | 4 knight, treasure-chest
- knight-* next_to treasure-chest

a desk lamp on the left side of the desk and a plant on the right side
= room | desk-lamp, desk, plant
- desk-lamp on desk; plant right_of desk

a rocket next to a launch tower on mars
= mars | rocket, launch-tower
- rocket next_to launch-tower

bedroom: queen bed, 2 nightstands with lamps, dresser opposite the bed, large rug under the bed
= bedroom | queen-bed, 2 nightstand, 2 lamp, dresser, large-rug
- lamp-* on nightstand-*; dresser opposite queen-bed; large-rug under queen-bed

A cat is sitting on the sofa. The sofa is green and it is facing a fireplace. There is a clock
above the fireplace.
= room | cat, sofa, fireplace, clock
- cat on sofa; sofa facing fireplace; clock above fireplace

There's a long table with eight chairs, four on each side
= room | long-table, 8 chair
- chair-1 left_of long-table; chair-2 right_of long-table; chair-3 left_of long-table; chair-4
- right_of long-table; chair-5 left_of long-table; chair-6 right_of long-table; chair-7 left_of
- long-table; chair-8 right_of long-table

Everything is in a garden: a fountain in the center, benches around the fountain, and rose bushes
along the fence
= garden | fountain, 3 bench, 3 rose-bush, fence
- fountain in_center; bench-* around fountain; rose-bush-* near fence

a pirate ship on the sea with a whale next to it at sunset
= sea | pirate-ship, whale
- whale next_to pirate-ship

A car is parked in the garage next to a bicycle. A ladder leans against the wall.
= garage | car, bicycle, ladder
- car next_to bicycle; ladder against_wall

one big tree, two medium bushes and a tiny house
= meadow | big-tree, 2 medium-bush, tiny-house

I'd love to see a dragon sleeping on a pile of gold coins in a cave
= cave | dragon, 3 gold-coin
- dragon on gold-coin-1

build me a toy store with shelves against the walls, a teddy bear on each shelf, and a train set
in the middle
= store | 3 shelf, 3 teddy-bear, train-set
- shelf-* against_wall; teddy-bear-* on shelf-*; train-set in_center

Next to the sofa, there should be a floor lamp.
= room | sofa, floor-lamp
- floor-lamp next_to sofa

A round wooden table, on top of which sits a bowl of oranges, surrounded by four stools.
= room | round-wooden-table, bowl-of-oranges, 3 orange, 4 stool
- orange-* in bowl-of-oranges; bowl-of-oranges on round-wooden-table; stool-* around
- round-wooden-table

Two armchairs by the fireplace with a rug between them
= room | 2 armchair, fireplace, rug
- armchair-* near fireplace; rug between armchair-1 armchair-2

the bedroom has a bunk bed against the wall and a desk under the window
= bedroom | bunk-bed, desk, window
- bunk-bed against_wall; desk under window

In the center of the room is a pool table. Above it hang two pendant lamps.
= room | pool-table, 2 pendant-lamp
- pool-table in_center; pendant-lamp-* above pool-table

a green car behind a red bus
= meadow | green-car, red-bus
- green-car behind red-bus

a kitchen island with three bar stools, a sink, and a fruit bowl on it
= room | kitchen-island, 3 bar-stool, sink, fruit-bowl
- bar-stool-* around kitchen-island; fruit-bowl on kitchen-island

A man sits on a bench. Next to him is a dog.
= room | man, bench, dog
- man on bench; dog next_to man

a bookshelf, to its left an armchair, and to its right a plant
= room | bookshelf, armchair, plant
- armchair left_of bookshelf; plant right_of bookshelf

on each side of the door there is a potted plant
= room | door, 2 potted-plant
- potted-plant-1 left_of door; potted-plant-2 right_of door

a tall white lighthouse on a rocky island, with two boats near it
= island | tall-white-lighthouse, 2 boat
- boat-* near tall-white-lighthouse

a large mirror hanging over a dresser and a lamp standing on the dresser
= room | large-mirror, dresser, lamp
- large-mirror above dresser; lamp on dresser

A cozy reading corner: an armchair, a floor lamp behind it, a small side table with a cup of tea
and a book.
= room | armchair, floor-lamp, small-side-table, cup-of-tea, book
- floor-lamp behind armchair; cup-of-tea on small-side-table; book on small-side-table

some trees, a few rocks and lots of flowers
= meadow | 3 tree, 3 rock, 5 flower

half a dozen eggs in a basket
= room | 6 egg, basket
- egg-* in basket

a 1.5 m tall robot next to a 30 cm tall cat
= room | robot, cat
- robot next_to cat

a very small blue bird on top of a huge elephant
= meadow | small-blue-bird, huge-elephant
- small-blue-bird on huge-elephant

a piano made of glass
= room | piano

an L-shaped sofa, a 65 inch tv on the wall, a coffee table
= room | l-shaped-sofa, tv, coffee-table
- tv on_wall

a mug, a plate, a fork and a knife on a table
= room | mug, plate, fork, knife, table
- mug on table; plate on table; fork on table; knife on table

place a red cube on a blue cube on a green cube
= room | red-cube, blue-cube, green-cube
- red-cube on blue-cube; blue-cube on green-cube

a chair facing the window and a desk to the right of the chair
= room | chair, window, desk
- chair facing window; desk right_of chair

A woman holding an umbrella next to a bus stop in the rain
= meadow | woman, umbrella, bus-stop
- umbrella next_to woman; woman next_to bus-stop

two lamps on the two nightstands
= room | 2 lamp, 2 nightstand
- lamp-* on nightstand-*

a bus stop with three people waiting
= meadow | bus-stop, 3 person
- person-* next_to bus-stop

The table is made of marble. There are two glasses and a bottle on it.
= room | table, 2 glass, bottle
- glass-* on table; bottle on table

an empty room with a single chair in the middle
= room | chair
- chair in_center

a sofa with two pillows and a blanket, a tv opposite, a plant in each corner
= room | sofa, 2 pillow, blanket, tv, 4 plant
- pillow-* on sofa; blanket on sofa; tv opposite sofa; plant-* in_corner

a samovar on a tray on a table
= room | samovar, tray, table
- samovar on tray; tray on table

a gothic cathedral surrounded by gravestones under a full moon
= meadow | gothic-cathedral, 3 gravestone
- gravestone-* around gothic-cathedral

create three houses, each with a tree in front
= meadow | 3 house, 3 tree
- tree-* in_front_of house-*

a picnic table with two benches, one on each side
= room | picnic-table, 2 bench
- bench-1 left_of picnic-table; bench-2 right_of picnic-table

four candles around a cake
= room | 4 candle, cake
- candle-* around cake

kitchen with white cabinets and a black fridge, the floor is tiled
= kitchen | 3 white-cabinet, black-fridge

a cat under a table, a dog on top of it
= room | cat, table, dog
- cat under table; dog on table

three bottles in a row on a shelf
= room | 3 bottle, shelf
- bottle-1 in_row bottle-2 bottle-3; bottle-* on shelf

a pirate next to a parrot on a barrel
= meadow | pirate, parrot, barrel
- pirate next_to parrot; parrot on barrel

I'm imagining a wizard's study with a cluttered desk, three old books, and an owl perched on a
bookshelf
= study | cluttered-desk, 3 old-book, owl, bookshelf
- owl on bookshelf

A blue bicycle leaning against a brick wall
= meadow | blue-bicycle, brick-wall
- blue-bicycle next_to brick-wall

two deer drinking from a pond surrounded by pine trees
= meadow | 2 deer, pond, 3 pine-tree
- pine-tree-* around pond

Set up a dining room: an oval table, eight leather chairs around it, and a chandelier overhead
= dining room | oval-table, 8 leather-chair, chandelier
- leather-chair-* around oval-table; chandelier hanging_from

a child's room with a red bunk bed, a toy box at the foot of the bed and a rug shaped like a star
= room | red-bunk-bed, toy-box, rug-shaped-like-a-star
- toy-box in_front_of red-bunk-bed

the kitchen counter has a toaster and a kettle on it
= room | kitchen-counter, toaster, kettle
- toaster on kitchen-counter; kettle on kitchen-counter

a nativity scene with a donkey, an ox and a wooden crib
= room | donkey, ox, wooden-crib

six wine glasses next to a bottle of red wine on a white tablecloth
= room | 6 wine-glass, bottle, white-tablecloth
- wine-glass-* next_to bottle; bottle on white-tablecloth

four pillars supporting a stone arch
= meadow | 4 pillar, stone-arch
- pillar-* next_to stone-arch

a train station platform with a bench, a clock hanging from the ceiling and two suitcases next to
the bench
= train station platform | bench, clock, 2 suitcase
- clock hanging_from; suitcase-* next_to bench

a giant teddy bear sitting in an armchair
= room | giant-teddy-bear, armchair
- giant-teddy-bear on armchair

a lonely house on a hill with a tree on the left side and a well on the right side
= meadow | lonely-house, hill, tree, well
- lonely-house on hill; tree left_of lonely-house; well right_of lonely-house

A couple of stools stand in front of a bar. Behind the bar there is a shelf with five bottles.
= room | 2 stool, bar, shelf, 5 bottle
- stool-* in_front_of bar; shelf behind bar; bottle-* on shelf

an igloo surrounded by a dozen penguins at night
= meadow | igloo, 12 penguin
- penguin-* around igloo

a cup on a saucer on a book on a table
= room | cup, saucer, book, table
- cup on saucer; saucer on book; book on table

lots of pumpkins around a scarecrow in a field
= field | 5 pumpkin, scarecrow
- pumpkin-* around scarecrow
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place
