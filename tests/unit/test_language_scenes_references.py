"""What "the tub" is after a bathtub, "the other lamp", "its top shelf", "the bottom one"."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
a bathroom with a bathtub and a duck in the tub
= bathroom | bathtub, duck
- duck in bathtub

a tall bookshelf with a globe on the shelf
= room | tall-bookshelf, globe
- globe on tall-bookshelf

a living room with an armchair, a cat sleeping on the chair
= living room | armchair, cat
- cat on armchair

a doghouse in a garden, a bird on the house
= garden | doghouse, bird
- bird on doghouse

make a garden with doghouse and dog in front of doghouse and bone near dog
= garden | doghouse, dog, bone
- dog in_front_of doghouse; bone near dog

two street lamps, a car under one of them, a trash can next to the other lamp
= meadow | 2 street-lamp, car, trash-can
- car under street-lamp-1; trash-can next_to street-lamp-2

a red lamp and a blue lamp on a table. A book next to the other lamp
= room | red-lamp, blue-lamp, table, book
- red-lamp on table; blue-lamp on table; book next_to red-lamp

a bookshelf with a vase on its top shelf
= room | bookshelf, vase
- vase on bookshelf

two shelves, a plant on the bottom one
= room | 2 shelf, plant
- plant on shelf-1

a unicorn in a field with the corn
= field | unicorn, corn

three crates piled in a pyramid and a barrel
= room | 3 crate, barrel
- crate-1 in_row crate-2; crate-3 stacked crate-1

an oak tree and an owl on a branch
= meadow | oak-tree, owl
- owl on oak-tree

a wolf behind a rock, an owl on a branch
= meadow | wolf, rock, owl, branch
- wolf behind rock; owl on branch

two bears, one big and one small, near a beehive hanging from a tree
= meadow | big-bear, small-bear, beehive, tree
- big-bear near beehive; small-bear near beehive; beehive hanging_from tree

three vases, one large, two small, on a shelf
= room | large-vase, 2 small-vase, shelf
- large-vase on shelf; small-vase-* on shelf

the cook needs: 2 knives and a pan. Everything on a big table please
= room | 2 knife, pan, big-table
- knife-* on big-table; pan on big-table

I have a startup, make us an office with 2 white desks and a fridge
= office | 2 white-desk, fridge

a market with two stalls, one selling fish, one selling fruit
= market | 2 stall, 3 fish, fruit
- fish-1 next_to stall-1; fish-2 next_to stall-1; fish-3 next_to stall-1; fruit next_to stall-2
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_repeat_means_the_thing_named_before(case: Case) -> None:
    result = decompose(case.sentence)
    assert (result.setting.name, counted(result)) == (case.place, case.things)
    assert stated(result) == expanded(case, result)
