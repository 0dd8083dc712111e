"""What a phrase belongs to: one of several, the clause's own thing, each of a group, the room."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
a field with two goals, a goalkeeper in front of one goal and a ball in front of the other
= field | 2 goal, goalkeeper, ball
- goalkeeper in_front_of goal-1; ball in_front_of goal-2

four statues in a row, a bench between the first two and a bin next to the last one
= room | 4 statue, bench, bin
- bench between statue-1 statue-2; bin next_to statue-4

three chairs at the window, an old woman knitting in the middle chair
= room | 3 chair, window, old-woman
- chair-* near window; old-woman on chair-2

four market stalls in a row, each with a crate on either side
= meadow | 4 market-stall, 8 crate
- crate-3 left_of market-stall-2; crate-8 right_of market-stall-4

three workstations, each a desk with a chair and two monitors
= room | 3 desk, 3 chair, 6 monitor
- chair-2 around desk-2; monitor-6 on desk-3

a well with a bucket hanging from its beam, a donkey next to it
= meadow | well, bucket, donkey
- bucket hanging_from well; donkey next_to well

a knight fighting a dragon and the knight has a shield and a castle behind them
= meadow | knight, dragon, shield, castle
- knight next_to dragon; shield next_to knight; castle behind knight dragon

my dog is a pirate and he sits on a treasure chest with a parrot above him
= room | dog, treasure-chest, parrot
- dog on treasure-chest; parrot above dog

a farmhouse with a weathercock on its roof in the background, a tractor in front of it
= meadow | farmhouse, weathercock, tractor
- weathercock on farmhouse; farmhouse behind; tractor in_front_of farmhouse

two petrol pumps under a flat roof, a car next to one of them
= meadow | 2 petrol-pump, flat-roof, car
- petrol-pump-* under flat-roof; car next_to petrol-pump-1

a dungeon with chains above a bed, a bucket in the corner and a rat next to it
= dungeon | 3 chain, bed, bucket, rat
- chain-* above bed; bucket in_corner; rat next_to bucket

a huge spider occupied the only bed
= room | huge-spider, bed
- huge-spider on bed

two sofas facing each other with a low table between them and a vase on it
= room | 2 sofa, low-table, vase
- low-table between sofa-1 sofa-2; vase on low-table

a village square, a church on the north side, a fountain on the west side
= village square | church, fountain
- church behind; fountain left_of

bench, bin L, lamp post R, 2 ppl waiting
= meadow | bench, bin, lamp-post, 2 person
- bin left_of; lamp-post right_of

on the table is a bowl, near the bowl is a knife, under the table sleeps a cat
= room | table, bowl, knife, cat
- bowl on table; knife near bowl; cat under table

six desks in two rows, each desk holding a book and an ink pot, with a large window at the end
= room | 6 desk, 6 book, 6 ink-pot, large-window
- book-* on desk-*; ink-pot-* on desk-*; large-window on_wall room-back-wall

four kids, two in the sandbox and one on each swing
= meadow | 4 kid, sandbox, 2 swing
- kid-1 in sandbox; kid-2 in sandbox; kid-3 on swing-1; kid-4 on swing-2

small lamps on top of each pillar, three pillars in the hall
= hall | 3 small-lamp, 3 pillar
- small-lamp-* on pillar-*

three treadmills in a row, each facing a tv on the wall, a bench in the middle
= room | 3 treadmill, 3 tv, bench
- treadmill-* facing tv-*; tv-* on_wall; bench in_center

an old man feeding pigeons on a bench and a boy with a kite
= room | old-man, 3 pigeon, bench, boy, kite
- old-man next_to pigeon-1 pigeon-2 pigeon-3; old-man on bench; kite next_to boy

three doors, a guard at the middle one and a torch on each side of it
= room | 3 door, guard, 2 torch
- guard near door-2; torch-1 left_of door-2; torch-2 right_of door-2

an excavation pit with a ladder leaning on its edge, pots and a helmet on a blanket next to it
= meadow | excavation-pit, ladder, 3 pot, helmet, blanket
- ladder next_to excavation-pit; blanket next_to excavation-pit; helmet on blanket

tadpoles in the water, a dragonfly on a cattail and a heron on a stone
= pond | 3 tadpole, dragonfly, cattail, heron, stone
- dragonfly on cattail; heron on stone

the table was bare except for a letter and a knife
= room | table, letter, knife
- letter on table; knife on table

marionettes dangle from a beam overhead, below them a wooden stage
= room | 3 marionette, beam, wooden-stage
- marionette-* hanging_from beam; beam hanging_from

a desk under the window with a chair and a mirror above it
= room | desk, window, chair, mirror
- desk under window; chair around desk; mirror above desk

a castle with a princess in front of it and a horse next to her
= meadow | castle, princess, horse
- princess in_front_of castle; horse next_to princess

three pedestals, a skull on the first, a crown on the second and nothing on the third
= room | 3 pedestal, skull, crown
- skull on pedestal-1; crown on pedestal-2

a boy sits on a swing, a girl pushes him, their dog is under a tree
= meadow | boy, swing, girl, dog, tree
- boy on swing; girl next_to boy; dog under tree

a stage with a microphone in the centre, a guitar on a stand to the left of it
= room | stage, microphone, guitar, stand
- microphone on stage; guitar on stand; stand left_of microphone

two knights on horses, a fence between them
= meadow | 2 knight, 2 horse, fence
- knight-* on horse-*; fence between knight-1 knight-2

a long table, three chairs on each side and one at each end
= room | long-table, 8 chair
- chair-1 left_of long-table; chair-8 right_of long-table

there are five trees and under the biggest one is a picnic blanket
= meadow | big-tree, 4 tree, picnic-blanket
- picnic-blanket under big-tree

a well with a bucket on its rim and a hen and a rooster walking around it
= meadow | well, bucket, hen, rooster
- bucket on well; hen around well; rooster around well

a tractor with a trailer full of hay behind it
= meadow | tractor, trailer, hay
- hay in trailer; trailer behind tractor

a bed - back wall, centered
= room | bed
- bed against_wall room-back-wall; bed in_center

two boxers and a stool, the referee in the middle
= room | 2 boxer, stool, referee
- referee in_center

a skull used as a candle holder on a desk
= room | skull, desk
- skull on desk

two trees with a hammock between them and a man sleeping in it
= meadow | 2 tree, hammock, man
- hammock between tree-1 tree-2; man in hammock

a bar counter with six stools in front of it, three of them occupied by cowboys
= room | bar-counter, 6 stool, 3 cowboy
- stool-* in_front_of bar-counter; cowboy-* on stool-*

a stone, on top of it a box, on top of that a bowl and next to the whole thing a sphere
= meadow | stone, box, bowl, sphere
- box on stone; bowl on box; sphere next_to stone

a man asleep on a bench with a dog at his feet
= room | man, bench, dog
- man on bench; dog in_front_of man

an island with one palm tree, under it a chest and on it a monkey
= island | palm-tree, chest, monkey
- chest under palm-tree; monkey on palm-tree

put a rug on the floor, the coffee table on it, and on that a bowl with apples
= room | rug, coffee-table, bowl, 3 apple
- coffee-table on rug; bowl on coffee-table; apple-* in bowl

a pirate ship with a captain on the deck and a parrot on his shoulder
= meadow | pirate-ship, captain, parrot
- captain on pirate-ship; parrot on captain

a pond with a willow hanging over it, a bench on the far side
= meadow | pond, willow, bench
- willow above pond; bench behind pond

six lockers along the wall, the second one open with a towel hanging out of it
= room | 6 locker, towel
- locker-* against_wall; towel in locker-2

two goblins carry a chest, a third goblin walks behind them
= room | 3 goblin, chest, goblin
- chest next_to goblin-1 goblin-2

a museum hall, paintings on the left wall, statues along the right wall, between them a bench
= museum hall | 3 painting, 3 statue, bench
- bench between painting-1 statue-1

four chairs around a table, a teddy bear on one of them, dolls on the other three
= room | 4 chair, table, teddy-bear, 3 doll
- teddy-bear on chair-1; doll-1 on chair-2; doll-3 on chair-4

a desk, behind it a receptionist, on the wall behind her a clock, in front of the desk two suitcases
= room | desk, receptionist, clock, 2 suitcase
- receptionist behind desk; clock on_wall; clock behind receptionist; suitcase-* in_front_of desk

one big box, a medium one on top, a small one next to them
= room | big-box, box, 2 box
- box on big-box; box-2 next_to box big-box

a dining table with six chairs, a candle and a plate in front of each chair
= room | dining-table, 6 chair, 6 candle, 6 plate
- candle-* in_front_of chair-*; plate-* in_front_of chair-*

two towers joined by a bridge, a guard in the middle of the bridge
= meadow | 2 tower, bridge, guard
- guard on bridge

three aliens, the tallest one holding a flag, a rug under everything
= meadow | 3 alien, flag, rug
- flag next_to alien-1

a softbox on each side, a camera on a tripod, a fan on the floor
= room | 2 softbox, camera, tripod, fan
- camera on tripod

a study with a desk and a chair, a laptop and a mug on the desk
= study | desk, chair, laptop, mug
- laptop on desk; mug on desk

an office with two desks, a monitor and a keyboard on each desk
= office | 2 desk, 2 monitor, 2 keyboard
- monitor-* on desk-*; keyboard-* on desk-*

a laundry room with a washing machine, and a basket and a box of soap on the shelf
= laundry room | washing-machine, basket, box-of-soap, soap, shelf
- soap in box-of-soap; basket on shelf; box-of-soap on shelf

a hall with a console table, a bowl and a vase with flowers on it
= hall | console-table, bowl, vase, flower
- flower in vase; bowl on console-table; vase on console-table

a garage with a pegboard with six wrenches above the workbench
= garage | pegboard, 6 wrench, workbench
- wrench-* hanging_from pegboard; pegboard above workbench

a shop with a clothes rail with dresses behind the counter
= shop | clothes-rail, 3 dress, counter
- dress-* hanging_from clothes-rail; clothes-rail behind counter

a bed with two nightstands under the window
= room | bed, 2 nightstand, window
- nightstand-* next_to bed; bed under window

a market with a woman with a hen in a basket
= market | woman, hen, basket
- hen in basket; basket next_to woman
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_phrase_belongs_to_what_it_is_said_of(case: Case) -> None:
    result = decompose(case.sentence)

    assert (result.setting.name, counted(result)) == (case.place, case.things)
    assert expanded(case, result) <= stated(result)
