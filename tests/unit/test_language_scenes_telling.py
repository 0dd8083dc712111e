"""Lists, telegrams, stories, questions, corrections, what is not wanted, slips of the pen."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = r"""
Living room:
\- a sofa
\- 2 chairs
\- a rug in the center
= living room | sofa, 2 chair, rug
- rug in_center

\1. a bed
\2. a wardrobe against the wall
\3. a lamp
= room | bed, wardrobe, lamp
- wardrobe against_wall

\* two trees
\* a bench under the first tree
\* a pond
= meadow | 2 tree, bench, pond
- bench under tree-1

Can I get a desk with a laptop on it?
= room | desk, laptop
- laptop on desk

Could you show me a kitchen with a fridge and an oven please?
= kitchen | fridge, oven

A lamp should be placed on the nightstand.
= room | lamp, nightstand
- lamp on nightstand

Put a table in the center. Then place four chairs around it. Finally add a vase on the table.
= room | table, 4 chair, vase
- table in_center; chair-* around table; vase on table

sofa red, 2 chairs, tv on wall
= room | sofa, 2 chair, tv
- tv on_wall

I walk into my grandmother's kitchen; there's an old stove, on it a kettle is steaming.
= kitchen | old-stove, kettle
- kettle on old-stove

a red, no, blue sofa
= room | blue-sofa

two -- actually three chairs
= room | 3 chair

a table, sorry, I mean a desk, with a lamp on it
= room | desk, lamp
- lamp on desk

a sofa, or rather an armchair, in the corner
= room | armchair
- armchair in_corner

a living room with a sofa and no rug
= living room | sofa

a bedroom without chairs and with a bed
= bedroom | bed

a garden with a tree. Don't add any flowers.
= garden | tree

an office with a desk but no chair, and a bookshelf
= office | desk, bookshelf

a choclate brown tabel with a lampp on it
= room | chocolate-brown-table, lamp
- lamp on chocolate-brown-table

a kitchn with a fridge
= kitchen | fridge

Imagine you're standing on a beach. In front of you lies a boat; behind it there are two palm trees.
= beach | boat, 2 palm-tree
- palm-tree-* behind boat

In the middle of the room there's a fireplace, which is surrounded by six armchairs.
= room | fireplace, 6 armchair
- fireplace in_center; armchair-* around fireplace

We need: a counter; three stools in front of the counter; a coffee machine on the counter.
= room | counter, 3 stool, coffee-machine
- stool-* in_front_of counter; coffee-machine on counter

My dream bedroom has a huge bed, a desk under the window and a teddy bear sitting on the bed.
= bedroom | huge-bed, desk, window, teddy-bear
- desk under window; teddy-bear on huge-bed

What about a park with a fountain and a couple of benches facing it?
= park | fountain, 2 bench
- bench-* facing fountain

desk + chair + lamp on desk
= room | desk, chair, lamp
- lamp on desk

there is a bar counter and a neon sign on the wall behind
= room | bar-counter, neon-sign
- neon-sign on_wall; neon-sign behind bar-counter

A pirate stands on a barrel, he holds a sword and looks at a treasure chest.
= room | pirate, barrel, sword, treasure-chest
- pirate on barrel; sword next_to pirate; pirate facing treasure-chest

So, um, I think I want like a small cabin and maybe two trees next to it, you know?
= meadow | small-cabin, 2 tree
- tree-* next_to small-cabin

an armchair (red leather) next to a lamp
= room | armchair, lamp
- armchair next_to lamp

a table (with two chairs) and a sofa
= room | table, 2 chair, sofa
- chair-* around table

I'd like to have a room where there is a piano in the corner and a stool in front of it.
= room | piano, stool
- piano in_corner; stool in_front_of piano

Bedroom. Bed: king size, against the back wall. Lamp: on the nightstand.
= bedroom | bed, lamp, nightstand
- bed against_wall room-back-wall; lamp on nightstand

A kitchen table for four, laid with four plates and a jug.
= room | kitchen-table, 4 plate, jug, 4 chair
- plate-* on kitchen-table; jug on kitchen-table; chair-* around kitchen-table

Give me a stage with a drum and two guitars on it, a microphone in front of the drum.
= room | stage, drum, 2 guitar, microphone
- drum on stage; guitar-* on stage; microphone in_front_of drum

not too many trees, just two, and a pond
= meadow | 2 tree, pond

The wardrobe is next to the bed and the bed is under the window.
= room | wardrobe, bed, window
- wardrobe next_to bed; bed under window

No people please, only a car in front of a house.
= meadow | car, house
- car in_front_of house

A dog is chasing a cat around a tree.
= meadow | dog, cat, tree
- dog next_to cat; cat around tree

Sofa in the middle. Facing it, a tv on a tv stand. Behind it, a bookshelf.
= room | sofa, tv, tv-stand, bookshelf
- sofa in_center; tv on tv-stand; tv facing sofa; bookshelf behind sofa

So basically picture a big loft. Brick walls. In the middle there's this massive oak table, and
around it like ten chairs.
= loft | massive-oak-table, 10 chair
- massive-oak-table in_center; chair-* around massive-oak-table

kitchen: stove left of sink, fridge right of stove, table w/ 4 chairs in the center
= kitchen | stove, sink, fridge, table, 4 chair
- stove left_of sink; fridge right_of stove; chair-* around table; table in_center

There's a bench, but not next to the fountain.
= room | bench

kids room. bunk bed left wall. desk right wall. rug middle.
= kid room | bunk-bed, desk, rug
- bunk-bed against_wall room-left-wall; desk against_wall room-right-wall; rug in_center

Left of the bed I have a desk; my laptop's on it.
= room | bed, desk, laptop
- desk left_of bed; laptop on desk
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place
